"""A tenure in words that its evidence bears: never in the present tense on old evidence. The day is passed in."""

from typing import Any

from profiles.models import Tenure
from profiles.pages.moments import Moment
from sources import dates, wording


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
