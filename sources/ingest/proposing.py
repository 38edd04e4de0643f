"""From printed facts to drafts: a document's fields, and documents inside a file as documents of their own.

Nothing here is published or taken over silently: a field that an editor has filled stays as it is.
"""

from collections.abc import Iterable, Sequence

from django.db import transaction

from sources import dates, keys, locators
from sources.ingest.blocks import Part, Proposal
from sources.models import Document, DocumentDate, Publisher
from sources.models.base import Status

TEXTS = {"title": 400, "authors": 400, "symbol": 60, "url": 500, "language": 20}  # field: greatest length
ROLES = ("updated", "covers", "accessed", "approved", "printed")


def fill(document: Document, proposals: Iterable[Proposal]) -> list[str]:
    """Set, unsaved, the document's empty fields that its text prints plainly; return their names.

    A publisher is taken where one of that name is known; a date where it can be read without doubt.
    """
    filled = []
    for each in proposals:
        if each.field in TEXTS and not getattr(document, each.field) and len(each.value) <= TEXTS[each.field]:
            if each.field == "url" and not each.value.startswith(("http://", "https://")):
                continue
            setattr(document, each.field, each.value)
        elif each.field in ("publisher", "republished_by") and getattr(document, f"{each.field}_id") is None:
            known = publisher_named(each.value)
            if known is None:
                continue
            setattr(document, each.field, known)
        elif each.field == "published" and not document.published:
            reading = dates.read_printed(each.value)
            if not reading.edtf or reading.warnings:
                continue
            document.published = reading.edtf
            document.published_printed = each.value[:200]  # type: ignore[attr-defined]  # the field adds it
        else:
            continue
        filled.append(each.field)
    return filled


def publisher_named(name: str) -> Publisher | None:
    """Return the publisher whose name or short name is printed so, in any case; None where none or several are."""
    plain = name.strip().rstrip(".")
    found = list(Publisher.objects.filter(name__iexact=plain)[:2]) or list(
        Publisher.objects.filter(short_name__iexact=plain)[:2]
    )
    return found[0] if len(found) == 1 else None


def add_dates(document: Document, proposals: Iterable[Proposal]) -> list[DocumentDate]:
    """Make a draft of each dated role that the text prints and the document does not have yet."""
    made = []
    for each in proposals:
        if each.field not in ROLES or document.dates.filter(role=each.field).exists():
            continue
        reading = dates.read_printed(each.value)
        key = free_key(DocumentDate, f"{document.key}/{each.field}")
        if not reading.edtf or not key:
            continue
        made.append(
            DocumentDate.objects.create(
                key=key,
                document=document,
                role=each.field,
                date=reading.edtf,
                date_earliest=reading.earliest,
                date_latest=reading.latest,
                date_printed=each.value[:200],
                date_note=" ".join(reading.warnings)[:400],
                locator=f"line {each.line}" if each.line else "",  # mark-up alone says it, on no line
            )
        )
    return made


def new_document(key: str, proposals: Sequence[Proposal], label: str, status: str = Status.DRAFT) -> Document:
    """Make a document of what its text prints of itself. Raises ValueError for what is no key."""
    problem = keys.problem(key)
    if problem:
        raise ValueError(problem)
    document = Document(key=key, kind=Document.Kind.OTHER, label=label[:200], status=status)
    document.language = ""
    fill(document, proposals)
    document.language = document.language or "en"
    document.label = (document.title or label)[:200]
    with transaction.atomic():
        document.save()
        add_dates(document, proposals)
    return document


def new_parts(document: Document, parts: Sequence[Part]) -> list[Document]:
    """Make a draft of each proposed document inside a file whose lines no document has yet; return the new ones."""
    taken = set(Document.objects.filter(part_of=document).values_list("part_lines", flat=True))
    made = []
    for part in parts:
        place = str(locators.Place("line", part.first_line, part.last_line, ()))
        if place in taken:
            continue
        stem = keys.slug(part.title)[:40].strip("-") or f"line-{part.first_line}"
        beside = f"{document.key}-{stem}"[: keys.MAX_LENGTH - 5].rstrip("-./")  # where the key has no room below it
        key = free_key(Document, f"{document.key}/{stem}") or free_key(Document, beside)
        inner = Document(key=key, kind=Document.Kind.OTHER, label=part.title[:200], part_of=document, part_lines=place)
        fill(inner, part.proposals)
        inner.label = (inner.title or part.title)[:200]
        inner.save()
        add_dates(inner, part.proposals)
        made.append(inner)
    return made


def free_key(model: type[Document] | type[DocumentDate], wanted: str) -> str:
    """Return a key that no row has: the wanted one, or with -2, -3 …; '' where it could be none at all."""
    if keys.problem(wanted):
        return ""
    key, number = wanted, 2
    while model.objects.filter(key=key).exists():
        key, number = f"{wanted}-{number}", number + 1
    return key
