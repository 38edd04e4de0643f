"""Where a permalink leads."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from profiles.datasets import DATASETS
from profiles.pages.claim import gather
from profiles.pages.record import fetch


@require_safe
def claim(request: HttpRequest, dataset: str, key: str) -> HttpResponse:
    """One row of any table that has keys: every public column in words, its evidence, and how to cite it."""
    found = DATASETS.get(dataset)
    if found is None or found.is_link:
        raise Http404
    row = fetch(found, key)
    if row is None:
        raise Http404
    address = request.build_absolute_uri(request.path)
    context = gather(found, row, address, timezone.now().date())
    return render(request, "profiles/claim.html", context, using="pages")
