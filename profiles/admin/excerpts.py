"""Excerpts and what they are linked to."""

from typing import Any

from django.contrib import admin

from profiles.models import (
    Excerpt,
    ExcerptCountry,
    ExcerptElection,
    ExcerptEvent,
    ExcerptPerson,
    ExcerptTheme,
)
from sources.admin.base import PartAdmin
from sources.admin.claims import EvidenceAdmin, when
from sources.admin.filters import Mine, PublisherKind, Used
from sources.admin.inlines import LabelledInline


def _links(model: Any, name: str, *related: str) -> Any:
    attributes = {
        "model": model, "columns": (name,), "label_related": tuple(f"{name}__{each}" for each in related),
        "__doc__": f"Links of an excerpt: {name}.",
    }  # fmt: skip
    return type(f"{model.__name__}Inline", (LabelledInline,), attributes)


LINKS = [
    _links(ExcerptCountry, "country"),
    _links(ExcerptTheme, "theme"),
    _links(ExcerptElection, "election", "institution"),
    _links(ExcerptEvent, "event"),
    _links(ExcerptPerson, "person"),
]


@admin.register(Excerpt)
class ExcerptAdmin(EvidenceAdmin):
    """What documents say under rights themes."""

    list_display = ("heading", "kind", "place", "who", when("dated", "dated"), "status")
    list_filter = ("kind", ("excerpt_countries__country", Used), PublisherKind, "status", Mine)
    search_fields = ("key", "heading", "text", "document__label")
    main = ("heading", "kind", "text", "language", "dated", "original")
    key_from = ("document", "heading")
    inlines = LINKS


class _LinkAdmin(PartAdmin):
    """One table of links."""

    @admin.display(description="document", ordering="excerpt__document__label")
    def document(self, row: Any) -> str:
        """Name the document of the excerpt."""
        return str(row.excerpt.document)

    @admin.display(description="status of the excerpt", ordering="excerpt__status")
    def excerpt_status(self, row: Any) -> str:
        """Show whether visitors see the excerpt."""
        return str(row.excerpt.get_status_display())


def _register(model: Any, name: str, search: str, *related: str) -> None:
    paths = ("excerpt", name, *(f"{name}__{each}" for each in related))
    attributes = {
        "list_display": ("excerpt", name, "document", "excerpt_status"),
        "list_filter": ("excerpt__status", "excerpt__kind"),
        "list_select_related": (*paths, "excerpt__document"),
        "label_related": paths,
        "search_fields": ("excerpt__heading", "excerpt__key", f"{name}__{search}"),
        "__doc__": f"Links of excerpts: {name}.",
    }
    admin.site.register(model, type(f"{model.__name__}Admin", (_LinkAdmin,), attributes))


_register(ExcerptCountry, "country", "name")
_register(ExcerptTheme, "theme", "name")
_register(ExcerptElection, "election", "key", "institution")
_register(ExcerptEvent, "event", "title")
_register(ExcerptPerson, "person", "name")
