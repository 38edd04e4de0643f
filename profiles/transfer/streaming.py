"""COPY out: a dataset as CSV from PostgreSQL's own writer, to any number of slow readers.

`COPY` pushes and WSGI pulls. A thread copies into an unlinked temporary file while the response follows it, so that
the first byte leaves at once, the connection is free as soon as the database is done, and memory stays flat
(docs/decisions/csv-by-copy.md).
"""

import os
import tempfile
import threading
from collections.abc import Iterator
from typing import IO, Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import QuerySet

from profiles.datasets import Dataset

AT_ONCE = 4  # copies that may run side by side, each on a connection of its own
CHUNK = 64 * 1024
WAIT_SECONDS = 30.0
LIMIT_MS = 60_000  # longest that one copy may run in the database
slots = threading.BoundedSemaphore(AT_ONCE)


class BusyError(Exception):
    """All places for a download are taken."""


class _LineEnds:
    """Ends each row with CR LF (RFC 4180); COPY writes one row a call, so a line break inside a cell stays as it is."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out = out

    def write(self, row: bytes) -> int:
        return self.out.write(row[:-1] + b"\r\n" if row.endswith(b"\n") else row)


def csv_query(dataset: Dataset, rows: QuerySet[Any]) -> tuple[str, tuple[Any, ...]]:
    """Return the SQL of a dataset's public CSV and its parameters."""
    cells = {f"c{number}": column.text for number, column in enumerate(dataset.columns)}
    sql, params = rows.annotate(**cells).values_list(*cells).query.sql_with_params()
    return sql, tuple(params)


def header(dataset: Dataset) -> bytes:
    """Return the header line."""
    return (",".join(dataset.names) + "\r\n").encode()


def copy_to(out: IO[bytes], query: tuple[str, tuple[Any, ...]], using: Any) -> None:
    """Copy the rows of a query to a file, on a given Django connection."""
    with using.cursor() as cursor:
        sql = cursor.mogrify(*query).decode()
        cursor.copy_expert(f"COPY ({sql}) TO STDOUT WITH (FORMAT csv)", _LineEnds(out))


def stream(dataset: Dataset, rows: QuerySet[Any]) -> Iterator[bytes]:
    """Return an iterator over a dataset's CSV; raises BusyError where too many downloads run.

    Inside a transaction the rows may be visible to its own connection only, so there the copy is made on it first.
    """
    query = csv_query(dataset, rows)
    if connection.in_atomic_block:
        return _read_all(dataset, query)
    if not slots.acquire(timeout=WAIT_SECONDS):
        raise BusyError
    return _Follow(header(dataset), query)


def _read_all(dataset: Dataset, query: tuple[str, tuple[Any, ...]]) -> Iterator[bytes]:
    with tempfile.TemporaryFile() as out:
        out.write(header(dataset))
        copy_to(out, query, connection)
        out.seek(0)
        while chunk := out.read(CHUNK):
            yield chunk


class _Follow(Iterator[bytes]):
    """Yields the file that a thread is writing, up to its end; `close()` stops the copy."""

    def __init__(self, first: bytes, query: tuple[str, tuple[Any, ...]]) -> None:
        self.first = first
        self.query = query
        self.file = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the response
        self.position = 0
        self.grown = threading.Condition()
        self.written = 0
        self.done = False
        self.error: BaseException | None = None
        self.running: Any = None
        self.closed = False
        self.thread = threading.Thread(target=self._copy, daemon=True)
        self.thread.start()

    def write(self, data: bytes) -> int:
        """Take one row from COPY."""
        count = self.file.write(data)
        if self.file.tell() - self.written >= CHUNK:
            self._publish()
        return count

    def _publish(self) -> None:
        self.file.flush()
        with self.grown:
            self.written = self.file.tell()
            self.grown.notify_all()

    def _copy(self) -> None:
        own = connections.create_connection(DEFAULT_DB_ALIAS)
        try:
            own.ensure_connection()
            self.running = own.connection
            with own.cursor() as cursor:
                cursor.execute(f"SET statement_timeout = {LIMIT_MS}")
            if not self.closed:
                copy_to(self, self.query, own)  # type: ignore[arg-type]  # only write() is asked of it
        except BaseException as error:  # handed to the reader, who raises it
            self.error = error
        finally:
            own.close()
            self._publish()
            with self.grown:
                self.done = True
                self.grown.notify_all()
            slots.release()

    def __next__(self) -> bytes:
        if self.first:
            chunk, self.first = self.first, b""
            return chunk
        if self.file.closed:
            raise StopIteration
        with self.grown:
            while self.position >= self.written and not self.done:
                self.grown.wait()
        if self.position < self.written:
            chunk = os.pread(self.file.fileno(), min(CHUNK, self.written - self.position), self.position)
            self.position += len(chunk)
            return chunk
        self.close()
        if self.error is not None:
            raise self.error  # a cut connection tells the reader that the file is not whole
        raise StopIteration

    def close(self) -> None:
        """Stop the copy where the reader has gone, and let the file go."""
        self.closed = True
        if not self.done and self.running is not None:
            self.running.cancel()
        self.thread.join()
        self.file.close()
