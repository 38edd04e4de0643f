import pytest

from profiles.factbook.executive.titles import read_title, split_title


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("President Ana TORRENT", "President", "Ana TORRENT"),
        ("President of the Republic of Kenya Ana TORRENT", "President of the Republic of Kenya", "Ana TORRENT"),
        ("President XI Lin", "President", "XI Lin"),
        ("Queen of Norway INGA II", "Queen of Norway", "INGA II"),
        ("King OTTO III of Norway", "King", "OTTO III of Norway"),
        ("Governor General Lt. Gen. Bo LIND", "Governor General", "Lt. Gen. Bo LIND"),
        ("Governor-General of New Zealand General Bo LIND", "Governor-General of New Zealand", "General Bo LIND"),
        (
            "Secretary of State for Foreign and Political Affairs Bo LIND",
            "Secretary of State for Foreign and Political Affairs",
            "Bo LIND",
        ),
        ("Supreme People's Council Chairman HO Lin", "Supreme People's Council Chairman", "HO Lin"),
        ("VNC Interim Prime Minister Bo LIND", "VNC Interim Prime Minister", "Bo LIND"),
        ("Premier (nonresident) Bo LIND", "Premier (nonresident)", "Bo LIND"),
        ("First Deputy Prime Minister - Bo LIND", "First Deputy Prime Minister", "Bo LIND"),
        ("Prime Minister Crown Prince OTTO bin Karl", "Prime Minister", "Crown Prince OTTO bin Karl"),
        ("Joseph Prince VERAN", "", "Joseph Prince VERAN"),
        ("HO Lin", "", "HO Lin"),
        ("President Shaykh Zayn bin Sultan VERANI", "President", "Shaykh Zayn bin Sultan VERANI"),
        ("Deputy Prime Minister Sultan bin Zayn VERANI", "Deputy Prime Minister", "Sultan bin Zayn VERANI"),
        (
            "coordinator of Unity Government (de facto premier) Bo LIND",
            "coordinator of Unity Government",
            "(de facto premier) Bo LIND",
        ),
        ("Deputy Chairmen Bo LIND", "Deputy Chairmen", "Bo LIND"),
        ("Governor General of Verania General Sir Bo LIND", "Governor General of Verania", "General Sir Bo LIND"),
        ("Chairman of the Supreme Soviet (Premier) Bo LIND", "Chairman of the Supreme Soviet (Premier)", "Bo LIND"),
        ("president (vacant)", "president", "(vacant)"),
        ("President, Council of State, Bo LIND", "President, Council of State", "Bo LIND"),
    ],
)
def test_a_title_ends_where_the_name_begins(text, title, name):
    found, rest = split_title(text)
    assert (found.printed, rest) == (title, name)


@pytest.mark.parametrize(
    ("printed", "offices", "manner", "acting", "plural"),
    [
        ("Sultan and Prime Minister", ("Sultan", "Prime Minister"), "", False, False),
        (
            "Secretary of State for Foreign and Political Affairs",
            ("Secretary of State for Foreign and Political Affairs",),
            "",
            False,
            False,
        ),
        ("[Interim] President", ("President",), "interim", True, False),
        ("Transitional President", ("President",), "transitional", False, False),
        ("Caretaker Prime Minister", ("Prime Minister",), "caretaker", True, False),
        ("Deputy Prime Ministers", ("Deputy Prime Minister",), "", False, True),
        ("co-chiefs of state Captains Regent", ("Captain Regent",), "", False, True),
        ("prime minister", ("Prime Minister",), "", False, False),
        ("", (), "", False, False),
    ],
)
def test_a_title_says_its_offices_and_how_they_are_held(printed, offices, manner, acting, plural):
    found = read_title(printed)
    assert (found.offices, found.manner, found.acting, found.plural) == (offices, manner, acting, plural)


def test_what_a_bracket_says_of_another_name_of_the_post_is_no_part_of_the_office():
    title = read_title("Prime Minister (referred to at home as the President of the Council)")
    assert title.offices == ("Prime Minister",)
