"""Citations: which document, at which place, backs or disputes a field of a thing; identifiers in other lists."""

from django.db import models
from django.db.models import Q

from profiles.models.countries import Country, CountryName
from profiles.models.government import SeatBlock, Tenure
from profiles.models.law import Step
from profiles.models.organisations import OrganisationName, OrganisationStatus
from profiles.models.people import PersonName
from profiles.models.things import THINGS, AboutThing, arc_field, one_of
from sources.models.base import Publishable
from sources.models.history import recorded
from sources.models.rules import key_rules, not_empty, place_rules

IDENTIFIED = ("country", *THINGS)
CITED = (
    "country",
    "country_name",
    "person_name",
    "organisation_name",
    "organisation_status",
    "seat_block",
    "tenure",
    "step",
    *THINGS,
)


@recorded()
class Citation(AboutThing, Publishable):
    """A document says, at this place, that a field of a thing has this value, printed so.

    It supports the field as it stands, or disputes it: a disputing citation keeps the other answer.
    """

    class Stance(models.TextChoices):
        """Whether it bears the field out."""

        SUPPORTS = "supports", "Supports"
        DISPUTES = "disputes", "Disputes"

    arcs = {"record": CITED}

    country = arc_field(Country, "country")
    country_name = arc_field(CountryName, "country's name")
    person_name = arc_field(PersonName, "person's name")
    organisation_name = arc_field(OrganisationName, "organisation's name")
    organisation_status = arc_field(OrganisationStatus, "organisation's standing")
    seat_block = arc_field(SeatBlock, "block of seats")
    tenure = arc_field(Tenure, "tenure")
    step = arc_field(Step, "step with a legal instrument")
    field = models.CharField(
        max_length=40, blank=True, default="", help_text="Which field of the thing; empty: that it exists at all."
    )
    value = models.CharField(
        max_length=300, blank=True, default="", help_text="The value that the source gives, spelt as the field is."
    )
    printed = models.CharField(max_length=300, blank=True, default="", help_text="The value as the source prints it.")
    stance = models.CharField(
        max_length=10, choices=Stance, default=Stance.SUPPORTS, help_text="Whether it bears the field out."
    )
    document = models.ForeignKey(
        "sources.Document", on_delete=models.PROTECT, related_name="citations", help_text="The document."
    )
    locator = models.CharField(max_length=200, help_text="Where in the document.")
    speaker = models.ForeignKey(
        "sources.Publisher",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="spoken_citations",
        help_text="Who says it, where that is not the document's publisher.",
    )

    class Meta:
        ordering = ("document", "key")
        constraints = [
            *key_rules("citation"),
            *place_rules("citation"),
            one_of("citation", CITED, "A citation is about exactly one thing."),
            models.CheckConstraint(
                condition=~Q(stance="disputes") | ~Q(value=""),
                name="citation_that_disputes_gives_its_value",
                violation_error_message="A disputing citation gives the value that the source has instead.",
            ),
            models.CheckConstraint(
                condition=Q(field="") | Q(field__regex="^[a-z]+(_[a-z0-9]+)*$"),
                name="citation_field_is_a_column",
                violation_error_message="The field is named as its column is, such as start or seats.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field or 'existence'}: {self.printed or self.value}"


@recorded()
class Identifier(AboutThing, Publishable):
    """The name of a thing in somebody else's list: Wikidata, COW, ParlGov, IPU."""

    arcs = {"record": IDENTIFIED}

    country = arc_field(Country, "country")
    scheme = models.CharField(max_length=30, help_text="Whose list, such as wikidata, ioc or parlgov.")
    value = models.CharField(max_length=120, help_text="The identifier there.")

    class Meta:
        ordering = ("scheme", "value", "key")
        constraints = [
            *key_rules("identifier"),
            not_empty("identifier", "value", "Give the identifier."),
            one_of("identifier", IDENTIFIED, "An identifier is about exactly one thing."),
            models.CheckConstraint(
                condition=Q(scheme__regex="^[a-z0-9]+(_[a-z0-9]+)*$"),
                name="identifier_scheme_is_spelt_as_codes_are",
                violation_error_message="A scheme is a lower-case word such as wikidata.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme}: {self.value}"
