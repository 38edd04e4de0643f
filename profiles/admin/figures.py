"""Units, indicators, figures."""

from django.contrib import admin

from profiles.models import Figure, Indicator, Unit
from sources.admin.base import RecordAdmin
from sources.admin.claims import EVIDENCE, FILTERS, EvidenceAdmin, when
from sources.admin.filters import Mine, Used


@admin.register(Unit)
class UnitAdmin(RecordAdmin):
    """Units of measure."""

    group = "reference"
    list_display = ("name", "sign", "key", "status")
    list_filter = ("status", Mine)
    search_fields = ("key", "name", "sign")
    key_from = ("name",)


@admin.register(Indicator)
class IndicatorAdmin(RecordAdmin):
    """What figures measure."""

    group = "reference"
    list_display = ("name", "part", "unit", "shelf_life_months", "status")
    list_filter = ("part", ("unit", Used), "status", Mine)
    list_select_related = ("unit",)
    search_fields = ("key", "name", "definition")
    key_from = ("name",)


@admin.register(Figure)
class FigureAdmin(EvidenceAdmin):
    """Numbers that sources give."""

    list_display = ("indicator", "country", "value", when("period", "period"), "event", "stands_at", "status")
    list_filter = (*FILTERS, ("indicator", Used), "qualifier")
    list_select_related = (*EVIDENCE, "country", "indicator", "event")
    label_related = ("indicator",)
    search_fields = ("key", "indicator__name", "country__name", "printed", "counted", "document__label")
    main = (
        "country", "indicator", "event", "period", "qualifier", "low", "high", "unit", "counted", "outcome", "actor",
        "place", "of_total", "partner", "institution", "election", "organisation",
    )  # fmt: skip
    key_from = ("country", "indicator", "document")
