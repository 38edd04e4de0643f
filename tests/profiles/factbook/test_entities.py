import csv

import pytest

from profiles.factbook.entities import COUNTRIES, FORMER, NON_STATES, PARTS, country_of


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
    assert named <= keys()
    assert not set(PARTS) & set(NON_STATES)
    assert not set(FORMER) & set(NON_STATES)
