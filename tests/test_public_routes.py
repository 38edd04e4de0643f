"""Drafts and restricted people reach nobody outside by any route.

The routes come from the resolver and the tables from the declaration. One hidden row of every kind is planted, with a
word in every text that no other row holds; then every public address is asked, with every key that exists.
"""

from typing import Any

import pytest
from django.db import models
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from profiles.datasets import DATASETS
from profiles.models import Person
from sources.models.base import Publishable, Status

CANARY = "Zyxwvut"
DESK = ("admin/",)


def patterns(resolver: URLResolver | None = None, prefix: str = "") -> list[tuple[str, URLPattern]]:
    """Every public pattern with its full route, walked from the root resolver."""
    found = []
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if route.startswith(DESK):
            continue
        if isinstance(entry, URLResolver):
            found += patterns(entry, route)
        else:
            found.append((route, entry))
    return found


def arguments(name: str, route: str, kinds: dict[str, Any]) -> list[dict[str, str]]:
    """Every set of arguments that a route may be asked with: the rows that live there, and every hidden key."""
    rows = {dataset.name: list(dataset.model._default_manager.all()) for dataset in DATASETS.values()}
    curated = [(name, row) for name, found in rows.items() for row in found if isinstance(row, Publishable)]
    if set(kinds) == {"key"}:
        start = "/" + route.split("<")[0]
        here = {row.key for _, row in curated if getattr(row, "get_absolute_url", str)().startswith(start)}
        hidden = {row.key for _, row in curated if row.key.startswith("zyxwvut")}
        return [{"key": key} for key in sorted(here | hidden)]
    if set(kinds) == {"slug"}:
        return [{"slug": row.slug} for row in rows["countries"]]
    if set(kinds) == {"slug", "theme"}:
        return [{"slug": row.slug, "theme": theme.key} for row in rows["countries"] for theme in rows["themes"]]
    if set(kinds) == {"name"}:
        return [{"name": dataset} for dataset in DATASETS]
    if set(kinds) == {"dataset", "key"}:
        return [{"dataset": dataset, "key": row.key} for dataset, row in curated]
    assert not kinds, f"{name} takes {sorted(kinds)}: say here what to ask it with"
    return [{}]


def addresses() -> list[str]:
    """Every address that the public site answers, for all rows in the database."""
    found = []
    for route, pattern in patterns():
        namespace = "sources" if pattern.callback.__module__.startswith("sources") else "profiles"
        kinds = {**pattern.pattern.converters}
        name = f"{namespace}:{pattern.name}"
        found += [reverse(name, kwargs={**values}) for values in arguments(name, route, kinds)]
    return found + over_countries()


def over_countries() -> list[str]:
    """The pages over all countries, asked for each subject that is public."""
    subjects = [f"{name}/{row.key}" for name in ("indicators", "groups", "topics") for row in DATASETS[name].public()]
    asked = [f"/compare{end}?c=VER&s={code}" for end in ("/", ".csv") for code in subjects]
    return asked + [
        f"/map{end}?by={code}" for end in ("/", ".csv") for code in subjects if not code.startswith("topics/")
    ]


def texts(model: type[models.Model], canary: str) -> dict[str, str]:
    """A canary in every free text of a table."""
    found = {}
    for field in model._meta.concrete_fields:
        free = isinstance(field, models.CharField | models.TextField) and not field.choices
        fixed = ("key", "collection", "locator", "slug", "alpha2", "m49", "gec", "home_country", "sha256", "code")
        patterned = ("scheme", "field", "language", "original_language", "part_lines", "sentence_unit")
        dated = any(field.name in (name, f"{name}_printed") for name in ("published",))
        is_date = type(field).__name__ == "PartialDateField"
        if free and not is_date and not dated and field.name not in fixed + patterned and field.name != "url":
            longest = field.max_length or 40
            if not isinstance(field, models.URLField):
                found[field.name] = canary[: min(longest, 40)]
    return found


@pytest.fixture
def site(make):
    """A public row of every table, and beside each a hidden one; and hidden people with public rows about them."""
    make.everything()
    planted = []
    for number, (name, dataset) in enumerate(DATASETS.items()):
        if dataset.is_link:
            continue
        canary = f"{CANARY}{number}q"
        values: dict[str, Any] = {**texts(dataset.model, canary), "status": Status.DRAFT}
        if name == "countries":
            values |= {"key": "ZYX", "slug": "zyxwvut"}
        else:
            values |= {"key": f"zyxwvut/{name}"}
        if any(field.name == "position" for field in dataset.model._meta.concrete_fields):
            values["position"] = 900 + number
        planted.append(make.row(dataset.model, **values))
    plant_restricted(make)
    plant_below_drafts(make)
    return planted


def plant_restricted(make):
    """A restricted person, published as a row, with public rows pointing at them."""
    person = make.person(
        key="zyxwvut/p/1",
        name=f"{CANARY} Restricted",
        sort_key="zyxwvut",
        visibility=Person.Visibility.RESTRICTED,
        basis="",
    )
    for dataset in DATASETS.values():
        names = [field.name for field in dataset.model._meta.concrete_fields if field.name == "person"]
        if names and not dataset.is_link:
            values = texts(dataset.model, f"{CANARY}r")
            arc = {"country": None} if dataset.name in ("citations", "identifiers") else {}
            make.row(dataset.model, key=f"zyxwvut/r/{dataset.name}", person=person, **values, **arc)
    result = make.result(key="zyxwvut/r/result", label=f"{CANARY} label", printed=f"{CANARY} printed")
    make.resultperson(result=result, person=person)
    excerpt = make.excerpt(key="zyxwvut/r/excerpt", heading=f"{CANARY} heading", text=f"{CANARY} text")
    make.excerptcountry(excerpt=excerpt)
    make.excerptperson(excerpt=excerpt, person=person)


def plant_below_drafts(make):
    """Published rows whose parents are hidden: they must be hidden with them."""
    document = make.document(key="zyxwvut/d/1", label=f"{CANARY} document", status=Status.WITHDRAWN)
    make.documentcountry(document=document)
    event = make.event(key="zyxwvut/e/1", title=f"{CANARY} event", status=Status.IN_REVIEW)
    for dataset in DATASETS.values():
        fields = {field.name for field in dataset.model._meta.concrete_fields}
        for name, hidden in (("document", document), ("event", event)):
            if name in fields and not dataset.is_link:
                values = texts(dataset.model, f"{CANARY}p")
                arc = {"country": None} if name == "event" and dataset.name in ("citations", "identifiers") else {}
                position = {"position": 800 + len(name)} if "position" in fields else {}
                key = f"zyxwvut/p/{name}-{dataset.name}"
                make.row(dataset.model, key=key, **{name: hidden}, **values, **arc, **position)


@pytest.mark.usefixtures("site")
def test_no_public_route_shows_a_draft_or_a_restricted_person(client: Client):
    asked = addresses()
    assert len(asked) > 500
    leaks = []
    for address in asked:
        response = client.get(address)
        assert response.status_code in (200, 404), f"{address} answered {response.status_code}"
        body = b"".join(response.streaming_content) if response.streaming else response.content
        text = body.decode() + str(response.headers)
        if CANARY.lower() in text.lower() and "zyxwvut" not in address:
            leaks.append(address)
        if response.status_code == 200 and "zyxwvut" in address:
            leaks.append(f"{address} answers 200")
    assert leaks == []


@pytest.mark.usefixtures("site")
def test_a_hidden_row_answers_as_one_that_never_was(client: Client):
    for name in ("people", "events", "elections", "offices", "sources", "publishers"):
        hidden = client.get(f"/{name}/zyxwvut/{name}/")
        never = client.get(f"/{name}/zyxwvut/never/")
        assert hidden.status_code == never.status_code == 404
        assert hidden.content == never.content


@pytest.mark.usefixtures("site")
def test_the_public_rows_themselves_are_shown(client: Client):
    """The canary test would pass on an empty site; this one would not."""
    for name, dataset in DATASETS.items():
        body = b"".join(client.get(f"/data/{name}.csv").streaming_content).decode()
        assert body.count("\r\n") >= 2, f"{name}.csv has no row"
        assert dataset.names[0] in body


def test_public_answers_set_no_cookie_and_bear_the_policy(client: Client, make):
    make.everything()
    for address in addresses():
        response = client.get(address)
        assert not response.cookies, address
        if response["Content-Type"].startswith("text/html"):
            policy = response["Content-Security-Policy"]
            assert "default-src 'self'" in policy
            assert "unsafe" not in policy
