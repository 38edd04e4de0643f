"""The words of printed numbers: numerals in letters, magnitudes, units, currencies. Used by `printed_numbers` only."""

import re
from decimal import Decimal

MAGNITUDES = {
    "": Decimal(1),
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "mln": Decimal(10**6),
    "mn": Decimal(10**6),
    "billion": Decimal(10**9),
    "bn": Decimal(10**9),
    "trillion": Decimal(10**12),
    "hundred": Decimal(100),
    "dozen": Decimal(12),
}
MONEY = {
    "us$": "usd",
    "usd": "usd",
    "us dollars": "usd",
    "u.s. $": "usd",
    "$": "usd",
    "€": "eur",
    "eur": "eur",
    "£": "gbp",
    "gbp": "gbp",
    "kzt": "kzt",
    "₸": "kzt",
}
_SQUARE_KM = r"km\^2|sq\.? ?km|square kilomet(?:re|er)s?"
_SQUARE_MILE = r"mi\^2|sq\.? ?mi(?:les)?|square miles?"
# The first that fits stands, so a rate comes before what it is a rate of.
UNITS = (
    ("percentage_points", r"percentage points?|per cent points?|% points?"),
    ("percent", r"%|per ?cent|pct"),
    ("persons_per_km2", rf"(?:persons?|people|inhabitants) ?(?:per|/) ?(?:{_SQUARE_KM})"),
    ("persons_per_mi2", rf"(?:persons?|people|inhabitants) ?(?:per|/) ?(?:{_SQUARE_MILE})"),
    ("per_100000", r"(?:[a-z]+ )?per lakh"),
    ("per_1000", r"(?:[a-z]+ )?per mille"),
    ("km2", _SQUARE_KM),
    ("mi2", _SQUARE_MILE),
    ("persons", r"persons?|people|inhabitants|individuals"),
    ("years", r"years?"),
    ("months", r"months?"),
    ("days", r"days?"),
    ("hours", r"hours?"),
    ("seats", r"seats?"),
    ("votes", r"votes?"),
    ("km", r"km|kilomet(?:re|er)s?"),
    ("mi", r"miles?"),
    ("kzt", r"(?:kazakh )?tenge|kzt"),
    ("usd", r"us dollars?|u\.s\. dollars?|dollars?|usd"),
    ("eur", r"euros?|eur"),
    ("gbp", r"pounds sterling|gbp"),
    ("rub", r"rou?bles?|rub"),
    ("mci", r"mci|monthly (?:calculation|accounting) ind(?:ex|ices|exes)"),
)
APPROXIMATE = r"about|around|some|roughly|almost|nearly|approximately|approx\.?|circa|ca?\.|close to|an? estimated|~|≈"
VAGUE = (
    r"dozens|scores|hundreds|thousands|tens|millions|billions|several|many|few|couple|most|numerous|all|every|eightfold"
)

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_ONES = {word: number for number, word in enumerate(_SMALL.split(" "))}
_TENS_NAMES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = {word: 10 * number for number, word in enumerate(_TENS_NAMES, 2)}
_SCALES = {"hundred": 100, "dozen": 12, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_WORD = "|".join([*_TENS, *sorted(_ONES, key=len, reverse=True), *_SCALES])
_RUN = re.compile(rf"(?<![\w.-])(?:an? (?=(?:{'|'.join(_SCALES)})\b))?(?:{_WORD})(?:(?:-| and | )(?:{_WORD}))*\b(?!-)")


def digits_for_words(plain: str) -> str:
    """Numerals in letters become digits: “two hundred and five” 205, “a dozen” 12. Vague plurals (“dozens”) stay."""
    plain = re.sub(r"\bhalf a million\b", "500000", plain)
    plain = re.sub(r"\bhalf a billion\b", "500000000", plain)
    return _RUN.sub(_run, plain)


def _run(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    names = re.findall(r"[a-z]+", match[0])
    # After digits the word is a magnitude (“1.5 million”), after a vague word it is vague itself (“several hundred”).
    if re.search(r"[0-9] ?-?$|\b(?:several|few|many|some few|couple of) $", before):
        return match[0]
    parted = _parted(names)
    return match[0] if parted is None else str(parted)


def _parted(names: list[str]) -> int | None:
    """The value of number words, or None where they do not follow on one another (“two three”)."""
    total, group, last = 0, 0, ""
    for name in names:
        if name in {"a", "an", "and"}:
            continue
        if name in _SCALES:
            group = max(group, 1) * _SCALES[name]
            if _SCALES[name] >= 1000:
                total, group = total + group, 0
        elif last in _ONES or (last in _TENS and not 0 < _ONES.get(name, 0) < 10):
            return None
        else:
            group += _ONES.get(name, 0) + _TENS.get(name, 0)
        last = name
    return total + group
