"""The two ways to have a database here: this clone's private one, shared by its commands, and a throw-away one."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tools import binaries, postgres
from tools.locking import Lock, held, holding
from tools.places import CLONE, LOCKS, VAR, database_home, short_folder
from tools.terminal import Problem, Progress


@dataclass(frozen=True)
class Database:
    """Where to connect; whether it is the private one, and whether we are its first user just now."""

    url: str
    private: bool
    first: bool
    server: postgres.Server | None = None

    def alive(self) -> bool:
        """Whether our own server still runs; of another's we know nothing here."""
        return self.server is None or self.server.alive()


@contextmanager
def database(site_packages: Path, progress: Progress) -> Iterator[Database]:
    """The database that DATABASE_URL names, else the private one, started where it does not run."""
    given = os.environ.get("DATABASE_URL")
    if given:
        yield Database(given, private=False, first=True)
        return
    with private(site_packages, progress) as found:
        yield found


@contextmanager
def private(site_packages: Path, progress: Progress) -> Iterator[Database]:
    """This clone's server. Each user holds a shared lock on `users`; whoever leaves last stops the server.

    The lock `gate` makes arriving (look, start) and leaving (look, stop) one step each.
    """
    home = database_home(CLONE, root=os.geteuid() == 0)
    server = postgres.Server(home, LOCKS / "server", binaries.find(site_packages))
    with Lock(LOCKS / "users") as users:
        try:
            with holding(LOCKS / "gate", waiting=lambda: progress.say("waiting: another command starts the database")):
                _note_where(server, VAR / "where", progress)
                first = users.take()
                users.take(shared=True)
                if not postgres.ensure_running(server, progress) and first:
                    progress.say("took over the PostgreSQL that a killed command left running")
            yield Database(server.url(), private=True, first=first, server=server)
        finally:
            with holding(LOCKS / "gate", stoppable=False):
                users.free()
                if users.take():
                    postgres.stop(server)


def _note_where(server: postgres.Server, where: Path, progress: Progress) -> None:
    """Keep the data folder's path in var/where: root's is outside the clone, and one may move without the other."""
    home = server.home
    earlier = where.read_text(encoding="utf-8").strip() if where.exists() else ""
    if not earlier and home.exists():
        # A clone that stood here before was removed. Its data are of other code, and no longer ours to touch.
        aside = home.with_name(f"{home.name}-before-{datetime.now(UTC):%Y%m%dT%H%M%S}")
        postgres.stop_unlocked(server)
        home.rename(aside)
        progress.say(f"an earlier clone in this place left data; they are now in {aside}")
    if earlier and earlier != str(home) and Path(earlier).exists():
        progress.say(f"this clone has moved: its data from before stay in {earlier}, the new ones go to {home}")
    if earlier != str(home):
        where.write_text(f"{home}\n", encoding="utf-8")


@contextmanager
def throw_away(site_packages: Path, progress: Progress) -> Iterator[Database]:
    """A server of its own in a temporary folder, without regard for power cuts; nothing of it is left."""
    programs = binaries.find(site_packages)
    progress.say("starting a throw-away PostgreSQL")
    with ExitStack() as stack:
        with holding(LOCKS / "gate"):
            _clear_left_over()
            home = short_folder()
            note = LOCKS / "throw-away" / f"{home.name}.json"
            stack.enter_context(Lock(note)).take()
            note.write_text(json.dumps({"home": str(home)}), encoding="utf-8")
        server = postgres.Server(home, note.with_suffix(".server"), programs, durable=False)
        try:
            postgres.ensure_running(server, progress)
            yield Database(server.url(), private=False, first=True, server=server)
        finally:
            _remove(server, note)


def _clear_left_over() -> None:
    """Stop and remove throw-away servers whose owner was killed."""
    for note in (LOCKS / "throw-away").glob("*.json"):
        if held(note):
            continue
        try:
            home = Path(json.loads(note.read_text(encoding="utf-8"))["home"])
        except (ValueError, KeyError):  # killed before it was written: no server either
            note.unlink()
            continue
        _remove(postgres.Server(home, note.with_suffix(".server"), home, durable=False), note)


def _remove(server: postgres.Server, note: Path) -> None:
    try:
        postgres.stop(server)
    except Problem:
        raise Problem(f"A throw-away PostgreSQL in {server.home} does not stop.") from None
    shutil.rmtree(server.home, ignore_errors=True)
    server.lock.unlink(missing_ok=True)
    note.unlink(missing_ok=True)
