"""ParlGov's tables tied together: elections of an invented country, alliances, and lines without numbers."""

from decimal import Decimal

import pytest

from profiles.opendata.files import OpenDataError
from profiles.opendata.parlgov import read

COUNTRY = "id,name,name_short\n3,Verania,VER\n"
ELECTION = """id,type_id,country_id,date,early,seats_total
1,13,3,1988-05-01,0,40
2,13,3,2004-05-02,1,50
3,1,3,2004-06-01,0,9
4,13,8,2004-05-02,0,50
"""
PARTY = """id,name_short,name_english,name,name_nonlatin
10,HP,Harbour Party,Partia Portu,
11,OLD|NEW,Old Union | New Union -- Verania,Uni,
12,none,no party affiliation,no party affiliation,
13,SB,Small Bloc,Small Bloc,
14,AL,Alliance,Alliance,
"""
RESULT = """id,election_id,party_id,alliance_id,seats,vote_share,votes
100,2,10,,10,20.5,2050
101,2,14,,,,
102,2,11,101,35,60,6000
103,2,13,101,,,
104,2,12,,5,,
105,2,99,,1,,
106,1,10,,40,100,
107,2,13,107,,x,
"""


@pytest.fixture
def folder(tmp_path):
    for name, text in (("country", COUNTRY), ("election", ELECTION), ("party", PARTY), ("election_result", RESULT)):
        (tmp_path / f"{name}.csv").write_text(text)
    return tmp_path


def test_parliamentary_elections_since_a_year_are_read(folder):
    (found,), _ = read(folder, 1990)
    assert (found.country, found.day, found.early, found.seats) == ("VER", "2004-05-02", True, 50)
    assert [each.day for each in read(folder, 1900)[0]] == ["1988-05-01", "2004-05-02"]


def test_members_stand_behind_their_alliance_and_those_without_numbers_are_part_of_its_line(folder):
    (found,), _ = read(folder, 1990)
    lines = {line.party.names[0]: line for line in found.lines}
    assert list(lines) == ["Alliance", "New Union – Verania", "Harbour Party", "no party affiliation"]
    assert [each.party.names[0] for each in lines["Alliance"].joined] == ["Small Bloc"]
    assert lines["New Union – Verania"].within == lines["Alliance"].number
    assert (lines["Harbour Party"].share, lines["Harbour Party"].votes, lines["Harbour Party"].seats) == (
        Decimal("20.5"), 2050, 10,
    )  # fmt: skip


def test_a_bar_parts_names_and_the_newest_comes_first(folder):
    (found,), _ = read(folder, 1990)
    party = next(line.party for line in found.lines if line.party.number == "11")
    assert (party.names, party.short) == (("New Union – Verania", "Old Union"), ("NEW", "OLD"))


def test_people_without_a_party_are_no_party(folder):
    (found,), _ = read(folder, 1990)
    assert [line.party.number for line in found.lines if line.party.nobody] == ["12"]


def test_rows_that_lead_nowhere_are_refused_with_file_and_row(folder):
    _, refused = read(folder, 1990)
    assert [(file, each.row.locator) for file, each in refused] == [
        ("election_result.csv", "row 6"), ("election_result.csv", "row 8"), ("election.csv", "row 4"),
    ]  # fmt: skip


def test_alliances_that_lead_back_to_themselves_do_not_hang(folder):
    (folder / "election_result.csv").write_text(
        "id,election_id,party_id,alliance_id,seats,vote_share,votes\n1,2,10,2,5,,\n2,2,11,1,6,,\n"
    )
    (found,), _ = read(folder, 1990)
    assert sorted(line.seats for line in found.lines) == [5, 6]


def test_a_missing_table_is_named(folder):
    (folder / "party.csv").unlink()
    with pytest.raises(OpenDataError, match=r"party\.csv cannot be opened"):
        read(folder, 1990)


def test_a_day_that_is_spelt_otherwise_is_refused(folder):
    path = folder / "election.csv"
    path.write_text(path.read_text().replace("3,2004-05-02", "3,20040502"))
    found, refused = read(folder, 1990)
    assert not found
    assert ("election.csv", "20040502") in [(file, each.printed) for file, each in refused]
