"""Two people at one record: what it was when the form was opened, what it is now, and what was typed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from sources.admin.texts import normal


@dataclass(frozen=True)
class Difference:
    """One field in three states; `clash` where both sides changed it, each differently."""

    label: str
    base: str
    theirs: str
    yours: str
    clash: bool


@dataclass
class Conflict:
    """What somebody else saved while a form was open."""

    record: str
    who: str
    when: datetime.datetime | None
    differences: list[Difference] = field(default_factory=list)


def find_conflict(form: forms.ModelForm[Any], seen: int) -> Conflict:
    """Compare the version that a form was opened with, the stored one and the typed one.

    Changes that only the other side made are taken over into the form's data, so that saving once more loses nothing
    of theirs; where both changed a field, what was typed stays, and the page shows all three.
    """
    now = form.instance
    base = now.history.filter(row_version=seen).order_by("-pgh_id").first()
    last = now.history.select_related("pgh_context").order_by("-pgh_id").first()
    conflict = Conflict(str(now), changed_by(last), last.pgh_created_at if last else None)
    data: Any = form.data.copy()  # type: ignore[attr-defined]  # a QueryDict
    for name in form.fields:
        if name != "row_version":
            _compare(form, name, base, data, conflict)
    data[form.add_prefix("row_version")] = str(now.row_version)
    form.data = data
    return conflict


def changed_by(event: Any) -> str:
    """Return the name of the person behind an event of the history."""
    metadata = (event.pgh_context.metadata or {}) if event is not None and event.pgh_context else {}
    number: Any = metadata.get("user")
    user = get_user_model().objects.filter(pk=number).first() if number else None
    return user.get_username() if user else "a command or an import outside the desk"


def _compare(form: forms.ModelForm[Any], name: str, base: Any, data: Any, conflict: Conflict) -> None:
    control = form.fields[name]
    stored = _model_field(form, name)
    if stored is None:
        return
    typed = control.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
    theirs = stored.value_from_object(form.instance)
    was = stored.value_from_object(base) if base is not None else None
    they_changed = base is None or was != theirs
    i_changed = control.has_changed(theirs if base is None else was, typed)
    differ = control.has_changed(theirs, typed)
    if not they_changed or (base is None and not differ):
        return
    clash = i_changed and differ
    yours = _typed_text(control, stored, typed) if i_changed else "not changed by you"
    base_text = "" if base is None else shown(stored, was)
    conflict.differences.append(
        Difference(str(control.label or stored.verbose_name), base_text, shown(stored, theirs), yours, clash)
    )
    if not i_changed:
        _take_over(data, form.add_prefix(name), control, theirs)


def _model_field(form: forms.ModelForm[Any], name: str) -> Any:
    try:
        found: Any = form._meta.model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return found if getattr(found, "concrete", False) else None


def _take_over(data: Any, key: str, control: forms.Field, value: Any) -> None:
    if isinstance(control, forms.BooleanField):
        data.pop(key, None)
        if value:
            data[key] = "on"
        return
    plain = control.prepare_value(value)
    data[key] = "" if plain is None else str(plain)


def shown(stored: models.Field[Any, Any], value: Any) -> str:
    """Return a stored value as people read it."""
    if value in (None, ""):
        return "–"
    if isinstance(stored, models.ForeignKey):
        target: Any = stored.related_model
        row = target._default_manager.filter(pk=value).first()
        return str(row) if row is not None else f"a deleted record ({value})"
    if stored.choices:
        return str(dict(stored.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def _typed_text(control: forms.Field, stored: models.Field[Any, Any], typed: Any) -> str:
    if isinstance(control, forms.BooleanField):
        return "yes" if typed else "no"
    if isinstance(stored, models.ForeignKey):
        return shown(stored, int(typed)) if str(typed).isdecimal() and len(str(typed)) < 19 else "–"
    if stored.choices:
        return shown(stored, typed)
    return normal(str(typed)) if typed else "–"
