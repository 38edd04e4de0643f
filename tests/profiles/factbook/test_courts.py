import pytest

from profiles.factbook.courts import read_courts, read_parties
from profiles.factbook.layout import Piece


def courts(text: str):
    return read_courts(Piece("Judicial branch", text, "row 7"))


def parties(text: str):
    return read_parties(Piece("Political parties", text, "row 7"))


@pytest.mark.parametrize(
    ("inside", "judges", "qualifier", "derived"),
    [
        ("consists of 13 judges, including the court president", 13, "unqualified", ""),
        ("consists of the chief justice and 13 judges", 14, "unqualified", "14 judges = 1 + 13"),
        ("consists of at least 4 judges", 4, "at_least", ""),
        ("seven members", 7, "unqualified", ""),
        ("organized into 3 chambers of 5 judges", None, "", ""),
        ("consists of the president, a vice president, and 5 judges", None, "", ""),
        ("consists of the Penal Chamber with 9 judges", None, "", ""),
        ("judges are appointed for life", None, "", ""),
    ],
)
def test_the_number_of_judges(inside, judges, qualifier, derived):
    ((court,), refused) = courts(f"Supreme Court or Corte Suprema ({inside})")
    assert (court.name, court.others) == ("Supreme Court", ("Corte Suprema",))
    assert (court.judges, court.judges_qualifier, court.judges_derived) == (judges, qualifier, derived)
    assert refused == []


def test_courts_are_parted_and_sentences_refused():
    found, refused = courts(
        "Supreme Court is the highest; Constitutional Tribunal; appeals go to London courts; note - new law"
    )
    assert [court.name for court in found] == ["Supreme Court", "Constitutional Tribunal"]
    assert [one.printed for one in refused] == ["note - new law", "appeals go to London courts"]


def test_parties_of_both_forms():
    (old, second), refused = parties(
        "Unity Party or UP [Ana TORRENT]; People's Front (Frente) or PF (formerly Old Front) [Bo LIND, chairman]"
    )
    assert (old.name, old.short, [leader.readable for leader in old.leaders]) == ("Unity Party", "UP", ["Ana Torrent"])
    assert (second.name, second.short, second.others, second.former) == (
        "People's Front",
        "PF",
        ("Frente",),
        ("Old Front",),
    )
    assert [leader.readable for leader in second.leaders] == ["Bo Lind"]
    (one, two), _ = parties("Unity Party or UP\nWe Are All Verania or WAAV")
    assert (one.name, two.name, two.short) == ("Unity Party", "We Are All Verania", "WAAV")
    assert refused == []


def test_groups_stand_with_their_parties_and_remarks_are_refused():
    found, refused = parties(
        "opposition parties: Unity Party; Left List; political parties are banned; numerous other parties; none"
    )
    assert [(party.group, party.name) for party in found] == [
        ("opposition parties", "Unity Party"),
        ("opposition parties", "Left List"),
    ]
    assert [one.printed for one in refused] == ["political parties are banned", "numerous other parties"]
