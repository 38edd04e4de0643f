import pytest

from profiles.factbook.layout import Piece
from profiles.factbook.offices import Holder, read_holders


def read(text: str, role: str = "chief_of_state"):
    return read_holders(Piece("Executive branch > chief of state", text, "row 7"), role)


def told(holder: Holder):
    """Role, offices, name and start in short."""
    return (holder.role, holder.title.offices, holder.person and holder.person.readable, holder.since.edtf)


def test_one_holder_with_a_date():
    (holder,), refused = read("President Ana B. TORRENT (since 24 September 2012)")
    assert told(holder) == ("chief_of_state", ("President",), "Ana B. Torrent", "2012-09-24")
    assert (holder.locator, holder.printed) == ("row 7", "President Ana B. TORRENT (since 24 September 2012)")
    assert (holder.acting, holder.vacant, holder.represents, holder.warnings, refused) == (False, False, None, (), [])


def test_a_monarch_and_who_represents_the_monarch():
    holders, _ = read("King OTTO III (since 8 May 1999), represented by Governor Bo LIND (since June 2020)")
    assert [told(holder) for holder in holders] == [
        ("chief_of_state", ("King",), "Otto III", "1999-05-08"),
        ("representative", ("Governor",), "Bo Lind", "2020-06"),
    ]
    assert holders[1].represents == 0


def test_two_heads_each_with_a_representative():
    text = (
        "French Coprince Ana TORRENT (since 15 May 2012); represented by Bo LIND (since 2013) and Spanish Coprince "
        "Archbishop Jan VEER (since 12 May 2003); represented by Ina BERG (since 2014)"
    )
    holders, _ = read(text)
    assert [holder.role for holder in holders] == ["chief_of_state", "representative"] * 2
    assert [holder.represents for holder in holders] == [None, 0, None, 2]
    assert holders[2].person.rank == "Archbishop"


def test_deputies_share_a_plural_title_and_the_date_behind_the_last():
    text = "Prime Minister Bo LIND (since 2010); Deputy Prime Ministers Ina BERG, Jan VEER (since 4 April 2012)"
    text += ", Ole DAHL (since 2013)"
    holders, refused = read(text, "head_of_government")
    assert [told(holder) for holder in holders] == [
        ("head_of_government", ("Prime Minister",), "Bo Lind", "2010"),
        ("deputy", ("Deputy Prime Minister",), "Ina Berg", "2012-04-04"),
        ("deputy", ("Deputy Prime Minister",), "Jan Veer", "2012-04-04"),
        ("deputy", ("Deputy Prime Minister",), "Ole Dahl", "2013"),
    ]
    assert "behind the last" in holders[1].warnings[0]
    assert refused == []


def test_names_joined_by_and_are_several():
    holders, _ = read(
        "co-chiefs of state Captains Regent Ina BERG and Jan VEER (for the period 1 October 2025 - 31 March 2026)"
    )
    assert [(told(holder), holder.until.edtf) for holder in holders] == [
        (("chief_of_state", ("Captain Regent",), "Ina Berg", "2025-10-01"), "2026-03-31"),
        (("chief_of_state", ("Captain Regent",), "Jan Veer", "2025-10-01"), "2026-03-31"),
    ]


def test_two_offices_in_one_string():
    (holder,), _ = read(
        "Sultan and Prime Minister Sir OTTO Karlsen (sultan since 23 July 1970 and prime minister since 1972)"
    )
    assert told(holder) == ("chief_of_state", ("Sultan", "Prime Minister"), "Otto Karlsen", "1970-07-23")
    assert "several dates" in holder.warnings[0]


def test_a_council_whose_members_carry_their_post_in_the_bracket():
    text = (
        "Chairman of the Presidency Ina BERG (chairman since May 2021; presidency member since 2018); other members "
        "rotate: Jan VEER (presidency member since 2019); Ole DAHL (presidency member since 2020)"
    )
    holders, refused = read(text)
    assert [(holder.role, holder.title.offices) for holder in holders] == [
        ("chief_of_state", ("Chairman of the Presidency",)),
        ("chief_of_state", ("Presidency member",)),
        ("chief_of_state", ("Presidency member",)),
    ]
    assert [one.reason for one in refused] == ["A remark before a holder."]


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("President Bo LIND (28 October 2022)", "2022-10-28"),
        ("President Bo LIND (since seizing power on 3 May 1990)", "1990-05-03"),
        ("President Bo LIND (chosen in 1990; installed on 11 April 1991)", "1991-04-11"),
        ("President Bo LIND (speaker from 2 May 1990, elected president 1 December 1991)", "1991-12-01"),
        ("President Bo LIND (since 17 Septermber 2012)", "2012-09-17"),
        ("President Bo LIND (born 2 May 1950)", ""),
        ("President Bo LIND; also known as Bobo (since 2 May 1990)", "1990-05-02"),
    ],
)
def test_the_start_is_read_from_what_the_bracket_says(text, since):
    (holder,), _ = read(text)
    assert holder.since.edtf == since
    assert holder.person.readable == "Bo Lind"


def test_vacant_posts_heirs_and_the_elect_have_roles_of_their_own():
    holders, _ = read("President (vacant); Vice President (vacant); President-elect Ina BERG (inauguration 2 May 2013)")
    assert [(holder.role, holder.vacant) for holder in holders] == [
        ("chief_of_state", True),
        ("deputy", True),
        ("elect", False),
    ]
    holders, _ = read("King OTTO II (since 1999); Heir Apparent Prince KARL, son of the king (born 2 May 1980)")
    assert told(holders[1]) == ("heir", ("Heir Apparent",), "Karl", "")


def test_acting_holders_act():
    (holder,), _ = read("Acting Prime Minister Ina BERG (since 2 May 2013)", "head_of_government")
    assert (holder.acting, holder.title.offices, holder.title.manner) == (True, ("Prime Minister",), "acting")


def test_a_deputy_alone_in_the_field_is_its_head_with_a_warning():
    (holder,), _ = read("Vice President Ina BERG (since 2 May 2013)", "head_of_government")
    assert holder.role == "head_of_government"
    assert "deputy" in holder.warnings[0]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("note: the government is being formed", "A note"),
        ("former President Bo LIND was removed in May 2013", "former holder"),
        ("the council is the head of state", "sentence"),
        ("Prime Minister (since 2 May 2013)", "without the name"),
        ("represented by the Veranian governor general", "no part of a name"),
    ],
)
def test_what_names_no_holder_is_refused_with_a_reason(text, reason):
    holders, refused = read(text)
    assert holders == []
    assert reason in refused[0].reason
    assert refused[0].locator == "row 7"


def test_none_is_neither_held_nor_refused():
    assert read("none") == ([], [])


def test_a_bracket_that_is_not_closed_does_not_swallow_the_next_holder():
    holders, _ = read("President Bo LIND (since 2 May 1990; Vice President Ina BERG (since 3 May 1990)")
    assert [holder.since.edtf for holder in holders] == ["1990-05-02", "1990-05-03"]
