"""The arc: one nullable key for each kind of thing that a statement, citation or identifier may be about."""

from typing import Any

from django.db import models
from django.db.models import F, Func, IntegerField, Q
from django.db.models.lookups import Exact, LessThanOrEqual

from profiles.models.elections import Election
from profiles.models.events import Event
from profiles.models.government import Institution, Office
from profiles.models.law import Instrument
from profiles.models.organisations import Organisation
from profiles.models.people import Person

THINGS = ("person", "organisation", "institution", "office", "election", "event", "instrument")


def arc_field(to: type[models.Model], words: str) -> Any:
    """Return one nullable key of an arc."""
    return models.ForeignKey(
        to,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        help_text=f"The {words}, where it is about one.",
    )


class AboutThing(models.Model):
    """A row that is about one of several kinds of thing: plain keys, of which at most one is set."""

    person = arc_field(Person, "person")
    organisation = arc_field(Organisation, "organisation")
    institution = arc_field(Institution, "institution")
    office = arc_field(Office, "office")
    election = arc_field(Election, "election")
    event = arc_field(Event, "event")
    instrument = arc_field(Instrument, "legal instrument")

    class Meta:
        abstract = True


def set_keys(row: models.Model, names: tuple[str, ...]) -> list[str]:
    """Return the names of the arc's keys that are set on a row."""
    return [name for name in names if getattr(row, f"{name}_id") is not None]


def _count(names: tuple[str, ...]) -> Func:
    return Func(*(F(name) for name in names), function="num_nonnulls", output_field=IntegerField())


def one_of(table: str, names: tuple[str, ...], message: str) -> models.CheckConstraint:
    """Return the rule that exactly one key of the arc is set."""
    return models.CheckConstraint(
        condition=Q(Exact(_count(names), 1)), name=f"{table}_is_about_one_thing", violation_error_message=message
    )


def at_most_one_of(table: str, names: tuple[str, ...], message: str) -> models.CheckConstraint:
    """Return the rule that no two keys of the arc are set."""
    return models.CheckConstraint(
        condition=Q(LessThanOrEqual(_count(names), 1)),
        name=f"{table}_is_about_one_thing_at_most",
        violation_error_message=message,
    )
