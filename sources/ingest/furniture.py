"""Page furniture: numbers, running heads, document codes, rules and link words that are no part of the text. Pure.

A number or a repeated line is taken for furniture only on evidence: it counts up page by page, or stands beside a form
feed or other furniture. What is in doubt stays text.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from sources.ingest.lines import Line, ends_sentence, starts_lower
from sources.ingest.sequences import chain

CODE, SYMBOL, NUMBER, HEAD, RULE, LINK = (
    "document code",
    "document symbol",
    "page number",
    "running head",
    "rule",
    "link",
)
PAGE_ENDS = frozenset({CODE, SYMBOL, NUMBER, HEAD})

SYMBOL_PATTERN = r"(?:A|E|S|ST|CCPR|CEDAW|CRC|CAT|CERD|CMW|CRPD|CED|HRI|OPCAT|INT)(?:/[A-Za-z0-9][\w.()*-]*){1,8}"
_CODE = re.compile(
    r"(?:\d{1,3}\s+)?(?:(?:GE|V|N|HR|NYO|K|G)\.\s?\d{2}-\d{4,6}|\d{2}-\d{5})(?:\s*\(?[A-Z](?:-[A-Z])?\)?)?"
    r"(?:\s+\d{6})*(?:\s+\d{1,3})?|\*\d{6,}\*|Please recycle\W*|\*?[GN]\d{7}\*?"
)
_SYMBOL = re.compile(rf"(?:page \d+\s+|\d{{1,3}}\s+)?({SYMBOL_PATTERN})(?:\s+(?:page\s+)?\d{{1,3}})?", re.IGNORECASE)
_BARE = re.compile(r"[-–—\[(|]?\s*(\d{1,4})\s*[-–—\])|]?")
_PAGE = re.compile(
    r"(?:page|p\.)\s*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?|(\d{1,4})\s*(?:of|/)\s*\d{1,4}|(\d{1,4}) \| page",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-_=*~·•.–—─━\s]{3,}")
_LINK = re.compile(
    r"(?:click here(?: to)? )?read (?:more|on)\W*|click here\W*|search refworld"
    r"|(?:back to|return to) top|skip to (?:main )?content",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:(\d{1,4})\s+)?(\D.*?)(?:\s+(\d{1,4}))?")
_LONGEST_HEAD = 120
_LEAST_PAGE = 8
_COVER = 25
_LONGEST_NUMBER = 20
_COLUMN = 60


def find(lines: Sequence[Line]) -> dict[int, str]:
    """Return the index of each line that is furniture, with the reason."""
    found: dict[int, str] = {}
    symbols: dict[str, list[int]] = defaultdict(list)
    bare: list[int] = []
    heads: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.text) > _LONGEST_HEAD:
            continue
        reason = _plain_reason(line.text)
        if reason:
            found[index] = reason
        elif "/" in line.text and _SYMBOL.fullmatch(line.text) and any(char.isdigit() for char in line.text):
            symbols[_symbol(line.text)].append(index)
        elif page_number(line.text) is not None:
            bare.append(index)
        else:
            heads[_key(line.text)].append(index)
    for places in symbols.values():
        found.update({index: SYMBOL for index in places if _is_running(index, places, lines)})
    _add_numbers(bare, lines, found)
    _add_heads(heads, lines, found)
    return dict(sorted(found.items()))


def page_number(text: str) -> int | None:
    """Return the number that a line prints as pages are numbered, or None."""
    if len(text) > _LONGEST_NUMBER:
        return None
    match = _BARE.fullmatch(text)
    if match:
        return int(match[1])
    match = _PAGE.fullmatch(text)
    return int(match[1] or match[2] or match[3]) if match else None


def pages(lines: Sequence[Line], found: Mapping[int, str]) -> list[int | None]:
    """Return the printed page of each line, None where the text does not say for certain.

    With form feeds each page has the number that stands on it. Without, the number ends its page where it is a foot
    (it starts at 1, or stands beside a document code), and starts it where it is a head (beside a running head).
    """
    printed_on = {index: _printed_page(lines[index].text, reason) for index, reason in found.items()}
    numbers = {index: number for index, number in printed_on.items() if number is not None}
    feeds = [index for index, line in enumerate(lines) if line.page]
    if not numbers:
        return [None] * len(lines)
    edges = feeds if feeds else _edges(numbers, lines, found)
    result: list[int | None] = []
    for start, end in zip([0, *edges], [*edges, len(lines)], strict=True):
        printed = {number for index, number in numbers.items() if start <= index < end} if edges else set()
        result += [printed.pop() if len(printed) == 1 else None] * (end - start)
    return result


def _plain_reason(text: str) -> str:
    if _RULE.fullmatch(text):
        return RULE
    if len(text) > _COLUMN:
        return ""
    if _CODE.fullmatch(text):
        return CODE
    return LINK if _LINK.fullmatch(text) else ""


def _symbol(text: str) -> str:
    match = _SYMBOL.fullmatch(text)
    return match[1].casefold() if match else ""


def _is_running(index: int, places: Sequence[int], lines: Sequence[Line]) -> bool:
    """A symbol on the cover names the document; the same again, or one at the top of a later page, is a head."""
    if index == places[0] and index < _COVER and not any(_is_prose(line.text) for line in lines[:index]):
        return False
    return len(places) > 1 or lines[index].page or _beside(index, lines, {})


def _is_prose(text: str) -> bool:
    return len(text) > _COLUMN and (ends_sentence(text) or starts_lower(text))


def _beside(index: int, lines: Sequence[Line], found: Mapping[int, str]) -> bool:
    """Whether a line stands at the edge of a page: beside a form feed or other page furniture."""
    if lines[index].page or (index + 1 < len(lines) and lines[index + 1].page):
        return True
    return any(found.get(near) in PAGE_ENDS for near in (index - 1, index + 1))


def _add_numbers(bare: Sequence[int], lines: Sequence[Line], found: dict[int, str]) -> None:
    values = [page_number(lines[index].text) or 0 for index in bare]
    beside = [_beside(index, lines, found) for index in bare]
    explicit = [not lines[index].text.strip("-–—[]()| ").isdigit() for index in bare]
    worths = [1.5 if sure or said else 1.0 for sure, said in zip(beside, explicit, strict=True)]
    places = chain(values, worths, reach=3, restart=1.0)
    counted = [bare[place] for place in places]
    known = sum(beside[place] for place in places)
    if known >= 2 or (len(counted) >= 3 and _paced(counted, lines)):
        found.update(dict.fromkeys(counted, NUMBER))
    for index, sure, said in zip(bare, beside, explicit, strict=True):
        if sure or (said and len(bare) > 1):
            found[index] = NUMBER


def _paced(counted: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether numbers stand a page apart; those of paragraphs stand closer and never within a sentence."""
    pace = (counted[-1] - counted[0]) / (len(counted) - 1)
    within = any(_within_sentence(index, lines) for index in counted)
    return pace >= _LEAST_PAGE * 3 or (pace >= _LEAST_PAGE and within)


def _key(text: str) -> str:
    match = _NUMBERED.fullmatch(text) if text[0].isdigit() or text[-1].isdigit() else None
    return (match[2] if match else text).casefold()


def _add_heads(heads: Mapping[str, list[int]], lines: Sequence[Line], found: dict[int, str]) -> None:
    """Lines that come again and again at the edges of pages, with or without a page number of their own."""
    for places in heads.values():
        text = lines[places[0]].text
        if len(places) < 2 or ends_sentence(text):
            continue
        numbers = [_own_number(lines[index].text) for index in places]
        rising = [number for number in numbers if number is not None]
        counted = len(rising) >= 3 and all(0 < b - a <= 4 for a, b in pairwise(rising))
        at_edge = [index for index in places if _beside(index, lines, found)]
        torn = sum(_within_sentence(index, lines) for index in places)
        if counted and len(rising) * 3 >= len(places) * 2 and (torn + len(at_edge)) * 4 >= len(places):
            found.update({index: HEAD for index, number in zip(places, numbers, strict=True) if number is not None})
        elif len(at_edge) >= 2 and len(at_edge) * 3 >= (len(places) - 1) * 2:
            found.update(dict.fromkeys(at_edge, HEAD))


def _within_sentence(index: int, lines: Sequence[Line]) -> bool:
    """Whether the lines before and behind are one sentence."""
    if not 0 < index < len(lines) - 1:
        return False
    return not ends_sentence(lines[index - 1].text) and starts_lower(lines[index + 1].text)


def _own_number(text: str) -> int | None:
    match = _NUMBERED.fullmatch(text)
    number = match and (match[1] or match[3])
    return int(number) if number else None


def _printed_page(text: str, reason: str) -> int | None:
    if reason == NUMBER:
        return page_number(text)
    if reason == HEAD:
        return _own_number(text)
    if reason == SYMBOL:
        match = re.search(r"(?:page\s+|\s)(\d{1,3})$", text)
        return int(match[1]) if match else None
    if reason == CODE:
        match = re.match(r"(\d{1,3})\s|.*\)?\s(\d{1,3})$", text)
        return int(match[1] or match[2]) if match and text[0] != "*" else None
    return None


def _edges(numbers: Mapping[int, int], lines: Sequence[Line], found: Mapping[int, str]) -> list[int]:
    """The indices at which a new page starts, judged from the page numbers alone; none where they do not say."""
    places = list(numbers)
    first = places[0]
    codes = sum(found.get(near) == CODE for index in places for near in (index - 1, index, index + 1))
    heads = sum(found.get(near) in {SYMBOL, HEAD} for index in places for near in (index - 1, index + 1))
    if codes > heads or (numbers[first] == 1 and first > 2):
        return [index + 1 for index in places if index + 1 < len(lines)]
    if heads or numbers[first] == 1:
        return [index - 1 if found.get(index - 1) in {SYMBOL, HEAD} else index for index in places if index]
    return []
