"""A tenure in words that its evidence bears: never in the present tense on old evidence. The day is passed in."""

import datetime
import re
from collections.abc import Iterable
from typing import Any

from profiles.models import Tenure
from profiles.pages.moments import Moment, newest_day
from sources import dates, wording
from sources.marks import Mark

VACANT = re.compile(r"\bvacan(?:t|cy)\b", re.IGNORECASE)


def vacancy(cited: Iterable[Any], seen: datetime.date | None) -> Any | None:
    """Return the citation by which the newest documents on a post print it as vacant, where nobody is seen in it later.

    `cited` are the citations of an office of one holder; `seen` is the last day for which a source has somebody in it.
    """
    dated = [(day, row) for row in cited if (day := newest_day(row.document))]
    newest = max((day for day, _ in dated), default=None)
    if newest is None or (seen and seen >= newest):
        return None
    return next((row for day, row in dated if day == newest and VACANT.search(row.printed)), None)


def vacant_words(mark: Mark) -> str:
    """Say who prints a post as vacant, and when."""
    return wording.VACANT.format(who=mark.name, when=mark.published or wording.NO_DATE)


def since_when(start: str) -> str:
    """Say since when, for a start in EDTF: since 2019, since April 2007 or earlier; '' for ''."""
    words = dates.words(start)
    for lead, end in (("until ", " or earlier"), ("from ", " or later")):
        if words.startswith(lead):
            when = words.removeprefix(lead).removesuffix(" (start not known)")
            return f"since {when}{end}"
    return f"since {words}" if words else ""


def standing(row: Any, moment: Moment) -> str:
    """Say whether the person is in office, was at last report, or has left."""
    if row.ended == Tenure.Ended.ENDED:
        return _left(row)
    seen = dates.words(row.last_attested)
    if row.ended == Tenure.Ended.UNKNOWN:
        return f"attested {seen}; the end is not known" if seen else "the end is not known"
    day = row.last_attested_latest or row.last_attested_earliest
    if day is None:
        return wording.LAST_REPORT_UNDATED
    return f"{wording.AT_LAST_REPORT} ({seen})" if moment.is_old(day) else f"{wording.IN_OFFICE} on {seen}"


def _left(row: Any) -> str:
    if row.end_kind == Tenure.EndKind.SUCCESSOR_ATTESTED and row.end_latest:
        return wording.SUCCESSOR.format(day=dates.words(row.end_latest.isoformat()))
    end = dates.words(row.end)
    how = "" if row.end_kind == Tenure.EndKind.NOT_STATED else f", {row.get_end_kind_display().lower()}"
    return f"until {end}{how}" if end else f"has left{how}; no date in the sources held"


def since(row: Any) -> str:
    """Say since when, and how it began, as far as known."""
    how = "" if row.start_kind == Tenure.StartKind.NOT_STATED else f", {row.get_start_kind_display().lower()}"
    words = dates.words(row.start)
    if not words:
        return f"start not known{how}"
    lead = "" if words.startswith(("from ", "until ")) else "from "
    return f"{lead}{words}{how}"
