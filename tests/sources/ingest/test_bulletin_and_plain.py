"""Bulletins of dated incidents, and plain text with headings."""

import pytest

from sources.ingest import ledger
from sources.ingest.blocks import Kind
from sources.ingest.layouts import LAYOUTS, best, read
from tests.sources.ingest.invented import prose, wrapped

DAYS = ["On the 4th of May, 2011", "Earlier, on 2 May", "On May 9", "On 11 May 2011,"]


def bulletin() -> list[str]:
    blocks = ["Hot topics:", "What happened in Verania", "Human rights"]
    blocks += [f"{day} {prose(40, seed)}" for seed, day in enumerate(DAYS)]
    return [*blocks, "Press", f"On the 12th of May {prose(50, 8)}", prose(50, 9)]


def whole(text: str, layout: str):
    reading = read(text, "utf-8", layout)
    assert ledger.check(reading) == ()
    return reading


def headings(reading) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in reading.blocks if block.kind is Kind.HEADING]


@pytest.mark.parametrize("width", [None, 80])
def test_a_bulletin_keeps_each_incident_under_its_heading(width):
    blocks = [wrapped(block, width) if width else block for block in bulletin()]
    text = "\n\n".join(blocks)
    assert best(text) == "bulletin"
    reading = whole(text, "bulletin")
    assert headings(reading) == [(1, "What happened in Verania"), (2, "Human rights"), (2, "Press")]
    assert [block.text for block in reading.blocks] == bulletin()


def test_entries_begun_by_a_day_need_no_empty_line():
    lines = [f"{day}: {prose(12, day)}" for day in range(3, 9)]
    text = "\n".join(wrapped(line.replace(":", " May 2011 –", 1), 60) for line in lines)
    reading = whole(text, "bulletin")
    assert [block.text[:4] for block in reading.blocks] == [f"{day} Ma" for day in range(3, 9)]


def test_a_day_alone_on_its_line_stands_above_what_happened():
    text = "\n\n".join(part for day in (3, 4, 6) for part in (f"{day} May 2011", prose(40, day)))
    assert [title for _, title in headings(whole(text, "bulletin"))] == ["3 May 2011", "4 May 2011", "6 May 2011"]


def test_capitals_stand_above_small_letters_and_the_title_above_all():
    blocks = [
        "A Short Account",
        "THE NORTH",
        prose(40, 1),
        "Roads",
        prose(40, 2),
        "Schools",
        prose(40, 3),
        "THE SOUTH",
        prose(40, 4),
    ]
    reading = whole("\n\n".join(blocks), "plain")
    assert headings(reading) == [
        (1, "A Short Account"),
        (2, "THE NORTH"),
        (3, "Roads"),
        (3, "Schools"),
        (2, "THE SOUTH"),
    ]
    parents = [reading.blocks[block.parent].text for block in reading.blocks if block.kind is Kind.PARAGRAPH]
    assert parents == ["THE NORTH", "Roads", "Schools", "THE SOUTH"]


def test_decimal_labels_give_the_level():
    blocks = [
        "1 Roads",
        prose(40, 1),
        "1.1 In the north",
        prose(40, 2),
        "1.2 In the south",
        prose(40, 3),
        "2 Schools",
        prose(40, 4),
    ]
    reading = whole("\n\n".join(blocks), "plain")
    assert [(block.level, block.label) for block in reading.blocks if block.kind is Kind.HEADING] == [
        (1, "1"),
        (2, "1.1"),
        (2, "1.2"),
        (1, "2"),
    ]


CHAPTER = [
    "PEOPLE",
    "Life",
    "a. Shelter",
    prose(50, 1),
    "Repairs",
    prose(70, 2),
    "b. Work",
    prose(60, 3),
    "ROADS",
    prose(90, 4),
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["no empty lines", "empty lines"])
@pytest.mark.parametrize("width", [None, 72])
def test_headings_over_headings_are_found_with_their_letters(gap, width):
    text = gap.join(wrapped(block, width) if width else block for block in CHAPTER)
    reading = whole(text, "plain")
    found = [block for block in reading.blocks if block.kind is Kind.HEADING]
    assert [(block.label, block.text) for block in found] == [
        ("", "PEOPLE"),
        ("", "Life"),
        ("a", "Shelter"),
        ("", "Repairs"),
        ("b", "Work"),
        ("", "ROADS"),
    ]
    assert [block.text for block in reading.blocks if block.kind is Kind.PARAGRAPH] == [
        block for block in CHAPTER if block.endswith(".")
    ]


def test_in_a_strict_column_a_paragraph_ends_where_the_next_word_had_fitted():
    paragraphs = [prose(60, seed) + " It was so." * (seed % 6) for seed in range(60)]
    column = [wrapped(paragraph, 72) for paragraph in paragraphs]
    assert any(0.84 * 72 < len(block.rsplit("\n", 1)[-1]) <= 66 for block in column)
    found = [block.text for block in whole("\n".join(column), "plain").blocks]
    certain = [
        paragraph
        for paragraph, block, above in zip(paragraphs[1:], column[1:], column, strict=False)
        if len(block.rsplit("\n", 1)[-1]) <= 68 and len(above.rsplit("\n", 1)[-1]) <= 68
    ]
    assert len(certain) > 10
    assert set(certain) <= set(found)


def test_one_long_heading_does_not_pass_for_the_width_of_the_column():
    long = "What the Council of the Northern Valleys and Harbours and Its Many Committees Said About Roads in That Year"
    blocks = [long, wrapped(prose(30, 1), 72), "Roads", wrapped(prose(30, 2), 72)]
    reading = whole("\n\n".join(blocks), "plain")
    assert [block.text for block in reading.blocks] == [long, prose(30, 1), "Roads", prose(30, 2)]


def test_short_lines_of_an_address_or_a_list_of_names_are_no_headings():
    text = f"{prose(60)}\n\nOda Brill\nTolm Aster\nPortamar\n\n{prose(60, 2)}"
    assert headings(whole(text, "plain")) == []


@pytest.mark.parametrize("end", [".", ";", ",", ":"])
def test_a_line_that_ends_as_a_sentence_or_clause_is_no_heading(end):
    assert headings(whole(f"{prose(40)}\n\nThe council met{end}\n\n{prose(40, 2)}", "plain")) == []


def test_an_empty_text_gives_an_empty_reading():
    for text in ("", " \n\t\n\f\n"):
        for layout in LAYOUTS:
            assert whole(text, layout).blocks == ()
        assert best(text) == "plain"


def test_an_unknown_layout_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match="un-report"):
        read("Words", "utf-8", "newspaper")


def test_plain_prose_looks_plain():
    assert best("\n\n".join(["Roads", prose(60, 1), "Schools", prose(60, 2)])) == "plain"
