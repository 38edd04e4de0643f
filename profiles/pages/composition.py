"""People and groups: each source's own list, and two lists of one kind side by side."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from profiles.charts import Slope, percent_of, slope
from profiles.models import Breakdown, Share
from profiles.models.population import Composition
from profiles.pages import shelf_life
from profiles.pages.conflicts import First, shares_by_breakdown
from profiles.pages.moments import age
from profiles.pages.rows import Rows
from sources import dates, numbers, wording
from sources.marks import Mark
from sources.models.base import Qualifier

CENSUS_MONTHS = 120  # censuses come every ten years
HUNDRED = Decimal(100)  # bars of shares run to a hundred, so that lists can be compared


@dataclass(frozen=True)
class Bar:
    """One line of a list: its words and how long its bar is."""

    row: Any
    words: str
    width: str


@dataclass(frozen=True)
class Listing:
    """One source's list as it prints it, the largest share first, what is left over last."""

    row: Any
    heading: str
    when: str
    age: str
    bars: list[Bar]
    total: str
    notes: list[str]
    mark: Mark


@dataclass(frozen=True)
class Pair:
    """Two lists, the older first: a line for each group that both have."""

    slope: Slope
    left: str
    right: str
    table: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Kind:
    """Ethnic groups, religions or languages."""

    kind: str
    title: str
    listings: list[Listing]
    pair: Pair | None
    lead: First | None
    aged: list[str]


def kinds(rows: Rows, leads: dict[tuple[str, int], First], page_day: datetime.date | None) -> list[Kind]:
    """What the population is broken down by, where a source does so; the answer shown first leads."""
    shares = shares_by_breakdown(rows.shares)
    made = []
    for kind in Composition:
        found = [row for row in rows.breakdowns if row.kind == kind]
        found.sort(key=lambda row: ("breakdown", row.pk) not in leads)
        if found:
            lead = next((leads["breakdown", row.pk] for row in found if ("breakdown", row.pk) in leads), None)
            listings = [_listing(rows, row, shares[row.pk], page_day) for row in found]
            aged = _aged(kind.label, found, rows.checks, page_day)
            made.append(Kind(kind.value, kind.label, listings, _pair(found, shares), lead, aged))
    return made


def _aged(label: str, found: list[Any], checks: list[Any], page_day: datetime.date | None) -> list[str]:
    """What to say where even the newest census of a kind is past its shelf life."""
    days = [row.as_of_latest for row in found if row.source_type == Breakdown.SourceType.CENSUS and row.as_of_latest]
    if not shelf_life.is_over(CENSUS_MONTHS, max(days, default=None), page_day):
        return []
    return shelf_life.sentences([(wording.CENSUS_SHARE.format(what=label.lower()), CENSUS_MONTHS)], checks)


def _listing(rows: Rows, row: Any, shares: list[Any], page_day: datetime.date | None) -> Listing:
    top = [share for share in shares if share.parent_id is None]
    when = dates.words(row.as_of)
    what = "" if row.source_type == Breakdown.SourceType.NOT_STATED else row.get_source_type_display().lower()
    return Listing(
        row=row,
        heading=" · ".join(
            part for part in (row.population_base, f"{what.capitalize()} {when}".strip() or "Undated") if part
        ),
        when=when or wording.UNDATED,
        age=age(row.as_of, row.as_of_earliest, page_day, what),
        bars=[_bar(share) for share in sorted(top, key=_largest_first)],
        total=_total(top),
        notes=_notes(row),
        mark=rows.mark(row),
    )


def _notes(row: Any) -> list[str]:
    notes = [] if row.as_of else [wording.UNDATED]
    if row.relation == "unattributed":
        notes.append(wording.UNSOURCED)
    if row.several_answers == Breakdown.SeveralAnswers.YES:
        notes.append(wording.SEVERAL_ANSWERS)
    return [*notes, *([row.note_public] if row.note_public else [])]


def _largest_first(share: Any) -> tuple[bool, Any, int]:
    left_over = share.share_class not in (Share.ShareClass.GROUP, Share.ShareClass.SUBTOTAL)
    value = share.low if share.low is not None else share.high
    return (left_over, -(value or 0), share.position)


def _bar(share: Any) -> Bar:
    value = share.low if share.low is not None else share.high
    printed = share.printed if share.printed != share.label else ""  # a name without a figure says itself
    words = numbers.words(share.qualifier, share.low, share.high, "percent") or printed
    return Bar(share, words, percent_of(value, HUNDRED) if value is not None else "")


def _total(top: list[Any]) -> str:
    """The sum as it comes out; empty where a share is no single number."""
    if len(top) < 2 or any(share.qualifier != Qualifier.UNQUALIFIED for share in top):
        return ""
    total = sum(share.low for share in top)
    return "" if total == HUNDRED else f"{numbers.plain(total)}%"


def _pair(found: list[Any], shares: dict[int, list[Any]]) -> Pair | None:
    """Two censuses of one kind as a slope; what is left over in each list is no group and gets no line."""
    censuses = [row for row in found if row.source_type == Breakdown.SourceType.CENSUS and row.as_of_earliest]
    censuses.sort(key=lambda row: row.as_of_earliest)
    if len(censuses) < 2 or censuses[-2].as_of == censuses[-1].as_of:
        return None
    older, newer = censuses[-2:]
    left, right = _by_group(shares[older.pk]), _by_group(shares[newer.pk])
    joined = sorted({**left, **right}, key=lambda key: -_value(right.get(key) or left[key]))
    pairs = [
        (
            _label(left, right, key),
            _low(left.get(key)),
            _low(right.get(key)),
            _words(left.get(key)),
            _words(right.get(key)),
        )
        for key in joined
    ]
    drawn = slope([pair for pair, key in zip(pairs, joined, strict=True) if not isinstance(key, str)])
    table = [(pair[0], pair[3], pair[4]) for pair in pairs]
    return Pair(drawn, dates.words(older.as_of), dates.words(newer.as_of), table)


def _by_group(shares: list[Any]) -> dict[Any, Any]:
    """Shares by the group that we read them as; a line without one stands under its own printed label."""
    top = [share for share in shares if share.parent_id is None]
    return {share.group_id or ("" if share.share_class != "group" else share.label): share for share in top}


def _label(left: dict[Any, Any], right: dict[Any, Any], key: Any) -> str:
    share = right.get(key) or left[key]
    if share.group_id:
        return str(share.group)
    return str(share.label) if key else str(share.get_share_class_display())


def _low(share: Any) -> Any:
    return share.low if share is not None and share.low == share.high else None


def _value(share: Any) -> Any:
    return share.low or 0


def _words(share: Any) -> str:
    return numbers.words(share.qualifier, share.low, share.high, "percent") if share is not None else ""
