"""Names that are withheld: found however they are set, and nothing else with them."""

import unicodedata

import pytest

from sources.pages.masking import WITHHELD, Mask

MASK = Mask(["Ada Verane", "Zoë O’Malley-Berg", "A. Verane", ""])


@pytest.mark.parametrize(
    "name",
    [
        "Ada Verane",
        "ADA VERANE",
        "Ada\u00a0Verane",
        "Ada \n Verane",
        "Ada Ver\u00adane",
        "Zoë O'Malley-Berg",
        "Zoë O’Malley\u2011Berg",
        "zoë o‘malley – berg",
        unicodedata.normalize("NFD", "Zoë O’Malley-Berg"),
        "A. Verane",
    ],
)
def test_a_name_is_found_however_it_is_set(name):
    for text in (name, f"Then {name}, who left.", f"“{name}”", f"{name}'s boat"):
        for mask in (MASK, MASK.narrowed([text])):
            assert WITHHELD in mask.words(text), text
            assert mask.words(text) == text.replace(name, WITHHELD)
            assert [text[first:last] for first, last in mask.spans(text)] == [name]


@pytest.mark.parametrize(
    "text", ["Ada Veranes", "Nada Verane", "Ada, Verane", "Ada", "Verane", "ada_verane", "La Verane"]
)
def test_other_words_stay(text):
    assert MASK.words(text) == text
    assert MASK.spans(text) == []


def test_the_longer_of_two_names_is_withheld_whole():
    assert Mask(["Ada", "Ada Verane"]).words("Ada Verane and Ada") == f"{WITHHELD} and {WITHHELD}"


def test_no_name_changes_nothing():
    for names in ([], ["", " ", "—"]):
        mask = Mask(names)
        assert not mask
        assert mask.words("Ada Verane — ") == "Ada Verane — "
        assert not mask.narrowed(["Ada Verane"])


def test_names_that_a_page_does_not_hold_are_not_looked_for():
    assert not MASK.narrowed(["The harbour stood still."])
    assert MASK.narrowed(["Then VER\u00adANE came."])


@pytest.mark.parametrize(
    ("slug", "hides"), [("s-on-ada-verane", True), ("ada-verane-2", True), ("s-ada-veranes", False), ("p53", False)]
)
def test_an_anchor_that_spells_a_name_is_known(slug, hides):
    assert MASK.hides(slug) is hides
