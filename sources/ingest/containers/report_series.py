"""Report series: one JSON object a line, each a report with its sections. Pure.

A report has `sections`, a list of objects with `heading`, `level`, an optional `anchor` and `paragraphs`; and `year`,
`slug`, `country` or `title`, `url` and `modified` where known. Levels are those of the web page, on which the number
of a section and its name are two headings and the first is the lower one. The anchors, where the page had them, tell
the depth; a number that stands alone goes to the name behind it.
"""

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

from sources.ingest.blocks import Kind, Reading, RefusedFileError
from sources.ingest.containers.pieces import Piece, compose
from sources.ingest.decoding import expect_size

_DEEPEST = 9
_SECTION_NUMBER = re.compile(r"Section [0-9]+\.?")


def looks_like(data: bytes) -> bool:
    """Whether the first line of a file is a report of a series."""
    first = data.removeprefix(codecs.BOM_UTF8).lstrip().split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(_parsed(first.decode()).get("sections"), list)
    except (ValueError, RecursionError):
        return False


def reports(data: bytes) -> Iterator[tuple[str, str]]:
    """The name (`2023/kazakhstan`) and the line of each report of a file. Raises RefusedFileError at a bad line."""
    expect_size(data)
    used: set[str] = set()
    # Not by the line ends of texts: JSON takes some of those for characters.
    for number, row in enumerate(data.removeprefix(codecs.BOM_UTF8).split(b"\n"), 1):
        if not row.strip():
            continue
        try:
            line = row.decode()
            name = _name(_parsed(line), number)
        except (ValueError, RecursionError) as error:
            raise RefusedFileError(f"Line {number:,} is no JSON object in UTF-8: {_shortly(error)}.") from None
        if name in used:
            raise RefusedFileError(f"Line {number:,}: a report named {name} stands in the file already.")
        used.add(name)
        yield name, line


def read(line: str) -> Reading:
    """One report. Raises RefusedFileError that names the section where something is not as it should be."""
    try:
        report = _parsed(line)
    except (ValueError, RecursionError) as error:
        raise RefusedFileError(f"The report is no JSON object: {_shortly(error)}.") from None
    sections = report.get("sections")
    if not isinstance(sections, list):
        raise RefusedFileError("The report has no list of sections.")
    pieces: list[Piece] = []
    for number, section in enumerate(sections, 1):
        pieces.extend(_pieces(section, number))
    return compose(pieces, "report-series", "utf-8", _facts(report))


def _parsed(line: str) -> dict[str, Any]:
    found = json.loads(line)
    if not isinstance(found, dict):
        raise ValueError("it holds a list or a single value")  # noqa: TRY004 - what is wrong is the text, not a type
    return found


def _shortly(error: Exception) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error).split(":", 1)[0].lower()


def _name(report: dict[str, Any], number: int) -> str:
    parts = [str(report.get(key) or "").strip() for key in ("year", "slug")]
    return "/".join(filter(None, parts)) or f"line-{number}"


def _pieces(section: Any, number: int) -> Iterator[Piece]:
    """The heading of one section and its paragraphs."""
    place = f"Section {number}"
    if not isinstance(section, dict):
        raise RefusedFileError(f"{place} is no object.")
    heading = _text(section.get("heading", ""), f"{place}: its heading")
    paragraphs = section.get("paragraphs", [])
    if not isinstance(paragraphs, list):
        raise RefusedFileError(f"{place} “{heading[:60]}”: its paragraphs are no list.")
    if heading.strip():
        anchor = section.get("anchor")
        level = _level(heading, section.get("level"), anchor if isinstance(anchor, str) else "")
        yield Piece(Kind.HEADING, heading, level=level)
    for position, paragraph in enumerate(paragraphs, 1):
        yield Piece(Kind.PARAGRAPH, _text(paragraph, f"{place} “{heading[:60]}”, paragraph {position}"))


def _text(value: Any, place: str) -> str:
    if not isinstance(value, str):
        raise RefusedFileError(f"{place} is no text.")
    if re.search("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]", value):
        raise RefusedFileError(f"{place} holds a control character or half a character.")
    return value


def _level(heading: str, level: Any, anchor: str) -> int:
    """How deep the heading stands: 1 for the sections of the report."""
    if _SECTION_NUMBER.fullmatch(heading.strip()):
        return 1
    if anchor:
        steps = anchor.split("__")[1:]
        inner = re.fullmatch(r"h([1-9])-[0-9]+", steps[-1]) if steps else None
        return int(inner[1]) - 1 if inner else max(1, len(steps))
    return min(max(level - 1, 1), _DEEPEST) if isinstance(level, int) else 1


def _facts(report: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, key in (("title", "title"), ("title", "country"), ("covers", "year"), ("url", "url")):
        if isinstance(report.get(key), str | int) and report[key]:
            yield name, str(report[key])
    if isinstance(report.get("published"), str):
        yield "published", report["published"]
    if isinstance(report.get("modified"), str):
        yield "updated", report["modified"]
