"""Holders of office as Wikidata's queries list them: rows of posts, people and dates, read and refused.

A file is of one State, or its rows name theirs. Columns are found by meaning (`columns`). A missing end says nothing:
unknown, or in office when the query ran.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from profiles.factbook.executive.names import PersonName
from profiles.opendata import columns
from profiles.opendata.columns import Columns
from profiles.opendata.files import Refused, Row, read_table
from profiles.opendata.ranks import is_member, is_no_office, rank_of, title_of, without_acting
from sources import dates, keys

LONGEST_NAME = 200  # characters, of a person
LONGEST_TITLE = 160
_LATIN = dict(zip("абвгдеёзийклмнопрстуфыэіґәғқңөұүһў", "abvgdeeziyklmnoprstufyeigagknouuhu", strict=True)) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya",
    "ї": "yi", "є": "ye",
}  # fmt: skip
_FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "VNM", "KHM", "HKG", "MAC"})
_NUMERAL = re.compile(r"[IVX]+")


@dataclass(frozen=True)
class Holding:
    """One person in one post: title, rank, Wikidata's number, other forms of the name, dates in EDTF ('' if not given).

    `number` is '' where the row has none. `printed_dates` are start and end as the file has them. `member` marks a seat
    in a legislature. `country` is Wikidata's number and `country_name` the name of the State, both '' where the file is
    of one State.
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
    acting: bool = False
    member: bool = False
    printed_dates: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class File:
    """A table as it was read, with its columns by meaning."""

    path: Path
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    columns: Columns

    @property
    def of_states(self) -> bool:
        """Whether the rows name their States."""
        return bool(self.columns.country or self.columns.country_number)

    def unfit(self, post: str = "") -> str:
        """Say why this is no list of holders; '' where it is one. `post` is what all rows hold where none is named."""
        if columns.of_bodies(self.header):
            return "It lists governments or terms of a parliament, and no people."
        if missing := self.columns.missing(post):
            return f"It has no column for {'; none for '.join(missing)}. Its columns: {', '.join(self.header)}."
        return ""


def open_file(path: Path) -> File:
    """Read a table and tell its columns. Raises OpenDataError for a file that is no table."""
    header, rows = read_table(path)
    return File(path, tuple(header), tuple(rows), columns.find(header, rows))


def read_holders(file: File, names: Sequence[str] = (), post: str = "") -> tuple[list[Holding], list[Refused]]:
    """Read a list of holders. `names` are what its State is called, `post` what all hold where no column says it."""
    found: list[Holding] = []
    refused: list[Refused] = []
    of = file.columns
    # Of one State's list of members all are members, whatever their seat is called.
    members = "legislator" in file.path.stem.casefold() and not file.of_states
    for row in file.rows:
        position, name = _cell(row, of.post) or post, _cell(row, of.person)
        number = columns.item(_cell(row, of.number))
        printed = (_cell(row, of.start), _cell(row, of.end))
        start = columns.edtf(printed[0], _cell(row, of.start_precision))
        end = columns.edtf(printed[1], _cell(row, of.end_precision))
        if reason := problem(position, name, number, (start, end)):
            refused.append(Refused(row, f"{position}: {name} {'–'.join(printed)}", reason))
            continue
        country = _cell(row, of.country)
        title, acting = without_acting(title_of(position, [country] if country else names))
        rank, member = rank_of(title), members or is_member(position)
        wiki = re.sub(r"\s*\([^()]*\)$", "", _cell(row, of.wiki)).strip()
        wiki = "" if "/" in wiki else wiki  # an address is no title
        forms = tuple(dict.fromkeys(each for each in (name, latin(name), wiki, _plain_form(name)) if each))
        found.append(
            Holding(
                row, title, position, "legislature" if member and rank == "other" else rank, number, name, forms,
                start or "", end or "", columns.item(_cell(row, of.country_number)), country, acting, member, printed,
            )
        )  # fmt: skip
    return found, refused


def _cell(row: Row, column: str) -> str:
    return columns.text(row.cells[column]) if column else ""


def problem(position: str, name: str, number: str, span: tuple[str | None, str | None]) -> str:
    """Say why a row is no holder of an office; '' where it is one. A date of None is one that could not be read."""
    if not position or re.fullmatch(r"Q\d+|https?://\S+", position):
        return "The post has no name, only a number." if position else "No post is named."
    if is_no_office(position):
        return "It names no public office: nobody is public for whom they are married to or for having stood."
    if columns.is_unknown(name) or columns.is_unknown(number):
        return "The holder is not known."
    if number and not re.fullmatch(r"Q[1-9]\d{0,11}", number):
        return "The person has no number of Wikidata's."
    if not name or re.fullmatch(r"Q\d+", name):
        return "The person has no name, only a number."
    if len(name) > LONGEST_NAME or len(position) > LONGEST_TITLE:
        return f"A name is longer than {LONGEST_NAME} characters, or a post's than {LONGEST_TITLE}."
    return _wrong_dates(*span)


def _wrong_dates(start: str | None, end: str | None) -> str:
    if start is None or end is None:
        return "A date is no year, month or day."
    if not start and not end:
        return "Neither start nor end is given."
    first, last = (dates.bounds(each) if each else None for each in (start, end))
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    if any(each and each.earliest and each.earliest > tomorrow for each in (first, last)):
        return "A date lies in the future."
    if first and last and first.earliest and last.latest and last.latest < first.earliest:
        return "The end comes before the start."
    return ""


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
    """The year of the latest date that the rows give; '' where they give none."""
    days = (dates.bounds(each) for holding in holdings for each in (holding.start, holding.end) if each)
    return max((f"{day.earliest.year:04}" for day in days if day.earliest), default="")
