"""`manage.py import_open_data NAME DIR`: an open data set into claims, things and citations."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from profiles.factbook.telling import lines
from profiles.opendata.files import OpenDataError
from profiles.opendata.loading import READERS, SINCE, Wish, import_data
from profiles.transfer.faults import LoadError
from sources.management.progress import Progress


class Command(BaseCommand):
    """Import one data set; the same again changes nothing."""

    help = "Officials (wikidata), elections (parlgov) or population (worldbank), each file a document of its own."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", choices=sorted(READERS), metavar="NAME", help=", ".join(sorted(READERS)))
        parser.add_argument(
            "folder", type=Path, metavar="DIR", help="the folder of the data set's files, or for wikidata one file"
        )
        parser.add_argument("--collection", default="", metavar="C", help="the collection that new rows belong to")
        parser.add_argument("--countries", nargs="+", default=[], metavar="KAZ", help="only these countries' rows")
        parser.add_argument(
            "--since", type=int, default=SINCE, metavar="YEAR", help=f"elections and tenures from then on ({SINCE})"
        )
        parser.add_argument(
            "--all-posts", action="store_true", help="wikidata: governors, mayors, ambassadors and other posts too"
        )
        parser.add_argument("--members", action="store_true", help="wikidata: members of parliament too")
        parser.add_argument(
            "--post", default="", metavar="TITLE", help="wikidata: what everybody holds in files that name no post"
        )
        parser.add_argument("--refused", action="store_true", help="list every row that was refused, with its reason")

    def handle(self, *args: Any, **options: Any) -> None:
        bar = Progress(self.stderr)
        wish = Wish(
            options["collection"],
            frozenset(country.upper() for country in options["countries"]),
            options["since"],
            options["all_posts"],
            options["members"],
            options["post"].strip(),
        )
        try:
            outcome = import_data(options["name"], options["folder"], wish, bar.step)
        except (OpenDataError, LoadError) as error:
            bar.finish()
            raise CommandError(f"Nothing was imported.\n{error}") from error
        bar.finish()
        for line in lines(outcome, every=options["refused"]):
            self.stdout.write(line)
