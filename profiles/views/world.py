"""The world map, and its list as CSV."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from profiles.pages import comparing
from profiles.pages import world as work
from profiles.views.compare import csv_answer
from sources.asking import choice, only


def asked(request: HttpRequest, sort: str) -> work.World:
    """Return what `?by=` asks for; raises BadRequest for what the map cannot show."""
    by = request.GET.get("by") or "coverage"
    page = work.world(by, sort)
    if page is None:
        raise BadRequest(
            f"by={by[:80]}: use {', '.join(work.OWN)}, indicators/…, groups/… or topics/… that have codes."
        )
    if sort not in page.sorts:
        raise BadRequest(f"sort={sort}: what is shown here has no dates; use {', '.join(page.sorts)}.")
    return page


@require_safe
def world(request: HttpRequest) -> HttpResponse:
    """Countries shaded by what `?by=` names, and the same as a list."""
    only(request, "by", "sort")
    sort = choice(request, "sort", work.SORTS, "value")
    page, offers = asked(request, sort), work.offers()
    context = {
        "page": page,
        "sort": sort,
        "shapes": work.shapes(),
        "on_map": {place.country.key: place for place in (*page.places, *page.without)},
        "offers": offers,
        "offered": page.by in {code for _, rows in offers for code, _ in rows},
    }
    return render(request, "profiles/world.html", context, using="pages")


@require_safe
def world_csv(request: HttpRequest) -> HttpResponse:
    """The list of the map as CSV, by name."""
    only(request, "by")
    return csv_answer("map", comparing.HEADER, work.table(asked(request, "name")))
