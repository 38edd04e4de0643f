import csv
from decimal import Decimal
from pathlib import Path

import pytest

from profiles.factbook.layout import Piece
from profiles.factbook.measures import MEASURES
from profiles.factbook.quantities import measure_of, read_quantities
from sources import numbers

REFERENCE = Path(__file__).resolve().parents[3] / "fixtures" / "reference"


def read(name: str, *texts: str):
    return read_quantities([Piece(name, text, "row 7") for text in texts])


@pytest.mark.parametrize(
    ("name", "text", "indicator", "qualifier", "low", "high", "period"),
    [
        ("Population", "17,522,010 (July 2012 est.)", "population", "unqualified", "17522010", "17522010", "2012-07"),
        ("Population > total", "about 1.2 million (2020)", "population", "about", "1200000", "1200000", "2020"),
        (
            "Population > total",
            "(2020) approximately 18,195 on the bases",
            "population",
            "about",
            "18195",
            "18195",
            "2020",
        ),
        ("HIV/AIDS - deaths", "fewer than 500 (2009 est.)", "hiv-deaths", "less_than", None, "500", "2009"),
        (
            "Net migration rate",
            "-0.4 migrant(s)/1,000 population (2025 est.)",
            "net-migration-rate",
            "unqualified",
            "-0.4",
            "-0.4",
            "2025",
        ),
        (
            "Urbanization > rate of urbanization",
            "1.3% annual rate of change (2010-15 est.)",
            "urbanisation-rate",
            "unqualified",
            "1.3",
            "1.3",
            "2010/2015",
        ),
        (
            "Infant mortality rate > total",
            "23.06 deaths/1,000 live births (2012 est.)",
            "infant-mortality",
            "unqualified",
            "23.06",
            "23.06",
            "2012",
        ),
        (
            "GDP (official exchange rate)",
            "$200.6 billion (2012 est.)",
            "gdp",
            "unqualified",
            "200600000000",
            "200600000000",
            "2012",
        ),
        (
            "Unemployment rate > Unemployment rate 2024",
            ".9% (2024 est.)",
            "unemployment-rate",
            "unqualified",
            "0.9",
            "0.9",
            "2024",
        ),
        ("Suffrage", "18 years of age; universal", "voting-age", "unqualified", "18", "18", ""),
        (
            "Drinking water source > improved: urban",
            "urban: 98% of population (2022 est.)",
            "drinking-water",
            "unqualified",
            "98",
            "98",
            "2022",
        ),
    ],
)
def test_a_number_with_its_period(name, text, indicator, qualifier, low, high, period):
    (found,), refused = read(name, text)
    assert (found.indicator, found.qualifier, found.period) == (indicator, qualifier, period)
    assert (found.low, found.high) == tuple(end and Decimal(end) for end in (low, high))
    assert numbers.check("stated", found.qualifier, found.low, found.high) is None
    assert refused == []


def test_several_years_one_after_another():
    found, refused = read("Unemployment rate", "5.3% (2012 est.)\n5.4% (2011 est.) 6% (2010)")
    assert [(one.low, one.period) for one in found] == [
        (Decimal("5.3"), "2012"),
        (Decimal("5.4"), "2011"),
        (Decimal(6), "2010"),
    ]
    assert refused == []


def test_the_one_date_of_a_field_holds_for_its_parts_and_is_told():
    pieces = [
        Piece(f"Median age > {part}", text, "row 7")
        for part, text in (("total", "29.3 years"), ("male", "27.9 years"), ("female", "30.8 years (2012 est.)"))
    ]
    found, _ = read_quantities(pieces)
    assert [(one.subject, one.period, bool(one.warnings)) for one in found] == [
        ("", "2012", True),
        ("male", "2012", True),
        ("female", "2012", False),
    ]


def test_refugees_by_country_with_the_date_behind_the_last():
    found, refused = read(
        "Refugees and internally displaced persons > refugees",
        "12,400 (Mauritania); 508 (Iraq) (2011); 3,000 (Syria) (2013)",
    )
    assert [(one.partner, one.low, one.period) for one in found] == [
        ("Mauritania", Decimal(12400), "2011"),
        ("Iraq", Decimal(508), "2011"),
        ("Syria", Decimal(3000), "2013"),
    ]
    assert refused == []


def test_urban_rural_and_total_in_one_text():
    found, _ = read(
        "Drinking water source > improved",
        "urban: 97% of population rural: 60% of population total: 80% of population (2008)",
    )
    assert [(one.counted, one.low) for one in found] == [
        ("improved source, urban", Decimal(97)),
        ("improved source, rural", Decimal(60)),
        ("improved source", Decimal(80)),
    ]


def test_a_bracket_says_of_which_part_a_number_is():
    found, _ = read("Area > total", "643 sq km; 551 sq km (mainland)")
    assert [(one.low, one.counted) for one in found] == [(Decimal(643), ""), (Decimal(551), "mainland")]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("Population > total", "uninhabited", "No number"),
        ("Literacy > total", "NA", "no figure"),
        ("GDP (official exchange rate)", "$NA", "no figure"),
        ("Literacy > total", "120% (2010)", "between 0 and 100"),
        ("Population > total", "954,000-1.2 million (2010)", "not understood"),
    ],
)
def test_what_gives_no_number_is_refused(name, text, reason):
    found, refused = read(name, text)
    assert found == []
    assert reason in refused[0].reason


def test_a_share_without_its_sign_is_taken_with_a_warning():
    (found,), _ = read("Literacy > total", "99.5 (2010)")
    assert "no sign" in found.warnings[0]


def test_years_behind_a_name_do_not_hide_it_and_unknown_names_have_no_measure():
    assert measure_of("Real GDP per capita > Real GDP per capita 2024") == MEASURES["Real GDP per capita"]
    assert measure_of("Flag") is None


def test_every_measure_is_an_indicator_with_its_unit():
    with (REFERENCE / "indicators.csv").open(encoding="utf-8", newline="") as file:
        known = {(row["key"], row["unit"]) for row in csv.DictReader(file)}
    assert {(measure.indicator, measure.unit) for measure in MEASURES.values()} <= known
