"""One dataset's rows through a temporary stage into its table; refusals are narrowed to their row."""

from collections.abc import Iterator
from typing import IO, Any

from django.db import DataError, IntegrityError, connection, transaction

from profiles.datasets import Dataset
from profiles.transfer.faults import Tally

MOST_REFUSALS = 50  # each costs some twenty statements to find


class Merge:
    """Stage, then `INSERT … ON CONFLICT DO UPDATE` of those rows that differ."""

    def __init__(self, dataset: Dataset, fields: list[str]) -> None:
        self.dataset = dataset
        self.fields = fields
        self.meta = dataset.model._meta
        self.columns = [self._column(name) for name in fields]
        self.identity = [self._column(name.removesuffix("__key")) for name in dataset.identity]

    def _column(self, name: str) -> str:
        field: Any = self.meta.get_field(name)
        return str(field.column)

    def _named(self, columns: list[str], prefix: str = "") -> str:
        return ", ".join(f'{prefix}"{column}"' for column in columns)

    def stage(self, lines: IO[str]) -> None:
        """Copy CSV lines (row number, then the fields' values) into a temporary table."""
        texts = [column for name, column in zip(self.fields, self.columns, strict=True) if not self._nullable(name)]
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS pg_temp.stage")
            cursor.execute(
                f"CREATE TEMPORARY TABLE stage ON COMMIT DROP AS SELECT 0 AS row_number, {self._named(self.columns)} "  # noqa: S608
                f'FROM "{self.meta.db_table}" WITH NO DATA'
            )
            force = f", FORCE_NOT_NULL ({self._named(texts)})" if texts else ""
            cursor.copy_expert(f"COPY pg_temp.stage FROM STDIN WITH (FORMAT csv{force})", lines)
            cursor.execute("CREATE INDEX ON pg_temp.stage (row_number)")
            cursor.execute("ANALYZE pg_temp.stage")

    def _nullable(self, name: str) -> bool:
        field: Any = self.meta.get_field(name)
        return bool(field.null)

    def run(self, rows: int, tally: Tally) -> Iterator[tuple[int, str, str]]:
        """Write the staged rows and count; yield (row number, column, reason) for each that the database refuses."""
        refused = 0
        parts = [(0, rows)] if rows else []
        while parts and refused < MOST_REFUSALS:
            first, end = parts.pop()
            try:
                with transaction.atomic():
                    self._write(first, end, tally)
            except (IntegrityError, DataError) as error:
                if end - first == 1:
                    refused += 1
                    yield first, "", self._reason(error)
                else:
                    middle = (first + end) // 2
                    parts += [(middle, end), (first, middle)]

    def _write(self, first: int, end: int, tally: Tally) -> None:
        same = " AND ".join(f't."{column}" = s."{column}"' for column in self.identity)
        others = [column for column in self.columns if column not in self.identity]
        table = f'"{self.meta.db_table}"'
        part = f"row_number >= {first} AND row_number < {end}"
        extra, extra_value = (', "row_version"', ", 1") if not self.dataset.is_link else ("", "")
        update = (
            f"DO UPDATE SET ({self._named(others)}) = ROW({self._named(others, 'excluded.')}) "
            f"WHERE ({self._named(others, 't.')}) IS DISTINCT FROM ({self._named(others, 'excluded.')})"
            if others
            else "DO NOTHING"
        )
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table} t JOIN pg_temp.stage s ON {same} WHERE {part}")  # noqa: S608
            existing = cursor.fetchone()[0]
            cursor.execute(
                f"INSERT INTO {table} AS t ({self._named(self.columns)}{extra}) "  # noqa: S608
                f"SELECT {self._named(self.columns)}{extra_value} FROM pg_temp.stage WHERE {part} ORDER BY row_number "
                f"ON CONFLICT ({self._named(self.identity)}) {update}"
            )
            touched = cursor.rowcount
        created = end - first - existing
        tally.add(Tally(created, touched - created, existing - (touched - created)))

    def _reason(self, error: Exception) -> str:
        """Return the editor's words for what the database refused."""
        cause: Any = error.__cause__
        name = cause.diag.constraint_name if cause is not None else None
        for constraint in self.meta.constraints:
            if constraint.name == name:
                return str(constraint.get_violation_error_message())
        return str(cause.diag.message_primary if cause is not None else error)
