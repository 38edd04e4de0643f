"""Report series: one JSON object a line, sections made a tree, nothing lost."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.ingest import ledger
from sources.ingest.blocks import Kind, RefusedFileError
from sources.ingest.containers import report_series

SHARED = Path(__file__).resolve().parents[4] / "shared"

REPORT = {
    "year": 2031,
    "slug": "verania",
    "country": "Verania",
    "url": "https://reports.example/verania",
    "modified": "2032-01-03T21:44:37+00:00",
    "sections": [
        {
            "level": 2,
            "heading": "SUMMARY",
            "anchor": "toc__summary",
            "paragraphs": ["Wells were dug.", "\u200eRoads\u202fwere not. "],
        },
        {"level": 4, "heading": "Section 1.", "paragraphs": []},
        {"level": 3, "heading": "Wells", "anchor": "toc__section-1", "paragraphs": []},
        {"level": 3, "heading": "a. Deep wells", "anchor": "toc__section-1__subsection-1", "paragraphs": ["Few."]},
        {
            "level": 4,
            "heading": "Pumps",
            "anchor": "toc__section-1__subsection-1__h4-1",
            "paragraphs": ["2. Two.", "None."],
        },
        {"level": 4, "heading": "Section 2.", "paragraphs": []},
        {"level": 3, "heading": "Roads", "anchor": "toc__section-2", "paragraphs": ["Dry."]},
        {"level": 3, "heading": "Bridges", "anchor": "toc__section-2__subsection-1", "paragraphs": ["None."]},
        {"level": 4, "heading": "Section 3.", "paragraphs": ["A paragraph below a number without a name."]},
    ],
}


def read(report=REPORT):
    reading = report_series.read(json.dumps(report))
    assert ledger.check(reading) == ()
    return reading


def test_a_number_and_the_name_behind_it_are_one_heading_and_depth_is_that_of_the_page():
    blocks = read().blocks
    found = [
        (block.level, block.label, block.text, None if block.parent is None else blocks[block.parent].text)
        for block in blocks
        if block.kind is Kind.HEADING
    ]
    assert found == [
        (1, "", "SUMMARY", None),
        (1, "1", "Wells", None),
        (2, "a", "Deep wells", "Wells"),
        (3, "", "Pumps", "Deep wells"),
        (1, "2", "Roads", None),
        (2, "", "Bridges", "Roads"),
        (1, "", "Section 3.", None),
    ]


def test_every_paragraph_is_a_block_under_its_heading():
    blocks = read().blocks
    assert [block.text for block in blocks if block.kind is Kind.PARAGRAPH] == [
        "Wells were dug.",
        "\u200eRoads were not.",
        "Few.",
        "2. Two.",
        "None.",
        "Dry.",
        "None.",
        "A paragraph below a number without a name.",
    ]
    assert blocks[blocks[-1].parent].text == "Section 3."


def test_title_year_address_and_date_of_the_page_are_proposed():
    assert [(item.field, item.value) for item in read().proposals] == [
        ("title", "Verania"),
        ("covers", "2031"),
        ("url", "https://reports.example/verania"),
        ("updated", "2032-01-03"),
    ]


def test_a_file_names_its_reports_and_takes_characters_that_end_lines_elsewhere():
    other = {"year": 2031, "slug": "osmia", "sections": [{"heading": "A\u2028B", "level": 2, "paragraphs": ["C"]}]}
    rows = [json.dumps(REPORT), "", json.dumps(other, ensure_ascii=False), json.dumps({"sections": []})]
    data = ("\ufeff" + "\r\n".join(rows)).encode()
    found = dict(report_series.reports(data))
    assert list(found) == ["2031/verania", "2031/osmia", "line-4"]
    assert report_series.read(found["2031/osmia"]).blocks[0].text == "A B"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[1]", "no JSON object"),
        ('{"sections": ', "no JSON object"),
        ("{}", "no list of sections"),
        ('{"sections": [3]}', "Section 1 is no object"),
        ('{"sections": [{"heading": 3}]}', "Section 1: its heading is no text"),
        ('{"sections": [{"heading": "A", "paragraphs": "b"}]}', "“A”: its paragraphs are no list"),
        ('{"sections": [{"heading": "A", "paragraphs": ["b", null]}]}', "“A”, paragraph 2 is no text"),
        ('{"sections": [{"heading": "A", "paragraphs": ["b\\u0000"]}]}', "control character"),
        ('{"sections": [{"heading": "A", "paragraphs": ["\\ud800"]}]}', "half a character"),
        ('{"sections": []}', "no text"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_report_is_refused_with_the_place(line, reason):
    with pytest.raises(RefusedFileError, match=reason):
        report_series.read(line)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"sections": []}\n{"a"', "Line 2 is no JSON object"),
        (b'{"year": 1, "slug": "a", "sections": []}\n{"year": 1, "slug": "a"}', "Line 2: a report named 1/a"),
        (b'{"sections": []}\n\xff', "Line 2"),
        (b"", "empty"),
    ],
)
def test_a_bad_line_of_a_file_is_named(data, reason):
    with pytest.raises(RefusedFileError, match=reason):
        list(report_series.reports(data))


sections = st.fixed_dictionaries(
    {
        "heading": st.text(max_size=20),
        "level": st.integers(-2, 9) | st.none(),
        "paragraphs": st.lists(st.text(max_size=30), max_size=3),
    },
    optional={"anchor": st.sampled_from(["toc__section-1", "x__y__h5-2", "", "__"]) | st.none()},
)


@given(st.lists(sections, max_size=8))
def test_any_sections_give_a_reading_that_tallies_or_a_refusal(given_sections):
    try:
        read({"sections": given_sections})
    except RefusedFileError as refusal:
        assert str(refusal)


@pytest.mark.corpus
@pytest.mark.parametrize(("year", "reports", "paragraphs"), [(2023, 191, 26_078), (2024, 196, 10_420)])
def test_the_reports_of_a_year_are_read_in_whole(year, reports, paragraphs):
    path = SHARED / "data" / "statedept-hr-reports" / f"reports-{year}.jsonl"
    if not path.exists():
        pytest.skip("the shared corpus is not beside this clone")
    readings = {}
    for name, line in report_series.reports(path.read_bytes()):
        readings[name] = report_series.read(line)
        assert ledger.check(readings[name]) == ()
        held = [text for section in json.loads(line)["sections"] for text in section["paragraphs"]]
        below = [block for block in readings[name].blocks if block.kind is not Kind.HEADING]
        assert ["".join(text.split()) for text in held] == [
            "".join((block.lead + block.text).split()) for block in below
        ]
        levels = [block.level for block in readings[name].blocks if block.kind is Kind.HEADING]
        assert all(after <= before + 1 for before, after in pairwise([0, *levels]))
    assert len(readings) == reports
    assert (
        sum(block.kind is not Kind.HEADING for reading in readings.values() for block in reading.blocks) == paragraphs
    )
