"""`manage.py parse_shares "TEXT"`: a Factbook list as a line of JSON; `-` reads one text a line from standard input."""

from argparse import ArgumentParser
from decimal import Decimal
from typing import Any

from profiles.factbook.peoples.shares import Share, parse
from sources.management.answering import Answer, AnsweringCommand, with_warnings


def answer(text: str) -> Answer:
    """The reading of one text, ready for JSON: `shares`, `as_of` (EDTF or ''), `notes`, `warnings`.

    A share's `parent` is the label of the line that it is part of, or None; bounds are per cent, None where open.
    """
    found = parse(text)
    shares = [
        {
            "label": share.label,
            "low": _number(share.low),
            "high": _number(share.high),
            "qualifier": share.qualifier,
            "parent": _parent(share, found.shares),
            "printed": share.printed,
        }
        for share in found.shares
    ]
    return {"shares": shares, "as_of": found.as_of, "notes": list(found.notes), "warnings": list(found.warnings)}


def line_answer(line: bytes) -> Answer:
    """The reading of one line of standard input, its line ending still on it."""
    return with_warnings(line, answer)


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _parent(share: Share, shares: tuple[Share, ...]) -> str | None:
    return None if share.parent is None else shares[share.parent].label


class Command(AnsweringCommand):
    """Reads lists of ethnic groups, religions and languages; needs no database."""

    help = "Read a Factbook list of shares: one line of JSON with shares, as_of, notes and warnings."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One positional argument."""
        parser.add_argument(
            "text", metavar="TEXT", help="the list as printed; - reads one text a line from standard input"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer the one text, or each line as soon as it is read."""
        self.print_answers(options["text"], answer, line_answer, options.get("stdin"))
