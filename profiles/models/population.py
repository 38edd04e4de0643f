"""Ethnic, religious and language breakdowns and their shares."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from profiles.models.countries import Country
from sources import dates
from sources.models.base import Claim, Publishable, Qualifier, ValueState
from sources.models.fields import PartialDateField
from sources.models.history import recorded
from sources.models.rules import agrees, claim_rules, date_rules, key_rules, not_empty, number_rule, stated_rule


class Composition(models.TextChoices):
    """What a population is broken down by."""

    ETHNIC = "ethnic", "Ethnic group"
    RELIGION = "religion", "Religion"
    LANGUAGE = "language", "Language"


@recorded()
class Group(Publishable):
    """An ethnic group, religion or language under one name, whatever the sources' spelling.

    Mapping a printed label to a group is our reading; the label stays beside it.
    """

    kind = models.CharField(max_length=10, choices=Composition, help_text="Ethnic group, religion or language.")
    name = models.CharField(max_length=120, help_text="Name that pages use.")
    sort_key = models.CharField(max_length=120, help_text="Name in plain lower-case letters, for sorting.")
    broader = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="narrower",
        help_text="The group that holds this one: Muslims hold Sunni Muslims.",
    )

    class Meta:
        ordering = ("kind", "sort_key", "key")
        constraints = [
            *key_rules("group"),
            not_empty("group", "name", "A group has a name."),
            models.UniqueConstraint(
                fields=("kind", "name"),
                name="group_is_named_once_in_its_kind",
                violation_error_message="There is a group of this kind and name already.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of the public page."""
        return reverse("profiles:group", args=[self.key])


@recorded()
class Breakdown(Claim):
    """How one source divides a population: one list, printed in one place, with its date and kind of count."""

    class SourceType(models.TextChoices):
        """How the source came by the figures (UN census terms)."""

        CENSUS = "census", "Census"
        SAMPLE_SURVEY = "sample_survey", "Sample survey"
        REGISTER = "register", "Population register"
        ESTIMATE = "estimate", "Estimate"
        NOT_STATED = "not_stated", "Not stated"

    class SeveralAnswers(models.TextChoices):
        """Whether one person may stand in several shares (UN: multiple responses)."""

        YES = "yes", "Yes"
        NO = "no", "No"
        NOT_STATED = "not_stated", "Not stated"

    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="breakdowns", help_text="Whose population."
    )
    kind = models.CharField(max_length=10, choices=Composition, help_text="What the population is broken down by.")
    source_type = models.CharField(max_length=14, choices=SourceType, help_text="How the source came by the figures.")
    as_of = PartialDateField(help_text="The time that the figures describe (UN: reference date), in EDTF.")
    population_base = models.CharField(
        max_length=120,
        blank=True,
        default="",
        help_text="Which people are counted, as the source says: usual residents, citizens, adults.",
    )
    several_answers = models.CharField(
        max_length=10,
        choices=SeveralAnswers,
        default=SeveralAnswers.NOT_STATED,
        help_text="Whether one person may stand in several shares, so that the sum may pass 100.",
    )

    class Meta:
        ordering = ("country", "kind", "-as_of_earliest", "key")
        constraints = [*claim_rules("breakdown"), *date_rules("breakdown", "as_of")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.country}, {dates.words(self.as_of) or 'undated'}"


PARENT_OF_BREAKDOWN = agrees(
    "share_parent_is_of_its_breakdown",
    "parent_id",
    "profiles_share",
    "breakdown_id",
    "The parent is a line of another breakdown: choose one of the same list.",
)


@recorded(owner="breakdown", rules=[PARENT_OF_BREAKDOWN])
class Share(Publishable):
    """One line of a breakdown. Sums are shown, never rescaled; nested shares are not added to the top level."""

    class ShareClass(models.TextChoices):
        """What the line is: a group or what is left over."""

        GROUP = "group", "Group"
        RESIDUAL_OTHER = "residual_other", "All others"
        UNSPECIFIED = "unspecified", "Unspecified"
        NONE = "none", "None"
        SUBTOTAL = "subtotal", "Subtotal"

    breakdown = models.ForeignKey(
        Breakdown, on_delete=models.CASCADE, related_name="shares", help_text="The list that the line stands in."
    )
    position = models.PositiveSmallIntegerField(help_text="Order in the list, from 1.")
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text="The line that this one is part of.",
    )
    share_class = models.CharField(
        "class", max_length=14, choices=ShareClass, default=ShareClass.GROUP, help_text="A group, or what is left over."
    )
    label = models.CharField(max_length=200, help_text="The name as printed.")
    group = models.ForeignKey(
        Group,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="shares",
        help_text="The group we read it as.",
    )
    low = models.DecimalField(
        max_digits=7, decimal_places=4, null=True, blank=True, help_text="Per cent, 0 to 100: lower bound."
    )
    high = models.DecimalField(
        max_digits=7, decimal_places=4, null=True, blank=True, help_text="Per cent, 0 to 100: upper bound."
    )
    qualifier = models.CharField(
        max_length=12, choices=Qualifier, blank=True, default="", help_text="How the printed number is meant."
    )
    value_state = models.CharField(
        max_length=20, choices=ValueState, default=ValueState.STATED, help_text="Stated, or what is said instead."
    )
    printed = models.CharField(max_length=250, blank=True, default="", help_text="The line as printed.")
    derived = models.CharField(
        max_length=120, blank=True, default="", help_text="Our reckoning, where the share is not the source's own."
    )

    class Meta:
        ordering = ("breakdown", "position")
        constraints = [
            *key_rules("share"),
            not_empty("share", "label", "Give the label as printed."),
            number_rule("share", "low", "high", "qualifier", "value"),
            stated_rule("share", "qualifier", "value"),
            models.CheckConstraint(
                condition=(Q(low__isnull=True) | Q(low__gte=0, low__lte=100))
                & (Q(high__isnull=True) | Q(high__gte=0, high__lte=100)),
                name="share_is_a_percentage",
                violation_error_message="A share is a percentage from 0 to 100.",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")),
                name="share_is_not_its_own_parent",
                violation_error_message="A share is not part of itself.",
            ),
            models.UniqueConstraint(
                fields=("breakdown", "position"),
                name="share_position_is_taken_once",
                violation_error_message="Another line of this breakdown has that position.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.printed}"
