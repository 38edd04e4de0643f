"""Columns by their meaning and values of queries as plain text; the rows are invented."""

import pytest

from profiles.opendata.columns import edtf, item
from profiles.opendata.wikidata import open_file, read_holders

TAB = "\t"


@pytest.mark.parametrize(
    ("value", "precision", "date"),
    [
        ("2012-03-04", "", "2012-03-04"),
        ("2012-03", "", "2012-03"),
        ("2012", "", "2012"),
        ("+2012-03-04T00:00:00Z", "", "2012-03-04"),
        ("+2012-00-00T00:00:00Z", "", "2012"),
        ("+2012-03-00T00:00:00Z", "", "2012-03"),
        ("+00000002012-03-04T00:00:00Z", "11", "2012-03-04"),
        ("2012-03-04 00:00:00", "", "2012-03-04"),
        ("2012-01-01T00:00:00Z", "9", "2012"),
        ("2012-03-01T00:00:00Z", "10", "2012-03"),
        ("2012-03-01", "month", "2012-03"),
        ("2012-01-01T00:00:00Z", "8", "201X"),
        ("1950-01-01", "7", "19XX"),
        ('"2012-03-04T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>', "", "2012-03-04"),
        ("", "", ""),
        ("unknown", "", ""),
        ("_:b0", "", ""),
        ("http://www.wikidata.org/.well-known/genid/0ab", "", ""),
    ],
)
def test_a_time_of_any_precision_is_a_date(value, precision, date):
    assert edtf(value, precision) == date


@pytest.mark.parametrize(
    ("value", "precision"),
    [
        ("2012-02-30", ""),
        ("2012-13", ""),
        ("-0044-03-15T00:00:00Z", ""),
        ("13/06/2012", ""),
        ("2012-03-04", "6"),
        ("2012-03-04", "often"),
        ("0000", ""),
    ],
)
def test_what_is_no_date_is_told_from_an_empty_one(value, precision):
    assert edtf(value, precision) is None


@pytest.mark.parametrize(
    "value",
    ["Q12", "http://www.wikidata.org/entity/Q12", "https://www.wikidata.org/wiki/Q12", "wd:Q12",
     "<http://www.wikidata.org/entity/Q12>"],
)  # fmt: skip
def test_a_number_is_read_bare_or_from_its_address(value):
    assert item(value) == "Q12"


HEADS = {
    "holders": ("position,person,personID,start,end\n", "Prime Minister,Ada Verane,Q5,2003-06,2005\n"),
    "items": (
        "item,itemLabel,positionLabel,position,startDate,endDate\n",
        "http://www.wikidata.org/entity/Q5,Ada Verane,Prime Minister,wd:Q9,2003-06,2005\n",
    ),
    "labels": (
        "person;personLabel;office;officeLabel;start;startPrecision;end\n",
        "Q5;Ada Verane;Q9;Prime Minister;2003-06-01T00:00:00Z;10;2005\n",
    ),
    "names": (
        "wdid,name,wdLabel,pid,position,start,end,psid\n",
        "Q5,Ada Verane,Ada Verane,Q9,Prime Minister,2003-06,2005,Q5-ab\n",
    ),
    "tabs": (
        "?holder\t?holderLabel\t?post\t?start\t?end\n",
        '<http://www.wikidata.org/entity/Q5>\t"Ada Verane"@en\t"Prime Minister"@en\t+2003-06-00T00:00:00Z\t"2005"\n',
    ),
}


@pytest.mark.parametrize("form", HEADS)
def test_a_row_is_the_same_whatever_the_query_calls_its_columns(tmp_path, form):
    path = tmp_path / "export.csv"
    path.write_text("".join(HEADS[form]), encoding="utf-8")
    (found,), refused = read_holders(open_file(path))
    assert not refused
    told = (found.title, found.name, found.number, found.start, found.end)
    assert told == ("Prime Minister", "Ada Verane", "Q5", "2003-06", "2005")


def test_a_file_without_an_end_is_of_those_in_office(tmp_path):
    path = tmp_path / "current.csv"
    path.write_text("position,person,personID,start\nPrime Minister,Ada Verane,Q5,2003\n")
    (found,), _ = read_holders(open_file(path))
    assert (found.start, found.end) == ("2003", "")


def test_a_post_that_no_column_names_is_given(tmp_path):
    path = tmp_path / "members.csv"
    path.write_text("item,itemLabel,startDate\nQ5,Ada Verane,2003\n")
    file = open_file(path)
    assert "no column for the post" in file.unfit()
    assert file.unfit("Member of the Assembly") == ""
    (found,), _ = read_holders(file, post="Member of the Assembly")
    assert (found.title, found.rank, found.member) == ("Member of the Assembly", "legislature", True)


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("item,itemLabel,inception,abolished", "governments or terms of a parliament"),
        ("name,position,start", "the person's number"),
        ("personID,position,start", "the person's name"),
        ("person,personID,position", "the start or the end"),
    ],
)
def test_a_file_of_another_kind_says_what_it_lacks(tmp_path, head, reason):
    path = tmp_path / "other.csv"
    path.write_text(f"{head}\n")
    assert reason in open_file(path).unfit()
