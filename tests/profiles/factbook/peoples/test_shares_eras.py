"""Lists in the forms of the editions of 1990 to 2011: invented peoples, faiths and tongues."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from profiles.factbook.peoples.shares import bare_label, parse, parse_all, unread
from tests.profiles.factbook.peoples.told import refused, told


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # Figures first: what follows shares the last figure where the list is full, unless it is said to be small.
        ("90% Aran stock; 10% Belu, Cero, Doro-Eli", ["Aran stock 90", "Belu, Cero, Doro-Eli 10"]),
        ("66% Aran; 12% Belu, Cero; 22% other", ["Aran 66", "Belu, Cero 12", "other 22"]),
        ("90% Aran; 5% Belu; less than 5% Cero, Doro", ["Aran 90", "Belu 5", "Cero, Doro <5"]),
        ("98% Aran, Belu, Cero", ["Aran 98", "Belu in_words", "Cero in_words"]),
        ("50% Aran, 20% Belu, Cero", ["Aran 50", "Belu 20", "Cero in_words"]),
        ("89% Solar, 11% Lunar, and small Astral group", ["Solar 89", "Lunar 11", "small Astral group in_words"]),
        (
            "90% Solar, 10% Lunar (various sects), tiny Astral communities in Ostra, Vell, and Mar",
            ["Solar 90", "Lunar (various sects) 10", "tiny Astral communities in Ostra, Vell, and Mar in_words"],
        ),
        ("55-75% Solar, under 1% Lunar, remainder animist", ["Solar 55-75", "Lunar <1", "remainder animist in_words"]),
        ("nominally 85% Solar prior to DORO assuming power", ["nominally Solar prior to DORO assuming power 85"]),
        # A lead before the first figure is none of the names.
        ("second tongues include 17% Aran, 7% Belu, and 2% Cero", ["Aran 17", "Belu 7", "Cero 2"]),
        ("other ethnic groups are: Aran 7%, Belu 5%", ["Aran 7", "Belu 5"]),
        ("most important groups are the Aran (48%) in the south, Belu (20%) and Cero (12%) in the north, Doro (20%)",
         ["Aran 48", "Belu 20", "Cero 12", "Doro 20"]),
        ("Solar 99.8% (major tribes--44% Aran, 16% Belu), other 0.2%",
         ["Solar 99.8", "Solar > Aran 44", "Solar > Belu 16", "other 0.2"]),
        ("Solar 99.8% (major tribes - Aran 44%, Belu 16%), other 0.2%",
         ["Solar 99.8", "Solar > Aran 44", "Solar > Belu 16", "other 0.2"]),
        # Parts behind a colon or a dash.
        ("Aran 87%, Belu 13%: Cero 8%, Doro 5%", ["Aran 87", "Belu 13", "Belu > Cero 8", "Belu > Doro 5"]),
        ("Aran 71%, Belu 9%, other 20% - Cero 8%", ["Aran 71", "Belu 9", "other 20", "other > Cero 8"]),
        ("Aran 95%, Belu 3%, other 2%: Ceros, Doros, and Elis", ["Aran 95", "Belu 3", "other 2"]),
        # Speakers, and shares of the whole people in a bracket.
        ("Aran (official) spoken by only 10% of population; Belu used by over 90% of the population",
         ["Aran (official) 10", "Belu >90"]),
        ("Aran (100% of population); dying regional dialects (Belu, Cero)",
         ["Aran 100", "dying regional dialects (Belu, Cero) in_words"]),
        ("Solar 80% to 90% (Lunar 50% at least, other Solar 30%)",
         ["Solar 80-90", "Solar > Lunar ≥50", "Solar > other Solar 30"]),
        ("Solar 47% Lunar NA%, Astral NA%", ["Solar 47", "Lunar no_reliable_figure", "Astral no_reliable_figure"]),
        ("11 official languages, including Aran, Belu", ["Aran in_words", "Belu in_words"]),
        ("Aran, Belu, and Cero are official", ["Aran in_words", "Belu in_words", "Cero in_words"]),
        ("some of Aran, Belu, and Cero origin", ["some of Aran, Belu, and Cero origin in_words"]),
        ("60 native dialects of which Aran is the most widely spoken",
         ["60 native dialects of which Aran is the most widely spoken in_words"]),
    ],
)  # fmt: skip
def test_old_forms_give_their_lines(text, lines):
    assert told(text) == lines
    assert unread(text, parse_all(text)) == ()


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("98% Aran; 250,000 Belus, and fewer than 1 million Ceros", "Belus", "“250,000”"),
        ("27.0 million Solar, 760,000 Lunar (registered)", "Lunar (registered)", "“760,000”"),
        ("Aran 90%, Belu, non-Arans 130,000 to 330,000 (Ceros 30,000)", "non-Arans", "“130,000 to 330,000”"),
    ],
)
def test_a_count_of_people_is_no_part_of_a_name_and_no_percentage(text, label, words):
    (share,) = [each for each in parse(text).shares if each.label == label]
    assert share.value_state == "in_words"
    assert any(words in warning and "count" in warning for warning in parse(text).warnings)


def test_a_number_of_languages_stays_in_its_words():
    assert told("Aran (official), more than 700 languages, 120 native tribes") == [
        "Aran (official) in_words", "more than 700 languages in_words", "120 native tribes in_words",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "although no sharp line divides many Solar (about 90% of population) from Lunar groups",
        "Aran claims to be the first state without a faith",
        "many Arans practice Lunar rites in addition to another faith, most often Solar ones",
        "the spoken Aran differs a great deal from the written one",
        "in November 1990, Aran began allowing private rites",
        "a few speak Belu",
        "no indigenous population",
        "divided along ethnic lines",
        "much bilingualism",
        "totals more than 100% because some gave more than one main language",
    ],
)
def test_sentences_and_remarks_are_refused_and_never_names(sentence):
    text = f"Solar 60%, Lunar 40%; {sentence}"
    assert told(text) == ["Solar 60", "Lunar 40"]
    assert refused(text) == [sentence]


def test_a_remark_between_names_is_refused_alone():
    text = "Aran, Belu, divided along ethnic lines, Cero"
    assert told(text) == ["Aran in_words", "Belu in_words", "Cero in_words"]
    assert refused(text) == ["divided along ethnic lines"]


@pytest.mark.parametrize(
    "text",
    [
        "Aran (tall): 80%, Belu: 20%",
        "Aran (tall) - 80%, Belu - 20%",
        "Aran (tall)80%, Belu 20%",
        "Aran (tall)=80%; Belu=20%",
    ],
)
def test_signs_between_a_name_and_its_figure_are_neither(text):
    assert told(text) == ["Aran (tall) 80", "Belu 20"]


def test_a_heading_may_name_two_places():
    first, second = parse_all("in the north and center: Aran, Belu; in the south: Cero, Doro")
    assert (first.heading, second.heading) == ("in the north and center", "in the south")
    assert [share.label for share in second.shares] == ["Cero", "Doro"]


def test_figures_behind_a_sentence_on_part_of_the_people_are_refused_with_it():
    text = "roughly 60% of Arans are Solar, 20% Lunar"
    assert told(text) == []
    assert refused(text) == ["roughly 60% of Arans are Solar", "20% Lunar"]


def test_what_is_said_of_a_refused_sentence_goes_with_it():
    text = "Aran 90%, Belu 10%; 44% of those asked felt part of some group, predominantly Cero or Doro"
    assert told(text) == ["Aran 90", "Belu 10"]
    assert refused(text)[-1] == "predominantly Cero or Doro"


def test_what_is_said_of_a_name_is_none():
    text = "Aran 60%, other 40% (includes Belu 20%, which is a mixture of tongues), widely spoken as a second one"
    assert told(text) == ["Aran 60", "other 40", "other > Belu 20"]


def test_headings_that_run_on_part_the_lists():
    text = "total population: Aran 65%, Belu 35% Zedian nationals: Aran 74%, Belu 26% Isle: NA"
    first, second, third = parse_all(text)
    assert [each.heading for each in (first, second, third)] == ["total population", "Zedian nationals", "Isle"]
    assert [share.low for share in second.shares] == [Decimal(74), Decimal(26)]
    assert (third.shares, len(third.refused)) == ((), 1)


def test_headings_of_places_that_part_one_whole_are_one_list():
    (found,) = parse_all("south: Aran 48% north: Belu 20%, Cero 12% center: Doro 17%, foreigners 8,500")
    assert [share.label for share in found.shares] == ["Aran", "Belu", "Cero", "Doro", "foreigners"]
    assert any("one whole" in warning for warning in found.warnings)


def test_headings_over_the_same_names_are_lists_of_their_own():
    assert [each.heading for each in parse_all("north: Aran 60%, Belu 5%; south: Aran 30%, Belu 2%")] == [
        "north",
        "south",
    ]


def test_figures_behind_a_full_list_are_lists_of_their_own():
    found = parse_all("Aran 74%, Belu 18%, other 8%; tall 80%, short 15%, other 5%; Doro origin 14%")
    assert [[share.label for share in each.shares] for each in found] == [
        ["Aran", "Belu", "other"], ["tall", "short", "other"], ["Doro origin"],
    ]  # fmt: skip
    assert any("list of its own" in warning for warning in found[1].warnings)


def test_a_plural_before_a_dash_is_the_heading_of_a_full_list():
    (found,) = parse_all("Zedians - Aran (tall) 85%, Belu 14%, Cero 1%")
    assert (found.heading, found.shares[0].label) == ("Zedians", "Aran (tall)")
    assert told("Old Solar - Moon Rite 60%, Lunar 40%")[0] == "Old Solar - Moon Rite 60"


@pytest.mark.parametrize(
    ("printed", "source"), [("(est.)", "estimate"), ("(official estimate)", "estimate"), ("(census)", "census")]
)
def test_a_source_without_a_year_is_told_and_is_no_part_of_a_name(printed, source):
    found = parse(f"Aran 60%, Belu 40% {printed}")
    assert (found.as_of, found.source_type, found.shares[-1].label) == ("", source, "Belu")


def test_a_heading_without_a_list_is_a_note():
    found = parse_all("Solar 60%, Lunar\nreligious affiliation:")
    assert len(found) == 1
    assert found[0].notes == ("A heading without a list: “religious affiliation:”",)


def test_several_answers_are_known_from_the_list_itself_too():
    assert parse("Aran 60%, Belu 80%; shares sum to more than 100% for some gave two").several_answers == "yes"


def test_the_group_of_a_line_is_found_without_what_says_how_many():
    printed = ("nominally Solar", "remainder animist", "predominantly Aran", "some 20 sects")
    assert [bare_label(each) for each in printed] == ["Solar", "animist", "predominantly Aran", "some 20 sects"]


_NAME = st.sampled_from(
    ["Aran", "Belu (official)", "Cero", "Doro-Eli", "old Fero", "other", "none", "Gan/Hel", "Iro and Jin"]
)
_AMOUNT = st.integers(1, 999).map(lambda tenths: f"{Decimal(tenths) / 10:f}%")
_LEAD = st.sampled_from(["", "about ", "over ", "less than ", "at least "])
_JOIN = st.sampled_from([", ", "; ", ", and ", " and ", ": ", " - ", " ", ". "])
_ASIDE = st.sampled_from(
    [
        "",
        "",
        " (most of them tall)",
        " (of which 12% are short)",
        " in the north",
        " (1999)",
        " speak Aran",
        " of Belus are tall",
    ]
)


@st.composite
def _texts(draw):
    """A list in either order of name and figure, with remarks and joints of all kinds."""
    first = draw(st.booleans())
    pieces = []
    for _ in range(draw(st.integers(1, 6))):
        figure = draw(_LEAD) + draw(_AMOUNT) if draw(st.integers(0, 4)) else ""
        name = draw(_NAME)
        pieces.append(" ".join(filter(None, [figure, name] if first else [name, figure])) + draw(_ASIDE) + draw(_JOIN))
    return "".join(pieces).strip(" ,;:-")


@example("0.1% Aran, Belu (of which 12% are short), and Cero")
@example("90% Aran, 10% Belu, Cero (of which 12% are short, 88% tall)")
@given(_texts())
def test_no_percentage_is_ever_lost(text):
    assert unread(text, parse_all(text)) == ()
