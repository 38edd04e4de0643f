"""Numbered paragraphs, and the lists and small headings that are numbered within them: sequence decides. Pure."""

import re

from sources.ingest.blocks import Kind
from sources.ingest.headings import title_like
from sources.ingest.lines import bullet, ends_sentence, lettered
from sources.ingest.marks import Mark, Page
from sources.ingest.sequences import chain

_POINTED = re.compile(r"(\d{1,4})\.(?:\s+|$|(?=[^\W\d_a-z]|[“\"]))")
_BRACKETED = re.compile(r"\[(\d{1,4})\](?:\s+|$)")
_ALONE = re.compile(r"(\d{1,3})$")
_NESTED = re.compile(r"(\d{1,4})\.(\d{1,3})\.?(?:\s+|$)")
_BEGINS, _WITHIN = 1.2, 0.3
_SURE = 8
_RESTART = 4.0


def find(page: Page) -> dict[int, Mark]:
    """Return the marks of the numbered paragraphs: of the ways to print the number, the one that counts furthest."""
    found: dict[int, Mark] = {}
    for pattern, least in ((_POINTED, 3), (_BRACKETED, _SURE), (_ALONE, _SURE)):
        marks = _counted(page, pattern)
        if len(marks) >= least and len(marks) > len(found):
            found = marks
    return found


def mark_paragraphs(page: Page) -> None:
    """Mark the numbered paragraphs."""
    page.marks.update(find(page))


def mark_lists(page: Page) -> None:
    """Mark bullets and lettered or bracketed items where a new item can begin."""
    expected: dict[str, str] = {}
    for index in list(page.text_lines()):
        text = page.lines[index].text
        length = bullet(text)
        if length and (page.opens(index) or text[0] not in "-–—o*" or _item_before(page, index)):
            page.marks[index] = Mark(Kind.LIST_ITEM, "", length)
            continue
        label, length = lettered(text)
        if label and (page.opens(index) or expected.get(label) or _leads_in(page.lines[index - 1].text)):
            page.marks[index] = Mark(Kind.LIST_ITEM, label, length)
            expected = dict.fromkeys(_after(label), label)


def _counted(page: Page, pattern: re.Pattern[str]) -> dict[int, Mark]:
    places, values, worths, leads = [], [], [], []
    for index in page.text_lines():
        text = page.lines[index].text
        match = pattern.match(text) if text[0].isdigit() or text[0] == "[" else None
        if match:
            places.append(index)
            values.append(int(match[1]))
            worths.append(_BEGINS if page.opens(index) else _WITHIN)
            leads.append(match.end())
    return {
        places[item]: Mark(Kind.PARAGRAPH, str(values[item]), leads[item])
        for item in chain(values, worths, restart=_RESTART)
    }


def mark_inner(page: Page) -> None:
    """Mark what is numbered inside numbered paragraphs, once headings are marked.

    `1.` and `2.` inside paragraph 30 are its list, or small headings; `30.1` and `30.2` are its own items.
    """
    paragraphs = {index: mark for index, mark in page.marks.items() if mark.kind is Kind.PARAGRAPH and mark.label}
    current, item, heading, nested = "", 0, 0, 0
    for index in range(len(page.lines)):
        if index in paragraphs:
            current, item, nested = paragraphs[index].label, 0, 0
            continue
        known = page.marks.get(index)
        if known and known.kind is Kind.HEADING:
            heading = 0
        if not page.plain(index) or not current or not page.lines[index].text[0].isdigit():
            continue
        text = page.lines[index].text
        match = _NESTED.match(text)
        if match and match[1] == current and int(match[2]) == nested + 1:
            nested += 1
            page.marks[index] = Mark(Kind.LIST_ITEM, f"{match[1]}.{match[2]}", match.end())
            continue
        match = _POINTED.match(text)
        if not match or not page.opens(index):
            continue
        value = int(match[1])
        after = page.following(index)
        if value == heading + 1 and after in paragraphs and title_like(text[match.end() :]):
            heading = value
            page.marks[index] = Mark(Kind.HEADING, match[1], match.end(), 3)
        elif value == item + 1:
            item = value
            page.marks[index] = Mark(Kind.LIST_ITEM, match[1], match.end())


def _item_before(page: Page, index: int) -> bool:
    before = page.marks.get(index - 1)
    return before is not None and before.kind is Kind.LIST_ITEM


def _leads_in(text: str) -> bool:
    return ends_sentence(text) or text.endswith((",", "; and", "; or", " and", " or"))


def _after(label: str) -> tuple[str, ...]:
    """The labels that may follow one: `b` after `a`, `ii` after `i`, `3` after `2`."""
    if label.isdigit():
        return (str(int(label) + 1),)
    romans = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
    next_roman = (romans[romans.index(label) + 1],) if label in romans[:-1] else ()
    return (*next_roman, chr(ord(label) + 1)) if len(label) == 1 and label < "z" else next_roman
