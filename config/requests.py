"""What every request must pass before anything reads it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

LONGEST_QUERY = 4000


class RefuseBadInput:
    """Answer 400 to addresses that no database can hold: NUL, broken encodings, endless queries.

    PostgreSQL refuses NUL and lone surrogates in text, and would turn them into a server error far from their cause.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        reason = problem(request)
        if reason:
            return render(request, "400.html", {"reason": reason}, status=400, using="pages")
        return self.get_response(request)


def problem(request: HttpRequest) -> str | None:
    """Say what is wrong with the address or query of a request, or None."""
    query = request.META.get("QUERY_STRING", "")
    if len(query) > LONGEST_QUERY:
        return f"The address has more than {LONGEST_QUERY} characters after the question mark."
    texts = [request.path_info, *(text for pair in request.GET.lists() for text in (pair[0], *pair[1]))]
    for text in texts:
        if "\0" in text:
            return "The address holds a NUL character, which no name or value here has."
        if "\ufffd" in text or any(0xD800 <= ord(letter) <= 0xDFFF for letter in text):
            return "The address holds bytes that are not UTF-8."
    return None
