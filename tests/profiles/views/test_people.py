"""A person's page: posts as the evidence bears them, cases led by where they stand."""

import datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest

from profiles.pages.cases import sentence
from profiles.pages.moments import Moment
from profiles.pages.terms import since, standing
from sources.models.base import Status

pytestmark = pytest.mark.django_db


def text(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, response.content.decode()[:400]
    return response.content.decode()


@pytest.fixture
def ada(make):
    return make.person(key="ver/p/7f3k2", name="Ada Verane", basis="public_office")


def test_it_says_why_the_person_is_public(client, ada):
    assert "Public here because: holds or held public office." in text(client, "/people/ver/p/7f3k2/")


def test_old_evidence_is_never_in_the_present_tense(client, make, ada):
    make.tenure(person=ada, office=make.office(title="Harbour master"), last_attested="2012-12-13")
    html = text(client, "/people/ver/p/7f3k2/")
    assert "in office at last report (13 December 2012)" in html
    assert "in office on" not in html


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"last_attested": "2012-12-13"}, "in office on 13 December 2012"),
        ({"last_attested": "2011-12-13"}, "in office at last report (13 December 2011)"),
        ({"last_attested": "2011/.."}, "in office at last report (from 2011)"),
        ({"last_attested": "[2011,2012]"}, "in office on 2011 or 2012"),
        ({"ended": "unknown", "last_attested": "2012"}, "attested 2012; the end is not known"),
        ({"ended": "unknown", "last_attested": ""}, "the end is not known"),
        ({"ended": "ended", "end": "2012-09", "last_attested": ""}, "until September 2012"),
        (
            {"ended": "ended", "end": "2012-09", "end_kind": "dismissed", "last_attested": ""},
            "until September 2012, dismissed",
        ),
        (
            {"ended": "ended", "end": "2012-07-17/2012-09-24", "end_kind": "successor_attested", "last_attested": ""},
            "left by 24 September 2012 (successor attested)",
        ),
        ({"ended": "ended", "last_attested": ""}, "has left; no date in the sources held"),
    ],
)
def test_a_post_is_worded_by_its_evidence(make, values, expected):
    row = make.tenure(**values)
    row.refresh_from_db()
    assert standing(row, Moment(datetime.date(2012, 12, 31))) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"start": "2012-09-24"}, "from 24 September 2012"),
        ({"start": "../2007-04"}, "until April 2007"),
        ({"start": "", "start_kind": "appointed"}, "start not known, appointed"),
        ({"start": "1991", "start_kind": "elected"}, "from 1991, elected"),
    ],
)
def test_the_start_is_worded_by_what_is_known(make, values, expected):
    assert since(make.tenure(**values)) == expected


def test_an_acquittal_comes_first_whatever_followed(client, make, ada):
    for status, date in (("charged", "2012-01"), ("acquitted", "2012-06-22"), ("appeal_pending", "2012-07-24")):
        make.case_step(person=ada, group_label="", proceeding="Harbour case", case_status=status, date=date)
    html = text(client, "/people/ver/p/7f3k2/")
    assert "<b>Acquitted, 22 June 2012. Latest step held: appeal pending, 24 July 2012</b>" in html
    assert "No later step in the sources held." in html
    steps = html[html.index('<ol class="steps"') :]
    assert steps.index("Appeal pending") < steps.index("Acquitted") < steps.index("Charged")


def test_a_case_without_an_acquittal_leads_with_its_latest_step(client, make, ada):
    make.case_step(person=ada, group_label="", case_status="charged", date="2012-01", key="ver/c/2")
    make.case_step(
        person=ada, group_label="", case_status="convicted", date="2012-05", key="ver/c/1",
        sentence_low=2, sentence_high=2, sentence_unit="years_suspended",
    )  # fmt: skip
    html = text(client, "/people/ver/p/7f3k2/")
    assert "<b>Convicted, May 2012</b>" in html
    assert "2 years, suspended" in html


def test_a_step_without_a_date_is_not_taken_for_the_latest(client, make, ada):
    for status, date in (("charged", ""), ("convicted", "2012-05")):
        make.case_step(person=ada, group_label="", proceeding="Harbour case", case_status=status, date=date)
    assert "<b>Convicted, May 2012</b>" in text(client, "/people/ver/p/7f3k2/")


def test_names_show_their_kind_and_language_and_who_prints_them(client, make, ada):
    name = make.person_name(person=ada, name="Ада Веране", language="ru", kind="transliteration")
    make.citation(
        country=None,
        person_name=name,
        field="name",
        document=make.document(publisher=make.publisher(short_name="Watch")),
    )
    html = text(client, "/people/ver/p/7f3k2/")
    assert '<bdi lang="ru">Ада Веране</bdi>' in html
    assert "other transliteration" in html
    assert "Watch" in html


def test_results_excerpts_and_parts_in_events_are_gathered(client, make, ada):
    result = make.result(label="Verane", share_low=95, share_high=95)
    make.result_person(result=result, person=ada)
    make.excerpt_person(excerpt=make.excerpt(heading="On the harbour"), person=ada)
    make.involvement(person=ada, group_label="", role="organiser", event=make.event(title="Old Harbour, 1 May 2012"))
    html = text(client, "/people/ver/p/7f3k2/")
    assert "95%" in html
    assert "On the harbour" in html
    assert "Old Harbour, 1 May 2012" in html
    assert "organiser" in html


def test_an_empty_page_says_how_posts_come_in(client, ada):
    assert "No post is recorded." in text(client, "/people/ver/p/7f3k2/")


def test_restricted_draft_and_unknown_people_answer_alike(client, make):
    make.person(key="ver/p/hidden", visibility="restricted", basis="")
    make.person(key="ver/p/draft", status=Status.DRAFT)
    never = text(client, "/people/ver/p/never/", 404)
    assert text(client, "/people/ver/p/hidden/", 404) == never
    assert text(client, "/people/ver/p/draft/", 404) == never


def test_a_day_that_nobody_gives_is_called_undated():
    row = SimpleNamespace(ended="ongoing", last_attested="", last_attested_earliest=None, last_attested_latest=None)
    assert standing(row, Moment(datetime.date(2012, 12, 31))) == "in office at last report (undated)"


@pytest.mark.parametrize(
    ("low", "high", "unit", "expected"),
    [
        (1, 1, "years_prison", "1 year in prison"),
        (10, 10, "mci", "10 MCI"),
        (None, 7, "years_prison", "up to 7 years in prison"),
        (3, None, "months", "at least 3 months in prison"),
        (3, 5, "lashes_and_fine", "between 3 and 5 lashes and fine"),
        (None, None, "", ""),
    ],
)
def test_a_sentence_is_put_into_words(low, high, unit, expected):
    number = {name: None if value is None else Decimal(value) for name, value in (("low", low), ("high", high))}
    row = SimpleNamespace(sentence_low=number["low"], sentence_high=number["high"], sentence_unit=unit)
    assert sentence(row) == expected
