"""Elections and results of chambers out of running text, as editions from 1996 to 2025 print them."""

import pytest

from profiles.factbook.edition.layout import Piece
from profiles.factbook.parliament.chambers import read_chambers
from profiles.factbook.parliament.results import read_tally

BOTH = (
    "bicameral Parliament consists of: Senate (40 seats; members indirectly elected by the local and regional councils "
    "to serve 6-year terms with one-half renewed every 3 years) ++ House of People's Deputies (60 "
    "seats; members directly elected by proportional representation vote; members serve 4-year terms)"
)
HELD = (
    "Senate - last held on 9 August 2022 (next to be held on 10 August 2027); note: it was once put off",
    "House of People's Deputies - last held on 2 May 2021 (next to be held in 2025)",
)
RESULTS = (
    "Senate - percent of vote by party - NA; seats by party - AB 30, CD 9; composition - men 25, women 15, percent of "
    "women 37.5%",
    "House of Deputies - percent of vote by party/coalition - AB 60%, CD 40%; seats by party/coalition - AB 36, CD 24; "
    "composition men 30, women 30; percent of women is 50%; total Parliament percent of women 45%",
)


def read(description, elections="", results="", **more):
    parts = {"description": description, "elections": elections, "election results": results, **more}
    return read_chambers(
        [Piece(f"Legislative branch > {part}", text, "row 7") for part, text in parts.items() if text], 2022
    )


@pytest.mark.parametrize("between", ["\n", " ++ ", " ", "; "])
def test_chambers_are_told_apart_however_the_lines_were_joined(between):
    (senate, house), refused = read(BOTH, between.join(HELD), between.join(RESULTS))
    assert [poll.day.edtf for poll in senate.polls] == ["2022-08-09", "2027-08-10"]
    assert [poll.day.edtf for poll in house.polls] == ["2021-05-02", "2025"]
    assert [[line.seats for line in tally.lines] for tally in senate.polls[0].tallies] == [[30, 9]]
    assert [[line.label for line in tally.lines] for tally in house.polls[0].tallies] == [["AB", "CD"], ["AB", "CD"]]
    assert (senate.women.text, house.women.text) == ("37.5%", "50%")
    assert senate.women.name == "Legislative branch - upper chamber > percentage of women in chamber"
    assert senate.warnings == ("The parties' seats come to 39, the chamber's to 40.",)
    assert [one.reason for one in refused] == ["A note."]


def test_names_terms_and_choosers_of_both_chambers():
    (senate, house), _ = read(BOTH)
    assert (senate.name, senate.term_years, senate.blocks[0].chosen_by) == (
        "Senate",
        6,
        "the local and regional councils",
    )
    assert (house.name, house.term_years, house.blocks[0].method) == (
        "House of People's Deputies",
        4,
        "directly_elected",
    )


def test_a_note_that_lists_the_seats_of_today_is_no_result():
    listed = (
        "note - as of today the seats are as follows: Senate - seats by party - AB 1; House of People's Deputies - "
        "seats by party - CD 2"
    )
    (senate, house), refused = read(BOTH, " ".join(HELD), f"{RESULTS[0]}; {RESULTS[1]}; {listed}")
    assert [[line.seats for line in tally.lines] for tally in senate.polls[0].tallies] == [[30, 9]]
    assert len(house.polls[0].tallies) == 2
    assert [one.printed for one in refused if "CD 2" in one.printed] == [
        "House of People's Deputies - seats by party - CD 2"
    ]


def test_what_is_behind_a_note_in_the_middle_belongs_to_the_part_before_it():
    pieces = [
        Piece("Legislative branch > description", BOTH, "row 7"),
        Piece("Legislative branch > elections", HELD[0].partition("; note")[0], "row 7"),
        Piece("Legislative branch > note", f"it was once put off {HELD[1]}", "row 7"),
    ]
    (_, house), _ = read_chambers(pieces, 2022)
    assert [poll.day.edtf for poll in house.polls] == ["2021-05-02", "2025"]


def test_votes_of_two_areas_go_to_the_chamber_of_each():
    (north, south), _ = read(
        "unicameral - northern area: Diet (30 seats; members elected); southern area: Assembly of the South (20 seats; "
        "members elected)",
        "northern area: last held on 3 May 2011; southern area: last held on 4 June 2009",
        "northern area: Diet - seats by party - AB 30; southern area: Assembly of the South - seats by party - CD 20",
    )
    assert [poll.day.edtf for poll in (*north.polls, *south.polls)] == ["2011-05-03", "2009-06-04"]
    assert [chamber.polls[0].tallies[0].lines[0].label for chamber in (north, south)] == ["AB", "CD"]


@pytest.mark.parametrize(
    ("text", "counted", "expected"),
    [
        ("AB 60% CD 30%, other 10%", "share", [("AB", 60), ("CD", 30), ("other", 10)]),
        ("AB, 60%, CD 40%", "share", [("AB", 60), ("CD", 40)]),
        ("AB 14 other 35", "seats", [("AB", 14), ("other", 35)]),
        ("March 14 Union 71, TOP 09 5", "seats", [("March 14 Union", 71), ("TOP 09", 5)]),
        ("union 77(AB 40, CD 37), EF 3", "seats", [("union", 77), ("EF", 3)]),
        ("Unity bloc: AB 20, CD 4; others: EF 3", "seats", [("AB", 20), ("CD", 4), ("EF", 3)]),
    ],
)
def test_lists_with_lost_commas_and_blocs(text, counted, expected):
    tally = read_tally(text, counted)
    assert [(line.label, line.seats if counted == "seats" else line.share_low) for line in tally.lines] == expected
    assert tally.unread == ()


def test_a_list_without_a_dash_keeps_its_first_party_clean():
    (_, house), _ = read(BOTH, " ".join(HELD), "House of People's Deputies - seats by party AB 36, CD 24")
    assert [line.label for line in house.polls[0].tallies[0].lines] == ["AB", "CD"]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("42 seats, 28 allocated to the north and 14 to the south; members elected", [(42, "directly_elected")]),
        (
            "60 seats; 50 members directly elected and 10 elected by the 50 other senators",
            [(50, "directly_elected"), (10, "indirectly_elected")],
        ),
        ("30 seats; 20 members elected; 10 seats allocated to women", [(20, "directly_elected"), (10, "reserved")]),
        ("25 seats consisting of 17 members elected and 8 reserved", [(17, "directly_elected"), (8, "reserved")]),
        ("30 seats; one-third named by the king, two-thirds elected", [(10, "appointed"), (20, "directly_elected")]),
        ("31 seats; one-third appointed by the king, two-thirds elected", []),
        ("20 seats; 18 elected, 2 named by guilds [smiths 1, tailors 1]", [(18, "directly_elected"), (2, "appointed")]),
    ],
)  # fmt: skip
def test_seats_of_an_area_are_no_way_of_filling(inside, expected):
    (chamber,), _ = read(f"unicameral Diet ({inside})")
    assert [(block.seats, block.method) for block in chamber.blocks] == expected


def test_names_in_several_languages_are_parted_and_languages_are_none():
    (chamber,), _ = read("unicameral Diet or Rat (in German), Consiglio (in Italian) (30 seats; members elected)")
    assert (chamber.name, chamber.others) == ("Diet", ("Rat", "Consiglio"))
    (chamber,), _ = read("unicameral Diet or Majlis (Arabic) (DMA) (30 seats; members elected)")
    assert chamber.others == ("Majlis", "DMA")


def test_seats_without_a_chambers_name_go_to_the_chamber_that_holds_them():
    (small, large), _ = read(
        "Council (20 seats; members elected) and Diet (90 seats; members elected)",
        results="seats by party - AB 50, CD 38",
    )
    assert (small.polls, [line.seats for line in large.polls[0].tallies[0].lines]) == ((), [50, 38])


def test_a_list_that_goes_on_behind_a_semicolon_is_one():
    (chamber,), _ = read(
        "unicameral Diet (90 seats; members elected)", results="seats by party after the by-election - AB 50; CD 40"
    )
    (tally,) = chamber.polls[0].tallies
    assert ([line.label for line in tally.lines], chamber.warnings) == (["AB", "CD"], ())


def test_results_under_a_longer_label_are_no_part_of_the_elections():
    (chamber,), _ = read(
        "unicameral Diet (90 seats; members elected)",
        "Diet - last held on 9 May 2011 election results and current seats: Diet - seats by party - AB 50, CD 40",
    )
    assert [line.seats for line in chamber.polls[0].tallies[0].lines] == [50, 40]


def test_a_remark_is_no_chamber_and_takes_its_elections_along():
    chambers, refused = read("the king appointed a Council (29 members in 2005)", "last held in March 1962")
    assert (chambers, len(refused)) == ([], 3)


def test_terms_of_two_lengths_are_no_term():
    (chamber,), _ = read("unicameral Diet (60 seats; members serve five- or six-year terms)")
    assert chamber.term_years is None


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("last held on 2 May 2012 (the scheduled 5 May 2015 election was put off)", ["2012-05-02"]),
        ("last held on 2 May 2012 (first planned for 1 April 2012; next to be held in 2017)", ["2012-05-02", "2017"]),
        ("last held on 2 May 2012 (the last day that a vote can be held is 5 May 2016)", ["2012-05-02"]),
        ("last held 2 May 2010 but did not sit until July 2011", ["2010-05-02"]),
        ("last held 2 May 2012 with run-off held on 9 May 2012", ["2012-05-02", "2012-05-09"]),
    ],
)
def test_only_days_of_votes_are_votes(told, days):
    (chamber,), _ = read("unicameral Assembly (40 seats)", told)
    assert [poll.day.edtf for poll in chamber.polls] == days


def test_a_second_list_of_seats_is_of_no_vote():
    (chamber,), refused = read(
        "unicameral Assembly (40 seats)",
        "last held on 2 May 2012",
        "seats by party - AB 30, CD 10; seats by party as of 2015 - AB 25, EF 15",
    )
    assert [[line.label for line in tally.lines] for tally in chamber.polls[0].tallies] == [["AB", "CD"]]
    assert [one.reason for one in refused] == ["A second list for one vote."]


def test_the_name_of_a_chamber_says_nothing_of_what_a_share_is_of():
    (_, house), _ = read(
        "bicameral Diet consists of the Senate (20 seats) and the National Assembly (40 seats)",
        "National Assembly - last held on 2 May 2012",
        "National Assembly - percent of vote by party - AB 60%, CD 40%",
    )
    assert house.polls[0].tallies[0].share_of == "not_stated"


def test_seats_that_come_to_those_elected_need_no_warning():
    (chamber,), _ = read(
        "unicameral Assembly (40 seats; 30 members directly elected, 10 appointed by the king)",
        "last held on 2 May 2012",
        "seats by party - AB 20, CD 10",
    )
    assert chamber.warnings == ()


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("250 seats; members - including 2 from abroad - directly elected", [(250, "directly_elected")]),
        ("70 seats; 62 members directly elected, including 7 for the hills", [(62, "directly_elected")]),
        (
            "200 seats including 32 reserved for women; members directly elected",
            [(32, "reserved"), (168, "directly_elected")],
        ),
        (
            "46 seats; 6 directly elected in areas with three or more seats and 40 appointed",
            [(6, "directly_elected"), (40, "appointed")],
        ),
        (
            "38 seats; 27 directly elected within each of the 22 departments and 11 appointed",
            [(27, "directly_elected"), (11, "appointed")],
        ),
        (
            "24 seats; 20 directly elected and 4 elected by interest groups",
            [(20, "directly_elected"), (4, "indirectly_elected")],
        ),
    ],
)
def test_numbers_of_some_or_of_places_fill_no_seats(inside, expected):
    (chamber,), _ = read(f"unicameral Assembly ({inside})")
    assert [(block.seats, block.method) for block in chamber.blocks] == expected


def test_a_bracket_without_its_end_does_not_swallow_the_next_chamber():
    (senate, house), _ = read(
        "bicameral Diet consists of the Senate (30 seats; members directly elected; and the House of Elders (73 seats; "
        "members appointed by the king)"
    )
    assert [(chamber.name, chamber.seats, chamber.house) for chamber in (senate, house)] == [
        ("Senate", 30, "upper"),
        ("House of Elders", 73, "lower"),
    ]


def test_of_two_chambers_the_council_is_the_upper_house_in_either_order():
    chambers, _ = read(
        "bicameral Diet consists of the National Assembly (104 seats) and the National Council (26 seats)"
    )
    assert [(chamber.name, chamber.house) for chamber in chambers] == [
        ("National Assembly", "lower"),
        ("National Council", "upper"),
    ]


@pytest.mark.parametrize(
    "named",
    ["National Council, which reviews the laws", "National Council, formerly the Old House", "National Council"],
)
def test_a_name_ends_before_what_a_chamber_does(named):
    (chamber,), _ = read(f"unicameral {named} (26 seats)")
    assert (chamber.name, chamber.others) == ("National Council", ())


def test_seats_behind_a_name_with_a_bracket():
    (chamber,), _ = read("unicameral House (Koda); 96 seats; 90 members directly elected and 6 appointed by the king")
    assert (chamber.name, chamber.others, chamber.seats) == ("House", ("Koda",), 96)
