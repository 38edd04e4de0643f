"""Things by their names, whatever their case and accents: each word asked for begins a word of the name."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from profiles.models import (
    Country,
    CountryName,
    Event,
    Group,
    Indicator,
    Institution,
    Office,
    Organisation,
    OrganisationName,
    Person,
    PersonName,
)
from sources.models import Document, Publisher

MOST_CHARACTERS = 100
MOST_WORDS = 8
SHOWN = 20
# Where a word of a name begins; the letters of other alphabets are none to the database in some locales.
_BEGINS = r"(^|[[:space:][:punct:]‘’“”«»–—])"


@dataclass(frozen=True)
class _Kind:
    """One table of things: what its heading says, where their names stand, and other names."""

    title: str
    model: Any
    names: tuple[str, ...]
    others: tuple[type[Model], str] | None = None
    links: tuple[str, ...] = ()  # to the country that a thing is of


KINDS = (
    _Kind("Countries and territories", Country, ("name", "official_name", "key"), (CountryName, "country")),
    _Kind("People", Person, ("name",), (PersonName, "person"), ("country",)),
    _Kind("Offices", Office, ("title",), None, ("country",)),
    _Kind("Institutions", Institution, ("name",), None, ("country",)),
    _Kind("Parties and organisations", Organisation, ("name",), (OrganisationName, "organisation"), ("country",)),
    _Kind("Events", Event, ("title",), None, ("country",)),
    _Kind("Groups of the population", Group, ("name",)),
    _Kind("Indicators", Indicator, ("name",)),
    _Kind("Documents", Document, ("label", "title")),
    _Kind("Publishers", Publisher, ("name", "short_name")),
)


@dataclass(frozen=True)
class Found:
    """The things of one table whose names fit: the first of them, and how many there are."""

    title: str
    rows: list[Any]
    count: int


def words_of(text: str) -> list[str]:
    """Return the words of a question, without signs. Raises ValueError with the reason for one that is too long."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text))
    if len(text) > MOST_CHARACTERS or len(words) > MOST_WORDS:
        raise ValueError(f"Ask with at most {MOST_WORDS} words and {MOST_CHARACTERS} characters.")
    return words


def find(words: Sequence[str]) -> list[Found]:
    """Return what is found, table by table: one query for each, whatever is there."""
    if not words:
        return []
    found = []
    for kind in KINDS:
        rows = list(_matching(kind, words))
        if rows:
            rows.sort(key=lambda row: _order(str(getattr(row, kind.names[0])), words))
            found.append(Found(kind.title, rows[:SHOWN], len(rows)))
    return found


def _matching(kind: _Kind, words: Sequence[str]) -> QuerySet[Any]:
    own: Any = Q()
    for name in kind.names:
        own |= _fits(name, words)
    if kind.others:
        model, of = kind.others
        names: Any = model
        own |= Exists(names.objects.public().filter(_fits("name", words), **{of: OuterRef("pk")}).order_by())
    rows: QuerySet[Any] = kind.model.objects.public().filter(own).select_related(*kind.links)
    return rows


def _fits(field: str, words: Sequence[str]) -> Q:
    condition = Q()
    for word in words:
        condition &= Q(**{f"{field}__iregex": _BEGINS + "".join(_sign(each) for each in word)})
    return condition


def _sign(letter: str) -> str:
    """One letter as a pattern: with any accent, where it is a Latin one."""
    plain = _plain(letter)
    return f"[{_accented()[plain]}]" if plain in _accented() else re.escape(letter)


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter).casefold()[:1]


@cache
def _accented() -> dict[str, str]:
    """The small and capital forms of each Latin letter with and without accents."""
    forms: dict[str, list[str]] = defaultdict(list)
    for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)):
        letter = chr(code)
        plain = _plain(letter)
        if letter.isalpha() and "a" <= plain <= "z":
            forms[plain].append(letter)
    return {plain: "".join(letters) for plain, letters in forms.items()}


def _order(name: str, words: Sequence[str]) -> tuple[bool, bool, int, str]:
    """The name itself first, then names that begin so, then short ones."""
    asked, plain = " ".join(words).casefold(), name.casefold()
    return (plain != asked, not plain.startswith(asked), len(name), plain)
