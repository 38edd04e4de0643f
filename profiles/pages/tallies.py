"""Counts of one event or thing: each source's own, drawn on one scale where they share a unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from profiles.charts import Plot, dot_plot
from profiles.pages.answers import Answer
from profiles.pages.linked import Line
from sources import wording


@dataclass(frozen=True)
class Count:
    """One measure, with what each source counts."""

    indicator: Any
    answers: list[Answer]
    plot: Plot | None
    why: str


def counts(groups: Iterable[tuple[Any, list[Line]]]) -> list[Count]:
    """Return measures with their answers and, where several sources share a unit, their drawing."""
    return [_count(indicator, found) for indicator, found in groups]


def _count(indicator: Any, found: list[Line]) -> Count:
    rows, answers = [line.row for line in found], [line.answer for line in found]
    several = len({row.document_id for row in rows}) > 1
    one_unit = len({row.unit_id for row in rows}) == 1
    drawn = several and one_unit and any(answer.has_number for answer in answers)
    return Count(indicator, answers, dot_plot(answers) if drawn else None, _why(rows) if several else "")


def _why(rows: list[Any]) -> str:
    """The fixed words for counts that differ; none where the numbers are the same."""
    if len({(row.low, row.high, row.qualifier) for row in rows}) == 1:
        return wording.OWN_COUNT
    counted = {(row.counted, row.outcome, row.actor, row.place) for row in rows}
    return f"{wording.DIFFERENT_THINGS} {wording.OWN_COUNT}" if len(counted) > 1 else wording.NO_REASON
