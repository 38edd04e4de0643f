"""Query budgets of the pages of things, claims and documents: exact, and the same with ten times the rows."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from profiles.datasets import DATASETS

BUDGETS = {
    "/people/ver/one/": 10,  # person, names, posts, citations, results, steps, parts, statements, excerpts, identifiers
    "/offices/ver/one/": 6,
    "/institutions/ver/one/": 9,
    "/organisations/ver/one/": 9,
    "/elections/ver/one/": 7,
    "/events/ver/one/": 8,
    "/groups/ver/one/": 8,
    "/indicators/ver/one/": 6,
    "/publishers/ver/one/": 14,  # five of its own, one union of what it says elsewhere, one for each kind
    "/sources/": 5,
    "/sources/ver/one/": 26,  # as for publishers, twice: what rests on it, and what borrows from it; names to withhold
    "/coverage/": 16,
    "/sitemap.xml": 2,
    "/claims/figures/ver/one/": 5,
    "/claims/statements/ver/one/": 5,
    "/claims/breakdowns/ver/one/": 7,
    "/claims/results/ver/one/": 5,
    "/claims/citations/ver/one/": 5,
    "/claims/case-steps/ver/one/": 4,
    "/claims/offices/ver/one/": 3,
    "/claims/disagreements/ver/one/": 3,
}


def ones(make):
    """The rows that the addresses name, each with key ver/one."""
    country = make.shared["countries"] = make.country(key="VER", slug="verania")
    made: dict[str, Any] = {"country": country}
    for name in (
        "publisher",
        "document",
        "unit",
        "indicator",
        "topic",
        "group",
        "person",
        "organisation",
        "institution",
    ):
        made[name] = getattr(make, name)(key="ver/one")
    for name in ("office", "election", "event", "disagreement"):
        made[name] = getattr(make, name)(key="ver/one", country=country)
    return made


def claims(make, one, key=""):
    """A row of every kind about those, each with links of its own; the first time with the key that is asked for."""
    keyed = {"key": key} if key else {}
    document = make.document(
        publisher=make.publisher(), part_of=make.document(), republished_by=make.publisher(), series=make.series()
    )
    on = {"document": one["document"], "speaker": one["publisher"]}
    borrowed = {"document": document, "original_document": one["document"], "relation": "cites"}
    base = {"country": one["country"], "period": "2012"}
    figure = make.figure(**base, **borrowed, indicator=one["indicator"], unit=one["unit"], event=one["event"], **keyed)
    for name in ("institution", "organisation", "election"):
        make.figure(**base, **on, indicator=make.indicator(), unit=make.unit(), **{name: one[name]})
    of_topic = {"country": one["country"], "topic": one["topic"]}
    make.statement(**of_topic, **borrowed, **keyed, code=make.topic_code(topic=one["topic"]))
    for name in ("person", "institution", "organisation", "office", "election", "event"):
        make.statement(country=one["country"], topic=make.topic(), **on, **{name: one[name]})
    breakdown = make.breakdown(country=one["country"], **borrowed, **keyed)
    make.share(breakdown=breakdown, group=one["group"])
    make.breakdown(country=one["country"], as_of="1999", **on)
    for number, row in enumerate(
        (make.result(election=one["election"], **borrowed, **keyed), make.result(election=make.election(), **on))
    ):
        make.result_person(result=row, person=one["person"] if number else make.person())
        make.result_organisation(result=row, organisation=one["organisation"])
    make.involvement(event=one["event"], person=one["person"], organisation=one["organisation"], **borrowed)
    make.involvement(event=make.event(), person=one["person"], **on)
    make.case_step(person=one["person"], event=one["event"], country=one["country"], **borrowed, **keyed)
    make.case_step(country=one["country"], **on)
    excerpt = make.excerpt(**on)
    for link, name in (("excerpt_person", "person"), ("excerpt_election", "election"), ("excerpt_event", "event")):
        getattr(make, link)(excerpt=excerpt, **{name: one[name]})
    make.excerpt_country(excerpt=excerpt, country=one["country"])
    make.excerpt_theme(excerpt=excerpt, theme=make.theme())
    for side in (figure, breakdown):
        make.side(disagreement=one["disagreement"], **{type(side).__name__.lower(): side})


def things(make, one, key=""):
    """Names, posts, seats, dates, headings, flaws and citations that belong to those."""
    keyed = {"key": key} if key else {}
    tenures = [
        make.tenure(person=one["person"], office=make.office()),
        make.tenure(person=make.person(), office=one["office"]),
    ]
    cited = [
        {"tenure": tenures[0]},
        {"tenure": tenures[1]},
        {"person_name": make.person_name(person=one["person"])},
        {"organisation_name": make.organisation_name(organisation=one["organisation"])},
        {"organisation_status": make.organisation_status(organisation=one["organisation"])},
        {"seat_block": make.seat_block(institution=one["institution"])},
        *({name: one[name]} for name in ("person", "organisation", "institution", "election", "event")),
    ]
    for record in cited:
        make.citation(country=None, field="", document=one["document"], **record)
        make.citation(country=None, field="", document=make.document(publisher=make.publisher()), **record)
    on = {"document": make.document(), "speaker": one["publisher"]}
    make.citation(country=None, office=one["office"], field="title", **on, **keyed)
    for name in ("person", "office", "institution", "organisation", "election", "event"):
        make.identifier(country=None, **{name: one[name]})
    make.election(country=one["country"], institution=one["institution"], kind="parliamentary")
    make.election(country=one["country"], office=one["office"])
    make.institution(part_of=one["institution"], country=one["country"])
    make.office(institution=one["institution"], country=one["country"])
    make.group(broader=one["group"])
    make.document(publisher=one["publisher"], part_of=one["document"], replaces=one["document"])
    make.document(republished_by=one["publisher"], original=one["document"], publisher=make.publisher())
    make.document_country(document=make.document(publisher=make.publisher()), country=one["country"])
    for row in ("heading", "defect", "document_date"):
        getattr(make, row)(document=one["document"])
    make.check(country=one["country"])


def count(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.django_db
def test_budgets_are_exact_and_do_not_grow(client, make):
    one = ones(make)
    claims(make, one, "ver/one")
    claims(make, one)
    things(make, one, "ver/one")
    few = {address: count(client, address) for address in BUDGETS}
    for _ in range(18):
        claims(make, one)
        things(make, one)
    many = {address: count(client, address) for address in BUDGETS}
    assert few == many
    assert few == BUDGETS


@pytest.mark.django_db
def test_no_permalink_costs_more_than_seven_queries(client, make):
    for name, row in make.everything().items():
        if not DATASETS[name].is_link:
            assert count(client, f"/claims/{name}/{row.key}/") <= 7, name
