import datetime
import re
from calendar import monthrange

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sources import dates
from sources.dates import Bounds, DateError

DAYS = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))
MODERN_DAYS = st.dates(datetime.date(1000, 1, 1), datetime.date(2100, 12, 31))
QUALIFIERS = st.sampled_from(["", "?", "~", "%"])


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _spelled(date: datetime.date, form: str) -> tuple[str, datetime.date, datetime.date]:
    """A spelling around a date, with first and last day worked out apart from the code under test."""
    year, month = f"{date.year:04d}", f"{date.month:02d}"
    first, last = datetime.date(date.year, 1, 1), datetime.date(date.year, 12, 31)
    month_ends = (date.replace(day=1), date.replace(day=monthrange(date.year, date.month)[1]))
    if form in {"month", "some_day"}:
        return f"{year}-{month}" + ("-XX" if form == "some_day" else ""), *month_ends
    if form in {"quarter", "half"}:
        size = 3 if form == "quarter" else 6
        number = (date.month - 1) // size
        end = datetime.date(date.year, (number + 1) * size, monthrange(date.year, (number + 1) * size)[1])
        return f"{year}-{(33 if size == 3 else 40) + number}", datetime.date(date.year, number * size + 1, 1), end
    if form == "decade":
        return (
            f"{year[:3]}X",
            datetime.date(max(1, date.year // 10 * 10), 1, 1),
            last.replace(year=date.year // 10 * 10 + 9),
        )
    if form == "century":
        start = date.year // 100 * 100
        return f"{year[:2]}XX", datetime.date(max(1, start), 1, 1), datetime.date(start + 99, 12, 31)
    whole_year = {"year": year, "some_month": f"{year}-XX", "any_day": f"{year}-XX-XX", "season": f"{year}-22"}
    return (whole_year[form], first, last) if form in whole_year else (date.isoformat(), date, date)


FORMS = ("day", "month", "some_day", "quarter", "half", "decade", "century", "year", "some_month", "any_day", "season")
POINTS = st.builds(_spelled, DAYS, st.sampled_from(FORMS))


@st.composite
def spellings(draw: st.DrawFn) -> tuple[str, datetime.date | None, datetime.date | None]:
    one, two = sorted([draw(POINTS), draw(POINTS)], key=lambda point: (point[1], point[2]))
    mark = draw(QUALIFIERS)
    assume(one[1] <= two[2])
    return draw(
        st.sampled_from(
            [
                (one[0] + mark, one[1], one[2]),
                (f"{one[0]}{mark}/{two[0]}", one[1], two[2]),
                (f"../{one[0]}{mark}", None, one[2]),
                (f"/{one[0]}", None, one[2]),
                (f"{one[0]}/..", one[1], None),
                (f"{one[0]}{mark}/", one[1], None),
                (f"[{two[0]},{one[0]}{mark}]", one[1], max(one[2], two[2])),
                (f"[{one[0]}..{two[0]}]", one[1], two[2]),
                (f"[..{one[0]},{two[0]}]", None, max(one[2], two[2])),
            ]
        )
    )


@given(spellings())
def test_a_spelling_covers_the_days_it_was_made_from(spelling):
    edtf, first, last = spelling
    assert dates.bounds(edtf) == Bounds(first, last)


@given(spellings())
def test_a_spelling_survives_being_made_tidy_and_typed_with_blanks(spelling):
    edtf = spelling[0]
    assert dates.normalise(edtf) == edtf
    assert dates.normalise(f" {edtf.replace('/', ' / ').replace(',', ', ').lower()} ") == edtf


@given(spellings())
def test_the_database_pattern_takes_every_spelling(spelling):
    assert re.fullmatch(dates.PATTERN, spelling[0])


@given(spellings())
def test_every_spelling_has_words_without_its_own_signs(spelling):
    text = dates.words(spelling[0])
    assert text
    assert not re.search(r"[X%~\[\]/]|\.\.", text)


@given(st.text(alphabet="0123456789X-/.,[]?~% \n", max_size=25) | st.text(max_size=25))
def test_pattern_and_bounds_refuse_the_same_texts_but_for_the_calendar(text):
    try:
        dates.bounds(text)
    except DateError as error:
        calendar_only = "has only" in str(error) or "starts after" in str(error)
        assert bool(re.fullmatch(dates.PATTERN, text)) == calendar_only
    else:
        assert re.fullmatch(dates.PATTERN, text)


def test_the_database_pattern_keeps_to_what_postgres_and_our_sql_layers_read():
    assert not re.search(r"\(\?|%", dates.PATTERN)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2009~", "2009-01-01", "2009-12-31"),
        ("05XX", "0500-01-01", "0599-12-31"),
        ("00XX", "0001-01-01", "0099-12-31"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2009-33", "2009-01-01", "2009-03-31"),
        ("2009-36", "2009-10-01", "2009-12-31"),
        ("2009-41", "2009-07-01", "2009-12-31"),
        ("2010-24", "2010-01-01", "2011-02-28"),
        ("9999-24", "9999-01-01", "9999-12-31"),
        ("2011-12-16/2011-12", "2011-12-16", "2011-12-31"),
    ],
)
def test_bounds_by_hand(edtf, first, last):
    assert dates.bounds(edtf) == Bounds(day(first), day(last))


@pytest.mark.parametrize(
    ("edtf", "named"),
    [
        ("", "empty"),
        ("0000", "year 0"),
        ("2011-02-30", "28 days"),
        ("1900-02-29", "28 days"),
        ("2011-13", "13 is no month"),
        ("2011-32", "32 is no month"),
        ("2011-37", "37 is no month"),
        ("2011-25", "25 is no month"),
        ("2011-42", "42 is no month"),
        ("2011-12-32", "32 is no day"),
        ("2012/2011", "starts after it ends"),
        ("[2009..2008]", "starts after it ends"),
        ("2011-12-16T10:00", "time of day"),
        ("-0500", "0001 to 9999"),
        ("12011", "four digits"),
        ("../..", "at least one end"),
        ("/", "at least one end"),
        ("{2007,2008}", "square brackets"),
        ("[2007,2008", "closing"),
        ("2011 /2012", "blank"),
        ("2011-1", "EDTF"),
        ("20X1", "EDTF"),
        ("XXXX", "EDTF"),
        ("2011\n", "blank"),
        ("٢٠١١", "EDTF"),
    ],
)
def test_what_is_no_spelling_is_refused_with_the_part_at_fault(edtf, named):
    with pytest.raises(DateError, match=named):
        dates.bounds(edtf)


def test_a_very_long_spelling_is_refused():
    for text in ("2" * 10**6, " " * 10**6, "[" + "2011," * 10**5 + "2011]"):
        for door in (dates.bounds, dates.normalise):
            with pytest.raises(DateError, match="at most"):
                door(text)


@pytest.mark.parametrize(
    ("edtf", "text"),
    [
        ("", ""),
        ("2011-12-16", "16 December 2011"),
        ("2011-12", "December 2011"),
        ("2011-12-16/2011-12-17", "16–17 December 2011"),
        ("2011-05-06/2011-06-03", "6 May – 3 June 2011"),
        ("2011-12-16/2012-01-03", "16 December 2011 – 3 January 2012"),
        ("2009-02/2009-03", "February–March 2009"),
        ("2006/2010", "2006–2010"),
        ("2011/2011", "2011"),
        ("0988/0990", "AD 988 – AD 990"),
        ("2011-12/2012-12", "December 2011 – December 2012"),
        ("[2007-05,2008-05]", "May 2007 or May 2008"),
        ("2009-40", "first half of 2009"),
        ("2009-33", "first quarter of 2009"),
        ("201X", "2010s"),
        ("05XX", "6th century"),
        ("20XX", "21st century"),
        ("10XX/11XX", "11th–12th centuries"),
        ("2009~", "about 2009"),
        ("2009?", "2009 (uncertain)"),
        ("2009%", "about 2009 (uncertain)"),
        ("2002/..", "from 2002"),
        ("2002/", "from 2002 (end not known)"),
        ("../182X", "until the 1820s"),
        ("/1820", "until 1820 (start not known)"),
        ("[2007-05-27,2007-05-28]", "27 or 28 May 2007"),
        ("[2007,2009..2010]", "2007 or 2009 to 2010"),
        ("[..2007]", "2007 or earlier"),
        ("2011-XX", "2011 (month not known)"),
        ("2011-12-XX", "December 2011 (day not known)"),
        ("0988-05-03", "3 May AD 988"),
        ("2011-21", "spring 2011"),
        ("no date", "no date"),
    ],
)
def test_dates_in_words(edtf, text):
    assert dates.words(edtf) == text


@given(spellings())
def test_words_read_back_give_the_spelling(spelling):
    edtf = spelling[0]
    sets_and_gaps = edtf.startswith(("[", "/")) or edtf.endswith("/") or "-XX" in edtf
    assume(not sets_and_gaps and len(set(edtf.split("/"))) == len(edtf.split("/")))
    assert dates.read_printed(dates.words(edtf)).edtf == edtf


@given(MODERN_DAYS, st.integers(0, 8))
def test_a_day_is_read_in_every_way_of_printing_it(date, way):
    month = f"{date:%B}"
    suffix = "th" if 11 <= date.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(date.day % 10, "th")
    printed = [
        f"{date.day} {month} {date.year}",
        f"{month} {date.day}, {date.year}",
        f"on the {date.day}{suffix} of {month}, {date.year}",
        f"{date:%a}. {date.day:02d} {month[:3]} {date.year}",
        f"{date.day}-{month[:3]}-{date.year}",
        f"{month[:3]}. {date.day} {date.year} at 10:15 am",
        f"{date.year} {month} {date.day}",
        f"{month.upper()} {date.day}{suffix} {date.year} est.",
        f"{date.month}/{date.day}/{date.year}",
    ][way]
    assert dates.read_printed(printed).edtf == date.isoformat()


@given(MODERN_DAYS, MODERN_DAYS)
def test_two_printed_days_make_a_range_or_a_choice(one, two):
    one, two = sorted((one, two))
    assume(one != two)
    first, last = f"{one.day} {one:%B} {one.year}", f"{two.day} {two:%B} {two.year}"
    assert dates.read_printed(f"from {first} to {last}").edtf == f"{one}/{two}"
    assert dates.read_printed(f"between {first} and {last}").edtf == f"{one}/{two}"
    assert dates.read_printed(f"{first} or {last}").edtf == f"[{one},{two}]"


READ = {
    "2 March 1992": "1992-03-02",
    "July 2012 est.": "2012-07",
    "1999 census": "1999",
    "September 14, 2012": "2012-09-14",
    "12/13/2012": "2012-12-13",
    "13/12/2012": "2012-12-13",
    "3/19/2023": "2023-03-19",
    "5/5/2012": "2012-05-05",
    "13.12.2012": "2012-12-13",
    "1-2 November 2012": "2012-11-01/2012-11-02",
    "16 and 17 December 2011": "2011-12-16/2011-12-17",
    "16-17 December 2011": "2011-12-16/2011-12-17",
    "December 16–17, 2011": "2011-12-16/2011-12-17",
    "from 6 to 13 September 2010": "2010-09-06/2010-09-13",
    "2006-2010": "2006/2010",
    "2014-15 est.": "2014/2015",
    "1999-2000": "1999/2000",
    "1999-00": "1999/2000",
    "1541-1545": "1541/1545",
    "the 1890s": "189X",
    "1890's": "189X",
    "6th century AD": "05XX",
    "the nineteenth century": "18XX",
    "the twenty-first century": "20XX",
    "8th and 9th centuries": "07XX/08XX",
    "first half of 2007": "2007-40",
    "the third quarter of 2010": "2010-35",
    "Q3 2010": "2010-35",
    "between 2006 and the first half of 2009": "2006/2009-40",
    "between February and March 2009": "2009-02/2009-03",
    "July and August 2009": "2009-07/2009-08",
    "2007, 2008 and 2009": "2007/2009",
    "May 27 or 28, 2007": "[2007-05-27,2007-05-28]",
    "26, 27 or 28 May 2007": "[2007-05-26,2007-05-27,2007-05-28]",
    "since 2002": "2002/..",
    "since the beginning of 2002": "2002/..",
    "2002 to the present": "2002/..",
    "until the 1820s": "../182X",
    "by the end of 2012": "../2012",
    "c. 2009": "2009~",
    "around 2009": "2009~",
    "2009 (?)": "2009?",
    "the 10th of July, 2012": "2012-07-10",
    "AD 988": "0988",
    "2 March 1992.": "1992-03-02",
    "2 March 1992²": "1992-03-02",
    "2 March\x00 1992": "1992-03-02",
    "2\u00a0March\u20031992": "1992-03-02",
    "2011-12-16": "2011-12-16",
    " 2009-33 ": "2009-33",
    "[2007-05-27, 2007-05-28]": "[2007-05-27,2007-05-28]",
}


@pytest.mark.parametrize(("printed", "edtf"), READ.items())
def test_printed_dates_are_read_without_a_warning(printed, edtf):
    reading = dates.read_printed(printed)
    assert (reading.edtf, reading.warnings) == (edtf, ())
    assert Bounds(reading.earliest, reading.latest) == dates.bounds(edtf)


@pytest.mark.parametrize(
    ("printed", "edtf", "warned"),
    [
        ("Dec 13 2012 - 3:01pm", "2012-12-13", "time of day"),
        ("2011-12-16T10:00:30Z", "2011-12-16", "time of day"),
        ("11/05/2012", "2012-11-05", "11 May 2012"),
        ("3.4.2012", "2012-04-03", "4 March 2012"),
        ("3trd of July, 2012", "2012-07-03", "3trd"),
        ("22th of June, 2012", "2012-06-22", "22nd"),
        ("17 Septermber 2012", "2012-09-17", "September"),
        ("23 Janary 2013", "2013-01-23", "January"),
        ("mid-November 2007", "2007-11", "mid"),
        ("late 2011", "2011", "late"),
        ("early 15th century", "14XX", "early"),
        ("second half of the 19th century", "18XX", "second half"),
        ("before 15 January 2012", "../2012-01-15", "before"),
        ("after 1991", "1991/..", "after"),
        ("spring 2011", "2011-21", "hemisphere"),
        ("2010-11", "2010-11", "2010 to 2011"),
        ("2010-11 est.", "2010/2011", "month of 2010"),
        ("December 16 - January 3, 2012", "2011-12-16/2012-01-03", "2011"),
        ("2 March 19925", "1992-03-02", "footnote"),
        ("FY2012", "2012", "financial"),
        ("election held 3 April 2011 (the next is to be held in 2016)", "2011-04-03", "more than one date"),
        ("next to be held in 2016", "2016", "Passed over"),
        ("17 people in Verania on 16 December 2011", "2011-12-16", "Passed over"),
        ("Monday, 16 December 2011", "2011-12-16", "no Monday"),
        ("4711", "4711", "may be a count"),
    ],
)
def test_what_was_mended_chosen_or_dropped_is_told(printed, edtf, warned):
    reading = dates.read_printed(printed)
    assert reading.edtf == edtf
    assert any(warned in warning for warning in reading.warnings), reading.warnings


@pytest.mark.parametrize(
    ("printed", "warned"),
    [
        ("", "no text"),
        ("December 16 and 17", "no year"),
        ("on Monday", "day of the week"),
        ("17:30", "time of day"),
        ("44420", "spreadsheet"),
        ("31 February 2011", "28 days"),
        ("13/13/2012", "no possible month"),
        ("1/15/12", "two digits"),
        ("12th century BC", "year 1"),
        ("21 and 28 October 2012", "several dates"),
        ("2011/2010", "starts after"),
        ("[2007,2008", "closing"),
        ("no date", "No date"),
        ("the 101st century", "No date"),
        ("x" * 10**6, "longer"),
    ],
)
def test_what_cannot_be_read_gives_no_date_and_says_why(printed, warned):
    reading = dates.read_printed(printed)
    assert (reading.edtf, reading.earliest, reading.latest) == ("", None, None)
    assert any(warned in warning for warning in reading.warnings), reading.warnings


# fmt: off
PIECES = st.sampled_from([
    "from", "to", "since", "until", "between", "and", "or", "-", "–", "/", ",", "(", ")", ".", "'", "1", "2", "16",
    "31", "00", "99", "2011", "0000", "9999", "15-16", "12/13/2012", "May", "Sept", "january", "early", "late",
    "mid-", "the", "of", "century", "centuries", "AD", "BC", "189", "0s", "first", "second", "half", "quarter", "Q1",
    "spring", "?", "~", "about", "#", "$", "\ue000", "\ud800", "\x00", "ﷺ", "²", "10:15", "pm", "Monday", "[1]",
    "XX", "4th",
])
# fmt: on


@given(st.text() | st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=14).map("".join))
def test_no_text_raises_and_every_spelling_read_is_one_of_ours(text):
    reading = dates.read_printed(text)
    if reading.edtf:
        assert re.fullmatch(dates.PATTERN, reading.edtf)
        assert Bounds(reading.earliest, reading.latest) == dates.bounds(reading.edtf)
    else:
        assert reading.warnings
        assert (reading.earliest, reading.latest) == (None, None)


@pytest.mark.parametrize("piece", ["1 ", "-", "#", "2011 or ", "\x00", "1:", "a", "﷽", " ", "(", "1/", "jan "])
def test_hostile_texts_come_to_an_end_with_a_date_or_a_warning(piece):
    for text in ((piece * 500)[:500], piece * 10**6):
        found = dates.read_printed(text)
        assert found.edtf or found.warnings
