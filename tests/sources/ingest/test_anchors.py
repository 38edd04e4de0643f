"""Anchors are permanent, unique, and read as the text counts."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sources.ingest.anchors import anchors, arabic, locator
from sources.ingest.blocks import Block, Kind
from sources.models.text import ANCHOR_PATTERN


def block(kind, label="", text="Text", line=1, parent=None, level=0):
    return Block(Kind(kind), text, (), line, line, label=label, parent=parent, level=level)


def test_each_kind_of_block_has_its_kind_of_anchor():
    made = [
        block("heading", "V", "Rights", 1, None, 1),
        block("heading", "B", "Harbours", 2, 0, 2),
        block("paragraph", "53", line=3, parent=1),
        block("list_item", "a", line=4),
        block("note", "16", line=5),
        block("heading", "", "In short", 6, None, 1),
        block("paragraph", line=498),
    ]
    assert anchors(made) == ["sv", "sv-b", "p53", "l4", "n16", "h6", "l498"]


def test_roman_parts_are_counted_where_the_first_is_one():
    made = [block("heading", "I", "First", 1, None, 1), block("heading", "V", "Fifth", 2, None, 1)]
    made.append(block("heading", "C", "Third letter", 3, 1, 2))
    assert anchors(made) == ["s1", "s5", "s5-c"]


def test_a_name_that_is_taken_gets_a_number():
    assert anchors([block("note", "3"), block("note", "3", line=2), block("note", "3-2", line=3)]) == [
        "n3",
        "n3-2",
        "n3-2-2",
    ]


@given(
    st.lists(
        st.builds(
            block,
            st.sampled_from([kind.value for kind in Kind]),
            st.text(max_size=50),
            st.text(max_size=80),
            st.integers(1, 9),
        ),
        max_size=30,
    )
)
def test_anchors_are_unique_spelt_well_and_short_whatever_the_text(blocks):
    found = anchors(blocks)
    assert len(set(found)) == len(found) == len(blocks)
    assert all(re.match(ANCHOR_PATTERN, name) and len(name) <= 80 for name in found), found


def test_places_go_by_printed_number_else_by_line():
    assert locator(block("paragraph", "53")) == "para. 53"
    assert locator(block("note", "16")) == "note 16"
    assert locator(block("note", "*", line=9)) == "line 9"
    assert locator(block("heading", "5", line=4)) == "line 4"


def test_roman_numbers_are_read_and_words_are_not():
    assert [arabic(text) for text in ("I", "IV", "VIII", "XIX", "IIII", "MIX", "", "B")] == [1, 4, 8, 19, 0, 1009, 0, 0]
