"""Dates as the Factbook prints them beside offices and elections, on top of the reader of printed dates.

Numeric dates have the month first throughout. Two editions hold an Excel serial number: days since 30 December 1899.
"""

import datetime
import re
from dataclasses import dataclass

from profiles.factbook.edition.texts import one_line
from sources import dates

_EXCEL_EPOCH = datetime.date(1899, 12, 30)
_SERIAL = re.compile(r"[2-5]\d{4}(?:\.0+)?")
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_MONTH = r"[A-Z][a-z]{2,9}"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
# A date in running text: 12 May 2023, May 2023, 2023, 5/12/2023, 10-12 May 2023, 30 May and 4 June 2023.
DAY = (
    rf"(?:\d{{1,2}}(?:(?:\s?[-–]\s?|,? and |, )\d{{1,2}})*(?:\s{_MONTH})?(?:\s?(?:-|–|and"
    rf"|to)\s?\d{{1,2}})?\s{_MONTH}\.?,?\s{_YEAR}"
    rf"|{_MONTH}\.?(?:\s?[-–]\s?{_MONTH})?\s(?:\d{{1,2}},\s)?{_YEAR}|\d{{1,2}}/\d{{1,2}}/{_YEAR}|\d{{1,2}}/{_YEAR}"
    rf"|{_YEAR})"
)
# Said of every numeric date, and of days from the 21st to the 24th where no season is named.
_NEEDLESS = re.compile(r"is read month first|it could be|bounds of a season")
_SEVERAL = re.compile(
    rf"(?<!\d)((?:\d{{1,2}}(?:[-–]\d{{1,2}})?(?:, and |,? and "
    rf"|, ))+\d{{1,2}}(?:[-–]\d{{1,2}})?) ({_MONTH})\.?(?: ({_YEAR}))?"
)

_TWO_MONTHS = re.compile(
    rf"\b({_MONTH}) (\d{{1,2}}) (and|to|-|–) (?=\d{{1,2}} {_MONTH} {_YEAR})"
)  # “June 24 and 10 July 1994”
_NUMERIC_SPAN = re.compile(r"\S+/\S+/\d{4} (?:to|-|–) \S+/\S+/\d{4}")
# The same, and days that share the year of the date behind them.
_LOOSE = re.compile(
    rf"(?<![\d/])(?:\d{{1,2}}(?:(?: {_MONTH})? ?[-–] ?\d{{1,2}})? (?:{_SHORT_MONTHS})[a-z]*\.?,?(?: (?P<year>{_YEAR}))?"
    rf"|{DAY})"
)


@dataclass(frozen=True)
class Day:
    """A printed date: EDTF ('' where none was read), as printed, and what to look at."""

    edtf: str
    printed: str
    warnings: tuple[str, ...] = ()


def read_day(text: str) -> Day:
    """Read one printed date or span. Never raises; what is no date has edtf '' and a warning."""
    printed = one_line(text).strip(" ,;.")
    if _SERIAL.fullmatch(printed):
        day = _EXCEL_EPOCH + datetime.timedelta(days=int(printed.partition(".")[0]))
        return Day(day.isoformat(), printed, (f"“{printed}” is read as a spreadsheet's count of days.",))
    plain = re.sub(r"(?<=\d)/0(?=\d/)", "/", printed)
    ends = re.fullmatch(r"(\S+/\S+/\d{4}) (?:to|-|–) (\S+/\S+/\d{4})", plain)
    if ends:
        first, last = (dates.read_printed(end) for end in ends.groups())
        if first.edtf and last.edtf and first.edtf != last.edtf:
            return Day(f"{first.edtf}/{last.edtf}", printed)
        plain = ends[1] if first.edtf else plain
    reading = dates.read_printed(plain)
    return Day(reading.edtf, printed, tuple(note for note in reading.warnings if not _NEEDLESS.search(note)))


def first_day(text: str) -> Day | None:
    """The first date that stands in a running text, or None."""
    match = re.search(rf"(?<![\d/]){DAY}", text)
    return read_day(match[0]) if match else None


def read_days(text: str) -> tuple[Day, ...]:
    """Every date that a running text names, in order: “23 and 30 October 2011” are two, “10-12 May 2023” is one span.

    A day without month or year takes them from the date behind it.
    """
    plain = _SEVERAL.sub(_spelled_out, _TWO_MONTHS.sub(r"\2 \1 \3 ", one_line(text)))
    span = _NUMERIC_SPAN.fullmatch(plain)
    if span:
        return (read_day(plain),)
    year = ""
    found = []
    for match in reversed(list(_LOOSE.finditer(plain))):
        year = match["year"] or year
        printed = match[0] if match["year"] or not year else f"{match[0]} {year}"
        found.append(read_day(printed))
    return tuple(reversed(found))


def _spelled_out(match: re.Match[str]) -> str:
    """“16, 23, and 30 May” with the month behind each day."""
    behind = f" {match[2]}" + (f" {match[3]}" if match[3] else "")
    return " and ".join(f"{day}{behind}" for day in re.findall(r"\d{1,2}(?:[-–]\d{1,2})?", match[1]))
