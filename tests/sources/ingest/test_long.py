"""Very long texts, however they are set. What they take is measured in `benchmarks/texts.py`."""

import pytest

from sources.ingest import ledger
from sources.ingest.layouts import read
from tests.sources.ingest.invented import prose, un_report, wrapped

SIZE = 10_000_000


def filled(piece: str, size: int = SIZE) -> str:
    return (piece * (size // len(piece) + 1))[:size]


@pytest.mark.parametrize(
    ("piece", "layout"),
    [
        ("\n".join(un_report(alone=False)) + "\n\n", "un-report"),
        (f"Some heading\n\n{wrapped(prose(300))}.1 and more\n\n1 See there.\n2 See here.\n\n", "footnoted"),
        (prose(500) + " ", "plain"),
    ],
    ids=["numbered", "notes", "one line"],
)
def test_ten_megabytes_are_read_and_nothing_of_them_is_lost(piece, layout):
    text = filled(piece)
    reading = read(text, "utf-8", layout)
    assert ledger.check(reading) == ()


@pytest.mark.parametrize(
    "piece", ["1", "a", "ab-\n", "aaBb", "[1] ", "A. Foo\n\n", "1\n2\n3\n", "ﬁ", ". ", "* a*\n", "May 3 "]
)
def test_monotonous_text_comes_to_an_end_and_nothing_of_it_is_lost(piece):
    assert ledger.check(read(filled(piece, 160_000), "utf-8", "footnoted")) == ()
