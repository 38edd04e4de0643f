from decimal import Decimal

import pytest

from profiles.factbook.edition.piece import Piece
from profiles.factbook.executive.elections import held
from profiles.factbook.executive.names import read_name
from profiles.factbook.executive.outcomes import named_in_full, read_results, with_results


def read(text: str):
    return read_results(Piece("Executive branch > election results", text, "row 7"), "president")


def test_results_under_years_newest_first():
    polls, refused = read(
        "2024: Ana TORRENT reelected president; percent of vote - Ana TORRENT (PP) 61%, Bo LIND (UD) 39%\n"
        "2019: Ana TORRENT elected president in a runoff; percent of vote in first round - Ana TORRENT 40%, "
        "Bo LIND 35%, other 25%; percent of vote in second round - Ana TORRENT 55%, Bo LIND 45%"
    )
    assert [(poll.day.edtf, poll.winner.readable) for poll in polls] == [
        ("2024", "Ana Torrent"),
        ("2019", "Ana Torrent"),
    ]
    assert [[tally.round for tally in poll.tallies] for poll in polls] == [[None], [1, 2]]
    assert [line.person.readable for line in polls[1].tallies[1].lines] == ["Ana Torrent", "Bo Lind"]
    assert refused == []


def test_years_that_begin_no_line_part_results_too():
    polls, _ = read(
        "2022: Ana TORRENT reelected in second round; percent of vote in second round - Ana TORRENT 58.5%, "
        "Bo LIND 41.5% "
        "2017: Bo LIND elected president; percent of vote - Bo LIND 60%, other 40%"
    )
    assert [(poll.day.edtf, lines(poll)) for poll in polls] == [
        ("2022", ["Ana Torrent 58.5", "Bo Lind 41.5"]),
        ("2017", ["Bo Lind 60", "other 40"]),
    ]


def test_the_year_of_a_date_parts_nothing():
    (poll,), _ = read("elected on 2 May 2017: Bo LIND 60%, Ana TORRENT 40%")
    assert poll.day.edtf == ""


def test_a_list_that_goes_on_behind_semicolons_is_one():
    (poll,), _ = read("percent of vote - Ana TORRENT 61%; Bo LIND 30%; other 9%")
    assert [len(tally.lines) for tally in poll.tallies] == [3]


def test_votes_of_a_parliament_and_winners_of_other_posts():
    polls, _ = read(
        "Ana TORRENT elected president; National Council vote - Ana TORRENT 73, Bo LIND 40; "
        "Ina BERG elected prime minister"
    )
    assert [(poll.post, poll.winner.readable) for poll in polls] == [
        ("president", "Ana Torrent"),
        ("prime minister", "Ina Berg"),
    ]
    assert (polls[0].tallies[0].counted, polls[0].tallies[0].share_of) == ("votes", "members")


def test_a_runoff_that_only_the_sentence_names_is_the_second_round():
    (poll,), _ = read(
        "Ana TORRENT elected president in a runoff election; percent of vote - Ana TORRENT 56%, Bo LIND 44%"
    )
    assert poll.tallies[0].round == 2


def test_what_names_no_winner_is_refused_and_na_is_nothing():
    polls, refused = read("the results were never made known; note - observers doubted them")
    assert polls == []
    assert [one.reason for one in refused] == ["No winner and no list of results.", "A note."]
    assert read("NA") == ([], [])


def test_results_join_the_vote_of_their_year_and_round():
    votes = held("10 April 2022, with a runoff on 24 April 2022", "row 7", "president", 2026)
    results, _ = read(
        "2022: Ana TORRENT elected president in a runoff; percent of vote in first round - Ana TORRENT 40%, Bo "
        "LIND 60%; percent of vote in second round - Ana TORRENT 55%, Bo LIND 45%\n2017: Bo LIND elected president"
    )
    first, second, other = with_results(votes, results)
    assert [tally.round for tally in first.tallies] == [1]
    assert [tally.round for tally in second.tallies] == [2]
    assert (first.winner, second.winner.readable, second.day.edtf) == (None, "Ana Torrent", "2022-04-24")
    assert (other.day.edtf, other.winner.readable) == ("2017", "Bo Lind")


def test_a_share_alone_behind_a_winner_is_the_winner_s():
    (poll,), _ = read("Ana TORRENT elected president; percent of Diet vote - 97.7%")
    assert [(line.person.readable, line.share_low) for line in poll.tallies[0].lines] == [
        ("Ana Torrent", Decimal("97.7"))
    ]


def test_a_hyphen_in_a_name_ends_no_heading():
    (poll,), _ = read("percent of vote Ana TORRENT-Veran (PP) 61.5%, Bo LIND 38.5%")
    assert [line.person.readable for line in poll.tallies[0].lines] == ["Ana Torrent-Veran", "Bo Lind"]


def lines(poll):
    return [
        f"{line.person.readable if line.person else line.label} {line.share_low or line.votes}"
        for tally in poll.tallies
        for line in tally.lines
    ]


@pytest.mark.parametrize(
    ("text", "winner", "expected"),
    [
        ("Ana TORRENT (PP) elected president - 38.1%, Bo LIND 29%", "Ana Torrent", ["Ana Torrent 38.1", "Bo Lind 29"]),
        (
            "Ana TORRENT reelected president with 61% of vote; Bo LIND 39%",
            "Ana Torrent",
            ["Ana Torrent 61", "Bo Lind 39"],
        ),
        (
            "Ana TORRENT elected president; Diet vote by number - total votes 122, for 110, against 3",
            "Ana Torrent",
            ["Ana Torrent 110"],
        ),
        ("as nobody had a majority, Ana TORRENT was chosen president by the Diet", "Ana Torrent", []),
        ("Ana TORRENT was unopposed", "Ana Torrent", []),
        ("Ana TORRENT elected president with about 50% popular participation", "Ana Torrent", []),
        (
            "Ana TORRENT elected president with 50.6% percent of vote against 49.4% for Bo LIND",
            "Ana Torrent",
            ["Ana Torrent 50.6", "Bo Lind 49.4"],
        ),
        ("Ana TORRENT approved as president", "Ana Torrent", []),
        ("percent of vote, second ballot - Ana TORRENT 72%, Bo LIND 28%", None, ["Ana Torrent 72", "Bo Lind 28"]),
    ],
)
def test_the_words_of_older_editions(text, winner, expected):
    (poll,), refused = read(text)
    assert (poll.winner and poll.winner.readable, lines(poll), refused) == (winner, expected, [])


def test_a_winner_whom_the_list_spells_otherwise_is_one_person():
    (poll,), _ = read("Kasim TORRENT elected president; percent of vote - Kassym-Jo TORRENT 61%, Bo LIND 39%")
    assert lines(poll) == ["Kasim Torrent 61", "Bo Lind 39"]
    assert "Kassym-Jo TORRENT" in poll.tallies[0].warnings[-1]


def test_two_of_one_family_name_stay_two():
    (poll,), _ = read("Kasim TORRENT elected president; percent of vote - Ana TORRENT 61%, Bo TORRENT 39%")
    assert lines(poll) == ["Ana Torrent 61", "Bo Torrent 39"]


def test_a_family_name_alone_is_the_person_that_the_same_results_name():
    (poll,), _ = read(
        "percent of vote in first round - Ana TORRENT 40%, Bo LIND 35%; "
        "percent of vote in second round - TORRENT 55%, LIND 45%"
    )
    assert lines(poll)[2:] == ["Ana Torrent 55", "Bo Lind 45"]


def test_a_family_name_alone_is_the_one_holder_of_that_name():
    polls, _ = read("DA VEER 49%, Bo LIND 41%")
    (poll,) = named_in_full(polls, [read_name("Jan DA VEER"), read_name("Ole DAHL")])
    assert lines(poll) == ["Jan da Veer 49", "Bo Lind 41"]
    (poll,) = named_in_full(polls, [read_name("Jan DA VEER"), read_name("Ole DA VEER")])
    assert lines(poll)[0] == "Da Veer 49"


def told_in(text):
    """Names and shares of the lists of a text, and who won."""
    polls, _ = read(text)
    found = [line for poll in polls for tally in poll.tallies for line in tally.lines]
    return [(line.person and line.person.readable, str(line.share_low)) for line in found], [
        poll.winner.readable for poll in polls if poll.winner
    ]


@pytest.mark.parametrize(
    ("text", "shares", "winners"),
    [
        ("Bo LIND received 52.1% of parliamentary vote", [("Bo Lind", "52.1")], []),
        ("Bo LIND won 23.6% of the vote, a narrow lead", [("Bo Lind", "23.6")], []),
        (
            "LIND received 52.45% of the votes and Ana TORRENT received 45.62%",
            [("Lind", "52.45"), ("Ana Torrent", "45.62")],
            [],
        ),
        ("President Bo LIND won with 61% of the vote", [("Bo Lind", "61")], ["Bo Lind"]),
        ("Bo LIND won", [], ["Bo Lind"]),
        ("BO Lin was nominally elected by the People's Hall", [], ["Bo Lin"]),
        (
            "Bo LIND reelected with about 40% of the vote amid doubts; UD candidate Ana TORRENT got 36% of the vote; "
            "his opponent Ole DAHL got 5% of the vote",
            [("Bo Lind", "40"), ("Ana Torrent", "36"), ("Ole Dahl", "5")],
            ["Bo Lind"],
        ),
        (
            "Bo LIND, Unity Party 60%; Ana TORRENT, Free Party, New Day Party and Hope Party 30%",
            [("Bo Lind", "60"), ("Ana Torrent", "30")],
            [],
        ),
        ("Bo LIND, Unity Party, was elected governor", [], ["Bo Lind"]),
        (
            "Governor Bo LIND (UP) 56.5% defeated former Lieutenant Governor Ana TORRENT 38.5%",
            [("Bo Lind", "56.5"), ("Ana Torrent", "38.5")],
            [],
        ),
        ("LIND won 96% of the vote in a referendum on his term", [], []),
        ("the coalition of Bo LIND believed to have won about 75% of the vote", [], []),
    ],
)
def test_shares_and_winners_told_in_sentences(text, shares, winners):
    assert told_in(text) == (shares, winners)


def test_a_line_read_in_a_plainer_form_carries_the_words_as_printed():
    polls, _ = read("Bo LIND received 52% of the vote and Ana TORRENT received 45%")
    (tally,) = polls[0].tallies
    assert {line.printed for line in tally.lines} == {"Bo LIND received 52% of the vote and Ana TORRENT received 45%"}


def test_two_winners_with_the_same_words_on_their_share_both_have_it():
    polls, _ = read(
        "Bo LIND elected president; percent of vote - 100%; Ana TORRENT elected vice president; percent of vote - 100%"
    )
    assert [(poll.post, len(poll.tallies)) for poll in polls] == [("president", 1), ("vice president", 1)]
