"""CSV bytes to named cells, with each fault's place. No database here."""

import csv
import io
from dataclasses import dataclass, field
from typing import Any

from profiles.datasets import Dataset
from profiles.datasets.stored import stored_names
from profiles.transfer.faults import Fault

LONGEST_CELL = 100_000
csv.field_size_limit(LONGEST_CELL)


@dataclass
class Table:
    """The rows of one file: cells by column, and the line on which each row starts."""

    dataset: Dataset
    file: str
    collection: str | None
    rows: list[dict[str, str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int, column: str, reason: str) -> None:
        """Note that something is wrong."""
        self.faults.append(Fault(self.file, line, column, reason))


def read_table(dataset: Dataset, file: str, content: bytes, collection: str | None = None) -> Table:
    """Read one CSV file; what is wrong with it stands in the table's `faults`.

    UTF-8 with or without byte order mark, comma, double quotes, any line end. The header must hold each stored column
    exactly once, in any order, and nothing else. `collection` is the folder's name: the column must say the same.
    """
    table = Table(dataset, file, collection)
    text = _decode(table, content)
    if text is None:
        return table
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, None)
        if header is None:
            table.fault(1, "", "The file is empty; it needs a header line.")
        elif _check_header(table, header):
            _read_rows(table, reader, header)
    except csv.Error as error:
        table.fault(reader.line_num, "", f"This is not well-formed CSV: {error}.")
    return table


def _decode(table: Table, content: bytes) -> str | None:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        table.fault(line, "", f"Byte {error.start + 1} of the file is not UTF-8; save the file as UTF-8.")
        return None
    nul = text.find("\0")
    if nul >= 0:
        table.fault(text.count("\n", 0, nul) + 1, "", "The line holds a NUL character, which no text here has.")
        return None
    return text


def _check_header(table: Table, header: list[str]) -> bool:
    wanted = stored_names(table.dataset)
    for name in dict.fromkeys(header):
        if header.count(name) > 1:
            table.fault(1, name, "The column stands more than once.")
        if name not in wanted:
            table.fault(1, name, f"There is no such column in {table.dataset.name}.")
    for name in wanted:
        if name not in header:
            table.fault(1, name, "The column is missing.")
    return not table.faults


def _read_rows(table: Table, reader: Any, header: list[str]) -> None:
    start = reader.line_num + 1
    for cells in reader:
        line, start = start, reader.line_num + 1
        if not cells:
            table.fault(line, "", "The line is empty.")
        elif len(cells) != len(header):
            table.fault(line, "", f"The line has {len(cells)} cells; the header has {len(header)}.")
        else:
            row = dict(zip(header, cells, strict=True))
            if table.collection is not None and row.get("collection", table.collection) != table.collection:
                table.fault(line, "collection", f"The file lies in the folder {table.collection}.")
            table.rows.append(row)
            table.lines.append(line)
