"""What is held, country by country, and what is not."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Count, Value

from profiles.datasets import DATASETS, PARTS, Dataset
from profiles.models import Check, Country, DocumentCountry, ExcerptCountry, ExcerptTheme, Figure, Statement
from sources.models import Document, Publisher, Theme


@dataclass
class Holding:
    """What is held of one country."""

    country: Any
    counts: dict[str, int] = field(default_factory=dict)


def _count(rows: Any, country: str, what: str) -> dict[int, int]:
    """Return how many different things each country has: one query."""
    counted = rows.order_by().values(country).annotate(n=Count(what, distinct=True))
    return {row[country]: row["n"] for row in counted}


def holdings() -> list[Holding]:
    """Return what is held of each country that a document was read for, the richest first."""
    links = DocumentCountry.objects.public()
    columns = {
        "documents": _count(links, "country", "document"),
        "publishers": _count(links, "country", "document__publisher"),
        "figures": _count(Figure.objects.public(), "country", "pk"),
        "statements": _count(Statement.objects.public(), "country", "pk"),
        "excerpts": _count(ExcerptCountry.objects.public(), "country", "excerpt"),
        "themes": _themes(),
        "checks": _count(Check.objects.public(), "country", "pk"),
    }
    countries = Country.objects.public().filter(pk__in=list(columns["documents"]))
    found = [
        Holding(country, {name: counts.get(country.pk, 0) for name, counts in columns.items()}) for country in countries
    ]
    return sorted(found, key=lambda each: (-each.counts["documents"], each.country.sort_key))


def _themes() -> dict[int, int]:
    links = ExcerptCountry.objects.public().values("excerpt", "country")
    of: dict[int, set[int]] = {}
    for link in links:
        of.setdefault(link["excerpt"], set()).add(link["country"])
    themes: dict[int, set[int]] = {}
    for link in ExcerptTheme.objects.public().filter(theme__scheme=Theme.Scheme.OHCHR_THEME).values("excerpt", "theme"):
        for country in of.get(link["excerpt"], ()):
            themes.setdefault(country, set()).add(link["theme"])
    return {country: len(found) for country, found in themes.items()}


def tables() -> list[tuple[str, list[tuple[Dataset, int]]]]:
    """Return how many public rows each table has, by part: one query."""
    counted = [dataset for dataset in DATASETS.values() if not dataset.is_link]
    parts = [
        dataset.public()
        .order_by()
        .annotate(table_name=Value(dataset.name, output_field=CharField()))
        .values("table_name")
        .annotate(n=Count("pk"))
        .values_list("table_name", "n")
        for dataset in counted
    ]
    counts = dict(parts[0].union(*parts[1:], all=True))
    return [
        (part, [(dataset, counts.get(dataset.name, 0)) for dataset in datasets if dataset in counted])
        for part, datasets in PARTS.items()
    ]


def totals() -> dict[str, int]:
    """Return the numbers that stand beside the countries."""
    read = DocumentCountry.objects.public().values("document")
    return {
        "countries": Country.objects.public().count(),
        "documents": Document.objects.public().count(),
        "read": Document.objects.public().filter(pk__in=read).count(),
        "publishers": Publisher.objects.public().count(),
        "themes": Theme.objects.public().filter(scheme=Theme.Scheme.OHCHR_THEME).count(),
        "known": Document.objects.public().exclude(published="").filter(published_inferred=False).count(),
    }
