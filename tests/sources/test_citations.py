"""Citations: every format holds what is known, says what is not, and cannot be broken by what a title holds."""

import datetime
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.citations import Work, bibtex, csl, plain, ris

FULL = Work(
    key="ver/harbour-report",
    title="Harbours & Rights: 100% {draft}_1",
    permalink="https://example.org/sources/ver/harbour-report/",
    kind="report",
    publisher="Verania Watch",
    authors=("Ada Verane", "B. Verane"),
    published="2012-05-25",
    container="Verania country page",
    republished_by="Harbour Post",
    series="Yearly reports",
    edition="2011",
    symbol="A/HRC/16/42",
    language="en",
    url="https://watch.example/report?a=1&b=2",
)
BARE = Work(
    key="ver/page", title="Undated page on Verania", described=True, permalink="https://example.org/sources/ver/page/"
)


def fields(text):
    """The fields of a BibTeX entry, read without a library: name = {value}."""
    return dict(re.findall(r"^  (\w+) = \{?(.*?)\}?,?$", text, re.MULTILINE))


def tags(text):
    """The tags of a RIS record, in order."""
    return [tuple(line.split("  - ", 1)) for line in text.split("\r\n") if line]


def test_plain_text_names_who_what_when_and_where():
    text = plain(FULL, "line 12", datetime.date(2012, 11, 22))
    assert text == (
        "Ada Verane, B. Verane, Verania Watch: Harbours & Rights: 100% {draft}_1, A/HRC/16/42, Yearly reports, 2011, "
        "25 May 2012, in: Verania country page, republished by Harbour Post, line 12, "
        "https://watch.example/report?a=1&b=2. Rightsbook, https://example.org/sources/ver/harbour-report/ "
        "(seen 22 November 2012)."
    )


def test_plain_text_says_what_is_not_known():
    text = plain(BARE)
    assert text.startswith("Publisher not known: [Undated page on Verania], undated. ")


def test_an_inferred_date_says_so_in_every_format():
    work = Work(key="ver/x", title="X", permalink="https://example.org/x/", published="2012-12-13/..", inferred=True)
    assert "from 13 December 2012 (inferred)" in plain(work)
    assert "from 13 December 2012 (inferred)" in bibtex(work)
    assert "from 13 December 2012 (inferred)" in ris(work)
    assert "from 13 December 2012 (inferred)" in json.loads(csl(work))[0]["note"]


def test_bibtex_escapes_what_tex_would_read():
    text = bibtex(FULL, "p. 3")
    found = fields(text)
    assert text.startswith("@techreport{ver:harbour-report,\n")
    assert found["title"] == r"{Harbours \& Rights: 100\% \{draft\}\_1}"
    assert found["institution"] == "Verania Watch"
    assert found["author"] == "{Ada Verane} and {B. Verane}"
    assert (found["year"], found["month"]) == ("2012", "may")
    assert found["url"] == "https://watch.example/report?a=1&b=2"
    assert found["pages"] == "p. 3"


def test_bibtex_of_an_unknown_document_leaves_the_fields_out():
    found = fields(bibtex(BARE))
    assert found["title"] == "{[Undated page on Verania]}"
    assert not {"author", "year", "month", "organization"} & set(found)
    assert found["url"] == BARE.permalink


def test_ris_opens_with_its_type_and_ends_with_its_end():
    found = tags(ris(FULL, "line 12"))
    assert found[0] == ("TY", "RPRT")
    assert found[-1] == ("ER", "")
    assert ("DA", "2012/05/25/") in found
    assert ("SP", "line 12") in found
    assert [value for tag, value in found if tag == "AU"] == ["Ada Verane", "B. Verane"]


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("[2012-05-25,2012-05-26]", ""),
        ("2012/..", "2012///"),
        ("2012", "2012///"),
        ("2012-05", "2012/05//"),
        ("2012-05-25", "2012/05/25/"),
        ("201X", ""),
        ("", ""),
    ],
)
def test_ris_dates_keep_their_precision(edtf, expected):
    found = dict(tags(ris(Work(key="v", title="V", permalink="p", published=edtf))))
    assert found.get("DA", "") == expected


@pytest.mark.parametrize(
    ("edtf", "issued"),
    [
        ("2012-05-25", {"date-parts": [[2012, 5, 25]]}),
        ("2012-05", {"date-parts": [[2012, 5]]}),
        ("2012~", {"date-parts": [[2012]], "circa": True}),
        ("2012-05-25/2012-05-27", {"date-parts": [[2012, 5, 25], [2012, 5, 27]]}),
        ("2012-12-13/..", {"literal": "from 13 December 2012"}),
        ("201X", {"literal": "2010s"}),
        ("[2012-05-25,2012-05-26]", {"literal": "25 or 26 May 2012"}),
        ("not a date", {"literal": "not a date"}),
    ],
)
def test_csl_dates_are_parts_where_the_date_is_exact_and_words_where_not(edtf, issued):
    assert json.loads(csl(Work(key="v", title="V", permalink="p", published=edtf)))[0]["issued"] == issued


def test_csl_leaves_out_what_is_not_known():
    item = json.loads(csl(BARE))[0]
    assert item["id"] == "ver/page"
    assert not {"author", "publisher", "issued"} & set(item)


HOSTILE = st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=60)


@given(title=HOSTILE, publisher=HOSTILE, url=HOSTILE)
def test_no_text_breaks_a_format(title, publisher, url):
    work = Work(key="ver/x", title=title, permalink="https://example.org/x/", publisher=publisher, url=url)
    assert json.loads(csl(work))[0]["id"] == "ver/x"
    for line in ris(work).split("\r\n")[:-1]:
        assert re.match(r"^[A-Z][A-Z0-9]  - ", line), line
    entry = bibtex(work).replace(r"\{", "").replace(r"\}", "")
    assert entry.count("{") == entry.count("}")
    assert "\n" not in plain(work)
