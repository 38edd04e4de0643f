"""Which group a printed label names."""

import csv

import pytest

from profiles.factbook.rows.groups import TABLE, called, group_of, richer


def name_of(kind, label):
    group = group_of(kind, label)
    return group.name if group else ""


@pytest.mark.parametrize(
    ("kind", "labels", "name"),
    [
        ("religion", ["Shia", "Shi'a", "Shi’ite", "Shi'ite Muslims", "Shia Muslim"], "Shia Muslims"),
        ("religion", ["Muslim", "Moslems", "Islam", "official Islam", "Muslim - official"], "Muslims"),
        ("religion", ["Roman Catholic", "roman catholics", "nominally Roman Catholic"], "Roman Catholics"),
        ("religion", ["Seventh-Day Adventist", "Seventh Day Adventists"], "Seventh-day Adventists"),
        ("ethnic", ["Uighur", "Uygurs", "Uyghur"], "Uyghur"),
        ("ethnic", ["Veranian", "Veranians", "ethnic Veranians"], "Veranian"),
        ("ethnic", ["Sylani", "Sylanis"], "Sylani"),
        ("language", ["Kiswahili", "Swahili language", "official Swahili"], "Swahili"),
    ],
)
def test_spellings_plurals_and_other_names_are_one_group(kind, labels, name):
    assert {name_of(kind, label) for label in labels} == {name}


@pytest.mark.parametrize("label", ["other Christian", "others", "Predominantly Veranian", "some French", "all Sunni"])
def test_what_depends_on_its_list_is_no_group(label):
    assert group_of("religion", label) is None


@pytest.mark.parametrize("label", ["Ana 3", "Veran and Sylan", "one two three four five", "V" * 41, ""])
def test_a_description_is_no_group(label):
    assert group_of("ethnic", label) is None


@pytest.mark.parametrize(
    "label", ["Swiss", "Metis", "Laos", "Honduras", "Netherlands", "Non-citizens", "Portuguese", "First Nations"]
)
def test_an_s_that_is_no_plural_stays(label):
    assert name_of("ethnic", label) == label


def test_what_sources_may_mean_differently_stays_apart():
    assert name_of("religion", "Catholic") != name_of("religion", "Roman Catholic")
    assert name_of("language", "Mandarin") != name_of("language", "Standard Chinese")
    assert name_of("ethnic", "Muslim") != name_of("religion", "Muslim")


def test_a_small_first_letter_before_a_capital_stays():
    assert name_of("ethnic", "iVeran") == "iVeran"


def test_languages_have_no_plural():
    assert name_of("language", "Veran dialects") == "Veran dialects"


def test_of_two_spellings_the_same_stands_whichever_comes_first():
    assert richer("Mveran", "M'veran") == richer("M'veran", "Mveran") == "M'veran"


def test_the_table_has_a_reason_for_each_name_and_no_chains():
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({(row["kind"], row["printed"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["reason"], row
        assert name_of(row["kind"], row["printed"]) == row["name"], row
        assert called(row["kind"], row["name"]) == row["name"], row
