from decimal import Decimal

import pytest

from profiles.factbook.parliament.results import items, looks_like_list, read_tally, round_of, share_of


def lines(tally):
    return [(line.label, line.share_low, line.share_high, line.votes, line.seats) for line in tally.lines]


def test_shares_of_people_with_their_parties():
    tally = read_tally("Ana TORRENT (PP) 61.5%, Bo LIND, Jr. (UD) less than 1%, other 37.9%", "share", people=True)
    assert [(line.person and line.person.readable, line.party) for line in tally.lines] == [
        ("Ana Torrent", "PP"),
        ("Bo Lind Jr.", "UD"),
        (None, ""),
    ]
    assert [(line.share_low, line.share_high, line.share_qualifier) for line in tally.lines] == [
        (Decimal("61.5"), Decimal("61.5"), "unqualified"),
        (None, Decimal(1), "less_than"),
        (Decimal("37.9"), Decimal("37.9"), "unqualified"),
    ]
    assert (tally.warnings, tally.unread) == ((), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PP 45, UD 12, TOP 09 4, and others 3", [("PP", 45), ("UD", 12), ("TOP 09", 4), ("others", 3)]),
        ("Unity Party (UP) (62); Others (3)", [("Unity Party (UP)", 62), ("Others", 3)]),
        ("12 independents", [("independents", 12)]),
    ],
)
def test_seats_in_either_spelling(text, expected):
    assert [(line.label, line.seats) for line in read_tally(text, "seats").lines] == expected


def test_a_line_without_a_figure_is_kept_unread():
    tally = read_tally("Ana TORRENT 61%, five other candidates with smaller shares", "share", people=True)
    assert len(tally.lines) == 1
    assert tally.unread == ("five other candidates with smaller shares",)
    assert any("Not understood" in note for note in tally.warnings)


def test_sums_are_warned_of_and_left_as_they_are():
    assert any("120%" in note for note in read_tally("A 80%, B 40%", "share").warnings)
    assert any("90%" in note for note in read_tally("A 80%, other 10%", "share").warnings)
    assert read_tally("A 80%, B 10%", "share").warnings == ()


def test_a_share_without_its_sign_is_taken_with_a_warning_and_one_past_100_is_not():
    tally = read_tally("Ana TORRENT 96.1, Bo LIND 396", "share", people=True)
    assert lines(tally) == [("Ana TORRENT", Decimal("96.1"), Decimal("96.1"), None, None)]
    assert tally.unread == ("Bo LIND 396",)
    assert "no sign" in tally.warnings[0]


def test_votes_are_counted_as_votes():
    (line,) = read_tally("Ana TORRENT 1,204 votes", "votes", people=True).lines
    assert (line.votes, line.share_low, line.seats) == (1204, None, None)


def test_lists_are_told_from_sentences():
    assert looks_like_list("Ana TORRENT 61%, Bo LIND 39%")
    assert not looks_like_list("the vote was put off")
    assert items("a 1%, b (c, d) 2%; e 1,204") == ["a 1%", "b (c, d) 2%", "e 1,204"]


def test_headings_say_round_and_whole():
    assert (round_of("votes in second round"), round_of("run-off"), round_of("votes")) == (2, 2, None)
    assert share_of("percent of valid votes cast") == "valid_votes"
    assert share_of("percent of National Assembly vote") == "members"
    assert share_of("percent of seats by party") == "seats"
    assert share_of("percent of vote") == "not_stated"


def test_a_winner_told_in_a_sentence_is_named_and_a_month_is_nobody():
    tally = read_tally("Ana TORRENT elected president with 35.2% of the votes", "share", people=True)
    assert [line.person.readable for line in tally.lines] == ["Ana Torrent"]
    assert read_tally("December 2009", "votes", people=True).lines == ()


def test_an_electoral_vote_is_held_in_words_and_counts_no_votes():
    listed = "Ana TORRENT (PP) 312, Bo LIND (UD) 226"
    electoral = read_tally(listed, "votes", "electoral vote - ", people=True)
    assert [(line.votes, line.said) for line in electoral.lines] == [
        (None, "electoral vote: 312"),
        (None, "electoral vote: 226"),
    ]
    assert [line.votes for line in read_tally(listed, "votes", "assembly vote - ", people=True).lines] == [312, 226]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AB 28, CD 4 opposition parties: EF 10, GH 1", [("AB", 28), ("CD", 4), ("EF", 10), ("GH", 1)]),
        ("governing coalition: AB 6, CD 4, opposition: EF 3", [("AB", 6), ("CD", 4), ("EF", 3)]),
        ("left or linked (AB 34, CD 37), right (EF 2)", [("AB", 34), ("CD", 37), ("EF", 2)]),
        ("AB 4, CD 2; appointed seats AB 3", [("AB", 4), ("CD", 2), ("AB", 3)]),
        ("Unity 9 (AB 5, CD 4), other 1", [("Unity", 9), ("other", 1)]),
    ],
)
def test_the_names_of_blocs_are_no_part_of_a_party(text, expected):
    tally = read_tally(text, "seats")
    assert [(line.label, line.seats) for line in tally.lines] == expected
    assert tally.unread == ()


def test_a_comma_in_a_share_is_a_point_and_told():
    tally = read_tally("AB 34.0%, CD 16,4%, others 49.6%", "share")
    assert [(line.label, line.share_low) for line in tally.lines] == [
        ("AB", Decimal("34.0")),
        ("CD", Decimal("16.4")),
        ("others", Decimal("49.6")),
    ]
    assert tally.warnings == ("A comma between the digits of a share is read as a point.",)
