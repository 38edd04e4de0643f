import re
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sources import numbers
from sources.numbers import QUALIFIERS, VALUE_STATES, NumberError, check, plain, read_printed, words

AMOUNTS = st.decimals(0, 10**12, places=3)


def _fits(state: str, qualifier: str, low: Decimal | None, high: Decimal | None) -> bool:
    """Design section 6, written out anew."""
    if state != "stated":
        return state in VALUE_STATES and (qualifier, low, high) == ("", None, None)
    if low is None or high is None:
        only_low, only_high = {"at_least", "more_than"}, {"at_most", "less_than"}
        return (qualifier in only_low and low is not None) or (qualifier in only_high and high is not None)
    return low == high if qualifier in {"unqualified", "about"} else qualifier == "between" and low < high


def test_check_agrees_with_the_rules_for_every_combination():
    ends = (None, Decimal(-1), Decimal(0), Decimal("0.0"), Decimal(2))
    for state, qualifier, low, high in product((*VALUE_STATES, "", "zz"), (*QUALIFIERS, "", "zz"), ends, ends):
        sentence = check(state, qualifier, low, high)
        assert (sentence is None) == _fits(state, qualifier, low, high), (state, qualifier, low, high)
        assert sentence is None or sentence.endswith(".")


@pytest.mark.parametrize("odd", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_check_refuses_what_is_not_finite(odd):
    assert "finite" in (check("stated", "unqualified", Decimal(odd), Decimal(odd)) or "")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_plain_digits_keep_the_value_and_nothing_else(value):
    text = plain(value)
    assert Decimal(text) == value
    assert re.fullmatch(r"-?[0-9]+(\.[0-9]*[1-9])?", text)
    assert text != "-0"


@pytest.mark.parametrize(
    ("value", "text"),
    [("53.40", "53.4"), ("3E+1", "30"), ("17522010", "17522010"), ("-0.0", "0"), ("1E-7", "0.0000001")],
)
def test_plain_digits_by_hand(value, text):
    assert plain(Decimal(value)) == text


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E+999999", "1E-999999"])
def test_what_has_no_reasonable_digits_is_refused(value):
    with pytest.raises(NumberError):
        plain(Decimal(value))


@given(AMOUNTS)
def test_a_number_is_read_as_it_is_printed(value):
    for printed in (plain(value), f"{value:,}", f"{value:,}".replace(",", "\u2009"), f"{value} est.", f"only {value}"):
        reading = read_printed(printed)
        assert (reading.value_state, reading.qualifier, reading.low, reading.high) == (
            "stated",
            "unqualified",
            value,
            value,
        )


LEADS = {
    "about": ("about {}", "around {}", "some {}", "roughly {}", "almost {}", "c. {}", "~{}", "{} or so"),
    "at_least": ("at least {}", "no fewer than {}", "not less than {}", "≥ {}", ">={}", "{}+", "{} or more"),
    "more_than": ("more than {}", "more then {}", "over {}", "> {}", "just over {}"),
    "at_most": ("up to {}", "no more than {}", "not more than {}", "at most {}", "≤{}", "as many as {}", "{} or fewer"),
    "less_than": ("less than {}", "fewer than {}", "under {}", "<{}", "below {}"),
}


@given(AMOUNTS, st.sampled_from([(name, lead) for name, leads in LEADS.items() for lead in leads]))
def test_the_words_around_a_number_qualify_it(value, lead):
    reading = read_printed(lead[1].format(f"{value:,}"))
    assert reading.qualifier == lead[0]
    assert {reading.low, reading.high} - {None} == {value}
    assert check(reading.value_state, reading.qualifier, reading.low, reading.high) is None


@given(AMOUNTS, AMOUNTS, st.sampled_from(["{}-{}", "{}–{}", "{} – {}", "between {} and {}", "{} to {}"]))
def test_two_numbers_that_rise_are_a_range_and_others_stay_in_words(one, two, form):
    reading = read_printed(form.format(one, two))
    if one < two:
        assert (reading.qualifier, reading.low, reading.high, reading.warnings) == ("between", one, two, ())
    else:
        assert reading.value_state == "in_words"
        assert reading.warnings


@given(st.sampled_from(QUALIFIERS), AMOUNTS, AMOUNTS, st.sampled_from(["", "percent", "usd", "km2", "years"]))
def test_words_read_back_give_the_number(qualifier, one, two, unit):
    low, high = sorted((one, two))
    assume(low != high)
    low, high = {
        "between": (low, high),
        "at_least": (low, None),
        "more_than": (low, None),
        "at_most": (None, high),
        "less_than": (None, high),
    }.get(qualifier, (low, low))
    reading = read_printed(words(qualifier, low, high, unit))
    assert (reading.qualifier, reading.low, reading.high, reading.unit) == (qualifier, low, high, unit)


@pytest.mark.parametrize(
    ("printed", "qualifier", "low", "high", "unit"),
    [
        ("17,522,010", "unqualified", "17522010", "17522010", ""),
        ("53.4%", "unqualified", "53.4", "53.4", "percent"),
        ("2,717,300 km²", "unqualified", "2717300", "2717300", "km2"),
        ("2,717,300 sq km", "unqualified", "2717300", "2717300", "km2"),
        ("1,063,200 square miles", "unqualified", "1063200", "1063200", "mi2"),
        ("95 percent", "unqualified", "95", "95", "percent"),
        ("66.6 per cent", "unqualified", "66.6", "66.6", "percent"),
        ("more then 96%", "more_than", "96", None, "percent"),
        ("at least 17 people dead", "at_least", "17", None, "persons"),
        ("over 100 injured", "more_than", "100", None, ""),
        ("a dozen", "unqualified", "12", "12", ""),
        ("at least a dozen", "at_least", "12", None, ""),
        ("two dozen", "unqualified", "24", "24", ""),
        ("twelve", "unqualified", "12", "12", ""),
        ("two hundred and five", "unqualified", "205", "205", ""),
        ("twenty-five thousand", "unqualified", "25000", "25000", ""),
        ("half a million", "unqualified", "500000", "500000", ""),
        ("up to $365 million", "at_most", None, "365000000", "usd"),
        ("US$ 8,400", "unqualified", "8400", "8400", "usd"),
        ("US$53 million", "unqualified", "53000000", "53000000", "usd"),
        ("$1.5bn", "unqualified", "1500000000", "1500000000", "usd"),
        ("1 billion tenge", "unqualified", "1000000000", "1000000000", "kzt"),
        ("KZT500", "unqualified", "500", "500", "kzt"),
        ("<0.1%", "less_than", None, "0.1", "percent"),
        ("3-5%", "between", "3", "5", "percent"),
        ("3% - 5%", "between", "3", "5", "percent"),
        ("3-5 million", "between", "3000000", "5000000", ""),
        ("US$3-5 million", "between", "3000000", "5000000", "usd"),
        ("20 to 30 MCI", "between", "20", "30", "mci"),
        ("5.8 persons per square kilometre", "unqualified", "5.8", "5.8", "persons_per_km2"),
        ("20.8 births/1,000 population", "unqualified", "20.8", "20.8", "per_1000"),
        ("9.74 per 100,000", "unqualified", "9.74", "9.74", "per_100000"),
        ("−2.5%", "unqualified", "-2.5", "-2.5", "percent"),
        ("−5 to −3", "between", "-5", "-3", ""),
        ("0", "unqualified", "0", "0", ""),
    ],
)
def test_printed_numbers_are_read_without_a_warning(printed, qualifier, low, high, unit):
    reading = read_printed(printed)
    ends = tuple(Decimal(end) if end else None for end in (low, high))
    assert reading == numbers.Reading("stated", qualifier, *ends, unit, ())


@pytest.mark.parametrize(
    ("printed", "value", "unit", "warned"),
    [
        ("63,1%", "63.1", "percent", "decimal comma"),
        ("183 of 193", "183", "", "total"),
        ("24 per cent of 193", "24", "percent", "total"),
        ("two out of three", "2", "", "total"),
        ("175th of 193", "175", "rank", "rank"),
        ("1.234.567", "1234567", "", "full stops"),
        ("12,34,567", "1234567", "", "lakhs"),
        ("17,522,010 (July 2012 est.)", "17522010", "", "left out"),
        ("36 in 2007", "36", "", "left out"),
        ("in 2007 there were 36 cases in Verania", "36", "", "left out"),
    ],
)
def test_what_was_chosen_or_left_out_is_told(printed, value, unit, warned):
    reading = read_printed(printed)
    assert (reading.low, reading.high, reading.unit) == (Decimal(value), Decimal(value), unit)
    assert any(warned in warning for warning in reading.warnings), reading.warnings


@pytest.mark.parametrize(
    "printed", ["dozens", "thousands", "hundreds of thousands", "several hundred", "many", "every seat"]
)
def test_vague_words_stay_in_words_without_a_warning(printed):
    assert read_printed(printed) == numbers.Reading("in_words", "", None, None, "", ())


@pytest.mark.parametrize(
    ("printed", "state"),
    [
        ("None reported", "none_reported"),
        ("none", "none_reported"),
        ("No cases were reported.", "none_reported"),
        ("no reliable data", "no_reliable_figure"),
        ("No reliable figures available", "no_reliable_figure"),
        ("NA", "no_reliable_figure"),
        ("not applicable", "not_applicable"),
    ],
)
def test_the_absence_of_a_number_has_its_state(printed, state):
    assert read_printed(printed) == numbers.Reading(state, "", None, None, "", ())


@pytest.mark.parametrize(
    "printed",
    [
        "from 34 to 12",
        "from 3 to 5",
        "40 killed and 12 injured",
        "one fifth",
        "more than half",
        "10-fold",
        "1/3",
        "16 December 2011",
        "17:30",
        "20-17",
        "5-5",
        "99.9.9",
        "1,2,3",
        "1e999",
        "NaN",
        "Infinity",
        "n/a",
        "in 2007",
        "9" * 25,
        "9" * 400,
        "x" * 10**6,
        "",
        "\x00",
    ],
)
def test_what_is_no_single_number_stays_in_words_with_a_warning(printed):
    reading = read_printed(printed)
    assert reading.value_state == "in_words"
    assert reading.warnings


# fmt: off
PIECES = st.sampled_from([
    "from", "to", "between", "and", "or", "-", "–", ",", ".", "%", "$", "US$", "€", "1", "2", "17", "100", "1,000",
    "0.5", "63,1", "1e9", "٣", "½", "²", "million", "bn", "dozen", "dozens", "a", "hundred", "twelve", "one",
    "fifth", "of", "at", "least", "more", "than", "up", "to", "<", ">", "≥", "~", "+", "(", ")", "km2", "people",
    "per", "1,000", "in", "2012", "est.", "\x00", "\ud800", "NaN", "ﷺ", "9999999999",
])
# fmt: on


@given(st.text() | st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=14).map("".join))
def test_no_text_raises_and_every_reading_fits_the_rules(text):
    reading = read_printed(text)
    assert check(reading.value_state, reading.qualifier, reading.low, reading.high) is None
    words(reading.qualifier, reading.low, reading.high, reading.unit)
    for value in (reading.low, reading.high):
        assert value is None or abs(value) < Decimal(10) ** 40


@pytest.mark.parametrize("piece", ["1", "1,", "1 ", "a ", "two ", "(", "-", "hundred and ", "of 1 ", "﷽"])
def test_hostile_texts_come_to_an_end(piece):
    for text in ((piece * 500)[:500], piece * 10**6):
        assert check(*(lambda r: (r.value_state, r.qualifier, r.low, r.high))(read_printed(text))) is None


@pytest.mark.parametrize(
    ("qualifier", "low", "high", "unit", "text"),
    [
        ("unqualified", "17522010", "17522010", "persons", "17,522,010"),
        ("at_least", "17", None, "persons", "at least 17"),
        ("more_than", "96", None, "percent", "more than 96%"),
        ("at_most", None, "365000000", "usd", "up to US$365,000,000"),
        ("less_than", None, "0.10", "percent", "less than 0.1%"),
        ("about", "100", "100", "", "about 100"),
        ("between", "3", "5", "percent", "between 3 and 5%"),
        ("unqualified", "2717300", "2717300", "km2", "2,717,300 km²"),
        ("unqualified", "15", "15", "rank", "rank 15"),
        ("unqualified", "-2.5", "-2.5", "percent", "−2.5%"),
        ("", None, None, "", ""),
    ],
)
def test_numbers_in_words(qualifier, low, high, unit, text):
    assert words(qualifier, Decimal(low) if low else None, Decimal(high) if high else None, unit) == text
