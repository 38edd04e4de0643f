"""`manage.py load DIR`: curation files into the database, whole or nothing."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from profiles.models import Country
from profiles.transfer.faults import LoadError
from profiles.transfer.loading import load_folder
from sources.management.progress import Progress


class Command(BaseCommand):
    """Load `DIR/<collection>/<dataset>.csv`."""

    help = "Load DIR/<collection>/<dataset>.csv, all of them or none, and say what was created, changed or unchanged."
    requires_system_checks = []  # they ask the database about every constraint, which takes longer than the load

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument("--brief", action="store_true", help="say the sum only")
        parser.add_argument("--if-empty", action="store_true", help="do nothing where the database holds a country")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder.")
        if options["if_empty"] and Country.objects.exists():
            return
        bar = Progress(self.stderr)

        def show(what: str, done: int, total: int) -> None:
            bar.step(done, total, what)

        try:
            report = load_folder(folder, show if options["verbosity"] else None)
        except LoadError as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        if options["verbosity"]:
            bar.finish()
            for name, tally in report.tallies.items():
                if (tally.created or tally.changed) and not options["brief"]:
                    self.stdout.write(f"{name}: {tally}")
            self.stdout.write(f"in all: {report.total}")
