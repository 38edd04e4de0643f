"""Shares of a group, country by country."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from profiles.models import Share
from profiles.pages import answers
from profiles.pages.linked import Line
from profiles.pages.rows import permalink
from sources.marks import mark


def share_lines(rows: Iterable[Share]) -> list[tuple[Any, list[Line]]]:
    """Return shares by country, each with the mark of its breakdown and the words of its own line."""
    made: dict[Any, list[Line]] = {}
    for row in rows:
        country = row.breakdown.country
        said = replace(mark(row.breakdown, country.key, permalink(row)), printed=row.printed)
        made.setdefault(country, []).append(Line(row, answers.of_share(row, said)))
    return list(made.items())
