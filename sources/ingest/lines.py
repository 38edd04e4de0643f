"""The lines of a text and how they look: where each stands, how wide the column is, what ends a sentence. Pure.

Only lines that hold something are kept; each knows how many empty ones stood before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

MAX_WRAPPED = 200
_SAMPLE = 20_000
_CLOSING = "\"'”’»)]*"
_OPENING = "\"'“‘«([¿¡"
_TERMINAL = frozenset(".!?:;…")
_BINDS = frozenset((
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from", "as", "that", "which",
    "under", "between", "its", "their", "his", "her",
))  # fmt: skip
_BULLET = re.compile(r"(?:[•·●▪■◦○‣∙►➢✓§*]|[-–—](?=\s)|o(?=\s))\s*(?=\S)")
_LETTERED = re.compile(r"\(?(?:([a-z]{1,2})|([ivx]{1,5})|(\d{1,2}))\)(?:\s+|(?=[A-Z]))(?=\S)")
_FIELD = re.compile(r"[A-Z][\w’' /-]{0,38}: ?\S|[a-z]{4,14}: [A-Z]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds something. `start` and `end` bound what is left without white space at both ends.

    `number` counts lines of the file from 1, empty ones too; `gap` is the number of empty lines before it; `page` says
    that a form feed stands before it.
    """

    number: int
    start: int
    end: int
    text: str
    gap: int
    page: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """How the text is set: `wrapped` at a column of `width` characters, or one paragraph to a line.

    `strict` says that the column counts characters: no word went to the next line that had fitted. Letters of a
    printed page differ in breadth, so that there the count only says roughly how full a line is.
    """

    wrapped: bool
    width: int
    strict: bool = False

    def full(self, line: str) -> bool:
        """Whether a line reaches far enough to the right to have been broken by the column's edge."""
        return len(line) >= 0.78 * self.width

    def short(self, line: str) -> bool:
        """Whether a line stops well before the column's edge."""
        return len(line) < 0.62 * self.width

    def ended(self, line: str, after: str) -> bool:
        """Whether the author ended the line here: the first word of the next one would have fitted."""
        room = self.width if self.strict else 0.82 * self.width
        return len(line) + 1 + len(after.split(None, 1)[0]) <= room


def scan(text: str) -> list[Line]:
    """Return the lines that hold something, in order; line ends are line feeds."""
    found: list[Line] = []
    start, gap, page = 0, 0, False
    for number, raw in enumerate(text.split("\n"), start=1):
        page = page or "\f" in raw
        stripped = raw.strip()
        if stripped:
            first = start + len(raw) - len(raw.lstrip())
            found.append(Line(number, first, first + len(stripped), stripped, gap, page))
            gap, page = 0, False
        else:
            gap += 1
        start += len(raw) + 1
    return found


def shape(lines: Sequence[Line]) -> Shape:
    """Judge from the lines that hold most of the characters whether line ends are the column's or the author's."""
    sample = lines[:_SAMPLE]
    if _reached([len(line.text) for line in sample], 0.5) > MAX_WRAPPED:
        return Shape(wrapped=False, width=MAX_WRAPPED)
    running = [len(line.text) for line, after in pairwise(sample) if not after.gap]
    width = _reached(running, 0.97)
    full = sum(length for length in running if length >= 0.78 * width)
    wrapped = bool(running) and full >= 0.4 * sum(running)
    return Shape(wrapped=wrapped, width=width, strict=wrapped and _is_strict(sample, width))


def _reached(lengths: Sequence[int], share: float) -> int:
    """The length up to which lines hold this share of all characters; 1 where there are none."""
    total, seen = sum(lengths), 0
    for length in sorted(lengths):
        seen += length
        if seen >= share * total:
            return length
    return 1


def _is_strict(lines: Sequence[Line], width: int) -> bool:
    """Whether nearly every line that breaks off within a sentence had no room for the next word."""
    torn = [
        len(line.text) + 1 + len(after.text.split(None, 1)[0])
        for line, after in pairwise(lines)
        if not after.gap and starts_lower(after.text) and not ends_sentence(line.text)
    ]
    return len(torn) >= 10 and sum(length > width for length in torn) >= 0.97 * len(torn)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence or a clause does, closing marks and note numbers left aside."""
    bare = text[-12:].rstrip(_CLOSING + "0123456789¹²³⁰⁴⁵⁶⁷⁸⁹ ") or text[-12:]
    return bare[-1:] in _TERMINAL or text.rstrip(_CLOSING)[-1:] in _TERMINAL


def starts_lower(text: str) -> bool:
    """Whether a line begins within a sentence."""
    first = text.lstrip(_OPENING)[:1]
    return first.islower() or first in {",", ";", ".", ")", "–", "—", "%"}


def binds(text: str) -> bool:
    """Whether a line ends with what cannot end anything: a comma, a hyphen, a word such as “of”."""
    return text.endswith((",", "-", "–", "—", "&", "/")) or text.rsplit(None, 1)[-1].casefold() in _BINDS


def is_field(text: str) -> bool:
    """Whether a line begins with a label and a colon."""
    return bool(_FIELD.match(text))


def bullet(text: str) -> int:
    """Return the length of a bullet with its white space; 0 where there is none."""
    match = _BULLET.match(text)
    return match.end() if match and not _only_marks(text) else 0


def lettered(text: str) -> tuple[str, int]:
    """Return letter or number of `(a)`, `b)`, `(iv)`, `2)` and the length of all that; an empty label for none."""
    match = _LETTERED.match(text)
    return (match[1] or match[2] or match[3], match.end()) if match else ("", 0)


def _only_marks(text: str) -> bool:
    return not any(char.isalnum() for char in text)


def tidy(text: str) -> str:
    """Return the text with each run of white space made one space."""
    return " ".join(text.split())
