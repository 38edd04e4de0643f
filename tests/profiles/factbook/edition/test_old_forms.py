import pytest

from profiles.factbook.edition.old_forms import elections, leaders, reshaped, with_context
from profiles.factbook.edition.piece import Piece


def named(pieces):
    return [(piece.name, piece.text) for piece in pieces]


def parted(name, text):
    return named(reshaped(Piece(name, text, "row 1")))


CHIEF, HEAD, OTHER = (f"Executive branch > {part}" for part in ("chief of state", "head of government", "other leader"))


@pytest.mark.parametrize("mark", ["--", ": ", ":\n"])
def test_leaders_are_the_holders_of_two_offices_whatever_mark_stands_behind_the_label(mark):
    text = f"Chief of State{mark}King OLAV IX (since 3 May 1957); Head of Government{mark}Premier Ana VERO"
    assert named(leaders(text, "row 1")) == [(CHIEF, "King OLAV IX (since 3 May 1957)"), (HEAD, "Premier Ana VERO")]


def test_one_who_holds_both_offices_stands_in_both_pieces():
    text = "Chief of State and Head of Government--President Daniel OPIM (since 14 October 1978)"
    held = "President Daniel OPIM (since 14 October 1978)"
    assert named(leaders(text, "row 1")) == [(CHIEF, held), (HEAD, held)]


def test_the_leader_of_a_party_keeps_his_label_and_leaves_the_head_of_government_alone():
    text = "Head of Government--Premier Ana VERO Communist leader--Secretary Tom TIM"
    assert named(leaders(text, "row 1")) == [(HEAD, "Premier Ana VERO"), (OTHER, "Communist leader: Secretary Tom TIM")]


def test_words_before_an_office_belong_to_its_label_at_the_begin_of_a_line():
    text = "Cleric and functional Chief of State:\nLeader Ali HOSE\nHead of Government:\nPresident Eva RAF"
    assert named(leaders(text, "row 1")) == [(CHIEF, "Leader Ali HOSE"), (HEAD, "President Eva RAF")]


def test_elections_are_parted_by_the_names_of_posts_and_chambers():
    text = "President:\nlast held 4 May 1990 (next to be held NA); results - Eva RAF elected by\nParliament\n"
    text += "House of Deputies:\nlast held 1989 (next to be held 1993); seats - (28 total) AB 20,\n"
    text += "independent 8\nSenate:\nNA"
    assert named(elections(text, "row 1")) == [
        (
            "Elections > President",
            "last held 4 May 1990 (next to be held NA); results - Eva RAF elected by Parliament",
        ),
        (
            "Elections > House of Deputies",
            "last held 1989 (next to be held 1993); seats - (28 total) AB 20, independent 8",
        ),
        ("Elections > Senate", "NA"),
    ]


def test_elections_on_one_line_are_parted_behind_numbers_and_names_in_capitals():
    text = "Senate--last held April 1988; seats--(28 total) AB 20, independent 8 House of Assembly--last held 1989;"
    text += " results--Tom TIM President--last held 1990"
    assert [piece.name for piece in elections(text, "row 1")] == [
        "Elections > Senate",
        "Elections > House of Assembly",
        "Elections > President",
    ]


def test_what_stands_before_the_first_label_is_kept():
    assert named(elections("first elections to be held in 1992", "row 1")) == [
        ("Elections", "first elections to be held in 1992")
    ]


def test_a_growth_rate_is_no_population():
    assert parted("Population", "54,428 (July 1992), growth rate - 0.3% (1992); about 65,000 live abroad") == [
        ("Population", "54,428 (July 1992); about 65,000 live abroad"),
        ("Population growth rate", "- 0.3% (1992)"),
    ]


def test_years_of_life_are_told_by_sex_with_the_date_behind_both():
    assert parted("Life expectancy at birth", "71 years male, 77 years female (1980-82)") == [
        ("Life expectancy at birth > male", "71 years (1980-82)"),
        ("Life expectancy at birth > female", "77 years (1980-82)"),
    ]


@pytest.mark.parametrize("definition", ["age 12 and over can read and write", ""])
def test_literacy_is_parted_into_total_and_sexes(definition):
    text = f"95% (male 96%, female NA%) {definition} (1984 est.)"
    expected = [("Literacy > definition", definition)] if definition else []
    assert parted("Literacy", text) == [
        *expected,
        ("Literacy > total", "95% (1984 est.)"),
        ("Literacy > male", "96% (1984 est.)"),
        ("Literacy > female", "NA% (1984 est.)"),
    ]


def test_a_definition_gives_its_date_to_the_shares_that_have_none():
    pieces = reshaped(Piece("Literacy", "age 15 and over can read and write (1990 est.)", "row 1"))
    pieces += [Piece("Literacy > total", "29%", "row 2"), Piece("Literacy > male", "44% (1985)", "row 3")]
    assert named(with_context(pieces)) == [
        ("Literacy > definition", "age 15 and over can read and write"),
        ("Literacy > total", "29% (1990 est.)"),
        ("Literacy > male", "44% (1985)"),
    ]


@pytest.mark.parametrize(
    ("field", "basis", "names"),
    [
        ("GDP", "", ("GDP", "GDP per capita", "Real GDP growth rate")),
        (
            "GDP",
            "exchange rate conversion - ",
            ("GDP (official exchange rate)", "GDP per capita (official exchange rate)", "Real GDP growth rate"),
        ),
        (
            "GDP",
            "purchasing power equivalent - ",
            ("Real GDP (purchasing power parity)", "Real GDP per capita", "Real GDP growth rate"),
        ),
        ("GNP", "", ("GNP", "GNP per capita", "GNP growth rate")),
    ],
)
def test_a_product_the_same_a_head_and_its_growth_are_three_by_how_it_was_converted(field, basis, names):
    text = f"{basis}$8.3 billion, per capita $950; real growth rate --1.7% (1991 est.)"
    assert parted(field, text) == list(
        zip(names, ("$8.3 billion (1991 est.)", "$950 (1991 est.)", "--1.7% (1991 est.)"), strict=True)
    )


def test_each_part_of_a_product_has_the_next_date_that_is_printed():
    text = "$142 million, per capita $900 (1988 est.); real growth rate 6% (1990)"
    assert [text for _, text in parted("GDP", text)] == ["$142 million (1988 est.)", "$900 (1988 est.)", "6% (1990)"]


def test_a_product_a_head_in_a_field_of_its_own_follows_the_basis_of_the_product():
    pieces = reshaped(Piece("National product", "GNP - exchange rate conversion - $3 billion (1989 est.)", "row 1"))
    pieces += [Piece("National product per capita", "$200", "row 2")]
    pieces += [Piece("National product real growth rate", "2%", "row 3")]
    assert [piece.name for piece in with_context(pieces)] == [
        "GNP (official exchange rate)",
        "GNP per capita (official exchange rate)",
        "GNP growth rate",
    ]


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("exchange rate conversion - $3.8 billion, 5.6% of GDP (1991)", "Military expenditures", "5.6% of GDP (1991)"),
        ("$11 million, about 2% of GNP (1989)", "Military expenditures > of GNP", "about 2% of GNP (1989)"),
        ("$11 million (1989)", "Defense expenditures", "$11 million (1989)"),
    ],
)
def test_of_the_costs_of_defence_the_share_of_the_product_is_kept(text, name, left):
    assert parted("Defense expenditures", text) == [(name, left)]


def test_the_words_of_the_source_stay_with_what_is_put_together():
    text = "71 years male, 77 years female (1992)"
    assert [piece.printed for piece in reshaped(Piece("Life expectancy at birth", text, "row 1"))] == [text, text]


def test_a_product_of_named_parts_is_not_the_whole_s():
    text = "purchasing power equivalent - $9 billion, per capita $900; Eastern area: $5 billion, per capita $9,600;"
    text += " real growth rate 6.0% (1990)"
    assert parted("GDP", text) == [
        (
            "Real GDP (purchasing power parity)",
            "Eastern area: $5 billion, per capita $9,600; real growth rate 6.0% (1990)",
        ),
        ("Real GDP (purchasing power parity)", "$9 billion"),
        ("Real GDP per capita", "$900"),
    ]


def test_a_financial_year_of_two_digits_dates_all_of_a_product():
    text = "exchange rate conversion - $90 billion, per capita $1,500; real growth rate 10% (FY91 est.)"
    assert [text for _, text in parted("GDP", text)] == [
        "$90 billion (FY91 est.)",
        "$1,500 (FY91 est.)",
        "10% (FY91 est.)",
    ]


def test_a_product_that_is_not_known_is_still_one():
    assert parted("National product", "GDP $NA") == [("GDP", "$NA")]


def test_the_growth_of_a_named_part_is_not_the_country_s():
    text = "four homelands: Ostland 2,489,347, growth rate 2.86%"
    assert parted("Population", text) == [("Population", text)]
