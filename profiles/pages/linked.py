"""Rows that are about one thing, each public, each with its answer and mark: what a thing's page is made of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from profiles.models import (
    CaseStep,
    Excerpt,
    Figure,
    Involvement,
    Result,
    Statement,
)
from profiles.pages import answers
from profiles.pages.answers import Answer
from profiles.pages.rows import in_order, permalink
from sources.marks import CLAIM_LINKS, MARK_LINKS, Mark, mark

QUOTED = ("quotation__document", "quotation__first")  # what the mark of a checked quotation needs


@dataclass(frozen=True)
class Line:
    """One row with its answer; the row for headings and links."""

    row: Any
    answer: Answer


@dataclass(frozen=True)
class Chosen:
    """An excerpt with its mark."""

    row: Excerpt
    mark: Mark


def line(row: Any, read: Callable[[Any, Mark], Answer], country: str) -> Line:
    """Return a row with its answer."""
    return Line(row, read(row, mark(row, country, permalink(row))))


def lines(rows: Iterable[Any], read: Callable[[Any, Mark], Answer], country: str) -> list[Line]:
    """Return rows with their answers, in order of publication, undated ones last."""
    made = [line(row, read, country) for row in rows]
    return sorted(made, key=lambda each: in_order(each.answer.mark))


def groups(found: Iterable[Line], by: Callable[[Any], Any]) -> list[tuple[Any, list[Line]]]:
    """Gather lines by what they are about, in the order of their first line."""
    made: dict[Any, list[Line]] = {}
    for each in found:
        made.setdefault(by(each.row), []).append(each)
    return list(made.items())


def figures(country: str, **about: Any) -> list[tuple[Any, list[Line]]]:
    """Return the figures about a thing, gathered by what is measured."""
    rows = Figure.objects.public().filter(**about)
    links = ("indicator", "unit", "partner", "country", "organisation", "institution", "election", "event")
    rows = rows.select_related(*CLAIM_LINKS, *links)
    found = lines(rows, answers.of_figure, country)
    made = groups(found, lambda row: row.indicator)
    return sorted(made, key=lambda pair: (pair[0].position, pair[0].key))


def statements(country: str, **about: Any) -> list[tuple[Any, list[Line]]]:
    """Return the statements about a thing, gathered by topic."""
    rows = (
        Statement.objects.public().filter(**about).select_related(*CLAIM_LINKS, "topic", "code", "partner", "country")
    )
    made = groups(lines(rows, answers.of_statement, country), lambda row: row.topic)
    return sorted(made, key=lambda pair: (pair[0].position, pair[0].key))


def results(country: str, **about: Any) -> list[Line]:
    """Return the results that sources give; each source's own."""
    links = ("election__country", "election__institution")
    rows = Result.objects.public().filter(**about).select_related(*CLAIM_LINKS, *links).distinct()
    return lines(rows.order_by("position", "key"), answers.of_result, country)


def involvements(country: str, **about: Any) -> list[Line]:
    """Return who had which part in an event."""
    links = ("event__country", "person", "organisation")
    rows = Involvement.objects.public().filter(**about).select_related(*CLAIM_LINKS, *links)
    return lines(rows, answers.of_involvement, country)


def steps(**about: Any) -> list[CaseStep]:
    """Return the steps of cases about a thing."""
    return list(CaseStep.objects.public().filter(**about).select_related(*CLAIM_LINKS, "person", "event", "country"))


def excerpts(country: str, **about: Any) -> list[Chosen]:
    """Return the excerpts that speak of a thing, in order of publication."""
    rows = Excerpt.objects.public().filter(**about).select_related(*MARK_LINKS, *QUOTED).distinct()
    made = [Chosen(row, mark(row, country, permalink(row))) for row in rows]
    return sorted(made, key=lambda chosen: in_order(chosen.mark))


def newest_first(found: Iterable[Any], name: str) -> list[Any]:
    """Sort things by a date, the newest first, undated ones last."""
    return sorted(found, key=lambda row: (str(getattr(row, f"{name}_earliest") or ""), row.key), reverse=True)
