"""Reading in a process of its own: the same reading, and a refusal whatever becomes of the process."""

import subprocess
import sys
import time

import pytest

from sources.ingest import child, opening
from sources.ingest.blocks import RefusedFileError
from sources.ingest.child import read_limited
from tests.sources.ingest.invented import un_report
from tests.sources.ingest.making import drawn_pdf

TEXT = "\n".join(un_report(alone=True)) + "\nThe munici-\npality of Ő and 𝄞.\n"


def test_a_file_is_read_as_it_is_here():
    data = TEXT.encode()
    assert read_limited(data, "report.txt") == opening.read(data, "report.txt")
    assert read_limited(data, "report.txt", "plain") == opening.read(data, "report.txt", "plain")


def test_every_field_of_a_reading_comes_back():
    data = drawn_pdf(TEXT.split("\n"))
    reading = opening.read(data, "report.pdf")
    assert reading.furniture
    assert read_limited(data, "report.pdf") == reading


def test_a_refusal_comes_back_in_its_own_words():
    with pytest.raises(RefusedFileError, match="Byte 2 is a NUL byte"):
        read_limited(b"a\x00", "a.txt")
    with pytest.raises(RefusedFileError, match="is one document and holds no “b”"):
        read_limited(b"a", "a.txt", entry="b")


def test_the_clock_stops_the_process():
    start = time.monotonic()
    with pytest.raises(RefusedFileError, match=r"longer than 0\.05 seconds"):
        read_limited(TEXT.encode() * 500, "report.txt", seconds=0.05)
    assert time.monotonic() - start < 5


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS knows no limit of memory")
def test_memory_stops_the_process():
    with pytest.raises(RefusedFileError, match=r"memory|broke its reader"):
        read_limited(TEXT.encode() * 3000, "report.txt", memory=120 * 1024 * 1024)


def standing_in(monkeypatch, program: str) -> None:
    """Have another program answer in the reader's place."""
    popen = subprocess.Popen

    def start(command, **options):
        return popen([sys.executable, "-c", program], **options)

    monkeypatch.setattr(child.subprocess, "Popen", start)


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("import os; os.abort()", "broke its reader"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "broke its reader"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "took more than"),
        ("raise ValueError", "broke its reader"),
        ("", "no answer that makes sense"),
        ("print('{')", "no answer that makes sense"),
        ("print('[]')", "no answer that makes sense"),
        ('print(\'{"refused": "", "reading": [1, 2]}\')', "no answer that makes sense"),
        ('print(\'{"refused": "", "reading": ["a", "b", "c", [["verse", "", [], 1]], [], [], [], []]}\')', "no answer"),
    ],
)
def test_whatever_becomes_of_the_process_is_a_refusal(monkeypatch, program, reason):
    standing_in(monkeypatch, program)
    with pytest.raises(RefusedFileError, match=reason):
        read_limited(b"Wells.", "a.txt")


def test_the_process_knows_no_settings_and_no_database(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "never-to-be-passed-on")
    standing_in(monkeypatch, "import json, os; print(json.dumps({'refused': ' '.join(os.environ), 'reading': None}))")
    with pytest.raises(RefusedFileError) as refusal:
        read_limited(b"Wells.", "a.txt")
    assert "PATH" in str(refusal.value)
    assert not {"SECRET_KEY", "DATABASE_URL", "DJANGO_SETTINGS_MODULE"} & set(str(refusal.value).split())


def test_no_django_is_loaded_by_what_reads_files():
    program = "import sys, sources.ingest.child, sources.ingest.opening; print('django' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", program], cwd=child._ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


def test_progress_is_passed_on(monkeypatch):
    program = (
        "import sys, time; sys.stderr.write('step 3 9\\n'); sys.stderr.flush(); time.sleep(0.4);"
        'print(\'{"refused": "done", "reading": null}\')'
    )
    standing_in(monkeypatch, program)
    steps: list[tuple[int, int]] = []
    with pytest.raises(RefusedFileError, match="done"):
        read_limited(b"Wells.", "a.txt", progress=lambda done, whole: steps.append((done, whole)))
    assert set(steps) == {(3, 9)}
