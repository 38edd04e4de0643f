"""One document: its text where that is held, else what is known of it; its versions side by side; its citation."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sources import citations, locators, texts
from sources.asking import only
from sources.models import Document, Quotation
from sources.pages import held_text, reading_page, reference, text_wording, versions
from sources.pages.held_text import Text
from sources.pages.masking import Mask
from sources.resting import ground

LINKS = ("publisher", "part_of", "republished_by", "series", "licence", "replaces", "original")
FORMS: dict[str, tuple[Callable[[citations.Work, str], str], str, str]] = {
    "bib": (citations.bibtex, "application/x-bibtex; charset=utf-8", "bib"),
    "ris": (citations.ris, "application/x-research-info-systems; charset=utf-8", "ris"),
    "json": (citations.csl, "application/vnd.citationstyles.csl+json", "json"),
}


@require_safe
def document(request: HttpRequest, key: str) -> HttpResponse:
    """One document: its text, or its headings and places; under each what rests on it.

    `?page=` turns pages, `?at=` leads to an anchor on whatever page, `?passage=` cites one, `?quote=` lights the words
    of a checked quotation, `?compare=` sets it beside another version.
    """
    only(request, "page", "at", "passage", "quote", "compare")
    found = get_object_or_404(Document.objects.public().select_related(*LINKS), key=key)
    names = Mask(ground().held_back())
    if request.GET.get("compare"):
        return compared(request, found, names)
    quoted = _quoted(request, found)
    text = held_text.text_of(found)
    if text and request.GET.get("at"):
        return _lead(text, request.GET["at"])
    parts = reference.parts_of(found)
    context = reference.known(found, parts, names) | {"text": text, "words": text_wording, "quoted": quoted}
    context["held"] = found.text_access == Document.TextAccess.METADATA and texts.reading_of(found) is not None
    if text:
        text.quoted = quoted
        context |= _text(request, text, names)
    elif request.GET.get("at") or request.GET.get("passage"):
        raise BadRequest("The text of this document is not shown here, so it has no passages to lead to.")
    else:
        context |= reference.places(request, found, parts, names)
    return render(request, "sources/document.html", context | _citation(request, found, text, names), using="pages")


def compared(request: HttpRequest, found: Document, names: Mask) -> HttpResponse:
    """Two versions of a document, passage by passage."""
    only(request, "compare")
    made = versions.compared(found, request.GET["compare"], names)
    mask = names.narrowed((made.old.label, made.new.label))
    labels = {"old_label": mask.words(made.old.label), "new_label": mask.words(made.new.label)}
    return render(request, "sources/comparison.html", {"compared": made, **labels}, using="pages")


def _quoted(request: HttpRequest, found: Document) -> Quotation | None:
    key = request.GET.get("quote", "")
    return get_object_or_404(Quotation.objects.public(), key=key, document=found) if key else None


def _lead(text: Text, name: str) -> HttpResponse:
    """Lead to the page that has an anchor, or the id of a place."""
    index = held_text.led_to(text, name)
    if index is None:
        raise BadRequest(f"at={name[:60]}: the text has no such place.")
    number = text.page_of.get(index, 1)
    page = f"?page={number}" if number > 1 else ""
    to = f"#{name}" if text.shows(index) else ""
    return HttpResponseRedirect(f"{text.document.get_absolute_url()}{page}{to}")


def _text(request: HttpRequest, text: Text, names: Mask) -> dict[str, Any]:
    """What the page shows of the text: the page asked for, else that of the passage cited or of the words quoted."""
    index = _cited(request, text)
    if index is None and text.quoted:
        index = text.at.get(text.quoted.first_id or 0)
    asked = request.GET.get("page", "")
    number = held_text.number(text, asked) if asked else text.page_of.get(index, 1) if index is not None else 1
    others = [row for row in versions.versions_of(text.document) if versions.is_whole(row)]
    return {
        **reading_page.gather(text, number, names),
        "versions": others if versions.is_whole(text.document) else [],
    }


def _cited(request: HttpRequest, text: Text | None) -> int | None:
    """The index of the passage that `?passage=` names; raises BadRequest where the text has none of that anchor."""
    anchor = request.GET.get("passage", "")
    if not anchor:
        return None
    index = held_text.anchored(text, anchor) if text else None
    if index is None:
        raise BadRequest(f"passage={anchor[:60]}: the text has no such passage.")
    return index


def _citation(request: HttpRequest, found: Document, text: Text | None, names: Mask) -> dict[str, Any]:
    """The plain citations: of the document, and of the passage that `?passage=` names."""
    today = timezone.now().date()
    permalink = request.build_absolute_uri(found.get_absolute_url())
    made = citations.plain(reference.work(found, permalink, names), accessed=today)
    context: dict[str, Any] = {"citation": made, "cited": None}
    index = _cited(request, text) if text else None
    if text and index is not None:
        place = permalink + held_text.fragment(text, index, names)
        locator = text.passages[index].locator
        made = citations.plain(reference.work(found, permalink, names, place), locator, today)
        context["cited"] = {"locator": locator, "plain": made, "address": place, "anchor": request.GET["passage"]}
    return context


@require_safe
def cite(request: HttpRequest, key: str, form: str) -> HttpResponse:
    """The citation as BibTeX, RIS or CSL-JSON; `?locator=` adds a place, `?passage=` the place that has an anchor."""
    only(request, "locator", "passage")
    links = ("publisher", "part_of", "republished_by", "series")
    found = get_object_or_404(Document.objects.public().select_related(*links), key=key)
    names = Mask(ground().held_back())
    locator, fragment = _place(request, found, names)
    permalink = request.build_absolute_uri(found.get_absolute_url())
    write, content_type, suffix = FORMS[form]
    made = write(reference.work(found, permalink, names, permalink + fragment if fragment else ""), locator)
    response = HttpResponse(made, content_type=content_type)
    name = found.key.replace("/", "-")
    response["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
    return response


def _place(request: HttpRequest, found: Document, names: Mask) -> tuple[str, str]:
    """The place that is cited: its locator, and what leads to it from the document's address where its text is held."""
    asked, anchor = request.GET.get("locator", ""), request.GET.get("passage", "")
    if asked and anchor:
        raise BadRequest("Give a locator or a passage, not both.")
    if not asked and not anchor:
        return "", ""
    text = held_text.text_of(found)
    if anchor:
        index = _cited(request, text)
        return (
            (text.passages[index].locator, held_text.fragment(text, index, names))
            if text and index is not None
            else ("", "")
        )
    try:
        locator = locators.normalise(asked)
    except locators.LocatorError as error:
        raise BadRequest(f"locator={asked[:60]}: {error}") from error
    index = text.first(locator) if text else None
    return (locator, held_text.fragment(text, index, names)) if text and index is not None else (locator, "")
