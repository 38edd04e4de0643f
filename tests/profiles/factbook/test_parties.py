import pytest

from profiles.factbook.layout import Piece
from profiles.factbook.parties import read_parties


def parties(text: str):
    return read_parties(Piece("Political parties", text, "row 7"))


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unity Party (UP), Ana TORRENT, chairman", ("Unity Party", "UP", ["Ana Torrent"])),
        ("Labour (L), Bo LIND, president, and Cy DOERR, secretary general", ("Labour", "L", ["Bo Lind", "Cy Doerr"])),
        ("Liberal Union (LU), leader NA", ("Liberal Union", "LU", [])),
        (
            "Front for Bread, Land, and Peace (FBLP), Ana TORRENT",
            ("Front for Bread, Land, and Peace", "FBLP", ["Ana Torrent"]),
        ),
        ("People's Party (PP) P. J. Lindner", ("People's Party", "PP", ["P. J. Lindner"])),
        ("Movement for Rights (regional party) (MFR), Ana TORRENT", ("Movement for Rights", "MFR", ["Ana Torrent"])),
        ("Union (V) Party, leader NA", ("Union (V) Party", "", [])),
        ("only party - Workers' Party (WP), Ana TORRENT", ("Workers' Party", "WP", ["Ana Torrent"])),
        ("Democratic Front of DF [Ana TORRENT]", ("Democratic Front", "DF", ["Ana Torrent"])),
        ("Unity Party or UP [Ana TORRENT}", ("Unity Party", "UP", ["Ana Torrent"])),
        ("the Greens of Verania or GV", ("Greens of Verania", "GV", [])),
        ("There Is Hope or TIH", ("There Is Hope", "TIH", [])),
    ],
)
def test_a_party_with_its_leader_in_the_forms_of_four_decades(text, expected):
    ((party,), _) = parties(text)
    assert (party.name, party.short, [leader.readable for leader in party.leaders]) == expected


def test_a_former_name_is_found_behind_a_comma_and_behind_a_semicolon():
    ((old, new), refused) = parties(
        "Socialist Party (SP), formerly Workers' Front (WF), Bo LIND, chairman; Isle Party or IP; (formerly Old Isles)"
    )
    assert (old.name, old.former, [leader.readable for leader in old.leaders]) == (
        "Socialist Party",
        ("Workers' Front",),
        ["Bo Lind"],
    )
    assert (new.name, new.former) == ("Isle Party", ("Old Isles",))
    assert refused == []


@pytest.mark.parametrize(
    "text",
    [
        "a host of minor parties",
        "the rest ran in state seats",
        "the Alliance coalition consists of the DPK and two small groups",
        "all independents",
        "no formal parties",
        "(only parties with seats are listed)",
        "Chairman of the opposition - Ana TORRENT",
    ],
)
def test_a_remark_is_no_party(text):
    found, refused = parties(text)
    assert (found, [one.reason for one in refused]) == ([], ["No name of a party."])


def test_headings_stand_with_the_parties_below_them():
    found, _ = parties("Northern parties: ++ Unity or UN ++ Labour or LB ++ Center-Left: Greens or GR")
    assert [(party.group, party.short) for party in found] == [
        ("Northern parties", "UN"),
        ("Northern parties", "LB"),
        ("Center-Left", "GR"),
    ]
    glued, _ = parties("Unity or UN [Ana TORRENT] opposition parties: Labour or LB [Bo LIND]")
    assert [(party.group, party.name) for party in glued] == [("", "Unity"), ("opposition parties", "Labour")]
