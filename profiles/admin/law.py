"""Legal instruments and the steps that countries take with them."""

from django.contrib import admin

from profiles.admin.citations import citations_of, identifiers_of
from profiles.models import Instrument, Step
from sources.admin.base import RecordAdmin
from sources.admin.claims import when
from sources.admin.filters import Mine, Used
from sources.admin.inlines import OwnedInline


class StepInline(OwnedInline):
    """Who did what with it."""

    model = Step
    columns = ("country", "stage", "date")


@admin.register(Instrument)
class InstrumentAdmin(RecordAdmin):
    """Treaties, constitutions, laws, plans, judgments."""

    list_display = ("title", "kind", "country", "symbol", "status")
    list_filter = ("kind", ("country", Used), "status", Mine)
    list_select_related = ("country",)
    search_fields = ("key", "title", "symbol")
    key_from = ("country", "title")
    inlines = [StepInline, identifiers_of("instrument"), citations_of("instrument")]


@admin.register(Step)
class StepAdmin(RecordAdmin):
    """Signed, ratified, amended."""

    list_display = ("instrument", "country", "stage", when("date", "date"), "status")
    list_filter = (("country", Used), "stage", "instrument__kind", "status", Mine)
    list_select_related = ("instrument", "country")
    label_related = ("instrument",)
    search_fields = ("key", "instrument__title", "country__name")
    key_from = ("country", "instrument", "stage")
    inlines = [citations_of("step")]
