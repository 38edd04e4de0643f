"""`manage.py parse_date "TEXT"`: a printed date as one line of JSON; `-` reads one text a line from standard input."""

import codecs
import json
import sys
from argparse import ArgumentParser
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand

from sources.dates import read_printed

_BAD_BYTES = "Bytes that are no UTF-8 were replaced."


def answer(text: str) -> dict[str, str | list[str] | None]:
    """The reading of one text, ready for JSON: `edtf` (or ''), `earliest` and `latest` (ISO or None), `warnings`."""
    reading = read_printed(text)
    return {
        "edtf": reading.edtf,
        "earliest": reading.earliest.isoformat() if reading.earliest else None,
        "latest": reading.latest.isoformat() if reading.latest else None,
        "warnings": list(reading.warnings),
    }


def line_answer(line: bytes) -> dict[str, str | list[str] | None]:
    """The reading of one line of standard input, its line ending still on it."""
    text = line.rstrip(b"\r\n")
    try:
        return answer(text.decode("utf-8"))
    except UnicodeDecodeError:
        found = answer(text.decode("utf-8", errors="replace"))
    warnings = found["warnings"]
    return {**found, "warnings": [_BAD_BYTES, *(warnings if isinstance(warnings, list) else [])]}


class Command(BaseCommand):
    """Reads printed dates; needs no database."""

    help = "Read a printed date: one line of JSON with edtf, earliest, latest and warnings."
    requires_system_checks = ()
    stealth_options = ("stdin",)  # tests hand in their own bytes

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One positional argument."""
        parser.add_argument(
            "text", metavar="TEXT", help="the date as printed; - reads one text a line from standard input"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer the one text, or each line as soon as it is read."""
        if options["text"] != "-":
            self._print(answer(options["text"]))
            return
        stream: BinaryIO = options.get("stdin") or sys.stdin.buffer
        for number, line in enumerate(stream):
            self._print(line_answer(line.removeprefix(codecs.BOM_UTF8) if number == 0 else line))

    def _print(self, found: dict[str, str | list[str] | None]) -> None:
        # ASCII output survives lone surrogates and any encoding of the terminal.
        self.stdout.write(json.dumps(found))
        self.stdout.flush()
