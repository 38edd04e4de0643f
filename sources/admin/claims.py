"""Columns that lists of claims share."""

from typing import Any

from django.contrib import admin
from django.utils.html import format_html

from sources.admin.base import RecordAdmin
from sources.admin.filters import Mine, PublisherKind, Used

EVIDENCE = ("document", "document__publisher", "speaker")
FILTERS = ("status", ("country", Used), PublisherKind, "value_state", Mine)


class EvidenceAdmin(RecordAdmin):
    """A table whose rows say what a document says at a place."""

    list_select_related: Any = EVIDENCE

    @admin.display(description="where", ordering="document__label")
    def place(self, row: Any) -> str:
        """Name the document and the place."""
        return format_html('{}<br><span class="quiet">{}</span>', row.document.mark, row.locator)

    @admin.display(description="speaker", ordering="speaker__name")
    def who(self, row: Any) -> str:
        """Name who says it."""
        speaker = row.speaker or row.document.publisher
        return str(speaker.mark) if speaker else "not known"

    @admin.display(description="value as printed", ordering="printed")
    def value(self, row: Any) -> str:
        """Show the value as printed, or what is said instead."""
        return str(row.printed or row.get_value_state_display())


def when(name: str, words: str) -> Any:
    """Return a column that shows a partial date as printed, and sorts by its earliest day."""

    @admin.display(description=words, ordering=f"{name}_earliest")
    def column(row: Any) -> str:
        return str(getattr(row, f"{name}_printed") or getattr(row, name))

    column.__name__ = f"{name}_shown"
    return column
