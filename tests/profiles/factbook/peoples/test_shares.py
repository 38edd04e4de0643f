"""Lists of shares: invented peoples and faiths, printed as the Factbook prints real ones."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.factbook.peoples.shares import MAX_LENGTH, bare_label, parse, parse_all, unread


def lines(text):
    """Label, low, high and qualifier of each share of the chosen list."""
    return [(each.label, each.low, each.high, each.qualifier) for each in parse(text).shares]


def labels(text):
    return [each.label for each in parse(text).shares]


def point(label, value):
    return (label, Decimal(value), Decimal(value), "unqualified")


def test_a_plain_list_gives_its_names_figures_date_and_kind_of_source():
    found = parse("Aran (Arani) 63.1%, Belu 23.7%, other 13.2% (1999 census)")
    assert lines("Aran (Arani) 63.1%, Belu 23.7%, other 13.2% (1999 census)") == [
        point("Aran (Arani)", "63.1"),
        point("Belu", "23.7"),
        point("other", "13.2"),
    ]
    assert (found.as_of, found.as_of_printed, found.source_type) == ("1999", "1999 census", "census")
    assert [each.printed for each in found.shares] == ["Aran (Arani) 63.1%", "Belu 23.7%", "other 13.2%"]
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("printed", "low", "high", "qualifier"),
    [
        ("25-30%", "25", "30", "between"),
        ("25%-30%", "25", "30", "between"),
        ("25–30%", "25", "30", "between"),
        ("98.0 - 99.0%", "98", "99", "between"),
        ("80% to 85%", "80", "85", "between"),
        ("between 10% and 15%", "10", "15", "between"),
        ("<0.1%", None, "0.1", "less_than"),
        ("&lt; 0.1%", None, "0.1", "less_than"),
        ("less than 1%", None, "1", "less_than"),
        ("up to 7%", None, "7", "at_most"),
        ("5% or less", None, "5", "at_most"),
        ("over 40%", "40", None, "more_than"),
        (">40%", "40", None, "more_than"),
        ("at least 99%", "99", None, "at_least"),
        ("70% or more", "70", None, "at_least"),
        ("~50%", "50", "50", "about"),
        ("approximately 15%", "15", "15", "about"),
        ("nearly 30 percent", "30", "30", "about"),
        (".3%", "0.3", "0.3", "unqualified"),
        ("12,5%", "12.5", "12.5", "unqualified"),
        ("2.0 %", "2", "2", "unqualified"),
    ],
)
def test_figures_are_read_with_their_qualifier_behind_and_before_the_name(printed, low, high, qualifier):
    bounds = (None if low is None else Decimal(low), None if high is None else Decimal(high), qualifier)
    assert lines(f"Aran {printed}, Belu 3%")[0] == ("Aran", *bounds)
    assert lines(f"{printed} Aran, 3% Belu")[0] == ("Aran", *bounds)


@pytest.mark.parametrize("printed", ["93/1%", "1. 5%", "93 .5%", "1O%", "5.5.5%", "150%", "5%-3%", "1,500%"])
def test_what_is_no_percentage_is_told_and_never_guessed(printed):
    found = parse(f"Aran {printed}, Belu 3%")
    assert (found.shares[0].label, found.shares[0].low, found.shares[0].value_state) == ("Aran", None, "in_words")
    assert any(printed in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("printed", "word"),
    [("3/4 Arani", "3/4"), ("about one third Arani", "one third"), ("half Arani", "half"), ("Arani two-thirds", "two")],
)
def test_fractions_in_words_are_no_percentages(printed, word):
    found = parse(f"{printed}, Belu 10%")
    assert (found.shares[0].label, found.shares[0].low, found.shares[0].value_state) == ("Arani", None, "in_words")
    assert any("fraction" in warning and word in warning for warning in found.warnings)


@pytest.mark.parametrize("count", ["3,000", "about 6,000", "<5,000 speakers", "3,000-3,500", "1.5 million"])
def test_counts_of_people_are_no_percentages(count):
    found = parse(f"Aran 99%, Belu {count}")
    assert (found.shares[1].label, found.shares[1].low) == ("Belu", None)
    assert found.shares[1].printed == f"Belu {count}"
    assert any("count" in warning for warning in found.warnings)


def test_a_missing_percent_sign_is_read_and_told():
    found = parse("Aran 90.5, Belu 9.5%")
    assert lines("Aran 90.5, Belu 9.5%")[0] == point("Aran", "90.5")
    assert any("no percent sign" in warning for warning in found.warnings)


def test_a_figure_that_is_not_available_is_no_zero():
    found = parse("Aran NA%, Belu NA%")
    assert {each.value_state for each in found.shares} == {"no_reliable_figure"}
    assert found.value_state == "no_reliable_figure"
    assert parse("NA").value_state == "no_reliable_figure"
    assert parse("no reliable data").shares == ()


def test_parts_in_brackets_have_the_line_before_as_parent_also_within_parts():
    found = parse(
        "Solar 93.9% (North Solar 58.6%, South Solar 35.3% [includes Lakeside 2.7% and other 32.6%]), none 6.1%"
    )
    assert [(each.label, each.parent) for each in found.shares] == [
        ("Solar", None),
        ("North Solar", 0),
        ("South Solar", 0),
        ("Lakeside", 2),
        ("other", 2),
        ("none", None),
    ]
    assert found.shares[0].printed == "Solar 93.9%"


def test_parts_may_stand_before_the_figure_of_the_whole_and_need_not_be_shares_of_the_population():
    found = parse("white (of which Aran 83.6%, Belu 16.4%) 92.1%, black 7.9%")
    assert [(each.label, each.low, each.parent) for each in found.shares][:2] == [
        ("white", Decimal("92.1"), None),
        ("Aran", Decimal("83.6"), 0),
    ]
    assert any("“white” sum to 100, more than its 92.1" in warning for warning in found.warnings)


def test_a_bracket_without_figures_stays_with_the_line():
    found = parse("Aran 95% (mostly farmers), other (includes Belu, Cald) 5%")
    assert [(each.label, each.printed) for each in found.shares] == [
        ("Aran", "Aran 95% (mostly farmers)"),
        ("other (includes Belu, Cald)", "other (includes Belu, Cald) 5%"),
    ]


def test_a_figure_alone_in_a_bracket_is_the_lines_own():
    assert lines("Aran (approximately 70%), Belu 30%")[0] == ("Aran", Decimal(70), Decimal(70), "about")


def test_figures_in_a_remark_are_refused_with_their_words():
    found = parse("Solar 99% (official; citizens are 85-90% Northern and 10-12% Southern), none 1%")
    assert [each.label for each in found.shares] == ["Solar", "none"]
    assert "citizens are 85-90% Northern" in found.refused[0].printed
    assert str(found.refused[0]) in found.warnings


def test_figures_in_a_bracket_that_cannot_be_read_make_no_parts():
    found = parse("Solar 99% (93/1% Northern), none 1%")
    assert [each.label for each in found.shares] == ["Solar", "none"]
    assert "93/1% Northern" in found.refused[0].printed


def test_names_behind_includes_belong_to_the_line_before():
    found = parse("Solar 90% (North 60%, other Solar 30% - includes East, West), Lunar 10%")
    assert [each.label for each in found.shares] == ["Solar", "North", "other Solar", "Lunar"]
    assert found.shares[2].printed == "other Solar 30% - includes East, West"


def test_how_many_practise_is_no_part_of_the_list():
    found = parse("Solar 92% (less than 20% practicing), Lunar 8%")
    assert [each.label for each in found.shares] == ["Solar", "Lunar"]
    assert "less than 20% practicing" in found.refused[0].printed


def test_names_that_share_one_figure_stay_one_share():
    assert labels("Aran 88%, Belu, Cald 8.7%, other 3.3%") == ["Aran", "Belu, Cald", "other"]
    assert labels("Aran 91.5%, Belu, Cald, Dorn, and other peoples 8.5%") == [
        "Aran",
        "Belu, Cald, Dorn, and other peoples",
    ]
    assert labels("97% Aran, 3% Belu, Cald, and other") == ["Aran", "Belu, Cald, and other"]


def test_names_before_a_figure_in_a_list_far_below_a_hundred_have_no_figure():
    assert lines("Solar 55%-75%, animist, Lunar less than 1%")[1:] == [
        ("animist", None, None, ""),
        ("Lunar", None, Decimal(1), "less_than"),
    ]
    assert labels("Aran 30%, Belu, Western 2%") == ["Aran", "Belu, Western"]


def test_an_official_language_without_figure_does_not_share_the_next_ones():
    assert lines("Arani (official), Belu 80%, other 20%")[:2] == [
        ("Arani (official)", None, None, ""),
        point("Belu", "80"),
    ]


def test_a_bound_for_a_list_of_names_holds_for_each_of_them():
    found = parse("Aran 98.1%, Belu 1.1%; less than 1%: Cald, other, Dorn (2022 est.)")
    assert lines("Aran 98.1%, Belu 1.1%; less than 1%: Cald, other, Dorn (2022 est.)")[2:] == [
        (name, None, Decimal(1), "less_than") for name in ("Cald", "other", "Dorn")
    ]
    assert found.shares[2].printed == "less than 1%: Cald, other, Dorn"
    assert any("printed once for 3 names" in warning for warning in found.warnings)


def test_another_figure_for_a_list_of_names_is_shared():
    assert lines("Aran 95%; 5%: Belu, Cald")[1] == point("Belu, Cald", "5")
    assert lines("Aran 90%; 5% each: Belu, Cald")[1:] == [point("Belu", "5"), point("Cald", "5")]


def test_commas_too_many_and_too_few_are_mended_and_told():
    assert lines("Aran 95%, Belu, 5%")[1] == point("Belu", "5")
    found = parse("Aran 95% (North 90%, South 5%) Belu 3%, none 2%")
    assert [each.label for each in found.shares] == ["Aran", "North", "South", "Belu", "none"]
    assert any("comma" in warning and "Belu" in warning for warning in found.warnings)


def test_a_missing_bracket_is_set_where_the_list_then_sums_to_a_hundred():
    found = parse("Aran 84%, Belu 10% (includes Cald (official), Dorn 4%, other 2% (2010 est.)")
    assert [(each.label, each.parent) for each in found.shares] == [
        ("Aran", None),
        ("Belu", None),
        ("Dorn", None),
        ("other", None),
    ]
    assert found.as_of == "2010"
    assert any("closing bracket is missing" in warning for warning in found.warnings)


def test_a_list_of_names_is_in_words():
    found = parse("Arani (official), Belu, some 30 local dialects")
    assert [each.value_state for each in found.shares] == ["in_words"] * 3
    assert (found.value_state, found.warnings) == ("in_words", ())


def test_sentences_are_refused_and_names_around_them_kept():
    found = parse("Arani 60%, Belu 40%; Arani is taught everywhere and 12% are said to write it")
    assert [each.label for each in found.shares] == ["Arani", "Belu"]
    assert "12%" in found.refused[0].printed


def test_sums_far_from_a_hundred_are_warned_of_and_nothing_is_rescaled():
    found = parse("Arani 80.1%, Belu 83.7%")
    assert [each.low for each in found.shares] == [Decimal("80.1"), Decimal("83.7")]
    assert "The shares sum to 163.8, not to 100." in found.warnings
    assert any("27 to 37" in warning for warning in parse("Solar 15-20%, Lunar 10-15%, other 2%").warnings)
    assert parse("Aran 50%, Belu more than 40%").warnings == ()


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("other", "residual_other"),
        ("Others", "residual_other"),
        ("other religions", "residual_other"),
        ("other minorities", "residual_other"),
        ("other or none", "residual_other"),
        ("other and unspecified", "residual_other"),
        ("other, including Aran and Belu", "residual_other"),
        ("other (unknown)", "unspecified"),
        ("unspecified", "unspecified"),
        ("not declared/no answer", "unspecified"),
        ("none or unspecified", "unspecified"),
        ("don't know/refused", "unspecified"),
        ("no ethnic affiliation data available", "unspecified"),
        ("none", "none"),
        ("no religion", "none"),
        ("unaffiliated", "none"),
        ("other Solar", "group"),
        ("Aran and other", "group"),
        ("atheist", "group"),
        ("unspecified Aran", "group"),
    ],
)
def test_what_is_left_over_is_told_from_groups(label, expected):
    assert parse(f"{label} 5%, Zed 95%").shares[0].share_class == expected


def test_words_that_join_names_or_count_them_together_do_not_part_them():
    assert (
        labels("Solar 95%, small numbers of Lunar, Tidal, and Stellar")[1]
        == "small numbers of Lunar, Tidal, and Stellar"
    )
    assert labels("other 11% (includes about 5% Solar and lesser numbers of Lunar, Tidal), none 89%")[1:3] == [
        "Solar",
        "lesser numbers of Lunar, Tidal",
    ]
    assert labels("Aran 95%; hill languages include Belu, Cald")[1:] == ["Belu", "Cald"]


def test_the_name_alone_has_no_brackets():
    assert bare_label("Aran (official, Arani)") == "Aran"


def test_long_names_lose_their_longest_bracket_and_keep_the_rest():
    long = "spoken in the hills, " * 12
    assert labels(f"Arani (official) ({long}) 80%, Belu 20%")[0] == "Arani (official)"


def test_unread_names_percentages_that_no_share_or_warning_holds():
    text = "Aran 60%, Belu 40% (2001)"
    assert unread(text, parse_all(text)) == ()
    assert unread(f"{text}; Cald 7%", parse_all(text)) == ("7%",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00",
        "\ud800 5%",
        "\ue000 5%, \ue001 (4%)",
        "(" * 5000,
        "[(a 5%)" * 2000,
        "%" * 9000,
        "a, " * 9000,
        "1,5%;" * 2000,
    ],
)
def test_odd_texts_give_a_list_or_a_refusal(text):
    found = parse(text)
    assert all(each.label for each in found.shares)
    assert len(text) <= MAX_LENGTH or any("Only the first" in note for note in found.notes)


_WORDS = st.sampled_from(
    "Aran Belu 5% 10 40% , , ; ( ) [ ] other and of which - – less than < about : note: census 1,000 half to is".split()
)


@given(st.lists(_WORDS, max_size=16).map(" ".join))
def test_every_share_of_every_text_obeys_the_rules_of_the_model(text):
    for found in parse_all(text):
        for place, share in enumerate(found.shares):
            assert 0 < len(share.label) <= 200
            assert len(share.printed) <= 250
            assert share.parent is None or share.parent < place
            assert (share.qualifier != "") == (share.value_state == "stated")
            assert all(bound is None or 0 <= bound <= 100 for bound in (share.low, share.high))
            assert (share.qualifier == "between") <= (share.low is not None and share.high is not None)
            if share.low is not None and share.high is not None:
                assert (share.low < share.high) == (share.qualifier == "between")
