"""Treaties, constitutions, laws and plans, and the steps that a country takes with them."""

from django.db import models

from profiles.models.countries import Country
from sources.models.base import Publishable
from sources.models.fields import PartialDateField
from sources.models.history import recorded
from sources.models.rules import date_rules, key_rules, not_empty


@recorded()
class Instrument(Publishable):
    """A legal text: treaty, constitution, law, bill, decree, plan or judgment."""

    class Kind(models.TextChoices):
        """What sort of text."""

        TREATY = "treaty", "Treaty"
        CONSTITUTION = "constitution", "Constitution"
        LAW = "law", "Law"
        BILL = "bill", "Bill"
        DECREE = "decree", "Decree"
        PLAN = "plan", "Plan"
        JUDGMENT = "judgment", "Judgment"
        RESOLUTION = "resolution", "Resolution"

    country = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="instruments",
        help_text="Whose law it is; empty for treaties and texts of international bodies.",
    )
    kind = models.CharField(max_length=14, choices=Kind, help_text="What sort of text.")
    title = models.CharField(max_length=250, help_text="Its name in English.")
    symbol = models.CharField(max_length=60, blank=True, default="", help_text="Number or symbol, such as 60/251.")

    class Meta:
        ordering = ("kind", "title", "key")
        constraints = [*key_rules("instrument"), not_empty("instrument", "title", "An instrument has a title.")]

    def __str__(self) -> str:
        return self.title


@recorded()
class Step(Publishable):
    """What a country did with an instrument, and when."""

    class Stage(models.TextChoices):
        """What was done."""

        PROPOSED = "proposed", "Proposed"
        ADOPTED = "adopted", "Adopted"
        SIGNED = "signed", "Signed"
        RATIFIED = "ratified", "Ratified"
        ACCEDED = "acceded", "Acceded"
        IN_FORCE = "in_force", "In force"
        AMENDED = "amended", "Amended"
        REPEALED = "repealed", "Repealed"
        NOT_RATIFIED = "not_ratified", "Not ratified"
        NOT_ACCEPTED = "not_accepted", "Not accepted"

    instrument = models.ForeignKey(
        Instrument, on_delete=models.PROTECT, related_name="steps", help_text="The legal text."
    )
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="steps", help_text="Who took the step.")
    stage = models.CharField(max_length=14, choices=Stage, help_text="What was done.")
    date = PartialDateField(help_text="When, in EDTF; empty where unknown.")

    class Meta:
        ordering = ("country", "date_earliest", "key")
        constraints = [*key_rules("step"), *date_rules("step", "date")]

    def __str__(self) -> str:
        return f"{self.instrument}: {self.get_stage_display().lower()}"
