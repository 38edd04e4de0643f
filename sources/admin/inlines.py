"""Rows that stand beneath a record on its form: each control with a name of its own for screen readers."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db import connection, models
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest

from sources.admin.fields import companions, control_for, foreign_keys
from sources.admin.forms import RecordForm, RecordFormSet
from sources.admin.prefill import READ
from sources.admin.rights import allowed
from sources.models.base import Publishable, Status

MOST_EMPTY_ROWS = 20


class LabelledInline(admin.TabularInline):  # type: ignore[type-arg]
    """A table of rows; a table's column heads name no control, so each control carries its name.

    `columns` are the fields that the table holds; partial dates bring what was printed with them. `follows`: these rows
    belong to the record, so they are published and returned with it. `filled_from`: the column that the address of a
    new record may fill in.
    """

    form = RecordForm
    formset = RecordFormSet
    template = "admin/labelled_tabular.html"
    extra = 0
    show_change_link = True
    view_on_site = False
    columns: ClassVar[tuple[str, ...]] = ()
    follows: ClassVar[bool] = False
    filled_from: ClassVar[str] = ""
    key_from: ClassVar[tuple[str, ...]] = ()
    label_related: ClassVar[tuple[str, ...]] = ()

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        """Every key to another table is looked up, never listed."""
        return [field.name for field in foreign_keys(self.model)]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Use the desk's own controls."""
        return control_for(self, db_field, request, kwargs) or super().formfield_for_dbfield(
            db_field, request, **kwargs
        )

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The declared columns, with the printed form of dates, and the version of each row."""
        names = [each for name in self.columns for each in companions(self.model, name)[:2]]
        versioned = issubclass(self.model, Publishable) and self.has_change_permission(request, obj)
        return [*names, "row_version"] if versioned else names

    def get_formset(
        self, request: HttpRequest, obj: Any = None, **kwargs: Any
    ) -> type[BaseInlineFormSet[Any, Any, Any]]:
        """Name each control, and tell the rows who is asking."""
        kwargs["fields"] = [name for name in self.get_fields(request, obj) if name != "row_version"]
        found: Any = super().get_formset(request, obj, **kwargs)
        for name, field in found.form.base_fields.items():
            label = str(field.label or name)
            field.widget.attrs.setdefault("aria-label", label)
            inner = getattr(field.widget, "widget", None)
            if inner is not None:
                inner.attrs.setdefault("aria-label", label)
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 2
        found.may_publish = allowed(request.user, "publish", self.model)
        found.may_purge = allowed(request.user, "purge", self.model)
        found.form.may_publish = found.may_publish
        found.form.only_shown = READ in request.POST
        return found  # type: ignore[no-any-return]

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """Return how many new rows there are: none, as scripts add them; `?rows=3` gives three without scripts."""
        asked = request.GET.get("rows", "")
        least = len(self.first_rows(request)) if obj is None else 0
        return max(min(int(asked), MOST_EMPTY_ROWS) if asked.isdecimal() and len(asked) < 4 else 0, least)

    def first_rows(self, request: HttpRequest) -> list[dict[str, str]]:
        """Return the row that an address fills in beneath a new record."""
        number = request.GET.get(self.filled_from, "") if self.filled_from else ""
        return [{self.filled_from: number}] if number.isdecimal() and len(number) < 19 else []

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch what the rows' names need in the same query; lock the rows while they are being saved."""
        keys = {field.name: field for field in foreign_keys(self.model)}
        above = self.fk_name or next(name for name, field in keys.items() if field.related_model is self.parent_model)
        names = [name for name in self.columns if name in keys]
        rows = super().get_queryset(request).select_related(above, *names, *self.label_related)
        if request.method == "POST" and connection.in_atomic_block:
            rows = rows.select_for_update(of=("self",))
        return rows


class OwnedInline(LabelledInline):
    """Rows that belong to the record and to nothing else."""

    follows = True


def row_status(parent: Publishable, user: Any, model: type[models.Model]) -> str:
    """Return the status of a new row beneath a record: the record's, where this person may give it."""
    if parent.status in (Status.DRAFT, Status.IN_REVIEW) or allowed(user, "publish", model):
        return str(parent.status)
    return str(Status.DRAFT)
