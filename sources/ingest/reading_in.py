"""One file into one document, from what was understood of it: what the command and the desk both do."""

from collections.abc import Sequence

from django.db import transaction

from sources.ingest import blocks as shapes
from sources.ingest import loading, proposing
from sources.ingest.loading import Progress, Receipt
from sources.models import Document
from sources.models.base import Status


def read_in(
    key: str,
    understood: shapes.Reading,
    *,
    data: bytes,
    file_name: str,
    by: str = "",
    status: str = Status.DRAFT,
    parts: Sequence[shapes.Part] = (),
    progress: Progress | None = None,
) -> Receipt:
    """Load what was understood into the document of that key; one that is not there is made with that status.

    `parts` are documents inside the file that become drafts first. All of it happens, or nothing.
    Raises RefusedFileError for another file than the document's, ValueError for a text that is no key.
    """
    with transaction.atomic():
        document = Document.objects.filter(key=key).first()
        if document is None:
            document = proposing.new_document(key, understood.proposals, file_name, status)
        proposing.new_parts(document, parts)
        return loading.load(document, understood, data=data, file_name=file_name, by=by, progress=progress)
