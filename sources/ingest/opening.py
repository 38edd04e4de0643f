"""A file of any kind in, a reading out: what kind it is, its content says before its name does. Pure."""

from collections.abc import Callable

from sources.ingest import layouts
from sources.ingest.blocks import Reading, RefusedFileError
from sources.ingest.containers import docx, html, pdf, report_series
from sources.ingest.decoding import decode, expect_size

# Layouts of files whose mark-up tells the structure, beside those of texts.
MARKED_UP = {
    "html": "Web page, by its mark-up",
    "docx": "Word file, by its styles",
    "report-series": "Report of a series in JSON",
}
_OFFICE = "an office file of the kind before 2007; save it as DOCX or PDF"
_PACKED = "a compressed archive; unpack it first"
_PICTURE = "a picture; have its text recognised first (OCR)"
_OTHERS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (b"{\\rtf", "an RTF file; save it as DOCX or PDF"),
    (b"%!PS", "a PostScript file; save it as PDF"),
    (b"\x1f\x8b", _PACKED),
    (b"BZh", _PACKED),
    (b"7z\xbc\xaf", _PACKED),
    (b"Rar!", _PACKED),
    (b"\xfd7zXZ", _PACKED),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
)
_NAMED = {".pdf": "PDF", ".docx": "DOCX", ".json": "report series in JSON", ".jsonl": "report series in JSON"}


def read(
    data: bytes,
    name: str,
    layout: str | None = None,
    *,
    entry: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Reading:
    """What a file holds. `layout` is one of `layouts.LAYOUTS` or `MARKED_UP`; without, the best is chosen.

    `entry` names one document of a file that holds several. `progress` is told steps done and steps in all, where a
    file has steps. Raises RefusedFileError, which says where and why, and nothing else for any bytes.
    """
    expect_size(data)
    _expect_layout(layout)
    if report_series.looks_like(data):
        _expect_fit(layout, "report-series")
        return _entry(data, entry)
    if entry:
        raise RefusedFileError(f"The file is one document and holds no “{entry}”.")
    _refuse_others(data, name)
    if pdf.looks_like(data):
        _expect_fit(layout)
        return pdf.read(data, layout, progress)
    if docx.looks_like(data):
        _expect_fit(layout, "docx")
        return docx.read(data, layout)
    if html.looks_like(data, name):
        _expect_fit(layout, "html")
        return html.read(data, layout)
    _refuse_misnamed(name)
    _expect_fit(layout)
    text, encoding = decode(data)
    return layouts.read(text, encoding, layout)


def entries(data: bytes, name: str) -> tuple[str, ...]:
    """The names of the documents of a file that holds several; none for one that is a document, whatever its name."""
    return tuple(found for found, _ in report_series.reports(data)) if report_series.looks_like(data) else ()


def _entry(data: bytes, entry: str) -> Reading:
    held = dict(report_series.reports(data))
    if not entry and len(held) == 1:
        entry = next(iter(held))
    if entry in held:
        return report_series.read(held[entry])
    example = next(iter(held))
    asked = f"has none named “{entry}”" if entry else "one of them must be named"
    raise RefusedFileError(f"The file holds {len(held):,} documents and {asked}, as in “{example}”.")


def _expect_layout(layout: str | None) -> None:
    if layout is not None and layout not in layouts.LAYOUTS and layout not in MARKED_UP:
        raise RefusedFileError(f"“{layout}” is no layout; there are {', '.join([*layouts.LAYOUTS, *MARKED_UP])}.")


def _expect_fit(layout: str | None, own: str = "") -> None:
    """Raise where a layout is asked for that this kind of file cannot have."""
    if layout in MARKED_UP and layout != own:
        raise RefusedFileError(f"The layout “{layout}” is for another kind of file.")
    if own == "report-series" and layout not in {None, own}:
        raise RefusedFileError("A report series tells its own structure; it has no other layout.")


def _refuse_others(data: bytes, name: str) -> None:
    for mark, kind in _OTHERS:
        if data.startswith(mark):
            raise RefusedFileError(f"“{name}” is {kind}.")
    if b"MIME-Version:" in data[:2000] and b"multipart/related" in data[:4000]:
        raise RefusedFileError(f"“{name}” is a web page saved as an archive; save it as HTML or PDF.")


def _refuse_misnamed(name: str) -> None:
    for ending, kind in _NAMED.items():
        if name.lower().endswith(ending):
            raise RefusedFileError(f"“{name}” is no {kind} that can be read, whatever its name says.")
