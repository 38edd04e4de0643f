"""Excerpts: what sources say under rights themes, as summaries in our words, quotations or translations."""

from django.db import models
from django.db.models import Q

from profiles.models.countries import Country
from profiles.models.elections import Election
from profiles.models.events import Event
from profiles.models.people import Person
from sources.models.base import Linked, Publishable
from sources.models.fields import PartialDateField
from sources.models.history import recorded
from sources.models.rules import date_rules, key_rules, not_empty, place_rules


@recorded()
class Excerpt(Publishable):
    """Passages of one document chosen for a country's page: a quotation, a summary, or a translation.

    A summary is in our words and never looks like a quotation. A quotation is published only once its document's text
    is read in and its words are checked, which no document of this release is.
    """

    # A person who is not public hides the excerpts that name them.
    public_sql = """NEW.status = 'published' AND NOT EXISTS (
        SELECT 1 FROM profiles_excerptperson link JOIN profiles_person person ON person.id = link.person_id
        WHERE link.excerpt_id = NEW.id AND NOT person.is_public
    )"""

    class Kind(models.TextChoices):
        """Whose words the text is."""

        QUOTATION = "quotation", "Quotation"
        SUMMARY = "summary", "Summary in our words"
        TRANSLATION = "translation", "Translation"

    document = models.ForeignKey(
        "sources.Document", on_delete=models.PROTECT, related_name="excerpts", help_text="The document."
    )
    locator = models.CharField(max_length=200, help_text="The places that the excerpt rests on.")
    speaker = models.ForeignKey(
        "sources.Publisher",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="spoken_excerpts",
        help_text="Who says it, where that is not the document's publisher.",
    )
    kind = models.CharField(max_length=12, choices=Kind, help_text="Whose words the text is.")
    language = models.CharField(max_length=20, default="en", help_text="BCP 47 tag of the text.")
    heading = models.CharField(max_length=160, help_text="What it is about, in a few words of ours.")
    text = models.TextField(help_text="The summary, the checked words, or the translation.")
    dated = PartialDateField(help_text="The time that it speaks of, in EDTF; empty: the document's own date.")
    original = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="translations",
        help_text="For a translation: the excerpt in the original tongue.",
    )

    class Meta:
        ordering = ("document", "key")
        constraints = [
            *key_rules("excerpt"),
            *place_rules("excerpt"),
            *date_rules("excerpt", "dated"),
            not_empty("excerpt", "heading", "Give the excerpt a heading."),
            not_empty("excerpt", "text", "Give the text of the excerpt."),
            models.CheckConstraint(
                condition=~Q(kind="quotation", status="published"),
                name="excerpt_quotation_waits_for_its_check",
                violation_error_message="A quotation is published once its document's text is read in and its words "
                "are checked. Until then, write a summary.",
            ),
        ]

    def __str__(self) -> str:
        return self.heading


@recorded(owner="excerpt")
class ExcerptCountry(Linked):
    """A country on whose page an excerpt stands."""

    excerpt = models.ForeignKey(
        Excerpt, on_delete=models.CASCADE, related_name="excerpt_countries", help_text="The excerpt."
    )
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="country_excerpts", help_text="The country."
    )

    class Meta:
        ordering = ("excerpt", "country")
        verbose_name = "country of an excerpt"
        verbose_name_plural = "countries of excerpts"
        constraints = [
            models.UniqueConstraint(
                fields=("excerpt", "country"),
                name="excerpt_country_is_linked_once",
                violation_error_message="The excerpt has this country already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.excerpt} – {self.country}"


@recorded(owner="excerpt")
class ExcerptTheme(Linked):
    """A theme or group of persons that an excerpt is filed under."""

    excerpt = models.ForeignKey(
        Excerpt, on_delete=models.CASCADE, related_name="excerpt_themes", help_text="The excerpt."
    )
    theme = models.ForeignKey(
        "sources.Theme", on_delete=models.PROTECT, related_name="theme_excerpts", help_text="The theme."
    )

    class Meta:
        ordering = ("excerpt", "theme")
        verbose_name = "theme of an excerpt"
        verbose_name_plural = "themes of excerpts"
        constraints = [
            models.UniqueConstraint(
                fields=("excerpt", "theme"),
                name="excerpt_theme_is_linked_once",
                violation_error_message="The excerpt has this theme already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.excerpt} – {self.theme}"


@recorded(owner="excerpt")
class ExcerptElection(Linked):
    """An election that an excerpt speaks of."""

    excerpt = models.ForeignKey(
        Excerpt, on_delete=models.CASCADE, related_name="excerpt_elections", help_text="The excerpt."
    )
    election = models.ForeignKey(
        Election, on_delete=models.PROTECT, related_name="election_excerpts", help_text="The election."
    )

    class Meta:
        ordering = ("excerpt", "election")
        verbose_name = "election of an excerpt"
        verbose_name_plural = "elections of excerpts"
        constraints = [
            models.UniqueConstraint(
                fields=("excerpt", "election"),
                name="excerpt_election_is_linked_once",
                violation_error_message="The excerpt has this election already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.excerpt} – {self.election}"


@recorded(owner="excerpt")
class ExcerptEvent(Linked):
    """An event that an excerpt speaks of."""

    excerpt = models.ForeignKey(
        Excerpt, on_delete=models.CASCADE, related_name="excerpt_events", help_text="The excerpt."
    )
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="event_excerpts", help_text="The event.")

    class Meta:
        ordering = ("excerpt", "event")
        verbose_name = "event of an excerpt"
        verbose_name_plural = "events of excerpts"
        constraints = [
            models.UniqueConstraint(
                fields=("excerpt", "event"),
                name="excerpt_event_is_linked_once",
                violation_error_message="The excerpt has this event already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.excerpt} – {self.event}"


@recorded(owner="excerpt")
class ExcerptPerson(Linked):
    """A person whom an excerpt names."""

    hides = ("excerpt", "person")

    excerpt = models.ForeignKey(
        Excerpt, on_delete=models.CASCADE, related_name="excerpt_people", help_text="The excerpt."
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="person_excerpts", help_text="The person."
    )

    class Meta:
        ordering = ("excerpt", "person")
        verbose_name = "person of an excerpt"
        verbose_name_plural = "people of excerpts"
        constraints = [
            models.UniqueConstraint(
                fields=("excerpt", "person"),
                name="excerpt_person_is_linked_once",
                violation_error_message="The excerpt has this person already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.excerpt} – {self.person}"
