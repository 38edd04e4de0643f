"""Stub."""

from django.http import HttpRequest, HttpResponse


def indicator(request: HttpRequest, **kwargs: object) -> HttpResponse:
    """Stub."""
    return HttpResponse("stub")
