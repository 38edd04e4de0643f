"""The browser of the tests: the one that is there, else one that is installed, said before it is done."""

import os
import platform
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from tools import children, environment
from tools.terminal import Problem, Progress

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
MACOS = ("Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium")
APT = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium"]


def wanted(arguments: Sequence[str]) -> bool:
    """Whether these pytest arguments leave browser tests in."""
    chosen = [
        argument.removeprefix("-m").strip() or following
        for argument, following in pairwise([*arguments, ""])
        if argument.startswith("-m")
    ]
    return not any("not browser" in expression for expression in chosen)


def find(python: Path, progress: Progress) -> Path:
    """A Chromium that starts. Names prove nothing: Ubuntu's is a stub that only speaks of another package."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not starts(Path(named)):
            raise Problem(f"CHROMIUM={named} does not start as a browser.")
        return Path(named)
    for step in (_nothing, _install_by_apt, _install_by_playwright):
        if step(python, progress):
            for candidate in candidates():
                if starts(candidate):
                    return candidate
    raise Problem(
        "The browser tests need Chromium or Chrome, and none could be had. Install one, name it in CHROMIUM, "
        'or leave those tests out: ./test -m "not browser"'
    )


def candidates() -> Iterator[Path]:
    """Where a browser may be, in the order of preference."""
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        yield from (folder / name for name in MACOS if (folder / name).exists())
    own = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    caches = (
        [Path(own)] if own else [Path.home() / ".cache/ms-playwright", Path.home() / "Library/Caches/ms-playwright"]
    )
    for cache in caches:
        for pattern in ("headless_shell", "chrome-headless-shell"):
            yield from sorted(cache.glob(f"chromium_headless_shell-*/*/{pattern}"), reverse=True)


def starts(program: Path) -> bool:
    """Whether the program is a browser of this family that starts here."""
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and "chrom" in done.stdout.lower()


def _nothing(python: Path, progress: Progress) -> bool:
    return True


def _install_by_apt(python: Path, progress: Progress) -> bool:
    """Debian as root. Before Playwright's own build: that one lacks the system libraries which this package brings."""
    if os.geteuid() or not shutil.which("apt-get") or _system() != "debian":
        return False
    progress.say(f"no browser found; as root on Debian: {' '.join(APT)} (about 120 MB, once)")
    env = environment.clean_environment() | {"DEBIAN_FRONTEND": "noninteractive"}
    if children.run(APT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        progress.say("apt-get update, and again")
        if children.run(["apt-get", "update", "--quiet"], env=env, stdout=subprocess.DEVNULL):
            return False
        return children.run(APT, env=env, stdout=subprocess.DEVNULL) == 0
    return True


def _install_by_playwright(python: Path, progress: Progress) -> bool:
    """Playwright's own build, below the user's cache folder; needs no rights."""
    command: list[str | Path] = [python, "-m", "playwright", "install", "chromium-headless-shell"]
    progress.say(
        "no browser found; " + " ".join(["python", *(str(part) for part in command[1:])]) + " (about 100 MB, once)"
    )
    return children.run(command, env=environment.clean_environment(), stdout=subprocess.DEVNULL) == 0


def _system() -> str:
    try:
        return platform.freedesktop_os_release().get("ID", "")
    except OSError:
        return ""
