"""Questions to which sources give answers that differ, over all countries."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from profiles.pages import conflict_list
from sources.asking import choice, only


@require_safe
def conflicts(request: HttpRequest) -> HttpResponse:
    """All open questions, by country; one country or one reason where the address asks for it."""
    only(request, "country", "reason", "page")
    countries = conflict_list.countries()
    country = choice(request, "country", countries)
    reason = choice(request, "reason", conflict_list.REASONS)
    number = _number(request.GET.get("page", "1"))
    page = conflict_list.page(country=country, reason=reason, number=number)
    if page is None:
        raise BadRequest(f"page={number}: there is no such page.")
    context = {"page": page, "countries": countries, "reasons": conflict_list.REASONS}
    return render(request, "profiles/conflicts.html", context, using="pages")


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 7):
        raise BadRequest(f"page={text}: give the number of a page, from 1.")
    return int(text)
