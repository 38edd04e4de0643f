"""A document's page while its text is not held, and its citations."""

import json

import pytest

from sources.models.base import Status

pytestmark = pytest.mark.django_db


def text(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, response.content.decode()[:400]
    return response.content.decode()


@pytest.fixture
def report(make):
    return make.document(
        key="ver/report", label="Harbour report", title="Harbours", publisher=make.publisher(key="watch")
    )


def test_it_says_that_the_words_are_not_here_and_where_they_are(client, make, report):
    parent = make.document(label="Country page")
    part = make.document(key="ver/part", part_of=parent, part_lines="lines 10–20", url="https://watch.example/r")
    html = text(client, part.get_absolute_url())
    assert "is not in this copy of Rightsbook" in html
    assert 'href="https://watch.example/r"' in html
    assert "lines 10–20" in html
    assert "Country page" in html


def test_each_place_bears_what_rests_on_it_in_the_order_of_places(client, make, report):
    unit = make.unit(key="persons")
    make.figure(document=report, locator="line 100", unit=unit, counted="late ones", key="ver/f/2")
    make.figure(document=report, locator="line 9", unit=unit, counted="early ones", key="ver/f/1")
    office = make.office(title="Harbour master")
    make.citation(document=report, locator="line 9", country=None, office=office, field="title", printed="master")
    make.excerpt(document=report, locator="para. 3", heading="On strikes")
    html = text(client, "/sources/ver/report/")
    places = [html.index(f'<dt id="{anchor}">') for anchor in ("line-9", "line-100", "para-3")]
    assert places == sorted(places)
    assert places[0] < html.index("Harbour master: title") < places[1]
    assert places[0] < html.index("early ones") < places[1] < html.index("late ones") < places[2]


def test_places_stand_under_their_headings(client, make, report):
    make.heading(document=report, position=1, text="Strikes", locator="line 5")
    make.heading(document=report, position=2, text="Courts", locator="line 50")
    make.figure(document=report, locator="line 60", unit=make.unit(key="persons"), counted="trials")
    html = text(client, "/sources/ver/report/")
    assert html.index("<b>Strikes</b>") < html.index("<b>Courts</b>") < html.index("(trials)")


def test_documents_inside_it_stand_in_its_outline(client, make, report):
    make.heading(document=report, position=1, text="Strikes", locator="line 5")
    make.heading(document=report, position=2, text="Courts", locator="line 50")
    make.document(key="ver/part", label="A text inside", part_of=report, part_lines="lines 20–30")
    html = text(client, "/sources/ver/report/")
    outline = html[html.index('<ol class="outline">') :]
    assert outline.index("Strikes") < outline.index("A text inside") < outline.index("Courts")


def test_a_disputing_citation_says_that_it_gives_another_answer(client, make, report):
    office = make.office(title="President")
    make.citation(
        document=report, country=None, office=office, field="term_years", stance="disputes", value="7", printed="seven"
    )
    html = text(client, "/sources/ver/report/")
    assert "Citation, another answer" in html
    assert "7 years" in html


def test_dates_show_their_role_their_printed_form_and_the_reason(client, make):
    document = make.document(
        published="2012-12-13/..", published_inferred=True, published_note="The newest item is of that day."
    )
    make.document_date(
        document=document, role="updated", date="2012-11-15", date_printed="15 Nov. 2012", locator="line 7"
    )
    html = text(client, document.get_absolute_url())
    assert "(inferred)" in html
    assert "The newest item is of that day." in html
    assert "<dt>Updated</dt>" in html
    assert "printed as “<bdi>15 Nov. 2012</bdi>”, line 7" in html


def test_what_is_unknown_is_said(client, make):
    document = make.document(title="", label="Page without a title", publisher=None, published="")
    html = text(client, document.get_absolute_url())
    assert "<h1>Page without a title</h1>" in html
    assert "None printed" in html
    assert "its publisher is not known" in html
    assert "The source gives no date." in html


def test_a_machine_translation_is_marked(client, make):
    document = make.document(translation="machine", original_language="ru")
    html = text(client, document.get_absolute_url())
    assert "Machine translation; original not held." in html
    assert "Russian" in html


def test_a_foreign_title_bears_its_language(client, make):
    document = make.document(title="Права", language="ru")
    assert '<span lang="ru">Права</span>' in text(client, document.get_absolute_url())


def test_flaws_say_whose_they_are(client, make, report):
    make.defect(document=report, locator="line 7", whose="our_copy", text="A label lost its value")
    make.defect(document=report, locator="line 3", whose="publication", text="An old census")
    html = text(client, "/sources/ver/report/")
    assert html.index("An old census") < html.index("A label lost its value")
    assert "In our copy" in html


def test_it_names_who_borrows_from_it(client, make, report):
    other = make.document(label="A later text")
    make.figure(
        document=other, original_document=report, relation="cites", unit=make.unit(key="persons"), counted="dead"
    )
    html = text(client, "/sources/ver/report/")
    assert "Other documents that rest on it" in html
    assert "A later text" in html


def test_hidden_relations_are_left_out(client, make, report):
    hidden = make.document(label="Hidden text", status=Status.DRAFT)
    shown = make.document(key="ver/new", replaces=hidden, original=hidden, translation="human", original_language="ru")
    make.document(label="Draft part", part_of=report, status=Status.DRAFT)
    make.document(label="Draft successor", replaces=report, status=Status.DRAFT)
    assert "Hidden text" not in text(client, shown.get_absolute_url())
    html = text(client, "/sources/ver/report/")
    assert "Draft part" not in html
    assert "Draft successor" not in html


def test_public_relations_are_shown_both_ways(client, make, report):
    make.document(key="ver/new", label="The new text", replaces=report)
    assert "The new text" in text(client, "/sources/ver/report/")
    assert "<dt>Replaces</dt>" in text(client, "/sources/ver/new/")


def test_many_statements_have_pages(client, make, report):
    office = make.office()
    for number in range(401):
        make.citation(document=report, locator=f"line {number + 1}", country=None, office=office, field="title")
    first = text(client, "/sources/ver/report/")
    assert 'id="line-400"' in first
    assert 'id="line-401"' not in first
    assert 'id="line-401"' in text(client, "/sources/ver/report/?page=2")


def test_a_result_shows_share_votes_and_seats(client, make, report):
    make.result(
        document=report, label="HP", share_low=88, share_high=88, share_of="valid_votes", votes=1200,
        votes_qualifier="about", seats=9, seats_qualifier="unqualified",
    )  # fmt: skip
    assert "HP: 88% of valid votes, about 1,200 votes, 9 seats" in text(client, "/sources/ver/report/")


def test_a_value_that_is_not_given_says_what_is_said_instead(client, make, report):
    nothing = {"low": None, "high": None, "qualifier": "", "document": report}
    make.figure(**nothing, value_state="none_reported", printed="none", locator="line 1")
    make.figure(**nothing, value_state="in_words", printed="dozens", locator="line 2")
    html = text(client, "/sources/ver/report/")
    assert "The source says: none reported." in html
    assert "“dozens”" in html


def test_an_empty_document_says_how_statements_come_in(client, report):
    assert "nothing rests on this document itself" in text(client, "/sources/ver/report/")


@pytest.mark.parametrize(
    ("suffix", "content_type", "start"),
    [
        ("bib", "application/x-bibtex; charset=utf-8", "@techreport{ver:report,"),
        ("ris", "application/x-research-info-systems; charset=utf-8", "TY  - RPRT\r\n"),
        ("json", "application/vnd.citationstyles.csl+json", "["),
    ],
)
def test_citations_have_their_content_type_and_name(client, report, suffix, content_type, start):
    response = client.get(f"/sources/ver/report/cite.{suffix}")
    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"] == f'attachment; filename="ver-report.{suffix}"'
    assert response.content.decode().startswith(start)


def test_a_citation_takes_a_place(client, report):
    response = client.get("/sources/ver/report/cite.json?locator=lines 3-4")
    assert json.loads(response.content)[0]["locator"] == "lines 3–4"


def test_a_citation_refuses_what_is_no_place(client, report):
    assert "locator=somewhere" in text(client, "/sources/ver/report/cite.bib?locator=somewhere", 400)


def test_hidden_and_unknown_documents_answer_alike(client, make):
    make.document(key="ver/draft", status=Status.DRAFT)
    for tail in ("", "cite.bib", "cite.ris", "cite.json"):
        assert text(client, f"/sources/ver/draft/{tail}", 404) == text(client, f"/sources/ver/never/{tail}", 404)


def test_the_library_stands_without_the_layer_above(client, report, monkeypatch):
    from sources import resting

    monkeypatch.setattr(resting, "_registered", [resting.Ground()])
    assert "nothing rests on this document itself" in text(client, "/sources/ver/report/")
    assert "Harbour report" in text(client, "/sources/")
    text(client, "/publishers/watch/")
