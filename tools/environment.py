"""The virtual environment `.venv`: made with a vendored pip, filled from locks with hashes, remade when stale."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools import children
from tools.locking import holding
from tools.places import CLONE, LOCKS, VAR
from tools.terminal import Problem, Progress

# Each lock holds all of the one before it, with the same versions: installing one satisfies the earlier ones.
GROUPS = {"run": ("local",), "test": ("local", "test"), "check": ("local", "test", "check")}
LEVELS = tuple(GROUPS)
STAMP = "rightsbook.json"
HEADER = "# From pyproject.toml by `python3 tools/ lock`; sha256 of the tables it was made from: "


def lock_file(level: str, clone: Path = CLONE) -> Path:
    """The lock of one level."""
    return clone / "requirements" / f"{level}.txt"


def lock_hash(level: str, clone: Path = CLONE) -> str:
    """SHA-256 of one lock as it is."""
    return hashlib.sha256(lock_file(level, clone).read_bytes()).hexdigest()


@dataclass
class Stamp:
    """What an environment was made of: where it stands, for which Python, and which locks it satisfies."""

    path: str = ""
    python: str = ""
    locks: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> "Stamp":
        """The stamp of an environment, or an empty one where it has none that can be read."""
        try:
            stored = json.loads((folder / STAMP).read_text(encoding="utf-8"))
            return cls(str(stored["path"]), str(stored["python"]), dict(stored["locks"]))
        except (OSError, ValueError, KeyError, TypeError):
            return cls()

    def write(self, folder: Path) -> None:
        """Write the stamp; this comes last, so that work cut short leaves none."""
        content = {"path": self.path, "python": self.python, "locks": self.locks}
        (folder / STAMP).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")

    def stands(self, folder: Path) -> bool:
        """Whether the environment is where it was made (it holds absolute paths) and its Python is the one it had."""
        python = folder / "bin" / "python"
        return self.path == str(folder) and python.exists() and os.path.realpath(python) == self.python

    def satisfies(self, level: str, hashes: dict[str, str]) -> bool:
        """Whether what this level's lock names is installed."""
        return self.locks.get(level) == hashes[level]

    def outdated(self, hashes: dict[str, str]) -> bool:
        """Whether something is installed from a lock that has changed: then leftovers could hide what a lock lacks."""
        return any(hashes.get(level) != stored for level, stored in self.locks.items())


def ensure(level: str, progress: Progress, clone: Path = CLONE) -> Path:
    """Make or complete `.venv` for a level; return its Python. Later starts only compare the stamp."""
    folder = clone / ".venv"
    hashes = {name: lock_hash(name, clone) for name in LEVELS}
    with holding(LOCKS / "environment", waiting=lambda: progress.say("waiting: the environment is being made")):
        stamp = Stamp.read(folder)
        if not stamp.stands(folder) or stamp.outdated(hashes):
            progress.say("making the Python environment in .venv")
            stamp = _create(folder)
        if not stamp.satisfies(level, hashes):
            progress.say(f"installing the packages of requirements/{level}.txt")
            _install(folder, level, clone)
            stamp.locks.update({name: hashes[name] for name in LEVELS[: LEVELS.index(level) + 1]})
            stamp.write(folder)
    return folder / "bin" / "python"


def _create(folder: Path) -> Stamp:
    """Make an empty environment. Without pip: Debian's Python ships without the module that would put it there."""
    try:
        import venv
    except ImportError:
        raise Problem(f"{sys.executable} lacks the module venv. Install your system's full python3 package.") from None
    shutil.rmtree(folder, ignore_errors=True)
    venv.EnvBuilder(symlinks=True, with_pip=False).create(folder)
    return Stamp(str(folder), os.path.realpath(folder / "bin" / "python"))


def _install(folder: Path, level: str, clone: Path) -> None:
    """Install one lock with the vendored pip, run from its wheel. Where packages come from is the user's to set."""
    log = VAR / "pip.log"
    env = clean_environment() | {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    command: list[str | Path] = [folder / "bin" / "python", vendored_pip(clone) / "pip", "install"]
    command += ["--require-hashes", "--only-binary", ":all:", "--quiet", "-r", lock_file(level, clone)]
    with log.open("w", encoding="utf-8") as output:
        status = children.run(command, env=env, stdout=output, stderr=subprocess.STDOUT)
    if status:
        children.check()
        lines = [line for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
        shown = [line for line in lines if line.startswith("ERROR")] or lines
        raise Problem(
            f"pip could not install requirements/{level}.txt; all it said is in {log}.\n" + "\n".join(shown[-5:])
        )


def vendored_pip(clone: Path = CLONE) -> Path:
    """The pip wheel that comes with the clone, checked against its hash."""
    folder = clone / "tools" / "vendor"
    expected, name = (folder / "pip.sha256").read_text(encoding="ascii").split()
    wheel = folder / name
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != expected:
        raise Problem(f"{wheel} is not the file whose hash stands in pip.sha256. Restore both from the repository.")
    return wheel


def site_packages(python: Path) -> Path:
    """The folder with the installed packages of an environment."""
    return next(python.parent.parent.glob("lib/python*/site-packages"))


def clean_environment() -> dict[str, str]:
    """The caller's environment without what would bend our Python or Django into another project's."""
    foreign = {
        "PYTHONPATH",
        "PYTHONHOME",
        "PYTHONSTARTUP",
        "DJANGO_SETTINGS_MODULE",
        "VIRTUAL_ENV",
        "__PYVENV_LAUNCHER__",
    }
    return {name: value for name, value in os.environ.items() if name not in foreign}


def dependency_hash(level: str, clone: Path = CLONE) -> str:
    """SHA-256 of the tables of pyproject.toml that a lock follows from; comments and order of tables do not count."""
    project: dict[str, Any] = tomllib.loads((clone / "pyproject.toml").read_text(encoding="utf-8"))
    tables = {
        "requires-python": project["project"]["requires-python"],
        "dependencies": project["project"]["dependencies"],
        "groups": {name: project["dependency-groups"][name] for name in GROUPS[level]},
    }
    return hashlib.sha256(json.dumps(tables, sort_keys=True).encode()).hexdigest()


def lock_faults(clone: Path = CLONE) -> list[str]:
    """What is wrong with the locks: made from another pyproject.toml, naming a host, or not of one mind."""
    faults: list[str] = []
    pins: dict[str, str] = {}
    for level in reversed(LEVELS):
        name, text = f"requirements/{level}.txt", lock_file(level, clone).read_text(encoding="utf-8")
        lines = text.splitlines()
        if lines[0] != HEADER + dependency_hash(level, clone):
            faults.append(f"{name} was made from another pyproject.toml: python3 tools/ lock")
        faults += [
            f"{name}: line {number} names a host or a folder: {line.strip()}"
            for number, line in enumerate(lines, 1)
            if any(part in line for part in ("://", "--index", "--extra-index", "--find-links", "--trusted-host"))
        ]
        own = {line.partition("==")[0]: line.rstrip(" \\") for line in lines if "==" in line and line[0].isalnum()}
        differing = sorted(pin for package, pin in own.items() if pins.setdefault(package, pin) != pin)
        faults += [f"{name}: {pin} differs from a wider lock" for pin in differing]
    return faults


def remake_locks(arguments: Sequence[str], clone: Path = CLONE) -> None:
    """Make the locks anew with uv (not a dependency: only whoever changes pyproject.toml needs it)."""
    uv = os.environ.get("UV") or shutil.which("uv")
    if not uv:
        raise Problem("Locks are made by uv: install it in an environment of your own and put it on PATH, or set UV.")
    fixed = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--quiet"]
    fixed += ["--no-emit-index-url", "--no-emit-find-links", *arguments]
    for level in reversed(LEVELS):  # the widest first: the narrower ones take its versions
        target = lock_file(level, clone)
        groups = [part for group in GROUPS[level] for part in ("--group", group)]
        wider = [] if level == LEVELS[-1] else ["--constraints", f"requirements/{LEVELS[-1]}.txt", "--no-annotate"]
        body = clone / "var" / f"{level}.lock"
        body.parent.mkdir(exist_ok=True)
        if target.exists():  # versions stay as they are unless --upgrade or --upgrade-package asks for newer ones
            shutil.copyfile(target, body)
        command = [uv, "pip", "compile", "pyproject.toml", *groups, *wider, *fixed, "-o", str(body)]
        if children.run(command, cwd=clone, stdout=subprocess.DEVNULL):
            raise Problem(f"uv could not resolve {target.name}; it says why above.")
        header = HEADER + dependency_hash(level, clone)
        target.write_text(f"{header}\n{body.read_text(encoding='utf-8')}", encoding="utf-8")
        body.unlink()
