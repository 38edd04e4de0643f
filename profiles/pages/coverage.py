"""What the page rests on, what it does not hold, and how far the looking went."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from profiles.models import Election, Excerpt
from profiles.pages.moments import newest_day
from profiles.pages.rows import Rows
from sources import wording
from sources.models import Theme
from sources.speakers import Speaker, speaker


@dataclass(frozen=True)
class Coverage:
    """How much stands behind the page; an origin is the end of a chain of borrowed words."""

    documents: int
    publishers: int
    origins: int
    facts: int
    themes_held: int
    themes_missing: int
    newest: Any | None
    newest_day: datetime.date | None
    checked: datetime.date | None
    undated: int
    is_read: bool

    @property
    def year(self) -> int | None:
        """The year that the page describes."""
        return self.newest_day.year if self.newest_day else None


def coverage(rows: Rows, themes_held: int) -> Coverage:
    """Count what the page rests on; with no document read, the lists that its names come from."""
    read = [row for row in rows.documents if row.pk in rows.read]
    basis = read or rows.documents
    dated = [row for row in basis if newest_day(row)]
    newest = max(dated, key=lambda row: (newest_day(row), row.key), default=None)
    claims = _claims(rows)
    return Coverage(
        documents=len(read),
        publishers=len({row.publisher_id for row in read if row.publisher_id}),
        origins=len({row.original_document_id or row.document_id for row in claims}),
        facts=len(claims) + len(rows.shares) - len(rows.breakdowns),
        themes_held=themes_held,
        themes_missing=Theme.objects.public().count() - themes_held,
        newest=newest,
        newest_day=newest_day(newest) if newest else None,
        checked=max((row.checked_on for row in rows.checks), default=None),
        undated=len(rows.undated) if rows.moment.cutoff else 0,
        is_read=bool(read),
    )


def _claims(rows: Rows) -> list[Any]:
    return [
        *rows.figures, *rows.statements, *rows.breakdowns, *rows.results, *rows.involvements, *rows.case_steps,
    ]  # fmt: skip


@dataclass(frozen=True)
class Source:
    """A document on the page's list."""

    document: Any
    kind: Speaker
    uses: int


def sources(rows: Rows) -> tuple[list[Source], list[Source]]:
    """Documents read for the country, the newest first; and other works that something here rests on."""
    uses: dict[int, int] = defaultdict(int)
    for row in (*_claims(rows), *rows.excerpts, *rows.citations):
        uses[row.document_id] += 1
        if getattr(row, "original_document_id", None):
            uses[row.original_document_id] += 1
    made = [Source(row, _speaker(row, rows.country.key), uses[row.pk]) for row in rows.documents]
    made.sort(key=lambda each: (newest_day(each.document) or datetime.date.min, each.document.key), reverse=True)
    read = [each for each in made if each.document.pk in rows.read]
    return read, [each for each in made if each.document.pk not in rows.read]


def _speaker(document: Any, country: str) -> Speaker:
    body = document.publisher
    return speaker(body.kind, body.home_country, country) if body else speaker("", "", country)


def missing(rows: Rows) -> list[str]:
    """What a reader may look for and not find, in sentences."""
    made = []
    held = {row.office_id for row in rows.tenures}
    empty = [row.title for row in rows.offices if row.pk not in held]
    if empty:
        made.append(f"{wording.POSTS_WITHOUT_HOLDER}: {', '.join(empty)}.")
    counted = {row.election_id for row in rows.results}
    silent = [row for row in rows.elections if row.state == Election.State.HELD and row.pk not in counted]
    if silent:
        names = ", ".join(f"{row.institution or row.get_kind_display()} {_year(row)}".strip() for row in silent)
        made.append(f"{wording.VOTES_WITHOUT_RESULT}: {names}.")
    if rows.excerpts and all(row.kind == Excerpt.Kind.SUMMARY for row in rows.excerpts):
        made.append(wording.NO_QUOTATIONS)
    return made


def _year(row: Any) -> str:
    return str(row.date_earliest.year) if row.date_earliest else ""
