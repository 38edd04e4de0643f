"""Printed dates made plain: months become `#05`, parts of a year `$33`, numeric dates ISO; what is mended is told.

Used by `printed_dates` only.
"""

import difflib
import re
import unicodedata

from sources.edtf import MONTHS

DAYS_OF_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = tuple(name.lower() for name in MONTHS[1:])
_SHORT = {name[:3]: number for number, name in enumerate(_MONTHS, 1)} | {"sept": 9}
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS, 1)} | _SHORT
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
# Words near enough to a month's name to be taken for a misprint of it.
_NOT_MONTHS = {"number", "member", "marched", "marches", "mayor", "decade", "decades"}

_D = r"(?<![0-9#$])(?P<day>[0-9]{1,2})(?![0-9])"
_M = r"#(?P<month>[0-9]{2})"
_Y = r"(?<![0-9#$])(?P<year>[0-9]{4})(?![0-9])"
_S = r"(?:-| ?, ?(?:of )?| of | )"
# Pieces of a date, the longest first: each takes its text away from those after it.
ATOM = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\$(?P<part>[0-9]{{2}}){_S}{_Y}(?!'?s)",
        rf"{_Y}{_S}\$(?P<part>[0-9]{{2}})",
        r"(?<![0-9])(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9])",
        rf"{_D}{_S}{_M}{_S}{_Y}",
        rf"{_M}{_S}{_D}{_S}{_Y}",
        rf"{_Y}{_S}{_M}{_S}{_D}",
        rf"{_D}(?: ?, ?| ){_Y}(?!'?s)",
        rf"{_M}{_S}{_Y}(?!'?s)",
        rf"{_Y}{_S}{_M}",
        r"(?<![0-9#$])(?P<decade>[0-9]{3})0'?s\b",
        r"(?<![0-9#$])(?P<century>[0-9]{1,3})[ -]centur(?:y|ies)\b",
        _Y,
        rf"{_D}{_S}{_M}",
        rf"{_M}{_S}{_D}",
        _M,
        r"(?<![0-9#$])(?P<bare>[0-9]{1,2})(?![0-9])",
    )
)

_TIME = re.compile(
    r"(?:(?<=[0-9])t|\bat |- )?(?<![0-9:])[0-9]{1,2}(?::[0-9]{2}){1,2}(?:\.[0-9]+)?"
    r"(?: ?[ap]\.?m\b\.?)?(?: ?(?:gmt|utc|z)\b)?(?:[+-][0-9]{2}:?[0-9]{2})?|\b[0-9]{1,2} ?[ap]\.?m\b\.?"
)
_NUMERIC = re.compile(r"(?<![0-9/.-])([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})(?![0-9])")
_SUFFIX = re.compile(r"(?<![0-9])([0-9]{1,3}) ?(st|nd|rd|th|trd|nt|sd|ht|rt|tn|d|h)\b")
_FOOTNOTE = re.compile(
    r"((?<![0-9])[0-9]{1,2} ?#[0-9]{2},? (?:1[0-9]|20)[0-9]{2}|#[0-9]{2} [0-9]{1,2},? (?:1[0-9]|20)[0-9]{2})[0-9]\b"
)


def plain_text(text: str, warnings: list[str]) -> str | None:
    """Lower-case text with marks for months and parts of a year; None where the text rules a date out.

    Appends to `warnings` what was mended, dropped or chosen. Takes time linear in the text, which the caller bounds.
    """
    plain = _characters(text)
    if re.search(r"\b(?:bc|bce|b\.c\.(?:e\.)?)(?![a-z])", plain):
        warnings.append("The date lies before the year 1, where our dates begin.")
        return None
    plain = _without_time(plain, warnings)
    plain = _numeric_dates(plain, warnings)
    if re.search(r"\bfy ?[0-9]", plain):
        warnings.append("A financial year may differ from the calendar year that is given.")
        plain = re.sub(r"\bfy ?(?=[0-9])", " ", plain)
    plain = re.sub(rf"\b(?:{'|'.join(DAYS_OF_WEEK)}|mon|tues?|wed|thurs?|thu|fri|sat|sun)\b[.,]?", " ", plain)
    plain = re.sub(r"\b(mid|early|late)-", r"\1 ", plain)
    plain = re.sub(r"\ba\.d\.|\bc\.e\.", "ad", plain)
    plain = re.sub(r"(?<=[a-z])\.", " ", plain)
    plain = re.sub(r"\((?:\?|uncertain)\)|\buncertain\b", " ? ", plain)
    plain = _ordinals(plain, warnings)
    plain = re.sub(r"\b(?:the|years?|months? of|month)\b", " ", plain)
    plain = re.sub(r"[a-z]+", lambda match: _month(match[0], warnings), plain)
    plain = re.sub(r"\s+", " ", plain).strip()
    plain = _parts(plain)
    plain = re.sub(r"\bad ([0-9]{1,3})(?![0-9])", lambda match: f"{int(match[1]):04d}", plain)
    plain = re.sub(r"(?<![0-9])([0-9]{1,3}) (?:ad|ce)\b", lambda match: f"{int(match[1]):04d}", plain)
    return _without_footnotes(plain, warnings)


def _characters(text: str) -> str:
    plain = re.sub(r"[\u2070-\u209f\u00b9\u00b2\u00b3]|\[[0-9]{1,3}\]", "", text)
    plain = unicodedata.normalize("NFKC", plain).casefold()
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", plain).translate(str.maketrans("’‘ʼ", "'" * 3))
    plain = re.sub(r"[#$\ue000-\uf8ff\x00-\x1f\x7f]", " ", plain)
    plain = re.sub(r"[~≈](?=\s*[0-9a-z])", " about ", plain)
    return re.sub(r"\s+", " ", plain)


def _without_time(plain: str, warnings: list[str]) -> str:
    shorter = _TIME.sub(" ", plain)
    if shorter != plain:
        warnings.append("The time of day is dropped.")
        shorter = re.sub(r"\b(?:gmt|utc)\b", " ", shorter)
    return shorter


def _numeric_dates(plain: str, warnings: list[str]) -> str:
    plain = re.sub(
        r"(?<![0-9])([0-9]{4})([/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])",
        lambda match: f"{match[1]}-{int(match[3]):02d}-{int(match[4]):02d}",
        plain,
    )
    plain = re.sub(
        r"(?<![0-9/])(0?[1-9]|1[0-2])/([0-9]{4})(?![0-9/])", lambda match: f"#{int(match[1]):02d} {match[2]}", plain
    )
    if re.search(r"(?<![0-9/.-])[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2}(?![0-9/.-])", plain):
        warnings.append("The year has two digits; give all four.")
    return _NUMERIC.sub(lambda match: _numeric_date(match, warnings), plain)


def _numeric_date(match: re.Match[str], warnings: list[str]) -> str:
    """ISO day: month first with strokes and dashes, day first with full stops, else the only possible way."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    month, day = (second, first) if match[2] == "." else (first, second)
    if month > 12:
        month, day = day, month
    elif day <= 12 and day != month:
        order = "day" if match[2] == "." else "month"
        warnings.append(
            f"“{match[0]}” is read {order} first, as {_day_name(day, month, year)}; "
            f"it could be {_day_name(month, day, year)}."
        )
    if not 1 <= month <= 12:
        warnings.append(f"“{match[0]}” has no possible month.")
        return " "
    return f"{year:04d}-{month:02d}-{day:02d}"


def _day_name(day: int, month: int, year: int) -> str:
    return f"{day} {_MONTHS[month - 1].capitalize()} {year}"


def _ordinals(plain: str, warnings: list[str]) -> str:
    plain = re.sub(
        rf"\b(twenty[ -])?({'|'.join(_ORDINALS)})\b(?= (?:or|and|to|quarter|half|century|centuries)\b|-)",
        _ordinal_word,
        plain,
    )

    def without_suffix(match: re.Match[str]) -> str:
        number = int(match[1])
        right = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        if match[2] != right:
            warnings.append(f"“{match[0]}” is read as {number}{right}.")
        return str(number)

    return _SUFFIX.sub(without_suffix, plain)


def _ordinal_word(match: re.Match[str]) -> str:
    number = _ORDINALS.index(match[2]) + 1 + (20 if match[1] else 0)
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 20, 'th') }"


def _month(word: str, warnings: list[str]) -> str:
    if word in _MONTH_NUMBERS:
        return f"#{_MONTH_NUMBERS[word]:02d}"
    if word in _SEASONS:
        return f"${_SEASONS[word]}"
    if not 4 <= len(word) <= 12 or word in _NOT_MONTHS:
        return word
    near = difflib.get_close_matches(word, _MONTHS, 1, 0.8)
    if not near:
        return word
    warnings.append(f"“{word}” is read as {near[0].capitalize()}.")
    return f"#{_MONTH_NUMBERS[near[0]]:02d}"


def _parts(plain: str) -> str:
    plain = re.sub(r"\bq([1-4])\b|\b([1-4])q\b|\b([1-4]) quarter\b", _quarter, plain)
    plain = re.sub(r"\bh([12])\b|\b([12])h\b|\b([12]) half\b", _half, plain)
    # A half of something longer than a year has no spelling; the word goes on as “firsthalf”.
    plain = re.sub(r"\$4([01])(?=(?: of)? (?:[0-9]{3}0'?s|[0-9]{1,2}[ -]century|#))", _long_half, plain)
    return plain.replace("last quarter", "$36")


def _quarter(match: re.Match[str]) -> str:
    return f"${32 + int(match[1] or match[2] or match[3])}"


def _half(match: re.Match[str]) -> str:
    return f"${39 + int(match[1] or match[2] or match[3])}"


def _long_half(match: re.Match[str]) -> str:
    return "firsthalf" if match[1] == "0" else "secondhalf"


def _without_footnotes(plain: str, warnings: list[str]) -> str:
    """A footnote's digit stuck to a year (“2 May 19923”) goes, where day and month show that it is one."""
    shorter = _FOOTNOTE.sub(r"\1", plain)
    if shorter != plain:
        warnings.append("A digit after the year is taken for a footnote's and dropped.")
    return shorter


def weekdays(text: str) -> list[int]:
    """The days of the week that a text names in full, Monday being 0."""
    return [number for number, name in enumerate(DAYS_OF_WEEK) if re.search(rf"\b{name}\b", text.lower())]
