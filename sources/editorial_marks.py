"""What an editor marks in a quotation: `[…]` left out, `[word]` put in, `[T]he` another case. Pure.

`docs/method.md` holds the contract.
"""

import re
from dataclasses import dataclass
from itertools import product

from sources.folding import Folded, fold
from sources.quotable import holds_negation

LEAST_WORDS = 3
LEAST_CHARACTERS = 15
WORDS_PER_INSERTION = 4
MAX_INSERTED = 80
MAX_MARKS = 20
MAX_CASE_MARKS = 3

_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_OMISSION = re.compile(r"\s*(?:…|\.\s?\.\s?\.)\s*")
_CASE_MARK = re.compile(r"(?<![\w\]])\[([^\W\d_])\](?=[^\W\d_])")


class MarkError(ValueError):
    """Brackets that cannot be read as an editor's marks; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words between two marks, in each spelling that case marks allow.

    `inserted` is what the brackets before it hold, or None where `[…]` or nothing stands there.
    """

    spellings: tuple[Folded, ...]
    inserted: str | None


def too_short(words: str) -> bool:
    """Whether words are too few to be told from chance."""
    return len(re.findall(r"\w+", words)) < LEAST_WORDS and len(words) < LEAST_CHARACTERS


def read_marks(quote: str) -> tuple[Part, ...]:
    """The parts of a quotation with marks, in order. Raises MarkError.

    Marks before the first words and behind the last stand for nothing and are dropped.
    """
    marks = _CASE_MARK.findall(quote)
    if len(marks) > MAX_CASE_MARKS:
        raise MarkError(f"A quotation has at most {MAX_CASE_MARKS} letters of changed case, such as [T]he.")
    cases = product(*((letter, letter.swapcase()) for letter in marks))
    readings = [_split(_with_case(quote, letters)) for letters in cases]
    _expect_enough_words(readings[0])
    return tuple(
        Part(tuple(map(fold, dict.fromkeys(words for words, _ in same))), same[0][1])
        for same in zip(*readings, strict=True)
    )


def _with_case(quote: str, letters: tuple[str, ...]) -> str:
    rest = iter(letters)
    return _CASE_MARK.sub(lambda _: next(rest), quote)


def _split(quote: str) -> list[tuple[str, str | None]]:
    """The words of each part with what was inserted before them."""
    marks = list(_BRACKETS.finditer(quote))
    if re.search(r"[\[\]]", _BRACKETS.sub("", quote)):
        raise MarkError("A bracket of the quotation has no partner, or stands inside another.")
    if len(marks) > MAX_MARKS:
        raise MarkError(f"A quotation has at most {MAX_MARKS} bracketed marks.")
    parts: list[tuple[str, str | None]] = []
    inserted: str | None = ""
    done = 0
    for mark in marks:
        words = quote[done : mark.start()].strip()
        if re.search(r"\w", words):
            parts.append((words, inserted))
            inserted = ""
        found = _inserted(mark)
        # Marks side by side make one, and an omission is the wider.
        inserted = None if inserted is None or found is None else f"{inserted} {found}".strip()
        done = mark.end()
    words = quote[done:].strip()
    if re.search(r"\w", words):
        parts.append((words, inserted))
    if not parts:
        raise MarkError("The quotation holds no word outside brackets.")
    return parts


def _inserted(mark: re.Match[str]) -> str | None:
    """What one pair of brackets inserts, None for an omission."""
    words = mark[1].strip()
    if _OMISSION.fullmatch(words):
        return None
    if not re.search(r"\w", words):
        raise MarkError(f"The brackets {mark[0]} hold no word.")
    if len(words) > MAX_INSERTED:
        raise MarkError(f"Brackets hold at most {MAX_INSERTED} characters of our own.")
    before, behind = mark.string[: mark.start()][-1:], mark.string[mark.end() :][:1]
    if before.isalnum() or behind.isalnum():
        raise MarkError(f"The brackets {mark[0]} stand inside a word; only a first letter may change its case so.")
    if holds_negation(words):
        raise MarkError(f"The brackets {mark[0]} insert a negation.")
    return words


def _expect_enough_words(parts: list[tuple[str, str | None]]) -> None:
    """Raise where the words of a stretch between omissions are too few to be told from chance."""
    stretches: list[list[str]] = []
    for words, inserted in parts:
        if inserted is None or not stretches:
            stretches.append([])
        stretches[-1].append(words)
    for stretch in stretches:
        words = " ".join(stretch)
        if too_short(words):
            raise MarkError(f"“{words}” is too short to stand by itself between marks.")
        if len(re.findall(r"\w+", words)) < WORDS_PER_INSERTION * (len(stretch) - 1):
            raise MarkError(f"A quotation has at least {WORDS_PER_INSERTION} words for each insertion in brackets.")
