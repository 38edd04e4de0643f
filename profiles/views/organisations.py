"""Stub."""

from django.http import HttpRequest, HttpResponse


def organisation(request: HttpRequest, **kwargs: object) -> HttpResponse:
    """Stub."""
    return HttpResponse("stub")
