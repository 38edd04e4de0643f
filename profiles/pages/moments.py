"""The two dates that a page is read under: the reference date, and by when its documents were published. Pure."""

import datetime
from dataclasses import dataclass
from typing import Any

from sources import dates, wording

# A page whose newest source is older than this says first which year it describes.
FRESH_MONTHS = 12


@dataclass(frozen=True)
class Moment:
    """`today` is the reader's day or the reference date asked for; `cutoff` leaves out what was published later."""

    today: datetime.date
    cutoff: datetime.date | None = None
    as_of: datetime.date | None = None

    def holds(self, document: Any) -> bool:
        """Whether the document was certainly out by the cut-off; an undated one never is."""
        if self.cutoff is None:
            return True
        day = newest_day(document)
        return day is not None and day <= self.cutoff

    def is_old(self, day: datetime.date | None) -> bool:
        """Whether a day lies more than the fresh months before the reference date."""
        return day is not None and day < months_before(self.today, FRESH_MONTHS)

    @property
    def query(self) -> str:
        """The part of the address that keeps this moment, '' for the reader's own day."""
        parts = []
        if self.as_of:
            parts.append(f"as_of={self.as_of}")
        if self.cutoff and self.cutoff != self.as_of:
            parts.append(f"published_by={self.cutoff}")
        return f"?{'&'.join(parts)}" if parts else ""


def newest_day(document: Any) -> datetime.date | None:
    """The last day on which a document may have come out; of an open date the first, which is all that is certain."""
    latest: datetime.date | None = document.published_latest or document.published_earliest
    return latest


def months_before(day: datetime.date, months: int) -> datetime.date:
    """The same day some months earlier, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return datetime.date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(day)


def age(edtf: str, earliest: datetime.date | None, page_day: datetime.date | None, what: str) -> str:
    """How long before the page's date something was: 1999 census: 13 years before this page's date."""
    if not earliest or not page_day or page_day.year - earliest.year < 1:
        return ""
    years = page_day.year - earliest.year
    return wording.AGE.format(what=f"{dates.words(edtf)} {what}".strip(), years=years, s="" if years == 1 else "s")
