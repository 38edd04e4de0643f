"""`manage.py check_quote FILE "TEXT"`: whether words stand in a file; `-` reads one quotation a line from input."""

from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from sources.folding import Folded, fold
from sources.ingest.blocks import RefusedFileError
from sources.ingest.decoding import decode
from sources.management.answering import Answer, AnsweringCommand
from sources.quotations import Result, check

_BAD_BYTES = "The quotation is no valid UTF-8."


def answer(text: Folded, quote: str) -> Answer:
    """The verdict on one quotation, ready for JSON: `result`, `reason`, `start` and `end` (characters, or None)."""
    verdict = check(text, quote)
    return {"result": verdict.result, "reason": verdict.reason, "start": verdict.start, "end": verdict.end}


def line_answer(text: Folded, line: bytes) -> Answer:
    """The verdict on one line of standard input, its line ending still on it."""
    try:
        return answer(text, line.rstrip(b"\r\n").decode("utf-8"))
    except UnicodeDecodeError:
        return {"result": Result.REFUSED, "reason": _BAD_BYTES, "start": None, "end": None}


class Command(AnsweringCommand):
    """Checks quotations against a text file; needs no database."""

    help = "Check a quotation against a text file: one line of JSON with result, reason, start and end."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Two positional arguments."""
        parser.add_argument("file", metavar="FILE", help="a text file; start and end count its characters from 0")
        parser.add_argument("text", metavar="TEXT", help="the quotation; - reads one a line from standard input")

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer the one quotation, or each line as soon as it is read."""
        text = fold(self._read(options["file"]))
        self.print_answers(options["text"], partial(answer, text), partial(line_answer, text), options.get("stdin"))

    def _read(self, name: str) -> str:
        try:
            return decode(Path(name).read_bytes())[0]
        except RefusedFileError as error:
            raise CommandError(f"{name}: {error}") from error
        except (OSError, ValueError) as error:  # a path with a NUL is a ValueError
            raise CommandError(f"{name!a}: {getattr(error, 'strerror', None) or error}.") from error
