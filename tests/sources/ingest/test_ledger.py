"""Nothing is lost: under every layout blocks and furniture are the file, each character once and in order."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sources.ingest import ledger
from sources.ingest.blocks import Block, Furniture, Kind, Reading, Repair, Span
from sources.ingest.layouts import LAYOUTS, read
from tests.sources.ingest.invented import un_report

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"

PIECES = [
    "1.", "2.", "3.", "12", "[3]", "I.", "V.", "II. Roads", "A.", "B. Schools", "(a)", "(b) wells;", "•", "- ", "* ",
    "*", "1 ", "2 See", "³", "CAPITAL", "AMNESTY", "INTERNATIONAL", "Source: Wikipedia: History", "GE.09-17130",
    "Click here to read more »", "A/HRC/7/VER/1", "page 3", "____", "Publisher Harbour Watch", "Author", "3 May 2011",
    "Date: 3 May 2011", "Contents", "Roads .......... 3", "Notes", "The council met.", "the council met and the muni-",
    "cipal hall was open", "o\ufb03ce", "co\u00adop", "\u00ad", "word.1", "word2", "Events of 2010", "\f", "\t", "\xa0",
    "\u200b", "\x00", "\x1c", "\u2028", "é", "中文", "—", "a" * 150, "The quiet coast of the north " * 6,
]  # fmt: skip
texts = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(max_size=30)).flatmap(
        lambda piece: st.sampled_from([" ", "\n", "\n\n", "", "\n \n", "\f"]).map(lambda glue: piece + glue)
    ),
    max_size=40,
).map(lambda pieces: "".join(pieces).replace("\r", "\n"))


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts)
def test_every_text_is_read_in_whole_under_every_layout(layout, text):
    reading = read(text, "utf-8", layout)
    assert ledger.check(reading) == ()
    lines = text.split("\n")
    for index, block in enumerate(reading.blocks):
        assert block.text
        assert block.text == " ".join(block.text.split())
        assert 1 <= block.first_line <= block.last_line <= len(lines)
        assert (block.level > 0) == (block.kind is Kind.HEADING)
        assert block.parent is None or (block.parent < index and reading.blocks[block.parent].kind is Kind.HEADING)
        assert all(block.text[marker.offset :] for marker in block.markers)
    assert all(1 <= part.first_line <= part.last_line <= len(lines) for part in reading.parts)
    assert all(1 <= item.line <= len(lines) and item.value for item in reading.proposals)


@pytest.mark.corpus
@pytest.mark.parametrize("layout", [None, *LAYOUTS])
def test_the_seeds_are_read_in_whole_under_every_layout(layout):
    if not SEEDS.is_dir():
        pytest.skip("the shared corpus is not beside this clone")
    files = sorted(SEEDS.glob("*.txt"))
    assert len(files) == 5
    for file in files:
        assert ledger.check(read(file.read_text(encoding="utf-8"), "utf-8", layout)) == ()


def sample() -> Reading:
    return read("\n\n".join(un_report(alone=True)) + "\n\nGE.10-12345\n", "utf-8", "un-report")


def block(text: str, *spans: tuple[int, int], **fields) -> Block:
    return Block(Kind.PARAGRAPH, text, tuple(Span(*span) for span in spans), 1, 1, **fields)


@pytest.mark.parametrize(
    ("blocks", "complaint"),
    [
        ((block("one", (0, 3)),), "nobody takes “two”"),
        ((block("two", (4, 7)),), "nobody takes “one”"),
        ((block("one two", (0, 7)), block("two", (4, 7))), "taken twice"),
        ((block("two", (4, 7)), block("one", (0, 3))), "out of order"),
        ((block("one, two", (0, 7)),), "not what the file has"),
        ((block("one", (0, 7), lead="two"),), "not what the file has"),
        ((block("one", (0, 3)), block("two", (4, 9))), "no span of this text"),
        ((block("one too", (0, 7), repairs=(Repair(4, "two", "tow", "hyphen"),)),), "does not stand at 4"),
    ],
)
def test_a_reading_that_is_not_the_file_is_told_so(blocks, complaint):
    assert complaint in " ".join(ledger.check(Reading("plain", "one two", "utf-8", blocks)))


def test_repairs_and_leads_are_undone_before_comparing():
    repair = Repair(4, "muni-\ncipal", "municipal", "hyphen")
    made = block("the municipal hall", (0, 23), lead="1.", repairs=(repair,))
    assert ledger.check(Reading("plain", "1. the muni-\ncipal hall", "utf-8", (made,))) == ()


def test_furniture_that_is_not_in_the_file_is_told_so():
    reading = sample()
    item = reading.furniture[0]
    changed = replace(reading, furniture=(Furniture("GE.99-1", item.span, item.line, item.reason),))
    assert "furniture" in ledger.check(changed)[0]
    assert ledger.check(replace(reading, furniture=())) != ()
