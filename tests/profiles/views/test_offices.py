"""Heads of state and of government over countries, on a day."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sources.models.base import Status

pytestmark = pytest.mark.django_db
QUERIES = 3  # posts, their tenures, the citations of both


@pytest.fixture
def post(make):
    """A president of a country of that name, with the holders given as (name, start, end, last attested)."""

    def build(name, *holders, title="President", cited="President Ada", **values):
        country = make.country(name=name, sort_key=name.lower())
        office = make.office(country=country, title=title, head_of_state=True, **values)
        document = make.document(published="2020-05-01", publisher=make.publisher(name="Almanac"))
        make.citation(country=None, office=office, field="title", printed=cited, document=document)
        for person, start, end, attested in holders:
            tenure = make.tenure(
                person=make.person(name=person), office=office, start=start, end=end,
                ended="ended" if end else "ongoing", last_attested="" if end else attested,
            )  # fmt: skip
            make.citation(country=None, tenure=tenure, field="start", printed=person, document=document)
        return office

    return build


def listed(client, query="", status=200):
    response = client.get(f"/offices/{query}")
    assert response.status_code == status, response.content.decode()[:300]
    html = response.content.decode()
    table = html.partition("<tbody>")[2].partition("</tbody>")[0]
    return [re.findall(r"<a [^>]*>(?:<bdi>)?([^<]+)", row)[:3] for row in table.split("</tr>")[:-1]]


def test_each_country_shows_who_was_in_office_on_the_day(client, post):
    post("Verania", ("Ada", "2010-01-01", "2015-06-30", ""), ("Bel", "2015-07-01", "", "2020-05-01"))
    post("Borduria", ("Cy", "2012", "", "2020-05-01"))
    assert listed(client) == [["Borduria", "President", "Cy"], ["Verania", "President", "Bel"]]
    assert listed(client, "?on=2015-06-30") == [["Borduria", "President", "Cy"], ["Verania", "President", "Ada"]]
    assert listed(client, "?on=2011-12-31") == [["Verania", "President", "Ada"]]
    assert listed(client, "?on=2009-12-31") == []


def test_the_order_is_by_start_where_asked_and_the_undated_come_last(client, post):
    post("Arden", ("Ada", "", "", "2020-05-01"))
    post("Borduria", ("Bel", "2018", "", "2020-05-01"))
    post("Celia", ("Cy", "1999", "", "2020-05-01"))
    names = {sort: [row[0] for row in listed(client, f"?sort={sort}")] for sort in ("country", "newest", "longest")}
    assert names == {
        "country": ["Arden", "Borduria", "Celia"],
        "newest": ["Borduria", "Celia", "Arden"],
        "longest": ["Celia", "Borduria", "Arden"],
    }


def test_a_role_leaves_the_other_out(client, post):
    post("Verania", ("Ada", "2010", "", "2020-05-01"))
    assert len(listed(client, "?role=head_of_state")) == 1
    assert listed(client, "?role=head_of_government") == []
    assert "No source held has anybody" in client.get("/offices/?role=head_of_government").content.decode()


def test_a_post_of_several_shows_them_all_and_one_of_one_the_last(client, post):
    two = [("Ada", "2010", "", "2020-05-01"), ("Bel", "2012", "", "2020-04-01")]
    post("Verania", *two, holders="several")
    post("Borduria", *two)
    assert [row[2] for row in listed(client)] == ["Bel", "Bel", "Ada"]


def test_a_post_that_the_newest_source_prints_as_vacant_says_so(client, post):
    post("Verania", cited="President (vacant)")
    html = client.get("/offices/").content.decode()
    assert "Almanac 2020" in html.partition("<tbody>")[2]
    assert "vacant" in html.partition("<tbody>")[2]


def test_before_the_source_that_prints_it_vacant_the_holder_stands(client, post):
    post("Verania", ("Ada", "2010-01-01", "", "2015-06-01"), cited="President (vacant)")
    assert [row[2] for row in listed(client, "?on=2014-01-01")] == ["Ada"]
    assert "vacant" in client.get("/offices/?on=2020-06-01").content.decode().partition("<tbody>")[2]


def test_restricted_people_and_drafts_are_not_there(client, post, make):
    office = post("Verania", ("Ada", "2010", "", "2020-05-01"))
    hidden = make.person(name="Hidden", visibility="restricted", basis="")
    make.tenure(person=hidden, office=office, start="2019", ended="ongoing", last_attested="2020-06-01")
    make.tenure(
        person=make.person(name="Drafted"), office=office, start="2019", ended="ongoing", last_attested="2020-07-01",
        status=Status.DRAFT,
    )  # fmt: skip
    assert [row[2] for row in listed(client)] == ["Ada"]


@pytest.mark.parametrize("query", ["?on=x", "?on=2999-01-01", "?role=king", "?sort=age", "?who=ada", "?on=2012-1-1"])
def test_wrong_questions_are_refused_with_the_reason(client, db, query):
    response = client.get(f"/offices/{query}")
    assert response.status_code == 400
    assert query[1:].partition("=")[0] in response.content.decode()


def test_an_empty_form_field_asks_for_nothing(client, post):
    post("Verania", ("Ada", "2010", "", "2020-05-01"))
    assert len(listed(client, "?role=&on=&sort=")) == 1


def test_ten_times_the_countries_take_the_same_queries(client, post):
    counts = []
    for number in (1, 10):
        for index in range(number):
            post(f"Land {number} {index}", ("Ada", "2010", "", "2020-05-01"))
        with CaptureQueriesContext(connection) as queries:
            client.get("/offices/")
        counts.append(len(queries))
    assert counts == [QUERIES, QUERIES]
