"""Tables of cells into the database: set by set, whole or nothing.

Each file is read, converted and checked before anything is written; then each dataset goes through a temporary stage
into its table in one statement. What a constraint refuses is narrowed to its line by halving.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from profiles.datasets import DATASETS, Dataset
from profiles.datasets.stored import Stored, load_order, stored_columns
from profiles.transfer.cells import CellError, read_cell
from profiles.transfer.faults import Fault, LoadError, Report, Tally
from profiles.transfer.files import Table, read_table
from profiles.transfer.merging import Merge
from sources import dates

Progress = Callable[[str, int, int], None]  # what, done, of how many


@dataclass
class Row:
    """One line: its place, its identity, its plain values by field and its references by field."""

    table: Table
    line: int
    identity: tuple[str, ...]
    values: dict[str, Any] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)

    def fault(self, column: str, reason: str) -> None:
        """Note that something is wrong with the line."""
        self.table.fault(self.line, column, reason)


def load_folder(folder: Path, progress: Progress | None = None) -> Report:
    """Load `folder/<collection>/<dataset>.csv`, all of them or none.

    Raises LoadError with every fault found. Loading the same files again creates and changes nothing.
    """
    tables, faults = [], []
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_dir() or path.name.startswith(".") or path.suffix == ".md":
            continue
        dataset = DATASETS.get(path.stem)
        if dataset and dataset.from_reading:
            faults.append(Fault(name, 1, "", f"Rows of {dataset.name} come from reading files in, not from files."))
            continue
        if path.suffix != ".csv" or dataset is None or len(path.relative_to(folder).parts) != 2:
            faults.append(Fault(name, 1, "", "The file is not <collection>/<dataset>.csv of a dataset that there is."))
            continue
        tables.append(read_table(dataset, name, path.read_bytes(), path.parent.name))
    if not tables and not faults:
        faults.append(Fault(str(folder), 1, "", "The folder holds no <collection>/<dataset>.csv."))
    return load_tables(tables, faults, progress)


def load_tables(tables: list[Table], faults: Iterable[Fault] = (), progress: Progress | None = None) -> Report:
    """Load tables that were read, in one transaction; raises LoadError."""
    rows = {table.file: _convert(table) for table in tables}
    known = _resolve(tables, rows)
    found = [*faults, *(fault for table in tables for fault in table.faults)]
    if found:
        raise LoadError(found)
    by_dataset: dict[str, list[Row]] = {}
    for table in tables:
        by_dataset.setdefault(table.dataset.name, []).extend(rows[table.file])
    with transaction.atomic():
        return _write(by_dataset, known, progress)


def _convert(table: Table) -> list[Row]:
    """Turn cells into values, noting what cannot be read and what stands twice."""
    columns = stored_columns(table.dataset)
    identity = [name.removesuffix("__key") for name in table.dataset.identity]
    seen: dict[tuple[str, ...], int] = {}
    rows = []
    for line, cells in zip(table.lines, table.rows, strict=True):
        row = Row(table, line, tuple(cells[name] for name in identity))
        for column in columns:
            _read(row, column, cells[column.name])
        first = seen.setdefault(row.identity, line)
        if first != line:
            row.fault(identity[0], f"{' – '.join(row.identity)} stands in line {first} already.")
        rows.append(row)
    return rows


def _read(row: Row, column: Stored, text: str) -> None:
    try:
        value = read_cell(column, text, row.table.dataset.model)
    except CellError as error:
        row.fault(column.name, str(error))
        return
    if column.kind == "arc":
        dataset, _, key = (value or "").partition("/")
        for name, target in column.targets.items():
            row.links[name] = key if target == dataset else ""
    elif column.kind == "link":
        row.links[column.name] = value or ""
    else:
        row.values[column.name] = value
        if column.kind == "partial_date":
            bounds = dates.bounds(value) if value else dates.Bounds(None, None)
            row.values[f"{column.name}_earliest"] = bounds.earliest
            row.values[f"{column.name}_latest"] = bounds.latest


class Known:
    """Keys that references may name: those in the database, with their ids, and those in the files."""

    def __init__(self) -> None:
        self.ids: dict[str, dict[str, int]] = {}
        self.in_files: dict[str, dict[str, str]] = {}

    def hold(self, dataset: Dataset, rows: list[Row]) -> None:
        """Take the keys of a file, noting those that another file holds."""
        mine = self.in_files.setdefault(dataset.name, {})
        for row in rows:
            other = mine.setdefault(row.identity[0], row.table.file)
            if other != row.table.file:
                row.fault("key", f"{row.identity[0]} stands in {other} too.")

    def look_up(self, dataset: Dataset, keys: set[str]) -> None:
        """Fetch the ids of keys that are not known yet."""
        ids = self.ids.setdefault(dataset.name, {})
        manager: Any = dataset.model._default_manager
        missing = list(keys - ids.keys())
        ids.update(manager.filter(key__in=missing).values_list("key", "id"))

    def has(self, dataset: str, key: str) -> bool:
        """Whether a reference to the key can be kept."""
        return key in self.ids.get(dataset, {}) or key in self.in_files.get(dataset, {})


@cache
def targets(dataset: Dataset) -> dict[str, str]:
    """Return the dataset that each reference of a dataset points to, by field."""
    return {name: target for column in stored_columns(dataset) for name, target in column.targets.items()}


def _references(tables: list[Table], rows: dict[str, list[Row]]) -> Iterator[tuple[Row, str, str, str]]:
    """Yield every reference in the files: row, field, the dataset that it points to, and the key."""
    for table in tables:
        for name, target in targets(table.dataset).items():
            for row in rows[table.file]:
                if key := row.links.get(name):
                    yield row, name, target, key


def _resolve(tables: list[Table], rows: dict[str, list[Row]]) -> Known:
    """Note references to rows that are neither in the database nor in the files."""
    known = Known()
    for table in tables:
        if not table.dataset.is_link:
            known.hold(table.dataset, rows[table.file])
    wanted: dict[str, set[str]] = {}
    for _, _, target, key in _references(tables, rows):
        wanted.setdefault(target, set()).add(key)
    for name, keys in wanted.items():
        known.look_up(DATASETS[name], keys)
    for row, name, target, key in _references(tables, rows):
        if not known.has(target, key):
            row.fault(_column_of(row.table.dataset, name), f"There is no {target}/{key}.")
    return known


def _column_of(dataset: Dataset, link: str) -> str:
    return next(column.name for column in stored_columns(dataset) if link in column.targets)


def _write(by_dataset: dict[str, list[Row]], known: Known, progress: Progress | None) -> Report:
    report = Report()
    order = [dataset for dataset in load_order() if dataset.name in by_dataset]
    total, done = sum(len(rows) for rows in by_dataset.values()), 0
    faults: list[Fault] = []
    for dataset in order:
        rows = by_dataset[dataset.name]
        tally = Tally()
        for level in _levels(dataset, rows):
            found = _write_level(dataset, level, known, tally)
            faults += found
        report.tallies[dataset.name] = tally
        _analyse([dataset])
        done += len(rows)
        if faults:
            break  # what follows points to rows that are not there
        if progress:
            progress(dataset.name, done, total)
    if faults:
        raise LoadError(faults)
    return report


def _analyse(datasets: list[Dataset]) -> None:
    """Have PostgreSQL count the rows at once: triggers that look into a table planned as empty are slow."""
    with connection.cursor() as cursor:
        for dataset in datasets:
            cursor.execute(f'ANALYZE "{dataset.model._meta.db_table}"')


def _levels(dataset: Dataset, rows: list[Row]) -> list[list[Row]]:
    """Split rows that point to their own table so that each level comes after what it points to."""
    own = [name for name, target in targets(dataset).items() if target == dataset.name]
    if not own:
        return [rows]
    left = {row.identity[0]: row for row in rows}
    levels: list[list[Row]] = []
    while left:
        ready = [row for row in left.values() if not any(row.links[name] in left for name in own)]
        if not ready:
            row = next(iter(left.values()))
            raise LoadError([Fault(row.table.file, row.line, own[0], "The row leads back to itself.")])
        levels.append(ready)
        for row in ready:
            del left[row.identity[0]]
    return levels


def _write_level(dataset: Dataset, rows: list[Row], known: Known, tally: Tally) -> list[Fault]:
    links = targets(dataset)
    for name, target in links.items():
        known.look_up(DATASETS[target], {row.links[name] for row in rows if row.links[name]})
    merge = Merge(dataset, _fields(dataset))
    ids = {name: known.ids[target] for name, target in links.items()}
    lines = []
    for number, row in enumerate(rows):
        values = {**row.values, **{name: ids[name].get(key) for name, key in row.links.items()}}
        lines.append([number, *(values[name] for name in merge.fields)])
    merge.stage(_as_csv(lines))
    faults = []
    for number, column, reason in merge.run(len(rows), tally):
        row = rows[number]
        faults.append(Fault(row.table.file, row.line, column, reason))
    return faults


def _fields(dataset: Dataset) -> list[str]:
    """Return every model field that a load sets, in a fixed order."""
    names: list[str] = []
    for column in stored_columns(dataset):
        if column.targets:
            names += column.targets
        else:
            names.append(column.name)
            if column.kind == "partial_date":
                names += [f"{column.name}_earliest", f"{column.name}_latest"]
    return names


def _as_csv(lines: list[list[Any]]) -> io.StringIO:
    stage = io.StringIO()
    csv.writer(stage, lineterminator="\n").writerows(lines)
    stage.seek(0)
    return stage
