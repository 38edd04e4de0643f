"""Long texts are paged, and every place is still reached: by contents, by anchor, by the place of a statement."""

import re

import pytest

from sources.pages import flow, held_text
from tests.sources.views.shelf import Shelf, ids, part, text

pytestmark = pytest.mark.django_db
ADDRESS = "/sources/ver/text/"


@pytest.fixture
def long(make, monkeypatch):
    """A text of 25 paragraphs under five headings, twelve passages to a page."""
    real = flow.pages
    monkeypatch.setattr(held_text.flow, "pages", lambda entries, weights: real(entries, weights, 12))
    shelf = Shelf(make)
    for start in range(1, 26, 5):
        shelf.add(f"Heading {start}", "heading", anchor=f"s{start}")
        shelf.paragraphs(5, start)
    return shelf


def shown(html):
    return [int(number) for number in re.findall(r"Paragraph (\d+) of the harbour", html)]


def test_each_page_has_its_passages_and_together_all(client, long):
    pages = [shown(text(client, ADDRESS)), *(shown(text(client, f"{ADDRESS}?page={n}")) for n in (2, 3))]
    assert [len(page) for page in pages] == [10, 10, 5]
    assert [number for page in pages for number in page] == list(range(1, 26))
    text(client, f"{ADDRESS}?page=4", 400)


def test_contents_and_pages_lead_on(client, long):
    html = text(client, f"{ADDRESS}?page=2")
    assert re.findall(r'<li class="depth1"><a href="([^"]+)"', html) == [
        "?page=1#s1",
        "?page=1#s6",
        "#s11",
        "#s16",
        "?page=3#s21",
    ]
    assert f'href="{ADDRESS}" rel="prev"' in html
    assert 'href="?page=3" rel="next"' in html
    assert "Page 2 of 3" in html


def test_an_anchor_leads_to_its_page(client, long, make):
    make.figure(document=long.document, locator="para. 25")
    for name, page in (("p1", ""), ("p12", "?page=2"), ("p25", "?page=3"), ("para-25", "?page=3")):
        response = client.get(f"{ADDRESS}?at={name}")
        assert response["Location"] == f"{ADDRESS}{page}#{name}"
        assert name in ids(text(client, f"{ADDRESS}{page}"))


def test_the_place_of_a_statement_is_an_id_of_the_first_page_too(client, long, make):
    """Marks of country pages know no page numbers."""
    make.figure(document=long.document, locator="para. 25", counted="crews")
    html = text(client, ADDRESS)
    assert re.search(r'<li id="para-25"><a href="\?page=3#para-25">para. 25</a>', html)
    assert "(crews)" not in html
    last = text(client, f"{ADDRESS}?page=3")
    assert 'id="para-25"' in part(last, "p25")
    assert "(crews)" in last
    assert "(crews)" not in text(client, f"{ADDRESS}?page=2")


def test_statements_count_against_the_length_of_a_page(client, long, make):
    for _ in range(8):
        make.figure(document=long.document, locator="para. 2")
    assert shown(text(client, ADDRESS)) == [1, 2, 3]


def test_a_citation_of_a_far_passage_leads_to_it(client, long):
    html = text(client, f"{ADDRESS}?passage=p25")
    assert 25 in shown(html)
    assert f"http://testserver{ADDRESS}?at=p25#p25" in html
    assert f"{ADDRESS}?at=p25#p25" in text(client, f"{ADDRESS}cite.ris?passage=p25")


def test_lit_words_choose_their_page(client, long, make):
    from sources import texts

    row = make.quotation(key="ver/q/1", document=long.document, text="Paragraph 25 of the harbour")
    texts.check(row, texts.words_of(long.document))
    row.save()
    assert "<mark" in text(client, f"{ADDRESS}?quote=ver/q/1")


def test_a_note_goes_with_the_words_that_call_it(client, long, make):
    first = long.reading.passages.get(anchor="p1")
    note = long.add("Log of the port.", "note", anchor="n1", label="1", locator="note 1")
    make.note(
        reading=long.reading, document=long.document, number="1", passage=note, marker_passage=first, marker_offset=3
    )
    assert "Log of the port." in text(client, ADDRESS)
    assert "Log of the port." not in text(client, f"{ADDRESS}?page=3")
    assert client.get(f"{ADDRESS}?at=n1")["Location"] == f"{ADDRESS}#n1"


def test_short_texts_bear_no_page_in_their_addresses(client, make):
    Shelf(make).paragraphs(3)
    html = text(client, ADDRESS)
    assert "?page=" not in html
    assert "places.js" not in html
    assert f"http://testserver{ADDRESS}#p2" in text(client, f"{ADDRESS}?passage=p2")
