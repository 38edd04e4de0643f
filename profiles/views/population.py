"""One ethnic group, religion or language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from profiles.models import Group, Share
from profiles.pages import subjects, world
from profiles.pages.groups import share_lines
from profiles.views.asking import countries_asked
from sources.asking import choice, only, page
from sources.marks import CLAIM_LINKS

MOST = 200
LINKS = ["parent", *(f"breakdown__{name}" for name in ("country", *CLAIM_LINKS))]


@require_safe
def group(request: HttpRequest, key: str) -> HttpResponse:
    """Where it is counted: the newest share of each country, and every share, with the label that the source prints."""
    only(request, "sort", "country", "page")
    sort = choice(request, "sort", world.SORTS, "value")
    found = get_object_or_404(Group.objects.public().select_related("broader"), key=key)
    chosen = countries_asked(request, "country", 1)
    order = ("breakdown__country__sort_key", "breakdown__country__key", "-breakdown__as_of_earliest", "key")
    shares = Share.objects.public().filter(group=found).order_by(*order)
    shares = shares.filter(breakdown__country__in=chosen) if chosen else shares
    shown = page(request, shares.values_list("pk", flat=True), shares.count(), MOST)
    rows = Share.objects.public().filter(pk__in=list(shown.rows)).select_related(*LINKS).order_by(*order)
    listed = bool(chosen) or "page" in request.GET
    context = {
        "group": found,
        "newest": None if listed else world.of_subject(subjects.of_row("groups", found), sort),
        "sort": sort,
        "sorts": world.SORTS,
        "chosen": chosen[0] if chosen else None,
        "shown": shown,
        "countries": share_lines(rows),
        "narrower": Group.objects.public().filter(broader=found),
    }
    return render(request, "profiles/group.html", context, using="pages")
