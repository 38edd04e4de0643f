"""Parties, movements, media outlets, companies and other bodies, with their names and legal standing."""

from django.db import models
from django.urls import reverse

from profiles.models.countries import Country
from sources.models.base import Publishable
from sources.models.fields import PartialDateField
from sources.models.history import recorded
from sources.models.rules import date_rules, key_rules, not_empty


@recorded()
class Organisation(Publishable):
    """A body that acts in a country. One name may stand for two bodies: Azat is a newspaper and a party."""

    class Kind(models.TextChoices):
        """What sort of body."""

        PARTY = "party", "Political party"
        COALITION = "coalition", "Coalition"
        MOVEMENT = "movement", "Movement"
        NGO = "ngo", "NGO"
        MEDIA = "media", "Media outlet"
        COMPANY = "company", "Company"
        UNION = "union", "Trade union"
        STATE_BODY = "state_body", "State body"
        RELIGIOUS = "religious", "Religious body"
        ARMED_GROUP = "armed_group", "Armed group"
        INTERGOVERNMENTAL = "intergovernmental", "Intergovernmental organisation"

    country = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        help_text="Where it acts; empty for international bodies.",
    )
    name = models.CharField(max_length=200, help_text="Preferred form of the name.")
    sort_key = models.CharField(max_length=200, help_text="Name in plain lower-case letters, for sorting.")
    kind = models.CharField(max_length=18, choices=Kind, help_text="What sort of body.")

    class Meta:
        ordering = ("sort_key", "key")
        constraints = [*key_rules("organisation"), not_empty("organisation", "name", "An organisation has a name.")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of the public page."""
        return reverse("profiles:organisation", args=[self.key])


@recorded(owner="organisation")
class OrganisationName(Publishable):
    """A form of an organisation's name as some source prints it."""

    class Kind(models.TextChoices):
        """How the form differs."""

        SPELLING = "spelling", "Other spelling"
        TRANSLATION = "translation", "Translation"
        SHORT = "short", "Short form"
        FORMER = "former", "Former name"
        MISPRINT = "misprint", "Misprint"

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="names", help_text="Whose name it is."
    )
    language = models.CharField(max_length=20, blank=True, default="", help_text="BCP 47 tag; empty where unknown.")
    name = models.CharField(max_length=200, help_text="The name as printed.")
    kind = models.CharField(max_length=12, choices=Kind, help_text="How this form differs from the preferred one.")

    class Meta:
        ordering = ("organisation", "name", "key")
        constraints = [*key_rules("organisation_name"), not_empty("organisation_name", "name", "Give the name.")]

    def __str__(self) -> str:
        return self.name


@recorded(owner="organisation")
class OrganisationStatus(Publishable):
    """A legal standing of an organisation over a time: registered, unregistered, merged, banned, blocked."""

    class Standing(models.TextChoices):
        """What the standing is."""

        REGISTERED = "registered", "Registered"
        UNREGISTERED = "unregistered", "Unregistered"
        REFUSED = "refused", "Refused registration"
        MERGED = "merged", "Merged"
        SUSPENDED = "suspended", "Suspended"
        BANNED = "banned", "Banned"
        BLOCKED = "blocked", "Blocked"
        CLOSED = "closed", "Closed"

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="standings", help_text="Whose standing it is."
    )
    standing = models.CharField(max_length=14, choices=Standing, help_text="What the standing is.")
    valid_from = PartialDateField(help_text="From when, in EDTF; empty where unknown.")
    valid_to = PartialDateField(help_text="Until when, in EDTF; empty where it holds on or is unknown.")
    last_attested = PartialDateField(help_text="The last day for which a source gives this standing, in EDTF.")

    class Meta:
        ordering = ("organisation", "valid_from_earliest", "key")
        verbose_name_plural = "organisation statuses"
        constraints = [
            *key_rules("organisation_status"),
            *date_rules("organisation_status", "valid_from", "valid_to", "last_attested"),
        ]

    def __str__(self) -> str:
        return self.get_standing_display()
