"""One table's file against the database: what it would do, and doing it, whole or nothing.

A rehearsal runs the load itself in a transaction that is rolled back, so every constraint has been asked; what it shows
is read from the tables before and after. The load that follows compares both with what the rehearsal saw, under locks,
and writes nothing where they differ.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from profiles.datasets import Dataset
from profiles.datasets.stored import stored_names
from profiles.transfer.dumping import stored_cells
from profiles.transfer.faults import Fault, LoadError, Tally
from profiles.transfer.files import Table
from profiles.transfer.loading import load_tables
from sources.models.base import Status

SHOWN = 200  # rows and faults on the page
Cells = dict[tuple[str, ...], list[str]]  # by identity
GUARDED = (Status.PUBLISHED, Status.WITHDRAWN)


@dataclass(frozen=True)
class RowChange:
    """What becomes of one row: `new`, `update` or `skip`, and each cell that differs."""

    line: int
    identity: str
    kind: str
    cells: list[tuple[str, str, str]]  # column, before, after


@dataclass
class Outcome:
    """What a file does, or why it does nothing."""

    faults: list[Fault] = field(default_factory=list)
    rows: list[RowChange] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    state: str = ""
    receipt: str = ""

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.tally.created or self.tally.changed)

    @property
    def shown_rows(self) -> list[RowChange]:
        """The first rows that are created or changed."""
        return [row for row in self.rows if row.kind != "skip"][:SHOWN]

    @property
    def shown_faults(self) -> list[Fault]:
        """The first faults."""
        return self.faults[:SHOWN]


class MovedError(Exception):
    """The tables are no longer as the rehearsal saw them; `faults` says what a load would meet now."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("the tables have changed since the rehearsal")


def rehearse(table: Table, *, may_publish: bool) -> Outcome:
    """Say what a file would do; nothing is written."""
    with transaction.atomic():
        outcome = _run(table, may_publish)
        transaction.set_rollback(True)
    return outcome


def perform(table: Table, state: str, *, may_publish: bool) -> Outcome:
    """Write a file that would still do what the rehearsal with that state showed; else nothing, and say so."""
    identities = _identities(table)
    try:
        with transaction.atomic():
            _lock(table.dataset, identities)
            before = read_cells(table.dataset, identities)
            outcome = _run_as_seen(table, state, may_publish)
    except MovedError as error:
        moved = Fault(
            table.file, 1, "", "Records that the file names were changed after the preview; look at it again."
        )
        return Outcome(faults=error.faults or [moved])
    outcome.receipt = str(receipt(before, read_cells(table.dataset, identities)))
    return outcome


def _run_as_seen(table: Table, state: str, may_publish: bool) -> Outcome:
    outcome = _run(table, may_publish)
    if outcome.faults or outcome.state != state:
        raise MovedError(outcome.faults)
    return outcome


def receipt(before: Cells, after: Cells) -> Tally:
    """Count what became of rows, from what the tables held before and hold after the commit."""
    created = sum(1 for identity in after if identity not in before)
    changed = sum(1 for identity, cells in after.items() if identity in before and before[identity] != cells)
    return Tally(created, changed, len(after) - created - changed)


def _run(table: Table, may_publish: bool) -> Outcome:
    identities = _identities(table)
    before = read_cells(table.dataset, identities)
    try:
        load_tables([table])
    except LoadError as error:
        return Outcome(faults=error.faults)
    after = read_cells(table.dataset, identities)
    outcome = Outcome(tally=receipt(before, after), state=_digest(before, after))
    names = stored_names(table.dataset)
    for line, identity in zip(table.lines, identities, strict=True):
        outcome.rows.append(_row_change(names, line, identity, before.get(identity), after.get(identity)))
    if not may_publish:
        outcome.faults = _unpublishable(table, outcome)
    return outcome


def _row_change(
    names: list[str], line: int, identity: tuple[str, ...], before: list[str] | None, after: list[str] | None
) -> RowChange:
    old, new = before or [""] * len(names), after or [""] * len(names)
    cells = [(name, was, now) for name, was, now in zip(names, old, new, strict=True) if was != now]
    kind = "new" if before is None else "update" if cells else "skip"
    return RowChange(line, " – ".join(identity), kind, cells)


def _unpublishable(table: Table, outcome: Outcome) -> list[Fault]:
    """Name rows that visitors see, or would: they take the right to publish."""
    faults = []
    for row in outcome.rows:
        status = next((cells for cells in row.cells if cells[0] == "status"), None)
        touched = {status[1], status[2]} if status else set()
        if row.kind == "update" and not status and not table.dataset.is_link:
            touched = {table.rows[table.lines.index(row.line)]["status"]}
        if touched & set(GUARDED):
            faults.append(
                Fault(
                    table.file, row.line, "status", "You may not publish rows of this table, or change published ones."
                )
            )
    return faults


def _identities(table: Table) -> list[tuple[str, ...]]:
    columns = [name.removesuffix("__key") for name in table.dataset.identity]
    return [tuple(row[name] for name in columns) for row in table.rows if all(name in row for name in columns)]


def _rows(dataset: Dataset, identities: list[tuple[str, ...]]) -> QuerySet[Any]:
    manager: Any = dataset.model._default_manager
    firsts = {identity[0] for identity in identities}
    rows: QuerySet[Any] = manager.filter(**{f"{dataset.identity[0]}__in": firsts})
    return rows


def read_cells(dataset: Dataset, identities: list[tuple[str, ...]]) -> Cells:
    """Return the stored cells of the named rows that there are."""
    names = stored_names(dataset)
    places = [names.index(name.removesuffix("__key")) for name in dataset.identity]
    wanted, found = set(identities), {}
    for cells in stored_cells(dataset, _rows(dataset, identities).order_by(*dataset.identity)):
        identity = tuple(cells[place] for place in places)
        if identity in wanted:
            found[identity] = cells
    return found


def _lock(dataset: Dataset, identities: list[tuple[str, ...]]) -> None:
    list(_rows(dataset, identities).order_by("pk").select_for_update(of=("self",)).values_list("pk", flat=True))


def _digest(before: Cells, after: Cells) -> str:
    both = [sorted((list(identity), cells) for identity, cells in each.items()) for each in (before, after)]
    return hashlib.sha256(json.dumps(both).encode()).hexdigest()
