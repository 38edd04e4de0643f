"""Dates, notes, headings, and texts that hold several lists."""

from decimal import Decimal

import pytest

from profiles.factbook.peoples.shares import parse, parse_all, several_answers


def labels(text):
    return [each.label for each in parse(text).shares]


@pytest.mark.parametrize(
    ("printed", "edtf", "source"),
    [
        ("(2021 est.)", "2021", "estimate"),
        ("(2021est.)", "2021", "estimate"),
        ("(2016 ests.)", "2016", "estimate"),
        ("(2014-15 est.)", "2014/2015", "estimate"),
        ("(1999-2000 est.)", "1999/2000", "estimate"),
        ("(July 2007 estimate)", "2007-07", "estimate"),
        ("(2001 Census)", "2001", "census"),
        ("(2001 census provisional data)", "2001", "census"),
        ("(2010 survey)", "2010", "sample_survey"),
        ("(2003)", "2003", "not_stated"),
        (", (2001 census)", "2001", "census"),
        ("2017 est.)", "2017", "estimate"),
        ("(2017 est.", "2017", "estimate"),
        ("", "", "not_stated"),
    ],
)
def test_the_date_at_the_end_is_the_lists(printed, edtf, source):
    found = parse(f"Aran 60%, Belu 40% {printed}")
    assert (found.as_of, found.source_type) == (edtf, source)
    assert [each.label for each in found.shares] == ["Aran", "Belu"]


def test_a_date_inside_the_list_is_told():
    found = parse("Aran 60%, none 38% (2001), unspecified 2% (2002 est.)")
    assert found.as_of == "2002"
    assert any("“none” has a date of its own" in warning for warning in found.warnings)


def test_notes_are_kept_apart_and_may_carry_the_date():
    found = parse("Aran 60%, Belu 40% note: about 5% of Aran live abroad (2001)")
    assert found.notes == ("note: about 5% of Aran live abroad (2001)",)
    assert (found.as_of, len(found.shares)) == ("2001", 2)
    (html,) = parse_all("<p>Aran 60%, Belu 40%</p> (2011 est.)<br><br><strong>note 1:</strong> by birth")
    assert (html.as_of, html.notes) == ("2011", ("note 1: by birth",))


def test_notes_say_whether_people_could_give_several_answers():
    assert several_answers(["shares sum to more than 100% for some gave two answers"]) == "yes"
    assert several_answers(["data are by place of birth"]) == "not_stated"


def test_lists_under_headings_are_lists_of_their_own():
    first, second = parse_all("mainland - Solar 60%, Lunar 40%; Isle of Zed - more than 99% Lunar (2004)")
    assert (first.heading, second.heading, first.as_of, second.as_of) == ("mainland", "Isle of Zed", "2004", "2004")
    assert (second.shares[0].label, second.shares[0].qualifier) == ("Lunar", "more_than")
    first, second = parse_all("first language: Arani 60% (2022 est.)<br><br>second language: Belu 30% (2018 est.)")
    assert (first.as_of, second.heading, second.as_of) == ("2022", "second language", "2018")


def test_a_dash_or_colon_that_comes_again_belongs_to_the_names():
    assert labels("Solar Church - North 50.4%, Solar Church - South 49.6%")[0] == "Solar Church - North"
    assert labels("White 96%, Asian: Aran 2%, Asian: Belu 2%")[1:] == ["Asian: Aran", "Asian: Belu"]
    assert labels("Asian: Aran 98%, Asian: Belu 2%") == ["Asian: Aran", "Asian: Belu"]


def test_a_list_that_begins_again_is_two():
    first, second = parse_all("Solar 40%, Lunar 60%<br><br>Solar 45%, Lunar 55% (2023 est.)")
    assert (first.as_of, second.as_of) == ("", "2023")
    assert any("has a date" in warning for warning in first.warnings)
    assert len(parse_all("Solar 40%, Lunar 60%, Solar 45%, Lunar 55%")) == 2


def test_a_second_measure_behind_a_full_list_is_a_list_of_its_own():
    first, second = parse_all("Mixed 80%, Aran 20%; 44% hill people (2009 est.)")
    assert [each.label for each in first.shares] == ["Mixed", "Aran"]
    assert second.shares[0].low == Decimal(44)


def test_of_several_lists_one_is_answered_and_the_others_are_named():
    found = parse("overseas: Belu, Cald; home: Aran 99%, Belu 1%")
    assert (found.heading, len(found.shares)) == ("home", 2)
    assert any("overseas: Belu, Cald" in warning for warning in found.warnings)
