"""What the upper app adds to the desk of the library: filled by `profiles.admin` when the desk starts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.http import HttpRequest


@dataclass(frozen=True)
class Line:
    """One line of a panel: a text that leads somewhere, and words beside it."""

    text: str
    address: str = ""
    note: str = ""
    status: str = ""


@dataclass(frozen=True)
class Panel:
    """What stands beside a form: facts in pairs, or lines that lead on."""

    title: str
    facts: list[tuple[str, str, str]] = field(default_factory=list)  # name, text, address
    lines: list[Line] = field(default_factory=list)
    empty: str = ""
    more: str = ""  # address of the whole list
    total: int = 0


@dataclass
class Plugs:
    """Functions of the upper app: a row's public path, the panels beside it, the import and export of a table."""

    public_path: Callable[[models.Model], str] = lambda row: ""
    panels: Callable[[HttpRequest, models.Model], list[Panel]] = lambda request, row: []
    resource: Callable[[type[models.Model]], Any] | None = None


PLUGS = Plugs()
