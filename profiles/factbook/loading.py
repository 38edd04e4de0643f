"""One edition of the World Factbook into the database: read, matched with what is there, loaded whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from profiles.factbook.edition.reading import read_edition
from profiles.factbook.rows import breakdowns
from profiles.factbook.rows.bodies import Bodies, is_wording
from profiles.factbook.rows.claims import Claims
from profiles.factbook.rows.documents import Entry, describe, entries
from profiles.factbook.rows.known_groups import match_groups
from profiles.factbook.rows.officials import Officials
from profiles.factbook.rows.people import People
from profiles.factbook.rows.sheets import Sheets
from profiles.factbook.rows.standing import Things
from profiles.factbook.rows.tally import Tally
from profiles.factbook.rows.votes import Votes
from profiles.factbook.understanding import Understood, understand
from profiles.transfer.faults import LoadError, Report
from profiles.transfer.loading import load_tables
from sources.models import Document

Progress = Callable[[int, int, str], None]
TRIES = 3
HEADS_OF_STATE = ("president", "chairman", "monarch", "king", "co-princes", "captains regent", "pope")


@dataclass(frozen=True)
class Outcome:
    """What was read and refused, and what the database took."""

    tally: Tally
    report: Report


class Importer:
    """The parts of one import, which share what they know."""

    def __init__(self, collection: str, day: str, tally: Tally | None = None) -> None:
        self.sheets = Sheets(collection)
        self.tally = Tally() if tally is None else tally
        self.things = Things(self.sheets, day[:4], tally=self.tally)
        self.people = People(self.things, self.tally)
        self.bodies = Bodies(self.things, self.tally)
        self.officials = Officials(self.things, self.people, day)
        self.votes = Votes(self.sheets, self.things, self.people, self.bodies)
        self.claims = Claims(self.sheets, self.tally)

    def add(self, entry: Entry) -> None:
        """Add all rows of one entity."""
        found = understand(entry.entity)
        breakdowns.add(self.sheets, entry, self.tally)
        self.claims.figures(entry, found.quantities)
        self.claims.statements(entry, found.statements)
        self.officials.add(entry, found.holders)
        for party in found.parties:
            if is_wording(party.name):
                self.tally.refuse(entry.entity.code, party.locator, party.printed, "A sentence, no name of a party.")
                continue
            self.bodies.party(entry, party)
        self._votes(entry, found)
        for court in found.courts:
            self.bodies.court(entry, court)
        for refused in found.refused:
            self.tally.refuse(entry.entity.code, refused.locator, refused.printed, refused.reason)
        for subject in ("holders", "chambers", "courts", "parties"):
            for _ in getattr(found, subject):
                self.tally.read(subject, whole=True)

    def _votes(self, entry: Entry, found: Understood) -> None:
        """The vote for the head of state, and each chamber's; a government that a chamber elects has no election."""
        heads = [poll for poll in found.polls if poll.post in HEADS_OF_STATE]
        for post in dict.fromkeys(poll.post for poll in heads):
            method = _method(found, post)
            if method:
                office = self.officials.called(entry.country, post)
                self.votes.add(entry, [poll for poll in heads if poll.post == post], method=method, office=office)
        for chamber in found.chambers:
            institution = self.bodies.chamber(entry, chamber)
            ways = {block.method for block in chamber.blocks}
            method = "direct" if "directly_elected" in ways else "indirect" if "indirectly_elected" in ways else ""
            self.votes.add(entry, chamber.polls, institution=institution, method=method or "not_stated")
        self.officials.rules(entry, found.rules)


def _method(found: Understood, post: str) -> str:
    """How the head of state of that title is voted for; '' where nobody votes, or no post is called so.

    Editions of the nineties state no rule: a vote that they print for a post that somebody holds is one all the same.
    """
    ways = [rule.method for rule in found.rules if rule.post == post and rule.method]
    if ways:
        return next((way for way in ways if way in ("direct", "indirect")), "")
    titles = {
        title.casefold()
        for holder in found.holders
        if holder.role == "chief_of_state"
        for title in holder.title.offices
    }
    return "not_stated" if post in titles else ""


def import_edition(folder: Path, year: int, collection: str = "", progress: Progress | None = None) -> Outcome:
    """Read and load one edition, in one transaction. The same again changes nothing.

    Raises EditionError for files that cannot be read, LoadError for rows that the database refuses.
    """
    entities = list(read_edition(folder, year))
    found, left_out = entries(entities)
    importer = Importer(collection, edition_day(year))
    importer.tally.left_out = left_out
    describe(importer.sheets, found, year, folder)
    for number, entry in enumerate(found, 1):
        importer.add(entry)
        if progress:
            progress(number, len(found), entry.entity.name)
    importer.things.settle()
    importer.people.prefer()
    match_groups(importer.sheets)
    report = load(importer, f"World Factbook {year}", progress)
    return Outcome(importer.tally, report)


def edition_day(year: int) -> str:
    """Return the day for which an edition speaks, in EDTF: its document's date, or the year."""
    date = Document.objects.filter(key=f"factbook/{year}").values_list("published", flat=True).first()
    return date or str(year)


def load(importer: Importer, name: str, progress: Progress | None) -> Report:
    """Load all; a tenure that certainly overlaps another's loses its place in line and is listed for an editor."""

    def show(what: str, done: int, total: int) -> None:
        if progress:
            progress(done, total, what)

    importer.sheets.keep_collections()
    for attempt in range(TRIES):
        tables = importer.sheets.tables(name)
        try:
            with transaction.atomic():
                return load_tables(tables, progress=show)
        except LoadError as error:
            table = next((each for each in tables if each.dataset.name == "tenures"), None)
            clashes = [fault for fault in error.faults if table and fault.file == table.file]
            if attempt == TRIES - 1 or not clashes or len(clashes) < len(error.faults) or table is None:
                raise
            for fault in clashes:
                row = table.rows[fault.line - 1]
                importer.tally.doubtful.append(f"{row['key']}: {fault.reason}")
                importer.officials.several(row["office"])
    raise AssertionError  # the last attempt returns or raises
