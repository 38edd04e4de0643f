"""Which control a field gets, and which fields stand together, by the kind of the field."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminURLFieldWidget, RelatedFieldWidgetWrapper
from django.db import models

from sources.admin.widgets import PlainNumber, PlainTextarea, RecordSelect
from sources.models.fields import PartialDateField


def foreign_keys(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    """Return a table's keys to other tables."""
    return [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]


def control_for(desk: Any, db_field: Any, request: Any, kwargs: dict[str, Any]) -> Any:
    """Return the form field of a key or of a long text; None where Django's own serves."""
    if isinstance(db_field, models.ForeignKey):
        target: Any = db_field.related_model
        kwargs["widget"] = RecordSelect(db_field, desk.admin_site, using=kwargs.get("using"))
        kwargs["queryset"] = target._default_manager.select_related(*label_paths(desk.admin_site, target))
        field = desk.formfield_for_foreignkey(db_field, request, **kwargs)
        field.error_messages["invalid_choice"] = "There is no such record."
        return _with_links(desk, db_field, field, request)
    if type(db_field) is models.TextField:
        return db_field.formfield(widget=PlainTextarea())
    if isinstance(db_field, models.URLField):
        return db_field.formfield(widget=AdminURLFieldWidget(), assume_scheme="https")
    if isinstance(db_field, models.DecimalField):
        return db_field.formfield(widget=PlainNumber(), localize=False)
    return None


def _with_links(desk: Any, db_field: Any, field: Any, request: Any) -> Any:

    related = desk.admin_site._registry.get(db_field.related_model)
    if field is not None and related is not None:
        field.widget = RelatedFieldWidgetWrapper(
            field.widget,
            db_field.remote_field,
            desk.admin_site,
            can_add_related=related.has_add_permission(request),
            can_change_related=related.has_change_permission(request),
            can_delete_related=False,
            can_view_related=related.has_view_permission(request),
        )
    return field


def label_paths(site: admin.AdminSite, model: type[models.Model]) -> tuple[str, ...]:
    """Return what a table's rows need besides themselves to say their names."""
    return tuple(getattr(site._registry.get(model), "label_related", ()))


def companions(model: type[models.Model], name: str) -> tuple[str, ...]:
    """Return a field and, for a partial date, its printed form and note."""
    if name in {field.name for field in model._meta.concrete_fields if isinstance(field, PartialDateField)}:
        return (name, f"{name}_printed", f"{name}_note")
    return (name,)


def line_of(model: type[models.Model], name: str) -> str | tuple[str, ...]:
    """Return how a field stands in a form: a partial date's three parts share a line."""
    parts = companions(model, name)
    return parts if len(parts) > 1 else name
