"""Who stands behind a row: imports alone, whatever the data set, or an editor or another source as well."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from profiles.datasets import DATASETS
from profiles.datasets.things import ARC_DATASETS
from profiles.factbook.rows.documents import IMPORTS
from profiles.models import Citation

Record = tuple[str, str]  # dataset, key
ARC_OF = {dataset: name for name, dataset in ARC_DATASETS.items() if name in Citation.arcs["record"]}
# People are cited by their names.
PATHS = {**ARC_OF, "people": "person_name__person"}


@dataclass(frozen=True)
class Backing:
    """The imported documents that cite a row, and whether nobody else made or changed it."""

    editions: frozenset[str]
    ours: bool


NOBODY = Backing(frozenset(), ours=False)


def by_dataset(records: Iterable[Record]) -> dict[str, list[str]]:
    """Return the keys of records by dataset."""
    found: dict[str, list[str]] = defaultdict(list)
    for dataset, key in records:
        found[dataset].append(key)
    return found


def backing(records: Iterable[Record]) -> dict[Record, Backing]:
    """Return who stands behind each record that is cited: three queries for each dataset."""
    found: dict[Record, Backing] = {}
    for name, keys in by_dataset(records).items():
        if name in PATHS:
            changed = touched(name, keys)
            for key, cited in _cited(name, keys).items():
                ours = bool(cited.documents) and not cited.others and key not in changed
                found[name, key] = Backing(frozenset(cited.documents), ours)
    return found


def imported(dataset: str) -> set[str]:
    """Return the keys of a dataset's rows that imports alone stand behind."""
    keys = list(DATASETS[dataset].model._default_manager.values_list("key", flat=True))
    return {record[1] for record, behind in backing((dataset, key) for key in keys).items() if behind.ours}


@dataclass
class _Cited:
    """The imported documents that cite a row, and whether anybody else does."""

    documents: set[str] = field(default_factory=set)
    others: bool = False


def _cited(dataset: str, keys: list[str]) -> dict[str, _Cited]:
    path = PATHS[dataset]
    rows = Citation.objects.filter(**{f"{path}__key__in": keys})
    found: dict[str, _Cited] = defaultdict(_Cited)
    for key, series, document in rows.values_list(f"{path}__key", "document__series__key", "document__key").distinct():
        cited = found[key]
        if series in IMPORTS:
            cited.documents.add(document)
        cited.others |= series not in IMPORTS
    return found


def touched(dataset: str, keys: list[str]) -> set[str]:
    """The rows that somebody changed at the desk: history names the person; commands name none."""
    relation: Any = DATASETS[dataset].model._meta.get_field("history")
    events = relation.related_model.objects.filter(pgh_obj__key__in=keys, pgh_context__isnull=False)
    return set(events.values_list("pgh_obj__key", flat=True))
