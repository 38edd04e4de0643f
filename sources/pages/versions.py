"""Versions of one document: the texts that it replaced and that replaced it, and two of them side by side."""

from dataclasses import dataclass, field

from django.core.exceptions import BadRequest

from sources import texts
from sources.models import Document, Passage
from sources.pages import comparison, text_wording
from sources.pages.comparison import Change, Words
from sources.pages.held_text import neutral
from sources.pages.masking import Mask

MOST_VERSIONS = 50
MOST = 5000  # passages of each text


@dataclass(frozen=True)
class Place:
    """Where a passage stands, and what leads to it from its document's address."""

    locator: str
    fragment: str


@dataclass
class Step:
    """One line of the comparison: a changed, added or removed passage, or a run of passages that are the same."""

    kind: str
    old: Place | None
    new: Place | None
    words: tuple[Words, ...] = ()
    text: str = ""
    count: int = 1
    last: Place | None = None


@dataclass
class Compared:
    """Two versions side by side, the older first."""

    old: Document
    new: Document
    counts: dict[str, int]
    steps: list[Step] = field(default_factory=list)


def versions_of(document: Document) -> list[Document]:
    """Return the public texts that a document replaced, the oldest first, then those that replaced it."""
    public = Document.objects.public().order_by("key")
    seen = {document.pk}
    earlier: list[Document] = []
    at: Document | None = document
    while at is not None and at.replaces_id and len(seen) < MOST_VERSIONS:
        at = public.filter(pk=at.replaces_id).exclude(pk__in=seen).first()
        if at is not None:
            earlier.insert(0, at)
            seen.add(at.pk)
    later: list[Document] = []
    level = [document]
    while level and len(seen) < MOST_VERSIONS:
        level = list(public.filter(replaces__in=level).exclude(pk__in=seen))
        seen |= {row.pk for row in level}
        later += level
    return [*earlier, *later]


def is_whole(document: Document) -> bool:
    """Whether a document's words are held and everyone may read all of them."""
    return document.text_access == Document.TextAccess.FULL and texts.passages_of(document).exists()


def compared(document: Document, key: str, names: Mask) -> Compared:
    """Compare a document with another version of it; raises BadRequest where that cannot be, and says why."""
    versions = versions_of(document)
    other = next((row for row in versions if row.key == key), None)
    if other is None:
        raise BadRequest(text_wording.NO_VERSION.format(key=key[:60]))
    if not is_whole(document) or not is_whole(other):
        raise BadRequest(text_wording.NOT_BOTH)
    older = _ancestors(document)
    old, new = (other, document) if other.pk in older else (document, other)
    before, after = list(texts.passages_of(old)[: MOST + 1]), list(texts.passages_of(new)[: MOST + 1])
    longest = max(len(before), len(after))
    if longest > MOST:
        raise BadRequest(text_wording.TOO_LONG.format(most=MOST))
    mask = names.narrowed(row.text for row in (*before, *after))
    words = [mask.words(row.text) for row in before], [mask.words(row.text) for row in after]
    changes = comparison.compare(*words)
    places = [_place(row, mask) for row in before], [_place(row, mask) for row in after]
    return Compared(old, new, comparison.counts(changes), _steps(changes, places, words))


def _place(row: Passage, mask: Mask) -> Place:
    anchor = neutral(row) if mask and mask.hides(row.anchor) else row.anchor
    return Place(row.locator, f"?at={anchor}#{anchor}")


def _ancestors(document: Document) -> set[int]:
    found: set[int] = set()
    at: Document | None = document
    while at is not None and at.replaces_id and at.replaces_id not in found:
        found.add(at.replaces_id)
        at = at.replaces
    return found


def _steps(
    changes: list[Change], places: tuple[list[Place], list[Place]], words: tuple[list[str], list[str]]
) -> list[Step]:
    """Gather passages that are the same into runs, and give each other step its words."""
    found: list[Step] = []
    for change in changes:
        old = places[0][change.old] if change.old is not None else None
        new = places[1][change.new] if change.new is not None else None
        if change.kind == "same" and found and found[-1].kind == "same":
            found[-1].count += 1
            found[-1].last = new
        else:
            text = words[1][change.new] if change.new is not None else words[0][change.old or 0]
            found.append(Step(change.kind, old, new, change.words, text))
    return found
