"""What a document prints about itself, proposed for an editor to confirm: never required, never invented. Pure."""

import re
from collections.abc import Sequence

from sources.ingest import days, headings
from sources.ingest.blocks import Block, Kind, Proposal
from sources.ingest.furniture import SYMBOL_PATTERN
from sources.ingest.lines import tidy
from sources.ingest.marks import MORE, Mark, Page

_ENTRY = re.compile(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:{days.DAY})(?:, \d{{4}})?\s*(?:[:–—.-]\s|$)",
    re.IGNORECASE,
)
# Labels that a catalogue such as Refworld prints without a colon; the others need one.
_BARE = (
    ("publisher", "Publisher"),
    ("authors", r"Authors?(?:\(s\))?"),
    ("published", "Publication Date|Date of Publication"),
    ("citation", "Cite as"),
    ("disclaimer", "Disclaimer"),
    ("symbol", "Citation / Document Symbol|Document Symbol"),
    (
        "",
        "Comments?|Country|Topics?|Reference|Document Type|Other Languages(?: / Attachments)?|Legal Area",
    ),
)
_COLONED = (
    ("updated", "(?:Page )?[Ll]ast (?:[Uu]pdated|[Mm]odified|[Rr]eviewed)|Updated"),
    ("published", "Published(?: on)?|Date issued|Issued(?: on)?|Release [Dd]ate|Date"),
    ("authors", "By|Written by|Prepared by"),
    ("title", "Title"),
    ("symbol", "Symbol|UN [Ss]ymbol"),
    ("url", "URL|Link|Available (?:at|from)"),
    ("republished_by", "Published in|Republished (?:by|in)|Reprinted (?:by|in|from)|First published in"),
    ("covers", "Period covered|Reporting period|Period under review|Covers"),
    ("approved", "Approved(?: on)?|Adopted(?: on)?"),
    ("language", "Original(?: language)?|Language"),
    ("translation", "Translation|Translated by|Translated from"),
    ("citation", "Suggested citation|Citation"),
)
_CATALOGUE = [(name, re.compile(rf"(?:{words})(?:\s*:\s*|\s+|(?=[A-Z0-9])|$)")) for name, words in _BARE]
_WITH_COLON = [(name, re.compile(rf"(?:{words}) ?:\s*")) for name, words in (*_BARE, *_COLONED)]
_UPDATED = re.compile(rf"(?:Last )?[Uu]pdated(?: on)? ({days.DATE})")
_NOT_OURS = re.compile(r"This is not an? (.{2,60}?) publication")
_TRANSLATION = re.compile(
    r"(?:unofficial|courtesy|informal|working|machine)? ?translat(?:ed|ion)\b.{0,90}|\[?original: .{2,40}",
    re.IGNORECASE,
)
_APPROVED = re.compile(rf"\breport\b[^.;]{{0,400}}\b(?:approved|adopted|endorsed)\b[^.;]{{0,80}}? on ({days.DATE})")
_URL = re.compile(r"https?://[^\s\]>)]+")
_SYMBOL = re.compile(rf"(?<![\w/])({SYMBOL_PATTERN})(?![\w/])")
_UN_BODY = re.compile(
    r"(?:Human Rights Council|General Assembly|Security Council|Economic and Social Council|Commission on Human Rights"
    r"|Committee (?:on|against|for) .{4,80}|United Nations)"
)
_UN_TITLE = re.compile(
    r"(?:National report|Report|Summary|Compilation|Concluding observations|List of issues|Note by"
    r"|Consideration of reports)\b"
)
_COVER_LINES, _END_LINES = 60, 10
_LONGEST_NOTE = 120
_OPENING = 2_000  # characters of a paragraph that may say when the report was approved


def mark_header(page: Page) -> None:
    """Mark the labelled lines at the head of the text, so that each is a paragraph of its own, and no heading."""
    known = _header(page)
    if sum(bool(name) for _, name, _ in known) < 2 and len(known) < 3:
        return
    for index, _, end in known:
        if page.plain(index):
            page.marks[index] = Mark()
        if end == len(page.lines[index].text) and page.plain(index + 1) and index + 1 not in {at for at, _, _ in known}:
            page.marks[index + 1] = MORE


def count_labels(page: Page) -> int:
    """Return how many lines at the head of the text begin with a catalogue's label or one with a colon."""
    return len({name for _, name, _ in _header(page) if name})


def propose(page: Page, blocks: Sequence[Block], *, un_report: bool) -> tuple[Proposal, ...]:
    """Return what head and foot of the document print about it, in the order of the file, each once."""
    found: list[Proposal] = []
    by_line = {block.first_line: block for block in blocks}
    for index, name, end in _header(page):
        line = page.lines[index]
        block = by_line.get(line.number)
        value = (tidy(block.text)[len(tidy(line.text[:end])) :] if block else line.text[end:]).strip()
        if name and value:
            found += _labelled(name, value, line.number)
    found += _loose(page)
    found += _un_cover(page, blocks) if un_report else []
    found += _from_blocks(blocks, found)
    unique = {(item.field, item.value): item for item in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda item: (item.line, item.field)))


def _header(page: Page) -> list[tuple[int, str, int]]:
    """Index, field and length of the label of each labelled line in the head; catalogue labels count from two on."""
    coloned: list[tuple[int, str, int]] = []
    bare: list[tuple[int, str, int]] = []
    for index, line in enumerate(page.lines[:_COVER_LINES]):
        if index in page.furniture:
            continue
        for patterns, found in ((_WITH_COLON, coloned), (_CATALOGUE, bare)):
            name, end = next(
                ((name, match.end()) for name, pattern in patterns if (match := pattern.match(line.text))), ("-", 0)
            )
            if name != "-":
                found.append((index, name, end))
                break
    if len(bare) < 2:
        bare = []
    return sorted(coloned + bare)


def _labelled(name: str, value: str, line: int) -> list[Proposal]:
    found = [Proposal(name, value, line)]
    if name == "citation" and (url := _URL.search(value)):
        found.append(Proposal("url", url[0].rstrip(".,"), line))
    if name == "disclaimer" and (other := _NOT_OURS.search(value)):
        found.append(Proposal("republished_by", other[1], line))
    return found


def _loose(page: Page) -> list[Proposal]:
    """Facts printed without a label: an updating date, a translator's note, somebody else's disclaimer."""
    found: list[Proposal] = []
    count = len(page.lines)
    for index in sorted({*range(min(_COVER_LINES, count)), *range(max(0, count - _END_LINES), count)}):
        line = page.lines[index]
        match = _UPDATED.match(line.text)
        if match:
            found.append(Proposal("updated", match[1], line.number))
        if len(line.text) <= _LONGEST_NOTE and (note := _TRANSLATION.fullmatch(line.text.strip("()[]* "))):
            name = "language" if note[0].casefold().startswith("original") else "translation"
            found.append(
                Proposal(name, tidy(note[0].partition(":")[2] if name == "language" else note[0]), line.number)
            )
        if _NOT_OURS.match(line.text):
            found += _labelled("disclaimer", line.text, line.number)
    return found


def _un_cover(page: Page, blocks: Sequence[Block]) -> list[Proposal]:
    """Symbol, date, body and title as the cover of a United Nations document prints them."""
    found: list[Proposal] = []
    distributed = False
    cover = _cover(blocks)
    for line in page.lines[:_COVER_LINES]:
        symbol = _SYMBOL.search(line.text)
        if symbol and any(char.isdigit() for char in symbol[0]) and len(line.text) < 60:
            found.append(Proposal("symbol", symbol[1], line.number))
            break
    for block in cover:
        distributed = distributed or block.text.startswith("Distr.")
        date = days.DATE_PATTERN.search(block.text)
        body = _UN_BODY.match(block.text)
        if date and distributed and len(block.text) < 80 and not any(item.field == "published" for item in found):
            found.append(Proposal("published", date[0], block.first_line))
        elif body and len(block.text) < 110 and not any(item.field == "publisher" for item in found):
            found.append(Proposal("publisher", body[0], block.first_line))
        elif _UN_TITLE.match(block.text) and len(block.text) < 400:
            found.append(Proposal("title", block.text.rstrip("*"), block.first_line))
    return found


def _cover(blocks: Sequence[Block]) -> list[Block]:
    """The blocks above the first labelled heading or numbered paragraph, at most thirty."""
    cover: list[Block] = []
    for block in blocks[:30]:
        if block.label and block.kind in {Kind.HEADING, Kind.PARAGRAPH}:
            break
        cover.append(block)
    return cover


def _from_blocks(blocks: Sequence[Block], found: Sequence[Proposal]) -> list[Proposal]:
    """The title from the heading above all, the period that a heading names, and when the report was approved."""
    result: list[Proposal] = []
    known = {item.field for item in found}
    first = next((block for block in blocks if block.kind is Kind.HEADING), None)
    if first and first.level == 1 and not first.label and "title" not in known and _is_title(first, blocks):
        result.append(Proposal("title", first.text.rstrip("*"), first.first_line))
    result += [
        Proposal("covers", re.findall(r"\d{4}(?:[-–/]\d{2,4})?", block.text)[-1], block.first_line)
        for block in blocks[:40]
        if block.kind is Kind.HEADING and headings.covers(block.text)
    ]
    for block in blocks[:12]:
        approved = (
            _APPROVED.search(block.text[:_OPENING])
            if block.kind is Kind.PARAGRAPH and "approved" not in known
            else None
        )
        if approved and block.label in {"", "1", "2", "3"}:
            result.append(Proposal("approved", approved[1], block.first_line))
            break
    return result


def _is_title(first: Block, blocks: Sequence[Block]) -> bool:
    others = any(block.kind is Kind.HEADING and block.level > 1 for block in blocks)
    return others or len(blocks) > 1


def mark_dated(page: Page) -> None:
    """Mark each entry that begins with a day: a paragraph of its own, or a heading where the day stands alone."""
    for index in list(page.text_lines()):
        text = page.lines[index].text
        match = _ENTRY.match(text) if text[0].isalnum() and page.opens(index) else None
        if match and match.end() == len(text) and page.plain(index + 1):
            page.marks[index] = Mark(Kind.HEADING)
        elif match:
            page.marks[index] = Mark()
