"""What a PDF's pages share: running heads and feet, page numbers, the size of the text, notes at the foot. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sources.ingest.containers.pdf_rows import Row
from sources.ingest.containers.relaying import Line

_ZONE = 4
_NEAR = 6.0
_NUMBER = re.compile(r"[^\w]*(?:(?:page|p\.|seite|стр\.)\s*)?([0-9]{1,4})(?:\s*(?:of|/|из)\s*[0-9]{1,4})?[^\w.]*", re.I)
_NOTE = re.compile(r"\s*(?:([0-9]{1,3})|(\*{1,3}|[†‡]))(?![0-9.%)/–-])\s*\S")
_NOTE_SIZE = 0.94
_GAP = 1.3
_INDENT = 0.8
_SHARE = 0.3
_ENOUGH = 5
_SHORT = 12


def lines(pages: Sequence[Sequence[Row]]) -> list[Line]:
    """The lines of all pages, furniture and notes told from text, with empty lines where the print leaves a gap."""
    furniture = _furniture(pages)
    printed = _printed_numbers(pages, furniture)
    size = _text_size(pages)
    notes = _notes(pages, furniture, size)
    numbers = {name.split(" ")[0] for name in notes.values()}
    made: list[Line] = []
    for page, found in enumerate(pages):
        pitch = _pitch(found)
        left = _left(found)
        last: Row | None = None
        for index, row in enumerate(found):
            reason = furniture.get((page, index), "")
            note = notes.get((page, index), "")
            marks = tuple((at, number) for at, number in row.raised if number in numbers and not note and not reason)
            if last is not None and not reason and not note and _parted(last, row, pitch, left):
                made.append(Line("", printed[page]))
            made.append(Line(row.text.rstrip(), printed[page], reason, note, marks))
            if not reason and not note:
                last = row
    return made


def _parted(last: Row, row: Row, pitch: float, left: float) -> bool:
    """Whether the print sets a line off from the one above: by a gap, by another size, or by an indent."""
    gap = last.y - row.y
    if pitch and (gap > _GAP * pitch * max(1.0, row.size / (last.size or 1.0)) or gap < -pitch):
        return True
    if abs(last.size - row.size) > 0.1 * max(last.size, row.size):
        return True
    indented = row.x > left + _INDENT * row.size and abs(last.x - left) < 0.2 * row.size
    return indented and last.text.rstrip().endswith((".", "!", "?", ":", "”", '"', ")"))


def _pitch(found: Sequence[Row]) -> float:
    """The distance of lines within a paragraph of this page: what the closer quarter of them keep."""
    gaps = sorted(
        above.y - below.y for above, below in pairwise(found) if 0.5 * above.size < above.y - below.y < 3 * above.size
    )
    return gaps[len(gaps) // 4] if gaps else 0.0


def _left(found: Sequence[Row]) -> float:
    """Where most lines of the page begin."""
    return Counter(round(row.x) for row in found).most_common(1)[0][0] if found else 0.0


def _text_size(pages: Sequence[Sequence[Row]]) -> float:
    sizes: Counter[float] = Counter()
    for row in (row for page in pages for row in page):
        sizes[round(row.size * 2) / 2] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _edges(page: Sequence[Row]) -> Iterator[list[int]]:
    """The indices of the rows nearest to the head, then to the foot, from the edge inwards, and of one row more."""
    order = sorted(range(len(page)), key=lambda index: -page[index].y)
    yield order[: _ZONE + 1]
    yield order[::-1][: _ZONE + 1]


def _furniture(pages: Sequence[Sequence[Row]]) -> dict[tuple[int, int], str]:
    """Page and row of what comes again at the edge of page after page, with the reason."""
    found: dict[str, dict[tuple[object, ...], list[tuple[int, int]]]] = {
        "running head": defaultdict(list),
        "page number": defaultdict(list),
    }
    for number, page in enumerate(pages):
        for edge, indices in enumerate(_edges(page)):
            for depth, index in enumerate(indices[:_ZONE]):
                reason, *key = _recurring(page[index], number, depth)
                if reason:
                    found[reason][edge, *key].append((number, index))
    often = max(2, min(_ENOUGH, _SHARE * len(pages)))
    allowed: dict[tuple[int, int], str] = {}
    for reason, groups in found.items():
        for places in groups.values():
            if len({number for number, _ in places}) >= often:
                allowed.update(dict.fromkeys(places, reason))
    return _from_the_edge(pages, allowed)


def _recurring(row: Row, number: int, depth: int) -> tuple[str, *tuple[object, ...]]:
    """What furniture a line at the edge of page `number` may be, and what it then shares with those of other pages.

    The reason is empty for what is none: labels of paragraphs, and notes such as “12 Ibid.”, which page numbers before
    a title differ from by standing at the very edge and counting the pages.
    """
    text = row.text.strip()
    bare = _NUMBER.fullmatch(text)
    if bare:
        return "page number", int(bare[1]) - number
    opening = re.match(r"[0-9]{1,4}(?=\s+\S)", text)
    if (opening and depth) or len(text) < 3 or re.fullmatch(r"\(?\w{1,4}[.)]", text):
        return ("",)
    shift = int(opening[0]) - number if opening else 0
    return "running head", re.sub("[0-9]+", "#", text), round(row.y / _NEAR), shift


def _from_the_edge(pages: Sequence[Sequence[Row]], allowed: dict[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """Of what may be furniture, that with nothing but furniture between it and the edge, and set off from the text."""
    found: dict[tuple[int, int], str] = {}
    for number, page in enumerate(pages):
        pitch = _pitch(page)
        for indices in _edges(page):
            edge: list[int] = []
            for index in indices[:_ZONE]:
                if (number, index) not in allowed:
                    break
                edge.append(index)
            inner = page[indices[len(edge)]] if len(edge) < len(indices) else None
            # Text that happens to come again runs on into the text.
            while edge and inner and _runs_on(page[edge[-1]], inner, pitch):
                inner = page[edge.pop()]
            found.update({(number, index): allowed[number, index] for index in edge})
    return found


def _runs_on(row: Row, inner: Row, pitch: float) -> bool:
    """Whether a line stands as close to its neighbour, and as large, as the lines of a paragraph do."""
    return abs(row.y - inner.y) < _GAP * pitch and abs(row.size - inner.size) < 0.3 and len(row.text) > _SHORT


def _printed_numbers(pages: Sequence[Sequence[Row]], furniture: dict[tuple[int, int], str]) -> list[int]:
    """The number of each page: as printed, where the pages are numbered through, else counted from 1."""
    shifts: Counter[int] = Counter()
    for number, index in furniture:
        shifts.update(
            {
                int(figure) - number
                for figure in re.findall(r"(?<![\w./-])[0-9]{1,4}(?![\w/-])", pages[number][index].text)
            }
        )
    shift, times = shifts.most_common(1)[0] if shifts else (1, 0)
    if times < 2 or times * 2 < len(pages) or shift < 0:
        shift = 1
    return [number + shift for number in range(len(pages))]


def _notes(
    pages: Sequence[Sequence[Row]], furniture: dict[tuple[int, int], str], size: float
) -> dict[tuple[int, int], str]:
    """Page and row of the notes in smaller print at the feet of pages, each with its number and page."""
    found: dict[tuple[int, int], str] = {}
    last, name = 0, ""
    for number, page in enumerate(pages):
        for index in _small_foot(page, number, furniture, size):
            opened = _NOTE.match(page[index].text)
            if opened and (opened[2] or last < int(opened[1]) <= last + 3 or (not last and int(opened[1]) < 4)):
                last = int(opened[1]) if opened[1] else last
                name = f"{opened[1] or opened[2]} {number}"
            if name:
                found[number, index] = name
    return found


def _small_foot(page: Sequence[Row], number: int, furniture: dict[tuple[int, int], str], size: float) -> list[int]:
    """The rows in smaller print below all others of a page, from above; none where they do not open as a note does."""
    order = sorted(range(len(page)), key=lambda index: page[index].y)
    foot: list[int] = []
    for index in order:
        if (number, index) in furniture:
            continue
        if page[index].size > _NOTE_SIZE * size:
            break
        foot.append(index)
    foot.reverse()
    # A page all in small print is a table or an annex.
    body = len(page) - len(foot)
    return foot if foot and body > 1 and any(_NOTE.match(page[index].text) for index in foot) else []
