"""What the benchmarks share: the median of some rounds, and the line that says it beside its limit."""

import statistics
import time
from collections.abc import Callable

ROUNDS = 5


def median(act: Callable[[], object]) -> float:
    """Return the median time of an act in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def say(what: str, seconds: float, limit: float, bar: str, rows: int) -> None:
    """Print one line: the figure, the limit, their ratio, what is asked of it, and how many rows."""
    figures = f"{seconds * 1000:9.1f} ms   limit {limit * 1000:9.1f} ms   ratio {limit / seconds:5.2f} ({bar})"
    print(f"{what:<34} {figures}   {rows:,} rows")
