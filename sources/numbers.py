"""Numbers as sources give them: how value state, qualifier and the pair low and high fit together, and their words.

Percentages run from 0 to 100. The reader of printed numbers stands in `printed_numbers`; others import this module.
"""

from collections.abc import Callable
from decimal import Decimal

from sources.printed_numbers import QUALIFIERS, VALUE_STATES, Reading, read_printed

__all__ = ["QUALIFIERS", "VALUE_STATES", "NumberError", "Reading", "check", "plain", "read_printed", "words"]

# A numeral of this many digits is no longer a figure of any source.
MAX_DIGITS = 1000

_UNIT_WORDS = {
    "km2": "km²",
    "mi2": "square miles",
    "persons_per_km2": "persons per km²",
    "persons_per_mi2": "persons per square mile",
    "percentage_points": "percentage points",
    "mci": "MCI",
    "per_1000": "per 1,000",
    "per_100000": "per 100,000",
}
_MONEY = {"usd": "US$", "eur": "€", "gbp": "£"}
_CODES = {"kzt": "tenge", "rub": "roubles"}
# Counted things are named by the page; “17 persons dead” would say it twice.
_SILENT = {"", "persons", "count", "number"}


class NumberError(ValueError):
    """A number that cannot be written out in digits."""


def check(value_state: str, qualifier: str, low: Decimal | None, high: Decimal | None) -> str | None:
    """The sentence that says what is wrong with the four together, or None.

    A range printed with one number at both ends is that number, so `between` wants low below high.
    """
    if value_state not in VALUE_STATES:
        return f"“{value_state}” is no value state; use {', '.join(VALUE_STATES)}."
    if value_state != "stated":
        if qualifier or low is not None or high is not None:
            return f"A value that is {value_state.replace('_', ' ')} has no qualifier and no number."
        return None
    if qualifier not in QUALIFIERS:
        said = f"“{qualifier}” is no qualifier" if qualifier else "A stated number has a qualifier"
        return f"{said}; use {', '.join(QUALIFIERS)}."
    if any(value is not None and not value.is_finite() for value in (low, high)):
        return "Low and high must be finite numbers."
    return _RULES[qualifier](qualifier.replace("_", " "), low, high)


def _one_value(name: str, low: Decimal | None, high: Decimal | None) -> str | None:
    return None if low is not None and low == high else f"“{name}” needs one number, given as both low and high."


def _low_only(name: str, low: Decimal | None, high: Decimal | None) -> str | None:
    return None if low is not None and high is None else f"“{name}” needs low and leaves high empty."


def _high_only(name: str, low: Decimal | None, high: Decimal | None) -> str | None:
    return None if low is None and high is not None else f"“{name}” needs high and leaves low empty."


def _both(name: str, low: Decimal | None, high: Decimal | None) -> str | None:
    fits = low is not None and high is not None and low < high
    return None if fits else f"“{name}” needs low and high, low being the smaller."


_RULES: dict[str, Callable[[str, Decimal | None, Decimal | None], str | None]] = {
    "unqualified": _one_value,
    "about": _one_value,
    "at_least": _low_only,
    "more_than": _low_only,
    "at_most": _high_only,
    "less_than": _high_only,
    "between": _both,
}


def plain(value: Decimal) -> str:
    """Digits for CSV and forms: no exponent, trailing zeros or thousands marks. Raises NumberError if not finite."""
    return _digits(value, "f")


def _digits(value: Decimal, form: str) -> str:
    if not value.is_finite() or abs(value.adjusted()) > MAX_DIGITS:
        raise NumberError(f"{value} cannot be written out in digits.")
    text = format(value, form)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def words(qualifier: str, low: Decimal | None, high: Decimal | None, unit: str) -> str:
    """Figures for pages, such as “at least 17”, “53.4%”, “between 3 and 5%”, “up to US$365,000,000”.

    Thousands are parted by commas (they survive copying into a sheet, which thin spaces do not). '' without a number.
    """
    values = [value for value in (low, high) if value is not None]
    if not values:
        return ""
    if len(values) == 2 and values[0] != values[1]:
        return f"between {_with_unit(values[0], unit, bare_percent=True)} and {_with_unit(values[1], unit)}"
    text = _with_unit(values[0], unit)
    lead = {
        "about": "about ",
        "at_least": "at least ",
        "more_than": "more than ",
        "at_most": "up to ",
        "less_than": "less than ",
    }
    return lead.get(qualifier, "") + text


def _with_unit(value: Decimal, unit: str, *, bare_percent: bool = False) -> str:
    digits = _digits(value, ",f").replace("-", "−")
    if unit in _MONEY:
        return f"{_MONEY[unit]}{digits}"
    if unit == "percent":
        return digits if bare_percent else f"{digits}%"
    if unit == "rank":
        return f"rank {digits}"
    if unit in _SILENT or bare_percent:
        return digits
    return f"{digits} {_UNIT_WORDS.get(unit) or _CODES.get(unit) or unit.replace('_', ' ')}"
