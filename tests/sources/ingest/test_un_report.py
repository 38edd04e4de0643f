"""Reports with numbered paragraphs, as the United Nations print them."""

import pytest

from sources.ingest import ledger
from sources.ingest.blocks import Kind
from sources.ingest.layouts import best, read
from tests.sources.ingest.invented import PARTS, paged, prose, un_report, wrapped

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def whole(text: str, layout: str = "un-report"):
    reading = read(text, "utf-8", layout)
    assert ledger.check(reading) == ()
    return reading


def paragraphs(reading) -> list[str]:
    return [block.label for block in reading.blocks if block.kind is Kind.PARAGRAPH and block.label]


def headings(reading) -> list[tuple[int, str, str]]:
    return [(block.level, block.label, block.text) for block in reading.blocks if block.kind is Kind.HEADING]


def under(reading, label: str) -> str:
    block = next(block for block in reading.blocks if block.kind is Kind.PARAGRAPH and block.label == label)
    return reading.blocks[block.parent].text


EXPECTED = [(1, label, title) for label, title, _ in PARTS]


@pytest.mark.parametrize("alone", [True, False], ids=["number alone", "number before the text"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["no empty lines", "empty lines"])
def test_paragraphs_stand_once_in_order_under_their_headings(alone, gap):
    reading = whole(gap.join(un_report(alone=alone)))
    assert paragraphs(reading) == [str(number) for number in range(1, 21)]
    assert [found for found in headings(reading) if found[0] == 1] == EXPECTED
    assert [found[1:] for found in headings(reading) if found[0] == 2] == [
        ("A", "Right to shelter"),
        ("B", "Right to a fair hearing"),
        ("C", "Children"),
        ("A", "Roads"),
        ("B", "Schools"),
    ]
    assert (under(reading, "8"), under(reading, "20")) == ("Right to shelter", "Schools")
    texts = {block.label: block.text for block in reading.blocks if block.kind is Kind.PARAGRAPH}
    assert texts["13"] == prose(45, 13)


@pytest.mark.parametrize("alone", [True, False])
def test_a_single_v_is_part_or_section_as_the_labels_around_it_allow(alone):
    sections = tuple(f"Right number {letter}" for letter in ALPHABET[:23])
    parts = (
        *((label, f"Part {label}", ((), 2)) for label in ("I", "II", "III", "IV")),
        ("V", "All the rights", (sections, 1)),
        ("VI", "End", (("One matter", "Another matter", "Third matter", "Fourth matter"), 1)),
    )
    reading = whole("\n\n".join(un_report(alone=alone, parts=parts)))
    assert [label for level, label, _ in headings(reading) if level == 1] == ["I", "II", "III", "IV", "V", "VI"]
    assert [label for level, label, _ in headings(reading) if level == 2] == [*ALPHABET[:23], *"ABCD"]


@pytest.mark.parametrize("per_page", [7, 9, 13])
@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize(
    ("foot", "head"),
    [
        (lambda page: ["GE.10-12345"], lambda page: []),
        (lambda page: ["", f"{page}  GE.10-12345 (E)", ""], lambda page: ["A/HRC/WG.6/7/VER/1", ""]),
        (lambda page: [], lambda page: ["A/HRC/21/54/Add.2", f"page {page}"]),
        (lambda page: [f"GE.09-17130\n{page}"], lambda page: ["A/HRC/WG.6/7/VER/1"]),
    ],
)
def test_page_starts_inside_paragraphs_part_nothing(per_page, alone, foot, head):
    lines = "\n".join(un_report(alone=alone, blank=False)).split("\n")
    reading = whole("\n".join(paged(lines, per_page, foot, head)))
    assert paragraphs(reading) == [str(number) for number in range(1, 21)]
    assert [found for found in headings(reading) if found[0] == 1] == EXPECTED
    assert {block.label: block.text for block in reading.blocks if block.kind is Kind.PARAGRAPH} == {
        str(number): prose(45, number) for number in range(1, 21)
    }
    assert all(
        "GE." in item.text or "A/HRC" in item.text or "page" in item.text or item.text.isdigit()
        for item in reading.furniture
    )


def test_printed_pages_are_kept_where_the_foot_says_them():
    lines = "\n".join(un_report(alone=False)).split("\n")
    reading = whole("\n".join(paged(lines, 20, lambda page: [f"GE.10-12345  {page}"])))
    pages = [block.page for block in reading.blocks]
    assert pages[0] == 1
    assert pages == sorted(pages)
    assert len(set(pages)) > 3


def test_a_table_of_contents_gives_no_headings():
    contents = ["Contents", "Paragraphs Page"]
    contents += [
        f"{label}. {title} {'.' * 20} {number}–{number + 3} {number}"
        for number, (label, title, _) in enumerate(PARTS, 2)
    ]
    reading = whole("\n".join(contents) + "\n\n" + "\n\n".join(un_report(alone=False)))
    assert [found for found in headings(reading) if found[0] == 1 and found[1]] == EXPECTED


def test_lists_and_small_numbers_inside_a_paragraph_do_not_count_as_paragraphs():
    blocks = list(un_report(alone=False))
    place = next(at for at, block in enumerate(blocks) if block.startswith("9. "))
    blocks[place] += (
        "\nThe plan has these aims:\n(a) To mend roofs;\n(b) To open two wells;\n(c) To teach."
        "\n1. First the north.\n2. Then the south."
    )
    reading = whole("\n".join(blocks))
    assert paragraphs(reading) == [str(number) for number in range(1, 21)]
    items = [(block.label, block.text) for block in reading.blocks if block.kind is Kind.LIST_ITEM]
    assert items == [
        ("a", "To mend roofs;"),
        ("b", "To open two wells;"),
        ("c", "To teach."),
        ("1", "First the north."),
        ("2", "Then the south."),
    ]


def test_bullets_end_where_the_next_paragraph_begins():
    blocks = list(un_report(alone=True, blank=False))
    place = next(at for at, block in enumerate(blocks) if block.startswith("9.\n"))
    blocks[place] = (
        "9.\n\nThe plan is this:\n• Mending the roofs of all the schools that lie in the\nnorthern valleys"
        "\n • Digging wells"
    )
    reading = whole("\n".join(blocks))
    assert paragraphs(reading) == [str(number) for number in range(1, 21)]
    items = [block.text for block in reading.blocks if block.kind is Kind.LIST_ITEM]
    assert items == ["Mending the roofs of all the schools that lie in the northern valleys", "Digging wells"]


def test_numbers_at_line_starts_within_sentences_are_no_paragraphs():
    text = "\n".join(un_report(alone=False, blank=False))
    text = text.replace(
        "12. The", "12. In that year the number of open wells in the valleys of the north rose to\n13. The", 1
    )
    reading = whole(text)
    assert paragraphs(reading).count("13") == 1
    assert under(reading, "13") == under(reading, "12")


def test_a_lost_number_is_reported_and_the_rest_still_counts():
    text = "\n\n".join(un_report(alone=False)).replace("\n14. ", "\n")
    reading = whole(text)
    assert paragraphs(reading) == [str(number) for number in range(1, 21) if number != 14]
    assert any("14" in warning for warning in reading.warnings)


def test_initials_of_names_at_line_starts_are_no_sections():
    said = wrapped("Among those heard by the council in the spring of that year were many, and first of all Mr.\n", 88)
    blocks = list(un_report(alone=False))
    blocks[2] += (
        f"\n\n{said}\nA. Tolm, who had come from the coast and stayed for the whole of the long\nsession of that year."
    )
    reading = whole("\n\n".join(blocks))
    assert "Tolm" not in " ".join(text for _, _, text in headings(reading))


def test_the_cover_of_a_united_nations_document_is_proposed():
    cover = (
        "United Nations A/HRC/WG.6/7/VER/1\n\nGeneral Assembly\n\nDistr.: General\n12 November 2009\n\n"
        "Original: English\n\n"
        "Human Rights Council\nWorking Group on the Universal Periodic Review\nSeventh session\n\n"
        "National report submitted by the Republic of Verania\n\n"
    )
    reading = whole(cover + "\n\n".join(un_report(alone=False)))
    proposed = {item.field: item.value for item in reading.proposals}
    assert proposed["symbol"] == "A/HRC/WG.6/7/VER/1"
    assert proposed["published"] == "12 November 2009"
    assert proposed["language"] == "English"
    assert proposed["title"] == "National report submitted by the Republic of Verania"


def test_when_the_report_was_approved_is_proposed_from_its_first_paragraphs():
    first = "1. This report was written by six ministries and was approved by the cabinet on 3 May 2011."
    blocks = [first if block.startswith("1. ") else block for block in un_report(alone=False)]
    reading = whole("\n\n".join(blocks))
    assert ("approved", "3 May 2011") in {(item.field, item.value) for item in reading.proposals}


@pytest.mark.parametrize("alone", [True, False])
def test_the_look_is_known(alone):
    assert best("\n".join(un_report(alone=alone))) == "un-report"
    assert best("\n\n".join(un_report(alone=alone))) == "un-report"


def test_notes_at_the_feet_of_pages_leave_the_paragraphs_whole():
    blocks = list(un_report(alone=False))
    text = "\n".join(blocks)
    for number, following in enumerate((2, 3, 5, 6, 7, 9), start=1):
        text = text.replace(f"\n{following}. ", f"{number}\n{following}. ", 1)
    lines = text.split("\n")
    pages = [lines[start : start + 22] for start in range(0, len(lines), 22)]
    result, note = [], 0
    for number, page in enumerate(pages, start=1):
        result += page
        called = sum(line.endswith(f".{n}") for line in page for n in range(1, 7))
        result += ["_" * 12] if called else []
        for _ in range(called):
            note += 1
            result.append(f"{note} See the report of the Orchard Commission, chapter {note}.")
        result += [f"GE.11-55555  {number}"]
    reading = whole("\n".join(result))
    notes = [block for block in reading.blocks if block.kind is Kind.NOTE]
    assert [block.label for block in notes] == ["1", "2", "3", "4", "5", "6"]
    assert [marker.number for block in reading.blocks for marker in block.markers] == ["1", "2", "3", "4", "5", "6"]
    assert paragraphs(reading) == [str(number) for number in range(1, 21)]
    texts = {block.label: block for block in reading.blocks if block.kind is Kind.PARAGRAPH}
    for number in range(1, 21):
        block = texts[str(number)]
        called = block.markers[0].number if block.markers else ""
        assert block.text == prose(45, number) + called


def test_a_paragraph_torn_by_the_notes_of_its_page_is_one():
    first, second = prose(60, 1), prose(60, 2)
    torn = wrapped(f"2. {second}").split("\n")
    lines = [
        *wrapped(f"1. {first}1").split("\n"),
        *torn[:2],
        "_" * 10,
        "1 See the Yearbook.",
        "2 Ibid.",
        "GE.11-55555  1",
    ]
    lines += [*torn[2:], *wrapped(f"3. {first}2").split("\n")]
    reading = whole("\n".join(lines))
    assert {block.label: block.text for block in reading.blocks if block.kind is Kind.PARAGRAPH} == {
        "1": f"{first}1",
        "2": second,
        "3": f"{first}2",
    }
    assert [block.text for block in reading.blocks if block.kind is Kind.NOTE] == ["See the Yearbook.", "Ibid."]


def test_the_symbol_on_the_cover_is_text_and_later_ones_are_running_heads():
    symbol = "A/HRC/WG.6/7/VER/1"
    lines = "\n".join(un_report(alone=False)).split("\n")
    cover = [symbol, "", "Human Rights Council", ""]
    reading = whole("\n".join([*cover, *paged(lines, 25, lambda page: [""], lambda page: [symbol, ""])]))
    assert reading.blocks[0].text == symbol
    assert {(item.text, item.reason) for item in reading.furniture} == {(symbol, "document symbol")}
    assert ("symbol", symbol, 1) in {(item.field, item.value, item.line) for item in reading.proposals}


def test_a_number_within_a_sentence_gives_way_to_the_one_that_begins_a_paragraph():
    blocks = list(un_report(alone=False, blank=False))
    place = next(at for at, block in enumerate(blocks) if block.startswith("11. "))
    blocks[place] = (
        "11. What the council of the north had asked for in that spring was told in paragraph\n"
        "12. It was told again to those of the coast and to the others, who would not hear."
    )
    reading = whole("\n".join(blocks))
    texts = {block.label: block.text for block in reading.blocks if block.kind is Kind.PARAGRAPH}
    assert texts["12"] == prose(45, 12)
    assert texts["11"].endswith("would not hear.")


def test_sections_go_on_over_a_lost_one_and_leap_no_further():
    parts = (("I", "First", ((), 2)), ("II", "Second", (("One", "Two", "Three", "Four"), 2)), ("III", "Third", ((), 2)))
    blocks = [block for block in un_report(alone=False, parts=parts) if block != "C. Three"]
    place = blocks.index("B. Two")
    blocks[place:place] = ["Q. Far ahead"]
    reading = whole("\n\n".join(blocks))
    labels = [label for level, label, _ in headings(reading) if label]
    assert labels == ["I", "II", "A", "B", "D", "III"]
