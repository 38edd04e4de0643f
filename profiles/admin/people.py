"""People and their names."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from profiles.admin.citations import citations_of, identifiers_of
from profiles.admin.government import PostInline
from profiles.models import Person, PersonName
from sources.admin.base import PartAdmin, RecordAdmin
from sources.admin.filters import Mine, Used, Values
from sources.admin.inlines import OwnedInline


class PersonNameInline(OwnedInline):
    """Forms of the name as sources print them."""

    model = PersonName
    columns = ("name", "kind", "language")


@admin.register(Person)
class PersonAdmin(RecordAdmin):
    """People whom sources name: restricted until a basis holds."""

    list_display = ("name", "country", "variants", "visibility", "basis", "review_by", "status")
    list_filter = (("country", Used), "visibility", "basis", "status", Mine)
    list_select_related = ("country",)
    search_fields = ("key", "name", "sort_key", "names__name")
    main = ("name", "sort_key", "country", "visibility", "basis", "review_by")
    key_from = ("country", "=p", "*")
    inlines = [PersonNameInline, PostInline, identifiers_of("person"), citations_of("person")]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Count the forms of the name in the list's own query."""
        annotated: QuerySet[Any] = super().get_queryset(request).annotate(variant_count=Count("names", distinct=True))
        return annotated

    @admin.display(description="forms of the name", ordering="variant_count")
    def variants(self, row: Any) -> int:
        """Show how many forms of the name are held."""
        return int(row.variant_count)


@admin.register(PersonName)
class PersonNameAdmin(PartAdmin):
    """Names of people."""

    list_display = ("name", "person", "kind", "language", "status")
    list_filter = ("kind", ("language", Values), "status", Mine)
    list_select_related = ("person",)
    search_fields = ("key", "name", "person__name")
    key_from = ("person", "#n")
    inlines = [citations_of("person_name")]
