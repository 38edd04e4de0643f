"""A DOCX file's parts: unpacked within limits and parsed without entities. Pure.

Parts are read here and not through python-docx, which unpacks the whole package before anybody can ask how large it is.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from sources.ingest.blocks import RefusedFileError

MAX_PARTS = 10_000
MAX_PART = 100 * 1024 * 1024
MAX_WHOLE = 200 * 1024 * 1024
_OTHER = {
    "mimetype": "an OpenDocument file or a book; save it as DOCX or PDF",
    "xl/workbook.xml": "a spreadsheet",
    "ppt/presentation.xml": "a presentation; save it as PDF",
}


def looks_like(data: bytes) -> bool:
    """Whether a file is a ZIP archive, as DOCX files are."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def name(element: etree._Element) -> str:
    """The element's name without its name space, which differs between the two editions of the format."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def value(element: etree._Element | None, attribute: str = "val") -> str:
    """An attribute by its name without name space; empty where there is none."""
    if element is None:
        return ""
    return next((str(text) for key, text in element.attrib.items() if str(key).rpartition("}")[2] == attribute), "")


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along a path of names."""
    for step in path:
        element = next((each for each in element if name(each) == step), None) if element is not None else None
    return element


class Package:
    """An opened DOCX file. Raises RefusedFileError where it is damaged, protected, too large, or no DOCX."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {each.filename: each for each in self._archive.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise RefusedFileError(f"The file is a damaged or cut off DOCX or ZIP file ({str(error)[:80]}).") from None
        if len(self._parts) > MAX_PARTS or sum(each.file_size for each in self._parts.values()) > MAX_WHOLE:
            raise RefusedFileError(f"The file unpacks to more than {MAX_WHOLE // 1024 // 1024} MB; it is not read.")
        self.main = self._main()

    def names(self, pattern: str) -> Iterator[str]:
        """The names of the parts that match, in order."""
        yield from sorted(part for part in self._parts if re.fullmatch(pattern, part))

    def part(self, part: str) -> etree._Element | None:
        """The root of a part, None where there is no such part. Raises RefusedFileError."""
        info = self._parts.get(part)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise RefusedFileError("The DOCX is protected by a password; save it without protection first.")
        try:
            with self._archive.open(info) as stream:
                content = stream.read(MAX_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise RefusedFileError(f"The DOCX is damaged: {part} does not unpack ({str(error)[:80]}).") from None
        if len(content) > MAX_PART:
            raise RefusedFileError(f"The DOCX unpacks to more than {MAX_PART // 1024 // 1024} MB; it is not read.")
        return _parsed(content, part)

    def _main(self) -> str:
        """The name of the part that holds the text."""
        relations = self.part("_rels/.rels")
        for relation in relations if relations is not None else ():
            if value(relation, "Type").endswith("/relationships/officeDocument"):
                target = value(relation, "Target").lstrip("/")
                if target in self._parts and not target.startswith(("xl/", "ppt/")):
                    return target
        if "word/document.xml" in self._parts:
            return "word/document.xml"
        other = next((said for part, said in _OTHER.items() if part in self._parts), "a ZIP archive")
        raise RefusedFileError(f"The file is no DOCX but {other}.")


def _parsed(content: bytes, part: str) -> etree._Element:
    # No part of a DOCX file has a document type; what has one brings entities, which is how such files attack.
    if any("<!DOCTYPE".encode(encoding) in content for encoding in ("utf-8", "utf-16-le", "utf-16-be")):
        raise RefusedFileError(f"The DOCX declares entities in {part}; it is not read.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RefusedFileError(f"The DOCX is damaged: {part} cannot be parsed ({str(error)[:80]}).") from None
