"""The library's pages."""

from sources.views.documents import cite, document, documents
from sources.views.publishers import publisher

__all__ = ["cite", "document", "documents", "publisher"]
