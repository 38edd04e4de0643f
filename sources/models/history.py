"""History, versions and frozen keys: triggers, which no bulk write can skip."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import pghistory
import pgtrigger
from django.db import models

from sources.models.base import Publishable

AnyModel = TypeVar("AnyModel", bound=type[models.Model])


def recorded(*, owner: str = "", rules: Sequence[pgtrigger.Trigger] = ()) -> Callable[[AnyModel], AnyModel]:
    """Give a model its history (insert, update, delete) and, where it has one, its row_version.

    With `owner`, the name of a foreign key, each change of such rows also raises the owner's version, so that a save
    of the owner notices that what belongs to it has changed. `rules` are those that one row alone cannot tell.
    """

    def decorate(model: AnyModel) -> AnyModel:
        triggers = list(rules)
        if issubclass(model, Publishable):
            triggers += [VERSION, FROZEN_KEY]
        if owner:
            triggers += _owner_triggers(model, owner)
        for trigger in triggers:
            pgtrigger.register(trigger)(model)
        tracked: AnyModel = pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            exclude=["is_public"] if issubclass(model, Publishable) else [],  # follows from other rows
            model_name=f"{model.__name__}History",
            obj_field=pghistory.ObjForeignKey(related_name="history"),
        )(model)
        return tracked

    return decorate


VERSION = pgtrigger.Trigger(
    name="row_version",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func="NEW.row_version = OLD.row_version + 1; RETURN NEW;",
    condition=pgtrigger.Condition("OLD.* IS DISTINCT FROM NEW.*"),
)
FROZEN_KEY = pgtrigger.Trigger(
    name="frozen_key",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func="RAISE EXCEPTION 'The key % never changes; make a new row and withdraw this one.', OLD.key "
    "USING ERRCODE = 'integrity_constraint_violation';",
    condition=pgtrigger.Condition("OLD.key IS DISTINCT FROM NEW.key"),
)


def _owner_triggers(model: type[models.Model], owner: str) -> list[pgtrigger.Trigger]:
    """One statement trigger for each kind of change: PostgreSQL allows no transition tables for several at once."""
    field: Any = model._meta.get_field(owner)
    target = field.remote_field.model  # still a name where the owner's app is another
    table = target.replace(".", "_").lower() if isinstance(target, str) else target._meta.db_table
    bump = f'UPDATE "{table}" SET row_version = row_version + 1 WHERE id IN (%s); RETURN NULL;'  # noqa: S608
    old = f"SELECT {field.column} FROM old_rows"  # noqa: S608
    new = f"SELECT {field.column} FROM new_rows"  # noqa: S608
    kinds = [
        ("insert", pgtrigger.Insert, pgtrigger.Referencing(new="new_rows"), new),
        ("update", pgtrigger.Update, pgtrigger.Referencing(old="old_rows", new="new_rows"), f"{old} UNION {new}"),
        ("delete", pgtrigger.Delete, pgtrigger.Referencing(old="old_rows"), old),
    ]
    return [
        pgtrigger.Trigger(
            name=f"bump_{owner}_{name}",
            when=pgtrigger.After,
            level=pgtrigger.Statement,
            operation=operation,
            referencing=referencing,
            func=bump % rows,
        )
        for name, operation, referencing, rows in kinds
    ]
