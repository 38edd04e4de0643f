"""One import of an open data set: what of it is wanted, and what was read and loaded so far."""

from collections.abc import Collection
from dataclasses import dataclass

from profiles.factbook.loading import Importer, Progress, load
from profiles.factbook.rows.tally import Tally
from profiles.models import Country
from profiles.opendata.documents import Text, describe
from profiles.opendata.files import Refused
from profiles.transfer.faults import Report
from profiles.transfer.faults import Tally as Counts

SINCE = 1990


@dataclass(frozen=True)
class Wish:
    """What of a data set is wanted: countries (none: all), from which year on, and all posts or the State's own.

    `post` is what everybody holds in files without a column for it.
    """

    collection: str = ""
    countries: frozenset[str] = frozenset()
    since: int = SINCE
    every_post: bool = False
    members: bool = False
    post: str = ""

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
