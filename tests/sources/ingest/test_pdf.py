"""PDF: lines as printed, furniture of pages, notes at their feet, and what is refused."""

import io
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, NumberObject
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from sources.ingest import decoding, layouts, ledger
from sources.ingest.blocks import Kind, RefusedFileError
from sources.ingest.containers import pdf
from tests.sources.ingest.invented import prose, un_report
from tests.sources.ingest.making import drawn_pdf, set_pdf

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
LINES = "\n".join(un_report(alone=True)).split("\n")


def whole(data: bytes, layout: str | None = None):
    reading = pdf.read(data, layout)
    assert ledger.check(reading) == ()
    return reading


def told(reading) -> list[tuple]:
    return [(block.kind.value, block.label, " ".join(block.text.split())) for block in reading.blocks]


@pytest.mark.parametrize("per_page", [52, 17])
@pytest.mark.parametrize("foot", ["{}", "- {} -", "Page {} of 9", "{} GE.31-12345"])
def test_a_printed_report_is_read_as_its_text_is(per_page, foot):
    expected = layouts.read("\n".join(LINES), "utf-8")
    reading = whole(drawn_pdf(LINES, per_page=per_page, foot=foot.format))
    assert reading.layout == "un-report"
    assert told(reading) == told(expected)


def test_heads_and_numbers_of_pages_are_furniture_and_blocks_know_their_page():
    reading = whole(drawn_pdf(LINES, per_page=17, foot=lambda page: str(page + 6)))
    pages = -(-len(LINES) // 17)
    assert sum(item.text == "A/VER/1" for item in reading.furniture) == pages
    assert [item.text for item in reading.furniture if item.reason == "page number"] == [
        str(7 + n) for n in range(pages)
    ]
    found = [block.page for block in reading.blocks]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (7, 6 + pages)


def test_text_that_comes_again_on_each_page_is_no_furniture():
    line = "The council counted its wells and closed the northern market."
    reading = whole(drawn_pdf([line] * 60, per_page=20))
    assert sum(block.text.count("council") for block in reading.blocks) == 60


def test_notes_in_small_print_at_the_foot_are_notes_and_raised_numbers_call_them():
    buffer = io.BytesIO()
    drawing = canvas.Canvas(buffer)
    for page, topic in enumerate(["wells", "roads", "boats"]):
        for position in range(20):
            line = drawing.beginText(60, 780 - 18 * position)
            line.setFont("Times-Roman", 10)
            line.textOut(f"{page * 20 + position + 1}. The council counted {topic}")
            if position == 5:
                line.setFont("Times-Roman", 6)
                line.setRise(4)
                line.textOut(str(page + 1))
                line.setRise(0)
                line.setFont("Times-Roman", 10)
            line.textOut(f" at place {position} before the rains came.")
            drawing.drawText(line)
        drawing.setFont("Times-Roman", 8)
        drawing.drawString(60, 110, f"{page + 1} See the archive on {topic}, page 4, and")
        drawing.drawString(60, 100, f"the second volume on {topic}.")
        drawing.drawString(300, 40, str(page + 1))
        drawing.showPage()
    drawing.save()
    reading = whole(buffer.getvalue())
    notes = [(block.label, block.text, block.page) for block in reading.blocks if block.kind is Kind.NOTE]
    assert notes == [
        (str(n), f"See the archive on {topic}, page 4, and the second volume on {topic}.", n)
        for n, topic in enumerate(["wells", "roads", "boats"], 1)
    ]
    called = [(block.label, block.text[: m.offset], m.number) for block in reading.blocks for m in block.markers]
    assert called == [
        (str(number), f"The council counted {topic}", str(n))
        for n, (number, topic) in enumerate([(6, "wells"), (26, "roads"), (46, "boats")], 1)
    ]


def test_a_single_note_in_small_print_does_not_break_the_paragraph_that_goes_on_overleaf():
    buffer = io.BytesIO()
    drawing = canvas.Canvas(buffer)
    for page in range(2):
        for position in range(20):
            line = drawing.beginText(60, 780 - 12 * position)
            line.setFont("Times-Roman", 10)
            line.textOut("the council of the northern valley counted its wells and closed the market")
            if (page, position) == (0, 3):
                line.setFont("Times-Roman", 6)
                line.textOut("1")
            drawing.drawText(line)
        if not page:
            drawing.setFont("Times-Roman", 8)
            drawing.drawString(60, 100, "1 See the archive on wells.")
        drawing.showPage()
    drawing.save()
    body, note = whole(buffer.getvalue()).blocks
    assert (note.kind, note.label, note.text) == (Kind.NOTE, "1", "See the archive on wells.")
    assert body.text.count("council") == 40
    assert [body.text[: marker.offset].count("market") for marker in body.markers] == [4]


def test_title_and_author_are_proposed_where_somebody_typed_them():
    buffer = io.BytesIO()
    drawing = canvas.Canvas(buffer)
    drawing.setTitle("Wells of Verania")
    drawing.drawString(60, 700, "Wells were dug in the north.")
    drawing.save()
    found = [(item.field, item.value) for item in pdf.read(buffer.getvalue()).proposals]
    assert found == [("title", "Wells of Verania")]


def test_a_picture_page_among_pages_of_text_is_told():
    buffer = io.BytesIO()
    drawing = canvas.Canvas(buffer)
    drawing.drawString(60, 700, "Wells were dug in the north.")
    drawing.showPage()
    draw_picture(drawing)
    drawing.save()
    assert pdf.read(buffer.getvalue()).warnings[0].startswith("Page 2 without text")


def draw_picture(drawing) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    drawing.drawImage(ImageReader(Image.new("RGB", (9, 9), "white")), 0, 0)


def pictures_only() -> bytes:
    buffer = io.BytesIO()
    drawing = canvas.Canvas(buffer)
    draw_picture(drawing)
    drawing.save()
    return buffer.getvalue()


def with_stream(content: bytes) -> bytes:
    """A PDF whose page has this for its packed content."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn_pdf(["Wells."]))))
    stream = writer.pages[0]["/Contents"].get_object()
    stream._data = content
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def with_count(count: int) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn_pdf(["Wells."]))))
    writer.root_object["/Pages"].get_object()[NameObject("/Count")] = NumberObject(count)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


SOUND = drawn_pdf(["Wells were dug."] * 3)
PACKED = zlib.compress(b"BT /F1 10 Tf 60 700 Td (Wells.) Tj ET")
REFUSED = {
    "cut off": (SOUND[:-30], "no end"),
    "password": (drawn_pdf(["Secret."], encrypt=StandardEncryption("opening", strength=128)), "password"),
    "pictures": (pictures_only(), "no text: its pages are pictures"),
    "bomb": (with_stream(zlib.compress(b" " * 90_000_000)), "unpacks to more"),
    "wrong checksum": (with_stream(PACKED[:-4] + b"\0\0\0\0"), "Page 1 of the PDF is damaged"),
    "cut stream": (with_stream(PACKED[:-6]), "Page 1 of the PDF is damaged"),
    "lost pages": (with_count(7), "says it has 7 pages, and 1 are there"),
    "no objects": (b"%PDF-1.4\nnothing at all\n%%EOF", "damaged"),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_in_whole_is_refused_with_the_reason(data, reason):
    with pytest.raises(RefusedFileError, match=reason):
        pdf.read(data)


def test_a_file_that_anybody_may_open_is_read():
    data = drawn_pdf(["Wells were dug."], encrypt=StandardEncryption("", ownerPassword="owner", strength=128))
    assert any(block.text == "Wells were dug." for block in whole(data).blocks)


def test_progress_is_told_page_by_page():
    steps: list[tuple[int, int]] = []
    pdf.read(drawn_pdf(LINES, per_page=50), None, lambda done, pages: steps.append((done, pages)))
    pages = -(-len(LINES) // 50)
    assert steps == [(page, pages) for page in range(1, pages + 1)]


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_damaged_files_give_a_reading_that_tallies_or_a_refusal(data):
    damaged = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(damaged) - 1))
        damaged[place] ^= data.draw(st.integers(1, 255))
    if data.draw(st.booleans()):
        del damaged[data.draw(st.integers(0, len(damaged))) :]
    try:
        reading = pdf.read(bytes(damaged))
    except RefusedFileError as refusal:
        assert str(refusal)
    else:
        assert ledger.check(reading) == ()


@pytest.mark.corpus
@pytest.mark.parametrize("make", [drawn_pdf, set_pdf], ids=["drawn", "set"])
def test_the_printed_report_has_the_paragraphs_and_headings_of_its_text(make):
    text, expected = seed("003")
    reading = whole(make(text.split("\n")))
    assert [block.label for block in reading.blocks if block.kind is Kind.PARAGRAPH and block.label] == [
        str(number) for number in range(1, 206)
    ]
    assert told(reading) == told(expected)


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["001", "002", "004"])
def test_other_printed_texts_have_the_blocks_and_calls_of_their_text(name):
    text, expected = seed(name)
    reading = whole(set_pdf(text.split("\n")))
    assert told(reading) == told(expected)
    calls = [[marker.number for block in each.blocks for marker in block.markers] for each in (reading, expected)]
    assert calls[0] == calls[1]


def seed(name: str):
    path = next(SEEDS.glob(f"{name}_*.txt"), None)
    if path is None:
        pytest.skip("the shared corpus is not beside this clone")
    text, encoding = decoding.decode(path.read_bytes())
    return text, layouts.read(text, encoding)


def test_prose_without_numbers_keeps_its_paragraphs_by_the_gaps_between_them():
    paragraphs = [prose(70, seed) for seed in range(1, 30)]
    lines = [line for paragraph in paragraphs for line in (paragraph, "")]
    assert [block.text for block in whole(set_pdf(lines)).blocks] == paragraphs
