"""Which numbers are meant as a count: among all that might be, the best chain that rises one by one. Pure."""

from collections.abc import Sequence

_LATE_START = 3.0
_PER_SKIP = 0.6


def chain(
    values: Sequence[int], worths: Sequence[float], *, reach: int = 30, restart: float | None = None
) -> list[int]:
    """Return the indices of the candidates that count best, in order; linear in their number.

    `values` are the printed numbers in the order of the text, `worths` how much each looks the part. A step may leave
    out numbers (lost ones), up to `reach`, and pays for each. A chain that does not start at 1 pays too; with
    `restart`, that many points buy a new start at 1.
    """
    best: dict[int, int] = {}
    score: list[float] = []
    back: list[int] = []
    top = -1
    for index, value in enumerate(values):
        found, source = (0.0 if value == 1 else -_LATE_START), -1
        if restart is not None and value == 1 and top >= 0 and score[top] - restart > found:
            found, source = score[top] - restart, top
        for step in range(1, min(reach, value) + 1):
            before = best.get(value - step)
            if before is not None and score[before] - _PER_SKIP * (step - 1) > found:
                found, source = score[before] - _PER_SKIP * (step - 1), before
        score.append(found + worths[index])
        back.append(source)
        if value not in best or score[index] > score[best[value]]:
            best[value] = index
        if top < 0 or score[index] > score[top]:
            top = index
    chosen: list[int] = []
    while top >= 0:
        chosen.append(top)
        top = back[top]
    return chosen[::-1]
