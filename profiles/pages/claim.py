"""The page behind a permalink: one row of any table, with its place, its question and how to cite it."""

import datetime
from typing import Any

from profiles.datasets import DATASETS, Dataset
from profiles.models import Citation, Excerpt, Share
from profiles.pages.evidence import ARCS, Evidence, Other
from profiles.pages.questions import disagreements, other_answers
from profiles.pages.record import Cell, cells, heading, own_page
from profiles.pages.saying import SAYS, field_words, says
from sources import citations, dates
from sources.marks import mark
from sources.models.base import Claim
from sources.pages.masking import Mask
from sources.pages.reference import work
from sources.resting import ground


def carrier(row: Any) -> Any:
    """Return the row that carries document and speaker: a share's breakdown, the row itself, or None."""
    if isinstance(row, Share):
        return row.breakdown
    return row if isinstance(row, Claim | Citation | Excerpt) else None


def value_of(columns: list[Cell], name: str) -> str:
    """Return the first key in a column, '' where the table has none."""
    return next((cell.value.split("; ")[0] for cell in columns if cell.column.name == name), "")


def country_of(dataset: Dataset, columns: list[Cell]) -> str:
    """Return the alpha-3 key of the row's country."""
    if dataset.name == "countries":
        return value_of(columns, "key")
    return value_of(columns, "country") or value_of(columns, "countries")


def how_to_cite(row: Any, address: str, today: datetime.date) -> str:
    """Return one line to copy: what is said, by whom, where, and the day on which it was read here."""
    about = heading(row)
    source = carrier(row)
    if source is None:
        return f"{about}. Rightsbook, {address} (seen {dates.words(today.isoformat())})."
    names = Mask(ground().held_back())
    who = f" (says {source.speaker.name})" if source.speaker else ""
    text = f"{about}: {says(row)}{who}".rstrip(".")
    return f"{text}. {citations.plain(work(source.document, address, names), source.locator, today)}"


def cited_fields(evidence: Evidence, row: Any) -> list[tuple[str, list[Other]]]:
    """Return a thing's citations by field, each with the value that its source gives."""
    names = sorted({citation.field for citation in evidence.citations(row)})
    return [
        (field_words(type(row), name) if name else "that it exists", evidence.others(row, name, every=True))
        for name in names
    ]


def shares(row: Any) -> list[Share]:
    """Return the lines of a breakdown in the source's order."""
    return list(Share.objects.public().filter(breakdown=row).select_related("group", "parent").order_by("position"))


def sides(row: Any) -> list[tuple[Any, ...]]:
    """Return the answers to a question in which sources differ: speaker, document, locator, claim."""
    dataset = DATASETS["sides"]
    wanted = {column.name: column.expression for column in dataset.columns if column.name in SIDE_COLUMNS}
    names = {f"c_{name}": expression for name, expression in wanted.items()}
    rows = dataset.public().filter(disagreement=row).order_by("position").annotate(**names)
    return list(rows.values_list(*(f"c_{name}" for name in SIDE_COLUMNS)))


SIDE_COLUMNS = ("speaker", "document", "locator", "claim")


def gather(dataset: Dataset, row: Any, address: str, today: datetime.date) -> dict[str, Any]:
    """Return what the page of one row shows."""
    columns = cells(dataset, row)
    country = country_of(dataset, columns)
    source = carrier(row)
    others, other_times = other_answers(row, country)
    thing = type(row) in ARCS
    return {
        "dataset": dataset,
        "row": row,
        "heading": heading(row),
        "says": says(row) if type(row) in SAYS else "",
        "mark": mark(source, country) if source else None,
        "source": source,
        "page": own_page(row),
        "cells": columns,
        "country": country,
        "query": f"?country={country}" if country and dataset.country else "",
        "others": others,
        "other_times": other_times,
        "disagreements": disagreements(row),
        "cited": cited_fields(Evidence(None, row), row) if thing else [],
        "shares": shares(row) if dataset.name == "breakdowns" else [],
        "sides": sides(row) if dataset.name == "disagreements" else [],
        "citation": how_to_cite(row, address, today),
    }
