"""Events, involvements, steps of cases."""

from typing import Any

from django.contrib import admin

from profiles.admin.citations import citations_of, identifiers_of
from profiles.models import CaseStep, Event, Involvement
from sources.admin.base import RecordAdmin
from sources.admin.claims import EVIDENCE, FILTERS, EvidenceAdmin, when
from sources.admin.filters import Mine, PublisherKind, Used
from sources.admin.inlines import LabelledInline


class InvolvementInline(LabelledInline):
    """Who took part, by which source."""

    model = Involvement
    columns = ("person", "organisation", "group_label", "role", "printed", "relation", "document", "locator")


@admin.register(Event)
class EventAdmin(RecordAdmin):
    """What happened or was planned."""

    list_display = ("title", "country", when("start", "start"), "kind", "state", "status")
    list_filter = (("country", Used), "kind", "state", "status", Mine)
    list_select_related = ("country",)
    search_fields = ("key", "title", "place", "country__name")
    main = ("country", "kind", "title", "place", "start", "end")
    key_from = ("country", "title")
    inlines = [InvolvementInline, identifiers_of("event"), citations_of("event")]


@admin.register(Involvement)
class InvolvementAdmin(EvidenceAdmin):
    """The part that somebody had in an event."""

    list_display = ("whose", "role", "event", "stands_at", "status")
    list_filter = ("status", ("event__country", Used), "role", PublisherKind, Mine)
    list_select_related = (*EVIDENCE, "person", "organisation", "event")
    label_related = ("person", "organisation")
    search_fields = ("key", "person__name", "organisation__name", "group_label", "event__title")
    main = ("event", "role", "person", "organisation", "group_label")
    key_from = ("event", "role")

    @admin.display(description="whose part", ordering="group_label")
    def whose(self, row: Any) -> str:
        """Name the person, body or group."""
        return str(row.person or row.organisation or row.group_label)


@admin.register(CaseStep)
class CaseStepAdmin(EvidenceAdmin):
    """Steps of proceedings."""

    list_display = ("whose", "country", "proceeding", "case_status", when("date", "date"), "stands_at", "status")
    list_filter = (*FILTERS, "case_status")
    list_select_related = (*EVIDENCE, "person", "country")
    label_related = ("person",)
    search_fields = ("key", "person__name", "group_label", "proceeding", "court", "charge")
    main = ("country", "person", "group_label", "proceeding", "case_status", "date")
    key_from = ("country", "proceeding", "case_status")

    @admin.display(description="whose case", ordering="group_label")
    def whose(self, row: Any) -> str:
        """Name the person or group."""
        return str(row.person or row.group_label)
