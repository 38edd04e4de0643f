"""What the Factbook's strings are made of: lines without markup, and pieces between separators outside brackets."""

import html
import itertools
import re
from collections.abc import Iterator

_BREAK = re.compile(r"<\s*(?:br|/p|p|/li|/div)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_OPEN, _CLOSE = "([", ")]"
_NOTE = re.compile(r"(?<![\w(])(?:\(?note(?: ?\d+)?\)?) ?(?:-+|–|—|:) ?", re.IGNORECASE)


def word_set(text: str) -> frozenset[str]:
    """The words of a text, for tables that read best as running words."""
    return frozenset(text.split())


_COUNTING = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
NUMBER_WORDS = {word: number for number, word in enumerate(_COUNTING.split(" "))}


def plain(raw: str) -> str:
    """The text without markup: breaks and paragraphs become line ends, entities letters, runs of blanks one blank."""
    text = _TAG.sub("", _BREAK.sub("\n", raw))
    # Some entities were escaped twice (“&amp;eacute;”).
    text = html.unescape(html.unescape(text)).replace("\u200b", "").replace("\xad", "")
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """The text with its line ends as blanks."""
    return " ".join(text.split())


def split_outside(text: str, pattern: str | re.Pattern[str]) -> list[str]:
    """The stripped, non-empty pieces between matches of `pattern` that stand outside round and square brackets.

    A bracket without its partner counts as no bracket. Takes time linear in the text and its matches.
    """
    inside = _inside(text)
    pieces, start = [], 0
    for match in re.finditer(pattern, text):
        if match.start() >= start and not (match.start() < len(text) and inside[match.start()]):
            pieces.append(text[start : match.start()])
            start = match.end()
    pieces.append(text[start:])
    return [piece.strip() for piece in pieces if piece.strip()]


def _inside(text: str) -> list[bool]:
    """For each place, whether it lies between a bracket and its partner."""
    edges = [0] * (len(text) + 1)
    open_at: list[int] = []
    for index, sign in enumerate(text):
        if sign in _OPEN:
            open_at.append(index)
        elif sign in _CLOSE and open_at:
            edges[open_at.pop() + 1] += 1
            edges[index] -= 1
    return [depth > 0 for depth in itertools.accumulate(edges[:-1])]


def brackets(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end (behind the bracket) and content of each outermost round or square bracket, in order.

    One that is never closed runs to the end of the text.
    """
    depth, start = 0, 0
    for index, sign in enumerate(text):
        if sign in _OPEN:
            start = index if depth == 0 else start
            depth += 1
        elif sign in _CLOSE and depth:
            depth -= 1
            if depth == 0:
                yield start, index + 1, text[start + 1 : index].strip()
    if depth:
        yield start, len(text), text[start + 1 :].strip()


def without_brackets(text: str) -> str:
    """The text without its brackets and what they hold."""
    for start, end, _ in reversed(list(brackets(text))):
        text = f"{text[:start]} {text[end:]}"
    return one_line(text).replace(" ,", ",").replace(" ;", ";").strip()


def without_notes(text: str) -> tuple[str, str]:
    """The text up to its first note outside brackets, and the notes."""
    inside = _inside(text)
    for match in _NOTE.finditer(text):
        if not inside[match.start() + match[0].lower().index("note")]:
            return text[: match.start()].rstrip(" ;,\n"), text[match.start() :].strip()
    return text.strip(), ""


def short(text: str, words: int = 10) -> str:
    """The first words of a text, at most ten unless told, with an ellipsis where more follow."""
    found = one_line(text).split()
    return " ".join(found[:words]) + (" …" if len(found) > words else "")
