"""Proceedings, led by where they stand: an acquittal first, then the latest step held."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from profiles.models import CaseStep
from profiles.pages.rows import permalink
from profiles.pages.saying import case_says
from sources import numbers
from sources.marks import Mark, mark

_UNITS = {
    "years_prison": "years in prison",
    "years_suspended": "years, suspended",
    "years_probation": "years on probation",
    "months": "months in prison",
    "days": "days in detention",
    "mci": "MCI",
}


@dataclass(frozen=True)
class Step:
    """One step as one source gives it."""

    row: Any
    status: str
    sentence: str
    mark: Mark


@dataclass(frozen=True)
class Case:
    """All steps held of a proceeding against one person or group, the oldest first."""

    who: Any
    steps: list[Step]

    @property
    def latest(self) -> Step:
        """The last step held."""
        return self.steps[-1]

    @property
    def lead(self) -> str:
        """Where it stands: the acquittal first, if there was one, then the latest step."""
        latest = case_says(self.latest.row)
        acquitted = [step for step in self.steps if step.row.case_status == CaseStep.CaseStatus.ACQUITTED]
        if acquitted and acquitted[-1] is not self.latest:
            return f"{case_says(acquitted[-1].row)}. Latest step held: {latest[:1].lower()}{latest[1:]}"
        return latest


@dataclass(frozen=True)
class Proceeding:
    """One proceeding with all whom it is against."""

    title: str
    cases: list[Case]


def proceedings(rows: Iterable[Any], country: str) -> list[Proceeding]:
    """Gather steps by proceeding and by whom it is against; what moved last comes first."""
    found: dict[str, dict[Any, list[Any]]] = {}
    for row in rows:
        found.setdefault(row.proceeding, {}).setdefault(row.person or row.group_label, []).append(row)
    made = [
        Proceeding(title, _newest([_case(who, steps, country) for who, steps in people.items()]))
        for title, people in found.items()
    ]
    return sorted(made, key=lambda each: (_when(each.cases[0].latest.row), each.title), reverse=True)


def _case(who: Any, rows: list[Any], country: str) -> Case:
    return Case(who, [step(row, country) for row in sorted(rows, key=_when)])


def _newest(cases: list[Case]) -> list[Case]:
    return sorted(cases, key=lambda case: _when(case.latest.row), reverse=True)


def step(row: Any, country: str) -> Step:
    """Return a step with its sentence in words and its mark."""
    return Step(row, row.get_case_status_display(), sentence(row), mark(row, country, permalink(row)))


def sentence(row: Any) -> str:
    """Return the sentence in words: 2 years on probation, up to 7 years in prison."""
    low, high = row.sentence_low, row.sentence_high
    if low is None and high is None:
        return ""
    qualifier = "between" if low != high else "unqualified"
    qualifier = "at_most" if low is None else "at_least" if high is None else qualifier
    amount = numbers.words(qualifier, low, high, "")
    unit = _UNITS.get(row.sentence_unit, row.sentence_unit.replace("_", " "))
    if low == high == 1:
        unit = re.sub("^(year|month|day)s", r"\1", unit)
    return f"{amount} {unit}"


def _when(row: Any) -> tuple[bool, str, str]:
    """Steps without a date come first: what is dated is known to be later than nothing."""
    day = row.date_latest or row.date_earliest
    return (day is not None, str(day or ""), row.key)
