"""Query budgets: exact, and the same with ten times the rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from profiles.datasets import DATASETS
from tests.profiles.views.test_country import first_country

BUDGETS = {
    "/": 18,
    "/countries/": 3,
    "/countries/verania/": 30,
    "/countries/verania/timeline/": 30,
    "/conflicts/": 15,
}
THEME_BUDGET = 31  # as the country page, and the theme itself


def fill(make, country, times):
    """Rows of every table about one country, some of them joined to each other."""
    for _ in range(times):
        document = make.document(publisher=make.publisher(), republished_by=make.publisher(), part_of=make.document())
        make.document_country(document=document, country=country)
        event, vote = make.event(country=country), make.election(country=country)
        tenure = make.tenure(office=make.office(country=country, head_of_state=True))
        make.citation(country=None, tenure=tenure, field="start", document=document)
        make.person_name(person=tenure.person, kind="spelling")
        make.seat_block(institution=make.institution(country=country), seats=7, method="appointed")
        make.organisation_status(organisation=make.organisation(country=country))
        make.step(country=country)
        make.result(election=vote, document=document, speaker=make.publisher())
        share = make.share(breakdown=make.breakdown(country=country, document=document), group=make.group())
        about = {
            "country": country,
            "document": document,
            "partner": make.country(),
            "organisation": make.organisation(),
        }
        topic = make.topic(part="law")
        make.statement(**about, topic=topic, code=make.topic_code(topic=topic))
        make.figure(**about, indicator=make.indicator(part="people"), institution=make.institution())
        make.statement(country=country, election=vote, document=document, topic=make.topic(part="elections"))
        figure = make.figure(
            country=country, event=event, document=document, original_document=make.document(), relation="cites"
        )
        make.involvement(event=event, document=document)
        make.case_step(country=country, document=document)
        excerpt = make.excerpt(document=document)
        make.excerpt_country(excerpt=excerpt, country=country)
        make.excerpt_theme(excerpt=excerpt, theme=make.theme())
        make.excerpt_event(excerpt=excerpt, event=event)
        question = make.disagreement(country=country)
        make.side(disagreement=question, position=1, figure=figure)
        make.side(disagreement=question, position=2, figure=make.figure(country=country, document=document))
        for position, claim in enumerate((share, share.breakdown), 3):
            make.side(disagreement=question, position=position, **{type(claim).__name__.lower(): claim})
        make.lead(country=country, figure=figure)
        make.check(country=country)


def count(client, address):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("address", BUDGETS)
def test_the_budget_is_exact_and_does_not_grow(client, make, address):
    country = first_country(make)
    make.everything()
    fill(make, country, 1)
    few = count(client, address)
    fill(make, country, 10)
    assert count(client, address) == few == BUDGETS[address]


def test_a_theme_s_page_has_an_exact_budget(client, make):
    country = first_country(make)
    fill(make, country, 1)
    theme = make.theme()
    few = count(client, f"/countries/verania/themes/{theme.key}/")
    fill(make, country, 10)
    assert count(client, f"/countries/verania/themes/{theme.key}/") == few == THEME_BUDGET


def test_every_table_is_filled_for_the_count():
    assert len(DATASETS) >= 40
