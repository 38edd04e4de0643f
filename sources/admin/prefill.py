"""Forms that open filled in by their address: each value says where it comes from; and the next fact of a passage."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from sources.admin.fields import companions

READ = "_read"  # the button that shows the words of the place that a form names
NEXT = "_next_fact"  # the button that saves and goes on to the next fact of the same passage
FROM_DOCUMENT = ("document", "locator", "country", "speaker", "language", "text")
KEPT = ("document", "locator", "speaker", "country", "period", "as_of", "event", "election")


def mark_origins(form: Any, initial: dict[str, Any]) -> None:
    """Say at each field that the address filled in where its value comes from: nothing is filled in silently."""
    after = "after" in initial
    for name in initial:
        if name in form.base_fields:
            words = "From the document." if name in FROM_DOCUMENT and not after else "As you chose."
            words = "From the fact before." if after else words
            field = form.base_fields[name]
            field.help_text = format_html('<span class="origin">{}</span> {}', words, field.help_text)


def next_fact(row: models.Model) -> str:
    """Return the address of an empty form for the next fact of the same passage: its place, country and time stay."""
    names = [
        name
        for kept in KEPT
        if any(field.name == kept for field in row._meta.concrete_fields)
        for name in companions(type(row), kept)
    ]
    values = {name: _plain(getattr(row, name)) for name in names}
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_add")
    return f"{address}?{urlencode({**{name: value for name, value in values.items() if value}, 'after': row.pk})}"


def _plain(value: Any) -> str:
    return str(value.pk if isinstance(value, models.Model) else value or "")
