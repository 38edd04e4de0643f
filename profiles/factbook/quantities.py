"""Numbers of an entity: each with its indicator, unit, qualifier, period and the words that it rests on.

Numbers and dates are read by `sources.numbers` and `sources.dates`; here the printed text is only cut into the pieces
that they read: the number in front, the date in the last bracket, several years one after another, shares by sex.
"""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from profiles.factbook.layout import Piece, Refused
from profiles.factbook.measures import MEASURES, Measure
from profiles.factbook.results import is_unknown
from profiles.factbook.texts import brackets, one_line, short, split_outside, without_brackets, without_notes
from sources import dates, numbers

_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|\.\d+)"
_LEAD = re.compile(
    r"^(?P<value>(?:(?:an )?(?:estimated|about|approximately|around|roughly|nearly|almost|less than|fewer than"
    r"|more than|greater than|at least|over|under|up to|no more than|<|>|~|≈)\s*)*"
    rf"(?:US)?\$?\s?[-–−]?\$?{_NUMBER}(?:\s?(?:-|–|to)\s?\$?{_NUMBER}(?=\s?%|\s+(?:million|billion|years|sq)"
    rf"|\s*\())?\s?(?:%|per ?cent\b|thousand\b|million\b|billion\b|trillion\b)?)",
    re.I,
)
_SERIES = re.compile(r"(?<=\))[ \n;,]+(?=[-–−<>$]?\.?\d|less than|more than|NA\b|about )|\n+")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_PART_OF_PLACE = re.compile(r"(?<![\w])(total|urban|rural): ?")
_NO_FIGURE = re.compile(r"^(?:(?:\$?NA|n/a|none|no data|not available|unknown|undetermined|negligible)\b|-+$)", re.I)


# A few hundred dates stand behind all the numbers of an edition.
_read_date = functools.lru_cache(maxsize=4096)(dates.read_printed)


@dataclass(frozen=True)
class Quantity:
    """One number. `subject` is male, female or ''; `partner` a country as printed; `period` EDTF, '' where"
    " unprinted."""

    indicator: str
    unit: str
    qualifier: str
    low: Decimal | None
    high: Decimal | None
    period: str
    period_printed: str
    subject: str
    partner: str
    counted: str
    printed: str
    field: str
    locator: str
    warnings: tuple[str, ...]


def measure_of(name: str) -> Measure | None:
    """The measure of a piece's name, or None where it is out of scope here. A year behind the name does not count."""
    bare = re.sub(r" (?:1[89]|20)\d\d$", "", name)
    head, _, part = bare.partition(" > ")
    return MEASURES.get(bare) or (MEASURES.get(head) if part == head else None)


def read_quantities(pieces: Iterable[Piece]) -> tuple[list[Quantity], list[Refused]]:
    """The numbers of all pieces that `measures` knows."""
    known = [(piece, measure) for piece in pieces if (measure := measure_of(piece.name))]
    definitions = {piece.field: piece.text for piece in pieces if piece.part == "definition"}
    found: list[Quantity] = []
    refused: list[Refused] = []
    for piece, measure in known:
        counted = short(definitions[piece.field]) if piece.field in definitions else measure.counted
        read, left = _read(piece, replace(measure, counted=counted))
        found += read
        refused += left
    return _with_shared_periods(found), refused


def _read(piece: Piece, measure: Measure) -> tuple[list[Quantity], list[Refused]]:
    text, note = without_notes(piece.text)
    refused = [Refused(piece.name, note, "A note.", piece.locator)] if note else []
    if measure.pairs:
        found, left = _pairs(piece, text, measure, note)
        return found, refused + left
    quantities: list[Quantity] = []
    for counted, part in _places(text, measure.counted):
        chunks = [chunk for line in _SERIES.split(part) for chunk in split_outside(line, ";")]
        for chunk in chunks[:1] if measure.first_only else chunks:
            quantity = _quantity(piece, chunk, replace(measure, counted=counted), note)
            if isinstance(quantity, Quantity):
                quantities.append(quantity)
            else:
                refused.append(Refused(piece.name, chunk, quantity, piece.locator))
    return quantities, refused


def _places(text: str, counted: str) -> list[tuple[str, str]]:
    """The parts under “urban:”, “rural:” and “total:”, where a text has several."""
    found = list(_PART_OF_PLACE.finditer(text))
    if len(found) < 2:
        return [(counted, text)]
    parts = []
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        place = "" if match[1] == "total" else f"{counted}, {match[1]}" if counted else match[1]
        parts.append((place or counted, text[match.end() : end].strip()))
    return parts


def _quantity(piece: Piece, chunk: str, measure: Measure, note: str) -> Quantity | str:
    """The number of one chunk, or the reason why there is none."""
    flat = one_line(chunk).lstrip(" ,").rstrip(" ,.")
    flat = re.sub(r"^(?:total|urban|rural|male|female|total population): ", "", flat)
    flat = re.sub(r"^\(((?:1[89]|20)\d\d[^)]*)\)\s*(.*)$", r"\2 (\1)", flat)
    if _NO_FIGURE.match(flat):
        return "The edition gives no figure."
    match = _LEAD.match(flat)
    if not match:
        return "No number stands in front."
    value = re.sub(r"(?<![\d.])\.(?=\d)", "0.", match["value"].strip())
    reading = numbers.read_printed(value)
    if reading.value_state != "stated":
        return f"The number was not understood: {' '.join(reading.warnings)}".strip()
    period, printed_period, notes = _period(flat, note)
    notes += reading.warnings
    if measure.unit == "percent" and reading.unit != "percent" and "%" not in flat:
        notes.append("The number has no sign of per cent.")
    if measure.unit == "percent" and measure.indicator not in _MAY_PASS and _passes(reading):
        return "The share is not between 0 and 100."
    if measure.unit == "usd" and reading.unit != "usd":
        notes.append("The number has no sign of US dollars.")
    subject = piece.part if piece.part in {"male", "female"} else ""
    return Quantity(
        measure.indicator,
        measure.unit,
        reading.qualifier,
        reading.low,
        reading.high,
        period,
        printed_period,
        subject,
        "",
        _counted(measure.counted, flat),
        short(flat),
        piece.name,
        piece.locator,
        tuple(dict.fromkeys(notes)),
    )


# Shares of a whole lie between 0 and 100; growth and the like do not.
_MAY_PASS = frozenset({"population-growth", "gdp-growth", "inflation", "urbanisation-rate"})


def _passes(reading: numbers.Reading) -> bool:
    return any(value is not None and not 0 <= value <= 100 for value in (reading.low, reading.high))


def _counted(counted: str, text: str) -> str:
    """What was counted, with a bracket that says of which part: “551,500 sq km (metropolitan France)”."""
    said = [
        inside
        for _, _, inside in brackets(text)
        if not _YEAR.search(inside) and not re.match(r"male\b|NA\b|\d|.{0,2}$", inside)
    ]
    return ", ".join(filter(None, (counted, short(said[0]) if said else "")))[:160]


def _period(text: str, note: str) -> tuple[str, str, list[str]]:
    """The date of the last bracket that holds a year: EDTF, as printed, warnings."""
    for words in (text, note):
        for _, _, inside in reversed(list(brackets(words))):
            if not _YEAR.search(inside):
                continue
            reading = _read_date(inside)
            kept = [warning for warning in reading.warnings if "season" not in warning]
            if reading.edtf:
                return reading.edtf, short(inside), kept
            return "", short(inside), [f"The date “{short(inside)}” was not understood."]
    return "", "", []


def _with_shared_periods(found: list[Quantity]) -> list[Quantity]:
    """The numbers of one field, those without a date given the one date that the field prints."""
    periods: dict[str, set[tuple[str, str]]] = {}
    for quantity in found:
        if quantity.period:
            periods.setdefault(_field(quantity), set()).add((quantity.period, quantity.period_printed))
    shared = []
    for quantity in found:
        own = periods.get(_field(quantity), set())
        if not quantity.period and len({edtf for edtf, _ in own}) == 1:
            period, printed = next(iter(own))
            notes = (*quantity.warnings, "The date is printed with another number of the field.")
            shared.append(replace(quantity, period=period, period_printed=printed, warnings=notes))
        else:
            shared.append(quantity)
    return shared


def _field(quantity: Quantity) -> str:
    return quantity.field.partition(" > ")[0]


def _pairs(piece: Piece, text: str, measure: Measure, note: str) -> tuple[list[Quantity], list[Refused]]:
    """Numbers with their country: “12,400 (Mauritania); 508 (Iraq) (2011)”; the date behind the last holds for all."""
    found: list[Quantity] = []
    refused: list[Refused] = []
    waiting = 0
    for item in split_outside(one_line(text), r"[;,](?!\d)"):
        quantity = _quantity(piece, item, replace(measure, counted=""), "")
        if not isinstance(quantity, Quantity):
            refused.append(Refused(piece.name, item, quantity, piece.locator))
            continue
        partner = next(
            (inside for _, _, inside in brackets(item) if not re.fullmatch(r"(?:\D{0,12})?(?:1[89]|20)\d\d.*", inside)),
            "",
        )
        behind = without_brackets(item)[len(re.sub(r"\s+$", "", (_LEAD.match(item) or [item])[0])) :].strip()
        counted = short(behind) if behind else ""
        found.append(replace(quantity, partner=short(partner), counted=counted))
        if quantity.period:
            dated = [
                replace(one, period=quantity.period, period_printed=quantity.period_printed)
                for one in found[waiting:-1]
            ]
            found[waiting:-1] = dated
            waiting = len(found)
    if note and not found and not refused and not is_unknown(text):
        refused.append(Refused(piece.name, text, "No numbers were found.", piece.locator))
    return found, refused
