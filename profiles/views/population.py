"""Stub."""

from django.http import HttpRequest, HttpResponse


def group(request: HttpRequest, **kwargs: object) -> HttpResponse:
    """Stub."""
    return HttpResponse("stub")
