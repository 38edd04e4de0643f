"""What rests on the library, as the layer above tells it: a registry, so that this app never looks up.

`profiles` registers a `Ground` when it is ready. Until then nothing rests on anything, and the pages still stand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from sources.models import Document, Publisher


@dataclass(frozen=True)
class Pointer:
    """Where one row of the layer above points to."""

    kind: str
    pk: int
    locator: str


@dataclass(frozen=True)
class Rest:
    """One statement that rests on a place in a document, ready for a page."""

    kind: str  # what sort of row, in words
    about: str
    says: str
    address: str
    document: Document
    locator: str
    speaker: Publisher | None = None
    language: str = ""  # BCP 47 tag of `says`, where that is not English
    disputes: bool = False


@dataclass(frozen=True)
class Link:
    """A name with an address."""

    key: str
    name: str
    address: str


class Ground:
    """What the layer above can be asked. This one knows nothing."""

    def resting_on(self, document: Document) -> list[Pointer]:
        """Return what rests on a document."""
        return []

    def borrowed_from(self, document: Document) -> list[Pointer]:
        """Return the claims of other documents that name this one as their origin."""
        return []

    def spoken_by(self, publisher: Publisher) -> list[Pointer]:
        """Return what a body says in other bodies' documents."""
        return []

    def read(self, pointers: Sequence[Pointer]) -> list[Rest]:
        """Return the rows behind pointers, in their order."""
        return []

    def located(self, documents: Sequence[Document]) -> list[tuple[str, str]]:
        """Return name and locator of every row that rests on some documents, hidden ones too: for the desk only."""
        return []

    def held_back(self) -> list[str]:
        """Return the names that must not stand in words shown to visitors."""
        return []

    def counts(self, documents: Iterable[int]) -> dict[int, int]:
        """Return how many rows rest on each of some documents."""
        return {}

    def countries_of(self, documents: Iterable[int]) -> dict[int, list[Link]]:
        """Return the countries that each of some documents was read for."""
        return {}

    def countries(self, keys: Sequence[str] = ()) -> list[Link]:
        """Return countries by key; without keys, all that a document was read for."""
        return []

    def about(self, country: str = "") -> Q:
        """Return the condition that a document was read for a country; for any, without a key."""
        return Q(pk__in=())


_registered = [Ground()]


def register(ground: Ground) -> None:
    """Make the layer above known; the last one counts."""
    _registered[:] = [ground]


def ground() -> Ground:
    """Return what is registered."""
    return _registered[0]
