"""The library's tables."""

from sources.models.library import Defect, Document, DocumentDate, Heading, Publisher, Series
from sources.models.themes import Licence, Theme

__all__ = ["Defect", "Document", "DocumentDate", "Heading", "Licence", "Publisher", "Series", "Theme"]
