"""Source marks: who says it, when, where in which document, in which relation to its origin."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from sources import dates, outline
from sources.models import Document, Publisher
from sources.speakers import Speaker, speaker

# What a page must fetch with each claim or citation so that its mark costs no query.
MARK_LINKS = ("document__publisher", "speaker")
CLAIM_LINKS = (*MARK_LINKS, "original_document__publisher")


@dataclass(frozen=True)
class Mark:
    """Everything that a source mark prints."""

    kind: Speaker
    name: str
    via: str  # the document's publisher, where somebody else speaks in it
    document: Document
    locator: str
    printed: str
    relation: str
    original: Document | None
    permalink: str
    disputes: bool
    voice: str = ""  # who says it, by the full name

    @cached_property
    def place(self) -> str:
        """The address of the exact place on the document's page."""
        return f"{self.document.get_absolute_url()}#{_anchor(self.locator)}"

    @property
    def published(self) -> str:
        """The date of publication in words; empty where unknown."""
        return dates.words(self.document.published)

    @property
    def year(self) -> str:
        """The year of publication, for short marks; empty where unknown."""
        earliest = getattr(self.document, "published_earliest", None)
        return str(earliest.year) if earliest else ""

    @property
    def machine(self) -> bool:
        """Whether the document is a machine translation."""
        return self.document.translation == Document.Translation.MACHINE


# Many rows rest on one place, and a large page asks for hundreds of places.
_anchor = lru_cache(maxsize=4096)(outline.anchor)


def mark(row: Any, country: str = "", permalink: str = "") -> Mark:
    """Return the mark of a claim, citation or excerpt, as seen from the page of a country (alpha-3 key)."""
    document: Document = row.document
    body: Publisher | None = row.speaker or document.publisher
    kind = speaker(body.kind, body.home_country, country) if body else speaker("", "", country)
    via = document.publisher.mark if row.speaker and document.publisher else ""
    relation = row.get_relation_display() if hasattr(row, "relation") else ""
    return Mark(
        kind=kind,
        name=body.mark if body else document.label,
        via=via if via != (body.mark if body else "") else "",
        document=document,
        locator=row.locator,
        printed=getattr(row, "printed", ""),
        relation=relation,
        original=getattr(row, "original_document", None),
        permalink=permalink,
        disputes=getattr(row, "stance", "supports") == "disputes",
        voice=body.name if body else document.label,
    )
