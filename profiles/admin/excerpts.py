"""Excerpts and what they are linked to."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from profiles import quoting
from profiles.admin.quotations import fill_in, said, save_checked, verdict_panel, words_at
from profiles.models import (
    Excerpt,
    ExcerptCountry,
    ExcerptElection,
    ExcerptEvent,
    ExcerptPerson,
    ExcerptTheme,
)
from sources.admin.base import PartAdmin
from sources.admin.beside import typed
from sources.admin.claims import EvidenceAdmin, when
from sources.admin.filters import Mine, PublisherKind, Used
from sources.admin.inlines import LabelledInline
from sources.admin.plugs import Panel
from sources.admin.workflow import PUBLISH, Step, StepRefusedError
from sources.models import Quotation

TRIM = "For a quotation: press “Read the passages” with the field empty, then trim what it fills in."


def _links(model: Any, name: str, *related: str) -> Any:
    attributes = {
        "model": model, "columns": (name,), "label_related": tuple(f"{name}__{each}" for each in related),
        "filled_from": name if name == "country" else "", "__doc__": f"Links of an excerpt: {name}.",
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

    list_display = ("heading", "kind", "stands_at", when("dated", "dated"), "status")
    list_filter = ("kind", ("excerpt_countries__country", Used), PublisherKind, "status", Mine)
    search_fields = ("key", "heading", "text", "document__label")
    main = ("heading", "kind", "text", "language", "dated", "original")
    key_from = ("document", "heading")
    inlines = LINKS
    refused_at: ClassVar[Mapping[str, str]] = {
        "excerpt_quotes_no_machine": "kind",
        "excerpt_quotation_is_found": "text",
    }

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Fill in the words of the passage for a quotation that the address asks for."""
        found: dict[str, Any] = super().get_changeform_initial_data(request)
        if found.get("kind") != Excerpt.Kind.QUOTATION or found.get("text"):
            return found
        words = words_at(found.get("document", ""), found.get("locator", ""))
        return {**found, "text": words} if words else found

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Say how the field of a quotation is filled, and give it room."""
        form = super().get_form(request, obj, change=change, **kwargs)
        if "text" in form.base_fields:
            field = form.base_fields["text"]
            field.help_text = format_html("{} {}", field.help_text, TRIM)
            field.widget.attrs["rows"] = 8
        return form

    def beside(self, request: HttpRequest, obj: Any, form: Any) -> list[Panel]:
        """Show the passages, and for a quotation what the check finds of the words in the form."""
        shown = super().beside(request, obj, form)
        if typed(form, "kind") != Excerpt.Kind.QUOTATION:
            return shown
        if form.only_shown and not typed(form, "text"):
            fill_in(form)
        return [*shown, *verdict_panel(form)]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Look for the words of a quotation each time it is saved; publish it, where asked, only after that."""
        save_checked(
            obj, set(form.changed_data), lambda: super(ExcerptAdmin, self).save_model(request, obj, form, change)
        )
        if obj.kind == Excerpt.Kind.QUOTATION:
            self.message_user(
                request, said(obj.quotation), messages.SUCCESS if obj.quotation.is_found else messages.WARNING
            )

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Take the check of its words along."""
        super().delete_model(request, obj)
        Quotation.objects.filter(pk=obj.quotation_id).delete()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Take the checks of their words along."""
        checks = list(queryset.exclude(quotation=None).values_list("quotation", flat=True))
        super().delete_queryset(request, queryset)
        Quotation.objects.filter(pk__in=checks).delete()

    def before_step(self, rows: Sequence[Any], step: Step) -> None:
        """Look for the words of quotations again before they are published; name the first that is not found."""
        if step.to != PUBLISH.to:
            return
        for row in rows:
            if row.kind == Excerpt.Kind.QUOTATION:
                found = quoting.check(row)
                if not found.is_found:
                    raise StepRefusedError(f"Nothing was changed. “{row}”: {said(found)}")


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
