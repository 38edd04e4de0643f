"""DOCX: structure from styles and lists, notes, what was struck out, plain lines, and what is refused."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.ingest import decoding, layouts, ledger
from sources.ingest.blocks import Kind, RefusedFileError
from sources.ingest.containers import docx as reader
from tests.sources.ingest.invented import PARTS, prose, un_report
from tests.sources.ingest.making import W, lined_docx, p, raw_docx, saved

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
STYLES = (
    f'<w:styles {W}><w:style w:styleId="Part"><w:name w:val="Own part"/><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Deep"><w:name w:val="Own depth"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:styleId="HChG"><w:name w:val="_ H _Ch_G"/></w:style><w:style w:styleId="H1G"><w:name w:val="_ H_1_G"/>'
    '</w:style><w:style w:styleId="H23G"><w:name w:val="_ H_2/3_G"/></w:style></w:styles>'
)
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="x"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
)


def whole(data: bytes, layout: str | None = None):
    reading = reader.read(data, layout)
    assert ledger.check(reading) == ()
    return reading


def told(reading) -> list[tuple]:
    return [(block.kind.value, block.label, " ".join(block.text.split())) for block in reading.blocks]


def numbered(list_id: int, deep: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{deep}"/><w:numId w:val="{list_id}"/></w:numPr>'


def test_styles_make_headings_with_the_labels_that_they_print():
    document = docx.Document()
    document.core_properties.title = "Rights in Verania"
    document.core_properties.author = "Ada Brook"
    document.add_heading("Rights in Verania", 0)
    number = 0
    for label, title, (sections, count) in PARTS:
        document.add_heading(f"{label}. {title}", 1)
        for letter, section in zip("ABCDE", sections or ("",), strict=False):
            if section:
                document.add_heading(f"{letter}. {section}", 2)
            for _ in range(count):
                number += 1
                document.add_paragraph(f"{number}. {prose(45, number)}")
    document.add_paragraph("tall reeds", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ["", "Year", "Cases", "1,200"], strict=True):
        cell.text = text
    reading = whole(saved(document))
    assert reading.layout == "docx"
    headings = [(block.level, block.label, block.text) for block in reading.blocks if block.kind is Kind.HEADING]
    assert headings[:4] == [(1, "", "Rights in Verania"), *((2, label, title) for label, title, _ in PARTS[:3])]
    assert headings[4] == (3, "A", "Right to shelter")
    labels = [block.label for block in reading.blocks if block.kind is Kind.PARAGRAPH]
    assert labels == [str(n) for n in range(1, number + 1)]
    assert told(reading)[-3:] == [
        ("list_item", "", "tall reeds"),
        ("table_row", "", "Year"),
        ("table_row", "", "Cases 1,200"),
    ]
    assert {(item.field, item.value) for item in reading.proposals} == {
        ("title", "Rights in Verania"),
        ("authors", "Ada Brook"),
    }


def test_outline_levels_and_inherited_styles_make_headings_too():
    body = (
        p("Wells", style="Part")
        + p("Deep wells", style="Deep")
        + p("Few.")
        + p("Roads", more='<w:outlineLvl w:val="0"/>')
    )
    reading = whole(raw_docx(body, styles=STYLES))
    assert [(block.level, block.text) for block in reading.blocks] == [
        (1, "Wells"),
        (2, "Deep wells"),
        (0, "Few."),
        (1, "Roads"),
    ]


def test_the_styles_of_the_united_nations_make_headings():
    body = p("I. Wells", style="HChG") + p("A. Deep wells", style="H1G") + p("Pumps", style="H23G") + p("1. Few.")
    found = [(block.level, block.label, block.text) for block in whole(raw_docx(body, styles=STYLES)).blocks]
    assert found == [(1, "I", "Wells"), (2, "A", "Deep wells"), (3, "", "Pumps"), (0, "1", "Few.")]


def test_numbers_that_the_program_counts_are_printed_as_it_would():
    long = prose(60)
    body = (
        p("Wells", style="H1", more=numbered(3))
        + "".join(p(long, more=numbered(1)) for _ in range(2))
        + p("first", more=numbered(1, 1))
        + p("second", more=numbered(1, 1))
        + p("Roads", style="H1", more=numbered(3))
        + p(long, more=numbered(1))
        + p("anew", more=numbered(1, 1))
        + p("reeds", more=numbered(2))
        + p("short", more=numbered(4))
    )
    found = [
        (block.kind.value, block.lead, block.label)
        for block in whole(raw_docx(body, styles=STYLES, numbering=NUMBERING)).blocks
    ]
    assert found == [
        ("heading", "I.", "I"),
        ("paragraph", "1.", "1"),
        ("paragraph", "2.", "2"),
        ("list_item", "(a)", "a"),
        ("list_item", "(b)", "b"),
        ("heading", "II.", "II"),
        ("paragraph", "3.", "3"),
        ("list_item", "(a)", "a"),
        ("list_item", "•", ""),
        ("list_item", "1.", "1"),
    ]


def note(note_id: int, text: str, more: str = "") -> str:
    return f'<w:footnote w:id="{note_id}" {more}>{p("<w:r><w:footnoteRef/></w:r>", f" {text}")}</w:footnote>'


def call(note_id: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{note_id}"/></w:r>'


@pytest.mark.parametrize("style", ["H1", ""], ids=["by styles", "by lines"])
def test_footnotes_are_notes_with_their_callers_in_the_order_of_the_calls(style):
    notes = (
        note(-1, "rule", 'w:type="separator"')
        + note(5, "See the map.")
        + note(2, "Ibid.")
        + note(9, "Nobody calls me.")
    )
    body = p("Wells", style=style) + p("Dug", call(2), " and dry", call(5), ".") + p("Rain fell for a week.")
    reading = whole(raw_docx(body, styles=STYLES, footnotes=f"<w:footnotes {W}>{notes}</w:footnotes>"))
    assert [(b.label, b.text) for b in reading.blocks if b.kind is Kind.NOTE][:2] == [
        ("1", "Ibid."),
        ("2", "See the map."),
    ]
    assert "Nobody calls me." in [b.text for b in reading.blocks if b.kind is Kind.NOTE]
    caller = next(block for block in reading.blocks if block.markers)
    assert caller.text == "Dug1 and dry2."
    assert [(m.number, caller.text[m.offset :]) for m in caller.markers] == [("1", "1 and dry2."), ("2", "2.")]


def test_what_was_struck_out_is_left_out_and_told_and_what_was_put_in_is_read():
    struck = '<w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>'
    put_in = '<w:ins w:id="2"><w:r><w:t>new</w:t></w:r></w:ins>'
    reading = whole(raw_docx(p("Wells", style="H1") + p("The ", struck, put_in, " well."), styles=STYLES))
    assert reading.blocks[1].text == "The new well."
    assert reading.warnings == ("Struck out in recorded changes and left out: 1 place. What was put in is read.",)


def test_text_in_boxes_controls_and_tables_within_tables_is_read_once():
    box = "<w:r><w:pict><w:txbxContent>" + p("In the box.") + "</w:txbxContent></w:pict></w:r>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('In the control.')}</w:sdtContent></w:sdt>"
    inner = f"<w:tbl><w:tr><w:tc>{p('x')}</w:tc><w:tc>{p('y')}</w:tc></w:tr></w:tbl>"
    table = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{inner}{p('b')}</w:tc></w:tr></w:tbl>"
    body = p("Wells", style="H1") + p("Around", box, " it.") + control + table
    found = [block.text for block in whole(raw_docx(body, styles=STYLES)).blocks]
    assert found == ["Wells", "Around it.", "In the box.", "In the control.", "a\tx y b"]


def test_heads_and_feet_of_pages_are_furniture():
    head = f"<w:hdr {W}>{p('A/VER/1')}</w:hdr>"
    reading = whole(raw_docx(p("Wells", style="H1") + p("Few."), styles=STYLES, header1=head, header2=head))
    assert [(item.text, item.reason) for item in reading.furniture] == [("A/VER/1", "running head")]


@pytest.mark.parametrize("alone", [True, False])
def test_a_file_without_styles_is_read_as_its_text_is(alone):
    lines = "\n".join(un_report(alone=alone)).split("\n")
    expected = layouts.read("\n".join(lines), "utf-8")
    reading = whole(lined_docx(lines))
    assert reading.layout == "un-report"
    assert told(reading) == told(expected)


def test_paragraphs_without_styles_stay_paragraphs():
    texts = [prose(60, seed) for seed in range(1, 8)]
    assert [block.text for block in whole(lined_docx(texts)).blocks] == texts


def archive(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return buffer.getvalue()


SOUND = lined_docx(["Wells were dug.", "Roads were not."])
REFUSED = {
    "cut off": (SOUND[:-200], "damaged or cut off"),
    "changed": (bytes(b ^ (40 < n < 60) for n, b in enumerate(raw_docx(p("Wells. " * 9)))), "damaged"),
    "bomb": (archive({"word/document.xml": b"<a>" + b" " * 210_000_000}), "unpacks to more than 200 MB"),
    "entities": (archive({"word/document.xml": b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'}), "declares entities"),
    "broken part": (archive({"word/document.xml": b"<a><b></a>"}), "word/document.xml cannot be parsed"),
    "spreadsheet": (archive({"xl/workbook.xml": b"<a/>"}), "no DOCX but a spreadsheet"),
    "other archive": (archive({"a.txt": b"text"}), "no DOCX but a ZIP archive"),
    "no text": (raw_docx(""), "no text"),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_in_whole_is_refused_with_the_reason(data, reason):
    with pytest.raises(RefusedFileError, match=reason):
        reader.read(data)


@settings(deadline=None, max_examples=100)
@given(st.data())
def test_damaged_files_give_a_reading_that_tallies_or_a_refusal(data):
    damaged = bytearray(
        data.draw(st.sampled_from([SOUND, raw_docx(p("Wells", style="H1"), styles=STYLES, numbering=NUMBERING)]))
    )
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(damaged) - 1))
        damaged[place] ^= data.draw(st.integers(1, 255))
    if data.draw(st.booleans()):
        del damaged[data.draw(st.integers(0, len(damaged))) :]
    try:
        reading = reader.read(bytes(damaged))
    except RefusedFileError as refusal:
        assert str(refusal)
    else:
        assert ledger.check(reading) == ()


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_texts_saved_without_styles_have_the_blocks_and_calls_of_their_text(name):
    path = next(SEEDS.glob(f"{name}_*.txt"), None)
    if path is None:
        pytest.skip("the shared corpus is not beside this clone")
    text, encoding = decoding.decode(path.read_bytes())
    expected = layouts.read(text, encoding)
    reading = whole(lined_docx(text.split("\n")))
    assert told(reading) == told(expected)
    calls = [[marker.number for block in each.blocks for marker in block.markers] for each in (reading, expected)]
    assert calls[0] == calls[1]
