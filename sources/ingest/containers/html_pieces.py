"""A page's visible text as pieces, in order: what is a heading, an item, a row, a note, and what is furniture. Pure."""

import re
from dataclasses import dataclass, replace

from lxml import etree, html

from sources.ingest.blocks import Kind
from sources.ingest.containers.html_notes import BLOCKS, Notes, find, numbering
from sources.ingest.containers.pieces import Piece

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNSEEN = frozenset({"head", "script", "style", "template", "title", "meta", "link", "base"})
_FURNITURE = {
    "nav": "navigation",
    "aside": "aside",
    "footer": "page footer",
    "noscript": "shown without scripts only",
    "button": "form",
    "select": "form",
    "textarea": "form",
    "datalist": "form",
    "svg": "drawing",
    "iframe": "frame",
    "object": "frame",
    "audio": "player",
    "video": "player",
}
_ROLES = {
    "navigation": "navigation",
    "banner": "page header",
    "contentinfo": "page footer",
    "search": "form",
    "complementary": "aside",
}
_BESIDE = re.compile(r"(?:^|[\s_-])(breadcrumbs?|cookies?|skip-?(?:link|nav|to)|social|share|sharing)(?:$|[\s_-])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_WHITE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds for the text inside an element: its kind, and why it is furniture or not shown at all."""

    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    reason: str = ""
    unseen: bool = False
    pre: bool = False
    # Inside headings, rows and notes a block ends no piece.
    joined: bool = False
    name: str = ""


def pieces(root: html.HtmlElement) -> list[Piece]:
    """The pieces of a page, empty paragraphs included, since those tell wrapped lines from paragraphs."""
    walker = _Walker(root)
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            walker.start(element)
        elif event == "end":
            walker.end(element)
        else:
            walker.text(element.tail)
    walker.flush()
    return walker.found


class _Walker:
    """Goes through a page without recursion, since pages may be nested to any depth."""

    def __init__(self, root: html.HtmlElement) -> None:
        self.found: list[Piece] = []
        self._numbering = numbering(root)
        self._groups = {ordered: str(position) for position, ordered in enumerate(root.iter("ol"))}
        self._notes: Notes = find(root, self._numbering)
        self._main = _main(root)
        self._main_titled = self._main is not None and any(True for _ in self._main.iter("h1"))
        self._titles = sum(1 for _ in root.iter("h1"))
        self._layout_tables = {table for table in root.iter("table") if _is_layout(table)}
        outside = "outside the main text" if self._main is not None else ""
        self._contexts = [_Context(reason=outside)]
        self._open: Piece | None = None

    def start(self, element: html.HtmlElement) -> None:
        """Enter an element, and take the text before its first child."""
        context = self._contexts[-1]
        tag = str(element.tag)
        inner = self._inner(element, tag, context)
        if tag == "br":
            self._line_end(context)
        elif tag in {"td", "th"} and inner.kind == Kind.TABLE_ROW and inner.joined:
            self._cell(inner)
        elif inner.reason != context.reason or (tag in BLOCKS and not context.joined):
            # The first paragraph of an item stands beside the item's number.
            if not (self._open and self._open.lead and not self._open.raw.strip() and tag != "li"):
                self.flush()
        elif tag in BLOCKS:
            self._add(" ", inner)
        self._contexts.append(inner)
        number = self._notes.calls.get(element)
        if number and not inner.unseen and inner.kind != Kind.NOTE:
            self._add("", inner)
            if self._open:
                self._open.marks.append((len(self._open.raw), number))
        if tag == "li" and not inner.unseen and not context.joined:
            self._item(element, inner)
        self.text(element.text)

    def end(self, element: html.HtmlElement) -> None:
        """Leave an element, and take the text behind it."""
        inner = self._contexts.pop()
        context = self._contexts[-1]
        if inner.reason != context.reason or (element.tag in BLOCKS and not context.joined):
            if element.tag == "p" and self._open is None and not inner.unseen and not inner.reason:
                self.found.append(Piece(Kind.PARAGRAPH, ""))
            self.flush()
        elif element.tag in BLOCKS and element.tag not in {"td", "th"}:
            self._add(" ", context)
        self.text(element.tail)

    def text(self, text: str | None) -> None:
        """Take text that stands in the innermost element."""
        context = self._contexts[-1]
        if text:
            self._add(text if context.pre else _WHITE.sub(" ", text), context)

    def flush(self) -> None:
        """End the piece that is open."""
        piece, self._open = self._open, None
        if piece and (piece.raw.strip() or piece.lead):
            self.found.append(piece)

    def _inner(self, element: html.HtmlElement, tag: str, context: _Context) -> _Context:
        """What holds inside the element."""
        if tag in _UNSEEN or context.unseen:
            return replace(context, unseen=True)
        inner = replace(context, reason=self._reason(element, tag, context))
        if element in self._notes.notes:
            return replace(inner, kind=Kind.NOTE, name=self._notes.notes[element], joined=True, level=0)
        if context.joined:
            return inner
        if tag in _HEADINGS or (element.get("role") == "heading" and tag in BLOCKS):
            level = _HEADINGS.get(tag) or _aria_level(element)
            return replace(inner, kind=Kind.HEADING, level=level, joined=True)
        if tag == "li":
            return replace(inner, kind=Kind.LIST_ITEM)
        if tag == "tr" and _table(element) not in self._layout_tables:
            return replace(inner, kind=Kind.TABLE_ROW, joined=True)
        if tag in {"blockquote", "table", "dl"}:
            return replace(inner, kind=Kind.PARAGRAPH)
        return replace(inner, pre=True) if tag in {"pre", "xmp", "listing", "plaintext"} else inner

    def _reason(self, element: html.HtmlElement, tag: str, context: _Context) -> str:
        if element is self._main or element in self._notes.notes:
            return ""
        if tag == "h1" and self._main is not None and not self._main_titled and context.reason.startswith("outside"):
            return ""
        if context.reason and not context.reason.startswith("outside"):
            return context.reason
        if element.get("hidden") is not None or _HIDDEN.search((element.get("style") or "").lower()):
            return "hidden"
        if tag == "header":
            inside = any(True for _ in element.iterancestors("article", "main", "section"))
            titled = self._titles == 1 and any(True for _ in element.iter("h1"))
            return context.reason if inside or titled else "page header"
        if tag in {"footer", "aside"} and any(each in self._notes.notes for each in element.iter("*")):
            return context.reason
        role = _ROLES.get(element.get("role") or "")
        beside = _BESIDE.search(f"{element.get('class') or ''} {element.get('id') or ''}".lower())
        if beside and tag not in {"body", "html", "main", "article"} and not any(True for _ in element.iter("h1")):
            return beside[1]
        return _FURNITURE.get(tag) or role or context.reason

    def _add(self, text: str, context: _Context) -> None:
        if context.unseen:
            return
        if self._open is None:
            if text and not text.strip():
                return
            kind = None if context.reason else context.kind
            label = context.name if kind == Kind.NOTE else ""
            name = "pre" if context.pre else ""
            self._open = Piece(kind, "", context.level, label=label, reason=context.reason, name=name)
        self._open.raw += text

    def _line_end(self, context: _Context) -> None:
        if self._open is None or context.joined:
            self._add(" ", context)
        elif self._open.raw.rstrip(" ").endswith("\n") and not context.pre and self._open.kind != Kind.LIST_ITEM:
            # Two line ends part paragraphs, as an empty line does in a plain text.
            self.flush()
            self.found.append(Piece(Kind.PARAGRAPH, ""))
        else:
            self._add("\n", context)

    def _cell(self, context: _Context) -> None:
        if self._open is None:
            self._add("", context)
        else:
            self._add("\t", context)

    def _item(self, element: html.HtmlElement, context: _Context) -> None:
        """Give the item of a numbered list the number that a page would show."""
        number = self._numbering.get(element, "")
        if number and context.kind == Kind.LIST_ITEM and not context.reason:
            self.flush()
            self._open = Piece(
                Kind.LIST_ITEM, "", lead=f"{number}.", label=number, group=self._groups[element.getparent()]
            )


def _main(root: html.HtmlElement) -> html.HtmlElement | None:
    """The one element that says it holds the main text, if it holds most of the page's."""
    found = [element for element in root.iter("*") if element.tag == "main" or element.get("role") == "main"]
    outermost = [element for element in found if not any(above in found for above in element.iterancestors())]
    if len(outermost) != 1:
        return None
    whole = sum(len(text.strip()) for text in root.itertext("p", "li", "td", "h1", "h2", "h3"))
    inside = sum(len(text.strip()) for text in outermost[0].itertext("p", "li", "td", "h1", "h2", "h3"))
    return outermost[0] if inside * 2 >= whole else None


def _is_layout(table: html.HtmlElement) -> bool:
    """Whether a table only puts things side by side: cells that hold headings, lists, tables or paragraphs."""
    rows = [row for row in table.iter("tr") if _table(row) is table]
    cells = [[cell for cell in row if cell.tag in {"td", "th"}] for row in rows]
    if all(len(row) < 2 for row in cells):
        return True
    for cell in (cell for row in cells for cell in row):
        inner = [element.tag for element in cell.iterdescendants("*")]
        if any(tag in {"h1", "h2", "h3", "h4", "table"} for tag in inner) or inner.count("p") > 3:
            return True
    return False


def _table(element: html.HtmlElement) -> html.HtmlElement | None:
    return next(element.iterancestors("table"), None)


def _aria_level(element: html.HtmlElement) -> int:
    level = element.get("aria-level") or ""
    return int(level) if re.fullmatch("[1-6]", level) else 2
