"""How much of a text visitors read: by the document's access, and never the name of a person who is not public."""

import re
from html import unescape

import pytest

from profiles.models import Person
from sources import texts
from tests.sources.views.shelf import Shelf, ids, part, text

pytestmark = pytest.mark.django_db
ADDRESS = "/sources/ver/text/"


@pytest.fixture
def shelf(make):
    return Shelf(make, text_access="cited_passages", url="https://watch.example/text")


def shown(html):
    return [int(number) for number in re.findall(r"Paragraph (\d+) of the harbour", html)]


def test_only_what_something_public_rests_on_is_shown_with_one_neighbour(client, shelf, make):
    shelf.paragraphs(20)
    make.figure(document=shelf.document, locator="para. 5")
    make.figure(document=shelf.document, locator="lines 12–13")
    make.figure(document=shelf.document, locator="para. 18", status="draft")
    html = text(client, ADDRESS)
    assert shown(html) == [4, 5, 6, 11, 12, 13, 14]
    assert re.findall(r"(\d+) passages? (?:is|are) not shown here", html) == ["3", "4", "6"]
    assert "not shown here: the text is its publisher's. <a" in " ".join(unescape(html).split())
    assert 'href="https://watch.example/text"' in html
    assert 'id="p9"' not in html


def test_one_passage_is_counted_as_one(client, shelf, make):
    shelf.paragraphs(3)
    make.figure(document=shelf.document, locator="para. 1")
    assert "1 passage is not shown here" in text(client, ADDRESS)


def test_where_nothing_rests_nothing_is_shown(client, shelf):
    shelf.paragraphs(3)
    html = text(client, ADDRESS)
    assert shown(html) == []
    assert "3 passages are not shown here" in html


def test_the_whole_text_is_shown_where_it_may_be(client, shelf):
    shelf.paragraphs(3)
    type(shelf.document).objects.update(text_access="full")
    html = text(client, ADDRESS)
    assert shown(html) == [1, 2, 3]
    assert "not shown here" not in html


def test_metadata_only_shows_the_outline_and_no_word(client, shelf, make):
    shelf.paragraphs(3)
    type(shelf.document).objects.update(text_access="metadata")
    make.figure(document=shelf.document, locator="para. 2", counted="crews")
    make.heading(document=shelf.document, text="Harbours", locator="para. 1")
    html = text(client, ADDRESS)
    assert shown(html) == []
    assert "held to check quotations" in html
    assert '<dt id="para-2">' in html
    assert "(crews)" in html
    assert "Harbours" in html
    for query in ("passage=p2", "at=p2"):
        text(client, f"{ADDRESS}?{query}", 400)


def test_a_heading_above_hidden_words_is_shown_in_our_shipped_words_only(client, shelf, make):
    shelf.add("Secret heading words", "heading", anchor="s1", locator="line 1")
    shelf.add("Other secret heading", "heading", anchor="s2", locator="line 2")
    shelf.paragraphs(6, 3)
    make.heading(document=shelf.document, text="Harbours", label="I", locator="line 1")
    make.figure(document=shelf.document, locator="para. 8")
    html = text(client, ADDRESS)
    assert "ecret heading" not in html
    assert "I. Harbours" in part(html, "s1")
    assert "s2" not in ids(html)


def test_a_note_of_hidden_words_is_hidden_with_them(client, shelf, make):
    rows = shelf.paragraphs(9)
    note = shelf.add("Log of the port.", "note", anchor="n1", label="1", locator="note 1")
    make.note(
        reading=shelf.reading,
        document=shelf.document,
        number="1",
        passage=note,
        marker_passage=rows[1],
        marker_offset=1,
    )
    make.figure(document=shelf.document, locator="para. 2")
    assert "Log of the port." not in text(client, ADDRESS)
    make.figure(document=shelf.document, locator="note 1")
    assert "Log of the port." in text(client, ADDRESS)


def test_quoted_passages_are_shown_as_cited_ones_are(client, shelf, make):
    rows = shelf.paragraphs(9)
    quote(make, shelf, rows[6], "Paragraph 7 of the harbour")
    assert shown(text(client, ADDRESS)) == [6, 7, 8]


def quote(make, shelf, passage, words, **values):
    row = make.quotation(
        **{
            "key": "ver/q/1",
            "document": shelf.document,
            "first": passage,
            "text": words,
            "status": "published",
            **values,
        }
    )
    texts.check(row, texts.words_of(shelf.document))
    row.save()
    return row


@pytest.fixture
def person(make):
    return make.person(key="ver/p/1", name="Ada Verane", visibility="public")


def restrict(person):
    """What an editor does after publishing."""
    Person.objects.filter(pk=person.pk).update(visibility="restricted", basis="")


NAMED = (
    "The harbour master, Ada Verane, left.",
    "ADA  VERANE left.",
    "Then Ada\u00a0Verane's boat left.",
    "The boats of A. Verane left.",
)


@pytest.mark.parametrize("words", NAMED)
def test_a_restricted_name_is_withheld_wherever_it_stands(client, make, person, words):
    shelf = Shelf(make, title="The case of Ada Verane", authors="Ada Verane; B. Smith")
    make.personname(person=person, name="A. Verane", kind="short")
    shelf.add("On Ada Verane", "heading", anchor="s-on-ada-verane")
    shelf.add("On fog", "heading", anchor="s-on-fog")
    body = shelf.add(
        words,
        label="2",
        repairs=[
            {"offset": words.casefold().index("verane"), "printed": "Ver-\nane", "mended": "Verane", "reason": "hyphen"}
        ],
    )
    note = shelf.add(f"See {words}", "note", anchor="n1", label="1", locator="note 1")
    make.note(
        reading=shelf.reading, document=shelf.document, number="1", passage=note, marker_passage=body, marker_offset=3
    )
    make.heading(document=shelf.document, text="On Ada Verane", locator="line 1")
    addresses = [
        ADDRESS,
        f"{ADDRESS}?passage=p2",
        *(f"{ADDRESS}cite.{form}?passage=p2" for form in ("bib", "ris", "json")),
    ]
    assert "Verane" in text(client, ADDRESS)
    restrict(person)
    for address in addresses:
        assert not re.search(r"verane|ver-.ane", text(client, address), re.IGNORECASE), address
    html = text(client, ADDRESS)
    assert html.count("[name withheld]") >= 4
    assert "to protect people" in html
    for name in ("passages", "notes", "readings"):
        body = b"".join(client.get(f"/data/{name}.csv").streaming_content).decode()
        assert words not in body


def test_a_restricted_name_is_withheld_in_lit_words(client, make, person):
    shelf = Shelf(make)
    row = shelf.add("The harbour master Ada Verane left before the fog came down.", label="1")
    quote(make, shelf, row, "harbour master Ada Verane left before")
    restrict(person)
    html = text(client, f"{ADDRESS}?quote=ver/q/1")
    assert "Verane" not in html
    assert "<mark>harbour master </mark>" in html
    assert "[name withheld]" in html


def test_a_restricted_name_is_withheld_where_versions_are_compared(client, make, person):
    old, new = Shelf(make), None
    new = Shelf(make, key="ver/new", replaces=old.document)
    old.add("On Ada Verane", "heading", anchor="s-on-ada-verane")
    old.add("Ada Verane left.")
    new.add("Ada Verane came back with a crew.")
    restrict(person)
    html = text(client, "/sources/ver/new/?compare=ver/text")
    assert "verane" not in html.casefold()
    assert "[name" in html


def test_a_restricted_name_is_withheld_where_the_text_is_not_held(client, make, person):
    document = make.document(key="ver/text", label="The case of Ada Verane")
    make.heading(document=document, text="Trial of Ada Verane", locator="line 1")
    restrict(person)
    for address in (ADDRESS, f"{ADDRESS}cite.bib", f"{ADDRESS}cite.ris", f"{ADDRESS}cite.json"):
        assert "Verane" not in text(client, address)


def test_other_names_and_parts_of_words_stay(client, make, person):
    shelf = Shelf(make)
    shelf.add("Adaveranes and Ada Veranesson and Ada left with Verane.")
    restrict(person)
    html = text(client, ADDRESS)
    assert "Adaveranes and Ada Veranesson and Ada left with Verane." in html
    assert "to protect people" not in html
