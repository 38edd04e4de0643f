"""One ethnic group, religion or language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from profiles.models import Group, Share
from profiles.pages.groups import share_lines
from sources.asking import only, page
from sources.marks import CLAIM_LINKS

MOST = 200


@require_safe
def group(request: HttpRequest, key: str) -> HttpResponse:
    """Its shares by country and date, each source's own, with the label that the source prints."""
    only(request, "page")
    found = get_object_or_404(Group.objects.public().select_related("broader"), key=key)
    links = [f"breakdown__{name}" for name in ("country", *CLAIM_LINKS)]
    order = ("breakdown__country__sort_key", "breakdown__country__key", "-breakdown__as_of_earliest", "key")
    shares = Share.objects.public().filter(group=found).select_related(*links).order_by(*order)
    shown = page(request, shares, shares.count(), MOST)
    context = {
        "group": found,
        "shown": shown,
        "countries": share_lines(shown.rows),
        "narrower": Group.objects.public().filter(broader=found),
    }
    return render(request, "profiles/group.html", context, using="pages")
