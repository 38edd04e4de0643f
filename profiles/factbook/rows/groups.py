"""Which group a printed label names: by its own name, never by what somebody thinks that it means. Pure.

Two labels name one group where they differ in nothing but spelling: in capitals, hyphens, marks over letters,
apostrophes, the plural, or a word that says no more than that a religion or language is official. Other names of one
group stand in `group_names.csv`, each with its reason; what sources may mean differently is not in it. “Other
Christian” and the like name no group: what they hold depends on the list that they stand in.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sources import keys

LONGEST = 40  # characters; longer labels are descriptions
MOST_WORDS = 4
TABLE = Path(__file__).with_name("group_names.csv")

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʻʼ`´", "'"))
# Words before or behind a name that leave it the same group.
_BESIDE = re.compile(r"^(?:[Oo]fficial|[Nn]ominal(?:ly)?|[Ee]thnic(?= [A-Z]))\s+|[\s,-]+official$")
_LANGUAGE = re.compile(r"^([A-Z][\w'-]+) language$")
# What depends on the list that it stands in.
_RELATIVE = re.compile(
    r"(?:others?|some|small|various|numerous|many|(?:virtually |nearly )?all|predominantly|mostly|mainly|largely)"
    r"\b(?!-)",
    re.IGNORECASE,
)
# Plurals of names, not words that end in s anyway (Swiss, Laos, Metis) nor nouns that are no names (islands).
_PLURAL = re.compile(r"(?<=[^\W\d_]{2})(?<=[bcdfghkl-np-rtvwxz])s$|(?<=ite)s$|(?<=[^\W\d_]{4}i)s$")
_NO_NAMES = re.compile(
    r"(?:lands|fields|nations|saints|groups|populations|dialects|vernaculars|persons|citizens|immigrants|foreigners)$",
    re.IGNORECASE,
)

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz ")


@dataclass(frozen=True)
class GroupName:
    """A group by its key's last part and its name."""

    slug: str
    name: str


def group_of(kind: str, label: str) -> GroupName | None:
    """Return the group that a bare label names in lists of a kind; None for descriptions and what has no letters."""
    name = _BESIDE.sub("", " ".join(label.translate(_APOSTROPHES).split()))
    name = _LANGUAGE.sub(r"\1", name) if kind == "language" else name
    if (
        not name
        or len(name) > LONGEST
        or len(name.split()) > MOST_WORDS
        or re.search(r"[\d,;:()%]|\band\b|\bor\b", name)
        or _RELATIVE.match(name)
    ):
        return None
    if name[1:2].islower():  # not iTaukei
        name = name[0].upper() + name[1:]
    name = called(kind, name)
    slug = keys.slug(name)
    return GroupName(slug, name) if slug else None


def called(kind: str, name: str) -> str:
    """Return what a group goes by here, for any of its names; groups whose names slug the same then are one."""
    return other_names().get((kind, _identity(kind, name))) or singular(kind, name)


def _identity(kind: str, name: str) -> str:
    return keys.slug(singular(kind, name))


def singular(kind: str, name: str) -> str:
    """Return a name without the s of its plural, where it certainly has one; languages have none."""
    return name if kind == "language" or _NO_NAMES.search(name) else _PLURAL.sub("", name)


def richer(one: str, other: str) -> str:
    """Return the one of two spellings that has more marks and capitals: the same whichever was met first."""
    return max(one, other, key=lambda name: (sum(each not in _PLAIN for each in name), name))


@cache
def other_names() -> dict[tuple[str, str], str]:
    """Return the names that groups go by, from the table: by kind and slug of what is printed."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {(row["kind"], _identity(row["kind"], row["printed"])): row["name"] for row in csv.DictReader(file)}
