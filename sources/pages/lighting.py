"""Which characters of which passages a checked quotation quotes, so that a page can light them."""

from collections.abc import Iterable, Sequence

from sources import quotations
from sources.folding import fold
from sources.models import Passage, Quotation


def lit(quotation: Quotation, words: dict[int, Passage]) -> dict[int, list[tuple[int, int]]]:
    """Return, by passage, the characters that a quotation quotes; empty where its passages are not among the words."""
    if quotation.first_id not in words or quotation.last_id not in words:
        return {}
    order = sorted(words.values(), key=lambda row: (row.kind == Passage.Kind.NOTE, row.position))
    at = [row.pk for row in order]
    rows = order[at.index(quotation.first_id) : at.index(quotation.last_id) + 1]
    joined = fold("\n\n".join(row.text for row in rows))
    found: Iterable[tuple[int, int]] = quotations.check(joined, quotation.text).spans
    if not found:
        selector = quotations.Selector(quotation.exact, quotation.prefix, quotation.suffix)
        place = quotations.find(joined, selector)
        found = [place] if place else []
    return _spread(rows, list(found))


def _spread(rows: Sequence[Passage], spans: Sequence[tuple[int, int]]) -> dict[int, list[tuple[int, int]]]:
    """Spans of passages that were joined by two line feeds, as spans of each."""
    found: dict[int, list[tuple[int, int]]] = {}
    start = 0
    for row in rows:
        end = start + len(row.text)
        for first, last in spans:
            if first < end and last > start:
                found.setdefault(row.pk, []).append((max(first - start, 0), min(last, end) - start))
        start = end + 2
    return found
