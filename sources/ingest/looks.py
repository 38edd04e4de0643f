"""Which layout a text has, by its look. Pure."""

from sources.ingest import days, furniture, metadata, notes, numbering, parts
from sources.ingest.blocks import Kind
from sources.ingest.headings import title_like
from sources.ingest.lines import scan
from sources.ingest.marks import Page

LAYOUTS = {
    "un-report": "Report with numbered paragraphs (United Nations)",
    "headed-report": "Report under a header of labels (Refworld)",
    "footnoted": "Text with notes",
    "bulletin": "Bulletin of dated incidents",
    "country-page": "Country page that holds texts by others",
    "plain": "Plain text with headings",
}
_HEAD, _TAIL = 300_000, 100_000
_LEAST_PARAGRAPHS, _LEAST_SHARE = 5, 0.3
_LEAST_DATED = 0.4


def best(text: str) -> str:
    """Return the name of the layout that a text looks like; of a long one only beginning and end are looked at."""
    if len(text) > _HEAD + _TAIL:
        text = f"{text[:_HEAD]}\n\n{text[-_TAIL:]}"
    lines = scan(text)
    page = Page(lines, furniture.find(lines), {})
    if len(parts.propose(page)) >= 2:
        return "country-page"
    numbered = numbering.find(page)
    if metadata.count_labels(page) >= 2 and not _is_numbered(page, set(numbered)):
        return "headed-report"
    if _is_numbered(page, set(numbered)):
        return "un-report"
    notes.mark(page, numbered=False)
    if any(mark.kind is Kind.NOTE for mark in page.marks.values()):
        return "footnoted"
    return "bulletin" if _is_dated(page) else "plain"


def _is_numbered(page: Page, numbered: set[int]) -> bool:
    """Whether most of the text, by characters, stands in numbered paragraphs."""
    if len(numbered) < _LEAST_PARAGRAPHS:
        return False
    first, last = min(numbered), max(numbered)
    inside = sum(len(line.text) for line in page.lines[first : last + 1])
    whole = sum(len(line.text) for line in page.lines)
    lines_each = (last - first + 1) / len(numbered)
    return inside >= _LEAST_SHARE * whole and lines_each < 60


def _is_dated(page: Page) -> bool:
    """Whether paragraph after paragraph tells what happened on which day."""
    prose = [line.text for line in page.lines if len(line.text) > 80 or not title_like(line.text)]
    chunks = _chunks(page)
    dated = sum(bool(days.day_in(chunk)) for chunk in chunks)
    return len(prose) >= 3 and len(chunks) >= 3 and dated >= _LEAST_DATED * len(chunks)


def _chunks(page: Page) -> list[str]:
    """The paragraphs, parted at empty lines, without the short lines that stand alone."""
    chunks: list[list[str]] = []
    for index, line in enumerate(page.lines):
        if index in page.furniture:
            continue
        if line.gap or not chunks or len(line.text) > 200:
            chunks.append([])
        chunks[-1].append(line.text)
    joined = [" ".join(chunk) for chunk in chunks]
    return [chunk for chunk in joined if len(chunk) > 80]
