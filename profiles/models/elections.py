"""Elections and what each source says of their results."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from profiles.models.countries import Country
from profiles.models.government import Institution, Office
from profiles.models.organisations import Organisation
from profiles.models.people import Person
from sources import dates
from sources.models.base import Claim, Linked, Publishable, Qualifier
from sources.models.fields import PartialDateField
from sources.models.history import recorded
from sources.models.rules import agrees, claim_rules, date_rules, key_rules, not_empty, number_rule, stated_rule


@recorded()
class Election(Publishable):
    """A vote: held, scheduled, cancelled, annulled, or moved while no new date is known.

    A moved election is one row; its old date is a disputing citation. In an international body the country is the
    candidate. An indirect vote is a method, not a kind.
    """

    class Kind(models.TextChoices):
        """What is filled or decided."""

        PRESIDENTIAL = "presidential", "Presidential election"
        PARLIAMENTARY = "parliamentary", "Parliamentary election"
        LOCAL = "local", "Local election"
        REFERENDUM = "referendum", "Referendum"
        INTERNATIONAL_BODY = "international_body", "Election to an international body"

    class Method(models.TextChoices):
        """Who votes."""

        DIRECT = "direct", "Direct"
        INDIRECT = "indirect", "Indirect"
        NOT_STATED = "not_stated", "Not stated"

    class Timing(models.TextChoices):
        """When it comes in the cycle."""

        REGULAR = "regular", "Regular"
        EARLY = "early", "Early"
        REPEAT = "repeat", "Repeat"
        BY_ELECTION = "by_election", "By-election"
        NOT_STATED = "not_stated", "Not stated"

    class State(models.TextChoices):
        """What became of it."""

        SCHEDULED = "scheduled", "Scheduled"
        HELD = "held", "Held"
        CANCELLED = "cancelled", "Cancelled"
        ANNULLED = "annulled", "Annulled"
        MOVED = "moved", "Moved, no new date known"

    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="elections", help_text="Where it is held, or the candidate."
    )
    kind = models.CharField(max_length=20, choices=Kind, help_text="What is filled or decided.")
    method = models.CharField(max_length=10, choices=Method, default=Method.DIRECT, help_text="Who votes.")
    timing = models.CharField(
        max_length=12, choices=Timing, default=Timing.NOT_STATED, help_text="When it comes in the cycle."
    )
    round = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Round of voting; empty where there is one."
    )
    institution = models.ForeignKey(
        Institution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="elections",
        help_text="The chamber or body whose seats are filled.",
    )
    office = models.ForeignKey(
        Office,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="elections",
        help_text="The post that is filled.",
    )
    date = PartialDateField(help_text="Day of the vote, in EDTF; for a scheduled one the planned day.")
    state = models.CharField(max_length=10, choices=State, help_text="What became of it.")
    seats_at_stake = models.PositiveIntegerField(
        null=True, blank=True, help_text="Seats that are filled; empty where unknown."
    )

    class Meta:
        ordering = ("country", "-date_earliest", "key")
        constraints = [
            *key_rules("election"),
            *date_rules("election", "date"),
            models.CheckConstraint(
                condition=~Q(state__in=["held", "annulled"]) | ~Q(date=""),
                name="election_held_has_a_date",
                violation_error_message="An election that was held has a date, if only the year.",
            ),
            models.CheckConstraint(
                condition=~Q(kind="presidential") | Q(institution__isnull=True),
                name="election_of_a_president_fills_no_chamber",
                violation_error_message="A presidential election fills an office, not an institution's seats.",
            ),
        ]

    def __str__(self) -> str:
        where = f" ({self.institution})" if self.institution else ""
        return f"{self.get_kind_display()}{where}, {dates.words(self.date) or 'date unknown'}"

    def get_absolute_url(self) -> str:
        """Address of the public page."""
        return reverse("profiles:election", args=[self.key])


COALITION_OF_ELECTION = agrees(
    "result_part_of_is_of_its_election",
    "part_of_id",
    "profiles_result",
    "election_id",
    "The result that this one is part of belongs to another election.",
)


@recorded(rules=[COALITION_OF_ELECTION])
class Result(Claim):
    """What one source says a person, party, list or answer won in one election.

    `value_state` speaks of the share. Two sources are two rows; nothing is averaged.
    """

    # A person who is not public hides the results whose labels name them.
    public_sql = """NEW.status = 'published' AND NOT EXISTS (
        SELECT 1 FROM profiles_resultperson link WHERE link.result_id = NEW.id
        AND NOT (SELECT person.is_public FROM profiles_person person WHERE person.id = link.person_id)
    )"""

    class ShareOf(models.TextChoices):
        """What the share is a share of."""

        NOT_STATED = "not_stated", "Not stated"
        VALID_VOTES = "valid_votes", "Valid votes"
        VOTES_CAST = "votes_cast", "Votes cast"
        REGISTERED = "registered", "Registered voters"
        SEATS = "seats", "Seats"
        MEMBERS = "members", "Members of the body"

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="results", help_text="Which vote.")
    label = models.CharField(max_length=200, help_text="Who or what won the votes, as printed.")
    position = models.PositiveSmallIntegerField(default=1, help_text="Order in the source's list, from 1.")
    round = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Round of voting; empty where there is one."
    )
    part_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text="The result of the coalition that this list is part of.",
    )
    share_low = models.DecimalField(
        max_digits=7, decimal_places=4, null=True, blank=True, help_text="Share in per cent, 0 to 100: lower bound."
    )
    share_high = models.DecimalField(
        max_digits=7, decimal_places=4, null=True, blank=True, help_text="Share in per cent, 0 to 100: upper bound."
    )
    share_qualifier = models.CharField(
        max_length=12, choices=Qualifier, blank=True, default="", help_text="How the printed share is meant."
    )
    share_of = models.CharField(
        max_length=12, choices=ShareOf, default=ShareOf.NOT_STATED, help_text="What the share is a share of."
    )
    votes = models.BigIntegerField(null=True, blank=True, help_text="Number of votes.")
    votes_qualifier = models.CharField(
        max_length=12, choices=Qualifier, blank=True, default="", help_text="How the printed number of votes is meant."
    )
    seats = models.PositiveIntegerField(null=True, blank=True, help_text="Number of seats won.")
    seats_qualifier = models.CharField(
        max_length=12, choices=Qualifier, blank=True, default="", help_text="How the printed number of seats is meant."
    )

    class Meta:
        ordering = ("election", "document", "position", "key")
        constraints = [
            *claim_rules("result"),
            not_empty("result", "label", "Say who or what won the votes."),
            number_rule("result", "share_low", "share_high", "share_qualifier", "share"),
            stated_rule("result", "share_qualifier", "share"),
            models.CheckConstraint(
                condition=(Q(share_low__isnull=True) | Q(share_low__gte=0, share_low__lte=100))
                & (Q(share_high__isnull=True) | Q(share_high__gte=0, share_high__lte=100)),
                name="result_share_is_a_percentage",
                violation_error_message="A share is a percentage from 0 to 100.",
            ),
            models.CheckConstraint(
                condition=(Q(votes__isnull=True) & Q(votes_qualifier=""))
                | (Q(votes__gte=0) & ~Q(votes_qualifier__in=["", "between"])),
                name="result_votes_go_with_their_qualifier",
                violation_error_message="Give the number of votes and its qualifier, or neither.",
            ),
            models.CheckConstraint(
                condition=(Q(seats__isnull=True) & Q(seats_qualifier=""))
                | (Q(seats__isnull=False) & ~Q(seats_qualifier__in=["", "between"])),
                name="result_seats_go_with_their_qualifier",
                violation_error_message="Give the number of seats and its qualifier, or neither.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.printed}"


@recorded(owner="result")
class ResultPerson(Linked):
    """A person whose result it is."""

    hides = ("result", "person")

    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="result_people", help_text="The result.")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="person_results", help_text="The person.")

    class Meta:
        ordering = ("result", "person")
        verbose_name = "person of a result"
        verbose_name_plural = "people of results"
        constraints = [
            models.UniqueConstraint(
                fields=("result", "person"),
                name="result_person_is_linked_once",
                violation_error_message="The result has this person already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.result} – {self.person}"


@recorded(owner="result")
class ResultOrganisation(Linked):
    """An organisation whose result it is; a joint list has several."""

    result = models.ForeignKey(
        Result, on_delete=models.CASCADE, related_name="result_organisations", help_text="The result."
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="organisation_results", help_text="The organisation."
    )

    class Meta:
        ordering = ("result", "organisation")
        verbose_name = "organisation of a result"
        verbose_name_plural = "organisations of results"
        constraints = [
            models.UniqueConstraint(
                fields=("result", "organisation"),
                name="result_organisation_is_linked_once",
                violation_error_message="The result has this organisation already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.result} – {self.organisation}"
