from types import MappingProxyType

import pytest

from profiles.factbook.edition.layout import field_name, laid_out, pieces
from profiles.factbook.edition.reading import Entity, Field


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


def of_book(year, *rows):
    """The pieces of a table of the old kind: a row is a name and the lines of its text."""
    fields = {
        f"{name} ({n})": Field((name,), text.replace("\n", " "), f"row {n}", text)
        for n, (name, text) in enumerate(rows, 1)
    }
    found, lost = laid_out(Entity("vr", "Verania", year, "all.tsv", MappingProxyType(fields)))
    return [(piece.name, piece.text) for piece in found], [refused.field for refused in lost]


@pytest.mark.parametrize(
    ("printed", "today"),
    [
        ("Economy-overview", "Economy - overview"),
        ("GDP--real growth rate", "Real GDP growth rate"),
        ("economy_overview", "Economy - overview"),
        ("hiv_aids_adult_prevalence_rate", "HIV/AIDS - adult prevalence rate"),
        ("Inflation rate-consumer price index", "Inflation rate (consumer prices)"),
        ("Ethnic divisions", "Ethnic groups"),
        ("Religion", "Religions"),
        ("Year-round huts", "Year-round huts"),
    ],
)
def test_dashes_and_capitals_of_a_year_do_not_part_names(printed, today):
    assert field_name(Field((printed,), "x", "row 1")) == today


def test_parts_that_a_table_made_fields_go_back_to_their_field():
    found, lost = of_book(
        1994,
        ("Infant mortality rate", "9 deaths/1,000 live births (1994 est.)"),
        ("total population", "71.2 years"),
        ("male", "69.1 years"),
        ("Literacy", "age 15 and over can read and write (1990)"),
        ("total population", "29%"),
        ("female", "NA%"),
        ("land area", "640 sq km"),
        ("capacity", "3 kW"),
    )
    assert found == [
        ("Infant mortality rate", "9 deaths/1,000 live births (1994 est.)"),
        ("Life expectancy at birth > total", "71.2 years"),
        ("Life expectancy at birth > male", "69.1 years"),
        ("Literacy > definition", "age 15 and over can read and write"),
        ("Literacy > total", "29% (1990)"),
        ("Literacy > female", "NA% (1990)"),
        ("Area > land", "640 sq km"),
    ]
    assert lost == []


def test_offices_and_chambers_that_a_table_made_fields_are_leaders_and_elections():
    found, lost = of_book(
        1994,
        ("chief of state", "King OLAV IX (since 3 May 1957)"),
        ("Head of Government", "Premier Ana VERO"),
        ("Legislative branch", "bicameral"),
        ("Senate (Senado)", "elections last held 3 May 1991; results - seats -\n(9 total) AB 9"),
        ("Judicial branch", "High Court"),
        ("opposition", "Green Party (GP), Eva RAF"),
        ("and the islands of", "Vo and Ko"),
    )
    assert found == [
        ("Executive branch > chief of state", "King OLAV IX (since 3 May 1957)"),
        ("Executive branch > head of government", "Premier Ana VERO"),
        ("Legislative branch", "bicameral"),
        ("Elections > Senate (Senado)", "elections last held 3 May 1991; results - seats - (9 total) AB 9"),
        ("Judicial branch", "High Court"),
        ("Political parties", "Green Party (GP), Eva RAF"),
    ]
    assert lost == ["and the islands of"]


def test_what_stood_under_a_lost_heading_is_found_in_the_field_above():
    found, _ = of_book(
        1991,
        ("Judicial branch", "High Court Chief of State--King OLAV IX; Head of Government--Premier Ana VERO"),
        ("Suffrage", "universal at age 18 President--last held 4 May 1990"),
    )
    assert found == [
        ("Judicial branch", "High Court"),
        ("Executive branch > chief of state", "King OLAV IX"),
        ("Executive branch > head of government", "Premier Ana VERO"),
        ("Suffrage", "universal at age 18"),
        ("Elections > President", "last held 4 May 1990"),
    ]


def test_offices_named_before_their_holders_are_a_part_that_is_left_out():
    assert of_book(1992, ("Executive branch", "king, premier"))[0] == [("Executive branch > offices", "king, premier")]


def test_values_of_several_years_are_parted_at_the_name_with_the_year():
    text = "Military Expenditures 2024: 8% of GDP (2024 est.) Military Expenditures 2023: 7% of GDP (2023 est.)"
    assert named((("Military expenditures",), text)) == [
        ("Military expenditures", "8% of GDP (2024 est.)\n7% of GDP (2023 est.)")
    ]


def test_a_machine_s_names_of_fields_and_parts_are_read():
    assert named(
        (("people", "age_structure", "0_14_years"), "42%"), (("govt", "judicial_branch", "highest_courts"), "x")
    ) == [
        ("Age structure > 0-14 years", "42%"),
        ("Judicial branch > highest court(s)", "x"),
    ]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("Government", "Citizenship", "birthright citizenship"), "Citizenship > citizenship by birth"),
        (("Government", "Judicial branch", "highest court"), "Judicial branch > highest court(s)"),
        (("People", "Drinking water source", "97.1improved"), "Drinking water source > improved"),
        (("People", "Age structure", "0-14 years"), "Age structure > 0-14 years"),
    ],
)
def test_labels_of_some_years_and_slips_have_today_s_names(path, name):
    assert named((path, "x")) == [(name, "x")]


def test_lines_of_an_area_s_part_are_one_text():
    [field] = [Field(("Land area",), "x", "row 1", "5 km2; includes A,\nB, and C")]
    old = Entity("vr", "Verania", 1992, "all.tsv", MappingProxyType({"Land area": field}))
    assert [(piece.name, piece.text) for piece in pieces(old)] == [("Area > land", "5 km2; includes A, B, and C")]
