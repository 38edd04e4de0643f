"""One indicator."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from profiles.models import Figure, Indicator
from profiles.pages import answers, linked
from sources.asking import only, page
from sources.marks import CLAIM_LINKS

MOST = 200


@require_safe
def indicator(request: HttpRequest, key: str) -> HttpResponse:
    """What it measures, and every figure, by country and time."""
    only(request, "page")
    found = get_object_or_404(Indicator.objects.public().select_related("unit"), key=key)
    links = ("country", "indicator", "unit", "event", "election__institution", "institution", "organisation", "partner")
    order = ("country__sort_key", "country__key", "-period_earliest", "key")
    figures = Figure.objects.public().filter(indicator=found).select_related(*CLAIM_LINKS, *links).order_by(*order)
    shown = page(request, figures, figures.count(), MOST)
    made = [linked.line(row, answers.of_figure, row.country.key) for row in shown.rows]
    context = {
        "indicator": found,
        "shown": shown,
        "countries": linked.groups(made, lambda row: row.country),
    }
    return render(request, "profiles/indicator.html", context, using="pages")
