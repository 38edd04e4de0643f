"""Things are found by their names, whatever their case and accents; what is hidden is not."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from profiles.pages.finding import KINDS
from sources.models.base import Status

pytestmark = pytest.mark.django_db


def found(client, asked, status=200):
    response = client.get("/search/", {"q": asked})
    assert response.status_code == status, response.content.decode()[:300]
    html = response.content.decode()
    return re.findall(r"<li><a href=\"[^\"]+\"><bdi>([^<]+)</bdi>", html)


def test_each_kind_of_thing_is_found_by_its_name(client, make):
    made = make.everything()
    names = {
        "countries": {"name": "Wexland"}, "people": {"name": "Wexa Ada"}, "offices": {"title": "Wex of State"},
        "institutions": {"name": "Wex Court"}, "organisations": {"name": "Wex Party"}, "events": {"title": "Wex day"},
        "groups": {"name": "Wexers"}, "indicators": {"name": "Wex rate"}, "documents": {"label": "Wex report"},
        "publishers": {"name": "Wex Watch"},
    }  # fmt: skip
    assert {kind.model._meta.db_table for kind in KINDS} == {made[name]._meta.db_table for name in names}
    for name, values in names.items():
        type(made[name]).objects.filter(pk=made[name].pk).update(**values)
    assert len(found(client, "wex")) == len(names)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Côte d'Arvor", "cote arvor"),
        ("Cote d'Arvor", "Côte"),
        ("Åsgard", "asg"),
        ("Ислам Верано", "вер"),
        ("Ana-Maria Torrent", "maria tor"),
        ("Ana-Maria Torrent", "torrent ana"),
        ("O’Brien", "brien"),
    ],
)
def test_words_are_found_at_their_beginning_without_regard_to_accents_case_or_order(client, make, name, asked):
    make.person(name=name)
    assert found(client, asked) == [name.replace("'", "&#39;")]


@pytest.mark.parametrize("asked", ["orrent", "ana borg", "anas"])
def test_what_begins_no_word_is_not_found(client, make, asked):
    make.person(name="Ana Torrent")
    assert found(client, asked) == []
    assert "Nothing has a name" in client.get("/search/", {"q": asked}).content.decode()


def test_other_names_lead_to_the_thing_once(client, make):
    person = make.person(name="Ana Torrent")
    make.person_name(person=person, name="A. Torrente")
    make.person_name(person=person, name="Anna Torrente")
    assert found(client, "torrente") == ["Ana Torrent"]


def test_signs_of_patterns_are_only_signs(client, make):
    make.person(name="Ana Torrent")
    for asked in (".*", "[a-z", "(", "\\m", "%", "_"):
        assert found(client, asked) == []


def test_hidden_things_and_restricted_people_are_not_found(client, make):
    make.organisation(name="Wex Party", status=Status.DRAFT)
    hidden = make.person(name="Wexa Hidden", visibility="restricted", basis="")
    make.person_name(person=hidden, name="Wexa Other")
    shown = make.person(name="Ana Torrent")
    make.person_name(person=shown, name="Wexa Secret", status=Status.DRAFT)
    assert found(client, "wex") == []


def test_the_very_name_comes_first_and_long_lists_are_cut_with_their_number(client, make):
    for number in range(25):
        make.organisation(name=f"Green Front {number}")
    make.organisation(name="Green")
    assert found(client, "green")[0] == "Green"
    html = client.get("/search/?q=green").content.decode()
    assert "The first 20 of 26" in html


@pytest.mark.parametrize("query", ["?q=" + "a" * 101, "?q=a+b+c+d+e+f+g+h+i", "?q=a&q=b", "?what=a"])
def test_wrong_questions_are_refused_with_the_reason(client, query):
    assert client.get(f"/search/{query}").status_code == 400


def test_ten_times_the_rows_take_the_same_queries(client, make):
    counts = []
    for number in (1, 10):
        for index in range(number):
            country = make.country(name=f"Wexland {number} {index}")
            make.organisation(name=f"Wex {number} {index}", country=country)
            make.office(title=f"Wex {number} {index}", country=country)
            make.person(name=f"Wex {number} {index}")
        with CaptureQueriesContext(connection) as queries:
            client.get("/search/?q=wex")
        counts.append(len(queries))
    assert counts == [len(KINDS), len(KINDS)]
