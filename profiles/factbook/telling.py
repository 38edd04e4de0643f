"""What an import did, as lines for a terminal."""

from collections import Counter
from collections.abc import Iterator

from profiles.factbook.loading import Outcome
from profiles.factbook.rows.tally import Tally


def lines(outcome: Outcome, *, every: bool) -> Iterator[str]:
    """Say what was read by subject, what the database took by table, what wants a look, and what was refused and why.

    `every` lists each refused part instead of the reasons alone.
    """
    tally = outcome.tally
    for subject in sorted({*tally.whole, *tally.partly}):
        whole, partly = tally.whole.get(subject, 0), tally.partly.get(subject, 0)
        yield f"read {subject}: {whole} whole, {partly} in part"
    for name, counts in outcome.report.tallies.items():
        yield f"{name}: {counts}"
    yield f"in all: {outcome.report.total}"
    for name, reason in tally.left_out:
        yield f"left out: {name}: {reason}"
    yield from _to_look_at(tally)
    yield from _refused(tally, every=every)


def _to_look_at(tally: Tally) -> Iterator[str]:
    for name, number in sorted(tally.differing.items()):
        yield f"imports differ in {name}: {number}"
    for line in sorted(tally.conflicts):
        yield f"conflict: {line}"
    for line in tally.doubtful:
        yield f"doubtful: {line}"
    yield f"to be looked at: {len(tally.doubtful)} doubtful, {len(tally.conflicts)} in conflict with other sources"


def _refused(tally: Tally, *, every: bool) -> Iterator[str]:
    if every:
        yield from (f"refused: {refusal}" for refusal in tally.refused)
    else:
        reasons = Counter(refusal.reason for refusal in tally.refused)
        for reason, number in sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])):
            yield f"refused {number}: {reason}"
    yield f"refused in all: {len(tally.refused)}"
