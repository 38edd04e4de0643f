import pytest

from profiles.factbook.executive.spans import gone, read_span


@pytest.mark.parametrize(
    ("text", "office", "since", "beside"),
    [
        ("(since 2 May 1990)", "President", "1990-05-02", ()),
        ("(both since 2 May 1990)", "Vice President", "1990-05-02", ()),
        ("(since NA)", "President", "", ()),
        ("(since 2 May 1990; born 1950)", "President", "1990-05-02", ("since 2 May 1990; born 1950",)),
        ("(sultan since 1970 and prime minister since 1972)", "Prime Minister", "1972", None),
        ("(sultan since 1970 and prime minister since 1972)", "Sultan", "1970", None),
        ("(Acting Premier since 1987, Premier since 1988)", "Premier", "1988", None),
        ("(Co-Ruler from 1962 until becoming sole ruler on 5 April 1963)", "Ruler", "1963-04-05", None),
        ("(since the military coup of 22 July 1994)", "President", "1994-07-22", None),
        ("(reinstated 24 September 1993)", "King", "1993-09-24", None),
        ("(Head of Council since March 1992; elected Head of Hall in May 1993)", "Head of Hall", "1993-05", None),
        ("(took power 14 May 1980 and elected President in 1984)", "President", "1980-05-14", None),
        ("(term runs to 1996)", "President", "", None),
        ("(1992 calendar year; the post rotates)", "President", "", None),
    ],
)
def test_the_day_of_the_post_itself_is_taken(text, office, since, beside):
    span = read_span(text, office)
    assert span.since.edtf == since
    assert beside is None or span.beside == beside


def test_a_bracket_with_several_days_is_told_of():
    assert "the one of the post" in read_span("(Acting Premier since 1987, Premier since 1988)", "Premier").warnings[0]
    assert "the first" in read_span("(since 1987, since 1988)", "Premier").warnings[0]
    assert "is read from" in read_span("(installed 1 May 1990)", "Premier").warnings[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("assassinated 29 June 1992", "1992-06-29"),
        ("resigned on 5 May 1993 after protests", "1993-05-05"),
        ("ousted in a coup", ""),
        ("elder son of the king", None),
        ("since 5 May 1993", None),
    ],
)
def test_the_day_of_leaving(text, day):
    found = gone(text)
    assert (found.edtf if found else None) == day


def test_who_came_back_is_not_gone():
    assert gone("ousted in May 1991 but returned in 1994") is None
