"""The start page and the list of countries: which have documents read, how many, and how new."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max, Q
from django.db.models.functions import Coalesce

from profiles.models import Country, Disagreement, DocumentCountry, Excerpt, ExcerptCountry
from profiles.pages import conflict_list
from profiles.pages.conflicts import Question
from profiles.pages.rows import permalink
from sources.marks import Mark, mark
from sources.models import Document
from sources.speakers import KINDS, OTHER_GOVERNMENT, OWN_GOVERNMENT, UNNAMED

SORTS = {"name": "Name", "newest": "Newest source", "documents": "Documents read"}
NEWEST = 6
CONFLICTS = 3


@dataclass(frozen=True)
class Entry:
    """A country in a list, with what has been read for it."""

    country: Any
    documents: int
    newest: Any  # the last day on which its newest document may have come out, or None


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


def regions() -> list[str]:
    """The regions that countries stand in."""
    found = Country.objects.public().values_list("region", flat=True).distinct()
    return sorted({region for region in found if region})


def countries(*, name: str = "", region: str = "", sort: str = "name") -> list[Entry]:
    """Countries whose name holds some letters, of one region, in one order."""
    rows = Country.objects.public()
    if name:
        plain = Q(name__icontains=name) | Q(official_name__icontains=name) | Q(sort_key__icontains=name)
        rows = rows.filter(plain | Q(key=name.upper()))
    if region:
        rows = rows.filter(region=region)
    read = _read()
    made = [Entry(row, *read.get(row.pk, (0, None))) for row in rows]
    if sort == "newest":
        made.sort(key=lambda each: (each.newest is None, -(each.newest.toordinal() if each.newest else 0)))
    elif sort == "documents":
        made.sort(key=lambda each: -each.documents)
    return made


def _read() -> dict[int, tuple[int, Any]]:
    """Number and newest day of the documents read, by country."""
    rows = (
        DocumentCountry.objects.public()
        .values("country")
        .annotate(
            documents=Count("document"),
            newest=Max(Coalesce(F("document__published_latest"), F("document__published_earliest"))),
        )
    )
    return {row["country"]: (row["documents"], row["newest"]) for row in rows}


def start() -> Start:
    """Everything on the start page, with the same number of queries however much there is."""
    entries = countries()
    read = [entry for entry in entries if entry.documents]
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
