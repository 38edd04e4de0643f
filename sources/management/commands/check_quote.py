"""`manage.py check_quote FILE "TEXT"`: whether words stand in a file; `-` reads one quotation a line from input."""

import codecs
import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError

from sources.folding import Folded, fold
from sources.ingest.blocks import RefusedFileError
from sources.ingest.decoding import decode
from sources.quotations import Result, check

_BAD_BYTES = "The quotation is no valid UTF-8."


def answer(text: Folded, quote: str) -> dict[str, str | int | None]:
    """The verdict on one quotation, ready for JSON: `result`, `reason`, `start` and `end` (characters, or None)."""
    verdict = check(text, quote)
    return {"result": verdict.result, "reason": verdict.reason, "start": verdict.start, "end": verdict.end}


def line_answer(text: Folded, line: bytes) -> dict[str, str | int | None]:
    """The verdict on one line of standard input, its line ending still on it."""
    try:
        return answer(text, line.rstrip(b"\r\n").decode("utf-8"))
    except UnicodeDecodeError:
        return {"result": Result.REFUSED, "reason": _BAD_BYTES, "start": None, "end": None}


class Command(BaseCommand):
    """Checks quotations against a text file; needs no database."""

    help = "Check a quotation against a text file: one line of JSON with result, reason, start and end."
    requires_system_checks = ()
    stealth_options = ("stdin",)  # tests hand in their own bytes

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Two positional arguments."""
        parser.add_argument("file", metavar="FILE", help="a text file; start and end count its characters from 0")
        parser.add_argument("text", metavar="TEXT", help="the quotation; - reads one a line from standard input")

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer the one quotation, or each line as soon as it is read."""
        text = fold(self._read(options["file"]))
        if options["text"] != "-":
            self._print(answer(text, options["text"]))
            return
        stream: BinaryIO = options.get("stdin") or sys.stdin.buffer
        for number, line in enumerate(stream):
            self._print(line_answer(text, line.removeprefix(codecs.BOM_UTF8) if number == 0 else line))

    def _read(self, name: str) -> str:
        try:
            return decode(Path(name).read_bytes())[0]
        except RefusedFileError as error:
            raise CommandError(f"{name}: {error}") from error
        except (OSError, ValueError) as error:  # a path with a NUL is a ValueError
            raise CommandError(f"{name!a}: {getattr(error, 'strerror', None) or error}.") from error

    def _print(self, found: dict[str, str | int | None]) -> None:
        # ASCII output survives lone surrogates and any encoding of the terminal.
        self.stdout.write(json.dumps(found))
        self.stdout.flush()
