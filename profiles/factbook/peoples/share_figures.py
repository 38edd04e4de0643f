"""The figures in a list of shares: percentages with their qualifiers, ranges, and what only looks like one."""

import re
from dataclasses import dataclass
from decimal import Decimal

from sources.number_words import APPROXIMATE

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+[.,]\d+|\d+|\.\d+)"
SIGN = r"(?:%|per ?cent\b|pct\b\.?)"
_DASH = "[-\u2010-\u2015\u2212]+"
_LEADS = (
    ("at_most", r"no more than|not more than|not exceeding|up to|at most|maximum(?: of)?|as (?:many|much) as|<=|≤"),
    ("at_least", r"no less than|not less than|at least|minimum(?: of)?|>=|≥"),
    ("more_than", r"(?:slightly )?(?:more|greater|higher) than|(?:just |well )?over|above|in excess of|upwards of|>"),
    ("less_than", r"(?:slightly )?(?:less|fewer|lower) than|(?:just |well )?under|below|<"),
    ("about", rf"{APPROXIMATE}|estimated|perhaps|probably|virtually|practically|essentially"),
    ("between", r"between|ranging from|from"),
)
_LEAD = "|".join(pattern for _, pattern in _LEADS)
# A word before the number ends where the word ends; a sign may touch the number: “<1%”.
_LEADING = rf"(?:(?:<=|>=|[<>≤≥~≈])|(?<![\w(])(?:{_LEAD})(?!\w))"
_TAILS = (
    ("at_least", r"(?:or|and) (?:more|over|above)|at least(?! [\d.])|plus\b|\+"),
    ("at_most", r"or (?:less|fewer)|at most(?! [\d.])"),
    ("about", r"or so"),
)
_TAIL = "|".join(pattern for _, pattern in _TAILS)
_FIGURE = re.compile(
    rf"(?P<leads>(?:{_LEADING} ?){{0,3}})"
    rf"(?<![\w.,/])(?P<first>{_NUMBER}) ?{SIGN}?"
    rf"(?: ?(?:{_DASH}|to|(?P<and>and|or)) ?(?P<again>(?:(?:{_LEAD}) ?)?)(?P<last>{_NUMBER}))? ?{SIGN}"
    rf"(?: ?(?P<tail>{_TAIL})(?!\w))?",
    re.IGNORECASE,
)
# What carries a percent sign and is no number that can be read: “93/1%”, “1. 5%”.
_SPOILT = re.compile(
    rf"(?<!\w)(?:\d+(?:[./,] ?| [.,]|[a-z])[\d.,/a-z]*\d ?{SIGN}|(?!(?:N/?A|unknown|NEGL|negl\.?)%)[^\s,;]*%)",
    re.IGNORECASE,
)
_UNSIGNED = re.compile(
    rf"(?P<leads>(?:{_LEADING} ?){{0,3}})(?<![\w.,/-])(?P<first>\d{{1,2}}(?:\.\d+)?|100|\.\d+)$",
    re.IGNORECASE,
)
_MISSING = re.compile(rf"(?<!\w)(?:NA|N/A)\b ?{SIGN}?$|(?i:(?<!\w)unknown ?%$|(?<=\w )not available$)")
_NEGLIGIBLE = re.compile(r"(?<!\w)(?:NEGL|negl\.?|negligible)(?!\w)(?: ?%)?")
_COUNT = re.compile(
    rf"(?:{_LEAD}|[<>])? ?\d[\d.]*(?:,\d{{3}})*(?: ?(?:to|{_DASH}) ?\d+(?:,\d{{3}})*)?"
    r"(?: (?:thousand|million|billion))?(?: (?:speakers|persons|people|adherents|members))?$",
    re.IGNORECASE,
)
_LISTED = r"languages?|dialects?|tribes|groups|castes?|nationalities|religions|sects|vernaculars|minorities|communities"
# “250,000 Biharis”, but not “120 indigenous languages”.
_COUNT_AT_START = re.compile(
    rf"(?:and )?(?:(?:{_LEAD}|some) )?(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)? (?:thousand|million|billion)|\d{{3,}})"
    rf"(?: (?:to|{_DASH}) [\d,.]+(?: (?:thousand|million))?)?(?= [A-Za-z])(?! (?:[^\s,]+ ){{0,4}}?(?:{_LISTED})\b)"
    r"(?! (?:of|in|to|or|and|speakers|persons|people|adherents|members)\b)",
    re.IGNORECASE,
)
_PART = r"half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?"
_FRACTION_AT_START = re.compile(
    rf"(?:(?:{_LEAD}) )?(?:\d{{1,2}}/\d{{1,2}}|[½⅓⅔¼¾]|(?:(?:one|two|three|four|a)[- ])?(?:{_PART}))"
    r"(?: of(?: the (?:population|people))?)?(?= (?!a |dozen))",
    re.IGNORECASE,
)
_FRACTION_AT_END = re.compile(
    rf"(?<=\w )(?:(?:{_LEAD}) )?(?:\d{{1,2}}/\d{{1,2}}|[½⅓⅔¼¾]|(?:one|two|three|four|a)[- ](?:{_PART})|half)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Figure:
    """A figure as read, in per cent; `start` and `end` are its span in the text that was searched.

    Without a value (`value_state` other than stated) both bounds are empty; `doubt` is a reason for an editor, or ''.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    qualifier: str
    value_state: str = "stated"
    doubt: str = ""


def find(text: str) -> list[Figure]:
    """The figures with a percent sign in a text, in order; what carries a sign and cannot be read has no value."""
    figures = [_read(match) for match in _FIGURE.finditer(text)]
    for match in _SPOILT.finditer(text):
        inside = match.start() + len(match[0]) - 1
        if not any(each.start <= inside < each.end and not match.start() < each.start for each in figures):
            figures = [each for each in figures if each.end <= match.start() or match.end() <= each.start]
            figures.append(_without_value(match, f"“{match[0]}” is no number that can be read."))
    return sorted(figures, key=lambda each: each.start)


def whole(text: str) -> Figure | None:
    """The figure that is the whole of a text, or None."""
    figures = find(text)
    if len(figures) == 1 and not text[: figures[0].start].strip() and not text[figures[0].end :].strip():
        return figures[0]
    return None


def is_own(figure: Figure | None, content: str) -> bool:
    """Whether a bracket holds nothing but the figure of the line that it stands in."""
    inner = whole(content)
    return bool(inner and figure and (inner.low, inner.high) == (figure.low, figure.high))


def of_the_population(text: str) -> Figure | None:
    """The figure that is the whole of a text; “28% of the total population” is one, “28% of the elders” is none."""
    return whole(re.sub(r"(?<=[%t]) of (?:the )?(?:(?:total|whole) )?(?:population|people)$", "", text.strip()))


def without_sign(text: str) -> Figure | None:
    """A figure at the end of a text that lacks its percent sign, or a word such as NA in its place; None without."""
    match = _MISSING.search(text)
    if match:
        return Figure(match.start(), match.end(), None, None, "", "no_reliable_figure")
    match = _NEGLIGIBLE.search(text)
    if match:
        return _without_value(match, "")
    match = _UNSIGNED.search(text)
    if not match:
        return None
    value = Decimal(match["first"])
    low, high, qualifier = _bounds(value, _lead(match["leads"]) or "unqualified")
    doubt = f"“{match['first']}” has no percent sign and is read as a percentage."
    return Figure(match.start(), match.end(), low, high, qualifier, "stated", doubt)


def in_other_words(text: str) -> Figure | None:
    """A count of people or a fraction at an end of a text: a size that is no percentage; None where there is none."""
    match = _FRACTION_AT_START.match(text) or _FRACTION_AT_END.search(text)
    if match:
        return _without_value(match, f"“{match[0]}” is a fraction in words; no percentage is reckoned from it.")
    match = _COUNT_AT_START.match(text)
    if match:
        return _without_value(match, f"“{match[0].strip()}” is a count and no percentage.")
    match = _COUNT.search(text)
    if match and re.search(r"\d,\d{3}|\d{3}|million|thousand|speakers|adherents", match[0]):
        return _without_value(match, f"“{match[0].strip()}” is a count and no percentage.")
    return None


def _without_value(match: re.Match[str], doubt: str) -> Figure:
    return Figure(match.start(), match.end(), None, None, "", "in_words", doubt)


def _read(match: re.Match[str]) -> Figure:
    lead, tail = _lead(match["leads"]), _named(match["tail"] or "", _TAILS)
    values = [_decimal(each) for each in (match["first"], match["last"]) if each]
    if None in values or any(value is not None and value > 100 for value in values):
        return _without_value(match, f"“{match[0].strip()}” is no percentage from 0 to 100.")
    numbers = [value for value in values if value is not None]
    doubt = ""
    if any(re.search(r"\d,\d", each) for each in (match["first"], match["last"]) if each):
        doubt = f"“{match[0].strip()}” is read with a decimal comma."
    if len(numbers) == 2:
        if numbers[0] >= numbers[1] or match["again"] or (match["and"] and lead != "between"):
            return _without_value(match, f"“{match[0].strip()}” is no range that rises.")
        if lead not in {"", "between"}:
            doubt = f"“{match['leads'].strip()}” before a range is not kept."
        return Figure(match.start(), match.end(), numbers[0], numbers[1], "between", "stated", doubt)
    if lead == "between":
        lead = ""
    low, high, qualifier = _bounds(numbers[0], lead or tail or "unqualified")
    return Figure(match.start(), match.end(), low, high, qualifier, "stated", doubt)


def _bounds(value: Decimal, qualifier: str) -> tuple[Decimal | None, Decimal | None, str]:
    low = None if qualifier in {"at_most", "less_than"} else value
    high = None if qualifier in {"at_least", "more_than"} else value
    return low, high, qualifier


def _lead(words: str) -> str:
    """The qualifier of the words before a number; a bound is stronger than “about”."""
    return _named(words.strip(), _LEADS)


def _named(words: str, patterns: tuple[tuple[str, str], ...]) -> str:
    for qualifier, pattern in patterns:
        if words and re.search(rf"(?:^|(?<=\W))(?:{pattern})(?:$|(?=\W)|(?<=[<>=≤≥~≈]))", words, re.IGNORECASE):
            return qualifier
    return ""


def _decimal(numeral: str) -> Decimal | None:
    """The value of a numeral without trailing zeros; None for one with thousands."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", numeral):
        return None
    value = Decimal(numeral.replace(",", ".")).normalize()
    return value if value.as_tuple().exponent not in range(1, 9) else value.quantize(Decimal(1))
