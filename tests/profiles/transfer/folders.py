"""A small folder of curation files for tests of load and dump, to be broken one fault at a time."""

import csv
import io
from pathlib import Path

from profiles.datasets import DATASETS
from profiles.datasets.stored import stored_names

PLAIN = {"status": "published", "collection": "verania"}
ROWS: dict[str, list[dict[str, str]]] = {
    "countries": [
        {
            "key": "VER",
            "slug": "verania",
            "name": "Verania",
            "sort_key": "verania",
            "un_status": "none",
            "iso_status": "user_assigned",
            "un_member_since": "1992-03-02",
            "un_member_since_printed": "2 March 1992",
        }
    ],
    "publishers": [{"key": "harbour-watch", "name": "Harbour Watch", "kind": "ngo"}],
    "documents": [
        {
            "key": "ver/report",
            "label": "Report on Verania",
            "kind": "report",
            "publisher": "harbour-watch",
            "translation": "none",
            "text_access": "metadata",
            "published": "2012-05-25",
            "published_inferred": "false",
        },
        {
            "key": "ver/annex",
            "label": "Annex, “with quotes” and, commas",
            "kind": "report",
            "part_of": "ver/report",
            "translation": "none",
            "text_access": "metadata",
            "published_inferred": "false",
        },
    ],
    "document-countries": [{"document": "ver/report", "country": "VER"}],
    "breakdowns": [
        {
            "key": "ver/ethnic",
            "document": "ver/report",
            "locator": "line 29",
            "relation": "first_hand",
            "value_state": "stated",
            "country": "VER",
            "kind": "ethnic",
            "source_type": "census",
            "as_of": "1999",
            "several_answers": "no",
        }
    ],
    "shares": [
        {
            "key": "ver/ethnic/1",
            "breakdown": "ver/ethnic",
            "position": "1",
            "share_class": "group",
            "label": "Veranian",
            "low": "53.4",
            "high": "53.4",
            "qualifier": "unqualified",
            "value_state": "stated",
        },
        {
            "key": "ver/ethnic/2",
            "breakdown": "ver/ethnic",
            "position": "2",
            "parent": "ver/ethnic/1",
            "share_class": "group",
            "label": "Northern",
            "low": "30",
            "high": "",
            "qualifier": "at_least",
            "value_state": "stated",
        },
    ],
    "citations": [
        {
            "key": "ver/cite/1",
            "record": "countries/VER",
            "field": "name",
            "printed": "VERANIA",
            "stance": "supports",
            "document": "ver/report",
            "locator": "lines 1–2, note 3",
        }
    ],
}


def content(dataset: str, rows: list[dict[str, str]]) -> str:
    """The text of one file."""
    names = stored_names(DATASETS[dataset])
    out = io.StringIO()
    writer = csv.DictWriter(out, names, restval="", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({**(PLAIN if "status" in names else {}), **row})
    return out.getvalue()


def write(folder: Path, **changed: str) -> Path:
    """Write the folder; `changed` replaces whole files by their text, keyed with `_` for `-`."""
    (folder / "verania").mkdir(parents=True, exist_ok=True)
    for dataset, rows in ROWS.items():
        text = changed.get(
            dataset.replace("-", "_"), content(dataset, sorted(rows, key=lambda row: row.get("key", "")))
        )
        (folder / "verania" / f"{dataset}.csv").write_text(text, encoding="utf-8", newline="")
    return folder
