"""The addresses of all public pages, for the sitemap: one query for their number, one for a slice of them."""

from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.urls import reverse

from profiles.models import (
    Country,
    Election,
    Event,
    Group,
    Indicator,
    Institution,
    Office,
    Organisation,
    Person,
)
from sources.models import Document, Publisher

FIXED = (
    "profiles:home",
    "profiles:countries",
    "profiles:world",
    "profiles:compare",
    "sources:documents",
    "profiles:conflicts",
    "profiles:data",
    "profiles:method",
    "profiles:coverage",
    "profiles:corrections",
)
# View of a thing's page, its model, and the column that its address holds.
PAGES: dict[str, tuple[type[Any], str]] = {
    "profiles:country": (Country, "slug"),
    "profiles:person": (Person, "key"),
    "profiles:office": (Office, "key"),
    "profiles:institution": (Institution, "key"),
    "profiles:organisation": (Organisation, "key"),
    "profiles:election": (Election, "key"),
    "profiles:event": (Event, "key"),
    "profiles:group": (Group, "key"),
    "profiles:indicator": (Indicator, "key"),
    "sources:publisher": (Publisher, "key"),
    "sources:document": (Document, "key"),
}


def _rows() -> QuerySet[Any, Any]:
    parts = [
        model.objects.public()
        .order_by()
        .annotate(page_view=Value(view, output_field=CharField()), page_place=F(column))
        .values_list("page_view", "page_place")
        for view, (model, column) in PAGES.items()
    ]
    found: QuerySet[Any, Any] = parts[0].union(*parts[1:], all=True)
    return found


def number_of_pages() -> int:
    """Return how many addresses there are."""
    return len(FIXED) + _rows().count()


def paths(start: int, stop: int) -> list[str]:
    """Return some of the addresses, in one order for all slices."""
    fixed = [reverse(view) for view in FIXED]
    rows = _rows().order_by("page_view", "page_place")[max(0, start - len(fixed)) : max(0, stop - len(fixed))]
    return fixed[start:stop] + [reverse(view, args=[place]) for view, place in rows]
