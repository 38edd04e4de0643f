"""Figures older than their indicator's shelf life, and whether somebody has looked for newer ones."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from profiles.models import Check
from profiles.pages.moments import months_before
from sources import dates, wording

# What each outcome of a check lets the page say; `confirmed` is no search for something newer.
LOOKED = {Check.Outcome.NOTHING_FOUND: wording.NOTHING_NEWER, Check.Outcome.NEWER_FOUND: wording.NEWER_FOUND}


def is_over(months: int | None, newest: datetime.date | None, page_day: datetime.date | None) -> bool:
    """Whether the newest of some figures lies further before the page's date than the months allowed."""
    if not months or newest is None or page_day is None:
        return False
    return newest < months_before(page_day, months)


def sentences(aged: Iterable[tuple[str, int]], checks: Iterable[Any]) -> list[str]:
    """Return one sentence for all that share a number of months and an answer to who looked.

    `aged` are names with the months allowed; a check speaks of a name that its subject holds, the newest one first.
    """
    looked = [row for row in checks if row.outcome in LOOKED]
    grouped: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name, months in aged:
        check = next((row for row in looked if name.lower() in row.subject.lower()), None)
        grouped[months, _ending(check)].append(name)
    return [
        f"{wording.OVER_SHELF_LIFE.format(months=months, what=', '.join(names))}; {ending}"
        for (months, ending), names in grouped.items()
    ]


def _ending(check: Any) -> str:
    """Return what is known of the search for something newer."""
    if check is None:
        return wording.NOBODY_LOOKED
    return LOOKED[check.outcome].format(day=dates.words(check.checked_on.isoformat()), sources=check.sources)
