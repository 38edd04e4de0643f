"""The private PostgreSQL: made, started, found alive, adopted, stopped. It listens on a socket only, never on TCP.

`docs/development.md` tells which lock means what.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from tools import binaries, children
from tools.locking import Lock, held, wait_until
from tools.places import SOCKET_NAME, short_folder
from tools.terminal import Problem, Progress

ROLE = DATABASE = "rightsbook"
THROW_AWAY = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "wal_level=minimal", "max_wal_senders=0")
# Run once by the server's own superuser, before anybody can connect; nobody works as that user later.
FIRST_WORDS = f"""\
CREATE ROLE {ROLE} LOGIN NOSUPERUSER CREATEDB NOCREATEROLE NOREPLICATION
CREATE DATABASE {DATABASE} OWNER {ROLE}
"""


@dataclass
class Server:
    """One data folder and the server over it, which may be alive already."""

    home: Path
    lock: Path
    programs: Path
    durable: bool = True
    account: binaries.Account | None = field(default_factory=binaries.server_account)
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def data(self) -> Path:
        """PostgreSQL's data folder."""
        return self.home / "data"

    def note(self) -> list[str]:
        """The lines of postmaster.pid: number, data folder, start, port, socket folder, address, memory, status."""
        try:
            return [line.strip() for line in (self.data / "postmaster.pid").read_text(encoding="utf-8").splitlines()]
        except OSError:
            return []

    def sockets(self) -> Path | None:
        """The folder of the server's socket, once it is known."""
        note = self.note()
        return Path(note[4]) if len(note) > 4 and note[4] else None

    def alive(self) -> bool:
        """Whether a process of this server lives: they all hold its lock."""
        return held(self.lock)

    def ready(self) -> bool:
        """Whether the server takes connections."""
        note, folder = self.note(), self.sockets()
        if len(note) < 8 or note[7] != "ready" or folder is None:
            return False
        with socket.socket(socket.AF_UNIX) as line:
            try:
                line.connect(str(folder / SOCKET_NAME))
            except OSError:
                return False
        return True

    def url(self) -> str:
        """DATABASE_URL of the role that owns the database."""
        return f"postgresql://{ROLE}@{quote(str(self.sockets()), safe='')}:5432/{DATABASE}"

    def log_end(self) -> str:
        """The last lines of the server's log, for a message."""
        try:
            return "\n".join((self.home / "log").read_text(encoding="utf-8", errors="replace").splitlines()[-5:])
        except OSError:
            return "(no log)"


def ensure_running(server: Server, progress: Progress) -> bool:
    """Adopt the server if it lives and answers, else start it; say whether it was started."""
    if server.alive():
        # It may be starting, or be a set-up that outlived its launcher; what does not answer by then is ended.
        if wait_until(lambda: server.ready() or not server.alive(), 20) and server.ready():
            return False
        stop(server)
    major = binaries.major_version(server.programs)
    with Lock(server.lock) as lock:
        if not lock.take():
            raise Problem(f"A process holds {server.lock} though the server was stopped; try again.")
        _make_home(server)
        if not (server.data / "PG_VERSION").exists():
            progress.say(f"making the database (PostgreSQL {major})")
            _create(server, major, lock)
        _check_version(server, major)
        _start(server, lock)
    return True


def _make_home(server: Server) -> None:
    if server.account and not server.home.exists():
        binaries.make_root_home()
    server.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    if server.account:
        server.account.own(server.home)


def _check_version(server: Server, major: int) -> None:
    made = (server.data / "PG_VERSION").read_text(encoding="ascii").strip()
    if made != str(major):
        raise Problem(
            f"The data in {server.data} were made by PostgreSQL {made}, the programs are version {major}. "
            f"Use programs of version {made} (PG_BINDIR), or move the folder away to begin anew."
        )


def _environment(server: Server) -> dict[str, str]:
    """Little on purpose: PGPORT, LC_* or LD_* of the caller must not bend the server."""
    return {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(server.home), "LC_ALL": "C", "TZ": "UTC"}


def locale_options(major: int, *, macos: bool) -> list[str]:
    """initdb's options for one sort order and one idea of letters on every system."""
    # macOS has no C.UTF-8; en_US.UTF-8 tells the same letters apart from signs.
    options = ["--locale=C", "--lc-ctype=en_US.UTF-8"] if macos else ["--locale=C.UTF-8"]
    if major >= 17:
        options += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return options


def _create(server: Server, major: int, lock: Lock) -> None:
    """Make the data folder beside its place and move it there when it is whole."""
    for left in server.home.glob("new-*"):
        shutil.rmtree(left, ignore_errors=True)
    shutil.rmtree(server.data, ignore_errors=True)  # without PG_VERSION it is no database
    fresh = Path(tempfile.mkdtemp(prefix="new-", dir=server.home))
    if server.account:
        server.account.own(fresh)
    command: list[str | Path] = [server.programs / "initdb", "-D", fresh, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
    command += [*locale_options(major, macos=sys.platform == "darwin"), *([] if server.durable else ["--no-sync"])]
    _as_server(server, command, lock)
    single: list[str | Path] = [server.programs / "postgres", "--single", "-D", fresh, *_options(server), "postgres"]
    said = _as_server(server, single, lock, FIRST_WORDS)
    if "ERROR" in said:
        raise Problem(f"The private PostgreSQL could not make its database:\n{said}")
    children.check()
    fresh.rename(server.data)


def _as_server(server: Server, command: list[str | Path], lock: Lock, words: str = "") -> str:
    """Run one program of PostgreSQL as the server's user; it holds the server's lock while it runs."""
    done = subprocess.run(
        [str(part) for part in command],
        input=words,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env=_environment(server),
        cwd=server.home,
        umask=0o077,
        pass_fds=(lock.descriptor,),
        start_new_session=True,
        **binaries.popen_user(server.account),
    )
    if done.returncode:
        raise Problem(f"{Path(command[0]).name} failed:\n{done.stdout[-2000:]}")
    return done.stdout


def _options(server: Server, *more: str) -> list[str | Path]:
    fixed = ("listen_addresses=", "port=5432", "timezone=UTC", "log_timezone=UTC", "logging_collector=off")
    speed = () if server.durable else THROW_AWAY
    return [part for setting in (*fixed, *speed, *more) for part in ("-c", setting)]


def _start(server: Server, lock: Lock) -> None:
    """Start the server and wait until it takes connections. It inherits the lock."""
    folder = _socket_folder(server)
    # We hold the lock, so no process of ours lives and the note is stale: left there, a stranger's process that has
    # the old number would keep the server down. PostgreSQL's own guard (shared memory) still refuses a second one.
    (server.data / "postmaster.pid").unlink(missing_ok=True)
    descriptor = os.open(server.home / "log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "wb") as log:
        server.process = subprocess.Popen(
            [
                *(str(part) for part in (server.programs / "postgres", "-D", server.data)),
                *(str(part) for part in _options(server, f"unix_socket_directories={folder}")),
            ],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=_environment(server),
            cwd=server.home,
            umask=0o077,
            pass_fds=(lock.descriptor,),
            start_new_session=True,  # the terminal's Ctrl-C is for us; we stop the server when its users are done
            **binaries.popen_user(server.account),
        )
    lock.close()  # from here on only the server holds it
    process = server.process
    try:
        started = wait_until(lambda: server.ready() or process.poll() is not None, 120)
    except BaseException:
        stop(server)
        raise
    if process.poll() is not None or not started:
        stop(server)
        raise Problem(
            f"The private PostgreSQL did not start; its log ({server.home / 'log'}) ends:\n{server.log_end()}"
        )


def _socket_folder(server: Server) -> Path:
    """A new folder for the socket, in place of one that a killed server may have left."""
    left = server.sockets()
    if left and left != server.home and left.name.startswith("rb-"):
        shutil.rmtree(left, ignore_errors=True)
    folder = short_folder()
    if server.account:
        server.account.own(folder)
    return folder


def stop(server: Server) -> None:
    """Stop the server, whoever started it, and remove its socket's folder. Signals do not cut this short."""
    folder = server.sockets()
    for number, seconds in ((signal.SIGINT, 60), (signal.SIGQUIT, 15)):  # orderly; then at once
        if not server.alive():
            break
        note = server.note()
        if note:
            _send(int(note[0]), number)
        wait_until(lambda: _gone(server), seconds, stoppable=False)
    if not _gone(server):
        raise Problem(f"The private PostgreSQL in {server.data} does not stop.")
    if folder and folder != server.home and folder.name.startswith("rb-"):
        shutil.rmtree(folder, ignore_errors=True)


def stop_unlocked(server: Server) -> None:
    """Stop a server whose lock file went with its clone: it is the one that answers on the socket of its own note."""
    if server.ready():
        _send(int(server.note()[0]), signal.SIGINT)
        wait_until(lambda: not server.note(), 60, stoppable=False)


def _gone(server: Server) -> bool:
    if server.process:
        server.process.poll()  # a child that nobody asks after stays as a zombie
    return not server.alive()


def _send(process: int, number: int) -> None:
    try:
        os.kill(process, number)
    except ProcessLookupError:
        return
