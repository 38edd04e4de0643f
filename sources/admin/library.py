"""Publishers, series, documents and what belongs to a document."""

from typing import Any

from django.contrib import admin

from sources.admin.base import PartAdmin, RecordAdmin
from sources.admin.claims import when
from sources.admin.filters import Mine, Used
from sources.admin.inlines import OwnedInline
from sources.models import Defect, Document, DocumentDate, Heading, Publisher, Series


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
    list_display = ("label", "publisher", when("published", "published"), "kind", "text_access", "status")
    list_filter = ("kind", ("publisher", Used), "translation", "text_access", "status", Mine)
    list_select_related = ("publisher",)
    search_fields = ("key", "title", "label", "symbol", "authors")
    key_from = ("publisher", "label")
    main = ("label", "title", "kind", "publisher", "authors", "published", "published_inferred", "language")
    inlines = [DocumentDateInline, DefectInline, HeadingInline]


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
