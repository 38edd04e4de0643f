"""Holders of office as Wikidata's queries list them: rows of posts, people and dates, read and refused.

Two kinds of file: `holders` of one State (position, person, personID, start, end …), and leaders of all States
(country, position, office-holder, years). A missing end says nothing: unknown, or in office when the query ran.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from profiles.factbook.names import PersonName
from profiles.opendata.files import DAY, Refused, Row, read_rows
from sources import keys

HOLDERS = ("position", "person", "personID", "start", "end")
LEADERS = ("countryid", "country", "positionLabel", "officeholder", "officeholderLabel", "start_year", "end_year")
LEFT_OUT = ("local", "other")  # ranks that are imported only when asked for

_NUMBERED = r"(?:(?:first|second|third|fourth|fifth|senior|executive)\s+)?"
_BODY = (
    r"(?:grand |national |people'?s |federal |legislative |state )*(?:assembly|senate|parliament|congress|duma|rada"
    r"|house|majilis|mazhilis|majlis|federation council|council of the|national council|chamber|verkhovna"
    r"|islamic consultative)\b"
)
_MONARCH = r"monarch|king|queen|emperor|empress|sultan|emir|amir|pope|grand duke|prince|druk gyalpo|ngwenyama"
# The first pattern that fits a title says its rank; the order matters.
_RANKS = (
    ("other", r"ambassador|permanent representative|consul\b|high commissioner to"),
    ("human_rights", r"(?!.*\bminister).*(?:ombuds|human rights)"),
    ("local", r".*\b(?:legislative|provincial|regional) assembly of"),
    ("judiciary", r"(?:deputy |first deputy )?(?:chief justice|justice of the|prosecutor.general|procurator"
     r"|attorney.general|(?:president|chair\w*) of the (?:supreme|constitutional|high)(?: people'?s)? court)"),
    ("legislature", rf"(?:deputy |vice[- ])?(?:speaker\b|(?:president|chair\w*) of the {_BODY})"
     rf"|member of (?:the )?{_BODY}"),
    ("other", r"(?:deputy|vice|assistant)[- ]minister|minister of state\b|minister delegate|.*under-?secretary"),
    ("deputy_head", rf"{_NUMBERED}(?:deputy|vice)[- ]?"
     r"(?:prime minister|president|premier|chancellor|head of government)"),
    ("head_of_government", r"(?:prime minister|premier|(?:federal )?chancellor|taoiseach|head of government"
     r"|chair\w* of the council of ministers|president of the (?:government|council of ministers))$"),
    ("head_of_state", rf"(?:(?:federal )?president|governor.general|supreme leader|captain regent|{_MONARCH})$"),
    ("minister", r"(?:federal |state |union |deputy prime minister and )?minister\b|secretary of state\b"
     r"|member of the (?:\w+ )?federal council|chancellor of the exchequer$"),
    ("local", r"(?:deputy |vice |acting )?(?:governor|mayor|[aä]kim|hokim|prefect|chief minister)\b(?!.*\bbank\b)"),
)  # fmt: skip
_LATIN = dict(zip("абвгдеёзийклмнопрстуфыэіґәғқңөұүһў", "abvgdeeziyklmnoprstufyeigagknouuhu", strict=True)) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya",
    "ї": "yi", "є": "ye",
}  # fmt: skip
_FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "VNM", "KHM", "HKG", "MAC"})
HEADS = ("head_of_state", "head_of_government")
# What a State is, before its name: of the Democratic Republic, of the Kingdom.
_STYLE = re.compile(r" of the (?:[\w' -]+ )?(?:Republic|Kingdom|State|States|Emirates|Union|Federation)\b.*$")
_NUMERAL = re.compile(r"[IVX]+")


@dataclass(frozen=True)
class Holding:
    """One person in one post: title, rank, Wikidata's number, other forms of the name, dates in EDTF ('' if not given).

    `country` is Wikidata's number and `country_name` the name of the State, both '' where the file is of one State.
    """

    row: Row
    title: str
    printed: str
    rank: str
    number: str
    name: str
    forms: tuple[str, ...]
    start: str
    end: str
    country: str = ""
    country_name: str = ""


def read_holders(path: Path) -> tuple[list[Holding], list[Refused]]:
    """Read the holders or members of one State. Raises OpenDataError for a file of another kind."""
    found: list[Holding] = []
    refused: list[Refused] = []
    for row in read_rows(path, HOLDERS):
        wiki = re.sub(r"\s*\([^()]*\)$", "", row.cells.get("enwiki", "")).strip()
        _keep(row, row["position"], row["person"], wiki, row["personID"], (row["start"], row["end"]), found, refused)
    return found, refused


def read_leaders(path: Path) -> tuple[list[Holding], list[Refused]]:
    """Read the leaders of all States. Raises OpenDataError for a file of another kind."""
    found: list[Holding] = []
    refused: list[Refused] = []
    for row in read_rows(path, LEADERS):
        span = (row["start_year"], row["end_year"])
        _keep(row, row["positionLabel"], row["officeholderLabel"], "", row["officeholder"], span, found, refused)
    return found, refused


def _keep(
    row: Row,
    position: str,
    name: str,
    wiki: str,
    number: str,
    span: tuple[str, str],
    found: list[Holding],
    refused: list[Refused],
) -> None:
    reason = problem(position, name, number, span)
    if reason:
        refused.append(Refused(row, f"{position}: {name} {'–'.join(span)}", reason))
        return
    country = row.cells.get("country", "").strip()
    title = title_of(position, country)
    forms = tuple(dict.fromkeys(each for each in (name, latin(name), wiki, _plain_form(name)) if each))
    found.append(
        Holding(
            row, title, position, rank_of(title), number, name, forms, *span,
            row.cells.get("countryid", "").strip(), country,
        )
    )  # fmt: skip


def problem(position: str, name: str, number: str, span: tuple[str, str]) -> str:
    """Say why a row is no holder of an office; '' where it is one."""
    if not position:
        return "No post is named."
    if not re.fullmatch(r"Q[1-9]\d{0,11}", number):
        return "The person has no number of Wikidata's."
    if not name or re.fullmatch(r"Q\d+", name):
        return "The person has no name, only a number."
    if any(each and not DAY.fullmatch(each) for each in span):
        return "A date is no year, month or day."
    if not any(span):
        return "Neither start nor end is given."
    start, end = span
    if start and end and end[: len(start)] < start[: len(end)]:
        return "The end comes before the start."
    return ""


def title_of(position: str, country: str) -> str:
    """The post without the name of its State: President of Albania is President; the first letter is a capital."""
    head, of, place = position.rpartition(" of ")
    own = telling(country)
    if of and own and telling(place) & own:
        position = _STYLE.sub("", head)
    elif country and (styled := _STYLE.search(position)) and rank_of(position[: styled.start()]) in HEADS:
        position = position[: styled.start()]
    return position[:1].upper() + position[1:]


def telling(name: str) -> set[str]:
    """The beginnings of a country's words that tell it apart: Belgians and Belgium share one."""
    return {word[:5] for word in re.findall(r"\w{4,}", name.casefold())} - {"repub", "kingd", "state", "peopl", "democ"}


def rank_of(title: str) -> str:
    """Where a post stands, by the words of its title: one of the ranks of an office."""
    plain = " ".join(title.casefold().split())
    return next((rank for rank, pattern in _RANKS if re.match(pattern, plain)), "other")


def latin(name: str) -> str:
    """A name in Cyrillic letters in Latin ones, surname last; '' for a name that has Latin letters or none of these."""
    if not re.search(r"[\u0400-\u04ff]", name) or re.search("[a-zA-Z]", name):
        return ""
    surname, comma, given = name.partition(",")
    ordered = f"{given.strip()} {surname.strip()}" if comma else name
    words = "".join(_LATIN.get(letter, letter) for letter in ordered.casefold()).split()
    return " ".join(word.capitalize() for word in words)


def _plain_form(name: str) -> str:
    """The name without a title or place behind it: Hans-Adam II, Prince of … is Hans-Adam II."""
    return name if latin(name) else re.sub(r"\s+of (?:the )?[A-Z].*$", "", name.partition(",")[0]).strip()


def person_name(holding: Holding, country: str) -> PersonName:
    """The name to show and to sort by: the label, or for one without Latin letters the English article's title."""
    written = next((form for form in holding.forms if re.search("[a-zA-Z]", form)), holding.name)
    shown = holding.name if re.search("[a-zA-Z]", holding.name) else written
    words = _plain_form(shown).split()
    royal = len(words) > 1 and any(_NUMERAL.fullmatch(word) for word in words[1:])
    ordered = words if royal or country in _FAMILY_FIRST or len(words) < 2 else [words[-1], *words[:-1]]
    sort_key = keys.slug(" ".join(ordered)).replace("-", " ") or unicodedata.normalize("NFKC", shown).casefold()
    return PersonName(holding.name, shown, ordered[0] if ordered else "", sort_key[:200], "", holding.forms)


def newest(holdings: Iterable[Holding]) -> str:
    """The latest date that the rows give."""
    return max((date for each in holdings for date in (each.start, each.end)), default="")
