import pytest

from profiles.factbook.edition.piece import Piece
from profiles.factbook.executive.elections import read_rules
from profiles.factbook.executive.offices import Holder, read_holders, with_elected_titles
from profiles.factbook.executive.outcomes import read_results


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


def test_two_offices_in_one_string_share_one_day():
    (holder,), _ = read("Sultan and Prime Minister Sir OTTO Karlsen (since 23 July 1970)")
    assert told(holder) == ("chief_of_state", ("Sultan", "Prime Minister"), "Otto Karlsen", "1970-07-23")


def test_two_offices_with_a_day_each_are_two_holdings_of_one_person():
    holders, _ = read(
        "Sultan and Prime Minister Sir OTTO Karlsen (sultan since 23 July 1970 and prime minister since 1972)"
    )
    assert [told(holder) for holder in holders] == [
        ("chief_of_state", ("Sultan",), "Otto Karlsen", "1970-07-23"),
        ("chief_of_state", ("Prime Minister",), "Otto Karlsen", "1972"),
    ]


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
    "text",
    [
        "Chairman of the Presidency Ina BERG (chairman since May 2021; presidency member since 2018 - North) other "
        "members of the three-member rotating (every eight months) presidency: Jan VEER (since 2019 - South) and Ole "
        "DAHL (since 2020 - East)",
        "Chairman of the Presidency Ina BERG (chairman since May 2021; presidency member since 2018); other members of "
        "the three-member presidency rotating (every eight months): Jan VEER (presidency member since 2019); and Ole "
        "DAHL (presidency member since 2020)",
    ],
)
def test_the_other_members_of_a_presidency_are_its_members(text):
    holders, _ = read(text)
    assert [told(holder) for holder in holders] == [
        ("chief_of_state", ("Chairman of the Presidency",), "Ina Berg", "2021-05"),
        ("chief_of_state", ("Presidency member",), "Jan Veer", "2019"),
        ("chief_of_state", ("Presidency member",), "Ole Dahl", "2020"),
    ]


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
        ("President Bo LIND (since NA May 1990)", "1990-05"),
        ("President Bo LIND (since NA 1990)", "1990"),
        ("President Bo LIND (since NA)", ""),
        ("President Bo LIND (as of 2 May 1990)", "1990-05-02"),
        ("President Bo LIND; (since 2 May 1990)", "1990-05-02"),
        ("President Bo LIND since May 1990)", "1990-05"),
        ("President Bo LIND, (since 2 May 1990), ruler of the North (since 1980)", "1990-05-02"),
        ("President Bo LIND (since March 1984, served previously from February 1977 to May 1980)", "1984-03"),
        ("President Bo LIND (acting president since 1988, President since 2 May 1990)", "1990-05-02"),
        ("President Bo LIND (national leader since 1948, President since 28 December 1972)", "1972-12-28"),
        ("President Bo LIND (head of the junta since 5 April 1984, elected president 19 December 1993)", "1993-12-19"),
        (
            "President Bo LIND (made acting President on 6 October 1981 and sworn in as President on 14 October 1981)",
            "1981-10-14",
        ),
        ("President Bo LIND (since 20 December 1989, elected 7 May 1989)", "1989-12-20"),
        (
            "President Bo LIND (prime minister from 1959 until 1976 when it was abolished; president since 2 May 1976)",
            "1976-05-02",
        ),
        ("President Bo LIND (succeeded to the throne 4 June 2001 following the death of his uncle)", "2001-06-04"),
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


def test_a_council_of_a_longer_name_belongs_to_the_title():
    (holder,), _ = read("Chairman of the State Peace and Order Council Gen. BO LIND (since 18 September 1988)")
    assert told(holder)[1:3] == (("Chairman of the State Peace and Order Council",), "Bo Lind")
    assert holder.person.rank == "Gen."


@pytest.mark.parametrize(
    ("text", "offices", "name"),
    [
        ("President of the TAV, Bo LIND (since 2002)", ("President of the TAV",), "Bo Lind"),
        ("Chairman of the Popular Front Captain Bo LIND (since 1987)", ("Chairman of the Popular Front",), "Bo Lind"),
        ("King Sultan OTTO Sultan Karl (since 2019)", ("King",), "Otto Sultan Karl"),
        ("Transitional Council Chairman Bo LIND (since 2021)", ("Transitional Council Chairman",), "Bo Lind"),
        ("Council of the North (CN), General Bo LIND (since 2021)", (), ""),
        ("President of the Council (CN), General Bo LIND (since 2021)", ("President of the Council (CN)",), "Bo Lind"),
        (
            "Head of State Bo LIND, President of the Council (since 2021)",
            ("Head of State", "President of the Council"),
            "Bo Lind",
        ),
        ("Heir Apparent KARL-OTTO, Prince of Veer, son of the king (born 1967)", ("Heir Apparent",), "Karl-Otto"),
        (
            "President of the Executive Committee Jan VEER (since NA)",
            ("President of the Executive Committee",),
            "Jan Veer",
        ),
        (
            "Chairman of the Popular Council, Prime Minister, and Commander-in-Chief Lt. Gen. Bo LIND (since 1989)",
            ("Chairman of the Popular Council", "Prime Minister", "Commander-in-Chief"),
            "Bo Lind",
        ),
        ("Lieutenant Governor of Veer Vice Adm. Sir Bo LIND (since 1994)", ("Lieutenant Governor of Veer",), "Bo Lind"),
        ("Sultan His Majesty Sultan Haji KARL Otto (since 1967)", ("Sultan",), "Karl Otto"),
        ("(Ulo o Veran) Bo LIND (since 1989)", ("Ulo o Veran",), "Bo Lind"),
        ("the President, Bo LIND (since 1989)", ("President",), "Bo Lind"),
        ("Paramount Ruler KARL Otto (since 1989)", ("Paramount Ruler",), "Karl Otto"),
        ("President Bo LIND installed by the army on 7 October 1991", ("President",), "Bo Lind"),
        (
            "Governor and UK High Commissioner to Verania Bo LIND (since 1990)",
            ("Governor", "UK High Commissioner to Verania"),
            "Bo Lind",
        ),
        (
            "President and Commander in Chief of Armed Forces Gen. Bo LIND (since 1985)",
            ("President", "Commander-in-Chief of Armed Forces"),
            "Bo Lind",
        ),
    ],
)
def test_where_the_title_ends_and_the_name_begins(text, offices, name):
    holders, _ = read(text)
    assert [(holder.title.offices, holder.person.readable) for holder in holders][:1] == (
        [(offices, name)] if name else []
    )


def test_the_last_of_a_list_behind_a_comma_and_and_is_kept():
    holders, _ = read("Council members Ina BERG, Bo LIND, and Jan VEER (all since 1 September 1995)")
    assert [holder.person.readable for holder in holders] == ["Ina Berg", "Bo Lind", "Jan Veer"]


def test_a_holder_without_a_printed_title_has_the_field_s_own():
    (holder,), _ = read("Bo LIND (since 2006)", "head_of_government")
    assert (holder.title.printed, holder.title.offices) == ("", ("Head of Government",))
    assert holder.warnings == ("No title is printed.",)
    holders, refused = read("President Ina BERG (since 2001); Bo LIND (since 2006)")
    assert (len(holders), refused[0].reason) == (1, "A name behind another holder's, without a post.")


def test_a_representative_without_a_title_is_that_of_the_one_represented():
    holders, _ = read("Queen OTTILIE II (since 1952), represented by Bo LIND (since 2001)")
    assert holders[1].title.offices == ("Representative of the Queen",)


def test_a_title_that_only_the_vote_names():
    holders, _ = read("Bo LIND (since 2006)")
    rules, _ = read_rules(Piece("Executive branch > elections", "president elected by the Diet", "row 7"))
    polls, _ = read_results(
        Piece("Executive branch > election results", "Bo LIND elected president", "row 7"), "president"
    )
    assert with_elected_titles(holders, rules, polls)[0].title.offices == ("President",)
    assert with_elected_titles(holders, [], polls)[0].title.offices == ("Chief of State",)


@pytest.mark.parametrize("text", ["vacant", "position vacant", "(vacant); note - Prime Minister Bo LIND was dismissed"])
def test_a_vacancy_without_a_title_is_that_of_the_field(text):
    holders, _ = read(text, "head_of_government")
    assert [(holder.vacant, holder.title.offices) for holder in holders] == [(True, ("Head of Government",))]


def test_a_representative_behind_a_colon_is_not_lost():
    holders, _ = read("Queen OTTILIE II (since 1952), represented by: Governor Bo LIND (since 1990)")
    assert [holder.role for holder in holders] == ["chief_of_state", "representative"]


def test_who_has_left_has_an_end():
    (holder,), refused = read("President Bo LIND (since 1991); assassinated 29 June 1992")
    assert (holder.until.edtf, refused[0].printed) == ("1992-06-29", "assassinated 29 June 1992")
    (holder,), _ = read("President Bo LIND (since 5 May 1990) resigned 3 June 1992")
    assert (holder.since.edtf, holder.until.edtf, holder.left) == ("1990-05-05", "1992-06-03", True)
    (holder,), _ = read("President Bo LIND (since 7 February 1991), ousted in a coup in September 1991")
    assert (holder.since.edtf, holder.until.edtf) == ("1991-02-07", "1991-09")


def test_a_period_has_the_year_of_its_end_where_the_start_has_none():
    holders, _ = read("Captain Regent Bo LIND and Captain Regent Ina BERG (for the period 1 April-30 September 1998)")
    assert [(holder.since.edtf, holder.until.edtf) for holder in holders] == [("1998-04-01", "1998-09-30")] * 2


def test_the_next_holder_may_follow_without_a_sign():
    holders, _ = read("First Deputy Bo LIND (since 3 May 2003) Deputy Prime Minister Maj. Gen. INA Berg (since 2002)")
    assert [holder.person.readable for holder in holders] == ["Bo Lind", "Ina Berg"]


def test_another_name_in_the_bracket_stands_beside_and_a_party_does_not():
    (holder,), _ = read("Pope KARL II (Bo LINDE; since 16 October 1978)")
    assert (holder.person.also, holder.since.edtf) == (("Bo Linde",), "1978-10-16")
    (holder,), _ = read("President Bo LIND (VPOe) (since 2004)")
    assert (holder.person.also, holder.beside) == ((), ("VPOe",))


def test_a_sentence_that_calls_somebody_the_head_names_the_holder():
    holders, refused = read("overall Party Leader BO Lind is in effect the head of government", "head_of_government")
    assert [told(holder) for holder in holders] == [("head_of_government", ("Party Leader",), "Bo Lind", "")]
    assert "sentence" in refused[0].reason


def test_votes_behind_a_holder_are_no_holders():
    holders, refused = read(
        "President Bo LIND (since 1991); election last held 5 May 1991 (next to be held 1996); results - Bo LIND 61%, "
        "Ina BERG 39%; Vice President Jan VEER (since NA 1991)"
    )
    assert [(holder.role, holder.person.readable) for holder in holders] == [
        ("chief_of_state", "Bo Lind"),
        ("deputy", "Jan Veer"),
    ]
    assert refused == []


def test_a_label_of_another_leader_is_no_part_of_the_title():
    (holder,), _ = read("Communist leader: General Secretary of the Party BO LIND (since NA December 1986)", "other")
    assert told(holder) == ("other", ("General Secretary of the Party",), "Bo Lind", "1986-12")


def test_none_is_neither_held_nor_refused():
    assert read("none") == ([], [])


def test_a_bracket_that_is_not_closed_does_not_swallow_the_next_holder():
    holders, _ = read("President Bo LIND (since 2 May 1990; Vice President Ina BERG (since 3 May 1990)")
    assert [holder.since.edtf for holder in holders] == ["1990-05-02", "1990-05-03"]


def test_who_is_not_known_is_no_person():
    holders, refused = read("President Bo LIND (since 1990), Vice President NA (since NA)")
    assert [told(holder)[2] for holder in holders] == ["Bo Lind"]
    assert [each.reason for each in refused] == ["The holder is not known."]


def test_nobody_takes_the_first_post_whose_holder_could_not_be_read():
    holders, refused = read("President Bo zund LIND (since 1990); Vice President Ina BERG (since 1991)")
    assert [told(holder)[:3] for holder in holders] == [("deputy", ("Vice President",), "Ina Berg")]
    holders, _ = read("President NA; Prime Minister Ina BERG (since 1991)")
    assert [holder.role for holder in holders] == ["other"]
    assert len(refused) == 1


def test_part_of_a_title_is_no_part_of_a_name():
    holders, refused = read("Interim Prime Bo LIND (since 2015); Minister Ina BERG (since 2014)", "head_of_government")
    assert [told(holder) for holder in holders] == [("other", ("Minister",), "Ina Berg", "2014")]
    assert "part of a title" in refused[0].reason


def test_each_name_of_a_list_has_the_title_that_stands_before_it():
    holders, _ = read("First Vice President BAK Salim, Second Vice President Ole DAHL (both since 3 December 2013)")
    assert [told(holder)[1:] for holder in holders] == [
        (("First Vice President",), "Bak Salim", "2013-12-03"),
        (("Second Vice President",), "Ole Dahl", "2013-12-03"),
    ]


def test_two_numbered_heads_share_the_post():
    text = "power shared between First Prime Minister Prince Otto VERAN and Second Prime Minister BO LIN"
    holders, _ = read(text, "head_of_government")
    assert [told(holder)[:3] for holder in holders] == [
        ("head_of_government", ("First Prime Minister",), "Otto Veran"),
        ("head_of_government", ("Second Prime Minister",), "Bo Lin"),
    ]
    assert holders[0].person.rank == "Prince"


def test_deputies_are_counted_in_figures_and_words_alike():
    text = "Prime Minister Bo LIND (since 1991), 1st Deputy Prime Minister Ina BERG (since June 1990); "
    holders, refused = read(text + "two Deputy Prime Ministers: Ole DAHL and Jan VEER (since 1991)")
    assert [told(holder)[:3] for holder in holders[1:]] == [
        ("deputy", ("First Deputy Prime Minister",), "Ina Berg"),
        ("deputy", ("Deputy Prime Minister",), "Ole Dahl"),
        ("deputy", ("Deputy Prime Minister",), "Jan Veer"),
    ]
    assert refused == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Major Bo LIND, President (since 9 September 1987)", (("President",), "Bo Lind", "1987-09-09")),
        ("VNC - Chairman Prince BO LIN, under supervision", (("Chairman",), "Bo Lin", "")),
        ("President Lt. Gen. Bo LIND, since 4 December 1990 (after a coup)", (("President",), "Bo Lind", "1990-12-04")),
        ("Prime Minister Bo LIND, 21 November 1989", (("Prime Minister",), "Bo Lind", "1989-11-21")),
        ("President Bo LIND; (acting from 1989 and president since 1990)", (("President",), "Bo Lind", "1990")),
        ("Chancellor Dr. Bo LIND (since 1982) *** No words here ***", (("Chancellor",), "Bo Lind", "1982")),
        ("Governor Bo LIND (since28 March 2014)", (("Governor",), "Bo Lind", "2014-03-28")),
        ("President Bo LIND (since 5 May 1990); -", (("President",), "Bo Lind", "1990-05-05")),
    ],
)
def test_forms_of_one_holder(text, expected):
    (holder,), _ = read(text)
    assert told(holder)[1:] == expected


def test_who_follows_another_has_the_post_alone():
    holders, refused = read("President Bo LIND was ousted in May 1992; succeeded by Chairman Ina BERG (since May 1992)")
    assert [told(holder)[1:] for holder in holders] == [(("Chairman",), "Ina Berg", "1992-05")]
    assert len(refused) == 1


def test_a_sentence_on_how_power_was_taken_names_no_holder():
    holders, refused = read("President Bo LIND (since 1994); took office after the exile of President Ina BERG")
    assert [holder.person.readable for holder in holders] == ["Bo Lind"]
    assert "sentence" in refused[0].reason


def test_a_remark_behind_who_is_no_hindrance():
    holders, refused = read("Queen INGA (since 1952), represented by Administrator Bo LIND (since 1989), who is modest")
    assert [told(holder)[2] for holder in holders] == ["Inga", "Bo Lind"]
    assert [each.printed for each in refused] == ["who is modest"]


def test_who_was_ousted_and_came_back_has_not_left():
    (holder,), _ = read("President Bo LIND (since 1991), ousted in a coup in May 1991 but returned to power in 1994")
    assert (holder.left, holder.until.edtf) == (False, "")


def test_other_members_behind_a_comma_are_members():
    text = "President Bo LIND (since 1990), other members of the collective presidency: Ina BERG (since 1991), "
    holders, _ = read(text + "Ole DAHL (since 1992)")
    assert [told(holder)[1:] for holder in holders[1:]] == [
        (("Presidency member",), "Ina Berg", "1991"),
        (("Presidency member",), "Ole Dahl", "1992"),
    ]


@pytest.mark.parametrize("vacant", ["Vice President, vacant (since August 1991)", "Vice President (vacant) (he left)"])
def test_a_vacant_post_however_it_is_printed(vacant):
    holders, refused = read(f"President Bo LIND (since 1990); {vacant}")
    assert (holders[1].title.offices, holders[1].vacant, refused) == (("Vice President",), True, [])


def test_a_word_in_brackets_before_the_name_is_no_part_of_title_or_name():
    (holder,), _ = read("Prime Minister (Ana) Berta TORRENT (since 1980)")
    assert (holder.title.printed, holder.person.readable) == ("Prime Minister", "Berta Torrent")
