"""Public columns: what a dataset shows, each declared by name and expression; type and help come from the model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Case, CharField, F, Func, OuterRef, Q, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Concat, NullIf

from profiles.models import Citation

TYPES = {
    "BooleanField": "boolean",
    "DateField": "date",
    "DecimalField": "number",
    "PositiveIntegerField": "integer",
    "PositiveSmallIntegerField": "integer",
    "BigIntegerField": "integer",
}


@dataclass(frozen=True)
class Column:
    """One public column: its name in files, what fills it, its type and its meaning.

    `type` is text, integer, number, boolean or date; Frictionless Table Schema has the same names but `string`.
    """

    name: str
    source: str | Combinable
    type: str = "text"
    help: str = ""

    @property
    def expression(self) -> Any:
        """The Django expression that gives the value in its own type; an empty text is NULL."""
        value: Any = F(self.source) if isinstance(self.source, str) else self.source
        return NullIf(Cast(value, TextField()), Value("", output_field=TextField())) if self.type == "text" else value

    @property
    def text(self) -> Any:
        """The expression that gives the value as a CSV cell prints it."""
        value: Any = F(self.source) if isinstance(self.source, str) else self.source
        if self.type == "text":
            return self.expression
        if self.type == "boolean":
            return Case(When(**{str(self.source): True}, then=Value("true")), default=Value("false"))
        if self.type == "number":
            return Cast(Func(value, function="trim_scale"), TextField())
        if self.type == "date":
            return Func(value, Value("YYYY-MM-DD"), function="to_char", output_field=TextField())
        return Cast(value, TextField())


def field_at(model: type[models.Model], path: str) -> models.Field[Any, Any]:
    """Return the field at the end of a double-underscore path."""
    *steps, last = path.split("__")
    for step in steps:
        found: Any = model._meta.get_field(step)
        model = found.related_model
    field: models.Field[Any, Any] = model._meta.get_field(last)  # type: ignore[assignment]  # no reverse relations here
    return field


def column(model: type[models.Model], name: str, source: str | Combinable | None = None, help: str = "") -> Column:
    """Declare one column; a path takes type and help text from the field at its end.

    A path that ends in `__key` after a foreign key takes the help text of that foreign key, whose meaning it is.
    """
    source = name if source is None else source
    if not isinstance(source, str):
        return Column(name, source, "text", help)
    field = field_at(model, source)
    words = help
    if not words:
        meaning = field_at(model, source.removesuffix("__key")) if source.endswith("__key") else field
        words = str(meaning.help_text)
    return Column(name, source, TYPES.get(type(field).__name__, "text"), words)


def date_columns(model: type[models.Model], name: str, path: str | None = None) -> list[Column]:
    """Declare the three columns of a partial date: EDTF, earliest and latest day."""
    path = path or name
    return [
        column(model, name, path),
        column(model, f"{name}_earliest", f"{path}_earliest"),
        column(model, f"{name}_latest", f"{path}_latest"),
    ]


def columns(model: type[models.Model], *declared: str | tuple[str, Any] | Iterable[Column]) -> list[Column]:
    """Declare a table's columns in order.

    Each is one or more field names in a string (a foreign key gives the key of its target, a name that ends in `…` the
    three columns of a partial date), a pair of name and path or expression, or a list of ready columns.
    """
    made: list[Column] = []
    for item in declared:
        if isinstance(item, str):
            for name in item.split():
                made += _by_name(model, name)
        elif isinstance(item, tuple):
            name, source = item
            made += date_columns(model, name[:-1], source) if name.endswith("…") else [column(model, name, source)]
        else:
            made += item
    return made


def _by_name(model: type[models.Model], name: str) -> list[Column]:
    if name.endswith("…"):
        return date_columns(model, name[:-1])
    field = model._meta.get_field(name)
    if isinstance(field, models.ForeignKey):
        if name in getattr(model, "soft_links", ()):
            return [Column(name, public_key(name), "text", str(field.help_text))]
        return [column(model, name, f"{name}__key")]
    return [column(model, name)]


def public_key(name: str) -> Combinable:
    """The key of a soft link's target, blank where visitors may not see it."""
    shown = When(**{f"{name}__is_public": True}, then=F(f"{name}__key"))
    return Case(shown, default=Value(""), output_field=CharField())


def listed(rows: Any, value: str, *order: str) -> Combinable:
    """Return one cell that joins the values of other rows by `; `, in the given order, each pair of order once."""
    ordered = rows.order_by(*order).distinct(*order).values(value)
    return Func(ArraySubquery(ordered), Value("; "), function="array_to_string", output_field=TextField())


def place(template_parts: tuple[Any, ...]) -> Column:
    """Declare the permalink: a path on this site."""
    parts = [Value(part) if isinstance(part, str) and part.endswith("/") else F(part) for part in template_parts]
    return Column("permalink", Concat(*parts, output_field=TextField()), "text", "Path of the row's page on this site.")


def permalink(prefix: str, name: str = "key") -> Column:
    """Declare the permalink of rows with a page below the prefix."""
    return place((prefix, name, "/"))


def thing_tail(*paths: str) -> list[Column]:
    """Declare what ends a thing's row before its permalink: the documents that support it, and where in each.

    `paths` lead from a citation to the thing: its own key, and for things that sources know by their parts only (a
    person by the name, a law by a step with it) the way through those.
    """
    about = Q()
    for path in paths:
        about |= Q(**{path: OuterRef("pk")})
    cited = Citation.objects.filter(
        about,
        is_public=True,
        stance=Citation.Stance.SUPPORTS,
    )
    pair = ("document__key", "locator")
    return [
        Column(
            "documents",
            listed(cited, "document__key", *pair),
            "text",
            "Documents that support the row, joined by semicolons; one for each locator.",
        ),
        Column(
            "locators",
            listed(cited, "locator", *pair),
            "text",
            "Where in each of these documents, in the same order and number.",
        ),
    ]


def published_columns(prefix: str = "document__") -> list[Column]:
    """Declare when the document was published (inferred dates included)."""
    return [
        Column(f"published{end}", f"{prefix}published{end}", kind, f"When the document was published{words}.")
        for end, kind, words in (
            ("", "text", ", in EDTF; inferred where none is printed"),
            ("_earliest", "date", ": earliest day"),
            ("_latest", "date", ": latest day"),
        )
    ]


def claim_tail(model: type[models.Model], dataset: str, via: str = "") -> list[Column]:
    """Declare what ends a claim's row (design section 8).

    `via` is the path to the claim that carries document and speaker: a share's is its breakdown.
    """

    def speaker(field: str) -> Combinable:
        return Coalesce(F(f"{via}speaker__{field}"), F(f"{via}document__publisher__{field}"), output_field=CharField())

    return [
        *columns(model, "value_state", "derived"),
        Column("speaker", speaker("key"), "text", "Who says it: the named speaker, or the document's publisher."),
        Column("speaker_kind", speaker("kind"), "text", "What kind of speaker that is."),
        Column("publisher", f"{via}document__publisher__key", "text", "Who published the document."),
        *published_columns(f"{via}document__"),
        column(model, "relation", f"{via}relation"),
        column(model, "original_document", f"{via}original_document__key"),
        *columns(model, "printed"),
        column(model, "document", f"{via}document__key"),
        column(model, "locator", f"{via}locator"),
        permalink(f"/claims/{dataset}/"),
    ]


def thing_record(names: tuple[str, ...], datasets: dict[str, str]) -> Combinable:
    """Return `<dataset>/<key>` of the one key of an arc that is set; empty where none is."""
    cases = [
        When(
            **{f"{name}__isnull": False},
            then=Concat(Value(f"{datasets[name]}/"), F(f"{name}__key"), output_field=TextField()),
        )
        for name in names
    ]
    return Case(*cases, default=Value(""), output_field=TextField())


def first_set(names: tuple[str, ...], datasets: dict[str, str]) -> Combinable:
    """Return the dataset of the one key of an arc that is set."""
    cases = [When(**{f"{name}__isnull": False}, then=Value(datasets[name])) for name in names]
    return Case(*cases, default=Value(""), output_field=TextField())
