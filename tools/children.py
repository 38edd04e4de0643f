"""Child processes and the signals that stop us.

A handler only notes the signal and passes it on to the child in the foreground; `check` raises at points where
nothing is half done. So a signal can neither leave a child that nobody knows of, nor interrupt the clean-up.
"""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import IO

from tools.terminal import Stopped

Command = Sequence[str | Path]


@dataclass
class _Signals:
    """The last signal that asked to stop, and the child to pass it on to."""

    asked: int | None = None
    foreground: "subprocess.Popen[str] | None" = None


_signals = _Signals()


def listen() -> None:
    """Take over the signals that mean 'stop'. SIGHUP stays ignored where it was (nohup); SIGINT does not,
    since shells start background jobs with it ignored, and scripts stop us with it."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _note)


def check() -> None:
    """Raise Stopped where a signal has asked for it."""
    if _signals.asked is not None:
        raise Stopped(_signals.asked)


def run(
    command: Command,
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    stdin: int | None = subprocess.DEVNULL,
    stdout: int | IO[str] | None = None,
    stderr: int | IO[str] | None = None,
) -> int:
    """Run a child in the foreground, pass signals on to it, return its exit status as a shell would give it."""
    check()
    with subprocess.Popen(command, env=env, cwd=cwd, stdin=stdin, stdout=stdout, stderr=stderr, text=True) as child:
        _signals.foreground = child
        if _signals.asked is not None:  # it came between the fork and the line above
            _pass_on(_signals.asked)
        try:
            status = child.wait()
        finally:
            _signals.foreground = None
    return status if status >= 0 else 128 - status


def _note(number: int, frame: FrameType | None) -> None:
    _signals.asked = number
    _pass_on(number)


def _pass_on(number: int) -> None:
    """Signal the child, unless the terminal has: a second Ctrl-C would cut short what the child still tidies up."""
    if _signals.foreground is not None and not (number == signal.SIGINT and _terminal_signals_us()):
        _signals.foreground.send_signal(number)


def _terminal_signals_us() -> bool:
    """Whether we are the terminal's foreground group, which gets Ctrl-C as a whole."""
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY | os.O_NOCTTY)
    except OSError:
        return False
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:
        return False
    finally:
        os.close(terminal)
