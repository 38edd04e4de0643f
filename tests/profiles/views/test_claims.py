"""Permalinks: one row of any table, its evidence, the other answers, and how to cite it."""

import re

import pytest
from django.utils import timezone
from markupsafe import escape

from profiles.datasets import DATASETS
from sources import dates
from sources.models.base import Status

pytestmark = pytest.mark.django_db
KEYED = [name for name, dataset in DATASETS.items() if not dataset.is_link]
LINKS = [name for name, dataset in DATASETS.items() if dataset.is_link]


def text(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, response.content.decode()[:400]
    return response.content.decode()


def others(html):
    """The keys of the claims in the two lists of other answers, as the marks link to them."""
    found = re.search(r'<h2 id="(?:others|times)">.*?<section aria-labelledby="(?:columns|shares)"', html, re.DOTALL)
    return sorted(set(re.findall(r'href="/claims/[a-z-]+/(ver/[^"]+)/"', found[0]))) if found else []


@pytest.mark.parametrize("name", KEYED)
def test_every_row_with_a_key_shows_every_public_column_with_its_meaning(client, make, name):
    dataset = DATASETS[name]
    row = make.row(dataset.model)
    html = text(client, f"/claims/{name}/{row.key}/")
    for column in dataset.columns:
        assert f"<code>{column.name}</code>" in html
        assert f"<td>{escape(column.help)}</td>" in html
    assert f"/data/{name}.csv" in html
    assert html.count("<h1>") == 1


@pytest.mark.parametrize("name", KEYED)
def test_a_hidden_row_is_not_there(client, make, name):
    row = make.row(DATASETS[name].model, status=Status.DRAFT)
    assert text(client, f"/claims/{name}/{row.key}/", 404) == text(client, f"/claims/{name}/ver/never/", 404)


@pytest.mark.parametrize("name", LINKS)
def test_tables_without_keys_have_no_permalinks(client, db, name):
    text(client, f"/claims/{name}/ver/x/", 404)


@pytest.mark.parametrize("address", ["/claims/novels/x/", "/claims/figures/KAZ/", f"/claims/figures/{'a' * 3000}/"])
def test_what_never_was_is_not_found(client, db, address):
    text(client, address, 404)


def test_a_nul_is_refused(client, db):
    text(client, "/claims/figures/a%00b/", 400)


def test_a_claim_says_who_where_and_from_where(client, make):
    origin = make.document(label="The first report")
    row = make.figure(
        key="ver/f/1", document=make.document(label="A later page", published="2012-05-25"),
        speaker=make.publisher(name="The ministry", short_name="Ministry"), relation="paraphrases",
        original_document=origin, locator="lines 3–4", printed="seventeen", derived="17 = 12 + 5",
        unit=make.unit(key="persons"), note_public="A public note.", note_internal="An internal note.",
    )  # fmt: skip
    html = text(client, f"/claims/figures/{row.key}/")
    for words in (
        "Ministry", "A later page", "lines 3–4", "25 May 2012", "“<bdi>seventeen</bdi>”", "17 = 12 + 5",
        "Gives another text in its own words", "The first report", "A public note.",
    ):  # fmt: skip
        assert words in html, words
    assert "An internal note." not in html
    assert "/admin/" not in html


def test_it_can_be_cited_with_the_day(client, make):
    document = make.document(label="Harbour report", title="", publisher=make.publisher(name="Verania Watch"))
    make.figure(
        key="ver/f/1", document=document, unit=make.unit(key="persons"), locator="line 4", counted="dock workers"
    )
    html = text(client, "/claims/figures/ver/f/1/")
    today = dates.words(timezone.now().date().isoformat())
    cited = re.search(r'<p class="copy">(.*?)</p>', html, re.DOTALL)[1]
    assert "17 (dock workers). Verania Watch: [Harbour report], 25 May 2012, line 4." in cited
    assert f"http://testserver/claims/figures/ver/f/1/ (seen {today})" in cited


def test_a_citation_names_who_speaks_in_the_document(client, make):
    make.figure(key="ver/f/1", speaker=make.publisher(name="The ministry"), unit=make.unit(key="persons"))
    cited = re.search(r'<p class="copy">(.*?)</p>', text(client, "/claims/figures/ver/f/1/"), re.DOTALL)[1]
    assert "17 (says The ministry). " in cited


def test_the_question_of_a_figure_is_never_split_by_what_was_counted(client, make):
    harbour = make.event()
    unit, killed = make.unit(key="persons"), make.indicator()
    same = {"event": harbour, "indicator": killed, "unit": unit}
    make.figure(**same, key="ver/f/1", counted="dock workers", period="2012-05-01")
    make.figure(**same, key="ver/f/2", counted="people shot", actor="police", place="Harbour", period="1999")
    make.figure(**same, key="ver/f/draft", status=Status.DRAFT)
    make.figure(indicator=killed, unit=unit, key="ver/f/no-event")
    make.figure(event=harbour, unit=unit, indicator=make.indicator(), key="ver/f/other-measure")
    html = text(client, "/claims/figures/ver/f/1/")
    assert "Other answers to the same question" in html
    assert others(html) == ["ver/f/2"]


@pytest.mark.parametrize(
    ("period", "now", "later"),
    [
        ("2009", ["ver/f/2009", "ver/f/undated"], ["ver/f/1999"]),
        ("", ["ver/f/1999", "ver/f/2009", "ver/f/undated"], []),
        ("2005/..", ["ver/f/2009", "ver/f/undated"], ["ver/f/1999"]),
    ],
)
def test_without_a_thing_the_period_tells_questions_apart(client, make, period, now, later):
    unit, population = make.unit(key="persons"), make.indicator()
    make.figure(indicator=population, unit=unit, key="ver/f/0", period=period)
    for each in ("1999", "2009", ""):
        make.figure(indicator=population, unit=unit, key=f"ver/f/{each or 'undated'}", period=each)
    html = text(client, "/claims/figures/ver/f/0/")
    same, _, other_times = html.partition('id="times"')
    assert others(same + '<section aria-labelledby="columns"') == now
    found = re.findall(r'href="/claims/figures/(ver/f/[^"]+)/"', other_times.partition('id="columns"')[0])
    assert sorted(set(found)) == later


def test_a_statement_is_answered_by_those_on_its_topic_and_subject(client, make):
    topic, vote = make.topic(), make.election()
    make.statement(topic=topic, election=vote, key="ver/s/1")
    make.statement(topic=topic, election=vote, key="ver/s/2")
    make.statement(topic=topic, election=make.election(), key="ver/s/other-vote")
    make.statement(topic=topic, key="ver/s/no-vote")
    assert others(text(client, "/claims/statements/ver/s/1/")) == ["ver/s/2"]


def test_a_breakdown_is_answered_by_others_of_its_kind(client, make):
    first = make.breakdown(key="ver/b/1", as_of="2009")
    make.share(breakdown=first, label="Veranyan", low=53.4, high=53.4, group=make.group(name="Veranians"))
    make.share(breakdown=make.breakdown(key="ver/b/2", as_of="1999"), label="Veranian", low=40, high=40)
    make.breakdown(key="ver/b/3", kind="religion", as_of="2009")
    html = text(client, "/claims/breakdowns/ver/b/1/")
    assert others(html) == ["ver/b/2"]
    assert "The same question about other times" in html
    assert "Veranian 40%" in html
    assert "53.4%" in html


def test_a_result_is_answered_by_those_for_the_same_winner(client, make):
    vote, ada = make.election(), make.person()
    for key, label in (("1", "Ada Verane"), ("2", "A. Verane"), ("3", "ada verane"), ("4", "Somebody else")):
        row = make.result(key=f"ver/r/{key}", election=vote, label=label)
        if key in "12":
            make.result_person(result=row, person=ada)
    assert others(text(client, "/claims/results/ver/r/1/")) == ["ver/r/2", "ver/r/3"]


def test_a_citation_is_answered_by_those_of_the_same_field(client, make):
    office = make.office()
    for key, field in (("1", "term_years"), ("2", "term_years"), ("3", "title")):
        make.citation(key=f"ver/c/{key}", country=None, office=office, field=field, value="5")
    assert others(text(client, "/claims/citations/ver/c/1/")) == ["ver/c/2"]


def test_a_claim_alone_says_that_nobody_else_answers(client, make):
    make.figure(key="ver/f/1", unit=make.unit(key="persons"))
    assert "No other source held answers the same question." in text(client, "/claims/figures/ver/f/1/")


def test_a_claim_leads_to_the_questions_in_which_it_is_a_side(client, make):
    claim = make.figure(key="ver/f/1", unit=make.unit(key="persons"))
    question = make.disagreement(question="How many died?", note_public="One counts workers only.")
    make.side(disagreement=question, figure=claim)
    hidden = make.disagreement(question="A hidden question?", status=Status.DRAFT)
    make.side(disagreement=hidden, figure=claim)
    html = text(client, "/claims/figures/ver/f/1/")
    assert "How many died?" in html
    assert "A hidden question?" not in html
    assert "/claims/figures/ver/f/1/" in text(client, f"/claims/disagreements/{question.key}/")


def test_a_thing_shows_who_says_each_of_its_fields(client, make):
    tenure = make.tenure(key="ver/t/1")
    watch = make.document(publisher=make.publisher(short_name="Watch"))
    make.citation(country=None, tenure=tenure, field="start", value="2012-09-24", document=watch)
    html = text(client, "/claims/tenures/ver/t/1/")
    assert "Who says so" in html
    assert "24 September 2012" in html
    assert "Watch" in html


def test_a_thing_with_a_page_links_to_it(client, make):
    make.office(key="ver/president")
    assert 'href="/offices/ver/president/"' in text(client, "/claims/offices/ver/president/")


def test_files_are_narrowed_to_the_row_s_country(client, make):
    country = make.country(key="VER", slug="verania")
    make.figure(key="ver/f/1", country=country, unit=make.unit(key="persons"))
    html = text(client, "/claims/figures/ver/f/1/")
    assert 'href="/data/figures.csv?country=VER"' in html
    assert 'href="/data/figures.json?country=VER"' in html
    assert "?country" not in text(client, "/claims/units/persons/")
