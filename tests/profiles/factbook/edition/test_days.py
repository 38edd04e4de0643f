import pytest

from profiles.factbook.edition.days import first_day, read_day, read_days


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("3/19/2023", "2023-03-19"),
        ("2/07/2025", "2025-02-07"),
        ("19 March 2023", "2023-03-19"),
        ("6/9/2024 to 6/26/2024", "2024-06-09/2024-06-26"),
        ("9/16/2024 to 9/16/2024", "2024-09-16"),
        ("10-12 December 2023", "2023-12-10/2023-12-12"),
        ("10/2023", "2023-10"),
        ("2022", "2022"),
        ("by June 2013", "../2013-06"),
        ("44562", "2022-01-01"),
        ("TBD", ""),
    ],
)
def test_dates_in_all_spellings(printed, edtf):
    assert read_day(printed).edtf == edtf


def test_a_serial_number_is_told_and_the_month_first_is_not():
    assert "spreadsheet" in " ".join(read_day("44562").warnings)
    assert read_day("3/4/2023").warnings == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("23 and 30 October 2011", ["2011-10-23", "2011-10-30"]),
        ("30 May and 11 June 2012", ["2012-05-30", "2012-06-11"]),
        ("on 16, 23, and 30 May and 4 June 2022", ["2022-05-16", "2022-05-23", "2022-05-30", "2022-06-04"]),
        ("10 April 2022, with a runoff on 24 April 2022", ["2022-04-10", "2022-04-24"]),
        ("12-13 and 19-20 October 2012", ["2012-10-12/2012-10-13", "2012-10-19/2012-10-20"]),
        ("31 December 2007 and 29 January 2008", ["2007-12-31", "2008-01-29"]),
        ("never", []),
    ],
)
def test_every_date_of_a_running_text_is_found(text, days):
    assert [day.edtf for day in read_days(text)] == days


def test_the_first_date_or_none():
    found = first_day("chosen in May 2010 and again in 2012")
    assert found is not None
    assert found.edtf == "2010-05"
    assert first_day("chosen twice") is None


def test_two_days_of_two_months_before_and_behind():
    assert [day.edtf for day in read_days("June 24 and 10 July 1994")] == ["1994-06-24", "1994-07-10"]
