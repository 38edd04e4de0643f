"""Numbers of an entity: each with its indicator, unit, qualifier, period and the words that it rests on.

Numbers and dates are read by `sources.numbers` and `sources.dates`; here the printed text is only cut into the pieces
that they read: the number in front, the date in the last bracket, several years one after another, shares by sex.
"""

import collections
import functools
import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from profiles.factbook.edition.piece import Piece, Refused
from profiles.factbook.edition.texts import brackets, one_line, short, split_outside, without_brackets, without_notes
from profiles.factbook.parliament.results import is_unknown
from profiles.factbook.values.measures import MEASURES, Measure
from sources import dates, numbers

_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|\.\d+)"
_LEAD = re.compile(
    r"^(?P<value>(?:(?:an )?(?:estimated|about|approximately|around|roughly|nearly|almost|less than|fewer than"
    r"|more than|greater than|at least|over|under|up to|no more than|<|>|~|≈)\s*)*"
    rf"(?:US)?\$?\s?[-–−]?\$?{_NUMBER}(?:(?:%|\s?(?:thousand|million|billion|trillion))?\s?(?:-|–|to)\s?\$?{_NUMBER}(?=\s?%|\s+(?:million|billion|years|sq)"
    rf"|\s*(?:\(|$)))?\s?(?:%|per ?cent\b|thousand\b|million\b|billion\b|trillion\b)?)",
    re.I,
)
_SERIES = re.compile(r"(?<=\))[ \n;,]+(?=[-–−<>$]?\.?\d|less than|more than|NA\b|about )|\n+")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_PART_OF_PLACE = re.compile(r"(?<![\w])(total|urban|rural): ?")
_NO_FIGURE = re.compile(
    r"^(?:(?:\$?NA|NEGL|n/a|none|no data|not available|unknown|undetermined|negligible)\b|-+$)", re.I
)
_AGE = re.compile(
    r"\b(?:at|from|over|above|aged?) (?:the )?(?:age (?:of )?)?(\d\d)\b(?! (?:and|to|-) \d)|\b(\d\d) years of age\b"
)


_PRICES = re.compile(r"\s*\b(note: data (?:are )?in (?:\d{4} |constant )?(?:US )?dollars)[;,]?\s+(?=\([^)]*\d{4})")
_ONLY_DATE = re.compile(
    r"(?:FY ?)?(?:(?:\d{1,2} )?[A-Z][a-z]+ )?(?:1[89]|20)\d\d(?:[-/–]\d{2,4})?,?(?: (?:est\.?|estimate|census|survey))?"
)
# Those who work less than they would like are another figure than those without work.
_UNDEREMPLOYED = re.compile(r",?\s*\b(?:but|with|and|plus)\b[^%\d;]*\bunderemploy\w*(?: workers)?$", re.I)
_FINANCIAL = re.compile(r"\bFY ?(\d\d)(?!\d)")
_LAST_SHORT = 60  # the last two digits of a year that are of this century


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


def read_quantities(pieces: Sequence[Piece]) -> tuple[list[Quantity], list[Refused]]:
    """The numbers of all pieces that `measures` knows."""
    known = [(piece, measure) for piece in pieces if (measure := measure_of(piece.name))]
    whole = {piece.name for piece, _ in known}
    definitions = {piece.field: piece.text for piece in pieces if piece.part == "definition"}
    found: list[Quantity] = []
    refused: list[Refused] = []
    for piece, measure in known:
        if piece.part == piece.field and piece.field in whole:
            refused.append(Refused(piece.name, piece.text, "A second figure of the field, of a part.", piece.locator))
            continue
        counted = short(definitions[piece.field]) if piece.field in definitions else measure.counted
        read, left = _read(piece, replace(measure, counted=counted))
        found += read
        refused += left
    return _with_doubts(_with_shared_periods(found, _dates(pieces))), refused


def _with_doubts(found: list[Quantity]) -> list[Quantity]:
    """The numbers, those warned of that stand in one text with another number of the same thing and date."""
    numbers_of: dict[Hashable, set[Hashable]] = collections.defaultdict(set)
    for quantity in found:
        numbers_of[_what(quantity)].add((quantity.low, quantity.high))
    note = "The text gives another number for the same date."
    return [
        replace(quantity, warnings=(*quantity.warnings, note))
        if quantity.period and len(numbers_of[_what(quantity)]) > 1
        else quantity
        for quantity in found
    ]


def _what(quantity: Quantity) -> Hashable:
    return (
        quantity.field,
        quantity.locator,
        quantity.indicator,
        quantity.subject,
        quantity.partner,
        quantity.counted,
        quantity.period,
    )


def _read(piece: Piece, measure: Measure) -> tuple[list[Quantity], list[Refused]]:
    text, note = without_notes(_with_prices_last(piece.text))
    refused = [Refused(piece.name, note, "A note.", piece.locator)] if note else []
    if measure.pairs:
        found, left = _pairs(piece, text, measure, note)
        return found, refused + left
    quantities: list[Quantity] = []
    for counted, part in _places(text, measure.counted):
        chunks = [chunk for line in _SERIES.split(part) for chunk in split_outside(line, ";")]
        if measure.indicator == "voting-age" and chunks and not _LEAD.match(chunks[0]):
            chunks = [one_line(part)]
        for number, chunk in enumerate(chunks[:1] if measure.first_only else chunks):
            quantity = _quantity(piece, chunk, replace(measure, counted=counted), note, first=not number)
            if (
                isinstance(quantity, Quantity)
                and not quantity.period
                and any(one.counted == quantity.counted for one in quantities)
            ):
                refused.append(Refused(piece.name, chunk, "A number without a date behind another.", piece.locator))
            elif isinstance(quantity, Quantity):
                quantities.append(quantity)
            else:
                refused.append(Refused(piece.name, chunk, quantity, piece.locator))
    return quantities, refused


def _with_prices_last(text: str) -> str:
    """Notes on the year of the prices that stand between a sum and its date, put behind all the sums."""
    found = [match[1] for match in _PRICES.finditer(text)]
    if not found:
        return text
    return "\n".join((_PRICES.sub(" ", text), *dict.fromkeys(found)))


def _places(text: str, counted: str) -> list[tuple[str, str]]:
    """The parts under “urban:”, “rural:” and “total:”, where a text has several."""
    found = list(_PART_OF_PLACE.finditer(text))
    if not found or (len(found) == 1 and found[0].start()):
        return [(counted, text)]
    parts = []
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        known = match[1] == "total" or counted.endswith(match[1])
        place = counted if known else ", ".join(filter(None, (counted, match[1])))
        parts.append((place, text[match.end() : end].strip()))
    return parts


def _quantity(piece: Piece, chunk: str, measure: Measure, note: str, *, first: bool = True) -> Quantity | str:
    """The number of one chunk, or the reason why there is none. `first` tells the first chunk of a text."""
    flat = one_line(chunk).lstrip(" ,").rstrip(" ,.")
    flat = re.sub(r"^(?:(?:total|urban|rural|male|female|total population): |total - )", "", flat)
    flat = re.sub(r"^\(((?:1[89]|20)\d\d[^)]*)\)\s*(.*)$", r"\2 (\1)", flat)
    printed = short(piece.printed or flat)
    flat = re.sub(r"^ca\.? ", "about ", flat)
    # Books print minus as a dash or two, with a blank behind: “--10 migrants”, “- 0.3%”.
    flat = re.sub(r"^[-–−]{1,2}\s?(?=[\d.$])", "-", flat)
    if _NO_FIGURE.match(flat):
        return "The edition gives no figure."
    match = _LEAD.match(flat)
    if not match:
        return _voting_age(piece, flat) if measure.indicator == "voting-age" else "No number stands in front."
    behind = _UNDEREMPLOYED.sub("", without_brackets(flat[match.end() :])).strip(" ,.:")
    strange = _other_unit(match["value"], measure) or _strange(behind, measure, first=first)
    if strange:
        return strange
    value = re.sub(r"(?<![\d.])\.(?=\d)", "0.", match["value"].strip())
    value = re.sub(r"%(?=\s?(?:[-–]|to\b))", "", value)
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
        _counted(measure.counted, flat, _told(behind, measure)),
        printed,
        piece.name,
        piece.locator,
        tuple(dict.fromkeys(notes)),
    )


# Shares of a whole lie between 0 and 100; growth and the like do not.
_MAY_PASS = frozenset({"population-growth", "gdp-growth", "gnp-growth", "inflation", "urbanisation-rate"})


def _passes(reading: numbers.Reading) -> bool:
    return any(value is not None and not 0 <= value <= 100 for value in (reading.low, reading.high))


def _other_unit(value: str, measure: Measure) -> str:
    """Why a number's own sign says that it counts something else than the measure, or ''."""
    share = "%" in value or re.search(r"per ?cent", value)
    if bool(share) and measure.unit != "percent":
        return "A share stands where a number of another unit is expected."
    if "$" in value and measure.unit != "usd":
        return "A sum of money stands where another number is expected."
    if measure.unit == "percent" and re.search(r"\b(?:thousand|million|billion|trillion)\b", value):
        return "A number stands where a share is expected."
    return ""


def _strange(behind: str, measure: Measure, *, first: bool) -> str:
    """Why the words behind a number make it another than the measure's, or ''.

    Persons may be told by words (“2,783,000 economically active”), which go into what was counted.
    """
    plain = re.sub(
        r"^(?:of )?(?:est\.?|NA|ca|circa)$", "", re.sub(r",? ?(?:est\.?|NA|ca|less than)$", "", behind)
    ).strip(" ,")
    if re.match(r"(?:[-–]|to\b)\s?\$?\d", plain):
        return "A range that was not understood."
    if not plain or measure.pairs or (measure.unit == "persons" and first):
        return ""
    if measure.unit == "km2" and re.fullmatch(r"sq km(?: [A-Z][\w'’-]+)+", plain):
        return ""
    if any(re.fullmatch(words, plain, re.I | re.S) for words in (measure.words_behind, measure.told) if words):
        return ""
    return "Words that we do not know stand behind the number."


def _told(behind: str, measure: Measure) -> str:
    """The words behind a number that say what was counted: which persons, or which part of the area."""
    if measure.pairs or "%" in behind:
        return ""
    if measure.told and re.fullmatch(measure.told, behind, re.I):
        return behind
    if measure.unit == "km2":
        return re.sub(r"^sq km(?: (?:less than|ca))?\s*|^(?:km ?2|km²).*", "", behind)
    return behind if measure.unit == "persons" else ""


def _voting_age(piece: Piece, flat: str) -> Quantity | str:
    """The one age that a text on suffrage names behind its words: “universal at age 18”."""
    universal = re.findall(r"\buniversal\b[^;,]*? age (?:of )?(\d\d)\b", flat)
    ages = set(universal) or {first or second for first, second in _AGE.findall(flat)}
    if len(ages) != 1:
        return "Several ages." if ages else "No number stands in front."
    age = Decimal(ages.pop())
    return Quantity(
        "voting-age",
        "years",
        "unqualified",
        age,
        age,
        "",
        "",
        "",
        "",
        "",
        short(flat),
        piece.name,
        piece.locator,
        (),
    )


def _counted(counted: str, text: str, behind: str = "") -> str:
    """What was counted, with a bracket that says of which part: “551,500 sq km (metropolitan France)”.

    So do words behind the number that `_told` gives.
    """
    said = [
        inside
        for _, _, inside in brackets(text)
        if not _YEAR.search(inside) and not re.match(r"(?:fe)?male\b|NA\b|FY ?\d|\d|.{0,2}$", inside)
    ]
    return ", ".join(filter(None, (counted, short(behind), short(said[0]) if said else "")))[:160]


def _period(text: str, note: str) -> tuple[str, str, list[str]]:
    """The date of the last bracket that holds a year: EDTF, as printed, warnings."""
    dated = {inside for _, _, inside in brackets(note) if _YEAR.search(inside)}
    for words in (text, note if len(dated) == 1 else ""):
        for _, _, inside in reversed(list(brackets(words))):
            full = _FINANCIAL.sub(_with_century, inside)
            if not _YEAR.search(full):
                continue
            reading = _read_date(full)
            kept = [warning for warning in reading.warnings if "season" not in warning]
            if reading.edtf:
                return reading.edtf, short(inside), kept
            return "", short(inside), [f"The date “{short(inside)}” was not understood."]
    return "", "", []


def _with_century(match: re.Match[str]) -> str:
    """“FY91” as “FY1991”: the Factbook began in 1981."""
    return f"FY{'19' if int(match[1]) > _LAST_SHORT else '20'}{match[1]}"


def _dates(pieces: Sequence[Piece]) -> dict[str, str]:
    """The one date that the parts of a field print, those that are not read among them; its note's only at the end."""
    found: dict[str, set[str]] = {}
    for piece in pieces:
        text = re.sub(r"\)\W*$", ")", piece.text)
        for _, end, inside in brackets(text):
            if _ONLY_DATE.fullmatch(inside) and (piece.part != "note" or end == len(text)):
                found.setdefault(piece.field, set()).add(inside)
    return {field: inside.pop() for field, inside in found.items() if len(inside) == 1}


def _with_shared_periods(found: list[Quantity], dates_of: dict[str, str]) -> list[Quantity]:
    """The numbers of one field, those without a date given the one date that the field prints."""
    periods: dict[str, set[tuple[str, str]]] = {}
    for quantity in found:
        if quantity.period:
            periods.setdefault(_field(quantity), set()).add((quantity.period, quantity.period_printed))
    for field, inside in dates_of.items():
        period = _read_date(inside).edtf
        if period and field not in periods:
            periods[field] = {(period, short(inside))}
    shared = []
    for quantity in found:
        own = periods.get(_field(quantity), set())
        if not quantity.period and not quantity.period_printed and len({edtf for edtf, _ in own}) == 1:
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
