"""Files of any kind: what kind it is, its content says before its name."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.ingest import decoding, ledger, opening
from sources.ingest.blocks import RefusedFileError
from tests.sources.ingest.invented import prose, un_report
from tests.sources.ingest.making import drawn_pdf, lined_docx, page

TEXT = "\n".join(un_report(alone=True))
LINES = TEXT.split("\n")
SERIES = "\n".join(
    json.dumps({"year": 2031, "slug": slug, "sections": [{"heading": "Wells", "level": 2, "paragraphs": [prose(20)]}]})
    for slug in ("verania", "osmia")
).encode()
KINDS = {
    "text": (TEXT.encode(), "utf-8"),
    "old text": (TEXT.encode("cp1252"), "utf-8"),
    "utf-16": (TEXT.encode("utf-16"), "utf-16-le"),
    "pdf": (drawn_pdf(LINES), "pdf"),
    "docx": (lined_docx(LINES), "docx"),
    "page": (page(LINES), "utf-8"),
    "page in utf-16": (page(LINES).decode().encode("utf-16"), "utf-16-le"),
}


@pytest.mark.parametrize(("data", "encoding"), KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("name", ["report", "report.txt", "report.html"])
def test_the_content_tells_the_kind_of_file_whatever_its_name(data, encoding, name):
    reading = opening.read(data, name)
    assert (reading.layout, reading.encoding) == ("un-report", encoding)
    assert ledger.check(reading) == ()


def test_a_name_makes_a_page_of_a_text_with_tags_only():
    fragment = b"<h1>Wells</h1><p>Few.</p>"
    assert opening.read(fragment, "wells.html").layout == "html"
    assert opening.read(fragment, "wells.txt").layout == "plain"
    assert opening.read(b"No tags, 1 < 2 and 3 > 2.", "wells.html").layout == "plain"


@pytest.mark.parametrize(("data", "encoding"), KINDS.values(), ids=KINDS)
def test_a_layout_of_texts_can_be_asked_for_of_any_file(data, encoding):
    assert opening.read(data, "report", "plain").layout == "plain"


@pytest.mark.parametrize(
    ("data", "layout", "reason"),
    [
        (TEXT.encode(), "verse", "“verse” is no layout; there are un-report"),
        (TEXT.encode(), "html", "is for another kind of file"),
        (TEXT.encode(), "docx", "is for another kind of file"),
        (drawn_pdf(["Wells."]), "html", "is for another kind of file"),
        (lined_docx(["Wells."]), "html", "is for another kind of file"),
        (page(["Wells."]), "docx", "is for another kind of file"),
        (SERIES, "plain", "tells its own structure"),
    ],
)
def test_a_layout_that_does_not_fit_is_refused(data, layout, reason):
    with pytest.raises(RefusedFileError, match=reason):
        opening.read(data, "report", layout)


def test_a_file_of_several_documents_names_them_and_gives_the_one_asked_for():
    assert opening.entries(SERIES, "reports.jsonl") == ("2031/verania", "2031/osmia")
    assert opening.entries(TEXT.encode(), "report.txt") == ()
    reading = opening.read(SERIES, "reports.jsonl", entry="2031/osmia")
    assert [block.text for block in reading.blocks] == ["Wells", prose(20)]
    first = SERIES.split(b"\n")[0]
    assert opening.read(first, "one.json") == reading


@pytest.mark.parametrize(
    ("data", "entry", "reason"),
    [
        (SERIES, "", "holds 2 documents and one of them must be named, as in “2031/verania”"),
        (SERIES, "2031/moravia", "has none named “2031/moravia”"),
        (TEXT.encode(), "2031/osmia", "is one document and holds no “2031/osmia”"),
    ],
)
def test_a_document_that_the_file_does_not_hold_is_refused(data, entry, reason):
    with pytest.raises(RefusedFileError, match=reason):
        opening.read(data, "reports", entry=entry)


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "“a.doc” is an office file"),
        (b"{\\rtf1 Wells.}", "a.rtf", "RTF"),
        (b"\x1f\x8b\x08", "a.gz", "compressed"),
        (b"\x89PNG\r\n", "a.png", "picture"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nx", "a.mht", "saved as an archive"),
        (b"Only text.", "a.pdf", "“a.pdf” is no PDF"),
        (b"Only text.", "a.docx", "is no DOCX"),
        (b'{"a": 1}', "a.json", "is no report series"),
        (b"\x00\x01\x02", "a", "Byte 1 is a NUL byte"),
    ],
)
def test_what_is_no_document_is_refused_by_its_kind(data, name, reason):
    with pytest.raises(RefusedFileError, match=reason):
        opening.read(data, name)


def test_a_file_over_the_limit_is_refused_before_it_is_looked_at(monkeypatch):
    monkeypatch.setattr(decoding, "MAX_BYTES", 1024 * 1024)
    with pytest.raises(RefusedFileError, match="at most 1 MB"):
        opening.read(b"%PDF-" + b"a" * 1024 * 1024, "a.pdf")


beginnings = st.sampled_from(
    [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"<!doctype html>", b'{"sections": [', b"\xff\xfe", b"\xef\xbb\xbf"]
)


@settings(deadline=None, max_examples=300)
@given(beginnings, st.binary(max_size=300), st.sampled_from(["", "a.html", "a.pdf", "a.json", "a.docx"]))
def test_any_bytes_give_a_reading_that_tallies_or_a_refusal(beginning, data, name):
    try:
        reading = opening.read(beginning + data, name)
    except RefusedFileError as refusal:
        assert str(refusal)
    else:
        assert ledger.check(reading) == ()
