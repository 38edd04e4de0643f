import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources import keys

SEGMENTS = st.from_regex(r"[a-z0-9]{1,5}([.-][a-z0-9]{1,5}){0,2}", fullmatch=True)
KEYS = st.lists(SEGMENTS, min_size=1, max_size=4).map("/".join)


@given(KEYS)
def test_segments_joined_by_strokes_are_a_key_unless_the_last_is_reserved(key):
    reserved = key.rpartition("/")[2] in keys.RESERVED
    assert (keys.problem(key) is None) == (not reserved)
    assert re.fullmatch(keys.PATTERN, key)


@given(st.text() | st.text(alphabet="ab1./-_A \n", max_size=12) | KEYS)
def test_database_patterns_and_problem_agree(key):
    by_patterns = (
        re.search(keys.PATTERN.replace("$", r"\Z"), key) is not None
        and re.search(keys.RESERVED_PATTERN.replace("$", r"\Z"), key) is None
        and len(key) <= keys.MAX_LENGTH
    )
    assert (keys.problem(key) is None) == by_patterns


@pytest.mark.parametrize("word", sorted(keys.RESERVED))
def test_a_reserved_word_may_start_a_key_but_not_end_it(word):
    assert keys.problem(f"{word}/x") is None
    assert "reserved" in (keys.problem(word) or "")
    assert "reserved" in (keys.problem(f"x/{word}") or "")
    assert re.search(keys.RESERVED_PATTERN, f"x/{word}")
    assert not re.search(keys.RESERVED_PATTERN, f"x{word}")


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("", "empty"),
        ("a//b", "empty segment"),
        ("/a", "empty segment"),
        ("a/", "empty segment"),
        ("a/b/c/d/e", "four segments"),
        ("Verania", "capitals"),
        ("a_b", "“_”"),
        ("a b", "“ ”"),
        ("a/../b", "singly"),
        ("a-", "singly"),
        ("a--b", "singly"),
        ("verania\n", "cannot stand"),
        ("é", "cannot stand"),
        ("a" * 121, "120"),
    ],
)
def test_a_bad_key_is_told_what_is_wrong(key, named):
    assert named in (keys.problem(key) or "")


def test_a_key_may_be_as_long_as_the_limit():
    assert keys.problem("a" * keys.MAX_LENGTH) is None


@pytest.mark.parametrize("code", ["VER", "XKX"])
def test_three_capitals_are_a_country_key(code):
    assert keys.country_problem(code) is None
    assert re.fullmatch(keys.COUNTRY_PATTERN, code)


@pytest.mark.parametrize("code", ["", "VE", "ver", "VERA", "VE1", "ÄÖÜ", "VER\n"])
def test_anything_else_is_no_country_key(code):
    assert keys.country_problem(code)


@given(st.text())
def test_a_slug_is_a_segment_or_nothing(name):
    made = keys.slug(name)
    assert made == "" or re.fullmatch(keys.SEGMENT, made)
    assert len(made) <= 60
    assert keys.slug(made) == made


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Republic of Verania", "republic-of-verania"),
        ("Côte d’Azur & Łódź", "cote-dazur-lodz"),
        ("Straße Nr. 5", "strasse-nr-5"),
        ("ÞORN", "thorn"),
        ("Верания", ""),
        ("word " * 30, "-".join(["word"] * 12)),
        ("x" * 90, "x" * 60),
    ],
)
def test_slugs_by_hand(name, made):
    assert keys.slug(name) == made


def test_database_patterns_keep_to_what_postgres_and_our_sql_layers_read():
    for pattern in (keys.PATTERN, keys.RESERVED_PATTERN, keys.COUNTRY_PATTERN):
        assert not re.search(r"\(\?|%", pattern)
