from types import MappingProxyType

import pytest

from profiles.factbook.layout import pieces
from profiles.factbook.reading import Entity, Field


def entity(*fields):
    return Entity(
        "vr",
        "Verania",
        2012,
        "all.tsv",
        MappingProxyType({" > ".join(path): Field(path, text, f"row {n}") for n, (path, text) in enumerate(fields, 1)}),
    )


def named(*fields):
    return [(piece.name, piece.text) for piece in pieces(entity(*fields))]


def test_a_table_s_text_is_cut_at_the_labels_of_its_parts():
    text = "chief of state: President X head of government: Premier Y"
    text += " (For more information visit theWorld Leaders website)"
    text += " elections: held election results: NA note: old"
    assert named((("Executive branch",), text)) == [
        ("Executive branch > chief of state", "President X"),
        ("Executive branch > head of government", "Premier Y"),
        ("Executive branch > elections", "held"),
        ("Executive branch > election results", "NA"),
        ("Executive branch > note", "old"),
    ]


def test_both_forms_give_the_same_names():
    assert named(
        (("Infant mortality rate",), "total: 5 deaths country comparison to the world: 4 male: 6 female: 4")
    ) == named(
        (("People and Society", "Infant mortality rate", "total"), "5 deaths"),
        (("People and Society", "Infant mortality rate", "male"), "6"),
        (("People and Society", "Infant mortality rate", "female"), "4"),
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Political parties and leaders", "Political parties"),
        ("Maternal mortality rate", "Maternal mortality ratio"),
        ("GDP - per capita (PPP)", "Real GDP per capita"),
    ],
)
def test_names_of_older_editions_become_today_s(old, new):
    assert named(((old,), "5")) == [(new, "5")]


def test_empty_fields_are_left_out_and_locators_stay():
    found = pieces(entity((("Area",), " "), (("Suffrage",), "18 <br>x")))
    assert [(piece.name, piece.field, piece.part, piece.text, piece.locator) for piece in found] == [
        ("Suffrage", "Suffrage", "", "18\nx", "row 2")
    ]
