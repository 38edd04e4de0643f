"""What is shipped of a printed text: eight words at most, and a mark where more stood."""

import pytest

from profiles.factbook.values.facts import facts_only, note_only


@pytest.mark.parametrize(
    ("printed", "shipped"),
    [
        ("Veranian 60%, Ostrian 25.5%, other 14", "Veranian 60%, Ostrian 25.5%, other 14"),
        ("one two three four five six seven eight", "one two three four five six seven eight"),
        ("one two three four five six seven eight nine", "one two three four five six […]"),
        ("one-two-three four-five six's seven eight nine ten", "one-two-three four-five six's […]"),
        ("", ""),
    ],
)
def test_a_printed_text_is_cut_behind_some_words_with_a_mark(printed, shipped):
    assert facts_only(printed) == shipped


def test_a_note_of_ours_is_kept_but_for_what_it_quotes():
    note = "“a b c d e f g h i”: a sentence, not a list. The shares of the whole list sum to more than a hundred."
    assert note_only(note) == "“a b c d e f […]”" + note[note.index(":") :]
