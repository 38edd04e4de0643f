"""One indicator."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from profiles.models import Figure, Indicator
from profiles.pages import answers, linked, subjects, world
from profiles.views.asking import countries_asked
from sources.asking import choice, only, page
from sources.marks import CLAIM_LINKS

MOST = 200
LINKS = (
    *CLAIM_LINKS, "country", "indicator", "unit", "event", "election__institution", "institution", "organisation",
    "partner",
)  # fmt: skip


@require_safe
def indicator(request: HttpRequest, key: str) -> HttpResponse:
    """What it measures, the newest figure of each country, and every figure, by country and time."""
    only(request, "sort", "country", "page")
    sort = choice(request, "sort", world.SORTS, "value")
    found = get_object_or_404(Indicator.objects.public().select_related("unit"), key=key)
    chosen = countries_asked(request, "country", 1)
    order = ("country__sort_key", "country__key", "-period_earliest", "key")
    figures = Figure.objects.public().filter(indicator=found).order_by(*order)
    figures = figures.filter(country__in=chosen) if chosen else figures
    shown = page(request, figures.values_list("pk", flat=True), figures.count(), MOST)
    rows = Figure.objects.public().filter(pk__in=list(shown.rows)).select_related(*LINKS).order_by(*order)
    made = [linked.line(row, answers.of_figure, row.country.key) for row in rows]
    listed = bool(chosen) or "page" in request.GET
    context = {
        "indicator": found,
        "newest": None if listed else world.of_subject(subjects.of_row("indicators", found), sort),
        "sort": sort,
        "sorts": world.SORTS,
        "chosen": chosen[0] if chosen else None,
        "shown": shown,
        "countries": linked.groups(made, lambda row: row.country),
    }
    return render(request, "profiles/indicator.html", context, using="pages")
