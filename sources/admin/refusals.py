"""What the database refused, in an editor's words."""

from functools import cache
from typing import Any

from django.apps import apps
from django.db import Error

DEADLOCK, NOT_LOCKED = "40P01", "55P03"
OWN_WORDS = {
    "23505": "Another record has the same key or name already.",
    "23503": "A record that this one points to, or that points to this one, is in the way.",
    "22001": "A text is longer than its field.",
    "22003": "A number is larger than its field holds.",
    DEADLOCK: "Somebody else was saving the same records at this moment. Nothing was saved; save again.",
    NOT_LOCKED: "Somebody else was saving the same records at this moment. Nothing was saved; save again.",
}


@cache
def messages_by_constraint() -> dict[str, str]:
    """Return the message that each constraint of our tables was declared with."""
    return {
        constraint.name: str(constraint.get_violation_error_message())
        for model in apps.get_models()
        for constraint in model._meta.constraints
    }


def reason(error: Error) -> str:
    """Return why the database refused to write: the constraint's own message where it has one."""
    cause: Any = error.__cause__
    diagnosis = getattr(cause, "diag", None)
    if diagnosis is None:
        return "The database refused the record."
    known = messages_by_constraint().get(diagnosis.constraint_name or "")
    return known or OWN_WORDS.get(cause.pgcode or "") or str(diagnosis.message_primary)


def constraint_of(error: Error) -> str:
    """Return the name of the rule that was broken; '' where the database names none."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return str(getattr(diagnosis, "constraint_name", None) or "")


def is_refusal(error: Error) -> bool:
    """Whether the database refused the values, rather than failed."""
    code = str(getattr(error.__cause__, "pgcode", None) or "")
    return code[:2] in ("22", "23") or code in (DEADLOCK, NOT_LOCKED)
