"""File locks (flock): freed by the system however their holder ends, and inherited by children on purpose.

A server that inherits an open lock file holds the lock for as long as one process of it lives. That tells 'ours and
alive' from 'dead, and its number now belongs to a stranger', without reading any process list.
"""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from tools import children


class Lock:
    """One open lock file; closing it frees the lock, unless a child has inherited it."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def take(self, *, shared: bool = False) -> bool:
        """Take the lock if it is free; say whether it was."""
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        try:
            fcntl.flock(self.descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def free(self) -> None:
        """Free the lock for every process that shares it."""
        fcntl.flock(self.descriptor, fcntl.LOCK_UN)

    def close(self) -> None:
        """Let go of the file; a child that inherited it keeps the lock. Again is harmless."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1

    def __enter__(self) -> "Lock":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def held(path: Path) -> bool:
    """Whether some process holds the lock on this file."""
    if not path.exists():
        return False
    with Lock(path) as lock:
        return not lock.take()


def wait_until(condition: Callable[[], bool], seconds: float, *, stoppable: bool = True) -> bool:
    """Wait for the condition in small steps; say whether it came true. Clean-up is not stoppable."""
    end = time.monotonic() + seconds
    while not condition():
        if stoppable:
            children.check()
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


@contextmanager
def holding(path: Path, *, waiting: Callable[[], None] | None = None, stoppable: bool = True) -> Iterator[None]:
    """Hold the lock for a block; where another process has it, call `waiting` once and wait for it."""
    with Lock(path) as lock:
        if not lock.take():
            if waiting:
                waiting()
            wait_until(lock.take, float("inf"), stoppable=stoppable)
        yield
