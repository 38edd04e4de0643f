"""The form of a curated record: its version, its texts, its bounds, its key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.utils import ErrorDict

from sources import keys, locators
from sources.admin.conflicts import Conflict, find_conflict
from sources.admin.texts import check_text, normal
from sources.admin.widgets import RecordSelect
from sources.dates import Bounds, DateError, bounds
from sources.models.base import Linked, Publishable, Status
from sources.models.fields import PartialDateField

LOCKED = (Status.PUBLISHED, Status.WITHDRAWN)


class RecordForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form that knows which version it was opened with, and refuses to write over another one.

    The desk's admins set on each class they make: `trouble` (what the database refused in the first attempt) and
    `trouble_at` (the field it is said at), `may_publish`, `propose_key` (a key from what was typed, for a new record),
    and `only_shown`: the form is drawn again as typed, neither checked nor saved.
    """

    trouble: ClassVar[str] = ""
    trouble_at: ClassVar[str] = ""
    only_shown: ClassVar[bool] = False
    prefilled: bool = False  # a new row that the page filled in: it is kept though nobody has changed it
    may_publish: ClassVar[bool] = True
    propose_key: ClassVar[Callable[[RecordForm], str] | None] = None
    conflict: Conflict | None = None

    row_version = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=1,
        error_messages={"required": "The form does not say which version it was opened with; open it again."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not isinstance(self.instance, Publishable):
            del self.fields["row_version"]
        elif self.instance.pk:
            self.initial["row_version"] = self.instance.row_version
        else:
            self.fields["row_version"].required = False
        for name, field in self.fields.items():
            if isinstance(field, forms.CharField):
                field.validators.append(check_text)
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, RecordSelect) and name in self.instance._state.fields_cache:
                row = getattr(self.instance, name)
                widget.known = {str(row.pk): str(row)} if row is not None else {}
        if "status" in self.fields:
            self._limit_status()
        if "key" in self.fields:
            self.fields["key"].required = False
            self.fields["key"].help_text = "Leave it empty and one is proposed. It never changes after creation."

    def _limit_status(self) -> None:
        field: Any = self.fields["status"]
        kept = {self.instance.status} if self.instance.pk else set()
        if not self.may_publish:
            field.choices = [pair for pair in field.choices if pair[0] not in LOCKED or pair[0] in kept]

    def full_clean(self) -> None:
        """Check what was typed, unless it is only shown again."""
        if self.only_shown:
            self._errors, self.cleaned_data = ErrorDict(), {}
        else:
            super().full_clean()

    def is_valid(self) -> bool:
        """What is only shown is not saved."""
        return not self.only_shown and super().is_valid()

    def has_changed(self) -> bool:
        """A row that the page filled in counts as typed until it is emptied."""
        if self.prefilled:
            return any(self[name].data for name in self.initial if name in self.fields)
        return super().has_changed()

    def _get_validation_exclusions(self) -> set[str]:
        """The bounds of partial dates are set before the check, so the constraints on them count."""
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        computed = {
            f"{field.name}_{end}"
            for field in self._meta.model._meta.concrete_fields
            if isinstance(field, PartialDateField) and field.name in self.fields
            for end in ("earliest", "latest")
        }
        return excluded - computed

    def clean_locator(self) -> str:
        """Spell the place as locators are spelt."""
        text: str = self.cleaned_data["locator"]
        if not text:
            return text
        try:
            return locators.normalise(text)
        except locators.LocatorError as error:
            raise ValidationError(str(error)) from error

    def clean_key(self) -> str:
        """Say what is wrong with a typed key."""
        key: str = self.cleaned_data["key"]
        model: Any = self._meta.model
        if key:
            country = model.key_pattern == keys.COUNTRY_PATTERN
            problem = keys.country_problem(key) if country else keys.problem(key)
            if problem:
                raise ValidationError(problem)
        return key

    def clean(self) -> dict[str, Any]:
        """Compare versions; set what follows from what was typed."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name, value in cleaned.items():
            if isinstance(value, str):
                cleaned[name] = normal(value)
        seen = cleaned.get("row_version")
        if self.instance.pk and seen is not None and seen != self.instance.row_version:
            self.conflict = find_conflict(self, seen)
            raise ValidationError(
                "Somebody else has changed this record since you opened the form. Nothing was saved; what you typed is "
                "kept below. Compare, mend it where you must, and save again.",
                code="conflict",
            )
        self._set_bounds(cleaned)
        if "key" in cleaned and not cleaned["key"]:
            cleaned["key"] = self.propose_key() if self.propose_key else ""
            if not cleaned["key"] and not self.errors:
                self.add_error("key", "No key could be proposed; give one.")
        if isinstance(self.instance, Linked) and not self.may_publish:
            self._check_owner(cleaned)
        if self.trouble:
            self.add_error(self.trouble_at if self.trouble_at in self.fields else None, self.trouble)
        return cleaned

    def _check_owner(self, cleaned: dict[str, Any]) -> None:
        """A link has no status: it is as public as the record whose it is."""
        for field in self._meta.model._meta.concrete_fields:
            owner = self.value_of(field.name) if isinstance(field, models.ForeignKey) else None
            if owner is not None and field.remote_field.on_delete is models.CASCADE and owner.status in LOCKED:
                raise ValidationError(f"“{owner}” is published; an editor links it.")

    def value_of(self, name: str) -> Any:
        """Return what was typed for a field, or what the record has."""
        return self.cleaned_data.get(name) or getattr(self.instance, name, None)

    def _set_bounds(self, cleaned: dict[str, Any]) -> None:
        for field in self._meta.model._meta.concrete_fields:
            if isinstance(field, PartialDateField) and field.name in cleaned:
                try:
                    found = bounds(cleaned[field.name]) if cleaned[field.name] else Bounds(None, None)
                except DateError:
                    continue  # the field's own validator has said so
                setattr(self.instance, f"{field.name}_earliest", found.earliest)
                setattr(self.instance, f"{field.name}_latest", found.latest)


class RecordFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """Rows beneath a record: what is published changes and goes only by those who may."""

    may_publish: ClassVar[bool] = True
    may_purge: ClassVar[bool] = True

    def add_fields(self, form: Any, index: int | None) -> None:
        """Name the box that deletes a row."""
        super().add_fields(form, index)
        extra = -1 if index is None else index - self.initial_form_count()
        form.prefilled = 0 <= extra < len(self.initial_extra or ())
        box = form.fields.get("DELETE")
        if box is not None and form.instance.pk and not self._may_delete(form.instance):
            box.widget, box.disabled = forms.HiddenInput(), True
        elif box is not None:
            box.widget.attrs["aria-label"] = f"Delete {form.instance}" if form.instance.pk else "Delete"

    def _may_delete(self, row: models.Model) -> bool:
        return self.may_purge or not isinstance(row, Publishable) or row.status == Status.DRAFT

    def clean(self) -> None:
        """Refuse changes of published rows by researchers; what may not be deleted has no working box."""
        super().clean()
        for form in self.initial_forms:
            row = form.instance
            if not isinstance(row, Publishable):
                continue
            deleted = self.can_delete and self._should_delete_form(form)  # type: ignore[attr-defined]
            if (deleted or form.has_changed()) and row.status in LOCKED and not self.may_publish:
                raise ValidationError(f"“{row}” is published; an editor changes it.")

    @property
    def conflicts(self) -> list[Conflict]:
        """What others changed in these rows while the form was open."""
        found = (getattr(form, "conflict", None) for form in self.forms)
        return [conflict for conflict in found if conflict]

    @property
    def lost(self) -> bool:
        """Whether a row of the form is no longer there."""
        return self.is_bound and any("id" in form.errors for form in self.initial_forms)

    def added_meanwhile(self) -> list[models.Model]:
        """Return rows that somebody else has added since the form was opened."""
        if not self.is_bound:
            return []
        mine = {form.instance.pk for form in self.forms}
        return [row for row in self.get_queryset() if row.pk not in mine]
