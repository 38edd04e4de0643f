"""Who governs, by which source and since when; posts, chambers and how their seats are filled."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from profiles.charts import Block, blocks
from profiles.models import Office, SeatBlock, Tenure
from profiles.pages import answers as a
from profiles.pages.answers import Answer
from profiles.pages.moments import newest_day
from profiles.pages.rows import Rows, in_order
from profiles.pages.saying import value_words
from profiles.pages.terms import since_when, vacancy, vacant_words
from sources import dates, wording
from sources.marks import Mark


@dataclass(frozen=True)
class Holder:
    """One person in one post, with what the sources let us say of the time."""

    tenure: Any
    since: str
    standing: str
    is_current: bool
    marks: list[Mark]
    other_names: list[str]


@dataclass(frozen=True)
class Post:
    """A post with its holders: those last known in it, and earlier ones."""

    office: Any
    label: str
    holders: list[Holder]
    earlier: list[Holder]
    marks: list[Mark]
    rules: list[tuple[str, Answer]] = field(default_factory=list)  # how it is filled and for how long, by source
    vacant: str = ""  # who prints it as vacant, and when


# A post or a number of seats that the newest sources, later by this much, do not show any more is of the past.
A_TERM = datetime.timedelta(days=730)
# Fields of an office that pages show per source, with their words.
FIELDS = {"how_chosen": "How chosen", "term_years": "Length of a term"}


def posts(rows: Rows) -> list[Post]:
    """The country's posts, in the editors' order."""
    tenures = defaultdict(list)
    for tenure in rows.tenures:
        tenures[tenure.office_id].append(tenure)
    names = _other_names(rows)
    return [_post(rows, office, tenures[office.pk], names) for office in rows.offices]


def _post(rows: Rows, office: Any, tenures: list[Any], names: dict[int, list[str]]) -> Post:
    begun = [each for each in tenures if _has_begun(each, rows.moment.today)]
    begun.sort(key=lambda each: _attested(rows, each) or datetime.date.min, reverse=True)
    running = [each for each in begun if each.ended != Tenure.Ended.ENDED or _ends_later(each, rows.moment.today)]
    vacant = None
    if office.holders == Office.Holders.SINGLE:
        running = running[:1]
        seen = max((day for each in running if (day := _attested(rows, each))), default=None)
        vacant = vacancy(rows.cited.get(("office", office.pk), ()), seen)
    if vacant:
        running = []
    now = [_holder(rows, each, names, current=True) for each in running]
    before = [_holder(rows, each, names, current=False) for each in begun if each not in running]
    return Post(
        office=office,
        label=rank_words(office),
        holders=now,
        earlier=before,
        marks=[rows.mark(vacant)] if vacant else rows.marks("office", office, "title", ""),
        rules=_rules(rows, office),
        vacant=vacant_words(rows.mark(vacant)) if vacant else "",
    )


def _rules(rows: Rows, office: Any) -> list[tuple[str, Answer]]:
    """How each source says that the post is filled and for how long; what one sentence says of both stands once."""
    said: dict[tuple[int, int | None, str, str], list[Any]] = defaultdict(list)
    for row in rows.cited.get(("office", office.pk), ()):
        if row.field in FIELDS:
            said[row.document_id, row.speaker_id, row.locator, row.printed].append(row)
    made = []
    order = list(FIELDS)
    for found in said.values():
        found.sort(key=lambda row: order.index(row.field))
        label = "; ".join(FIELDS[row.field] for row in found).capitalize()
        if len(found) == 1 and not (found[0].value and wording.CUT in found[0].printed):
            made.append((label, a.of_citation(found[0], rows.mark(found[0]))))
        else:
            words = "; ".join(value_words(type(office), row.field, row.value) for row in found if row.value)
            made.append((label, a.in_words(words, rows.mark(found[0]))))
    return sorted(made, key=lambda pair: in_order(pair[1].mark))


def rank_words(office: Any) -> str:
    """Head of state, head of government, both, or the post's own title."""
    if office.head_of_state and office.head_of_government:
        return "Head of state and government"
    if office.head_of_state:
        return "Head of state"
    return "Head of government" if office.head_of_government else str(office.title)


def _holder(rows: Rows, tenure: Any, names: dict[int, list[str]], *, current: bool) -> Holder:
    return Holder(
        tenure=tenure,
        since=since_when(tenure.start),
        standing=_standing(rows, tenure) if current else _ended(tenure),
        is_current=current,
        marks=_tenure_marks(rows, tenure),
        other_names=names.get(tenure.person_id, []),
    )


def _tenure_marks(rows: Rows, tenure: Any) -> list[Mark]:
    """The sources of a tenure: first those that bear out its start, then those that last show it, then the rest."""
    cited = rows.cited.get(("tenure", tenure.pk), ())
    firm = {row.document_id for row in cited if row.value and row.value == tenure.start}
    marks = rows.marks("tenure", tenure, "start", "last_attested")
    shown = {mark.document.pk for mark in marks}
    rest = [mark for mark in rows.marks("tenure", tenure) if mark.document.pk not in shown]
    return sorted(marks, key=lambda mark: mark.document.pk not in firm) + rest


def _standing(rows: Rows, tenure: Any) -> str:
    """In office, where a source of the last year says so; else in office at last report, with its day."""
    attested = _attested(rows, tenure)
    if attested is None:
        return _of_sources(rows, tenure)
    words = tenure.last_attested if attested == tenure.last_attested_latest else attested.isoformat()
    if tenure.ended == Tenure.Ended.ONGOING and not rows.moment.is_old(attested):
        return f"{wording.IN_OFFICE} on {dates.words(words)}"
    return f"{wording.AT_LAST_REPORT} ({dates.words(words)})"


def _of_sources(rows: Rows, tenure: Any) -> str:
    """Where no day is given for which somebody is in office: when the newest source that has them there came out."""
    cited = [row.document for row in rows.cited.get(("tenure", tenure.pk), ()) if newest_day(row.document)]
    newest = max(cited, key=lambda each: str(newest_day(each)), default=None)
    return wording.SOURCE_OF.format(when=dates.words(newest.published)) if newest else wording.LAST_REPORT_UNDATED


def _attested(rows: Rows, tenure: Any) -> datetime.date | None:
    """The last day for which a source shown on this page has the person in office."""
    day: datetime.date | None = tenure.last_attested_latest or tenure.last_attested_earliest
    cutoff = rows.moment.cutoff
    if day is None or cutoff is None or day <= cutoff:
        return day
    cited = [newest_day(row.document) for row in rows.cited.get(("tenure", tenure.pk), ())]
    return max((each for each in cited if each and each <= cutoff), default=None)


def _ended(tenure: Any) -> str:
    if tenure.end and tenure.end_kind == Tenure.EndKind.SUCCESSOR_ATTESTED and tenure.end_latest:
        return wording.SUCCESSOR.format(day=dates.words(tenure.end_latest.isoformat()))
    if tenure.end:
        kind = "" if tenure.end_kind == Tenure.EndKind.NOT_STATED else f" ({tenure.get_end_kind_display().lower()})"
        return f"until {dates.words(tenure.end)}{kind}"
    return "formerly" if tenure.ended == Tenure.Ended.ENDED else "last known earlier"


def _has_begun(tenure: Any, today: datetime.date) -> bool:
    return tenure.start_earliest is None or tenure.start_earliest <= today


def _ends_later(tenure: Any, today: datetime.date) -> bool:
    return tenure.end_earliest is not None and tenure.end_earliest > today


def _other_names(rows: Rows) -> dict[int, list[str]]:
    """Spellings that a reader may know a holder by; misprints stay on the person's page."""
    made: dict[int, list[str]] = defaultdict(list)
    for row in rows.person_names:
        if row.kind in ("spelling", "transliteration") and row.name not in made[row.person_id]:
            made[row.person_id].append(row.name)
    return made


def heads(found: list[Post]) -> list[Post]:
    """The posts of the first screen: heads of state and of government that the newest sources of each kind show."""
    return [
        post
        for post in found
        if (post.office.head_of_state and _is_of_today(post, found, "head_of_state"))
        or (post.office.head_of_government and _is_of_today(post, found, "head_of_government"))
    ]


def _is_of_today(post: Post, found: list[Post], role: str) -> bool:
    days = {id(each): _last_shown(each) for each in found if getattr(each.office, role)}
    newest = max((day for day in days.values() if day), default=None)
    day = days[id(post)]
    return newest is None or (day is not None and newest - day <= A_TERM)


def _last_shown(post: Post) -> datetime.date | None:
    days = [each.tenure.last_attested_latest for each in post.holders]
    return max((day for day in days if day), default=None)


@dataclass(frozen=True)
class Seats:
    """Seats that are filled in one way."""

    row: Any
    block: Block
    marks: list[Mark]


@dataclass(frozen=True)
class Body:
    """An institution with its seats by way of filling."""

    row: Any
    total: Any | None
    total_marks: list[Mark]
    seats: list[Seats]
    earlier: list[tuple[Any, list[Mark]]]
    marks: list[Mark]
    sums: str = ""  # both numbers, where the parts do not add up to the total


def bodies(rows: Rows) -> list[Body]:
    """The country's institutions, in the editors' order."""
    by_body = defaultdict(list)
    for row in rows.seat_blocks:
        by_body[row.institution_id].append(row)
    return [_body(rows, institution, by_body[institution.pk]) for institution in rows.institutions]


def _overtaken(rows: Rows, seat_blocks: list[Any]) -> list[Any]:
    """Seats that only older sources show, where a newer source shows the body's seats otherwise."""
    days = {
        row.pk: max(
            (day for each in rows.cited.get(("seat_block", row.pk), ()) if (day := newest_day(each.document))),
            default=None,
        )
        for row in seat_blocks
    }
    newest = max((day for day in days.values() if day), default=None)
    return [row for row in seat_blocks if (day := days[row.pk]) and newest and newest - day > A_TERM]


def _body(rows: Rows, institution: Any, seat_blocks: list[Any]) -> Body:
    today = rows.moment.today
    over = [row for row in seat_blocks if row.valid_to_latest and row.valid_to_latest < today]
    over += _overtaken(rows, [row for row in seat_blocks if row not in over])
    now = [row for row in seat_blocks if row not in over]
    total = next((row for row in now if row.method == SeatBlock.Method.TOTAL), None)
    parts = [row for row in now if row.method != SeatBlock.Method.TOTAL]
    return Body(
        row=institution,
        total=total,
        total_marks=rows.marks("seat_block", total) if total else [],
        seats=[
            Seats(row, block, rows.marks("seat_block", row))
            for row, block in zip(parts, blocks([row.seats for row in parts]), strict=True)
        ],
        earlier=[(row, rows.marks("seat_block", row)) for row in over],
        marks=rows.marks("institution", institution),
        sums=_sums(rows, total, parts),
    )


def _sums(rows: Rows, total: Any | None, parts: list[Any]) -> str:
    """The total and what its parts add up to, where these differ; '' where one of them is no number of a source."""
    added = sum(row.seats for row in parts)
    if total is None or not parts or added == total.seats:
        return ""
    who = next((mark.name for mark in rows.marks("seat_block", total)), wording.A_SOURCE)
    return wording.PARTS_BESIDE.format(who=who, all=f"{total.seats:,}", sum=f"{added:,}")
