"""Addresses of records that were public and were withdrawn: they say so, and nothing more."""

from typing import Any

from profiles.datasets import DATASETS
from profiles.pages.record import PAGES
from sources.models.base import Publishable, Status
from sources.models.visibility import gates

DATASET_OF = {route: dataset for dataset, route in PAGES.items()}


def was_withdrawn(route: str, values: dict[str, Any]) -> bool:
    """Whether a route with its values leads to a record that was published once and is withdrawn now.

    Never for people, nor for what may name them beside its own keys, nor for what points to a hidden row: their
    addresses answer as if nothing had ever been there.
    """
    name = str(values.get("dataset", "")) if route == "profiles:claim" else DATASET_OF.get(route, "")
    dataset = DATASETS.get(name)
    if dataset is None or dataset.is_link or dataset.from_reading:
        return False
    model: Any = dataset.model
    if model.public_sql != Publishable.public_sql:
        return False
    row = model.objects.filter(key=values.get("key"), status=Status.WITHDRAWN).first()
    if row is None or not row.history.filter(status=Status.PUBLISHED).exists():
        return False
    targets = (getattr(row, field.name) for field in gates(model))
    return all(target.is_public for target in targets if target is not None)
