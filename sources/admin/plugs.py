"""What the upper app adds to the desk of the library: filled by `profiles.admin` when the desk starts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.http import HttpRequest

from sources.models import Document


@dataclass(frozen=True)
class Line:
    """One line of a panel: a text that leads somewhere, and words beside it."""

    text: str
    address: str = ""
    note: str = ""
    status: str = ""


@dataclass(frozen=True)
class Words:
    """One passage beside a form: its place, its words in pieces (a piece that is marked, or not), where it stands."""

    locator: str
    pieces: list[tuple[str, bool]]
    address: str
    language: str = ""


@dataclass(frozen=True)
class Panel:
    """What stands beside a form: facts in pairs, words of a text, or lines that lead on.

    `verdict` is what a check found, with a word for its look: good, bad or none. `reads`: it has the button that shows
    the words of the place that the form names.
    """

    title: str
    facts: list[tuple[str, str, str]] = field(default_factory=list)  # name, text, address
    lines: list[Line] = field(default_factory=list)
    empty: str = ""
    more: str = ""  # address of the whole list
    total: int = 0
    words: list[Words] = field(default_factory=list)
    warning: str = ""
    verdict: tuple[str, str] = ("", "")
    reads: bool = False


@dataclass
class Plugs:
    """Functions of the upper app: a row's public path, the panels beside it, the import and export of a table.

    `rows` leads from names such as `figures/ver/dead` to lines with their forms; `starts` says what may be stated from
    a passage of a document, each with the address of its empty form.
    """

    public_path: Callable[[models.Model], str] = lambda row: ""
    panels: Callable[[HttpRequest, models.Model], list[Panel]] = lambda request, row: []
    resource: Callable[[type[models.Model]], Any] | None = None
    rows: Callable[[Sequence[str]], dict[str, Line]] = lambda names: {}
    starts: Callable[[HttpRequest, Document], list[tuple[str, str]]] = lambda request, document: []


PLUGS = Plugs()
