"""What stands beside a form: a claim's document and the other answers to its question; what rests on a document."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Model, QuerySet, Window
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from profiles.admin.answers import other_answers
from profiles.datasets import BY_MODEL, DATASETS
from profiles.models import (
    Breakdown,
    CaseStep,
    Citation,
    Excerpt,
    Figure,
    Involvement,
    Result,
    Statement,
)
from sources.admin.plugs import Line, Panel
from sources.models import Document
from sources.models.base import Linked, Publishable

SHOWN = 12
RESTING: dict[type[Any], tuple[str, ...]] = {
    Figure: ("indicator",),
    Statement: ("topic", "code"),
    Breakdown: ("country",),
    Result: (),
    Involvement: ("person", "organisation"),
    CaseStep: ("person",),
    Citation: (),
    Excerpt: (),
}


def public_path(row: Model) -> str:
    """Return the path of a row's public page; a link has its owner's."""
    if isinstance(row, Linked):
        first = BY_MODEL[type(row)].identity[0].removesuffix("__key")
        return own_path(getattr(row, first))
    return own_path(row)


def own_path(row: Any) -> str:
    """Return the address of a row's own page, else that of its permalink."""
    if hasattr(row, "get_absolute_url"):
        try:
            return str(row.get_absolute_url())
        except NoReverseMatch:
            pass
    return f"/claims/{BY_MODEL[type(row)].name}/{row.key}/"


def desk_path(row: Model) -> str:
    """Return the address of a row's form."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def rows(names: Sequence[str]) -> dict[str, Line]:
    """Return a line with its form for each name such as `figures/ver/dead`; what is gone has none."""
    keys: dict[str, list[str]] = {}
    for name in names:
        dataset, _, key = name.partition("/")
        keys.setdefault(dataset, []).append(key)
    found = {}
    for dataset, wanted in keys.items():
        model: Any = DATASETS[dataset].model
        for row in model._default_manager.filter(key__in=wanted).select_related(*RESTING.get(model, ())):
            status = row.get_status_display() if row.status != "published" else ""
            found[f"{dataset}/{row.key}"] = Line(str(row), desk_path(row), str(row._meta.verbose_name), status)
    return found


def panels(request: HttpRequest, row: Any) -> list[Panel]:
    """Return what stands beside the form of a row."""
    made = []
    if isinstance(row, Document):
        return [*resting_on(row), *parts_of(row)]
    evidence: Any = row.breakdown if hasattr(row, "breakdown_id") and hasattr(row, "share_class") else row
    document = evidence.document if getattr(evidence, "document_id", None) else None
    if document is not None and isinstance(row, Publishable) and hasattr(evidence, "speaker_id"):
        made.append(document_panel(document, evidence))
    answers = other_answers(row)
    if answers is not None:
        made.append(answers_panel(answers))
    return made


def document_panel(document: Document, evidence: Any) -> Panel:
    """The document behind a claim."""
    publisher = document.publisher
    facts = [
        ("Document", document.label, desk_path(document)),
        ("Place", str(getattr(evidence, "locator", "")) or "–", ""),
        ("Publisher", publisher.name if publisher else "not known", desk_path(publisher) if publisher else ""),
        ("Published", _date(document, "published"), ""),
        ("Text", document.get_text_access_display(), ""),
    ]
    if document.url:
        facts.append(("Address", document.url, document.url))
    if document.translation != Document.Translation.NONE:
        facts.append(("Translation", document.get_translation_display(), ""))
    return Panel("The document", facts=facts)


def _date(row: Any, name: str) -> str:
    printed, spelt = getattr(row, f"{name}_printed"), getattr(row, name)
    note = getattr(row, f"{name}_note")
    text = printed or spelt or "not known"
    return f"{text} ({note})" if note else str(text)


def answers_panel(rows: QuerySet[Any]) -> Panel:
    """The other answers to the question of a claim."""
    found = list(counted(rows)[:SHOWN])
    lines = [
        Line(str(row), desk_path(row), answer_note(row), row.get_status_display() if row.status != "published" else "")
        for row in found
    ]
    total = found[0].row_count if found else 0
    return Panel("Other answers to the same question", lines=lines, empty="No other source answers it.", total=total)


def counted(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Let each row carry how many there are, so that the first few and the count are one query."""
    found: QuerySet[Any] = rows.annotate(row_count=Window(Count("pk")))
    return found


def answer_note(row: Any) -> str:
    """Say who gives an answer, where, and of what time."""
    evidence = row.breakdown if hasattr(row, "share_class") else row
    who = evidence.speaker or evidence.document.publisher
    parts = [str(who) if who else evidence.document.label, evidence.locator]
    for name in ("as_of", "period", "date"):
        when = getattr(row, f"{name}_printed", "") or getattr(row, name, "")
        if when:
            parts.append(str(when))
    return " · ".join(part for part in parts if part)


def resting_on(document: Document) -> list[Panel]:
    """What rests on a document, table by table."""
    made = []
    for model, related in RESTING.items():
        rows = model.objects.filter(document=document).select_related(*related).order_by("key")
        found = list(counted(rows)[:SHOWN])
        if not found:
            continue
        count = found[0].row_count
        lines = [Line(str(row), desk_path(row), row.locator) for row in found]
        listing = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        title = f"{str(model._meta.verbose_name_plural).capitalize()} that rest on it: {count}"
        more = f"{listing}?document__id__exact={document.pk}" if count > SHOWN else ""
        made.append(Panel(title, lines=lines, more=more, total=count))
    return made or [Panel("What rests on it", empty="Nobody has stated anything from this document yet.")]


def parts_of(document: Document) -> list[Panel]:
    """The documents inside a document."""
    rows = list(document.parts.order_by("key")[:50])
    lines = [Line(row.label, desk_path(row), row.part_lines) for row in rows]
    return [Panel("Documents inside it", lines=lines, total=len(rows))] if rows else []
