"""Each file of a data set as a document of its own, with its publisher and series."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from profiles.factbook.rows.documents import IMPORTS
from profiles.factbook.rows.sheets import Sheets
from profiles.models import DocumentCountry
from profiles.opendata.files import digest
from profiles.opendata.origins import COPIES, PUBLISHERS, SERIES, SOURCES
from sources.models import Document, Publisher
from sources.models import Series as SeriesRow

NOTES = {
    "worldbank": "Indicator SP.POP.TOTL. The World Bank's data are under CC BY 4.0, the package around them under PDDL "
    "1.0. A locator such as row 119 counts the rows of data from 1; the header is not counted.",
}
NEWEST = "The year of the newest date in the file; no other is known."
ROWS = "A locator such as row 119 counts the rows of data from 1; the header is not counted."


@dataclass(frozen=True)
class Text:
    """One file as a document: its key, and how the keys of its claims go on behind the country."""

    key: str
    tail: str
    path: Path

    def of(self, country: str) -> "Place":
        """The file as it speaks of one country."""
        return Place(self.key, country, f"{country.lower()}/{self.tail}")


@dataclass(frozen=True)
class Place:
    """A document as it speaks of one country: what rows and citations need of their origin."""

    document: str
    country: str
    stem: str


def text_of(key: str, tail: str, path: Path) -> Text:
    """Return the file's document; an unknown copy gets keys of its own, so that editions stand side by side."""
    sha = digest(path)
    own = "" if sha in COPIES else f"-{sha[:8]}"
    # A file that came from another folder before is the document that it was then.
    known = Document.objects.filter(sha256=sha, series__key__in=IMPORTS).values_list("key", flat=True).first()
    return Text(known or f"{key}{own}", f"{tail}{own}", path)


def describe(sheets: Sheets, name: str, text: Text, title: str, newest: str, countries: Iterable[str]) -> None:
    """Add the document where it is not there yet, its publisher and series, and the countries that it speaks of.

    `newest` is the latest date in the file, in EDTF: its year dates a copy of which nothing else is known.
    """
    source, sha = SOURCES[name], digest(text.path)
    copy = COPIES.get(sha)
    _surroundings(sheets, {source.publisher, source.kept_by}, source.series)
    if not Document.objects.filter(key=text.key).exists():
        published, note = (copy.published, copy.note) if copy else (newest[:4], NEWEST)
        repository = f"https://github.com/{copy.repository}" if copy else ""
        sheets.add(
            "documents",
            text.key,
            title=text.path.name,
            label=title,
            kind="data_set",
            publisher=source.publisher,
            authors=source.authors,
            republished_by=source.kept_by,
            series=source.series,
            language="en",
            translation="none",
            published=published,
            published_note=note if published else "",
            published_inferred=bool(published),
            url=repository,
            archive_url=f"{repository}/tree/{copy.commit}" if copy else "",
            licence=source.licence,
            text_access="full",
            file_name=text.path.name,
            sha256=sha,
            note_public=NOTES.get(name, ROWS),
        )
    linked = set(DocumentCountry.objects.filter(document__key=text.key).values_list("country__key", flat=True))
    for country in sorted(set(countries) - linked):
        sheets.link("document-countries", document=text.key, country=country)


def _surroundings(sheets: Sheets, publishers: set[str], series: str) -> None:
    known = set(Publisher.objects.values_list("key", flat=True))
    for key, name, short, kind, url, mandate, interest in PUBLISHERS:
        if key in publishers - known:
            sheets.add(
                "publishers", key, name=name, short_name=short, kind=kind, url=url, mandate=mandate, interest=interest
            )
    for key, title, publisher, url in SERIES:
        if key == series and not SeriesRow.objects.filter(key=key).exists():
            sheets.add("series", key, title=title, publisher=publisher, url=url)
