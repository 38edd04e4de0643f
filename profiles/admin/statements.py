"""Topics, their codes, statements."""

from typing import Any

from django.contrib import admin

from profiles.models import Statement, Topic, TopicCode
from sources.admin.base import PartAdmin, RecordAdmin
from sources.admin.claims import EVIDENCE, FILTERS, EvidenceAdmin, when
from sources.admin.filters import Mine, Used
from sources.admin.inlines import OwnedInline


class TopicCodeInline(OwnedInline):
    """The answers that statements may give."""

    model = TopicCode
    columns = ("code", "name", "position")


@admin.register(Topic)
class TopicAdmin(RecordAdmin):
    """What statements are about."""

    group = "reference"
    list_display = ("name", "part", "question", "shelf_life_months", "status")
    list_filter = ("part", "status", Mine)
    search_fields = ("key", "name", "question")
    key_from = ("name",)
    inlines = [TopicCodeInline]


@admin.register(TopicCode)
class TopicCodeAdmin(PartAdmin):
    """Answers by code."""

    group = "reference"
    list_display = ("name", "code", "topic", "position", "status")
    list_filter = (("topic", Used), "status", Mine)
    list_select_related = ("topic",)
    search_fields = ("key", "name", "code", "topic__name")
    key_from = ("topic", "code")


@admin.register(Statement)
class StatementAdmin(EvidenceAdmin):
    """What sources say on a topic."""

    list_display = ("topic", "country", "answer", when("as_of", "as of"), "stands_at", "status")
    list_filter = (*FILTERS, ("topic", Used))
    list_select_related = (*EVIDENCE, "country", "topic", "code")
    label_related = ("topic", "code")
    search_fields = ("key", "topic__name", "country__name", "text", "printed", "document__label")
    main = ("country", "topic", "code", "text", "as_of", "partner")
    key_from = ("country", "topic", "document")

    @admin.display(description="answer", ordering="code__name")
    def answer(self, row: Any) -> str:
        """Show the code, else our words."""
        words = str(row.code or row.text or row.printed or row.get_value_state_display())
        return f"{words[:100]}…" if len(words) > 100 else words
