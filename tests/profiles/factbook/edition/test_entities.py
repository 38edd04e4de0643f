import csv

import pytest

from profiles.factbook.edition.entities import COUNTRIES, FORMER, NON_STATES, PARTS, Identity, country_of


def keys() -> set[str]:
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        return {row["key"] for row in csv.DictReader(file)}


@pytest.mark.parametrize(
    ("code", "country"),
    [
        ("gm", "DEU"),
        ("GA", "GMB"),
        ("as", "AUS"),
        ("ch", "CHN"),
        ("wa", "NAM"),
        ("kv", "XKX"),
        ("dx", "XDX"),
        ("sk", "SXM"),
    ],
)
def test_codes_that_look_like_iso_codes_are_gec_codes(code, country):
    assert country_of(code).country == country
    assert country_of(code).part == ""


@pytest.mark.parametrize(("code", "country"), [("gz", "PSE"), ("we", "PSE"), ("jn", "SJM"), ("bq", "UMI")])
def test_parts_of_a_country_say_which(code, country):
    found = country_of(code)
    assert found.country == country
    assert found.part


@pytest.mark.parametrize("code", ["xx", "ee", "xq", "pg", "zz"])
def test_what_is_no_country_says_why(code):
    found = country_of(code)
    assert found.country is None
    assert found.reason


def test_every_key_of_the_tables_is_a_country_and_no_code_stands_in_two():
    named = {country for country, _ in PARTS.values()} | set(FORMER.values())
    assert named - {"ANT", "NTZ", "PCI", "PCZ"} <= keys()
    assert not set(PARTS) & set(NON_STATES)
    assert not set(FORMER) & set(NON_STATES)


@pytest.mark.parametrize(
    ("code", "name", "country"),
    [
        ("so", "Soviet Union", "SUN"),
        ("lo", "Czechoslovakia", "CSK"),
        ("gm", "German Democratic Republic", "DDR"),
        ("gm", "Germany, Federal Republic of", "DEU"),
        ("ym", "Yemen, People's Democratic Republic of", "YMD"),
        ("ca", "Cape Verde", "CPV"),
        ("ka", "Kazakstan", "KAZ"),
        ("cg", "Zaire", "COD"),
        ("bm", "Burma", "MMR"),
        ("cf", "Congo", "COG"),
        ("ks", "Korea, South", "KOR"),
        ("", "Mongolia", "MNG"),
        ("tc", "United Arab Emirates", "ARE"),
        ("sr", "Serbia and Montenegro", "SCG"),
        ("lb", "Lebanon", "LBN"),
    ],
)
def test_a_name_of_another_country_wins_over_a_guessed_code(code, name, country):
    assert country_of(code, name, 1991).country == country


@pytest.mark.parametrize(("year", "country"), [(1990, "YUG"), (1991, "YUG"), (1992, "SCG"), (2002, "SCG")])
def test_yugoslavia_is_another_state_from_1992_on(year, country):
    assert country_of("yu", "Yugoslavia", year).country == country


def test_an_unknown_name_is_no_country_s_where_codes_were_guessed_and_any_spelling_else():
    guessed = country_of("so", "Verania", 1991)
    assert guessed.country is None
    assert "Verania" in guessed.reason
    assert country_of("so", "Verania", 2012).country == "SOM"
    assert country_of("ti", "Tadjikistan", 1991).country == "TJK"


def test_a_name_that_year_does_not_make_a_part_the_whole():
    assert country_of("wa", "Wake Atoll", 1999).part == "Wake Island"


def test_neither_code_nor_known_name_says_so():
    assert country_of("", "Verania", 1992) == Identity(None, "", "No code, and no name that we know.")
