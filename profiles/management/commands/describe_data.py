"""`manage.py describe_data FILE`: write the data dictionary, docs/data.md."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from profiles.transfer.describing import data_dictionary


class Command(BaseCommand):
    """Write the data dictionary from the declarations."""

    help = "Write the data dictionary (docs/data.md) from the declarations."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        options["file"].write_text(data_dictionary(), encoding="utf-8")
