"""Fields of the desk's forms: usable without JavaScript, and without a query for each row."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html

from sources import numbers
from sources.admin.texts import normal

KEY_SUFFIX = "__key"


class RecordSelect(AutocompleteSelect):
    """Django's autocomplete; without JavaScript a text box takes the record's key instead.

    `known` holds the labels of rows that are already fetched, so that a form with many rows asks nothing for them.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known: dict[str, str] = {}

    def optgroups(self, name: str, value: Any, attrs: dict[str, Any] | None = None) -> list[Any]:
        """Return the chosen option, from what is known where that is enough."""
        chosen = [str(each) for each in value if str(each).isdecimal() and len(str(each)) < 19]
        if any(each not in self.known for each in chosen):
            return list(super().optgroups(name, chosen, attrs))
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options += [
            self.create_option(name, each, self.known[each], True, number) for number, each in enumerate(chosen, 1)
        ]
        return [(None, options, 0)]

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> Any:
        """Add the text box that browsers show only where scripts are off."""
        select = super().render(name, value, attrs, renderer)
        label = f"{self.attrs.get('aria-label') or self.field.verbose_name}, key"
        return format_html(
            '{}<noscript><input type="text" name="{}" class="by-key" aria-label="{}" placeholder="key"></noscript>',
            select,
            f"{name}{KEY_SUFFIX}",
            label,
        )

    @property
    def media(self) -> forms.Media:
        """Add the names that the script's own control lacks."""
        found: forms.Media = super().media
        return found + forms.Media(js=["admin/js/jquery.init.js", "admin/js/autocomplete.js", "desk.js"])

    def value_from_datadict(self, data: Any, files: MultiValueDict[str, Any], name: str) -> Any:
        """Return the id that was chosen, or that of the record whose key was typed."""
        key = (data.get(f"{name}{KEY_SUFFIX}") or "").strip()
        if not key or "\0" in key:
            return super().value_from_datadict(data, files, name)
        found = self.choices.queryset.filter(key=key).values_list("pk", flat=True).first()
        return key if found is None else str(found)


class PlainTextarea(forms.Textarea):
    """A text box whose lines end as stored texts' do, so that an untouched text counts as untouched."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "vLargeTextField", "rows": 3, **(attrs or {})})

    def value_from_datadict(self, data: Any, files: MultiValueDict[str, Any], name: str) -> Any:
        """Return the text with plain line ends."""
        value = super().value_from_datadict(data, files, name)
        return normal(value) if isinstance(value, str) else value


class PlainNumber(forms.TextInput):
    """A number as it was printed: without trailing zeros, and with a decimal comma where one was typed."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "size": 10, **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        """Return the number without trailing zeros."""
        return numbers.plain(value) if isinstance(value, Decimal) else super().format_value(value)

    def value_from_datadict(self, data: Any, files: MultiValueDict[str, Any], name: str) -> Any:
        """Return the text with a decimal point; a comma before three digits may be either, so it is refused."""
        value = super().value_from_datadict(data, files, name)
        if isinstance(value, str) and re.fullmatch("-?[0-9]+,[0-9]+", value.strip()):
            whole, _, part = value.strip().partition(",")
            return f"{whole}.{part}" if len(part) != 3 else value
        return value
