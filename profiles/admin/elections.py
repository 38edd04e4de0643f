"""Elections and their results."""

from typing import Any

from django.contrib import admin

from profiles.admin.citations import citations_of, identifiers_of
from profiles.models import Election, Result, ResultOrganisation, ResultPerson
from sources.admin.base import PartAdmin, RecordAdmin
from sources.admin.claims import EVIDENCE, EvidenceAdmin, when
from sources.admin.filters import Mine, PublisherKind, Used
from sources.admin.inlines import LabelledInline


class ResultInline(LabelledInline):
    """What each source says of the result; the numbers are changed on the result's own page."""

    model = Result
    columns = ("label", "printed", "share_low", "share_high", "share_qualifier", "seats", "seats_qualifier", "relation",
               "document", "locator")  # fmt: skip


@admin.register(Election)
class ElectionAdmin(RecordAdmin):
    """Votes held, scheduled, moved or cancelled."""

    list_display = ("__str__", "country", when("date", "date"), "kind", "timing", "state", "status")
    list_filter = (("country", Used), "kind", "method", "state", "status", Mine)
    list_select_related = ("country", "institution")
    label_related = ("institution",)
    search_fields = ("key", "country__name", "date", "date_printed", "institution__name")
    main = ("country", "kind", "date", "state")
    key_from = ("country", "kind", "date")
    inlines = [ResultInline, identifiers_of("election"), citations_of("election")]


class ResultPersonInline(LabelledInline):
    """Whose result it is."""

    model = ResultPerson
    columns = ("person",)


class ResultOrganisationInline(LabelledInline):
    """Whose list it is; a joint list has several."""

    model = ResultOrganisation
    columns = ("organisation",)


@admin.register(Result)
class ResultAdmin(EvidenceAdmin):
    """What one source says somebody won."""

    list_display = ("label", "election_shown", "value", "seats", "stands_at", "status")
    list_filter = ("status", ("election__country", Used), PublisherKind, "value_state", Mine)
    list_select_related = (*EVIDENCE, "election", "election__institution", "election__country")
    search_fields = ("key", "label", "printed", "election__country__name", "document__label")
    main = ("election", "label", "position", "round", "part_of")
    key_from = ("election", "document")
    inlines = [ResultPersonInline, ResultOrganisationInline]

    @admin.display(description="election", ordering="election__date_earliest")
    def election_shown(self, row: Any) -> str:
        """Name the vote and its country."""
        return f"{row.election.country}: {row.election}"


class _ResultLinkAdmin(PartAdmin):
    list_display: Any = ("result", "document", "result_status")

    @admin.display(description="document", ordering="result__document__label")
    def document(self, row: Any) -> str:
        """Name the document behind the result."""
        return str(row.result.document)

    @admin.display(description="status of the result", ordering="result__status")
    def result_status(self, row: Any) -> str:
        """Show whether visitors see the result."""
        return str(row.result.get_status_display())


@admin.register(ResultPerson)
class ResultPersonAdmin(_ResultLinkAdmin):
    """People of results."""

    list_display = ("result", "person", "document", "result_status")
    list_filter = (("result__election__country", Used), "result__status")
    list_select_related = ("result", "result__document", "person")
    label_related = ("result", "person")
    search_fields = ("result__label", "person__name")


@admin.register(ResultOrganisation)
class ResultOrganisationAdmin(_ResultLinkAdmin):
    """Organisations of results."""

    list_display = ("result", "organisation", "document", "result_status")
    list_filter = (("result__election__country", Used), "result__status")
    list_select_related = ("result", "result__document", "organisation")
    label_related = ("result", "organisation")
    search_fields = ("result__label", "organisation__name")
