"""Quotations on the form of an excerpt: the words filled in from the passages, and what the check finds of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from profiles import quoting
from profiles.models import Excerpt
from sources import texts
from sources.admin.beside import chosen, place_of, typed
from sources.admin.plugs import Panel
from sources.models import Document, Quotation
from sources.models.base import Status

CHECKED = {"text", "document", "kind", "status"}  # what makes a new check and a new step to publication needed


def words_at(document: str, locator: str) -> str:
    """Return the words of a place, by a document's number as an address has it; '' where they are not held."""
    if not document.isdecimal() or len(document) > 18:
        return ""
    found = Document.objects.filter(pk=document).first()
    place = place_of(found, locator) if found else None
    return place.text if place else ""


def fill_in(form: Any) -> None:
    """Put the words of the chosen place into the empty field of a form that is only shown."""
    document, locator = chosen(form)
    place = place_of(document, locator) if document else None
    if place and place.text:
        form.data = form.data.copy()
        form.data[form.add_prefix("text")] = place.text


def said(quotation: Quotation) -> str:
    """Return what a check found, in words."""
    return f"{quotation.get_verdict_display()}. {quotation.reason}".strip()


def verdict_panel(form: Any) -> list[Panel]:
    """Look for the words as the form has them now, storing nothing."""
    document, _ = chosen(form)
    text = typed(form, "text")
    if document is None or not text.strip():
        return []
    quotation = Quotation(document=document, text=text)
    texts.check(quotation, texts.words_of(document))
    facts = [("Found in", quotation.first.locator, "")] if quotation.first else []
    look = "good" if quotation.is_found else "bad"
    return [Panel("The check of the quotation", facts=facts, verdict=(said(quotation), look))]


def save_checked(row: Excerpt, changed: set[str], save: Callable[[], None]) -> None:
    """Save an excerpt and check its words where it is a quotation.

    The database publishes only what the check has found, and the check needs the saved row: so a quotation that is to
    be published is saved in review first, all in one transaction. Raises DatabaseError where it refuses.
    """
    if row.kind != Excerpt.Kind.QUOTATION:
        before, row.quotation = row.quotation, None
        save()
        if before is not None:
            before.delete()
        return
    wanted = row.status
    held_back = wanted == Status.PUBLISHED and bool(CHECKED & changed or row.pk is None)
    if held_back:
        row.status = Status.IN_REVIEW
    save()
    row.quotation = quoting.check(row)
    if held_back:
        Excerpt.objects.filter(pk=row.pk).update(status=wanted)
        row.status = wanted
