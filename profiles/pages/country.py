"""The country page put together: everything that its template prints."""

import json
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from profiles.models import CountryName
from profiles.pages import composition, conflicts, coverage, events, figures, governing, law, themes, votes
from profiles.pages.coverage import Coverage, Source
from profiles.pages.moments import Moment
from profiles.pages.rows import Rows
from profiles.pages.votes import Vote
from sources import wording
from sources.marks import Mark

LATEST = 3
CONFLICTS_FIRST = 3
# Topics of law that a reader looks for in the background.
BOUNDARIES, DRUGS = "boundaries", "illicit-drugs"


@dataclass(frozen=True)
class Page:
    """What the country page prints, one field for each part of it."""

    country: Any
    moment: Moment
    names: list[Any]
    own_name: Any | None
    name_marks: list[Mark]
    un_marks: list[Mark]
    successor: Any | None
    coverage: Coverage
    notice: str
    posts: list[governing.Post]
    heads: list[governing.Post]
    bodies: list[governing.Body]
    votes: list[Vote]
    last_votes: list[Vote]
    questions: list[conflicts.Question]
    first_questions: list[conflicts.Question]
    latest: list[themes.Piece]
    matrix: themes.Matrix
    background: list[themes.Piece]
    topics: dict[str, list[themes.Topic]]
    happenings: list[events.Happening]
    cooperation: list[events.Happening]
    cases: list[events.Case]
    kinds: list[composition.Kind]
    tables: list[figures.Table]
    displacement: list[figures.Table]
    shelves: list[law.Shelf]
    organisations: list[Any]
    sources: list[Source]
    cited: list[Source]
    missing: list[str]
    checks: list[Any]
    linked_data: Markup

    @property
    def sections(self) -> list[tuple[str, str]]:
        """The parts below the first screen that have something to say, by the name of their template."""
        topics = self.topics
        held = {
            "government": self.posts or self.bodies or topics["government"],
            "elections": self.votes or topics["elections"],
            "rights": self.matrix.parts or topics["rights"],
            "events": self.happenings or self.cases,
            "people": self.kinds or topics["people"] or self.organisations,
            "figures": self.tables,
            "law": self.shelves or topics["law"] or self.cooperation,
            "background": self.background or topics["background"] or self.displacement,
            "conflicts": self.questions,
            "names": self.names,
            "missing": True,
            "sources": self.sources or self.cited,
            "data": True,
            "changes": True,
        }
        return [(name, title) for name, title in SECTIONS.items() if held[name]]


SECTIONS = {
    "government": "Government and parliament",
    "elections": "Elections",
    "rights": "Rights by theme",
    "events": "Events and cases",
    "people": "People and groups",
    "figures": "Key figures",
    "law": "Law, treaties, cooperation",
    "background": "Background",
    "conflicts": "Conflicting information",
    "names": "Names and codes",
    "missing": "What is not here",
    "sources": "Sources",
    "data": "Data and how to cite",
    "changes": "Changes and corrections",
}


def page(country: Any, moment: Moment) -> Page:
    """Gather the page of a country as of a moment."""
    rows = Rows(country, moment)
    pieces = themes.pieces(rows)
    matrix = themes.matrix(pieces)
    cover = coverage.coverage(rows, matrix.themes)
    asked = conflicts.questions(rows)
    leads = conflicts.leads(rows, asked)
    posts, found = governing.posts(rows), votes.votes(rows, asked)
    happened = events.happenings(rows, pieces, asked)
    read, cited = coverage.sources(rows)
    return Page(
        country=country,
        moment=moment,
        names=rows.names,
        own_name=own_name(rows.names),
        name_marks=rows.marks("country", country, "name", "official_name", ""),
        un_marks=rows.marks("country", country, "un_member_since")[:1],
        successor=successor(country),
        coverage=cover,
        notice=notice(cover, moment),
        posts=posts,
        heads=governing.heads(posts),
        bodies=governing.bodies(rows),
        votes=found,
        last_votes=votes.last_votes(found),
        questions=asked,
        first_questions=sorted(asked, key=lambda each: -each.sources)[:CONFLICTS_FIRST],
        latest=latest(pieces),
        matrix=matrix,
        background=[piece for piece in reversed(pieces) if not piece.themes],
        topics=topics(rows),
        happenings=events.foremost([each for each in happened if each.row.kind not in events.COOPERATION]),
        cooperation=law.cooperation(happened),
        cases=events.cases(rows),
        kinds=composition.kinds(rows, leads, cover.newest_day),
        tables=figures.tables(rows, leads, cover.newest_day, without=("displacement",)),
        displacement=figures.tables(rows, leads, cover.newest_day, only="displacement"),
        shelves=law.shelves(rows),
        organisations=organisations(rows),
        sources=read,
        cited=cited,
        missing=coverage.missing(rows),
        checks=rows.checks,
        linked_data=linked_data(country, rows.names),
    )


def topics(rows: Rows) -> dict[str, list[themes.Topic]]:
    """Statements by the section that shows them."""
    aside = (BOUNDARIES, DRUGS)
    return {
        "government": themes.topics(rows, "government"),
        "elections": themes.topics(rows, "elections"),
        "rights": themes.topics(rows, "rights"),
        "people": themes.topics(rows, "people"),
        "law": themes.topics(rows, "law", without=aside),
        "background": themes.topics(rows, "background", only=aside),
    }


def own_name(names: list[Any]) -> Any | None:
    """The formal name in the country's own tongue, one whose language is known before one whose is not."""
    own = [row for row in names if row.kind in (CountryName.Kind.NATIVE_FORMAL, CountryName.Kind.NATIVE_SHORT)]
    own.sort(key=lambda row: (row.kind != CountryName.Kind.NATIVE_FORMAL, not row.language, row.key))
    return own[0] if own else None


def successor(country: Any) -> Any | None:
    """The state that followed a former one, where visitors may see it."""
    later = country.successor
    return later if later is not None and later.is_public else None


def notice(cover: Coverage, moment: Moment) -> str:
    """Which year the page describes, where its newest source is over a year old."""
    return wording.DESCRIBES.format(year=cover.year) if moment.is_old(cover.newest_day) else ""


def latest(pieces: list[themes.Piece]) -> list[themes.Piece]:
    """The newest dated documents' excerpts, one of each document."""
    made: dict[int, themes.Piece] = {}
    for piece in pieces:
        dated = piece.row.document.published and not piece.row.document.published_inferred
        if dated:
            made.setdefault(piece.row.document_id, piece)
    return list(made.values())[:LATEST]


def organisations(rows: Rows) -> list[tuple[Any, list[tuple[Any, list[Mark]]], list[Mark]]]:
    """Parties, media and other bodies with their standing in law."""
    standings: dict[int, list[tuple[Any, list[Mark]]]] = {}
    for row in rows.standings:
        standings.setdefault(row.organisation_id, []).append((row, rows.marks("organisation_status", row)))
    return [(row, standings.get(row.pk, []), rows.marks("organisation", row)) for row in rows.organisations]


def linked_data(country: Any, names: list[Any]) -> Markup:
    """The country as JSON-LD; `<` is escaped, so that no name can end the block it stands in."""
    other = sorted({row.name for row in names} - {country.name})
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Country",
        "name": country.name,
        "url": country.get_absolute_url(),
        "identifier": country.key,
    }
    if other:
        data["alternateName"] = other
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704
