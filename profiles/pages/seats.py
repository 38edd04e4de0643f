"""Seats by party, one drawing for each source that gives them; nothing is filled up from another source."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from profiles.charts import Hemicycle, hemicycle
from profiles.models import Citation, SeatBlock
from sources import wording
from sources.marks import Mark
from sources.models.base import Qualifier


@dataclass(frozen=True)
class Party:
    """One line of the table beside the drawing."""

    label: str
    seats: int


@dataclass(frozen=True)
class Seating:
    """What one source says of the seats of a chamber, most seats first, what is left over last."""

    mark: Mark
    parties: list[Party]
    drawing: Hemicycle
    caption: str


@dataclass(frozen=True)
class Chamber:
    """What the body elected is called, and its seats in all by the document that gives them."""

    name: str
    totals: dict[int, int]


def totals(institution: Any | None) -> list[tuple[int, int]]:
    """Return the seats of a whole body, each with the key of a document that gives them: one query."""
    blocks = SeatBlock.objects.public().filter(institution=institution, method=SeatBlock.Method.TOTAL)
    cited = Citation.objects.public().filter(seat_block__in=blocks.order_by())
    return list(cited.values_list("document", "seat_block__seats")) if institution else []


def chamber(institution: Any | None, totals: Iterable[tuple[int, int]]) -> Chamber | None:
    """Return a body with (document, seats in all) as cited; a document that gives two numbers gives none."""
    if institution is None:
        return None
    given: dict[int, set[int]] = {}
    for document, seats in totals:
        given.setdefault(document, set()).add(seats)
    return Chamber(str(institution), {document: min(seats) for document, seats in given.items() if len(seats) == 1})


def seatings(rows: Iterable[tuple[Any, Mark]], at_stake: int | None, of: Chamber | None = None) -> list[Seating]:
    """Return the seats as each source gives them, where it gives two parties or more a plain number.

    `rows` are results with their marks; a round and a source make one drawing. `at_stake` is the election's own number;
    where it has none, a document's own number of the chamber's seats stands beside a sum that differs from it.
    """
    found: dict[tuple[int, Any, int | None], list[tuple[Any, Mark]]] = {}
    for row, mark in rows:
        if row.seats is not None and row.seats_qualifier == Qualifier.UNQUALIFIED:
            found.setdefault((row.document_id, row.speaker_id, row.round), []).append((row, mark))
    made = [_seating(results, at_stake, of) for results in found.values() if len(results) > 1]
    return [each for each in made if each]


def _is_rest(label: str) -> bool:
    """Whether a line is what is left over, which stands last whatever its size."""
    return label.casefold().startswith(("other", "independent", "vacant", "unaffiliated", "non-partisan"))


def _seating(results: list[tuple[Any, Mark]], at_stake: int | None, of: Chamber | None) -> Seating | None:
    parties = [Party(row.label, row.seats) for row, _ in results]
    parties.sort(key=lambda party: (_is_rest(party.label), -party.seats, party.label))
    drawing = hemicycle([party.seats for party in parties])
    if drawing is None:
        return None
    mark = results[0][1]
    total = sum(party.seats for party in parties)
    whole = of.totals.get(mark.document.pk) if of else None
    template = wording.SEATS_OF_BODY if at_stake else wording.SEATS_AS_GIVEN
    if of and not at_stake and whole and whole != total:
        template = wording.SEATS_BESIDE
    more = {"all": f"{at_stake or whole or 0:,}", "who": mark.name, "body": of.name if of else ""}
    return Seating(mark, parties, drawing, template.format(sum=f"{total:,}", **more))
