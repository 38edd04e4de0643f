"""What is dated about a country, by year: a list first, with a drawing of how exact each date is."""

import calendar
import datetime
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from profiles.models import Election, Tenure
from profiles.pages import coverage, themes, votes
from profiles.pages.country import notice
from profiles.pages.coverage import Coverage
from profiles.pages.moments import Moment
from profiles.pages.rows import Rows
from sources import dates
from sources.marks import Mark


@dataclass(frozen=True)
class Strip:
    """Where a date lies in its year, in per cent: a day is a tick, a month a bar, a doubtful date an outline."""

    x: str
    width: str
    doubtful: bool


@dataclass(frozen=True)
class Dated:
    """One dated item."""

    edtf: str
    when: str
    kind: str
    text: str
    address: str
    start: datetime.date
    strip: Strip
    doubt: str
    marks: list[Mark]


@dataclass(frozen=True)
class TimelinePage:
    """What the timeline prints: years, the newest first."""

    country: Any
    moment: Moment
    coverage: Coverage
    notice: str
    years: list[tuple[int, list[Dated]]]
    undated: int


def page(country: Any, moment: Moment) -> TimelinePage:
    """Gather all dated things of a country up to the reference date."""
    rows = Rows(country, moment)
    cover = coverage.coverage(rows, 0)
    made, undated = [], 0
    for found in (_events(rows), _elections(rows), _tenures(rows), _steps(rows), _case_steps(rows), _texts(rows)):
        for item in found:
            if item is None:
                undated += 1
            elif item.start <= moment.today:
                made.append(item)
    by_year: dict[int, list[Dated]] = defaultdict(list)
    for item in sorted(made, key=lambda item: (item.start, item.text), reverse=True):
        by_year[item.start.year].append(item)
    return TimelinePage(country, moment, cover, notice(cover, moment), list(by_year.items()), undated)


def _events(rows: Rows) -> list[Dated | None]:
    return [
        _item(row, "start", row.get_kind_display(), row.note_public or row.title, row.get_absolute_url(),
              rows.marks("event", row), doubt=row.doubt)
        for row in rows.events
    ]  # fmt: skip


def _elections(rows: Rows) -> list[Dated | None]:
    return [
        _item(
            row, "date", "Election", votes.title(row), row.get_absolute_url(), rows.marks("election", row, "date", "")
        )
        for row in rows.elections
        if row.state == Election.State.HELD
    ]


def _tenures(rows: Rows) -> list[Dated | None]:
    made = []
    for row in rows.tenures:
        who = f"{row.person}, {row.office}"
        address = row.office.get_absolute_url()
        if row.start:
            made.append(_item(row, "start", "In office from", who, address, rows.marks("tenure", row, "start")))
        if row.end and row.ended == Tenure.Ended.ENDED:
            made.append(_item(row, "end", "In office until", who, address, rows.marks("tenure", row, "end")))
    return made


def _steps(rows: Rows) -> list[Dated | None]:
    return [
        _item(row, "date", row.get_stage_display(), row.instrument.title, "", rows.marks("step", row))
        for row in rows.steps
    ]


def _case_steps(rows: Rows) -> list[Dated | None]:
    return [
        _item(row, "date", row.get_case_status_display(), f"{row.person or row.group_label}: {row.proceeding}", "",
              [rows.mark(row)])
        for row in rows.case_steps
    ]  # fmt: skip


def _texts(rows: Rows) -> list[Dated | None]:
    themed = [piece for piece in themes.pieces(rows) if piece.themes]
    address = rows.country.get_absolute_url()
    return [
        _item(piece.row, "dated", "Text on the time", piece.row.heading, f"{address}#{piece.anchor}", [piece.mark])
        for piece in themed
        if piece.row.dated
    ]


def _item(row: Any, name: str, kind: str, text: str, address: str, marks: list[Mark], doubt: str = "") -> Dated | None:
    start = getattr(row, f"{name}_earliest") or getattr(row, f"{name}_latest")
    if start is None:
        return None
    edtf = getattr(row, name)
    doubtful = bool(doubt) or any(sign in edtf for sign in "?~%")
    strip = _strip(start, getattr(row, f"{name}_latest") or start, doubtful=doubtful)
    return Dated(
        edtf, dates.words(edtf), kind, text, address, start, strip, doubt or ("doubtful" if doubtful else ""), marks
    )


def _strip(start: datetime.date, end: datetime.date, *, doubtful: bool) -> Strip:
    """The part of the first year that the date may lie in."""
    days = 366 if calendar.isleap(start.year) else 365
    first = start.timetuple().tm_yday - 1
    last = end.timetuple().tm_yday if end.year == start.year else days
    return Strip(f"{first * 100 / days:.2f}%", f"{max(last - first, 1) * 100 / days:.2f}%", doubtful)
