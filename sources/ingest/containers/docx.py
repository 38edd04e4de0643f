"""DOCX: blocks from styles, lists, tables and footnotes, or from the lines where the styles tell nothing. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from sources.ingest.blocks import Kind, Reading
from sources.ingest.containers.docx_package import Package, child, looks_like, name, value
from sources.ingest.containers.docx_styles import TITLE, Styles, styles
from sources.ingest.containers.pieces import Piece, compose, mostly_paragraphs, numeral, told_by_somebody
from sources.ingest.containers.relaying import lines_of, relay

__all__ = ["looks_like", "read"]

# What was struck out while changes were recorded, and what only older programs are meant to show.
_SKIPPED_NAMES = "del moveFrom instrText delText delInstrText Fallback rt pPr rPr tblPr trPr tcPr sectPr"
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_NOTE_PARTS = {"footnoteReference": "word/footnotes.xml", "endnoteReference": "word/endnotes.xml"}
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "ptab": " "}
_UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(slots=True)
class _Words:
    """The text of one paragraph or row as it is gathered, with the notes called in it."""

    text: str = ""
    marks: list[tuple[int, str]] = field(default_factory=list)


def read(data: bytes, layout: str | None = None) -> Reading:
    """A DOCX file. `layout` names a layout of texts to read its lines by; `docx` keeps to the styles in any case.

    Raises RefusedFileError for a file that is damaged, protected, too large unpacked or without text.
    """
    package = Package(data)
    document = _Document(package, styles(package))
    pieces = document.pieces()
    told = list(_facts(package))
    if layout in {None, "docx"} and (layout or not mostly_paragraphs(pieces)):
        return compose(pieces, "docx", "docx", told, document.warnings())
    return relay(lines_of(pieces), "docx", layout, told, document.warnings())


class _Document:
    """Goes through the document's parts and gathers pieces."""

    def __init__(self, package: Package, known: Styles) -> None:
        self._package = package
        self._styles = known
        self._notes: list[tuple[str, str, str]] = []
        self._counted: Counter[str] = Counter()
        self._endnotes = _style_of_endnotes(package)
        self._struck = 0

    def pieces(self) -> list[Piece]:
        """All pieces: heads of pages, the body, the notes in the order of their calls, feet of pages."""
        root = self._package.part(self._package.main)
        found = list(self._around("header", "running head"))
        body = child(root, "body")
        if body is not None:
            found += self._body(body)
            self._struck += sum(1 for each in body.iter("{*}del", "{*}moveFrom") if len(each))
        titled = any(piece.level == TITLE for piece in found)
        for piece in found:
            if piece.kind == Kind.HEADING:
                piece.level = 1 if piece.level == TITLE else piece.level + titled
        return [*found, *self._called(), *self._around("footer", "running foot")]

    def warnings(self) -> list[str]:
        """What an editor should know of what was left out."""
        if not self._struck:
            return []
        places = "1 place" if self._struck == 1 else f"{self._struck} places"
        return [f"Struck out in recorded changes and left out: {places}. What was put in is read."]

    def _around(self, part: str, reason: str) -> Iterator[Piece]:
        seen = set()
        for each in self._package.names(rf"word/{part}[0-9]*\.xml"):
            root = self._package.part(each)
            for paragraph in root.iter("{*}p") if root is not None else ():
                text = self._words(paragraph).text.strip()
                if text and text not in seen:
                    seen.add(text)
                    yield Piece(None, text, reason=reason)

    def _body(self, body: etree._Element) -> Iterator[Piece]:
        """Paragraphs and rows of tables, in order, whatever holds them."""
        waiting = list(reversed(body))
        while waiting:
            element = waiting.pop()
            tag = name(element)
            if tag == "p":
                yield from self._paragraph(element)
                waiting.extend(reversed(_boxed(element)))
            elif tag == "tr":
                cells = [cell for cell in element.iterchildren() if name(cell) not in _SKIPPED]
                if len(cells) == 1:
                    waiting.extend(reversed(cells))
                else:
                    yield self._row(cells)
            elif tag not in _SKIPPED:
                waiting.extend(reversed(element))

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Piece]:
        words = self._words(paragraph)
        level = self._styles.level(paragraph)
        if not words.text.strip():
            # An empty line tells wrapped lines from paragraphs, and counts in no list.
            yield Piece(Kind.PARAGRAPH, "")
            return
        number = self._styles.number(paragraph)
        kind = Kind.HEADING if level else Kind.LIST_ITEM if number else Kind.PARAGRAPH
        piece = Piece(kind, words.text, level, marks=words.marks)
        if number:
            piece.lead, piece.label, piece.group = number.lead, number.label, number.group
        yield piece

    def _row(self, cells: Sequence[etree._Element]) -> Piece:
        row = _Words()
        for number, cell in enumerate(cells):
            row.text += "\t" if number else ""
            for paragraph in cell.iter("{*}p"):
                inner = self._words(paragraph)
                row.marks += [(len(row.text) + at, called) for at, called in inner.marks]
                row.text += re.sub(r"\s", " ", inner.text) + " "
        return Piece(Kind.TABLE_ROW, row.text, marks=row.marks)

    def _words(self, paragraph: etree._Element) -> _Words:
        """The text of a paragraph without that of boxes anchored in it."""
        words = _Words()
        waiting = list(reversed(paragraph))
        while waiting:
            element = waiting.pop()
            tag = name(element)
            if tag == "t":
                words.text += _UNPRINTED.sub("", element.text or "")
            elif tag in _SIGNS:
                words.text += _SIGNS[tag]
            elif tag == "sym":
                words.text += _symbol(value(element, "char"))
            elif tag in _NOTE_PARTS:
                self._call(element, tag, words)
            elif tag not in _SKIPPED and tag != "txbxContent":
                waiting.extend(reversed(element))
        return words

    def _call(self, element: etree._Element, tag: str, words: _Words) -> None:
        """Print the number of a note where it is called, unless the author set a sign of his own."""
        part = _NOTE_PARTS[tag]
        self._counted[part] += 1
        number = numeral(self._counted[part], "1" if tag == "footnoteReference" else self._endnotes)
        if value(element, "customMarkFollows") in {"1", "true", "on"}:
            following = element.getnext()
            number = (following.text or "").strip() if following is not None and name(following) == "t" else ""
            words.marks.append((len(words.text), number or "*"))
            number = number or "*"
        else:
            words.marks.append((len(words.text), number))
            words.text += number
        self._notes.append((part, value(element, "id"), number))

    def _called(self) -> Iterator[Piece]:
        """The notes that are called, in order, then those that nobody calls."""
        held = {part: self._held(part) for part in _NOTE_PARTS.values()}
        for part, note_id, number in self._notes:
            text = held[part].pop(note_id, "")
            if text:
                yield Piece(Kind.NOTE, text, lead=number, label=number)
        for left in held.values():
            for text in left.values():
                yield Piece(Kind.NOTE, text)

    def _held(self, part: str) -> dict[str, str]:
        root = self._package.part(part)
        found: dict[str, str] = {}
        for note in root if root is not None else ():
            if value(note, "type") not in {"separator", "continuationSeparator", "continuationNotice"}:
                text = " ".join(self._words(paragraph).text for paragraph in note.iter("{*}p")).strip()
                if text:
                    found[value(note, "id")] = text
        return found


def _style_of_endnotes(package: Package) -> str:
    style = value(child(package.part("word/settings.xml"), "endnotePr", "numFmt"))
    return {"decimal": "1", "upperRoman": "I", "lowerLetter": "a", "upperLetter": "A"}.get(style, "i")


def _boxed(paragraph: etree._Element) -> list[etree._Element]:
    """The paragraphs and tables of text boxes anchored in a paragraph, each box once."""
    found: list[etree._Element] = []
    for box in paragraph.iter("{*}txbxContent"):
        if not any(name(above) in _SKIPPED or name(above) == "txbxContent" for above in box.iterancestors()):
            found.extend(box)
    return found


def _symbol(code: str) -> str:
    """The character of a symbol font, where its code is one outside the private area."""
    if not re.fullmatch("[0-9A-Fa-f]{4}", code):
        return "\ufffd"
    character = chr(int(code, 16))
    return character if character.isprintable() and not "\ud800" <= character <= "\uf8ff" else "\ufffd"


def _facts(package: Package) -> Iterator[tuple[str, str]]:
    core = package.part("docProps/core.xml")
    for element in core if core is not None else ():
        told = {"title": "title", "creator": "authors", "language": "language"}.get(name(element))
        if told and element.text and told_by_somebody(element.text):
            yield told, element.text
