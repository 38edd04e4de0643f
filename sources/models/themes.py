"""Vocabularies of the library: rights themes, groups of persons, licences."""

from django.db import models

from sources.models.base import Publishable
from sources.models.history import recorded
from sources.models.rules import key_rules, not_empty


@recorded()
class Theme(Publishable):
    """One rights theme or group of persons by the name OHCHR gives it; one row per scheme and name.

    `part` is our grouping for pages; the names are OHCHR's.
    """

    class Scheme(models.TextChoices):
        """Which list the name stands in."""

        OHCHR_THEME = "ohchr_theme", "OHCHR theme"
        OHCHR_GROUP = "ohchr_group", "OHCHR group of persons"

    scheme = models.CharField(max_length=20, choices=Scheme, help_text="The list that the name stands in.")
    edition = models.CharField(max_length=20, help_text="The edition of the list, such as 2025.")
    name = models.CharField(max_length=200, help_text="The name as OHCHR spells it.")
    part = models.CharField(
        max_length=80, blank=True, default="", help_text="Our heading that gathers themes on a page; empty for groups."
    )
    position = models.PositiveSmallIntegerField(default=0, help_text="Order on pages, from 0.")

    class Meta:
        ordering = ("scheme", "position", "key")
        constraints = [
            *key_rules("theme"),
            not_empty("theme", "name", "A theme has a name."),
            models.UniqueConstraint(
                fields=("scheme", "edition", "name"),
                name="theme_is_named_once_in_a_list",
                violation_error_message="The list has this name already.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@recorded()
class Licence(Publishable):
    """Terms under which a text may be used."""

    name = models.CharField(max_length=120, help_text="Name of the licence or of the legal position.")
    spdx = models.CharField(
        max_length=40, blank=True, default="", help_text="SPDX identifier where there is one, such as CC0-1.0."
    )
    url = models.URLField(blank=True, default="", help_text="Where the terms stand.")
    allows_full_text = models.BooleanField(
        default=False, help_text="Whether the whole text may be shown to everyone under these terms."
    )

    class Meta:
        ordering = ("key",)
        constraints = [*key_rules("licence"), not_empty("licence", "name", "A licence has a name.")]

    def __str__(self) -> str:
        return self.name
