"""A record's history as the database's triggers wrote it: who, when, what was and what became of it."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from sources.admin.conflicts import shown

SHOWN = 200
SILENT = {"id", "row_version", "is_public"}
LABELS = {"insert": "Created", "update": "Changed", "delete": "Deleted"}


class HistoryMixin:
    """Replaces the admin's own log, which imports and commands do not write."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Show the latest events, newest first."""
        desk: Any = self
        row = desk.get_object(request, unquote(object_id))
        if row is None:
            found: HttpResponse = desk._get_obj_does_not_exist_redirect(request, desk.opts, object_id)
            return found
        if not desk.has_view_or_change_permission(request, row):
            raise PermissionDenied
        context = {
            **desk.admin_site.each_context(request),
            "title": f"History: {row}",
            "object": row,
            "opts": desk.opts,
            "entries": entries(row),
            "most": SHOWN,
            "preserved_filters": desk.get_preserved_filters(request),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/record_history.html", context)


def entries(row: Any) -> list[dict[str, Any]]:
    """Return the events of a record with what each changed."""
    events = list(row.history.select_related("pgh_context").order_by("-pgh_id")[: SHOWN + 1])
    users = get_user_model().objects.in_bulk([_user(event) for event in events if _user(event)])
    made = []
    for number, event in enumerate(events[:SHOWN]):
        before = events[number + 1] if number + 1 < len(events) else None
        who = users.get(_user(event))
        made.append(
            {
                "when": event.pgh_created_at,
                "who": who.get_username() if who else "a command or an import outside the desk",
                "what": LABELS.get(event.pgh_label, event.pgh_label),
                "changes": changes(type(row), before, event) if before is not None else [],
            }
        )
    return made


def changes(model: Any, before: Any, after: Any) -> list[tuple[str, str, str]]:
    """Return each field that differs between two events, with both values in words."""
    found = []
    for field in model._meta.concrete_fields:
        if field.name in SILENT or not hasattr(after, field.attname):
            continue
        old, new = getattr(before, field.attname), getattr(after, field.attname)
        if old != new:
            found.append((str(field.verbose_name), shown(field, old), shown(field, new)))
    return found


def _user(event: Any) -> int | None:
    context = event.pgh_context
    user = (context.metadata or {}).get("user") if context else None
    return user if isinstance(user, int) else None
