"""Publishers, series, documents and what belongs to a document."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from sources.admin.base import PartAdmin, RecordAdmin
from sources.admin.claims import when
from sources.admin.filters import Held, Mine, Used
from sources.admin.inlines import OwnedInline
from sources.admin.passages import passages_page, words_held
from sources.admin.plugs import Panel
from sources.admin.reading import read_in_page
from sources.models import Defect, Document, DocumentDate, Heading, Passage, Publisher, Series


@admin.register(Publisher)
class PublisherAdmin(RecordAdmin):
    """Bodies that publish or speak."""

    group = "library"
    list_display = ("name", "short_name", "kind", "home_country", "status")
    list_filter = ("kind", "status", Mine)
    search_fields = ("key", "name", "short_name")
    key_from = ("name",)


@admin.register(Series)
class SeriesAdmin(RecordAdmin):
    """Runs of documents."""

    group = "library"
    list_display = ("title", "publisher", "status", "key")
    list_filter = (("publisher", Used), "status", Mine)
    list_select_related = ("publisher",)
    search_fields = ("key", "title")
    key_from = ("title",)


class DocumentDateInline(OwnedInline):
    """Dates of a document besides its publication."""

    model = DocumentDate
    columns = ("role", "date", "locator")


class HeadingInline(OwnedInline):
    """Printed headings in order."""

    model = Heading
    columns = ("position", "level", "label", "text", "locator")


class DefectInline(OwnedInline):
    """Flaws of the text."""

    model = Defect
    columns = ("whose", "locator", "text")


@admin.register(Document)
class DocumentAdmin(RecordAdmin):
    """Texts that somebody published."""

    group = "library"
    list_display = ("label", "publisher", when("published", "published"), "kind", "words_held", "status")
    list_filter = ("kind", Held, ("publisher", Used), "translation", "text_access", "status", Mine)
    list_select_related = ("publisher",)
    search_fields = ("key", "title", "label", "symbol", "authors")
    key_from = ("publisher", "label")
    main = ("label", "title", "kind", "publisher", "authors", "published", "published_inferred", "language")
    inlines = [DocumentDateInline, DefectInline, HeadingInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Count the passages in the list's own query."""
        own = Passage.objects.filter(document=OuterRef("pk")).order_by().values("document").annotate(n=Count("pk"))
        passages = Coalesce(Subquery(own.values("n"), output_field=IntegerField()), 0)
        rows: QuerySet[Any] = super().get_queryset(request).annotate(passage_count=passages)
        return rows

    @admin.display(description="words held", ordering="passage_count")
    def words_held(self, row: Any) -> str:
        """Say how many passages are held, and how much of them everyone may read."""
        if not row.passage_count:
            return ""
        return f"{row.passage_count} passages; public: {row.get_text_access_display().lower()}"

    def get_urls(self) -> list[URLPattern]:
        """Add the pages of the text."""
        view = self.admin_site.admin_view
        return [
            path("read-in/", view(self.read_in), name="sources_document_read_in"),
            path("<int:pk>/passages/", view(self.passages), name="sources_document_passages"),
            *super().get_urls(),
        ]

    def read_in(self, request: HttpRequest) -> HttpResponse:
        """The page "Read in a document"."""
        return read_in_page(self, request)

    def passages(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page of a document's passages."""
        return passages_page(self, request, pk)

    def beside(self, request: HttpRequest, obj: Any, form: Any) -> list[Panel]:
        """Say whether the document's words are held."""
        return words_held(obj, may_read_in=self.has_change_permission(request, obj)) if obj is not None else []


@admin.register(DocumentDate)
class DocumentDateAdmin(PartAdmin):
    """Dates of documents."""

    group = "library"
    list_display = ("document", "role", when("date", "date"), "locator", "status")
    list_filter = ("role", "status", Mine)
    list_select_related = ("document",)
    search_fields = ("key", "document__label", "date", "date_printed")
    key_from = ("document", "role")


@admin.register(Heading)
class HeadingAdmin(PartAdmin):
    """Headings of documents."""

    group = "library"
    list_display = ("text", "label", "level", "document", "locator", "status")
    list_filter = ("level", "status", Mine)
    list_select_related = ("document",)
    search_fields = ("key", "text", "document__label")
    key_from = ("document", "#h")


@admin.register(Defect)
class DefectAdmin(PartAdmin):
    """Flaws of documents."""

    group = "library"
    list_display = ("text", "whose", "document", "locator", "status")
    list_filter = ("whose", "status", Mine)
    list_select_related = ("document",)
    search_fields = ("key", "text", "document__label")
    key_from = ("document", "#d")


def add_inline(inline: Any) -> None:
    """Put a table of the upper app onto the form of documents."""
    DocumentAdmin.inlines = [inline, *DocumentAdmin.inlines]
