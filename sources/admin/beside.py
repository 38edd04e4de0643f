"""The words of a document beside a form: the passages that a locator leads to, with a printed value marked in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from sources import texts
from sources.admin.plugs import Panel, Words
from sources.folding import Folded, TooManyPlacesError, fold
from sources.models import Document, Passage

SHOWN = 12  # passages; a place may be a whole page
TITLE = "The words at that place"


@dataclass(frozen=True)
class Place:
    """Where a form's document and locator lead: passages in order; `fault` where they lead nowhere."""

    document: Document
    passages: list[Passage]
    fault: str = ""

    @property
    def text(self) -> str:
        """The words of all its passages."""
        return "\n\n".join(passage.text for passage in self.passages)


def place_of(document: Document, locator: str) -> Place | None:
    """Return the passages of a place; None where the document's words are not held or no place is named."""
    reading = texts.reading_of(document) if locator else None
    if reading is None:
        return None
    rows, places = texts.places(reading)
    runs = places.resolve(locator)
    if runs is None:
        return Place(document, [], f"{locator} leads to no passage of the text that was read in.")
    return Place(document, [passage for run in runs for passage in rows[run.first : run.last + 1]])


def chosen(form: Any) -> tuple[Document | None, str]:
    """Return the document and the locator that a form names, typed or stored."""
    number = str((form["document"].value() if "document" in form.fields else form.instance.document_id) or "")
    place = str((form["locator"].value() if "locator" in form.fields else form.instance.locator) or "").strip()
    if not number.isdecimal() or len(number) > 18:
        return None, place
    return Document.objects.select_related("publisher").filter(pk=number).first(), place


def typed(form: Any, name: str) -> str:
    """Return a text as the form shows it."""
    return str((form[name].value() if name in form.fields else getattr(form.instance, name, "")) or "")


def marked(text: str, printed: str | Folded) -> list[tuple[str, bool]]:
    """Return a text in pieces, those true that hold a printed value; marks, spaces and line ends may differ."""
    wanted = fold(printed) if isinstance(printed, str) else printed
    pieces, at = [], 0
    if wanted.source.strip():
        for start, end in _spans(fold(text), wanted):
            if start >= at:
                pieces += [(text[at:start], False), (text[start:end], True)]
                at = end
    return [piece for piece in [*pieces, (text[at:], False)] if piece[0]]


def _spans(text: Folded, wanted: Folded) -> list[tuple[int, int]]:
    try:
        found = [text.span(low, high, wanted) for low, high in text.places(wanted)]
    except TooManyPlacesError:
        return []
    return [span for span in found if _stands_whole(text.source, *span)]


def _stands_whole(text: str, start: int, end: int) -> bool:
    """Whether no word or number is cut at either end: 17 does not stand in 1,700."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    if start < end and text[start].isalnum() and (before[-1:].isalnum() or _goes_on(before[::-1], text[start])):
        return False
    return not (start < end and text[end - 1].isalnum() and (after[:1].isalnum() or _goes_on(after, text[end - 1])))


def _goes_on(beyond: str, edge: str) -> bool:
    return edge.isdigit() and len(beyond) == 2 and beyond[0] in ".," and beyond[1].isdigit()


def doubt(place: Place | None, printed: str) -> str:
    """Return what an editor should look at again: a place that is nowhere, a value that does not stand there."""
    if place is None:
        return ""
    if place.fault:
        return place.fault
    if printed and not any(hit for _, hit in marked(place.text, printed)):
        return f"“{printed}” does not stand in the words at that place. Compare them."
    return ""


def words_panel(place: Place | None, printed: str, *, reads: bool) -> Panel:
    """Return the panel that shows the words of a place, each passage with what is marked in it.

    `reads`: it has the button that shows the words of another place, once the form names one.
    """
    if place is None:
        return Panel(TITLE, empty="Choose a document whose text is read in, and a place.", reads=reads)
    wanted = fold(printed)
    shown = [
        Words(
            passage.locator,
            marked(passage.text, wanted),
            desk_place(place.document, passage.locator),
            place.document.language,
        )
        for passage in place.passages[:SHOWN]
    ]
    return Panel(TITLE, words=shown, total=len(place.passages), warning=doubt(place, printed), reads=reads)


def desk_place(document: Document, locator: str) -> str:
    """Return the address at the desk of a place in a document."""
    start = reverse("admin:sources_document_passages", args=[document.pk])
    return f"{start}?{urlencode({'locator': locator})}#lit" if locator else start
