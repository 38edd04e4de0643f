"""Lists as the books of the nineties print them: sentences with a share, figures for each, parts behind “of which”."""

import pytest

from profiles.factbook.peoples.shares import bare_label, parse, parse_all, unread
from profiles.factbook.rows.breakdowns import _add_share
from profiles.factbook.rows.groups import group_of
from profiles.factbook.rows.sheets import Sheets
from tests.profiles.factbook.peoples.told import refused, told


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # A sentence that gives a share of all the people.
        ("about 50% of the population belong to the Aran tribe and 9% to the Belus tribe; Cero 41%",
         ["Aran tribe ~50", "Belus tribe 9", "Cero 41"]),
        ("85% of population Solar; rest Lunar", ["Solar 85", "rest Lunar in_words"]),
        ("99% of the population is Aran", ["Aran 99"]),
        ("17.4% self-identify as Aran", ["Aran 17.4"]),
        ("Aran, but over 40% of the population speaks a Belu tongue", ["Aran in_words", "Belu tongue >40"]),
        ("Aran is the national language and first tongue of 30% of the people", ["Aran 30"]),
        ("Aran is spoken by 95% of the population, Belu by 66%, and other languages by 12%",
         ["Aran 95", "Belu 66", "other languages 12"]),
        ("Aran (official), dialects of the Hill family, spoken by 90% of the population",
         ["Aran (official) in_words", "dialects of the Hill family 90"]),
        ("Arans of the north, Belus, and Ceros of the south make up 65% of the population",
         ["Arans of the north, Belus, and Ceros of the south 65"]),
        ("Aran 99%; Solar way (old path), about 0.1% of population", ["Aran 99", "Solar way (old path) ~0.1"]),
        # Words that are a measure of the figure or of nothing.
        ("virtually 100% Solar", ["Solar ~100"]),
        ("Aran 45%, Belu 30%; the remaining 25% are Cero", ["Aran 45", "Belu 30", "Cero 25"]),
        ("Aran only 60%, Aran and Belu 40%", ["Aran only 60", "Aran and Belu 40"]),
        ("Aran 1,200,000 (60%), Belu 800,000 (40%)", ["Aran 60", "Belu 40"]),
        ("a majority (55%) Aran, 45% Belu", ["Aran 55", "Belu 45"]),
        ("Aran 98%; NEGL Belu, Cero NEGL%", ["Aran 98", "Belu in_words", "Cero in_words"]),
        ("Aran 99%, Belu only about 1,000 members", ["Aran 99", "Belu in_words"]),
        # One figure for each of several names.
        ("Solar 90%, Lunar 7%, Astral, Orbital, Tidal 1% each",
         ["Solar 90", "Lunar 7", "Astral 1", "Orbital 1", "Tidal 1"]),
        ("Solar 96%, Lunar and Astral 2% each", ["Solar 96", "Lunar 2", "Astral 2"]),
        ("Solar, Lunar 1% each, Astral", ["Solar 1", "Lunar 1", "Astral in_words"]),
        # A bracket behind a comma is a part, or what is left.
        ("Solar 97%, (East 60%, West 37%), Lunar 3%", ["Solar 97", "Solar > East 60", "Solar > West 37", "Lunar 3"]),
        ("Solar 53%, Lunar 1%, (other 46%)", ["Solar 53", "Lunar 1", "other 46"]),
        # Parts without a bracket.
        ("Aran 74%, of which Belu 20%, Cero 26%", ["Aran 74", "Aran > Belu 20", "Cero 26"]),
        ("Aran 74%, of whom 20% Belu, 54% other, Cero 26%",
         ["Aran 74", "Aran > Belu 20", "Aran > other 54", "Cero 26"]),
        ("Aran 74%, including Belu 20%, Cero 26%", ["Aran 74", "Aran > Belu 20", "Cero 26"]),
        # Names before another's figure.
        ("Aran, Belu (tall), born abroad or of such parents 12%",
         ["Aran in_words", "Belu (tall) in_words", "born abroad or of such parents 12"]),
        ("37 tribes; largest and most important are Aran, Belu, and Cero, Doro and Eli under 1%",
         ["37 tribes in_words", "Aran in_words", "Belu in_words", "Cero in_words", "Doro and Eli <1"]),
        ("other churches include Solar, Lunar, and Astral", ["Solar in_words", "Lunar in_words", "Astral in_words"]),
        # What a tongue is and is used for is no tongue.
        ("Aran, a blend of Belu and Cero words, Doro", ["Aran in_words", "Doro in_words"]),
        ("Aran primary language of commerce, teaching, and law; Belu", ["Aran in_words", "Belu in_words"]),
        ("60 hill dialects; Aran most widely spoken", ["60 hill dialects in_words", "Aran in_words"]),
        ("Aran widely understood, spoken, and used at court", ["Aran in_words"]),
    ],
)  # fmt: skip
def test_forms_of_the_books_give_their_lines(text, lines):
    assert told(text) == lines
    assert unread(text, parse_all(text)) == ()


@pytest.mark.parametrize(
    ("text", "lines", "left"),
    [
        ("Aran is common tongue of most and about 60% of tall people, Belu 32%, Cero 7%", [],
         ["Aran is common tongue of most and about 60% of tall people", "Belu 32%", "Cero 7%"]),
        ("about 60% of Belus are Lunar; Solar 20%", [], ["about 60% of Belus are Lunar", "Solar 20%"]),
        ("about 60% of Belus are Lunar; Aran 60%; Belu 40%", ["Aran 60", "Belu 40"], ["about 60% of Belus are Lunar"]),
        ("Solar 85%, most of remaining 15% Lunar", ["Solar 85"], ["most of remaining 15% Lunar"]),
        ("Aran 74%, of whom 20% are tall, Belu 26%", ["Aran 74", "Belu 26"], ["of whom 20% are tall"]),
        ("Arans nearly all Solar, Belus 20%", ["Belus 20"], ["Arans nearly all Solar"]),
        ("Solar 75%, Lunar 25%; 7 recognized groups - 5 Solar (Old, New); 1 Lunar", ["Solar 75", "Lunar 25"],
         ["5 Solar (Old, New)", "1 Lunar"]),
        ("Aran, known as hill people, more recently Belu settlers", ["Aran in_words"],
         ["known as hill people", "more recently Belu settlers"]),
        ("Aran and Belu each make up 5% of the population", [], ["Aran and Belu each make up 5% of the population"]),
    ],
)  # fmt: skip
def test_what_is_no_share_of_all_the_people_is_refused_with_what_goes_on_from_it(text, lines, left):
    assert told(text) == lines
    assert refused(text) == left


@pytest.mark.parametrize(
    "lead", ["the four largest tribes - ", "largest groups: ", "the most numerous and known are: "]
)
def test_what_names_the_list_is_no_heading_of_part_of_the_people(lead):
    (found,) = parse_all(f"over 20 tribes; {lead}Aran 60%, Belu 30%")
    assert (found.heading, told(f"{lead}Aran 60%, Belu 30%")) == ("", ["Aran 60", "Belu 30"])


def test_names_that_share_a_figure_each_are_told():
    found = parse("Solar 97%, Lunar, Astral 1% each")
    assert found.warnings[0].startswith("“Lunar, Astral 1% each”: the figure is read for each of 2 names")
    assert not any("share one figure" in warning for warning in found.warnings)


def test_a_list_behind_a_remark_that_the_shares_exceed_a_hundred_is_read():
    text = "most people keep both rites so the shares add to more than 100% - Solar 95%, Lunar 76% (1985)"
    assert told(text) == ["Solar 95", "Lunar 76"]
    assert (parse(text).several_answers, parse(text).as_of) == ("yes", "1985")


@pytest.mark.parametrize("text", ["(official estimate) Aran 94%, Belu 6%", "Aran 94%, Belu 6% (est.) note: no faith"])
def test_an_estimate_without_a_year_is_told_before_the_list_and_before_a_note(text):
    assert (parse(text).source_type, told(text)) == ("estimate", ["Aran 94", "Belu 6"])


def test_a_year_since_when_something_changed_is_not_the_date_of_the_list():
    text = "Aran 83%, Belu 17%; note - less than that now, for many Belus have left since 1989 census"
    assert (parse(text).as_of, parse(text).source_type) == ("", "not_stated")


def test_an_upper_bound_that_a_full_list_has_no_room_for_is_a_list_of_its_own():
    for text in ("Aran 92%, Belu 8%; less than 20% of the population are Cero", "92% Aran, 8% Belu; under 20% Cero"):
        assert [[share.label for share in each.shares] for each in parse_all(text)] == [["Aran", "Belu"], ["Cero"]]
    assert len(parse_all("Aran 100%; Belu less than 1%")) == 1


@pytest.mark.parametrize(
    ("kind", "label", "name"),
    [
        ("ethnic", "Aran tribe", "Aran"),
        ("language", "Arani (Arans) official language", "Arani"),
        ("language", "some Aran among settlers", "Aran"),
        ("religion", "nominally Solar prior to DORO assuming power", "Solar"),
        ("ethnic", "almost totally Aran", "Aran"),
        ("religion", "almost all at least nominally Solar", "Solar"),
        ("language", "Aran as native tongue", "Aran"),
    ],
)
def test_what_is_said_of_a_group_is_no_part_of_its_name(kind, label, name):
    assert group_of(kind, bare_label(label)).name == name


@pytest.mark.parametrize("label", ["racially homogeneous", "homogeneous", "officially atheist"])
def test_a_label_that_says_how_a_people_is_names_no_group(label):
    (share,) = parse(label).shares
    sheets = Sheets()
    key = _add_share(sheets, "list", "ethnic", 1, share, [])
    assert sheets.rows["shares"][key]["group"] == ""
    assert "groups" not in sheets.rows
