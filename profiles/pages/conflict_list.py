"""Open questions of many countries, a page at a time, with a fixed number of queries."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import EmptyPage, Paginator
from django.db import models

from profiles import models as m
from profiles.models.conflicts import CLAIMS, Disagreement
from profiles.pages.conflicts import Question, question, shares_by_breakdown
from profiles.pages.rows import Shelf, permalink
from sources.marks import Mark, mark

PER_PAGE = 50
REASONS = dict(Disagreement.Reason.choices)
MODELS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "figure": (m.Figure, ("unit", "partner", "event")),
    "statement": (m.Statement, ("code",)),
    "breakdown": (m.Breakdown, ()),
    "share": (m.Share, ("group", "parent", "breakdown")),
    "result": (m.Result, ()),
    "involvement": (m.Involvement, ("person", "organisation")),
    "case_step": (m.CaseStep, ("person",)),
    "citation": (m.Citation, ()),
}


@dataclass(frozen=True)
class ConflictPage:
    """One page of the list."""

    questions: list[Question]
    number: int
    pages: int
    total: int
    country: str
    reason: str


def countries() -> dict[str, str]:
    """Countries with open questions: names by key."""
    rows = Disagreement.objects.public().order_by("country__sort_key").values_list("country__key", "country__name")
    return dict(rows.distinct())


def page(*, country: str = "", reason: str = "", number: int = 1) -> ConflictPage | None:
    """One page of questions; None for a page beyond the last."""
    rows = Disagreement.objects.public().order_by("country__sort_key", "position", "key")
    if country:
        rows = rows.filter(country__key=country)
    if reason:
        rows = rows.filter(reason=reason)
    paginator = Paginator(rows, PER_PAGE)
    try:
        found = paginator.page(number)
    except EmptyPage:
        return None
    return ConflictPage(asked(found.object_list), number, paginator.num_pages, paginator.count, country, reason)


def asked(found: Any) -> list[Question]:
    """Questions with their answers, each as seen from its own country's page."""
    rows = list(found.select_related("country"))
    sides = list(m.Side.objects.public().filter(disagreement__in=[row.pk for row in rows]))
    by_question: dict[int, list[Any]] = defaultdict(list)
    for side in sorted(sides, key=lambda side: side.position):
        by_question[side.disagreement_id].append(side)
    claims = _claims(sides)
    shares = shares_by_breakdown(
        m.Share.objects.public().filter(breakdown__in=[number for arc, number in claims if arc == "breakdown"] or [0])
    )
    made = []
    for row in rows:
        each = question(row, by_question[row.pk], claims, _marker(row.country.key), shares)
        if each:
            made.append(replace(each, where=row.country.name))
    return made


def _marker(country: str) -> Callable[[Any], Mark]:
    return lambda claim: mark(claim, country, permalink(claim))


def _claims(sides: Iterable[Any]) -> dict[tuple[str, int], Any]:
    """The public claims that sides point to, tied to their documents."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for side in sides:
        for arc in CLAIMS:
            if getattr(side, f"{arc}_id") is not None:
                wanted[arc].add(getattr(side, f"{arc}_id"))
    found: dict[tuple[str, int], Any] = {}
    for arc, (model, links) in MODELS.items():
        rows: models.QuerySet[Any] = model.objects.public().filter(pk__in=wanted[arc] or {0}).select_related(*links)
        found |= {(arc, row.pk): row for row in rows}
    bearing = {place: row.breakdown if place[0] == "share" else row for place, row in found.items()}
    shelf = Shelf(bearing.values())
    return {place: row for place, row in found.items() if shelf.tie(bearing[place])}
