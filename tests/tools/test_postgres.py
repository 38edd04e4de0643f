"""The private server: its options, and one real life from the making to the end."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import dj_database_url
import psycopg2
import pytest

from tools import binaries, databases, environment, postgres
from tools.locking import held
from tools.places import CLONE
from tools.terminal import Problem, Progress

SITE = environment.site_packages(Path(sys.executable))


def test_one_sort_order_on_every_system():
    assert postgres.locale_options(15, macos=False) == ["--locale=C.UTF-8"]
    assert "--builtin-locale=C.UTF-8" in postgres.locale_options(18, macos=False)
    assert "--locale=C.UTF-8" not in postgres.locale_options(18, macos=True)


def test_data_of_another_version_are_left_alone(tmp_path):
    server = postgres.Server(tmp_path, tmp_path / "lock", tmp_path, account=None)
    server.data.mkdir()
    (server.data / "PG_VERSION").write_text("15\n")
    with pytest.raises(Problem, match="made by PostgreSQL 15, the programs are version 18"):
        postgres._check_version(server, 18)


def test_a_note_cut_short_is_no_server(tmp_path):
    server = postgres.Server(tmp_path, tmp_path / "lock", tmp_path, account=None)
    assert (server.note(), server.sockets(), server.ready(), server.alive()) == ([], None, False, False)
    server.data.mkdir()
    (server.data / "postmaster.pid").write_text("123\n/data\n")
    assert (server.sockets(), server.ready()) == (None, False)


@pytest.fixture
def own_locks(tmp_path, monkeypatch):
    """Locks of this test's own: the run we are in holds the clone's."""
    monkeypatch.setattr(databases, "LOCKS", tmp_path / "locks")
    return tmp_path / "locks"


def _ask(url, question):
    connection = psycopg2.connect(**_arguments(url))
    try:
        with connection.cursor() as cursor:
            cursor.execute(question)
            return cursor.fetchone()
    finally:
        connection.close()


def _arguments(url):
    settings = dj_database_url.parse(url)
    return {"host": settings["HOST"], "port": settings["PORT"], "user": settings["USER"], "dbname": settings["NAME"]}


def test_a_servers_life(own_locks):
    with databases.throw_away(SITE, Progress(io.StringIO())) as found:
        server = found.server
        assert server.home.stat().st_mode & 0o777 == 0o700
        assert server.sockets().stat().st_mode & 0o777 == 0o700
        who = "select current_user, rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user"
        assert _ask(found.url, who) == ("rightsbook", False, True, False)
        owner = "select rolname from pg_database d join pg_roles r on r.oid = datdba where datname = current_database()"
        assert _ask(found.url, owner) == ("rightsbook",)
        assert _ask(found.url, "show listen_addresses") == ("",)
        assert _ask(found.url, "select lower('ÉŞ'), 'a' < 'é', 'B' < 'a'") == ("éş", True, True)
        if os.geteuid() == 0:
            assert server.home.stat().st_uid == binaries.server_account().user
        # A second look at a live server takes it over and starts nothing.
        again = postgres.Server(server.home, server.lock, server.programs, durable=False)
        assert postgres.ensure_running(again, Progress(io.StringIO())) is False
        assert again.url() == found.url
        sockets = server.sockets()
    assert not server.alive()
    assert not server.home.exists()
    assert not sockets.exists()
    assert list((own_locks / "throw-away").iterdir()) == []


def test_data_of_a_clone_that_is_gone_are_set_aside(tmp_path):
    home, said = tmp_path / "0123456789ab", io.StringIO()
    home.mkdir()
    (home / "kept").touch()
    server = postgres.Server(home, tmp_path / "lock", tmp_path, account=None)
    databases._note_where(server, tmp_path / "where", Progress(said))
    assert (tmp_path / "where").read_text() == f"{home}\n"
    assert not home.exists()
    assert [path.parent.name in said.getvalue() for path in tmp_path.glob("*/kept")] == [True]


def test_data_of_this_clone_are_used_again_and_a_move_is_said(tmp_path):
    home, said = tmp_path / "0123456789ab", io.StringIO()
    home.mkdir()
    (tmp_path / "where").write_text(f"{home}\n")
    databases._note_where(postgres.Server(home, home, home, account=None), tmp_path / "where", Progress(said))
    assert home.exists()
    assert said.getvalue() == ""
    moved = postgres.Server(tmp_path / "other", home, home, account=None)
    databases._note_where(moved, tmp_path / "where", Progress(said))
    assert f"stay in {home}" in said.getvalue()


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tools import databases
from tools.terminal import Progress
databases.LOCKS = Path(sys.argv[2])
with databases.throw_away(Path(sys.argv[3]), Progress(sys.stderr)) as found:
    print(found.server.home, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_run_left_is_cleared_by_the_next(own_locks):
    command = [sys.executable, "-c", KILLED, str(CLONE), str(own_locks), str(SITE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    home = Path(done.stdout.strip())
    assert held(own_locks / "throw-away" / f"{home.name}.server")
    with databases.throw_away(SITE, Progress(io.StringIO())):
        assert not home.exists()
    assert list((own_locks / "throw-away").iterdir()) == []
