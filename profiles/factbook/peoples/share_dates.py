"""The date of a list of shares and how the source came by it: “(2021 est.)”, “(1999 census)”, “(2014-15 est.)”."""

import re
from dataclasses import dataclass

from sources import dates

_YEAR = r"(?:1[5-9]|20)\d\d"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WHEN = rf"(?:(?:\d{{1,2}} )?{_MONTH} |early |mid-? ?|late )?{_YEAR}(?: ?[-–/] ?(?:{_YEAR}|\d\d))?"
_WORDS = (
    r"(?:\s*,?\s*\b(?:est|ests|estimate|estimates|estimated|census|censuses|survey|surveys|sample|register|registry|"
    r"population|household|labor force|microcensus|data|figures?|provisional|preliminary|official|unofficial|"
    r"government|final|results?|projections?|based|on|of|the|from|un|in|as|by|national|general|housing|and|only|"
    r"est\.?)\b\.?)*"
)
_PLACE = re.compile(rf"(?P<before>{_WORDS})\s*(?P<when>{_WHEN})(?P<after>{_WORDS})[\s.,]*", re.IGNORECASE)
_IN_BRACKET_AT_END = re.compile(r"[(\[]([^()\[\]]*\d{4}[^()\[\]]*)[)\]]?[\s.,;)]*$")
_BARE_AT_END = re.compile(
    rf"(?:[,;]\s*|(?<!since)\s)(?P<all>(?:in )?{_WHEN},? ?(?:est|ests|census|survey|estimates?)\b\.?)\)?[\s.]*$",
    re.IGNORECASE,
)
_SOURCE_ALONE = r"[(\[]((?:official |unofficial )?(?:est\.?|estimates?|census|survey))[)\]]"
# “(est.)” tells how a figure came about, and no year.
_UNDATED = re.compile(rf"{_SOURCE_ALONE}[\s.,;]*$", re.IGNORECASE)
_UNDATED_AT_START = re.compile(rf"{_SOURCE_ALONE}\s+(?=\w)", re.IGNORECASE)
_SOURCES = (
    ("census", r"\bcensus"),
    ("sample_survey", r"\bsurvey"),
    ("register", r"\bregist(?:er|ry)"),
    ("estimate", r"\best(?:s|imate|imates|imated)?\b|\bprojection"),
)


@dataclass(frozen=True)
class AsOf:
    """The date of a list in EDTF ('' where none is printed), as printed, and the kind of source."""

    edtf: str = ""
    printed: str = ""
    source_type: str = "not_stated"
    warnings: tuple[str, ...] = ()


def taken(text: str) -> tuple[str, AsOf]:
    """The text without the date that ends it, and that date; an empty one where it ends with none."""
    for pattern in (_IN_BRACKET_AT_END, _BARE_AT_END):
        match = pattern.search(text)
        found = read(match[1]) if match else None
        if match and found:
            return text[: match.start()].rstrip(" ,;\n"), found
    match = _UNDATED_AT_START.match(text)
    if match:
        return text[match.end() :], AsOf("", match[1], _kind(match[1]))
    match = _UNDATED.search(text)
    if match:
        return text[: match.start()].rstrip(" ,;\n"), AsOf("", match[1], _kind(match[1]))
    return text, AsOf()


def read(content: str) -> AsOf | None:
    """The date that is the whole of a bracket's content; None where the bracket says something else."""
    printed = " ".join(content.split())
    match = _PLACE.fullmatch(re.sub(r"(?<=\d)(?=est)", " ", printed, flags=re.IGNORECASE))
    if not match:
        return None
    words = f"{match['before']} {match['after']}".casefold()
    kind = _kind(words)
    pair = re.fullmatch(rf"({_YEAR}) ?[-–/] ?({_YEAR}|\d\d)", match["when"])
    if not pair:
        reading = dates.read_printed(match["when"])
        return AsOf(reading.edtf, printed, kind, reading.warnings)
    first, last = pair[1], pair[2] if len(pair[2]) == 4 else pair[1][:2] + pair[2]
    if int(last) <= int(first):
        return AsOf("", printed, kind, (f"“{match['when']}” is no span of years that rises.",))
    return AsOf(f"{first}/{last}", printed, kind)


def _kind(words: str) -> str:
    return next((name for name, pattern in _SOURCES if re.search(pattern, words.casefold())), "not_stated")
