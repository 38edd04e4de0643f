"""A passage's words in pieces: plain, mended, lit, withheld, and where notes are called. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Call:
    """Where a note is called: its printed number, the id of that place, and the id of the note's words, if held.

    The number is part of the text and begins at `offset`.
    """

    offset: int
    number: str
    id: str
    note: str


@dataclass(frozen=True, slots=True)
class Repair:
    """Words that the layout had broken: `printed` is what the file has, `mended` what stands in the text."""

    offset: int
    printed: str
    mended: str
    reason: str

    @property
    def end(self) -> int:
        """Behind its last character in the text."""
        return self.offset + len(self.mended)

    @property
    def shown(self) -> str:
        """The printed form on one line; line ends are drawn, since they are what was mended."""
        return self.printed.replace("\n", "↵").replace("\u00ad", "-")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that are printed alike, or one call of a note, which has no words."""

    text: str
    lit: bool = False
    printed: str = ""  # as the file has it, where it was mended
    withheld: bool = False
    call: Call | None = None


def cut(
    text: str, *, masked: Spans = (), lit: Spans = (), repairs: Iterable[Repair] = (), calls: Iterable[Call] = ()
) -> list[Piece]:
    """Cut a text where anything begins or ends. What is masked loses its words and its repairs, whatever lies in it."""
    mended = [each for each in visible(repairs, masked) if each.mended]
    called = [(_behind(masked, min(each.offset, len(text))), each) for each in calls]
    numbers = [_printed(text, each) for place, each in called if place == each.offset]
    spans = [*masked, *lit, *numbers, *((each.offset, each.end) for each in mended)]
    edges = sorted({0, len(text), *(place for place, _ in called), *(edge for span in spans for edge in span)})
    ordered = [edge for edge in edges if 0 <= edge <= len(text)]
    pieces: list[Piece] = []
    for start, end in zip(ordered, [*ordered[1:], len(text)], strict=True):
        pieces += [Piece("", call=call) for place, call in called if place == start]
        hidden = next((span for span in masked if span[0] <= start < span[1]), None)
        bright = _within(lit, start)
        if hidden:
            pieces += [Piece("", bright, withheld=True)] if start == hidden[0] else []
        elif start < end and not _within(numbers, start):
            printed = next((each.shown for each in mended if each.offset <= start < each.end), "")
            pieces.append(Piece(text[start:end], bright, printed))
    return pieces


def without_calls(text: str, calls: Iterable[Call]) -> str:
    """Return the text without the printed numbers of the notes that it calls."""
    return "".join(piece.text for piece in cut(text, calls=calls))


def _printed(text: str, call: Call) -> tuple[int, int]:
    """The characters that print a call's number, brackets included; none where the text has another thing there."""
    number = re.escape(call.number)
    found = re.compile(rf"\[{number}\]|\({number}\)|{number}").match(text, call.offset)
    return (call.offset, found.end() if found else call.offset)


def _within(spans: Spans, place: int) -> bool:
    return any(first <= place < last for first, last in spans)


def visible(repairs: Iterable[Repair], masked: Spans) -> list[Repair]:
    """Return the repairs that no masked words touch: the printed form would spell the name."""
    return [each for each in repairs if not any(each.offset < last and first < each.end for first, last in masked)]


def _behind(masked: Spans, place: int) -> int:
    """A note that is called inside a name is called behind it."""
    return next((last for first, last in masked if first < place < last), place)
