"""How to cite a document: plain text, BibTeX, RIS and CSL-JSON. Pure.

Title, publisher and date may each be unknown. A document without a printed title is cited by our description of it, in
square brackets, as cataloguers do; an inferred date says so.
"""

import datetime
import json
from dataclasses import dataclass
from typing import Any

from sources import dates
from sources.edtf import DateError, OneOf, Point, Span, parse

UNDATED = "undated"
_MONTHS_SHORT = ("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Kind of document: RIS type, CSL type, BibTeX type.
_TYPES = {
    "country_page": ("ELEC", "webpage", "misc"),
    "report": ("RPRT", "report", "techreport"),
    "report_chapter": ("CHAP", "chapter", "incollection"),
    "state_report": ("RPRT", "report", "techreport"),
    "press_release": ("PRESS", "article", "misc"),
    "article": ("NEWS", "article-newspaper", "misc"),
    "encyclopedia_article": ("ENCYC", "entry-encyclopedia", "misc"),
    "reference_entry": ("ENCYC", "entry-encyclopedia", "misc"),
    "data_set": ("DATA", "dataset", "misc"),
}
_OTHER = ("GEN", "document", "misc")
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}


@dataclass(frozen=True)
class Work:
    """What a citation of a document is made of; all but key, title and permalink may be empty."""

    key: str
    title: str
    permalink: str  # full address of the document's page here
    described: bool = False  # the title is our description
    kind: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""  # EDTF
    inferred: bool = False
    container: str = ""  # the document that holds it
    republished_by: str = ""
    series: str = ""
    edition: str = ""
    symbol: str = ""
    language: str = ""
    url: str = ""
    place: str = ""  # full address of one passage here, where that is what is cited

    @property
    def address(self) -> str:
        """Where readers find what is cited: the passage, else the publisher's page, else ours."""
        return self.place or self.url or self.permalink

    @property
    def heading(self) -> str:
        """The title as citations give it: a description in square brackets."""
        return f"[{_line(self.title)}]" if self.described else _line(self.title)

    @property
    def date(self) -> str:
        """The date of publication in words."""
        words = dates.words(self.published) or UNDATED
        return f"{words} (inferred)" if self.inferred else words


def plain(work: Work, locator: str = "", accessed: datetime.date | None = None) -> str:
    """One paragraph: who, what, when, in what, where."""
    names = [*work.authors, *([work.publisher] if work.publisher else [])]
    who = ", ".join(_line(name) for name in names) or "Publisher not known"
    parts = [f"{who}: {work.heading}", _line(work.symbol), _series(work), work.date]
    if work.container:
        parts.append(f"in: {_line(work.container)}")
    if work.republished_by:
        parts.append(f"republished by {_line(work.republished_by)}")
    parts += [locator, _line(work.url)]
    text = ", ".join(part for part in parts if part)
    seen = f" (seen {dates.words(accessed.isoformat())})" if accessed else ""
    return f"{text}. Rightsbook, {work.place or work.permalink}{seen}."


def bibtex(work: Work, locator: str = "") -> str:
    """One BibTeX entry, in UTF-8; the key is the document's, with colons for strokes."""
    kind = _kinds(work)[2]
    body = "institution" if kind == "techreport" else "publisher" if kind == "incollection" else "organization"
    year, month = _year_and_month(work.published)
    fields = {
        "title": f"{{{_tex(work.heading)}}}",  # the second pair of braces keeps capitals
        "author": " and ".join(
            f"{{{_tex(name)}}}" for name in work.authors or ((work.publisher,) if work.publisher else ())
        ),
        body: _tex(work.publisher),
        "year": year,
        "month": month,
        "booktitle": _tex(work.container) if kind == "incollection" else "",
        "series": _tex(_series(work)),
        "number": _tex(work.symbol),
        "language": _tex(work.language),
        "pages": _tex(locator),
        "howpublished": _tex(f"In: {work.container}") if work.container and kind != "incollection" else "",
        "note": _tex("; ".join(_notes(work))),
        "url": _tex_url(work.address),
    }
    lines = [f"  {name} = {value if name == 'month' else '{' + value + '}'}" for name, value in fields.items() if value]
    return f"@{kind}{{{work.key.replace('/', ':')},\n" + ",\n".join(lines) + "\n}\n"


def ris(work: Work, locator: str = "") -> str:
    """One RIS record; lines end in CR LF, as the format asks."""
    names = work.authors or ((work.publisher,) if work.publisher else ())
    year, _ = _year_and_month(work.published)
    tags = [
        ("TY", _kinds(work)[0]),
        ("ID", work.key),
        ("TI", work.heading),
        *(("AU", name) for name in names),
        ("PB", work.publisher),
        ("PY", year),
        ("DA", _ris_date(work.published)),
        ("T2", work.container),
        ("T3", _series(work)),
        ("M1", work.symbol),
        ("LA", work.language),
        ("SP", locator),
        *(("N1", note) for note in _notes(work)),
        ("UR", work.address),
        ("L2", work.permalink if work.address != work.permalink else ""),
    ]
    lines = [f"{tag}  - {_line(value)}" for tag, value in tags if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl(work: Work, locator: str = "") -> str:
    """A CSL-JSON list of one item; what the date does not say exactly stands in its literal form."""
    names = work.authors or ((work.publisher,) if work.publisher else ())
    item: dict[str, Any] = {
        "id": work.key,
        "type": _kinds(work)[1],
        "title": work.heading,
        "author": [{"literal": _line(name)} for name in names],
        "publisher": _line(work.publisher),
        "issued": _csl_date(work.published),
        "container-title": _line(work.container),
        "collection-title": _series(work),
        "number": _line(work.symbol),
        "language": work.language,
        "locator": locator,
        "note": "; ".join(_notes(work)),
        "URL": work.address,
        "source": "Rightsbook",
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2) + "\n"


def _kinds(work: Work) -> tuple[str, str, str]:
    return _TYPES.get(work.kind, _OTHER)


def _series(work: Work) -> str:
    return ", ".join(_line(part) for part in (work.series, work.edition) if part)


def _notes(work: Work) -> list[str]:
    notes = [f"Published {work.date}" if work.published else "Date of publication not known"]
    if work.described:
        notes.append("No title printed: the title is a description")
    if not work.publisher:
        notes.append("Publisher not known")
    if work.republished_by:
        notes.append(f"Republished by {work.republished_by}")
    if work.place and work.url:
        notes.append(f"Publisher's page: {work.url}")
    return [*notes, f"Rightsbook: {work.permalink}"]


def _line(text: str) -> str:
    """One line: a line break inside a value would start a new field."""
    return " ".join(text.split())


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in _line(text))


def _tex_url(text: str) -> str:
    """An address stands as it is, but braces would end the field."""
    return _line(text).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _points(edtf: str) -> list[Point]:
    """The date's points: one, the two ends of a closed interval, the start of an open one; none of a set."""
    date = _parsed(edtf)
    if isinstance(date, Point):
        return [date]
    if isinstance(date, Span) and date.start:
        return [date.start, date.end] if date.end else [date.start]
    return []


def _parts(point: Point) -> list[int]:
    """Year, month and day as far as they are known; a decade or century has no year of its own."""
    if point.kind in ("decade", "century"):
        return []
    if point.kind in ("day", "month", "some_day"):
        return [point.year, point.part, *([point.day] if point.day else [])]
    return [point.year]


def _first(edtf: str) -> list[int]:
    points = _points(edtf)
    return _parts(points[0]) if points else []


def _year_and_month(edtf: str) -> tuple[str, str]:
    parts = _first(edtf)
    return (f"{parts[0]:04d}" if parts else "", _MONTHS_SHORT[parts[1]] if len(parts) > 1 else "")


def _ris_date(edtf: str) -> str:
    parts = _first(edtf)
    if not parts:
        return ""
    known = [f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])]
    return "/".join([*known, *[""] * (3 - len(known))]) + "/"


def _csl_date(edtf: str) -> dict[str, Any]:
    if not edtf:
        return {}
    points = _points(edtf)
    parts = [_parts(point) for point in points]
    exact = isinstance(_parsed(edtf), Point) or len(parts) == 2
    if not exact or not all(parts):
        return {"literal": dates.words(edtf)}
    issued: dict[str, Any] = {"date-parts": parts}
    if any(point.qualifier for point in points):
        issued["circa"] = True
    return issued


def _parsed(edtf: str) -> Point | Span | OneOf | None:
    try:
        return parse(edtf)
    except DateError:
        return None
