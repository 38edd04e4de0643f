"""Markup of the pages of things, claims and documents: valid, one first heading, each id once, no inline style."""

import re
from collections import Counter

import html5lib
import pytest

from profiles.datasets import DATASETS
from tests.profiles.views.test_things_queries import BUDGETS, claims, ones, things

PAGES = [
    *(address for address in BUDGETS if address != "/sitemap.xml"),
    "/method/",
    "/corrections/",
    "/people/ver/never/",
    "/sources/?kind=novel",
]
HOSTILE = '<b>"O\'Verane" & Söhne</b>'


def faults(html):
    """What is wrong with a page, in a list."""
    parser = html5lib.HTMLParser()
    parser.parse(html)
    found = [str(error) for error in parser.errors]
    found += [f"id {name} twice" for name, times in Counter(re.findall(r'\sid="([^"]+)"', html)).items() if times > 1]
    found += ["not one h1"] if len(re.findall("<h1[ >]", html)) != 1 else []
    found += (
        ["inline style or script"]
        if re.search(r'\sstyle="|<style|<script(?! (?:type="application/ld|src=))|\son\w+="', html)
        else []
    )
    found += ["no title"] if not re.search("<title>[^<]{3,} – Rightsbook</title>", html) else []
    labels = re.findall(r'aria-labelledby="([^"]+)"', html)
    return found + [f"no id {label}" for label in labels if f'id="{label}"' not in html]


@pytest.fixture
def full(make):
    one = ones(make)
    claims(make, one, "ver/one")
    claims(make, one)
    things(make, one, "ver/one")
    return make


@pytest.mark.django_db
def test_every_page_is_valid_with_everything_on_it(client, full):
    for address in PAGES:
        html = client.get(address).content.decode()
        assert faults(html) == [], address


@pytest.mark.django_db
def test_every_page_is_valid_with_nothing_on_it(client, make):
    ones(make)
    for address in [address for address in PAGES if "/claims/" not in address]:
        html = client.get(address).content.decode()
        assert faults(html) == [], address


@pytest.mark.django_db
def test_every_permalink_is_valid(client, make):
    for name, row in make.everything().items():
        if not DATASETS[name].is_link:
            assert faults(client.get(f"/claims/{name}/{row.key}/").content.decode()) == [], name


@pytest.mark.django_db
def test_words_of_sources_are_never_markup(client, make):
    person = make.person(key="ver/p", name=HOSTILE, note_public=HOSTILE)
    document = make.document(key="ver/d", title=HOSTILE, label=HOSTILE, authors=HOSTILE, disclaimer=HOSTILE)
    make.statement(key="ver/s", person=person, text=HOSTILE, printed=HOSTILE, document=document)
    make.excerpt_person(excerpt=make.excerpt(heading=HOSTILE, text=HOSTILE, document=document), person=person)
    for address in ("/people/ver/p/", "/sources/ver/d/", "/claims/statements/ver/s/", "/sources/"):
        html = client.get(address).content.decode()
        assert "&lt;b&gt;" in html
        assert HOSTILE not in html, address
        assert faults(html) == [], address
