"""What visitors may see, kept by triggers in one column, `is_public`.

A row is public when its own words say so (it is published; a person is public) and every row that it points to is
public. The triggers follow the foreign keys of the models, so a new key is obeyed without a line here. See
docs/decisions/public-by-foreign-keys.md.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import pgtrigger
from django.db import models

from sources.models.base import Linked, Publishable


def gates(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    """Return the foreign keys through which a hidden row hides this one: all but the model's `soft_links`."""
    soft = getattr(model, "soft_links", ())
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and issubclass(_target(field), Publishable) and field.name not in soft
    ]


def register(every: Iterable[type[models.Model]]) -> None:
    """Give the models the triggers that keep `is_public`; called once, when all of them are known."""
    found = list(every)
    for model in found:
        for trigger in _triggers(model, found):
            pgtrigger.register(trigger)(model)


def _triggers(model: type[models.Model], every: list[type[models.Model]]) -> Iterator[pgtrigger.Trigger]:
    if issubclass(model, Publishable):
        yield _own(model)
        if children := list(_children(model, every)):
            yield _cascade(children)
    elif issubclass(model, Linked) and model.hides:
        yield from _through_link(model)


def _own(model: type[Publishable]) -> pgtrigger.Trigger:
    """Set `is_public` before each write. Named to run after row_version, so that a cascade alone raises no version."""
    conditions = [model.public_sql]
    for field in gates(model):
        seen = f'EXISTS (SELECT 1 FROM "{_table(_target(field))}" t WHERE t.id = NEW."{field.column}" AND t.is_public)'  # noqa: S608
        conditions.append(f'(NEW."{field.column}" IS NULL OR {seen})' if field.null else seen)
    return pgtrigger.Trigger(
        name="visible",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"NEW.is_public := {' AND '.join(conditions)}; RETURN NEW;",
    )


def _children(model: type[models.Model], every: list[type[models.Model]]) -> Iterator[tuple[str, str]]:
    """Yield what a hidden row hides: a table, and the condition that finds its rows by the ids of hidden ones."""
    for other in every:
        if issubclass(other, Publishable):
            for field in gates(other):
                if _target(field) is model:
                    yield _table(other), f'"{field.column}" IN (%s)'
        elif issubclass(other, Linked) and other.hides:
            owner, hidden = (other._meta.get_field(name) for name in other.hides)
            if _target(hidden) is model:
                rows = f'SELECT "{_column(owner)}" FROM "{_table(other)}" WHERE "{_column(hidden)}" IN (%s)'  # noqa: S608
                yield _table(_target(owner)), f"id IN ({rows})"


def _cascade(children: list[tuple[str, str]]) -> pgtrigger.Trigger:
    """Have the rows that point to changed ones look again; theirs follow in turn."""
    changed = "SELECT n.id FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE n.is_public <> o.is_public"
    updates = " ".join(
        f'UPDATE "{table}" SET is_public = is_public WHERE {where % changed};'  # noqa: S608
        for table, where in children
    )
    return pgtrigger.Trigger(
        name="visible_below",
        when=pgtrigger.After,
        level=pgtrigger.Statement,
        operation=pgtrigger.Update,
        referencing=pgtrigger.Referencing(old="old_rows", new="new_rows"),
        func=f"IF EXISTS ({changed}) THEN {updates} END IF; RETURN NULL;",
    )


def _through_link(model: type[Linked]) -> Iterator[pgtrigger.Trigger]:
    """Have the owner look again where a link that may hide it comes or goes."""
    owner: Any = model._meta.get_field(model.hides[0])
    look = f'UPDATE "{_table(_target(owner))}" SET is_public = is_public WHERE id = %s."{owner.column}"; RETURN NULL;'  # noqa: S608
    for name, operation, row in (
        ("insert", pgtrigger.Insert, "NEW"),
        ("update", pgtrigger.Update, "NEW"),
        ("delete", pgtrigger.Delete, "OLD"),
    ):
        yield pgtrigger.Trigger(name=f"visible_{name}", when=pgtrigger.After, operation=operation, func=look % row)


def _target(field: Any) -> Any:
    return field.related_model


def _table(model: type[models.Model]) -> str:
    return model._meta.db_table


def _column(field: Any) -> str:
    return str(field.column)
