"""From a locator to the passages of a text that was read in. Pure: it sees anything that has lines and labels.

Nothing is stored: a locator is resolved whenever a page or a check asks, so that no link can be out of date.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sources import locators


class Placed(Protocol):
    """What a passage must tell of itself."""

    kind: str
    label: str
    text: str
    level: int
    first_line: int
    last_line: int
    page: int | None


@dataclass(frozen=True)
class Run:
    """Passages in a row, by their index, both inclusive."""

    first: int
    last: int


class Places:
    """The places of one file's passages, which stand in order; made once, asked often."""

    def __init__(self, passages: Sequence[Placed]) -> None:
        self._passages = passages
        self._numbered: dict[tuple[str, str], int] = {}
        self._pages: dict[int, list[int]] = {}
        self._headings: list[tuple[tuple[str, ...], int]] = []
        above: list[tuple[int, str, str]] = []
        for index, passage in enumerate(passages):
            if passage.label and passage.kind in ("paragraph", "note"):
                self._numbered.setdefault((passage.kind, passage.label), index)
            if passage.page is not None:
                self._pages.setdefault(passage.page, []).append(index)
            if passage.kind == "heading":
                above = [each for each in above if each[0] < passage.level]
                above.append((passage.level, passage.label, passage.text))
                labels = tuple(label for _, label, _ in above)
                if all(labels):
                    self._headings.append((labels, index))
                self._headings.append((tuple(_plain(text) for _, _, text in above), index))

    def resolve(self, locator: str) -> list[Run] | None:
        """Return the passages of each place of a locator, in its order; None where one of them is nowhere."""
        try:
            places = locators.parse(locator)
        except locators.LocatorError:
            return None
        found = [self._place(place) for place in places]
        return [run for run in found if run] if all(found) else None

    def _place(self, place: locators.Place) -> Run | None:
        if place.kind == "line":
            return self._lines(place.first or 0, place.last or 0)
        if place.kind in ("para", "note"):
            kind = "paragraph" if place.kind == "para" else "note"
            first = self._numbered.get((kind, str(place.first)))
            last = self._numbered.get((kind, str(place.last)))
            return Run(first, last) if first is not None and last is not None and first <= last else None
        if place.kind == "page":
            pages = range(place.first or 0, min(place.last or 0, max(self._pages, default=0)) + 1)
            on = [index for page in pages for index in self._pages.get(page, [])]
            return Run(on[0], on[-1]) if on else None
        if place.kind == "heading":
            return self._heading(place.path)
        return None  # rows and fields are of tables, which are not read in as text

    def _lines(self, first: int, last: int) -> Run | None:
        """All passages that have a part of the lines; a place whose lines hold furniture only is nowhere."""
        touched = [
            index
            for index, passage in enumerate(self._passages)
            if passage.first_line <= last and passage.last_line >= first
        ]
        return Run(touched[0], touched[-1]) if touched else None

    def _heading(self, path: tuple[str, ...]) -> Run | None:
        """By printed numbers (`V.B`), or by the words of the heading and those above it, from the innermost."""
        labels = tuple(path[0].split(".")) if len(path) == 1 else path
        words = tuple(_plain(step) for step in path)
        for steps, index in self._headings:
            if steps == labels or steps[-len(words) :] == words:
                return Run(index, index)
        return None


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
