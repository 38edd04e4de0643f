"""The rows behind a country page: fetched once, each by its public queryset, and tied to their documents.

Claims do not join their documents: all documents and speakers of a page come in one query each and are shared.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from profiles import models as m
from profiles.datasets import BY_MODEL
from profiles.models.citations import CITED
from profiles.models.things import THINGS
from profiles.pages.moments import Moment
from sources.marks import Mark, mark
from sources.models import Document, Publisher, Reading


class Rows:
    """Lists of public rows about one country, as far as their documents were out at the moment's cut-off."""

    def __init__(self, country: Any, moment: Moment) -> None:
        self.country = country
        self.moment = moment
        self._things()
        self._claims()
        self._excerpts()
        self._questions()
        self.citations = list(_citations(self))
        self._marks: dict[tuple[type[Any], int], Mark] = {}
        self._documents()

    def _things(self) -> None:
        of_country = {"country": self.country}
        self.names = list(m.CountryName.objects.public().filter(**of_country))
        self.offices = list(m.Office.objects.public().filter(**of_country))
        self.tenures = list(
            m.Tenure.objects.public().filter(office__country=self.country).select_related("person", "office")
        )
        self.person_names = list(
            m.PersonName.objects.public().filter(person__tenures__office__country=self.country).distinct()
        )
        self.institutions = list(m.Institution.objects.public().filter(**of_country))
        self.seat_blocks = list(m.SeatBlock.objects.public().filter(institution__country=self.country))
        self.elections = list(m.Election.objects.public().filter(**of_country).select_related("institution", "office"))
        self.events = list(m.Event.objects.public().filter(**of_country))
        self.organisations = list(m.Organisation.objects.public().filter(**of_country))
        self.standings = list(m.OrganisationStatus.objects.public().filter(organisation__country=self.country))
        self.steps = list(m.Step.objects.public().filter(**of_country).select_related("instrument"))

    def _claims(self) -> None:
        of_country = {"country": self.country}
        self.figures = list(
            m.Figure.objects.public()
            .filter(**of_country)
            .select_related("indicator", "unit", "partner", "organisation", "institution")
            .order_by("indicator__part", "indicator__position", "indicator", "-period_earliest", "key")
        )
        self.statements = list(
            m.Statement.objects.public()
            .filter(**of_country)
            .select_related("topic", "code", "partner", *THINGS)
            .order_by("topic__part", "topic__position", "topic", "key")
        )
        self.breakdowns = list(m.Breakdown.objects.public().filter(**of_country))
        self.shares = list(
            m.Share.objects.public().filter(breakdown__country=self.country).select_related("group", "parent")
        )
        self.results = list(m.Result.objects.public().filter(election__country=self.country))
        self.involvements = list(
            m.Involvement.objects.public().filter(event__country=self.country).select_related("person", "organisation")
        )
        self.case_steps = list(m.CaseStep.objects.public().filter(**of_country).select_related("person"))

    def _excerpts(self) -> None:
        links = m.ExcerptCountry.objects.public().filter(country=self.country).values("excerpt")
        self.excerpts = list(
            m.Excerpt.objects.public().filter(pk__in=links).select_related("quotation__document", "quotation__first")
        )
        self.excerpt_themes = list(
            m.ExcerptTheme.objects.public()
            .filter(excerpt__in=links)
            .select_related("theme")
            .order_by("theme__scheme", "theme__position", "theme__key", "excerpt")
        )
        self.excerpt_events = list(m.ExcerptEvent.objects.public().filter(excerpt__in=links))

    def _questions(self) -> None:
        of_country = {"country": self.country}
        self.disagreements = list(m.Disagreement.objects.public().filter(**of_country))
        self.sides = list(m.Side.objects.public().filter(disagreement__country=self.country))
        self.leads = list(m.Lead.objects.public().filter(**of_country))
        self.checks = list(m.Check.objects.public().filter(**of_country))

    def _documents(self) -> None:
        """Tie every row to its document and speaker; drop what was not out at the cut-off."""
        cited: list[list[Any]] = [getattr(self, name) for name in WITH_DOCUMENT]
        rows = [row for each in cited for row in each]
        found = Shelf(rows, self.country)
        self.read = found.read
        self.documents = [each for each in found.documents.values() if self.moment.holds(each)]
        self.undated = [each for each in found.documents.values() if not each.published]
        seen = {each.pk for each in self.documents}
        for name in WITH_DOCUMENT:
            kept = [row for row in getattr(self, name) if row.document_id in seen and found.tie(row)]
            setattr(self, name, kept)
        lists = {row.pk: row for row in self.breakdowns}
        self.shares = [row for row in self.shares if row.breakdown_id in lists]
        for share in self.shares:
            share.breakdown = lists[share.breakdown_id]
        known = {row.pk for row in self.excerpts}
        self.excerpt_themes = [row for row in self.excerpt_themes if row.excerpt_id in known]
        self.excerpt_events = [row for row in self.excerpt_events if row.excerpt_id in known]
        self._index()

    def _index(self) -> None:
        self.cited: dict[tuple[str, int], list[Any]] = defaultdict(list)
        for row in self.citations:
            arc = next(name for name in CITED if getattr(row, f"{name}_id") is not None)
            self.cited[arc, getattr(row, f"{arc}_id")].append(row)
        if self.moment.cutoff:
            self._drop_unattested()

    def _drop_unattested(self) -> None:
        """With a cut-off, a thing that no document had named by then is not known yet; nor is what belongs to it."""
        for name, arc in ATTESTED.items():
            parts = (*self.tenures, *self.seat_blocks, *self.standings, *self.elections)
            claims = (*self.results, *self.figures, *self.statements, *self.involvements, *self.case_steps)
            spoken = {getattr(row, f"{arc}_id", None) for row in (*parts, *claims)}
            kept = [row for row in getattr(self, name) if self.cited.get((arc, row.pk)) or row.pk in spoken]
            setattr(self, name, kept)

    def mark(self, row: Any) -> Mark:
        """The source mark of a claim, citation or excerpt on this country's page, made once."""
        place = (type(row), row.pk)
        if place not in self._marks:
            self._marks[place] = mark(row, self.country.key, permalink(row))
        return self._marks[place]

    def marks(self, arc: str, thing: Any, *fields: str) -> list[Mark]:
        """The marks of a thing's citations, one for each document and speaker; of some fields only where named.

        Where a document is cited for several of the fields, its mark shows what it prints for the first of them.
        """
        found: dict[tuple[int, int | None], Mark] = {}
        cited = [row for row in self.cited.get((arc, thing.pk), ()) if not fields or row.field in fields]
        for row in sorted(cited, key=lambda row: fields.index(row.field)) if fields else cited:
            found.setdefault((row.document_id, row.speaker_id), self.mark(row))
        return sorted(found.values(), key=in_order)


# Lists whose rows rest on a document each.
WITH_DOCUMENT = (
    "figures", "statements", "breakdowns", "results", "involvements", "case_steps", "excerpts", "citations",
)  # fmt: skip
# Things by their arc in citations; parts stand before the wholes that they bear out.
ATTESTED = {
    "names": "country_name", "tenures": "tenure", "seat_blocks": "seat_block", "standings": "organisation_status",
    "steps": "step", "elections": "election", "events": "event", "offices": "office", "institutions": "institution",
    "organisations": "organisation",
}  # fmt: skip


class Shelf:
    """The public documents and speakers that some rows rest on, fetched once and shared by the rows."""

    def __init__(self, rows: Iterable[Any], country: Any = None) -> None:
        wanted: set[int | None] = set()
        speakers: set[int | None] = set()
        for row in rows:
            wanted |= {row.document_id, getattr(row, "original_document_id", None)}
            speakers.add(row.speaker_id)
        links = ("publisher", "republished_by", "part_of", "licence")
        # A text is read in from its own file, or from that of what it stands in.
        texts = Reading.objects.filter(Q(document=OuterRef("pk")) | Q(document=OuterRef("part_of")))
        read = m.DocumentCountry.objects.public().filter(country=country, document=OuterRef("pk"))
        documents = (
            Document.objects.public()
            .annotate(is_read=Exists(read), has_text=Exists(texts))
            .filter(Q(pk__in=wanted - {None}) | Q(is_read=True))
            .select_related(*links)
        )
        self.documents: dict[int, Any] = {row.pk: row for row in documents}
        self.read = {row.pk for row in documents if row.is_read}
        voices = Publisher.objects.public().filter(pk__in=speakers - {None} or {0})  # never empty: one query always
        self.speakers: dict[int, Any] = {row.pk: row for row in voices}

    def tie(self, row: Any) -> bool:
        """Give a row its document, origin and speaker; False where one has gone since the row was fetched."""
        original = getattr(row, "original_document_id", None)
        gone = row.document_id not in self.documents or (original and original not in self.documents)
        if gone or (row.speaker_id and row.speaker_id not in self.speakers):
            return False
        row.document = self.documents[row.document_id]
        if original:
            row.original_document = self.documents[original]
        if row.speaker_id:
            row.speaker = self.speakers[row.speaker_id]
        return True


def _citations(rows: Rows) -> Any:
    things: dict[str, Iterable[Any]] = {arc: getattr(rows, name) for name, arc in ATTESTED.items()}
    things |= {"person_name": rows.person_names, "instrument": [step.instrument for step in rows.steps]}
    condition = Q(country=rows.country)
    for arc, found in things.items():
        condition |= Q(**{f"{arc}_id__in": [row.pk for row in found]})
    return m.Citation.objects.public().filter(condition)


def permalink(row: Any) -> str:
    """Where a claim's own page is."""
    return f"{_claim_pages(BY_MODEL[type(row)].name)}{row.key}/"


@cache
def _claim_pages(dataset: str) -> str:
    """The address before a claim's key; keys need no quoting, and `reverse` a thousand times is half a page's time."""
    return reverse("profiles:claim", args=[dataset, "k"]).removesuffix("k/")


def in_order(mark: Mark) -> tuple[bool, str, str]:
    """Sort marks by the date of publication; undated ones, and those whose date we inferred, last."""
    document = mark.document
    dated = document.published_earliest is not None and not document.published_inferred
    return (not dated, str(document.published_earliest or ""), mark.name)
