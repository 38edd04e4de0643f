"""From the Factbook's GEC codes to our country keys, and why some entities are no country.

GEC (once FIPS 10-4) codes look like ISO codes and are not: `gm` is Germany, `as` Australia, `ch` China.
"""

import csv
import functools
import re
from dataclasses import dataclass
from pathlib import Path

COUNTRIES = Path(__file__).resolve().parents[2] / "fixtures" / "reference" / "countries.csv"

# Entities that ISO 3166 knows as parts of one country, or under a code that has no GEC of its own there.
PARTS = {
    "gz": ("PSE", "Gaza Strip"),
    "we": ("PSE", "West Bank"),
    "sv": ("SJM", "Svalbard"),
    "jn": ("SJM", "Jan Mayen"),
    "um": ("UMI", "United States Pacific Island Wildlife Refuges"),
    "fq": ("UMI", "Baker Island"),
    "hq": ("UMI", "Howland Island"),
    "dq": ("UMI", "Jarvis Island"),
    "jq": ("UMI", "Johnston Atoll"),
    "kq": ("UMI", "Kingman Reef"),
    "mq": ("UMI", "Midway Islands"),
    "lq": ("UMI", "Palmyra Atoll"),
    "wq": ("UMI", "Wake Island"),
    "bq": ("UMI", "Navassa Island"),
    "eu": ("ATF", "Europa Island"),
    "bs": ("ATF", "Bassas da India"),
    "go": ("ATF", "Glorioso Islands"),
    "ju": ("ATF", "Juan de Nova Island"),
    "te": ("ATF", "Tromelin Island"),
}
# Codes of other editions than the last, for the same country; a State that is no more has its own key.
FORMER = {
    "kv": "XKX",
    "ax": "XAX",
    "dx": "XDX",
    "sk": "SXM",
    "cc": "CUW",
    "rb": "SRB",
    "yi": "SCG",
    "sr": "SRB",
    "ye": "YEM",
    "mw": "MNE",
    "lo": "SVK",
    "cz": "CSK",
    "ur": "SUN",
    "gc": "DDR",
    "ge": "DEU",
    "ys": "YMD",
}
NON_STATES = {
    "xx": "The world is no country.",
    "ee": "The European Union is an organisation of States.",
    "xo": "The Indian Ocean is no country.",
    "xq": "The Arctic Ocean is no country.",
    "zh": "The Atlantic Ocean is no country.",
    "zn": "The Pacific Ocean is no country.",
    "oo": "The Southern Ocean is no country.",
    "at": "Ashmore and Cartier Islands: uninhabited, part of Australia without a code of their own.",
    "cr": "Coral Sea Islands: uninhabited, part of Australia without a code of their own.",
    "ip": "Clipperton Island: uninhabited, part of France without a code of its own.",
    "pf": "Paracel Islands: claimed by several States, no code of their own.",
    "pg": "Spratly Islands: claimed by several States, no code of their own.",
    "nt": "The Netherlands Antilles are no more, and have no key among our countries.",
    "pz": "The Panama Canal Zone is no more, and has no key among our countries.",
    "tq": "The Trust Territory of the Pacific Islands is no more, and has no key among our countries.",
    "yo": "The Socialist Federal Republic of Yugoslavia is no more, and has no key among our countries.",
    "iy": "The neutral zone between Iraq and Saudi Arabia is no more.",
}


@dataclass(frozen=True)
class Identity:
    """The country key of an entity, which part of that country it is ('' for the whole), or why there is none."""

    country: str | None
    part: str
    reason: str


def country_of(code: str) -> Identity:
    """The country of a GEC code in any case. The table of countries comes first, so that a code in use wins."""
    small = code.strip().lower()
    own = _by_gec().get(small)
    if own:
        return Identity(own, "", "")
    if small in PARTS:
        return Identity(*PARTS[small], "")
    if small in FORMER:
        return Identity(FORMER[small], "", "")
    return Identity(None, "", NON_STATES.get(small, f"“{small}” is no code that we know."))


@functools.cache
def _rows() -> tuple[dict[str, str], ...]:
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@functools.cache
def _by_gec() -> dict[str, str]:
    return {row["gec"].lower(): row["key"] for row in _rows() if row["gec"]}


@functools.cache
def place_words() -> frozenset[str]:
    """The words that countries' names are made of, as they stand behind “of” in a title: Norway, Polynesia, Isle."""
    words = set()
    for row in _rows():
        for column in ("name", "official_name"):
            words.update(re.findall(r"[^\W\d_][\w'’-]+", row[column]))
    return frozenset(word for word in words if word[0].isupper())
