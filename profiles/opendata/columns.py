"""Columns of Wikidata's exports by their meaning, whatever a query calls them, and their values as plain text.

A query names its variables as it likes: the person is `person` with `personID`, `item` with `itemLabel`, `wdid` with
`name`. Which column holds numbers of Wikidata's and which holds words is told by the values, not by the name alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from profiles.opendata.files import Row
from sources import dates

PERSON = ("person", "officeholder", "holder", "member", "politician", "official", "legislator", "leader", "human", "wd",
          "item")  # fmt: skip
POST = ("position", "positionheld", "office", "post", "role")
COUNTRY = ("country", "nation")
START = ("start", "startdate", "starttime", "startyear", "from", "since", "begin", "began", "termstart", "p580")
END = ("end", "enddate", "endtime", "endyear", "until", "to", "termend", "p582")
WIKI = ("enwiki", "article", "sitelink", "wikipedia")
# Variables of queries for governments and terms of parliament, which list no people.
OF_BODIES = ("inception", "abolished")
NAMED = {
    "person": "the person's name (person, personLabel, itemLabel, name …)",
    "number": "the person's number of Wikidata's (personID, item, wdid …)",
    "post": "the post (position, positionLabel, office …)",
    "date": "the start or the end (start, startDate, start_year, end …)",
}
_WORDS = ("label", "name", "")  # endings of a column of words, the surest first
_NUMBERS = ("id", "qid", "")
_NUMBER = re.compile(r"(?:https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/|wd:)?(Q[1-9]\d{0,11})")
# What a query gives for “some value, not known which”, and words for it and for an empty post.
_UNKNOWN = re.compile(
    r"_:.*|t\d+|https?://(?:www\.)?wikidata\.org/\.well-known/genid/.*"
    r"|(?:unknown|some ?value|no ?value|unknown value|vacant|n/?a|none|not known|[-–—?]+)",
    re.IGNORECASE,
)
_TIME = re.compile(r"\+?0*(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ]\d\d(?::\d\d)*(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?")
_TERM = re.compile(r"<(.*)>|\"(.*)\"(?:@[\w-]+|\^\^\S+)?", re.DOTALL)
_FINENESS = {"century": 7, "decade": 8, "year": 9, "month": 10, "day": 11}
_DAY_PRECISION = 11


@dataclass(frozen=True)
class Columns:
    """The names of a file's columns by meaning, '' for one that it does not have."""

    person: str
    number: str
    post: str
    start: str
    end: str
    start_precision: str
    end_precision: str
    country: str
    country_number: str
    wiki: str

    def missing(self, post: str = "") -> list[str]:
        """What a list of holders needs and this file has no column for; `post` is given where the rows name none."""
        lacking = {
            "person": not self.person,
            "number": not self.number,
            "post": not self.post and not post,
            "date": not self.start and not self.end,
        }
        return [NAMED[name] for name, lacks in lacking.items() if lacks]


def find(header: Sequence[str], rows: Sequence[Row]) -> Columns:
    """Tell which column means what, by its name and by whether it holds words or numbers of Wikidata's."""
    known: dict[str, str] = {}
    for column in header:
        known.setdefault(_bare(column), column)
    holds = {column: _holds_numbers(column, rows) for column in header}
    person, number = _pair(PERSON, known, holds)
    post, _ = _pair(POST, known, holds)
    country, country_number = _pair(COUNTRY, known, holds)
    plain = [known[name] for name in ("name", "fullname", "label") if name in known and not holds[known[name]]]
    numbers = [known[name] for name in ("wikidata", "wikidataid", "qid", "id") if holds.get(known.get(name, ""))]
    start, end = _first(START, known), _first(END, known)
    return Columns(
        person or next(iter(plain), ""),
        number or next(iter(numbers), ""),
        post,
        start,
        end,
        known.get(f"{_bare(start)}precision", "") if start else "",
        known.get(f"{_bare(end)}precision", "") if end else "",
        country,
        country_number,
        _first(WIKI, known),
    )


def of_bodies(header: Sequence[str]) -> bool:
    """Whether the file lists governments or terms of a parliament and no people."""
    return any(_bare(column) in OF_BODIES for column in header)


def _bare(column: str) -> str:
    return re.sub(r"[^a-z0-9]", "", column.casefold())


def _first(names: Sequence[str], known: dict[str, str]) -> str:
    return next((known[name] for name in names if name in known), "")


def _pair(stems: Sequence[str], known: dict[str, str], holds: dict[str, bool | None]) -> tuple[str, str]:
    """The column of words and the column of numbers of one meaning, each '' where there is none."""
    words = [known[f"{stem}{ending}"] for stem in stems for ending in _WORDS if f"{stem}{ending}" in known]
    numbers = [known[f"{stem}{ending}"] for stem in stems for ending in _NUMBERS if f"{stem}{ending}" in known]
    number = next((each for each in numbers if holds[each]), "")
    if not number:  # no row says what the columns hold, so their names must
        named = [each for each in numbers if re.search(r"(?i)id$", each) or f"{_bare(each)}label" in known]
        number = next((each for each in named if holds[each] is None), "")
    return next((each for each in words if not holds[each] and each != number), ""), number


def _holds_numbers(column: str, rows: Sequence[Row]) -> bool | None:
    """Whether most of a column's values are numbers of Wikidata's; None where it has no values."""
    values = [value for value in (text(row.cells[column]) for row in rows[:500]) if value]
    return sum(bool(_NUMBER.fullmatch(value)) for value in values) * 2 > len(values) if values else None


def text(value: str) -> str:
    """A value without the marks that a query's table of tabs puts round it: <address>, "words"@en."""
    term = _TERM.fullmatch(value.strip())
    return (term[1] or term[2] or "" if term else value).strip()


def item(value: str) -> str:
    """Wikidata's number of a thing, bare or at the end of its address; the value itself where it is none."""
    found = _NUMBER.fullmatch(text(value))
    return found[1] if found else text(value)


def is_unknown(value: str) -> bool:
    """Whether a value says that something is not known, or that nobody is there."""
    return bool(_UNKNOWN.fullmatch(value))


def edtf(value: str, precision: str = "") -> str | None:
    """A time of Wikidata's in EDTF, as exact as it is meant; '' where it is not known, None where it is no date.

    Parts that are 00 are not known. `precision` is Wikidata's: 11 for a day, 10 a month, 9 a year, 8 a decade, 7 a
    century; coarser ones say too little to be a date.
    """
    plain = text(value)
    if not plain or is_unknown(plain):
        return ""
    found = _TIME.fullmatch(plain)
    exact = _FINENESS.get(precision.strip().casefold(), precision.strip() or _DAY_PRECISION)
    if not found or not str(exact).isdecimal() or int(exact) < _FINENESS["century"]:
        return None
    year, month, day = found[1], found[2] or "00", found[3] or "00"
    fineness = int(exact)
    if fineness <= _FINENESS["decade"]:
        spelt = f"{year[:3]}X" if fineness == _FINENESS["decade"] else f"{year[:2]}XX"
    elif fineness == _FINENESS["year"] or month == "00":
        spelt = year
    elif fineness == _FINENESS["month"] or day == "00":
        spelt = f"{year}-{month}"
    else:
        spelt = f"{year}-{month}-{day}"
    try:
        dates.bounds(spelt)
    except dates.DateError:
        return None
    return spelt
