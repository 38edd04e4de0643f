"""The question that a claim answers, and the other answers to it (design section 2, Question)."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model, Q, QuerySet

from profiles.models import (
    Breakdown,
    CaseStep,
    Citation,
    Figure,
    Involvement,
    Result,
    Share,
    Statement,
)
from profiles.models.citations import CITED
from profiles.models.things import THINGS, set_keys

NAMED = ("document__publisher", "speaker")


def other_answers(row: Model) -> QuerySet[Any] | None:
    """Return the other rows that answer the question of this one; None where a row answers none."""
    condition = QUESTIONS.get(type(row))
    if condition is None:
        return None
    manager: Any = type(row)._default_manager
    related = RELATED.get(type(row), ())
    rows: QuerySet[Any] = manager.filter(condition(row)).exclude(pk=row.pk).select_related(*related).order_by("key")
    return rows


def _same(row: Any, *names: str) -> Q:
    return Q(**{name: getattr(row, f"{name}_id", None) or getattr(row, name) for name in names if _set(row, name)}) & Q(
        **{f"{name}__isnull": True for name in names if not _set(row, name)}
    )


def _set(row: Any, name: str) -> bool:
    return getattr(row, f"{name}_id", getattr(row, name, None)) is not None


def _overlapping(row: Any, name: str) -> Q:
    """Periods that may share a day; an open or unknown side shares every day."""
    earliest, latest = getattr(row, f"{name}_earliest"), getattr(row, f"{name}_latest")
    found = Q()
    if latest is not None:
        found &= Q(**{f"{name}_earliest__isnull": True}) | Q(**{f"{name}_earliest__lte": latest})
    if earliest is not None:
        found &= Q(**{f"{name}_latest__isnull": True}) | Q(**{f"{name}_latest__gte": earliest})
    return found


def _figure(row: Any) -> Q:
    about = ("event", "institution", "election", "organisation", "partner")
    same = _same(row, "country", "indicator", *about)
    return same if any(_set(row, name) for name in about) else same & _overlapping(row, "period")


def _statement(row: Any) -> Q:
    same = _same(row, "country", "topic", "partner", *THINGS)
    return same if set_keys(row, (*THINGS, "partner")) else same & _overlapping(row, "as_of")


def _breakdown(row: Any) -> Q:
    return _same(row, "country") & Q(kind=row.kind)


def _share(row: Any) -> Q:
    same = Q(breakdown__country=row.breakdown.country_id, breakdown__kind=row.breakdown.kind)
    return same & (Q(group=row.group_id) if row.group_id else Q(label__iexact=row.label))


def _result(row: Any) -> Q:
    who = Q(label__iexact=row.label)
    who |= Q(result_people__person__in=row.result_people.values("person"))
    who |= Q(result_organisations__organisation__in=row.result_organisations.values("organisation"))
    same = Result.objects.filter(who, _same(row, "election", "round"))
    return Q(pk__in=same.values("pk"))


def _involvement(row: Any) -> Q:
    return _same(row, "event") & Q(role=row.role)


def _case_step(row: Any) -> Q:
    return _same(row, "country") & (Q(person=row.person_id) if row.person_id else Q(proceeding=row.proceeding))


def _citation(row: Any) -> Q:
    return _same(row, *CITED) & Q(field=row.field)


QUESTIONS: dict[type[Model], Callable[[Any], Q]] = {
    Figure: _figure,
    Statement: _statement,
    Breakdown: _breakdown,
    Share: _share,
    Result: _result,
    Involvement: _involvement,
    CaseStep: _case_step,
    Citation: _citation,
}
RELATED: dict[type[Model], tuple[str, ...]] = {
    Figure: (*NAMED, "indicator"),
    Statement: (*NAMED, "topic", "code"),
    Breakdown: (*NAMED, "country"),
    Share: ("breakdown__document__publisher", "breakdown__speaker", "breakdown__country"),
    Result: NAMED,
    Involvement: (*NAMED, "person", "organisation"),
    CaseStep: (*NAMED, "person"),
    Citation: NAMED,
}
