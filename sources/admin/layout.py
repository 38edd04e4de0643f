"""The order of a form: what is claimed, where it stands, who says it, status and notes."""

from typing import Any

from django.db import models

from sources.admin.fields import line_of
from sources.models.base import Claim, Publishable
from sources.models.fields import COMPANIONS, PartialDateField

VALUE = ("printed", "value_state", "derived")
WHERE = ("document", "locator")
WHO = ("speaker", "relation", "original_document")
LAST = ("status", "note_public", "note_internal", "collection", "key")
NEVER = ("id",)

Section = tuple[str | None, dict[str, Any]]


def sections_of(model: type[models.Model], main: tuple[str, ...], row: Any, *, with_version: bool) -> list[Section]:
    """Return the sections of a form.

    `main` puts some fields first; the others follow in the model's order. A row's arc (the keys of which one is set)
    stands open where it is set or where the row is new, and folded away elsewhere.
    """
    names = ordered(model, main)
    if not issubclass(model, Publishable):
        return [(None, {"fields": names})]
    arc = [name for fields in model.arcs.values() for name in fields]
    folded = [name for name in arc if row is not None and getattr(row, f"{name}_id", None) is None]
    where = [name for name in WHERE if name in names and is_evidence(model)]
    who = [name for name in WHO if name in names and is_evidence(model)]
    value = [name for name in VALUE if name in names and issubclass(model, Claim)]
    apart = {*arc, *where, *who, *value}
    own = [name for name in names if name not in apart]
    about = [name for name in arc if name not in folded]
    first = "What is claimed" if is_evidence(model) else "What it is"
    sections: list[Section] = [(first, {"fields": _lines(model, [*(about if row else ()), *own, *value])})]
    if about and row is None:
        words = "Choose one." if is_needed(model) else "Choose one, or none."
        sections.insert(0, ("What it is about", {"fields": about, "description": words, "classes": ["arc"]}))
    if folded:
        sections.append(("About another record instead", {"fields": folded, "classes": ["collapse"]}))
    if where:
        sections.append(("Where it stands", {"fields": where}))
    if who:
        sections.append(("Who says it", {"fields": who}))
    version = ("row_version",) if with_version else ()
    sections.append(("Status and notes", {"fields": [*LAST, *version]}))
    return sections


def is_evidence(model: type[models.Model]) -> bool:
    """Whether a row says what a document says: claims, citations and excerpts."""
    found = {field.name for field in model._meta.concrete_fields}
    return {"document", "locator", "speaker"} <= found


def is_needed(model: type[models.Model]) -> bool:
    """Whether one key of the arc must be set."""
    return any(rule.name.endswith("_is_about_one_thing") for rule in model._meta.constraints)


def ordered(model: type[models.Model], main: tuple[str, ...]) -> list[str]:
    """Return the names of the fields that a person fills in, without the companions of dates."""
    dated = {field.name for field in model._meta.concrete_fields if isinstance(field, PartialDateField)}
    hidden = {*NEVER, *LAST, *(f"{name}_{end}" for name in dated for end in COMPANIONS)}
    names = [field.name for field in model._meta.concrete_fields if field.editable and field.name not in hidden]
    return [*main, *(name for name in names if name not in main)]


def _lines(model: type[models.Model], names: list[str]) -> list[Any]:
    return [line_of(model, name) for name in names]
