"""What rests on the library: the answers that `sources.resting` asks of this app."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import CharField, Count, Q, Value
from django.urls import reverse

from profiles.datasets import BY_MODEL
from profiles.models import (
    Breakdown,
    CaseStep,
    Citation,
    Country,
    DocumentCountry,
    Excerpt,
    Figure,
    Involvement,
    Person,
    PersonName,
    Result,
    Statement,
)
from profiles.pages.saying import LINKS, about, says
from sources.models import Document, Publisher
from sources.resting import Ground, Link, Pointer, Rest

# Shares rest where their breakdown does, so they are not listed a second time.
KINDS: dict[str, tuple[type[Any], str]] = {
    "excerpt": (Excerpt, "Excerpt"),
    "figure": (Figure, "Figure"),
    "statement": (Statement, "Statement"),
    "breakdown": (Breakdown, "Breakdown"),
    "result": (Result, "Result"),
    "involvement": (Involvement, "Part in an event"),
    "case-step": (CaseStep, "Step in a case"),
    "citation": (Citation, "Citation"),
}
CLAIMS = ("figure", "statement", "breakdown", "result", "involvement", "case-step")


def union(condition: Q, kinds: Iterable[str] = KINDS) -> list[Pointer]:
    """Return a pointer to each public row of some kinds that meets a condition: one query."""
    parts = [
        KINDS[kind][0]
        .objects.public()
        .filter(condition)
        .order_by()
        .annotate(pointer_kind=Value(kind, output_field=CharField()))
        .values_list("pointer_kind", "pk", "locator", "key")
        for kind in kinds
    ]
    found = parts[0].union(*parts[1:], all=True)
    rows = sorted(found, key=lambda row: (list(KINDS).index(row[0]), row[3]))
    return [Pointer(kind, pk, locator) for kind, pk, locator, _ in rows]


def rest(kind: str, row: Any) -> Rest:
    """Return one row as the library's pages show it."""
    return Rest(
        kind=KINDS[kind][1],
        about=about(row),
        says=says(row),
        address=reverse("profiles:claim", args=[BY_MODEL[type(row)].name, row.key]),
        document=row.document,
        locator=row.locator,
        speaker=row.speaker,
        language=row.language if kind == "excerpt" and not row.language.startswith("en") else "",
        disputes=kind == "citation" and row.stance == Citation.Stance.DISPUTES,
    )


class Profiles(Ground):
    """The profiles, as the library sees them."""

    def resting_on(self, document: Document) -> list[Pointer]:
        return union(Q(document=document))

    def borrowed_from(self, document: Document) -> list[Pointer]:
        return union(Q(original_document=document), CLAIMS)

    def spoken_by(self, publisher: Publisher) -> list[Pointer]:
        return union(Q(speaker=publisher))

    def read(self, pointers: Sequence[Pointer]) -> list[Rest]:
        found: dict[tuple[str, int], Rest] = {}
        for kind, (model, _) in KINDS.items():
            wanted = [pointer.pk for pointer in pointers if pointer.kind == kind]
            if not wanted:
                continue
            rows = model.objects.public().filter(pk__in=wanted)
            for row in rows.select_related("document__publisher", "speaker", *LINKS[model]):
                found[kind, row.pk] = rest(kind, row)
        return [found[pointer.kind, pointer.pk] for pointer in pointers if (pointer.kind, pointer.pk) in found]

    def located(self, documents: Sequence[Document]) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for model, _ in KINDS.values():
            name = BY_MODEL[model].name
            rows = model._default_manager.filter(document__in=documents).order_by("key")
            found += [(f"{name}/{key}", place) for key, place in rows.values_list("key", "locator")]
        return found

    def held_back(self) -> list[str]:
        restricted = Person.Visibility.RESTRICTED
        names = Person.objects.order_by().filter(visibility=restricted).values_list("name")
        forms = PersonName.objects.order_by().filter(person__visibility=restricted).values_list("name")
        return sorted(name for (name,) in names.union(forms))

    def counts(self, documents: Iterable[int]) -> dict[int, int]:
        wanted = list(documents)
        parts = [
            model.objects.public()
            .filter(document__in=wanted)
            .order_by()
            .values("document")
            .annotate(n=Count("pk"))
            .values_list("document", "n")
            for model, _ in KINDS.values()
        ]
        totals: dict[int, int] = {}
        for document, number in parts[0].union(*parts[1:], all=True) if wanted else ():
            totals[document] = totals.get(document, 0) + number
        return totals

    def countries_of(self, documents: Iterable[int]) -> dict[int, list[Link]]:
        rows = DocumentCountry.objects.public().filter(document__in=list(documents)).select_related("country")
        found: dict[int, list[Link]] = {}
        for row in rows.order_by("country__sort_key", "country__key"):
            found.setdefault(row.document_id, []).append(link(row.country))
        return found

    def countries(self, keys: Sequence[str] = ()) -> list[Link]:
        rows = Country.objects.public()
        if keys:
            rows = rows.filter(key__in=keys)
        else:
            rows = rows.filter(pk__in=DocumentCountry.objects.public().values("country"))
        return [link(row) for row in rows]

    def about(self, country: str = "") -> Q:
        rows = DocumentCountry.objects.public()
        return Q(pk__in=(rows.filter(country__key=country) if country else rows).values("document"))


def link(country: Country) -> Link:
    """Return a country's name and address."""
    return Link(country.key, country.name, country.get_absolute_url())
