"""What is loaded is what is dumped; loading twice changes nothing; a fault anywhere loads nothing."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from profiles.datasets import DATASETS
from profiles.models import Breakdown, Country, Share
from profiles.transfer.dumping import dump_folder
from profiles.transfer.faults import LoadError
from profiles.transfer.loading import load_folder
from sources.models import Document
from tests.profiles.transfer import folders

pytestmark = pytest.mark.django_db


def counts(report):
    return report.total.created, report.total.changed, report.total.unchanged


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.csv"))}


def test_a_folder_is_loaded_and_a_second_time_nothing_changes(tmp_path):
    folder = folders.write(tmp_path)
    rows = sum(len(rows) for rows in folders.ROWS.values())
    assert counts(load_folder(folder)) == (rows, 0, 0)
    assert counts(load_folder(folder)) == (0, 0, rows)
    assert Country.objects.get().un_member_since_latest.isoformat() == "1992-03-02"
    assert Share.objects.get(key="ver/ethnic/2").parent.key == "ver/ethnic/1"
    assert Document.objects.get(key="ver/annex").part_of.key == "ver/report"


def test_what_was_loaded_is_dumped_byte_for_byte(tmp_path):
    folder = folders.write(tmp_path / "in")
    load_folder(folder)
    dump_folder(tmp_path / "out")
    assert files(tmp_path / "out") == files(folder)


def test_a_changed_cell_is_counted_and_written(tmp_path):
    load_folder(folders.write(tmp_path))
    text = folders.content("breakdowns", [{**folders.ROWS["breakdowns"][0], "as_of": "2001"}])
    assert counts(load_folder(folders.write(tmp_path, breakdowns=text)))[:2] == (0, 1)
    assert Breakdown.objects.get().as_of_earliest.isoformat() == "2001-01-01"


def test_rows_may_stand_before_those_they_point_to(tmp_path):
    rows = [
        {**row, "key": {"ver/report": "ver/z", "ver/annex": "ver/a"}[row["key"]]} for row in folders.ROWS["documents"]
    ]
    rows[1]["part_of"] = "ver/z"
    alone = tmp_path / "verania"
    alone.mkdir()
    (alone / "documents.csv").write_text(folders.content("documents", rows[::-1]))
    (alone / "publishers.csv").write_text(folders.content("publishers", folders.ROWS["publishers"]))
    assert counts(load_folder(tmp_path)) == (3, 0, 0)


def broken(dataset: str, old: str, new: str, count: int = 1) -> dict[str, str]:
    """A file with one fault: a piece of its good text replaced."""
    text = folders.content(dataset, sorted(folders.ROWS[dataset], key=lambda row: row.get("key", "")))
    assert old in text
    return {dataset.replace("-", "_"): text.replace(old, new, count)}


# kind of fault: (file's change, file, line, column, words of the reason)
FAULTS = {
    "unknown key": (
        broken("shares", "ver/ethnic,1", "ver/nothing,1"),
        "shares",
        2,
        "breakdown",
        "no breakdowns/ver/no",
    ),
    "unknown record": (
        broken("citations", "countries/VER", "countries/VXX"),
        "citations",
        2,
        "record",
        "countries/VXX",
    ),
    "record of no dataset": (broken("citations", "countries/VER", "VER"), "citations", 2, "record", "not dataset/key"),
    "bad date": (broken("breakdowns", "1999", "1999-13"), "breakdowns", 2, "as_of", "13"),
    "interval that ends first": (broken("breakdowns", "1999", "1999/1990"), "breakdowns", 2, "as_of", "1990"),
    "low above high": (broken("shares", "53.4,53.4", "60,50"), "shares", 2, "", "[Ll]ow and high"),
    "share over 100": (broken("shares", "53.4,53.4", "120,120"), "shares", 2, "", "percentage"),
    "missing column": (broken("shares", ",qualifier", ""), "shares", 1, "qualifier", "missing"),
    "extra column": (broken("countries", "key,", "key,colour,"), "countries", 1, "colour", "no such column"),
    "doubled column": (
        broken("countries", "key,alpha2", "key,alpha2,alpha2"),
        "countries",
        1,
        "alpha2",
        "more than once",
    ),
    "duplicate key": (broken("shares", "ver/ethnic/2", "ver/ethnic/1"), "shares", 3, "key", "line 2 already"),
    "NUL": (broken("shares", "Northern", "North\0ern"), "shares", 3, "", "NUL"),
    "missing locator": (broken("breakdowns", "line 29", ""), "breakdowns", 2, "locator", "empty"),
    "dangling locator": (broken("breakdowns", "line 29", "lines 40–29"), "breakdowns", 2, "locator", "."),
    "locator of no kind": (broken("citations", "note 3", "shelf 3"), "citations", 2, "locator", "shelf"),
    "number that is none": (broken("shares", "53.4,53.4", "many,53.4"), "shares", 2, "low", "not a number"),
    "thousands mark": (broken("shares", "53.4,53.4", '"53,400",53.4'), "shares", 2, "low", "thousands"),
    "unknown code": (broken("breakdowns", "census", "headcount"), "breakdowns", 2, "source_type", "not one of"),
    "boolean that is none": (
        broken("documents", "false", "maybe"),
        "documents",
        2,
        "published_inferred",
        "true nor false",
    ),
    "key with capitals": (broken("publishers", "harbour-watch", "Harbour"), "publishers", 2, "key", "capital"),
    "too few cells": (broken("publishers", ",ngo,", ",ngo"), "publishers", 2, "", "cells"),
    "empty line": (broken("publishers", "\nharbour", "\n\nharbour"), "publishers", 2, "", "empty"),
    "other collection": (broken("publishers", ",verania,", ",else,"), "publishers", 2, "collection", "folder verania"),
    "row of itself": (broken("documents", "ver/report", "ver/annex"), "documents", 2, "part_of", "back to itself"),
    "text too long": (broken("publishers", "Harbour Watch", "H" * 201), "publishers", 2, "name", "201 characters"),
    "web address that is none": (
        broken("publishers", ",ngo,,", ",ngo,,javascript:alert"),
        "publishers",
        2,
        "url",
        "address",
    ),
    "broken quotes": (broken("publishers", "Harbour Watch", '"Harbour" Watch'), "publishers", 2, "", "CSV"),
    "empty file": ({"publishers": ""}, "publishers", 1, "", "empty"),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_each_kind_of_fault_is_named_by_file_line_column_and_reason(tmp_path, kind):
    changed, dataset, line, column, reason = FAULTS[kind]
    with pytest.raises(LoadError) as refused:
        load_folder(folders.write(tmp_path, **changed))
    places = {(fault.file, fault.line, fault.column) for fault in refused.value.faults}
    assert (f"verania/{dataset}.csv", line, column) in places, refused.value
    fault = next(f for f in refused.value.faults if (f.line, f.column) == (line, column) and dataset in f.file)
    assert re.search(reason, fault.reason), fault
    assert not Country.objects.exists(), "something was loaded in spite of the fault"


def test_a_file_that_is_not_utf8_is_refused_with_its_line(tmp_path):
    folder = folders.write(tmp_path)
    path = folder / "verania" / "publishers.csv"
    path.write_bytes(path.read_bytes().replace(b"Harbour", b"H\xe4fen"))
    with pytest.raises(LoadError, match=r"publishers\.csv, line 2: Byte \d+ .* UTF-8"):
        load_folder(folder)


def test_all_faults_of_all_files_are_named_at_once(tmp_path):
    changed = broken("shares", "53.4,53.4", "many,few") | broken("breakdowns", "1999", "soon")
    with pytest.raises(LoadError) as refused:
        load_folder(folders.write(tmp_path, **changed))
    assert {fault.column for fault in refused.value.faults} == {"low", "high", "as_of"}


def test_every_row_that_the_database_refuses_is_named(tmp_path):
    rows = [{**folders.ROWS["shares"][0], "key": f"ver/ethnic/{n}", "position": str(n)} for n in range(1, 31)]
    for number in (4, 17, 29):
        rows[number]["low"] = rows[number]["high"] = "120"
    text = folders.content("shares", rows)
    with pytest.raises(LoadError) as refused:
        load_folder(folders.write(tmp_path, shares=text))
    assert [fault.line for fault in refused.value.faults] == [6, 19, 31]


def test_a_key_in_two_collections_is_refused(tmp_path):
    folder = folders.write(tmp_path)
    (folder / "other").mkdir()
    text = (folder / "verania" / "publishers.csv").read_text().replace(",verania,", ",other,")
    (folder / "other" / "publishers.csv").write_text(text)
    with pytest.raises(LoadError, match=r"stands in other/publishers\.csv too"):
        load_folder(folder)


def test_files_that_are_no_dataset_are_named(tmp_path):
    folder = folders.write(tmp_path)
    (folder / "verania" / "colours.csv").write_text("key\n")
    (folder / "notes.txt").write_text("hello")
    with pytest.raises(LoadError) as refused:
        load_folder(folder)
    assert {fault.file for fault in refused.value.faults} == {"verania/colours.csv", "notes.txt"}


def test_rows_that_lead_back_to_themselves_are_refused(tmp_path):
    rows = [
        {**row, "part_of": other}
        for row, other in zip(folders.ROWS["documents"], ("ver/annex", "ver/report"), strict=True)
    ]
    text = folders.content("documents", sorted(rows, key=lambda row: row["key"]))
    with pytest.raises(LoadError, match="leads back to itself"):
        load_folder(folders.write(tmp_path, documents=text))


def test_the_commands_say_what_they_did(tmp_path):
    out = StringIO()
    folder = folders.write(tmp_path / "in")
    call_command("load", str(folder), stdout=out)
    assert "in all: 9 created, 0 changed, 0 unchanged" in out.getvalue()
    call_command("load", str(folder), "--if-empty", stdout=out)
    assert out.getvalue().count("in all") == 1
    call_command("dump", str(tmp_path / "out"), "--collection", "verania", stdout=out)
    assert files(tmp_path / "out") == files(folder)
    with pytest.raises(CommandError, match="no row belongs"):
        call_command("dump", str(tmp_path / "out"), "--collection", "nowhere")
    with pytest.raises(CommandError, match="no folder"):
        call_command("load", str(tmp_path / "nowhere"))


def test_a_row_of_every_table_survives_dump_and_load(make, tmp_path):
    """No table is left out, and no column: dump, delete nothing, load: all unchanged, and the files hold every cell."""
    rows = make.everything()
    for name, row in rows.items():
        if not DATASETS[name].is_link:
            type(row).objects.filter(pk=row.pk).update(collection="verania", note_internal="kept, “so”\nand so")
    for dataset in DATASETS.values():
        if not dataset.is_link:
            dataset.model._default_manager.update(collection="verania")
    written = dump_folder(tmp_path)
    assert {name.split("/")[1].removesuffix(".csv") for name in written} == {
        name for name, dataset in DATASETS.items() if not dataset.from_reading
    }
    created, changed, unchanged = counts(load_folder(tmp_path))
    assert (created, changed) == (0, 0)
    assert unchanged == sum(written.values())
