"""Countries, their names, and the documents about them."""

from django.contrib import admin

from profiles.admin.citations import citations_of, identifiers_of
from profiles.models import Country, CountryName, DocumentCountry
from sources.admin.base import PartAdmin, RecordAdmin
from sources.admin.claims import when
from sources.admin.filters import Mine, Used, Values
from sources.admin.inlines import LabelledInline, OwnedInline
from sources.admin.library import add_inline


class CountryNameInline(OwnedInline):
    """Names in several languages."""

    model = CountryName
    columns = ("name", "language", "kind", "valid_from", "valid_to")


@admin.register(Country)
class CountryAdmin(RecordAdmin):
    """States and territories."""

    list_display = ("name", "key", "alpha2", "region", "un_status", "status")
    list_filter = (("region", Values), "un_status", "iso_status", "status", Mine)
    search_fields = ("key", "name", "official_name", "alpha2", "names__name")
    main = ("name", "official_name", "slug", "sort_key")
    inlines = [CountryNameInline, identifiers_of("country"), citations_of("country")]


@admin.register(CountryName)
class CountryNameAdmin(PartAdmin):
    """Names of countries."""

    list_display = ("name", "country", "language", "kind", when("valid_from", "from"), "status")
    list_filter = ("kind", ("language", Values), "status", Mine)
    list_select_related = ("country",)
    search_fields = ("key", "name", "country__name")
    key_from = ("country", "=name", "kind", "language")
    inlines = [citations_of("country_name")]


@admin.register(DocumentCountry)
class DocumentCountryAdmin(PartAdmin):
    """Which country a document was read for."""

    group = "library"
    list_display = ("document", "country", "document_status")
    list_filter = (("country", Used), "document__status")
    list_select_related = ("document", "country")
    label_related = ("document", "country")
    search_fields = ("document__label", "document__key", "country__name")

    @admin.display(description="status of the document", ordering="document__status")
    def document_status(self, row: DocumentCountry) -> str:
        """Show whether visitors see the document."""
        return row.document.get_status_display()


class DocumentCountryInline(LabelledInline):
    """The countries that somebody has read the document for."""

    model = DocumentCountry
    columns = ("country",)


add_inline(DocumentCountryInline)
