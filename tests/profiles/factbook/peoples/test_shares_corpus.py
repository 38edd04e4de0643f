"""Every list of ethnic groups, religions and languages of the two editions beside this clone."""

import csv
import json
import sys
from collections import Counter
from pathlib import Path

import pytest

from profiles.factbook.peoples.shares import parse_all, unread

DATA = Path(__file__).parents[5] / "shared" / "data"
FIELDS = ("Ethnic groups", "Religions", "Languages")


def _texts_of(node):
    """The printed texts of a field of the JSON edition, notes and samples of writing left out."""
    if "text" in node:
        yield node["text"]
    for name, part in node.items():
        if isinstance(part, dict) and "sample" not in name:
            yield from _texts_of(part)


def _edition_2026():
    for path in sorted((DATA / "factbook-2026-json").glob("*/*.json")):
        people = (
            json.loads(path.read_text(encoding="utf-8")).get("People and Society", {})
            if path.stem != "categories"
            else {}
        )
        for name in FIELDS:
            for text in _texts_of(people.get(name, {})):
                yield path.stem, name, text


def _edition_2012():
    csv.field_size_limit(sys.maxsize)
    with (DATA / "factbook-2012" / "factbook-2012.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["field"] in FIELDS:
                yield row["gec"], row["field"], row["text"]


@pytest.fixture(params=[_edition_2026, _edition_2012], ids=["2026", "2012"])
def edition(request):
    """The lists of one edition: entity, field, text."""
    if not DATA.exists():
        pytest.skip("the shared corpus is not beside this clone")
    return list(request.param())


@pytest.mark.corpus
def test_no_percentage_of_an_edition_is_lost(edition):
    assert len(edition) > 700
    lost = {(code, name): missing for code, name, text in edition if (missing := unread(text, parse_all(text)))}
    assert lost == {}


@pytest.mark.corpus
def test_nearly_every_list_with_figures_is_read_whole(edition):
    tally = Counter()
    for _, _, text in edition:
        if "%" in text:
            lists = parse_all(text)
            stated = any(share.value_state == "stated" for each in lists for share in each.shares)
            refused = any(each.refused for each in lists)
            tally["whole" if stated and not refused else "part" if stated else "refused"] += 1
    assert tally["whole"] > 0.97 * tally.total(), tally


@pytest.mark.corpus
def test_no_sign_of_a_figure_stays_in_a_name(edition):
    for code, name, text in edition:
        for each in parse_all(text):
            for share in each.shares:
                outside = share.label.split(" (")[0]
                assert not set(outside) & set("<>~%"), (code, name, share)
                assert 0 < len(share.label) <= 200
