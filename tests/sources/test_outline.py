"""The order of places, and what stands under which heading."""

from dataclasses import dataclass

import pytest

from sources.outline import anchor, order, sections, spots


@dataclass(frozen=True)
class Item:
    locator: str
    name: str = ""


@dataclass(frozen=True)
class Title:
    locator: str
    words: str
    ends: bool = False


def under(found):
    """The outline as pairs of heading and locators."""
    return [
        (section.heading.words if section.heading else None, [spot.locator for spot in section.spots])
        for section in found
    ]


def test_places_stand_as_the_file_is_read():
    locators = ["no place", "para. 3", "heading V.B", "note 2", "line 100", "lines 9–12", "p. 2", "line 9"]
    assert sorted(locators, key=order) == [
        "line 9", "lines 9–12", "line 100", "p. 2", "para. 3", "note 2", "heading V.B", "no place",
    ]  # fmt: skip


def test_items_of_one_place_stand_together_in_their_order():
    found = spots([Item("line 9", "a"), Item("line 2"), Item("line 9", "b")])
    assert [(spot.locator, [item.name for item in spot.items]) for spot in found] == [
        ("line 2", [""]),
        ("line 9", ["a", "b"]),
    ]


@pytest.mark.parametrize(
    ("locator", "expected"),
    [("lines 500–501", "lines-500-501"), ("para. 53", "para-53"), ("line 7, note 2", "line-7-note-2"), ("…", "place")],
)
def test_a_place_has_an_anchor(locator, expected):
    assert anchor(locator) == expected


def test_a_place_stands_under_the_last_heading_before_it():
    headings = [Title("line 5", "One"), Title("lines 20–21", "Two")]
    found = sections(headings, [Item("line 3"), Item("line 5"), Item("lines 19–22"), Item("line 21"), Item("para. 2")])
    assert under(found) == [
        (None, ["line 3"]),
        ("One", ["line 5", "lines 19–22"]),
        ("Two", ["line 21"]),
        (None, ["para. 2"]),
    ]


def test_a_heading_without_anything_below_stays_in_the_outline():
    assert under(sections([Title("line 5", "One")], [])) == [("One", [])]


def test_what_stands_behind_a_part_is_not_filed_under_it():
    headings = [Title("line 1", "Top"), Title("lines 10–20", "Inside", ends=True), Title("line 12", "Its heading")]
    found = sections(headings, [Item("line 15"), Item("line 21")])
    assert under(found) == [("Top", []), ("Inside", []), ("Its heading", ["line 15"]), (None, ["line 21"])]


def test_headings_counted_otherwise_hold_nothing():
    assert under(sections([Title("line 5", "One")], [Item("para. 53")])) == [("One", []), (None, ["para. 53"])]
