"""A document's page where its text is held: passages, anchors, notes, and what rests on each."""

import re

import pytest

from sources.models.base import Status
from tests.sources.views.shelf import Shelf, ids, parsed, part, text

pytestmark = pytest.mark.django_db
ADDRESS = "/sources/ver/text/"


@pytest.fixture
def shelf(make):
    return Shelf(make)


def test_every_passage_stands_once_under_its_permanent_anchor(client, shelf):
    shelf.add("Harbours", "heading", anchor="s1", label="I")
    shelf.paragraphs(3)
    shelf.add("oil lamps", "list_item", lead="(a)")
    html = text(client, ADDRESS)
    assert [name for name in ids(html) if re.fullmatch(r"s1|p\d+|l\d+", name)] == ["s1", "p1", "p2", "p3", "l5"]
    assert "Paragraph 2 of the harbour text." in part(html, "p2")
    assert '<span class="lead">2.</span>' in part(html, "p2")
    assert "is not in this copy" not in html


def test_the_markup_is_sound(client, shelf, make):
    first = shelf.add("Harbours", "heading", anchor="s1")
    body = shelf.add("Crews came back in May.", label="1", page=3)
    shelf.add("lamps", "list_item", lead="•")
    shelf.add("Port\t12\t13", "table_row")
    note = shelf.add("The log of the port.", "note", anchor="n1", label="1", locator="note 1")
    shelf.make.note(
        reading=shelf.reading, document=shelf.document, number="1", passage=note, marker_passage=body, marker_offset=5
    )
    for place in ("line 1", "line 4", "row 4"):
        make.figure(document=shelf.document, locator=place)
    html = text(client, f"{ADDRESS}?passage={first.anchor}")
    parsed(html)
    assert len(ids(html)) == len(set(ids(html)))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids(html))


def test_headings_nest_under_the_page_and_leave_no_depth_out(client, shelf):
    for level, words in ((1, "Harbours"), (3, "Crews"), (2, "Lamps"), (1, "Fog")):
        shelf.add(words, "heading", level=level)
    html = text(client, ADDRESS)
    found = re.findall(r"<h(\d)>(?:<[^>]+>)*(Harbours|Crews|Lamps|Fog)", html)
    assert found == [("2", "Harbours"), ("3", "Crews"), ("3", "Lamps"), ("2", "Fog")]


def test_contents_lead_to_the_headings(client, shelf):
    shelf.add("Harbours", "heading", anchor="s1", label="I")
    shelf.add("Crews came.")
    shelf.add("Lamps", "heading", anchor="s1-a", label="A", level=2)
    html = text(client, ADDRESS)
    contents = html[html.index('aria-label="Contents of the text"') : html.index("</nav>", html.index("Contents of"))]
    assert re.findall(r'class="depth(\d)"><a href="#([^"]+)">([^<]+)<', contents) == [
        ("1", "s1", "I. Harbours"),
        ("2", "s1-a", "A. Lamps"),
    ]


def test_a_note_stands_beside_its_caller_and_both_lead_to_each_other(client, shelf):
    body = shelf.add("Crews came back in May.", label="1")
    other = shelf.add("Fog lay there.", label="2")
    note = shelf.add("The log of the port.", "note", anchor="n1", label="1", locator="note 1")
    alone = shelf.add("A note that nothing calls.", "note", anchor="n2", label="2", locator="note 2")
    row = {"reading": shelf.reading, "document": shelf.document}
    shelf.make.note(**row, number="1", passage=note, marker_passage=body, marker_offset=10)
    shelf.make.note(**row, number="2", passage=alone)
    shelf.make.note(**row, number="9", passage=None, marker_passage=other, marker_offset=3)
    html = text(client, ADDRESS)
    assert html.count("The log of the port.") == 1
    assert html.index("The log of the port.") < html.index('id="p2"')
    call = re.search(
        r'Crews came<sup class="call"><a id="(\w+)" href="#n1"><span class="hidden">note </span>1</a></sup> back', html
    )
    assert call
    assert f'href="#{call[1]}"' in part(html, "n1")
    assert "1 note stands beside the words that call it." in html
    assert "A note that nothing calls." in part(html, "n2")
    assert re.search(r'Fog<sup class="call"><span id="\w+"><span class="hidden">note </span>9</span></sup> lay', html)


def test_a_note_says_which_held_document_it_cites(client, shelf, make):
    body = shelf.add("Crews came back in May.", label="1")
    note = shelf.add("The log of the port.", "note", anchor="n1", label="1", locator="note 1")
    hidden = shelf.add("Another log.", "note", anchor="n2", label="2", locator="note 2")
    row = {"reading": shelf.reading, "document": shelf.document, "marker_passage": body, "marker_offset": 1}
    log = make.document(key="ver/log", label="Port log")
    make.note(**row, number="1", passage=note, cites=log)
    make.note(**row, number="2", passage=hidden, cites=make.document(label="Hidden log", status=Status.DRAFT))
    html = text(client, ADDRESS)
    assert 'Cites <a href="/sources/ver/log/">Port log</a>' in part(html, "n1")
    assert "Hidden log" not in html


def test_mended_words_show_their_printed_form(client, shelf):
    repair = {"offset": 6, "printed": "har-\nbour", "mended": "harbour", "reason": "hyphen"}
    shelf.add("The <b harbour stood.".replace("<b ", ""), repairs=[{**repair, "offset": 4}])
    html = text(client, ADDRESS)
    assert 'The <span class="mended" title="printed: har-↵bour">harbour</span> stood.' in html
    assert "Words mended" in html


def test_pages_of_the_print_are_marked_where_they_begin(client, shelf):
    shelf.add("First.", page=11)
    shelf.add("Second.", page=11)
    shelf.add("Third.", page=12)
    html = text(client, ADDRESS)
    assert re.findall(r'class="leaf"[^>]*>p\. (\d+)<', html) == ["11", "12"]
    assert html.index(">p. 12<") < html.index("Third.")
    assert 'id="p-12"' in part(html, "l3")


def test_rows_of_a_table_have_their_cells(client, shelf):
    shelf.add("Port\t12\t", "table_row")
    html = text(client, ADDRESS)
    cells = re.findall(r"<td>(.*?)</td>", html[html.index('<table class="cells">') :], re.DOTALL)[:3]
    assert [re.sub(r"<.*", "", cell).strip() for cell in cells] == ["Port", "12", ""]


def test_items_in_a_row_are_one_list(client, shelf):
    shelf.add("oil", "list_item")
    shelf.add("lamps", "list_item")
    shelf.add("Fog lay there.")
    html = text(client, ADDRESS)
    assert html.count('<ul class="items">') == 1
    assert html.count('<li class="passage list_item"') == 2


def test_words_are_escaped(client, shelf):
    shelf.add("<script>alert(1)</script> & fog", lead="<b>")
    html = text(client, ADDRESS)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; fog" in html


def test_what_rests_on_a_passage_stands_beside_it(client, shelf, make):
    shelf.paragraphs(6)
    unit = make.unit(key="persons")
    make.figure(document=shelf.document, locator="para. 2", unit=unit, counted="crews", key="ver/f/crews")
    make.figure(document=shelf.document, locator="lines 3–4", unit=unit, counted="lamps")
    make.figure(document=shelf.document, locator="para. 5, para. 6", unit=unit, counted="fogs")
    make.figure(document=shelf.document, locator="para. 5", unit=unit, counted="secret", status=Status.DRAFT)
    html = text(client, ADDRESS)
    assert "(crews)" in part(html, "p2")
    assert 'href="/claims/figures/ver/f/crews/"' in part(html, "p2")
    assert "(lamps)" in part(html, "p3")
    assert "lines 3–4" in part(html, "p3")
    assert "(lamps)" not in part(html, "p4")
    assert "(fogs)" in part(html, "p5")
    assert "(fogs)" in part(html, "p6")
    assert "secret" not in html
    for place, anchor in (("para-2", "p2"), ("lines-3-4", "p3"), ("para-5-para-6", "p5")):
        assert f'id="{place}"' in part(html, anchor)


def test_what_rests_on_a_note_stands_with_the_note(client, shelf, make):
    body = shelf.add("Crews came back in May.", label="1")
    note = shelf.add("The log of the port.", "note", anchor="n15", label="15", locator="note 15")
    row = {"reading": shelf.reading, "document": shelf.document, "marker_passage": body, "marker_offset": 1}
    make.note(**row, number="15", passage=note)
    make.figure(document=shelf.document, locator="note 15", unit=make.unit(key="persons"), counted="crews")
    html = text(client, ADDRESS)
    assert "(crews)" in part(html, "n15")
    assert 'id="note-15"' in part(html, "n15")


def test_what_rests_on_words_and_their_note_at_once_is_shown_once(client, shelf, make):
    body = shelf.add("Crews came back in May.", label="1")
    note = shelf.add("The log of the port.", "note", anchor="n1", label="1", locator="note 1")
    row = {"reading": shelf.reading, "document": shelf.document, "marker_passage": body, "marker_offset": 1}
    make.note(**row, number="1", passage=note)
    make.figure(document=shelf.document, locator="para. 1, note 1", counted="crews")
    assert text(client, ADDRESS).count("(crews)") == 1


def test_places_that_the_text_does_not_hold_are_listed(client, shelf, make):
    shelf.paragraphs(2)
    unit = make.unit(key="persons")
    make.figure(document=shelf.document, locator="para. 77", unit=unit, counted="crews")
    make.figure(document=shelf.document, locator="field Government > Chief", unit=unit, counted="lamps")
    html = text(client, ADDRESS)
    others = html[html.index('id="others"') :]
    assert '<dt id="para-77">' in others
    assert "(crews)" in others
    assert "(lamps)" in others


def test_a_part_shows_its_own_words_and_the_whole_a_line_in_their_place(client, shelf, make):
    part_of = make.document(
        key="ver/part", label="Fog report", text_access="full", part_of=shelf.document, part_lines="lines 2–3"
    )
    shelf.add("Before the fog.")
    shelf.add("Fog came.", document=part_of)
    shelf.add("Fog went.", document=part_of)
    shelf.add("After the fog.")
    make.figure(document=part_of, locator="line 3", counted="boats")
    make.figure(document=shelf.document, locator="line 2", counted="strays")
    whole = text(client, ADDRESS)
    assert "Fog came." not in whole
    assert whole.index("Before the fog.") < whole.index(">Fog report</a>, lines 2–3") < whole.index("After the fog.")
    assert whole.count('class="gap part"') == 1
    assert "(strays)" in whole[whole.index('id="others"') :]
    inner = text(client, "/sources/ver/part/")
    assert "Fog came." in inner
    assert "Before the fog." not in inner
    assert 'id="line-3"' in part(inner, "l3")
    assert "(boats)" in part(inner, "l3")


def test_a_part_that_is_not_public_is_a_gap_without_a_name(client, shelf, make):
    hidden = make.document(label="Hidden report", part_of=shelf.document, part_lines="line 2", status=Status.DRAFT)
    shelf.add("Before.")
    shelf.add("Hidden words.", document=hidden)
    shelf.add("After.")
    html = text(client, ADDRESS)
    assert "Hidden" not in html
    assert "1 passage is not shown here." in html


def test_a_part_of_a_part_stands_behind_the_outer_one(client, shelf, make):
    outer = make.document(
        key="ver/outer", label="Outer", part_of=shelf.document, part_lines="lines 1–3", text_access="full"
    )
    inner = make.document(key="ver/inner", label="Inner", part_of=outer, part_lines="line 2", text_access="full")
    shelf.add("Outer words.", document=outer)
    shelf.add("Inner words.", document=inner)
    shelf.add("Outer again.", document=outer)
    shelf.add("Own words.")
    html = text(client, "/sources/ver/outer/")
    assert html.index("Outer words.") < html.index(">Inner</a>, line 2") < html.index("Outer again.")
    whole = text(client, ADDRESS)
    assert "Own words." in whole
    assert "Inner" not in whole


@pytest.mark.parametrize(
    "query", ["passage=p9", "at=p9", "page=2", "page=0", "page=x", "compare=ver/none", "wrong=1", "at=%27"]
)
def test_bad_addresses_say_what_is_wrong(client, shelf, query):
    shelf.paragraphs(2)
    name = query.partition("=")[0]
    assert name in text(client, f"{ADDRESS}?{query}", 400)


def test_a_place_is_found_by_its_anchor_and_by_its_locator(client, shelf, make):
    shelf.paragraphs(2)
    make.figure(document=shelf.document, locator="line 2")
    for name in ("p2", "line-2"):
        response = client.get(f"{ADDRESS}?at={name}")
        assert response.status_code == 302
        assert response["Location"] == f"{ADDRESS}#{name}"


def test_the_words_stand_nowhere_but_on_the_page(client, shelf):
    shelf.add("Quillfeather stood in the fog.")
    html = text(client, ADDRESS)
    assert html.count("Quillfeather") == 1
    assert "Quillfeather" not in html[: html.index("<body>")]
    for address in ("/sources/", "/claims/documents/ver/text/", f"{ADDRESS}cite.json", f"{ADDRESS}cite.bib"):
        assert "Quillfeather" not in text(client, address)
    for name in ("documents", "passages", "readings", "notes", "headings"):
        body = b"".join(client.get(f"/data/{name}.csv").streaming_content).decode()
        assert "Quillfeather" not in body


def test_a_text_costs_the_same_queries_however_long(client, shelf, make, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def fill(start, number):
        for row in shelf.paragraphs(number, start):
            note = shelf.add(
                f"Log {row.label}.", "note", anchor=f"n{row.label}", label=row.label, locator=f"note {row.label}"
            )
            make.note(
                reading=shelf.reading,
                document=shelf.document,
                number=row.label,
                passage=note,
                marker_passage=row,
                marker_offset=1,
            )
            make.figure(document=shelf.document, locator=f"para. {row.label}", unit=make.unit(), counted="crews")

    fill(1, 3)
    with CaptureQueriesContext(connection) as few:
        text(client, ADDRESS)
    fill(4, 27)
    with CaptureQueriesContext(connection) as many:
        text(client, ADDRESS)
    assert len(many) == len(few)
