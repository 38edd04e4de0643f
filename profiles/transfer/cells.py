"""One cell to one value, by the kind of its column. No database here."""

import datetime
import re
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models

from profiles.datasets.stored import Stored
from sources import dates, keys, locators
from sources.models.base import Publishable

WHOLE = re.compile(r"-?[0-9]{1,19}")
NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")
BOOLEANS = {"true": True, "false": False}
check_url = URLValidator(schemes=["http", "https"])


class CellError(ValueError):
    """The cell cannot be read; the message says why."""


def read_cell(column: Stored, text: str, model: type[models.Model]) -> Any:
    """Return the value of a cell: a str, int, Decimal, bool or date; a key for links and arcs; None for no value.

    Raises CellError, in an editor's words.
    """
    if text == "":
        return _empty(column)
    return READERS[column.kind](column, text, model)


def _empty(column: Stored) -> Any:
    if column.required:
        raise CellError("The cell is empty; this column needs a value.")
    if column.kind == "boolean":
        raise CellError("Write true or false.")
    return "" if column.kind in ("text", "partial_date") else None


def _text(column: Stored, text: str, model: type[models.Model]) -> str:
    field = column.field
    longest = field.max_length
    if longest is not None and len(text) > longest:
        raise CellError(f"The text has {len(text)} characters; the column holds {longest}.")
    if field.choices:
        known = [str(value) for value, _ in field.flatchoices]
        if text not in known:
            raise CellError(f"{text!r} is not one of: {', '.join(known)}.")
    if column.name == "key" and issubclass(model, Publishable):
        problem = keys.country_problem(text) if model.key_pattern == keys.COUNTRY_PATTERN else keys.problem(text)
        if problem:
            raise CellError(problem)
    if column.name == "locator":
        _place(text)
    if isinstance(field, models.URLField):
        try:
            check_url(text)
        except ValidationError as error:
            raise CellError(f"{text!r} is not a web address.") from error
    return text


def _place(text: str) -> None:
    try:
        normal = locators.normalise(text)
    except locators.LocatorError as error:
        raise CellError(str(error)) from error
    if normal != text:
        raise CellError(f"The locator is spelt {normal!r}.")


def _partial_date(column: Stored, text: str, model: type[models.Model]) -> str:
    try:
        dates.bounds(text)
    except dates.DateError as error:
        raise CellError(str(error)) from error
    return _text(column, text, model)


def _integer(column: Stored, text: str, model: type[models.Model]) -> int:
    if not WHOLE.fullmatch(text):
        raise CellError(f"{text!r} is not a whole number.")
    value = int(text)
    for validator in column.field.validators:
        try:
            validator(value)
        except ValidationError as error:
            raise CellError(" ".join(error.messages)) from error
    return value


def _decimal(column: Stored, text: str, model: type[models.Model]) -> Decimal:
    """Read a number with a decimal point or comma; a comma before three digits could be either, so it is refused."""
    if not NUMBER.fullmatch(text):
        raise CellError(f"{text!r} is not a number; write it with a decimal point and no thousands marks.")
    if re.fullmatch(r"-?[0-9]{1,3},[0-9]{3}", text):
        raise CellError(
            f"{text!r} may be a decimal comma or a thousands mark; write it with a point or without a mark."
        )
    value = Decimal(text.replace(",", "."))
    field: Any = column.field
    whole, places = field.max_digits - field.decimal_places, field.decimal_places
    if value.adjusted() >= whole or -int(value.as_tuple().exponent) > places:
        raise CellError(f"The number has more than {whole} digits before the point or {places} after it.")
    return value


def _boolean(column: Stored, text: str, model: type[models.Model]) -> bool:
    if text.lower() not in BOOLEANS:
        raise CellError(f"{text!r} is neither true nor false.")
    return BOOLEANS[text.lower()]


def _day(column: Stored, text: str, model: type[models.Model]) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise CellError(f"{text!r} is not a day such as 2012-11-15.") from error


def _link(column: Stored, text: str, model: type[models.Model]) -> str:
    return text


def _arc(column: Stored, text: str, model: type[models.Model]) -> str:
    dataset, _, key = text.partition("/")
    if dataset not in column.targets.values() or not key:
        raise CellError(f"{text!r} is not dataset/key with one of: {', '.join(column.targets.values())}.")
    return text


READERS = {
    "text": _text,
    "integer": _integer,
    "decimal": _decimal,
    "boolean": _boolean,
    "day": _day,
    "partial_date": _partial_date,
    "link": _link,
    "arc": _arc,
}
