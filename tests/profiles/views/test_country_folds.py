"""What the country page folds, links and numbers: everything stays on the page, and each place can be reached."""

import re

import pytest

from tests.profiles.views.test_country import deaths, page, read, verania, words  # noqa: F401  # fixtures among them


def within(html: str, anchor: str) -> str:
    """The tags that are open where an id stands."""
    before = html[: html.index(f'id="{anchor}"')]
    return "details" if before.count("<details") > before.count("</details>") else ""


@pytest.fixture
def asked(make, verania, deaths):  # noqa: F811
    """Three questions, the deaths among the last: the first two stand open, the third folds."""
    for position in (1, 2):
        other = make.disagreement(country=verania, question=f"Open question {position}?", position=position)
        for side in (1, 2):
            figure = make.figure(country=verania, document=read(make, verania))
            make.side(disagreement=other, position=side, figure=figure)
    question = make.disagreement(country=verania, question="How many died?", position=3)
    for position, claim in enumerate(deaths[1:], 1):
        make.side(disagreement=question, position=position, figure=claim)
    return question.key.replace("/", "-").replace(".", "-")


def test_many_figures_fold_under_their_number_and_none_is_left_out(client, make, verania):  # noqa: F811
    document = read(make, verania)
    for year in range(2001, 2013):
        make.figure(
            country=verania, indicator=make.indicator(part="economy"), low=year, high=year, printed=f"printed {year}",
            document=document,
        )  # fmt: skip
    html = page(client)
    assert "7 more figures: economy" in words(html)
    folded = html.split("7 more figures")[1].split("</details>\n</div>")[0]
    assert len({year for year in range(2001, 2013) if f"printed {year}" in html}) == 12
    assert sum(f"printed {year}" in folded for year in range(2001, 2013)) == 7


def test_one_row_too_many_is_shown_rather_than_folded(client, make, verania):  # noqa: F811
    document = read(make, verania)
    for _ in range(6):
        make.figure(country=verania, indicator=make.indicator(part="economy"), document=document)
    assert "more figures" not in words(page(client))


def test_an_indicator_cut_by_the_fold_names_itself_on_both_sides(client, make, verania):  # noqa: F811
    births = make.indicator(part="people", name="Births")
    document = read(make, verania)
    for year in range(2001, 2010):
        make.figure(country=verania, indicator=births, period=str(year), document=document)
    html = page(client)
    assert html.count(">Births</a>") == 2
    assert re.search(r'rowspan="5".*4 more figures: people.*rowspan="4"', html, re.S)


def test_decades_of_one_indicator_are_named_with_the_way_to_them(client, make, verania):  # noqa: F811
    births = make.indicator(key="births", part="people", name="Births")
    document = read(make, verania)
    for year in range(1970, 2011):
        make.figure(country=verania, indicator=births, period=str(year), printed=f"in {year}", document=document)
    html = page(client)
    assert "36 more figures: people" in words(html)
    assert "12 more figures of Births" in words(html)
    assert 'href="/indicators/births/?country=VER"' in html
    assert "in 1982" in html
    assert "in 1981" not in html
    there = client.get("/indicators/births/?country=VER").content.decode()
    assert all(f"in {year}" in there for year in range(1970, 2011))


def test_the_events_of_which_most_documents_speak_stand_open(client, make, verania, deaths):  # noqa: F811
    document = read(make, verania)
    for day in range(10, 17):
        event = make.event(country=verania, title=f"Newer event {day}", start=f"2012-06-{day}")
        make.citation(country=None, event=event, document=document)
    html = page(client)
    assert "3 more events" in words(html)
    assert within(html, f"e-{deaths[0].key.replace('/', '-')}") == ""


def test_counts_that_a_question_compares_stand_in_one_line_with_the_event(client, asked):
    html = page(client)
    event = html.split('id="events"')[1].split("</section>")[0]
    assert "at least 17" in event
    assert '<ul class="dots"' not in event
    assert f'href="#{asked}"' in event
    assert '<ul class="dots"' in html.split('id="conflicts"')[1]


def test_a_folded_question_can_be_reached_by_its_address(client, asked):
    html = page(client)
    assert within(html, asked) == "details", "the place must lie inside, or browsers do not open it"


def test_a_contested_number_has_a_sentence_that_names_every_speaker(client, asked):
    text = words(page(client)).replace("&#39;", "'")
    said = "Government of Verania (20 May 2012) counts 12 people dead; "
    said += "Verania Watch (1 June 2012) counts at least 17 dock workers dead, by police."
    assert f"How to say it: {said}" in text


def test_a_mark_leads_to_its_place_in_the_document(client, make, verania):  # noqa: F811
    document = read(make, verania)
    make.figure(country=verania, indicator=make.indicator(part="people"), document=document, locator="lines 3–5")
    assert f'href="{document.get_absolute_url()}#lines-3-5"' in page(client)


def test_on_paper_every_mark_has_a_note_and_a_place_has_one_number(client, make, verania):  # noqa: F811
    document = read(make, verania)
    people = {"country": verania, "indicator": make.indicator(part="people"), "document": document}
    make.figure(**people, locator="line 3", printed="one")
    make.figure(**people, locator="line 3", printed="two")
    make.figure(**people, locator="line 9", printed="three")
    html = page(client)
    numbers = re.findall(r'data-note="(\d+)"', html)
    listed = re.findall(r"<li>(.*?)</li>", html.split('class="notes"')[1].split("</section>")[0])
    assert sorted(set(map(int, numbers))) == list(range(1, len(listed) + 1))
    figures = re.findall(r'data-note="(\d+)"', html.split('id="figures"')[1].split("</section>")[0])
    assert len(figures) == 3
    assert len(set(figures)) == 2
    assert sum("line 3" in line for line in listed) == 1


def test_a_figure_past_its_shelf_life_says_who_looked_for_a_newer_one(client, make, verania):  # noqa: F811
    document = read(make, verania, published="2012-12-13")
    old = make.indicator(part="economy", name="Growth", shelf_life_months=24)
    new = make.indicator(part="economy", name="Prices", shelf_life_months=24)
    make.figure(country=verania, indicator=old, period="2009", document=document)
    make.figure(country=verania, indicator=new, period="2011", document=document)
    assert "Older than the 24 months we allow: Growth; nobody has looked for a newer one." in words(page(client))
    make.check(
        country=verania, subject="A newer growth rate", checked_on="2012-12-20", sources="two yearbooks",
        outcome="nothing_found",
    )  # fmt: skip
    said = "Older than the 24 months we allow: Growth; nothing newer found on 20 December 2012 in: two yearbooks."
    assert said in words(page(client))
    assert "nobody has looked" not in words(page(client))


def test_seats_are_drawn_for_each_source_and_said_in_a_table(client, make, verania):  # noqa: F811
    vote = make.election(
        country=verania, office=None, institution=make.institution(country=verania), kind="parliamentary"
    )
    document = read(make, verania, publisher=make.publisher(name="Verania Watch", short_name="VW"))
    for label, seats in (("Blue List", 30), ("Green List", 45)):
        make.result(
            election=vote, document=document, label=label, seats=seats, seats_qualifier="unqualified",
            share_low=None, share_high=None, share_qualifier="", value_state="not_applicable",
        )  # fmt: skip
    for address in ("/countries/verania/", vote.get_absolute_url()):
        html = client.get(address).content.decode()
        drawing = html.split('<figure class="hemicycle">')[1].split("</figure>")[0]
        assert drawing.count("h0") == 75
        assert re.search(r"Green List.*45.*Blue List.*30", drawing, re.S)
        assert "75 seats as VW gives them." in drawing
        assert 'role="img"' in drawing
