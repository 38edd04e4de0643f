"""The country page: what stands on it, from whom, and what it never says."""

import json
import re
from decimal import Decimal

import html5lib
import pytest
from django.test import Client

ADDRESS = "/countries/verania/"


def first_country(make):
    """Verania, and at the same time the country that the factory falls back on."""
    country = make.country(key="VER", slug="verania", name="Verania", official_name="Republic of Verania")
    make.shared["countries"] = country
    return country


@pytest.fixture
def verania(make):
    return first_country(make)


def read(make, country, **values):
    """A document that somebody has read for the country."""
    document = make.document(**values)
    make.document_country(document=document, country=country)
    return document


def page(client: Client, query: str = "") -> str:
    answer = client.get(f"{ADDRESS}{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def words(html: str) -> str:
    """What a reader reads: without tags, spaces joined."""
    return re.sub(r"\s+", " ", re.sub(r"<script.*?</script>|<[^>]+>", " ", html, flags=re.S))


@pytest.fixture
def deaths(make, verania):
    """Two sources count the dead of one event, each in its own way."""
    event = make.event(country=verania, title="Old Harbour, 1 May 2012")
    watch = make.publisher(name="Verania Watch", kind="ngo")
    own = make.publisher(name="Government of Verania", kind="government", home_country="VER")
    shared = {
        "country": verania,
        "event": event,
        "indicator": make.indicator(name="People killed"),
        "unit": make.unit(key="persons"),
    }
    more = make.figure(
        **shared, document=read(make, verania, publisher=watch, published="2012-06-01"), low=17, high=None,
        qualifier="at_least", counted="dock workers", outcome="dead", actor="police", printed="at least 17",
    )  # fmt: skip
    fewer = make.figure(
        **shared, document=read(make, verania, publisher=own, published="2012-05-20"), low=12, high=12,
        qualifier="unqualified", counted="people", outcome="dead", printed="12",
    )  # fmt: skip
    return event, more, fewer


def test_a_country_without_documents_has_a_short_page_that_says_so(client, verania):
    text = words(page(client))
    assert "No document has been read for Verania yet." in text
    assert "Republic of Verania" in text
    assert "Who governs" not in text
    assert "Not yet researched." in text


def test_differing_counts_stand_side_by_side_with_their_qualifiers(client, deaths):
    text = words(page(client))
    assert "at least 17" in text
    assert "dock workers dead" in text
    assert "by police" in text
    assert "people dead" in text
    assert "Sources count different things. Each line is one source&#39;s own count." in text


def test_no_range_or_mean_that_no_source_printed(client, deaths):
    html = page(client)
    assert not re.search(
        r"12\s*(–|-|to|and)\s*17|between 12|14\.5", words(html) + " ".join(re.findall('aria-label="([^"]*)"', html))
    )


def test_counts_stand_in_order_of_publication_the_undated_last(client, make, deaths, verania):
    event, more, _ = deaths
    undated = read(make, verania, published="2012-01/..", published_inferred=True, published_note="Inferred.")
    make.figure(country=verania, event=event, indicator=more.indicator, counted="cranes", document=undated)
    text = words(page(client).split('id="events"')[1])
    assert text.index("people dead") < text.index("dock workers dead") < text.index("cranes")


def test_the_country_s_own_government_is_told_apart_from_others(client, make, deaths, verania):
    other = make.publisher(name="Office of Borduria", kind="government", home_country="BOR")
    make.figure(country=verania, document=read(make, verania, publisher=other))
    text = words(page(client))
    assert "Government of the country" in text
    assert "Another government" in text


def test_a_question_links_down_from_the_first_screen_and_gives_its_reason(client, make, deaths, verania):
    question = make.disagreement(
        country=verania, question="How many died at Old Harbour?", reason="different_definition"
    )
    for position, claim in enumerate(deaths[1:], 1):
        make.side(disagreement=question, position=position, figure=claim)
    html = page(client)
    anchor = question.key.replace("/", "-")
    assert f'href="#{anchor}"' in html
    assert f'id="{anchor}"' in html
    assert "The country's own government is among those who answer." in html.replace("&#39;", "'")


def test_a_question_with_one_public_answer_is_not_shown(client, make, deaths, verania):
    question = make.disagreement(country=verania, question="How many died at Old Harbour?")
    make.side(disagreement=question, position=1, figure=deaths[1])
    make.side(disagreement=question, position=2, figure=make.figure(country=verania, status="draft", printed="99"))
    assert "How many died at Old Harbour?" not in page(client)


def test_the_lead_stands_first_with_its_rule_and_the_number_of_others(client, make, verania):
    people = make.indicator(name="Population", part="people")
    old = make.figure(country=verania, indicator=people, low=100, high=100, period="1999", document=read(make, verania))
    new = make.figure(country=verania, indicator=people, low=200, high=200, period="1998", document=old.document)
    question = make.disagreement(country=verania, question="How many live there?")
    make.side(disagreement=question, position=1, figure=old)
    make.side(disagreement=question, position=2, figure=new)
    make.lead(country=verania, question="How many live there?", rule="editor", reason="The only count", figure=new)
    text = words(page(client).split('id="figures"')[1])
    assert "Shown first: The only count. 1 other answer." in text
    assert text.index("200") < text.index("100")


def test_results_are_shown_per_source_and_verdicts_name_their_speaker(client, make, verania):
    vote = make.election(country=verania, office=None, timing="early")
    watch = read(make, verania, publisher=make.publisher(name="Verania Watch"))
    make.result(
        election=vote, document=watch, label="Ada Verane", share_low=96, share_high=None, share_qualifier="more_than"
    )
    make.result(election=vote, document=read(make, verania), label="Ada Verane", share_low=95, share_high=95)
    topic = make.topic(part="elections", name="Observers' verdict")
    make.statement(country=verania, topic=topic, election=vote, document=watch, text="Below standards.")
    text = words(page(client))
    assert "more than 96%" in text
    assert "95%" in text
    assert "Sources differ and none explains why." in text
    assert "Verania Watch: below standards." in text


def test_seats_are_parted_by_how_they_are_filled_and_ours_are_marked(client, make, verania):
    chamber = make.institution(country=verania, name="Senate")
    read(make, verania)
    make.seat_block(institution=chamber, seats=47, method="total")
    make.seat_block(institution=chamber, seats=7, method="appointed", chosen_by="The president")
    make.seat_block(institution=chamber, seats=40, method="indirectly_elected", derived="40 = 47 - 7")
    html = page(client)
    assert "47 seats" in words(html)
    assert "Our reckoning, not the source&#39;s: 40 = 47 - 7" in html
    assert 'width="14.89%"' in html


def test_shares_are_never_rescaled_and_several_answers_are_explained(client, make, verania):
    tongues = make.breakdown(country=verania, kind="language", several_answers="yes", document=read(make, verania))
    make.share(breakdown=tongues, label="Veranian", low=Decimal("64.4"), high=Decimal("64.4"), position=1)
    make.share(breakdown=tongues, label="Bordurian", low=95, high=95, position=2)
    html = page(client)
    assert 'width="64.4%"' in html
    assert 'width="95%"' in html
    assert "Sum as printed: 159.4%" in words(html)
    assert "People may name more than one" in words(html)


def test_two_censuses_are_joined_by_group_and_one_sided_groups_say_so(client, make, verania):
    group = make.group(name="Veranians")
    for year, value in (("1999", 53), ("2009", 63)):
        census = make.breakdown(country=verania, as_of=year, document=read(make, verania))
        make.share(breakdown=census, label=f"Printed {year}", group=group, low=value, high=value, position=1)
        make.share(breakdown=census, label="others", share_class="residual_other", low=4, high=4, position=9)
    make.share(breakdown=census, label="Newcomers", group=make.group(name="Newcomers"), low=2, high=2, position=2)
    html = page(client)
    assert html.count('<line class="slope"') == 1
    assert "not listed" in html
    assert "1999 census: 13 years before this page&#39;s date" in html


def test_a_case_leads_with_its_last_step_in_words(client, make, verania):
    document = read(make, verania)
    shared = {"country": verania, "proceeding": "Trial of two", "group_label": "two dock workers", "document": document}
    make.case_step(**shared, case_status="convicted", date="2012-05", sentence_high=7, sentence_unit="years_prison")
    make.case_step(**shared, case_status="upheld", date="2012-11-19")
    text = words(page(client).split('id="cases"')[1])
    assert re.search(
        r"Two dock workers\s?: upheld on appeal\s?, 19 November 2012. No later step in the sources held.", text
    )
    assert text.index("Upheld on appeal") < text.index("Convicted")
    assert "up to 7 years in prison" in text


def test_summaries_are_set_apart_as_ours_and_stand_once_under_their_themes(client, make, verania):
    excerpt = make.excerpt(document=read(make, verania), heading="Strike at the harbour")
    make.excerpt_country(excerpt=excerpt, country=verania)
    theme = make.theme(name="Right to life", part="Life")
    make.excerpt_theme(excerpt=excerpt, theme=theme)
    make.excerpt_theme(excerpt=excerpt, theme=make.theme(name="Trade unions", part="Work"))
    html = page(client)
    assert html.count("<h4>Strike at the harbour</h4>") == 1
    assert "In our words" in html
    assert "<blockquote" not in html
    assert f"/countries/verania/themes/{theme.key}/" in html


def test_none_reported_is_an_answer_beside_the_others(client, make, verania):
    topic = make.topic(part="rights", name="Trafficking")
    make.statement(
        country=verania,
        topic=topic,
        text="",
        value_state="none_reported",
        printed="None reported.",
        document=read(make, verania),
    )
    make.statement(country=verania, topic=topic, text="Reported for the year.", document=read(make, verania))
    text = words(page(client))
    assert "The source says: none reported." in text
    assert "Reported for the year." in text


def test_foreign_names_have_their_language_and_linked_data_cannot_break_out(client, make, verania):
    make.country_name(country=verania, name="Veranija </script><b>", kind="native_formal", language="ve-Latn")
    html = page(client)
    assert 'lang="ve-Latn"' in html
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1]
    assert "<" not in block
    assert json.loads(block)["alternateName"] == ["Veranija </script><b>"]


def test_the_page_has_no_style_or_script_of_its_own(client, deaths):
    html = page(client)
    assert "style=" not in html
    assert "<style" not in html
    assert re.findall(r"<script(?! type=\"application/ld\+json\")(?! src=)", html) == []


def test_the_markup_is_valid_and_its_anchors_lead_somewhere(client, make, deaths, verania):
    make.everything()
    html = page(client)
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html)
    assert parser.errors == []
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_an_unknown_country_is_not_found(client, verania):
    assert client.get("/countries/borduria/").status_code == 404
