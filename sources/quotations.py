"""The quotation guarantee: whether words stand in a document as quoted. Pure; `docs/method.md` holds the contract.

`folding` says what layout and typography may change, `quotable` where a quotation may begin, end and leave out; this
module reads the editor's marks `[…]`, `[word]` and `[T]he`, looks, and answers with a verdict. A quotation's place is
kept as a text-quote selector (W3C Web Annotation Data Model, section 4.2.4).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, takewhile

from sources.editorial_marks import LEAST_CHARACTERS, LEAST_WORDS, MarkError, Part, read_marks, too_short
from sources.folding import Folded, TooManyPlacesError, fold
from sources.quotable import MAX_LEFT_OUT, cut_fault, negation_fault, omission_fault, replacement_fault

MAX_QUOTE = 10_000
MAX_PLACES = 1000
MAX_BLOCKED = 1000
# Folded characters behind one part in which the next must begin: what may be left out, with some room.
_WINDOW = MAX_LEFT_OUT + 100

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u202d\u202e\ufffe\uffff\ud800-\udfff]")


class Result(StrEnum):
    """The outcome of a check; the first two are accepted."""

    EXACT = "exact"
    NORMALISED = "normalised"
    NOT_FOUND = "not_found"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to a check. `reason` is a sentence for an editor.

    `start` and `end` count characters of the text from 0, `end` exclusive, and are None where nothing was found;
    `spans` has the same for each part of a quotation with `[…]` or `[word]`, and one pair for any other.
    """

    result: Result
    reason: str
    start: int | None = None
    end: int | None = None
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the words may stand as a quotation."""
        return self.result in (Result.EXACT, Result.NORMALISED)


@dataclass(frozen=True, slots=True)
class Selector:
    """A text-quote selector: the words, and up to so many characters of the text before and behind them."""

    exact: str
    prefix: str
    suffix: str


class _RefusedError(Exception):
    """Why a quotation cannot be checked, or may not be used though its words are there."""


def check(text: str | Folded, quote: str) -> Verdict:
    """Whether `quote` stands in `text`. A text against which many are checked is folded once, by `fold`."""
    try:
        _expect_fit(quote)
        return _looked_up(text if isinstance(text, Folded) else fold(text), quote.strip())
    except (_RefusedError, MarkError, TooManyPlacesError) as fault:
        return Verdict(Result.REFUSED, str(fault))


def selector(text: str, start: int, end: int, context: int = 32) -> Selector:
    """The selector of the characters from `start` to `end` of a text."""
    return Selector(text[start:end], text[max(start - context, 0) : start], text[end : end + context])


def find(text: str | Folded, selected: Selector) -> tuple[int, int] | None:
    """Where a selector leads in a text that may have been laid out anew: start and end, or None where it leads nowhere.

    Of several places the one with most of the same letters and digits round it is meant, of equal ones the first.
    Raises TooManyPlacesError.
    """
    folded = text if isinstance(text, Folded) else fold(text)
    source = folded.source
    prefix, suffix = _letters(selected.prefix)[::-1], _letters(selected.suffix)
    reach = 4 * max(len(selected.prefix), len(selected.suffix))
    best, most = None, -1
    words = fold(selected.exact)
    for low, high in folded.places(words):
        start, end = folded.span(low, high, words)
        before = _letters(source[max(start - reach, 0) : start])[::-1]
        agreement = _shared(before, prefix) + _shared(_letters(source[end : end + reach]), suffix)
        if agreement > most:
            best, most = (start, end), agreement
    return best


def _expect_fit(quote: str) -> None:
    if not quote.strip():
        raise _RefusedError("The quotation is empty.")
    if len(quote) > MAX_QUOTE:
        raise _RefusedError(f"A quotation has at most {MAX_QUOTE:,} characters; this one has {len(quote):,}.")
    found = _CONTROL.search(quote)
    if found:
        raise _RefusedError(
            f"Character {found.start() + 1:,} of the quotation is a control sign (U+{ord(found[0]):04X})."
        )
    if not re.search(r"\w", quote):
        raise _RefusedError("The quotation holds no word.")


def _looked_up(text: Folded, quote: str) -> Verdict:
    words, cuts = fold(quote), list[str]()
    spans = [span for _, span in islice(_standing(text, words, cuts), MAX_PLACES)]
    if spans:
        return _as_it_stands(text, quote, spans)
    if "[" in quote or "]" in quote:
        return _in_parts(text, read_marks(quote), cuts)
    return Verdict(Result.NOT_FOUND, cuts[0] if cuts else _why_not(text, words))


def _as_it_stands(text: Folded, quote: str, spans: list[tuple[int, int]]) -> Verdict:
    """The verdict where the whole quotation, brackets and all, stands in the text at these places."""
    faults = [negation_fault(text.source, start) for start, _ in spans]
    spans = [span for span, fault in zip(spans, faults, strict=True) if not fault]
    if not spans:
        raise _RefusedError(faults[0])
    exact = next((span for span in spans if text.source[span[0] : span[1]] == quote), None)
    if too_short(quote) and (exact is None or len(faults) > 1):
        raise _RefusedError(
            f"So short a quotation (under {LEAST_WORDS} words and {LEAST_CHARACTERS} characters) must stand in the "
            "document once only, and letter for letter."
        )
    start, end = exact or spans[0]
    reason = "The words stand in the document as quoted."
    if not exact:
        reason = "The words stand in the document; spaces, hyphens, quote marks or other typography differ."
    if len(spans) > 1:
        reason += " They stand there more than once; this is the first place."
    return Verdict(Result.EXACT if exact else Result.NORMALISED, reason, start, end, ((start, end),))


def _standing(
    text: Folded, words: Folded, cuts: list[str], low: int = 0, high: int | None = None
) -> Iterator[tuple[int, tuple[int, int]]]:
    """The places where words stand whole, first to last: where they end in the skeleton, and their span in the source.

    `cuts` takes the reason of the first place that would cut a word.
    """
    for first, last in text.places(words, low, high):
        span = text.span(first, last, words)
        fault = cut_fault(text.source, *span)
        if not fault:
            yield last, span
        elif not cuts:
            cuts.append(fault)


def _in_parts(text: Folded, parts: tuple[Part, ...], cuts: list[str]) -> Verdict:
    """The verdict on a quotation with an editor's marks."""
    faults: list[str] = []
    spans = _chain(text, parts, 0, 0, 0, set(), faults)
    if spans:
        reason = "The words stand in the document, in this order, around what the brackets mark."
        return Verdict(Result.NORMALISED, reason, spans[0][0], spans[-1][1], spans)
    if faults:
        raise _RefusedError(faults[0])
    for part in parts:
        if not any(True for words in part.spellings for _ in _standing(text, words, cuts)):
            return Verdict(Result.NOT_FOUND, cuts[0] if cuts else _why_not(text, part.spellings[0]))
    reason = f"The parts stand in the document, but not in this order within {MAX_LEFT_OUT} characters of one another."
    return Verdict(Result.NOT_FOUND, reason)


def _chain(
    text: Folded,
    parts: tuple[Part, ...],
    low: int,
    end: int,
    index: int,
    blocked: set[tuple[int, int]],
    faults: list[str],
) -> tuple[tuple[int, int], ...] | None:
    """The spans of the parts from `index` on behind a place (`low` in the skeleton, `end` in the source), or None.

    `blocked` remembers what led nowhere, so that the search stays linear; `faults` takes the first broken rule.
    """
    if index == len(parts):
        return ()
    if (index, end) in blocked:
        return None
    for words in parts[index].spellings:
        high = low + _WINDOW + len(words.skeleton) if index else None
        for last, span in _standing(text, words, [], low, high):
            fault = (
                _join_fault(text.source, end, span[0], parts[index]) if index else negation_fault(text.source, span[0])
            )
            if fault:
                faults.append(fault)
                continue
            rest = _chain(text, parts, last, span[1], index + 1, blocked, faults)
            if rest is not None:
                return (span, *rest)
    blocked.add((index, end))
    if len(blocked) > MAX_BLOCKED:
        raise TooManyPlacesError("The parts of the quotation stand in too many places of the document.")
    return None


def _join_fault(source: str, end: int, start: int, part: Part) -> str:
    if part.inserted is None:
        return omission_fault(source, end, start)
    return replacement_fault(source, end, start, part.inserted)


def _why_not(text: Folded, words: Folded) -> str:
    """How far the words agree with the document, for the editor who looks for the difference."""
    if words.skeleton in text.skeleton:
        return "The words stand in the document, but with other hyphens or dashes."
    ends = [match.end() for match in re.finditer(r"\w+", words.skeleton)]
    agreed = bisect_left(ends, True, key=lambda end: words.skeleton[:end] not in text.skeleton)
    if not agreed:
        return "Not even the first word stands in the document."
    place = words.end(ends[agreed - 1])
    if agreed == len(ends):
        return "The words stand in the document, but not the signs at their end."
    next_word = words.source[place : words.end(ends[agreed])].strip()
    return f"The document has “{_tail(words.source[:place])}”, but not “{_tail(next_word)}” behind it."


def _tail(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else "…" + words[-60:]


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _shared(one: str, other: str) -> int:
    """How many characters two strings share from their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
