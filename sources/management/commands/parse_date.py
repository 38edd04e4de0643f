"""`manage.py parse_date "TEXT"`: a printed date as one line of JSON; `-` reads one text a line from standard input."""

from argparse import ArgumentParser
from typing import Any

from sources.dates import read_printed
from sources.management.answering import Answer, AnsweringCommand, with_warnings


def answer(text: str) -> Answer:
    """The reading of one text, ready for JSON: `edtf` (or ''), `earliest` and `latest` (ISO or None), `warnings`."""
    reading = read_printed(text)
    return {
        "edtf": reading.edtf,
        "earliest": reading.earliest.isoformat() if reading.earliest else None,
        "latest": reading.latest.isoformat() if reading.latest else None,
        "warnings": list(reading.warnings),
    }


def line_answer(line: bytes) -> Answer:
    """The reading of one line of standard input, its line ending still on it."""
    return with_warnings(line, answer)


class Command(AnsweringCommand):
    """Reads printed dates; needs no database."""

    help = "Read a printed date: one line of JSON with edtf, earliest, latest and warnings."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One positional argument."""
        parser.add_argument(
            "text", metavar="TEXT", help="the date as printed; - reads one text a line from standard input"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer the one text, or each line as soon as it is read."""
        self.print_answers(options["text"], answer, line_answer, options.get("stdin"))
