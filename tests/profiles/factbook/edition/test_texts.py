import pytest

from profiles.factbook.edition.texts import (
    brackets,
    one_line,
    plain,
    short,
    split_outside,
    without_brackets,
    without_notes,
)


def test_markup_becomes_lines_and_entities_become_letters():
    assert plain("<em>2021: </em>Ana<br><br>Bo&nbsp;L&amp;oacute;pez <p>&lt;0.1%</p>") == "2021: Ana\nBo López\n<0.1%"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("a; b (c; d); e", ["a", "b (c; d)", "e"]),
        ("a; b (c; d", ["a", "b (c", "d"]),
        ("a) ; b [c; (d; e)]", ["a)", "b [c; (d; e)]"]),
        ("", []),
    ],
)
def test_separators_inside_brackets_part_nothing_and_lone_brackets_are_none(text, pieces):
    assert split_outside(text, ";") == pieces


def test_only_outermost_brackets_are_given_with_their_places():
    text = "x (a (b)) y [c"
    assert [(text[start], inside) for start, _, inside in brackets(text)] == [("(", "a (b)"), ("[", "c")]


def test_brackets_go_with_what_they_hold():
    assert without_brackets("Senate (old (very)) or Senato [x], upper") == "Senate or Senato, upper"


def test_a_note_is_cut_off_unless_it_stands_in_a_bracket():
    assert without_notes("12 (note - old) seats; note - since May") == ("12 (note - old) seats", "note - since May")


def test_short_form_has_ten_words_and_tells_that_more_follow():
    assert short("one two three") == "one two three"
    assert short(" ".join("abcdefghijkl")) == "a b c d e f g h i j …"
    assert one_line(" a\n b ") == "a b"
