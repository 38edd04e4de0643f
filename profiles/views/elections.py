"""Stub."""

from django.http import HttpRequest, HttpResponse


def election(request: HttpRequest, **kwargs: object) -> HttpResponse:
    """Stub."""
    return HttpResponse("stub")
