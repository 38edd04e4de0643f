"""Stored columns: what `load`, `dump` and the admin's files hold of a table, derived from its model.

One column for each field, a foreign key as the key of its target, the keys of an arc as one column `<dataset>/<key>`,
and no computed column.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models

from profiles.datasets import BY_MODEL, Dataset
from profiles.datasets.things import ARC_DATASETS
from sources.models.fields import COMPANIONS, PartialDateField

COMPUTED = {"id", "row_version", "is_public", "quotation"}
LAST = ("status", "collection", "note_public", "note_internal")


@dataclass(frozen=True)
class Stored:
    """One column of a curation file.

    `kind` is text, integer, decimal, boolean, day, partial_date, link or arc. `field` is the model's; for an arc, its
    first key. `targets` names, for links and arcs, the datasets that a cell may point to, by field.
    """

    name: str
    kind: str
    field: models.Field[Any, Any]
    targets: dict[str, str]

    @property
    def required(self) -> bool:
        """Whether an empty cell is a fault."""
        return self.kind not in ("arc", "boolean") and not self.field.blank and not self.field.has_default()


@cache
def stored_columns(dataset: Dataset) -> tuple[Stored, ...]:
    """Return the columns of a dataset's curation file, in order."""
    model = dataset.model
    arcs: dict[str, tuple[str, ...]] = getattr(model, "arcs", {})
    in_arc = {field: (name, fields) for name, fields in arcs.items() for field in fields}
    found: dict[str, Stored] = {}
    for field in model._meta.concrete_fields:
        if field.name in COMPUTED or _is_companion(model, field.name):
            continue
        if field.name in in_arc:
            name, fields = in_arc[field.name]
            found.setdefault(name, Stored(name, "arc", field, {each: ARC_DATASETS[each] for each in fields}))
        else:
            found |= {column.name: column for column in _plain(model, field)}
    first = [name for name in ("key",) if name in found]
    last = [name for name in LAST if name in found]
    middle = [name for name in found if name not in (*first, *last)]
    return tuple(found[name] for name in (*first, *middle, *last))


def stored_names(dataset: Dataset) -> list[str]:
    """Return the names of a dataset's stored columns."""
    return [column.name for column in stored_columns(dataset)]


def load_order() -> list[Dataset]:
    """Return the datasets so that each comes after all that its rows point to."""
    order: list[Dataset] = []

    def place(dataset: Dataset) -> None:
        if dataset in order:
            return
        for field in dataset.model._meta.concrete_fields:
            target = BY_MODEL.get(field.related_model) if field.is_relation else None  # type: ignore[arg-type]
            if target and target is not dataset and not target.from_reading:
                place(target)
        order.append(dataset)

    for dataset in BY_MODEL.values():
        if not dataset.from_reading:
            place(dataset)
    return order


def _is_companion(model: type[models.Model], name: str) -> bool:
    stem, _, suffix = name.rpartition("_")
    return suffix in COMPANIONS and any(
        field.name == stem and isinstance(field, PartialDateField) for field in model._meta.concrete_fields
    )


def _plain(model: type[models.Model], field: models.Field[Any, Any]) -> list[Stored]:
    if isinstance(field, PartialDateField):
        texts = [Stored(f"{field.name}_{end}", "text", _field(model, field.name, end), {}) for end in COMPANIONS[2:]]
        return [Stored(field.name, "partial_date", field, {}), *texts]
    if isinstance(field, models.ForeignKey):
        target: Any = field.related_model
        return [Stored(field.name, "link", field, {field.name: BY_MODEL[target].name})]
    kinds: list[tuple[type[models.Field[Any, Any]], str]] = [
        (models.BooleanField, "boolean"),
        (models.DecimalField, "decimal"),
        (models.IntegerField, "integer"),
        (models.DateField, "day"),
    ]
    kind = next((name for cls, name in kinds if isinstance(field, cls)), "text")
    return [Stored(field.name, kind, field, {})]


def _field(model: type[models.Model], name: str, end: str) -> Any:
    return model._meta.get_field(f"{name}_{end}")
