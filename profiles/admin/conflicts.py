"""Disagreements with their sides, leads, checks."""

from django.contrib import admin

from profiles.admin.citations import ArcMixin
from profiles.models import Check, Disagreement, Lead, Side
from profiles.models.conflicts import CLAIMS
from sources.admin.base import PartAdmin, RecordAdmin
from sources.admin.filters import Mine, Used
from sources.admin.inlines import OwnedInline


class SideInline(OwnedInline):
    """The answers that differ: one record in each row."""

    model = Side
    columns = ("position", *CLAIMS)
    label_related = (
        "figure__indicator", "statement__topic", "statement__code", "breakdown__country",
        "involvement__person", "involvement__organisation", "case_step__person",
    )  # fmt: skip


@admin.register(Disagreement)
class DisagreementAdmin(RecordAdmin):
    """Questions to which sources give different answers."""

    list_display = ("question", "country", "reason", "within_one_document", "status")
    list_filter = (("country", Used), "reason", "within_one_document", "status", Mine)
    list_select_related = ("country",)
    search_fields = ("key", "question", "country__name")
    main = ("country", "question", "reason", "within_one_document")
    key_from = ("country", "question")
    inlines = [SideInline]


@admin.register(Side)
class SideAdmin(ArcMixin, PartAdmin):
    """Sides of disagreements."""

    arc = CLAIMS
    list_display = ("disagreement", "position", "record", "status")
    list_filter = ("status", ("disagreement__country", Used), Mine)
    list_select_related = ("disagreement",)
    label_related = ("disagreement",)
    search_fields = ("key", "disagreement__question")
    main = ("disagreement", "position")
    key_from = ("disagreement", "position")


@admin.register(Lead)
class LeadAdmin(ArcMixin, RecordAdmin):
    """Answers shown first."""

    arc = CLAIMS
    list_display = ("question", "country", "record", "rule", "status")
    list_filter = (("country", Used), "rule", "status", Mine)
    list_select_related = ("country",)
    search_fields = ("key", "question", "reason")
    main = ("country", "question", "rule", "reason")
    key_from = ("country", "question")


@admin.register(Check)
class CheckAdmin(RecordAdmin):
    """Who looked, when, and what came of it."""

    list_display = ("subject", "country", "checked_on", "outcome", "sources", "status")
    list_filter = (("country", Used), "outcome", "checked_on", "status", Mine)
    list_select_related = ("country",)
    search_fields = ("key", "subject", "sources")
    date_hierarchy = "checked_on"
    key_from = ("country", "subject", "checked_on")
