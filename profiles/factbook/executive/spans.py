"""Since when somebody holds a post: what the brackets behind a name say of days, of other names, and of the rest.

“(since 2 May 1990)”, “(acting since 1988, president since May 1990)”, “(for the period 1 April-30 September 1998)”.
Where a bracket names several days, that of the post itself is taken, never that of an earlier post.
"""

import re
from dataclasses import dataclass

from profiles.factbook.edition.days import DAY, Day, read_day
from profiles.factbook.edition.texts import brackets, one_line, short

NO_DAY = Day("", "")
_ABOUT = r"(?:about |approximately |early |late |mid-? ?|NA |on |in )*"
_SINCE = re.compile(
    rf"^(?P<label>.*?)\s*\b(?:since|from|as of)\s+(?:(?:seizing|taking) power )?"
    rf"(?P<event>the [^\d;]{{3,80}}? (?:of|in|on) )?{_ABOUT}(?P<day>{DAY})(?P<rest>.*)$",
    re.I,
)
# The later of these words in a bracket is nearer to the day on which the post was taken up.
_ENTERED = (
    r"sworn in|took office|takes office|took power|took the throne|assumed (?:office|power|the (?:throne|presidency))"
    r"|installed|inaugurated|enthroned|crowned|succeeded(?: to the throne)?|acceded(?: to the throne)?|proclaimed"
    r"|bec(?:ame|oming)|seized power|coronation|reinstated|restored"
)
_CHOSEN = r"elected|reelected|selected|chosen|appointed|named|designated|confirmed|made"
_TAKEN_UP = re.compile(
    rf"\b(?:(?P<entered>{_ENTERED})|(?P<chosen>{_CHOSEN}))\b(?P<label>[^\d;]{{0,60}}?)\s?(?P<day>{DAY})", re.I
)
# A clause that speaks of another time or another thing.
_ELSEWHEN = re.compile(
    r"\b(?:born|previous(?:ly)?|former(?:ly)?|served|expires?|ends?|ended|until (?!becoming)|died|elections?"
    r"|next|calendar|abolished)\b",
    re.I,
)
_LESSER = re.compile(r"\b(?:acting|interim|co-|caretaker|provisional|vice|deputy|member)", re.I)
_PERIOD = re.compile(
    rf"for the (?:period|term)(?: from| of)? (?P<start>\d.*?) ?(?:-|–|to|through) ?(?P<end>\d{{1,2}} .*\d{{4}})$"
    rf"|^from (?P<start2>{DAY}) (?:to|until) (?P<end2>{DAY})$"
)
_GONE = re.compile(
    r"^(?:(?:was|were|and|but) )*(?:assassinated|killed|died|resigned|deposed|ousted|overthrown|removed|dismissed"
    r"|stepped down|left office|impeached)\b(?P<rest>[^;]*)",
    re.I,
)
_NOT_GONE = re.compile(r"\b(?:but|though|returned|still|reinstated|restored)\b", re.I)
_CLAUSES = re.compile(r";\s*|,\s+(?=\D)|\s+and\s+(?=(?:[A-Za-z-]+\s+){0,6}(?:since|on|in)\s+\w)")
_PLAIN = re.compile(rf"(?:both |all )?(?:since )?{_ABOUT}(?:{DAY}|NA)?", re.I)


_PARTLY = 2.9  # how well a day fits whose words name another post than this, with a word of it


@dataclass(frozen=True)
class Span:
    """The time in a post: start, end, what to look at, and the brackets that say more than one plain day."""

    since: Day
    until: Day
    warnings: tuple[str, ...]
    beside: tuple[str, ...]


@dataclass(frozen=True)
class _Said:
    """A day that a clause names, what it is the day of, and how well that fits the post."""

    day: str
    words: str
    plain: bool
    weight: float


def read_span(text: str, office: str) -> Span:
    """The time that the brackets of a text give for one office ('' where it has no name)."""
    since, until, notes, beside = NO_DAY, NO_DAY, [], []
    for _, _, inside in brackets(text):
        period = None if "since" in inside else _PERIOD.search(inside)
        if period and not since.edtf:
            since, until = _ends(period)
            continue
        said = _said(inside, office)
        if said and not since.edtf:
            best = max(said, key=lambda one: one.weight)
            since = read_day(best.day)
            notes += _notes(said, best)
        if not _PLAIN.fullmatch(inside):
            beside.append(inside)
    return Span(since, until, tuple(notes), tuple(beside))


def _ends(period: re.Match[str]) -> tuple[Day, Day]:
    """Start and end of a printed period; a start without a year has that of the end."""
    start, end = period["start"] or period["start2"], period["end"] or period["end2"]
    if not re.search(r"\d{4}", start):
        start = f"{start} {end[-4:]}"
    return read_day(start), read_day(end)


def _notes(said: list[_Said], best: _Said) -> list[str]:
    notes = [] if best.plain else [f"The start is read from “{short(best.words)}”."]
    if len([one for one in said if one.day != best.day]) and best.plain:
        which = "the one of the post" if any(one.weight < best.weight for one in said) else "the first"
        notes.append(f"The bracket names several dates; {which} is taken.")
    return notes


def _said(inside: str, office: str) -> list[_Said]:
    """The days of a bracket that may be those on which the post was taken up."""
    if re.fullmatch(r"\d{4}", inside):
        return []
    found = []
    for clause in _CLAUSES.split(inside):
        if re.fullmatch(DAY, clause) and clause == inside:
            found.append(_Said(clause, clause, True, 3))
            continue
        since, taken = _SINCE.match(clause), _TAKEN_UP.search(clause)
        later = since and since.start("day") < (taken.start() if taken else 0) and "until" not in since["rest"]
        if taken and not later and not re.search(r"\bborn\b", clause):
            weight = (2.5 if taken["entered"] else 2) - (1 if _lesser(taken["label"], office) else 0)
            if any(one.weight == _PARTLY for one in found) and _words_of(taken["label"]) == _words_of(office):
                weight += 1  # the clause names the very post, one before it another
            found.append(_Said(taken["day"], taken[0], False, weight))
        elif since and not _ELSEWHEN.search(clause[: since.end("day")]) and not re.search(r"\buntil\b", since["rest"]):
            found.append(_Said(since["day"], clause, not since["event"], _fit(since["label"], office)))
    return found


def _fit(label: str, office: str) -> float:
    """How well the words before “since” name the post; none at all is a good sign."""
    words = _words_of(label)
    if not words:
        return 3
    if _lesser(label, office):
        return 1
    named = _words_of(office)
    if not office or words <= named or named <= words:
        return 4
    return _PARTLY if words & named else 1


def _words_of(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", text.lower())) - {"the", "and", "both", "all"}


def _lesser(label: str, office: str) -> bool:
    found = _LESSER.search(label)
    return bool(found) and found[0].lower() not in office.lower() if found else False


def gone(text: str) -> Day | None:
    """The day on which a remark says that the holder left the post, or None for another remark."""
    match = _GONE.match(one_line(text).strip(" ,;."))
    if not match or _NOT_GONE.search(match["rest"]):
        return None
    day = re.search(rf"(?<![\d/]){DAY}", match["rest"])
    return read_day(day[0]) if day else NO_DAY
