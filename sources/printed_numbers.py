"""The reader of printed numbers: English text in, value state, qualifier, low, high, unit and warnings out.

The text is made plain, the numerals are found, and the words around them give qualifier, magnitude and unit. A text
whose numbers do not make one value (those of two dates, a fraction, a calendar day) is left in words, with a warning.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Context, Decimal

from sources.number_words import APPROXIMATE, MAGNITUDES, MONEY, UNITS, VAGUE, digits_for_words

QUALIFIERS = ("unqualified", "about", "at_least", "more_than", "at_most", "less_than", "between")
VALUE_STATES = ("stated", "none_reported", "no_reliable_figure", "not_applicable", "in_words")
MAX_LENGTH = 500
MAX_DIGITS = 24
# Wide enough for that many digits times the largest magnitude, so that nothing is rounded.
_EXACT = Context(prec=60)

_NUMERAL = r"[0-9]+(?:[.,'][0-9]+)*"
_MAGNITUDE = "|".join(sorted(filter(None, MAGNITUDES), key=len, reverse=True))
_VALUE = re.compile(
    rf"(?<![\w.,])(?P<minus>-)?(?P<numeral>{_NUMERAL})(?P<plus> ?\+)?(?![0-9])(?: ?-?(?P<magnitude>{_MAGNITUDE})\b)?"
)
_MONEY_SIGN = "|".join(re.escape(sign) for sign in sorted(MONEY, key=len, reverse=True))
_QUALIFIER_BEFORE = (
    ("at_most", r"not? more tha?e?n|not exceeding|up to|at most|maximum(?: of)?|as (?:many|much) as|<=|≤"),
    ("at_least", r"not? (?:fewer|less) tha?e?n|at least|minimum(?: of)?|>=|≥"),
    ("more_than", r"(?:more|greater|higher) tha?e?n|over|above|exceeding|in excess of|upwards? of|>"),
    ("less_than", r"(?:less|fewer|lower) tha?e?n|under|below|<"),
    ("about", APPROXIMATE),
)
_QUALIFIER_AFTER = (
    ("at_least", r"or more|or over|and more|and over|at least"),
    ("at_most", r"or less|or fewer|at most"),
    ("about", r"or so|approx\.?"),
)
_WAS = "(?:was |were |is |are )?"
_STATES = (
    ("none_reported", rf"none|nil|none {_WAS}(?:reported|recorded|known)|no \w+ {_WAS}(?:reported|recorded)"),
    (
        "no_reliable_figure",
        rf"(?:there {_WAS})?no (?:\w+ )?(?:reliable )?(?:data|figures?|estimates?|statistics|information)"
        rf"(?: {_WAS}available)?|unknown|not (?:known|available)|{_WAS}unavailable|na",
    ),
    ("not_applicable", r"not applicable"),
)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_YEAR_BEHIND = re.compile(r"\b(?:in|since|during|until|as of|as at) (?:1[5-9]|20)[0-9]{2}(?![0-9%]|[.,][0-9])")


@dataclass(frozen=True)
class Reading:
    """What a printed number says; `low` and `high` follow the qualifier, `unit` is a code such as percent or km2."""

    value_state: str
    qualifier: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    warnings: tuple[str, ...]


def read_printed(text: str) -> Reading:
    """Read a printed number. Never raises: what gives no single value or range is `in_words`, with a warning."""
    if len(text) > MAX_LENGTH:
        return _in_words([f"The text is longer than {MAX_LENGTH} characters; give the number alone."])
    plain = _plain(text)
    for state, pattern in _STATES:
        if re.fullmatch(pattern, plain.strip(" .")):
            return Reading(state, "", None, None, "", ())
    warnings: list[str] = []
    try:
        return _read(plain, warnings)
    except _UnreadError as reason:
        return _in_words([*warnings, str(reason)] if str(reason) else [])


class _UnreadError(Exception):
    """Why a text gives no number; empty where it never meant to give one (“dozens”)."""


def _in_words(warnings: list[str]) -> Reading:
    return Reading("in_words", "", None, None, "", tuple(warnings))


def _plain(text: str) -> str:
    plain = re.sub(r"\[[0-9]{1,3}\]", " ", text)
    plain = re.sub(r"\b(km|mi) ?[²2](?![0-9])", r" sq \1 ", plain, flags=re.IGNORECASE)
    plain = re.sub(r"[\u00b9\u00b2\u00b3\u2070-\u207f]", " ", plain)
    plain = unicodedata.normalize("NFKC", plain).casefold()
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", plain).replace("’", "'")
    plain = re.sub(r"[\ud800-\udfff\x00-\x1f\x7f]", " ", plain)
    # Groups of three behind a blank are one number: “17 522 010”.
    plain = re.sub(r"(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])", lambda match: match[0].replace(" ", ""), plain)
    plain = re.sub(r"\b(usd|eur|gbp|kzt)(?=[0-9])", r"\1 ", plain)
    # The number inside a rate is part of its unit.
    plain = re.sub(r"(?:\bper|/) ?100,?000\b", " per lakh ", plain)
    plain = re.sub(r"(?:\bper|/) ?(?:1,?000|thousand)\b", " per mille ", plain)
    return re.sub(r"\s+", " ", plain).strip()


def _read(plain: str, warnings: list[str]) -> Reading:
    plain = _without_asides(plain, warnings)
    _refuse_dates_and_fractions(plain)
    plain = digits_for_words(plain)
    plain = _without_totals(plain, warnings)
    found = list(_VALUE.finditer(plain))
    if not found:
        raise _UnreadError("" if re.search(rf"\b(?:{VAGUE})\b", plain) else "No number was found.")
    qualifier, pair = _qualified(plain, found, warnings)
    unit = _unit(plain, pair, warnings)
    values = _values(pair, warnings)
    if qualifier != "between":
        value = values[0]
        low = None if qualifier in {"at_most", "less_than"} else value
        high = None if qualifier in {"at_least", "more_than"} else value
        return Reading("stated", qualifier, low, high, unit, tuple(warnings))
    if values[0] >= values[1]:
        raise _UnreadError("The range does not rise from its first number to its second.")
    return Reading("stated", qualifier, values[0], values[1], unit, tuple(warnings))


def _without_asides(plain: str, warnings: list[str]) -> str:
    """The text without brackets and without years that only say when: “(2012 est.)”, “in 2009”."""
    shorter = re.sub(r"\([^()]*\)", " ", plain)
    if not shorter.strip():
        return plain
    if not re.search(r"between|[0-9] ?-", shorter):
        shorter = _YEAR_BEHIND.sub(" ", shorter)
    if re.sub(r"\s", "", shorter) != re.sub(r"\s", "", plain):
        warnings.append("Text in brackets or a year was left out.")
    return re.sub(r"\s+", " ", shorter).strip()


def _refuse_dates_and_fractions(plain: str) -> None:
    if re.search(rf"[0-9] (?:of )?{_MONTH}\b|\b{_MONTH} [0-9]|[0-9]:[0-9]|[0-9]/[0-9]+/", plain):
        raise _UnreadError("The text holds a date or a time.")
    fraction = r"fold\b|\b(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?\b|[0-9] ?[⁄/] ?[0-9]|[½⅓¼⅔¾]"
    if re.search(fraction, plain) and not re.search("half a (?:m|b)illion", plain):
        raise _UnreadError("The text holds a fraction or a rank; give its value by hand.")
    if re.search(r"[0-9]e[+-]?[0-9]|\b(?:nan|inf|infinity)\b", plain):
        raise _UnreadError("The number is not written in plain digits.")


def _without_totals(plain: str, warnings: list[str]) -> str:
    match = re.search(
        rf"({_NUMERAL}(?:st|nd|rd|th|%| ?per ?cent)?) (?:out )?of (?:the )?({_NUMERAL})(?![0-9])(?! ?(?:%|per))", plain
    )
    if not match:
        return plain
    warnings.append(f"“of {match[2]}” is the total and is not read.")
    return plain[: match.end(1)] + plain[match.end() :]


def _qualified(plain: str, found: list[re.Match[str]], warnings: list[str]) -> tuple[str, list[re.Match[str]]]:
    if len(found) > 2:
        raise _UnreadError("The text holds several numbers.")
    if len(found) == 2:
        _expect_range(plain, found)
        lead = _lead(plain, found)
        if lead:
            warnings.append(f"“{lead.replace('_', ' ')}” before a range is not kept.")
        return "between", found
    before, after = plain[: found[0].start()], plain[found[0].end() :]
    for qualifier, pattern in _QUALIFIER_AFTER:
        if re.search(rf"\b(?:{pattern})(?!\w)", after):
            return qualifier, found
    return ("at_least" if found[0]["plus"] else _lead(before, found) or "unqualified"), found


def _lead(plain: str, found: list[re.Match[str]]) -> str:
    before = plain[: found[0].start()] if len(found) == 2 else plain
    for qualifier, pattern in _QUALIFIER_BEFORE:
        if re.search(rf"(?:^|(?<=[^\w])|(?=[<>≤≥~≈]))(?:{pattern})(?!\w)", before):
            return qualifier
    return ""


def _expect_range(plain: str, found: list[re.Match[str]]) -> None:
    first, second = found
    before, middle = plain[: first.start()], plain[first.end() : second.start()]
    middle = re.sub(rf"%|per ?cent|percent|{_MONEY_SIGN}", "", middle).strip()
    if re.search(r"\bfrom\b", before) and middle in {"to", "-"}:
        raise _UnreadError("“From … to …” gives two values, not a range.")
    if (
        middle in {"-", "to"}
        or (middle == "" and second["minus"])
        or (middle == "and" and re.search(r"\bbetween\b", before))
    ):
        return
    raise _UnreadError("The text holds several numbers.")


def _values(pair: list[re.Match[str]], warnings: list[str]) -> list[Decimal]:
    magnitudes = [match["magnitude"] for match in pair]
    shared = magnitudes[-1]
    values = []
    for index, match in enumerate(pair):
        value = _decimal(match["numeral"], warnings)
        value = _EXACT.multiply(value, MAGNITUDES[magnitudes[index] or shared or ""])
        # In “3 -5” the dash is the range's.
        parted = match.string[pair[0].end() : match.start()].strip()
        negative = match["minus"] and (index == 0 or parted)
        values.append(_EXACT.add(_EXACT.normalize(_EXACT.minus(value) if negative else value), Decimal(0)))
    return values


def _decimal(numeral: str, warnings: list[str]) -> Decimal:
    """The value of a numeral by its marks: thousands in threes, else one decimal mark. Raises _UnreadError."""
    if sum(sign.isdigit() for sign in numeral) > MAX_DIGITS:
        raise _UnreadError(f"The number has more than {MAX_DIGITS} digits.")
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", numeral):
        return Decimal(numeral)
    if re.fullmatch(r"[1-9][0-9]{0,2}([,'])[0-9]{3}(\1[0-9]{3})*(\.[0-9]+)?", numeral):
        return Decimal(re.sub("[,']", "", numeral))
    if re.fullmatch(r"[0-9]+,[0-9]+", numeral):
        warnings.append(f"“{numeral}” is read with a decimal comma.")
        return Decimal(numeral.replace(",", "."))
    if re.fullmatch(r"[1-9][0-9]{0,2}(\.[0-9]{3})(\.[0-9]{3})+|[1-9][0-9]{0,2}(\.[0-9]{3})+,[0-9]+", numeral):
        warnings.append(f"“{numeral}” is read with full stops between thousands.")
        return Decimal(numeral.replace(".", "").replace(",", "."))
    if re.fullmatch(r"[0-9]{1,2}(,[0-9]{2})+,[0-9]{3}", numeral):
        warnings.append(f"“{numeral}” is read in lakhs and crores.")
        return Decimal(numeral.replace(",", ""))
    raise _UnreadError(f"“{numeral}” is no number that we can read.")


def _unit(plain: str, pair: list[re.Match[str]], warnings: list[str]) -> str:
    """The code of the unit before or behind the number; of a range's two numbers either may carry it."""
    for match in reversed(pair):
        sign = re.search(rf"({_MONEY_SIGN}) ?$", plain[: match.start()])
        if sign:
            return MONEY[sign[1]]
        behind = plain[match.end() :]
        if re.match(r"(?:st|nd|rd|th)\b", behind):
            warnings.append("The number is a rank.")
            return "rank"
        for unit, pattern in UNITS:
            if re.match(rf"[ -]?(?:{pattern})(?!\w)", behind):
                return unit
    return ""
