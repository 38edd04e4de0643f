"""A list of shares taken apart: brackets repaired and folded away, and what stands between commas and semicolons.

While a text is taken apart each outermost bracket is one sign of the private use area, so that no comma, figure or
word inside a bracket is mistaken for one outside.
"""

import re
from dataclasses import dataclass

from profiles.factbook.edition.texts import brackets, one_line, split_outside
from profiles.factbook.peoples import share_figures

_FIRST = 0xE000
SIGNS = "\ue000-\uf8ff"
_OPEN, _CLOSE = "([", ")]"
# Shares round; a missing bracket is placed only where the shares outside then sum to this near a hundred.
_NEAR = 1.5
# Beyond these a text is no list, and the work would grow out of hand.
MAX_PLACES = 200
MAX_BRACKETS = 500
MAX_DEPTH = 12


@dataclass(frozen=True)
class Folded:
    """A text whose outermost brackets are signs, and what each sign stands for, brackets included, in order."""

    text: str
    held: tuple[str, ...]

    def unfolded(self, part: str) -> str:
        """A part of the text with its brackets again, as one line."""
        return one_line(re.sub(f"[{SIGNS}]", lambda match: self.held[ord(match[0]) - _FIRST], part))

    def inside(self, sign: str) -> str:
        """What the bracket of a sign holds."""
        return self.held[ord(sign) - _FIRST][1:-1].strip()


def folded(text: str) -> Folded:
    """The text with its outermost brackets folded away; they must be balanced."""
    clean = re.sub(f"[{SIGNS}]", "\ufffd", text)
    held: list[str] = []
    parts: list[str] = []
    at = 0
    for start, end, _ in brackets(clean):
        parts += [clean[at:start], chr(_FIRST + len(held))]
        held.append(clean[start:end])
        at = end
    return Folded("".join([*parts, clean[at:]]), tuple(held))


def is_wild(text: str) -> bool:
    """Whether a text has more brackets, or brackets in brackets, than any list prints."""
    depth = deepest = 0
    for sign in text:
        depth = max(0, depth + (sign in _OPEN) - (sign in _CLOSE))
        deepest = max(deepest, depth)
    return deepest > MAX_DEPTH or sum(map(text.count, _OPEN)) > MAX_BRACKETS


def without_longest_bracket(text: str) -> str:
    """The text without the longest of its outermost brackets; the same text where it has none."""
    longest = max(brackets(text), key=lambda each: each[1] - each[0], default=None)
    return one_line(text[: longest[0]] + text[longest[1] :]) if longest else text


def balanced(text: str) -> tuple[str, str]:
    """The text with a closing bracket for each opening one, and a warning where one was missing or too many.

    A missing one is set where the shares outside brackets then sum to about 100, else at the end.
    """
    open_at: list[int] = []
    kept: list[str] = []
    surplus = False
    for sign in text:
        if sign in _CLOSE and not open_at:
            surplus = True
            continue
        if sign in _OPEN:
            open_at.append(len(kept))
        elif sign in _CLOSE:
            open_at.pop()
        kept.append(sign)
    result = "".join(kept)
    if not open_at:
        return result, "A closing bracket without an opening one was passed over." if surplus else ""
    close = ")" if result[open_at[0]] == "(" else "]"
    places = [match.start() for match in re.finditer(r"[,;]", result) if match.start() > open_at[-1]]
    missing = close * len(open_at)
    if len(places) > MAX_PLACES:
        return result + missing, "A closing bracket is missing; it is set at the end."
    tries = [result[:place] + missing + result[place:] for place in places] + [result + missing]
    best = min(tries, key=lambda each: (round(abs(sum_outside(each) - 100), 1), -each.index(missing)))
    chosen = best if abs(sum_outside(best) - 100) <= _NEAR else tries[-1]
    where = one_line(chosen[: chosen.rindex(missing) if chosen is tries[-1] else _placed(result, chosen)])[-30:]
    return chosen, f"A closing bracket is missing; it is set behind “{where}”."


def _placed(before: str, after: str) -> int:
    return next(
        (place for place, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), len(before)
    )


def sum_outside(text: str) -> float:
    """The sum of the percentages outside brackets."""
    outside = folded(text).text
    return sum(float(number) for number in re.findall(r"(?<![\w.])(\d*\.?\d+) ?%", outside))


def is_full(text: str) -> bool:
    """Whether the shares outside brackets sum to about 100."""
    return abs(sum_outside(text) - 100) <= _NEAR


def chunks(text: str) -> list[str]:
    """The parts between commas; a comma inside a number parts nothing, a full stop behind a percentage does."""
    return [part.strip() for part in re.split(r",(?!\d)|(?<!\d),|(?<=%)\.(?=\s)", text) if part.strip(" .")]


def clauses(text: str) -> list[str]:
    """The parts between semicolons."""
    return [part.strip() for part in text.split(";") if part.strip(" .,")]


def parted(text: str) -> str:
    """The text with a semicolon before each heading that runs on: “other 6% Nationals: Aran 74%”.

    Such a heading follows a figure or a bracket and has a capital, or it tells a place.
    """
    text = re.sub(r"(?<=[%)])\s+(?=(?:[A-Z][\w'’-]*|non-[\w-]+)(?: [\w'’-]+){0,3}:\s)", "; ", text)
    place = r"(?:(?:north|south|east|west|cent(?:er|re|ral)|interior|mainland|coast|islands?)\w*)"
    return re.sub(rf"(?<=[\w%)])(?<!\bthe)(?<!\band)(?<!\bin)(?<!\bor)\s+(?={place}:\s)", "; ", text)


def joined(text: str) -> str:
    """The text with a blank between a name and its figure where a colon, dash or equals sign stands, or nothing."""
    text = re.sub(r"(?<=[)\]])(?=\d)", " ", text)
    lead = r"(?:(?:about|over|under|less than|more than|<|>|~) ?)?"
    figure = rf"(?={lead}\d[\d.]*(?:-\d[\d.]*)? ?%\s*(?:$|[,;(]|\w[\w ]*[:=]\s*{lead}\d))"
    return re.sub(rf"(?:(?<=[^\W\d_])|(?<=[)\]]))(?:\s*[:=]\s*|\s+-\s+){figure}", " ", text)


_BEFORE = r"(?P<before>.*?(?P<figure>\d+(?:\.\d+)?) ?%)"
_OF_WHICH = re.compile(
    rf"{_BEFORE}(?: ?\([^()%]*\))?,? (?P<sign>of (?:which|whom)|includ(?:es|ing))\s(?P<after>[^()]*%.*)$"
)


def with_parts_bracketed(clause: str) -> str:
    """The clause with parts behind a figure and a colon or dash in brackets: “Aran 20%: Belu 15%, Cero 5%”.

    Parts are what sums to the figure, or stands behind a full list; what has no figure behind a colon is a remark.
    """
    match = _OF_WHICH.match(clause) or re.match(rf"{_BEFORE}\s*(?P<sign>:|-)\s(?P<after>.+)$", clause)
    own = share_figures.find(chunks(match["before"])[-1]) if match else []
    if not match or not own or not own[-1].start:
        return clause
    if "%" not in match["after"] and match["sign"] == "-":
        return clause
    pieces, total = [part.strip() for part in split_outside(match["after"], r",(?!\d)")], 0.0
    led = match["sign"] not in ":-"
    if not led and ("%" not in match["after"] or is_full(match["before"])):
        return f"{match['before']} ({match['after']})"
    for place, piece in enumerate(pieces, 1):
        total += sum_outside(piece)
        if piece.endswith(" -") or abs(total - float(match["figure"])) < 1:
            rest = ", ".join(["", *pieces[place:]])
            return f"{match['before']} ({', '.join(pieces[:place])}){rest}"
    if led and sum_outside(pieces[0]):
        return f"{match['before']} ({match['sign']} {', '.join([f'{pieces[0]})', *pieces[1:]])}"
    return clause
