"""A text that is held: where things stand in it and what of it everyone may read, before words are fetched."""

import re
from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import BadRequest
from django.db.models import Case, F, TextField, Value, When

from sources import outline, texts
from sources.linking import Places, Run
from sources.models import Document, Heading, Note, Passage, Quotation, Reading
from sources.pages import flow
from sources.pages.flow import Bare, Entry, Page
from sources.pages.masking import Mask
from sources.resting import Pointer, ground

BARE = ("pk", "document_id", "anchor", "kind", "level", "label", "words", "first_line", "last_line", "page", "locator")


@dataclass
class Text:
    """A document's text, ready to be cut into pages."""

    document: Document
    reading: Reading
    passages: list[Bare]
    places: Places
    pointers: list[Pointer]
    quoted: Quotation | None = None

    @cached_property
    def seats(self) -> dict[str, list[int]]:
        """By locator, the document's first passage of each of its places; empty where it has none of its own there."""
        return {
            locator: self._seats(self.places.resolve(locator)) for locator in {row.locator for row in self.pointers}
        }

    def _seats(self, runs: list[Run] | None) -> list[int]:
        found = []
        for run in runs or ():
            own = (i for i in range(run.first, run.last + 1) if self.passages[i].document_id == self.document.pk)
            found += [next(own, -1)]
        return [] if -1 in found else list(dict.fromkeys(found))

    def first(self, locator: str) -> int | None:
        """Return the index of the document's first passage at a locator; None where it has none there."""
        return next(iter(self._seats(self.places.resolve(locator))), None)

    @cached_property
    def readable(self) -> set[int]:
        """The ids of the passages whose words everyone may read."""
        runs: list[Run] = []
        if self.document.text_access == Document.TextAccess.CITED_PASSAGES:
            runs = [run for locator in self.seats for run in self.places.resolve(locator) or ()]
            at = self.at
            found = Quotation.objects.public().filter(document=self.document).values_list("first", "last")
            runs += [Run(at[first], at[last]) for first, last in found if at.get(first, 1) <= at.get(last, 0)]
        return texts.readable(self.document, self.passages, runs)  # type: ignore[arg-type]

    @cached_property
    def notes(self) -> list[Note]:
        """The document's notes, in order."""
        return list(Note.objects.filter(document=self.document, reading=self.reading).order_by("position"))

    @cached_property
    def calls(self) -> dict[int, list[Note]]:
        """By id of a passage, the notes that it calls."""
        found: dict[int, list[Note]] = {}
        for note in self.notes:
            if note.marker_passage_id:
                found.setdefault(note.marker_passage_id, []).append(note)
        return found

    def shows(self, index: int) -> bool:
        """Whether a passage's words stand on some page."""
        pk = self.passages[index].pk
        return pk in self.readable or pk in self.known

    @cached_property
    def at(self) -> dict[int, int]:
        """By id, the index of a passage in the file."""
        return {each.pk: index for index, each in enumerate(self.passages)}

    def is_beside(self, note: Note) -> bool:
        """Whether a note's words stand beside the words that call it, since everyone may read both.

        A note that another note calls stays where it is.
        """
        if note.passage_id not in self.readable or note.marker_passage_id not in self.readable:
            return False
        return self.passages[self.at[note.marker_passage_id or 0]].kind != Passage.Kind.NOTE

    @cached_property
    def known(self) -> dict[int, str]:
        """By the id of a heading that may not be read, the words that we ship of it."""
        found: dict[int, str] = {}
        if self.document.text_access == Document.TextAccess.CITED_PASSAGES:
            for row in Heading.objects.public().filter(document=self.document):
                for index in self._seats(self.places.resolve(row.locator)):
                    each = self.passages[index]
                    if each.kind == Passage.Kind.HEADING and each.pk not in self.readable:
                        found[each.pk] = str(row)
        return found

    @cached_property
    def parts(self) -> dict[int, Document]:
        """By the id of each public document inside this one, the outermost of those that hold it."""
        found: dict[int, Document] = {}
        level = {self.document.pk: self.document}
        while level:
            rows = Document.objects.public().filter(part_of__in=level).exclude(pk__in=[*found, self.document.pk])
            level = {row.pk: row for row in rows.order_by("key")}
            found |= {pk: found.get(row.part_of_id or 0, row) for pk, row in level.items()}
        return found

    @cached_property
    def pages(self) -> list[Page[Document]]:
        """The pages of the text."""
        held: dict[int, int] = {}
        for pointer in self.pointers:
            for index in self.seats[pointer.locator]:
                held[index] = held.get(index, 0) + 1
        entries: list[Entry[Document]] = flow.flow(
            self.passages,
            self.document.pk,
            readable=self.readable,
            beside={note.passage_id for note in self.notes if note.passage_id and self.is_beside(note)},
            known=self.known,
            parts=self.parts,
        )
        return flow.pages(entries, held)

    @cached_property
    def page_of(self) -> dict[int, int]:
        """By index of a passage, the number of the page that shows it or the line in its place, from 1."""
        found = {i: number for number, page in enumerate(self.pages, 1) for e in page.entries for i in e.indexes}
        for note in self.notes:
            if self.is_beside(note):
                found[self.at[note.passage_id or 0]] = found[self.at[note.marker_passage_id or 0]]
        return found


def text_of(document: Document) -> Text | None:
    """Return a document's text where it is held and visitors may read any of it."""
    if document.text_access == Document.TextAccess.METADATA:
        return None
    reading = texts.reading_of(document)
    if reading is None:
        return None
    passages = bare(reading)
    if all(each.document_id != document.pk for each in passages):
        return None
    return Text(document, reading, passages, Places(passages), ground().resting_on(document))


def bare(reading: Reading) -> list[Bare]:
    """Return a file's passages without their words, headings' aside."""
    words = Case(When(kind=Passage.Kind.HEADING, then=F("text")), default=Value(""), output_field=TextField())
    rows = reading.passages.order_by("position").annotate(words=words)
    return [Bare(*row) for row in rows.values_list(*BARE)]


def neutral(each: Bare | Passage) -> str:
    """Return an id for a passage whose anchor may not be shown; anchors hold no low line, so nothing else has it."""
    return f"l_{each.first_line}"


def anchored(text: Text, name: str) -> int | None:
    """Return the index of the document's passage that has an anchor; None where none has it."""
    own = (i for i, each in enumerate(text.passages) if each.document_id == text.document.pk)
    return next((i for i in own if name in (text.passages[i].anchor, neutral(text.passages[i]))), None)


def led_to(text: Text, name: str) -> int | None:
    """Return the index of the passage that an id leads to: an anchor, or the id of a place that something rests on."""
    found = anchored(text, name)
    if found is not None:
        return found
    return next((seats[0] for locator, seats in text.seats.items() if seats and outline.anchor(locator) == name), None)


def number(text: Text, page: str) -> int:
    """Return the number of a page that is asked for by name. Raises BadRequest where there is none."""
    if not re.fullmatch("[1-9][0-9]{0,5}", page) or int(page) > len(text.pages):
        many = "page" if len(text.pages) == 1 else "pages"
        raise BadRequest(f"page={page[:40]}: the text has {len(text.pages)} {many}.")
    return int(page)


def fragment(text: Text, index: int, names: Mask) -> str:
    """Return what leads from the document's address to a passage: `#p53`, or `?at=p53#p53` where pages are several."""
    each = text.passages[index]
    anchor = neutral(each) if names.hides(each.anchor) else each.anchor
    return f"?at={anchor}#{anchor}" if len(text.pages) > 1 else f"#{anchor}"
