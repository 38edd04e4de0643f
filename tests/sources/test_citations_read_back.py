"""Citations of documents and of single paragraphs, read back by three programs that are not ours."""

import json
import warnings

import bibtexparser
import pytest
import rispy

from tests.sources.views.shelf import Shelf, text

pytestmark = pytest.mark.django_db
TITLE = "Harbours & Rights: 100% of {them}_1 – Häfen"
PERMALINK = "http://testserver/sources/ver/text/"
URL = "https://watch.example/r?a=1&b=2"


@pytest.fixture
def shelf(make):
    publisher = make.publisher(key="watch", name="Verania Watch")
    shelf = Shelf(make, title=TITLE, publisher=publisher, url=URL, published="2012-05-25", symbol="A/HRC/16/42")
    shelf.paragraphs(60)
    return shelf


def bib(client, query=""):
    library = bibtexparser.parse_string(text(client, f"/sources/ver/text/cite.bib{query}"))
    assert not library.failed_blocks
    (entry,) = library.entries
    return {field.key: str(field.value) for field in entry.fields} | {"ENTRYTYPE": entry.entry_type}


def ris(client, query=""):
    (entry,) = rispy.loads(text(client, f"/sources/ver/text/cite.ris{query}"))
    return entry


def csl(client, query=""):
    (item,) = json.loads(text(client, f"/sources/ver/text/cite.json{query}"))
    return item


def printed(item):
    """The item as citeproc prints it in its plainest style."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
        from citeproc.source.json import CiteProcJSON

        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        found = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.plain)
        found.register(Citation([CitationItem(item["id"])]))
        return str(found.bibliography()[0])


def unescaped(value):
    for sign in "&%{}_#":
        value = value.replace(f"\\{sign}", sign)
    return value


def test_bibtex_of_the_document(client, shelf):
    entry = bib(client)
    assert unescaped(entry["title"]).strip("{}").startswith("Harbours & Rights: 100% of {them")
    assert (entry["year"], entry["url"], entry["ENTRYTYPE"]) == ("2012", URL, "techreport")
    assert "pages" not in entry


@pytest.mark.parametrize("query", ["?locator=para. 53", "?passage=p53"])
def test_bibtex_of_a_paragraph(client, shelf, query):
    entry = bib(client, query)
    assert entry["pages"] == "para. 53"
    assert entry["url"] == f"{PERMALINK}#p53"
    assert "25 May 2012" in entry["note"]
    assert URL in unescaped(entry["note"])


@pytest.mark.parametrize("query", ["?locator=para. 53", "?passage=p53"])
def test_ris_of_a_paragraph(client, shelf, query):
    entry = ris(client, query)
    assert entry["title"] == TITLE
    assert entry["type_of_reference"] == "RPRT"
    assert entry["date"] == "2012/05/25/"
    assert entry["start_page"] == "para. 53"
    assert entry["urls"] == [f"{PERMALINK}#p53"]
    assert any(URL in note for note in entry["notes"])


def test_ris_of_the_document(client, shelf):
    entry = ris(client)
    assert entry["urls"] == [URL]
    assert "start_page" not in entry


@pytest.mark.parametrize("query", ["?locator=para. 53", "?passage=p53"])
def test_csl_of_a_paragraph(client, shelf, query):
    item = csl(client, query)
    assert item["title"] == TITLE
    assert item["locator"] == "para. 53"
    assert item["URL"] == f"{PERMALINK}#p53"
    assert item["issued"] == {"date-parts": [[2012, 5, 25]]}
    made = printed(item)
    assert "Häfen" in made
    assert "2012" in made
    assert "Verania Watch" in made


def test_csl_of_the_document_is_read_by_citeproc(client, shelf):
    made = printed(csl(client))
    assert "Harbours" in made
    assert "2012" in made


def test_lines_and_repeated_labels_lead_to_their_own_passages(client, shelf):
    shelf.add("Another paragraph 53.", label="53", anchor="p53-2")
    assert csl(client, "?passage=p53-2")["URL"] == f"{PERMALINK}#p53-2"
    assert csl(client, "?locator=lines 7-9")["URL"] == f"{PERMALINK}#p7"
    assert csl(client, "?locator=lines 7-9")["locator"] == "lines 7–9"


def test_a_place_that_the_text_does_not_hold_is_cited_as_given(client, shelf):
    item = csl(client, "?locator=para. 777")
    assert (item["locator"], item["URL"]) == ("para. 777", URL)


@pytest.mark.parametrize("query", ["?passage=p777", "?passage=p5&locator=para. 5", "?locator=somewhere", "?wrong=1"])
def test_what_cannot_be_cited_is_refused(client, shelf, query):
    text(client, f"/sources/ver/text/cite.bib{query}", 400)


def test_the_page_prints_the_citation_of_a_paragraph(client, shelf):
    html = text(client, "/sources/ver/text/?passage=p53")
    assert f"<span>{PERMALINK}#p53</span>" in html
    assert "para. 53, https://watch.example/" in html
    for form in ("bib", "ris", "json"):
        assert f'href="/sources/ver/text/cite.{form}?passage=p53"' in html
    assert 'href="?passage=p7#cite"' in html
