"""Search by name."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from profiles.pages import finding
from sources.asking import only


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Countries, people, bodies, documents and other things whose names hold the words of `?q=`."""
    only(request, "q")
    asked = request.GET.get("q", "").strip()
    try:
        words = finding.words_of(asked)
    except ValueError as fault:
        raise BadRequest(f"q: {fault}") from None
    context = {"asked": asked, "words": words, "found": finding.find(words)}
    return render(request, "profiles/search.html", context, using="pages")
