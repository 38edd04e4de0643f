"""Tables to curation files: byte for byte what `load` takes."""

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from profiles.datasets import Dataset
from profiles.datasets.stored import Stored, load_order, stored_columns, stored_names
from sources import numbers


def dump_folder(folder: Path, collection: str | None = None) -> dict[str, int]:
    """Write `folder/<collection>/<dataset>.csv` for every row that belongs to a collection; return rows by file.

    UTF-8, `\\n`, minimal quoting, ordered by key, no empty file. Files that stand there are replaced; none is removed.
    """
    written: dict[str, int] = {}
    for dataset in load_order():
        field = collection_path(dataset)
        manager: Any = dataset.model._default_manager
        names = sorted(set(manager.exclude(**{field: ""}).values_list(field, flat=True)))
        for name in names:
            if collection in (None, name):
                rows = manager.filter(**{field: name}).order_by(*dataset.identity)
                path = folder / name / f"{dataset.name}.csv"
                path.parent.mkdir(parents=True, exist_ok=True)
                content, count = as_csv(dataset, rows)
                path.write_bytes(content.encode())
                written[f"{name}/{dataset.name}.csv"] = count
    return written


def collection_path(dataset: Dataset) -> str:
    """Return where a row's collection stands: its own field, or that of the row that a link belongs to."""
    if not dataset.is_link:
        return "collection"
    return f"{dataset.identity[0].removesuffix('__key')}__collection"


def as_csv(dataset: Dataset, rows: QuerySet[Any]) -> tuple[str, int]:
    """Return the curation file of some rows, and how many there are."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(stored_names(dataset))
    count = 0
    for cells in stored_cells(dataset, rows):
        writer.writerow(cells)
        count += 1
    return out.getvalue(), count


def stored_cells(dataset: Dataset, rows: QuerySet[Any]) -> Iterator[list[str]]:
    """Yield each row's cells in the order of the stored columns."""
    columns = stored_columns(dataset)
    paths = [path for column in columns for path in _paths(column)]
    for values in rows.values_list(*paths).iterator(chunk_size=2000):
        remaining = iter(values)
        yield [_cell(column, [next(remaining) for _ in _paths(column)]) for column in columns]


def _paths(column: Stored) -> list[str]:
    return [f"{name}__key" for name in column.targets] if column.targets else [column.name]


def _cell(column: Stored, values: Iterable[Any]) -> str:
    if column.kind == "arc":
        pairs = zip(column.targets.values(), values, strict=True)
        return next((f"{dataset}/{key}" for dataset, key in pairs if key), "")
    (value,) = values
    return cell_text(value)


def cell_text(value: Any) -> str:
    """Return a value as files print it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return numbers.plain(value) if isinstance(value, Decimal) else str(value)
