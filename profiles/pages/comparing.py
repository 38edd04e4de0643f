"""Countries side by side: the newest answer of each to each subject, with its source and date, and how many others.

Nothing is averaged and no country is ranked; where the dates of one line differ, the page says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from profiles.charts import percent_of, top_of
from profiles.models import Country
from profiles.pages.answers import Answer
from profiles.pages.subjects import Cell, Subject, newest
from sources import numbers

MOST_COUNTRIES = 8
MOST_SUBJECTS = 16
OLDER = 5  # years behind the newest of its line from which a cell says how much older it is


@dataclass(frozen=True)
class Bar:
    """One row of a drawing: a country, its answer in words, the year, and the bar in per cent of the width."""

    cell: Cell
    width: str


@dataclass(frozen=True)
class Line:
    """One subject over the chosen countries; without bars where fewer than two answers share one scale."""

    subject: Subject
    cells: list[Cell]
    bars: list[Bar]

    @property
    def counted(self) -> str:
        """What the numbers that are drawn count, where the source says so: women, 0–14 years."""
        alike = (cell for cell in self.cells if cell.alike and self.subject.dataset == "indicators")
        return next((str(cell.row.counted) for cell in alike), "")

    @property
    def years(self) -> list[int]:
        """The years that the answers speak of, the oldest first."""
        return sorted({cell.year for cell in self.cells if cell.year is not None})

    def behind(self, cell: Cell) -> int:
        """By how many years an answer is older than the newest of its line; 0 below the number that is worth words."""
        years = self.years
        behind = years[-1] - cell.year if years and cell.year is not None else 0
        return behind if behind >= OLDER else 0


def lines(countries: Sequence[Country], asked: Sequence[Subject]) -> list[Line]:
    """Return the table: subjects down, countries across."""
    found = newest(asked, countries)
    return [Line(each, found[each.code], _bars(found[each.code])) for each in asked]


def _bars(cells: Sequence[Cell]) -> list[Bar]:
    """Bars on one scale from 0: plain numbers that count the same in one unit, and none below 0."""
    values = {number: _point(cell) for number, cell in enumerate(cells)}
    known = [value for value in values.values() if value is not None]
    if len(known) < 2:
        return []
    top, _ = top_of(known, percent=all(cell.answer.percent for cell in cells if cell.answer and cell.alike))
    return [
        Bar(cell, "" if (value := values[number]) is None else percent_of(value, top))
        for number, cell in enumerate(cells)
    ]


def _point(cell: Cell) -> Decimal | None:
    answer = cell.answer
    if answer is None or not cell.alike or answer.low is None or answer.low != answer.high or answer.low < 0:
        return None
    return answer.low


HEADER = (
    "subject", "country", "low", "high", "qualifier", "unit", "text", "derived", "of", "as_of", "other_answers",
    "speaker", "published", "document", "locator", "permalink",
)  # fmt: skip


def table(found: Iterable[tuple[Subject, Sequence[Cell]]]) -> list[tuple[str, ...]]:
    """Return answers as rows of text, for a file: one for each, and none where there is no answer."""
    return [_row(each, cell, cell.answer) for each, cells in found for cell in cells if cell.answer is not None]


def _row(each: Subject, cell: Cell, answer: Answer) -> tuple[str, ...]:
    low, high = ("" if value is None else numbers.plain(value) for value in (answer.low, answer.high))
    unit = cell.row.unit.name if each.dataset == "indicators" else each.unit
    return (
        each.code, cell.country.key, low, high, answer.qualifier, unit, answer.text or answer.quoted,
        answer.derived, answer.of,
        cell.as_of, str(cell.others), answer.mark.name, answer.mark.document.published, answer.mark.document.key,
        answer.mark.locator, answer.mark.permalink,
    )  # fmt: skip
