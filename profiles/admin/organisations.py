"""Organisations, their names and standings."""

from django.contrib import admin

from profiles.admin.citations import citations_of, identifiers_of
from profiles.models import Organisation, OrganisationName, OrganisationStatus
from sources.admin.base import PartAdmin, RecordAdmin
from sources.admin.claims import when
from sources.admin.filters import Mine, Used, Values
from sources.admin.inlines import OwnedInline


class OrganisationNameInline(OwnedInline):
    """Forms of the name."""

    model = OrganisationName
    columns = ("name", "kind", "language")


class OrganisationStatusInline(OwnedInline):
    """Legal standings over time."""

    model = OrganisationStatus
    columns = ("standing", "valid_from", "valid_to", "last_attested")


@admin.register(Organisation)
class OrganisationAdmin(RecordAdmin):
    """Bodies that act in a country."""

    list_display = ("name", "country", "kind", "status", "key")
    list_filter = (("country", Used), "kind", "status", Mine)
    list_select_related = ("country",)
    search_fields = ("key", "name", "names__name", "country__name")
    main = ("name", "kind", "country", "sort_key")
    key_from = ("country", "name")
    inlines = [OrganisationNameInline, OrganisationStatusInline, identifiers_of("organisation"),
               citations_of("organisation")]  # fmt: skip


@admin.register(OrganisationName)
class OrganisationNameAdmin(PartAdmin):
    """Names of organisations."""

    list_display = ("name", "organisation", "kind", "language", "status")
    list_filter = ("kind", ("language", Values), "status", Mine)
    list_select_related = ("organisation",)
    search_fields = ("key", "name", "organisation__name")
    key_from = ("organisation", "#n")
    inlines = [citations_of("organisation_name")]


@admin.register(OrganisationStatus)
class OrganisationStatusAdmin(PartAdmin):
    """Standings of organisations."""

    list_display = (
        "organisation",
        "standing",
        when("valid_from", "from"),
        when("last_attested", "last attested"),
        "status",
    )
    list_filter = ("standing", ("organisation__country", Used), "status", Mine)
    list_select_related = ("organisation",)
    search_fields = ("key", "organisation__name")
    key_from = ("organisation", "standing")
    inlines = [citations_of("organisation_status")]
