"""One document as its page shows it: what is known of it, and what rests on it, whether its text is held or not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest

from sources.asking import Page, page
from sources.citations import Work
from sources.models import Defect, Document, DocumentDate, Heading
from sources.outline import Section, order, sections
from sources.pages.masking import Mask
from sources.resting import Pointer, Rest, ground

MOST = 400  # statements on one page
MOST_PARTS = 200
NO_NAMES = Mask(())
LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "kk": "Kazakh",
    "kk-Cyrl": "Kazakh",
    "kk-Latn": "Kazakh in Latin letters",
    "ru": "Russian",
    "zh": "Chinese",
}


@dataclass(frozen=True)
class Entry:
    """One line of the outline: a printed heading, or a document that stands inside this one."""

    locator: str
    words: str
    level: int
    position: int = 0
    part: Document | None = None

    @property
    def ends(self) -> bool:
        """A part has a last line; a heading does not say where its text ends."""
        return self.part is not None


def language(tag: str) -> str:
    """Return a language's name in English; the tag where we know none, 'not known' without a tag."""
    return LANGUAGES.get(tag) or LANGUAGES.get(tag.partition("-")[0]) or tag or "not known"


def work(document: Document, permalink: str, names: Mask = NO_NAMES, place: str = "") -> Work:
    """Return what a citation of a document, or of the passage at an address, is made of; names are withheld."""
    title, container = document.title or document.label, document.part_of.label if document.part_of else ""
    mask = names.narrowed((title, container, document.authors))
    return Work(
        key=document.key,
        title=mask.words(title),
        permalink=permalink,
        place=place,
        described=not document.title,
        kind=document.kind,
        publisher=document.publisher.name if document.publisher else "",
        authors=tuple(name.strip() for name in mask.words(document.authors).split(";") if name.strip()),
        published=document.published,
        inferred=document.published_inferred,
        container=mask.words(container),
        republished_by=document.republished_by.name if document.republished_by else "",
        series=document.series.title if document.series else "",
        edition=document.edition,
        symbol=document.symbol,
        language=document.language,
        url=document.url,
    )


def entries(headings: Sequence[Heading], parts: Sequence[Document]) -> list[Entry]:
    """Return the outline: headings in their printed order, documents inside this one where their lines begin."""
    printed = [Entry(row.locator, str(row), min(row.level, 4), row.position) for row in headings]
    inside = [Entry(row.part_lines, row.label, 1, 0, row) for row in parts if row.part_lines]
    if not inside:
        return printed
    # A part comes before a heading of the same line: that heading is the part's own.
    return sorted(
        [*printed, *inside], key=lambda entry: (*order(entry.locator)[:2], entry.part is None, entry.position)
    )


def outline(document: Document, rests: Sequence[Rest], parts: Sequence[Document], names: Mask) -> list[Section[Rest]]:
    """Return the outline of a document with what rests on each place below its heading; names are withheld."""
    headings = list(Heading.objects.public().filter(document=document).order_by("position"))
    found = entries(headings, parts)
    mask = names.narrowed(entry.words for entry in found)
    return sections([replace(entry, words=mask.words(entry.words)) for entry in found], rests)


def related(document: Document) -> dict[str, Any]:
    """Return the documents that stand in a relation to one and that visitors may see."""
    public = Document.objects.public()
    return {
        "replaces": document.replaces if document.replaces and document.replaces.is_public else None,
        "original": document.original if document.original and document.original.is_public else None,
        "replaced_by": list(public.filter(replaces=document)[:MOST_PARTS]),
        "translations": list(public.filter(original=document)[:MOST_PARTS]),
    }


def statements(pointers: Sequence[Pointer], names: Mask) -> list[Rest]:
    """Return the statements behind pointers, in the order of places, with names withheld."""
    found = ground().read(sorted(pointers, key=lambda pointer: order(pointer.locator)))
    mask = names.narrowed(f"{rest.about} {rest.says}" for rest in found)
    return (
        [replace(rest, about=mask.words(rest.about), says=mask.words(rest.says)) for rest in found] if mask else found
    )


def parts_of(document: Document) -> list[Document]:
    """Return the documents inside one that visitors may see, in the order of their places."""
    rows = Document.objects.public().filter(part_of=document).select_related("publisher")[:MOST_PARTS]
    return sorted(rows, key=lambda row: (order(row.part_lines), row.key))


def places(request: HttpRequest, document: Document, parts: Sequence[Document], names: Mask) -> dict[str, Any]:
    """Return the places that something rests on, where the text itself is not shown."""
    pointers = sorted(ground().resting_on(document), key=lambda pointer: order(pointer.locator))
    shown: Page = page(request, pointers, len(pointers), MOST)
    return {"outline": outline(document, statements(shown.rows, names), parts, names), "resting": shown}


def known(document: Document, parts: Sequence[Document], names: Mask) -> dict[str, Any]:
    """Return what a document's page shows besides its text or its places."""
    borrowed = ground().borrowed_from(document)
    title, label = document.title, document.label
    mask = names.narrowed((title, label, document.authors))
    return {
        "document": document,
        "title": mask.words(title),
        "label": mask.words(label),
        "authors": mask.words(document.authors),
        "language": language(document.language),
        "original_language": language(document.original_language),
        "about": ground().countries_of([document.pk]).get(document.pk, []),
        "parts": parts,
        "dates": DocumentDate.objects.public().filter(document=document).order_by("date_earliest", "key"),
        "defects": sorted(Defect.objects.public().filter(document=document), key=lambda row: order(row.locator)),
        "borrowed": statements(borrowed[:MOST_PARTS], names),
        "borrowed_count": len(borrowed),
        **related(document),
    }
