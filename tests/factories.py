"""Rows for tests: one maker per table, each with the least that the table needs. Verania is invented."""

import datetime
import itertools
from typing import Any

from django.db import models

from profiles.datasets import BY_MODEL, DATASETS
from sources.models.base import Publishable, Status

# What a table needs beyond its links; links are made by the same factory.
NEEDS: dict[str, dict[str, Any]] = {
    "publishers": {"name": "Verania Watch {n}", "kind": "ngo"},
    "series": {"title": "Yearly reports {n}"},
    "documents": {"label": "Report {n}", "kind": "report", "published": "2012-05-25"},
    "document-dates": {"role": "updated", "date": "2012-11-15"},
    "headings": {"position": "{n}", "text": "Heading {n}", "locator": "line {n}"},
    "defects": {"locator": "line {n}", "whose": "our_copy", "text": "A label lost its value"},
    "readings": {
        "file_name": "report-{n}.txt",
        "sha256": "0" * 64,
        "encoding": "utf-8",
        "layout": "plain",
        "lines": 40,
        "read_at": datetime.datetime(2012, 12, 20, 9, tzinfo=datetime.UTC),
    },
    "passages": {
        "position": "{n}",
        "anchor": "l{n}",
        "kind": "paragraph",
        "text": "The harbour of Verania stood still for a week.",
        "first_line": "{n}",
        "last_line": "{n}",
        "locator": "line {n}",
    },
    "notes": {"position": "{n}", "number": "7"},
    "quotations": {
        "text": "stood still for a week",
        "exact": "stood still for a week",
        "verdict": "exact",
        "checked_at": datetime.datetime(2012, 12, 20, 9, tzinfo=datetime.UTC),
    },
    "themes": {"scheme": "ohchr_theme", "edition": "2025", "name": "Right {n}"},
    "licences": {"name": "Licence {n}"},
    "countries": {"slug": "verania-{n}", "name": "Verania {n}", "sort_key": "verania {n}"},
    "country-names": {"name": "Veranija {n}", "kind": "native_short"},
    "people": {
        "name": "Ada Verane {n}",
        "sort_key": "verane ada {n}",
        "visibility": "public",
        "basis": "public_office",
    },
    "person-names": {"name": "A. Verane {n}", "kind": "short"},
    "organisations": {"name": "Verania Party {n}", "sort_key": "verania party {n}", "kind": "party"},
    "organisation-names": {"name": "VP {n}", "kind": "short"},
    "organisation-statuses": {"standing": "registered"},
    "institutions": {"name": "Chamber {n}", "kind": "chamber"},
    "seat-blocks": {"seats": 47, "method": "total"},
    "offices": {"title": "President {n}", "rank": "head_of_state"},
    "tenures": {"start": "2010-01-01", "ended": "ongoing", "last_attested": "2012-12-13"},
    "elections": {"kind": "presidential", "date": "2011-04-03", "state": "held"},
    "events": {"kind": "violence", "title": "Old Harbour, {n} May 2012", "start": "2012-05-01", "state": "occurred"},
    "instruments": {"kind": "law", "title": "Housing Act {n}"},
    "steps": {"stage": "ratified"},
    "citations": {"field": "name", "printed": "Verania"},
    "identifiers": {"scheme": "wikidata", "value": "Q{n}"},
    "groups": {"kind": "ethnic", "name": "Veranians {n}", "sort_key": "veranians {n}"},
    "units": {"name": "persons {n}"},
    "indicators": {"name": "People killed {n}", "definition": "Deaths in one event.", "part": "events"},
    "topics": {"name": "Form of government {n}", "question": "What is the form of government?", "part": "government"},
    "topic-codes": {"code": "republic_{n}", "name": "Republic {n}"},
    "breakdowns": {"kind": "ethnic", "source_type": "census", "as_of": "2009"},
    "shares": {"position": "{n}", "label": "Veranian", "low": "53.4", "high": "53.4", "qualifier": "unqualified"},
    "figures": {"low": 17, "high": 17, "qualifier": "unqualified", "printed": "17"},
    "statements": {"text": "A republic."},
    "results": {"label": "Ada Verane", "share_low": 95, "share_high": 95, "share_qualifier": "unqualified"},
    "involvements": {"group_label": "dock workers", "role": "victim"},
    "case-steps": {"group_label": "two dock workers", "proceeding": "Trial of two", "case_status": "convicted"},
    "excerpts": {"kind": "summary", "heading": "Harbour strike {n}", "text": "The report counts the strikes."},
    "disagreements": {"question": "How many died at Old Harbour? {n}", "reason": "different_definition"},
    "sides": {"position": "{n}"},
    "leads": {"question": "How many? {n}", "rule": "latest"},
    "checks": {"subject": "Everything {n}", "checked_on": "2012-12-20", "sources": "All", "outcome": "confirmed"},
}
CLAIM = {"relation": "first_hand", "locator": "line 1", "printed": "17"}
# The one key of an arc that is set where a test names none.
# Keys that may be empty and that a table needs all the same.
LINKED = {"notes": {"passage"}, "quotations": {"first", "last"}}
# Keys that no two rows may share.
FRESH = {"readings": "document"}
ARC_DEFAULTS = {"record": "country", "claim": "figure"}


class Factory:
    """Makes rows: `make.figure(country=ver, low=17)`; links that a table needs are made too."""

    def __init__(self) -> None:
        self.numbers = itertools.count(1)
        self.shared: dict[str, Any] = {}
        self.linked: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        model = next((model for model in BY_MODEL if model._meta.model_name == name.replace("_", "")), None)
        if model is None:
            raise AttributeError(name)
        return lambda **values: self.row(model, **values)

    def row(self, model: type[models.Model], **values: Any) -> Any:
        """Make and save one row of any table; published unless told otherwise."""
        number = next(self.numbers)
        dataset = BY_MODEL[model]
        given: dict[str, Any] = {}
        if issubclass(model, Publishable):
            given |= {"key": self._key(dataset.name, number), "status": Status.PUBLISHED}
        names = {field.name for field in model._meta.concrete_fields}
        given |= {name: value for name, value in CLAIM.items() if name in names and dataset.name != "shares"}
        given |= {name: _filled(value, number) for name, value in NEEDS.get(dataset.name, {}).items()}
        given |= values
        self._link(model, given)
        return model._default_manager.create(**given)

    def _link(self, model: type[models.Model], given: dict[str, Any]) -> None:
        for name, fields in getattr(model, "arcs", {}).items():
            if name in ARC_DEFAULTS and not any(given.get(field) for field in fields):
                given[ARC_DEFAULTS[name]] = self._one(_target(model, ARC_DEFAULTS[name]))
        for field in model._meta.concrete_fields:
            of_verania = field.name == "country" and not getattr(model, "arcs", {}).get("record")
            needed = of_verania or not field.null or field.name in LINKED.get(BY_MODEL[model].name, ())
            if isinstance(field, models.ForeignKey) and field.name not in given and needed:
                target = _target(model, field.name)
                given[field.name] = self.row(target) if self._is_taken(model, field.name) else self._one(target)

    def _is_taken(self, model: type[models.Model], field: str) -> bool:
        """Whether a row has the shared target already where no two rows may have it."""
        name = BY_MODEL[model].name
        if FRESH.get(name) != field:
            return False
        again = name in self.linked
        self.linked.add(name)
        return again

    def _one(self, model: type[models.Model]) -> Any:
        """The row of a table that all others share where a test names none."""
        name = BY_MODEL[model].name
        if name not in self.shared:
            self.shared[name] = self.row(model, **({"key": "VER", "slug": "verania"} if name == "countries" else {}))
        return self.shared[name]

    def _key(self, dataset: str, number: int) -> str:
        if dataset == "countries":
            return f"V{chr(65 + number // 26 % 26)}{chr(65 + number % 26)}"
        return f"ver/{dataset}/{number}"

    def everything(self, **values: Any) -> dict[str, Any]:
        """Make one row of every table, from the declaration; return them by dataset."""
        return {name: self.row(dataset.model, **values) for name, dataset in DATASETS.items()}


def _target(model: type[models.Model], name: str) -> Any:
    return model._meta.get_field(name).related_model


def _filled(value: Any, number: int) -> Any:
    if not isinstance(value, str) or "{n}" not in value:
        return value
    filled = value.format(n=number)
    return int(filled) if value == "{n}" else filled
