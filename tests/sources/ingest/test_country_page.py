"""Country pages that hold documents by others."""

import pytest

from sources.ingest import ledger
from sources.ingest.blocks import Kind
from sources.ingest.layouts import best, read
from tests.sources.ingest.invented import prose, wrapped

COUNTRY = "VERANIA"


def page(close: str = "Click here to read more »", split: bool = True) -> list[str]:
    """The lines of a country page with two background texts and three texts by bodies."""
    name = (lambda *words: list(words)) if split else (lambda *words: [" ".join(words)])
    return [
        COUNTRY, "Republic of Verania", "Joined United Nations:  3 May 1961", "Updated 4 March 2011",
        "CAPITAL", "POPULATION", "CHIEF OF STATE", "SELECTION PROCESS", "Portamar", "1,204,000 (July 2010 est.)",
        "President elected by popular vote", "Next scheduled election: 2014",
        *name("GOVERNMENT", "STRUCTURE"), *wrapped(prose(60, 1), 120).split("\n"),
        *name("BRIEF", "HISTORY"), *wrapped(prose(200, 2), 120).split("\n"), "Source: Wikipedia: History of Verania",
        "ECONOMIC OVERVIEW", *wrapped(prose(120, 3), 120).split("\n"), "Source: CIA World Factbook (select Verania)",
        *name("U. S. STATE", "DEPARTMENT"),
        "HUMAN RIGHTS STATEMENTS, ANALYSIS AND CRITIQUES",
        "2010 Human Rights Report: Verania", "Bureau of Quiet Coasts", "April 8, 2011", "",
        *wrapped(prose(120, 4), 120).split("\n"), "", *wrapped(prose(80, 5), 120).split("\n"), close,
        *name("AMNESTY", "INTERNATIONAL"), "2 February 2011", "Verania must open its archive", "",
        *wrapped(prose(120, 6), 120).split("\n"), "", "What went before",
        *wrapped(prose(80, 7), 120).split("\n"), close,
        *name("VERANIA", "NATIONAL HUMAN", "RIGHTS OMBUDSMAN"), "TRANSLATED FROM VERANIAN BY A MACHINE", "03/04/2011",
        "by Tolm Aster", "A day at the archive", "",
        *wrapped(prose(120, 8), 120).split("\n"), "", *wrapped(prose(80, 9), 120).split("\n"), close,
        *name("TRAFFICKING IN", "PERSONS"), "None reported.", "Oda Brill", "Prime Minister since 2 May 2009",
    ]  # fmt: skip


def whole(lines: list[str]):
    reading = read("\n".join(lines), "utf-8", "country-page")
    assert ledger.check(reading) == ()
    return reading


@pytest.mark.parametrize("split", [True, False], ids=["narrow column", "whole labels"])
def test_each_text_by_others_is_proposed_with_its_lines(split):
    lines = page(split=split)
    reading = whole(lines)
    found = [(part.title, lines[part.first_line - 1], lines[part.last_line - 1]) for part in reading.parts]
    close = "Click here to read more »"
    assert found == [
        ("History of Verania", "BRIEF" if split else "BRIEF HISTORY", "Source: Wikipedia: History of Verania"),
        ("ECONOMIC OVERVIEW", "ECONOMIC OVERVIEW", "Source: CIA World Factbook (select Verania)"),
        ("2010 Human Rights Report: Verania", "2010 Human Rights Report: Verania", close),
        ("Verania must open its archive", "AMNESTY" if split else "AMNESTY INTERNATIONAL", close),
        ("A day at the archive", "VERANIA" if split else "VERANIA NATIONAL HUMAN RIGHTS OMBUDSMAN", close),
    ]


def test_each_proposes_publisher_date_author_and_translation_as_printed():
    facts = [{item.field: item.value for item in part.proposals} for part in whole(page()).parts]
    assert facts[0] == {"publisher": "Wikipedia", "title": "History of Verania"}
    assert facts[1] == {"publisher": "CIA World Factbook"}
    assert facts[2] == {
        "publisher": "U. S. STATE DEPARTMENT",
        "title": "2010 Human Rights Report: Verania",
        "authors": "Bureau of Quiet Coasts",
        "published": "April 8, 2011",
    }
    assert facts[3] == {
        "publisher": "AMNESTY INTERNATIONAL",
        "title": "Verania must open its archive",
        "published": "2 February 2011",
    }
    assert facts[4] == {
        "publisher": "VERANIA NATIONAL HUMAN RIGHTS OMBUDSMAN",
        "title": "A day at the archive",
        "authors": "Tolm Aster",
        "published": "03/04/2011",
        "translation": "TRANSLATED FROM VERANIAN BY A MACHINE",
    }


def test_a_text_without_a_closing_link_ends_before_the_next_name():
    lines = page(close="")
    reading = whole(lines)
    dated = [part for part in reading.parts if part.title == "Verania must open its archive"]
    assert len(dated) == 1
    assert lines[dated[0].last_line].strip() in {"", "VERANIA"}


def test_labels_are_headings_under_the_page_and_titles_under_the_names():
    found = [(block.level, block.text) for block in whole(page()).blocks if block.kind is Kind.HEADING]
    assert found[:6] == [
        (1, "VERANIA"), (2, "CAPITAL"), (2, "POPULATION"), (2, "CHIEF OF STATE"), (3, "SELECTION PROCESS"),
        (2, "GOVERNMENT STRUCTURE"),
    ]  # fmt: skip
    assert (3, "AMNESTY INTERNATIONAL") in found
    assert found[found.index((3, "AMNESTY INTERNATIONAL")) + 1 :][:2] == [
        (4, "Verania must open its archive"),
        (5, "What went before"),
    ]
    assert (2, "TRAFFICKING IN PERSONS") in found


def test_the_links_of_the_page_are_furniture():
    assert [item.reason for item in whole(page()).furniture] == ["link"] * 3


def test_a_page_that_holds_nothing_by_others_says_so():
    reading = whole(["VERANIA", "CAPITAL", "Portamar"])
    assert reading.parts == ()
    assert reading.warnings


@pytest.mark.parametrize("split", [True, False])
def test_the_look_is_known(split):
    assert best("\n".join(page(split=split))) == "country-page"
