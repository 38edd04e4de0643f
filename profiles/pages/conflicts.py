"""Questions to which sources give answers that differ, and which answer a page shows first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from profiles.charts import Plot, dot_plot
from profiles.models.conflicts import CLAIMS, Disagreement
from profiles.pages import answers as a
from profiles.pages.answers import Answer
from profiles.pages.rows import Rows, permalink
from profiles.pages.sentences import sentence
from sources import wording
from sources.marks import Mark

Found = Mapping[tuple[str, int], Any]


@dataclass(frozen=True)
class Question:
    """One question with all answers that a visitor may see; never fewer than two."""

    row: Any
    anchor: str
    why: str
    answers: list[Answer]
    plot: Plot | None
    sources: int
    own_against_others: bool
    permalink: str
    sentence: str
    claims: frozenset[tuple[str, int]]  # the answers by the name of their arc and their number
    where: str = ""  # for the list of all countries


def claims_by_arc(rows: Rows) -> dict[tuple[str, int], Any]:
    """All claims of a page by the name of their arc and their number, as sides and leads point to them."""
    lists = (
        rows.figures, rows.statements, rows.breakdowns, rows.shares, rows.results, rows.involvements,
        rows.case_steps, rows.citations,
    )  # fmt: skip
    names = ("figure", "statement", "breakdown", "share", "result", "involvement", "case_step", "citation")
    return {(name, row.pk): row for name, found in zip(names, lists, strict=True) for row in found}


def target(row: Any, found: Found) -> tuple[str, Any] | None:
    """The claim that a side or lead points to, with the name of its arc; None where it is not among the public ones."""
    for arc in CLAIMS:
        number = getattr(row, f"{arc}_id")
        if number is not None:
            claim = found.get((arc, number))
            return (arc, claim) if claim is not None else None
    return None


def answer_of(arc: str, row: Any, mark: Callable[[Any], Mark], shares: Mapping[int, list[Any]]) -> Answer:
    """Put one claim into words, whatever its kind. A share speaks through its breakdown's document."""
    if arc == "share":
        return a.of_share(row, mark(row.breakdown))
    if arc == "breakdown":
        return a.of_breakdown(row, mark(row), shares.get(row.pk, ()))
    makers: dict[str, Callable[[Any, Mark], Answer]] = {
        "figure": a.of_figure,
        "statement": a.of_statement,
        "result": a.of_result,
        "citation": a.of_citation,
        "case_step": a.of_case_step,
        "involvement": a.of_involvement,
    }
    return makers[arc](row, mark(row))


def questions(rows: Rows) -> list[Question]:
    """The country's open questions, in the editors' order."""
    found = claims_by_arc(rows)
    sides = defaultdict(list)
    for side in sorted(rows.sides, key=lambda side: side.position):
        sides[side.disagreement_id].append(side)
    shares = shares_by_breakdown(rows.shares)
    made = (question(row, sides[row.pk], found, rows.mark, shares) for row in rows.disagreements)
    return [each for each in made if each]


def question(
    row: Any, sides: Iterable[Any], found: Found, mark: Callable[[Any], Mark], shares: Mapping[int, list[Any]]
) -> Question | None:
    """One question; None where fewer than two answers are left to show."""
    targets = [hit for side in sides if (hit := target(side, found))]
    answers = [answer_of(arc, claim, mark, shares) for arc, claim in targets]
    if len(answers) < 2:
        return None
    return Question(
        row=row,
        anchor=anchor(row.key),
        why=reason(row, answers),
        answers=answers,
        plot=dot_plot(answers) if sum(each.has_number for each in answers) > 1 and same_measure(targets) else None,
        sources=len({each.mark.document.pk for each in answers}),
        own_against_others=a.is_own_against_others(answers),
        permalink=permalink(row),
        sentence=sentence(answers),
        claims=frozenset((arc, claim.pk) for arc, claim in targets),
    )


def same_measure(targets: list[tuple[str, Any]]) -> bool:
    """Whether the answers can stand on one scale: square miles and square kilometres cannot."""
    return len({(arc, getattr(claim, "unit_id", None)) for arc, claim in targets}) == 1


def reason(row: Any, answers: list[Answer]) -> str:
    """Why the answers differ, in the fixed words."""
    if row.within_one_document:
        places = sorted({answer.mark.locator for answer in answers})
        return f"{wording.WITHIN_ONE} ({' and '.join(places)})."
    return wording.REASONS[Disagreement.Reason(row.reason).value]


def shares_by_breakdown(shares: Iterable[Any]) -> dict[int, list[Any]]:
    """Shares in their printed order, by the list that they stand in."""
    made: dict[int, list[Any]] = defaultdict(list)
    for share in shares:
        made[share.breakdown_id].append(share)
    return made


def anchor(key: str) -> str:
    """A key as the name of a place on a page."""
    return key.replace("/", "-").replace(".", "-")


@dataclass(frozen=True)
class First:
    """The one answer that a page shows first, why, and how many others there are."""

    answer: Answer
    why: str
    others: int


def leads(rows: Rows, asked: list[Question]) -> dict[tuple[str, int], First]:
    """Leads by the claim that they put first."""
    found = claims_by_arc(rows)
    shares = shares_by_breakdown(rows.shares)
    sizes = {each.row.question: len(each.answers) for each in asked}
    made = {}
    for lead in rows.leads:
        hit = target(lead, found)
        if hit:
            why = lead.reason or lead.get_rule_display().lower()
            answer = answer_of(*hit, rows.mark, shares)
            made[hit[0], hit[1].pk] = First(answer, why, max(sizes.get(lead.question, 1) - 1, 0))
    return made
