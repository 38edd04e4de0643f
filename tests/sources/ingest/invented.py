"""Documents about Verania, an invented country, in the layouts that texts of this kind come in."""

import random
import textwrap
from collections.abc import Iterator

_NOUNS = "council valley harbour ministry teacher river market assembly orchard tribunal village clinic archive".split()
_VERBS = "opened repaired reviewed counted visited closed praised moved renewed described".split()
_ENDS = (
    "before the rains came",
    "with some delay",
    "at the request of parents",
    "and told nobody",
    "for the third time",
)


def prose(words: int, seed: int = 1) -> str:
    """Sentences of about so many words in all."""
    pick = random.Random(seed)
    sentences: list[str] = []
    while sum(len(sentence.split()) for sentence in sentences) < words:
        sentences.append(
            f"The {pick.choice(_NOUNS)} of the northern {pick.choice(_NOUNS)} {pick.choice(_VERBS)}"
            f" its {pick.choice(_NOUNS)} {pick.choice(_ENDS)}."
        )
    return " ".join(sentences)


def wrapped(text: str, width: int = 88) -> str:
    """The text broken into lines."""
    return textwrap.fill(text, width, break_on_hyphens=False)


PARTS = (
    ("I", "How this report was made", ((), 3)),
    ("II", "The country", ((), 4)),
    ("III", "Rights and how they are kept", (("Right to shelter", "Right to a fair hearing", "Children"), 3)),
    ("IV", "What is still to do", (("Roads", "Schools"), 2)),
)


def un_report(*, alone: bool, parts: tuple = PARTS, blank: bool = True) -> Iterator[str]:
    """The blocks of a report with numbered paragraphs; the numbers alone on their lines, or before the text."""
    number = 0

    def paragraphs(count: int) -> Iterator[str]:
        nonlocal number
        for _ in range(count):
            number += 1
            text = prose(45, number)
            yield f"{number}.\n{wrapped(text)}" if alone else wrapped(f"{number}. {text}")

    for label, title, (sections, count) in parts:
        yield f"{label}.\n\n{title}" if alone and blank else f"{label}. {title}"
        if not sections:
            yield from paragraphs(count)
        for letter, section in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", sections, strict=False):
            yield f"{letter}.\n\n{section}" if alone and blank else f"{letter}. {section}"
            yield from paragraphs(count)


def paged(lines: list[str], per_page: int, foot, head=lambda page: [], feed: str = "") -> list[str]:
    """The lines with what stands at the foot and the head of each page between them, blind to what they say."""
    result: list[str] = []
    for page, start in enumerate(range(0, len(lines), per_page), start=1):
        if page > 1:
            result += [feed + line if number == 0 else line for number, line in enumerate(head(page))]
        result += lines[start : start + per_page] + foot(page)
    return result
