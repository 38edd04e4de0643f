"""Key figures: small tables by subject, each source's own value, none drawn as a line."""

from dataclasses import dataclass, field
from typing import Any

from profiles.models import Indicator
from profiles.pages import answers as a
from profiles.pages.answers import Answer
from profiles.pages.conflicts import First
from profiles.pages.rows import Rows


@dataclass(frozen=True)
class Measure:
    """One indicator with every source's figures; the one to show first stands first."""

    indicator: Any
    answers: list[Answer] = field(default_factory=list)
    first: First | None = None


@dataclass(frozen=True)
class Table:
    """The measures of one part."""

    part: str
    title: str
    measures: list[Measure]


def tables(
    rows: Rows, leads: dict[tuple[str, int], First], *, only: str = "", without: tuple[str, ...] = ()
) -> list[Table]:
    """Figures by part and indicator; those of an event stand with the event."""
    made: dict[str, dict[int, Measure]] = {}
    for row in rows.figures:
        part = row.indicator.part
        if row.event_id or row.election_id or part in without or (only and part != only):
            continue
        measures = made.setdefault(part, {})
        measure = measures.setdefault(row.indicator_id, Measure(row.indicator))
        answer = a.of_figure(row, rows.mark(row))
        first = leads.get(("figure", row.pk))
        if first:
            measures[row.indicator_id] = Measure(row.indicator, [answer, *measure.answers], first)
        else:
            measure.answers.append(answer)
    titles = dict(Indicator.Part.choices)
    return [Table(part, str(titles[part]), list(measures.values())) for part, measures in made.items()]
