"""`manage.py parse_shares "TEXT"`: a Factbook list as a line of JSON; `-` reads one text a line from standard input."""

import codecs
import json
import sys
from argparse import ArgumentParser
from decimal import Decimal
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand

from profiles.factbook.shares import Share, parse

_BAD_BYTES = "Bytes that are no UTF-8 were replaced."


def answer(text: str) -> dict[str, Any]:
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


def line_answer(line: bytes) -> dict[str, Any]:
    """The reading of one line of standard input, its line ending still on it."""
    text = line.rstrip(b"\r\n")
    try:
        return answer(text.decode("utf-8"))
    except UnicodeDecodeError:
        found = answer(text.decode("utf-8", errors="replace"))
    return {**found, "warnings": [_BAD_BYTES, *found["warnings"]]}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _parent(share: Share, shares: tuple[Share, ...]) -> str | None:
    return None if share.parent is None else shares[share.parent].label


class Command(BaseCommand):
    """Reads lists of ethnic groups, religions and languages; needs no database."""

    help = "Read a Factbook list of shares: one line of JSON with shares, as_of, notes and warnings."
    requires_system_checks = ()
    stealth_options = ("stdin",)  # tests hand in their own bytes

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One positional argument."""
        parser.add_argument(
            "text", metavar="TEXT", help="the list as printed; - reads one text a line from standard input"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer the one text, or each line as soon as it is read."""
        if options["text"] != "-":
            self._print(answer(options["text"]))
            return
        stream: BinaryIO = options.get("stdin") or sys.stdin.buffer
        for number, line in enumerate(stream):
            self._print(line_answer(line.removeprefix(codecs.BOM_UTF8) if number == 0 else line))

    def _print(self, found: dict[str, Any]) -> None:
        # ASCII output survives lone surrogates and any encoding of the terminal.
        self.stdout.write(json.dumps(found))
        self.stdout.flush()
