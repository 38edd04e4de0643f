"""What every table of the desk owes its editors: taken from the app registry, so a new table is asked too."""

import pytest
from django.contrib import admin
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from profiles.datasets import BY_MODEL
from profiles.roles import curated
from sources.models import Note, Passage, Quotation, Reading
from sources.models.base import Publishable
from tests.profiles.admin.conftest import filled_in, list_of, path_of

MODELS = curated()
WRITTEN = [model for model in MODELS if not getattr(model, "from_reading", False)]
named = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
written = pytest.mark.parametrize("model", WRITTEN, ids=lambda model: model.__name__)
WITNESSES = pytest.mark.parametrize("model", [Reading, Passage, Note, Quotation], ids=lambda model: model.__name__)


def test_histories_are_not_edited():
    assert {model for model, dataset in BY_MODEL.items() if not dataset.from_reading} == set(WRITTEN)
    assert not [model for model in admin.site._registry if model.__name__.endswith("History")]


@named
def test_is_registered_with_search_filters_and_useful_columns(model):
    desk = admin.site._registry[model]
    assert desk.search_fields
    assert desk.list_filter
    assert len(desk.list_display) >= 3
    assert not desk.list_editable, "a list cannot carry the versions that a save must have seen"


@named
def test_every_key_to_another_table_is_looked_up(model, rf):
    desk = admin.site._registry[model]
    keys = {field.name for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)}
    assert keys <= set(desk.get_autocomplete_fields(rf.get("/")))
    for inline in desk.inlines:
        keys = {field.name for field in inline.model._meta.concrete_fields if isinstance(field, models.ForeignKey)}
        assert keys <= set(inline(model, admin.site).get_autocomplete_fields(rf.get("/")))


@named
def test_leads_to_its_public_page(model, make):
    row = make.row(model)
    address = admin.site._registry[model].get_view_on_site_url(row)
    assert address.startswith("/")
    assert address.endswith("/")


@written
def test_pages_answer_with_as_many_queries_for_twenty_rows_as_for_two(model, make, at_desk):
    client = at_desk("administrator")
    first = make.row(model)
    _grow(model, make, 2)
    client.get("/admin/")  # the session and the content types are fetched once
    few = _cost(client, model, first)
    _grow(model, make, 18)
    assert _cost(client, model, first) == few


def _grow(model, make, count):
    for _ in range(count):
        if issubclass(model, Publishable):
            make.row(model)
            continue
        ends = [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
        make.row(model, **{field.name: make.row(field.related_model) for field in ends})


def _cost(client, model, row):
    costs = []
    for address in (list_of(model), list_of(model, "add/"), path_of(row), path_of(row, "delete")):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            response = client.get(address)
        assert response.status_code == 200, address
        costs.append((address, len(queries)))
    return costs


@written
def test_a_record_saved_as_it_was_stays_as_it_was(model, make, at_desk):
    row = make.row(model)
    before = row.history.count()
    client = at_desk("administrator")
    page = client.get(path_of(row))
    response = client.post(path_of(row), filled_in(page))
    assert response.status_code == 302, _errors(response)
    assert row.history.count() == before


def _errors(response):
    context = response.context
    return context["adminform"].form.errors, [formset.formset.errors for formset in context["inline_admin_formsets"]]


OWNERS = [
    (desk.model, inline) for model, desk in admin.site._registry.items() if model in MODELS for inline in desk.inlines
]


@pytest.mark.parametrize(("model", "inline"), OWNERS, ids=lambda each: each.__name__)
def test_rows_beneath_a_record_cost_no_query_each(model, inline, make, at_desk):
    client = at_desk("administrator")
    owner = make.row(model)
    name = inline.fk_name or next(
        field.name
        for field in inline.model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model is model
    )
    client.get("/admin/")
    costs = []
    for count in (2, 18):
        for _ in range(count):
            make.row(inline.model, **{name: owner, **_apart(inline.model, name, make)})
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path_of(owner)).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


def _apart(model, owner, make):
    """Each row with records of its own, so that what it fetches is not shared."""
    if issubclass(model, Publishable):
        own = ["document"] if model.__name__ in ("Citation", "Result", "Involvement") else []
        own += ["person"] if model.__name__ == "Tenure" and owner != "person" else []
        own += ["figure"] if model.__name__ == "Side" else []
        more = {"slot": None} if model.__name__ == "Tenure" else {}
        return more | {name: make.row(model._meta.get_field(name).related_model) for name in own}
    ends = [
        field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey) and field.name != owner
    ]
    return {field.name: make.row(field.related_model) for field in ends}


def test_the_start_page_costs_the_same_with_ten_times_the_work(make, at_desk):
    client = at_desk("editor")
    for model in (each for each in MODELS if issubclass(each, Publishable)):
        make.row(model, status="in_review")
    client.get("/admin/")
    costs = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/admin/").status_code == 200
        costs.append(len(queries))
        for _ in range(10):
            make.figure(status="in_review")
            make.document()
    assert costs[0] == costs[1]


@WITNESSES
def test_what_reading_in_writes_is_looked_at_and_never_edited(model, make, at_desk):
    row = make.row(model)
    client = at_desk("administrator")
    assert client.get(f"{list_of(model)}?q=line").status_code == 200
    page = client.get(path_of(row))
    assert page.status_code == 200
    assert not page.context["has_change_permission"]
    assert client.post(path_of(row), {"text": "Other words."}).status_code == 403
    for address in (list_of(model, "add/"), path_of(row, "delete")):
        assert client.get(address).status_code == 403
    assert "No permission" not in at_desk("researcher").get(list_of(model)).content.decode()
    assert at_desk(name="nobody").get(list_of(model)).status_code == 403


@WITNESSES
def test_a_list_of_witnesses_costs_no_query_for_each_row(model, make, at_desk):
    client = at_desk("administrator")
    costs = []
    client.get("/admin/")
    for count in (2, 18):
        for _ in range(count):
            more = {"document": make.document()} if model is Reading else {}
            make.row(model, **more)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(list_of(model)).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_passages_are_found_by_their_anchor_and_their_place(make, at_desk):
    make.passage(anchor="p53", locator="para. 53")
    make.passage(anchor="p530", locator="para. 530")
    client = at_desk("researcher")
    for words in ("p53", "para. 53"):
        page = client.get(list_of(Passage), {"q": words})
        assert [row.anchor for row in page.context["cl"].result_list] == ["p53"], words
