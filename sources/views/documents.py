"""The list of documents."""

from typing import Any

from django.db.models import Case, F, When
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sources.asking import choice, only, page
from sources.models import Document, Publisher
from sources.resting import ground

MOST = 100
NEWEST = F("published_latest").desc(nulls_last=True)
SORTS: dict[str, tuple[str, tuple[Any, ...]]] = {
    "read": ("Read for a country first", ("unread", NEWEST, "key")),
    "date": ("Newest first", (NEWEST, "key")),
    "title": ("By title", (Lower("label"), "key")),
    "publisher": ("By publisher", (F("publisher__name").asc(nulls_last=True), "key")),
}
UNKNOWN = "unknown"  # the publisher's kind, where no publisher is named


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """All documents, by publisher's kind, country and kind of document; the address holds the choice."""
    only(request, "publisher_kind", "country", "kind", "sort", "page")
    countries = ground().countries()
    asked = {
        "publisher_kind": choice(request, "publisher_kind", [*Publisher.Kind.values, UNKNOWN]),
        "country": choice(request, "country", [country.key for country in countries]),
        "kind": choice(request, "kind", Document.Kind.values),
        "sort": choice(request, "sort", SORTS, "read"),
    }
    unread = Case(When(ground().about(), then=0), default=1)
    rows = Document.objects.public().select_related("publisher").annotate(unread=unread)
    if asked["publisher_kind"] == UNKNOWN:
        rows = rows.filter(publisher=None)
    elif asked["publisher_kind"]:
        rows = rows.filter(publisher__kind=asked["publisher_kind"])
    if asked["country"]:
        rows = rows.filter(ground().about(asked["country"]))
    if asked["kind"]:
        rows = rows.filter(kind=asked["kind"])
    found = page(request, rows.order_by(*SORTS[asked["sort"]][1]), rows.count(), MOST)
    return render(request, "sources/documents.html", listing(found, asked, countries), using="pages")


def listing(found: object, asked: dict[str, str], countries: object) -> dict[str, object]:
    """Return what the list's template needs: the rows, what rests on each, and the choices."""
    shown = list(found.rows)  # type: ignore[attr-defined]
    return {
        "found": found,
        "rows": shown,
        "counts": ground().counts(row.pk for row in shown),
        "about": ground().countries_of(row.pk for row in shown),
        "asked": asked,
        "narrowed": any(value for name, value in asked.items() if name != "sort"),
        "countries": countries,
        "kinds": Document.Kind.choices,
        "publisher_kinds": [*Publisher.Kind.choices, (UNKNOWN, "Publisher not known")],
        "sorts": [(name, words) for name, (words, _) in SORTS.items()],
    }
