"""Elections with what each source says of their results, and how observers judged them."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from profiles.charts import Plot, dot_plot
from profiles.models import Election, SeatBlock
from profiles.pages import answers as a
from profiles.pages.answers import Answer
from profiles.pages.conflicts import Question
from profiles.pages.rows import Rows, in_order
from profiles.pages.seats import Seating, chamber, seatings
from sources import dates, wording
from sources.marks import Mark

NATIONAL = (Election.Kind.PRESIDENTIAL, Election.Kind.PARLIAMENTARY)


@dataclass(frozen=True)
class Vote:
    """One election, its results per source in order of publication, the last round first, and the verdicts on it."""

    row: Any
    title: str
    when: str
    standing: str
    results: list[Answer]
    plot: Plot | None
    verdicts: list[Answer]
    marks: list[Mark]
    differ: bool
    seatings: list[Seating]
    question: Question | None  # where its results stand side by side under the conflicts


def votes(rows: Rows, asked: list[Question]) -> list[Vote]:
    """All elections, the newest first; those still to come, as the sources had it, last."""
    results, verdicts = defaultdict(list), defaultdict(list)
    for row in rows.results:
        results[row.election_id].append(row)
    for row in rows.statements:
        if row.election_id:
            verdicts[row.election_id].append(row)
    made = [
        _vote(rows, row, results[row.pk], verdicts[row.pk], asked)
        for row in rows.elections
        if not _is_later(row, rows.moment.today)
    ]
    return sorted(made, key=lambda vote: vote.row.state == Election.State.SCHEDULED)


def _is_later(row: Any, today: datetime.date) -> bool:
    """Whether a vote that took place lies after the reference date."""
    happened = row.state in (Election.State.HELD, Election.State.ANNULLED)
    return happened and row.date_earliest is not None and row.date_earliest > today


def _vote(rows: Rows, row: Any, results: list[Any], verdicts: list[Any], asked: list[Question]) -> Vote:
    rounds = [(each.round or 0, a.of_result(each, rows.mark(each))) for each in results]
    rounds.sort(key=lambda pair: (-pair[0], _by_winner(pair[1])))
    answers = [answer for _, answer in rounds]
    drawn = [each for each in answers if each.has_number]
    claims = {("result", each.pk) for each in results}
    marked = [(each, rows.mark(each)) for each in results]
    return Vote(
        row=row,
        title=title(row),
        when=dates.words(row.date) or "date not known",
        standing=standing(row, rows.moment.today),
        results=answers,
        plot=dot_plot(answers) if drawn else None,
        verdicts=sorted(
            (a.of_statement(each, rows.mark(each)) for each in verdicts), key=lambda each: in_order(each.mark)
        ),
        marks=rows.marks("election", row, "date", "state", ""),
        differ=_differ(results),
        seatings=seatings(marked, row.seats_at_stake, chamber(row.institution, _totals(rows, row))),
        question=next((each for each in asked if claims & each.claims), None),
    )


def _totals(rows: Rows, election: Any) -> list[tuple[int, int]]:
    """The seats of the whole body elected, each with a document that gives them."""
    blocks = [row for row in rows.seat_blocks if row.institution_id == election.institution_id]
    totals = [row for row in blocks if row.method == SeatBlock.Method.TOTAL]
    return [(each.document_id, row.seats) for row in totals for each in rows.cited.get(("seat_block", row.pk), ())]


def _by_winner(answer: Answer) -> tuple[bool, bool, tuple[bool, str, str]]:
    """Those with a number first; then in order of publication."""
    return (answer.low is None, not answer.text, in_order(answer.mark))


def _differ(results: list[Any]) -> bool:
    """Whether two sources give one contestant different shares."""
    shares = defaultdict(set)
    for row in results:
        if row.share_low is not None or row.share_high is not None:
            shares[row.label].add((row.share_low, row.share_high, row.share_qualifier))
    return any(len(found) > 1 for found in shares.values())


def title(row: Any) -> str:
    """What was voted on: the chamber's name for a chamber, the kind of vote for the rest."""
    if row.institution_id:
        return str(row.institution.name)
    return str(row.get_kind_display())


# What is said of a vote out of its turn; a regular one needs no word.
TIMINGS = {"early": "early vote", "repeat": "repeated vote", "by_election": "by-election"}


def standing(row: Any, today: datetime.date) -> str:
    """What is known of the vote: early, moved, cancelled, or a date that was still to come and has passed."""
    timing = TIMINGS.get(row.timing, "")
    if row.state == Election.State.HELD:
        return timing
    if row.state == Election.State.SCHEDULED:
        past = row.date_earliest is not None and row.date_earliest <= today
        when = dates.words(row.date) or "a day not given"
        return wording.WAS_SCHEDULED_FOR.format(when=when) if past else f"{wording.IS_SCHEDULED} for {when}"
    return ", ".join(part for part in (timing, row.get_state_display().lower()) if part)


def last_votes(found: list[Vote]) -> list[Vote]:
    """The first screen's votes: the last one for each head of state and each chamber that voters elect themselves."""
    made: dict[tuple[str, Any], Vote] = {}
    for vote in found:
        row = vote.row
        shown = row.state == Election.State.HELD and row.kind in NATIONAL and row.method == Election.Method.DIRECT
        if shown:
            made.setdefault((row.kind, row.institution_id), vote)
    return sorted(made.values(), key=lambda vote: vote.row.kind != Election.Kind.PRESIDENTIAL)
