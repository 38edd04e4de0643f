"""Indicators, units and figures: numbers with what they count."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from profiles.models.countries import Country
from profiles.models.elections import Election
from profiles.models.events import Event
from profiles.models.government import Institution
from profiles.models.organisations import Organisation
from sources.models.base import Claim, Publishable, Qualifier
from sources.models.fields import PartialDateField
from sources.models.history import recorded
from sources.models.rules import claim_rules, date_rules, key_rules, not_empty, number_rule, stated_rule


@recorded()
class Unit(Publishable):
    """A unit of measure. Magnitudes are never in the unit: a million dollars is a number and usd."""

    name = models.CharField(max_length=80, help_text="Name in words, for headings and the data dictionary.")
    sign = models.CharField(max_length=20, blank=True, default="", help_text="What stands behind a number: %, km².")

    class Meta:
        ordering = ("key",)
        constraints = [*key_rules("unit"), not_empty("unit", "name", "A unit has a name.")]

    def __str__(self) -> str:
        return self.name


@recorded()
class Indicator(Publishable):
    """What a figure measures: one question that several sources may answer."""

    class Part(models.TextChoices):
        """Where the country page shows it."""

        PEOPLE = "people", "People"
        LAND = "land", "Land"
        ECONOMY = "economy", "Economy"
        DISPLACEMENT = "displacement", "Displacement"
        POLITICS = "politics", "Politics"
        JUSTICE = "justice", "Justice"
        HEALTH = "health", "Health"
        EDUCATION = "education", "Education"
        EVENTS = "events", "Events"
        RATINGS = "ratings", "Ratings"

    name = models.CharField(max_length=120, help_text="Name that pages use.")
    definition = models.TextField(help_text="What is measured, in our words.")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="indicators", help_text="Its usual unit.")
    part = models.CharField(max_length=14, choices=Part, help_text="Where the country page shows it.")
    shelf_life_months = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Months after which a newer figure is looked for; empty: never."
    )
    position = models.PositiveSmallIntegerField(default=0, help_text="Order within its part, from 0.")

    class Meta:
        ordering = ("part", "position", "key")
        constraints = [
            *key_rules("indicator"),
            not_empty("indicator", "name", "An indicator has a name."),
            not_empty("indicator", "definition", "Say what the indicator measures."),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of the public page."""
        return reverse("profiles:indicator", args=[self.key])


@recorded()
class Figure(Claim):
    """A number that one source gives: what was counted, over which time, with which outcome, by whose hand.

    What was counted, outcome, actor, place and period are what answers differ in; they never split a question.
    """

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="figures", help_text="The country.")
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="figures", help_text="What is measured."
    )
    event = models.ForeignKey(
        Event, on_delete=models.PROTECT, null=True, blank=True, related_name="figures", help_text="The event counted."
    )
    institution = models.ForeignKey(
        Institution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="figures",
        help_text="The institution it is about.",
    )
    election = models.ForeignKey(
        Election,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="figures",
        help_text="The election it is about.",
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="figures",
        help_text="The organisation it is about.",
    )
    partner = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="figures_as_partner",
        help_text="The other country: of origin, of destination, neighbour.",
    )
    period = PartialDateField(
        help_text="The time that the figure describes, in EDTF; empty where the source gives none."
    )
    low = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True, help_text="Lower bound.")
    high = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True, help_text="Upper bound.")
    qualifier = models.CharField(
        max_length=12, choices=Qualifier, blank=True, default="", help_text="How the printed number is meant."
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="figures", help_text="Unit of the number.")
    counted = models.CharField(
        max_length=160, blank=True, default="", help_text="What was counted, as the source describes it, shortly."
    )
    outcome = models.CharField(
        max_length=60, blank=True, default="", help_text="What became of those counted: dead, injured, detained."
    )
    actor = models.CharField(
        max_length=120, blank=True, default="", help_text="Who did it, by that source; empty where it does not say."
    )
    place = models.CharField(max_length=160, blank=True, default="", help_text="Where, by that source.")
    of_total = models.DecimalField(
        max_digits=24, decimal_places=6, null=True, blank=True, help_text="The whole: 197 in 175th of 197."
    )

    class Meta:
        ordering = ("country", "indicator", "-period_earliest", "key")
        constraints = [
            *claim_rules("figure"),
            *date_rules("figure", "period"),
            number_rule("figure", "low", "high", "qualifier", "value"),
            stated_rule("figure", "qualifier", "value"),
            models.CheckConstraint(
                condition=Q(value_state__in=["stated", "not_applicable"]) | ~Q(printed=""),
                name="figure_without_number_keeps_its_words",
                violation_error_message="A figure without a number keeps the words that the source prints.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.printed or self.low}"
