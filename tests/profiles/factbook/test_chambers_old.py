"""Chambers of the editions of 1990 to 1995: seats, days and results stand under each chamber's name."""

from decimal import Decimal

import pytest

from profiles.factbook.chamber_old import is_post
from profiles.factbook.chambers import read_chambers
from profiles.factbook.layout import Piece

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
