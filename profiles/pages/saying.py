"""One line for each kind of row: what it is about, and what it says."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from profiles.models import (
    Breakdown,
    CaseStep,
    Citation,
    Excerpt,
    Figure,
    Involvement,
    Result,
    Share,
    Statement,
)
from profiles.models.citations import CITED
from profiles.models.things import set_keys
from profiles.pages.answers import unit_code
from sources import dates, numbers, wording
from sources.models.base import ValueState

# What must be fetched with a row so that its line costs no query.
LINKS: dict[type[Any], tuple[str, ...]] = {
    Figure: (
        "country",
        "indicator",
        "unit",
        "event",
        "election__institution",
        "institution",
        "organisation",
        "partner",
    ),
    Statement: ("country", "topic", "code", "partner"),
    Breakdown: ("country",),
    Share: ("breakdown__country",),
    Result: ("election__country", "election__institution"),
    Involvement: ("event__country", "person", "organisation"),
    CaseStep: ("country", "person"),
    Excerpt: (),
    Citation: (
        *CITED,
        "country_name__country",
        "person_name__person",
        "organisation_name__organisation",
        "organisation_status__organisation",
        "seat_block__institution",
        "tenure__person",
        "tenure__office",
        "step__country",
        "step__instrument",
        "election__institution",
    ),
}
NOT_STATED = {
    ValueState.NONE_REPORTED: wording.NONE_REPORTED,
    ValueState.NO_RELIABLE_FIGURE: wording.NO_RELIABLE_FIGURE,
    ValueState.NOT_APPLICABLE: wording.NOT_APPLICABLE,
}


def amount(row: Any, prefix: str = "", unit: str = "") -> str:
    """Return a row's number in figures; the words that it gives instead where there is none."""
    stated: str = numbers.words(
        getattr(row, f"{prefix}qualifier"), getattr(row, f"{prefix}low"), getattr(row, f"{prefix}high"), unit
    )
    return stated or NOT_STATED.get(row.value_state, "") or f"“{row.printed}”"


def figure_says(row: Figure) -> str:
    """Return a figure's number and what it counts."""
    total = f" of {numbers.words('unqualified', row.of_total, row.of_total, '')}" if row.of_total is not None else ""
    outcome = "" if row.outcome.lower() in row.counted.lower() else row.outcome
    actor = f"by {row.actor}" if row.actor else ""
    what = ", ".join(part for part in (row.counted, outcome, actor, row.place) if part)
    return f"{amount(row, unit=unit_code(row.unit))}{total}" + (f" ({what})" if what else "")


def statement_says(row: Statement) -> str:
    """Return a statement's answer: its code, our words, or what it says instead."""
    said = "; ".join(part for part in (row.code.name if row.code else "", row.text) if part)
    return said or NOT_STATED.get(row.value_state, "") or f"“{row.printed}”"  # type: ignore[call-overload]


def result_says(row: Result) -> str:
    """Return a result: share, votes, seats."""
    share = amount(row, "share_", "percent") if row.value_state == ValueState.STATED else ""
    parts = [f"{share} of {row.get_share_of_display().lower()}" if share and row.share_of != "not_stated" else share]
    for name in ("votes", "seats"):
        number = getattr(row, name)
        if number is not None:
            parts.append(
                f"{numbers.words(getattr(row, f'{name}_qualifier'), Decimal(number), Decimal(number), '')} {name}"
            )
    said = ", ".join(part for part in parts if part)
    return f"{row.label}: {said or f'“{row.printed}”'}"


def case_says(row: CaseStep) -> str:
    """Return a step in words, with its date."""
    when = dates.words(row.date)
    return row.get_case_status_display() + (f", {when}" if when else "")


def citation_record(row: Citation) -> Any:
    """Return the thing that a citation is about."""
    return getattr(row, set_keys(row, CITED)[0])


def named(record: Any) -> str:
    """Return a thing's name, with what owns it where its own name would not say."""
    for owner in ("person", "organisation", "country"):
        if type(record).__name__.endswith(("Name", "Status")) and hasattr(record, owner):
            name = str(getattr(record, owner))
            return name if name == str(record) else f"{name}: {record}"
    return str(record)


def field_words(model: type[Any], name: str) -> str:
    """Return a field's name in words."""
    words = str(model._meta.get_field(name).verbose_name) if name in field_names(model) else name
    return words.replace("_", " ")


def field_names(model: type[Any]) -> set[str]:
    """Return the names of a model's own columns."""
    return {field.name for field in model._meta.concrete_fields}


def value_words(model: type[Any], name: str, value: str) -> str:
    """Return a citation's value as a page prints it: a code by its name, a date in words."""
    if not value or name not in field_names(model):
        return value
    field = model._meta.get_field(name)
    if type(field).__name__ == "PartialDateField":
        return dates.words(value)
    if name == "term_years":
        return f"{value} {'year' if value == '1' else 'years'}"
    if field.get_internal_type() == "BooleanField":
        return {"true": "yes", "false": "no"}.get(value, value)
    return str(dict(field.flatchoices).get(value, value))


def citation_says(row: Citation) -> str:
    """Return the value that a citation gives, or its printed words."""
    record = citation_record(row)
    return value_words(type(record), row.field, row.value) or (f"“{row.printed}”" if row.printed else "attested")


def citation_about(row: Citation) -> str:
    """Return the thing and the field that a citation is about."""
    record = citation_record(row)
    return f"{named(record)}: {field_words(type(record), row.field)}" if row.field else named(record)


ABOUT: dict[type[Any], Callable[[Any], str]] = {
    Figure: lambda row: ", ".join(str(part) for part in (row.indicator, row.event, row.election, row.partner) if part),
    Statement: lambda row: ", ".join(str(part) for part in (row.topic, row.partner) if part),
    Breakdown: lambda row: f"{row.country}: {row.get_kind_display().lower()}",
    Share: lambda row: str(row.breakdown),
    Result: lambda row: str(row.election),
    Involvement: lambda row: str(row.event),
    CaseStep: lambda row: f"{row.proceeding}: {row.person or row.group_label}",
    Citation: citation_about,
    Excerpt: lambda row: row.heading,
}
SAYS: dict[type[Any], Callable[[Any], str]] = {
    Figure: figure_says,
    Statement: statement_says,
    Breakdown: lambda row: row.printed or str(row),
    Share: lambda row: f"{row.label}: {amount(row, unit='percent')}",
    Result: result_says,
    Involvement: lambda row: f"{row.person or row.organisation or row.group_label}: {row.get_role_display().lower()}",
    CaseStep: case_says,
    Citation: citation_says,
    Excerpt: lambda row: row.text,
}


def about(row: Any) -> str:
    """Return what a row is about."""
    return ABOUT[type(row)](row)


def says(row: Any) -> str:
    """Return what a row says."""
    return SAYS[type(row)](row)
