"""Filters of the desk's lists, and which lookups an address may ask for."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin import SimpleListFilter
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from sources.admin.fields import foreign_keys
from sources.models import Passage, Publisher

ENDS = {"exact", "in", "isnull", "id", "pk", "isempty", "gte", "lt", "year", "month", "day"}
ALWAYS = {"", "key", "status", "collection"}


Used = admin.RelatedOnlyFieldListFilter  # of other records, those that some row points to


class Values(admin.AllValuesFieldListFilter):
    """All values of a text that stand in the table; the empty one has a name too."""

    def choices(self, changelist: Any) -> Iterator[Any]:
        """Name each choice."""
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or "not given"}


def lookup_is_listed(desk: Any, lookup: str, request: HttpRequest | None) -> bool:
    """Whether a lookup is one of the list's own filters, or a key to another table.

    Anything else could be asked letter by letter (`?note_internal__startswith=`) and would tell what is not shown.
    """
    parts = lookup.split("__")
    while parts and parts[-1] in ENDS:
        parts.pop()
    listed = set(ALWAYS) | {field.name for field in foreign_keys(desk.model)}
    for item in desk.get_list_filter(request) if request is not None else desk.list_filter:
        if isinstance(item, type):
            listed.add(str(getattr(item, "parameter_name", "")))
        else:
            listed.add(item[0] if isinstance(item, list | tuple) else item)
    return "__".join(parts) in listed


class Mine(SimpleListFilter):
    """Rows that I made or changed, by the history."""

    title = "whose"
    parameter_name = "whose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """One choice beside all."""
        return [("mine", "Mine")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what my name stands by."""
        if self.value() != "mine":
            return queryset
        return queryset.filter(touched_by(queryset.model, request.user.pk))


class PublisherKind(SimpleListFilter):
    """What kind of body published the document."""

    title = "kind of publisher"
    parameter_name = "publisher_kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """All kinds."""
        return [(str(value), str(label)) for value, label in Publisher.Kind.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what such a body published."""
        return queryset.filter(document__publisher__kind=self.value()) if self.value() else queryset


class Held(SimpleListFilter):
    """Documents by whether their words are held."""

    title = "words held"
    parameter_name = "words"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Held or not."""
        return [("held", "Held"), ("none", "Not held")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep documents with passages, or without."""
        held = Exists(Passage.objects.filter(document=OuterRef("pk")))
        return {"held": queryset.filter(held), "none": queryset.filter(~held)}.get(self.value() or "", queryset)


def touched_by(model: Any, user: int | None, **conditions: Any) -> Exists:
    """Return the condition that a person has made or changed a row, with further conditions on that event."""
    events = model.history.rel.related_model.objects
    return Exists(events.filter(pgh_obj=OuterRef("pk"), pgh_context__metadata__user=user, **conditions))
