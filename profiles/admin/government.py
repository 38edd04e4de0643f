"""Institutions, seats, offices, tenures; and the hand-over of an office."""

from typing import Any

from django.contrib import admin

from profiles.admin.citations import citations_of, identifiers_of
from profiles.models import Institution, Office, SeatBlock, Tenure
from sources.admin.base import RecordAdmin
from sources.admin.claims import when
from sources.admin.filters import Mine, Used
from sources.admin.inlines import LabelledInline, OwnedInline


class SeatBlockInline(OwnedInline):
    """Seats by way of filling."""

    model = SeatBlock
    columns = ("seats", "method", "chosen_by", "term_years", "derived", "valid_from", "valid_to")


@admin.register(Institution)
class InstitutionAdmin(RecordAdmin):
    """Standing bodies."""

    list_display = ("name", "country", "kind", "part_of", "status")
    list_filter = (("country", Used), "kind", "status", Mine)
    list_select_related = ("country", "part_of")
    search_fields = ("key", "name", "country__name")
    key_from = ("country", "name")
    inlines = [SeatBlockInline, identifiers_of("institution"), citations_of("institution")]


@admin.register(SeatBlock)
class SeatBlockAdmin(RecordAdmin):
    """Seats by way of filling."""

    list_display = ("institution", "seats", "method", "chosen_by", "term_years", "status")
    list_filter = (("institution__country", Used), "method", "status", Mine)
    list_select_related = ("institution",)
    label_related = ("institution",)
    search_fields = ("key", "institution__name", "chosen_by")
    key_from = ("institution", "method")
    inlines = [citations_of("seat_block")]


class HolderInline(LabelledInline):
    """Who holds the office; a hand-over ends one row and adds the next, in one save."""

    model = Tenure
    columns = ("person", "start", "end", "ended", "start_kind", "end_kind", "last_attested", "acting", "slot")
    verbose_name_plural = "holders"


class PostInline(LabelledInline):
    """What the person holds or held."""

    model = Tenure
    columns = ("office", "start", "end", "ended", "start_kind", "end_kind", "last_attested", "acting", "slot")
    verbose_name_plural = "posts"


@admin.register(Office)
class OfficeAdmin(RecordAdmin):
    """Posts that people hold."""

    list_display = ("title", "country", "rank", "holders", "institution", "status")
    list_filter = (("country", Used), "rank", "head_of_state", "head_of_government", "status", Mine)
    list_select_related = ("country", "institution")
    search_fields = ("key", "title", "country__name")
    key_from = ("country", "title")
    inlines = [HolderInline, identifiers_of("office"), citations_of("office")]


@admin.register(Tenure)
class TenureAdmin(RecordAdmin):
    """Who held which office, and until when that is attested."""

    list_display = ("office", "person", "country", when("start", "start"), "ended", "until", "acting", "status")
    list_filter = (("office__country", Used), "office__rank", "ended", "acting", "status", Mine)
    list_select_related = ("person", "office", "office__country")
    label_related = ("person", "office")
    search_fields = ("key", "person__name", "person__names__name", "office__title", "office__country__name")
    main = ("office", "person", "slot", "start", "start_kind", "ended", "end", "end_kind", "last_attested", "acting")
    key_from = ("office", "person")
    inlines = [citations_of("tenure")]

    @admin.display(description="country", ordering="office__country__sort_key")
    def country(self, row: Any) -> str:
        """Name the country of the office."""
        return str(row.office.country or "international")

    @admin.display(description="end or last attested", ordering="end_earliest")
    def until(self, row: Any) -> str:
        """Show the end, else the last day that a source attests."""
        if row.end:
            return str(row.end_printed or row.end)
        return f"attested {row.last_attested_printed or row.last_attested}" if row.last_attested else ""
