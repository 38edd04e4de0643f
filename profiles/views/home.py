"""The start page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from profiles.pages import overview
from sources.asking import only


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the site is, which countries have documents read, the newest items, and how to read a mark."""
    only(request)
    return render(request, "profiles/home.html", {"page": overview.start()}, using="pages")
