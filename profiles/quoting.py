"""Quotations of excerpts: each is looked for in the text of its document, and only the check says what it found."""

from dataclasses import dataclass

from django.db import transaction

from profiles.models import Excerpt
from sources import texts
from sources.models import Document, Quotation


@dataclass(frozen=True)
class Checked:
    """One excerpt and the check of its words."""

    excerpt: Excerpt
    quotation: Quotation


@dataclass(frozen=True)
class LeftBehind:
    """A quotation that its document holds and the text that replaces this document does not."""

    quotation: Quotation
    newer: Document
    reason: str


def check(excerpt: Excerpt, words: texts.Words | None = None) -> Quotation:
    """Look for the words of a quotation and store what was found beside the excerpt; return the check.

    `words` are those of the excerpt's document where the caller has them. The excerpt is saved only where it had no
    check; raises ValueError for an excerpt that is no quotation.
    """
    if excerpt.kind != Excerpt.Kind.QUOTATION:
        raise ValueError(f"{excerpt.key} is no quotation.")
    quotation = excerpt.quotation or Quotation(key=excerpt.key, status=excerpt.status)
    quotation.document = excerpt.document
    quotation.text = excerpt.text
    texts.check(quotation, words or texts.words_of(excerpt.document))
    with transaction.atomic():
        quotation.save()
        if excerpt.quotation_id != quotation.pk:
            excerpt.quotation = quotation
            Excerpt.objects.filter(pk=excerpt.pk).update(quotation=quotation)
    return quotation


def check_all() -> list[Checked]:
    """Look for every quotation again, document by document; return all with what was found, in the order of keys."""
    found = []
    rows = Excerpt.objects.filter(kind=Excerpt.Kind.QUOTATION).select_related("document", "quotation")
    by_document: dict[Document, list[Excerpt]] = {}
    for row in rows.order_by("key"):
        by_document.setdefault(row.document, []).append(row)
    for document, excerpts in by_document.items():
        words = texts.words_of(document)
        found += [Checked(excerpt, check(excerpt, words)) for excerpt in excerpts]
    return sorted(found, key=lambda each: each.excerpt.key)


def left_behind() -> list[LeftBehind]:
    """Return the quotations that are not in a text that replaces their document's, in the order of documents."""
    newer = Document.objects.exclude(replaces=None).filter(passages__isnull=False).distinct().order_by("key")
    return [LeftBehind(row, document, reason) for document in newer for row, reason in texts.left_behind(document)]
