"""Heads of state and of government over all countries, as the sources held have them on one day."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from profiles.models import Country, Office, Tenure
from profiles.pages.evidence import Evidence, Fact
from profiles.pages.moments import Moment, newest_day
from profiles.pages.offices import vacant
from profiles.pages.terms import standing
from sources import dates
from sources.marks import Mark

ROLES = {"head_of_state": "Heads of state", "head_of_government": "Heads of government"}
SORTS = {"country": "by country", "newest": "last to take office first", "longest": "longest in office first"}


@dataclass(frozen=True)
class Line:
    """One person in one post on the day, or a post that a source prints as vacant."""

    country: Country
    office: Office
    row: Any  # a tenure; None where the post is vacant
    since: str
    standing: str
    marks: Sequence[Mark]


def lines(day: datetime.date, role: str, sort: str) -> list[Line]:
    """Return who held the posts of a role (all of ROLES without one) on a day, each with the sources that say so.

    A post that nobody is known to have held then is left out, unless the newest source on it prints it as vacant.
    """
    roles = [role] if role else list(ROLES)
    asked = Q(*[(name, True) for name in roles], _connector=Q.OR)
    offices = list(Office.objects.public().exclude(country=None).filter(asked).select_related("country"))
    held: dict[int, list[Tenure]] = defaultdict(list)
    tenures = Tenure.objects.public().filter(office__in=offices).select_related("person", "office")
    for row in tenures.order_by("key"):
        held[row.office_id].append(row)
    evidence = Evidence(None, *offices, *(row for rows in held.values() for row in rows))
    made = [line for office in offices for line in _of(office, held[office.pk], day, evidence)]
    return _sorted(made, sort)


def _of(office: Any, rows: Iterable[Any], day: datetime.date, evidence: Evidence) -> list[Line]:
    seen = evidence.seen_from(office.country)
    moment = Moment(day)
    then = sorted((row for row in rows if _begun(row, day) and _runs(row, day)), key=_last, reverse=True)
    if office.holders == Office.Holders.SINGLE:
        empty = vacant(office, rows, seen)
        if empty and _is_told(empty, day) and not any(row.ended == Tenure.Ended.ENDED for row in then):
            return [Line(office.country, office, None, "", empty.text, empty.marks)]
        then = then[:1]
    return [
        Line(office.country, office, row, dates.words(row.start), standing(row, moment), seen.marks(row))
        for row in then
    ]


def _is_told(empty: Fact, day: datetime.date) -> bool:
    """Whether the source that prints a post as vacant had come out by a day; before that it says nothing of it."""
    told = newest_day(empty.marks[0].document)
    return told is not None and told <= day


def _begun(row: Any, day: datetime.date) -> bool:
    return row.start_earliest is None or row.start_earliest <= day


def _runs(row: Any, day: datetime.date) -> bool:
    """Whether a tenure may have run on a day; one that is over on an unknown day ran as long as it is attested."""
    end: datetime.date | None = row.end_latest or row.end_earliest
    if end:
        return end >= day
    if row.ended == Tenure.Ended.ONGOING:
        return True
    attested = row.last_attested_latest or row.last_attested_earliest
    return attested is not None and attested >= day


def _last(row: Any) -> tuple[datetime.date, datetime.date]:
    never = datetime.date.min
    return (row.start_earliest or never, row.last_attested_latest or never)


def _sorted(made: list[Line], sort: str) -> list[Line]:
    by_name = sorted(made, key=lambda line: (line.country.sort_key, line.office.position, line.office.key))
    if sort == "country":
        return by_name
    dated = [line for line in by_name if line.row and line.row.start_earliest]
    undated = [line for line in by_name if not (line.row and line.row.start_earliest)]
    return sorted(dated, key=_start, reverse=sort == "newest") + undated


def _start(line: Line) -> Any:
    return line.row.start_earliest
