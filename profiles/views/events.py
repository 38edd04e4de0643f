"""Stub."""

from django.http import HttpRequest, HttpResponse


def event(request: HttpRequest, **kwargs: object) -> HttpResponse:
    """Stub."""
    return HttpResponse("stub")
