"""Rights themes and licences."""

from django.contrib import admin

from sources.admin.base import RecordAdmin
from sources.admin.filters import Mine, Values
from sources.models import Licence, Theme


@admin.register(Theme)
class ThemeAdmin(RecordAdmin):
    """Themes and groups of persons by OHCHR's names."""

    group = "reference"
    list_display = ("name", "scheme", "part", "edition", "status")
    list_filter = ("scheme", ("part", Values), "status", Mine)
    search_fields = ("key", "name", "part")
    key_from = ("=ohchr", "name")


@admin.register(Licence)
class LicenceAdmin(RecordAdmin):
    """Terms of use."""

    group = "reference"
    list_display = ("name", "spdx", "allows_full_text", "status", "key")
    list_filter = ("allows_full_text", "status", Mine)
    search_fields = ("key", "name", "spdx")
    key_from = ("name",)
