"""Files of a data set as numbered rows: what each importer reads, and how it refuses a file of another kind."""

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DELIMITERS = (",", ";", "\t")


class OpenDataError(ValueError):
    """A file that cannot be read as one of the data set; the message names file, row and reason."""


@dataclass(frozen=True, eq=False)
class Row:
    """One row of data: its number, counted from 1 below the header, and its cells by column."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column].strip()

    @property
    def locator(self) -> str:
        """The row's place in its file."""
        return f"row {self.number}"


@dataclass(frozen=True)
class Refused:
    """A row that becomes nothing, with the reason."""

    row: Row
    printed: str
    reason: str


def read_rows(path: Path, needed: Iterable[str]) -> list[Row]:
    """Read a CSV file with a header that has the needed columns.

    Raises OpenDataError as `read_table`, and for a needed column that is not there.
    """
    header, rows = read_table(path)
    if missing := set(needed) - set(header):
        raise OpenDataError(f"{path.name} has no column {', '.join(sorted(missing))}.")
    return rows


def read_table(path: Path) -> tuple[list[str], list[Row]]:
    """Read a table with a header, its cells parted by the sign that parts the header: comma, semicolon or tab.

    Rows count records, so that a line break inside quotes shifts nothing. Raises OpenDataError for a file that is
    missing, empty or no UTF-8, for two columns of one name, a row of another length, and a cell with a NUL.
    """
    lines: Any = None
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            sign = max(DELIMITERS, key=first.count)
            # Quotation marks are part of a cell where a query's cells are parted by tabs.
            lines = (
                csv.reader(file, strict=True, delimiter=sign, quoting=csv.QUOTE_NONE)
                if sign == "\t"
                else csv.reader(file, strict=True, delimiter=sign)
            )
            header = [column.strip().removeprefix("?") for column in next(lines, [])]
            return header, list(_rows(path.name, header, lines))
    except OSError as error:
        raise OpenDataError(f"{path.name} cannot be opened: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise OpenDataError(f"{path.name} is not UTF-8 text (byte {error.start}).") from error
    except csv.Error as error:
        place = f", line {lines.line_num}" if lines else ""
        raise OpenDataError(f"{path.name}{place} is no table of comma-separated values: {error}.") from error


def _rows(name: str, header: list[str], lines: Any) -> Iterable[Row]:
    if not header:
        raise OpenDataError(f"{name} is empty.")
    if twice := sorted({column for column in header if column and header.count(column) > 1}):
        raise OpenDataError(f"{name}, line 1: two columns are called {', '.join(twice)}.")
    number = 0
    for line in lines:
        if not line:
            continue
        number += 1
        place = f"{name}, row {number} (line {lines.line_num})"
        if len(line) != len(header):
            raise OpenDataError(f"{place}: {len(line)} cells, where the header has {len(header)}.")
        for column, cell in zip(header, line, strict=True):
            if "\0" in cell:
                raise OpenDataError(f"{place}, column {column}: a NUL, which no text holds.")
        yield Row(number, dict(zip(header, line, strict=True)))


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
