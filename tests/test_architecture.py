"""The shape of the house: directions, sizes, and what every table owes its reader."""

import ast
import subprocess
from pathlib import Path

import pgtrigger
import pytest
from django.apps import apps
from django.db import models

from profiles.datasets import BY_MODEL, DATASETS
from profiles.datasets.columns import TYPES
from profiles.datasets.stored import COMPUTED, load_order, stored_columns, stored_names
from profiles.datasets.things import ARC_DATASETS
from sources.models.base import Publishable
from sources.models.fields import COMPANIONS

ROOT = Path(__file__).resolve().parent.parent
MODELS = [
    model
    for name in ("sources", "profiles")
    for model in apps.get_app_config(name).get_models()
    if not model.__name__.endswith("History")
]
TRACKED = subprocess.run(  # what git knows or would add, so that a file left out of a commit is seen
    ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
    cwd=ROOT,
    capture_output=True,
    text=True,
    check=True,
).stdout.splitlines()
CODE = [
    name
    for name in TRACKED
    if name.endswith(".py")
    and name.split("/")[0] in ("config", "sources", "profiles", "tools")
    and "/migrations/" not in name
]
named = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
coded = pytest.mark.parametrize("name", CODE)


def triggers(model: type[models.Model]) -> set[str]:
    """The names of a table's triggers."""
    return {trigger.name for owner, trigger in pgtrigger.registered() if owner is model}


@named
def test_relations_go_down_only(model):
    for field in model._meta.get_fields():
        if field.is_relation and not field.auto_created and model._meta.app_label == "sources":
            assert field.related_model._meta.app_label in ("sources", "pghistory"), f"{model.__name__}.{field.name}"


@named
def test_every_table_is_declared(model):
    assert model in BY_MODEL


@named
def test_every_field_says_what_it_means(model):
    for field in model._meta.concrete_fields:
        if field.name not in ("id",):
            assert str(field.help_text).strip().endswith((".", "%, km².")), f"{model.__name__}.{field.name}"


@named
def test_no_text_is_null_and_no_evidence_is_deleted_with_its_user(model):
    for field in model._meta.concrete_fields:
        if isinstance(field, models.CharField | models.TextField):
            assert not field.null, f"{field.name}: empty text is the one way to say nothing"
        if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.CASCADE:
            owner = field.related_model
            assert not field.null
            assert f"bump_{field.name}_insert" in triggers(model), f"does not raise the version of {owner.__name__}"


@named
def test_every_row_says_what_it_is(model, make):
    row = make.row(model)
    assert type(row).__str__ is not models.Model.__str__
    assert str(row)
    assert "object (" not in str(row)


@named
def test_every_curated_table_has_key_status_and_version_rules(model):
    names = {constraint.name for constraint in model._meta.constraints}
    if issubclass(model, Publishable):
        assert any(name.endswith("_key_is_spelt_as_keys_are") for name in names)
        assert {"row_version", "frozen_key"} <= triggers(model)
    else:
        assert any(isinstance(rule, models.UniqueConstraint) for rule in model._meta.constraints)


@named
def test_every_partial_date_has_its_rules(model):
    names = {constraint.name for constraint in model._meta.constraints}
    for field in model._meta.concrete_fields:
        if type(field).__name__ == "PartialDateField":
            assert any(name.endswith(f"_{field.name}_is_edtf") for name in names), field.name
            assert any(name.endswith(f"_{field.name}_bounds_in_order") for name in names), field.name


STORED = {name: dataset for name, dataset in DATASETS.items() if not dataset.from_reading}


@pytest.mark.parametrize("dataset", STORED.values(), ids=STORED)
def test_no_stored_field_is_missing_from_files(dataset):
    covered: set[str] = set(COMPUTED)
    for column in stored_columns(dataset):
        covered |= set(column.targets) or {column.name}
        if column.kind == "partial_date":
            covered |= {f"{column.name}_{end}" for end in COMPANIONS}
    assert covered >= {field.name for field in dataset.model._meta.concrete_fields}
    assert len(stored_names(dataset)) == len(set(stored_names(dataset)))


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=DATASETS)
def test_every_public_column_says_what_it_means(dataset):
    assert len(dataset.names) == len(set(dataset.names))
    for column in dataset.columns:
        assert column.help.strip(), f"{dataset.name}.{column.name}"
        assert column.type in {*TYPES.values(), "text"}


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=DATASETS)
def test_claims_and_things_end_as_the_design_says(dataset):
    claim = (
        "value_state derived speaker speaker_kind publisher published published_earliest published_latest relation "
        "original_document printed document locator permalink"
    ).split()
    if {"value_state", "derived"} <= set(dataset.names):
        assert dataset.names[-len(claim) :] == claim
    elif dataset.name in ARC_DATASETS.values() and dataset.name != "citations":
        assert dataset.names[-3:] == ["documents", "locators", "permalink"]
    assert dataset.is_link or dataset.names[-1] == "permalink"


def test_arcs_point_to_the_datasets_of_their_keys():
    for model in MODELS:
        for fields in getattr(model, "arcs", {}).values():
            for name in fields:
                target = model._meta.get_field(name).related_model
                assert ARC_DATASETS[name] == BY_MODEL[target].name


def test_each_table_is_loaded_after_what_it_points_to():
    order = [dataset.name for dataset in load_order()]
    assert sorted(order) == sorted(STORED)
    for dataset in load_order():
        for column in stored_columns(dataset):
            for target in column.targets.values():
                assert target == dataset.name or order.index(target) < order.index(dataset.name)


@coded
def test_files_and_functions_stay_short(name):
    text = (ROOT / name).read_text()
    assert len(text.splitlines()) <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            most = 30 if "/views" in name else 60
            assert length <= most, f"{node.name} has {length} lines"


@coded
def test_every_module_class_and_public_function_has_its_line(name):
    tree = ast.parse((ROOT / name).read_text())
    assert ast.get_docstring(tree) or name.endswith("__init__.py"), "the module says nothing of itself"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


@pytest.mark.parametrize("package", ["sources", "profiles", "profiles/transfer"])
def test_each_package_says_what_lives_there(package):
    text = (ROOT / package / "__init__.py").read_text()
    assert "May import" in text
    assert "Not here" in text


@pytest.mark.parametrize("name", [name for name in TRACKED if name.startswith("templates/")])
def test_templates_stay_short(name):
    assert len((ROOT / name).read_text().splitlines()) <= 120
