"""The EDTF spellings that we store (ISO 8601-2:2019): their grammar and the days they cover.

Level 0 and 1 without time of day, plus quarters (`2009-33` to `-36`), half-years (`2009-40`, `-41`), centuries (`05XX`
is 0500 to 0599, called the 6th century) and one-of sets (`[2007-05-27,2007-05-28]`, with `a..b` inside).
Years run from 1 to 9999.

The bounds of a season are those of its year, because the spelling does not say which hemisphere is meant; winter may
run on to the end of February.
"""

import calendar
import datetime
import re
from dataclasses import dataclass, replace

MAX_LENGTH = 500
MONTHS = (
    "",  # months count from 1
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_YEAR = r"(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})"
_MONTH = r"(0[1-9]|1[0-2])"
_DAY = r"(0[1-9]|[12][0-9]|3[01])"
# The per cent sign is spelled by its code: a CHECK travels through layers that read a bare one as a placeholder.
_POINT = rf"({_YEAR}(-{_MONTH}(-({_DAY}|XX))?|-XX(-XX)?|-2[1-4]|-3[3-6]|-4[01])?|[0-9]{{3}}X|[0-9]{{2}}XX)[?~\u0025]?"
_MEMBER = rf"({_POINT}(\.\.({_POINT})?)?|\.\.{_POINT})"
PATTERN = rf"^({_POINT}(/({_POINT}|\.\.)?)?|(\.\.)?/{_POINT}|\[{_MEMBER}(,{_MEMBER})*\])$"

_SHAPE = re.compile(PATTERN)
_TERM = re.compile(r"([0-9X]{4})(?:-([0-9]{2}|XX))?(?:-([0-9]{2}|XX))?([?~%]?)")
_QUARTERS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}


class DateError(ValueError):
    """A spelling that is not a date of ours; the message names the part at fault."""


@dataclass(frozen=True)
class Bounds:
    """First and last day that a spelling covers, both inclusive; a side that is open or unknown is None."""

    earliest: datetime.date | None
    latest: datetime.date | None


@dataclass(frozen=True)
class Point:
    """One date of any precision.

    `kind` is day, month, year, decade, century, season, quarter, half, some_month (`2011-XX`), some_day (`2011-12-XX`)
    or any_day (`2011-XX-XX`). `year` is the first year meant, `part` the EDTF number of month, season, quarter or half.
    """

    kind: str
    year: int
    part: int = 0
    day: int = 0
    qualifier: str = ""

    def bounds(self) -> Bounds:
        """Days covered; `?`, `~` and `%` widen nothing."""
        if self.kind == "day":
            exact = datetime.date(self.year, self.part, self.day)
            return Bounds(exact, exact)
        if self.kind in {"decade", "century"}:
            span = 10 if self.kind == "decade" else 100
            return Bounds(datetime.date(max(self.year, 1), 1, 1), datetime.date(self.year + span - 1, 12, 31))
        if self.kind == "season" and self.part == 24 and self.year < 9999:
            return Bounds(datetime.date(self.year, 1, 1), _month_end(self.year + 1, 2))
        first, last = self._months()
        return Bounds(datetime.date(self.year, first, 1), _month_end(self.year, last))

    def _months(self) -> tuple[int, int]:
        if self.kind in {"month", "some_day"}:
            return self.part, self.part
        return _QUARTERS.get(self.part, (1, 12))


@dataclass(frozen=True)
class Span:
    """An interval, or an `a..b` member of a set. A missing side is open (`..`), or unknown where its flag says so."""

    start: Point | None
    end: Point | None
    start_unknown: bool = False
    end_unknown: bool = False

    def bounds(self) -> Bounds:
        """First day of the start to last day of the end."""
        return Bounds(
            self.start.bounds().earliest if self.start else None, self.end.bounds().latest if self.end else None
        )


@dataclass(frozen=True)
class OneOf:
    """A set of which one member is true."""

    members: tuple[Point | Span, ...]

    def bounds(self) -> Bounds:
        """The span from the earliest member to the latest one."""
        every = [member.bounds() for member in self.members]
        firsts = [each.earliest for each in every if each.earliest]
        lasts = [each.latest for each in every if each.latest]
        return Bounds(
            min(firsts) if len(firsts) == len(every) else None, max(lasts) if len(lasts) == len(every) else None
        )


def parse(edtf: str) -> Point | Span | OneOf:
    """The structure of a spelling. Raises DateError for anything that is not one, blanks included."""
    if len(edtf) > MAX_LENGTH:
        raise DateError(f"A date has at most {MAX_LENGTH} characters; this one has {len(edtf)}.")
    if not _SHAPE.fullmatch(edtf):
        raise DateError(_complaint(edtf))
    if edtf.startswith("["):
        return OneOf(tuple(_member(member) for member in edtf[1:-1].split(",")))
    if "/" in edtf:
        start, end = edtf.split("/")
        return _span(start, end, edtf)
    return _point(edtf)


def bounds(edtf: str) -> Bounds:
    """First and last day of a spelling, both inclusive. Raises DateError for anything else, the empty text included."""
    return parse(edtf).bounds()


def normalise(edtf: str) -> str:
    """The stored spelling: no blanks around the parts, `X` in capitals. Raises DateError as `bounds` does."""
    if len(edtf) > MAX_LENGTH:
        raise DateError(f"A date has at most {MAX_LENGTH} characters; this one has {len(edtf)}.")
    tidy = re.sub(r"\s*(/|,|\[|\]|\.\.)\s*", r"\1", edtf.strip()).replace("x", "X")
    parse(tidy)
    return tidy


def _month_end(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def _point(text: str) -> Point:
    match = _TERM.fullmatch(text)
    if match is None:
        raise DateError(_complaint(text))
    digits, part, day, qualifier = match.groups()
    return replace(_unqualified(digits, part, day, text), qualifier=qualifier)


def _unqualified(digits: str, part: str | None, day: str | None, text: str) -> Point:
    if digits.endswith("X"):
        return Point("century" if digits.endswith("XX") else "decade", int(digits.replace("X", "0")))
    year = int(digits)
    if part is None:
        return Point("year", year)
    if part == "XX":
        return Point("any_day" if day else "some_month", year)
    number = int(part)
    if number > 12:
        return Point("season" if number < 30 else "quarter" if number < 40 else "half", year, number)
    if day is None or day == "XX":
        return Point("some_day" if day else "month", year, number)
    return _day(year, number, int(day), text)


def _day(year: int, month: int, day: int, text: str) -> Point:
    last = calendar.monthrange(year, month)[1]
    if day > last:
        raise DateError(f"“{text}”: {MONTHS[month]} {year} has only {last} days.")
    return Point("day", year, month, day)


def _span(start: str, end: str, text: str) -> Span:
    span = Span(
        _point(start) if start.strip(".") else None,
        _point(end) if end.strip(".") else None,
        start_unknown=not start,
        end_unknown=not end,
    )
    edges = span.bounds()
    if edges.earliest and edges.latest and edges.earliest > edges.latest:
        raise DateError(f"“{text}” starts after it ends.")
    return span


def _member(text: str) -> Point | Span:
    if ".." not in text:
        return _point(text)
    start, end = text.split("..")
    return _span(start or "..", end or "..", text)


_COMPLAINTS = (
    (r"\s*", "A date must not be empty here."),
    (r".*\s.*", "“{0}” holds a blank; EDTF has none."),
    (r".*[0-9]T[0-9].*", "“{0}” holds a time of day; give the day only."),
    (r"\{.*", "“{0}”: sets in braces mean all of the dates; only one-of sets in square brackets are kept."),
    (r"[-Y].*", "“{0}”: years run from 0001 to 9999."),
    (r".*(?<![0-9])0000.*", "“{0}”: there is no year 0; years run from 0001 to 9999."),
    (r"(\.\.)?/(\.\.)?", "“{0}”: an interval needs at least one end."),
    (r"\[.*[^\]]", "“{0}”: the closing square bracket is missing."),
    (r"[0-9]{1,3}|[0-9]{5,}", "“{0}”: a year has four digits."),
)


def _complaint(text: str) -> str:
    shown = text if len(text) <= 60 else text[:60] + "…"
    for pattern, sentence in _COMPLAINTS:
        if re.fullmatch(pattern, text, re.DOTALL):
            return sentence.format(shown)
    bad = next((part for part in re.split(r"/|,|\.\.|[\[\]]", text) if part and not _shape_of_point(part)), "")
    month = re.fullmatch(r"[0-9]{4}-([0-9]{2})(-[0-9]{2})?[?~%]?", bad)
    if month and not _shape_of_point(bad[:7]):
        return f"“{shown}”: {month[1]} is no month (01 to 12), season (21-24), quarter (33-36) or half-year (40, 41)."
    if month:
        return f"“{shown}”: {bad[8:10]} is no day of a month." if month[2] else f"“{shown}” is not an EDTF date."
    if bad and bad != text:
        return f"“{shown}”: “{bad[:60]}” is not an EDTF date."
    return f"“{shown}” is not an EDTF date such as 2011, 2011-12, 2011-12-16, 201X, 2009~ or 2006/2010."


def _shape_of_point(text: str) -> bool:
    return re.fullmatch(_POINT, text) is not None
