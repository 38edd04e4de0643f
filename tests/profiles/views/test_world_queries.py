"""Query budgets of the pages over all countries: exact, and the same with ten times the rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

BUDGETS = {
    "/countries/?sort=population": 5,  # countries, what is read, the indicator; which figures are newest, and those
    "/countries/?name=land": 6,
    "/map/": 5,  # countries, documents, what the form offers
    "/map/?by=census": 5,
    "/map/?by=population": 5,
    "/map/?by=indicators/population": 7,
    "/map/?by=groups/ethnic/veranians": 7,
    "/map/?by=topics/form": 7,
    "/map.csv?by=indicators/population": 4,
    "/compare/": 3,
    "/compare/?c=VAA&c=VAB": 8,
    "/compare/?c=VAA&c=VAB&s=indicators/population&s=indicators/i1&s=groups/ethnic/veranians&s=topics/form": 13,
    "/compare.csv?c=VAA&c=VAB&s=indicators/population&s=indicators/i1": 4,
    "/groups/ethnic/veranians/": 8,
    "/groups/ethnic/veranians/?country=VAA&page=1": 6,
    "/indicators/population/": 7,
    "/indicators/population/?country=VAA": 5,
}


def world(make, countries, times):
    """Some figures, shares and statements of every country, each from a document and a publisher of its own."""
    subjects = {"indicators": [make.row_of(key) for key in ("population", "i1")]}
    for country in countries:
        for _ in range(times):
            on = {
                "country": country,
                "document": make.document(publisher=make.publisher()),
                "speaker": make.publisher(),
            }
            make.document_country(country=country, document=on["document"])
            make.country_name(country=country)
            for indicator in subjects["indicators"]:
                make.figure(**on, indicator=indicator, unit=indicator.unit)
                make.figure(**on, indicator=indicator, unit=indicator.unit, counted="women")
            make.share(breakdown=make.breakdown(**on), group=make.veranians)
            make.statement(**on, topic=make.form, code=make.topic_code(topic=make.form))


@pytest.fixture
def filled(make):
    """Two countries, two indicators, a group and a topic; the rows come with `world`."""
    rows = {key: make.indicator(key=key, unit=make.unit(key=f"u/{key}")) for key in ("population", "i1")}
    make.row_of = rows.__getitem__
    make.veranians = make.group(key="ethnic/veranians")
    make.form = make.topic(key="form")
    return [make.country(key=key, slug=key.lower(), name=f"Land {key}") for key in ("VAA", "VAB")]


def count(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.django_db
def test_budgets_are_exact_and_do_not_grow_with_countries_or_years(client, make, filled):
    world(make, filled, 1)
    few = {address: count(client, address) for address in BUDGETS}
    more = [make.country() for _ in range(18)]
    world(make, [*filled, *more], 10)
    many = {address: count(client, address) for address in BUDGETS}
    assert few == many
    assert few == BUDGETS
