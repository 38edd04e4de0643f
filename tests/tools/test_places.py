"""Where a clone keeps its things."""

from pathlib import Path

from tools import places


def test_data_lie_in_the_clone_for_a_user():
    assert places.database_home(Path("/home/a/clone"), root=False) == Path("/home/a/clone/var/pg")


def test_roots_data_lie_outside_and_apart_for_each_clone():
    one, two = (places.database_home(Path(clone), root=True) for clone in ("/clones/one", "/clones/two"))
    assert one.parent == two.parent == Path("/var/lib/rightsbook")
    assert one != two
    assert len(one.name) == 12


def test_a_clones_path_may_be_no_text():
    assert len(places.clone_id(Path("/home/\udcff"))) == 12


def test_the_shortest_limit_counts_bytes():
    name = len("/.s.PGSQL.5432")
    assert places.socket_fits(Path("/" + "a" * (102 - name)))
    assert not places.socket_fits(Path("/" + "a" * (103 - name)))
    assert not places.socket_fits(Path("/" + "é" * 50))


def test_the_socket_folder_is_short_and_closed_to_others():
    folder = places.short_folder()
    try:
        assert places.socket_fits(folder)
        assert folder.stat().st_mode & 0o777 == 0o700
    finally:
        folder.rmdir()
