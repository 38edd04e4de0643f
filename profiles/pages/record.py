"""One row of any table, column by column, as its public files give it, with help texts, words and links."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import ForeignKey
from django.urls import reverse

from profiles.datasets import BY_MODEL, DATASETS, Dataset
from profiles.datasets.columns import Column, field_at
from profiles.models import Citation, Excerpt
from profiles.pages.saying import ABOUT, LINKS, named
from sources import dates, numbers
from sources.marks import CLAIM_LINKS, MARK_LINKS
from sources.models.base import Claim, Publishable

# Datasets whose rows have a page that their key leads to; a country's address has its slug.
PAGES = {
    "people": "profiles:person",
    "offices": "profiles:office",
    "institutions": "profiles:institution",
    "organisations": "profiles:organisation",
    "elections": "profiles:election",
    "events": "profiles:event",
    "groups": "profiles:group",
    "indicators": "profiles:indicator",
    "publishers": "sources:publisher",
    "documents": "sources:document",
}
# Columns that hold keys and are no foreign key of the row itself.
KEYS = {
    "documents": "documents",
    "people": "people",
    "organisations": "organisations",
    "countries": "countries",
    "themes": "themes",
    "speaker": "publishers",
    "successor": "countries",
    "replaces": "documents",
    "original": "documents",
}
# What a citation of the claim's document is made of.
CITED_WITH = ("document__part_of", "document__republished_by", "document__series")
RECORDS = ("record", "claim", "subject")


@dataclass(frozen=True)
class Cell:
    """One column of one row: what it is called, what it means, its value as stored and in words."""

    column: Column
    value: str
    words: str
    links: Sequence[tuple[str, str]] = ()  # text and address, where the value is one or more keys


def fetch(dataset: Dataset, key: str) -> Any:
    """Return the public row of a key with all that it points to, or None."""
    model: Any = dataset.model
    links = {field.name for field in model._meta.concrete_fields if isinstance(field, ForeignKey)}
    links |= set(LINKS.get(model, ()))
    if issubclass(model, Claim):
        links |= {*CLAIM_LINKS, *CITED_WITH}
    elif model in (Citation, Excerpt):
        links |= {*MARK_LINKS, *CITED_WITH}
    elif dataset.name == "shares":
        links |= {f"breakdown__{link}" for link in (*CLAIM_LINKS, *CITED_WITH)}
    return dataset.public().filter(key=key).select_related(*links).first()


def cells(dataset: Dataset, row: Publishable) -> list[Cell]:
    """Return the row's public columns: one query, the same expressions that fill the files."""
    names = {f"c{number}": column.expression for number, column in enumerate(dataset.columns)}
    values = dataset.model._default_manager.filter(pk=row.pk).annotate(**names).values_list(*names).get()
    return [cell(dataset, column, value) for column, value in zip(dataset.columns, values, strict=True)]


def cell(dataset: Dataset, column: Column, value: Any) -> Cell:
    """Return one column's value in the spelling of the files and in words."""
    text = plain(value)
    if not text:
        return Cell(column, "", "")
    if column.name == "permalink":
        return Cell(column, text, "", [(text, text)])
    if column.name in RECORDS:
        target, _, key = text.partition("/")
        return Cell(column, text, "", [(text, address(target, key))])
    target = target_of(dataset, column)
    if target:
        return Cell(column, text, "", [(key, address(target, key)) for key in text.split("; ")])
    return Cell(column, text, in_words(dataset, column, text))


def plain(value: Any) -> str:
    """Return a value as the files spell it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return numbers.plain(value)
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def target_of(dataset: Dataset, column: Column) -> str:
    """Return the dataset that a column's keys belong to; '' where it holds no keys."""
    if isinstance(column.source, str) and column.source.endswith("__key"):
        field: Any = field_at(dataset.model, column.source.removesuffix("__key"))
        return BY_MODEL[field.related_model].name
    return KEYS.get(column.name, "") if not isinstance(column.source, str) else ""


def in_words(dataset: Dataset, column: Column, text: str) -> str:
    """Return a code by its name and a date in words; '' where the value needs neither."""
    if column.type == "date":
        return dates.words(text)
    if not isinstance(column.source, str):
        return ""
    field: Any = field_at(dataset.model, column.source)
    if type(field).__name__ == "PartialDateField":
        return dates.words(text)
    return str(dict(field.flatchoices).get(text, ""))


def address(dataset: str, key: str) -> str:
    """Return where a key leads: the row's own page, else its record."""
    if dataset in PAGES:
        return reverse(PAGES[dataset], args=[key])
    return reverse("profiles:claim", args=[dataset, key]) if dataset in DATASETS else ""


def own_page(row: Any) -> str:
    """Return the address of the page that a thing has beside its record; '' where it has none."""
    return str(row.get_absolute_url()) if hasattr(row, "get_absolute_url") else ""


def heading(row: Any) -> str:
    """Return what the row's page is called."""
    return ABOUT[type(row)](row) if type(row) in ABOUT else named(row)
