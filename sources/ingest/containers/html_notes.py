"""Which elements of a page are footnotes, and which call them. Pure.

Certain are a link within the page, with a number for its text, to an element further down that links back, or, where
the number is raised or in brackets, starts with it or stands at it in a list; and a raised number without link, where
one block further down opens with the same.
"""

import re
from dataclasses import dataclass, field

from lxml import html

from sources.ingest.containers.pieces import numeral

_BLOCK_NAMES = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody
    td tfoot th thead tr ul
"""
BLOCKS = frozenset(_BLOCK_NAMES.split())
_CALL = re.compile(r"[\[(]?\s*([0-9]{1,4}|[a-z]|[ivx]{1,5}|\*{1,4}|[†‡§])\s*[\])]?")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MOST_BLOCKS = 12
_FAR = 40
_LINKED = re.compile(r"#(.+)")


@dataclass(slots=True)
class Notes:
    """Elements that call a note, and those that are one, each with its number."""

    calls: dict[html.HtmlElement, str] = field(default_factory=dict)
    notes: dict[html.HtmlElement, str] = field(default_factory=dict)


def numbering(root: html.HtmlElement) -> dict[html.HtmlElement, str]:
    """What a page shows before the items of its numbered lists: `4` or `d`, without punctuation."""
    found = {}
    for ordered in root.iter("ol"):
        start = ordered.get("start") or ""
        number = int(start) if re.fullmatch("[0-9]{1,6}", start) else 1
        for item in ordered.iterchildren("li"):
            value = item.get("value") or ""
            number = int(value) if re.fullmatch("[0-9]{1,6}", value) else number
            found[item] = numeral(number, ordered.get("type") or "1")
            number += 1
    return found


def find(root: html.HtmlElement, numbers: dict[html.HtmlElement, str]) -> Notes:
    """The notes of a page that are certain; `numbers` are those of its numbered lists' items."""
    found = Notes()
    order = {element: position for position, element in enumerate(root.iter("*"))}
    targets: dict[str, html.HtmlElement] = {}
    for element in order:
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                targets.setdefault(name, element)
    for link in root.iter("a"):
        note = _noted(link, targets, order)
        call = _CALL.fullmatch(_beginning(link).strip())
        if note is None or not call:
            continue
        number = call[1]
        stands = note in found.notes or _starts_with(note, number) or numbers.get(note) == number
        if _links_back(note, link) or (stands and _is_raised(link)):
            found.notes.setdefault(note, number)
            found.calls[link] = number
    _by_raised_number(root, order, found)
    return found


def _noted(
    link: html.HtmlElement, targets: dict[str, html.HtmlElement], order: dict[html.HtmlElement, int]
) -> html.HtmlElement | None:
    """The block that a link within the page leads down to, if it is of a note's size."""
    linked = _LINKED.fullmatch(link.get("href") or "")
    target = targets.get(linked[1]) if linked else None
    if target is None or order[target] <= order[link]:
        return None
    note = _block(target)
    if note is None or note is _block(link) or note in link.iterancestors() or _is_large(note) or note.tag in _HEADINGS:
        return None
    return note


def _by_raised_number(root: html.HtmlElement, order: dict[html.HtmlElement, int], found: Notes) -> None:
    opening: dict[str, list[html.HtmlElement]] = {}
    within: list[tuple[html.HtmlElement, str]] = []
    for raised in root.iter("sup"):
        call = _CALL.fullmatch(_beginning(raised).strip())
        block = _block(raised)
        if not call or block is None or block in found.notes or any(link in found.calls for link in raised.iter("a")):
            continue
        if block.tag not in {"td", "th"} and _starts_with(block, call[1]) and not _text_before(raised, block):
            opening.setdefault(call[1], []).append(block)
        else:
            within.append((raised, call[1]))
    for raised, number in within:
        notes = opening.get(number, [])
        if len(notes) == 1 and order[notes[0]] > order[raised]:
            found.notes[notes[0]] = number
            found.calls[raised] = number


def _block(element: html.HtmlElement) -> html.HtmlElement | None:
    """The element or the nearest around it that is a block of text; None for the page as a whole."""
    at = element
    while at is not None and at.tag not in BLOCKS:
        at = at.getparent()
    # A paragraph that is all there is of an item is the item.
    while at is not None and at.tag == "p" and at.getparent() is not None and at.getparent().tag == "li":
        at = at.getparent()
    if at is None or at.tag in {"body", "html", "main", "article", "section", "table", "ol", "ul", "dl", "tbody"}:
        return None
    return at


def _beginning(element: html.HtmlElement) -> str:
    """The text of an element as far as a number of a note reaches: elements may be of any length, and there may be
    any number of them.
    """
    text = ""
    for part in element.itertext("*"):
        text += part.lstrip() if not text else part
        if len(text) > _FAR:
            break
    return text[:_FAR]


def _text_before(inner: html.HtmlElement, block: html.HtmlElement) -> str:
    """What is printed in the block before an element in it."""
    printed = block.text or ""
    for element in block.iterdescendants("*"):
        if element is inner:
            break
        printed += element.text or ""
        if printed.strip():
            break
    return printed.strip()


def _starts_with(note: html.HtmlElement, number: str) -> bool:
    return bool(re.match(rf"\s*[\[(]?{re.escape(number)}(?![0-9A-Za-z])", _beginning(note)))


def _is_raised(link: html.HtmlElement) -> bool:
    """Whether a link is set as calls of notes are, unlike those in a table of contents: raised or in brackets."""
    raised = any(True for _ in link.iterancestors("sup")) or any(True for _ in link.iter("sup"))
    return raised or _beginning(link).strip().startswith(("[", "(")) or link.get("role") == "doc-noteref"


def _links_back(note: html.HtmlElement, link: html.HtmlElement) -> bool:
    """Whether the note links to the call, to what stands around it, or to what stands in it."""
    near = [link, *link.iterdescendants("*"), link.getparent(), link.getprevious()]
    names = {value for each in near if each is not None for value in (each.get("id"), each.get("name")) if value}
    return any((back.get("href") or "").removeprefix("#") in names for back in note.iter("a"))


def _is_large(element: html.HtmlElement) -> bool:
    """Whether an element holds more than a note would: headings, or many blocks."""
    inner = element.iterdescendants(*BLOCKS)
    return any(count > _MOST_BLOCKS or block.tag in _HEADINGS for count, block in enumerate(inner, 1))
