"""Population by country and year, from the World Bank's indicator SP.POP.TOTL, as figures.

Of each country's years the whole decades and the newest become figures: the rest is a curve between them.
"""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from profiles.factbook.rows.sheets import Sheets
from profiles.opendata.documents import Text
from profiles.opendata.files import Refused, Row, read_rows
from sources import numbers

FILE = "population.csv"
COLUMNS = ("Country Name", "Country Code", "Year", "Value")
INDICATOR = "population"
NO_COUNTRY = "The code is no country's: a region, an income group or another aggregate."


@dataclass(frozen=True)
class Count:
    """How many people live in a country in one year."""

    row: Row
    country: str
    year: int
    people: Decimal


def read(path: Path) -> tuple[list[Count], list[Refused]]:
    """Read the file: every row with a year and a whole number of people, and the rows that have none.

    Raises OpenDataError for a file that is no such table.
    """
    found, refused = [], []
    seen: set[tuple[str, str]] = set()
    for row in read_rows(path, COLUMNS):
        year, value = row["Year"], row["Value"]
        if not value:
            refused.append(Refused(row, f"{row['Country Name']} {year}", "No number is given."))
        elif not (year.isascii() and year.isdigit() and len(year) == 4):
            refused.append(Refused(row, year, "The year is not four digits."))
        elif not _whole(value):
            refused.append(Refused(row, value, "The value is no whole number of people."))
        elif (row["Country Code"], year) in seen:
            refused.append(Refused(row, f"{row['Country Name']} {year}", "An earlier row has the country and year."))
        else:
            seen.add((row["Country Code"], year))
            found.append(Count(row, row["Country Code"], int(year), Decimal(value)))
    return found, refused


def _whole(value: str) -> bool:
    digits = value.partition(".")
    return digits[0].isascii() and digits[0].isdigit() and not digits[2].strip("0") and len(value) < 15


def chosen(counts: Collection[Count]) -> list[Count]:
    """Return the whole decades and the newest year of each country."""
    newest: dict[str, int] = {}
    for count in counts:
        newest[count.country] = max(newest.get(count.country, 0), count.year)
    return [each for each in counts if each.year % 10 == 0 or each.year == newest[each.country]]


def add(sheets: Sheets, text: Text, counts: Collection[Count]) -> None:
    """Add a figure for each count."""
    for each in counts:
        place = text.of(each.country)
        sheets.add(
            "figures",
            f"{place.stem}/{INDICATOR}/{each.year}",
            document=text.key,
            locator=each.row.locator,
            relation="first_hand",  # the file names no origin but the World Bank itself
            printed=each.row["Value"],
            value_state="stated",
            country=each.country,
            indicator=INDICATOR,
            period=str(each.year),
            period_printed=str(each.year),
            low=numbers.plain(each.people),
            high=numbers.plain(each.people),
            qualifier="unqualified",
            unit="persons",
        )
