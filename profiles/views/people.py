"""Stub."""

from django.http import HttpRequest, HttpResponse


def person(request: HttpRequest, **kwargs: object) -> HttpResponse:
    """Stub."""
    return HttpResponse("stub")
