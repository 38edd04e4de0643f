"""The start page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from profiles.pages import overview
from profiles.views.asking import refuse_others


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the site is, which countries have documents read, the newest items, and how to read a mark."""
    refuse_others(request, ())
    return render(request, "profiles/home.html", {"page": overview.start()}, using="pages")
