"""Reports under a header of labels, as Refworld republishes them."""

import pytest

from sources.ingest import ledger
from sources.ingest.blocks import Kind
from sources.ingest.layouts import best, read
from tests.sources.ingest.invented import prose, wrapped

CITATION = (
    "Harbour Watch, Yearbook 2011 - Verania, 24 January 2011,"
    " available at: http://refs.example/4d3.html [accessed 2 May 2016]"
)
DISCLAIMER = "This is not a UNHCR publication. Whoever wrote it answers for it."
FACTS = {
    "publisher": "Harbour Watch",
    "authors": "Harbour Watch",
    "published": "24 January 2011",
    "citation": CITATION,
    "disclaimer": DISCLAIMER,
}
BODY = [
    "Events of 2010",
    prose(60, 1),
    prose(60, 2),
    "Freedom of Assembly",
    prose(60, 3),
    "Torture and Ill-Treatment",
    prose(60, 4),
    "Key International Actors",
    prose(60, 5),
]


def header(join: str) -> list[str]:
    return [
        "Last Updated: Monday, 2 May 2016, 10:00 GMT",
        "Yearbook 2011 - Verania",
        "\n".join(
            f"{label}{join}{FACTS[field]}"
            for label, field in (
                ("Publisher", "publisher"),
                ("Author", "authors"),
                ("Publication Date", "published"),
                ("Cite as", "citation"),
                ("Disclaimer", "disclaimer"),
            )
        ),
    ]


def whole(text: str, layout: str = "headed-report"):
    reading = read(text, "utf-8", layout)
    assert ledger.check(reading) == ()
    return reading


@pytest.mark.parametrize("join", [" ", ": ", "\t", "\n", ""], ids=["blank", "colon", "tab", "next line", "glued"])
def test_what_the_header_prints_is_proposed(join):
    reading = whole("\n\n".join([*header(join), *BODY]))
    proposed = {item.field: item.value for item in reading.proposals}
    assert {field: proposed.get(field) for field in FACTS} == FACTS
    assert proposed["updated"] == "Monday, 2 May 2016, 10:00 GMT"
    assert proposed["title"] == "Yearbook 2011 - Verania"
    assert proposed["republished_by"] == "UNHCR"
    assert proposed["covers"] == "2010"
    assert proposed["url"] == "http://refs.example/4d3.html"
    lines = reading.text.split("\n")
    assert all(item.value[:10] in " ".join(lines[item.line - 1 : item.line + 1]) for item in reading.proposals)


def test_a_header_in_a_narrow_column_is_read_to_its_end():
    text = "\n\n".join(
        [
            "Yearbook 2011 - Verania",
            *("\n".join(wrapped(line, 76) for line in block.split("\n")) for block in [header(" ")[2], *BODY]),
        ]
    )
    proposed = {item.field: item.value for item in whole(text).proposals}
    assert {field: proposed.get(field) for field in FACTS} == FACTS


@pytest.mark.parametrize("width", [None, 76])
def test_headings_are_those_that_are_printed(width):
    blocks = [*header(" "), *BODY]
    reading = whole(
        "\n\n".join(
            blocks
            if width is None
            else ["\n".join(wrapped(line, width) for line in block.split("\n")) for block in blocks]
        )
    )
    assert [(block.level, block.text) for block in reading.blocks if block.kind is Kind.HEADING] == [
        (1, "Yearbook 2011 - Verania"),
        (2, "Events of 2010"),
        (3, "Freedom of Assembly"),
        (3, "Torture and Ill-Treatment"),
        (3, "Key International Actors"),
    ]


def test_a_lost_heading_is_not_invented():
    blocks = [block for block in BODY if block != "Torture and Ill-Treatment"]
    reading = whole("\n\n".join([*header(" "), *blocks]))
    assert [block.text for block in reading.blocks if block.kind is Kind.HEADING] == [
        "Yearbook 2011 - Verania",
        "Events of 2010",
        "Freedom of Assembly",
        "Key International Actors",
    ]
    assert [block.text for block in reading.blocks if block.text in BODY] == blocks


def test_a_text_without_a_header_is_proposed_nothing_of_one():
    reading = whole("\n\n".join([prose(50, 1), prose(50, 2)]))
    assert reading.proposals == ()


def test_words_that_look_like_labels_within_sentences_are_no_labels():
    text = "Author and Publisher of Verania met\nin the spring of that year to talk about printing.\n\n" + prose(60)
    assert {item.field for item in whole(text).proposals} <= {"title"}


def test_the_look_is_known():
    assert best("\n\n".join([*header(" "), *BODY])) == "headed-report"
    assert best("\n\n".join([*header(": "), *BODY])) == "headed-report"
