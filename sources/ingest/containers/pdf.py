"""PDF: the printed lines page by page, what pages carry set apart, and the text layouts for the rest. Pure.

A PDF tells nothing of paragraphs, so the lines are read as those of a text file are. What cannot be read in whole is
refused: pypdf mends much in silence, so that its complaints, the page count and the checksums are looked at here.
"""

import io
import logging
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from sources.ingest.blocks import Reading, RefusedFileError
from sources.ingest.containers.pdf_pages import lines
from sources.ingest.containers.pdf_rows import Row, rows
from sources.ingest.containers.pieces import told_by_somebody
from sources.ingest.containers.relaying import relay
from sources.ingest.decoding import MAX_BYTES

MAX_PAGES = 10_000
_TAIL = 2048
_DAMAGE = re.compile(
    r"not defined|Error -?[0-9]|Impossible to decode|unexpected|EOD|truncated|[Ee]xceed|Invalid stream|can ?not be read"
    r"|contents are not|Stream length not defined"
)
_SENSIBLE = 0.8
Progress = Callable[[int, int], None]


def looks_like(data: bytes) -> bool:
    """Whether a file is a PDF."""
    return b"%PDF-" in data[:1024]


def read(data: bytes, layout: str | None = None, progress: Progress | None = None) -> Reading:
    """A PDF, its lines read by a layout of texts; `progress` is told pages done and pages in all.

    Raises RefusedFileError for a file that is protected, damaged, cut off, without text or too large unpacked.
    """
    if b"%%EOF" not in data[-_TAIL:]:
        raise RefusedFileError("The PDF has no end: the file is damaged or cut off.")
    complaints: list[str] = []
    with _heard(complaints), _refusing():
        reader = PdfReader(io.BytesIO(data), strict=False)
        _unlock(reader)
        pages, pictured = _pages(reader, complaints, progress)
        proposals = list(_facts(reader))
    _expect_text(pages)
    warnings = (
        [f"Page {_listed(pictured)} without text: what is printed there as a picture is not read."] if pictured else []
    )
    return relay(lines(pages), "pdf", layout, proposals, warnings)


@contextmanager
def _heard(complaints: list[str]) -> Iterator[None]:
    """Collect what pypdf has to say of the file."""

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            complaints.append(record.getMessage())

    log, listener = logging.getLogger("pypdf"), Listener(logging.WARNING)
    propagated, log.propagate = log.propagate, False
    log.addHandler(listener)
    try:
        yield
    finally:
        log.removeHandler(listener)
        log.propagate = propagated


@contextmanager
def _refusing() -> Iterator[None]:
    """Make a refusal of whatever goes wrong: damaged files make pypdf raise errors of every kind."""
    try:
        yield
    except RefusedFileError:
        raise
    except DependencyError:
        raise RefusedFileError("The PDF is protected by a password (AES); save it without protection first.") from None
    except (LimitReachedError, MemoryError):
        raise RefusedFileError("The PDF unpacks to more than can be read.") from None
    except RecursionError:
        raise RefusedFileError("The PDF is nested too deeply to be read.") from None
    except (PyPdfError, Exception) as error:
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise RefusedFileError(f"The PDF is damaged and cannot be read in whole ({reason}).") from error


def _unlock(reader: PdfReader) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise RefusedFileError("The PDF is protected by a password; save it without protection first.")


def _pages(reader: PdfReader, complaints: list[str], progress: Progress | None) -> tuple[list[list[Row]], list[int]]:
    """The rows of each page, and the numbers of pages without text but with pictures. Raises RefusedFileError."""
    count = len(reader.pages)
    stated = _stated_count(reader)
    if count > MAX_PAGES:
        raise RefusedFileError(f"The PDF has {count:,} pages; at most {MAX_PAGES:,} can be read.")
    if not count or count != stated:
        raise RefusedFileError(f"The PDF says it has {stated:,} pages, and {count:,} are there: it is damaged.")
    complaints.clear()
    found: list[list[Row]] = []
    pictured: list[int] = []
    size = 0
    for number, page in enumerate(reader.pages, 1):
        _expect_sound(page, number)
        found.append(rows(page))
        damage = next((each for each in complaints if _DAMAGE.search(each)), "")
        if damage:
            raise RefusedFileError(f"Page {number} of the PDF is damaged ({damage[:120]}).")
        size += sum(len(row.text) for row in found[-1])
        if size > MAX_BYTES:
            raise RefusedFileError(f"The PDF unpacks to more than {MAX_BYTES // 1024 // 1024} MB of text.")
        if not found[-1] and _has_pictures(page):
            pictured.append(number)
        if progress:
            progress(number, count)
    return found, pictured


def _stated_count(reader: PdfReader) -> int:
    tree: Any = reader.root_object["/Pages"]
    return int(tree.get_object().get("/Count", 0))


def _expect_sound(page: Any, number: int) -> None:
    """Raise RefusedFileError where the checksum of a page's content is wrong, which pypdf passes over."""
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    for part in contents if isinstance(contents, list) else [contents]:
        stream = part.get_object() if part is not None else None
        if stream is None or stream.get("/Filter") not in ("/FlateDecode", ["/FlateDecode"]):
            continue
        unpacking = zlib.decompressobj()
        try:
            unpacking.decompress(stream._data, MAX_BYTES)
        except zlib.error:
            raise RefusedFileError(f"Page {number} of the PDF is damaged: its content does not unpack.") from None
        if not unpacking.eof and not unpacking.unconsumed_tail:
            raise RefusedFileError(f"Page {number} of the PDF is damaged: its content is cut off.")


def _has_pictures(page: Any) -> bool:
    resources = page.get("/Resources")
    drawn = resources.get_object().get("/XObject") if resources is not None else None
    return bool(drawn and drawn.get_object())


def _expect_text(pages: Sequence[Sequence[Row]]) -> None:
    text = "".join(row.text for page in pages for row in page)
    inked = [character for character in text if not character.isspace()]
    if not inked:
        raise RefusedFileError(
            "The PDF holds no text: its pages are pictures. Have the text recognised first (OCR), then read it in."
        )
    strange = sum(1 for character in inked if character == "\ufffd" or "\ue000" <= character <= "\uf8ff")
    if strange > (1 - _SENSIBLE) * len(inked):
        raise RefusedFileError("The PDF's fonts do not say which letters they draw, so its text cannot be taken out.")


def _facts(reader: PdfReader) -> Iterator[tuple[str, str]]:
    about = reader.metadata
    for field, value in (("title", about.title), ("authors", about.author)) if about else ():
        if isinstance(value, str) and told_by_somebody(value):
            yield field, value
    language = reader.root_object.get("/Lang")
    if isinstance(language, str) and re.fullmatch("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", language):
        yield "language", str(language)


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:10]))
    return shown if len(numbers) <= 10 else f"{shown} and {len(numbers) - 10} more"
