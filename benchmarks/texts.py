"""What reading and checking long texts take, beside the same on a tenth: time grows with length, not its square."""

import time
from collections.abc import Callable

from sources import quotations
from sources.folding import fold
from sources.ingest.layouts import read
from sources.printed_dates import read_printed as read_date
from sources.printed_numbers import read_printed as read_number

PARAGRAPH = "The harbour of Verania stood still for a week, and the court heard the dockers a year later. " * 6
PIECES = {
    "un-report": f"{{n}}. {PARAGRAPH}\n\n",
    "footnoted": f"Heading {{n}}\n\n{PARAGRAPH}.1 And more.\n\n1 See there, page {{n}}.\n\n",
    "plain": PARAGRAPH,
}
MONOTONOUS = ("1", "a", "ab-\n", "aaBb", "[1] ", "A. Foo\n\n", "1\n2\n3\n", "ﬁ", ". ", "* a*\n", "May 3 ")
HOSTILE = ("1 ", "-", "#", "2011 or ", "1:", "(", "1/", "jan ", "1,", "hundred and ", "of 1 ")


def filled(piece: str, size: int) -> str:
    """A text of so many characters made of one piece, numbered where the piece asks for it."""
    return "".join(piece.replace("{n}", str(number)) for number in range(1, size // len(piece) + 2))[:size]


def grow(what: str, act: Callable[[str], object], piece: str, size: int) -> None:
    """Print what an act takes for a text, and how that compares with ten times what a tenth of it takes."""
    seconds = []
    for length in (size // 10, size):
        text = filled(piece, length)
        start = time.perf_counter()
        act(text)
        seconds.append(time.perf_counter() - start)
    ratio = seconds[1] / (10 * seconds[0])
    print(f"{what:<34} {seconds[1] * 1000:9.1f} ms   {ratio:5.2f} of ten times a tenth   {size:,} characters")


def measure() -> None:
    """Print all of it."""
    for layout, piece in PIECES.items():
        grow(f"read as {layout}", lambda text, layout=layout: read(text, "utf-8", layout), piece, 10_000_000)
    for piece in MONOTONOUS:
        grow(f"read {piece!r} over and over", lambda text: read(text, "utf-8", "footnoted"), piece, 160_000)
    for piece in HOSTILE:
        grow(f"a date or number of {piece!r}", _both, piece, 500)
    place = filled(PIECES["un-report"], 2000)[-600:]
    grow("a quotation looked for, folding too", lambda text: quotations.check(fold(text), place), PARAGRAPH, 10_000_000)


def _both(text: str) -> None:
    read_date(text)
    read_number(text)
