"""One page of a text that is held: passages with their words, notes beside them, and what rests on each.

Words are fetched for one page only; where things stand is worked out before (`held_text`, `flow`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from sources import outline
from sources.models import Document, Note, Passage
from sources.outline import Spot
from sources.pages import flow
from sources.pages.flow import Bare, Entry
from sources.pages.held_text import Text, neutral
from sources.pages.lighting import lit
from sources.pages.masking import WITHHELD, Mask
from sources.pages.pieces import Call, Piece, Repair, cut, visible, without_calls
from sources.pages.reference import statements
from sources.resting import Rest

MOST_OTHERS = 400
GROUPS = {"list_item": "list", "table_row": "table"}


@dataclass
class Row:
    """One passage as the page prints it; `ids` are further names of its place."""

    anchor: str
    kind: str
    locator: str
    lead: str
    pieces: list[Piece]
    depth: int = 0  # of a heading, from 1
    leaf: int | None = None  # the printed page that begins here
    ids: list[str] = field(default_factory=list)
    spots: list[Spot[Rest]] = field(default_factory=list)
    notes: list["Row"] = field(default_factory=list)
    back: str = ""  # of a note: the id of the place that calls it
    cites: Document | None = None  # of a note: the document that it cites

    @property
    def cells(self) -> list[list[Piece]]:
        """The pieces of a table row, cell by cell: tabs part them."""
        found: list[list[Piece]] = [[]]
        for piece in self.pieces:
            first, *more = piece.text.split("\t")
            found[-1].append(replace(piece, text=first))
            found += [[replace(piece, text=text, call=None)] for text in more]
        return found

    @property
    def resting(self) -> int:
        """How many statements rest on it."""
        return sum(len(spot.items) for spot in self.spots)

    @property
    def withholds(self) -> bool:
        """Whether a name is withheld in it."""
        return (
            WITHHELD in self.lead
            or any(piece.withheld for piece in self.pieces)
            or any(note.withholds for note in self.notes)
        )


@dataclass
class Group:
    """What is printed together: rows (text, list, table), or the one line of a gap, of notes, of a part."""

    kind: str
    rows: list[Row] = field(default_factory=list)
    count: int = 0
    part: Document | None = None


@dataclass(frozen=True)
class Title:
    """A line of the contents."""

    anchor: str
    page: int
    depth: int
    words: str


class Sheet:
    """One page of a text with its words: makes rows of passages."""

    def __init__(self, text: Text, number: int, names: Mask) -> None:
        self.text = text
        self.number = number
        self.page = text.pages[number - 1]
        shown = [entry.indexes[0] for entry in self.page.entries if entry.kind in ("passage", "known")]
        on_page = {text.passages[index].pk for index in shown}
        beside = {n.passage_id or 0 for n in text.notes if n.marker_passage_id in on_page and text.is_beside(n)}
        self.here = {*shown, *(text.at[pk] for pk in beside)}
        ids = [*(pk for pk in on_page if pk in text.readable), *beside]
        self.words: dict[int, Passage] = {row.pk: row for row in Passage.objects.filter(pk__in=ids)}
        self.mask = names.narrowed(self._all_words())
        self.lit = lit(text.quoted, self.words) if text.quoted else {}
        self.alone = {note.passage_id: note for note in text.notes if not text.is_beside(note)}
        cited = {note.cites_id for note in text.notes if note.cites_id}
        self.cited = {row.pk: row for row in Document.objects.public().filter(pk__in=cited)} if cited else {}
        pointers = [each for each in text.pointers if self.here.intersection(text.seats[each.locator])]
        self.rests: dict[int, list[Rest]] = {}
        for rest in statements(pointers, names):
            for index in text.seats[rest.locator]:
                self.rests.setdefault(index, []).append(rest)

    def _all_words(self) -> Iterable[str]:
        for row in self.words.values():
            yield f"{row.lead} {row.text}"
        yield from self.text.known.values()
        yield from (each.text for each in self.text.passages if each.text)

    def anchor(self, each: Bare | Passage) -> str:
        """Return a passage's id: its anchor, unless that spells a name that is withheld."""
        return neutral(each) if self.mask and self.mask.hides(each.anchor) else each.anchor

    @cached_property
    def ids(self) -> dict[int, list[str]]:
        """By index, the ids of places that lead to a passage: those of locators, and of printed pages."""
        found: dict[int, list[str]] = {}
        taken: set[str] = set()
        for locator in sorted(self.text.seats, key=outline.order):
            name = outline.anchor(locator)
            if self.text.seats[locator] and name not in taken:
                taken.add(name)
                found.setdefault(self.text.seats[locator][0], []).append(name)
        for index, leaf in self.leaves.items():
            if f"p-{leaf}" not in taken:
                found.setdefault(index, []).append(f"p-{leaf}")
        return found

    @cached_property
    def leaves(self) -> dict[int, int]:
        """By index, the printed page that begins at a passage of this page."""
        found: dict[int, int] = {}
        seen: set[int] = set()
        for entry in self.page.entries:
            leaf = self.text.passages[entry.indexes[0]].page if entry.kind in ("passage", "known") else None
            if leaf is not None and leaf not in seen:
                found[entry.indexes[0]] = leaf
                seen.add(leaf)
        return found

    def groups(self) -> list[Group]:
        """Return what the page prints, in order."""
        heads = [entry.indexes[0] for entry in self.page.entries if self._is_head(entry)]
        depths = dict(zip(heads, flow.depths([self.text.passages[i].level for i in heads]), strict=True))
        found: list[Group] = []
        for entry in self.page.entries:
            index = entry.indexes[0]
            if entry.kind not in ("passage", "known"):
                found.append(Group(entry.kind, count=len(entry.indexes), part=entry.part))
                continue
            row = self._row(index)
            row.depth = depths.get(index, 0)
            row.leaf = self.leaves.get(index)
            kind = GROUPS.get(row.kind, "text")
            if not found or found[-1].kind != kind or (kind == "table" and row.leaf):
                found.append(Group(kind))
            found[-1].rows.append(row)
        return found

    def _is_head(self, entry: Entry[Document]) -> bool:
        shown = entry.kind in ("passage", "known")
        return shown and self.text.passages[entry.indexes[0]].kind == Passage.Kind.HEADING

    def _row(self, index: int) -> Row:
        bare = self.text.passages[index]
        each = self.words.get(bare.pk)
        lead = self.mask.words(each.lead) if each else ""
        pieces = (
            self._cut(each) if each else cut(self.text.known[bare.pk], masked=self.mask.spans(self.text.known[bare.pk]))
        )
        row = Row(self.anchor(bare), bare.kind, bare.locator, lead, pieces)
        row.ids = self.ids.get(index, [])
        row.spots = outline.spots(self.rests.get(index, []))
        called = [note for note in self.text.calls.get(bare.pk, ()) if self.text.is_beside(note)]
        row.notes = [self._note(note, row) for note in called]
        if bare.pk in self.alone:
            note = self.alone[bare.pk]
            row.back = call_id(note) if note.marker_passage_id in self.words else ""
            row.cites = self.cited.get(note.cites_id or 0)
        return row

    def _note(self, note: Note, caller: Row) -> Row:
        """A note beside its caller; what rests on both places at once is shown with the caller."""
        row = self._row(self.text.at[note.passage_id or 0])
        both = {spot.locator for spot in caller.spots}
        row.spots = [spot for spot in row.spots if spot.locator not in both]
        row.lead = row.lead or note.number
        row.back, row.cites = call_id(note), self.cited.get(note.cites_id or 0)
        return row

    def _called(self, each: Bare | Passage) -> list[Call]:
        return [
            Call(
                note.marker_offset or 0,
                note.number,
                call_id(note),
                self.anchor(self.words[note.passage_id]) if note.passage_id in self.words else "",
            )
            for note in self.text.calls.get(each.pk, ())
        ]

    def _cut(self, each: Passage) -> list[Piece]:
        calls = self._called(each)
        masked = self.mask.spans(each.text)
        return cut(each.text, masked=masked, lit=self.lit.get(each.pk, ()), repairs=repairs(each), calls=calls)

    def mended(self) -> list[tuple[str, str, Repair]]:
        """Return the words that were mended on this page: id, locator and repair; none that touches a withheld name."""
        return [
            (self.anchor(row), row.locator, each)
            for row in sorted(self.words.values(), key=lambda row: row.position)
            for each in visible(repairs(row), self.mask.spans(row.text))
        ]

    def contents(self) -> list[Title]:
        """Return the headings of the whole text."""
        entries = [entry for page in self.text.pages for entry in page.entries]
        found = []
        for line in flow.contents(self.text.passages, entries):
            each = self.text.passages[line.index]
            bare = without_calls(each.text, self._called(each))
            words = self.text.known.get(each.pk) or (f"{each.label}. {bare}" if each.label else bare)
            found.append(Title(self.anchor(each), self.text.page_of[line.index], line.depth, self.mask.words(words)))
        return found


def repairs(passage: Passage) -> list[Repair]:
    """Return a passage's repairs."""
    return [Repair(each["offset"], each["printed"], each["mended"], each["reason"]) for each in passage.repairs]


def call_id(note: Note) -> str:
    """Return the id of the place that calls a note; anchors hold no low line, so nothing else has it."""
    return f"call_{note.position}"


def gather(text: Text, number: int, names: Mask) -> dict[str, Any]:
    """Return what a page shows of a text: its words, its contents, and the places that stand elsewhere."""
    sheet = Sheet(text, number, names)
    groups, contents = sheet.groups(), sheet.contents()
    withheld = any(row.withholds for group in groups for row in group.rows)
    return {
        "groups": groups,
        "contents": contents,
        "mended": sheet.mended(),
        "withheld": withheld or any(WITHHELD in title.words for title in contents),
        "number": number,
        "last_page": len(text.pages),
        "lit": next((sheet.anchor(sheet.words[pk]) for pk in sheet.lit), ""),
        **elsewhere(sheet, names),
    }


def elsewhere(sheet: Sheet, names: Mask) -> dict[str, Any]:
    """Return, for the first page, what rests on no passage of this document, and the places on other pages."""
    text = sheet.text
    if sheet.number > 1:
        return {"others": [], "others_count": 0, "others_most": MOST_OTHERS, "far": []}
    lost = [pointer for pointer in text.pointers if not text.seats[pointer.locator]]
    lost.sort(key=lambda pointer: outline.order(pointer.locator))
    far = [
        (outline.anchor(locator), text.page_of[text.seats[locator][0]], locator)
        for locator in sorted(text.seats, key=outline.order)
        if text.seats[locator] and text.seats[locator][0] not in sheet.here
    ]
    others = outline.spots(statements(lost[:MOST_OTHERS], names))
    return {"others": others, "others_count": len(lost), "others_most": MOST_OTHERS, "far": far}
