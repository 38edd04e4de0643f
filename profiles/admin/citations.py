"""Citations and identifiers: tables whose rows are about one of many kinds of thing."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from profiles.datasets.columns import thing_record
from profiles.datasets.things import ARC_DATASETS
from profiles.models import Citation, Identifier
from profiles.models.citations import CITED, IDENTIFIED
from sources.admin.base import RecordAdmin
from sources.admin.claims import EvidenceAdmin
from sources.admin.filters import Mine, PublisherKind, Used
from sources.admin.inlines import OwnedInline


class ArcMixin:
    """Shows the record of an arc as `<dataset>/<key>`, in the list's own query."""

    arc: tuple[str, ...] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch the record's name with each row."""
        rows: QuerySet[Any] = super().get_queryset(request)  # type: ignore[misc]
        annotated: QuerySet[Any] = rows.annotate(record_shown=thing_record(self.arc, ARC_DATASETS))
        return annotated

    @admin.display(description="record", ordering="record_shown")
    def record(self, row: Any) -> str:
        """Name what the row is about."""
        return str(row.record_shown)


@admin.register(Citation)
class CitationAdmin(ArcMixin, EvidenceAdmin):
    """Which document supports or disputes a field of a thing."""

    arc = CITED
    list_display = ("record", "field", "value_shown", "stance", "stands_at", "status")
    list_filter = ("stance", "status", ("document__publisher", Used), PublisherKind, Mine)
    search_fields = ("key", "field", "value", "printed", "document__label")
    main = ("field", "value", "printed", "stance")
    key_from = ("@", "field", "document")

    @admin.display(description="value", ordering="value")
    def value_shown(self, row: Any) -> str:
        """Show the value as printed, else as spelt."""
        return str(row.printed or row.value)


@admin.register(Identifier)
class IdentifierAdmin(ArcMixin, RecordAdmin):
    """Names of things in other lists."""

    group = "reference"
    arc = IDENTIFIED
    list_display = ("value", "scheme", "record", "status")
    list_filter = ("scheme", "status", Mine)
    search_fields = ("key", "value", "scheme")
    main = ("scheme", "value")
    key_from = ("@", "=id", "scheme")


class CitationInline(OwnedInline):
    """What documents say of the record's fields."""

    model = Citation
    columns = ("field", "value", "printed", "stance", "document", "locator", "speaker")


def citations_of(name: str) -> type[CitationInline]:
    """Return the citations of one kind of thing, by the key that points to it."""
    return type(f"CitationOf{name.title().replace('_', '')}Inline", (CitationInline,), {"fk_name": name})


class IdentifierInline(OwnedInline):
    """The record in other lists."""

    model = Identifier
    columns = ("scheme", "value")


def identifiers_of(name: str) -> type[IdentifierInline]:
    """Return the identifiers of one kind of thing."""
    return type(f"IdentifierOf{name.title()}Inline", (IdentifierInline,), {"fk_name": name})
