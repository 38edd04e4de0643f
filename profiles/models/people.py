"""People and their names."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from profiles.models.countries import Country
from sources.models.base import Publishable
from sources.models.history import recorded
from sources.models.rules import key_rules, not_empty


@recorded()
class Person(Publishable):
    """A person whom a source names.

    Restricted until a basis holds: a restricted person reaches no public route, and neither does any row that points
    to one. Keys are opaque, since a key that spells a name would tell it.
    """

    public_sql = "NEW.status = 'published' AND NEW.visibility = 'public'"

    class Visibility(models.TextChoices):
        """Whether visitors may see the person."""

        RESTRICTED = "restricted", "Restricted: the desk only"
        PUBLIC = "public", "Public"

    class Basis(models.TextChoices):
        """On what ground a person is public."""

        PUBLIC_OFFICE = "public_office", "Holds or held public office"
        CANDIDATE = "candidate", "Stood for public office"
        LEADER = "leader", "Leads a party, movement or organisation"
        OWN_ACTS = "own_acts", "Public by own acts: publishes, speaks or signs in public"
        HISTORICAL = "historical", "Deceased historical figure"
        CONSENT = "consent", "Has consented"

    country = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        help_text="Country whose page names the person; empty for international officials.",
    )
    name = models.CharField(max_length=200, help_text="Preferred form of the name, given name first.")
    sort_key = models.CharField(
        max_length=200,
        help_text="Name for sorting, in plain lower-case letters, family name first: nazarbayev nursultan.",
    )
    visibility = models.CharField(
        max_length=10,
        choices=Visibility,
        default=Visibility.RESTRICTED,
        help_text="Restricted until a basis holds; a restricted person appears nowhere outside the desk.",
    )
    basis = models.CharField(
        max_length=16, choices=Basis, blank=True, default="", help_text="On what ground the person is public."
    )
    review_by = models.DateField(
        null=True, blank=True, help_text="Day by which somebody looks again at whether the person should be public."
    )

    class Meta:
        ordering = ("sort_key", "key")
        verbose_name_plural = "people"
        constraints = [
            *key_rules("person"),
            not_empty("person", "name", "A person has a name."),
            models.CheckConstraint(
                condition=Q(visibility="restricted") | ~Q(basis=""),
                name="person_is_public_on_a_basis",
                violation_error_message="A person is public on a basis only: choose one, or leave them restricted.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of the public page."""
        return reverse("profiles:person", args=[self.key])


@recorded(owner="person")
class PersonName(Publishable):
    """A form of a person's name as some source prints it."""

    class Kind(models.TextChoices):
        """How the form differs; misprints must not teach anyone to merge people."""

        PREFERRED = "preferred", "Preferred form"
        SPELLING = "spelling", "Other spelling"
        TRANSLITERATION = "transliteration", "Other transliteration"
        SHORT = "short", "Short form or initials"
        MISPRINT = "misprint", "Misprint"
        ALIAS = "alias", "Alias"
        FORMER = "former", "Former name"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="names", help_text="Whose name it is.")
    language = models.CharField(
        max_length=20, blank=True, default="", help_text="BCP 47 tag with script where it matters; empty where unknown."
    )
    name = models.CharField(max_length=200, help_text="The name as printed.")
    kind = models.CharField(max_length=16, choices=Kind, help_text="How this form differs from the preferred one.")

    class Meta:
        ordering = ("person", "kind", "name", "key")
        constraints = [
            *key_rules("person_name"),
            not_empty("person_name", "name", "Give the name."),
            models.UniqueConstraint(
                fields=("person", "name", "language"),
                name="person_name_is_listed_once",
                violation_error_message="The person has this form of the name already.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
