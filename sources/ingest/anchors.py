"""Anchors and locators of blocks: names that come out the same whenever the same text is read. Pure."""

import re
from collections import Counter
from collections.abc import Sequence

from sources import keys, locators
from sources.ingest.blocks import Block, Kind

LONGEST = 60  # characters of a heading's name
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_NUMBER = re.compile(r"(?=[IVXLCDM])M*(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")


def anchors(blocks: Sequence[Block]) -> list[str]:
    """Return one anchor for each block: `p53` a numbered paragraph, `n16` a note, `s5-b` section V.B, `h12` a heading
    without a number and `l498` the rest by the first line. A name that is taken gets `-2`, `-3` …, in order.
    """
    # Without a part I, a section C is a letter and no hundred.
    roman = any(block.kind == Kind.HEADING and block.parent is None and block.label == "I" for block in blocks)
    taken: Counter[str] = Counter()
    used: set[str] = set()
    found = []
    for number in range(len(blocks)):
        wanted = _wanted(blocks, number, roman)
        taken[wanted] += 1
        name = wanted if taken[wanted] == 1 else f"{wanted}-{taken[wanted]}"
        while name in used:
            taken[wanted] += 1
            name = f"{wanted}-{taken[wanted]}"
        used.add(name)
        found.append(name)
    return found


def locator(block: Block) -> str:
    """Return the place of a block as locators are spelt: by printed number where it has one, else by lines."""
    number = int(block.label) if re.fullmatch("[1-9][0-9]{0,8}", block.label) else None
    if number and block.kind in (Kind.PARAGRAPH, Kind.NOTE):
        return str(locators.Place("para" if block.kind == Kind.PARAGRAPH else "note", number, number, ()))
    return str(locators.Place("line", block.first_line, block.last_line, ()))


def _wanted(blocks: Sequence[Block], number: int, roman: bool) -> str:
    block = blocks[number]
    label = keys.slug(block.label)
    if block.kind == Kind.HEADING:
        return _section(blocks, number, roman)
    if block.kind == Kind.NOTE:
        return f"n{label}" if label else f"n-l{block.first_line}"
    if block.kind == Kind.PARAGRAPH and label:
        return f"p{label[:LONGEST]}"
    return f"l{block.first_line}"


def _section(blocks: Sequence[Block], number: int, roman: bool) -> str:
    labels: list[str] = []
    at: int | None = number
    while at is not None and blocks[at].label:
        labels.insert(0, blocks[at].label)
        at = blocks[at].parent
    if not labels:
        # Not by its words: an anchor stands in addresses and tables, where nobody could hold a name back.
        return f"h{blocks[number].first_line}"
    first = arabic(labels[0]) if roman else 0
    steps = [str(first) if first else keys.slug(labels[0]), *(keys.slug(each) for each in labels[1:])]
    return "s" + "-".join(step for step in steps if step)[:LONGEST].strip("-")


def arabic(text: str) -> int:
    """Return the value of a Roman number in capitals; 0 where it is none."""
    if not _ROMAN_NUMBER.fullmatch(text):
        return 0
    values = [_ROMAN[letter] for letter in text]
    return sum(
        -value if number + 1 < len(values) and value < values[number + 1] else value
        for number, value in enumerate(values)
    )
