"""The web server behind ./run: one port, taken before the slow steps, and gunicorn on it."""

import contextlib
import errno
import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from tools import children
from tools.locking import Lock, held, wait_until
from tools.places import CLONE, LOCKS, VAR
from tools.terminal import Problem

HOST = "127.0.0.1"
WEB_LOCK = LOCKS / "web"
SERVING = VAR / "serving"  # the address, for a second ./run of this clone
WEB_PROCESS = VAR / "web.pid"


def wanted_port(value: str | None) -> int:
    """The port that PORT asks for; 8000 without it, 0 for any free one."""
    text = value or "8000"
    if not (text.isascii() and text.isdigit() and int(text) < 2**16):
        raise Problem(f"PORT={text} is no port: give a number from 0 (any free one) to 65535.")
    return int(text)


def take_port(port: int) -> socket.socket:
    """Listen on the port at once: nobody else can have it from now on, and gunicorn gets this very socket."""
    line = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # else a restart waits for the last run's connections
    try:
        line.bind((HOST, port))
        line.listen(256)
    except OSError as error:
        line.close()
        raise Problem(port_message(port, error.errno)) from None
    return line


def port_message(port: int, number: int | None) -> str:
    """The one line for a port that cannot be had."""
    reason = "is for root only" if number == errno.EACCES else "is taken"
    other = port + 1 if 1024 <= port < 65535 else 8000
    return f"Port {port} {reason}. Choose another: PORT={other} ./run (PORT=0 takes any free one)."


def address(line: socket.socket) -> str:
    """The address that the socket answers on."""
    return f"http://{HOST}:{line.getsockname()[1]}"


def end_left_over() -> bool:
    """Stop a web server whose launcher was killed; say whether there was one."""
    if not held(WEB_LOCK):
        return False
    with contextlib.suppress(OSError, ValueError):
        process = int(WEB_PROCESS.read_text(encoding="ascii"))
        for number, seconds in ((signal.SIGTERM, 8), (signal.SIGKILL, 8)):
            if held(WEB_LOCK):
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process, number)
                wait_until(lambda: not held(WEB_LOCK), seconds)
    if held(WEB_LOCK):
        raise Problem(f"A web server of this clone from before does not stop; {WEB_PROCESS} has its process number.")
    return True


class Web:
    """gunicorn as a child in a session of its own; all its processes hold the lock `web`."""

    def __init__(self, python: Path, line: socket.socket, env: Mapping[str, str]) -> None:
        command = [str(python), "-m", "gunicorn", "config.wsgi", "--bind", f"fd://{line.fileno()}"]
        command += ["--workers", "2", "--threads", "4", "--timeout", "120", "--graceful-timeout", "5"]
        command += ["--no-control-socket", "--log-level", "warning"]
        with Lock(WEB_LOCK) as lock:
            lock.take()
            self.process = subprocess.Popen(
                command,
                env=env,
                cwd=CLONE,
                stdin=subprocess.DEVNULL,
                pass_fds=(line.fileno(), lock.descriptor),
                start_new_session=True,  # Ctrl-C is for us; we stop it in order
            )
        self.address = address(line)
        WEB_PROCESS.write_text(f"{self.process.pid}\n", encoding="ascii")
        line.close()

    def alive(self) -> bool:
        """Whether gunicorn runs."""
        return self.process.poll() is None

    def wait_for_answer(self) -> None:
        """Return when /healthz answers well; another answer will not get better by asking again."""
        end = time.monotonic() + 60
        while self.alive() and time.monotonic() < end:
            children.check()
            status = answer(self.address)
            if status == http.client.OK:
                return
            if status is not None:
                raise Problem(f"The site answers {self.address}/healthz with {status}; what it said stands above.")
            time.sleep(0.05)
        raise Problem("The web server did not start; what it said stands above.")

    def stop(self) -> None:
        """Stop gunicorn and its workers; what still runs after a grace of some seconds is killed."""
        for number, seconds in ((signal.SIGTERM, 8), (signal.SIGKILL, 8)):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, number)
            if wait_until(lambda: not self.alive() and not held(WEB_LOCK), seconds, stoppable=False):
                break
        WEB_PROCESS.unlink(missing_ok=True)


def answer(base: str) -> int | None:
    """The status with which the site answers on its address; None while nothing answers."""
    connection = http.client.HTTPConnection(base.removeprefix("http://"), timeout=2)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
