"""The one way in: a text is read under a layout, given or chosen by its look. Pure.

Layouts differ in what they look for; what they share (furniture, line ends, words, levels) is done once, in `flow`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sources.ingest import flow, furniture, headings, metadata, notes, numbering, parts
from sources.ingest.blocks import Block, Kind, Part, Reading
from sources.ingest.lines import Shape, scan, shape
from sources.ingest.looks import LAYOUTS, best
from sources.ingest.marks import Page

__all__ = ["LAYOUTS", "best", "read"]


@dataclass(frozen=True, slots=True)
class _Looks:
    """What a layout looks for in a text beside headings and lists."""

    numbered: bool = False
    notes: bool = False
    dated: bool = False
    parts: bool = False


_READERS = {
    "un-report": _Looks(numbered=True, notes=True),
    "headed-report": _Looks(notes=True),
    "footnoted": _Looks(notes=True),
    "bulletin": _Looks(dated=True),
    "country-page": _Looks(parts=True),
    "plain": _Looks(),
}

_MOST_MISSING = 10_000


def read(text: str, encoding: str, layout: str | None = None) -> Reading:
    """Read a text whose line ends are line feeds and whose byte order mark is gone. Raises ValueError for no layout.

    Under every layout blocks and furniture together are the text (`ledger.check`). Time is linear in its length.
    """
    name = layout or best(text)
    if name not in _READERS:
        raise ValueError(f"“{name}” is no layout; there are {', '.join(LAYOUTS)}.")
    looks = _READERS[name]
    lines = scan(text)
    page = Page(lines, furniture.find(lines), {})
    form = shape(lines)
    inner = parts.propose(page) if looks.parts else ()
    _mark(page, looks, form)
    found = flow.drafts(page, form)
    blocks = flow.blocks(page, text, found, furniture.pages(lines, page.furniture))
    return Reading(
        layout=name,
        text=text,
        encoding=encoding,
        blocks=blocks,
        furniture=flow.furniture(page),
        proposals=metadata.propose(page, blocks, un_report=looks.numbered),
        parts=inner,
        warnings=_warnings(blocks, inner, looks),
    )


def _mark(page: Page, looks: _Looks, form: Shape) -> None:
    """Mark what begins where, the surest first: later ones only see lines that nobody has claimed."""
    if looks.parts:
        parts.mark_labels(page)
        parts.mark_titles(page)
    else:
        metadata.mark_header(page)
        headings.mark_contents(page)
    if looks.numbered:
        numbering.mark_paragraphs(page)
    if not looks.parts:
        headings.mark_labelled(page, form)
    if looks.numbered:
        numbering.mark_inner(page)
    if looks.notes:
        notes.mark(page, numbered=looks.numbered)
    numbering.mark_lists(page)
    if looks.dated:
        metadata.mark_dated(page)
    headings.mark_plain(page, form, columns=looks.parts)


def _warnings(blocks: Sequence[Block], inner: Sequence[Part], looks: _Looks) -> tuple[str, ...]:
    """What an editor should look at: numbers that are missing or come twice, notes that nothing calls."""
    found: list[str] = []
    if looks.numbered:
        found += _count_faults("paragraph", _numbers(blocks, Kind.PARAGRAPH))
    if looks.notes:
        numbers = _numbers(blocks, Kind.NOTE)
        found += _count_faults("note", numbers)
        called = {marker.number for block in blocks for marker in block.markers}
        found += [f"Nothing in the text calls note {number}." for number in numbers if str(number) not in called]
    if looks.parts and not inner:
        found.append("No document by others was found on this page.")
    return tuple(found)


def _numbers(blocks: Sequence[Block], kind: Kind) -> list[int]:
    return [int(block.label) for block in blocks if block.kind is kind and block.label.isdecimal()]


def _count_faults(word: str, numbers: Sequence[int]) -> list[str]:
    if not numbers:
        return [f"No numbered {word} was found."] if word == "paragraph" else []
    known = Counter(numbers)
    missing = [number for number in range(1, min(max(numbers), _MOST_MISSING)) if number not in known]
    found = [f"{word.capitalize()} {number} stands {count} times." for number, count in known.items() if count > 1]
    return found + ([f"Missing {word}s: {', '.join(map(str, missing[:20]))}."] if missing else [])
