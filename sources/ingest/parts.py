"""Country pages: the labels of their columns, and the texts by others that stand on them, proposed as documents. Pure.

A text by another body begins at that body's name, in capitals, and ends where the page says “read more”, or where the
next name stands; a background text begins at its label and ends at its “Source:” line.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sources.ingest import days
from sources.ingest.blocks import Kind, Part, Proposal
from sources.ingest.furniture import LINK
from sources.ingest.headings import title_like
from sources.ingest.lines import binds, ends_sentence, starts_lower, tidy
from sources.ingest.marks import MORE, Mark, Page

# What country pages call their rows; longer ones first, so that a label over several lines is found whole.
_ROWS = (
    "human rights statements, analysis and critiques", "refugees and internally displaced persons (idps)",
    "refugees and internally displaced persons", "declaration of human rights", "government structure",
    "international disputes", "trafficking in persons", "head of government", "political climate",
    "economic overview", "chief of state", "head of state", "ethnic groups", "brief history", "illicit drugs",
    "population", "government", "religions", "religion", "languages", "language", "capital", "history",
    "economy", "geography", "area", "currency", "people", "legislature", "judiciary", "political parties", "elections",
    "freedom of expression", "death penalty", "background", "officials", "links", "sources", "news", "overview",
)  # fmt: skip
_SUBROWS = ("selection process", "term of office", "next election")
_KNOWN = dict.fromkeys(_ROWS, 2) | dict.fromkeys(_SUBROWS, 3)
_MOST_LINES = 6
_COLUMN = 19
_SOURCE = re.compile(r"Sources?\s*:\s*(\S.*)")
_BY = re.compile(r"[Bb]y:?(?:\s+(\S.*))?")
_IN = re.compile(r"(?:Published|Printed|Appeared|Posted)(?: first)? (?:in|on):?(?:\s+(\S.*))?", re.IGNORECASE)
_TRANSLATED = re.compile(r".{0,20}\btranslat(?:ed|ion)\b.{0,60}", re.IGNORECASE)
_UNIT = re.compile(r"(?:The )?(?:Bureau|Office|Department|Ministry|Directorate|Section|Embassy) (?:of|for) .{4,80}")
_SESSION = re.compile(
    r"(?:\S+ (?:special )?session|Agenda items? .*|Human Rights Council|General Assembly|\S+ Committee)"
)
_REPORT = re.compile(r"(?:Report of|Report by|Report on|National report|Concluding observations|Mission to)\b")
_ZONE, _LONG, _NEAR = 16, 90, 14


@dataclass(frozen=True, slots=True)
class _Label:
    """A label in capitals: its lines, its words, and its level: 2 and 3 for rows of the page, 0 for a body's name."""

    first: int
    last: int
    text: str
    level: int


def mark_labels(page: Page) -> None:
    """Mark the page's title, the labels of its rows, and the names of bodies whose texts it holds, as headings."""
    for number, label in enumerate(labels(page)):
        level = 1 if number == 0 and label.first == 0 else label.level or 3
        page.marks[label.first] = Mark(Kind.HEADING, level=level)
        page.marks.update(dict.fromkeys(range(label.first + 1, label.last + 1), MORE))


def labels(page: Page) -> list[_Label]:
    """Return the labels in capitals, in order; a label over several lines is one."""
    found: list[_Label] = []
    index = 0
    while index < len(page.lines):
        run = _capitals(page, index)
        found += _split(page, index, index + run)
        index += max(run, 1)
    return found


def propose(page: Page) -> tuple[Part, ...]:
    """Return the documents inside the page, with what each prints about itself."""
    known = labels(page)
    found = [*_with_source(page, known), *_with_name(page, known)]
    taken: set[int] = set()
    result: list[Part] = []
    for start, end, part in sorted(found, key=lambda item: (item[0], -item[1])):
        if not taken.intersection(range(start, end + 1)):
            taken.update(range(start, end + 1))
            result.append(part)
    return tuple(result)


def mark_titles(page: Page) -> None:
    """Mark the title of each text by another body as a heading below its name, and the short lines beside it."""
    starts = _starts(page)
    for label, after in zip(
        starts, [*(label.first for label in starts[1:]), len(page.lines)][: len(starts)], strict=True
    ):
        zone = [line for line in _zone(page, label.last, after) if page.plain(line)]
        title = _title(page, zone)
        if title:
            page.marks[title[0]] = Mark(Kind.HEADING, level=4)
            page.marks.update(dict.fromkeys(title[1:], MORE))
        for line in zone:
            if line not in page.marks:
                page.marks[line] = (
                    MORE if line - 1 in zone and line - 1 not in title and _is_broken(page, line) else Mark()
                )


def _is_broken(page: Page, index: int) -> bool:
    """Whether a short line goes on with the one above it: a date or a sentence that a narrow column broke."""
    above, text = page.lines[index - 1].text, page.lines[index].text
    whole = days.date_in(f"{above} {text}")
    broken_date = bool(whole) and whole not in above and whole not in text
    return broken_date or starts_lower(text) or binds(above) or (above.isdigit() and text[0].isdigit())


def _capitals(page: Page, index: int) -> int:
    """How many lines from here on are in capitals without an empty line between them."""
    count = 0
    while index + count < len(page.lines) and index + count not in page.furniture:
        line = page.lines[index + count]
        letters = sum(char.isalpha() for char in line.text)
        if (
            not line.text.isupper()
            or letters < 2
            or (count and line.gap)
            or len(line.text) > 100
            or any(char.isdigit() for char in line.text)
            or _TRANSLATED.fullmatch(line.text)
        ):
            break
        count += 1
    return count


def _split(page: Page, start: int, end: int) -> Iterator[_Label]:
    """Part a run of lines in capitals into labels: known rows first, then by the column that broke them."""
    index = start
    while index < end:
        last, level = _row(page, index, end)
        if last < 0:
            last, level = index, 0
            while last + 1 < end and _row(page, last + 1, end)[0] < 0 and _broken(page, last):
                last += 1
        yield _Label(index, last, tidy(" ".join(page.lines[line].text for line in range(index, last + 1))), level)
        index = last + 1


def _row(page: Page, index: int, end: int) -> tuple[int, int]:
    for count in range(min(_MOST_LINES, end - index), 0, -1):
        words = tidy(" ".join(page.lines[line].text for line in range(index, index + count))).casefold()
        if words in _KNOWN:
            return index + count - 1, _KNOWN[words]
    return -1, 0


def _broken(page: Page, index: int) -> bool:
    """Whether a narrow column broke the line here: the next word would not have fitted, or the line cannot end so."""
    text, after = page.lines[index].text, page.lines[index + 1].text
    if index and text == page.lines[0].text:
        return len(after) <= 30  # the country's name alone on a line begins the name of one of its bodies
    return len(text) <= 30 and len(after) <= 30 and (binds(text) or len(text) + len(after.split()[0]) + 1 >= _COLUMN)


def _with_source(page: Page, known: Sequence[_Label]) -> Iterator[tuple[int, int, Part]]:
    firsts = [label.first for label in known]
    for index, line in enumerate(page.lines):
        match = _SOURCE.fullmatch(line.text)
        place = bisect_left(firsts, index) - 1
        if not match or place < 0 or index - known[place].last < 2:
            continue
        label = known[place]
        publisher, _, title = match[1].partition(":")
        publisher = re.sub(r"\s*\(select .*\)$", "", publisher).strip()
        proposals = [Proposal("publisher", publisher, line.number)]
        if title.strip():
            proposals.append(Proposal("title", title.strip(), line.number))
        first = page.lines[label.first].number
        yield label.first, index, Part(title.strip() or label.text, first, line.number, tuple(proposals))


def _starts(page: Page) -> list[_Label]:
    return [
        label
        for label in labels(page)
        if not label.level and label.first and next(_ends(page, label), None) is not None
    ]


def _ends(page: Page, label: _Label) -> Iterator[int]:
    """The line that ends the text below a body's name: at most one."""
    dated = long = 0
    for index in range(label.last + 1, len(page.lines)):
        line = page.lines[index]
        if page.furniture.get(index) == LINK and long:
            yield index
            return
        if index not in page.furniture and index > label.last + 1 and _capitals(page, index):
            if dated and long > 1:
                yield index - 1
            return
        dated = dated or (index - label.last < _NEAR and bool(days.date_in(_joined(page, index))))
        long += len(line.text) >= _LONG
    if dated and long > 1:
        yield len(page.lines) - 1


def _with_name(page: Page, known: Sequence[_Label]) -> Iterator[tuple[int, int, Part]]:
    for number, label in enumerate(known):
        if label.level or not label.first:
            continue
        below = known[number + 1] if number + 1 < len(known) else None
        start, last = label.first, label.last
        if below and below.level and below.first == label.last + 1:
            start, last = below.last + 1, below.last
        end = next(_ends(page, _Label(label.first, last, label.text, 0)), None)
        if end is None:
            continue
        zone = list(_zone(page, last, end))
        proposals = [Proposal("publisher", label.text, page.lines[label.first].number), *_facts(page, zone)]
        title = next((item.value for item in proposals if item.field == "title"), label.text)
        part = Part(title, page.lines[start].number, page.lines[end].number, tuple(proposals))
        yield start, end, part


def _zone(page: Page, last: int, end: int) -> Iterator[int]:
    """The short lines between a name and its text: title, date, author."""
    for index in range(last + 1, min(end, last + 1 + _ZONE)):
        text = page.lines[index].text
        if len(text) >= _LONG or (page.lines[index].gap and len(text) > 60) or index in page.furniture:
            return
        if page.lines[index].gap and index + 1 < end and len(page.lines[index + 1].text) >= _LONG:
            return
        if index not in page.marks or page.marks[index].continues or page.marks[index].level >= 4:
            yield index


def _facts(page: Page, zone: Sequence[int]) -> Iterator[Proposal]:
    """What the lines between a name and its text say: date, author, place of publication, translation, title."""
    seen = False
    for place, index in enumerate(zone):
        line = page.lines[index]
        date = "" if seen else days.date_in(_joined(page, index))
        if date and (date in line.text or line.text.strip("( ") in date):
            seen = True
            whole = date in line.text and len(line.text) < 40
            yield Proposal("published", line.text.strip("() ") if whole else date, line.number)
        below = page.lines[zone[place + 1]].text if place + 1 < len(zone) else ""
        for name, pattern in (("authors", _BY), ("republished_by", _IN)):
            match = pattern.fullmatch(line.text)
            if match and (match[1] or below):
                yield Proposal(name, match[1] or below, line.number)
        if _TRANSLATED.fullmatch(line.text):
            yield Proposal("translation", line.text, line.number)
        elif _UNIT.fullmatch(line.text):
            yield Proposal("authors", line.text, line.number)
    title = _title(page, zone)
    if title:
        yield Proposal("title", tidy(" ".join(page.lines[index].text for index in title)), page.lines[title[0]].number)


def _title(page: Page, zone: Sequence[int]) -> list[int]:
    """The lines of the title: one that names a report, else the first that is nothing else."""
    values = {
        zone[place + 1]
        for place, index in enumerate(zone[:-1])
        for match in (_BY.fullmatch(page.lines[index].text), _IN.fullmatch(page.lines[index].text))
        if match and not match[1]
    }
    plain = [index for index in zone if not _is_fact(page, index) and index not in values]
    reports = [index for index in plain if _REPORT.match(page.lines[index].text)]
    first = next(iter(reports or plain), None)
    if first is None:
        return []
    found = [first]
    while found[-1] + 1 in plain and not page.lines[found[-1] + 1].gap and _goes_on(page, found[-1]):
        found.append(found[-1] + 1)
    return found if title_like(page.lines[first].text) or reports or ends_sentence(page.lines[first].text) else []


def _goes_on(page: Page, index: int) -> bool:
    text, after = page.lines[index].text, page.lines[index + 1].text
    return after[0].islower() or binds(text) or (len(text) > 45 and after[0].isalpha() and len(after.split()) < 4)


def _is_fact(page: Page, index: int) -> bool:
    text = page.lines[index].text
    patterns = (_BY, _IN, _TRANSLATED, _UNIT, _SESSION)
    date = days.date_in(_joined(page, index)) or days.date_in(_joined(page, index - 1) if index else "")
    dated = bool(date) and (date in text or text.strip("(), ") in date or len(text) < 20)
    return dated or any(pattern.fullmatch(text) for pattern in patterns)


def _joined(page: Page, index: int) -> str:
    """A line with the next one, since a narrow column may break a date."""
    after = page.lines[index + 1].text if index + 1 < len(page.lines) and len(page.lines[index].text) < 20 else ""
    return f"{page.lines[index].text} {after}".strip()
