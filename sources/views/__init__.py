"""The library's pages."""

from sources.views.document import cite, document
from sources.views.documents import documents
from sources.views.publishers import publisher

__all__ = ["cite", "document", "documents", "publisher"]
