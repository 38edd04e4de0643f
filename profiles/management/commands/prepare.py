"""What ./run does before it serves, in one process: each start of Python and Django costs half a second."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Migrate, load, and what ./run asks for besides."""

    help = "Migrate, load fixtures/ into an empty database; --static and --accounts do what ./run needs besides."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--static", action="store_true", help="collect the static files anew")
        parser.add_argument("--accounts", action="store_true", help="fresh passwords for the local accounts")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        if options["static"]:
            call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        call_command("load", str(settings.BASE_DIR / "fixtures"), "--if-empty", "--brief")
        if options["accounts"]:
            call_command("local_accounts", stdout=self.stdout)
