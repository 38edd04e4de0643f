"""Other sources' answers to the question that one claim answers (design section 2).

Same country, indicator or topic or kind, and event, institution, election, organisation or partner; with none of
these, overlapping periods. What was counted, outcome, actor and place never split a question.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from profiles.models import (
    Breakdown,
    Citation,
    Disagreement,
    Figure,
    Result,
    ResultOrganisation,
    ResultPerson,
    Share,
    Side,
    Statement,
)
from profiles.models.citations import CITED
from profiles.models.conflicts import CLAIMS
from profiles.models.things import THINGS, set_keys
from profiles.pages import answers
from profiles.pages.linked import Line, lines
from sources.marks import CLAIM_LINKS, MARK_LINKS

MOST = 200
FIGURE_ABOUT = ("event", "institution", "election", "organisation", "partner")
FIGURE_LINKS = ("country", "indicator", "unit", *FIGURE_ABOUT)


def same(row: Any, *fields: str) -> Q:
    """Return the condition that links are the same; an empty one is the same as an empty one."""
    condition = Q()
    for field in fields:
        value = getattr(row, f"{field}_id")
        condition &= Q(**{field: value}) if value is not None else Q(**{f"{field}__isnull": True})
    return condition


def overlap(one: Any, other: Any, name: str) -> bool:
    """Return whether two periods may share a day; an open or unknown side shares any."""
    earliest, latest = f"{name}_earliest", f"{name}_latest"
    ends = [(getattr(one, earliest), getattr(other, latest)), (getattr(other, earliest), getattr(one, latest))]
    return all(start is None or end is None or start <= end for start, end in ends)


def _figures(row: Figure) -> QuerySet[Any]:
    rows = Figure.objects.public().filter(same(row, "country", "indicator", *FIGURE_ABOUT))
    return rows.select_related(*CLAIM_LINKS, *FIGURE_LINKS)


def _statements(row: Statement) -> QuerySet[Any]:
    rows = Statement.objects.public().filter(same(row, "country", "topic", "partner", *THINGS))
    return rows.select_related(*CLAIM_LINKS, "topic", "code", "partner")


def _breakdowns(row: Breakdown) -> QuerySet[Any]:
    rows = Breakdown.objects.public().filter(same(row, "country"), kind=row.kind)
    shares = Prefetch("shares", Share.objects.public().order_by("position"), to_attr="public_shares")
    return rows.select_related(*CLAIM_LINKS).prefetch_related(shares)


def _results(row: Result) -> QuerySet[Any]:
    people = ResultPerson.objects.filter(result=row).values("person")
    bodies = ResultOrganisation.objects.filter(result=row).values("organisation")
    same_winner = (
        Q(label__iexact=row.label)
        | Q(pk__in=ResultPerson.objects.filter(person__in=people).values("result"))
        | Q(pk__in=ResultOrganisation.objects.filter(organisation__in=bodies).values("result"))
    )
    rows = Result.objects.public().filter(same_winner, election=row.election_id, round=row.round)
    return rows.select_related(*CLAIM_LINKS, "election__institution")


def _citations(row: Citation) -> QuerySet[Any]:
    rows = Citation.objects.public().filter(same(row, set_keys(row, CITED)[0]), field=row.field)
    return rows.select_related(*MARK_LINKS)


def _of_breakdown(row: Any, mark: Any) -> answers.Answer:
    return answers.of_breakdown(row, mark, row.public_shares)


ASK: dict[type[Any], tuple[Callable[[Any], QuerySet[Any]], Callable[[Any, Any], answers.Answer]]] = {
    Figure: (_figures, answers.of_figure),
    Statement: (_statements, answers.of_statement),
    Breakdown: (_breakdowns, _of_breakdown),
    Result: (_results, answers.of_result),
    Citation: (_citations, answers.of_citation),
}


SIDES: dict[type[Any], str] = {Side._meta.get_field(name).related_model: name for name in CLAIMS}  # type: ignore[misc]


# Period of a claim, and the links that make a question whatever the period.
PERIODS: dict[type[Any], tuple[str, tuple[str, ...]]] = {
    Figure: ("period", FIGURE_ABOUT),
    Statement: ("as_of", ("partner", *THINGS)),
    Breakdown: ("as_of", ()),
}


def other_answers(row: Any, country: str) -> tuple[list[Line], list[Line]]:
    """Return the other answers to a claim's question, and those to the same question about other times."""
    if type(row) not in ASK:
        return [], []
    rows, read = ASK[type(row)]
    found = lines(rows(row).exclude(pk=row.pk)[:MOST], read, country)
    period, about = PERIODS.get(type(row), ("", ()))
    if not period or set_keys(row, about):
        return found, []
    now = [line for line in found if overlap(row, line.row, period)]
    return now, [line for line in found if line not in now]


def disagreements(row: Any) -> list[Disagreement]:
    """Return the questions in which a claim is a side."""
    arc = SIDES.get(type(row))
    if not arc:
        return []
    sides = Side.objects.public().filter(**{arc: row})
    return list(Disagreement.objects.public().filter(pk__in=sides.values("disagreement")))
