"""What tables of evidence share: their columns, the words of the document beside the form, the next fact."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html

from sources.admin.base import RecordAdmin
from sources.admin.beside import chosen, doubt, place_of, typed, words_panel
from sources.admin.filters import Mine, PublisherKind, Used
from sources.admin.plugs import Panel
from sources.admin.prefill import NEXT, next_fact

EVIDENCE = ("document", "document__publisher", "speaker")
FILTERS = ("status", ("country", Used), PublisherKind, "value_state", Mine)


class EvidenceAdmin(RecordAdmin):
    """A table whose rows say what a document says at a place."""

    list_select_related: Any = EVIDENCE

    def beside(self, request: HttpRequest, obj: Any, form: Any) -> list[Panel]:
        """Show the words of the place that the form names, with the printed value marked in them."""
        document, locator = chosen(form)
        place = place_of(document, locator) if document else None
        reads = bool(obj is None or self.has_change_permission(request, obj))
        return [words_panel(place, typed(form, "printed"), reads=reads)] if place or reads else []

    def steps_for(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        """Return the buttons of the workflow, and the one that goes on in the same passage."""
        return [*super().steps_for(request, obj), (NEXT, "Save and next fact from the same passage")]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Say, once all is saved, where the words at the place do not hold the printed value."""
        super().save_related(request, form, formsets, change)
        row = form.instance
        if {"document", "locator", "printed"} & set(form.changed_data):
            said = doubt(place_of(row.document, row.locator), getattr(row, "printed", ""))
            if said:
                self.message_user(request, said, messages.WARNING)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        """Go on to the next fact where the button asked for it."""
        response: HttpResponse = super().response_add(request, obj, post_url_continue)
        return HttpResponseRedirect(next_fact(obj)) if NEXT in request.POST else response

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Go on to the next fact where the button asked for it."""
        response: HttpResponse = super().response_change(request, obj)
        return HttpResponseRedirect(next_fact(obj)) if NEXT in request.POST else response

    @admin.display(description="where", ordering="document__label")
    def stands_at(self, row: Any) -> str:
        """Name the document and the place, and who speaks there where that is not its publisher."""
        where = f"{row.locator} · {row.speaker.mark} says so" if row.speaker else row.locator
        return format_html('{}<br><span class="quiet">{}</span>', row.document.mark, where)

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
