"""What an import did, as lines for a terminal."""

from collections.abc import Iterator

from profiles.factbook.loading import Outcome


def lines(outcome: Outcome, *, every: bool) -> Iterator[str]:
    """Say what was read by subject, what the database took by table, and what was refused: every part or by reason."""
    tally = outcome.tally
    for subject in sorted({*tally.whole, *tally.partly}):
        whole, partly = tally.whole.get(subject, 0), tally.partly.get(subject, 0)
        yield f"read {subject}: {whole} whole, {partly} in part"
    for name, counts in outcome.report.tallies.items():
        yield f"{name}: {counts}"
    yield f"in all: {outcome.report.total}"
    for name, reason in tally.left_out:
        yield f"left out: {name}: {reason}"
    for line in tally.doubtful:
        yield f"doubtful: {line}"
    reasons: dict[str, int] = {}
    for refusal in tally.refused:
        reasons[refusal.reason] = reasons.get(refusal.reason, 0) + 1
        if every:
            yield f"refused: {refusal}"
    for reason, number in sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])):
        if not every:
            yield f"refused {number}: {reason}"
    yield f"refused in all: {len(tally.refused)}"
