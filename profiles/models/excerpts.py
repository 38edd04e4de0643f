"""Excerpts: what sources say under rights themes, as summaries in our words, quotations or translations."""

import pgtrigger
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

NO_MACHINE_QUOTED = pgtrigger.Trigger(
    name="excerpt_quotes_no_machine",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="""
        IF NEW.kind = 'quotation' AND EXISTS (
            SELECT 1 FROM sources_document d WHERE d.id = NEW.document_id AND d.translation = 'machine'
        ) THEN
            RAISE EXCEPTION 'A machine translation is nobody''s words: write a summary, or mark it as a translation.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'excerpt_quotes_no_machine';
        END IF;
        RETURN NEW;
    """,
)
WORDS_ARE_FOUND = pgtrigger.Trigger(
    name="excerpt_quotation_is_found",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="""
        IF NEW.kind = 'quotation' AND NEW.status = 'published' AND NOT EXISTS (
            SELECT 1 FROM sources_quotation q WHERE q.id = NEW.quotation_id AND q.document_id = NEW.document_id
            AND q.text = NEW.text
        ) THEN
            RAISE EXCEPTION 'A quotation is published once its words are looked for in the text of its document.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'excerpt_quotation_is_found';
        END IF;
        IF NEW.kind = 'quotation' AND NEW.status = 'published'
            AND (TG_OP = 'INSERT' OR OLD.status <> 'published' OR OLD.quotation_id IS DISTINCT FROM NEW.quotation_id)
            AND NOT EXISTS (
                SELECT 1 FROM sources_quotation q
                WHERE q.id = NEW.quotation_id AND q.verdict IN ('exact', 'normalised')
            )
        THEN
            RAISE EXCEPTION 'The document does not hold these words: a quotation that is not found is not published.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'excerpt_quotation_is_found';
        END IF;
        RETURN NEW;
    """,
)
CHECK_FOLLOWS = pgtrigger.Trigger(
    name="quotation_follows",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="UPDATE sources_quotation SET status = NEW.status WHERE id = NEW.quotation_id AND status <> NEW.status; "
    "RETURN NULL;",
)


@recorded(rules=[NO_MACHINE_QUOTED, WORDS_ARE_FOUND, CHECK_FOLLOWS])
class Excerpt(Publishable):
    """Passages of one document chosen for a country's page: a quotation, a summary, or a translation.

    A summary is in our words and never looks like a quotation. A quotation is published only while its document's text
    holds its words (sources.quotations).
    """

    # A person who is not public hides the excerpts that name them.
    public_sql = """NEW.status = 'published' AND NOT EXISTS (
        SELECT 1 FROM profiles_excerptperson link WHERE link.excerpt_id = NEW.id
        AND NOT (SELECT person.is_public FROM profiles_person person WHERE person.id = link.person_id)
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
    quotation = models.ForeignKey(
        "sources.Quotation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="excerpts",
        help_text="For a quotation: the check of its words. Made by the check, never by hand.",
    )
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
            models.UniqueConstraint(
                fields=("quotation",),
                name="excerpt_has_its_quotation_alone",
                violation_error_message="That check belongs to another excerpt.",
            ),
            models.CheckConstraint(
                condition=Q(kind="quotation") | Q(quotation__isnull=True),
                name="excerpt_check_is_of_a_quotation",
                violation_error_message="Only a quotation is checked against its document's words.",
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
