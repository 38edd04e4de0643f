"""Files of several kinds made from invented text: PDF by reportlab, DOCX by hand and by python-docx, pages."""

import html
import io
import zipfile
from collections.abc import Callable, Sequence

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen import canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


def drawn_pdf(
    lines: Sequence[str], *, head: str = "A/VER/1", per_page: int = 52, foot: Callable[[int], str] = str, **protection
) -> bytes:
    """A PDF with each line drawn where it falls, an empty one as a gap, and head and foot on every page."""
    buffer = io.BytesIO()
    drawing = canvas.Canvas(buffer, pagesize=A4, **protection)
    for page, start in enumerate(range(0, max(1, len(lines)), per_page), 1):
        drawing.setFont("Times-Roman", 10)
        for position, line in enumerate(lines[start : start + per_page]):
            drawing.drawString(60, 780 - 13 * position, line)
        drawing.setFont("Helvetica", 8)
        drawing.drawString(60, 820, head)
        drawing.drawRightString(540, 30, foot(page))
        drawing.showPage()
    drawing.save()
    return buffer.getvalue()


def set_pdf(lines: Sequence[str]) -> bytes:
    """A PDF with each line set as a paragraph, broken where the column ends, and head and foot on every page."""
    style = ParagraphStyle("text", fontName="Times-Roman", fontSize=10, leading=12)
    buffer = io.BytesIO()
    story = [Paragraph(html.escape(line), style) if line.strip() else Spacer(1, 12) for line in lines]

    def furnish(drawing, document):
        drawing.setFont("Helvetica", 8)
        drawing.drawString(60, 810, "A/VER/1")
        drawing.drawRightString(540, 30, f"{document.page}")

    SimpleDocTemplate(buffer, pagesize=A4, bottomMargin=60).build(story, onFirstPage=furnish, onLaterPages=furnish)
    return buffer.getvalue()


def lined_docx(lines: Sequence[str]) -> bytes:
    """A DOCX file with each line as a paragraph without style."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def saved(document) -> bytes:
    """The bytes of a python-docx document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def raw_docx(body: str, **parts: str) -> bytes:
    """A DOCX file with this body; `parts` are the contents of other files in `word`, by name without ending."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def p(*runs: str, style: str = "", more: str = "") -> str:
    """One paragraph of a DOCX body; runs are text, or elements as they stand."""
    inner = "".join(run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{inner}</w:p>"


def page(lines: Sequence[str], glue: str = "p") -> bytes:
    """A web page that only wraps lines: in paragraphs, between line breaks, or as they stand."""
    escaped = [html.escape(line) for line in lines]
    body = {
        "p": "".join(f"<p>{line}</p>\n" for line in escaped),
        "br": "<br>\n".join(escaped),
        "pre": "<pre>" + "\n".join(escaped) + "</pre>",
    }[glue]
    return f"<html><head><title>Wrapped</title></head><body>{body}</body></html>".encode()
