"""Wikidata's holders of office: titles, ranks, names and dates of invented people."""

import pytest

from profiles.opendata.files import Row
from profiles.opendata.ranks import is_member, is_no_office, rank_of, title_of, without_acting
from profiles.opendata.wikidata import Holding, latin, newest, open_file, person_name, problem, read_holders


@pytest.mark.parametrize(
    ("position", "country", "title"),
    [
        ("President of Verania", "Verania", "President"),
        (
            "prime minister of the Democratic Republic of the Veran",
            "Democratic Republic of the Veran",
            "Prime minister",
        ),
        ("Premier of the People's Republic of Verania", "Verania", "Premier"),
        ("Monarch of the Veranians", "Verania", "Monarch"),
        ("Chairman of the Council of Ministers of Verania", "Verania", "Chairman of the Council of Ministers"),
        ("Minister of State of Verania", "Verania", "Minister of State"),
        ("Governor of South Verania", "Verania", "Governor of South Verania"),
        ("Governor of Verania Province", "Verania", "Governor of Verania Province"),
        ("President of South Verania", "South Verania", "President"),
        ("President of the Harbour Authority", "Verania", "President of the Harbour Authority"),
        ("Minister of Justice", "", "Minister of Justice"),
    ],
)
def test_a_title_loses_the_name_of_its_state_and_nothing_else(position, country, title):
    assert title_of(position, [country]) == title


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("President", "head_of_state"),
        ("Prime Minister", "head_of_government"),
        ("First Deputy Prime Minister", "deputy_head"),
        ("Vice President", "deputy_head"),
        ("Federal Minister of the Interior", "minister"),
        ("Minister of Human Rights", "minister"),
        ("Secretary of State for Wales", "minister"),
        ("Minister of State for Trade", "other"),
        ("Deputy Minister of Finance", "other"),
        ("Ombudsman", "human_rights"),
        ("Speaker of the National Assembly", "legislature"),
        ("Vice President of the National People's Congress", "legislature"),
        ("Member of the Senate of Verania", "legislature"),
        ("Speaker of the Provincial Assembly of Northport", "local"),
        ("Chief Justice", "judiciary"),
        ("President of the Supreme People's Court", "judiciary"),
        ("Mayor of Northport", "local"),
        ("Governor of the National Bank", "other"),
        ("ambassador to Verania", "other"),
        ("1st Deputy Prime Minister", "deputy_head"),
        ("Président de la République", "head_of_state"),
        ("Premier ministre", "head_of_government"),
        ("Ministra de Justicia", "minister"),
        ("премьер-министр", "head_of_government"),
        ("министр финансов", "minister"),
        ("Adalet Bakanı", "minister"),
        ("Bundesminister der Justiz", "minister"),
    ],
)
def test_the_words_of_a_title_say_its_rank(title, rank):
    assert rank_of(title) == rank


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Верин, Адам Ильич", "Adam Ilich Verin"),
        ("Адам Верин", "Adam Verin"),
        ("Ada Verin", ""),
        ("陈维", ""),
    ],
)
def test_a_cyrillic_name_is_spelt_in_latin_letters_surname_last(name, found):
    assert latin(name) == found


@pytest.mark.parametrize(
    ("span", "reason"),
    [
        (("2003", "2003-06-01"), ""),
        (("2003-06", "2003"), ""),
        (("", "2004"), ""),
        (("2004", "2003-12-31"), "The end comes before the start."),
        (("2004", None), "A date is no year, month or day."),
        (("201X", "2009"), "The end comes before the start."),
        (("2999", ""), "A date lies in the future."),
        (("", ""), "Neither start nor end is given."),
    ],
)
def test_dates_of_any_precision_are_taken_and_impossible_ones_refused(span, reason):
    assert problem("President", "Ada Verane", "Q12", span) == reason


def test_a_person_without_name_or_number_is_refused():
    assert "only a number" in problem("President", "Q44", "Q44", ("2003", ""))
    assert "no number" in problem("President", "Ada Verane", "44", ("2003", ""))
    assert "post has no name" in problem("Q44", "Ada Verane", "Q12", ("2003", ""))
    assert "longer than 200" in problem("President", "A" * 201, "Q12", ("2003", ""))


@pytest.mark.parametrize("name", ["unknown", "vacant", "_:b7", "t1234", "http://www.wikidata.org/.well-known/genid/ab"])
def test_a_holder_whom_nobody_knows_is_refused(name):
    assert problem("President", name, "Q12", ("2003", "")) == "The holder is not known."


@pytest.mark.parametrize("title", ["First Lady", "spouse of the President", "Presidential candidate", "Queen consort"])
def test_who_is_known_for_somebody_else_or_for_having_stood_holds_no_office(title):
    assert is_no_office(title)
    assert "no public office" in problem(title, "Ada Verane", "Q12", ("2003", ""))


@pytest.mark.parametrize("title", ["First Deputy Prime Minister", "Minister of Children", "Queen", "Partner Minister"])
def test_an_office_is_not_taken_for_somebody_s_relation(title):
    assert not is_no_office(title)


@pytest.mark.parametrize(
    ("title", "seat"),
    [
        ("Member of the 4th Bundestag", True),
        ("member of the Senate of Verania", True),
        ("Deputy of the Lagting", True),
        ("Senator", True),
        ("депутат парламента", True),
        ("Member of the Federal Council", False),
        ("Deputy Prime Minister", False),
        ("Member of the Government", False),
        ("Speaker of the Senate", False),
    ],
)
def test_a_seat_in_a_legislature_is_told_from_a_post(title, seat):
    assert is_member(title) is seat


@pytest.mark.parametrize(
    ("title", "rest", "acting"),
    [
        ("Acting President", "President", True),
        ("interim prime minister", "Prime minister", True),
        ("Minister of Acting", "Minister of Acting", False),
    ],
)
def test_acting_is_told_from_the_post(title, rest, acting):
    assert without_acting(title) == (rest, acting)


def holding(name, *forms):
    return Holding(Row(1, {}), "President", "President", "head_of_state", "Q1", name, (name, *forms), "2003", "")


@pytest.mark.parametrize(
    ("name", "forms", "country", "readable", "sort_key"),
    [
        ("Ada Verane", (), "KAZ", "Ada Verane", "verane ada"),
        ("Wei Shulan", (), "CHN", "Wei Shulan", "wei shulan"),
        ("Ada II of Verania", (), "GBR", "Ada II of Verania", "ada ii"),
        (
            "Ada Verane, Baroness Verane of Northport",
            (),
            "GBR",
            "Ada Verane, Baroness Verane of Northport",
            "verane ada",
        ),
        ("Адам Верин", ("Adam Verin",), "BLR", "Adam Verin", "verin adam"),
    ],
)
def test_a_name_is_shown_in_latin_letters_where_it_has_any_and_sorted_by_family(
    name, forms, country, readable, sort_key
):
    found = person_name(holding(name, *forms), country)
    assert (found.readable, found.printed, found.sort_key) == (readable, name, sort_key)


def test_rows_of_one_state_and_of_all_are_read_alike(tmp_path):
    one, every = tmp_path / "holders21.csv", tmp_path / "world-leaders-2030.csv"
    one.write_text(
        "position,person,personID,start,end,enwiki\n"
        "Prime Minister,Ada Verane,Q5,2003-06,,Ada Verane (politician)\nMinister of Justice,,Q6,2003,,\n"
    )
    every.write_text(
        "countryid,country,position,positionLabel,officeholder,officeholderLabel,start_year,end_year\n"
        "Q1,Verania,Q2,Prime Minister of Verania,Q5,Ada Verane,2003,\n"
    )
    found, refused = read_holders(open_file(one))
    (of_all,), _ = read_holders(open_file(every))
    assert [(each.title, each.number, each.start, each.end, each.forms) for each in found] == [
        ("Prime Minister", "Q5", "2003-06", "", ("Ada Verane",))
    ]
    assert [(each.row.locator, each.reason) for each in refused] == [
        ("row 2", "The person has no name, only a number.")
    ]
    assert (of_all.title, of_all.country, of_all.country_name, of_all.start) == (
        "Prime Minister",
        "Q1",
        "Verania",
        "2003",
    )


def test_the_year_of_the_newest_date_dates_a_file():
    rows = [
        Holding(Row(1, {}), "", "", "", "Q1", "A", ("A",), start, end) for start, end in [("2003", ""), ("201X", "")]
    ]
    assert (newest(rows), newest([])) == ("2010", "")
