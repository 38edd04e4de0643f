import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources import locators
from sources.locators import LocatorError, Place

COUNTED = {
    "line": ("line {}", "lines {}–{}"),
    "para": ("para. {}", "paras {}–{}"),
    "note": ("note {}", "notes {}–{}"),
    "page": ("p. {}", "pp. {}–{}"),
    "row": ("row {}", "rows {}–{}"),
}
NUMBERS = st.integers(1, 10**9)
LABELS = st.from_regex(r"[A-Za-z0-9(][A-Za-z0-9 .,;:'()&-]{0,20}[A-Za-z0-9.)]", fullmatch=True).map(
    lambda text: " ".join(text.split())
)


@st.composite
def counted(draw: st.DrawFn) -> tuple[str, Place]:
    kind = draw(st.sampled_from(sorted(COUNTED)))
    first, last = sorted((draw(NUMBERS), draw(NUMBERS)))
    one, several = COUNTED[kind]
    return (one.format(first) if first == last else several.format(first, last)), Place(kind, first, last, ())


@st.composite
def labelled(draw: st.DrawFn) -> tuple[str, Place]:
    kind = draw(st.sampled_from(["heading", "field"]))
    path = tuple(draw(st.lists(LABELS, min_size=1, max_size=3)))
    return f"{kind} {' > '.join(path)}", Place(kind, None, None, path)


@given(st.lists(counted() | labelled(), min_size=1, max_size=4))
def test_places_are_read_as_they_were_joined(places):
    text = ", ".join(spelling for spelling, _ in places)
    assert locators.parse(text) == tuple(place for _, place in places)
    assert locators.normalise(text) == text
    assert locators.words(text) == text
    assert re.fullmatch(locators.PATTERN, text)


@given(
    st.text() | st.text(alphabet="line p.row heading>,;–-0123456789 A\n").map(lambda tail: f"line 1, heading A{tail}")
)
def test_what_is_read_reads_the_same_when_made_tidy(text):
    try:
        places = locators.parse(text)
    except LocatorError:
        assert locators.words(text) == text
        return
    tidy = locators.normalise(text)
    assert locators.parse(tidy) == places
    assert locators.normalise(tidy) == tidy
    assert re.fullmatch(locators.PATTERN, tidy)


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("lines 500-501", "lines 500–501"),
        ("Line 504,para. 53", "line 504, para. 53"),
        ("lines 7–7", "line 7"),
        ("line 5–9", "lines 5–9"),
        ("paras. 5 — 7", "paras 5–7"),
        ("paragraph 53", "para. 53"),
        ("footnote 15", "note 15"),
        ("page 12, pages 14-15", "p. 12, pp. 14–15"),
        ("p.12", "p. 12"),
        ("row 004711", "row 4711"),
        (
            "field  Government >  Executive branch > chief of state",
            "field Government > Executive branch > chief of state",
        ),
        ("heading Law, order and line of duty, line 4", "heading Law, order and line of duty, line 4"),
    ],
)
def test_what_editors_type_is_made_tidy(typed, tidy):
    assert locators.normalise(typed) == tidy


def test_a_comma_inside_a_label_starts_no_place():
    places = locators.parse("heading Arrest, detention and trial, lines 3–4")
    assert places == (Place("heading", None, None, ("Arrest, detention and trial",)), Place("line", 3, 4, ()))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("504", "place word"),
        ("chapter 5", "place word"),
        ("line", "needs a number"),
        ("line five", "needs a number"),
        ("line -4", "needs a number"),
        ("lines 4, 5", "needs a number"),
        ("line 0", "from 1"),
        ("lines 0–5", "from 1"),
        ("lines 5–1000000001", "from 1"),
        ("line 1000000001", "from 1"),
        ("lines 5–4", "starts after it ends"),
        ("line ٣", "needs a number"),
        ("line 3; line 4", "semicolon"),
        ("heading", "empty label"),
        ("field A >  > B", "empty label"),
        ("field > A", "empty label"),
        ("field A >", "empty label"),
        ("heading A\x00", "control"),
        ("heading A\ud800", "control"),
        ("heading " + "A" * 10**6, "at most"),
    ],
)
def test_what_is_no_place_is_refused_with_the_part_at_fault(text, named):
    with pytest.raises(LocatorError, match=named):
        locators.parse(text)


@pytest.mark.parametrize(
    "text", ["line 0", "line 504 ", "lines 5-6", "Line 4", "line 4,line 5", "heading ", "row 4\n", "chapter 4", ""]
)
def test_the_database_pattern_refuses_what_is_not_tidy(text):
    assert not re.fullmatch(locators.PATTERN, text)


def test_the_database_pattern_keeps_to_what_postgres_and_our_sql_layers_read():
    assert not re.search(r"\(\?|%", locators.PATTERN)
