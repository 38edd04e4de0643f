"""The environment: when it is remade, and what a lock must say."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from tools import environment
from tools.environment import HEADER, LEVELS, Stamp
from tools.terminal import Problem

HASHES = {"run": "1", "test": "2", "check": "3"}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder that looks like an environment, with its stamp."""
    folder = tmp_path / ".venv"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").touch()
    Stamp(str(folder), os.path.realpath(folder / "bin" / "python"), {"run": "1"}).write(folder)
    return folder


def test_a_stamped_environment_stands_where_it_was_made(made):
    assert Stamp.read(made).stands(made)


def test_a_moved_environment_does_not_stand(made, tmp_path):
    moved = made.rename(tmp_path / "elsewhere")
    assert not Stamp.read(moved).stands(moved)


def test_an_environment_whose_python_is_gone_or_another_does_not_stand(made):
    python = made / "bin" / "python"
    python.unlink()
    assert not Stamp.read(made).stands(made)
    (made / "bin" / "python3.99").touch()
    python.symlink_to("python3.99")
    assert not Stamp.read(made).stands(made)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"path": "/x"}'])
def test_an_unreadable_stamp_is_none(tmp_path, content):
    (tmp_path / environment.STAMP).write_text(content)
    assert Stamp.read(tmp_path) == Stamp()


def test_levels_are_satisfied_by_their_own_lock_only():
    stamp = Stamp(locks={"run": "1"})
    assert stamp.satisfies("run", HASHES)
    assert not stamp.satisfies("test", HASHES)
    assert not stamp.outdated(HASHES)


def test_a_changed_lock_outdates_what_was_installed_from_it():
    assert Stamp(locks={"run": "1", "test": "old"}).outdated(HASHES)


def test_vendored_pip_is_the_one_whose_hash_is_noted():
    assert environment.vendored_pip().suffix == ".whl"


def test_a_changed_pip_is_refused(tmp_path):
    vendor = tmp_path / "tools" / "vendor"
    vendor.mkdir(parents=True)
    (vendor / "pip.whl").write_bytes(b"other")
    (vendor / "pip.sha256").write_text(f"{hashlib.sha256(b'pip').hexdigest()}  pip.whl\n")
    with pytest.raises(Problem, match=r"pip\.sha256"):
        environment.vendored_pip(tmp_path)


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A clone with a project and locks without fault."""
    groups = {name: [f"{name}==1"] for name in ("local", "test", "check")}
    tables = "".join(f"{name} = {json.dumps(value)}\n" for name, value in groups.items())
    (tmp_path / "pyproject.toml").write_text(
        f'[project]\nrequires-python = ">=3.11"\ndependencies = ["a"]\n[dependency-groups]\n{tables}'
    )
    (tmp_path / "requirements").mkdir()
    for level in LEVELS:
        environment.lock_file(level, tmp_path).write_text(
            f"{HEADER}{environment.dependency_hash(level, tmp_path)}\na==1 \\\n    --hash=sha256:00\n"
        )
    return tmp_path


def test_locks_without_fault(locked):
    assert environment.lock_faults(locked) == []


def test_a_changed_group_names_the_locks_made_from_it(locked):
    project = locked / "pyproject.toml"
    project.write_text(project.read_text().replace("check==1", "check==2"))
    assert [fault.split()[0] for fault in environment.lock_faults(locked)] == ["requirements/check.txt"]


def test_a_comment_in_the_project_changes_nothing(locked):
    project = locked / "pyproject.toml"
    project.write_text("# a reason\n" + project.read_text())
    assert environment.lock_faults(locked) == []


@pytest.mark.parametrize("line", ["--index-url x", "--extra-index-url x", "--find-links x", "a @ file:///x"])
def test_a_lock_that_names_a_host_or_folder_is_at_fault(locked, line):
    with environment.lock_file("run", locked).open("a") as file:
        file.write(f"{line}\n")
    assert any(line in fault for fault in environment.lock_faults(locked))


def test_locks_that_differ_in_a_version_are_at_fault(locked):
    lock = environment.lock_file("run", locked)
    lock.write_text(lock.read_text().replace("a==1", "a==2"))
    assert environment.lock_faults(locked) == ["requirements/run.txt: a==2 differs from a wider lock"]


def test_our_own_locks_are_without_fault():
    assert environment.lock_faults() == []


def test_the_callers_python_settings_do_not_reach_ours(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "other.settings")
    assert not {"PYTHONPATH", "DJANGO_SETTINGS_MODULE"} & environment.clean_environment().keys()
