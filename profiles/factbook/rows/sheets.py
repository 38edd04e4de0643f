"""Rows to be, dataset by dataset, as the cells of curation files: what the importer gives to `transfer.loading`."""

import hashlib
from collections.abc import Mapping
from typing import Any

from profiles.datasets import DATASETS
from profiles.datasets.stored import stored_names
from profiles.factbook.values.facts import facts_only, note_only
from profiles.transfer.dumping import cell_text
from profiles.transfer.files import Table

LONGEST_KEY = 120
PRINTED = {"printed", "label", "text"}  # columns whose words are a source's


def fit(key: str) -> str:
    """Return a key that is short enough; a long one ends in a digest of the whole, so that it stays the only one."""
    if len(key) <= LONGEST_KEY:
        return key
    digest = hashlib.sha256(key.encode()).hexdigest()[:8]
    return f"{key[: LONGEST_KEY - 9].rstrip('-./')}-{digest}"


class Sheets:
    """Cells by dataset and key. A row that is added twice must be the same; a name that is taken gets -2, -3 …"""

    def __init__(self, collection: str = "") -> None:
        self.collection = collection
        self.rows: dict[str, dict[str, dict[str, str]]] = {}

    def add(self, dataset: str, key: str, **values: Any) -> str:
        """Add a row, published and of the collection unless told otherwise; what is not given is empty.

        Returns the key. Raises ValueError for a column that the dataset does not have.
        """
        cells = dict.fromkeys(stored_names(DATASETS[dataset]), "")
        given = {name: cell_text(value) for name, value in values.items()}
        if self.collection:
            given |= {name: facts_only(given[name]) for name in PRINTED & given.keys()}
            given |= {name: note_only(given[name]) for name in given.keys() & {"note_public"}}
        unknown = given.keys() - cells.keys()
        if unknown:
            raise ValueError(f"{dataset} has no column {', '.join(sorted(unknown))}.")
        if "key" in cells:
            cells |= {"key": key, "status": "published", "collection": self.collection}
        self.rows.setdefault(dataset, {})[key] = cells | given
        return key

    def link(self, dataset: str, **values: str) -> None:
        """Add a row of a link table, which its columns alone identify."""
        self.rows.setdefault(dataset, {})[" ".join(values.values())] = dict(values)

    def put(self, dataset: str, cells: Mapping[str, str]) -> None:
        """Add a row whose cells are all known, such as one that the database holds."""
        self.rows.setdefault(dataset, {})[cells["key"]] = dict(cells)

    def free(self, dataset: str, wanted: str) -> str:
        """Return a key that no row here has; the wanted one is cut where it is too long."""
        taken = self.rows.get(dataset, {})
        stem = wanted[:LONGEST_KEY].rstrip("-./")
        key, number = stem, 2
        while key in taken:
            ending = f"-{number}"
            key, number = stem[: LONGEST_KEY - len(ending)].rstrip("-./") + ending, number + 1
        return key

    def has(self, dataset: str, key: str) -> bool:
        """Whether a row of that key is here."""
        return key in self.rows.get(dataset, {})

    def keep_collections(self) -> None:
        """Let rows that the database has stay in the collection that they belong to."""
        for name, rows in self.rows.items():
            model = DATASETS[name].model
            if not DATASETS[name].is_link:
                held = model._default_manager.filter(key__in=list(rows)).values_list("key", "collection")
                for key, collection in held:
                    rows[key] = {**rows[key], "collection": collection}

    def tables(self, file: str) -> list[Table]:
        """Return the rows as tables that `transfer.loading.load_tables` takes; `file` names them in messages."""
        made = []
        for name, rows in self.rows.items():
            table = Table(DATASETS[name], f"{file}: {name}", None)
            for number, key in enumerate(sorted(rows), 1):
                table.rows.append(rows[key])
                table.lines.append(number)
            made.append(table)
        return made
