"""Descriptions with notes: where they stand, and where the text calls them."""

import pytest

from sources.ingest import ledger
from sources.ingest.blocks import Kind
from sources.ingest.layouts import best, read
from tests.sources.ingest.invented import prose, wrapped

NOTES = [
    "Office of Counting, The people of Verania, 2009, 12.",
    "'A quiet coast', Harbour Review, March 2011.",
    "Ibid., 14.",
    "See the site of the Orchard League, http://orchard.example/rights",
    "Office of Counting, 40.",
    "Council of Europe, Opinion 12/2010.",
    "Interview with a teacher, 3 May 2012.",
    "Ibid.",
    "Verania Helsinki Group, Yearbook.",
    "Verania Helsinki Group, Yearbook, 2.",
    "Ministry of Roads, Plan.",
    "Op. cit.",
]


def written(call, heads=("Country Description", "Rule of law", "Women")) -> list[str]:
    """Three sections of two paragraphs, with two calls in each paragraph."""
    number, blocks = 0, []
    for section, head in enumerate(heads):
        blocks.append(head)
        for paragraph in range(2):
            sentences = prose(60, 10 * section + paragraph).split(". ")
            for place in (1, 3):
                number += 1
                sentences[place] = call(sentences[place], number)
            blocks.append(
                " ".join(
                    sentence if sentence[-1].isdigit() or sentence[-1] in ".]¹²³⁴⁵⁶⁷⁸⁹⁰" else sentence + "."
                    for sentence in sentences
                )
            )
    return blocks


CALLS = {
    "behind the stop": lambda text, number: f"{text}.{number}",
    "glued to the word": lambda text, number: f"{text}{number}.",
    "in brackets": lambda text, number: f"{text}. [{number}]",
    "raised": lambda text, number: f"{text}.{str(number).translate(str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹'))}",
}
PRINTED = {
    "bare": lambda number: f"{number} ",
    "glued": lambda number: f"{number}",
    "bracketed": lambda number: f"[{number}] ",
    "pointed": lambda number: f"{number}. ",
    "alone on its line": lambda number: f"{number}\n",
}


def whole(text: str, layout: str = "footnoted"):
    reading = read(text, "utf-8", layout)
    assert ledger.check(reading) == ()
    return reading


def notes(reading) -> list[tuple[str, str]]:
    return [(block.label, block.text) for block in reading.blocks if block.kind is Kind.NOTE]


def markers(reading) -> list[str]:
    return [marker.number for block in reading.blocks for marker in block.markers]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("printed", PRINTED)
def test_notes_and_the_places_that_call_them_are_found_in_every_spelling(call, printed):
    blocks = written(CALLS[call])
    blocks += ["Sources", *(PRINTED[printed](number) + text for number, text in enumerate(NOTES, start=1))]
    text = "\n\n".join(blocks)
    reading = whole(text)
    assert notes(reading) == [(str(number), note) for number, note in enumerate(NOTES, start=1)]
    assert markers(reading) == [str(number) for number in range(1, 13)]
    for block in reading.blocks:
        for marker in block.markers:
            place = block.text[marker.offset :].lstrip("[").translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
            assert place.startswith(marker.number)
    assert best(text) == "footnoted"


@pytest.mark.parametrize("width", [70, 88, 110])
def test_notes_at_the_end_need_no_heading_where_the_text_calls_them(width):
    blocks = [wrapped(block, width) for block in written(CALLS["behind the stop"])]
    blocks += [wrapped(f"{number} {text} {prose(20, number)}", width) for number, text in enumerate(NOTES, start=1)]
    reading = whole("\n\n".join(blocks))
    assert [label for label, _ in notes(reading)] == [str(number) for number in range(1, 13)]
    assert notes(reading)[3][1] == f"{NOTES[3]} {prose(20, 4)}"
    assert markers(reading) == [str(number) for number in range(1, 13)]


def test_notes_at_the_feet_of_pages_are_told_from_the_text():
    blocks = [wrapped(block) for block in written(CALLS["glued to the word"])]
    pages = []
    for number, page in enumerate(
        ("\n\n".join(blocks[:3]), "\n\n".join(blocks[3:6]), "\n\n".join(blocks[6:])), start=1
    ):
        foot = "\n".join(f"{item} {NOTES[item - 1]}" for item in range(4 * number - 3, 4 * number + 1))
        pages.append(f"{page}\n\n{foot}\n\n{number}\n")
    reading = whole("\f".join(pages))
    assert notes(reading) == [(str(number), note) for number, note in enumerate(NOTES, start=1)]
    assert markers(reading) == [str(number) for number in range(1, 13)]
    assert [item.text for item in reading.furniture] == ["1", "2", "3"]
    assert {block.page for block in reading.blocks} == {1, 2, 3}


def test_a_lost_marker_and_a_marker_on_a_heading_stay_what_they_are():
    blocks = written(CALLS["behind the stop"])
    blocks = [block.replace(".6", ".", 1) if ".6" in block else block for block in blocks]
    blocks[3] = "Rule of law5"
    blocks[4] = blocks[4].replace(".5", ".", 1)
    blocks += ["Notes", *(f"{number} {text}" for number, text in enumerate(NOTES, start=1))]
    reading = whole("\n\n".join(blocks))
    assert len(notes(reading)) == 12
    assert markers(reading) == ["1", "2", "3", "4", "5", "7", "8", "9", "10", "11", "12"]
    heading = next(block for block in reading.blocks if block.text.startswith("Rule of law"))
    assert heading.kind is Kind.HEADING
    assert [marker.number for marker in heading.markers] == ["5"]
    assert any("6" in warning for warning in reading.warnings)


def test_a_call_that_comes_again_is_a_marker_again():
    blocks = written(CALLS["behind the stop"])
    blocks[-1] += " The same was told of the coast.3 The end was sad."
    blocks += ["Notes", *(f"{number} {text}" for number, text in enumerate(NOTES, start=1))]
    assert markers(whole("\n\n".join(blocks))) == [*(str(number) for number in range(1, 13)), "3"]


def test_a_bracketed_call_that_comes_again_is_a_marker_again():
    blocks = written(CALLS["in brackets"])
    blocks[-1] += " The same was told of the coast [3], and of the north."
    blocks += ["Notes", *(f"[{number}] {text}" for number, text in enumerate(NOTES, start=1))]
    assert markers(whole("\n\n".join(blocks))) == [*(str(number) for number in range(1, 13)), "3"]


@pytest.mark.parametrize("mention", ["A/HRC/13/23/Add.6", "the Act, No.6", "its B6 road", "road N/6", "6.5 per cent"])
def test_a_figure_does_not_stand_in_for_a_lost_marker(mention):
    blocks = written(CALLS["behind the stop"])
    place = next(at for at, block in enumerate(blocks) if ".6" in block)
    blocks[place] = blocks[place].replace(".6", f". It names {mention} too.", 1)
    blocks += ["Notes", *(f"{number} {text}" for number, text in enumerate(NOTES, start=1))]
    assert markers(whole("\n\n".join(blocks))) == [str(number) for number in range(1, 13) if number != 6]


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2009 the share was 2.8%, and 63,1% in the north (4,5% elsewhere).",
        "It signed A/HRC/13/23/Add.1 and the law No.3 of 5 May 2010, article 7.",
        "The G8 and CO2 were talked of at 5.30 by 6 men of article 9.2 and B12.",
        "It cost 1,234,567 crowns in 1999 and 12:30 was the hour.",
        "COVID-19 and Web2 were on page p.4 of the Act.",
    ],
)
def test_years_figures_and_articles_are_no_markers(sentence):
    blocks = written(CALLS["behind the stop"])
    blocks[1] = f"{sentence} {blocks[1]}"
    blocks[5] = f"{blocks[5]} {sentence}"
    blocks += ["Notes", *(f"{number} {text}" for number, text in enumerate(NOTES, start=1))]
    assert markers(whole("\n\n".join(blocks))) == [str(number) for number in range(1, 13)]


def test_a_numbered_list_that_nothing_calls_is_no_notes():
    blocks = [
        "Country Description",
        prose(60),
        "Demands",
        *(f"{number}. {text}" for number, text in enumerate(NOTES, start=1)),
    ]
    assert notes(whole("\n\n".join(blocks))) == []


def test_a_note_marked_by_an_asterisk_is_found_with_its_call():
    text = f"Report on Verania*\n\n{prose(60)}\n\n{prose(40, 2)}\n\n* Handed in late."
    reading = whole(text)
    assert notes(reading) == [("*", "Handed in late.")]
    assert [(marker.number, marker.offset) for marker in reading.blocks[0].markers] == [("*", len("Report on Verania"))]


def test_stars_before_items_stay_bullets():
    text = f"What we do\n\n{prose(60)}\n\n* We teach.\n* We plant.\n* We count.\n\n{prose(40, 2)}"
    kinds = [block.kind for block in whole(text).blocks]
    assert kinds.count(Kind.LIST_ITEM) == 3
    assert Kind.NOTE not in kinds
