"""Files of a data set as numbered rows: what each importer reads, and how it refuses a file of another kind."""

import csv
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


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
    """Read a CSV file with a header. Rows count records, so that a line break inside quotes shifts nothing.

    Raises OpenDataError for a file that is missing, no UTF-8, lacks a needed column or has a row of another length.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(_rows(path.name, csv.reader(file, strict=True), set(needed)))
    except OSError as error:
        raise OpenDataError(f"{path.name} cannot be opened: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise OpenDataError(f"{path.name} is not UTF-8 text (byte {error.start}).") from error
    except csv.Error as error:
        raise OpenDataError(f"{path.name} is no table of comma-separated values: {error}.") from error


def _rows(name: str, lines: Iterable[list[str]], needed: set[str]) -> Iterable[Row]:
    header: list[str] | None = None
    number = 0
    for line in lines:
        if header is None:
            header = line
            if missing := needed - set(header):
                raise OpenDataError(f"{name} has no column {', '.join(sorted(missing))}.")
        elif line:
            number += 1
            if len(line) != len(header):
                raise OpenDataError(f"{name}, row {number}: {len(line)} cells, where the header has {len(header)}.")
            yield Row(number, dict(zip(header, line, strict=True)))
    if header is None:
        raise OpenDataError(f"{name} is empty.")


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
