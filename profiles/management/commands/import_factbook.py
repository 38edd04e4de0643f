"""`manage.py import_factbook DIR --edition YEAR`: an edition of the World Factbook into claims and citations."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from profiles.factbook.edition.reading import EditionError
from profiles.factbook.loading import import_edition
from profiles.factbook.telling import lines
from profiles.transfer.faults import LoadError
from sources.management.progress import Progress


class Command(BaseCommand):
    """Import one edition; the same again changes nothing."""

    help = "World Factbook to claims and citations with their documents: tally created, changed, unchanged, refused."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR", help="region folders of JSON files, or one TSV table")
        parser.add_argument("--edition", type=int, required=True, metavar="YEAR", help="the edition's year")
        parser.add_argument("--collection", default="", metavar="C", help="the collection that new rows belong to")
        parser.add_argument("--refused", action="store_true", help="list every part that was refused, with its reason")

    def handle(self, *args: Any, **options: Any) -> None:
        bar = Progress(self.stderr)
        try:
            outcome = import_edition(options["folder"], options["edition"], options["collection"], bar.step)
        except (EditionError, LoadError) as error:
            bar.finish()
            raise CommandError(f"Nothing was imported.\n{error}") from error
        bar.finish()
        for line in lines(outcome, every=options["refused"]):
            self.stdout.write(line)
