"""What reading a file in would do, done once and taken back: what the page shows before anybody confirms it."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from sources import dates, locators
from sources.admin.plugs import PLUGS, Line
from sources.ingest import blocks, proposing, reading_in
from sources.ingest.loading import Receipt
from sources.models import Document, Passage, Reading

FIRST, LAST = 20, 5  # passages shown
MOST = 200  # rows of any other list
BEGINS, ENDS = 90, 50  # characters


@dataclass(frozen=True)
class File:
    """A file to be read in: its name, its bytes, and the layout that was asked for ('' leaves it to its look)."""

    name: str
    data: bytes = field(repr=False)
    layout: str = ""


@dataclass(frozen=True)
class Offer:
    """Something that may be taken over: a printed fact, a document inside. `why_not` where it cannot be."""

    number: int
    name: str
    value: str
    place: str
    chosen: bool = True
    why_not: str = ""


@dataclass(frozen=True)
class Listed:
    """The first rows of a list, how many there are, and how many are not shown."""

    rows: list[Any]
    total: int
    left: int = 0


def first(rows: Sequence[Any]) -> Listed:
    """Return the first rows of a list."""
    return Listed(list(rows[:MOST]), len(rows), max(len(rows) - MOST, 0))


@dataclass(frozen=True)
class Preview:
    """What was understood of a file and what reading it in would do."""

    document: Document
    is_new: bool
    changed: bool
    reading: Reading
    counts: list[tuple[str, int]]
    headings: Listed
    passages: Listed
    lone: Listed  # notes without a marker, markers without a note
    furniture: Listed
    repairs: Listed
    offers: list[Offer]
    parts: list[Offer]
    linked: int
    unlinked: list[tuple[str, Line | None]]
    lost: list[str]
    left_behind: list[str]


def perform(
    key: str, understood: blocks.Reading, file: File, *, by: str, take: Sequence[int], parts: Sequence[int]
) -> Receipt:
    """Read a file in, whole or not at all, with the printed facts and the documents inside that were chosen by number.

    Raises RefusedFileError for another file than the document's, ValueError for what is no key.
    """
    chosen = [understood.proposals[number] for number in take if number < len(understood.proposals)]
    with transaction.atomic():
        document = Document.objects.filter(key=key).first()
        if document is None:
            document = proposing.new_document(key, chosen, file.name)
        elif proposing.fill(document, chosen):
            document.save()
        proposing.add_dates(document, chosen)
        inside = [understood.parts[number] for number in parts if number < len(understood.parts)]
        return reading_in.read_in(key, understood, data=file.data, file_name=file.name, by=by, parts=inside)


def rehearse(key: str, understood: blocks.Reading, file: File) -> Preview:
    """Do all of it, look at what came of it, and take it back. Raises as `perform` does."""
    with transaction.atomic():
        before = Document.objects.filter(key=key).first()
        offers, parts = _offers(before, key, understood), _parts(before, understood)
        receipt = perform(key, understood, file, by="", take=(), parts=())
        preview = _look(receipt, before, offers, parts)
        transaction.set_rollback(True)
    return preview


def _look(receipt: Receipt, before: Document | None, offers: list[Offer], parts: list[Offer]) -> Preview:
    reading = receipt.reading
    rows = list(reading.passages.order_by("position"))
    lone = reading.notes.filter(passage=None) | reading.notes.filter(marker_passage=None)
    lone = lone.select_related("passage", "marker_passage").order_by("position")
    repairs = [(row.locator, each) for row in rows for each in row.repairs]
    headings = [row for row in rows if row.kind == Passage.Kind.HEADING]
    return Preview(
        document=before or reading.document,
        is_new=before is None,
        changed=receipt.changed,
        reading=reading,
        counts=[(str(Passage.Kind(kind).label), number) for kind, number in receipt.passages.items()],
        headings=Listed(_tree(headings[:MOST]), len(headings), max(len(headings) - MOST, 0)),
        passages=Listed(_ends(rows), len(rows), max(len(rows) - FIRST - LAST, 0)),
        lone=first([_lone(note) for note in lone]),
        furniture=first(reading.furniture),
        repairs=first(repairs),
        offers=offers,
        parts=parts,
        linked=receipt.linked,
        unlinked=_named(receipt.unlinked),
        lost=[f"{row}: {row.reason}" for row in receipt.lost_quotations],
        left_behind=[f"{row}: {reason}" for row, reason in receipt.left_behind],
    )


def _tree(headings: Sequence[Passage]) -> list[dict[str, Any]]:
    """Headings below headings, by the parents that the reader found."""
    nodes: dict[int | None, dict[str, Any]] = {row.pk: {"row": row, "below": []} for row in headings}
    top: list[dict[str, Any]] = []
    for row in headings:
        above: Any = nodes.get(row.parent_id)
        (above["below"] if above else top).append(nodes[row.pk])
    return top


def _ends(rows: Sequence[Passage]) -> list[tuple[Passage, str, str]]:
    """How the first and the last passages begin and end."""
    shown = rows if len(rows) <= FIRST + LAST else [*rows[:FIRST], *rows[-LAST:]]
    return [
        (row, row.text[:BEGINS], row.text[-ENDS:] if len(row.text) > BEGINS + ENDS else row.text[BEGINS:])
        for row in shown
    ]


def _lone(note: Any) -> str:
    if note.passage is None:
        return f"{note.number}: called from {note.marker_passage.locator}, and no note has that number"
    return f"{note.number}: a note at line {note.passage.first_line}, and no marker calls it"


def _named(unlinked: Sequence[str]) -> list[tuple[str, Line | None]]:
    """Lead from `figures/ver/dead: line 7` to the form of that row."""
    names = [each.partition(": ")[0] for each in unlinked]
    rows = PLUGS.rows(names)
    return [(each.partition(": ")[2], rows.get(name)) for each, name in zip(unlinked, names, strict=True)]


def _offers(before: Document | None, key: str, understood: blocks.Reading) -> list[Offer]:
    """Printed facts, each tried on its own; the first of a field that can be taken is chosen."""
    taken: set[str] = set()
    found = []
    for number, each in enumerate(understood.proposals):
        why_not = _why_not(before, key, each)
        found.append(
            Offer(
                number,
                each.field.replace("_", " "),
                each.value,
                f"line {each.line}" if each.line else "said by the mark-up",
                chosen=not why_not and each.field not in taken,
                why_not=why_not,
            )
        )
        if not why_not:
            taken.add(each.field)
    return found


def _why_not(before: Document | None, key: str, proposal: blocks.Proposal) -> str:
    document = copy.copy(before) if before else Document(key=key, language="")
    if proposing.fill(document, [proposal]):
        return ""
    if proposal.field in proposing.ROLES:
        return "" if _takes_date(before, proposal) else "the document has such a date, or it cannot be read"
    if proposal.field in ("publisher", "republished_by") and not getattr(document, f"{proposal.field}_id"):
        return "no publisher of that name is in the library"
    held = getattr(document, proposal.field, None)
    return "the document has one already" if held else "to be read only: write what it means yourself"


def _takes_date(before: Document | None, proposal: blocks.Proposal) -> bool:
    if before is None:
        return bool(dates.read_printed(proposal.value).edtf)
    with transaction.atomic():
        made = proposing.add_dates(before, [proposal])
        transaction.set_rollback(True)
    return bool(made)


def _parts(before: Document | None, understood: blocks.Reading) -> list[Offer]:
    """Documents inside, without those that are there; chosen where the file is read for the first time."""
    held = set(before.parts.values_list("part_lines", flat=True)) if before else set()
    first = before is None or not Reading.objects.filter(document=before).exists()
    return [
        Offer(number, "inside", part.title, place, chosen=first)
        for number, part in enumerate(understood.parts)
        if (place := str(locators.Place("line", part.first_line, part.last_line, ()))) not in held
    ]
