"""Why answers differ, which answer a page shows first, and who looked when."""

from typing import Any

from django.db import models
from django.db.models import Q

from profiles.models.citations import Citation
from profiles.models.countries import Country
from profiles.models.elections import Result
from profiles.models.events import CaseStep, Involvement
from profiles.models.figures import Figure, Indicator
from profiles.models.population import Breakdown, Composition, Share
from profiles.models.statements import Statement, Topic
from profiles.models.things import THINGS, AboutThing, arc_field, at_most_one_of, one_of
from sources.models.base import Publishable
from sources.models.history import recorded
from sources.models.rules import key_rules, not_empty

CLAIMS = ("figure", "statement", "breakdown", "share", "result", "involvement", "case_step", "citation")


def claim_field(to: type[models.Model], words: str) -> Any:
    """Return one nullable key of the arc of claims."""
    return arc_field(to, words)


class AboutClaim(models.Model):
    """A row that points to one claim of any kind, or to a citation."""

    figure = claim_field(Figure, "figure")
    statement = claim_field(Statement, "statement")
    breakdown = claim_field(Breakdown, "breakdown")
    share = claim_field(Share, "share")
    result = claim_field(Result, "result")
    involvement = claim_field(Involvement, "involvement")
    case_step = claim_field(CaseStep, "step of a case")
    citation = claim_field(Citation, "citation")

    class Meta:
        abstract = True


@recorded()
class Disagreement(AboutThing, Publishable):
    """A question to which sources give answers that differ, with the reason where it is known.

    The answers themselves are found by query; the row adds the reason and gathers answers that no query would.
    """

    class Reason(models.TextChoices):
        """Why the answers differ."""

        DIFFERENT_DATE = "different_date", "Different dates"
        DIFFERENT_SCOPE = "different_scope", "Different scope"
        DIFFERENT_DEFINITION = "different_definition", "Different things counted"
        DIFFERENT_SUBJECT = "different_subject", "Different subjects"
        ROUNDING = "rounding", "Rounding"
        REVISION = "revision", "Revised later"
        MISPRINT = "misprint", "Misprint"
        NAMING = "naming", "Different names"
        CONTRADICTION = "contradiction", "They contradict each other"
        UNRESOLVED = "unresolved", "Not known"

    arcs = {"subject": THINGS}

    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="disagreements", help_text="The country."
    )
    question = models.CharField(max_length=200, help_text="The question in one line.")
    indicator = arc_field(Indicator, "indicator")
    topic = arc_field(Topic, "topic")
    composition = models.CharField(
        max_length=10,
        choices=Composition,
        blank=True,
        default="",
        help_text="The kind of breakdown, where it is about one.",
    )
    field = models.CharField(
        max_length=40, blank=True, default="", help_text="The field of the thing, where it is about one."
    )
    reason = models.CharField(max_length=22, choices=Reason, help_text="Why the answers differ.")
    within_one_document = models.BooleanField(
        default=False, help_text="Whether one and the same document gives the different answers."
    )
    position = models.PositiveSmallIntegerField(default=0, help_text="Order on the country page, from 0.")

    class Meta:
        ordering = ("country", "position", "key")
        constraints = [
            *key_rules("disagreement"),
            not_empty("disagreement", "question", "Put the question in one line."),
            at_most_one_of("disagreement", THINGS, "A question is about one thing at most."),
        ]

    def __str__(self) -> str:
        return self.question


@recorded(owner="disagreement")
class Side(AboutClaim, Publishable):
    """One answer to a question in which sources differ."""

    arcs = {"claim": CLAIMS}

    disagreement = models.ForeignKey(
        Disagreement, on_delete=models.CASCADE, related_name="sides", help_text="The question."
    )
    position = models.PositiveSmallIntegerField(help_text="Order, from 1.")

    class Meta:
        ordering = ("disagreement", "position")
        constraints = [
            *key_rules("side"),
            one_of("side", CLAIMS, "A side is exactly one claim or citation."),
            models.UniqueConstraint(
                fields=("disagreement", "position"),
                name="side_position_is_taken_once",
                violation_error_message="Another side has that position.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.disagreement}, side {self.position}"


@recorded()
class Lead(AboutClaim, Publishable):
    """The answer that a page shows first, by a rule or for an editor's reason; the others stay beside it."""

    class Rule(models.TextChoices):
        """What made it first."""

        LATEST_CENSUS = "latest_census", "Latest census"
        LATEST = "latest", "Latest"
        FIRST_HAND = "first_hand", "First hand"
        EDITOR = "editor", "An editor's choice"

    arcs = {"claim": CLAIMS}

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="leads", help_text="The country.")
    question = models.CharField(max_length=200, help_text="The question in one line.")
    rule = models.CharField(max_length=14, choices=Rule, help_text="What made it first.")
    reason = models.CharField(
        max_length=300, blank=True, default="", help_text="The editor's reason; needed for an editor's choice."
    )

    class Meta:
        ordering = ("country", "key")
        constraints = [
            *key_rules("lead"),
            one_of("lead", CLAIMS, "A lead is exactly one claim or citation."),
            models.CheckConstraint(
                condition=~Q(rule="editor") | ~Q(reason=""),
                name="lead_by_an_editor_has_its_reason",
                violation_error_message="An editor's choice gives its reason.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question}: shown first"


@recorded()
class Check(Publishable):
    """Somebody looked: on which day, for what, in which sources, and what came of it."""

    class Outcome(models.TextChoices):
        """What came of it."""

        CONFIRMED = "confirmed", "Confirmed"
        NEWER_FOUND = "newer_found", "Something newer was found"
        NOTHING_FOUND = "nothing_found", "Nothing was found"

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="checks", help_text="The country.")
    subject = models.CharField(max_length=200, help_text="What was looked for.")
    checked_on = models.DateField(help_text="The day on which somebody looked.")
    sources = models.CharField(max_length=400, help_text="Where they looked.")
    outcome = models.CharField(max_length=14, choices=Outcome, help_text="What came of it.")

    class Meta:
        ordering = ("country", "-checked_on", "key")
        constraints = [
            *key_rules("check"),
            not_empty("check", "subject", "Say what was looked for."),
            not_empty("check", "sources", "Say where they looked."),
        ]

    def __str__(self) -> str:
        return f"{self.subject}, {self.checked_on}"
