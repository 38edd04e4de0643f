"""The ledger: blocks and furniture of a reading together are the file, each character once and in order. Pure."""

from sources.ingest.blocks import Block, Reading
from sources.ingest.lines import tidy

_SHOWN = 40


def check(reading: Reading) -> tuple[str, ...]:
    """Return what does not tally, in words for an editor; nothing where the reading is whole.

    Every character that is no white space stands in exactly one span, of a block or of furniture. A block's spans
    rise, and blocks stand in the order of their first spans. A block's text, repairs undone, is the characters of its
    spans behind the lead; furniture's text is its span's. White space counts as equal whatever its length.
    """
    return (*_uncovered(reading), *_out_of_order(reading), *_changed(reading))


def source(reading: Reading, block: Block) -> str:
    """Return the characters of the file that a block was made from, runs of white space made one space."""
    return tidy("\n".join(reading.text[span.start : span.end] for span in block.spans))


def undone(block: Block) -> str:
    """Return a block's text with its repairs undone. Raises ValueError where a repair is not in the text."""
    pieces: list[str] = []
    position = 0
    for repair in block.repairs:
        end = repair.offset + len(repair.mended)
        if repair.offset < position or block.text[repair.offset : end] != repair.mended:
            raise ValueError(f"line {block.first_line}: the repair “{repair.mended}” does not stand at {repair.offset}")
        pieces += (block.text[position : repair.offset], repair.printed)
        position = end
    return "".join((*pieces, block.text[position:]))


def _uncovered(reading: Reading) -> list[str]:
    spans = [(span.start, span.end) for block in reading.blocks for span in block.spans]
    spans += [(item.span.start, item.span.end) for item in reading.furniture]
    spans.sort()
    found: list[str] = []
    position = 0
    for start, end in spans:
        if start < position:
            found.append(
                f"{_place(reading, start)}: characters are taken twice: {_short(reading.text[start:position])}"
            )
        elif reading.text[position:start].strip():
            found.append(f"{_place(reading, position)}: nobody takes {_short(reading.text[position:start])}")
        if end <= start or end > len(reading.text):
            found.append(f"characters {start} to {end} are no span of this text")
        position = max(position, end)
    if reading.text[position:].strip():
        found.append(f"{_place(reading, position)}: nobody takes {_short(reading.text[position:])}")
    return found


def _out_of_order(reading: Reading) -> list[str]:
    found: list[str] = []
    last = -1
    for block in reading.blocks:
        starts = [span.start for span in block.spans]
        if not starts or starts != sorted(starts) or starts[0] <= last:
            found.append(f"line {block.first_line}: the block is out of order")
        last = starts[0] if starts else last
    return found


def _changed(reading: Reading) -> list[str]:
    found = [
        f"line {item.line}: furniture is not what the file has"
        for item in reading.furniture
        if tidy(reading.text[item.span.start : item.span.end]) != tidy(item.text)
    ]
    for block in reading.blocks:
        printed = source(reading, block)
        try:
            text = tidy(undone(block))
        except ValueError as error:
            found.append(str(error))
            continue
        if not printed.startswith(block.lead) or printed[len(block.lead) :].lstrip() != text:
            found.append(f"line {block.first_line}: the text is not what the file has: {_short(text)}")
    return found


def _place(reading: Reading, offset: int) -> str:
    return f"line {reading.text.count(chr(10), 0, offset) + 1}"


def _short(text: str) -> str:
    plain = tidy(text)
    return f"“{plain if len(plain) <= _SHOWN else plain[:_SHOWN] + '…'}”"
