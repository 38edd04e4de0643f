"""Seats by party, one drawing for each source that gives them; nothing is filled up from another source."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from profiles.charts import Hemicycle, hemicycle
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


def seatings(rows: Iterable[tuple[Any, Mark]], at_stake: int | None) -> list[Seating]:
    """Return the seats as each source gives them, where it gives two parties or more a plain number.

    `rows` are results with their marks; a round and a source make one drawing. `at_stake` is the election's own number.
    """
    found: dict[tuple[int, Any, int | None], list[tuple[Any, Mark]]] = {}
    for row, mark in rows:
        if row.seats is not None and row.seats_qualifier == Qualifier.UNQUALIFIED:
            found.setdefault((row.document_id, row.speaker_id, row.round), []).append((row, mark))
    made = [_seating(results, at_stake) for results in found.values() if len(results) > 1]
    return [each for each in made if each]


def _is_rest(label: str) -> bool:
    """Whether a line is what is left over, which stands last whatever its size."""
    return label.casefold().startswith(("other", "independent", "vacant", "unaffiliated", "non-partisan"))


def _seating(results: list[tuple[Any, Mark]], at_stake: int | None) -> Seating | None:
    parties = [Party(row.label, row.seats) for row, _ in results]
    parties.sort(key=lambda party: (_is_rest(party.label), -party.seats, party.label))
    drawing = hemicycle([party.seats for party in parties])
    if drawing is None:
        return None
    mark = results[0][1]
    total = sum(party.seats for party in parties)
    template = wording.SEATS_OF_BODY if at_stake else wording.SEATS_AS_GIVEN
    return Seating(mark, parties, drawing, template.format(sum=f"{total:,}", all=f"{at_stake or 0:,}", who=mark.name))
