"""The start page's lists: what waits for the person who opens it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib.admin import AdminSite
from django.db.models import (
    DateField,
    DateTimeField,
    Exists,
    F,
    Func,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Greatest
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from profiles.admin.panels import RESTING, desk_path
from profiles.models import Breakdown, Check, Excerpt, Figure, Person, Result, Statement
from sources.admin.filters import touched_by
from sources.admin.plugs import Line
from sources.admin.rights import allowed
from sources.admin.workflow import RETURNED
from sources.locators import Place
from sources.models import Document, Quotation, Reading
from sources.models.base import Publishable, Status

SHOWN = 8
FOUND = (Quotation.Verdict.EXACT, Quotation.Verdict.NORMALISED)


@dataclass
class Work:
    """One list: what it holds, and what to say where it is empty."""

    title: str
    about: str
    empty: str
    lines: list[Line] = field(default_factory=list)
    total: int = 0

    @property
    def left(self) -> int:
        """How many the page does not show."""
        return self.total - len(self.lines)


def lists_of_work(request: HttpRequest, site: AdminSite) -> list[Work]:
    """Return the lists for one person, those that are theirs first."""
    models = [
        model
        for model, desk in site._registry.items()
        if issubclass(model, Publishable) and not getattr(desk, "is_part", False) and desk.has_view_permission(request)
    ]
    if not models:
        return []
    user = request.user.pk
    mine = Q(mine=True)
    returned = Q(status=Status.DRAFT, note_internal__contains=RETURNED)
    lists = [
        _records(
            "Returned to me",
            "Drafts that somebody sent back, with the reason.",
            "Nothing has come back to you.",
            site,
            models,
            returned & Q(sent=True),
            user,
            reasons=True,
        ),
        _records(
            "My drafts",
            "Drafts that you made or changed.",
            "You have no draft.",
            site,
            models,
            Q(status=Status.DRAFT) & mine & ~returned,
            user,
        ),
        _records(
            "Waiting for review",
            "Sent by somebody, not yet published.",
            "Nothing waits for review.",
            site,
            models,
            Q(status=Status.IN_REVIEW),
            user,
        ),
    ]
    if allowed(request.user, "view", Figure):
        lists.append(due_for_check())
    if allowed(request.user, "view", Document):
        lists += [quotations_lost(), parts_not_taken(), unused_documents()]
    if allowed(request.user, "view", Person):
        lists.append(people_due())
    return lists


def _records(
    title: str,
    about: str,
    empty: str,
    site: AdminSite,
    models: list[Any],
    condition: Q,
    user: int | None,
    *,
    reasons: bool = False,
) -> Work:
    parts = [_part(number, model, condition, user) for number, model in enumerate(models)]
    rows = parts[0].union(*parts[1:], all=True)
    found = list(rows.order_by("-when")[:SHOWN])
    total = rows.count()
    lines = _lines(site, models, found, reasons=reasons)
    return Work(title, about, empty, lines, total)


def _part(number: int, model: Any, condition: Q, user: int | None) -> QuerySet[Any]:
    events = model.history.rel.related_model.objects.filter(pgh_obj=OuterRef("pk")).order_by("-pgh_id")
    rows: QuerySet[Any] = (
        model.objects.order_by()
        .annotate(
            mine=touched_by(model, user),
            sent=touched_by_sender(model, user),
            when=Subquery(events.values("pgh_created_at")[:1], output_field=DateTimeField()),
            which=Value(number, output_field=IntegerField()),
        )
        .filter(condition)
        .values_list("which", "pk", "when")
    )
    return rows


def touched_by_sender(model: Any, user: int | None) -> Any:
    """Return the condition that a person made a row or sent it to review."""
    made = touched_by(model, user, pgh_label="insert")
    return made | touched_by(model, user, status=Status.IN_REVIEW)


def _lines(site: AdminSite, models: list[Any], found: list[tuple[int, int, Any]], *, reasons: bool) -> list[Line]:
    rows: dict[tuple[int, int], Any] = {}
    for number in {number for number, _, _ in found}:
        desk: Any = site._registry[models[number]]
        wanted = [pk for each, pk, _ in found if each == number]
        for pk, row in models[number].objects.select_related(*desk.label_related).in_bulk(wanted).items():
            rows[number, pk] = row
    lines = []
    for number, pk, when in found:
        row = rows.get((number, pk))
        if row is not None:
            day = timezone.localtime(when).strftime("%-d %B %Y") if when else ""
            note = f"{models[number]._meta.verbose_name} · {day}" if day else str(models[number]._meta.verbose_name)
            reason = row.note_internal.rpartition(RETURNED)[2].split("\n")[0] if reasons else ""
            lines.append(Line(str(row), desk_path(row), note, reason))
    return lines


def due_for_check() -> Work:
    """Questions whose newest published answer is past the shelf life of its indicator or topic."""
    work = Work(
        "Due for check",
        "The newest published answer is older than its indicator or topic allows.",
        "Nothing is past its shelf life.",
    )
    listings = {
        Figure: reverse("admin:profiles_figure_changelist")
        + "?country__id__exact={country}&indicator__id__exact={subject}",
        Statement: reverse("admin:profiles_statement_changelist")
        + "?country__id__exact={country}&topic__id__exact={subject}",
    }
    found: list[tuple[Any, Line]] = []
    for model, subject, date in ((Figure, "indicator", "period_latest"), (Statement, "topic", "as_of_latest")):
        rows = _overdue(model, subject, date)
        first = list(rows[:SHOWN])
        work.total += rows.count()
        for row in first:
            address = listings[model].format(country=row["country"], subject=row[subject])
            text = f"{row['country__name']}: {row[f'{subject}__name']}"
            found.append((row["newest"], Line(text, address, f"newest answer: {row['newest']:%-d %B %Y}")))
    found.sort(key=lambda pair: pair[0])
    work.lines = [line for _, line in found[:SHOWN]]
    return work


def _overdue(model: Any, subject: str, date: str) -> QuerySet[Any]:
    """Group published answers by country and subject; keep those past their time, oldest first."""
    life = Func(Value(0), Cast(F(f"{subject}__shelf_life_months"), IntegerField()), function="make_interval")
    newest = Max(Coalesce(F(date), F("document__published_latest"), F("document__published_earliest")))
    checked = Check.objects.filter(
        country=OuterRef("country"), subject=OuterRef(f"{subject}__name"), status=Status.PUBLISHED
    ).order_by("-checked_on")
    rows: QuerySet[Any] = (
        model.objects.filter(status=Status.PUBLISHED, **{f"{subject}__shelf_life_months__isnull": False})
        .order_by()
        .values("country", "country__name", subject, f"{subject}__name", f"{subject}__shelf_life_months")
        .annotate(newest=newest)
        .annotate(looked=Subquery(checked.values("checked_on")[:1], output_field=DateField()))
        .annotate(due=Cast(Greatest(F("newest"), F("looked")) + life, DateField()))
        .filter(newest__isnull=False, due__lt=timezone.localdate())
        .order_by("newest", "country__name", f"{subject}__name")
    )
    return rows


def quotations_lost() -> Work:
    """Excerpts of which a check has not found the words; those that visitors saw come first."""
    work = Work(
        "Quotations not found",
        "The document does not hold their words; visitors do not see them.",
        "Every quotation that was looked for is found.",
    )
    rows = Excerpt.objects.filter(kind=Excerpt.Kind.QUOTATION, quotation__isnull=False)
    rows = rows.exclude(status=Status.WITHDRAWN).exclude(quotation__verdict__in=FOUND)
    work.total = rows.count()
    shown = rows.annotate(was_public=Q(status=Status.PUBLISHED)).order_by("-was_public", "key")
    work.lines = [
        Line(row.heading, desk_path(row), f"{row.document} · {row.get_status_display().lower()}", row.quotation.reason)
        for row in shown.select_related("document", "quotation")[:SHOWN]
    ]
    return work


def parts_not_taken() -> Work:
    """Documents in whose text others seem to stand that are not in the library."""
    work = Work(
        "Documents proposed, not taken",
        "Their text seems to hold documents of its own.",
        "No text holds a document that is not in the library.",
    )
    readings = list(Reading.objects.exclude(parts=[]).select_related("document").order_by("document__key"))
    inside = Document.objects.filter(part_of__in=[reading.document_id for reading in readings])
    held = set(inside.values_list("part_of", "part_lines"))
    for reading in readings:
        places = [Place("line", part["first_line"], part["last_line"], ()) for part in reading.parts]
        left = sum((reading.document_id, str(place)) not in held for place in places)
        if left:
            address = f"{reverse('admin:sources_document_read_in')}?{urlencode({'document': reading.document.key})}"
            work.lines.append(Line(reading.document.label, address, f"{left} inside"))
    work.total = len(work.lines)
    work.lines = work.lines[:SHOWN]
    return work


def unused_documents() -> Work:
    """Documents on which nothing rests and in which nothing else stands."""
    rows: Any = Document.objects.exclude(status=Status.WITHDRAWN)
    tables: list[Any] = [*RESTING, Document]
    for model in tables:
        name = "part_of" if model is Document else "document"
        rows = rows.filter(~Exists(model.objects.filter(**{name: OuterRef("pk")})))
    for model in (Breakdown, Figure, Result, Statement):
        rows = rows.filter(~Exists(model.objects.filter(original_document=OuterRef("pk"))))
    found = list(rows.select_related("publisher").order_by("key")[:SHOWN])
    total = rows.count()
    lines = [Line(row.label, desk_path(row), str(row.publisher or "publisher not known")) for row in found]
    return Work(
        "Documents nobody has used", "Nothing is stated from them yet.", "Every document is used.", lines, total
    )


def people_due() -> Work:
    """People whose visibility somebody promised to look at again."""
    rows = Person.objects.filter(review_by__lte=timezone.localdate()).order_by("review_by", "key")
    found = list(rows[:SHOWN])
    total = rows.count()
    lines = [
        Line(row.name, desk_path(row), f"by {row.review_by:%-d %B %Y} · {row.get_visibility_display()}")
        for row in found
    ]
    return Work(
        "People due for review",
        "Whether they should be public is to be looked at again.",
        "Nobody is due for review.",
        lines,
        total,
    )
