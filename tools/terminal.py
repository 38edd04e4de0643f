"""Plain lines for the person at the terminal, and the two ways in which work ends early."""

import sys
import time
from typing import TextIO


class Problem(Exception):  # noqa: N818 - most are no errors of ours
    """What the person at the terminal has to know or do: printed as one line, exit status 1."""


class Stopped(BaseException):
    """A signal asked to stop. Not an Exception, so that no handler for failures takes it for one."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Progress:
    """Short lines with the seconds since the start; never control characters, so that a log reads the same."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stdout
        self.started = time.monotonic()

    def say(self, text: str) -> None:
        """Print one line with the elapsed seconds."""
        self.plain(f"[{time.monotonic() - self.started:5.1f} s] {text}")

    def plain(self, text: str) -> None:
        """Print one line as it stands, at once: whoever reads through a pipe waits for it."""
        print(text, file=self.stream, flush=True)
