"""An edition of the Factbook as documents of one series: the edition, and in it one entry for each entity."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from profiles.factbook.edition.entities import country_of
from profiles.factbook.edition.reading import Entity
from profiles.factbook.rows.sheets import Sheets
from profiles.models import DocumentCountry
from sources.models import Document

SERIES = "world-factbook"
PUBLISHER = "cia"
# The series of all data sets that are imported: of their values the newest document's stands.
IMPORTS = frozenset({SERIES, "parlgov", "wikidata-officials", "world-bank-population"})


class Place(Protocol):
    """What rows and citations need of their origin: the document, its country, and how their keys begin."""

    @property
    def document(self) -> str:
        """The document's key."""

    @property
    def country(self) -> str:
        """The country that it speaks of."""

    @property
    def stem(self) -> str:
        """What the keys of its claims and citations begin with."""


@dataclass(frozen=True)
class Entry:
    """One entity of an edition: its document and country, and how its rows' keys begin."""

    entity: Entity
    document: str
    country: str
    part: str  # the place, where the entity is a part of the country; '' for the whole

    @property
    def stem(self) -> str:
        """What the keys of its claims begin with: kaz/factbook-2026, pse/factbook-2026-gz for a part."""
        own = f"-{self.entity.code}" if self.part else ""
        return f"{self.country.lower()}/factbook-{self.entity.year}{own}"


def entries(entities: list[Entity]) -> tuple[list[Entry], list[tuple[str, str]]]:
    """Return the entities that are countries or parts of one; and name and reason of the others."""
    found, left = [], []
    for entity in entities:
        identity = country_of(entity.gec, entity.name, entity.year)
        if identity.country is None:
            left.append((entity.name, identity.reason))
            continue
        found.append(Entry(entity, f"factbook/{entity.year}/{entity.code}", identity.country, identity.part))
    return found, left


def describe(sheets: Sheets, found: list[Entry], year: int, folder: Path) -> None:
    """Add the documents that the database does not have, and which country each was read for."""
    whole = f"factbook/{year}"
    known = set(Document.objects.filter(key__startswith=whole).values_list("key", flat=True))
    links = set(
        DocumentCountry.objects.filter(document__key__startswith=whole).values_list("document__key", "country__key")
    )
    common = {
        "publisher": PUBLISHER,
        "series": SERIES,
        "edition": year,
        "language": "en",
        "translation": "none",
        **_published(whole, year),
        "licence": "public-domain",
        "text_access": "full",
    }
    if whole not in known:
        title = f"World Factbook, edition of {year}"
        sheets.add("documents", whole, title="The World Factbook", label=title, kind="data_set", **common)
    for entry in found:
        if entry.document not in known:
            sheets.add(
                "documents",
                entry.document,
                label=f"World Factbook {year}: {entry.entity.name}"[:200],
                kind="reference_entry",
                part_of=whole,
                file_name=entry.entity.file.rpartition("/")[2],
                sha256=_digest(folder / entry.entity.file),
                **common,
            )
        if (entry.document, entry.country) not in links:
            sheets.link("document-countries", document=entry.document, country=entry.country)


def _published(whole: str, year: int) -> dict[str, str | int | bool]:
    """When the entries came out: with their edition, where that is known; else in its year, which is inferred."""
    edition = Document.objects.filter(key=whole).values("published", "published_note", "published_inferred").first()
    return edition or {
        "published": year,
        "published_note": "The year of the edition; the Factbook was brought up to date all the time.",
        "published_inferred": True,
    }


def _digest(path: Path) -> str:
    """SHA-256 of a file of one entity; a table holds many, and its digest would be none of theirs."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.suffix == ".json" else ""
