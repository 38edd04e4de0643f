"""The fields of a thing with the citations that bear them out or dispute them."""

import copy
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from profiles.models import Citation
from profiles.models.citations import CITED
from profiles.models.things import set_keys
from profiles.pages.rows import in_order, permalink
from profiles.pages.saying import value_words
from sources.marks import MARK_LINKS, Mark, mark

ARCS: dict[type[Any], str] = {Citation._meta.get_field(name).related_model: name for name in CITED}  # type: ignore[misc]


@dataclass(frozen=True)
class Other:
    """A value that some sources give a field, with who gives it."""

    says: str
    marks: list[Mark]


@dataclass(frozen=True)
class Fact:
    """One field of a thing: its value, who bears it out, and what others say instead."""

    label: str
    text: str = ""
    edtf: str = ""
    address: str = ""
    note: str = ""
    marks: Sequence[Mark] = ()
    others: Sequence[Other] = ()

    @property
    def empty(self) -> bool:
        """Whether neither we nor a source give a value."""
        return not (self.text or self.edtf or self.others)


class Evidence:
    """The public citations of some things, fetched in one query."""

    def __init__(self, country: Any, *things: Any) -> None:
        self.country = country.key if country else ""
        wanted: dict[str, list[int]] = defaultdict(list)
        for thing in things:
            wanted[ARCS[type(thing)]].append(thing.pk)
        condition = Q(pk__in=())
        for arc, keys in wanted.items():
            condition |= Q(**{f"{arc}__in": keys})
        rows = Citation.objects.public().filter(condition).select_related(*MARK_LINKS).order_by("key")
        self.rows: dict[tuple[str, int], list[Citation]] = defaultdict(list)
        for row in rows:
            arc = set_keys(row, CITED)[0]
            self.rows[arc, getattr(row, f"{arc}_id")].append(row)

    def seen_from(self, country: Any) -> "Evidence":
        """Return the same citations with marks as a page of that country has them: whose own government speaks."""
        seen = copy.copy(self)
        seen.country = country.key if country else ""
        return seen

    def citations(self, thing: Any, *fields: str) -> list[Citation]:
        """Return the citations of a thing, of some fields only where named."""
        found = self.rows.get((ARCS[type(thing)], thing.pk), [])
        return [row for row in found if not fields or row.field in fields]

    def mark(self, row: Citation) -> Mark:
        """Return the mark of one citation."""
        return mark(row, self.country, permalink(row))

    def marks(self, thing: Any, *fields: str) -> list[Mark]:
        """Return the marks of supporting citations, one for each document and speaker, in order of publication."""
        found: dict[tuple[int, int | None], Mark] = {}
        for row in self.citations(thing, *fields):
            if row.stance == Citation.Stance.SUPPORTS:
                found.setdefault((row.document_id, row.speaker_id), self.mark(row))
        return sorted(found.values(), key=in_order)

    def others(self, thing: Any, *fields: str, every: bool = False) -> list[Other]:
        """Return the values of disputing citations; with `every`, of the supporting ones too."""
        found: dict[str, list[Mark]] = defaultdict(list)
        for row in self.citations(thing, *fields):
            if every or row.stance == Citation.Stance.DISPUTES:
                says = value_words(type(thing), row.field, row.value) or f"“{row.printed}”"
                found[says].append(self.mark(row))
        made = [Other(says, sorted(marks, key=in_order)) for says, marks in found.items()]
        return sorted(made, key=lambda other: in_order(other.marks[0]))

    def fact(self, thing: Any, label: str, field: str, text: str = "", **more: str) -> Fact:
        """Return one field as a page shows it; where we hold no value, each source's own stands instead."""
        value = text or more.get("edtf", "")
        marks = self.marks(thing, field) if value else []
        return Fact(label, text, marks=marks, others=self.others(thing, field, every=not value), **more)
