"""The three accounts of the private database, with new passwords at each start of ./run."""

import os
import secrets
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

NAMES = ("researcher", "editor", "administrator")


class Command(BaseCommand):
    """Make or renew the accounts researcher, editor and administrator."""

    help = "Give researcher, editor and administrator fresh passwords and print them; in the private database only."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        # Known names on a server that others reach would be three open doors: both signs must be there.
        on_socket = str(connection.settings_dict["HOST"]).startswith("/")
        if os.environ.get("PRIVATE_DATABASE") != "1" or not on_socket:
            raise CommandError("local_accounts works in the private database of ./run only.")
        passwords = {name: secrets.token_hex(10) for name in NAMES}  # 80 bits
        with ThreadPoolExecutor() as threads:  # hashing is slow on purpose, and runs outside Python's lock
            hashed = dict(zip(NAMES, threads.map(make_password, passwords.values()), strict=True))
        with transaction.atomic():
            for name in NAMES:
                self._account(name, hashed[name])
        for name, password in passwords.items():
            self.stdout.write(f"login {name} {password}")

    def _account(self, name: str, hashed: str) -> None:
        group, _ = Group.objects.get_or_create(name=name)
        account, _ = User.objects.update_or_create(
            username=name,
            defaults={
                "password": hashed,
                "is_active": True,
                "is_staff": True,
                "is_superuser": name == "administrator",
            },
        )
        account.groups.set([group])
