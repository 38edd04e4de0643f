"""When a browser is looked for, and which programs count as one."""

import pytest

from tools import browser
from tools.terminal import Problem


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], True),
        (["tests/sources"], True),
        (["-m", "browser"], True),
        (["-m", "not browser"], False),
        (["-mnot browser"], False),
        (["-x", "-m", "not browser and not corpus", "tests"], False),
        (["-k", "not browser"], True),
        (["-m"], True),
    ],
)
def test_a_browser_is_looked_for_unless_its_tests_are_left_out(arguments, wanted):
    assert browser.wanted(arguments) is wanted


def _program(path, words, status=0):
    path.write_text(f"#!/bin/sh\necho '{words}'\nexit {status}\n")
    path.chmod(0o755)
    return path


def test_a_browser_is_what_says_so_and_starts(tmp_path):
    assert browser.starts(_program(tmp_path / "good", "Chromium 156.0"))
    assert browser.starts(_program(tmp_path / "other", "Google Chrome 156.0"))
    assert not browser.starts(_program(tmp_path / "stub", "requires the chromium snap", 1))
    assert not browser.starts(_program(tmp_path / "else", "Firefox 150"))
    assert not browser.starts(tmp_path / "none")


def test_a_named_browser_is_taken_or_refused_by_name(tmp_path, monkeypatch):
    good = _program(tmp_path / "good", "Chromium 156.0")
    monkeypatch.setenv("CHROMIUM", str(good))
    assert browser.find(tmp_path, None) == good
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(Problem, match="CHROMIUM=/nowhere/chromium"):
        browser.find(tmp_path, None)
