"""Notes for paper: on a printed page each mark is a number, and the notes at its end say what the numbers stand for."""

from typing import Any

from django.http import HttpRequest

from sources.marks import Mark


class Notes:
    """Numbers of the marks of one page, in the order in which the page prints them; a place has one number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, str, str], int] = {}
        self.listed: list[Mark] = []

    def number(self, mark: Mark) -> int:
        """Return the number of a mark's note; what the same speaker says at the same place shares one."""
        place = (mark.document.pk, mark.locator, mark.name)
        if place not in self._numbers:
            self.listed.append(mark)
            self._numbers[place] = len(self.listed)
        return self._numbers[place]


def notes(request: HttpRequest) -> dict[str, Any]:
    """Give every page a list of notes of its own: a context processor."""
    return {"footnotes": Notes()}
