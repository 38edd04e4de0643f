"""XLSX workbooks to rows of text and back. No database here.

Reading is ours, not openpyxl's: a workbook of two kilobytes may claim a cell on row 1,048,576 or unpack to gigabytes,
so sizes and places are checked before anything is held; and a formula, or a day that the program keeps as a number, is
named instead of being turned into something that nobody typed.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import IO, Any
from xml.etree import ElementTree

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

MOST_UNPACKED = 48 * 2**20  # bytes of all parts together
MOST_PARTS = 300
MOST_ROWS = 100_000
MOST_PIECES = 4_000_000  # starts and ends of XML elements
MOST_COLUMNS = 200
LONGEST_CELL = 32_767  # characters; the format's own limit
WIDEST_GAP = 100  # empty rows between two filled ones

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_LINK = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
DATED = {14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47}  # numbers of built-in formats for days and times
PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
COLOURS = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\.")
CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
STARTS_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class SpreadsheetError(ValueError):
    """The workbook cannot be read at all; the message says why."""


@dataclass
class Sheet:
    """The rows of a workbook's first sheet by number, and the cells that cannot be taken as text."""

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    faults: list[tuple[int, int, str]] = field(default_factory=list)  # row, column, reason

    def lines(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row's number and cells, empty rows between filled ones included, at least as wide as the first."""
        header = max(self.rows.get(1, {}), default=0)
        for number in range(1, max(self.rows, default=0) + 1):
            cells = self.rows.get(number, {})
            yield number, [cells.get(column, "") for column in range(1, max(header, *cells, 0) + 1)]


def read_sheet(content: bytes) -> Sheet:
    """Read the first sheet of a workbook; raises SpreadsheetError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            _check_sizes(book)
            name = _first_sheet(book)
            texts = _shared_texts(book)
            dated = _dated_styles(book)
            with _part(book, name) as part:
                return _cells(part, texts, dated)
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, EOFError, NotImplementedError, RuntimeError) as error:
        raise SpreadsheetError("This is not an XLSX workbook, or it is damaged.") from error


def _check_sizes(book: zipfile.ZipFile) -> None:
    parts = book.infolist()
    if len(parts) > MOST_PARTS:
        raise SpreadsheetError(f"The workbook has {len(parts)} parts; at most {MOST_PARTS} are read.")
    size = sum(part.file_size for part in parts)
    if size > MOST_UNPACKED:
        raise SpreadsheetError(
            f"The workbook unpacks to {size / 2**20:.0f} MB; at most {MOST_UNPACKED // 2**20} MB are read."
        )


def _part(book: zipfile.ZipFile, name: str) -> IO[bytes]:
    """Open a part; Python stops reading at the size that the directory states, which was checked."""
    with book.open(name) as probe:
        start = probe.read(2048)
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start or b"\0" in start:
        raise SpreadsheetError("The workbook declares entities of its own, which no spreadsheet program writes.")
    return book.open(name)


def _first_sheet(book: zipfile.ZipFile) -> str:
    with _part(book, "xl/workbook.xml") as part:
        sheets = [each for each in ElementTree.parse(part).iter() if each.tag in (f"{MAIN}sheet", f"{STRICT}sheet")]  # noqa: S314
    if not sheets:
        raise SpreadsheetError("The workbook has no sheet.")
    wanted = sheets[0].get(LINK) or sheets[0].get(STRICT_LINK)
    with _part(book, "xl/_rels/workbook.xml.rels") as part:
        links = {each.get("Id"): each.get("Target", "") for each in ElementTree.parse(part).iter()}  # noqa: S314
    target = links[wanted]
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _shared_texts(book: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    texts: list[str] = []
    with _part(book, "xl/sharedStrings.xml") as part:
        for _, item in ElementTree.iterparse(part):  # noqa: S314
            if _name(item) == "si":
                texts.append(_text_of(item))
                item.clear()
    return texts


def _text_of(item: Any) -> str:
    """Join the runs of a text, without the readings printed above some scripts."""
    parts = [each.text or "" for each in item if _name(each) == "t"]
    parts += [each.text or "" for run in item if _name(run) == "r" for each in run if _name(each) == "t"]
    return CODED.sub(lambda found: chr(int(found[1], 16)), "".join(parts))


def _dated_styles(book: zipfile.ZipFile) -> set[int]:
    """Return the numbers of the cell styles that show a number as a day or a time."""
    if "xl/styles.xml" not in book.namelist():
        return set()
    with _part(book, "xl/styles.xml") as part:
        tree = ElementTree.parse(part).getroot()  # noqa: S314
    dated = set(DATED)
    for each in tree.iter():
        if _name(each) == "numFmt":
            code = COLOURS.sub("", each.get("formatCode", "")).lower()
            if re.search("[dmyhs]", code) and code != "general":
                dated.add(int(each.get("numFmtId", "0")))
    groups = [each for each in tree if _name(each) == "cellXfs"]
    styles = list(groups[0]) if groups else []
    return {number for number, style in enumerate(styles) if int(style.get("numFmtId", "0")) in dated}


def _cells(part: IO[bytes], texts: list[str], dated: set[int]) -> Sheet:
    sheet = Sheet()
    rows, last_row, last_column = 0, 0, 0
    for count, (event, item) in enumerate(ElementTree.iterparse(part, events=("start", "end"))):  # noqa: S314
        if count > MOST_PIECES:
            raise SpreadsheetError("The sheet has more cells than are read; take a CSV file.")
        name = _name(item)
        if name == "row":
            if event == "start":
                last_row, last_column = _row_number(item, last_row), 0
                rows += 1
                if rows > MOST_ROWS + WIDEST_GAP:
                    raise SpreadsheetError(f"The sheet has more than {MOST_ROWS:,} rows; take a CSV file.")
            else:
                item.clear()
        elif name == "c" and event == "end":
            row, last_column = _place(item, last_row, last_column)
            text, fault = _value(item, texts, dated)
            if fault:
                sheet.faults.append((row, last_column, fault))
            if text:
                _hold(sheet, row, last_column, text)
            item.clear()
        elif name == "sheetData" and event == "end":
            item.clear()
    return sheet


def _hold(sheet: Sheet, row: int, column: int, text: str) -> None:
    if row not in sheet.rows:
        before = next(reversed(sheet.rows), 0)
        if row <= before:
            raise SpreadsheetError(f"The rows of the workbook are out of order at row {row}.")
        if row > MOST_ROWS:
            raise SpreadsheetError(f"There is a cell on row {row:,}; at most {MOST_ROWS:,} rows are read.")
        if row - before > WIDEST_GAP:
            raise SpreadsheetError(f"There is a cell on row {row:,}, {row - before - 1:,} empty rows below the last.")
        sheet.rows[row] = {}
    if column > MOST_COLUMNS:
        raise SpreadsheetError(f"There is a cell in column {column:,}; at most {MOST_COLUMNS} columns are read.")
    sheet.rows[row][column] = text


def _row_number(item: Any, last: int) -> int:
    text = item.get("r")
    if text is None:
        return last + 1
    if not re.fullmatch("[1-9][0-9]{0,6}", text):
        raise SpreadsheetError("The workbook numbers its rows in a way that no spreadsheet program does.")
    return int(text)


def _place(item: Any, row: int, last_column: int) -> tuple[int, int]:
    text = item.get("r")
    if text is None:
        return row, last_column + 1
    found = PLACE.fullmatch(text)
    if not found:
        raise SpreadsheetError("The workbook names its cells in a way that no spreadsheet program does.")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column


def _value(item: Any, texts: list[str], dated: set[int]) -> tuple[str, str]:
    """Return a cell's text, or why it has none."""
    kind = item.get("t", "n")
    parts = {_name(each): each for each in item}
    if "f" in parts:
        return "", "The cell holds a formula; put its value there as text."
    if kind == "inlineStr":
        return (_text_of(parts["is"]) if "is" in parts else ""), ""
    raw = parts["v"].text or "" if "v" in parts else ""
    if not raw:
        return "", ""
    if kind == "s":
        number = int(raw) if raw.isdecimal() else -1
        return (texts[number], "") if 0 <= number < len(texts) else ("", "The cell points to a text that is not there.")
    if kind == "b":
        return ("true" if raw == "1" else "false"), ""
    if kind == "e":
        return "", f"The cell holds the error {raw[:20]}."
    if kind in ("str", "d"):
        return CODED.sub(lambda found: chr(int(found[1], 16)), raw), ""
    if int(item.get("s", "0")) in dated:
        return (
            "",
            "The program keeps this cell as a day or a time; format it as text and write the date as in 2012-12-13.",
        )
    return _number(raw)


def _number(raw: str) -> tuple[str, str]:
    """Return a number as it was typed: programs store 53.4 as 53.399999999999999."""
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?", raw) or len(raw) > 40:
        return "", f"{raw[:40]!r} is not a number."
    if re.fullmatch("-?[0-9]{1,15}", raw):
        return raw, ""
    plain = f"{Decimal(repr(float(raw))):f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain), ""


def _name(item: Any) -> str:
    return str(item.tag).rpartition("}")[2]


def column_letters(number: int) -> str:
    """Return how programs name a column: 28 is AB."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def write_sheet(title: str, lines: Iterable[list[str]]) -> bytes:
    """Return a workbook whose every cell is text, so that no program computes or rounds it.

    Cells that begin as formulas do carry the mark that keeps them text when they are edited.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for number, cells in enumerate(lines, 1):
        sheet.append([_cell(sheet, number, column, text) for column, text in enumerate(cells, 1)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, row: int, column: int, text: str) -> Any:
    if not text:
        return None
    if len(text) > LONGEST_CELL:
        where = f"{column_letters(column)}{row}"
        raise SpreadsheetError(f"The text for cell {where} has {len(text):,} characters; take the CSV file instead.")
    cell = WriteOnlyCell(sheet, value=coded(text))
    cell.data_type = "s"
    cell.number_format = "@"
    if text.startswith(STARTS_LIKE_A_FORMULA):
        cell.quotePrefix = True
    return cell


def coded(text: str) -> str:
    """Write what XML cannot hold as the format does: `_x000D_`; and what looks like that, so that it is read back."""
    text = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)
    return re.sub("[\x00-\x08\x0b-\x1f]", lambda found: f"_x{ord(found[0]):04X}_", text)
