"""One open data set into the database: read, matched with what is there, loaded whole or not at all."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from profiles.factbook.loading import Outcome, Progress
from profiles.opendata import parlgov, worldbank
from profiles.opendata.ballots import Ballots
from profiles.opendata.documents import text_of
from profiles.opendata.files import OpenDataError, Refused
from profiles.opendata.officials import add_officials
from profiles.opendata.work import SINCE, Wish, Work

__all__ = ["READERS", "SINCE", "Wish", "import_data"]


def import_data(name: str, folder: Path, wish: Wish, progress: Progress | None = None) -> Outcome:
    """Read and load one data set, in one transaction. The same again changes nothing.

    Raises OpenDataError for files that cannot be read or countries that are none, LoadError for rows that the database
    refuses.
    """
    work = Work(name, wish, progress)
    if unknown := wish.countries - work.known:
        raise OpenDataError(f"There is no country {', '.join(sorted(unknown))}; load the reference collection first.")
    with transaction.atomic():
        READERS[name](work, folder)
    return Outcome(work.tally, work.report)


def _population(work: Work, folder: Path) -> None:
    path = folder / worldbank.FILE
    counts, refused = worldbank.read(path)
    for each in refused:
        work.refuse(path.name, each)
    wanted = []
    for count in worldbank.chosen(counts):
        if count.country not in work.known:
            printed = f"{count.row['Country Name']} {count.year}"
            work.refuse(path.name, Refused(count.row, printed, worldbank.NO_COUNTRY))
        elif work.wish.wants(count.country):
            wanted.append(count)
    text = text_of("datasets/population", "world-bank", path)
    newest = str(max((count.year for count in counts), default=""))
    title = "Population by country and year (World Bank, on GitHub)"
    work.describe(text, title, newest, {count.country for count in wanted})
    importer = work.importer()
    worldbank.add(importer.sheets, text, wanted)
    for _ in wanted:
        work.tally.read("figures", whole=True)
    work.load(importer, path.name)


def _elections(work: Work, folder: Path) -> None:
    found, refused = parlgov.read(folder, work.wish.since)
    for file, each in refused:
        work.refuse(file, each)
    wanted = []
    for election in found:
        if election.country not in work.known:
            work.refuse("election.csv", Refused(election.row, election.country, "There is no such country."))
        elif work.wish.wants(election.country):
            wanted.append(election)
    texts = []
    countries = {election.country for election in wanted}
    newest = max((election.day for election in found), default="")
    for file, title in (("election", "elections"), ("election_result", "results"), ("party", "parties")):
        text = text_of(f"parlgov/{file.replace('_', '-')}", "parlgov", folder / f"{file}.csv")
        work.describe(text, f"ParlGov: {title}", newest, countries)
        texts.append(text)
    importer = work.importer()
    ballots = Ballots(importer, *texts)
    for election in sorted(wanted, key=lambda each: (each.country, each.day)):
        ballots.add(election)
    importer.things.settle()
    work.load(importer, "elections")


READERS: dict[str, Callable[[Work, Path], None]] = {
    "worldbank": _population,
    "parlgov": _elections,
    "wikidata": add_officials,
}
