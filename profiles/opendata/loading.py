"""One open data set into the database: read, matched with what is there, loaded whole or not at all."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from django.db import transaction

from profiles.factbook.loading import Importer, Outcome, Progress, load
from profiles.factbook.tally import Tally
from profiles.models import Country, CountryName, Identifier
from profiles.opendata import parlgov, wikidata, worldbank
from profiles.opendata.ballots import Ballots
from profiles.opendata.documents import Text, describe, text_of
from profiles.opendata.endings import close
from profiles.opendata.files import OpenDataError, Refused
from profiles.opendata.holders import Holders
from profiles.opendata.wikidata import LEFT_OUT, Holding
from profiles.transfer.faults import Report
from profiles.transfer.faults import Tally as Counts

SINCE = 1990
# Names that folders and rows of data sets use, and that the tables of countries do not have.
OTHER_NAMES = {
    "turkey": "TUR",
    "swaziland": "SWZ",
    "macedonia": "MKD",
    "burma": "MMR",
    "cape verde": "CPV",
    "ivory coast": "CIV",
    "east timor": "TLS",
}


@dataclass(frozen=True)
class Wish:
    """What of a data set is wanted: countries (none: all), from which year on, and all posts or the State's own."""

    collection: str = ""
    countries: frozenset[str] = frozenset()
    since: int = SINCE
    every_post: bool = False
    members: bool = False

    def wants(self, country: str) -> bool:
        """Whether rows of the country are wanted."""
        return not self.countries or country in self.countries


class Work:
    """One import that goes file by file: what was read and loaded so far."""

    def __init__(self, name: str, wish: Wish, progress: Progress | None) -> None:
        self.name = name
        self.wish = wish
        self.progress = progress
        self.tally = Tally()
        self.report = Report()
        self.known = set(Country.objects.values_list("key", flat=True))

    def describe(self, text: Text, title: str, newest: str, countries: Collection[str]) -> None:
        """Load a file's document first: which value stands goes by the day of its document."""
        importer = self.importer()
        describe(importer.sheets, self.name, text, title, newest, countries)
        self.load(importer, text.path.name)

    def importer(self) -> Importer:
        """Parts of an import that know what the database holds now, and share this tally."""
        return Importer(self.wish.collection, "", self.tally)

    def load(self, importer: Importer, what: str) -> None:
        """Write what an importer has, and count it."""
        report = load(importer, f"{self.name} {what}", self.progress)
        for dataset, counts in report.tallies.items():
            self.report.tallies.setdefault(dataset, Counts()).add(counts)

    def refuse(self, file: str, refused: Refused) -> None:
        """Note a row that becomes nothing."""
        self.tally.refuse(file, refused.row.locator, refused.printed, refused.reason)


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


def _officials(work: Work, folder: Path) -> None:
    states = _States(work)
    paths = sorted(folder.rglob("*.csv"))
    if not paths:
        raise OpenDataError(f"{folder.name} holds no CSV file.")
    files = [
        path for path in paths if path.name == "holders21.csv" or (work.wish.members and path.name == "legislators.csv")
    ]
    files += [path for path in paths if path.stem.startswith("world-leaders")]
    for path in paths:
        if path not in files:
            work.tally.left_out.append(
                (f"{path.parent.name}/{path.name}", "It is no list of holders that was asked for.")
            )
    for number, path in enumerate(files, 1):
        _one_file(work, states, path)
        if work.progress:
            work.progress(number, len(files), path.parent.name)


def _one_file(work: Work, states: "_States", path: Path) -> None:
    of_all = path.stem.startswith("world-leaders")
    folder = path.parent.name
    own = "" if of_all else states.of_folder(folder)
    if not of_all and not own:
        work.tally.left_out.append((f"{folder}/{path.name}", "The folder's name is that of no country."))
        return
    if own and not work.wish.wants(own):
        return
    holdings, refused = (wikidata.read_leaders if of_all else wikidata.read_holders)(path)
    for each in refused:
        work.refuse(path.name if of_all else f"{folder}/{path.name}", each)
    wanted = []
    for holding in holdings:
        country = own or states.of(holding)
        if not country:
            work.refuse(
                path.name, Refused(holding.row, holding.country_name, "No country of ours has that number or name.")
            )
        elif work.wish.wants(country) and _is_wanted(work.wish, holding, of_all=of_all):
            wanted.append((country, holding if own else states.as_printed(country, holding)))
    if not wanted:
        return
    stem = path.stem if of_all else f"{folder}/{path.stem}"
    text = text_of(f"wikidata/{stem}", f"wikidata-{path.stem}", path)
    title = "Wikidata: leaders of all States" if of_all else f"Wikidata: holders of office, {folder}"
    work.describe(text, title, wikidata.newest(holdings), {country for country, _ in wanted})
    importer = work.importer()
    Holders(importer).add([(text.of(country), holding) for country, holding in wanted])
    importer.things.settle()
    importer.people.prefer()
    close(importer.sheets, work.tally)
    work.load(importer, stem)


def _is_wanted(wish: Wish, holding: Holding, *, of_all: bool) -> bool:
    """Whether a holding is over since the wished year or not at all, and its post is one of the wished ones."""
    if holding.end and int(holding.end[:4]) < wish.since:
        return False
    return of_all or wish.every_post or holding.rank not in LEFT_OUT


class _States:
    """Countries by Wikidata's number, by name and by the names of folders such as armenia-ministers."""

    def __init__(self, work: Work) -> None:
        rows = Identifier.objects.filter(scheme="wikidata", country__isnull=False)
        self.by_number = dict(rows.values_list("value", "country__key"))
        self.by_name = dict(OTHER_NAMES)
        self.by_name |= {_bare(name): key for name, key in CountryName.objects.values_list("name", "country__key")}
        self.by_slug = {}
        self.words: dict[str, set[str]] = defaultdict(set)
        for key, name, slug in Country.objects.values_list("key", "name", "slug"):
            self.by_name[_bare(name)] = key
            self.words[key] |= wikidata.telling(name)
            self.by_slug[slug] = key

    def of(self, holding: Holding) -> str:
        """The country of a row; '' where it is none of ours."""
        return self.by_number.get(holding.country) or self.by_name.get(_bare(holding.country_name), "")

    def as_printed(self, country: str, holding: Holding) -> Holding:
        """The row; under another name than the country's, with its post as printed: whose it is, is not ours to say."""
        if self.by_name.get(_bare(holding.country_name)) == country:
            return holding
        if wikidata.telling(holding.country_name) & self.words[country]:
            return holding
        return replace(holding, title=holding.printed, rank="other")

    def of_folder(self, name: str) -> str:
        """The country that a folder is named after, what it holds behind the last hyphen."""
        stem = name.rpartition("-")[0]
        return self.by_slug.get(stem) or self.by_slug.get(name) or self.by_name.get(_bare(stem.replace("-", " ")), "")


def _bare(name: str) -> str:
    plain = name.casefold().replace("-", " ")
    return re.sub(r"^(?:the )?(?:(?:republic|kingdom) of )?(?:the )?", "", plain).strip()


READERS: dict[str, Callable[[Work, Path], None]] = {
    "worldbank": _population,
    "parlgov": _elections,
    "wikidata": _officials,
}
