"""Where things stand on the server's drawings: plain geometry, in per cent of a drawing's width. Pure.

A scale starts at zero. Nothing is averaged and nothing joins one source's answer to another's.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

MOST_TICKS = 5
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


class Drawable(Protocol):
    """A number as sources give it: either bound may be missing."""

    @property
    def low(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...
    @property
    def percent(self) -> bool: ...


@dataclass(frozen=True)
class Tick:
    """A mark on the scale."""

    x: str
    label: str


@dataclass(frozen=True)
class Dot:
    """One source's number: a point, a range that it printed, or a point with an open side."""

    x: str
    to: str = ""  # the other end of a range
    open: str = ""  # "right" for at least and more than, "left" for at most and less than


@dataclass(frozen=True)
class Plot:
    """Rows of dots on one scale; a row in words has no dot."""

    dots: list[Dot | None]
    ticks: list[Tick]


def top_of(values: Sequence[Decimal], *, percent: bool = False) -> tuple[Decimal, Decimal]:
    """The end of a scale that starts at zero, and its step: round numbers, with room above the largest value."""
    largest = max((value for value in values), default=Decimal(0))
    if percent and largest > 20:
        return Decimal(100), Decimal(25)
    if largest <= 0:
        return Decimal(1), Decimal(1)
    raw = largest / (MOST_TICKS - 1)
    power = Decimal(10) ** raw.adjusted()
    step = next(each * power for each in _STEPS if each * power >= raw)
    count = int(largest // step) + 1
    return step * count, step


def percent_of(value: Decimal, top: Decimal) -> str:
    """A place on a drawing: per cent of its width, to a hundredth."""
    share = max(Decimal(0), min(Decimal(100), value * 100 / top))
    return f"{share:.2f}".rstrip("0").rstrip(".") + "%"


def dot_plot(rows: Sequence[Drawable]) -> Plot:
    """Dot rows for answers that count on one scale."""
    values = [value for row in rows for value in (row.low, row.high) if value is not None]
    top, step = top_of(values, percent=any(row.percent for row in rows))
    return Plot([_dot(row, top) for row in rows], _ticks(top, step))


def _dot(row: Drawable, top: Decimal) -> Dot | None:
    if row.low is not None and row.high is not None:
        to = percent_of(row.high, top) if row.high != row.low else ""
        return Dot(percent_of(row.low, top), to)
    if row.low is not None:
        return Dot(percent_of(row.low, top), open="right")
    return Dot(percent_of(row.high, top), open="left") if row.high is not None else None


def _ticks(top: Decimal, step: Decimal) -> list[Tick]:
    made, value = [], Decimal(0)
    while value <= top:
        made.append(Tick(percent_of(value, top), f"{value.normalize():,f}"))
        value += step
    return made


@dataclass(frozen=True)
class Block:
    """A part of a bar that fills the whole width."""

    x: str
    width: str
    middle: str


def blocks(counts: Sequence[int]) -> list[Block]:
    """Parts of one bar, in proportion to their counts."""
    total = Decimal(sum(counts) or 1)
    made, start = [], Decimal(0)
    for count in counts:
        end = start + count
        middle = percent_of((start + end) / 2, total)
        made.append(Block(percent_of(start, total), percent_of(Decimal(count), total), middle))
        start = end
    return made


@dataclass(frozen=True)
class Line:
    """One group in two lists: where its points and labels stand; an end is missing where one list has no such group."""

    label: str
    left: float | None
    right: float | None
    left_label: float | None
    right_label: float | None
    left_text: str
    right_text: str


@dataclass(frozen=True)
class Slope:
    """Two lists side by side, groups joined where both have them."""

    lines: list[Line]
    height: int


ROW = 17  # px between two labels that would otherwise cover each other
TALL = 300
HEAD = 30


def slope(pairs: Sequence[tuple[str, Decimal | None, Decimal | None, str, str]]) -> Slope:
    """Place (label, left value, right value, left words, right words) on two uprights that start at zero."""
    values = [value for _, left, right, *_ in pairs for value in (left, right) if value is not None]
    top = max(values, default=Decimal(1)) or Decimal(1)

    def y(value: Decimal | None) -> float | None:
        return None if value is None else HEAD + TALL - float(value / top) * TALL

    lefts, rights = [y(pair[1]) for pair in pairs], [y(pair[2]) for pair in pairs]
    left_labels, right_labels = spread(lefts), spread(rights)
    lines = [
        Line(pair[0], lefts[n], rights[n], left_labels[n], right_labels[n], pair[3], pair[4])
        for n, pair in enumerate(pairs)
    ]
    lowest = max((each for each in (*left_labels, *right_labels) if each is not None), default=0)
    return Slope(lines, int(lowest) + ROW)


def spread(places: Sequence[float | None], gap: float = ROW) -> list[float | None]:
    """Move labels down just as far as they need so that none covers another; their order stays."""
    made: list[float | None] = [None] * len(places)
    last = float("-inf")
    for place, index in sorted((place, index) for index, place in enumerate(places) if place is not None):
        last = max(place, last + gap)
        made[index] = last
    return made


@dataclass(frozen=True)
class Wedge:
    """One party's seats in a hemicycle: a path of dots, and where its number stands outside the arc."""

    path: str
    x: float
    y: float


@dataclass(frozen=True)
class Hemicycle:
    """All seats of a chamber on half circles, in a box of 200 by `height`; dots are as wide as `dot`."""

    wedges: list[Wedge]
    dot: float
    height: float


OUTER, INNER = 88.0, 36.0
CENTRE = (100.0, 98.0)
MOST_DOTS = 3000  # the largest assembly has fewer; more would be a misreading


def hemicycle(counts: Sequence[int]) -> Hemicycle | None:
    """Place each seat as a dot, from left to right in the order of the counts; None where there is nothing to draw."""
    total = sum(counts)
    if not 1 < total <= MOST_DOTS or min(counts) < 0:
        return None
    seats, gap = arcs(total)
    wedges, start = [], 0
    for count in counts:
        mine = seats[start : start + count]
        start += count
        if mine:
            middle = (mine[0][0] + mine[-1][0]) / 2
            path = "".join(f"M{x:.1f} {y:.1f}h0" for _, x, y in mine)
            wedges.append(Wedge(path, *(round(each, 1) for each in _at(middle, OUTER + 9))))
        else:
            wedges.append(Wedge("", 0, 0))
    return Hemicycle(wedges, round(gap * 0.8, 2), 106.0)


def arcs(total: int) -> tuple[list[tuple[float, float, float]], float]:
    """Spread seats over half circles; return (angle, x, y) of each from left to right, and the gap between two.

    As many rows are used as keep the gap within a row as close as can be to the gap between the rows.
    """
    rows = min(range(1, 25), key=lambda number: abs(_gap(total, number) - (OUTER - INNER) / max(number - 1, 1)))
    radii = [OUTER] if rows == 1 else [INNER + (OUTER - INNER) * n / (rows - 1) for n in range(rows)]
    made = []
    given, share = 0, 0.0
    for radius in radii:
        share += total * radius / sum(radii)
        number, given = round(share) - given, round(share)
        for seat in range(number):
            angle = math.pi * (1 - (seat + 0.5) / number)
            made.append((angle, *_at(angle, radius)))
    made.sort(key=lambda seat: -seat[0])
    gap = min(_gap(total, rows), (OUTER - INNER) / max(rows - 1, 1), 14)
    return made, gap


def _gap(total: int, rows: int) -> float:
    """Return the distance between two seats of a row, where all rows are filled alike."""
    middle = OUTER if rows == 1 else (OUTER + INNER) / 2
    return math.pi * middle * rows / total


def _at(angle: float, radius: float) -> tuple[float, float]:
    return CENTRE[0] + radius * math.cos(angle), CENTRE[1] - radius * math.sin(angle)
