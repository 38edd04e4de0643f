"""The list of documents and the pages of publishers."""

import pytest

from sources.models.base import Status

pytestmark = pytest.mark.django_db


def text(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, response.content.decode()[:400]
    return response.content.decode()


@pytest.fixture
def shelf(make):
    """Three documents: an NGO's, read for Verania; a government's; and one of nobody known."""
    watch = make.publisher(key="watch", name="Verania Watch")
    ministry = make.publisher(key="ministry", name="Ministry of Harbours", kind="government", home_country="VER")
    make.country(key="VER", slug="verania", name="Verania")
    report = make.document(key="ver/report", label="Harbour report", publisher=watch, published="2012-05-25")
    make.document_country(document=report, country=report_country(make))
    make.document(key="ver/decree", label="Decree of 2013", publisher=ministry, kind="statement", published="2013")
    make.document(key="ver/page", label="A page", publisher=None, kind="country_page", published="")
    return make


def report_country(make):
    from profiles.models import Country

    return Country.objects.get(key="VER")


def labels(html):
    order = ("Harbour report", "Decree of 2013", "A page")
    return sorted((label for label in order if f">{label}</a>" in html), key=lambda label: html.index(f">{label}</a>"))


def test_it_lists_what_was_read_first(client, shelf):
    assert labels(text(client, "/sources/")) == ["Harbour report", "Decree of 2013", "A page"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("sort=date", ["Decree of 2013", "Harbour report", "A page"]),
        ("sort=title", ["A page", "Decree of 2013", "Harbour report"]),
        ("sort=publisher", ["Decree of 2013", "Harbour report", "A page"]),
        ("publisher_kind=government", ["Decree of 2013"]),
        ("publisher_kind=unknown", ["A page"]),
        ("country=VER", ["Harbour report"]),
        ("kind=country_page", ["A page"]),
        ("kind=statement&country=VER", []),
        ("publisher_kind=&country=&kind=&sort=", ["Harbour report", "Decree of 2013", "A page"]),
    ],
)
def test_it_filters_and_sorts_by_the_address(client, shelf, query, expected):
    assert labels(text(client, f"/sources/?{query}")) == expected


def test_a_choice_that_nothing_answers_says_how_to_go_on(client, shelf):
    assert "Show all documents" in text(client, "/sources/?kind=statement&country=VER")


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("colour=red", "colour"),
        ("kind=novel", "kind=novel"),
        ("country=ZZZ", "country=ZZZ"),
        ("sort=size", "sort=size"),
        ("kind=report&kind=article", "kind stands more than once"),
        ("page=2", "page=2"),
        ("page=0", "page=0"),
        ("page=99999999999999999999", "page=9999"),
        ("page=%D9%A2", "page="),
    ],
)
def test_an_unknown_parameter_or_value_is_named(client, shelf, query, named):
    assert named in text(client, f"/sources/?{query}", 400)


def test_long_lists_have_pages_that_keep_the_choice(client, make):
    for _ in range(101):
        make.document(kind="article")
    first = text(client, "/sources/?kind=article")
    assert 'href="?kind=article&amp;page=2"' in first
    assert "101–101 of 101" in text(client, "/sources/?kind=article&page=2")


def test_an_empty_library_says_how_documents_come_in(client):
    assert "No document is held" in text(client, "/sources/")


def test_a_publisher_s_page_tells_own_country_from_others(client, shelf):
    html = text(client, "/publishers/ministry/")
    assert "■ (government of the country) on the page of its own country and □ (another government)" in html
    assert '<a href="/countries/verania/">Verania</a>' in html
    assert "Decree of 2013" in html


def test_a_publisher_s_page_gathers_what_it_says_elsewhere(client, make):
    body = make.publisher(key="speaker", name="A speaker")
    unit = make.unit(key="persons")
    make.figure(speaker=body, unit=unit, low=17, high=17, counted="dock workers", key="ver/f/1")
    make.figure(speaker=body, unit=unit, key="ver/f/2", status=Status.DRAFT, counted="hidden ones")
    html = text(client, "/publishers/speaker/")
    assert "/claims/figures/ver/f/1/" in html
    assert "17 (dock workers)" in html
    assert "hidden ones" not in html


def test_a_publisher_without_anything_says_so(client, make):
    make.publisher(key="silent")
    html = text(client, "/publishers/silent/")
    assert "No document of its own is held" in html
    assert "Not yet described" in html


def test_a_draft_publisher_is_not_there(client, make):
    make.publisher(key="draft", status=Status.DRAFT)
    text(client, "/publishers/draft/", 404)
