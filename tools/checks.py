"""The steps of .ci/run. All of them run, also after one has failed; the tests come last and print the last line."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from tools import children, environment, project
from tools.databases import throw_away
from tools.places import CLONE
from tools.terminal import Problem, Progress

OWN_WORDS = CLONE.parent / "shared" / "checks" / "own_words.py"
# Names of bodies and offices that the checker takes for prose, each looked at: facts, which carry over.
NAMES = (
    "Council for the Defense of Democracy",
    "President of the National Council",
    "front-pour-la-restauration",
)
SHELL_SCRIPTS = ("run", "test", "tools/python.sh")
TYPED = ("config", "sources", "profiles", "tools", "manage.py")
# What `check --deploy` is asked about: the environment of docs/operating.md, with a key made up for this.
PRODUCTION = {"HTTPS": "1", "ALLOWED_HOSTS": "example.org", "CSRF_TRUSTED_ORIGINS": "https://example.org"}

Env = dict[str, str]
Step = Callable[[Path, Env], bool]


def run_all(tests: Callable[[Sequence[str]], int]) -> int:
    """Run every step, say which failed, then run ./test as README has it."""
    progress = Progress()
    python = environment.ensure("check", progress)
    failed: list[str] = []
    with ExitStack() as stack:
        found = stack.enter_context(throw_away(environment.site_packages(python), progress))
        env = project.django_environment(found)
        for name, step in STEPS:
            started = time.monotonic()
            progress.plain(f"== {name}")
            passed = step(python, env)
            children.check()
            progress.plain(f"   {name}: {'passed' if passed else 'FAILED'} in {time.monotonic() - started:.1f} s")
            failed += [] if passed else [name]
    progress.plain(f"== before the tests: {'FAILED: ' + ', '.join(failed) if failed else 'all passed'}")
    progress.plain("== tests: ./test")
    try:
        status = tests([])
    except Problem as problem:
        print(problem, file=sys.stderr)
        status = 1
    return status or (1 if failed else 0)


def _passes(command: Sequence[str | Path], env: Env) -> bool:
    return children.run(command, env=env, cwd=CLONE) == 0


def _tool(*arguments: str) -> Step:
    """A step that runs a program of the environment."""

    def step(python: Path, env: Env) -> bool:
        return _passes([python.parent / arguments[0], *arguments[1:]], env)

    return step


def _python(*arguments: str) -> Step:
    """A step that runs Python."""

    def step(python: Path, env: Env) -> bool:
        return _passes([python, *arguments], env)

    return step


def _desk_format(python: Path, env: Env) -> bool:
    """The admin's templates are Django's own language; the pages' are Jinja2, which djade does not read."""
    templates = [str(path) for path in sorted((CLONE / "templates" / "admin").rglob("*.html"))]
    return not templates or _passes([python.parent / "djade", "--check", "--target-version", "5.2", *templates], env)


def _deploy(python: Path, env: Env) -> bool:
    production = env | PRODUCTION | {"SECRET_KEY": os.urandom(50).hex()}
    return _passes([python, "manage.py", "check", "--deploy", "--fail-level", "WARNING"], production)


def _locks(python: Path, env: Env) -> bool:
    faults = environment.lock_faults()
    for fault in faults:
        print(fault, flush=True)
    return not faults


def _own_words(python: Path, env: Env) -> bool:
    if not OWN_WORDS.exists():
        print("   no shared folder beside this clone: not checked", flush=True)
        return True
    found = borrowed(python)
    for line in found:
        print(line, flush=True)
    return not found


def borrowed(python: Path) -> list[str]:
    """Return the places where the checker finds a source's words, but for names that somebody looked at."""
    ran = subprocess.run([python, OWN_WORDS, CLONE], capture_output=True, text=True, check=False)
    if ran.stderr or ran.returncode not in (0, 1):
        raise Problem(f"{OWN_WORDS.name} broke off: {ran.stderr[-300:]}")
    return [line for line in ran.stdout.splitlines() if not any(name in line for name in NAMES)]


def _shell(python: Path, env: Env) -> bool:
    shell, bash = shutil.which("sh") or "/bin/sh", shutil.which("bash")
    commands = [[shell, "-n", script] for script in SHELL_SCRIPTS] + ([[bash, "-n", ".ci/run"]] if bash else [])
    failed = [command for command in commands if not _passes(command, env)]
    return not failed


STEPS: tuple[tuple[str, Step], ...] = (
    ("shell scripts", _shell),
    ("locks", _locks),
    ("format", _tool("ruff", "format", "--check", "--output-format", "concise")),
    ("format of the admin's templates", _desk_format),
    ("lint", _tool("ruff", "check", "--output-format", "concise")),
    ("types", _tool("mypy", *TYPED)),
    ("import directions", _tool("lint-imports")),
    ("migrations complete", _python("manage.py", "makemigrations", "--check", "--dry-run")),
    ("templates", _python("-m", "tools.check_templates")),
    ("deployment settings", _deploy),
    ("own words", _own_words),
)
