import pytest

from profiles.factbook.edition.piece import Piece
from profiles.factbook.executive.old_votes import parted, post_of, read_old_votes


def read(text: str):
    return read_old_votes(Piece("Elections > President", text, "row 7"), "president")


def told(polls):
    return [(poll.state, poll.day.edtf, poll.round, poll.winner and poll.winner.readable) for poll in polls]


def shares(poll):
    return [
        (line.person.readable if line.person else line.label, str(line.share_low))
        for tally in poll.tallies
        for line in tally.lines
    ]


def test_days_and_results_of_one_text():
    polls, refused = read(
        "last held 8 November 1988 (next to be held 3 November 1992); results--Ana TORRENT (PP) 53.4%, Bo LIND 45.7%, "
        "others 0.9%"
    )
    assert told(polls) == [("held", "1988-11-08", None, None), ("scheduled", "1992-11-03", None, None)]
    assert shares(polls[0]) == [("Ana Torrent", "53.4"), ("Bo Lind", "45.7"), ("others", "0.9")]
    assert refused == []


def test_the_second_ballot_is_the_second_round():
    polls, _ = read("last held 8 and 22 May 1988; results--Second Ballot Ana TORRENT 54%, Bo LIND 46%")
    assert [poll.round for poll in polls] == [1, 2]
    assert [len(poll.tallies) for poll in polls] == [0, 1]
    assert shares(polls[1])[0] == ("Ana Torrent", "54")


def test_a_name_that_is_not_in_capitals_may_win():
    polls, _ = read("last held 1 October 1985; results--Gen. Ana Maria Torrent was elected without opposition")
    assert told(polls) == [("held", "1985-10-01", None, "Ana Maria Torrent")]


def test_a_result_without_the_word():
    polls, _ = read("last held 21 October 1991 (next to be held NA 1996); Ana TORRENT was reelected")
    assert told(polls) == [("held", "1991-10-21", None, "Ana Torrent"), ("scheduled", "1996", None, None)]


def test_unknown_results_are_none():
    polls, refused = read("last held July 1988 (next to be held NA); results - percent of vote NA; seats - NA")
    assert (told(polls), refused) == ([("held", "1988-07", None, None)], [])


def test_a_text_that_tells_of_no_vote_is_refused():
    polls, refused = read("the elders agree in spring")
    assert polls == []
    assert (refused[0].reason, refused[0].locator) == ("No winner and no list of results.", "row 7")


def test_holders_and_votes_of_one_text_are_parted():
    held, votes = parted(
        "President Ana TORRENT (since 5 May 1991); election last held 5 May 1991; results - Ana TORRENT 61%; note - it "
        "was quiet; Vice President Bo LIND (since NA 1991)"
    )
    assert held == "President Ana TORRENT (since 5 May 1991); Vice President Bo LIND (since NA 1991)"
    assert votes == "election last held 5 May 1991; results - Ana TORRENT 61%; note - it was quiet"


def test_notes_behind_a_holder_are_no_votes():
    text = "President Ana TORRENT (since 1991); note - the election was held abroad"
    assert parted(text) == (text, "")


def test_the_post_of_a_label():
    assert [post_of(label) for label in ("President", "Lieutenant Governor", "Diet")] == [
        "president",
        "lieutenant governor",
        "president",
    ]


@pytest.mark.parametrize("bracket", ["(since 11 March 1994)", "(since 11 March 1994"])
def test_a_vote_that_no_sign_parts_from_the_holder_is_the_vote(bracket):
    held_by, behind = parted(f"President Bo LIND {bracket} election last held 11 December 1993; results - Bo LIND 58%")
    assert held_by == "President Bo LIND (since 11 March 1994)"
    assert behind == "election last held 11 December 1993; results - Bo LIND 58%"


def test_a_vote_that_names_its_post_is_for_that_post():
    text = (
        "presidential election last held 21 March 1990 (next to be held 1996); results - President Bo LIND was "
        "reelected by the Hall; vice presidential election last held 22 March 1990; results - Ina BERG was elected"
    )
    polls, _ = read_old_votes(Piece("Executive branch > head of government", text, "row 7"), "premier")
    assert [(poll.post, poll.day.edtf, poll.winner and poll.winner.readable) for poll in polls] == [
        ("president", "1990-03-21", "Bo Lind"),
        ("president", "1996", None),
        ("vice president", "1990-03-22", "Ina Berg"),
    ]


def test_the_vote_for_another_body_within_the_text_is_none_for_the_post():
    polls, _ = read(
        "last held 12 May 1991; results - Bo LIND won in uncontested election with 95% of vote; note - a rerun "
        "Supreme Hall: note - last held May 1990; results - Verans (310) 90%"
    )
    assert [shares(poll) for poll in polls] == [[("Bo Lind", "95")]]


def test_first_and_second_round_are_two_days():
    polls, _ = read(
        "first round held 25 November 1990, second round held 9 December 1990; results - second round "
        "Ana TORRENT 74.7%, Bo LIND 25.3%"
    )
    assert told(polls) == [("held", "1990-11-25", 1, None), ("held", "1990-12-09", 2, None)]
    assert [len(poll.tallies) for poll in polls] == [0, 1]


def test_a_vote_only_scheduled_has_a_day():
    polls, refused = read("first elections since the coup scheduled for late 1992")
    assert (told(polls), refused) == ([("scheduled", "1992", None, None)], [])
