"""`manage.py dump DIR`: the database's collections as curation files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from profiles.transfer.dumping import dump_folder


class Command(BaseCommand):
    """Write `DIR/<collection>/<dataset>.csv`."""

    help = "Write each collection as DIR/<collection>/<dataset>.csv, byte for byte what load takes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument("--collection", help="write this collection only")

    def handle(self, *args: Any, **options: Any) -> None:
        written = dump_folder(options["folder"], options["collection"])
        if not written:
            raise CommandError("There is nothing to write: no row belongs to such a collection.")
        for name, count in written.items():
            self.stdout.write(f"{name}: {count}")
