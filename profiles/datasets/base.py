"""What a dataset is: a table with its columns, declared once for every way in and out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet

from profiles.datasets.columns import Column
from profiles.models import DocumentCountry
from sources.models.base import Publishable

CountryFilter = Callable[[Sequence[str]], Q]


@dataclass(frozen=True)
class Dataset:
    """One table as the world sees it.

    `columns` are the public ones, in order; the stored ones follow from the model (`profiles.datasets.stored`).
    `country` turns alpha-3 keys into a condition; None for vocabularies, which answer 400 to `?country=`.
    """

    name: str
    model: type[models.Model]
    title: str
    about: str
    columns: tuple[Column, ...]
    country: CountryFilter | None = None
    identity: tuple[str, ...] = field(default=("key",))

    @property
    def is_link(self) -> bool:
        """Whether the rows join two others and have no key of their own."""
        return not issubclass(self.model, Publishable)

    @property
    def from_reading(self) -> bool:
        """Whether the rows come from reading files in, so that no curation file holds them."""
        return bool(getattr(self.model, "from_reading", False))

    @property
    def names(self) -> list[str]:
        """The public columns' names."""
        return [column.name for column in self.columns]

    def public(self, countries: Sequence[str] = ()) -> QuerySet[Any]:
        """Return the rows that visitors may see, in the order of files; of some countries where named."""
        manager: Any = self.model._default_manager
        rows: QuerySet[Any] = manager.public()
        if countries and self.country:
            rows = rows.filter(self.country(countries))
        return rows.order_by(*self.identity)


def by_country(*paths: str) -> CountryFilter:
    """Filter by the key of a country at the end of any of the paths."""

    def condition(keys: Sequence[str]) -> Q:
        found = Q()
        for path in paths:
            found |= Q(**{f"{path}__in": keys})
        return found

    return condition


def by_document(path: str) -> CountryFilter:
    """Filter by the countries that a document was read for."""

    def condition(keys: Sequence[str]) -> Q:
        return Q(**{f"{path}__in": DocumentCountry.objects.filter(country__key__in=keys).values("document")})

    return condition


def by_link(path: str, links: Any, own: str, country: str = "country__key") -> CountryFilter:
    """Filter by rows of another table that name the country: `own` is their column that points here."""

    def condition(keys: Sequence[str]) -> Q:
        return Q(**{f"{path}__in": links.filter(**{f"{country}__in": keys}).values(own)})

    return condition


def any_of(*filters: CountryFilter) -> CountryFilter:
    """Filter by any of several ways of belonging to a country."""

    def condition(keys: Sequence[str]) -> Q:
        found = Q()
        for each in filters:
            found |= each(keys)
        return found

    return condition
