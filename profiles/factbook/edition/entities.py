"""From the Factbook's GEC codes to our country keys, and why some entities are no country.

GEC (once FIPS 10-4) codes look like ISO codes and are not: `gm` is Germany, `as` Australia, `ch` China.
"""

import csv
import difflib
import functools
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

_REFERENCE = Path(__file__).resolve().parents[3] / "fixtures" / "reference"
COUNTRIES = _REFERENCE / "countries.csv"
NAMES_TABLE = _REFERENCE / "country-names.csv"

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
    "sr": "SCG",
    "yo": "YUG",
    "ye": "YEM",
    "mw": "MNE",
    "lo": "SVK",
    "cz": "CSK",
    "ur": "SUN",
    "gc": "DDR",
    "ge": "DEU",
    "ys": "YMD",
    "tc": "ARE",
    "fa": "FLK",
    "nt": "ANT",
    "iy": "NTZ",
    "pz": "PCZ",
    "tq": "PCI",
}
# Names of editions since 1990 that no table of ours has, in small letters, each with its country or the code of a part.
# A State that is no more has its own key, of ISO 3166-3; that of its successor only where the State is the same.
NAMES = {
    "soviet union": "SUN",
    "union of soviet socialist republics": "SUN",
    "czechoslovakia": "CSK",
    "czech and slovak federal republic": "CSK",
    "yugoslavia": "YUG",
    "serbia and montenegro": "SCG",
    "german democratic republic": "DDR",
    "germany, east": "DDR",
    "germany, federal republic of": "DEU",
    "germany, west": "DEU",
    "yemen arab republic": "YEM",
    "yemen, people's democratic republic of": "YMD",
    "yemen (aden)": "YMD",
    "yemen (sanaa)": "YEM",
    "netherlands antilles": "ANT",
    "pacific islands, trust territory of the": "PCI",
    "pacific islands (palau), trust territory of the": "PCI",
    "trust territory of the pacific islands": "PCI",
    "iraq-saudi arabia neutral zone": "NTZ",
    "iraq - saudi arabia neutral zone": "NTZ",
    "burma": "MMR",
    "zaire": "COD",
    "burkina": "BFA",
    "kazakstan": "KAZ",
    "swaziland": "SWZ",
    "macedonia": "MKD",
    "macedonia, the former yugoslav republic of": "MKD",
    "the former yugoslav republic of macedonia": "MKD",
    "vatican city": "VAT",
    "holy see (vatican city)": "VAT",
    "ivory coast": "CIV",
    "cape verde": "CPV",
    "western samoa": "WSM",
    "byelarus": "BLR",
    "kirghizia": "KGZ",
    "moldavia": "MDA",
    "east timor": "TLS",
    "turkey": "TUR",
    "brunei": "BRN",
    "falkland islands (islas malvinas)": "FLK",
    "cocos islands": "CCK",
    "man, isle of": "IMN",
    "south georgia and the": "SGS",
    "wake atoll": "wq",
    "drc": "COD",
}
LAST_GUESSED = 2001  # the last edition whose table was made of the book's text, which prints no codes
SECOND_YUGOSLAVIA = 1992  # from that year on the name is that of Serbia with Montenegro
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
    "zz": "The scattered islands of France in the Indian Ocean, in one entry for all of them.",
}


@dataclass(frozen=True)
class Identity:
    """The country key of an entity, which part of that country it is ('' for the whole), or why there is none."""

    country: str | None
    part: str
    reason: str


def country_of(code: str, name: str = "", year: int = 0) -> Identity:
    """The country of a GEC code in any case, and of the name that it goes by in the edition of a year.

    The table of countries comes first, so that a code in use wins over a former one. A name that is another country's
    wins over the code: tables made of the book's text guessed their codes from the names (“so” for the Soviet Union).
    Of those years a name that fits neither is no evidence for the code's country, which is then none.
    """
    small = code.strip().lower()
    by_code = _of_code(small)
    named = _of_name(name)
    if named and named.country == "YUG" and year >= SECOND_YUGOSLAVIA:
        named = _former("SCG")
    if named is None:
        certain = not 0 < year <= LAST_GUESSED or name.strip().lower() in {"", small}
        if certain or by_code.country is None or _alike(name, by_code):
            return by_code
        return Identity(None, "", f"The code “{code}” is not that of “{name}”, a name that we do not know.")
    return by_code if named.country == by_code.country or _is_shared(name, small) else named


def _of_code(small: str) -> Identity:
    own = _by_gec().get(small)
    if own:
        return Identity(own, "", "")
    if small in PARTS:
        return Identity(*PARTS[small], "")
    if small in FORMER:
        return _former(FORMER[small])
    if not small:
        return Identity(None, "", "No code, and no name that we know.")
    return Identity(None, "", NON_STATES.get(small, f"“{small}” is no code that we know."))


def _former(key: str) -> Identity:
    """A State that is no more, where our table of countries has it."""
    if key in _keys():
        return Identity(key, "", "")
    return Identity(None, "", f"{key} (ISO 3166-3) is no more, and has no row among our countries.")


def _of_name(name: str) -> Identity | None:
    """The country of a printed name, or None where no table knows it."""
    for form in (_folded(name), _folded(_turned(name))):
        found = _by_name().get(form)
        if found:
            return _of_code(found) if len(found) == 2 else _former(found)
    return None


def _is_shared(name: str, small: str) -> bool:
    """Whether the code's own country goes by that name too, as two States do by “Congo”."""
    country = _of_code(small).country
    return country is not None and _folded(name) in _names_of().get(country, frozenset())


def _alike(name: str, identity: Identity) -> bool:
    """Whether a name is a spelling of the country's, or has its first long word."""
    known = _names_of().get(identity.country or "", frozenset()) | {_folded(identity.part)}
    form = _folded(_turned(name))
    if any(difflib.SequenceMatcher(None, form, other).ratio() > _ALIKE for other in known):
        return True
    if any(set(form.split()) < set(other.split()) for other in known):
        return True
    words = {word for word in form.split() if len(word) > _SHORT} - _COMMON
    return any(words & set(other.split()) for other in known)


_ALIKE, _SHORT = 0.75, 3
_COMMON = frozenset(
    [
        "island",
        "islands",
        "republic",
        "democratic",
        "people",
        "peoples",
        "federal",
        "states",
        "state",
        "united",
        "south",
        "north",
        "east",
        "west",
        "saint",
        "kingdom",
        "new",
        "territory",
        "french",
        "british",
        "american",
    ]
)


def _turned(name: str) -> str:
    """“Korea, North” as “North Korea”."""
    first, comma, last = name.rpartition(", ")
    return f"{last} {first}" if comma else name


def _folded(name: str) -> str:
    """A name without accents, signs, articles and capitals."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    words = re.sub(r"[^\w\s]", " ", plain.casefold().replace("&", "and").replace("st.", "saint").replace("'", ""))
    return " ".join(word for word in words.split() if word != "the")


@functools.cache
def _names_of() -> dict[str, frozenset[str]]:
    """The names that the tables know for each country, folded."""
    names: dict[str, set[str]] = {}
    for row in _rows():
        names.setdefault(row["key"], set()).update(_folded(row[column]) for column in ("name", "official_name"))
    with NAMES_TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names.setdefault(row["country"], set()).add(_folded(row["name"]))
    for name, key in (*NAMES.items(), *((part, key) for key, part in PARTS.values())):
        names.setdefault(key, set()).add(_folded(name))
    return {key: frozenset(each - {""}) for key, each in names.items()}


@functools.cache
def _by_name() -> dict[str, str]:
    """The country of each name that is one country's alone; a State that is no more yields to one that is."""
    owners: dict[str, set[str]] = {}
    for key, names in _names_of().items():
        for name in names:
            owners.setdefault(name, set()).add(key)
    own = {_folded(name): key for name, key in NAMES.items()}
    own |= {_folded(part): code for code, (_, part) in PARTS.items()}
    there = {row["key"] for row in _rows() if row["iso_status"] != "withdrawn"}
    single = {}
    for name, keys in owners.items():
        living = keys & there or keys
        if len(living) == 1:
            single[name] = next(iter(living))
    return single | own


@functools.cache
def _keys() -> frozenset[str]:
    return frozenset(row["key"] for row in _rows())


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
