"""HTML: blocks from the mark-up, or from the text where the mark-up only wraps a plain text. Pure.

The text of the reading is what a visitor of the page sees, one block a line; what surrounds the text is furniture.
"""

import codecs
import re

from lxml import etree, html

from sources.ingest.blocks import Reading, RefusedFileError
from sources.ingest.containers.html_facts import facts
from sources.ingest.containers.html_pieces import pieces
from sources.ingest.containers.pieces import Piece, compose, mostly_paragraphs
from sources.ingest.containers.relaying import lines_of, relay
from sources.ingest.decoding import decode, decode_as

_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,3}<(?:!doctype\s+html|html|head|body)[\s>]",
    re.I | re.S,
)
_TAG = re.compile(rb"<(?:html|head|title|meta|body|div|p|br|h[1-6]|table|ul|ol|pre|article|main)(?:\s[^<>]*)?/?>", re.I)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,100}encoding=["']([\w.:-]{1,40})""", re.I
)
_KNOWN = re.compile(
    r"(?:windows-?|cp)(?:125[0-8]|874)|iso-?8859-?[0-9]{1,2}|latin-?1|us-ascii|koi8-[ru]|mac-?(?:intosh|cyrillic)"
    r"|gbk|gb2312|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)|tis-620"
)
_DECLARATION_WITHIN = 4096
_PLAIN_SHARE = 0.8


def looks_like(data: bytes, name: str) -> bool:
    """Whether a file is HTML: by how it opens, else by its name and a tag in it."""
    start = data[:100_000]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        start = start.decode("utf-16", "ignore").encode()
    start = start.removeprefix(codecs.BOM_UTF8)
    if _OPENING.match(start[:5000]):
        return True
    return name.lower().endswith((".html", ".htm", ".xhtml")) and bool(_TAG.search(start))


def decoded(data: bytes) -> tuple[str, str]:
    """The page's text and encoding: by byte order mark, by what the page declares if that fits, else by its bytes."""
    found = _DECLARED.search(data[:_DECLARATION_WITHIN])
    name = (found[1] or found[2]).decode("ascii", "replace").lower() if found else ""
    if not _KNOWN.fullmatch(name) or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data)
    # Browsers read these two as Windows-1252, and so do those who write them.
    encoding = "cp1252" if re.fullmatch("iso-?8859-?1|latin-?1|us-ascii", name) else name
    try:
        return decode_as(data, codecs.lookup(encoding).name), codecs.lookup(encoding).name
    except (LookupError, RefusedFileError):
        return decode(data)


def read(data: bytes, layout: str | None = None) -> Reading:
    """A page. `layout` names a layout of texts to read its lines by; `html` keeps to the mark-up in any case.

    Raises RefusedFileError for a page that is damaged, nested beyond reason, or without text.
    """
    text, encoding = decoded(data)
    root = _parsed(text)
    found = pieces(root)
    told = list(facts(root))
    if layout in {None, "html"} and (layout or not _is_plain(found)):
        return compose(_with_split_lines(found), "html", encoding, told)
    return relay(lines_of(found), encoding, layout, told)


def _parsed(text: str) -> html.HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise RefusedFileError(f"The page cannot be read as HTML: {str(error)[:120]}.") from None
    for entry in parser.error_log:
        if "depth" in entry.message.lower() or entry.level_name == "FATAL":
            raise RefusedFileError(f"Line {entry.line:,}: the page cannot be read in whole ({entry.message[:120]}).")
    return root


def _is_plain(found: list[Piece]) -> bool:
    """Whether the page is a plain text in a wrapper: no headings, and mostly paragraphs; or nearly all of it `pre`."""
    content = [piece for piece in found if piece.kind and piece.raw.strip()]
    whole = sum(len(piece.raw) for piece in content)
    if sum(len(piece.raw) for piece in content if piece.name == "pre") > _PLAIN_SHARE * whole:
        return True
    return mostly_paragraphs(found)


def _with_split_lines(found: list[Piece]) -> list[Piece]:
    """The pieces, those with kept line ends parted at empty lines."""
    parted: list[Piece] = []
    for piece in found:
        if piece.name != "pre" or piece.marks:
            parted.append(piece)
            continue
        chunks = re.split(r"\n[ \t]*\n\s*", piece.raw)
        parted += [Piece(piece.kind, chunk, piece.level, label=piece.label, reason=piece.reason) for chunk in chunks]
    return parted
