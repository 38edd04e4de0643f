"""What countries can be compared by, and the newest answer of each country to each of them.

Subjects are indicators, groups of the population and topics of statements, named as `<dataset>/<key>` in addresses.
An indicator may count several things (all people, women, men), a list only part of the people; what most of the
countries have is what is compared. A country that has only another still shows it; nothing is drawn or shaded from it.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, QuerySet, Subquery, Sum, Value, When, Window
from django.db.models.functions import Coalesce, Concat

from profiles.models import Country, Figure, Group, Indicator, Share, Statement, Topic, TopicCode
from profiles.pages import answers
from profiles.pages.answers import Answer
from profiles.pages.rows import permalink
from sources import dates
from sources.marks import CLAIM_LINKS, Mark, mark

FIRST_SUBJECTS = 12  # shown where the reader has chosen none


@dataclass(frozen=True)
class Subject:
    """What is compared: `code` is `<dataset>/<key>`, as addresses have it; `counted` is what an indicator counts."""

    code: str
    name: str
    address: str = ""
    unit: str = ""
    definition: str = ""
    part: str = ""  # the heading that the form puts it under
    usual: int | None = None  # the unit that figures are compared in
    can_be_shaded: bool = True  # a topic without codes has words only

    @property
    def dataset(self) -> str:
        """Which table it is a row of."""
        return self.code.partition("/")[0]

    @property
    def key(self) -> str:
        """The key of its row."""
        return self.code.partition("/")[2]


@dataclass(frozen=True)
class Cell:
    """One country's newest answer; empty where no source held gives one."""

    country: Country
    answer: Answer | None = None
    row: Any = None
    as_of: str = ""  # EDTF
    latest: datetime.date | None = None  # the last day that it may speak of
    others: int = 0
    alike: bool = False  # whether it counts what the others of its subject count, in the same unit

    @property
    def when(self) -> str:
        """The date in words."""
        return dates.words(self.as_of)

    @property
    def year(self) -> int | None:
        """The last year that the answer may speak of; None where it gives no time."""
        return self.latest.year if self.latest else int(self.as_of[:4]) if self.as_of[:4].isdigit() else None


@dataclass(frozen=True)
class _Kind:
    """How one dataset of subjects is asked: its claims, and what a claim gives."""

    rows: Any
    links: tuple[str, ...]  # of a subject
    of: str  # the claim's key to its subject
    claims: Callable[[], QuerySet[Any]]
    claim: str  # where country, date and document stand, before their names
    as_of: str
    claim_links: tuple[str, ...]
    read: Callable[[Any, Mark], Answer]
    counted: Any = field(default_factory=lambda: Value(""))  # says what is counted, or of whom; '' for the whole


def figures() -> QuerySet[Any]:
    """Figures of a whole country: of no event, vote, body or partner, and of no part of it."""
    rows: QuerySet[Any] = Figure.objects.public().filter(
        event=None, election=None, institution=None, organisation=None, partner=None, place="", outcome=""
    )
    return rows


def _of_whom() -> Case:
    """The part of the people that a share is of: what its list says, or the group whose parts it is one of.

    Sources print parts of a group as shares of everybody or of the group; they are of the group where together they
    are clearly more than it.
    """
    parts = Share.objects.filter(parent=OuterRef("parent")).order_by().values("parent")
    base = F("breakdown__population_base")
    of_parent = When(
        parent__high__lt=Subquery(parts.annotate(all=Sum("low")).values("all")) - Value(1),
        then=Concat(base, Value(" "), F("parent__label")),
    )
    return Case(of_parent, default=base)


KINDS: dict[str, _Kind] = {
    "indicators": _Kind(
        Indicator.objects, ("unit",), "indicator", figures, "", "period",
        (*CLAIM_LINKS, "country", "indicator", "unit", "partner"), answers.of_figure, F("counted"),
    ),
    "groups": _Kind(
        Group.objects, (), "group", Share.objects.public, "breakdown__", "as_of",
        ("group", "parent", *(f"breakdown__{name}" for name in ("country", *CLAIM_LINKS))), answers.of_share,
        _of_whom(),
    ),
    "topics": _Kind(
        Topic.objects, (), "topic", lambda: Statement.objects.public().filter(partner=None), "", "as_of",
        (*CLAIM_LINKS, "country", "topic", "code", "partner"), answers.of_statement,
    ),
}  # fmt: skip


def subjects(codes: Sequence[str]) -> dict[str, Subject]:
    """Return the subjects of some codes that visitors may see: one query for each dataset among them."""
    found: dict[str, Subject] = {}
    for dataset, kind in KINDS.items():
        keys = _keys(dataset, codes)
        rows = _rows(dataset).filter(key__in=keys).select_related(*kind.links) if keys else ()
        found |= {f"{dataset}/{row.key}": of_row(dataset, row) for row in rows}
    return found


def _rows(dataset: str) -> QuerySet[Any]:
    """The public rows of a vocabulary; a topic knows whether it has codes."""
    rows: QuerySet[Any] = KINDS[dataset].rows.public()
    if dataset == "topics":
        rows = rows.annotate(is_coded=Exists(TopicCode.objects.public().filter(topic=OuterRef("pk"))))
    return rows


def _keys(dataset: str, codes: Sequence[str]) -> list[str]:
    return [code.partition("/")[2] for code in codes if code.startswith(f"{dataset}/")]


def of_row(dataset: str, row: Any) -> Subject:
    """Return a vocabulary's row as a subject."""
    code = f"{dataset}/{row.key}"
    if dataset == "groups":
        return Subject(code, row.name, row.get_absolute_url(), "per cent", "", row.get_kind_display())
    part = row.get_part_display()
    if dataset == "topics":
        return Subject(code, row.name, "", "", row.question, part, can_be_shaded=row.is_coded)
    return Subject(code, row.name, row.get_absolute_url(), row.unit.name, row.definition, part, row.unit_id)


def choices(dataset: str) -> list[Subject]:
    """Return the subjects of a dataset on which two countries or more have answers, for a form.

    The database looks for a second country and stops there: to count them would read every claim.
    """
    kind = KINDS[dataset]
    country = f"{kind.claim}country"
    claims = kind.claims().filter(**{kind.of: OuterRef("pk")}).order_by()
    rows = _rows(dataset).annotate(one=Subquery(claims.values(country)[:1]))
    return _in_parts(dataset, rows.filter(Exists(claims.exclude(**{country: OuterRef("one")}))))


def usual(countries: Sequence[Country]) -> list[Subject]:
    """Return the indicators for which most of some countries have figures, in the order of the country page."""
    counted = (
        figures().filter(country__in=countries).order_by().values("indicator")
        .annotate(n=Count("country", distinct=True)).order_by("-n", "indicator__position", "indicator__key")
    )  # fmt: skip
    keys = [row["indicator"] for row in counted[:FIRST_SUBJECTS]]
    return _in_parts("indicators", Indicator.objects.public().filter(pk__in=keys))


def _in_parts(dataset: str, rows: QuerySet[Any]) -> list[Subject]:
    """Return rows as subjects in the order of the country page's parts, and within a part in their own."""
    field = "kind" if dataset == "groups" else "part"
    parts = [value for value, _ in rows.model._meta.get_field(field).choices]
    found = sorted(rows.select_related(*KINDS[dataset].links), key=lambda row: parts.index(getattr(row, field)))
    return [of_row(dataset, row) for row in found]


def newest(asked: Sequence[Subject], countries: Sequence[Country]) -> dict[str, list[Cell]]:
    """Return the newest answer of each country to each subject, by code, in the order of the countries.

    Two queries for each dataset among the subjects, whatever their number. Newest is the date that an answer speaks
    of, then the publication of its document.
    """
    places = {country.pk: number for number, country in enumerate(countries)}
    found = {each.code: [Cell(country) for country in countries] for each in asked}
    for dataset, kind in KINDS.items():
        subjects_here = {each.key: each for each in asked if each.dataset == dataset}
        if not subjects_here:
            continue
        first = _first(_candidates(kind, list(subjects_here), list(places)))
        for row in kind.claims().filter(pk__in=list(first)).select_related(*kind.claim_links):
            subject = subjects_here[getattr(row, kind.of).key]
            claim = row.breakdown if dataset == "groups" else row
            found[subject.code][places[claim.country_id]] = _cell(kind, subject, row, claim, first[row.pk])
    return found


@dataclass(frozen=True)
class _Candidate:
    """The newest claim of one country on one subject that counts one thing."""

    subject: str
    country: int
    counted: str
    latest: datetime.date | None
    pk: int
    number: int  # of the claims like it


def _candidates(kind: _Kind, keys: list[str], countries: list[int]) -> list[_Candidate]:
    """The newest claim for each subject, country and thing counted; without their documents, which are wide."""
    same = (f"{kind.of}_id", f"{kind.claim}country_id", "what")
    latest = _last(f"{kind.claim}{kind.as_of}")
    rows = (
        kind.claims()
        .filter(**{f"{kind.of}__key__in": keys, f"{kind.claim}country__in": countries})
        .annotate(what=kind.counted)
        .annotate(day=latest, number=Window(Count("pk"), partition_by=[F(name) for name in same]))
        .order_by(
            *same,
            F("day").desc(nulls_last=True),
            _last(f"{kind.claim}document__published").desc(nulls_last=True),
            "key",
        )
        .distinct(*same)
    )
    return [_Candidate(*row) for row in rows.values_list(f"{kind.of}__key", *same[1:], "day", "pk", "number")]


def _last(name: str) -> Coalesce:
    """The last day of a date; of one with an open end the first, which is all that is certain."""
    return Coalesce(F(f"{name}_latest"), F(f"{name}_earliest"))


def _first(found: Sequence[_Candidate]) -> dict[int, tuple[int, bool]]:
    """The claim to show for each subject and country: how many others there are, and whether it counts the same.

    What is compared is what most of the countries count. Figures of everything, which name nothing that they count,
    come before parts of it, such as women, unless twice as many countries have the part.
    """
    countries = Counter((each.subject, each.counted) for each in found)
    counted: dict[str, str] = {}
    for subject, words in sorted(countries, key=lambda pair: (len(pair[1]), pair[1])):
        best = counted.setdefault(subject, words)
        if countries[subject, words] > countries[subject, best] * (1 if best else 2):
            counted[subject] = words
    gathered: dict[tuple[str, int], list[_Candidate]] = {}
    for each in found:
        gathered.setdefault((each.subject, each.country), []).append(each)
    made = {}
    for rows in gathered.values():
        first = max(rows, key=lambda each: (each.counted == counted[each.subject], each.latest or datetime.date.min))
        others = sum(each.number for each in rows) - 1
        made[first.pk] = (others, first.counted == counted[first.subject])
    return made


def _cell(kind: _Kind, subject: Subject, row: Any, claim: Any, first: tuple[int, bool]) -> Cell:
    answer = kind.read(row, mark(claim, claim.country.key, permalink(row)))
    others, same = first
    alike = same and (subject.dataset == "groups" or (subject.dataset == "indicators" and row.unit_id == subject.usual))
    latest = getattr(claim, f"{kind.as_of}_latest") or getattr(claim, f"{kind.as_of}_earliest")
    return Cell(claim.country, answer, row, getattr(claim, kind.as_of), latest, others, alike)
