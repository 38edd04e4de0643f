"""The documents say what the code does: commands, variables, tables, columns, decisions, links."""

import re
from pathlib import Path

import pytest
from django.apps import apps

from profiles.transfer.describing import data_dictionary

ROOT = Path(__file__).resolve().parent.parent
DOCS = sorted((ROOT / "docs").rglob("*.md"))
EVERYTHING = "\n".join(path.read_text() for path in [*DOCS, ROOT / "README.md"])
COMMANDS = [
    path.stem
    for app in ("sources", "profiles")
    for path in (ROOT / app / "management" / "commands").glob("*.py")
    if path.stem != "__init__"
]
MODELS = [
    model.__name__
    for app in ("sources", "profiles")
    for model in apps.get_app_config(app).get_models()
    if not model.__name__.endswith("History")
]
VARIABLES = sorted(
    set(re.findall(r'env_\w+\("([A-Z_]+)"|environ\.get\("([A-Z_]+)"', (ROOT / "config/settings.py").read_text()))
)


def test_the_data_dictionary_is_what_the_declarations_say():
    assert (ROOT / "docs/data.md").read_text() == data_dictionary(), "run ./run manage describe_data docs/data.md"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command):
    assert re.search(rf"\b{command}\b", EVERYTHING)


@pytest.mark.parametrize("names", VARIABLES, ids="".join)
def test_every_variable_is_documented(names):
    assert f"`{''.join(names)}`" in (ROOT / "docs/operating.md").read_text()


@pytest.mark.parametrize("model", MODELS)
def test_every_table_is_on_the_map_of_the_model(model):
    assert re.search(rf"\b{model}\b", (ROOT / "docs/model.md").read_text())


@pytest.mark.parametrize("path", [*DOCS, ROOT / "README.md"], ids=lambda path: path.name)
def test_every_link_between_documents_leads_somewhere(path):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text()):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda path: path.stem)
def test_every_decision_says_context_decision_and_cost(path):
    text = path.read_text()
    for heading in ("## Context", "## Decision", "## Cost"):
        assert heading in text


def test_every_decision_that_the_code_names_exists():
    code = [*ROOT.glob("*/**/*.py"), ROOT / "pyproject.toml"]
    named = {
        name
        for path in code
        if ".venv" not in path.parts and "var" not in path.relative_to(ROOT).parts
        for name in re.findall(r"docs/decisions/([a-z0-9-]+)\.md", path.read_text())
    }
    assert {name for name in named if not (ROOT / "docs" / "decisions" / f"{name}.md").exists()} == set()
