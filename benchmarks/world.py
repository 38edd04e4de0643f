"""Forty years of claims about two hundred countries: what pages over all countries take with them, and with a tenth.

Each country has, for each year, a figure of every chosen indicator and a list of groups with their shares, made from
shipped rows by new keys, dates and numbers.
"""

import csv
import io
from collections.abc import Iterator

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.measuring import median, say
from profiles.datasets import DATASETS
from profiles.models import Country, Group, Indicator
from profiles.transfer.dumping import as_csv
from profiles.transfer.files import read_table
from profiles.transfer.loading import load_tables

YEARS = 40
LAST = 2024
COUNTRIES = 200
INDICATORS = 10
GROUPS = 8
SIDE_BY_SIDE = "".join(f"c={key}&" for key in ("AFG", "AND", "BIH", "CHN", "HTI", "KAZ", "LBN", "TUV"))
ADDRESSES = (
    "/countries/",
    "/countries/afghanistan/",
    "/map/",
    "/map/?by=indicators/population",
    "/map/?by=census",
    f"/compare/?{SIDE_BY_SIDE}",
    "/indicators/population/",
    "/search/?q=kaz",
)

Row = dict[str, str]


def model_row(name: str, **chosen: object) -> Row:
    """Return the curation columns of the first shipped row that fits."""
    dataset = DATASETS[name]
    rows = dataset.model._default_manager.filter(status="published", **chosen).order_by("key")
    text, _ = as_csv(dataset, rows.filter(pk__in=rows.values("pk")[:1]))
    return next(csv.DictReader(io.StringIO(text)))


def load(tables: dict[str, Iterator[Row]]) -> int:
    """Load made rows of some datasets in one transaction; return how many."""
    read = []
    count = 0
    for name, made in tables.items():
        rows = list(made)
        out = io.StringIO()
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        read.append(read_table(DATASETS[name], f"b/{name}.csv", out.getvalue().encode()))
        count += len(rows)
    with transaction.atomic():
        load_tables(read)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return count


def figures(countries: list[str], years: range) -> Iterator[Row]:
    """A figure of each chosen indicator for each country and year."""
    row = model_row("figures", event=None, partner=None, low__gt=0)
    indicators = Indicator.objects.public().filter(key="population").union(Indicator.objects.public()[:INDICATORS])
    chosen = [(each.key, each.unit.key) for each in indicators]
    for country in countries:
        for year in years:
            for number, (key, unit) in enumerate(chosen):
                yield row | {
                    "key": f"{country.lower()}/b/{key}/{year}", "country": country, "indicator": key, "unit": unit,
                    "period": str(year), "period_printed": "", "low": str(year + number), "high": str(year + number),
                    "qualifier": "unqualified", "value_state": "stated", "counted": "", "place": "", "partner": "",
                    "collection": "b",
                }  # fmt: skip


def breakdowns(countries: list[str], years: range) -> Iterator[Row]:
    """A list of groups for each country and year."""
    row = model_row("breakdowns")
    for country in countries:
        for year in years:
            key = f"{country.lower()}/b/ethnic/{year}"
            yield row | {"key": key, "country": country, "as_of": str(year), "as_of_printed": "", "collection": "b"}


def shares(countries: list[str], years: range) -> Iterator[Row]:
    """The shares of those lists."""
    row = model_row("shares", low__gt=0, parent=None)
    groups = list(Group.objects.public().values_list("key", flat=True)[:GROUPS])
    for country in countries:
        for year in years:
            for number, group in enumerate(groups, 1):
                yield row | {
                    "key": f"{country.lower()}/b/{year}/{number}", "breakdown": f"{country.lower()}/b/ethnic/{year}",
                    "group": group, "position": str(number), "collection": "b",
                }  # fmt: skip


def build(years: range) -> int:
    """Load those years of claims; return how many rows."""
    keys = list(Country.objects.public().filter(successor=None).order_by("key").values_list("key", flat=True))
    countries = sorted({*keys[:COUNTRIES], "TUV"})
    return load(
        {
            "figures": figures(countries, years),
            "breakdowns": breakdowns(countries, years),
            "shares": shares(countries, years),
        }
    )


def look(address: str) -> tuple[float, int, int]:
    """Return a page's median time in seconds, its queries and its bytes."""
    client = Client(SERVER_NAME="localhost")
    size = len(client.get(address).content)
    seconds = median(lambda: client.get(address))
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200, address
    return seconds, len(queries), size


def measure(years: int) -> None:
    """Build a tenth of the years and all of them, and print each page's time and queries with both."""
    tenth = max(1, years // 10)
    some = build(range(LAST - tenth + 1, LAST + 1))
    before = {address: look(address) for address in ADDRESSES}
    every = some + build(range(LAST - years + 1, LAST - tenth + 1))
    print(f"{'rows of all countries':<34} {some:,} and {every:,}: {years} years")
    for address in ADDRESSES:
        seconds, queries, size = look(address)
        name = address.replace(SIDE_BY_SIDE, "eight countries")
        say(name, seconds, before[address][0], "a tenth of the years", every)
        print(f"{'':<34} {before[address][1]} and {queries} queries, {size:,} bytes")
