"""The library's tables."""

from sources.models.library import Defect, Document, DocumentDate, Heading, Publisher, Series
from sources.models.text import Note, Passage, Quotation, Reading
from sources.models.themes import Licence, Theme

__all__ = [
    "Defect",
    "Document",
    "DocumentDate",
    "Heading",
    "Licence",
    "Note",
    "Passage",
    "Publisher",
    "Quotation",
    "Reading",
    "Series",
    "Theme",
]
