"""Chambers of the editions of 1990 to 1995: seats, days and results stand under each chamber's name."""

from decimal import Decimal

import pytest

from profiles.factbook.edition.layout import Piece
from profiles.factbook.parliament.chamber_old import is_post
from profiles.factbook.parliament.chambers import read_chambers

HELD = "last held 3 May 1989 (next to be held by NA January 1994); results - "
TWO = "bicameral Congress (Kongres) consists of an upper house or Senate (Senat) and a lower house or House of Deputies"


def old(prose, **entries):
    pieces = [Piece("Legislative branch", prose, "row 1")] if prose else []
    named = [(label.replace("_", " "), text) for label, text in entries.items()]
    pieces += [Piece(f"Elections > {label}" if label else "Elections", text, "row 2") for label, text in named]
    return read_chambers(pieces, 1992)


def seats(chamber):
    return [
        (line.label, line.seats)
        for poll in chamber.polls
        for tally in poll.tallies
        for line in tally.lines
        if line.seats
    ]


def test_a_chamber_takes_seats_days_and_results_from_the_text_under_its_name():
    (chamber,), refused = old(
        "unicameral House of Assembly",
        House_of_Assembly=HELD + "AB 62.5%, CD 37.5%; seats - (11 total, 7 elected) AB 4, CD 2, independent 1",
        President="last held 3 May 1989; results - Ana TORRENT was elected",
    )
    assert (chamber.name, chamber.house, chamber.seats, chamber.locator) == ("House of Assembly", "single", 11, "row 2")
    assert [(block.seats, block.method) for block in chamber.blocks] == [(7, "directly_elected")]
    assert [(poll.state, poll.day.edtf) for poll in chamber.polls] == [
        ("held", "1989-05-03"),
        ("scheduled", "../1994-01"),
    ]
    assert [tally.counted for tally in chamber.polls[0].tallies] == ["share", "seats"]
    assert seats(chamber) == [("AB", 4), ("CD", 2), ("independent", 1)]
    assert chamber.warnings == ("The ways of filling come to 7, the seats to 11.",)
    assert refused == []


def test_seats_that_do_not_come_to_the_total_are_warned_of():
    (chamber,), _ = old("unicameral Diet", Diet=HELD + "percent of vote by party NA; seats - (40 total) AB 20, CD 16")
    assert chamber.warnings == ("The parties' seats come to 36, the chamber's to 40.",)


def test_both_houses_are_named_and_only_one_is_voted_for():
    (senate, house), refused = old(TWO, House_of_Deputies=HELD + "NA; seats - (30 total) AB 18, CD 12")
    assert (senate.name, senate.others, senate.house, senate.seats, senate.parliament) == (
        "Senate", ("Senat",), "upper", None, "Congress (Kongres)",
    )  # fmt: skip
    assert (house.name, house.house, house.seats) == ("House of Deputies", "lower", 30)
    assert refused == []


@pytest.mark.parametrize(
    "dashes",
    [
        HELD.replace(" - ", "--") + "AB 60%, CD 40%; seats--(20 total) AB 12, CD 8",
        HELD + "AB 60%, CD 40%; seats - (20 total) AB 12; CD 8",
    ],
)
def test_dashes_and_semicolons_of_each_year(dashes):
    (chamber,), refused = old("unicameral Diet", Diet=dashes)
    assert (chamber.seats, seats(chamber), refused) == (20, [("AB", 12), ("CD", 8)], [])


@pytest.mark.parametrize(
    ("prose", "label", "name"),
    [
        ("unicameral legislature (Rat)", "Legislature", "Rat"),
        ("unicameral with 40 seats", "Supreme Council", "Supreme Council"),
        ("unicameral House of People's Deputies", "Chamber of Deputies of the People", "House of People's Deputies"),
        ("unicameral Diet; note - chiefs advise on custom", "Diet", "Diet"),
    ],
)  # fmt: skip
def test_the_only_chamber_takes_the_only_votes_though_the_label_differs(prose, label, name):
    (chamber,), _ = old(prose, **{label: HELD + "NA; seats - (40 total) AB 40"})
    assert (chamber.name, chamber.seats, seats(chamber)) == (name, 40, [("AB", 40)])


def test_votes_for_another_countrys_body_are_refused():
    (chamber,), refused = old(
        "unicameral Territorial Assembly",
        Territorial_Assembly=HELD + "NA; seats - (12 total) AB 12",
        Veranian_Senate=HELD + "NA; seats - (1 total) AB 1",
    )
    assert (chamber.seats, seats(chamber)) == (12, [("AB", 12)])
    assert [one.reason for one in refused] == ["A body that the country's text does not name."]


def test_a_text_about_every_vote_is_no_chambers():
    (chamber,), refused = old(
        "unicameral Diet", **{"": "the Diet was dissolved 5 May 1980; presidential election held June 1991"}
    )
    assert (chamber.polls, len(refused)) == ((), 1)


def test_the_names_of_blocs_are_not_the_names_of_parties():
    (senate, _), _ = old(
        TWO,
        Senate=HELD.removesuffix(" "),
        Unity_Bloc="AB 60%, CD 15%",
        Left_or_linked="EF 25%; seats - (20 total)",
        **{"Unity Bloc ": "AB 12, CD 3", "Left or linked ": "EF 5"},
    )
    assert seats(senate) == [("AB", 12), ("CD", 3), ("EF", 5)]
    assert [line.label for line in senate.polls[0].tallies[0].lines] == ["AB", "CD", "EF"]


def test_chambers_within_the_text_of_1995():
    (council, keys), refused = old(
        "bicameral Tynvald Legislative Council: consists of a 10-member body, 8 named by the House of Keys House of "
        "Keys: elections last held NA 1991 (next to be held NA 1996); results - percent of vote NA; seats - (24 total) "
        "independents 24; elected by all who are of age"
    )
    assert (council.name, council.parliament, council.seats) == ("Legislative Council", "Tynvald", 10)
    assert [(block.seats, block.method, block.chosen_by) for block in council.blocks] == [
        (8, "appointed", "the House of Keys")
    ]
    assert (keys.name, keys.seats, seats(keys)) == ("House of Keys", 24, [("independents", 24)])
    assert [one.reason for one in refused] == ["Words behind a list of seats."]


def test_a_term_is_not_the_time_between_two_votes():
    (upper, _), _ = old(
        "bicameral Diet consists of an upper house or House of Elders and a lower house or House of Commons "
        "House of Elders (Oldin): half of the members elected every three years to six-year terms; elections last held "
        "26 July 1992 (next to be held 1995); results - NA; seats - (50 total) AB 50"
    )
    assert (upper.name, upper.others, upper.house, upper.term_years, upper.seats) == (
        "House of Elders", ("Oldin",), "upper", Decimal(6), 50,
    )  # fmt: skip


def test_posts_are_told_from_chambers():
    posts = ("President", "Vice President", "Governor", "Co-Princes")
    chambers = ("Senate (Senado)", "National Council", "Presidential Council", "House of Keys", "Knesset")
    assert [is_post(label) for label in posts[:3]] == [True, True, True]
    assert not any(is_post(label) for label in chambers)


@pytest.mark.parametrize(
    ("told", "polls"),
    [
        ("last held May 1989, but votes in late 1991 prepare that of May 1992", [("held", "1989-05")]),
        ("last held 8 April 1990 dissolved on 5 April 1992; no day is set", [("held", "1990-04-08")]),
        ("last held 14 May 1984 (were scheduled for June 1990, but put off)", [("held", "1984-05-14")]),
        ("elections last held 5 March 1993 (first since 1971)", [("held", "1993-03-05")]),
        ("last held 15 April 1994 (nex to be held NA 1996)", [("held", "1994-04-15"), ("scheduled", "1996")]),
    ],
)
def test_days_of_something_else_are_no_votes(told, polls):
    (chamber,), _ = old("unicameral Council", Council=told)
    assert [(poll.state, poll.day.edtf) for poll in chamber.polls] == polls


def test_an_indirect_and_a_direct_vote_are_no_rounds():
    (chamber,), _ = old(
        "Council",
        Council="indirect elections last held 2 May 1991 and direct elections were held 5 May 1991; seats - (9 total; "
        "4 indirectly elected, 5 directly elected); direct elections - AB 3, CD 2",
    )
    assert [(poll.day.edtf, poll.round) for poll in chamber.polls] == [("1991-05-02", None), ("1991-05-05", None)]
    assert seats(chamber) == [("AB", 3), ("CD", 2)]
    assert chamber.warnings == ()


@pytest.mark.parametrize(
    ("told", "expected", "total"),
    [
        ("seats (48 total) - AB 40, CD 8", [("AB", 40), ("CD", 8)], 48),
        ("results - (18 seats) AB 10, CD 8", [("AB", 10), ("CD", 8)], 18),
        ("seats - (usually 65 total) AB 36, CD 29", [("AB", 36), ("CD", 29)], 65),
        ("seats - (70 total) number of seats by party AB 60, CD 10", [("AB", 60), ("CD", 10)], 70),
        ("seats - (9 total) - including AB 5, CD 4", [("AB", 5), ("CD", 4)], 9),
        ("seats - (9 total) AB 5, CD 4; the seats as of 1994 were AB 9", [("AB", 5), ("CD", 4)], 9),
        (
            "seats - (9 total, 6 elected, 3 given) seats elected - AB 4, CD 2; seats given - AB 3",
            [("AB", 4), ("CD", 2)],
            9,
        ),
        ("seats - (9 total) AB 5, CD 4 *** No entry for this item ***", [("AB", 5), ("CD", 4)], 9),
        ("seats - (9 total) AB 5, CD 4 President: run-off held on 5 May 1992", [("AB", 5), ("CD", 4)], 9),
        ("seats - (19 total) AB 5, Sea Party 10 Hill Party 4", [("AB", 5), ("Sea Party", 10), ("Hill Party", 4)], 19),
    ],
)
def test_the_first_list_of_seats_is_read_without_its_heading(told, expected, total):
    (chamber,), _ = old("Council", Council=f"last held 3 May 1991; {told}")
    assert (seats(chamber), chamber.seats) == (expected, total)
    assert not [warning for warning in chamber.warnings if "parties" in warning]


def test_more_elected_than_there_are_seats_is_a_slip_that_fills_none():
    (chamber,), _ = old("Council", Council="last held 3 May 1991; seats - (437 total, 444 elected) AB 437")
    assert chamber.blocks == ()
    assert chamber.warnings == ("Of 437 seats 444 would be filled in one way.",)


def test_the_ballot_before_the_first_party_is_the_round():
    (chamber,), _ = old("Council", Council="last held 5 and 12 June 1988; results - Second Ballot AB 60%, CD 40%")
    (tally,) = chamber.polls[1].tallies
    assert (tally.round, [line.label for line in tally.lines]) == (2, ["AB", "CD"])


@pytest.mark.parametrize(
    ("prose", "names"),
    [
        ("a nationally elected upper chamber or Senate (Senat) and a nationally elected lower chamber or House", None),
        ("unicameral General Council and a unicameral Regional Council", ["General Council", "Regional Council"]),
        ("General Council, Regional Council", ["General Council", "Regional Council"]),
        ("National Assembly (Kogu) and Senate", ["National Assembly", "Senate"]),
        ("unicameral Supreme Council, Parliament", ["Supreme Council"]),
        ("unicameral Assembly (Kogu) advised by the Council of Trade", ["Assembly"]),
        ("unicameral Parliament (Kogu) with an Upper Chamber (Ula) and a Lower Chamber (Ala)", ["Parliament"]),
        ("appointed 300-member Transitional Assembly; until elections", ["Transitional Assembly"]),
        ("unicameral Transitional Assembly, the members of which the king names", ["Transitional Assembly"]),
        ("Council of Elders (Ula) on each island", ["Council of Elders"]),
        ("unicameral body or bicameral", []),
        ("until the vote of 1993, the old Assembly", []),
        ("no elections", []),
    ],
)
def test_names_end_where_other_words_begin(prose, names):
    chambers, _ = old(prose) if names is not None else old(f"bicameral Congress consists of {prose}")
    assert [chamber.name for chamber in chambers] == (["Senate", "House"] if names is None else names)


def test_seats_may_stand_before_a_name():
    (chamber,), _ = old("appointed 300-member Transitional Assembly")
    assert chamber.seats == 300


@pytest.mark.parametrize(
    ("prose", "houses"),
    [
        ("bicameral; consists of the State Assembly and the State Council", ["lower", "upper"]),
        ("bicameral; House of Review (upper house, chosen by regions); Assembly (lower house)", ["upper", "lower"]),
        ("bicameral Diet consists of the House of Seas and the House of Hills", ["upper", "lower"]),
    ],
)
def test_which_house_a_chamber_is(prose, houses):
    chambers, _ = old(prose)
    assert [chamber.house for chamber in chambers] == houses


def test_the_house_of_one_chamber_tells_that_of_the_other():
    chambers, _ = old(
        "bicameral Congress", Senate=HELD + "seats - (9 total)", House_of_People=HELD + "seats - (20 total)"
    )
    assert [(chamber.name, chamber.house) for chamber in chambers] == [
        ("Senate", "upper"),
        ("House of People", "lower"),
    ]


def test_what_is_told_of_the_parliament_stands_with_the_parliament():
    chambers, refused = old(TWO, Congress=HELD + "AB 60%, CD 40%; seats - (300 total) AB 200, CD 100")
    assert [(chamber.name, chamber.house, chamber.seats) for chamber in chambers] == [
        ("Senate", "upper", None),
        ("House of Deputies", "lower", None),
        ("Congress", "whole", 300),
    ]
    assert refused == []


def test_a_parliament_without_a_name_has_none():
    (senate, _), _ = (
        old("bicameral parliament (no name for both) consists of an upper house or Senate and a lower house")[0],
        0,
    )
    assert senate.parliament == ""


def test_votes_for_bodies_of_another_state_are_no_chambers():
    chambers, refused = old("bicameral Congress consists of the Senate and the House of Representatives",
        US_House_of_Representatives=HELD + "seats - (1 total) AB 1",
        House_of_Representatives=HELD + "seats - (53 total) AB 53",
    )  # fmt: skip
    assert [(chamber.name, chamber.others, chamber.seats) for chamber in chambers] == [
        ("Senate", (), None),
        ("House of Representatives", (), 53),
    ]
    assert [one.reason for one in refused] == ["A body of another state."]


def test_a_label_within_a_text_begins_another_chamber():
    (council, assembly), _ = old(
        "bicameral Sansa",
        Council="body of not more than 250 members, chosen by the assemblies People's Assembly (Loka): elections last "
        "held 5 May 1991; seats - (40 total) AB 40",
    )
    assert (council.name, council.polls) == ("Council", ())
    assert (assembly.name, assembly.seats, seats(assembly)) == ("People's Assembly", 40, [("AB", 40)])


def test_a_committee_is_not_the_assembly_that_was():
    (committee,), refused = old(
        "Transition Committee of the People (TCP)", National_Assembly=HELD + "seats - (82 total) AB 82"
    )
    assert (committee.name, committee.seats) == ("Transition Committee of the People", None)
    assert [one.reason for one in refused] == ["A body that the country's text does not name."]


def test_a_name_in_short_is_that_of_the_one_chamber_with_its_words():
    (senate, _), _ = old(
        "bicameral Diet consists of an upper house or Senate of the Republic and a lower house or House of Deputies",
        Senate=HELD + "seats - (20 total) AB 20",
        House_of_Deputies=HELD + "seats - (40 total) AB 40",
    )
    assert (senate.name, senate.seats) == ("Senate of the Republic", 20)


def test_names_in_several_languages_are_several():
    (senate, _), _ = old(
        "bicameral Diet consists of an upper house or Senate (Flemish - Senaat, French - Senat) and a lower house or "
        "House (commonly called the Chamber)"
    )
    assert senate.others == ("Senaat", "Senat")


def test_results_without_a_day_are_told():
    _, refused = old("Council", Council="last held NA; seats - (9 total) AB 9")
    assert [one.reason for one in refused] == ["Results of a vote whose day is not printed."]
