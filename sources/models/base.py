"""What every curated table shares: key, status, notes, who may see it; and what every claim shares."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from sources import keys


class Status(models.TextChoices):
    """Where a row stands on its way to the public."""

    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


class PublicQuerySet(models.QuerySet[Any]):
    """The verb that every public route starts from."""

    def public(self) -> Self:
        """Keep the rows that a visitor may see: published, and resting on nothing that a visitor may not see."""
        return self.filter(self.model.public_rule())


class Linked(models.Model):
    """A row that joins two others and says nothing more: its columns are its identity.

    Public where both ends are.
    """

    # (owner, other): the owner is hidden where the other is, since its own words name it.
    hides: ClassVar[tuple[str, ...]] = ()

    objects: ClassVar[Any] = PublicQuerySet.as_manager()

    class Meta:
        abstract = True

    @classmethod
    def public_rule(cls) -> Q:
        """Both ends must be public."""
        ends = [field for field in cls._meta.concrete_fields if isinstance(field, models.ForeignKey)]
        return Q(**{f"{field.name}__is_public": True for field in ends})


class Publishable(models.Model):
    """A curated row: it has a key that never changes, a status, and a version that each save must have seen."""

    from_reading: ClassVar[bool] = False  # rows that reading a file in makes; no file of ours holds them
    arcs: ClassVar[dict[str, tuple[str, ...]]] = {}  # one name in files for several nullable keys of which one is set
    public_sql: ClassVar[str] = "NEW.status = 'published'"  # what the row itself must say for visitors to see it
    soft_links: ClassVar[tuple[str, ...]] = ()  # keys that are blanked, not obeyed, where their target is hidden
    key_pattern: ClassVar[str] = keys.PATTERN

    key = models.CharField(
        max_length=120,
        unique=True,
        db_collation="C",  # one order of keys on every server, and the index gives it
        help_text="Permanent name of the row in addresses and files: lower-case words, dots, hyphens and up to three "
        "slashes. Never changed after creation.",
    )
    status = models.CharField(
        max_length=12,
        choices=Status,
        default=Status.DRAFT,
        help_text="Draft, in review, published or withdrawn. Visitors see published rows only.",
    )
    collection = models.CharField(
        max_length=60,
        blank=True,
        default="",
        help_text="Folder below fixtures/ that the row belongs to; empty for rows that are not shipped.",
    )
    note_public = models.TextField(blank=True, default="", help_text="A note that visitors read beside the row.")
    note_internal = models.TextField(blank=True, default="", help_text="A note for the desk only; never public.")
    row_version = models.PositiveIntegerField(
        default=1, editable=False, help_text="Counts the row's changes; the database raises it."
    )

    is_public = models.BooleanField(
        default=False,
        editable=False,
        help_text="Whether visitors may see the row: published, as all that it points to. Kept by triggers.",
    )

    objects: ClassVar[Any] = PublicQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.key

    @classmethod
    def public_rule(cls) -> Q:
        """What `public()` asks: the column that triggers keep (sources.models.visibility)."""
        return Q(is_public=True)


class ValueState(models.TextChoices):
    """Whether the source gives a value, and if not, what it says instead."""

    STATED = "stated", "Stated"
    NONE_REPORTED = "none_reported", "None reported"
    NO_RELIABLE_FIGURE = "no_reliable_figure", "No reliable figure"
    NOT_APPLICABLE = "not_applicable", "Not applicable"
    IN_WORDS = "in_words", "In words only"


class Qualifier(models.TextChoices):
    """How a printed number is meant (design section 6)."""

    UNQUALIFIED = "unqualified", "as it stands"
    ABOUT = "about", "about"
    AT_LEAST = "at_least", "at least"
    MORE_THAN = "more_than", "more than"
    AT_MOST = "at_most", "at most"
    LESS_THAN = "less_than", "less than"
    BETWEEN = "between", "between"


class Relation(models.TextChoices):
    """How the words stand to where they come from."""

    FIRST_HAND = "first_hand", "First hand: the publisher speaks for itself"
    QUOTES = "quotes", "Quotes another text"
    PARAPHRASES = "paraphrases", "Gives another text in its own words"
    CITES = "cites", "Names another text as its ground"
    UNATTRIBUTED = "unattributed", "Others say so, unnamed, or the publisher is unknown"


class Claim(Publishable):
    """What one source says: one document, one place, the value as printed, who speaks.

    Claims are never merged, averaged or turned into a range that no source printed.
    """

    document = models.ForeignKey(
        "sources.Document",
        on_delete=models.PROTECT,
        related_name="%(class)ss",
        help_text="The document that says so.",
    )
    locator = models.CharField(
        max_length=200,
        help_text="Where in the document: line 504, lines 500–501, para. 53, note 15, p. 12, heading V.B.",
    )
    speaker = models.ForeignKey(
        "sources.Publisher",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="spoken_%(class)ss",
        help_text="Who says it, where that is not the document's publisher.",
    )
    relation = models.CharField(
        max_length=14, choices=Relation, help_text="How these words stand to where they come from."
    )
    original_document = models.ForeignKey(
        "sources.Document",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="original_of_%(class)ss",
        help_text="The text that these words rest on, where the source names one.",
    )
    printed = models.TextField(
        blank=True,
        default="",
        help_text="The value as the source prints it: at most ten words; lists of labels and figures are kept whole.",
    )
    value_state = models.CharField(
        max_length=20,
        choices=ValueState,
        default=ValueState.STATED,
        help_text="Stated; or what the source says instead of a value.",
    )
    derived = models.CharField(
        max_length=120,
        blank=True,
        default="",
        help_text="Our reckoning, where the value is not the source's own: 40 seats = 47 - 7. Empty: as printed.",
    )

    class Meta:
        abstract = True
