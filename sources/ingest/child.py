"""Reading a file in a process of its own, with limits of time, memory and output.

Whatever a file does to its reader (endless loops, memory, a crash in a library), it does to that process, and the
caller gets a refusal. The process knows no settings and no database. It is given the request as one line of JSON with
the file behind it, and answers with one JSON value: no pickle, since what has read a hostile file is not to be trusted.
"""

import json
import math
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from sources.ingest.blocks import (
    Block,
    Furniture,
    Kind,
    Marker,
    Part,
    Proposal,
    Reading,
    RefusedFileError,
    Repair,
    Span,
)

SECONDS = 240.0
MEMORY = 2 * 1024**3
_OUTPUT = 1024**3
_OPEN_FILES = 64
_ROOT = Path(__file__).resolve().parents[2]
_LOOK = 0.1
Progress = Callable[[int, int], None]


def read_limited(
    data: bytes,
    name: str,
    layout: str | None = None,
    *,
    seconds: float = SECONDS,
    memory: int = MEMORY,
    entry: str = "",
    progress: Progress | None = None,
) -> Reading:
    """`opening.read` in a process of its own, ended after `seconds` of clock or processor, with `memory` bytes.

    Raises RefusedFileError where the file is refused, and where the process breaks off for any reason. Systems that
    know no limit of memory (macOS) keep the other limits.
    """
    request = {"name": name, "layout": layout, "entry": entry, "seconds": seconds, "memory": memory}
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as said:
        given.write(json.dumps(request).encode() + b"\n")
        given.write(data)
        given.seek(0)
        process = subprocess.Popen(
            [sys.executable, "-m", "sources.ingest.child"],
            stdin=given,
            stdout=answer,
            stderr=said,
            cwd=_ROOT,
            env=_environment(),
            start_new_session=True,
        )
        try:
            _wait(process, seconds, said, progress)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        if process.returncode:
            raise RefusedFileError(_ended(process.returncode, seconds))
        answer.seek(0)
        return _understood(answer.read())


def _environment() -> dict[str, str]:
    """What the process may know: nothing of settings, keys or databases."""
    kept = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR")
    return {name: os.environ[name] for name in kept if name in os.environ} | {"PYTHONUTF8": "1"}


def _wait(process: "subprocess.Popen[bytes]", seconds: float, said: IO[bytes], progress: Progress | None) -> None:
    """Wait for the end, telling progress. Raises RefusedFileError when the time is over."""
    until = time.monotonic() + seconds
    while True:
        try:
            process.wait(min(_LOOK, max(0.0, until - time.monotonic())))
        except subprocess.TimeoutExpired:
            if time.monotonic() >= until:
                raise RefusedFileError(
                    f"Reading the file took longer than {seconds:g} seconds; it was stopped."
                ) from None
            if progress:
                _tell(said, progress)
        else:
            return


def _tell(said: IO[bytes], progress: Progress) -> None:
    """Pass the latest step on. The file is shared with the process, so it is read at a place and never moved."""
    size = os.fstat(said.fileno()).st_size
    lines = os.pread(said.fileno(), 200, max(0, size - 200)).split(b"\n")[:-1]
    words = lines[-1].split() if lines else []
    if len(words) == 3 and words[0] == b"step" and words[1].isdigit() and words[2].isdigit():
        progress(int(words[1]), int(words[2]))


def _ended(code: int, seconds: float) -> str:
    if -code in {signal.SIGXCPU, signal.SIGKILL}:
        return f"Reading the file took more than {seconds:g} seconds or all memory; it was stopped."
    return f"The file broke its reader (ended with {code}); it is damaged, or of a kind that cannot be read."


def _understood(answer: bytes) -> Reading:
    """The reading that an answer tells. Raises RefusedFileError for a refusal and for anything else."""
    try:
        told = json.loads(answer)
        refused = str(told["refused"])
        reading = None if refused else _unpacked(told["reading"])
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        refused, reading = "The file broke its reader, which gave no answer that makes sense.", None
    if reading is None:
        raise RefusedFileError(refused)
    return reading


def _packed(reading: Reading) -> list[Any]:
    """The reading as lists, in the order of its fields."""
    return [
        reading.layout,
        reading.text,
        reading.encoding,
        [
            [
                each.kind.value,
                each.text,
                [[span.start, span.end] for span in each.spans],
                each.first_line,
                each.last_line,
                each.label,
                each.lead,
                each.level,
                each.parent,
                each.page,
                [[marker.number, marker.offset] for marker in each.markers],
                [[repair.offset, repair.printed, repair.mended, repair.reason] for repair in each.repairs],
            ]
            for each in reading.blocks
        ],
        [[each.text, [each.span.start, each.span.end], each.line, each.reason] for each in reading.furniture],
        _packed_proposals(reading.proposals),
        [[each.title, each.first_line, each.last_line, _packed_proposals(each.proposals)] for each in reading.parts],
        list(reading.warnings),
    ]


def _packed_proposals(proposals: tuple[Proposal, ...]) -> list[Any]:
    return [[each.field, each.value, each.line] for each in proposals]


def _unpacked(told: Any) -> Reading:
    layout, text, encoding, blocks, furniture, proposals, parts, warnings = told
    return Reading(
        layout=str(layout),
        text=str(text),
        encoding=str(encoding),
        blocks=tuple(_block(*each) for each in blocks),
        furniture=tuple(Furniture(words, Span(*span), line, reason) for words, span, line, reason in furniture),
        proposals=tuple(Proposal(*each) for each in proposals),
        parts=tuple(
            Part(title, first, last, tuple(Proposal(*each) for each in inner)) for title, first, last, inner in parts
        ),
        warnings=tuple(map(str, warnings)),
    )


def _block(kind: str, text: str, spans: Any, first: int, last: int, *rest: Any) -> Block:
    label, lead, level, parent, page, markers, repairs = rest
    return Block(
        kind=Kind(kind),
        text=text,
        spans=tuple(Span(*each) for each in spans),
        first_line=first,
        last_line=last,
        label=label,
        lead=lead,
        level=level,
        parent=parent,
        page=page,
        markers=tuple(Marker(*each) for each in markers),
        repairs=tuple(Repair(*each) for each in repairs),
    )


def _limit(seconds: float, memory: int) -> None:
    """Take the limits upon this process, as far as the system has them."""
    try:
        import resource
    except ImportError:
        return
    for kind, limit in (
        ("RLIMIT_AS", memory),
        ("RLIMIT_CPU", math.ceil(seconds)),
        ("RLIMIT_FSIZE", _OUTPUT),
        ("RLIMIT_NOFILE", _OPEN_FILES),
        ("RLIMIT_CORE", 0),
    ):
        number = getattr(resource, kind, None)
        if number is None:
            continue
        hard = resource.getrlimit(number)[1]
        within = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(number, (within, within))
        except (ValueError, OSError):
            continue


def _step(done: int, whole: int) -> None:
    sys.stderr.write(f"step {done} {whole}\n")
    sys.stderr.flush()


def main() -> None:
    """Read the file on standard input as asked, and answer on standard output."""
    request = json.loads(sys.stdin.buffer.readline())
    _limit(request["seconds"], request["memory"])
    refused, packed = "", None
    try:
        # Behind the limits, since importing readers is part of the work.
        from sources.ingest import opening

        data = sys.stdin.buffer.read()
        packed = _packed(opening.read(data, request["name"], request["layout"], entry=request["entry"], progress=_step))
    except RefusedFileError as error:
        refused = str(error)
    except MemoryError:
        refused = "Reading the file takes more memory than it may have; it was stopped."
    except RecursionError:
        refused = "The file is nested too deeply to be read."
    answer = json.dumps({"refused": refused, "reading": packed}, ensure_ascii=False)
    sys.stdout.buffer.write(answer.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
