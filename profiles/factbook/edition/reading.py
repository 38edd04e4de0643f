"""An edition of the World Factbook, read entity by entity: JSON files in region folders, or one table of all fields.

The JSON form is that of the `factbook.json` repository: one file an entity, named by its GEC code (in 2014 by the ISO
code and a name), with sections of fields that hold `{"text": …}` or named parts; or that of `cache.factbook.json`,
which lists categories of fields. The table is tab-separated with a header row and the columns year, gec,
name_that_year, field and text at least; it may hold several years.
"""

import collections
import csv
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from profiles.factbook.edition.field_names import bare
from sources import keys, locators

_COLUMNS = ("year", "gec", "field", "text")
_NAMES = ("name_that_year", "canonical_name")
_CODE = re.compile(r"[a-z]{2}")
_JOINT = " | "
# JSON before 2021 prints this where a line ends.
_LINE_END = re.compile(r"\s*(?<!\S)\+\+(?!\S)\s*")
# What may be the heading of the next entity, which the books' text has behind the last field: “GUAM | (territory …)”.
_HEADING = re.compile(r"\n(?P<name>[A-Z][A-Z'. ,-]+)(?=\s*\(|\s*\n|\s*$)")
LAST_BOOK = 1999  # until then the tables were made of the printed book's text, line by line
MAX_BYTES = 64 * 1024 * 1024


class EditionError(ValueError):
    """A folder or file that cannot be read as an edition; the message names the file, the place and the reason."""


@dataclass(frozen=True)
class Field:
    """One printed text of an entity: its path of labels, the text, and its locator.

    `lines` is the text with the ends of the book's lines, where the table has them; '' elsewhere.
    """

    path: tuple[str, ...]
    text: str
    locator: str
    lines: str = ""


@dataclass(frozen=True)
class Entity:
    """What one edition says of one entity: GEC code in small letters, name, file, and fields by joined path, in order.

    A path that stands twice gets “ (2)” behind it, so that nothing is lost. Where an edition gives two entities one
    code, or none, `code` is made of the name and `printed_code` is what the edition has.
    """

    code: str
    name: str
    year: int
    file: str
    fields: Mapping[str, Field]
    printed_code: str | None = None

    @property
    def gec(self) -> str:
        """The code as the edition has it: '' where it has none."""
        return self.code if self.printed_code is None else self.printed_code


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
    code = path.stem.lower().partition("-")[0]
    if not _CODE.fullmatch(code):
        raise EditionError(f"{path.name}: the name of an entity's file begins with its two-letter code.")
    try:
        found = json.loads(_content(path))
    except json.JSONDecodeError as error:
        raise EditionError(f"{path.name}: damaged JSON in line {error.lineno}: {error.msg}.") from error
    except RecursionError as error:
        raise EditionError(f"{path.name}: damaged JSON, nested too deep.") from error
    if not isinstance(found, dict) or not found:
        raise EditionError(f"{path.name}: holds no sections.")
    fields: dict[str, Field] = {}
    for section, content in _sections(found, path.name).items():
        if not isinstance(content, dict):
            raise EditionError(f"{path.name}: section “{section}” holds no fields.")
        _collect(fields, (section,), content, path.name)
    return Entity(code, _name(fields) or code, year, f"{path.parent.name}/{path.name}", MappingProxyType(fields), code)


def _sections(found: dict[str, Any], file: str) -> dict[str, Any]:
    """The sections of a file; one of the `cache.factbook.json` repository lists them as categories with fields."""
    if not isinstance(found.get("categories"), list):
        return found
    try:
        return {
            each["title"]: {field["name"]: field.get("content") for field in each["fields"]}
            for each in found["categories"]
        }
    except (KeyError, TypeError, AttributeError) as error:
        raise EditionError(f"{file}: a category without title or fields.") from error


def _collect(fields: dict[str, Field], path: tuple[str, ...], content: Mapping[str, object], file: str) -> None:
    for label, value in content.items():
        # “text” is the field itself and names no part of it.
        deeper = path if label == "text" and len(path) > 1 else (*path, " ".join(str(label).split()))
        if isinstance(value, dict):
            _collect(fields, deeper, value, file)
        elif isinstance(value, (str, int, float)):
            text = _LINE_END.sub("\n", str(value))
            _add(fields, Field(deeper, text, locators.normalise(f"field {' > '.join(deeper)}")))
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
    forms = {bare(field.path[-1]): field.text for field in fields.values() if bare(field.path[1]) == "country_name"}
    # In one text a field, the short form stands behind its label.
    flat = re.search(r"conventional short form: *(?:</\w+>)?(.*?)(?:<|\blocal|$)", forms.get("country_name", ""))
    for name in (forms.get("conventional_short_form"), flat and flat[1], forms.get("conventional_long_form")):
        if name and name.strip().lower() not in {"", "none"}:
            return name.strip()
    return ""


def _table(path: Path, year: int) -> Iterator[Entity]:
    """The entities of a table; rows count from 1 below the header. Rows of an entity need not stand together.

    An entity is a code and the name of that year: where two names share a code, or a row has none, the name joins it.
    """
    groups: dict[tuple[str, str], dict[str, Field]] = {}
    years: set[str] = set()
    for number, row in enumerate(_rows(path), 1):
        years.add(row["year"])
        if row["year"] != str(year):
            continue
        code = row["gec"].strip().lower()
        name = next((" ".join(row[column].split()) for column in _NAMES if _is_name(row.get(column, ""))), "")
        if not code and not name:
            raise EditionError(f"{path.name}: row {number} has neither a code nor a name.")
        fields = groups.setdefault((code, name), {})
        label = " ".join(row["field"].split())
        if not label:
            raise EditionError(f"{path.name}: row {number} names no field.")
        _add(fields, _of_table(label, row["text"], number, year))
    if not groups:
        raise EditionError(f"{path.name}: no rows of {year}; it holds {', '.join(sorted(years)[:40]) or 'none'}.")
    codes = collections.Counter(code for code, _ in groups)
    headings = {_words(name) for _, name in groups}
    for (code, name), fields in groups.items():
        alone = _CODE.fullmatch(code) and codes[code] == 1
        own = code if alone else "-".join(filter(None, (keys.slug(code), keys.slug(name))))
        yield Entity(own, name or code, year, path.name, MappingProxyType(_without_heading(fields, headings)), code)


def _without_heading(fields: dict[str, Field], headings: set[frozenset[str]]) -> dict[str, Field]:
    """The fields, the last up to the heading of another entity, where the table has the book's lines."""
    last = next(reversed(fields))
    starts = (
        found.start() for found in _HEADING.finditer(fields[last].lines) if _words(found["name"].strip()) in headings
    )
    start = next(starts, None)
    if start is not None:
        lines = fields[last].lines[:start]
        fields[last] = replace(fields[last], text=lines.replace("\n", " "), lines=lines)
    return fields


def _words(name: str) -> frozenset[str]:
    return frozenset(keys.slug(name).split("-"))


def _is_name(text: str) -> bool:
    return bool(text.strip()) and text.strip().lower() != "unknown"


def _of_table(label: str, text: str, number: int, year: int) -> Field:
    """A row's text. The table's “ | ” is the end of a line of the printed book, and from 2000 on of a part."""
    if year > LAST_BOOK:
        text = _LINE_END.sub("\n", text)
    if _JOINT not in text:
        return Field((label,), text, f"row {number}")
    lines = "\n".join(part.strip() for part in text.split(_JOINT))
    if year > LAST_BOOK:
        return Field((label,), lines, f"row {number}")
    return Field((label,), lines.replace("\n", " "), f"row {number}", lines)


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
