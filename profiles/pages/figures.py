"""Key figures: small tables by subject, each source's own value, none drawn as a line."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from profiles.models import Indicator
from profiles.pages import answers as a
from profiles.pages import shelf_life
from profiles.pages.answers import Answer
from profiles.pages.conflicts import First
from profiles.pages.rows import Rows

SHOWN = 5  # rows of a table that stand open; a single one more is shown rather than folded
FOLDED = 24  # rows of one indicator that fold; the rest stand on the indicator's own page, so that decades stay light


@dataclass
class Measure:
    """One indicator with every source's figures; the one to show first stands first."""

    indicator: Any
    answers: list[Answer] = field(default_factory=list)
    first: First | None = None
    newest: datetime.date | None = None
    aged: bool = False
    elsewhere: int = 0  # figures that only the indicator's page lists


@dataclass(frozen=True)
class Table:
    """The measures of one part: those that stand open, those that fold, and which are past their shelf life."""

    part: str
    title: str
    shown: list[Measure]
    folded: list[Measure]
    aged: list[str]

    @property
    def count(self) -> int:
        """How many figures fold, those on the pages of indicators included."""
        return sum(len(measure.answers) + measure.elsewhere for measure in self.folded)


def tables(
    rows: Rows,
    leads: dict[tuple[str, int], First],
    page_day: datetime.date | None,
    *,
    only: str = "",
    without: tuple[str, ...] = (),
) -> list[Table]:
    """Figures by part and indicator; those of an event stand with the event."""
    made: dict[str, dict[int, Measure]] = {}
    for row in rows.figures:
        part = row.indicator.part
        if row.event_id or row.election_id or part in without or (only and part != only):
            continue
        measure = made.setdefault(part, {}).setdefault(row.indicator_id, Measure(row.indicator))
        _add(measure, row, _answer(rows, row), leads.get(("figure", row.pk)))
    titles = dict(Indicator.Part.choices)
    return [
        _table(part, str(titles[part]), list(made[part].values()), rows.checks, page_day)
        for part in Indicator.Part.values
        if part in made
    ]


def _answer(rows: Rows, row: Any) -> Answer:
    """A figure, with the body that it is about, such as the chamber whose members are counted."""
    made = a.of_figure(row, rows.mark(row))
    body = row.institution or row.organisation
    return replace(made, about=" · ".join(part for part in (str(body), made.about) if part)) if body else made


def _add(measure: Measure, row: Any, answer: Answer, first: First | None) -> None:
    if first:
        measure.first = first
        measure.answers.insert(0, answer)
    else:
        measure.answers.append(answer)
    days = [day for day in (measure.newest, row.period_latest or row.period_earliest) if day]
    measure.newest = max(days, default=None)


def _table(
    part: str, title: str, measures: list[Measure], checks: Iterable[Any], page_day: datetime.date | None
) -> Table:
    for measure in measures:
        measure.aged = shelf_life.is_over(measure.indicator.shelf_life_months, measure.newest, page_day)
    aged = [(each.indicator.name, each.indicator.shelf_life_months) for each in measures if each.aged]
    shown, folded = split(measures)
    return Table(part, title, shown, folded, shelf_life.sentences(aged, checks))


def split(measures: list[Measure]) -> tuple[list[Measure], list[Measure]]:
    """Part measures after the rows that stand open; a long measure is parted within, and stands in both.

    Open stand what each measure shows first and what others say of the same; earlier years and parts only where room is
    left.
    """
    if sum(len(measure.answers) for measure in measures) <= SHOWN + 1:
        return measures, []
    shown, folded = [], []
    for measure, open_rows in zip(measures, _open(measures), strict=True):
        head, tail = measure.answers[:open_rows], measure.answers[open_rows:]
        if head:
            shown.append(Measure(measure.indicator, head, measure.first, measure.newest, measure.aged))
        if tail:
            first = None if head else measure.first
            kept = tail[:FOLDED] if len(tail) > FOLDED + 1 else tail
            folded.append(Measure(measure.indicator, kept, first, None, measure.aged, len(tail) - len(kept)))
    return shown, folded


def _open(measures: list[Measure]) -> list[int]:
    """How many rows of each measure stand open; its answers are put in order: those to stand first come first."""
    leading, taken, room = [], [], SHOWN
    for measure in measures:
        first = _voices(measure.answers)
        measure.answers.sort(key=lambda answer, first=first: id(answer) not in first)  # type: ignore[misc]
        leading.append(len(first))
    for number in leading:
        taken.append(min(number, room))
        room -= taken[-1]
    while room > 0:
        for number, measure in enumerate(measures):
            if room > 0 and taken[number] < len(measure.answers):
                taken[number] += 1
                room -= 1
    return taken


def _voices(answers: list[Answer]) -> set[int]:
    """The first answer, and the first of each other document that counts the same, by identity."""
    found: dict[int, int] = {}
    for answer in answers:
        if answer.of == answers[0].of:
            found.setdefault(answer.mark.document.pk, id(answer))
    return set(found.values())
