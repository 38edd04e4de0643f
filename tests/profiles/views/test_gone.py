"""Addresses of what was public and was withdrawn."""

import pytest

from profiles.models import Person
from sources.models.base import Status

pytestmark = pytest.mark.django_db


def withdraw(row):
    row.status = Status.WITHDRAWN
    row.save()


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("figure", "/claims/figures/ver/x/"),
        ("event", "/events/ver/x/"),
        ("document", "/sources/ver/x/"),
        ("indicator", "/indicators/ver/x/"),
        ("election", "/elections/ver/x/"),
    ],
)
def test_what_was_withdrawn_says_so_and_nothing_more(client, make, kind, address):
    row = getattr(make, kind)(key="ver/x")
    assert client.get(address).status_code == 200
    withdraw(row)
    response = client.get(address)
    html = response.content.decode()
    assert response.status_code == 410
    assert "<h1>Withdrawn</h1>" in html
    assert "ver/x" not in html.replace(f'href="http://testserver{address}"', "")


def test_what_was_never_published_was_never_there(client, make):
    withdraw(make.figure(key="ver/x", status=Status.DRAFT))
    assert client.get("/claims/figures/ver/x/").status_code == 404


def test_a_draft_is_not_withdrawn(client, make):
    row = make.figure(key="ver/x")
    row.status = Status.DRAFT
    row.save()
    assert client.get("/claims/figures/ver/x/").status_code == 404


def test_people_are_never_said_to_have_been_there(client, make):
    person = make.person(key="ver/p/1")
    name = make.personname(key="ver/n/1", person=person)
    tenure = make.tenure(key="ver/t/1", person=person)
    withdraw(name)
    withdraw(tenure)
    withdraw(person)
    for address in ("/claims/person-names/ver/n/1/", "/claims/tenures/ver/t/1/", "/people/ver/p/1/"):
        assert client.get(address).status_code == 404


def test_what_speaks_of_somebody_restricted_is_never_said_to_have_been_there(client, make):
    person = make.person(key="ver/p/1")
    row = make.figure(key="ver/x")
    excerpt = make.excerpt(key="ver/e")
    make.excerptperson(excerpt=excerpt, person=person)
    Person.objects.filter(pk=person.pk).update(visibility=Person.Visibility.RESTRICTED, basis="")
    withdraw(excerpt)
    withdraw(row)
    assert client.get("/claims/excerpts/ver/e/").status_code == 404
    assert client.get("/claims/figures/ver/x/").status_code == 410


def test_what_rests_on_something_hidden_is_never_said_to_have_been_there(client, make):
    document = make.document()
    row = make.figure(key="ver/x", document=document)
    withdraw(row)
    assert client.get("/claims/figures/ver/x/").status_code == 410
    withdraw(document)
    assert client.get("/claims/figures/ver/x/").status_code == 404
