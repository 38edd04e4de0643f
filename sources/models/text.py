"""Texts that were read in: one reading of a file, its passages and notes, and words that were checked against it.

Passages and notes are evidence: the database refuses to change their words. A changed text is a new document that
replaces the old; the same file may be read again, by the same layout or another.
"""

from typing import Any, ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from sources import locators
from sources.models.base import PublicQuerySet, Publishable
from sources.models.history import recorded
from sources.models.library import Document
from sources.models.rules import key_rules, not_empty

ANCHOR_PATTERN = "^[a-z][a-z0-9-]*$"


class Evidence(models.Model):
    """A row that reading a file in makes: no status of its own; visitors may know of it where they see its document.

    How much of its words they see is `Document.text_access`'s to say (sources.texts).
    """

    from_reading: ClassVar[bool] = True

    objects: ClassVar[Any] = PublicQuerySet.as_manager()

    class Meta:
        abstract = True

    @classmethod
    def public_rule(cls) -> Q:
        """The document must be public."""
        return Q(document__is_public=True)


@recorded(owner="document")
class Reading(Evidence):
    """One file, read in: what it was, how it was read, and what was set aside or mended."""

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="readings", help_text="The document whose file it is."
    )
    file_name = models.CharField(max_length=200, help_text="Name of the file.")
    sha256 = models.CharField(max_length=64, help_text="SHA-256 of the file, in lower-case hexadecimal digits.")
    encoding = models.CharField(max_length=20, help_text="How the file's letters are coded.")
    layout = models.CharField(max_length=30, help_text="The layout that it was read by.")
    lines = models.PositiveIntegerField(help_text="How many lines it has; line locators count in them.")
    furniture = models.JSONField(
        default=list, blank=True, help_text="What pages carry that is no part of the text: line, words and reason."
    )
    warnings = models.JSONField(default=list, blank=True, help_text="What the reader was not sure of.")
    proposals = models.JSONField(
        default=list, blank=True, help_text="Printed facts about the document, for an editor to confirm."
    )
    parts = models.JSONField(
        default=list, blank=True, help_text="Documents that it seems to hold, with the lines of each."
    )
    read_at = models.DateTimeField(help_text="When it was read in.")
    read_by = models.CharField(max_length=150, blank=True, default="", help_text="Account of who read it in.")

    class Meta:
        ordering = ("document",)
        constraints = [
            models.UniqueConstraint(
                fields=("document",),
                name="reading_is_the_documents_only_one",
                violation_error_message="The document's text is read in already.",
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex="^[0-9a-f]{64}$"),
                name="reading_sha256_is_hexadecimal",
                violation_error_message="A SHA-256 has 64 hexadecimal digits.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_name}, read as {self.layout}"


WORDS_STAY = pgtrigger.Trigger(
    name="words_stay",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func="RAISE EXCEPTION 'Words that were read in never change; read the changed text in as a new document.' "
    "USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'words_stay';",
    condition=pgtrigger.Condition("OLD.text IS DISTINCT FROM NEW.text OR OLD.lead IS DISTINCT FROM NEW.lead"),
)


class Passage(Evidence):
    """One heading, paragraph, list item, table row or note of a document, in its place, with a permanent anchor."""

    class Kind(models.TextChoices):
        """What it is."""

        HEADING = "heading", "Heading"
        PARAGRAPH = "paragraph", "Paragraph"
        LIST_ITEM = "list_item", "List item"
        TABLE_ROW = "table_row", "Table row"
        NOTE = "note", "Note"

    reading = models.ForeignKey(
        Reading, on_delete=models.PROTECT, related_name="passages", help_text="The reading that made it."
    )
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        related_name="passages",
        help_text="The innermost document whose words they are.",
    )
    position = models.PositiveIntegerField(help_text="Order in the file, from 1.")
    anchor = models.CharField(max_length=80, help_text="Name in addresses, such as p53, n16 or s5-b.")
    kind = models.CharField(max_length=12, choices=Kind, help_text="What it is.")
    level = models.PositiveSmallIntegerField(default=0, help_text="Depth of a heading, from 1; 0: no heading.")
    label = models.CharField(max_length=40, blank=True, default="", help_text="Printed number or letter, bare.")
    lead = models.CharField(
        max_length=200, blank=True, default="", help_text="What the file prints before the words: 53., (b), a bullet."
    )
    text = models.TextField(help_text="The words, with line ends undone.")
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="below",
        help_text="The heading above it.",
    )
    first_line = models.PositiveIntegerField(help_text="First line in the file, from 1.")
    last_line = models.PositiveIntegerField(help_text="Last line in the file.")
    page = models.PositiveIntegerField(null=True, blank=True, help_text="Page that it begins on, where known.")
    locator = models.CharField(max_length=200, help_text="Its place as locators are spelt.")
    repairs = models.JSONField(
        default=list, blank=True, help_text="Words that the layout had split or joined: offset, printed, mended, why."
    )

    class Meta:
        ordering = ("reading", "position")
        triggers = [WORDS_STAY]
        constraints = [
            models.UniqueConstraint(
                fields=("reading", "position"),
                name="passage_position_is_taken_once",
                violation_error_message="Another passage of the file has that position.",
            ),
            models.UniqueConstraint(
                fields=("document", "anchor"),
                name="passage_anchor_is_taken_once",
                violation_error_message="Another passage of the document has that anchor.",
            ),
            models.CheckConstraint(
                condition=Q(anchor__regex=ANCHOR_PATTERN),
                name="passage_anchor_is_spelt_as_anchors_are",
                violation_error_message="An anchor starts with a letter and has lower-case letters, digits, hyphens.",
            ),
            models.CheckConstraint(
                condition=Q(first_line__gte=1, first_line__lte=F("last_line")),
                name="passage_lines_in_order",
                violation_error_message="A passage's last line stands before its first.",
            ),
            models.CheckConstraint(
                condition=Q(locator__regex=locators.PATTERN),
                name="passage_locator_is_a_place",
                violation_error_message="The locator is not a place such as: line 504, para. 53, note 15.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.locator}: {self.text[:60]}"

    def get_absolute_url(self) -> str:
        """Address of its place on the document's page."""
        return f"{reverse('sources:document', args=[self.document.key])}#{self.anchor}"


class Note(Evidence):
    """A footnote: its number, its words, where it is called from, and the document that it cites.

    The marker or the words may be missing; a number may repeat. Nothing is made up for them.
    """

    reading = models.ForeignKey(
        Reading, on_delete=models.PROTECT, related_name="notes", help_text="The reading that made it."
    )
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="notes", help_text="The document that prints it."
    )
    position = models.PositiveIntegerField(help_text="Order in the file, from 1.")
    number = models.CharField(max_length=40, help_text="Number or sign as printed.")
    passage = models.ForeignKey(
        Passage,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="as_notes",
        help_text="The words of the note; empty where a marker stands without a note.",
    )
    marker_passage = models.ForeignKey(
        Passage,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="markers",
        help_text="Where it is called from; empty where no marker is printed.",
    )
    marker_offset = models.PositiveIntegerField(
        null=True, blank=True, help_text="Characters before the marker in that passage."
    )
    cites = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citing_notes",
        help_text="The document that the note cites, where held or known.",
    )

    class Meta:
        ordering = ("reading", "position")
        constraints = [
            models.UniqueConstraint(
                fields=("reading", "position"),
                name="note_position_is_taken_once",
                violation_error_message="Another note of the file has that position.",
            ),
            models.CheckConstraint(
                condition=Q(passage__isnull=False) | Q(marker_passage__isnull=False),
                name="note_has_words_or_a_marker",
                violation_error_message="A note has its words, its marker, or both.",
            ),
            models.CheckConstraint(
                condition=Q(marker_passage__isnull=True, marker_offset__isnull=True)
                | Q(marker_passage__isnull=False, marker_offset__isnull=False),
                name="note_marker_has_its_place",
                violation_error_message="A marker's passage and its offset come together.",
            ),
        ]

    def __str__(self) -> str:
        return f"note {self.number}"


@recorded()
class Quotation(Publishable):
    """Words that were looked for in a document's passages, with what the check found.

    Visitors see it only while the words are found; nobody sets the verdict by hand. Its status follows the excerpt's.
    """

    from_reading = True

    public_sql = "NEW.status = 'published' AND NEW.verdict IN ('exact', 'normalised')"

    class Verdict(models.TextChoices):
        """What the check found (docs/method.md)."""

        EXACT = "exact", "Found as they stand"
        NORMALISED = "normalised", "Found, marks and spaces aside"
        NOT_FOUND = "not_found", "Not found"
        REFUSED = "refused", "Not checked"

    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="quotations", help_text="The document that is quoted."
    )
    first = models.ForeignKey(
        Passage,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="quotations_from",
        help_text="The passage where the words begin.",
    )
    last = models.ForeignKey(
        Passage,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="quotations_to",
        help_text="The passage where they end.",
    )
    text = models.TextField(help_text="The words as quoted, with […] for what is left out and [word] for what is ours.")
    exact = models.TextField(
        blank=True, default="", help_text="The words as the document has them (W3C text-quote selector)."
    )
    prefix = models.CharField(max_length=200, blank=True, default="", help_text="What stands just before them.")
    suffix = models.CharField(max_length=200, blank=True, default="", help_text="What stands just after them.")
    verdict = models.CharField(
        max_length=12, choices=Verdict, default=Verdict.REFUSED, help_text="What the check found."
    )
    reason = models.CharField(max_length=400, blank=True, default="", help_text="Why, where they were not found.")
    checked_at = models.DateTimeField(null=True, blank=True, help_text="When they were last looked for.")

    class Meta:
        ordering = ("document", "key")
        constraints = [
            *key_rules("quotation"),
            not_empty("quotation", "text", "Give the words."),
            models.CheckConstraint(
                condition=~Q(verdict__in=["exact", "normalised"])
                | (~Q(exact="") & Q(first__isnull=False, last__isnull=False, checked_at__isnull=False)),
                name="quotation_found_has_its_place",
                violation_error_message="Words that were found have their passages and the day of the check.",
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.text[:60]}{'…' if len(self.text) > 60 else ''}”"

    @property
    def is_found(self) -> bool:
        """Whether the document holds the words."""
        return self.verdict in (self.Verdict.EXACT, self.Verdict.NORMALISED)
