"""The world map: one shade for each class of countries, the same as a list, and what the shapes do not know.

Shapes are of `profiles/geography`. Classes hold about as many countries each; their bounds are values of sources.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import Count, Max, QuerySet

from profiles.models import Breakdown, Country, DocumentCountry
from profiles.pages import comparing, subjects
from profiles.pages.answers import Answer
from profiles.pages.subjects import Cell, Subject
from sources import numbers

SHAPES = Path(__file__).resolve().parent.parent / "geography" / "world.json"
CLASSES = 5
OWN = {
    "coverage": "Documents held",
    "composition": "Newest count of groups",
    "census": "Latest census",
    "population": "Newest population figure",
}
POPULATION = "population"
SORTS = {"value": "Largest first", "name": "Name", "date": "Newest first"}


@dataclass(frozen=True)
class Place:
    """One country on the map and in the list: what stands there, and its class (from 0; None: not shaded)."""

    country: Country
    words: str = ""
    size: Decimal | None = None
    shade: int | None = None
    cell: Cell | None = None

    @property
    def answer(self) -> Answer | None:
        """The source's answer, where what stands there is one."""
        return self.cell.answer if self.cell else None

    @property
    def title(self) -> str:
        """What the shape says when it is pointed at."""
        when = f", {self.cell.when}" if self.cell and self.cell.as_of else ""
        return f"{self.country.name}: {self.words}{when}" if self.words else f"{self.country.name}: no answer held"


@dataclass(frozen=True)
class Shade:
    """One line of the legend."""

    number: int
    words: str
    count: int


@dataclass(frozen=True)
class World:
    """The page: what is shown, the legend, countries with an answer in the order asked, and those without."""

    by: str
    title: str
    about: str
    address: str
    shades: list[Shade]
    places: list[Place]
    without: list[Place]
    subject: Subject | None = None

    @property
    def unshaded(self) -> int:
        """How many have an answer that no class holds: in words, in another unit, or of another count."""
        return sum(place.shade is None for place in self.places)

    @property
    def sorts(self) -> dict[str, str]:
        """The orders of the list by their codes; answers in words have no size."""
        if self.by == "coverage":
            return {code: words for code, words in SORTS.items() if code != "date"}
        return {**SORTS, "value": "By answer"} if self.subject and self.subject.dataset == "topics" else SORTS

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and last year that the answers speak of, where they differ."""
        found = sorted({place.cell.year for place in self.places if place.cell and place.cell.year is not None})
        return (found[0], found[-1]) if len(found) > 1 else None


@cache
def shapes() -> dict[str, Any]:
    """Return width, height, sphere, shapes and dots by alpha-3 key, and areas that are no country of ours."""
    found: dict[str, Any] = json.loads(SHAPES.read_text(encoding="utf-8"))
    return found


def today() -> list[Country]:
    """Return the countries and territories that are, without former states, by name."""
    return list(
        Country.objects.public().filter(successor=None).exclude(iso_status="withdrawn").order_by("sort_key", "key")
    )


def world(by: str, sort: str = "value") -> World | None:
    """Return the map shaded by what is held or by a subject; None where there is none, or only words."""
    if by in OWN:
        about, read = _OWN[by]
        return _page(by, OWN[by], about, "", read(today()), sort, _grouped if by == "coverage" else str)
    subject = subjects.subjects([by]).get(by)
    return of_subject(subject, sort) if subject and subject.can_be_shaded else None


def of_subject(subject: Subject, sort: str) -> World:
    """Return the newest answer of every country to an indicator, a group or a topic."""
    cells = subjects.newest([subject], today())[subject.code]
    if subject.dataset == "topics":
        return _coded(subject, cells, sort)
    places = [_place(cell) for cell in cells]
    said = next((cell.row.counted for cell in cells if cell.alike and subject.dataset == "indicators"), "")
    unit = "" if subject.unit in subject.name.lower() else subject.unit
    title = ", ".join(words for words in (subject.name, said, unit) if words)
    page = _page(subject.code, title, subject.definition, subject.address, places, sort, _grouped)
    return replace(page, subject=subject)


def table(page: World) -> list[tuple[str, ...]]:
    """Return the list as rows of text, for a file, with the columns of a comparison."""
    if page.subject:
        return comparing.table([(page.subject, [place.cell for place in page.places if place.cell])])
    rest = [""] * (len(comparing.HEADER) - 7)
    return [
        (page.by, each.country.key, *[numbers.plain(each.size)] * 2, "unqualified", "", each.words, *rest)
        for each in page.places
        if each.size is not None
    ]


def _place(cell: Cell) -> Place:
    answer = cell.answer
    if answer is None:
        return Place(cell.country)
    bound = answer.low if answer.low is not None else answer.high
    of = f" ({answer.of})" if answer.of and not cell.alike else ""
    return Place(cell.country, f"{answer.text or answer.quoted}{of}", bound if cell.alike else None, None, cell)


def _coded(subject: Subject, cells: Sequence[Cell], sort: str) -> World:
    """Return the answers of a topic: a shade for each of the codes that most countries have, in the order of codes."""
    codes = {cell.row.code_id: cell.row.code for cell in cells if cell.row and cell.row.code_id}
    counts = Counter(cell.row.code_id for cell in cells if cell.row and cell.row.code_id)
    most = sorted((codes[pk] for pk, _ in counts.most_common(CLASSES)), key=lambda code: (code.position, code.key))
    shades = {code.pk: number for number, code in enumerate(most)}
    places = [
        replace(_place(cell), shade=shades.get(cell.row.code_id)) if cell.row else Place(cell.country) for cell in cells
    ]
    legend = [Shade(number, code.name, counts[code.pk]) for number, code in enumerate(most)]
    known = [each for each in places if each.words]
    if sort == "value":
        known.sort(key=lambda each: (each.shade is None, each.shade or 0, each.words))
    else:
        known = _sorted(known, sort)
    without = [each for each in places if not each.words]
    return World(subject.code, subject.name, subject.definition, "", legend, known, without, subject)


def _coverage(countries: Sequence[Country]) -> list[Place]:
    counted = DocumentCountry.objects.public().order_by().values("country").annotate(n=Count("document", distinct=True))
    found = {row["country"]: row["n"] for row in counted}
    return [
        Place(each, f"{found[each.pk]} {'document' if found[each.pk] == 1 else 'documents'}", Decimal(found[each.pk]))
        if each.pk in found
        else Place(each)
        for each in countries
    ]


def _censuses(countries: Sequence[Country]) -> list[Place]:
    return _years(countries, Breakdown.objects.public().filter(source_type=Breakdown.SourceType.CENSUS), "census of ")


def _compositions(countries: Sequence[Country]) -> list[Place]:
    return _years(countries, Breakdown.objects.public(), "")


def _populations(countries: Sequence[Country]) -> list[Place]:
    rows = subjects.figures().filter(indicator__key=POPULATION)
    return _years(countries, rows, "", "period_latest")


def _years(countries: Sequence[Country], rows: QuerySet[Any], words: str, day: str = "as_of_latest") -> list[Place]:
    counted = rows.exclude(**{day: None}).order_by().values("country").annotate(day=Max(day))
    found = {row["country"]: row["day"].year for row in counted}
    return [
        Place(each, f"{words}{found[each.pk]}", Decimal(found[each.pk])) if each.pk in found else Place(each)
        for each in countries
    ]


_OWN: dict[str, tuple[str, Callable[[Sequence[Country]], list[Place]]]] = {
    "coverage": ("How many documents about each country or territory are held and used.", _coverage),
    "composition": ("Year that the newest list of ethnic groups, religions or languages speaks of.", _compositions),
    "census": (
        "Year of the newest census from which a source held gives shares of groups. Only lists that their source calls "
        "a census are counted; estimates, and lists that name no kind, stand under Newest count of groups.",
        _censuses,
    ),
    "population": ("Year that the newest figure of the whole population speaks of.", _populations),
}


def _page(
    by: str, title: str, about: str, address: str, places: Sequence[Place], sort: str, words: Callable[[Decimal], str]
) -> World:
    sizes = sorted(each.size for each in places if each.size is not None)
    bounds = _bounds(sizes)
    shaded = [_shaded(each, bounds) for each in places]
    legend = []
    for number in range(len(bounds)):
        held = sorted(each.size for each in shaded if each.shade == number and each.size is not None)
        least, most = words(held[0]), words(held[-1])
        legend.append(Shade(number, least if least == most else f"{least} to {most}", len(held)))
    known = _sorted([each for each in shaded if each.words], sort)
    return World(by, title, about, address, legend, known, [each for each in shaded if not each.words])


def _grouped(value: Decimal) -> str:
    """Digits with commas, as pages print numbers."""
    return numbers.words("unqualified", value, value, "")


def _bounds(ordered: Sequence[Decimal]) -> list[Decimal]:
    """The least value of each class; classes are as full as equal values allow, and none is empty."""
    return sorted({ordered[len(ordered) * number // CLASSES] for number in range(CLASSES)}) if ordered else []


def _shaded(place: Place, bounds: Sequence[Decimal]) -> Place:
    if place.size is None:
        return place
    return replace(place, shade=max(number for number, bound in enumerate(bounds) if place.size >= bound))


def _sorted(places: list[Place], sort: str) -> list[Place]:
    """In the order asked; equal ones by name. What has no size stands after what has, and undated after dated."""
    if sort == "value":
        return sorted(places, key=lambda each: (each.size is None, -(each.size or 0)))
    if sort == "date":
        return sorted(places, key=lambda each: -_day(each))
    return places


def _day(place: Place) -> int:
    if place.cell is None:
        return int(place.size or 0)
    return place.cell.latest.toordinal() if place.cell.latest else 0


def offers() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what the map can show, for the form: code and name, under the headings of the country page."""
    made: dict[str, list[tuple[str, str]]] = {"What is held": list(OWN.items())}
    for dataset in ("indicators", "topics", "groups"):
        for each in subjects.choices(dataset):
            if each.can_be_shaded:
                made.setdefault(each.part, []).append((each.code, each.name))
    return list(made.items())
