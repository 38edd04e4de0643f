import csv
from decimal import Decimal
from pathlib import Path

import pytest

from profiles.factbook.edition.layout import Piece
from profiles.factbook.values.measures import MEASURES
from profiles.factbook.values.quantities import measure_of, read_quantities
from sources import numbers

REFERENCE = Path(__file__).resolve().parents[4] / "fixtures" / "reference"


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


@pytest.mark.parametrize(
    ("name", "text", "low", "period", "counted"),
    [
        ("Net migration rate", "--10 migrants/1,000 population (1992)", "-10", "1992", ""),
        ("Population growth rate", "- 0.3% (1992)", "-0.3", "1992", ""),
        ("Real GDP growth rate", "--37% (1991)", "-37", "1991", "real"),
        (
            "Labor force",
            "2,783,000 economically active; agriculture 85% (1985)",
            "2783000",
            "1985",
            "economically active",
        ),
        ("Labor force", "4,552,000 community services 38.3%, mining 2% (1991)", "4552000", "1991", ""),
        ("Military expenditures", "about 4% of GDP (FY91)", "4", "1991", "of GDP"),
        ("Military expenditures", "2.1% (FY98/99)", "2.1", "1998/1999", "of GDP"),
        ("Population below poverty line", "36% (FY08/09)", "36", "2008/2009", ""),
        ("Area > land", "341,700 km2 (ice free)", "341700", "", "land, ice free"),
        ("Area > land", "122 sq km Ana Vero Island", "122", "", "land, Ana Vero Island"),
        ("Drinking water source > improved", "urban: 82% of population", "82", "", "improved source, urban"),
        ("Population", "3 meteorologists (1992)", "3", "1992", "meteorologists"),
    ],
)
def test_forms_of_older_editions_are_read(name, text, low, period, counted):
    (found,), _ = read(name, text)
    assert (found.low, found.period, found.counted) == (Decimal(low), period, counted)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Inflation rate (consumer prices)", "80% per month (1991)"),
        ("Health expenditure", "5.1% of national budget (2022 est.)"),
        ("Education expenditure", "14.6% national budget (2025 est.)"),
        ("Area > land", "585, 370 km2"),
        ("Unemployment rate", "20% in the towns (1991)"),
        ("Inflation rate (consumer prices)", "l.6% (1991)"),
        ("Net migration rate", "NEGL migrants/1,000 population (1992)"),
        ("Literacy", "NA%"),
        ("Unemployment rate", "full employment (1989)"),
        ("Net migration rate", "15 emigrants/1,000 population (1992)"),
    ],
)
def test_what_counts_something_else_or_nothing_is_refused(name, text):
    found, refused = read(name, text)
    assert found == []
    assert refused


def test_words_behind_a_later_number_are_refused():
    (population,), (refused,) = read("Population", "54,428 (July 1992); about 65,000 live abroad")
    assert population.low == Decimal(54428)
    assert refused.printed == "about 65,000 live abroad"


def test_notes_on_prices_between_sums_and_dates_leave_each_sum_its_date():
    text = "$226.94 billion note: data are in 2017 dollars (2020 est.) $227.64 billion note: data are in 2017 dollars"
    found, refused = read("Real GDP (purchasing power parity)", f"{text} (2019 est.) note: data are in 2010 dollars")
    assert [(each.low, each.period) for each in found] == [
        (Decimal("226940000000"), "2020"),
        (Decimal("227640000000"), "2019"),
    ]
    assert len(refused) == 1


def test_a_note_with_two_dates_gives_none_of_them():
    (found,), _ = read("Unemployment rate", "5% note: 6% in towns (1990), 7% elsewhere (1991)")
    assert found.period == ""


def test_a_date_that_only_an_unread_part_prints_holds_for_the_field():
    pieces = [
        Piece("Sanitation facility access > improved", "urban: 79% of population", "row 7"),
        Piece("Sanitation facility access > unimproved", "urban: 21% of population (2017 est.)", "row 7"),
    ]
    (found,), _ = read_quantities(pieces)
    assert (found.period, found.warnings) == ("2017", ("The date is printed with another number of the field.",))


def test_a_bracket_that_tells_an_event_is_no_date_of_the_field():
    pieces = [
        Piece("Internet users > total", "79", "row 7"),
        Piece("Internet users > note", "the net was cut (on 3 May 2017 by decree)", "row 7"),
    ]
    (found,), _ = read_quantities(pieces)
    assert found.period == ""


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("universal at age 18", 18),
        ("universal and compulsory at age 20", 20),
        ("universal adult at age 21", 21),
        ("at age 16 if employed; universal at age 18", 18),
        ("18 years of age; universal", 18),
        ("universal, male ages 15-50", None),
        ("at age 15 in towns, at age 16 elsewhere", None),
    ],
)
def test_the_age_of_suffrage_stands_before_or_behind_its_words(text, age):
    found, refused = read("Suffrage", text)
    assert [each.low for each in found] == ([Decimal(age)] if age else [])
    assert bool(refused) == (age is None)


def test_printed_words_of_the_source_are_kept_where_the_text_was_put_together():
    (found,), _ = read_quantities([Piece("GDP", "$3 billion (1989 est.)", "row 7", "$3 billion, per capita $200")])
    assert found.printed == "$3 billion, per capita $200"


def test_all_years_of_a_text_are_figures_of_their_own_dates():
    found, refused = read("Real GDP growth rate", "2.8% (2014 est.)\n-4.2% (2013 est.)\n0% (2012 est.)")
    assert [(str(each.low), each.period) for each in found] == [("2.8", "2014"), ("-4.2", "2013"), ("0", "2012")]
    assert not refused


def test_a_second_number_for_one_date_is_warned_of():
    found, _ = read("Unemployment rate", "23.9% (2011 est.)\n4.9% (2011 est.)\n5% (2010)")
    assert [each.warnings for each in found] == [("The text gives another number for the same date.",)] * 2 + [()]


def test_a_number_without_a_date_behind_another_is_refused():
    found, refused = read("Unemployment rate", "7% (2011 est.)\n6%")
    assert [str(each.low) for each in found] == ["7"]
    assert [left.reason for left in refused] == ["A number without a date behind another."]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("Internet users", "51.1% (2009)", "A share stands where a number of another unit is expected."),
        ("Labor force", "$3 million", "A sum of money stands where another number is expected."),
        ("Unemployment rate", "3 million (2009)", "A number stands where a share is expected."),
    ],
)
def test_a_number_of_another_unit_is_refused(name, text, reason):
    found, (left,) = read(name, text)
    assert (found, left.reason) == ([], reason)


def test_a_figure_of_a_part_that_repeats_the_field_s_name_is_not_the_country_s():
    found, (left,) = read_quantities(
        [
            Piece("Labor force", "453,000 (2014 est.)", "row 7"),
            Piece("Labor force > Labor force", "95,000 (2007 est.)", "row 8"),
        ]
    )
    assert [each.locator for each in found] == ["row 7"]
    assert left.locator == "row 8"


@pytest.mark.parametrize(
    ("text", "low", "high", "counted", "period"),
    [
        ("35%-40% (1994 est.)", 35, 40, "", "1994"),
        ("15% with considerable underemployment (1993 est.)", 15, 15, "", "1993"),
        ("2.7% in urban areas (1994)", "2.7", "2.7", "in urban areas", "1994"),
        ("1.4% officially registered (May 1993)", "1.4", "1.4", "officially registered", "1993-05"),
        ("3% of labor force (1994)", 3, 3, "", "1994"),
    ],
)
def test_words_behind_a_share_of_the_unemployed_say_which_are_counted(text, low, high, counted, period):
    (found,), _ = read("Unemployment rate", text)
    assert (found.low, found.high, found.counted, found.period) == (Decimal(low), Decimal(high), counted, period)


@pytest.mark.parametrize(
    ("text", "low", "printed"),
    [
        ("ca. 7.75 sq km", "7.75", "ca. 7.75 sq km"),
        ("total - 6,959.41 sq km", "6959.41", "6,959.41 sq km"),
        ("102,136 km2:", "102136", "102,136 km2:"),
    ],
)
def test_areas_are_read_through_slips_of_the_printer(text, low, printed):
    (found,), _ = read("Area", text)
    assert (str(found.low), found.printed) == (low, printed)


def test_a_product_that_shrinks_by_much_is_no_wrong_share():
    (found,), _ = read("GNP growth rate", "--35% (1991 est.)")
    assert found.low == Decimal(-35)


@pytest.mark.parametrize(
    "text", ["2.3 million to 2.6 million (1986)", "2.3-2.6 million (1986)", "2,300,000 to 2,600,000"]
)
def test_both_ends_of_a_range_may_name_the_million(text):
    (found,), _ = read("Labor force", text)
    assert (found.qualifier, found.low, found.high, found.counted) == ("between", 2_300_000, 2_600_000, "")


def test_half_of_a_range_is_no_number():
    found, (left,) = read("Labor force", "1,000 to 2,000 or so")
    assert (found, left.reason) == ([], "A range that was not understood.")


@pytest.mark.parametrize(
    ("field", "counted"),
    [
        ("Legislative branch", ""),
        ("Legislative branch - lower chamber", "lower chamber"),
        ("Legislative branch - upper chamber", "upper chamber"),
    ],
)
def test_the_share_of_women_says_of_which_chamber_it_is(field, counted):
    ((share,), _) = read(f"{field} > percentage of women in chamber", "37.5%")
    assert (share.indicator, share.counted, share.low) == ("women-in-parliament", counted, Decimal("37.5"))
