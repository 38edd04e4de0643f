"""Events, who took part, and proceedings against people."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from profiles.models.countries import Country
from profiles.models.organisations import Organisation
from profiles.models.people import Person
from sources.models.base import Claim, Publishable
from sources.models.fields import PartialDateField
from sources.models.history import recorded
from sources.models.rules import claim_rules, date_rules, key_rules, not_empty


@recorded()
class Event(Publishable):
    """Something that happened or was planned, titled by place and date only: what it was, the sources say."""

    class Kind(models.TextChoices):
        """What sort of event."""

        VIOLENCE = "violence", "Violence"
        PROTEST = "protest", "Protest or strike"
        DETENTION = "detention", "Detention"
        TRIAL = "trial", "Trial"
        VISIT = "visit", "Visit"
        REVIEW = "review", "Review by an international body"
        ACCIDENT = "accident", "Accident or disaster"
        MEETING = "meeting", "Meeting"
        CONFLICT = "conflict", "Armed conflict"
        OTHER = "other", "Other"

    class State(models.TextChoices):
        """Whether it took place."""

        PLANNED = "planned", "Planned when last attested"
        OCCURRED = "occurred", "Occurred"
        CANCELLED = "cancelled", "Cancelled"

    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="events", help_text="Where it took place."
    )
    kind = models.CharField(max_length=12, choices=Kind, help_text="What sort of event.")
    title = models.CharField(max_length=160, help_text="Place and date only, such as Zhanaozen, 16–17 December 2011.")
    place = models.CharField(max_length=160, blank=True, default="", help_text="Where, as sources name it.")
    start = PartialDateField(help_text="When it began, in EDTF.")
    end = PartialDateField(help_text="When it ended, in EDTF; empty for one day.")
    state = models.CharField(max_length=10, choices=State, help_text="Whether it took place.")
    doubt = models.CharField(
        max_length=200, blank=True, default="", help_text="What is doubtful about the event itself, in our words."
    )

    class Meta:
        ordering = ("country", "-start_earliest", "key")
        constraints = [
            *key_rules("event"),
            *date_rules("event", "start", "end"),
            not_empty("event", "title", "Title the event by place and date."),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Address of the public page."""
        return reverse("profiles:event", args=[self.key])


def names_somebody(table: str, *fields: str) -> models.CheckConstraint:
    """Return the rule that a row names a person, a body or a group."""
    condition = ~Q(group_label="")
    for field in fields:
        condition |= Q(**{f"{field}__isnull": False})
    return models.CheckConstraint(
        condition=condition,
        name=f"{table}_is_about_somebody",
        violation_error_message="Say who: a person, an organisation, or the group as the source describes it.",
    )


@recorded()
class Involvement(Claim):
    """What one source says of the part that somebody had in an event (roles after HURIDOCS)."""

    class Role(models.TextChoices):
        """The part."""

        VICTIM = "victim", "Victim"
        ALLEGED_PERPETRATOR = "alleged_perpetrator", "Alleged perpetrator"
        PARTICIPANT = "participant", "Participant"
        ORGANISER = "organiser", "Organiser"
        WITNESS = "witness", "Witness"
        OBSERVER = "observer", "Observer"
        INTERVENING_PARTY = "intervening_party", "Intervening party"

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="involvements", help_text="Which event.")
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="involvements",
        help_text="Who, if a person.",
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="involvements",
        help_text="Who, if a body.",
    )
    group_label = models.CharField(
        max_length=160, blank=True, default="", help_text="Who, if unnamed people: as the source describes them."
    )
    role = models.CharField(max_length=20, choices=Role, help_text="The part that they had.")

    class Meta:
        ordering = ("event", "role", "key")
        constraints = [*claim_rules("involvement"), names_somebody("involvement", "person", "organisation")]

    def __str__(self) -> str:
        return f"{self.person or self.organisation or self.group_label}: {self.get_role_display().lower()}"


@recorded()
class CaseStep(Claim):
    """What one source says of one step in a proceeding: a charge, a trial, a verdict, an appeal."""

    class CaseStatus(models.TextChoices):
        """Where the proceeding stands with this step."""

        DETAINED = "detained", "Detained"
        CHARGED = "charged", "Charged"
        ON_TRIAL = "on_trial", "On trial"
        CONVICTED = "convicted", "Convicted"
        ACQUITTED = "acquitted", "Acquitted"
        FINED = "fined", "Fined"
        APPEAL_PENDING = "appeal_pending", "Appeal pending"
        UPHELD = "upheld", "Upheld on appeal"
        OVERTURNED = "overturned", "Overturned on appeal"
        RELEASED = "released", "Released"
        DROPPED = "dropped", "Proceeding ended without verdict"

    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="case_steps", help_text="Where the proceeding is."
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="case_steps",
        help_text="Whose proceeding.",
    )
    group_label = models.CharField(
        max_length=160, blank=True, default="", help_text="Whose, if unnamed people: as the source describes them."
    )
    proceeding = models.CharField(
        max_length=160, help_text="Which proceeding, in our words; the same for all its steps."
    )
    case_status = models.CharField(
        "status of the case", max_length=16, choices=CaseStatus, help_text="Where it stands."
    )
    charge = models.CharField(max_length=250, blank=True, default="", help_text="The charge, in our words.")
    court = models.CharField(max_length=160, blank=True, default="", help_text="The court as the source names it.")
    sentence_low = models.DecimalField(
        max_digits=12, decimal_places=2, null=True, blank=True, help_text="Sentence: lower bound."
    )
    sentence_high = models.DecimalField(
        max_digits=12, decimal_places=2, null=True, blank=True, help_text="Sentence: upper bound."
    )
    sentence_unit = models.CharField(
        max_length=20, blank=True, default="", help_text="Unit of the sentence, such as years_prison or mci."
    )
    date = PartialDateField(help_text="When the step was taken, in EDTF.")
    event = models.ForeignKey(
        Event,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="case_steps",
        help_text="The event that the proceeding is about.",
    )

    class Meta:
        ordering = ("country", "proceeding", "date_earliest", "key")
        constraints = [
            *claim_rules("case_step"),
            *date_rules("case_step", "date"),
            names_somebody("case_step", "person"),
            models.CheckConstraint(
                condition=(Q(sentence_unit="") & Q(sentence_low__isnull=True) & Q(sentence_high__isnull=True))
                | (~Q(sentence_unit="") & (Q(sentence_low__isnull=False) | Q(sentence_high__isnull=False))),
                name="case_step_sentence_has_its_unit",
                violation_error_message="Give the sentence and its unit, or neither.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.group_label}: {self.get_case_status_display().lower()}"
