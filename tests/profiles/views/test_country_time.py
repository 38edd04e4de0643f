"""The country page under the clock: what reads as the present, what as the past, and what a cut-off leaves out."""

import datetime

import pytest

from tests.profiles.views.test_country import page, read, verania, words  # noqa: F401  # a fixture among them


@pytest.fixture
def clock(monkeypatch):
    def at(day: str) -> None:
        now = datetime.datetime.fromisoformat(day).replace(tzinfo=datetime.UTC)
        monkeypatch.setattr("django.utils.timezone.now", lambda: now)

    return at


@pytest.fixture
def president(make, verania):  # noqa: F811
    document = read(make, verania, published="2012-12-13")
    office = make.office(country=verania, title="President", head_of_state=True)
    tenure = make.tenure(
        office=office, person=make.person(name="Ada Verane"), start="2010-01-01", last_attested="2012-12-13"
    )
    make.citation(country=None, tenure=tenure, field="start", document=document, printed="since 2010")
    return tenure


def test_years_later_the_page_says_which_year_it_describes(client, clock, president):
    clock("2026-11-22")
    text = words(page(client))
    assert "This page describes 2012, not the present." in text
    assert "in office at last report (13 December 2012)" in text
    assert "Who governed" in text
    assert "Who governs" not in text
    assert "in office on" not in text


def test_within_a_year_there_is_no_notice(client, clock, president):
    clock("2012-12-31")
    text = words(page(client))
    assert "not the present" not in text
    assert "in office on 13 December 2012" in text
    assert "at last report" not in text


def test_the_notice_stands_above_the_governance_lines(client, clock, president):
    clock("2026-11-22")
    text = words(page(client))
    assert text.index("not the present") < text.index("Ada Verane")


@pytest.mark.parametrize(("day", "old"), [("2013-12-13", False), ("2013-12-14", True)])
def test_a_page_grows_old_after_twelve_months(client, clock, president, day, old):
    clock(day)
    assert ("not the present" in page(client)) is old


def test_a_reference_date_is_the_page_s_today(client, clock, president):
    clock("2026-11-22")
    text = words(page(client, "?as_of=2012-12-31"))
    assert "not the present" not in text
    assert "in office on 13 December 2012" in text


def test_a_cut_off_leaves_out_what_was_published_later_and_what_has_no_date(client, make, clock, verania):  # noqa: F811
    clock("2026-11-22")
    people = make.indicator(part="people")
    for published, value in (("2011-05-01", 11), ("2012-06", 12), ("", 13)):
        document = read(make, verania, published=published)
        make.figure(country=verania, indicator=people, printed=f"printed {value}", document=document)
    html = page(client, "?published_by=2012-06-29")
    assert "printed 11" in html
    assert "printed 12" not in html, "June 2012 may be its last day"
    assert "printed 13" not in html
    assert "1 undated left out" in words(html)
    assert "printed 12" in page(client, "?published_by=2012-06-30")


def test_with_a_cut_off_the_last_report_is_that_of_the_sources_left(client, make, clock, president):
    clock("2026-11-22")
    early = read(make, president.office.country, published="2011-03-01")
    make.citation(country=None, tenure=president, field="person", document=early, printed="President Verane")
    text = words(page(client, "?as_of=2012-06-01"))
    assert "in office at last report (1 March 2011)" in text


def test_a_passed_date_was_scheduled_and_one_to_come_is_scheduled(client, make, clock, verania):  # noqa: F811
    read(make, verania)
    make.election(country=verania, date="2016", state="scheduled")
    clock("2026-11-22")
    assert "Was scheduled for 2016 when the source was written" in page(client)
    clock("2012-12-31")
    assert "was scheduled" not in page(client).lower()
    assert "Scheduled for 2016" in page(client)


def test_a_successor_ends_a_tenure_without_a_gap_or_an_error(client, make, clock, president):
    clock("2026-11-22")
    newer = make.tenure(
        office=president.office, person=make.person(name="Bo Verane"), start="2019-03-20", last_attested="2026-02-04"
    )
    make.citation(
        country=None, tenure=newer, field="start", document=read(make, president.office.country, published="2026-02-04")
    )
    text = words(page(client))
    assert "Bo Verane , President since 20 March 2019" in text
    assert "in office on 4 February 2026" in text
    assert "Earlier holders: 1" in text


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("?as_of=2012-13-01", "as_of=2012-13-01"),
        ("?as_of=yesterday", "as_of=yesterday"),
        ("?as_of=2012-1-1", "as_of=2012-1-1"),
        ("?published_by=", "published_by="),
        ("?as_of=2999-01-01", "lies after today"),
        ("?as_of=2012-01-01&as_of=2012-01-02", "as_of stands more than once"),
        ("?theme=x", "no parameter theme"),
    ],
)
def test_a_wrong_address_is_refused_with_its_reason(client, verania, query, reason):  # noqa: F811
    for address in ("/countries/verania/", "/countries/verania/timeline/"):
        answer = client.get(f"{address}{query}")
        assert answer.status_code == 400
        assert reason in answer.content.decode()
