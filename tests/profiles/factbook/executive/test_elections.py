from decimal import Decimal

import pytest

from profiles.factbook.edition.layout import Piece
from profiles.factbook.executive.elections import held, polls_in, read_rules, says_no_date, scheduled, term_of


def rules(text: str):
    return read_rules(Piece("Executive branch > elections", text, "row 7"))


def test_each_clause_that_names_a_post_and_a_way_is_a_rule():
    found, refused = rules(
        "president directly elected by popular vote for a five-year term (eligible for a second term); election last "
        "held on 2 May 2010; prime minister appointed by the president"
    )
    assert [(rule.post, rule.method, rule.chosen_by, rule.term_years, rule.limit) for rule in found] == [
        ("president", "direct", "", Decimal(5), "eligible for a second term"),
        ("prime minister", "appointed", "the president", None, ""),
    ]
    assert refused == []


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("president indirectly elected by the Diet of Verania", "indirect"),
        ("president elected by Parliament", "indirect"),
        ("president elected by popular vote", "direct"),
        ("the monarchy is hereditary", "hereditary"),
        ("governor appointed by the monarch", "appointed"),
        ("president elected by the People's Assembly", "indirect"),
        ("president elected by a college of electors who are elected directly", "indirect"),
        ("president elected by universal ballot", "direct"),
    ],
)
def test_the_way_of_filling_a_post(text, method):
    assert rules(text)[0][0].method == method


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("secretary of state appointed by the pope", ["secretary of state"]),
        ("minister of state appointed by the monarch", []),
        ("president and vice president elected on the same ballot", ["president", "vice president"]),
        ("the leader of the party is appointed premier by the governor", ["premier"]),
        ("the position of amir is hereditary", ["amir"]),
        ("President TORRENT originally elected in 1979", []),
    ],
)
def test_the_posts_that_a_clause_speaks_of(text, posts):
    assert [rule.post for rule in rules(text)[0]] == posts


def test_a_rule_quotes_the_words_on_the_way_and_those_on_the_term_apart():
    (rule,) = rules("president directly elected by popular vote for a single 5-year term (no second term)")[0]
    assert (rule.printed, rule.term_printed) == ("president directly elected by popular vote", "single 5-year term")
    (rule,) = rules("prime minister appointed by the president with the consent of the Diet")[0]
    assert (rule.printed, rule.term_printed) == ("prime minister appointed by the president", "")


def test_a_text_without_a_rule_is_refused():
    found, refused = rules("the elders meet every spring")
    assert (found, len(refused)) == ([], 1)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("four-year terms", 4),
        ("for a 2.5-year term", Decimal("2.5")),
        ("18 years of age; 6-year term", 6),
        ("for life", None),
        ("serve at will", None),
    ],
)
def test_the_length_of_a_term(text, years):
    assert term_of(text) == years


def polls(found):
    return [(poll.state, poll.day.edtf, poll.round) for poll in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "election last held on 2 May 2010 (next to be held in 2015)",
            [("held", "2010-05-02", None), ("scheduled", "2015", None)],
        ),
        (
            "last held on 3 and 17 May 2010 (next to be held by June 2015)",
            [("held", "2010-05-03", 1), ("held", "2010-05-17", 2), ("scheduled", "../2015-06", None)],
        ),
        ("first election held in 1990; last held on 2 May 2010", [("held", "2010-05-02", None)]),
        ("last held on 19-21 May 2011 (next to be held NA)", [("held", "2011-05-19/2011-05-21", None)]),
        ("members serve four-year terms", []),
        ("a vote was held on 21 May 2012 to end the crisis of 2011", [("held", "2012-05-21", None)]),
        (
            "election last held 9 May 2003; runoff held 28 May 2003 (next to be held 2007)",
            [("held", "2003-05-09", 1), ("held", "2003-05-28", 2), ("scheduled", "2007", None)],
        ),
        ("last held NA March 1998 (next to be held NA 2002)", [("held", "1998-03", None), ("scheduled", "2002", None)]),
    ],
)
def test_votes_in_running_text(text, expected):
    assert polls(polls_in(text, "row 7", "president")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 October 2023, with a runoff on 14 November 2023", [("held", "2023-10-10", 1), ("held", "2023-11-14", 2)]),
        ("10-12 December 2023", [("held", "2023-12-10/2023-12-12", None)]),
        ("12/17/2022 to 1/29/2023", [("held", "2022-12-17/2023-01-29", None)]),
        ("44562", [("held", "2022-01-01", None)]),
        ("24 May 1993, following independence", [("held", "1993-05-24", None)]),
        ("scheduled for 24 December 2021 but not held", [("moved", "2021-12-24", None)]),
        ("May 2030", [("scheduled", "2030-05", None)]),
        ("NA", []),
    ],
)
def test_the_most_recent_vote(text, expected):
    assert polls(held(text, "row 7", "president", 2026)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("October 2029", [("scheduled", "2029-10", None)]),
        ("by April 2024", [("scheduled", "../2024-04", None)]),
        ("postponed indefinitely", [("moved", "", None)]),
        ("were to be held by July 2024, but were delayed", [("moved", "2024-07", None)]),
        ("TBD", []),
    ],
)
def test_the_next_vote(text, expected):
    assert polls(scheduled(text, "row 7", "president")) == expected


def test_labels_part_the_votes_for_several_posts():
    found = held("president: 10 March 2023\nco-chiefs of state: 13 October 2024", "row 7", "president", 2026)
    assert [(poll.post, poll.day.edtf) for poll in found] == [
        ("president", "2023-03-10"),
        ("co-chiefs of state", "2024-10-13"),
    ]


def test_labels_that_begin_no_line_part_the_votes_too():
    found = held("president: 10 March 2023 chief executive: 13 October 2024", "row 7", "president", 2026)
    assert [(poll.post, poll.day.edtf) for poll in found] == [
        ("president", "2023-03-10"),
        ("chief executive", "2024-10-13"),
    ]


def test_no_date_is_told_from_a_date():
    assert says_no_date("TBD")
    assert says_no_date("no date has been set")
    assert not says_no_date("May 2030")
