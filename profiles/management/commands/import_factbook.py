"""`manage.py import_factbook DIR --edition YEAR`: an edition of the World Factbook into claims and citations."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from profiles.factbook.loading import Outcome, import_edition
from profiles.factbook.reading import EditionError
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
        self.show(outcome, every=options["refused"])

    def show(self, outcome: Outcome, *, every: bool) -> None:
        """Say what was read by subject, what the database took by table, and what was refused."""
        tally = outcome.tally
        for subject in sorted({*tally.whole, *tally.partly}):
            whole, partly = tally.whole.get(subject, 0), tally.partly.get(subject, 0)
            self.stdout.write(f"read {subject}: {whole} whole, {partly} in part")
        for name, counts in outcome.report.tallies.items():
            self.stdout.write(f"{name}: {counts}")
        self.stdout.write(f"in all: {outcome.report.total}")
        for name, reason in tally.left_out:
            self.stdout.write(f"left out: {name}: {reason}")
        for line in tally.doubtful:
            self.stdout.write(f"doubtful: {line}")
        reasons: dict[str, int] = {}
        for refusal in tally.refused:
            reasons[refusal.reason] = reasons.get(refusal.reason, 0) + 1
            if every:
                self.stdout.write(f"refused: {refusal}")
        for reason, number in sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])):
            if not every:
                self.stdout.write(f"refused {number}: {reason}")
        self.stdout.write(f"refused in all: {len(tally.refused)}")
