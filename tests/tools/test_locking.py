"""Locks: who holds them, and that a child that inherits one keeps it."""

import subprocess
import sys

from tools.locking import Lock, held, holding, wait_until


def test_a_lock_is_held_by_one(tmp_path):
    path = tmp_path / "deep" / "lock"
    assert not held(path)
    with Lock(path) as first, Lock(path) as second:
        assert first.take()
        assert held(path)
        assert not second.take()
        first.free()
        assert second.take()
    assert not held(path)


def test_a_shared_lock_is_held_by_many_and_shuts_out_one(tmp_path):
    path = tmp_path / "lock"
    with Lock(path) as first, Lock(path) as second:
        assert first.take(shared=True)
        assert second.take(shared=True)
        first.free()
        assert not first.take()
        second.free()
        assert first.take()


def test_a_child_keeps_the_lock_it_inherits(tmp_path):
    path = tmp_path / "lock"
    with Lock(path) as lock:
        assert lock.take()
        command = [sys.executable, "-c", "import sys; sys.stdin.read()"]
        child = subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=(lock.descriptor,))
    assert held(path)
    child.communicate(b"")
    assert not held(path)


def test_closing_twice_is_harmless(tmp_path):
    with Lock(tmp_path / "lock") as lock:
        lock.close()


def test_whoever_waits_says_so_once(tmp_path):
    said = []
    with Lock(tmp_path / "lock") as other:
        other.take()

        def waiting():
            said.append("waiting")
            other.free()

        with holding(tmp_path / "lock", waiting=waiting):
            assert said == ["waiting"]


def test_waiting_ends():
    assert not wait_until(lambda: False, 0.05)
    assert wait_until(lambda: True, 0)
