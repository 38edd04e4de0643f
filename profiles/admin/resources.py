"""django-import-export's resources, each derived from a dataset's declaration; reading and writing are `load`'s."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, ClassVar

import tablib
from django.db import models
from django.db.models import QuerySet
from import_export.fields import Field
from import_export.resources import Resource
from import_export.results import Error, Result, RowResult

from profiles.admin.imports import Outcome, perform, rehearse
from profiles.admin.spreadsheets import SpreadsheetError, column_letters, read_sheet, write_sheet
from profiles.datasets import BY_MODEL, Dataset
from profiles.datasets.stored import stored_columns, stored_names
from profiles.transfer.dumping import as_csv, stored_cells
from profiles.transfer.files import Table, read_table


class StoredResource(Resource):
    """The curation file of one table: every stored column, in the order of the declaration."""

    dataset: ClassVar[Dataset]

    @classmethod
    def get_display_name(cls) -> str:
        """The dataset's title."""
        return cls.dataset.title

    @classmethod
    def described(cls) -> list[tuple[str, bool, str]]:
        """Return each column with whether it must be filled, and what it means."""
        return [(column.name, column.required, str(column.field.help_text)) for column in stored_columns(cls.dataset)]

    def get_import_order(self) -> list[str]:
        """The order of the declaration."""
        return stored_names(self.dataset)

    get_export_order = get_import_order

    # Writing

    def export(self, queryset: QuerySet[Any] | None = None, **kwargs: Any) -> tablib.Dataset:
        """Return the rows as a tablib data set of texts."""
        rows = self._all() if queryset is None else queryset
        return tablib.Dataset(*stored_cells(self.dataset, self._ordered(rows)), headers=stored_names(self.dataset))

    def export_file(self, rows: QuerySet[Any], ending: str) -> bytes:
        """Return the rows as a file that an import takes back unchanged."""
        ordered = self._ordered(rows)
        if ending == "csv":
            return as_csv(self.dataset, ordered)[0].encode()
        return write_sheet(self.dataset.name, [stored_names(self.dataset), *stored_cells(self.dataset, ordered)])

    def _ordered(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        manager: Any = self.dataset.model._default_manager
        ordered: QuerySet[Any] = manager.filter(pk__in=rows.order_by().values("pk")).order_by(*self.dataset.identity)
        return ordered

    def _all(self) -> QuerySet[Any]:
        manager: Any = self.dataset.model._default_manager
        rows: QuerySet[Any] = manager.all()
        return rows

    # Reading

    def read(self, file: str, content: bytes, ending: str) -> Table:
        """Read a file; what is wrong with it stands in the table's faults."""
        return read_table(self.dataset, file, content) if ending == "csv" else self._read_workbook(file, content)

    def _read_workbook(self, file: str, content: bytes) -> Table:
        try:
            sheet = read_sheet(content)
        except SpreadsheetError as error:
            table = Table(self.dataset, file, None)
            table.fault(1, "", str(error))
            return table
        text, rows = io.StringIO(), {}
        writer = csv.writer(text, lineterminator="\n")
        line = 1
        for number, cells in sheet.lines():
            rows[line] = number
            writer.writerow(cells if any(cells) else [])
            line += 1 + sum(cell.count("\n") for cell in cells)
        table = read_table(self.dataset, file, text.getvalue().encode("utf-8", "surrogatepass"))
        table.lines = [rows[each] for each in table.lines]
        table.faults = [replace(fault, line=rows.get(fault.line, fault.line)) for fault in table.faults]
        header = sheet.rows.get(1, {})
        for row, column, reason in sheet.faults:
            table.fault(row, header.get(column) or column_letters(column), reason)
        return table

    def rehearse(self, file: str, content: bytes, ending: str, *, may_publish: bool) -> Outcome:
        """Say what a file would do."""
        return self._once(file, content, ending, lambda table: rehearse(table, may_publish=may_publish))

    def perform(self, file: str, content: bytes, ending: str, state: str, *, may_publish: bool) -> Outcome:
        """Write a file that was rehearsed."""
        return self._once(file, content, ending, lambda table: perform(table, state, may_publish=may_publish))

    def _once(self, file: str, content: bytes, ending: str, run: Callable[[Table], Outcome]) -> Outcome:
        table = self.read(file, content, ending)
        if table.faults and not table.rows:
            return Outcome(faults=sorted(table.faults))  # without a header there is nothing to check further
        return run(table)

    # The package's own entrance

    def import_data(
        self, dataset: tablib.Dataset, dry_run: bool = False, raise_errors: bool = False, **kwargs: Any
    ) -> Result:
        """Import a tablib data set by the same way; whole or nothing whatever the arguments say."""
        content = dataset.export("csv", lineterminator="\n").encode()
        name = str(kwargs.get("file_name") or f"{self.dataset.name}.csv")
        outcome = self.rehearse(name, content, "csv", may_publish=True)
        if not dry_run and not outcome.faults:
            outcome = self.perform(name, content, "csv", outcome.state, may_publish=True)
        if raise_errors and outcome.faults:
            raise ValueError("\n".join(str(fault) for fault in outcome.faults))
        return self.as_result(outcome)

    def as_result(self, outcome: Outcome) -> Result:
        """Return an outcome in the package's terms."""
        result = Result()
        result.diff_headers = stored_names(self.dataset)
        for fault in outcome.faults:
            result.append_base_error(Error(ValueError(str(fault)), number=fault.line))
        for change in outcome.rows if not outcome.faults else []:
            row = RowResult()
            row.import_type, row.object_repr = change.kind, change.identity
            result.append_row_result(row)
            result.increment_row_result_total(row)
        result.total_rows = len(outcome.rows)
        return result


@cache
def resource_for(model: type[models.Model]) -> type[StoredResource]:
    """Return the resource of a table."""
    dataset = BY_MODEL[model]
    fields = {name: Field(attribute=name, column_name=name) for name in stored_names(dataset)}
    made: Any = type(f"{model.__name__}Resource", (StoredResource,), {"dataset": dataset})
    made.fields = fields
    resource: type[StoredResource] = made
    return resource
