"""The start page and the list of countries: which have documents read, how many, and how new."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, Window
from django.db.models.functions import Coalesce

from profiles.models import Country, CountryName, Disagreement, DocumentCountry, Excerpt, ExcerptCountry
from profiles.pages import conflict_list, subjects
from profiles.pages.conflicts import Question
from profiles.pages.rows import permalink
from profiles.pages.subjects import Cell
from sources.marks import Mark, mark
from sources.models import Document
from sources.speakers import KINDS, OTHER_GOVERNMENT, OWN_GOVERNMENT, UNNAMED

SORTS = {
    "name": "Name", "population": "Population", "documents": "Documents read", "newest": "Newest source",
}  # fmt: skip
POPULATION = "indicators/population"
READ = 12  # countries on the start page: those with most documents
NEWEST = 6
CONFLICTS = 3


@dataclass
class Entry:
    """A country in a list, with what has been read for it."""

    country: Any
    documents: int
    texts: int  # how many of them with their text
    newest: datetime.date | None  # the last day on which its newest document may have come out
    published: str  # that document's date, EDTF
    population: Cell | None = None

    @property
    def people(self) -> Decimal | None:
        """The newest number of people that a source states, for sorting."""
        answer = self.population.answer if self.population and self.population.alike else None
        return (answer.low if answer.low is not None else answer.high) if answer else None


# Orders of the list; equal ones stay in the order of names, and what is not known stands last.
ORDERS: dict[str, Callable[[Entry], Any]] = {
    "population": lambda each: (each.people is None, -(each.people or 0)),
    "documents": lambda each: -each.documents,
    "newest": lambda each: (each.newest is None, -(each.newest.toordinal() if each.newest else 0)),
}


@dataclass(frozen=True)
class Listing:
    """The list of countries, and what its form offers."""

    found: list[Entry]
    regions: list[str]
    letters: list[str]


@dataclass(frozen=True)
class Item:
    """An excerpt of a new document, with the country on whose page it stands."""

    row: Any
    country: Any
    mark: Mark


@dataclass(frozen=True)
class Start:
    """What the start page prints."""

    read: list[Entry]
    countries: int
    documents: int
    newest: list[Item]
    questions: list[Question]
    legend: list[tuple[str, str]]
    example: Mark | None


def listing(*, name: str = "", region: str = "", letter: str = "", text: bool = False, sort: str = "name") -> Listing:
    """Countries whose name holds some letters, of one region and first letter, in one order.

    Whatever is asked for, the whole list is fetched: its regions and letters are what can be asked for next.
    """
    every = list(Country.objects.public())
    named = _named(name) if name else None
    read = _read()
    entries = [Entry(row, *read.get(row.pk, (0, 0, None, ""))) for row in every]
    found = [
        each
        for each in entries
        if (named is None or each.country.pk in named)
        and region in ("", each.country.region)
        and letter in ("", _letter(each.country))
        and (each.texts or not text)
    ]
    _add_population(found)
    return Listing(
        found=sorted(found, key=ORDERS[sort]) if sort in ORDERS else found,
        regions=sorted({row.region for row in every if row.region}),
        letters=sorted({_letter(row) for row in every}),
    )


def _named(name: str) -> set[int]:
    """Countries that have some letters in a name of theirs, in whatever language, or that have them as their code."""
    plain = Q(name__icontains=name) | Q(official_name__icontains=name) | Q(sort_key__icontains=name)
    rows = Country.objects.public().filter(plain | Q(key=name.upper()))
    other = CountryName.objects.public().filter(name__icontains=name).order_by()
    return set(rows.order_by().values_list("pk", flat=True).union(other.values_list("country", flat=True)))


def _letter(country: Country) -> str:
    return country.sort_key[:1].upper()


def _add_population(entries: Sequence[Entry]) -> None:
    """Give each entry the newest population that a source states."""
    subject = subjects.subjects([POPULATION]).get(POPULATION)
    if subject is None:
        return
    cells = subjects.newest([subject], [each.country for each in entries])[POPULATION]
    for each, cell in zip(entries, cells, strict=True):
        each.population = cell


def _read_entries() -> list[Entry]:
    """Every country with what has been read for it, by name."""
    read = _read()
    return [Entry(row, *read.get(row.pk, (0, 0, None, ""))) for row in Country.objects.public()]


def _most_read(each: Entry) -> tuple[int, Any]:
    return (-each.documents, ORDERS["newest"](each))


def _read() -> dict[int, tuple[int, int, Any, str]]:
    """Number of the documents read, of those with their text, and the newest's last day and date, by country."""
    latest = Coalesce(F("document__published_latest"), F("document__published_earliest"))
    with_text = Q(document__readings__isnull=False) & ~Q(document__text_access=Document.TextAccess.METADATA)
    rows = (
        DocumentCountry.objects.public()
        .annotate(
            documents=Window(Count("document"), partition_by="country"),
            texts=Window(Count("document", filter=with_text), partition_by="country"),
            latest=latest,
        )
        .order_by("country", F("latest").desc(nulls_last=True), "document__key")
        .distinct("country")
    )
    columns = ("country", "documents", "texts", "latest", "document__published")
    return {pk: tuple(rest) for pk, *rest in rows.values_list(*columns)}


def start() -> Start:
    """Everything on the start page, with the same number of queries however much there is."""
    entries = _read_entries()
    read = sorted((entry for entry in entries if entry.documents), key=_most_read)[:READ]
    newest = _newest()
    asked = conflict_list.asked(Disagreement.objects.public()[: CONFLICTS * 4])
    asked.sort(key=lambda question: -question.sources)
    return Start(
        read=read,
        countries=len(entries),
        documents=Document.objects.public().filter(document_countries__isnull=False).distinct().count(),
        newest=newest,
        questions=asked[:CONFLICTS],
        legend=_legend(),
        example=newest[0].mark if newest else None,
    )


def _newest() -> list[Item]:
    """The newest dated excerpts, one of each document."""
    rows = (
        Excerpt.objects.public()
        .filter(document__published_earliest__isnull=False, document__published_inferred=False)
        .select_related("document__publisher", "speaker")
        .order_by("-document__published_earliest", "document", "key")
    )[: NEWEST * 8]
    by_document: dict[int, Any] = {}
    for row in rows:
        by_document.setdefault(row.document_id, row)
    chosen = list(by_document.values())[:NEWEST]
    links = ExcerptCountry.objects.public().filter(excerpt__in=[row.pk for row in chosen]).select_related("country")
    on: dict[int, list[Any]] = defaultdict(list)
    for link in links:
        on[link.excerpt_id].append(link.country)
    return [Item(row, on[row.pk][0], mark(row, on[row.pk][0].key, permalink(row))) for row in chosen if on[row.pk]]


def _legend() -> list[tuple[str, str]]:
    """Shapes of all kinds of speaker with their words; kinds that share a shape share a line."""
    made: dict[str, list[str]] = defaultdict(list)
    for kind in (OWN_GOVERNMENT, OTHER_GOVERNMENT, *KINDS.values(), UNNAMED):
        made[kind.shape].append(kind.word)
    return [(shape, ", ".join(words)) for shape, words in made.items()]
