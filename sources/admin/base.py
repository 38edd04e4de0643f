"""What every table of the desk shares: search, lookups, forms in the order of the work, versions, rights."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib import messages
from django.db import DatabaseError, connection, models
from django.db.models import ProtectedError, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse

from sources.admin.actions import WorkflowMixin
from sources.admin.fields import control_for, foreign_keys
from sources.admin.filters import lookup_is_listed
from sources.admin.forms import LOCKED, RecordForm
from sources.admin.history import HistoryMixin
from sources.admin.inlines import row_status
from sources.admin.layout import sections_of
from sources.admin.plugs import PLUGS, Panel
from sources.admin.prefill import READ, mark_origins
from sources.admin.proposals import proposed
from sources.admin.refusals import constraint_of, is_refusal, reason
from sources.admin.rights import allowed
from sources.models.base import Linked, Publishable, Status

MOST_WORDS = 12  # of a search; each costs a condition on each searched field


class RecordAdmin(HistoryMixin, WorkflowMixin):
    """The desk's page of one table.

    `group` names the part of the start page, `is_part` a table whose rows belong to another's. `label_related` is what
    a row needs fetched with it to say its name. `key_from` names the fields that a proposed key is made of
    (`sources.admin.proposals`). `main` names the fields that come first, where the model's order is another.
    `refused_at` names the field at which the form says what a trigger of the database refused, by the rule's name.
    """

    form = RecordForm
    change_form_template = "admin/record_form.html"
    group: ClassVar[str] = "profile"
    is_part: ClassVar[bool] = False
    label_related: ClassVar[tuple[str, ...]] = ()
    key_from: ClassVar[tuple[str, ...]] = ()
    main: ClassVar[tuple[str, ...]] = ()
    refused_at: ClassVar[Mapping[str, str]] = {}
    list_select_related: Any = ()
    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = True
    save_on_top = False

    # Rows

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch with each row what its name and its list columns need."""
        rows: QuerySet[Any] = super().get_queryset(request)
        related = (*self.label_related, *self.list_select_related)
        return rows.select_related(*related) if related else rows

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """Fetch a record; while it is being saved, lock its owners and it, always in this order."""
        if request.method == "POST" and connection.in_atomic_block and object_id.isdecimal() and len(object_id) < 19:
            self._lock(object_id)
        return super().get_object(request, object_id, from_field)

    def _lock(self, object_id: str) -> None:
        for field in foreign_keys(self.model):
            if field.remote_field.on_delete is models.CASCADE:
                owner: Any = field.related_model
                mine = self.model._default_manager.filter(pk=object_id).order_by().values(field.attname)
                list(owner._default_manager.filter(pk__in=mine).order_by("pk").select_for_update().values_list("pk"))
        list(self.model._default_manager.filter(pk=object_id).order_by().select_for_update().values_list("pk"))

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """Search for the first words only: each word costs a condition on each field."""
        return super().get_search_results(request, queryset, " ".join(search_term.split()[:MOST_WORDS]))

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Allow what the page's own filters and links ask, and nothing else: other lookups would tell hidden texts."""
        return lookup_is_listed(self, lookup, request)

    # Rights

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What is published or withdrawn is changed by those who may publish."""
        return super().has_change_permission(request, obj) and (
            obj is None or status_of(obj) not in LOCKED or allowed(request.user, "publish", self.model)
        )

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Drafts may be deleted by editors, all else by administrators only."""
        return super().has_delete_permission(request, obj) and (
            obj is None or status_of(obj) == Status.DRAFT or allowed(request.user, "purge", self.model)
        )

    # The form

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        """Every key to another table is looked up, never listed."""
        return [field.name for field in foreign_keys(self.model)]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Use the desk's own controls."""
        return control_for(self, db_field, request, kwargs) or super().formfield_for_dbfield(
            db_field, request, **kwargs
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A key never changes."""
        return (*super().get_readonly_fields(request, obj), *(("key",) if obj and hasattr(obj, "key") else ()))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """What is claimed, where it stands, who says it, status and notes."""
        versioned = isinstance(obj, Publishable) and self.has_change_permission(request, obj)
        return sections_of(self.model, self.main, obj, with_version=versioned)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Tell the form who is asking and what the database refused before."""
        if kwargs.get("fields"):
            # the form declares its version itself
            kwargs["fields"] = [name for name in kwargs["fields"] if name != "row_version"]
        form = super().get_form(request, obj, change=change, **kwargs)
        form.trouble, form.trouble_at = getattr(request, "desk_trouble", ("", ""))
        form.only_shown = READ in request.POST
        if obj is None:
            mark_origins(form, self.get_changeform_initial_data(request))
        form.may_publish = allowed(request.user, "publish", self.model)
        form.propose_key = lambda made: proposed(self.model, made.value_of, self.key_from)
        return form

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """Show the form again, with the reason, where the database refuses what the checks let through."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except DatabaseError as error:
            if request.method != "POST" or not is_refusal(error):
                raise
            where = self.refused_at.get(constraint_of(error), "")
            request.desk_trouble = (f"Nothing was saved. {reason(error)}", where)  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(
        self,
        request: HttpRequest,
        context: Any,
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        """Add what stands beside the form, and the conflict where there is one."""
        form = context["adminform"].form
        formsets = [each.formset for each in context["inline_admin_formsets"]]
        conflicts = [form.conflict] if getattr(form, "conflict", None) else []
        for formset in formsets:
            conflicts += getattr(formset, "conflicts", [])
        context["conflicts"] = conflicts
        if conflicts or any(getattr(formset, "lost", False) for formset in formsets):
            context["added_meanwhile"] = [str(row) for formset in formsets for row in formset.added_meanwhile()]
            context["lost_rows"] = any(formset.lost for formset in formsets)
        context["panels"] = self.beside(request, obj, form) + (PLUGS.panels(request, obj) if obj is not None else [])
        context["steps"] = self.steps_for(request, obj)
        response: HttpResponse = super().render_change_form(request, context, add, change, form_url, obj)
        if obj is not None and not seen_by_visitors(obj):
            context["has_absolute_url"] = False  # the link would lead to nothing
        return response

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """Fill in what the address of a new record says of the rows beneath it."""
        found: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        rows = inline.first_rows(request) if obj is None or obj.pk is None else []
        return {**found, "initial": rows} if rows else found

    def beside(self, request: HttpRequest, obj: Any, form: Any) -> list[Panel]:
        """Return the table's own panels beside a form, also of a new record."""
        return []

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Give new rows a key, and the status and collection of the record above them."""
        rows = formset.save(commit=False)
        for row in formset.deleted_objects:
            row.delete()
        parent = form.instance
        for row in rows:
            if isinstance(row, Publishable) and row.pk is None:
                row.key = self._row_key(row)
                row.status = row_status(parent, request.user, type(row))
                row.collection = parent.collection
            row.save()
        formset.save_m2m()

    def _row_key(self, row: Any) -> str:
        """Return a free key for a new row beneath the record, as the row's own table proposes it."""
        desk: Any = self.admin_site._registry[type(row)]
        return proposed(type(row), lambda name: getattr(row, name, None), desk.key_from)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """Say in words what is in the way of a deletion."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except ProtectedError as error:
            rows = list(error.protected_objects)
            names = ", ".join(f"“{row}”" for row in rows[:5])
            self.message_user(request, f"Nothing was deleted. It is needed by {len(rows)}: {names}.", messages.ERROR)
            here = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[object_id])
            return HttpResponseRedirect(here)

    def view_on_site(self, obj: Any) -> str:
        """Return the path of the record's public page."""
        if hasattr(obj, "get_absolute_url"):
            try:
                return str(obj.get_absolute_url())
            except NoReverseMatch:
                pass
        return PLUGS.public_path(obj)


class PartAdmin(RecordAdmin):
    """A table whose rows belong to another's; mostly edited on their owner's form."""

    is_part = True


def seen_by_visitors(row: Any) -> bool:
    """Whether a row has a public page now."""
    if isinstance(row, Linked):
        return all(getattr(row, field.name).is_public for field in foreign_keys(type(row)))
    return bool(row.is_public)


def status_of(row: Any) -> str:
    """Return a row's status; for a link, that of the row whose it is."""
    if isinstance(row, Linked):
        return status_of(getattr(row, foreign_keys(type(row))[0].name))
    return str(getattr(row, "status", Status.DRAFT))
