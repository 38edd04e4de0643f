"""What may be stated from a passage of a document: empty forms that open with its place and country."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from profiles.models import Breakdown, DocumentCountry, Excerpt, Figure, Statement
from sources.models import Document

STARTS: tuple[tuple[str, Any, dict[str, str]], ...] = (
    ("Figure", Figure, {}),
    ("Statement", Statement, {}),
    ("Breakdown", Breakdown, {}),
    ("Quotation", Excerpt, {"kind": Excerpt.Kind.QUOTATION.value}),
    ("Summary", Excerpt, {"kind": Excerpt.Kind.SUMMARY.value}),
)


def starts(request: HttpRequest, document: Document) -> list[tuple[str, str]]:
    """Return what this person may state, each with the address of its form; the passage's locator is to be added.

    The country is filled in where the document, or the one that it stands in, was read for one only.
    """
    known: dict[str, str] = {"document": str(document.pk)}
    country = _country(document)
    if country is not None:
        known["country"] = str(country)
    found = []
    for label, model, more in STARTS:
        if admin.site._registry[model].has_add_permission(request):
            values = {**known, **more}
            if model is Excerpt and document.language:
                values["language"] = document.language
            found.append((label, f"{reverse(f'admin:profiles_{model._meta.model_name}_add')}?{urlencode(values)}"))
    return found


def _country(document: Document) -> int | None:
    """The one country that a document was read for; else the one of the document that it stands in."""
    at: Document | None = document
    for _ in range(8):  # documents inside documents
        if at is None:
            break
        found = list(DocumentCountry.objects.filter(document=at).values_list("country", flat=True)[:2])
        if found:
            return found[0] if len(found) == 1 else None
        at = at.part_of
    return None
