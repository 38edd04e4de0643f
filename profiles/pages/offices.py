"""An office's fields and an institution's seats, each with its evidence."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from profiles.models import Office, SeatBlock, Tenure
from profiles.pages.evidence import Evidence, Fact, Other
from profiles.pages.terms import vacancy, vacant_words
from sources import dates, numbers
from sources.marks import Mark


@dataclass(frozen=True)
class Block:
    """Seats that are filled in one way."""

    row: Any
    term: str
    when: str
    marks: list[Mark]  # of the number
    rest: list[Mark]  # of the way of filling, the term and the time
    others: list[Other]


def years(value: Any) -> str:
    """Return a term in words: 5 years."""
    if value is None:
        return ""
    return f"{numbers.plain(value)} {'year' if value == 1 else 'years'}"


def office_facts(office: Office, evidence: Evidence) -> list[Fact]:
    """Return what is known of an office; a term on which sources differ has no value of ours, but theirs."""
    facts = [
        evidence.fact(office, "Title", "title", office.title),
        *(
            evidence.fact(office, label, field, "yes")
            for label, field in (("Head of state", "head_of_state"), ("Head of government", "head_of_government"))
            if getattr(office, field)
        ),
        Fact("Holders", office.get_holders_display()),
        evidence.fact(office, "How the holder is chosen", "how_chosen", office.how_chosen),
        evidence.fact(office, "Length of a term", "term_years", years(office.term_years)),
    ]
    if office.institution:
        more = {"address": office.institution.get_absolute_url()}
        facts.insert(1, evidence.fact(office, "Belongs to", "institution", office.institution.name, **more))
    return facts


def overtaken(row: Any, posts: Iterable[Any]) -> str:
    """Say that somebody else holds a post of one holder since a later day; '' where nobody does or an end is known."""
    if row.ended == Tenure.Ended.ENDED or row.office.holders != Office.Holders.SINGLE:
        return ""
    seen = row.last_attested_latest or row.start_latest
    later = [each for each in posts if seen and each.start_earliest and each.start_earliest > seen]
    if not later:
        return ""
    first = min(later, key=lambda each: str(each.start_earliest))
    return f"; {first.person.name} from {dates.words(first.start)}, and no source held says when this one left"


def vacant(office: Office, posts: Iterable[Any], evidence: Evidence) -> Fact | None:
    """Return who prints the post as vacant, where the newest documents do and have nobody in it."""
    if office.holders != Office.Holders.SINGLE:
        return None
    seen = max((row.last_attested_latest for row in posts if row.last_attested_latest), default=None)
    row = vacancy(evidence.citations(office), seen)
    said = evidence.mark(row) if row else None
    return Fact("", vacant_words(said), marks=[said]) if said else None


def block_lines(blocks: Iterable[SeatBlock], evidence: Evidence) -> list[Block]:
    """Return blocks of seats, the totals first, then what they are made of; the newest first."""
    order = list(SeatBlock.Method.values)
    rows = sorted(blocks, key=lambda row: (order.index(row.method), row.key))
    rows = sorted(rows, key=_start, reverse=True)
    return [_block(row, evidence) for row in rows]


def _block(row: SeatBlock, evidence: Evidence) -> Block:
    counted = evidence.marks(row, "seats", "")
    rest = [] if counted else evidence.marks(row)
    return Block(row, years(row.term_years), _when(row), counted, rest, evidence.others(row))


def _start(row: Any) -> str:
    return str(row.valid_from_earliest or "")


def _when(row: Any) -> str:
    start, end = dates.words(row.valid_from), dates.words(row.valid_to)
    if start and end:
        return f"from {start} until {end}"
    return f"from {start}" if start else f"until {end}" if end else ""
