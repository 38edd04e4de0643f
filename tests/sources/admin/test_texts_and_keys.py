"""Texts that forms take, and keys that the desk proposes."""

import pytest
from django.core.exceptions import ValidationError

from sources import keys
from sources.admin.proposals import joined, opaque
from sources.admin.texts import check_text, normal


@pytest.mark.parametrize("text", ["", "plain", "two\nlines", "tab\there", "Жаңаөзен", "😀", None, 7])
def test_texts_that_sources_print_pass(text):
    check_text(text)


@pytest.mark.parametrize("text", ["a\0", "\x07", "\x7f", "\ud800", "\ufffd", "\x85"])
def test_characters_that_nothing_can_hold_are_named(text):
    with pytest.raises(ValidationError):
        check_text(text)


def test_lines_end_alike_and_letters_are_composed():
    assert normal("a\r\nb\rc") == "a\nb\nc"
    assert normal("e\u0301") == "é"


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        (["kaz", "president"], "kaz/president"),
        (["kaz", "alga", "unregistered", "standing", "hrw"], "kaz/alga/unregistered/standing-hrw"),
        (["ver", "", "x"], "ver/x"),
        (["ver", "timeline"], "ver/timeline-1"),
        (["a" * 200], "a" * 116),
        ([], ""),
    ],
)
def test_a_proposed_key_is_a_key(parts, key):
    assert joined(parts) == key
    assert not key or keys.problem(key) is None


def test_an_opaque_segment_is_a_segment():
    assert keys.problem(f"ver/p/{opaque()}") is None
