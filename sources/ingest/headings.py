"""Headings: labelled ones, whose labels are told apart by sequence, and plain ones, told by how they stand. Pure.

A single `V` is the fifth part or the twenty-second section, as the labels before and behind it allow.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sources.ingest.blocks import Kind
from sources.ingest.furniture import PAGE_ENDS
from sources.ingest.lines import Shape, binds, bullet, ends_sentence, is_field
from sources.ingest.marks import MORE, Mark, Page

_LABEL = re.compile(r"([IVX]{1,6}|[A-Z])\.(?:\s+|$)")
_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=[^\W\d_])")
_SMALL = re.compile(r"([a-z])\.\s+(?=[A-Z])")
_ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10}
_LEADERS = re.compile(r"\.{4,}|(?:\. ){3,}|…{2,}")
_CONTENTS = re.compile(r"(?:table of )?contents", re.IGNORECASE)
_ENDS_IN_PAGE = re.compile(r".*\s(?:\d+\s*[-–]\s*\d+\s+)?\d{1,3}")
_PERIOD = re.compile(
    r"(?:key )?(?:events|developments|overview) (?:of|in|during) (?:1[89]|20)\d\d(?:[-–/]\d{2,4})?", re.IGNORECASE
)
_DATE_ONLY = re.compile(r"[\d\s./,:()–-]+|(?:\w+,? )?\d{1,2}(?:st|nd|rd|th)? \w{3,9},? \d{4}|\w{3,9} \d{1,2},? \d{4}")
_LONGEST, _MOST_WORDS, _MOST_LINES, _MOST_PLAIN = 140, 18, 4, 3
_BEAM = 6
_COLUMN = 60
_LONG_CELL = 90
_EXPECTED, _RESTARTED, _GAPPED = 1.0, 0.3, 0.3


def title_like(text: str) -> bool:
    """Whether a line could be a heading by its words alone: short, begun with a capital or figure, no sentence."""
    first = _SMALL.sub("", text, count=1).lstrip("\"'“‘«([¿¡*")[:1]
    if not (first.isupper() or first.isdigit()) or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS:
        return False
    if text.endswith((".", ";", ",", ":", "…", "-", "–", "—")) or "@" in text or "://" in text:
        return False
    return any(char.isalpha() for char in text) and not _DATE_ONLY.fullmatch(text) and not bullet(text)


def is_contents(text: str) -> bool:
    """Whether a line is an entry of a table of contents: dots lead from a title to a number."""
    return bool(_LEADERS.search(text))


def roman(label: str) -> int:
    """Return the value of a roman numeral up to 39; 0 for what is none."""
    if not label or not _ROMAN.fullmatch(label):
        return 0
    values = [_VALUES[letter] for letter in label]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def mark_contents(page: Page) -> None:
    """Mark a table of contents as list items, so that its lines are not taken for the headings they name."""
    inside = False
    for index in list(page.text_lines()):
        text = page.lines[index].text
        if len(text) > _LONGEST * 2:
            inside = False
        elif is_contents(text):
            page.marks[index] = Mark(Kind.LIST_ITEM)
        elif _CONTENTS.fullmatch(text):
            inside = True
            page.marks[index] = Mark(Kind.HEADING, level=1)
        elif inside and _ENDS_IN_PAGE.fullmatch(text) and not ends_sentence(text.rstrip("0123456789-– ")):
            page.marks[index] = Mark(Kind.LIST_ITEM)
        elif inside and (_LABEL.match(text) or ends_sentence(text)):
            inside = False


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A line that may be a labelled heading: where it stands, and the lines that its title takes."""

    index: int
    label: str
    lead: int
    more: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Path:
    """One reading of the labels so far: score, last roman value, last letter value, and the levels chosen."""

    score: float
    part: int
    section: int
    chosen: tuple[object, ...] = ()  # linked pairs (before, (candidate, is_roman)), so that paths share their past


def mark_labelled(page: Page, shape: Shape) -> None:
    """Mark headings that begin with a roman numeral or a capital letter and a full stop."""
    candidates: list[_Labelled] = []
    for index in page.text_lines():
        below_title = bool(candidates) and index == (candidates[-1].index, *candidates[-1].more)[-1] + 1
        found = _labelled(page, shape, index, below_title=below_title)
        candidates += [found] if found else []
    outer_roman, outer_letter = (_best_path(candidates, roman_first=first) for first in (True, False))
    roman_first = outer_roman.score >= outer_letter.score
    chosen = _unlinked((outer_roman if roman_first else outer_letter).chosen)
    outer_used = any(is_roman == roman_first for _, is_roman in chosen)
    for number, is_roman in chosen:
        heading = candidates[number]
        level = 1 if is_roman == roman_first or not outer_used else 2
        page.marks[heading.index] = Mark(Kind.HEADING, heading.label, heading.lead, level)
        page.marks.update(dict.fromkeys(heading.more, MORE))


def _labelled(page: Page, shape: Shape, index: int, *, below_title: bool) -> _Labelled | None:
    text = page.lines[index].text
    match = _LABEL.match(text)
    if not match or not (below_title or page.opens(index)):
        return None
    rest = text[match.end() :]
    if rest and not title_like(rest):
        return None
    more = tuple(_title_lines(page, index + 1, own=bool(rest), last=text))
    last = (index, *more)[-1]
    if not more and (not rest or not _ends_here(page, shape, last)):
        return None
    return _Labelled(index, match[1], match.end(), more)


def _ends_here(page: Page, shape: Shape, index: int) -> bool:
    """Whether a heading's only line is all of it: something else stands below, or text that does not go on from it."""
    if page.stops(index + 1) or not shape.wrapped or _LABEL.match(page.lines[index + 1].text):
        return True
    return shape.short(page.lines[index].text) and _is_prose(page, index + 1)


def _title_lines(page: Page, index: int, *, own: bool, last: str) -> list[int]:
    """Lines that go on with a title: up to where something else begins, and none where that is too far."""
    found: list[int] = []
    while page.plain(index) and len(found) < _MOST_LINES:
        text = page.lines[index].text
        if (page.lines[index].gap and (found or own)) or _LABEL.match(text):
            break
        if (not title_like(text) and not (found or own)) or len(text) > _LONGEST or ends_sentence(text):
            return [] if own else found[:1]
        found.append(index)
        index += 1
    if page.stops(index) or (page.plain(index) and _LABEL.match(page.lines[index].text)):
        return found
    return found[: 0 if own and not binds(last) else 1]


def _best_path(candidates: Sequence[_Labelled], *, roman_first: bool) -> _Path:
    """Try each label as numeral, as letter and as neither, and keep the few best readings at each step."""
    paths = [_Path(0.0, 0, 0)]
    for number, found in enumerate(candidates):
        letter = ord(found.label) - 64 if len(found.label) == 1 else 0
        values = (roman(found.label), letter) if roman_first else (letter, roman(found.label))
        options: dict[tuple[int, int], _Path] = {}
        for path in paths:
            for option in (path, *_readings(path, number, values, roman_first=roman_first)):
                known = options.get((option.part, option.section))
                if known is None or option.score > known.score:
                    options[option.part, option.section] = option
        paths = sorted(options.values(), key=lambda path: -path.score)[:_BEAM]
    return paths[0]


def _readings(path: _Path, number: int, values: tuple[int, int], *, roman_first: bool) -> Iterable[_Path]:
    outer, inner = values
    worth = _worth(outer, path.part)
    if worth:
        yield _Path(path.score + worth, outer, 0, (path.chosen, (number, roman_first)))
    worth = _worth(inner, path.section)
    if worth:
        yield _Path(path.score + worth, path.part, inner, (path.chosen, (number, not roman_first)))


def _worth(value: int, last: int) -> float:
    """How well a value follows the last; 0 where it does not, or is none."""
    if value == last + 1:
        return _EXPECTED
    if value == 1:
        return _RESTARTED
    return _GAPPED if last + 1 < value <= last + 3 else 0.0


def _unlinked(chosen: tuple[object, ...]) -> list[tuple[int, bool]]:
    found: list[tuple[int, bool]] = []
    while chosen:
        before, own = chosen
        found.append(own)  # type: ignore[arg-type]
        chosen = before  # type: ignore[assignment]
    return found[::-1]


def mark_plain(page: Page, shape: Shape, *, columns: bool) -> None:
    """Mark short lines that stand alone above text as headings; their level is judged once all are known.

    In a page set in `columns`, whose cells are short lines too, only those right above a long line count.
    """
    for index in reversed(list(page.text_lines())):
        if not page.plain(index):
            continue
        lines = _plain_heading(page, shape, index)
        if columns and lines and not (page.lines[index].gap and len(_below(page, lines[-1])) >= _LONG_CELL):
            continue
        if lines:
            label, lead = _printed_label(page.lines[index].text)
            page.marks[index] = Mark(Kind.HEADING, label, lead)
            page.marks.update(dict.fromkeys(lines[1:], MORE))


def _below(page: Page, index: int) -> str:
    return page.lines[index + 1].text if page.plain(index + 1) else ""


def _printed_label(text: str) -> tuple[str, int]:
    match = _DECIMAL.match(text) or _SMALL.match(text)
    return (match[1], match.end()) if match and not re.match(r"(1[89]|20)\d\d", match[1]) else ("", 0)


def _plain_heading(page: Page, shape: Shape, index: int) -> list[int]:
    """The lines of the heading that begins at this line; none where it is no heading."""
    text = page.lines[index].text
    if not title_like(text) or is_field(text) or not _stands_off(page, shape, index):
        return []
    lines = [index]
    while shape.wrapped and len(lines) < _MOST_PLAIN and _title_goes_on(page, shape, lines[-1]):
        lines.append(lines[-1] + 1)
    if len(lines) > 1 and not (page.stops(lines[-1] + 1) and _introduces(page, lines[-1])):
        lines = [index]
    after = lines[-1] + 1
    full = shape.wrapped and shape.full(page.lines[lines[-1]].text)
    if full and not (after < len(page.lines) and page.lines[after].gap):
        return []
    alone = page.stops(after) or not shape.wrapped or (shape.short(text) and _is_prose(page, after))
    return lines if alone and _introduces(page, lines[-1]) else []


def _title_goes_on(page: Page, shape: Shape, index: int) -> bool:
    """Whether the next line may belong to the same title."""
    if not page.plain(index + 1) or page.lines[index + 1].gap:
        return False
    text, below = page.lines[index].text, page.lines[index + 1].text
    return not ends_sentence(below) and len(below) <= _LONGEST and (shape.short(text) or binds(text))


def _stands_off(page: Page, shape: Shape, index: int) -> bool:
    """Whether a heading could begin here: below an empty line, a heading or a finished paragraph."""
    above = index - 1
    while page.furniture.get(above) in PAGE_ENDS:
        above -= 1
    if above < 0:
        return True
    before, last = page.marks.get(above), page.lines[above].text
    if before is not None and before.lead == len(last):
        return False  # the text of a number that stands alone on its line
    if above < index - 1:
        return ends_sentence(last) or (before is not None and before.kind is Kind.HEADING)
    if page.lines[index].gap or above in page.furniture or page.lines[index].page:
        return True
    if before is not None and before.kind is Kind.HEADING:
        return True
    text = page.lines[index].text
    labelled = _printed_label(text)[0] or _printed_label(last)[0]
    if before is None and (last.isupper() or labelled) and title_like(last) and len(last) < _COLUMN:
        return _stands_off(page, shape, above)
    return ends_sentence(last) and (not shape.wrapped or shape.ended(last, text))


def _introduces(page: Page, index: int) -> bool:
    """Whether text follows: a paragraph, a list, notes, or another heading above one of these."""
    after = page.following(index)
    if after >= len(page.lines):
        return False
    known = page.marks.get(after)
    return known is not None or _is_prose(page, after)


def _is_prose(page: Page, index: int) -> bool:
    if not page.plain(index):
        return False
    text = page.lines[index].text
    return len(text) > 60 or (len(text) > 25 and ends_sentence(text))


def levels(headings: Sequence[tuple[Mark, str]], *, titled: bool) -> list[int]:
    """Return the level of each heading from its mark and text, in order.

    Printed levels stay. A decimal label counts its parts. Of plain ones, a title is level 1 (`titled`: the first stands
    above all text); one that names the whole period goes above the others; capitals go above small letters; under a
    labelled heading a plain one is one deeper.
    """
    plain = [number for number, (mark, _) in enumerate(headings) if not mark.level and not mark.label]
    body = plain[1:] if titled and plain[:1] == [0] else plain
    capitals = {number for number in body if _is_capitals(headings[number][1])}
    mixed = 0 < len(capitals) < len(body)
    base = 2 if titled else 1
    result: list[int] = []
    period = labelled = above = 0
    for number, (mark, text) in enumerate(headings):
        if mark.level:
            level = labelled = mark.level
        elif mark.label.isalpha():
            level = above + 1
        elif mark.label:
            level = labelled = above = mark.label.count(".") + base
        elif titled and number == 0:
            level = 1
        elif _PERIOD.fullmatch(text) and len(result) < 2:
            level, period = base, 1
        elif _TOP.match(text):
            level, labelled = base, 0
        elif labelled:
            level = labelled + 1
        else:
            level = base + period + (1 if mixed and number not in capitals else 0)
        if not mark.label.islower():
            above = level
        result.append(level)
    return result


_TOP = re.compile(
    r"(?:annex|appendix|notes|footnotes|endnotes|sources|references|bibliography|conclusions?)\b", re.IGNORECASE
)


def _is_capitals(text: str) -> bool:
    return text.isupper() and sum(char.isalpha() for char in text) > 3


def covers(text: str) -> bool:
    """Whether a heading names the period that the text covers, as “Events of 1999” does."""
    return bool(_PERIOD.fullmatch(text))
