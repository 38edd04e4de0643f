"""The commands behind run, test and .ci/run: what happens in which order."""

import errno
import os
import sys
import time
from collections.abc import Sequence

from tools import browser, checks, children, environment, serve
from tools.databases import Database, database, throw_away
from tools.locking import Lock, holding
from tools.places import CLONE, LOCKS, VAR
from tools.project import collect_static, django_environment, prepare
from tools.terminal import Problem, Progress, Stopped

USAGE = """\
./run                     set up and serve on http://127.0.0.1:8000 (PORT chooses another port)
./run manage COMMAND …    set up and run one manage.py command
./test [ARGUMENT …]       set up and run the tests; arguments go to pytest
.ci/run                   all checks, then the tests
python3 tools/ benchmark  build a large database that is thrown away, and print what the site takes beside its limits
python3 tools/ lock       make requirements/*.txt anew with uv (--upgrade takes newer versions)"""


def main(arguments: Sequence[str]) -> int:
    """Run one command; turn the ways it can end into exit statuses."""
    children.listen()
    try:
        return _dispatch(list(arguments))
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except Stopped as stopped:
        return 128 + stopped.number
    except PermissionError as error:
        print(
            f"{error.filename}: {error.strerror}. Does this clone, or its var/, belong to another user?",
            file=sys.stderr,
        )
        return 1
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.EIO):
            raise
        # Whoever read our lines has gone: the other end of a pipe, or the terminal. What we started is stopped by now.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _dispatch(arguments: list[str]) -> int:
    command, rest = arguments[0], arguments[1:]
    if command == "test":
        return test(rest)
    VAR.mkdir(exist_ok=True)
    if command == "ci" and not rest:
        return checks.run_all(test)
    if command == "benchmark":
        return benchmark(rest)
    if command == "lock":
        environment.remake_locks(rest)
        return 0
    if command == "run" and not rest:
        return run()
    if command == "run" and rest[0] == "manage" and len(rest) > 1:
        return manage(rest[1:])
    asked = rest in (["--help"], ["-h"])
    print(USAGE, file=sys.stdout if asked else sys.stderr)
    return 0 if asked else 2


def run() -> int:
    """Set up, serve, and wait for the signal to stop."""
    progress = Progress()
    with Lock(LOCKS / "run") as lock:
        if not lock.take():
            raise Problem(_already_serving())
        serve.SERVING.unlink(missing_ok=True)
        port = serve.wanted_port(os.environ.get("PORT"))
        if serve.end_left_over():
            progress.say("stopped the web server of an earlier run that was killed")
        line = serve.take_port(port)
        python = environment.ensure("run", progress)
        with database(environment.site_packages(python), progress) as found:
            env = django_environment(found)
            prepare(python, env, progress, accounts=found.private)
            serve_until_stopped(serve.Web(python, line, env), found, progress)
    return 0


def _already_serving() -> str:
    try:
        where = f"serves on {serve.SERVING.read_text(encoding='ascii').strip()}"
    except OSError:
        where = "is being set up"
    return f"This clone already {where} (another ./run); stop that one first."


def serve_until_stopped(web: serve.Web, found: Database, progress: Progress) -> None:
    """Say where the site is once it answers, then wait; a server that ends by itself is a failure."""
    try:
        web.wait_for_answer()
        serve.SERVING.write_text(f"{web.address}\n", encoding="ascii")
        progress.plain(f"Rightsbook serves on {web.address}")
        while web.alive() and found.alive():
            children.check()
            time.sleep(0.2)
        raise Problem(f"{'PostgreSQL' if web.alive() else 'The web server'} has stopped by itself; so this stops too.")
    except Stopped:
        progress.say("stopping")
        # Asked to stop and stopped: that is success.
    finally:
        serve.SERVING.unlink(missing_ok=True)
        web.stop()


def manage(arguments: Sequence[str]) -> int:
    """Set up and run one manage.py command; standard output is the command's alone."""
    progress = Progress(sys.stderr)
    python = environment.ensure("run", progress)
    with database(environment.site_packages(python), progress) as found:
        env = django_environment(found)
        if found.first:
            prepare(python, env, progress, accounts=False)
        else:
            with holding(LOCKS / "prepare"):  # the first user may still be at it
                pass
        return children.run([python, CLONE / "manage.py", *arguments], env=env, stdin=None)


def test(arguments: Sequence[str]) -> int:
    """Set up and run pytest in a throw-away database; nothing else prints after pytest's closing line."""
    VAR.mkdir(exist_ok=True)
    progress = Progress()
    python = environment.ensure("test", progress)
    chromium = browser.find(python, progress) if browser.wanted(arguments) else None
    with throw_away(environment.site_packages(python), progress) as found:
        env = django_environment(found)
        if chromium:
            env["CHROMIUM"] = str(chromium)
        collect_static(python, env, progress)
        return children.run([python, "-m", "pytest", *arguments], env=env, cwd=CLONE, stdin=None)


def benchmark(arguments: Sequence[str]) -> int:
    """Set up and run the benchmarks in a throw-away database."""
    progress = Progress()
    python = environment.ensure("run", progress)
    with throw_away(environment.site_packages(python), progress) as found:
        env = django_environment(found)
        collect_static(python, env, progress)
        return children.run([python, "-m", "benchmarks", *arguments], env=env, cwd=CLONE, stdin=None)
