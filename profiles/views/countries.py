"""Countries: the list, a country's page, one theme of it, its timeline."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from profiles.models import Country
from profiles.pages import country as country_page
from profiles.pages import overview, theme_page, timeline_page
from profiles.views.asking import moment_asked
from sources.asking import choice, only
from sources.models import Theme


@require_safe
def countries(request: HttpRequest) -> HttpResponse:
    """All countries and territories; name, region, letter, whether a text is held, and order stand in the address."""
    only(request, "name", "region", "letter", "text", "sort")
    asked = {name: request.GET.get(name, "").strip() for name in ("name", "region", "letter")}
    text = choice(request, "text", ("yes",))
    sort = choice(request, "sort", overview.SORTS, "name")
    page = overview.listing(**asked, text=bool(text), sort=sort)
    choice(request, "region", page.regions)
    choice(request, "letter", page.letters)
    asked |= {"text": text, "sort": sort}
    rest = {name: value for name, value in asked.items() if value and name != "letter"}
    context = {"page": page, "asked": asked, "sorts": overview.SORTS, "query": urlencode(rest)}
    return render(request, "profiles/countries.html", context, using="pages")


@require_safe
def country(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that the sources held say of one country."""
    moment = moment_asked(request)
    found = get_object_or_404(Country.objects.public().select_related("successor"), slug=slug)
    return render(request, "profiles/country.html", {"page": country_page.page(found, moment)}, using="pages")


@require_safe
def theme(request: HttpRequest, slug: str, theme: str) -> HttpResponse:
    """What sources say of one theme in one country, by kind of speaker."""
    moment = moment_asked(request)
    found = get_object_or_404(Country.objects.public(), slug=slug)
    asked = get_object_or_404(Theme.objects.public(), key=theme)
    context = {"page": theme_page.page(found, asked, moment)}
    return render(request, "profiles/theme.html", context, using="pages")


@require_safe
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    """What is dated about a country, in order."""
    moment = moment_asked(request)
    found = get_object_or_404(Country.objects.public(), slug=slug)
    return render(request, "profiles/timeline.html", {"page": timeline_page.page(found, moment)}, using="pages")
