"""What is held of a document's words, how much of it everyone may read, and where quoted words stand in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils import timezone

from sources import quotations
from sources.folding import Folded, fold
from sources.linking import Places, Run
from sources.models import Document, Passage, Quotation, Reading

NEIGHBOURS = 1  # passages shown on each side of a cited one, where the whole text may not be


def reading_of(document: Document) -> Reading | None:
    """Return the reading that holds a document's words: its own file's, or that of the file that it stands in."""
    seen: set[int] = set()
    at: Document | None = document
    while at is not None and at.pk not in seen:
        seen.add(at.pk)
        found: Reading | None = Reading.objects.filter(document=at).first()
        if found:
            return found
        at = at.part_of
    return None


def passages_of(document: Document) -> QuerySet[Passage]:
    """Return a document's own passages in order, without those of the documents inside it."""
    rows: QuerySet[Passage] = Passage.objects.filter(document=document).order_by("position")
    return rows


def places(reading: Reading) -> tuple[list[Passage], Places]:
    """Return all passages of a file, with what finds locators in it; locators count in the file, parts included."""
    rows = list(reading.passages.order_by("position"))
    return rows, Places(rows)


def readable(document: Document, passages: Sequence[Passage], cited: Iterable[Run]) -> set[int]:
    """Return the ids of the passages whose words everyone may read, by the document's `text_access`.

    `passages` are those of the whole file, in order, and `cited` the runs on which something public rests.
    """
    if document.text_access == Document.TextAccess.METADATA:
        return set()
    if document.text_access == Document.TextAccess.FULL:
        return {passage.pk for passage in passages if passage.document_id == document.pk}
    shown: set[int] = set()
    for run in cited:
        first, last = max(run.first - NEIGHBOURS, 0), min(run.last + NEIGHBOURS, len(passages) - 1)
        shown |= {passage.pk for passage in passages[first : last + 1] if passage.document_id == document.pk}
    return shown


@dataclass
class Words:
    """A document's words as one text, to look quotations up in: passages in order, notes last."""

    passages: list[Passage]
    text: str
    starts: list[int]
    folded: Folded = field(repr=False)

    def at(self, offset: int) -> Passage:
        """Return the passage that holds a character of `text`."""
        low, high = 0, len(self.starts) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.starts[middle] <= offset else (low, middle - 1)
        return self.passages[low]


def words_of(document: Document) -> Words | None:
    """Return a document's words; None where they are not held."""
    rows = list(passages_of(document))
    if not rows:
        return None
    rows.sort(key=lambda row: row.kind == Passage.Kind.NOTE)  # a note must not stand between two halves of a sentence
    starts, length = [], 0
    for row in rows:
        starts.append(length)
        length += len(row.text) + 2
    text = "\n\n".join(row.text for row in rows)
    return Words(rows, text, starts, fold(text))


def check(quotation: Quotation, words: Words | None) -> None:
    """Look for a quotation's words and set, unsaved, what was found; without words it is not checked."""
    quotation.first = quotation.last = None
    quotation.exact = quotation.prefix = quotation.suffix = ""
    quotation.checked_at = timezone.now()
    if words is None:
        quotation.verdict = Quotation.Verdict.REFUSED
        quotation.reason = "The text of the document is not read in."
        return
    verdict = quotations.check(words.folded, quotation.text)
    quotation.verdict, quotation.reason = verdict.result, verdict.reason[:400]
    if verdict.start is not None and verdict.end is not None:
        selector = quotations.selector(words.text, verdict.start, verdict.end)
        quotation.exact, quotation.prefix, quotation.suffix = selector.exact, selector.prefix, selector.suffix
        quotation.first, quotation.last = words.at(verdict.start), words.at(verdict.end - 1)


def recheck(document: Document) -> list[Quotation]:
    """Look for all quotations of a document again and store what was found; return those that are not found."""
    rows = list(Quotation.objects.filter(document=document).order_by("key"))
    words = words_of(document) if rows else None
    for row in rows:
        check(row, words)
        row.save()
    return [row for row in rows if not row.is_found]


def left_behind(document: Document) -> list[tuple[Quotation, str]]:
    """Return the quotations of the texts that a document replaces whose words it has not, each with the reason.

    They stay quotations of their own document, where they are found; an editor decides what they mean now. Empty where
    the document's own words are not held.
    """
    earlier: list[Document] = []
    at = document.replaces
    while at is not None and at != document and at not in earlier:
        earlier.append(at)
        at = at.replaces
    rows = list(Quotation.objects.filter(document__in=earlier).order_by("key"))
    words = words_of(document) if rows else None
    if words is None:
        return []
    verdicts = [(row, quotations.check(words.folded, row.text)) for row in rows]
    return [(row, verdict.reason) for row, verdict in verdicts if not verdict.accepted]
