"""The way of a record: draft, in review, published, withdrawn; each step whole or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, models, transaction
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone

from sources.admin.refusals import reason
from sources.admin.rights import allowed
from sources.models.base import Publishable, Status

RETURNED = "Returned to draft on "


@dataclass(frozen=True)
class Step:
    """One step: from where to where, and the permission that it takes."""

    to: Status
    since: tuple[Status, ...]
    right: str
    done: str


SEND = Step(Status.IN_REVIEW, (Status.DRAFT,), "change", "sent to review")
PUBLISH = Step(Status.PUBLISHED, (Status.DRAFT, Status.IN_REVIEW, Status.WITHDRAWN), "publish", "published")
RETURN = Step(Status.DRAFT, (Status.IN_REVIEW,), "change", "returned to draft")
WITHDRAW = Step(Status.WITHDRAWN, (Status.PUBLISHED,), "publish", "withdrawn")


class StepRefusedError(Exception):
    """Nothing was changed; the message says why."""


def followers(desk: Any, ids: Iterable[int]) -> list[tuple[type[models.Model], QuerySet[Any]]]:
    """Return the rows that go the way of the named records: those beneath them on their forms."""
    found = []
    for inline in desk.inlines:
        if inline.follows and issubclass(inline.model, Publishable):
            name = inline.fk_name or _key_between(inline.model, desk.model)
            manager: Any = inline.model._default_manager
            found.append((inline.model, manager.filter(**{f"{name}__in": list(ids)})))
    return found


def _key_between(model: type[models.Model], target: type[models.Model]) -> str:
    return next(
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model is target
    )


def take(desk: Any, user: Any, rows: QuerySet[Any], step: Step, why: str = "") -> int:
    """Take a step with all of the rows and what follows them, or with none; return how many records there were."""
    if not allowed(user, step.right, desk.model):
        raise PermissionDenied
    found: list[Any] = []
    try:
        with transaction.atomic():
            found = list(
                desk.model._default_manager.filter(pk__in=rows.values("pk")).order_by("pk").select_for_update()
            )
            _check(found, step)
            desk.before_step(found, step)
            ids = [row.pk for row in found]
            _set(desk.model._default_manager.filter(pk__in=ids), step, user, why)
            for model, beneath in followers(desk, ids):
                if allowed(user, step.right, model):
                    _set(beneath.filter(status__in=_taken_along(step)), step, user, "")
    except DatabaseError as error:
        raise StepRefusedError(_diagnosis(found, step) or reason(error)) from error
    return len(found)


def _taken_along(step: Step) -> tuple[Status, ...]:
    """Rows beneath a record that somebody withdrew for themselves stay withdrawn when it is published."""
    return tuple(status for status in step.since if status != Status.WITHDRAWN)


def _check(found: list[Any], step: Step) -> None:
    wrong = [row for row in found if row.status not in step.since]
    if wrong:
        names = ", ".join(f"“{row}” ({row.get_status_display().lower()})" for row in wrong[:5])
        more = f" and {len(wrong) - 5} more" if len(wrong) > 5 else ""
        raise StepRefusedError(f"Nothing was changed. These cannot be {step.done}: {names}{more}.")


def _set(rows: QuerySet[Any], step: Step, user: Any, why: str) -> None:
    if not why:
        rows.update(status=step.to)
        return
    line = f"{RETURNED}{timezone.localdate().isoformat()} by {user.get_username()}: {why}"
    rows.filter(note_internal="").update(status=step.to, note_internal=line)
    rows.filter(status__in=step.since).update(
        status=step.to, note_internal=Concat(F("note_internal"), Value(f"\n{line}"))
    )


def _diagnosis(found: list[Any], step: Step) -> str:
    """Name the record that a constraint refuses, by asking each in turn."""
    for row in found[:500]:
        row.status = step.to
        try:
            row.validate_constraints()
        except ValidationError as error:
            return f"Nothing was changed. “{row}”: {' '.join(error.messages)}"
    return ""
