"""Web pages: structure from the mark-up, furniture, notes, what the head says, and pages that only wrap a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.ingest import layouts, ledger
from sources.ingest.blocks import Kind, RefusedFileError
from sources.ingest.containers import html
from tests.sources.ingest.invented import prose, un_report
from tests.sources.ingest.making import page

PAGE = """<!doctype html><html lang="en-GB"><head><title>Verania 2024 | Harbour Watch</title>
<meta name="citation_author" content="Ada Brook"><meta name="citation_author" content="Bo Marsh">
<meta property="article:published_time" content="2024-03-05T10:00:00Z">
<meta property="og:site_name" content="Harbour Watch"><link rel="canonical" href="https://harbour.example/verania">
<script>var hidden = "never shown"</script></head><body>
<header>Harbour Watch</header><nav><a href="/">Home</a> <a href="/more">More</a></nav>
<h1>Rights in Verania</h1><p>By <b>Ada</b>&nbsp;Brook<br>and others</p>
<h2>I. Courts</h2>
<p>1. Judges wait<sup><a href="#n1" id="r1">1</a></sup> for years.</p><p>2. Clerks do not.<a href="#n2">[2]</a></p>
<h4>A. Judges</h4><ul><li>one <b>bold</b> word<li>two</ul><ol type="a" start="3"><li>third<li><p>fourth</p></ol>
<h2>II. Roads</h2><table><tr><th></th><th>Year</th></tr><tr><td>Cases</td><td>1,200</td></tr></table>
<blockquote>Quoted words.</blockquote><pre>line one
line two

other lines</pre><p hidden>not shown</p>
<aside>Read also</aside><footer><p id="n1"><a href="#r1">1</a> See the archive.</p><p id="n2">[2] Ibid.</p></footer>
<footer>Harbour Watch, all rights</footer></body></html>"""


def whole(data: str | bytes, layout: str | None = None):
    reading = html.read(data.encode() if isinstance(data, str) else data, layout)
    assert ledger.check(reading) == ()
    return reading


def kinds(reading, kind: Kind) -> list[tuple[str, str]]:
    return [(block.label, block.text) for block in reading.blocks if block.kind is kind]


def test_headings_have_a_level_without_gaps_and_the_heading_above_for_parent():
    reading = whole(PAGE)
    found = [(block.level, block.label, block.text, block.parent) for block in reading.blocks if block.level]
    index = {block.text: number for number, block in enumerate(reading.blocks)}
    assert found == [
        (1, "", "Rights in Verania", None),
        (2, "I", "Courts", index["Rights in Verania"]),
        (3, "A", "Judges", index["Courts"]),
        (2, "II", "Roads", index["Rights in Verania"]),
    ]


def test_paragraphs_items_rows_and_kept_lines_are_blocks_of_their_kind():
    reading = whole(PAGE)
    assert kinds(reading, Kind.LIST_ITEM) == [("", "one bold word"), ("", "two"), ("c", "third"), ("d", "fourth")]
    assert kinds(reading, Kind.TABLE_ROW) == [("", "\tYear"), ("", "Cases\t1,200")]
    assert [label for label, _ in kinds(reading, Kind.PARAGRAPH)] == ["", "1", "2", "", "", ""]
    assert [text for _, text in kinds(reading, Kind.PARAGRAPH)][3:] == [
        "Quoted words.",
        "line one line two",
        "other lines",
    ]


def test_each_block_stands_on_a_line_of_its_own():
    reading = whole(PAGE)
    lines = reading.text.split("\n")
    for block in reading.blocks:
        assert block.first_line == block.last_line
        assert block.text in lines[block.first_line - 1].replace("\xa0", " ")


def test_notes_are_notes_with_the_places_that_call_them():
    reading = whole(PAGE)
    assert kinds(reading, Kind.NOTE) == [("1", "See the archive."), ("2", "Ibid.")]
    called = {
        block.label: (block.text[: block.markers[0].offset], block.markers[0].number)
        for block in reading.blocks
        if block.markers
    }
    assert called == {"1": ("Judges wait", "1"), "2": ("Clerks do not.", "2")}


def test_a_raised_number_without_link_calls_the_block_that_it_opens():
    reading = whole("<h1>T</h1><p>Wells<sup>1</sup> and km<sup>2</sup>.</p><p><sup>1</sup> See the map.</p>")
    assert kinds(reading, Kind.NOTE) == [("1", "See the map.")]
    assert [marker.offset for block in reading.blocks for marker in block.markers] == [5]


def test_links_to_parts_of_the_page_are_no_notes():
    reading = whole(
        '<h1>T</h1><p><a href="#s1">1</a> <a href="#s2">2</a></p><h2 id="s1">1. Wells</h2>'
        '<div id="s2"><h2>2. Roads</h2><p>Dry.</p></div>'
        '<p><a href="#p3">3</a></p><p id="p3">3. A paragraph of its own.</p>'
    )
    assert kinds(reading, Kind.NOTE) == []


def test_what_may_be_a_note_or_not_stays_text():
    for doubtful in (
        '<p>Wells<a href="#s1">[1]</a></p><h2 id="s1">1. Wells</h2>',
        f'<p>Wells<a href="#s1">[1]</a></p><div id="s1"><p>1. Wells</p>{"<p>More.</p>" * 20}</div>',
        "<p>Wells<sup>1</sup></p><p><sup>1</sup> One.</p><p><sup>1</sup> Another.</p>",
    ):
        reading = whole(f"<h1>T</h1>{doubtful}")
        assert kinds(reading, Kind.NOTE) == []
        assert not any(block.markers for block in reading.blocks)


def test_what_surrounds_the_text_is_furniture_and_scripts_are_nothing():
    reading = whole(PAGE)
    assert [(item.text, item.reason) for item in reading.furniture] == [
        ("Harbour Watch", "page header"),
        ("Home More", "navigation"),
        ("not shown", "hidden"),
        ("Read also", "aside"),
        ("Harbour Watch, all rights", "page footer"),
    ]
    assert "never shown" not in reading.text


def test_where_the_page_says_which_part_is_the_text_all_else_is_furniture():
    reading = whole(f"<div>Menu of things</div><main><h1>Wells</h1><p>{prose(60)}</p></main><div>Elsewhere</div>")
    assert [block.text for block in reading.blocks] == ["Wells", prose(60)]
    assert [item.text for item in reading.furniture] == ["Menu of things", "Elsewhere"]


def test_the_head_of_the_page_proposes_what_an_editor_confirms():
    found = {(item.field, item.value) for item in whole(PAGE).proposals}
    assert found >= {
        ("title", "Rights in Verania"),
        ("authors", "Ada Brook; Bo Marsh"),
        ("publisher", "Harbour Watch"),
        ("published", "2024-03-05"),
        ("language", "en-GB"),
        ("url", "https://harbour.example/verania"),
    }


@pytest.mark.parametrize("glue", ["p", "br", "pre"])
def test_a_page_that_only_wraps_a_text_is_read_as_the_text(glue):
    text = "\n".join(un_report(alone=True))
    expected = layouts.read(text, "utf-8")
    reading = whole(page(text.split("\n"), glue))
    assert reading.layout == expected.layout == "un-report"
    assert [(b.kind, b.label, b.text) for b in reading.blocks] == [(b.kind, b.label, b.text) for b in expected.blocks]


def test_a_layout_of_texts_can_be_asked_for():
    assert whole(PAGE, "plain").layout == "plain"
    assert whole(page(["Only a line."]), "html").layout == "html"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1251", "cp1251"), ("koi8-r", "koi8-r"), ("no-such", "utf-8"), ("utf-8", "utf-8")],
)
def test_the_encoding_that_a_page_declares_is_used_where_it_is_one(declared, encoding):
    data = f'<html><head><meta charset="{declared}"></head><body><h1>Права</h1><p>Вода и хлеб.</p></body></html>'
    reading = whole(data.encode(encoding))
    assert (reading.encoding, reading.blocks[1].text) == (encoding, "Вода и хлеб.")


def test_sloppy_and_deep_pages_are_read_or_refused_but_never_cut():
    assert [block.text for block in whole("<h1>A<p>B<li>C<table><tr><td>D").blocks][-1] == "D"
    depth = 30_000
    try:
        reading = whole("<div>" * depth + "<h1>Deep</h1><p>down</p>" + "</div>" * depth)
    except RefusedFileError:
        return
    assert [block.text for block in reading.blocks] == ["Deep", "down"]


def test_a_page_without_text_is_refused():
    for data in ("<html><body><script>x()</script></body></html>", "<nav>Home</nav>", "<html></html>"):
        with pytest.raises(RefusedFileError, match="no text"):
            html.read(data.encode())


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_damaged_pages_give_a_reading_that_tallies_or_a_refusal(data):
    damaged = bytearray(PAGE.encode())
    for _ in range(data.draw(st.integers(1, 12))):
        place = data.draw(st.integers(0, len(damaged) - 1))
        damaged[place : place + data.draw(st.integers(1, 30))] = data.draw(
            st.sampled_from(
                [
                    b"<",
                    b">",
                    b"&",
                    b"</p>",
                    b"<li>",
                    b"<ol>",
                    b"<table>",
                    b"<td>",
                    b"<sup>1</sup>",
                    b"<br><br>",
                    b"&#0;",
                    b"x",
                ]
            )
        )
    try:
        reading = html.read(bytes(damaged), data.draw(st.sampled_from([None, "html", "plain"])))
    except RefusedFileError as refusal:
        assert str(refusal)
    else:
        assert ledger.check(reading) == ()
