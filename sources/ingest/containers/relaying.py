"""Lines of a file that tells nothing of its structure, read by the text layouts, and their findings put back. Pure.

A printed page carries what is no part of the text, and mark-up may tell notes from text. The layouts are given the
lines without either; what they find is then told in terms of all lines: spans, line numbers and pages are those of the
whole, furniture and notes stand at their places, and notes are called where the mark-up says.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sources.ingest import layouts
from sources.ingest.blocks import Block, Furniture, Kind, Marker, Reading, RefusedFileError, Span
from sources.ingest.containers.pieces import Piece, proposed
from sources.ingest.lines import tidy


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: on page `page` (from 1, None where the file has none), furniture for `reason`, or part of note
    `note`; `marks` are the places in the line where notes are called, with their numbers.
    """

    text: str
    page: int | None = None
    reason: str = ""
    note: str = ""
    marks: tuple[tuple[int, str], ...] = ()


def relay(
    lines: Sequence[Line],
    encoding: str,
    layout: str | None = None,
    proposals: Iterable[tuple[str, str]] = (),
    warnings: Sequence[str] = (),
) -> Reading:
    """The reading of the lines by a text layout: `layout`, or the one that fits best. Raises RefusedFileError."""
    whole = _Whole(lines)
    if not whole.plain.strip():
        raise RefusedFileError("The file holds no text beside what every page carries.")
    found = layouts.read(whole.plain, encoding, layout)
    blocks = [whole.block(block) for block in found.blocks]
    furniture = [piece for item in found.furniture for piece in whole.furnishings(item)] + whole.furniture
    facts = [replace(item, line=whole.line(item.line)) for item in found.proposals]
    known = {(item.field, item.value) for item in facts}
    told = [item for item in proposed(proposals, whole.text.split("\n")) if (item.field, item.value) not in known]
    return replace(
        found,
        text=whole.text,
        blocks=_in_order(blocks, whole.notes()),
        furniture=tuple(sorted(furniture, key=lambda item: item.span.start)),
        proposals=(*told, *facts),
        parts=tuple(
            replace(part, first_line=whole.line(part.first_line), last_line=whole.line(part.last_line))
            for part in found.parts
        ),
        warnings=(*warnings, *found.warnings),
    )


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """The lines of pieces, with an empty line between two of them unless each piece is one line of a wrapped text."""
    kept = [piece for piece in pieces if piece.raw.strip() or piece.kind == Kind.PARAGRAPH]
    wrapped = _are_wrapped([piece.raw for piece in kept if piece.kind])
    lines: list[Line] = []
    for position, piece in enumerate(kept):
        note = f"{piece.label} {position}" if piece.kind == Kind.NOTE else ""
        if lines and not wrapped:
            lines.append(Line(""))
        start = 0
        for row in (f"{piece.lead} {piece.raw}".strip() if piece.lead else piece.raw).split("\n"):
            marks = tuple((at - start, number) for at, number in piece.marks if start <= at <= start + len(row))
            lines.append(Line(row, None, piece.reason if piece.kind is None else "", note, marks))
            start += len(row) + 1
    return lines


def _are_wrapped(texts: Sequence[str]) -> bool:
    """Whether paragraphs are the lines of a wrapped text: most of them end within a sentence."""
    full = [text.strip() for text in texts if len(text.strip()) > 1]
    within = sum(1 for text in full if not text.endswith((".", "!", "?", ":", ";", "”", '"', ")")))
    return len(full) > 5 and within * 2 > len(full)


class _Whole:
    """The text of all lines, the text without furniture and notes, and the way from places in this to places in that.

    A page starts behind a form feed, which opens its first line.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.starts: list[int] = []
        self.kept: list[int] = []
        self._plain_starts: list[int] = []
        rows: list[str] = []
        plain: list[str] = []
        position, plain_position = 0, 0
        for number, line in enumerate(lines):
            feed = "\f" if number and line.page != lines[number - 1].page else ""
            rows.append(feed + line.text)
            self.starts.append(position + len(feed))
            position += len(rows[-1]) + 1
            if not line.reason and not line.note:
                turned = "\f" if self.kept and line.page != lines[self.kept[-1]].page else ""
                self.kept.append(number)
                self._plain_starts.append(plain_position + len(turned))
                plain.append(turned + line.text)
                plain_position += len(plain[-1]) + 1
        self.text = "\n".join(rows)
        self.plain = "\n".join(plain)
        self.furniture = [
            Furniture(
                line.text, Span(self.starts[number], self.starts[number] + len(line.text)), number + 1, line.reason
            )
            for number, line in enumerate(lines)
            if line.reason and line.text.strip()
        ]

    def line(self, plain_line: int) -> int:
        """The number of a line in the whole, both from 1; 0 stays 0."""
        return self.kept[min(plain_line, len(self.kept)) - 1] + 1 if plain_line > 0 else 0

    def spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """The characters of the whole that are those of the plain text, joined where only white space lies between."""
        found: list[Span] = []
        for span in spans:
            row = max(0, bisect_right(self._plain_starts, span.start) - 1)
            while row < len(self.kept) and self._plain_starts[row] < span.end:
                shift = self.starts[self.kept[row]] - self._plain_starts[row]
                start = max(span.start, self._plain_starts[row]) + shift
                end = min(span.end, self._plain_starts[row] + len(self.lines[self.kept[row]].text)) + shift
                row += 1
                if start >= end:
                    continue
                if found and found[-1].end <= start and not self.text[found[-1].end : start].strip():
                    found[-1] = Span(found[-1].start, end)
                else:
                    found.append(Span(start, end))
        return tuple(found)

    def block(self, block: Block) -> Block:
        """A block that the layout found, at its place in the whole, with the note calls that lie in it."""
        spans = self.spans(block.spans)
        first, last = self.line(block.first_line), self.line(block.last_line)
        moved = replace(block, spans=spans, first_line=first, last_line=last)
        page = self.lines[first - 1].page
        markers = {marker.offset: marker for marker in block.markers}
        called = {
            self.starts[number] + at: name for number in range(first - 1, last) for at, name in self.lines[number].marks
        }
        for place, offset in _offsets(moved, self.text, called) if called else ():
            markers[offset] = Marker(called[place], offset)
        ordered = tuple(markers[offset] for offset in sorted(markers))
        return replace(moved, page=block.page if page is None else page, markers=ordered)

    def furnishings(self, item: Furniture) -> Iterable[Furniture]:
        """What the layout took for furniture, at its place in the whole."""
        for span in self.spans([item.span]):
            yield Furniture(self.text[span.start : span.end], span, self.line(item.line), item.reason)

    def notes(self) -> list[Block]:
        """The notes that the mark-up told from the text."""
        found: dict[str, list[int]] = {}
        for number, line in enumerate(self.lines):
            if line.note and line.text.strip() and not line.reason:
                found.setdefault(line.note, []).append(number)
        return [self._note(name.split(" ")[0], rows) for name, rows in found.items()]

    def _note(self, label: str, rows: list[int]) -> Block:
        text = tidy(" ".join(self.lines[row].text for row in rows))
        found = re.match(rf"[\[(]?{re.escape(label)}[\])]?[.:]?(?!\w)", text)
        lead = found[0] if found else label if text.startswith(label) else ""
        spans = self.spans_of(rows)
        page = self.lines[rows[0]].page
        return Block(Kind.NOTE, text[len(lead) :].lstrip(), spans, rows[0] + 1, rows[-1] + 1, label, lead, page=page)

    def spans_of(self, rows: Sequence[int]) -> tuple[Span, ...]:
        """One span for each of these lines that holds something."""
        return tuple(Span(self.starts[row], self.starts[row] + len(self.lines[row].text)) for row in rows)


def _offsets(block: Block, text: str, places: Collection[int]) -> Iterator[tuple[int, int]]:
    """Those of the places in the whole that lie in the block's text, each with its offset there; in one pass."""
    printed = _printed(block)
    count = -_ink(block.lead)
    for span in block.spans:
        for place in range(span.start, span.end + 1):
            offset = printed[count] if 0 <= count < len(printed) else None
            if place in places and offset is not None:
                yield place, offset
            count += place < span.end and not text[place].isspace()


def _printed(block: Block) -> list[int | None]:
    """For each printed character that is no white space its offset in the block's text, and that of the end; None
    within a word that was mended.
    """
    found: list[int | None] = []
    repairs = {repair.offset: repair for repair in block.repairs if repair.mended}
    position = 0
    while position < len(block.text):
        repair = repairs.get(position)
        if repair:
            found += [position, *[None] * (_ink(repair.printed) - 1)]
            position += len(repair.mended)
        else:
            found += [] if block.text[position].isspace() else [position]
            position += 1
    return [*found, len(block.text)]


def _ink(text: str) -> int:
    return sum(1 for character in text if not character.isspace())


def _in_order(blocks: Sequence[Block], notes: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks and notes by their places in the whole, parents told anew."""
    every = [*blocks, *notes]
    order = sorted(range(len(every)), key=lambda index: every[index].spans[0].start if every[index].spans else 0)
    moved = {old: new for new, old in enumerate(order)}
    return tuple(
        replace(every[old], parent=moved[parent] if (parent := every[old].parent) is not None else None)
        for old in order
    )
