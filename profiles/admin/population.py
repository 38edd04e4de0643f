"""Groups, breakdowns and their shares."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, F, Q, QuerySet, Sum
from django.http import HttpRequest

from profiles.models import Breakdown, Group, Share
from sources import numbers
from sources.admin.base import PartAdmin, RecordAdmin
from sources.admin.claims import EVIDENCE, FILTERS, EvidenceAdmin, when
from sources.admin.filters import Mine, Used
from sources.admin.inlines import OwnedInline


@admin.register(Group)
class GroupAdmin(RecordAdmin):
    """Ethnic groups, religions, languages."""

    group = "reference"
    list_display = ("name", "kind", "broader", "status", "key")
    list_filter = ("kind", "status", Mine)
    list_select_related = ("broader",)
    search_fields = ("key", "name", "sort_key")
    main = ("kind", "name", "sort_key", "broader")
    key_from = ("=group", "kind", "name")


class ShareInline(OwnedInline):
    """The lines of the list, as printed."""

    model = Share
    columns = (
        "position",
        "label",
        "qualifier",
        "low",
        "high",
        "share_class",
        "group",
        "parent",
        "printed",
        "value_state",
    )


@admin.register(Breakdown)
class BreakdownAdmin(EvidenceAdmin):
    """How sources divide a population."""

    list_display = (
        "country",
        "kind",
        "source_type",
        when("as_of", "as of"),
        "lines",
        "total",
        "stands_at",
        "status",
    )
    list_filter = (*FILTERS, "kind", "source_type")
    list_select_related = (*EVIDENCE, "country")
    label_related = ("country",)
    search_fields = ("key", "country__name", "document__label", "printed")
    main = ("country", "kind", "source_type", "as_of", "several_answers", "population_base")
    key_from = ("country", "kind", "as_of")
    inlines = [ShareInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Sum the lines in the list's own query: of the top level, and only where each is one number."""
        top = Q(shares__parent__isnull=True)
        uneven = Count("shares", filter=top & ~Q(shares__low=F("shares__high")))
        unknown = Count("shares", filter=top & (Q(shares__low__isnull=True) | Q(shares__high__isnull=True)))
        rows: QuerySet[Any] = super().get_queryset(request)
        annotated: QuerySet[Any] = rows.annotate(
            line_count=Count("shares"),
            line_sum=Sum("shares__low", filter=top),
            line_doubts=uneven + unknown,
        )
        return annotated

    @admin.display(description="lines", ordering="line_count")
    def lines(self, row: Any) -> int:
        """Show how many lines the list has."""
        return int(row.line_count)

    @admin.display(description="sum", ordering="line_sum")
    def total(self, row: Any) -> str:
        """Show the sum of the top level, never rescaled; nothing where a line is no single number."""
        return f"{numbers.plain(row.line_sum)} %" if row.line_sum is not None and not row.line_doubts else ""


@admin.register(Share)
class ShareAdmin(PartAdmin):
    """Lines of breakdowns."""

    list_display = ("label", "printed", "breakdown", "group", "share_class", "status")
    list_filter = (("breakdown__country", Used), "breakdown__kind", "share_class", "value_state", "status", Mine)
    list_select_related = ("breakdown", "breakdown__country", "group")
    search_fields = ("key", "label", "group__name", "breakdown__country__name")
    main = (
        "breakdown",
        "position",
        "label",
        "qualifier",
        "low",
        "high",
        "printed",
        "value_state",
        "share_class",
        "group",
    )
    key_from = ("breakdown", "label")
