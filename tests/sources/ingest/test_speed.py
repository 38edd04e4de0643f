"""Ten megabytes in well under twenty seconds, however they are set: time grows with length, not with its square."""

import time

import pytest

from sources.ingest import ledger
from sources.ingest.layouts import read
from tests.sources.ingest.invented import prose, un_report, wrapped

SIZE = 10_000_000
LIMIT = 20.0


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
def test_ten_megabytes_are_read_in_time(piece, layout):
    text = filled(piece)
    start = time.perf_counter()
    reading = read(text, "utf-8", layout)
    assert time.perf_counter() - start < LIMIT
    assert ledger.check(reading) == ()


@pytest.mark.parametrize(
    "piece", ["1", "a", "ab-\n", "aaBb", "[1] ", "A. Foo\n\n", "1\n2\n3\n", "ﬁ", ". ", "* a*\n", "May 3 "]
)
def test_monotonous_text_takes_time_in_proportion(piece):
    def seconds(size: int) -> float:
        text = filled(piece, size)
        start = time.perf_counter()
        read(text, "utf-8", "footnoted")
        return time.perf_counter() - start

    seconds(2_000)
    small, large = min(seconds(20_000) for _ in range(3)), seconds(160_000)
    assert large < 30 * small + 0.5
