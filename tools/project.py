"""What Django needs from us: its environment, a database that is up to date, collected static files."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import children, environment
from tools.databases import Database
from tools.locking import holding
from tools.places import CLONE, LOCKS, VAR
from tools.terminal import Problem, Progress


def prepare(python: Path, env: dict[str, str], progress: Progress, *, accounts: bool) -> None:
    """Bring the database up to date, load what the site ships into an empty one, and collect the static files."""
    with holding(LOCKS / "prepare", waiting=lambda: progress.say("waiting: another command prepares the database")):
        progress.say("preparing the database")
        command: list[str | Path] = [python, CLONE / "manage.py", "prepare", *(["--accounts"] if accounts else [])]
        with static_if_needed() as needed:
            if needed:
                command.append("--static")
            if children.run(command, env=env, stdout=progress.stream):
                children.check()
                raise Problem("The database could not be prepared; what went wrong stands above.")


def collect_static(python: Path, env: dict[str, str], progress: Progress) -> None:
    """Collect the static files alone, where they have changed."""
    with holding(LOCKS / "prepare"), static_if_needed() as needed:
        if needed:
            progress.say("collecting the static files")
            command: list[str | Path] = [
                python,
                CLONE / "manage.py",
                "collectstatic",
                "--noinput",
                "--clear",
                "--verbosity",
                "0",
            ]
            if children.run(command, env=env):
                children.check()
                raise Problem("The static files could not be collected; what went wrong stands above.")


@contextmanager
def static_if_needed() -> Iterator[bool]:
    """Say whether static files must be collected; note what was collected if the block ends well."""
    stamp, now = VAR / "static.sha256", static_hash()
    root = Path(os.environ.get("STATIC_ROOT", VAR / "static"))
    needed = not root.is_dir() or not stamp.exists() or stamp.read_text(encoding="ascii") != f"{now} {root}\n"
    yield needed
    if needed:
        stamp.write_text(f"{now} {root}\n", encoding="ascii")


def static_hash() -> str:
    """What the collected files follow from: our own static files, and the packages that bring some."""
    digest = hashlib.sha256(environment.lock_file("run").read_bytes())
    for path in sorted(path for path in CLONE.glob("*/static/**/*") if path.is_file()) + sorted(
        path for path in (CLONE / "static").rglob("*") if path.is_file()
    ):
        digest.update(f"{path.relative_to(CLONE)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def django_environment(found: Database) -> dict[str, str]:
    """What settings.py reads. PG* is for whoever named the server in DATABASE_URL; ours needs none."""
    env = environment.clean_environment()
    if found.server:
        env = {name: value for name, value in env.items() if not name.startswith("PG")}
    env |= {"DATABASE_URL": found.url, "DJANGO_SETTINGS_MODULE": "config.settings", "SECRET_KEY": secret_key()}
    if found.private:
        env["PRIVATE_DATABASE"] = "1"
    else:
        env.pop("PRIVATE_DATABASE", None)
    return env


def secret_key() -> str:
    """The caller's SECRET_KEY, else a random one that is kept, so that sessions outlive a restart."""
    given = os.environ.get("SECRET_KEY")
    if given:
        return given
    path = VAR / "secret"
    with holding(LOCKS / "secret"):
        if not path.exists() or not path.read_text(encoding="ascii").strip():
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
                file.write(f"{secrets.token_urlsafe(50)}\n")
        return path.read_text(encoding="ascii").strip()
