"""What a document's page shows of a text, in order and page by page, before any words are fetched. Pure.

A passage is shown, or stands in a gap; a document inside the text is one line; a note stands beside the words that
call it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

MOST = 1500  # passages and statements on one page
DEEPEST = 4  # h2 to h5 below the page's own h1
MOST_CONTENTS = 250  # lines of the contents; deeper headings are left out of longer ones
Part = TypeVar("Part")


@dataclass(slots=True)
class Bare:
    """A passage without its words; `text` holds a heading's alone."""

    pk: int
    document_id: int
    anchor: str
    kind: str
    level: int
    label: str
    text: str
    first_line: int
    last_line: int
    page: int | None
    locator: str


@dataclass(slots=True)
class Entry(Generic[Part]):
    """One thing in the order of the text: `kind` is passage, known (a heading whose words we ship), gap, notes or part.

    `indexes` are those of the passages in the file that it stands for.
    """

    kind: str
    indexes: list[int]
    part: Part | None = None


@dataclass(slots=True)
class Page(Generic[Part]):
    """One page of a text."""

    entries: list[Entry[Part]] = field(default_factory=list)
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents."""

    index: int
    depth: int


def flow(
    passages: Sequence[Bare],
    document: int,
    *,
    readable: Collection[int],
    beside: Collection[int] = (),
    known: Collection[int] = (),
    parts: Mapping[int, Part] | None = None,
) -> list[Entry[Part]]:
    """Return a document's entries, from its first own passage to its last.

    `passages` are those of the whole file. Sets hold ids: `readable` of passages with words for everyone, `beside` of
    notes that stand with the words that call them, `known` of headings whose words we ship; `parts` has the document
    to name for each document inside this one.
    """
    own = [index for index, each in enumerate(passages) if each.document_id == document]
    found: list[Entry[Part]] = []
    for index in range(own[0], own[-1] + 1) if own else ():
        each = passages[index]
        part = (parts or {}).get(each.document_id)
        kind = _kind(each, document, readable, beside, known) if part is None else "part"
        last = found[-1] if found else None
        if last and last.kind == kind and kind in ("gap", "notes", "part") and last.part is part:
            last.indexes.append(index)
        else:
            found.append(Entry(kind, [index], part))
    return found


def _kind(each: Bare, document: int, readable: Collection[int], beside: Collection[int], known: Collection[int]) -> str:
    if each.document_id == document and each.pk in readable:
        return "notes" if each.pk in beside else "passage"
    return "known" if each.document_id == document and each.pk in known else "gap"


def pages(entries: Iterable[Entry[Part]], weights: Mapping[int, int], most: int = MOST) -> list[Page[Part]]:
    """Cut entries into pages; `weights` has, by index, what stands beside a passage and counts as well."""
    found: list[Page[Part]] = [Page()]
    for entry in entries:
        weight = 1 + weights.get(entry.indexes[0], 0) if entry.kind in ("passage", "known") else 0
        if found[-1].entries and found[-1].weight + weight > most:
            found.append(Page())
        found[-1].entries.append(entry)
        found[-1].weight += weight
    return found


def depths(levels: Sequence[int]) -> list[int]:
    """Return how deep each heading is nested among those that are shown, from 1: no depth is left out on the way."""
    above: list[int] = []
    found = []
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        found.append(min(len(above), DEEPEST))
    return found


def contents(passages: Sequence[Bare], entries: Iterable[Entry[Part]], most: int = MOST_CONTENTS) -> list[Line]:
    """Return the headings that the page shows; where they are too many, those of the outer depths only."""
    heads = [
        entry.indexes[0]
        for entry in entries
        if entry.kind in ("passage", "known") and passages[entry.indexes[0]].kind == "heading"
    ]
    found = [
        Line(index, depth)
        for index, depth in zip(heads, depths([passages[index].level for index in heads]), strict=True)
    ]
    for deepest in range(DEEPEST, 0, -1):
        kept = [line for line in found if line.depth <= deepest]
        if len(kept) <= most:
            return kept
    return found[:most]
