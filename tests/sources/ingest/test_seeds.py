"""The five shared seeds, read as a whole: what they hold, counted."""

import csv
import re
from pathlib import Path

import pytest

from sources.ingest import ledger
from sources.ingest.blocks import Kind, Reading
from sources.ingest.layouts import read

ROOT = Path(__file__).resolve().parents[3]
SEEDS = ROOT.parent / "shared" / "seeds"

pytestmark = pytest.mark.corpus


def seed(number: str) -> Reading:
    if not SEEDS.is_dir():
        pytest.skip("the shared corpus is not beside this clone")
    (file,) = SEEDS.glob(f"{number}_*.txt")
    reading = read(file.read_text(encoding="utf-8"), "utf-8")
    assert ledger.check(reading) == ()
    return reading


def shipped(dataset: str) -> list[dict[str, str]]:
    with (ROOT / "fixtures" / "kazakhstan" / f"{dataset}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines(locator: str) -> tuple[int, int]:
    numbers = [int(number) for number in re.findall(r"\d+", locator)]
    return numbers[0], numbers[-1]


def headings(reading: Reading) -> dict[tuple[int, int], tuple[int, str, str]]:
    return {
        (block.first_line, block.last_line): (block.level, block.label, block.text)
        for block in reading.blocks
        if block.kind is Kind.HEADING
    }


def agrees(shown: str, text: str) -> bool:
    """Whether a heading is the shipped one, which may leave words out at […]."""
    pattern = ".*".join(re.escape(piece.strip()) for piece in shown.split("[…]"))
    return re.fullmatch(pattern, text) is not None


def test_each_is_known_by_its_look():
    looks = [seed(number).layout for number in ("000", "001", "002", "003", "004")]
    assert looks == ["country-page", "footnoted", "headed-report", "un-report", "bulletin"]


def test_the_national_report_has_its_205_paragraphs_under_its_36_headings():
    reading = seed("003")
    found = [block for block in reading.blocks if block.kind is Kind.PARAGRAPH]
    assert [block.label for block in found] == [str(number) for number in range(1, 206)]
    expected = [row for row in shipped("headings") if row["document"] == "kaz/upr-national-report"]
    assert len(expected) == len(headings(reading)) == 36
    for row in expected:
        level, label, text = headings(reading)[lines(row["locator"])]
        assert (level, label) == (int(row["level"]), row["label"])
        assert agrees(row["text"], text)
    for block in found:
        above = [row for row in expected if lines(row["locator"])[0] < block.first_line][-1]
        assert reading.blocks[block.parent].first_line == lines(above["locator"])[0]
    assert sum(block.kind is Kind.LIST_ITEM for block in reading.blocks) == 13
    assert [(item.line, item.reason) for item in reading.furniture] == [(1180, "document code")]
    assert reading.warnings == ()


def test_the_description_has_23_notes_and_22_markers():
    reading = seed("001")
    notes = [block for block in reading.blocks if block.kind is Kind.NOTE]
    assert [block.label for block in notes] == [str(number) for number in range(1, 24)]
    markers = [marker.number for block in reading.blocks for marker in block.markers]
    assert markers == [str(number) for number in range(1, 24) if number != 16]
    on_headings = [block for block in reading.blocks if block.markers and block.kind is Kind.HEADING]
    assert [(block.first_line, block.markers[0].number) for block in on_headings] == [(15, "7")]


@pytest.mark.parametrize(
    ("number", "document"),
    [("001", "ngo-description"), ("002", "hrw-world-report-2008"), ("004", "monitoring-bulletin-2012-07")],
)
def test_headings_are_those_that_the_file_prints_and_no_others(number, document):
    expected = [row for row in shipped("headings") if row["document"] == f"kaz/{document}"]
    found = headings(seed(number))
    assert [lines(row["locator"]) for row in expected] == list(found)
    for row in expected:
        level, _, text = found[lines(row["locator"])]
        assert level == int(row["level"])
        assert text.startswith(row["text"])


def test_the_republished_chapter_proposes_what_its_header_prints():
    proposed = {item.field: (item.value, item.line) for item in seed("002").proposals}
    assert {
        field: proposed[field] for field in ("title", "publisher", "authors", "published", "republished_by", "covers")
    } == {
        "title": ("World Report 2008 - Kazakhstan", 3),
        "publisher": ("Human Rights Watch", 5),
        "authors": ("Human Rights Watch", 6),
        "published": ("31 January 2008", 7),
        "republished_by": ("UNHCR", 9),
        "covers": ("2007", 11),
    }
    assert {"updated", "citation", "disclaimer"} < set(proposed)


def test_the_country_page_proposes_the_eleven_documents_inside():
    reading = seed("000")
    expected = [row for row in shipped("documents") if row["part_of"] == "kaz/country-page-2012"]
    parts = {(part.first_line, part.last_line): part for part in reading.parts}
    assert len(expected) == len(parts) == 11
    for row in expected:
        part = parts[lines(row["part_lines"])]
        facts = {item.field: item.value for item in part.proposals}
        assert facts["publisher"]
        assert facts.get("published", "") == row["published_printed"]
        first = row["title"].partition(" […]")[0].partition(" (")[0]
        assert part.title.startswith(first)
        for author in filter(None, row["authors"].split("; ")):
            assert author in facts.get("authors", "") + part.title


def test_the_country_page_keeps_its_labels_and_titles_as_headings():
    found = headings(seed("000"))
    missed = []
    for row in shipped("headings"):
        if row["document"].split("/")[1] in {"upr-national-report", "ngo-description", "hrw-world-report-2008"}:
            continue
        if row["document"] == "kaz/monitoring-bulletin-2012-07":
            continue
        place = lines(row["locator"])
        if place not in found or not agrees(row["text"], found[place][2].rstrip("*.")):
            missed.append(row["locator"])
    # Set as the lines beside them are, with nothing to tell them by: two subtitles, a session's item, the link above.
    assert missed == ["line 5", "line 353", "lines 230–232", "line 237"]
