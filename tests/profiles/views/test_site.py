"""Pages about the site, and what machines ask of it."""

import re
from xml.etree import ElementTree

import pytest
from django.db import OperationalError

from profiles.pages import addresses
from profiles.views import site
from sources.models.base import Status
from sources.speakers import KINDS, OTHER_GOVERNMENT, OWN_GOVERNMENT, UNNAMED


def text(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, response.content.decode()[:400]
    return response.content.decode()


def locations(xml):
    return [element.text for element in ElementTree.fromstring(xml).iter() if element.tag.endswith("}loc")]


def test_the_method_page_explains_every_shape(client):
    html = text(client, "/method/")
    for kind in (OWN_GOVERNMENT, OTHER_GOVERNMENT, *KINDS.values(), UNNAMED):
        assert kind.shape in html
        assert kind.word in html


def test_the_corrections_page_promises_no_list_it_does_not_have(client):
    assert "None recorded yet." in text(client, "/corrections/")


@pytest.mark.django_db
def test_coverage_counts_what_is_held_and_what_is_not(client, make):
    country = make.country(key="VER", slug="verania", name="Verania")
    for _ in range(2):
        make.document_country(document=make.document(publisher=make.publisher()), country=country)
    make.figure(country=country)
    make.figure(country=country, status=Status.DRAFT)
    excerpt = make.excerpt()
    make.excerpt_country(excerpt=excerpt, country=country)
    make.excerpt_theme(excerpt=excerpt, theme=make.theme())
    make.theme()
    html = text(client, "/coverage/")
    row = re.search(r"<tr><th scope=\"row\"><a href=\"/countries/verania/\">.*?</tr>", html, re.DOTALL)[0]
    assert re.findall(r">([0-9,]+)</td>", row) == ["2", "2", "1", "0", "1", "1", "1", "0"]


@pytest.mark.django_db
def test_coverage_of_an_empty_site_says_how_to_fill_it(client):
    assert "No document has been read for a country." in text(client, "/coverage/")


def test_health_asks_nothing_of_the_database(client):
    response = client.get("/healthz")
    assert response.content == b"ok\n"
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "no-cache" in response["Cache-Control"]


@pytest.mark.django_db
def test_it_is_ready_with_all_migrations(client):
    assert text(client, "/readyz") == "ready\n"


@pytest.mark.django_db
def test_it_is_not_ready_with_a_migration_missing(client, monkeypatch):
    monkeypatch.setattr(site, "migrations", lambda: frozenset({("profiles", "9999_later")}))
    assert text(client, "/readyz", 503) == "not ready: 1 migration is not applied\n"


def test_it_is_not_ready_without_a_database(client, monkeypatch):
    def refuse(connection):
        raise OperationalError("host, port and password")

    monkeypatch.setattr(site, "MigrationRecorder", refuse)
    assert text(client, "/readyz", 503) == "not ready: the database does not answer\n"


def test_robots_find_the_sitemap_and_not_the_desk(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == "User-agent: *\nDisallow: /admin/\n\nSitemap: http://testserver/sitemap.xml\n"


@pytest.mark.django_db
def test_the_sitemap_holds_public_pages_and_each_answers(client, make):
    make.everything()
    make.person(key="ver/p/hidden", visibility="restricted", basis="")
    make.event(key="ver/draft", status=Status.DRAFT)
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    found = locations(response.content)
    assert len(found) == len(set(found)) > len(addresses.FIXED) + len(addresses.PAGES)
    assert not [each for each in found if "hidden" in each or "draft" in each]
    for each in found:
        assert client.get(each.removeprefix("http://testserver")).status_code == 200, each


@pytest.mark.django_db
def test_a_large_sitemap_is_an_index_of_parts_that_hold_each_page_once(client, make, monkeypatch):
    make.everything()
    whole = locations(client.get("/sitemap.xml").content)
    monkeypatch.setattr(site, "MOST_ADDRESSES", 5)
    parts = locations(client.get("/sitemap.xml").content)
    assert parts[0] == "http://testserver/sitemap.xml?part=1"
    assert len(parts) == -(-len(whole) // 5)
    found = [page for part in parts for page in locations(client.get(part.removeprefix("http://testserver")).content)]
    assert sorted(found) == sorted(whole)
    assert len(found) == len(set(found))


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["0", "99", "x", "-1"])
def test_a_part_that_is_not_there_is_refused(client, part):
    text(client, f"/sitemap.xml?part={part}", 400)
