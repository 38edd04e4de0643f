"""The passages of a document at the desk: their words, what rests on each, and what to state from it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode

from sources import texts
from sources.admin.plugs import PLUGS, Line, Panel
from sources.admin.reading import layout_name
from sources.ingest.loading import parts_of
from sources.linking import Places, Run
from sources.models import Document, Passage, Reading
from sources.resting import ground

PER_PAGE = 50
SHOWN = 100  # locators that lead nowhere


def passages_page(desk: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """Show the passages of one document, fifty to a page; `?locator=` opens the page of a place and marks it."""
    document = Document.objects.select_related("publisher", "part_of").filter(pk=pk).first()
    if document is None:
        raise Http404("There is no such document.")
    if not desk.has_view_permission(request, document):
        raise PermissionDenied
    reading = texts.reading_of(document)
    if reading is None:
        raise Http404("The text of this document is not read in.")
    rows, places = texts.places(reading)
    own = [index for index, row in enumerate(rows) if row.document_id == document.pk]
    asked = request.GET.get("locator", "").strip()
    lit = places.resolve(asked) if asked else []
    number = _page_of(own, lit) or request.GET.get("page")
    page = Paginator(own, PER_PAGE).get_page(number)
    context = {
        **desk.admin_site.each_context(request),
        "title": f"Passages: {document}",
        "opts": desk.opts,
        "media": desk.media,
        "document": document,
        "reading": reading,
        "page": page,
        "asked": asked,
        "nowhere": lit is None,
        "passages": _shown(rows, list(page.object_list), lit or [], _resting(rows, places, reading), document, request),
    }
    request.current_app = desk.admin_site.name
    return TemplateResponse(request, "admin/passages.html", context)


def _page_of(own: list[int], lit: list[Run] | None) -> int | None:
    """The page that holds the first passage of a place."""
    first = next((at for at, index in enumerate(own) if lit and lit[0].first <= index <= lit[0].last), None)
    return None if first is None else first // PER_PAGE + 1


def _resting(rows: list[Passage], places: Places, reading: Reading) -> dict[int, list[str]]:
    """Names of what rests on each passage, hidden rows too, by the passage's index."""
    found: dict[int, list[str]] = {}
    for name, locator in ground().located([reading.document, *parts_of(reading.document)]):
        for run in places.resolve(locator) or []:
            for index in range(run.first, run.last + 1):
                found.setdefault(index, []).append(name)
    return found


def _shown(
    rows: list[Passage],
    indices: list[int],
    lit: list[Run],
    resting: dict[int, list[str]],
    document: Document,
    request: HttpRequest,
) -> list[dict[str, Any]]:
    names = sorted({name for index in indices for name in resting.get(index, [])})
    lines: dict[str, Line] = PLUGS.rows(names)
    starts = PLUGS.starts(request, document)
    marked = [index for index in indices if any(run.first <= index <= run.last for run in lit)]
    return [
        {
            "row": rows[index],
            "lit": index in marked,
            "is_first": index in marked[:1],
            "lines": [lines[name] for name in resting.get(index, []) if name in lines],
            "starts": [
                (label, f"{address}&{urlencode({'locator': rows[index].locator})}") for label, address in starts
            ],
        }
        for index in indices
    ]


def words_held(document: Document, *, may_read_in: bool) -> list[Panel]:
    """Return the panel that says whether a document's words are held, and what of them needs a look."""
    reading = texts.reading_of(document)
    read_in = f"{reverse('admin:sources_document_read_in')}?{urlencode({'document': document.key})}"
    if reading is None:
        facts = [("Words", "Read in a document", read_in)] if may_read_in else []
        return [Panel("Its words", facts=facts, empty="The text is not read in.")]
    passages = texts.passages_of(document).count()
    facts = [
        ("Held", f"{passages} passages", reverse("admin:sources_document_passages", args=[document.pk])),
        ("File", f"{reading.file_name}, {reading.lines} lines, {reading.encoding}", ""),
        ("Layout", layout_name(reading.layout), ""),
        ("Read in", f"{reading.read_at:%-d %B %Y, %H:%M} by {reading.read_by or 'a command'}", ""),
    ]
    if reading.document_id != document.pk:
        facts.append(("In the file of", str(reading.document), _form(reading.document)))
    elif may_read_in:
        facts.append(("Again", "Read in by another layout", read_in))
    if document.is_public:
        facts.append(("Public page", document.get_absolute_url(), document.get_absolute_url()))
    return [Panel("Its words", facts=facts), *_nowhere(document, reading)]


def _nowhere(document: Document, reading: Reading) -> list[Panel]:
    """What rests on the document at a place that its text does not have."""
    located = ground().located([document])
    places = texts.places(reading)[1] if located else None
    lost = [(name, place) for name, place in located if places and places.resolve(place) is None]
    if not lost:
        return []
    rows = PLUGS.rows([name for name, _ in lost[:SHOWN]])
    lines = [Line(rows[name].text, rows[name].address, place) for name, place in lost[:SHOWN] if name in rows]
    return [Panel(f"Locators that lead nowhere: {len(lost)}", lines=lines, total=len(lost))]


def _form(document: Document) -> str:
    return reverse("admin:sources_document_change", args=[document.pk])
