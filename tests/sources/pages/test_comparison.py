"""Two versions of a text: nothing is lost, and what was changed is found."""

from hypothesis import given
from hypothesis import strategies as st

from sources.pages.comparison import compare, counts, words

OLD = ["The harbour stood still for a week in May.", "Crews came back.", "Lamps were lit along the quay at dusk."]


def kinds(changes):
    return [change.kind for change in changes]


def test_equal_texts_are_the_same():
    assert counts(compare(OLD, OLD)) == {"same": 3, "changed": 0, "added": 0, "removed": 0}


def test_a_changed_word_is_a_change_of_its_passage():
    new = [OLD[0].replace("May", "June"), *OLD[1:]]
    first, *rest = compare(OLD, new)
    assert (first.kind, first.old, first.new) == ("changed", 0, 0)
    assert [(each.kind, each.text.strip()) for each in first.words] == [
        ("same", "The harbour stood still for a week in"),
        ("removed", "May."),
        ("added", "June."),
    ]
    assert kinds(rest) == ["same", "same"]


def test_a_new_passage_is_added_and_a_lost_one_removed():
    changes = compare(OLD, [OLD[0], "Fog lay over everything that night.", OLD[1]])
    assert [(change.kind, change.old, change.new) for change in changes] == [
        ("same", 0, 0),
        ("added", None, 1),
        ("same", 1, 2),
        ("removed", 2, None),
    ]


def test_another_text_in_the_same_place_is_no_change_of_it():
    assert kinds(compare(["Crews came back."], ["Fog lay over everything."])) == ["removed", "added"]


def test_changed_passages_are_paired_with_their_like():
    old = ["The council met twice in the old hall.", "The mayor spoke for an hour about fish."]
    new = [
        "Opening words of another kind altogether.",
        "The council met thrice in the old hall.",
        "The mayor spoke for an hour about boats.",
    ]
    assert [(change.kind, change.old, change.new) for change in compare(old, new)] == [
        ("added", None, 0),
        ("changed", 0, 1),
        ("changed", 1, 2),
    ]


def test_white_space_is_no_change():
    assert kinds(compare(["Crews  came\nback."], ["Crews came back."])) == ["same"]


PASSAGES = st.lists(st.text(alphabet="ab ", max_size=12), max_size=8)


@given(old=PASSAGES, new=PASSAGES)
def test_every_passage_of_both_texts_stands_once_in_order(old, new):
    changes = compare(old, new)
    assert [change.old for change in changes if change.old is not None] == list(range(len(old)))
    assert [change.new for change in changes if change.new is not None] == list(range(len(new)))
    assert sum(counts(changes).values()) == len(changes)


@given(old=st.text(alphabet="ab \n", max_size=30), new=st.text(alphabet="ab \n", max_size=30))
def test_the_words_make_up_both_passages(old, new):
    found = words(old, new)
    assert "".join(each.text for each in found if each.kind != "added").split() == old.split()
    assert "".join(each.text for each in found if each.kind != "removed").split() == new.split()


def test_many_equal_passages_are_compared_quickly():
    changes = compare(["—"] * 3000 + ["end"], ["—"] * 2900 + ["fin"])
    assert counts(changes)["same"] >= 2900
