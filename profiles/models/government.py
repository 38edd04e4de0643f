"""Institutions, their seats, offices and who held them."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Case, F, Func, Q, Value, When
from django.db.models.constraints import Deferrable
from django.urls import reverse

from profiles.models.countries import Country
from profiles.models.people import Person
from sources.models.base import Publishable
from sources.models.fields import PartialDateField
from sources.models.history import recorded
from sources.models.rules import date_rules, key_rules, not_empty


@recorded()
class Institution(Publishable):
    """A standing body of the State, or an international one that countries are elected to."""

    class Kind(models.TextChoices):
        """What sort of body."""

        PARLIAMENT = "parliament", "Parliament"
        CHAMBER = "chamber", "Chamber of parliament"
        COURT = "court", "Court"
        CABINET = "cabinet", "Cabinet"
        COUNCIL = "council", "Council"
        OMBUDSMAN = "ombudsman", "Ombudsman"
        ASSEMBLY = "assembly", "Consultative assembly"
        INTERNATIONAL = "international", "International body"

    country = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="institutions",
        help_text="Whose institution it is; empty for international bodies.",
    )
    name = models.CharField(max_length=160, help_text="Name in English or as sources print it.")
    kind = models.CharField(max_length=14, choices=Kind, help_text="What sort of body.")
    part_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text="The body that it is part of, such as the parliament of a chamber.",
    )
    position = models.PositiveSmallIntegerField(default=0, help_text="Order on the country page, from 0.")

    class Meta:
        ordering = ("country", "position", "key")
        constraints = [*key_rules("institution"), not_empty("institution", "name", "An institution has a name.")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of the public page."""
        return reverse("profiles:institution", args=[self.key])


@recorded()
class SeatBlock(Publishable):
    """Seats of one institution that are filled in one way (the IPU's mode of designation).

    The body's printed total is a block of method `total`; it is never summed with the others.
    """

    class Method(models.TextChoices):
        """How the seats are filled."""

        TOTAL = "total", "Total"
        DIRECTLY_ELECTED = "directly_elected", "Directly elected"
        INDIRECTLY_ELECTED = "indirectly_elected", "Indirectly elected"
        APPOINTED = "appointed", "Appointed"
        RESERVED = "reserved", "Reserved"
        EX_OFFICIO = "ex_officio", "Held by office"

    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, related_name="seat_blocks", help_text="Whose seats."
    )
    seats = models.PositiveIntegerField(help_text="Number of seats.")
    derived = models.CharField(
        max_length=120,
        blank=True,
        default="",
        help_text="Our reckoning, where no source prints the number: 40 seats = 47 - 7.",
    )
    method = models.CharField(max_length=20, choices=Method, help_text="How the seats are filled.")
    chosen_by = models.CharField(max_length=160, blank=True, default="", help_text="Who fills them, in our words.")
    term_years = models.DecimalField(
        max_digits=4, decimal_places=1, null=True, blank=True, help_text="Length of a member's term, in years."
    )
    valid_from = PartialDateField(help_text="From when it is so, in EDTF; empty where unknown.")
    valid_to = PartialDateField(help_text="Until when, in EDTF; empty where it holds on or is unknown.")

    class Meta:
        ordering = ("institution", "key")
        constraints = [
            *key_rules("seat_block"),
            *date_rules("seat_block", "valid_from", "valid_to"),
            models.CheckConstraint(
                condition=Q(term_years__isnull=True) | Q(term_years__gt=0),
                name="seat_block_term_is_positive",
                violation_error_message="A term is longer than nothing.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.institution}: {self.seats} {self.get_method_display().lower()}"


@recorded()
class Office(Publishable):
    """A post that people hold, one after another or several at once. It may be known without a holder."""

    class Rank(models.TextChoices):
        """Where the post stands."""

        HEAD_OF_STATE = "head_of_state", "Head of state"
        HEAD_OF_GOVERNMENT = "head_of_government", "Head of government"
        DEPUTY_HEAD = "deputy_head", "Deputy head of government"
        MINISTER = "minister", "Minister"
        LEGISLATURE = "legislature", "Presiding officer or member of parliament"
        JUDICIARY = "judiciary", "Judge"
        HUMAN_RIGHTS = "human_rights", "Human rights office"
        LOCAL = "local", "Regional or local office"
        OTHER = "other", "Other"

    class Holders(models.TextChoices):
        """How many people hold the post at a time."""

        SINGLE = "single", "One at a time"
        SEVERAL = "several", "Several at a time"

    country = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="offices",
        help_text="Whose post it is; empty for international posts.",
    )
    title = models.CharField(max_length=160, help_text="Title of the post in English.")
    rank = models.CharField(max_length=20, choices=Rank, help_text="Where the post stands.")
    head_of_state = models.BooleanField(default=False, help_text="Whether the holder is head of state.")
    head_of_government = models.BooleanField(default=False, help_text="Whether the holder is head of government.")
    holders = models.CharField(
        max_length=8, choices=Holders, default=Holders.SINGLE, help_text="Whether one person holds it at a time."
    )
    institution = models.ForeignKey(
        Institution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="offices",
        help_text="The body that the post belongs to.",
    )
    how_chosen = models.CharField(
        max_length=200, blank=True, default="", help_text="How the holder is chosen, in our words."
    )
    term_years = models.DecimalField(
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        help_text="Length of a term in years; empty where sources disagree or are silent: see the citations.",
    )
    position = models.PositiveSmallIntegerField(default=0, help_text="Order on the country page, from 0.")

    class Meta:
        ordering = ("country", "position", "key")
        constraints = [
            *key_rules("office"),
            not_empty("office", "title", "An office has a title."),
            models.CheckConstraint(
                condition=Q(term_years__isnull=True) | Q(term_years__gt=0),
                name="office_term_is_positive",
                violation_error_message="A term is longer than nothing.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Address of the public page."""
        return reverse("profiles:office", args=[self.key])


def certain_span() -> Case:
    """The days on which the tenure certainly ran; NULL where no day is certain (docs/decisions/overlaps.md)."""

    def span(start: str, end: str) -> Func:
        return Func(F(start), F(end), Value("[)"), function="daterange", output_field=DateRangeField())

    running = Q(ended__in=["ongoing", "unknown"], last_attested_earliest__gt=F("start_latest"))
    return Case(
        When(running, then=span("start_latest", "last_attested_earliest")),
        When(end_earliest__gt=F("start_latest"), then=span("start_latest", "end_earliest")),
        output_field=DateRangeField(),
    )


@recorded()
class Tenure(Publishable):
    """A person holds an office for a time (Popolo: membership)."""

    class Ended(models.TextChoices):
        """Whether the tenure is over."""

        ONGOING = "ongoing", "In office when last attested"
        ENDED = "ended", "Ended"
        UNKNOWN = "unknown", "Not known"

    class StartKind(models.TextChoices):
        """How it began."""

        NOT_STATED = "not_stated", "Not stated"
        ELECTED = "elected", "Elected"
        APPOINTED = "appointed", "Appointed"
        SUCCEEDED = "succeeded", "Succeeded by law"
        INHERITED = "inherited", "Inherited"
        SEIZED = "seized", "Took power"

    class EndKind(models.TextChoices):
        """How it ended."""

        NOT_STATED = "not_stated", "Not stated"
        TERM_ENDED = "term_ended", "Term ended"
        RESIGNED = "resigned", "Resigned"
        DISMISSED = "dismissed", "Dismissed"
        DIED = "died", "Died in office"
        REMOVED = "removed", "Removed"
        SUCCESSOR_ATTESTED = "successor_attested", "A successor is attested"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tenures", help_text="Who holds it.")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="tenures", help_text="What is held.")
    slot = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="1 for an office with one holder at a time; empty where several hold it together.",
    )
    start = PartialDateField(help_text="When it began, in EDTF; empty where unknown.")
    end = PartialDateField(help_text="When it ended, in EDTF; empty where it runs on or is unknown.")
    ended = models.CharField(max_length=8, choices=Ended, help_text="Whether it is over.")
    start_kind = models.CharField(
        max_length=20, choices=StartKind, default=StartKind.NOT_STATED, help_text="How it began."
    )
    end_kind = models.CharField(max_length=20, choices=EndKind, default=EndKind.NOT_STATED, help_text="How it ended.")
    last_attested = PartialDateField(help_text="The last day for which a source shows the person in office, in EDTF.")
    acting = models.BooleanField(default=False, help_text="Whether the person only acts for a holder.")

    class Meta:
        ordering = ("office", "start_earliest", "key")
        constraints = [
            *key_rules("tenure"),
            *date_rules("tenure", "start", "end", "last_attested"),
            models.CheckConstraint(
                condition=Q(end="") | Q(ended="ended"),
                name="tenure_with_an_end_has_ended",
                violation_error_message="A tenure with an end date has ended.",
            ),
            models.CheckConstraint(
                condition=~Q(ended="ongoing") | ~Q(last_attested=""),
                name="tenure_in_office_is_attested",
                violation_error_message="Say for which day a source shows the person in office (last attested).",
            ),
            models.CheckConstraint(
                condition=Q(start_earliest__isnull=True)
                | Q(end_latest__isnull=True)
                | Q(start_earliest__lte=F("end_latest")),
                name="tenure_ends_after_it_starts",
                violation_error_message="The tenure ends before it starts.",
            ),
            ExclusionConstraint(
                name="tenure_slot_is_held_by_one",
                expressions=[("office", "="), ("slot", "="), (certain_span(), "&&")],
                condition=Q(acting=False, status="published"),
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message="Another tenure certainly holds this office on some of these days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.office}"
