"""Stub."""

from django.http import HttpRequest, HttpResponse


def claim(request: HttpRequest, **kwargs: object) -> HttpResponse:
    """Stub."""
    return HttpResponse("stub")
