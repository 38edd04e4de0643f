"""From marked lines to blocks: line ends undone, paragraphs told apart, headings given their parents. Pure.

Each line of text goes to exactly one block, whole; so nothing can be lost or doubled.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sources.ingest import headings, notes
from sources.ingest.blocks import Block, Furniture, Kind, Span
from sources.ingest.furniture import PAGE_ENDS
from sources.ingest.lines import Line, Shape, binds, ends_sentence, is_field, starts_lower, tidy
from sources.ingest.marks import Mark, Page
from sources.ingest.repairs import Vocabulary, mend


@dataclass(slots=True)
class Draft:
    """A block in the making: its mark and the indices of its lines."""

    mark: Mark
    lines: list[int] = field(default_factory=list)


def drafts(page: Page, shape: Shape) -> list[Draft]:
    """Give each line of text to a block, in order."""
    found: list[Draft] = []
    last: Draft | None = None
    body: Draft | None = None
    gap = turned = False
    for index, line in enumerate(page.lines):
        gap, turned = gap or bool(line.gap), turned or line.page
        if index in page.furniture:
            turned = turned or page.furniture[index] in PAGE_ENDS
            gap = gap or page.furniture[index] not in PAGE_ENDS
            continue
        mark = page.marks.get(index)
        if last and last.mark.kind is Kind.NOTE and turned and body:
            last = body
        if last and ((mark and mark.continues) or (mark is None and _goes_on(page, shape, last, line, gap, turned))):
            last.lines.append(index)
        else:
            found.append(Draft(mark if mark and not mark.continues else Mark(), [index]))
            last = found[-1]
        if last.mark.kind is not Kind.NOTE:
            body = last
        gap = turned = False
    return found


def _goes_on(page: Page, shape: Shape, draft: Draft, line: Line, gap: bool, turned: bool) -> bool:
    """Whether an unmarked line belongs to the block above it."""
    last = page.lines[draft.lines[-1]].text
    if len(draft.lines) == 1 and len(last) == draft.mark.lead:
        return True  # the number stands alone on its line, the text below
    if draft.mark.kind is Kind.HEADING:
        return False
    if turned:
        if not ends_sentence(last) and (starts_lower(line.text) or binds(last) or shape.full(last)):
            return True
        return bool(draft.mark.label and draft.mark.kind is Kind.PARAGRAPH and shape.wrapped and shape.full(last))
    if gap or not shape.wrapped:
        return False
    return not _breaks(shape, draft, last, line.text)


def _breaks(shape: Shape, draft: Draft, last: str, text: str) -> bool:
    """Whether a new paragraph begins without an empty line: only below a line that the column did not break."""
    ended = shape.short(last) if draft.mark.label and not shape.strict else shape.ended(last, text)
    if starts_lower(text) or binds(last) or not ended:
        return False
    if ends_sentence(last) and not last.endswith((",", ";", ":")):
        return True
    if not shape.short(last):
        return False
    if text[0].isupper() and len(text) < 0.4 * shape.width:
        return True
    return is_field(text) or (len(draft.lines) == 1 and not draft.mark.lead and len(last) < shape.width / 2)


def blocks(page: Page, text: str, found: Sequence[Draft], printed_pages: Sequence[int | None]) -> tuple[Block, ...]:
    """Finish the blocks: words mended, levels and parents of headings, markers of notes."""
    vocabulary = Vocabulary(text)
    made = [_block(page, draft, vocabulary, printed_pages[draft.lines[0]]) for draft in found]
    made = _with_levels(made, found)
    markers = notes.call(made)
    return tuple(replace(block, markers=own) if own else block for block, own in zip(made, markers, strict=True))


def furniture(page: Page) -> tuple[Furniture, ...]:
    """The furniture as it is recorded."""
    return tuple(
        Furniture(tidy(line.text), Span(line.start, line.end), line.number, reason)
        for index, reason in page.furniture.items()
        for line in (page.lines[index],)
    )


def _block(page: Page, draft: Draft, vocabulary: Vocabulary, printed_page: int | None) -> Block:
    lines = [page.lines[index] for index in draft.lines]
    lead = draft.mark.lead
    pieces = [tidy(lines[0].text[lead:]), *(tidy(line.text) for line in lines[1:])]
    pieces = [piece for piece in pieces if piece]
    if not pieces:  # a number that nothing follows is all the text there is
        lead, pieces = 0, [tidy(lines[0].text)]
    words, repairs = mend(pieces, vocabulary)
    return Block(
        kind=draft.mark.kind,
        text=words,
        spans=_spans(draft.lines, lines),
        first_line=lines[0].number,
        last_line=lines[-1].number,
        label=draft.mark.label,
        lead=tidy(lines[0].text[:lead]),
        page=printed_page,
        repairs=repairs,
    )


def _spans(indices: Sequence[int], lines: Sequence[Line]) -> tuple[Span, ...]:
    """One span for each run of lines with nothing but white space between them."""
    runs: list[list[int]] = []
    for place, (index, line) in enumerate(zip(indices, lines, strict=True)):
        if place and index == indices[place - 1] + 1:
            runs[-1][1] = line.end
        else:
            runs.append([line.start, line.end])
    return tuple(Span(start, end) for start, end in runs)


def _with_levels(made: list[Block], found: Sequence[Draft]) -> list[Block]:
    places = [at for at, block in enumerate(made) if block.kind is Kind.HEADING]
    judged = headings.levels([(found[at].mark, made[at].text) for at in places], titled=_titled(made, places))
    level_of = dict(zip(places, judged, strict=True))
    above: list[tuple[int, int]] = []
    result: list[Block] = []
    for at, block in enumerate(made):
        level = level_of.get(at, 0)
        while level and above and above[-1][0] >= level:
            above.pop()
        parent = above[-1][1] if above else None
        result.append(replace(block, level=level, parent=parent))
        if level:
            above.append((level, at))
    return result


def _titled(made: Sequence[Block], places: Sequence[int]) -> bool:
    """Whether the first heading is the title of the whole: no prose stands above it, and others follow."""
    if not places or made[places[0]].label or len(places) < 2:
        return False
    return places[0] <= 12 and all(len(block.text) < 160 for block in made[: places[0]])
