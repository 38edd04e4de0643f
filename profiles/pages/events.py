"""Events with each source's own count, and proceedings with their last step first."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from profiles.charts import Plot, dot_plot
from profiles.pages import answers as a
from profiles.pages.answers import Answer
from profiles.pages.conflicts import Question, anchor
from profiles.pages.rows import Rows, in_order
from profiles.pages.themes import Piece
from sources import dates, wording
from sources.marks import Mark

# Kinds that are cooperation with bodies from abroad and stand with law and treaties.
COOPERATION = ("visit", "review")
SHOWN = 5  # events that stand open on a country page


@dataclass(frozen=True)
class Count:
    """One measure of an event: each source's own number, in order of publication."""

    indicator: Any
    answers: list[Answer]
    plot: Plot | None
    why: str
    question: Question | None  # where all of it stands in full under the conflicts


@dataclass(frozen=True)
class Happening:
    """One event with what sources count and say of it."""

    row: Any
    anchor: str
    counts: list[Count]
    statements: list[Answer]
    roles: list[tuple[str, list[Answer]]]
    pieces: list[Piece]
    marks: list[Mark]

    @property
    def weight(self) -> int:
        """How many documents speak of it."""
        said = [*self.statements, *(answer for count in self.counts for answer in count.answers)]
        return len({mark.document.pk for mark in (*self.marks, *(answer.mark for answer in said))})


def happenings(rows: Rows, pieces: list[Piece], asked: list[Question]) -> list[Happening]:
    """Events of the country, the newest first."""
    by_event = {
        "figures": _grouped(rows.figures),
        "statements": _grouped(rows.statements),
        "roles": _grouped(rows.involvements),
    }
    excerpts = {piece.row.pk: piece for piece in pieces}
    linked = defaultdict(list)
    for link in rows.excerpt_events:
        linked[link.event_id].append(excerpts[link.excerpt_id])
    return [
        Happening(
            row=row,
            anchor=anchor(f"e/{row.key}"),
            counts=_counts(rows, by_event["figures"][row.pk], asked),
            statements=[a.of_statement(each, rows.mark(each)) for each in by_event["statements"][row.pk]],
            roles=_roles(rows, by_event["roles"][row.pk]),
            pieces=linked[row.pk],
            marks=rows.marks("event", row),
        )
        for row in rows.events
        if row.start_earliest is None or row.start_earliest <= rows.moment.today
    ]


def foremost(found: list[Happening]) -> list[Happening]:
    """Put first the events of which most documents speak, the newest first among them; the others follow by date."""
    heavy = sorted(found, key=lambda each: each.weight, reverse=True)[:SHOWN]
    return [each for each in found if each in heavy] + [each for each in found if each not in heavy]


def _grouped(found: list[Any]) -> dict[int, list[Any]]:
    made = defaultdict(list)
    for row in found:
        if row.event_id:
            made[row.event_id].append(row)
    return made


def _counts(rows: Rows, figures: list[Any], asked: list[Question]) -> list[Count]:
    by_indicator = defaultdict(list)
    for row in figures:
        by_indicator[row.indicator_id].append(row)
    return [_count(rows, found, asked) for found in by_indicator.values()]


def _count(rows: Rows, found: list[Any], asked: list[Question]) -> Count:
    answers = sorted((a.of_figure(row, rows.mark(row)) for row in found), key=lambda each: in_order(each.mark))
    numbers = {(row.low, row.high, row.qualifier) for row in found}
    several = len({row.document_id for row in found}) > 1
    same_unit = len({row.unit_id for row in found}) == 1
    drawn = same_unit and several and any(each.has_number for each in answers)
    claims = {("figure", row.pk) for row in found}
    return Count(
        indicator=found[0].indicator,
        answers=answers,
        plot=dot_plot(answers) if drawn else None,
        why=_why(found) if several and len(numbers) > 1 else "",
        question=next((each for each in asked if claims <= each.claims), None),
    )


def _why(found: list[Any]) -> str:
    """The fixed words for counts that differ: what was counted differs too, or nobody explains it."""
    of = {(row.counted, row.outcome, row.actor, row.place) for row in found}
    return f"{wording.DIFFERENT_THINGS} {wording.OWN_COUNT}" if len(of) > 1 else wording.NO_REASON


def _roles(rows: Rows, found: list[Any]) -> list[tuple[str, list[Answer]]]:
    made = defaultdict(list)
    for row in found:
        made[row.get_role_display()].append(a.of_involvement(row, rows.mark(row)))
    return list(made.items())


@dataclass(frozen=True)
class Step:
    """One step in a proceeding as one source has it."""

    row: Any
    when: str
    text: str
    more: str
    mark: Mark


@dataclass(frozen=True)
class Defendant:
    """One person or unnamed group in a proceeding, the last step first."""

    who: str
    person: Any | None
    steps: list[Step]


@dataclass(frozen=True)
class Case:
    """A proceeding with those whom it is against."""

    title: str
    anchor: str
    defendants: list[Defendant]


def cases(rows: Rows) -> list[Case]:
    """Proceedings, that with the newest step first."""
    by_case: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for row in rows.case_steps:
        if row.date_earliest is None or row.date_earliest <= rows.moment.today:
            by_case[row.proceeding][str(row.person or row.group_label)].append(row)
    order = sorted(by_case, key=lambda title: max(_day(row) for found in by_case[title].values() for row in found))
    return [_case(rows, number, title, by_case[title]) for number, title in enumerate(reversed(order), 1)]


def _case(rows: Rows, number: int, title: str, people: dict[str, list[Any]]) -> Case:
    defendants = [
        Defendant(who, found[0].person, [_step(rows, row) for row in sorted(found, key=_day, reverse=True)])
        for who, found in people.items()
    ]
    defendants.sort(key=lambda each: (len(each.steps), _day(each.steps[0].row)), reverse=True)
    return Case(title, f"case-{number}", defendants)


def _day(row: Any) -> datetime.date:
    """An undated step is taken for as old as its document, so that it does not pass for the last one."""
    day: datetime.date | None = row.date_latest or row.date_earliest or row.document.published_earliest
    return day or datetime.date.min


def _step(rows: Rows, row: Any) -> Step:
    more = [row.charge, sentence(row), row.court]
    return Step(
        row,
        dates.words(row.date) or "date not given",
        row.get_case_status_display(),
        " · ".join(filter(None, more)),
        rows.mark(row),
    )


def sentence(row: Any) -> str:
    """A sentence in words: up to 7 years in prison."""
    low, high = row.sentence_low, row.sentence_high
    if low is None and high is None:
        return ""
    unit = wording.SENTENCES.get(row.sentence_unit, row.sentence_unit.replace("_", " "))
    if low is not None and high is not None:
        amount = f"{low.normalize():f}" if low == high else f"{low.normalize():f} to {high.normalize():f}"
    else:
        amount = f"up to {high.normalize():f}" if high is not None else f"at least {low.normalize():f}"
    return f"{amount} {unit}"
