"""Constraints that tables share, each with a message that an editor understands."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from sources import dates, keys, locators
from sources.models.base import Qualifier, Relation, Status, ValueState


def key_rules(table: str, pattern: str = keys.PATTERN) -> list[models.BaseConstraint]:
    """Return the constraints of every curated table."""
    return [
        models.CheckConstraint(
            condition=Q(key__regex=pattern) & ~Q(key__regex=keys.RESERVED_PATTERN),
            name=f"{table}_key_is_spelt_as_keys_are",
            violation_error_message="A key is made of lower-case letters and digits joined by dots, hyphens and up to "
            "three slashes; it does not end in a reserved word.",
        ),
        models.CheckConstraint(
            condition=Q(status__in=Status.values),
            name=f"{table}_status_is_known",
            violation_error_message="The status is draft, in_review, published or withdrawn.",
        ),
    ]


def date_rules(table: str, *names: str) -> list[models.BaseConstraint]:
    """Return the constraints of the partial dates that a table declares."""
    rules: list[models.BaseConstraint] = []
    for name in names:
        earliest, latest = f"{name}_earliest", f"{name}_latest"
        no_bounds = Q(**{f"{earliest}__isnull": True, f"{latest}__isnull": True})
        rules.append(
            models.CheckConstraint(
                condition=Q(**{f"{name}__regex": dates.PATTERN}) | (Q(**{name: ""}) & no_bounds),
                name=f"{table}_{name}_is_edtf",
                violation_error_message=f"The {name.replace('_', ' ')} is not an EDTF date.",
            )
        )
        rules.append(
            models.CheckConstraint(
                condition=Q(**{f"{earliest}__isnull": True})
                | Q(**{f"{latest}__isnull": True})
                | Q(**{f"{earliest}__lte": F(latest)}),
                name=f"{table}_{name}_bounds_in_order",
                violation_error_message=f"The {name.replace('_', ' ')} ends before it starts.",
            )
        )
    return rules


def place_rules(table: str) -> list[models.BaseConstraint]:
    """Return the constraint of a locator; a thing's citation and an excerpt have it as claims do."""
    return [
        models.CheckConstraint(
            condition=Q(locator__regex=locators.PATTERN),
            name=f"{table}_locator_is_a_place",
            violation_error_message="The locator is not a place such as: line 504, lines 500–501, para. 53, note 15, "
            "p. 12, heading V.B.",
        )
    ]


def claim_rules(table: str) -> list[models.BaseConstraint]:
    """Return the constraints of every claim."""
    return [
        *key_rules(table),
        *place_rules(table),
        models.CheckConstraint(
            condition=Q(relation__in=Relation.values),
            name=f"{table}_relation_is_known",
            violation_error_message="Say how the words stand to where they come from.",
        ),
        models.CheckConstraint(
            condition=~Q(relation=Relation.FIRST_HAND) | Q(original_document__isnull=True),
            name=f"{table}_first_hand_names_no_origin",
            violation_error_message="A first-hand statement names no other document as its origin.",
        ),
        models.CheckConstraint(
            condition=Q(value_state__in=ValueState.values),
            name=f"{table}_value_state_is_known",
            violation_error_message="The value state is stated, none_reported, no_reliable_figure, not_applicable or "
            "in_words.",
        ),
    ]


def number_rule(table: str, low: str, high: str, qualifier: str, name: str) -> models.CheckConstraint:
    """Return the rule that a number's two bounds follow its qualifier (design section 6)."""
    is_low, is_high = Q(**{f"{low}__isnull": False}), Q(**{f"{high}__isnull": False})
    point = is_low & is_high & Q(**{low: F(high)})
    condition = (
        (Q(**{qualifier: ""}) & ~is_low & ~is_high)
        | (Q(**{f"{qualifier}__in": [Qualifier.UNQUALIFIED, Qualifier.ABOUT]}) & point)
        | (Q(**{f"{qualifier}__in": [Qualifier.AT_LEAST, Qualifier.MORE_THAN]}) & is_low & ~is_high)
        | (Q(**{f"{qualifier}__in": [Qualifier.AT_MOST, Qualifier.LESS_THAN]}) & ~is_low & is_high)
        | (Q(**{qualifier: Qualifier.BETWEEN}) & is_low & is_high & Q(**{f"{low}__lt": F(high)}))
    )
    return models.CheckConstraint(
        condition=condition,
        name=f"{table}_{name}_follows_its_qualifier",
        violation_error_message="Low and high follow the qualifier: equal for unqualified and about, no high for at "
        "least and more than, no low for at most and less than, both and different for between, none without one.",
    )


def stated_rule(table: str, qualifier: str, name: str) -> models.CheckConstraint:
    """Return the rule that a stated number has a qualifier, and one that is not stated has none."""
    return models.CheckConstraint(
        condition=(Q(value_state=ValueState.STATED) & ~Q(**{qualifier: ""}))
        | (~Q(value_state=ValueState.STATED) & Q(**{qualifier: ""})),
        name=f"{table}_{name}_is_stated_with_a_qualifier",
        violation_error_message="A stated number has a qualifier; a value that is not stated has no number.",
    )


def not_empty(table: str, field: str, message: str) -> models.CheckConstraint:
    """Return the rule that a text is there."""
    return models.CheckConstraint(
        condition=~Q(**{field: ""}), name=f"{table}_has_{field}", violation_error_message=message
    )


def agrees(name: str, link: str, table: str, shared: str, message: str) -> pgtrigger.Trigger:
    """Return the rule that a row and the one that `link` points to have the same `shared` column.

    A trigger, since a check constraint sees one row only; it answers by the given name as a constraint does.
    """
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF NEW.{link} IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM {table} other WHERE other.id = NEW.{link} AND other.{shared} = NEW.{shared}
            ) THEN
                RAISE EXCEPTION '{message}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
            END IF;
            RETURN NEW;
        """,  # noqa: S608
    )
