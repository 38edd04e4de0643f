"""The printed lines of one PDF page, with where they stand, how large they are and which figures are raised. Pure.

pypdf gives the text in the order in which the page is drawn and says for each run of it the place and the size.
"""

import math
import re
from dataclasses import dataclass, field
from typing import Any

_UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\u200b\ufeff]")
# Codes without a letter draw a bullet in the usual encoding (ISO 32000-1, annex D); symbol fonts keep theirs apart.
_BULLETS = str.maketrans({"\x7f": "•", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "‣", "\uf076": "◦"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_RAISED = re.compile(r"\s*([0-9]{1,3}|\*{1,3}|[†‡])\s*")
_SMALL = 0.86
_SAME_LINE = 0.55


@dataclass(slots=True)
class Row:
    """One printed line. `y` rises from the foot of the page; `size` is that of most of its characters, in points.

    `raised` are the places of small figures in the line, with the figures.
    """

    text: str
    x: float
    y: float
    size: float
    raised: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Run:
    text: str
    x: float
    y: float
    size: float


def rows(page: Any) -> list[Row]:
    """The lines of a page that hold something, in the order of drawing. Raises what pypdf raises."""
    runs: list[list[_Run]] = [[]]

    def visit(text: str, matrix: list[float], inner: list[float], _font: Any, size: float) -> None:
        placed = _Run(text, *_place(matrix, inner, size))
        for number, part in enumerate(
            _SURROGATE.sub("\ufffd", _UNPRINTED.sub("", text.translate(_BULLETS))).split("\n")
        ):
            if number:
                runs.append([])
            if part:
                runs[-1].append(_Run(part, placed.x, placed.y, placed.size))

    page.extract_text(visitor_text=visit)
    found = [_row(line) for line in runs if any(run.text.strip() for run in line)]
    return _joined(found)


def _place(matrix: list[float], inner: list[float], size: float) -> tuple[float, float, float]:
    """Where a run stands on the page, and its size there."""
    x = matrix[0] * inner[4] + matrix[2] * inner[5] + matrix[4]
    y = matrix[1] * inner[4] + matrix[3] * inner[5] + matrix[5]
    scale = math.hypot(inner[2], inner[3]) * math.hypot(matrix[2], matrix[3])
    placed = (float(x), float(y), abs(float(size) * scale))
    return placed if all(map(math.isfinite, placed)) else (0.0, 0.0, 0.0)


def _row(line: list[_Run]) -> Row:
    inked = [run for run in line if run.text.strip()]
    main = max(inked, key=lambda run: (len(run.text.strip()), run.size))
    row = Row("", inked[0].x, main.y, main.size)
    for run in line:
        raised = _RAISED.fullmatch(run.text)
        if raised and run.size < _SMALL * main.size and row.text.strip():
            row.raised.append((len(row.text), raised[1]))
        row.text += run.text
    return row


def _joined(found: list[Row]) -> list[Row]:
    """The rows, those that stand beside the one before made one with it: raised figures, and text behind a gap."""
    joined: list[Row] = []
    for row in found:
        last = joined[-1] if joined else None
        beside = last and last.size and abs(last.y - row.y) < _SAME_LINE * max(last.size, row.size) and row.x > last.x
        if not last or not beside:
            joined.append(row)
            continue
        raised = _RAISED.fullmatch(row.text)
        if raised and row.size < _SMALL * last.size:
            last.raised.append((len(last.text), raised[1]))
        elif not last.raised or last.raised[-1][0] + len(last.raised[-1][1]) < len(last.text.rstrip()):
            last.text = last.text.rstrip() + " "
        if not raised and len(row.text.strip()) > len(last.text.strip()) and row.size > last.size:
            last.size, last.y = row.size, row.y
        last.raised += [(len(last.text) + at, number) for at, number in row.raised]
        last.text += row.text
    return joined
