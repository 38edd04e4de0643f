import pytest

from profiles.factbook.edition.layout import Piece
from profiles.factbook.parliament.parties import read_parties


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "government: Labour Party, Ana TORRENT opposition: Liberal Party, Bo LIND",
            [("Labour Party", "", ["Ana Torrent"], "government"), ("Liberal Party", "", ["Bo Lind"], "opposition")],
        ),
        (
            "Unity Party (UP), Ana TORRENT, chairman opposition: Green Party (GP), Bo LIND",
            [("Unity Party", "UP", ["Ana Torrent"], ""), ("Green Party", "GP", ["Bo Lind"], "opposition")],
        ),
        (
            "ruling party is Unity Front (UF), Ana TORRENT; opposition parties include Sea Forum (SF), Bo LIND",
            [
                ("Unity Front", "UF", ["Ana Torrent"], "ruling party"),
                ("Sea Forum", "SF", ["Bo Lind"], "opposition parties"),
            ],
        ),
        (
            "Unity Party (UP), led by Ana TORRENT, is the ruling party since 1975. The Sea Union (SU), led by Bo LIND",
            [("Unity Party", "UP", ["Ana Torrent"], ""), ("The Sea Union", "SU", ["Bo Lind"], "")],
        ),
        (
            "Hill Union under ANA TORRENT; and the Sea Party (SP), Bo LIND",
            [("Hill Union", "", ["Ana Torrent"], ""), ("Sea Party", "SP", ["Bo Lind"], "")],
        ),
        ("Unity Party, Ana TORRENT; Bo LIND, co-chairman", [("Unity Party", "", ["Ana Torrent", "Bo Lind"], "")]),
        ("Sea Party (SP, a group that left UP), Ana TORRENT, leader", [("Sea Party", "SP", ["Ana Torrent"], "")]),
        ("Left Party (LP - was Old Party), Ana TORRENT", [("Left Party", "LP", ["Ana Torrent"], "")]),
        ("Sea Party, Ana Torrent Vila, general secretary", [("Sea Party", "", ["Ana Torrent Vila"], "")]),
        (
            "Green List, leader rotates; Blue List (BL), no formal leader",
            [("Green List", "", [], ""), ("Blue List", "BL", [], "")],
        ),
        (
            "Unity Party (UP), Sea Party (SP), and the Hill Party (HP)",
            [("Unity Party", "UP", [], ""), ("Sea Party", "SP", [], ""), ("Hill Party", "HP", [], "")],
        ),
        (
            "Alliance of the Sea Party (SP) and the Hill Party (HP), Ana TORRENT",
            [("Alliance of the Sea Party (SP) and the Hill Party", "", ["Ana Torrent"], "")],
        ),
        ("Unity Party, Prime Minister Ana TORRENT", [("Unity Party", "", ["Ana Torrent"], "")]),
    ],
)
def test_leaders_stand_with_their_own_party(text, expected):
    found, _ = parties(text)
    assert [
        (party.name, party.short, [leader.readable for leader in party.leaders], party.group) for party in found
    ] == expected


def test_what_is_cut_for_reading_is_printed_as_it_stands():
    ((party,), _) = parties("Unity Party (UP), led by Ana TORRENT")
    assert party.printed == "Unity Party (UP), led by Ana TORRENT"


@pytest.mark.parametrize(
    ("text", "leaders", "refused"),
    [
        ("Sea Party (SP), Ana TORRENT and Hill Union (HU), Bo LIND", ["Ana Torrent"], "Words about a party."),
        ("United List (UL), a coalition that includes Sea Party, Bo LIND", [], "Words about a party."),
    ],
)
def test_a_leader_behind_another_party_is_not_of_the_first(text, leaders, refused):
    ((party,), left) = parties(text)
    assert [leader.readable for leader in party.leaders] == leaders
    assert refused in [one.reason for one in left]


@pytest.mark.parametrize(
    "text",
    [
        "Union of Parties now consists mainly of three parties - Sea Party (SP), Ana TORRENT",
        "13 other small parties",
        "Sea Party united to form one list in 1991, Ana TORRENT",
        "UP faction leaders - Ana TORRENT, Bo LIND",
        "John TEMBER, treasurer",
    ],
)
def test_what_names_no_single_party_is_refused(text):
    found, refused = parties(text)
    assert (found, [one.reason for one in refused]) == ([], ["No name of a party."])
