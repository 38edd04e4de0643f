"""Two versions of a text, passage by passage, and word by word where a passage was changed. Pure.

Passages are matched by their words, labels aside: a paragraph that was only renumbered is the same.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

ALIKE = 0.5  # share of words in common from which two passages are one that was changed
MOST_PAIRS = 10_000  # pairs of passages looked at in one place; beyond, passages are paired in their order
MOST_WORDS = 4_000_000  # pairs of words compared exactly; beyond, frequent words are left aside


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a row: `kind` is same, added or removed."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One step of the comparison: `kind` is same, changed, added or removed.

    `old` and `new` are indexes in the two texts, None where that text has nothing; `words` is filled where changed.
    """

    kind: str
    old: int | None
    new: int | None
    words: tuple[Words, ...] = ()


def compare(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """Compare two texts given as passages; white space within them counts as one space."""
    before, after = [_tidy(text) for text in old], [_tidy(text) for text in new]
    found: list[Change] = []
    for step, i, until, j, end in SequenceMatcher(None, before, after).get_opcodes():
        if step == "equal":
            found += [Change("same", i + n, j + n) for n in range(until - i)]
        else:
            found += _replaced(before, after, range(i, until), range(j, end))
    return found


def counts(changes: Sequence[Change]) -> dict[str, int]:
    """Return how many passages are same, changed, added and removed."""
    counted = Counter(change.kind for change in changes)
    return {kind: counted[kind] for kind in ("same", "changed", "added", "removed")}


def words(old: str, new: str) -> tuple[Words, ...]:
    """Compare two passages word by word."""
    before, after = re.findall(r"\S+\s*", _tidy(old)), re.findall(r"\S+\s*", _tidy(new))
    matcher = SequenceMatcher(None, before, after, autojunk=len(before) * len(after) > MOST_WORDS)
    found: list[Words] = []
    for step, i, until, j, end in matcher.get_opcodes():
        if step == "equal":
            found.append(Words("same", "".join(before[i:until])))
            continue
        found += [Words("removed", "".join(before[i:until]))] if until > i else []
        found += [Words("added", "".join(after[j:end]))] if end > j else []
    return tuple(found)


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _replaced(before: list[str], after: list[str], old: range, new: range) -> list[Change]:
    """Passages that stand in the same place of both texts: those with enough words in common were changed."""
    found: list[Change] = []
    i, j = old.start, new.start
    for first, second in _pairs(before, after, old, new):
        found += [Change("removed", n, None) for n in range(i, first)]
        found += [Change("added", None, n) for n in range(j, second)]
        if before[first] == after[second]:
            found.append(Change("same", first, second))
        else:
            found.append(Change("changed", first, second, words(before[first], after[second])))
        i, j = first + 1, second + 1
    found += [Change("removed", n, None) for n in range(i, old.stop)]
    return found + [Change("added", None, n) for n in range(j, new.stop)]


def _pairs(before: list[str], after: list[str], old: range, new: range) -> list[tuple[int, int]]:
    """Pairs of passages that are alike, in order, so that they have most in common altogether."""
    if len(old) * len(new) > MOST_PAIRS:
        pairs = zip(old, new, strict=False)
        return [pair for pair in pairs if _likeness(Counter(before[pair[0]].split()), Counter(after[pair[1]].split()))]
    left, right = [Counter(before[i].split()) for i in old], [Counter(after[j].split()) for j in new]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    alike = [[_likeness(one, other) for other in right] for one in left]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            paired = best[i + 1][j + 1] + alike[i][j] if alike[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    found, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            found.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of words in common, counted with repeats; 0 where it is too small to call one a change of the other."""
    total = one.total() + other.total()
    share = 2 * (one & other).total() / total if total else 0.0
    return share if share >= ALIKE else 0.0
