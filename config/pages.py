"""The Jinja2 environment of the public pages: autoescape, missing names fail, a few filters."""

import datetime
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment

from sources import dates, numbers, wording


def address(name: str, *args: Any, **kwargs: Any) -> str:
    """Return the address of a view by its name."""
    return reverse(name, args=args, kwargs=kwargs)


def day(value: datetime.date | None) -> str:
    """Return a day in words: 13 December 2012."""
    return dates.words(value.isoformat()) if value else ""


def amount(row: Any, low: str = "low", high: str = "high", qualifier: str = "qualifier", unit: str = "") -> str:
    """Return a row's number in words and figures: at least 17."""
    return numbers.words(getattr(row, qualifier), getattr(row, low), getattr(row, high), unit)


def environment(**options: Any) -> Environment:
    """Make the environment; Django passes autoescape and the options of the settings."""
    made = Environment(**options)  # noqa: S701  # autoescape is Django's default for this backend
    made.globals.update(url=address, static=static, wording=wording)
    made.filters.update(edtf=dates.words, day=day, amount=amount, plain=numbers.plain)
    return made
