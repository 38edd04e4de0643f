from decimal import Decimal

from profiles.factbook.elections import held
from profiles.factbook.layout import Piece
from profiles.factbook.outcomes import read_results, with_results


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
