"""What reading in and checking write: looked at here, changed by nobody. Readings, passages, notes, quotations."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from sources import locators
from sources.admin.beside import desk_place
from sources.admin.filters import Mine
from sources.admin.history import HistoryMixin
from sources.admin.plugs import PLUGS
from sources.admin.rights import allowed
from sources.models import Document, Note, Passage, Quotation, Reading
from sources.models.base import Publishable

WORDS = 90  # characters in a list


class WitnessAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """A table that nobody writes to by hand: seen by those who see documents."""

    group = "library"
    is_part = True
    actions = None
    change_form_template = "admin/witness_form.html"
    list_per_page = 50
    show_full_result_count = False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever sees documents sees what was read of them."""
        return allowed(request.user, "view", Document)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """The same."""
        return self.has_view_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        """Every key to another table, though none is ever typed."""
        return [field.name for field in self.model._meta.concrete_fields if field.is_relation]

    def view_on_site(self, obj: Any) -> str:
        """Return the path of the public page: its own, or its document's."""
        if hasattr(obj, "get_absolute_url"):
            return str(obj.get_absolute_url())
        return PLUGS.public_path(obj if isinstance(obj, Publishable) else obj.document)

    @admin.display(description="where")
    def place(self, row: Any) -> str:
        """Lead to the words at the desk."""
        return format_html('<a href="{}">{}</a>', desk_place(row.document, row.locator), row.locator)


@admin.register(Reading)
class ReadingAdmin(HistoryMixin, WitnessAdmin):
    """Files that were read in."""

    list_display = ("document", "layout", "file_name", "lines", "read_by", "read_at")
    list_filter = ("layout", "encoding", "read_at")
    list_select_related = ("document",)
    search_fields = ("document__key", "document__label", "file_name", "sha256")


@admin.register(Passage)
class PassageAdmin(WitnessAdmin):
    """Passages of texts."""

    list_display = ("anchor", "place", "words", "kind", "document")
    list_filter = ("kind",)
    list_select_related = ("document",)
    search_fields = ("=anchor", "=locator", "document__key")
    ordering = ("document", "position")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """Take a place as one word: para. 53."""
        try:
            place = locators.normalise(search_term)
        except locators.LocatorError:
            return super().get_search_results(request, queryset, search_term)
        return queryset.filter(locator=place), False

    @admin.display(description="words")
    def words(self, row: Any) -> str:
        """Show how it begins."""
        return f"{row.text[:WORDS]}…" if len(row.text) > WORDS else str(row.text)


@admin.register(Note)
class NoteAdmin(WitnessAdmin):
    """Notes of texts."""

    list_display = ("number", "words", "called_from", "document")
    list_filter = (("passage", admin.EmptyFieldListFilter), ("marker_passage", admin.EmptyFieldListFilter))
    list_select_related = ("document", "passage", "marker_passage")
    search_fields = ("=number", "=passage__locator", "=marker_passage__anchor", "document__key")

    @admin.display(description="words")
    def words(self, row: Any) -> str:
        """Show how the note begins; a marker may stand without a note."""
        return str(row.passage.text[:WORDS]) if row.passage else "no note of that number"

    @admin.display(description="called from")
    def called_from(self, row: Any) -> str:
        """Name the place of its marker; a note may stand without one."""
        return str(row.marker_passage.locator) if row.marker_passage else "no marker"


@admin.register(Quotation)
class QuotationAdmin(HistoryMixin, WitnessAdmin):
    """Words that were looked for, with what was found."""

    list_display = ("__str__", "verdict", "reason", "document", "checked_at", "status")
    list_filter = ("verdict", "status", Mine)
    list_select_related = ("document",)
    search_fields = ("key", "text", "first__anchor", "first__locator", "document__key")
