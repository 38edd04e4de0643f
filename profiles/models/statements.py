"""Topics, their codes, and worded or coded statements of sources."""

from django.db import models
from django.db.models import Q

from profiles.models.countries import Country
from profiles.models.things import THINGS, AboutThing, at_most_one_of
from sources.models.base import Claim, Publishable
from sources.models.fields import PartialDateField
from sources.models.history import recorded
from sources.models.rules import agrees, claim_rules, date_rules, key_rules, not_empty


@recorded()
class Topic(Publishable):
    """What a statement is about: form of government, legal system, drugs, a rating, an observers' verdict."""

    class Part(models.TextChoices):
        """Where the country page shows it."""

        GOVERNMENT = "government", "Government"
        ELECTIONS = "elections", "Elections"
        RIGHTS = "rights", "Rights"
        LAW = "law", "Law, treaties, cooperation"
        PEOPLE = "people", "People and groups"
        BACKGROUND = "background", "Background"

    name = models.CharField(max_length=120, help_text="Name that pages use.")
    question = models.CharField(max_length=200, help_text="The question that a statement answers.")
    part = models.CharField(max_length=12, choices=Part, help_text="Where the country page shows it.")
    scale = models.CharField(
        max_length=200, blank=True, default="", help_text="The scale of a rating: Free / Partly Free / Not Free."
    )
    shelf_life_months = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Months after which a newer statement is looked for; empty: never."
    )
    position = models.PositiveSmallIntegerField(default=0, help_text="Order within its part, from 0.")

    class Meta:
        ordering = ("part", "position", "key")
        constraints = [
            *key_rules("topic"),
            not_empty("topic", "name", "A topic has a name."),
            not_empty("topic", "question", "Say which question a statement answers."),
        ]

    def __str__(self) -> str:
        return self.name


@recorded(owner="topic")
class TopicCode(Publishable):
    """One answer that statements of a topic may give as a code."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="codes", help_text="The topic.")
    code = models.CharField(max_length=40, help_text="The code: lower-case words joined by underscores.")
    name = models.CharField(max_length=120, help_text="What pages print for it.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Order in the list, from 0.")

    class Meta:
        ordering = ("topic", "position", "key")
        constraints = [
            *key_rules("topic_code"),
            not_empty("topic_code", "name", "A code has a name."),
            models.CheckConstraint(
                condition=Q(code__regex="^[a-z0-9]+(_[a-z0-9]+)*$"),
                name="topic_code_is_spelt_as_codes_are",
                violation_error_message="A code is made of lower-case words joined by underscores.",
            ),
            models.UniqueConstraint(
                fields=("topic", "code"),
                name="topic_code_stands_once_in_a_topic",
                violation_error_message="The topic has this code already.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


CODE_OF_TOPIC = agrees(
    "statement_code_is_of_its_topic",
    "code_id",
    "profiles_topiccode",
    "topic_id",
    "The code belongs to another topic: choose one from the list of this topic.",
)


@recorded(rules=[CODE_OF_TOPIC])
class Statement(Claim, AboutThing):
    """What one source says on a topic, as a code of the topic's list or in our words.

    What is a field of a thing, such as an office's term, is a citation of that field and no statement.
    """

    arcs = {"subject": THINGS}

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="statements", help_text="The country.")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="statements", help_text="The topic.")
    partner = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements_as_partner",
        help_text="The other country, such as the neighbour in a boundary question.",
    )
    code = models.ForeignKey(
        TopicCode,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        help_text="The answer as a code of the topic's list, where it has one.",
    )
    text = models.TextField(blank=True, default="", help_text="What the source says, in our words.")
    as_of = PartialDateField(help_text="The time that the statement describes, in EDTF; empty where none is given.")

    class Meta:
        ordering = ("country", "topic", "key")
        constraints = [
            *claim_rules("statement"),
            *date_rules("statement", "as_of"),
            at_most_one_of("statement", THINGS, "A statement is about one thing at most: leave the other links empty."),
            models.CheckConstraint(
                condition=Q(code__isnull=False) | ~Q(text="") | ~Q(value_state__in=["stated", "in_words"]),
                name="statement_says_something",
                violation_error_message="Choose a code, or say in our words what the source states.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic}: {self.code or self.text[:60] or self.printed}"
