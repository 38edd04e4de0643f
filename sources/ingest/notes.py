"""Footnotes and endnotes, and the places in the text that call them: sequence decides what is a note's number. Pure."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from sources.ingest.blocks import Block, Kind, Marker
from sources.ingest.furniture import PAGE_ENDS, RULE
from sources.ingest.marks import MORE, Mark, Page
from sources.ingest.sequences import chain

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE = re.compile(
    r"(?:(\d{1,4})(?:\s+|(?=[^\W\d_a-z]|[\"“‘'«]))|\[(\d{1,4})\]\s*|([⁰¹²³⁴-⁹]{1,4})\s*|(\d{1,4})[.)]\s+)(?=\S)"
)
_ALONE = re.compile(r"(\d{1,4}|\[\d{1,4}\]|[⁰¹²³⁴-⁹]{1,4})")
_STARS = re.compile(r"(\*{1,4})\s*(?=[^\W\d_])")
_STAR_CALL = re.compile(r"(?<=[\w.,;)”’\"])\*{1,4}(?![\w*])")
_SMALL_STARTS = re.compile(r"(?:see|cf|ibid|id|idem|op|loc|supra|http|www|ibídem)\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:foot|end)?notes?\b|sources?\b|references\b|bibliography\b", re.IGNORECASE)
_LONGEST_NOTE = 15
_LEAST_CALLED = 0.3

_CALL = re.compile(
    r"(?=[\[0-9⁰¹²³⁴-⁹])(?:\[(\d{1,4})\]|([⁰¹²³⁴-⁹]{1,4})|(?<=[^\W\d_])(\d{1,3})(?![\w%/°-]|[.,:]\d)"
    r"|(?<=[.,;:!?)\]\"'”’»])(\d{1,3})(?![%/°-]|\d|[a-z]|[.,:]\d))"
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:arts?|nos?|paras?|pp?|vols?|figs?|ch|secs?|nr|add|rev|corr|doc|ver|v)\.$", re.IGNORECASE
)
_PLAIN_REPEAT = re.compile(r"[a-z]{3,}[.!?][\"”’']?$")
_LOOK_BACK = 24


def mark(page: Page, *, numbered: bool) -> None:
    """Mark the notes, if any: at the feet of pages, at the end, or under a heading that says so.

    `numbered` says that paragraphs count as `1.` does, so that notes are printed otherwise. A run of numbered lines
    that nothing in the text calls and no heading names stays the list that it is.
    """
    places, labels, leads = _candidates(page, numbered=numbered)
    found = chain([int(label) for label in labels], [1.0] * len(labels), reach=8, restart=2.0)
    standing = {
        index
        for group in _groups(page, [places[item] for item in found])
        if _stands_as_notes(page, group)
        for index in group
    }
    starts = {places[item]: Mark(Kind.NOTE, labels[item], leads[item]) for item in found if places[item] in standing}
    if len(starts) < 2 or not _believed(page, starts):
        starts = {}
    _mark_with_more(page, starts)
    _mark_stars(page)


def call(blocks: Sequence[Block]) -> list[tuple[Marker, ...]]:
    """Return for each block the markers in its text: those numbers of notes that count up, and their plain repeats."""
    notes = [block.label for block in blocks if block.kind is Kind.NOTE]
    result: list[list[Marker]] = [[] for _ in blocks]
    numbers = {int(label) for label in notes if label.isdigit()}
    if numbers:
        sites = [
            (at, *site)
            for at, block in enumerate(blocks)
            if block.kind is not Kind.NOTE
            for site in _sites(block.text, numbers)
        ]
        restarts = len(numbers) < sum(label.isdigit() for label in notes)
        counted = chain(
            [site[1] for site in sites], [site[3] for site in sites], reach=12, restart=2.0 if restarts else None
        )
        for item in _with_repeats(sites, counted, blocks):
            at, number, offset, _ = sites[item]
            result[at].append(Marker(str(number), offset))
    _call_stars(blocks, {label for label in notes if label.startswith("*")}, result)
    return [tuple(markers) for markers in result]


def _candidates(page: Page, *, numbered: bool) -> tuple[list[int], list[str], list[int]]:
    places: list[int] = []
    labels: list[str] = []
    leads: list[int] = []
    for index in page.text_lines():
        text = page.lines[index].text
        if not (text[0] in "[⁰¹²³⁴⁵⁶⁷⁸⁹" or text[0].isdecimal()):
            continue
        match = _NOTE.match(text)
        label = _label(match) if match else ""
        end = match.end() if match else 0
        if not match and _ALONE.fullmatch(text) and page.plain(index + 1):
            label, end = text.strip("[]").translate(_SUPERSCRIPTS), len(text)
        if not label or not label.isascii() or (match and match[4] and numbered):
            continue
        rest = text[end:] or page.lines[index + 1].text
        if (rest[0].isupper() or rest[0] in "\"“‘'«(*[" or _SMALL_STARTS.match(rest)) and (
            page.opens(index) or index - 1 in places[-1:] or page.lines[index].gap
        ):
            places.append(index)
            labels.append(str(int(label)))
            leads.append(end)
    return places, labels, leads


def _label(match: re.Match[str]) -> str:
    return (match[1] or match[2] or match[3] or match[4]).translate(_SUPERSCRIPTS)


def _groups(page: Page, places: Sequence[int]) -> list[list[int]]:
    """Notes in runs: nothing but notes and their further lines stands between the first and the last of each."""
    groups: list[list[int]] = []
    for index in places:
        between = range(groups[-1][-1] + 1, index) if groups else range(0)
        if (
            groups
            and len(between) <= _LONGEST_NOTE
            and not any(line in page.marks or page.furniture.get(line) in PAGE_ENDS for line in between)
        ):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _stands_as_notes(page: Page, group: Sequence[int]) -> bool:
    """Whether a run of notes ends its page or the file, or stands under a rule or a heading that names it."""
    if _above_says(page, group[0]):
        return True
    for below in range(group[-1] + 1, min(len(page.lines), group[-1] + _LONGEST_NOTE + 1)):
        if page.furniture.get(below) in PAGE_ENDS or page.lines[below].page:
            return True
        if below in page.marks or (page.lines[below].gap and below - group[-1] > 2):
            return False
    return group[-1] + _LONGEST_NOTE + 1 >= len(page.lines)


def _above_says(page: Page, index: int) -> bool:
    for above in range(index - 1, max(-1, index - 4), -1):
        if page.furniture.get(above) == RULE or _TITLE.match(page.lines[above].text):
            return True
    return False


def _believed(page: Page, starts: Mapping[int, Mark]) -> bool:
    """Whether a heading names the notes, or enough of their numbers are called in the text."""
    first = min(starts)
    if any(_TITLE.match(line.text) and len(line.text) < 60 for line in page.lines[max(0, first - 3) : first]):
        return True
    numbers = {int(mark.label) for mark in starts.values()}
    sites = [
        site
        for index in range(len(page.lines))
        if index not in starts and index not in page.furniture
        for site in _sites(page.lines[index].text, numbers)
    ]
    counted = chain([site[0] for site in sites], [site[2] for site in sites], reach=12)
    return len(counted) >= max(1, _LEAST_CALLED * len(numbers))


def _mark_with_more(page: Page, starts: dict[int, Mark]) -> None:
    """Set the marks; lines between two notes that stand close belong to the first, across empty lines too."""
    order = sorted(starts)
    page.marks.update(starts)
    for index, after in pairwise(order):
        between = range(index + 1, after)
        if len(between) <= _LONGEST_NOTE and all(page.plain(line) for line in between):
            page.marks.update(dict.fromkeys(between, MORE))


def _mark_stars(page: Page) -> None:
    """Notes called by asterisks: a line begun with as many as a word before it carries."""
    called: set[str] = set()
    for index in list(page.text_lines()):
        text = page.lines[index].text
        match = _STARS.match(text) if text[0] == "*" else None
        if match and match[1] in called and page.opens(index):
            page.marks[index] = Mark(Kind.NOTE, match[1], match.end())
        elif "*" in text:
            called.update(star[0] for star in _STAR_CALL.finditer(text))


def _sites(text: str, numbers: Collection[int]) -> Iterator[tuple[int, int, float]]:
    """Yield number, offset and worth of each place in a text that may call one of the notes."""
    for match in _CALL.finditer(text):
        digits = match[1] or match[2] or match[3] or match[4]
        number = int(digits.translate(_SUPERSCRIPTS)) if digits.translate(_SUPERSCRIPTS).isascii() else 0
        if number not in numbers or digits[0] == "0":
            continue
        worth = _worth(text, match)
        if worth:
            yield number, match.start(), worth


def _worth(text: str, match: re.Match[str]) -> float:
    if match[1] or match[2]:
        return 2.0
    start = match.start()
    token = text[max(0, start - _LOOK_BACK) : start]
    word = token.rsplit(None, 1)[-1] if token.split() else ""
    if match[4]:
        if re.search(r"\d[.,:'’]$", token) or "/" in word or _ABBREVIATED.search(token):
            return 0.0
        return 1.2 if word[-1:] not in ",'" else 0.8
    if "/" in word or len(word) == 1 or any(char.isdigit() for char in word):
        return 0.0
    return 1.0 if word[-1:].islower() and len(word) > 2 else 0.3


def _with_repeats(
    sites: Sequence[tuple[int, int, int, float]], counted: Sequence[int], blocks: Sequence[Block]
) -> list[int]:
    """The counted places, and others with a number already counted that can only be the same call again."""
    inside, highest, result = set(counted), 0, []
    for item, (at, number, offset, worth) in enumerate(sites):
        before = blocks[at].text[max(0, offset - _LOOK_BACK) : offset]
        after = blocks[at].text[offset + len(str(number)) :][:2]
        if item in inside:
            highest = max(highest, number)
        elif worth < 2 and not (
            number <= highest and _PLAIN_REPEAT.search(before) and (not after or re.match(r"\s[A-Z“\"]", after))
        ):
            continue
        result.append(item)
    return result


def _call_stars(blocks: Sequence[Block], labels: Collection[str], result: list[list[Marker]]) -> None:
    for at, block in enumerate(blocks):
        if labels and block.kind is not Kind.NOTE:
            for match in _STAR_CALL.finditer(block.text):
                if match[0] in labels:
                    result[at].append(Marker(match[0], match.start()))
                    result[at].sort(key=lambda marker: marker.offset)
