"""What a marked-up file holds, in order, and the reading made of it: the visible text with one block a line. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from sources.ingest.blocks import Block, Furniture, Kind, Marker, Proposal, Reading, RefusedFileError, Span
from sources.ingest.lines import tidy

_DATES = frozenset({"published", "updated", "approved"})
_LETTERS = 26
_LONG = 150
_PLAIN_SHARE = 0.8
_BY_PROGRAMS = re.compile(
    r"\W*|\W*(?:untitled|anonymous|unspecified|unknown|user|admin\w*|author|owner|python-docx|word document"
    r"|microsoft\b.*|reportlab.*)\W*|.*\.(?:docx?|pdf|indd|txt|html?)",
    re.I,
)
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_NUMBER = r"[IVXLC]{1,7}|[A-Z]|[a-z]|[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}"
_NAMED = r"(?:(?:Section|Part|Chapter|Article|Annex|Appendix)\s+)?"
_HEADING_LABEL = re.compile(rf"{_NAMED}(?:({_NUMBER})[.):]|\(({_NUMBER})\))(?=\s|$)|(?:Section|Part) ([0-9]{{1,3}})$")
_PARAGRAPH_LABEL = re.compile(r"([0-9]{1,4})\.(?=\s|$)")
_ITEM_LABEL = re.compile(r"\(([a-z]{1,4}|[A-Z]|[0-9]{1,3})\)(?=\s)|[•▪◦‣●](?=\s)")


@dataclass(slots=True)
class Piece:
    """One heading, paragraph, item, row, note or piece of furniture as the mark-up gives it.

    `raw` may hold white space of any kind; a line feed in it is a line end of the author's, not of the file's.
    `marks` are the places in `raw` where notes are called, with their numbers. `lead` and `label` are those that the
    mark-up implies (numbers of a list), `group` names the list. A piece without kind is furniture, for `reason`.
    """

    kind: Kind | None
    raw: str
    level: int = 0
    lead: str = ""
    label: str = ""
    marks: list[tuple[int, str]] = field(default_factory=list)
    reason: str = ""
    name: str = ""
    group: str = ""


def numeral(number: int, style: str) -> str:
    """A list's number in its style: `1`, `a`, `A`, `i` or `I`; plain figures beyond what the style is used for."""
    if style in {"a", "A"} and 0 < number <= _LETTERS * 4:
        written = chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)
    elif style in {"i", "I"} and 0 < number < 4000:
        written, left = "", number
        for value, letters in _ROMAN:
            written += letters * (left // value)
            left %= value
    else:
        return str(number)
    return written.upper() if style.isupper() else written


def shaped(kind: Kind | None, raw: str) -> str:
    """The text with each run of white space made one space; in a row, the tabs between its cells stay."""
    return "\t".join(tidy(cell) for cell in raw.split("\t")) if kind == Kind.TABLE_ROW else tidy(raw)


def within(kind: Kind | None, raw: str, at: int) -> int:
    """Where the character at `at` of the raw text stands in the shaped one."""
    before = shaped(kind, raw[:at])
    return len(before) + bool(before and not before[-1].isspace() and raw[at - 1].isspace())


def without_empty(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces that hold any text. Raises RefusedFileError where there is none that is not furniture."""
    kept = [piece for piece in pieces if piece.raw.strip() or piece.lead]
    if not any(piece.kind and piece.raw.strip() for piece in kept):
        raise RefusedFileError("The file holds no text.")
    return kept


def number_paragraphs(pieces: Iterable[Piece]) -> None:
    """Make numbered paragraphs of the items of lists that are as long as paragraphs are."""
    groups: dict[str, list[Piece]] = {}
    for piece in pieces:
        if piece.kind == Kind.LIST_ITEM and piece.group and piece.label.isdigit():
            groups.setdefault(piece.group, []).append(piece)
    for items in groups.values():
        if median(len(item.raw) for item in items) >= _LONG:
            for item in items:
                item.kind = Kind.PARAGRAPH


def mostly_paragraphs(pieces: Iterable[Piece]) -> bool:
    """Whether the mark-up tells next to nothing: no headings, and hardly any lists and tables."""
    content = [piece for piece in pieces if piece.kind and piece.raw.strip()]
    whole = sum(len(piece.raw) for piece in content)
    plain = sum(len(piece.raw) for piece in content if piece.kind in {Kind.PARAGRAPH, Kind.NOTE} or piece.label)
    return plain > _PLAIN_SHARE * whole and not any(piece.kind == Kind.HEADING for piece in content)


def told_by_somebody(value: str) -> bool:
    """Whether a title or name in a file's properties was typed by somebody, and is not a program's own."""
    if re.search("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]", value):
        return False
    return not re.fullmatch(_BY_PROGRAMS, value.strip())


def compose(
    pieces: Iterable[Piece],
    layout: str,
    encoding: str,
    proposals: Iterable[tuple[str, str]] = (),
    warnings: Sequence[str] = (),
) -> Reading:
    """The reading of pieces whose mark-up tells what they are. Raises RefusedFileError where they hold no text."""
    composer = _Composer()
    kept = without_empty(pieces)
    number_paragraphs(kept)
    for piece in kept:
        composer.add(piece)
    composer.release()
    text = "\n".join(composer.lines)
    return Reading(
        layout=layout,
        text=text,
        encoding=encoding,
        blocks=tuple(composer.blocks),
        furniture=tuple(composer.furniture),
        proposals=tuple(proposed(proposals, composer.lines)),
        warnings=tuple(warnings),
    )


def proposed(found: Iterable[tuple[str, str]], lines: Sequence[str]) -> Iterator[Proposal]:
    """The facts found, each once, with the line that prints it alone, or 0 where only the file's mark-up says it."""
    numbers: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        numbers.setdefault(line, number)
    for name, value in dict.fromkeys((name, _without_time(name, tidy(value))) for name, value in found):
        if value:
            yield Proposal(name, value, numbers.get(value, 0))


def _without_time(name: str, value: str) -> str:
    """A date without the time of day that machines write behind it."""
    return re.sub(r"^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:].*", r"\1", value) if name in _DATES else value


class _Composer:
    """Writes lines and blocks together. A number that stands alone waits for the piece that it belongs to."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.blocks: list[Block] = []
        self.furniture: list[Furniture] = []
        self._length = 0
        self._above: list[tuple[int, int]] = []
        self._waiting: tuple[Piece, Block] | None = None
        self._number = 0

    def add(self, piece: Piece) -> None:
        text = shaped(piece.kind, piece.raw)
        marks = [(within(piece.kind, piece.raw, at), number) for at, number in piece.marks]
        if piece.kind is None:
            span = self._write(text)
            self.furniture.append(Furniture(text, span, len(self.lines), piece.reason))
            return
        kind, lead, label = self._labelled(piece, text)
        if not piece.lead:
            bare = text[len(lead) :].lstrip(" ")
            marks = [(at - (len(text) - len(bare)), number) for at, number in marks]
            text = bare
        span = self._write(f"{lead} {text}" if lead and text else lead or text)
        line = len(self.lines)
        markers = tuple(Marker(number, at) for at, number in marks if at >= 0)
        block = Block(kind, text, (span,), line, line, label=label, lead=lead, level=piece.level, markers=markers)
        self._place(piece, block)

    def release(self) -> None:
        """Place a number that waited in vain as a block of its own."""
        if self._waiting:
            _, block = self._waiting
            self._waiting = None
            self._append(replace(block, text=block.lead, lead="", label=""))

    def _write(self, text: str) -> Span:
        start = self._length
        self.lines.append(text)
        self._length += len(text) + 1
        return Span(start, start + len(text))

    def _labelled(self, piece: Piece, text: str) -> tuple[Kind, str, str]:
        kind = piece.kind or Kind.PARAGRAPH
        if piece.lead:
            return kind, piece.lead, piece.label
        found = None
        if kind == Kind.HEADING:
            found = _HEADING_LABEL.match(text)
        elif kind == Kind.NOTE and piece.label:
            found = re.match(rf"[\^↑]?\s*[\[(]?{re.escape(piece.label)}[\])]?[.:]?(?!\w)\s*(?:[\^↑])?|[\^↑]", text)
            return kind, found[0].rstrip() if found else "", piece.label
        elif kind == Kind.PARAGRAPH:
            found = _ITEM_LABEL.match(text)
            if found:
                return Kind.LIST_ITEM, found[0], found[1] or ""
            found = self._in_sequence(_PARAGRAPH_LABEL.match(text))
        if not found:
            return kind, "", ""
        return kind, found[0], next(filter(None, found.groups()), "")

    def _in_sequence(self, found: re.Match[str] | None) -> re.Match[str] | None:
        """A number that opens a paragraph is the paragraph's where it follows the one before, or begins anew."""
        if not found or int(found[1]) not in {1, self._number + 1}:
            return None
        self._number = int(found[1])
        return found

    def _place(self, piece: Piece, block: Block) -> None:
        if self._waiting and self._waiting[1].kind == block.kind and not block.lead:
            number, waited = self._waiting[1], self._waiting[0]
            self._waiting = None
            level = min(waited.level, block.level) if waited.level and block.level else block.level
            spans = number.spans + block.spans
            block = replace(
                block, spans=spans, first_line=number.first_line, lead=number.lead, label=number.label, level=level
            )
        self.release()
        if block.lead and not block.text and not piece.lead:
            self._waiting = piece, block
        else:
            self._append(block)

    def _append(self, block: Block) -> None:
        level = block.level if block.kind == Kind.HEADING else 0
        if level:
            while self._above and self._above[-1][0] >= level:
                self._above.pop()
        parent = self._above[-1][1] if self._above else None
        if level:
            self._above.append((level, len(self.blocks)))
        # Mark-up skips levels; the tree does not.
        self.blocks.append(replace(block, level=len(self._above) if level else 0, parent=parent))
