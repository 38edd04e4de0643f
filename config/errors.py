"""Pages for requests that cannot be answered: what is wrong, and where to go on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from profiles.pages.gone import was_withdrawn


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the address or form is wrong; the reason is the exception's own words."""
    return render(request, "400.html", {"reason": str(exception)}, status=400, using="pages")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: not for this account."""
    return render(request, "403.html", status=403, using="pages")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: the same for what never was and for what visitors may not see. 410 for a record that was withdrawn."""
    match = request.resolver_match
    if match and was_withdrawn(match.view_name, match.kwargs):
        return render(request, "410.html", status=410, using="pages")
    return render(request, "404.html", status=404, using="pages")


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a page without the database, since that may be what failed."""
    return render(request, "500.html", status=500, using="pages")
