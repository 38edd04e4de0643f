"""Locators: the place in a document, in one grammar.

Places joined by `, `: `line 504`, `lines 500–501` (en dash), `para. 53`, `paras 53–55`, `note 15`, `notes 15–16`,
`p. 12`, `pp. 12–13`, `row 4711`, `rows 4711–4712`, `heading V.B`, `field Government > Executive branch > chief of
state`.

The label of a heading or field may hold commas; a new place starts behind a comma only where a place word follows with
what it needs. Lines, paragraphs, notes, pages and rows count from 1.
"""

import re
from dataclasses import dataclass

MAX_LENGTH = 1000
MAX_NUMBER = 10**9

# Kind, word for one, word for several, and what editors also type.
_COUNTED = (
    ("line", "line", "lines", r"lines?"),
    ("para", "para.", "paras", r"para(?:graph)?s?\.?"),
    ("note", "note", "notes", r"(?:foot)?notes?"),
    ("page", "p.", "pp.", r"pp?\.|pages?"),
    ("row", "row", "rows", r"rows?"),
)
_LABELLED = ("heading", "field")
_NUMBER = r"[1-9][0-9]{0,9}"
_NUMBERS = rf"(line|para\.|note|p\.|row) {_NUMBER}|(lines|paras|notes|pp\.|rows) {_NUMBER}–{_NUMBER}"
_LABEL = r"(heading|field) [^\u0001-\u0020\u007f]([^\u0001-\u001f\u007f]*[^\u0001-\u0020\u007f])?"
PATTERN = rf"^({_NUMBERS}|{_LABEL})(, ({_NUMBERS}|{_LABEL}))*$"

_COUNTED_WORDS = "|".join(typed for *_, typed in _COUNTED)
_STARTS = rf"(?:(?:{_COUNTED_WORDS}) ?[0-9]|(?:heading|field) \S)"
_BETWEEN_PLACES = re.compile(rf",\s*(?={_STARTS})", re.IGNORECASE)
_SEMICOLON = re.compile(rf";\s*(?={_STARTS})", re.IGNORECASE)


class LocatorError(ValueError):
    """A text that is no locator; the message names the part at fault."""


@dataclass(frozen=True)
class Place:
    """One place. `kind` is line, para, note, page, row, heading or field.

    Counted kinds have `first` and `last`, both inclusive and equal for a single one, and an empty path. Headings and
    fields have a path of labels, from the outermost, and no numbers.
    """

    kind: str
    first: int | None
    last: int | None
    path: tuple[str, ...]

    def __str__(self) -> str:
        if self.path:
            return f"{self.kind} {' > '.join(self.path)}"
        one, several = next((one, several) for kind, one, several, _ in _COUNTED if kind == self.kind)
        return f"{one} {self.first}" if self.first == self.last else f"{several} {self.first}–{self.last}"


def parse(text: str) -> tuple[Place, ...]:
    """The places of a locator, in order. Raises LocatorError.

    Takes a hyphen for the en dash, any case of the place words, and spelled-out `page`, `paragraph` and `footnote`.
    """
    if len(text) > MAX_LENGTH:
        raise LocatorError(f"A locator has at most {MAX_LENGTH} characters; this one has {len(text)}.")
    if re.search(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]", text):
        raise LocatorError("The locator holds a control character.")
    tidy = " ".join(text.split())
    if not tidy:
        raise LocatorError("A locator must not be empty.")
    if _SEMICOLON.search(tidy):
        raise LocatorError(f"“{_shown(tidy)}”: places are joined by a comma, not by a semicolon.")
    return tuple(_place(part) for part in _BETWEEN_PLACES.split(tidy))


def normalise(text: str) -> str:
    """The stored spelling; parsing it gives the same places. Raises LocatorError."""
    return ", ".join(str(place) for place in parse(text))


def words(text: str) -> str:
    """The locator for pages, which is its stored spelling; what is no locator comes back as it is."""
    try:
        return normalise(text)
    except LocatorError:
        return text


def _place(text: str) -> Place:
    for kind in _LABELLED:
        if re.match(rf"{kind}(?: |$)", text, re.IGNORECASE):
            return _labelled(kind, text[len(kind) :])
    for kind, _, _, typed in _COUNTED:
        match = re.fullmatch(rf"(?:{typed}) ?(.*)", text, re.IGNORECASE)
        if match:
            return _counted(kind, match[1], text)
    known = "line, para., note, p., row, heading or field"
    raise LocatorError(f"“{_shown(text)}” starts with no place word ({known}).")


def _labelled(kind: str, label: str) -> Place:
    path = tuple(step.strip() for step in re.split(" > ", label.strip()))
    if any(step in {"", ">"} or step.startswith("> ") or step.endswith(" >") for step in path):
        raise LocatorError(f"“{kind}{_shown(label)}” has an empty label.")
    return Place(kind, None, None, path)


def _counted(kind: str, numbers: str, text: str) -> Place:
    match = re.fullmatch(r"([0-9]{1,12})(?: ?[-–—] ?([0-9]{1,12}))?", numbers)
    if not match:
        raise LocatorError(f"“{_shown(text)}” needs a number such as 12, or two such as 12–14.")
    first = int(match[1])
    last = int(match[2] or first)
    if first < 1 or max(first, last) > MAX_NUMBER:
        raise LocatorError(f"“{_shown(text)}”: numbers run from 1 to {MAX_NUMBER:,}.")
    if first > last:
        raise LocatorError(f"“{_shown(text)}” starts after it ends.")
    return Place(kind, first, last, ())


def _shown(text: str) -> str:
    return text if len(text) <= 60 else text[:60] + "…"
