"""Publishers, series, documents and what belongs to a document."""

import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse

from sources import dates, keys
from sources.models.base import Publishable
from sources.models.fields import PartialDateField
from sources.models.history import recorded
from sources.models.rules import date_rules, key_rules, not_empty, place_rules


@recorded()
class Publisher(Publishable):
    """A body that publishes or speaks: an agency, a court, an NGO, a newspaper, a person."""

    class Kind(models.TextChoices):
        """What kind of speaker it is; pages show it as a word and a shape."""

        GOVERNMENT = "government", "Government"
        INTERGOVERNMENTAL = "intergovernmental", "Intergovernmental organisation"
        TREATY_BODY = "treaty_body", "UN treaty body"
        SPECIAL_PROCEDURE = "special_procedure", "UN special procedure"
        NGO = "ngo", "NGO"
        NHRI = "nhri", "National human rights institution"
        COURT = "court", "Court"
        MEDIA = "media", "Media"
        REFERENCE_WORK = "reference_work", "Reference work"
        ACADEMIC = "academic", "Academic"
        COMPANY = "company", "Company"
        PERSON = "person", "Person"

    name = models.CharField(max_length=200, help_text="Full name, in English where it has one.")
    short_name = models.CharField(
        max_length=40,
        blank=True,
        default="",
        help_text="Name for source marks, such as State Dept; empty: the full name.",
    )
    kind = models.CharField(max_length=20, choices=Kind, help_text="What kind of speaker it is.")
    home_country = models.CharField(
        max_length=3,
        blank=True,
        default="",
        help_text="Alpha-3 code of the country whose body it is; empty for international bodies. A country's own "
        "government is told apart by it.",
    )
    url = models.URLField(blank=True, default="", help_text="Home page.")
    mandate = models.TextField(blank=True, default="", help_text="What it exists for and how it works, in our words.")
    interest = models.TextField(
        blank=True, default="", help_text="Funding, politics, or being a party to the facts, in our words."
    )

    class Meta:
        ordering = ("name", "key")
        constraints = [
            *key_rules("publisher"),
            not_empty("publisher", "name", "A publisher has a name."),
            models.CheckConstraint(
                condition=Q(home_country="") | Q(home_country__regex=keys.COUNTRY_PATTERN),
                name="publisher_home_country_is_alpha3",
                violation_error_message="The home country is an alpha-3 code such as KAZ.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of the public page."""
        return reverse("sources:publisher", args=[self.key])

    @property
    def mark(self) -> str:
        """The name that source marks print."""
        return self.short_name or self.name


@recorded()
class Series(Publishable):
    """A run of documents that one body publishes under one name, such as yearly country reports."""

    title = models.CharField(max_length=200, help_text="Name of the series.")
    publisher = models.ForeignKey(
        Publisher, on_delete=models.PROTECT, related_name="series", help_text="Who publishes the series."
    )
    url = models.URLField(blank=True, default="", help_text="Home page of the series.")

    class Meta:
        ordering = ("title", "key")
        verbose_name_plural = "series"
        constraints = [*key_rules("series"), not_empty("series", "title", "A series has a title.")]

    def __str__(self) -> str:
        return self.title


@recorded()
class Document(Publishable):
    """A text that somebody published; perhaps part of another, perhaps republished by another body.

    Title, publisher, date and symbol may all be unknown. A document is reference-only until its text is read in.
    """

    soft_links = ("replaces", "original")

    class Kind(models.TextChoices):
        """What sort of text it is."""

        COUNTRY_PAGE = "country_page", "Country page"
        REPORT = "report", "Report"
        REPORT_CHAPTER = "report_chapter", "Chapter of a report"
        STATE_REPORT = "state_report", "Report by the State"
        PRESS_RELEASE = "press_release", "Press release"
        STATEMENT = "statement", "Statement"
        ARTICLE = "article", "Article"
        BULLETIN = "bulletin", "Bulletin"
        ENCYCLOPEDIA_ARTICLE = "encyclopedia_article", "Encyclopedia article"
        REFERENCE_ENTRY = "reference_entry", "Entry in a reference work"
        CENSUS = "census", "Census results"
        DATA_SET = "data_set", "Data set"
        OTHER = "other", "Other"

    class Translation(models.TextChoices):
        """Whether the text is a translation."""

        NONE = "none", "Not a translation"
        HUMAN = "human", "Translated by a person"
        MACHINE = "machine", "Translated by machine"

    class TextAccess(models.TextChoices):
        """How much of the text everyone may read here."""

        FULL = "full", "The whole text"
        CITED_PASSAGES = "cited_passages", "Passages that something rests on"
        METADATA = "metadata", "Metadata only"

    title = models.CharField(
        max_length=400, blank=True, default="", help_text="Title as printed; empty where none is printed."
    )
    label = models.CharField(
        max_length=200,
        help_text="How pages and lists call the document: its title, or our description where it has none.",
    )
    kind = models.CharField(max_length=24, choices=Kind, help_text="What sort of text it is.")
    publisher = models.ForeignKey(
        Publisher,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        help_text="The body whose words they are; empty where unknown.",
    )
    authors = models.CharField(
        max_length=400, blank=True, default="", help_text="Authors as printed, joined by semicolons."
    )
    part_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text="The document that holds this one.",
    )
    part_lines = models.CharField(
        max_length=40,
        blank=True,
        default="",
        help_text="Lines that it occupies in its parent's file, such as lines 193–222.",
    )
    republished_by = models.ForeignKey(
        Publisher,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="republished_documents",
        help_text="The body that republished the words, where that is another.",
    )
    replaces = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        help_text="The earlier text of the same document that this one replaces.",
    )
    series = models.ForeignKey(
        Series,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        help_text="The series that it belongs to.",
    )
    edition = models.CharField(
        max_length=40, blank=True, default="", help_text="Which edition of the series, such as 2011."
    )
    symbol = models.CharField(
        max_length=60, blank=True, default="", help_text="UN document symbol as printed, such as A/HRC/16/42/Add.3."
    )
    language = models.CharField(
        max_length=20, blank=True, default="en", help_text="BCP 47 tag of the text as held; empty where unknown."
    )
    translation = models.CharField(
        max_length=8, choices=Translation, default=Translation.NONE, help_text="Whether the text is a translation."
    )
    original_language = models.CharField(
        max_length=20, blank=True, default="", help_text="BCP 47 tag of the tongue it was translated from."
    )
    original = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="translations",
        help_text="The document in the original tongue, where held.",
    )
    published = PartialDateField(
        help_text="When it was published, in EDTF; empty where no date is printed or inferred."
    )
    published_earliest: datetime.date | None
    published_latest: datetime.date | None
    published_inferred = models.BooleanField(
        default=False, help_text="Whether we inferred the date of publication; the date's note gives the reason."
    )
    url = models.URLField(max_length=500, blank=True, default="", help_text="Where the publisher has it.")
    archive_url = models.URLField(max_length=500, blank=True, default="", help_text="Where an archive keeps a copy.")
    licence = models.ForeignKey(
        "sources.Licence",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        help_text="Terms of use; empty where unknown.",
    )
    text_access = models.CharField(
        max_length=16,
        choices=TextAccess,
        default=TextAccess.CITED_PASSAGES,
        help_text="How much of the text everyone may read here once it is read in.",
    )
    disclaimer = models.TextField(
        blank=True, default="", help_text="What a printed disclaimer or copyright line says, in our words."
    )
    file_name = models.CharField(
        max_length=200, blank=True, default="", help_text="Name of the file that our locators count lines in."
    )
    sha256 = models.CharField(
        max_length=64, blank=True, default="", help_text="SHA-256 of that file, in lower-case hexadecimal digits."
    )

    class Meta:
        ordering = ("key",)
        constraints = [
            *key_rules("document"),
            *date_rules("document", "published"),
            not_empty("document", "label", "Give the document a label: its title, or a description."),
            models.CheckConstraint(
                condition=Q(part_lines="") | Q(part_of__isnull=False),
                name="document_part_lines_need_a_parent",
                violation_error_message="Lines in a parent's file need the parent.",
            ),
            models.CheckConstraint(
                condition=Q(part_lines="") | Q(part_lines__regex="^lines? [1-9][0-9]*(–[1-9][0-9]*)?$"),
                name="document_part_lines_are_lines",
                violation_error_message="Part lines are spelt lines 193–222.",
            ),
            models.CheckConstraint(
                condition=Q(published_inferred=False) | (~Q(published="") & ~Q(published_note="")),
                name="document_inferred_date_has_its_reason",
                violation_error_message="An inferred date of publication needs the date and the reason in its note.",
            ),
            models.CheckConstraint(
                condition=Q(sha256="") | Q(sha256__regex="^[0-9a-f]{64}$"),
                name="document_sha256_is_hexadecimal",
                violation_error_message="A SHA-256 has 64 hexadecimal digits.",
            ),
            models.CheckConstraint(
                condition=Q(translation="none") | ~Q(original_language=""),
                name="document_translation_names_its_tongue",
                violation_error_message="A translation names the language that it was made from.",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        """Address of the public page."""
        return reverse("sources:document", args=[self.key])

    @property
    def mark(self) -> str:
        """The short name that source marks print: the publisher's, or the label where nobody is named."""
        return self.publisher.mark if self.publisher else self.label


@recorded(owner="document")
class DocumentDate(Publishable):
    """A date of a document other than its publication: updated, covers, accessed, approved, session."""

    class Role(models.TextChoices):
        """What the date is of."""

        UPDATED = "updated", "Updated"
        COVERS = "covers", "Covers"
        ACCESSED = "accessed", "Accessed"
        APPROVED = "approved", "Approved"
        PRINTED = "printed", "Printed on the text"

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="dates", help_text="The document that bears the date."
    )
    role = models.CharField(max_length=12, choices=Role, help_text="What the date is of.")
    date = PartialDateField(blank=False, help_text="The date in EDTF.")
    locator = models.CharField(max_length=200, blank=True, default="", help_text="Where it is printed.")

    class Meta:
        ordering = ("document", "date_earliest", "key")
        constraints = [
            *key_rules("document_date"),
            *date_rules("document_date", "date"),
            not_empty("document_date", "date", "Give the date."),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {dates.words(self.date)}"


@recorded(owner="document")
class Heading(Publishable):
    """A heading that a document prints, in its place; position tells headings apart, since labels repeat."""

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="headings", help_text="The document that prints it."
    )
    position = models.PositiveSmallIntegerField(help_text="Order in the document, from 1.")
    level = models.PositiveSmallIntegerField(default=1, help_text="Depth: 1 is the highest.")
    label = models.CharField(max_length=20, blank=True, default="", help_text="Number or letter, such as V or B.")
    text = models.CharField(max_length=300, help_text="The heading as printed.")
    locator = models.CharField(max_length=200, help_text="Where it stands.")

    class Meta:
        ordering = ("document", "position")
        constraints = [
            *key_rules("heading"),
            *place_rules("heading"),
            models.UniqueConstraint(
                fields=("document", "position"),
                name="heading_position_is_taken_once",
                violation_error_message="Another heading of this document has that position.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}. {self.text}" if self.label else self.text


@recorded(owner="document")
class Defect(Publishable):
    """A flaw of a text, and whose it is."""

    class Whose(models.TextChoices):
        """Where the flaw came in."""

        PUBLICATION = "publication", "In the publication"
        OUR_COPY = "our_copy", "In our copy"
        CANNOT_TELL = "cannot_tell", "Cannot tell"

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="defects", help_text="The document that has it."
    )
    locator = models.CharField(max_length=200, help_text="Where it is.")
    whose = models.CharField(max_length=12, choices=Whose, help_text="Where the flaw came in.")
    text = models.CharField(max_length=400, help_text="What is wrong, in our words.")

    class Meta:
        ordering = ("document", "key")
        constraints = [
            *key_rules("defect"),
            *place_rules("defect"),
            not_empty("defect", "text", "Say what is wrong."),
        ]

    def __str__(self) -> str:
        return self.text
