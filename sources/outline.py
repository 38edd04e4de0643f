"""The order of places in a document, and what stands under which heading. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from sources import keys, locators

# Where a document counts in several ways, lines come first: the file is read from top to bottom.
KINDS = ("line", "page", "para", "note", "row", "heading", "field")


class Placed(Protocol):
    """Anything that stands at a place."""

    @property
    def locator(self) -> str:
        """Where."""


class Heading(Placed, Protocol):
    """A line of the outline; one that ends holds nothing behind its last line."""

    @property
    def ends(self) -> bool:
        """Whether the locator spans all that stands under it."""


Item = TypeVar("Item", bound=Placed)


@dataclass(frozen=True)
class Spot(Generic[Item]):
    """One locator and all that rests on it."""

    locator: str
    items: list[Item]

    @property
    def anchor(self) -> str:
        """The id that an address may end in."""
        return anchor(self.locator)


@dataclass
class Section(Generic[Item]):
    """A heading, or a part of the document, with the places below it; no heading: what stands outside all."""

    heading: Heading | None
    spots: list[Spot[Item]] = field(default_factory=list)


def anchor(locator: str) -> str:
    """Return the id of a place on its document's page: `lines 500–501` is `lines-500-501`."""
    return keys.slug(locator.replace("–", "-")) or "place"


def order(locator: str) -> tuple[Any, ...]:
    """Sort key of a locator: by the kind of its first place, then by number or label."""
    try:
        places = locators.parse(locator)
    except locators.LocatorError:
        return (len(KINDS), 0, 0, (locator,))
    first = places[0]
    return (KINDS.index(first.kind), first.first or 0, first.last or 0, first.path, locator)


def spots(items: Iterable[Item]) -> list[Spot[Item]]:
    """Gather items by locator, in the order of places; items of one place keep their order."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(item.locator, []).append(item)
    return [Spot(locator, found[locator]) for locator in sorted(found, key=order)]


def sections(headings: Sequence[Heading], items: Iterable[Item]) -> list[Section[Item]]:
    """Put each place under the last heading before it, where both are counted in the same way.

    What stands before the first heading comes first, under none; what no heading holds comes last, under none: places
    counted otherwise, and places behind the end of a part.
    """
    before: Section[Item] = Section(None)
    below: list[Section[Item]] = [Section(heading) for heading in headings]
    after: Section[Item] = Section(None)
    starts = [order(heading.locator)[:3] for heading in headings]
    for spot in spots(items):
        kind, line, *_ = order(spot.locator)
        same = [number for number, start in enumerate(starts) if start[0] == kind]
        above = [number for number in same if starts[number][1] <= line]
        if above:
            last = max(above, key=lambda number: (starts[number][1], number))
            ended = any(
                headings[number].ends and starts[number][1] <= starts[last][1] <= starts[number][2] < line
                for number in above
            )
            (after if ended else below[last]).spots.append(spot)
        else:
            (before if same else after).spots.append(spot)
    return [section for section in (before, *below, after) if section.heading is not None or section.spots]
