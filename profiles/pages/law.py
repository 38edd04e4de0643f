"""Laws, treaties and what the country did with them; membership; visits and reviews."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from profiles.models import Instrument
from profiles.pages.events import COOPERATION, Happening
from profiles.pages.rows import Rows
from sources import dates
from sources.marks import Mark


@dataclass(frozen=True)
class Taken:
    """A step with an instrument, in words, with its marks."""

    row: Any
    when: str
    marks: list[Mark]


@dataclass(frozen=True)
class Text:
    """A legal text with the steps that the country took, in order."""

    instrument: Any
    steps: list[Taken]


@dataclass(frozen=True)
class Shelf:
    """Texts of one kind."""

    kind: str
    title: str
    texts: list[Text]


PLURALS = {
    "treaty": "Treaties", "constitution": "Constitution", "law": "Laws", "bill": "Bills", "decree": "Decrees",
    "plan": "Plans and programmes", "judgment": "Judgments", "resolution": "Resolutions",
}  # fmt: skip


def shelves(rows: Rows) -> list[Shelf]:
    """Legal texts by kind, treaties first."""
    by_text: dict[int, Text] = {}
    for row in rows.steps:
        marks = rows.marks("step", row) or rows.marks("instrument", row.instrument)
        text = by_text.setdefault(row.instrument_id, Text(row.instrument, []))
        text.steps.append(Taken(row, dates.words(row.date), marks))
    by_kind = defaultdict(list)
    for text in sorted(by_text.values(), key=lambda text: text.instrument.title):
        by_kind[text.instrument.kind].append(text)
    return [Shelf(kind, PLURALS[kind], by_kind[kind]) for kind in Instrument.Kind.values if by_kind[kind]]


def cooperation(found: list[Happening]) -> list[Happening]:
    """Visits and reviews by bodies from abroad."""
    return [each for each in found if each.row.kind in COOPERATION]
