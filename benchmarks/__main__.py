"""Prints what long texts take, then builds a large database in the throw-away server for loading, files and pages.

The limit of a file out is PostgreSQL's own COPY of the same query; of a load, COPY to a stage and one INSERT … SELECT
into the same table with its indexes and triggers; of a page, the page itself with a tenth of the rows, or without
the large table.
"""

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from benchmarks import texts, world  # noqa: E402
from benchmarks.measuring import median, say  # noqa: E402
from profiles.datasets import DATASETS  # noqa: E402
from profiles.transfer.dumping import as_csv  # noqa: E402
from profiles.transfer.files import read_table  # noqa: E402
from profiles.transfer.loading import load_tables  # noqa: E402
from profiles.transfer.streaming import csv_query, stream  # noqa: E402


def figures_file(rows: int) -> bytes:
    """The curation file of many figures, made from the shipped one by new keys and numbers."""
    dataset = DATASETS["figures"]
    text, _ = as_csv(dataset, dataset.model._default_manager.filter(key="kaz/population/2012-07"))
    header, line = text.splitlines()
    made = [line.replace("kaz/population/2012-07", f"kaz/b/{n:07}").replace("kazakhstan", "b") for n in range(rows)]
    return "\n".join([header, *made, ""]).encode()


def load(rows: int) -> None:
    """Time our load of new rows, and the same rows by hand."""
    content = figures_file(rows)

    def ours() -> None:
        with transaction.atomic():
            load_tables([read_table(DATASETS["figures"], "b/figures.csv", content)])
            transaction.set_rollback(True)

    with transaction.atomic(), connection.cursor() as cursor:
        load_tables([read_table(DATASETS["figures"], "b/figures.csv", content)])
        cursor.execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM profiles_figure WHERE collection = 'b'")
        out = io.StringIO()
        cursor.copy_expert("COPY kept TO STDOUT", out)
        transaction.set_rollback(True)

    def by_hand() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE by_hand ON COMMIT DROP AS TABLE profiles_figure WITH NO DATA")
            out.seek(0)
            cursor.copy_expert("COPY by_hand FROM STDIN", out)
            cursor.execute("INSERT INTO profiles_figure SELECT * FROM by_hand")
            transaction.set_rollback(True)

    say("load of new figures", median(ours), median(by_hand), "≥ 0.20", rows)
    load_tables([read_table(DATASETS["figures"], "b/figures.csv", content)])


def csv_out(rows: int) -> None:
    """Time a file out against psql's COPY of the same query, and its first byte."""
    dataset = DATASETS["figures"]
    with connection.cursor() as cursor:
        query = cursor.mogrify(*csv_query(dataset, dataset.public())).decode()
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
        script.write(f"COPY ({query}) TO STDOUT WITH (FORMAT csv)".replace("\n", " "))
        script.flush()
        command = ["psql", "-X", "-q", "-d", os.environ["DATABASE_URL"], "-f", script.name]
        limit = median(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True))
    say("CSV of all figures", median(lambda: b"".join(stream(dataset, dataset.public()))), limit, "≥ 0.85", rows)

    def first_byte() -> None:
        body = stream(dataset, dataset.public())
        next(body)
        body.close()

    print(f"{'first byte of that file':<34} {median(first_byte) * 1000:9.1f} ms   (< 50 ms)")


def page() -> tuple[float, int]:
    """Return the median time of the country page in seconds, and its queries."""
    client = Client(SERVER_NAME="localhost")

    def look() -> None:
        assert client.get("/countries/kazakhstan/").status_code == 200

    look()
    with CaptureQueriesContext(connection) as queries:
        look()
        count = len(queries)  # each request begins the log anew
    return median(look), count


def give_away() -> None:
    """Give the large table to other countries, as a world would."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE profiles_figure SET country_id = (SELECT id FROM profiles_country WHERE key = 'UZB') "
            "WHERE collection = 'b'"
        )
        cursor.execute("ANALYZE")


def main() -> None:
    """Build and measure."""
    texts.measure()
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    assert urlsplit(os.environ["DATABASE_URL"]).path != "/rightsbook" or os.environ.get("PRIVATE_DATABASE") != "1"
    call_command("migrate", verbosity=0)
    call_command("load", str(Path(__file__).resolve().parent.parent / "fixtures"), verbosity=0)
    before, queries_before = page()
    load(rows)
    csv_out(rows)
    give_away()
    after, queries_after = page()
    say("country page, large table beside", after, before, "the page before", rows)
    print(f"{'its queries':<34} {queries_before} and {queries_after}")
    world.measure(int(sys.argv[2]) if len(sys.argv) > 2 else world.YEARS)


if __name__ == "__main__":
    main()
