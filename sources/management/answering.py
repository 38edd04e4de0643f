"""Commands that answer texts with lines of JSON: one text from the command line, or one a line from standard input."""

import codecs
import json
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand

Answer = dict[str, Any]
_BAD_BYTES = "Bytes that are no UTF-8 were replaced."


def with_warnings(line: bytes, answer: Callable[[str], Answer]) -> Answer:
    """The answer to a line of input, its ending still on it; bytes that are no UTF-8 lead its `warnings`."""
    line = line.rstrip(b"\r\n")
    try:
        return answer(line.decode("utf-8"))
    except UnicodeDecodeError:
        found = answer(line.decode("utf-8", errors="replace"))
    return {**found, "warnings": [_BAD_BYTES, *found["warnings"]]}


class AnsweringCommand(BaseCommand):
    """Answers the text `-` line by line from standard input, each line as soon as it is read; needs no database."""

    requires_system_checks = ()
    stealth_options = ("stdin",)  # tests hand in their own bytes

    def print_answers(
        self, text: str, answer: Callable[[str], Answer], of_line: Callable[[bytes], Answer], stdin: BinaryIO | None
    ) -> None:
        """Print the answer to a text, or to each line of standard input (or of `stdin`), a byte order mark left out."""
        if text != "-":
            self._print(answer(text))
            return
        for number, line in enumerate(stdin or sys.stdin.buffer):
            self._print(of_line(line.removeprefix(codecs.BOM_UTF8) if number == 0 else line))

    def _print(self, found: Answer) -> None:
        # ASCII output survives lone surrogates and any encoding of the terminal.
        self.stdout.write(json.dumps(found))
        self.stdout.flush()
