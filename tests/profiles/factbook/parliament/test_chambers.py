from decimal import Decimal

import pytest

from profiles.factbook.edition.layout import Piece
from profiles.factbook.parliament.chambers import read_chambers

BOTH = (
    "bicameral Parliament or Parlamento consists of the Senate or Senado (50 seats; 40 members indirectly elected by "
    "provincial councils, 10 appointed by the president; members serve six-year terms) and the House of Deputies (98 "
    "seats; members elected by popular vote to serve five-year terms)"
)


def piece(part: str, text: str, field: str = "Legislative branch") -> Piece:
    return Piece(f"{field} > {part}" if part else field, text, "row 7")


def blocks(chamber):
    return [(block.seats, block.method, block.chosen_by, block.derived) for block in chamber.blocks]


def test_chambers_out_of_running_text():
    (senate, house), refused = read_chambers([piece("", BOTH)], 2012)
    assert (senate.name, senate.others, senate.parliament, senate.house) == (
        "Senate",
        ("Senado",),
        "Parliament or Parlamento",
        "upper",
    )
    assert (senate.seats, senate.term_years) == (50, Decimal(6))
    assert blocks(senate) == [
        (40, "indirectly_elected", "provincial councils", ""),
        (10, "appointed", "the president", ""),
    ]
    assert (house.name, house.house, house.seats, house.term_years) == ("House of Deputies", "lower", 98, Decimal(5))
    assert blocks(house) == [(98, "directly_elected", "", "")]
    assert refused == []


def test_elections_and_results_go_to_the_chamber_that_they_name():
    elections = (
        "Senate - last held in May 2011 (next to be held in May 2014); House of Deputies - last held on 3 May 2012"
    )
    results = (
        "Senate - percent of vote by party - NA; seats by party - PP 30, UD 9; House of Deputies - percent of vote by "
        "party - PP 60%, UD 38%, other 2%; seats by party - PP 60, UD 38"
    )
    (senate, house), refused = read_chambers(
        [piece("", BOTH), piece("elections", elections), piece("election results", results)], 2012
    )
    assert [(poll.state, poll.day.edtf) for poll in senate.polls] == [("held", "2011-05"), ("scheduled", "2014-05")]
    assert [(poll.state, poll.day.edtf) for poll in house.polls] == [("held", "2012-05-03")]
    assert [[line.seats for line in tally.lines] for tally in senate.polls[0].tallies] == [[30, 9]]
    assert [tally.counted for tally in house.polls[0].tallies] == ["share", "seats"]
    assert senate.warnings == ("The parties' seats come to 39, the chamber's to 50.",)
    assert house.warnings == ()
    assert refused == []


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("30 seats; members appointed by the king", [(30, "appointed", "the king", "")]),
        (
            "20 seats; 14 elected by popular vote and six appointed by the governor",
            [(14, "directly_elected", "", ""), (6, "appointed", "the governor", "")],
        ),
        (
            "107 seats; 9 out of 107 members elected by the Assembly of Elders; other members elected by popular vote",
            [
                (9, "indirectly_elected", "the Assembly of Elders", ""),
                (98, "directly_elected", "", "98 seats = 107 - 9"),
            ],
        ),
        ("100 seats; 2 members elected from each state by popular vote", [(100, "directly_elected", "", "")]),
        (
            "12 members; 10 elected by 5 district councils, 2 ex officio",
            [(10, "indirectly_elected", "", ""), (2, "ex_officio", "", "")],
        ),
    ],
)
def test_seats_by_way_of_filling(inside, expected):
    (chamber,), _ = read_chambers([piece("", f"unicameral National Assembly ({inside})")], 2012)
    assert (chamber.name, chamber.house) == ("National Assembly", "single")
    assert blocks(chamber) == expected


@pytest.mark.parametrize(
    ("text", "name", "seats"),
    [
        ("unicameral Council or Rat; 30 seats elected by popular vote", "Council", 30),
        ("unicameral Diet (upper house; 30 seats; members elected by popular vote)", "Diet", 30),
        ("unicameral parliament known as the Diet (Landtag) (30 seats; members elected)", "Diet", 30),
    ],
)
def test_names_and_seats_in_odd_places(text, name, seats):
    (chamber,), _ = read_chambers([piece("", text)], 2012)
    assert (chamber.name, chamber.seats) == (name, seats)


def test_a_text_without_a_chamber_is_refused_and_none_is_nothing():
    chambers, refused = read_chambers([piece("", "the assembly was dissolved in May 2010")], 2012)
    assert (chambers, len(refused)) == ([], 1)
    assert read_chambers([piece("", "none")], 2012) == ([], [])


def last_form(**parts):
    labels = {
        "seats": "number of seats",
        "held": "most recent election date",
        "parties": "parties elected and seats per party",
        "due": "expected date of next election",
        "name": "chamber name",
        "term": "term in office",
    }
    field = "Legislative branch - upper chamber"
    return read_chambers([piece(labels[key], text, field) for key, text in parts.items()], 2026)


def test_the_last_edition_s_form():
    (chamber,), refused = last_form(
        name="Senate (Senado)",
        seats="50 (40 indirectly elected; 10 appointed)",
        held="1/14/2023",
        term="6 years",
        parties="Unity Party (UP) (38); Others (12)",
        due="January 2026",
    )
    assert (chamber.name, chamber.others, chamber.house, chamber.seats, chamber.term_years) == (
        "Senate",
        ("Senado",),
        "upper",
        50,
        Decimal(6),
    )
    assert blocks(chamber) == [(40, "indirectly_elected", "", ""), (10, "appointed", "", "")]
    assert [(poll.state, poll.day.edtf) for poll in chamber.polls] == [("held", "2023-01-14"), ("scheduled", "2026-01")]
    assert [(line.label, line.seats) for line in chamber.polls[0].tallies[0].lines] == [
        ("Unity Party (UP)", 38),
        ("Others", 12),
    ]
    assert (chamber.warnings, refused) == ((), [])


def test_seats_that_do_not_add_up_are_warned_of():
    (chamber,), _ = last_form(name="Senate", seats="33 (11 appointed)", held="5/2/2020", parties="UP (33)")
    assert chamber.warnings == ("The ways of filling come to 11, the seats to 33.",)
    (chamber,), _ = last_form(name="Senate", seats="33 (all appointed)", held="5/2/2020", parties="UP (30)")
    assert chamber.warnings == ("The parties' seats come to 30, the chamber's to 33.",)


def test_more_seats_than_the_chamber_has_are_no_seats():
    (chamber,), _ = read_chambers(
        [
            piece("", "unicameral Diet (30 seats; members elected)"),
            piece("election results", "seats by party - PP 20, UD 2012"),
        ],
        2012,
    )
    assert [tally.unread for tally in chamber.polls[0].tallies] == [("UD 2012",)]


def test_commas_inside_names_part_no_parties():
    (chamber,), refused = last_form(
        name="Senate", seats="20", held="5/2/2020", parties="United List, Greens, Left (15); UP (5)"
    )
    assert [line.label for line in chamber.polls[0].tallies[0].lines] == ["United List, Greens, Left", "UP"]
    assert refused == []


def test_what_is_not_understood_is_refused_with_its_field():
    _, refused = last_form(
        name="Senate", seats="Council - 27", held="soon", term="long", parties="1 seat each from 16 lists"
    )
    assert {one.field.partition(" > ")[2] for one in refused} == {
        "number of seats",
        "most recent election date",
        "term in office",
        "parties elected and seats per party",
    }
