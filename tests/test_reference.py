"""The shipped reference collection: facts about the files themselves, read without a database."""

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from sources import keys

FOLDER = Path(__file__).parents[1] / "fixtures" / "reference"
UN_LANGUAGES = {"ar", "en", "es", "fr", "ru", "zh"}
DATASETS = (
    "citations", "countries", "country-names", "document-dates", "documents", "identifiers", "licences", "themes"
)  # fmt: skip


@cache
def rows(dataset: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a file as they stand."""
    with (FOLDER / f"{dataset}.csv").open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


@cache
def countries() -> dict[str, dict[str, str]]:
    """Return the countries by key."""
    return {row["key"]: row for row in rows("countries")}


def repeated(values: list[str]) -> list[str]:
    """Return the values that stand more than once; empty ones do not count."""
    return [value for value, times in Counter(values).items() if value and times > 1]


@pytest.mark.parametrize("dataset", DATASETS)
def test_rows_are_published_and_in_the_order_of_their_keys(dataset: str) -> None:
    found = [row["key"] for row in rows(dataset)]
    assert found
    assert found == sorted(set(found))
    assert {(row["status"], row["collection"]) for row in rows(dataset)} == {("published", "reference")}


@pytest.mark.parametrize("dataset", DATASETS)
def test_keys_are_spelt_as_keys_are(dataset: str) -> None:
    problem = keys.country_problem if dataset == "countries" else keys.problem
    assert [row["key"] for row in rows(dataset) if problem(row["key"])] == []


@pytest.mark.parametrize("dataset", DATASETS)
def test_files_are_written_as_dump_writes_them(dataset: str) -> None:
    content = (FOLDER / f"{dataset}.csv").read_bytes()
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert not content.startswith(b"\xef\xbb\xbf")


def test_252_countries_have_a_current_code_and_the_rest_a_withdrawn_one() -> None:
    standing = Counter(row["iso_status"] for row in rows("countries"))
    assert standing == {"assigned": 249, "user_assigned": 3, "withdrawn": 15}
    assert {key for key, row in countries().items() if row["iso_status"] == "user_assigned"} == {"XKX", "XAX", "XDX"}


def test_193_members_and_two_observers_of_the_united_nations() -> None:
    standing = Counter(row["un_status"] for row in rows("countries"))
    assert (standing["member"], standing["observer"]) == (193, 2)
    assert {key for key, row in countries().items() if row["un_status"] == "observer"} == {"VAT", "PSE"}


@pytest.mark.parametrize("column", ["alpha2", "m49", "gec", "slug", "name"])
def test_codes_and_names_are_unique(column: str) -> None:
    assert repeated([row[column] for row in rows("countries")]) == []


def test_codes_survive_as_text() -> None:
    assert countries()["NAM"]["alpha2"] == "NA"
    assert countries()["AFG"]["m49"] == "004"
    assert all(re.fullmatch("([0-9]{3})?", row["m49"]) for row in rows("countries"))


def test_every_iso_entry_has_both_codes() -> None:
    assigned = [row for row in rows("countries") if row["iso_status"] == "assigned"]
    assert [row["key"] for row in assigned if not (row["alpha2"] and row["m49"])] == []
    withdrawn = [row for row in rows("countries") if row["iso_status"] == "withdrawn"]
    assert [row["key"] for row in withdrawn if row["alpha2"]] == []


@pytest.mark.parametrize(
    ("key", "gec"),
    [("DEU", "GM"), ("AUT", "AU"), ("AUS", "AS"), ("CHE", "SZ"), ("SRB", "RI"), ("XKX", "KV"), ("KAZ", "KZ"),
     ("NLD", "NL"), ("BES", ""), ("PSE", ""), ("SJM", ""), ("UMI", "")],
)  # fmt: skip
def test_gec_is_the_factbooks_code_and_empty_where_one_entry_is_not_one_country(key: str, gec: str) -> None:
    assert countries()[key]["gec"] == gec


def test_successors_are_current_countries() -> None:
    successors = {row["key"]: row["successor"] for row in rows("countries") if row["successor"]}
    assert successors["ZAR"] == "COD"
    assert "SUN" not in successors
    assert {countries()[key]["iso_status"] for key in successors} == {"withdrawn"}
    assert {countries()[key]["iso_status"] for key in successors.values()} == {"assigned"}


def test_names_follow_the_one_rule() -> None:
    names = {key: countries()[key]["name"] for key in ("NLD", "BOL", "IRN", "KOR", "TZA", "FSM", "CIV")}
    assert names == {
        "NLD": "Netherlands",
        "BOL": "Bolivia",
        "IRN": "Iran",
        "KOR": "Republic of Korea",
        "TZA": "United Republic of Tanzania",
        "FSM": "Micronesia (Federated States of)",
        "CIV": "Côte d'Ivoire",
    }
    assert not [row["key"] for row in rows("countries") if row["official_name"].startswith("the ")]


def test_sort_keys_are_plain_and_slugs_are_addresses() -> None:
    assert all(re.fullmatch("[ -@\\[-~]+", row["sort_key"]) for row in rows("countries"))
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", row["slug"]) for row in rows("countries"))


def test_each_iso_entry_has_names_in_the_six_languages_of_the_un() -> None:
    found: dict[str, set[str]] = {}
    for row in rows("country-names"):
        if row["kind"] == "short":
            found.setdefault(row["country"], set()).add(row["language"])
    assigned = [key for key, row in countries().items() if row["iso_status"] == "assigned"]
    assert {
        key: UN_LANGUAGES - found.get(key, set()) for key in assigned if not found.get(key, set()) >= UN_LANGUAGES
    } == {}


def test_every_country_and_every_name_is_cited() -> None:
    cited = {row["record"] for row in rows("citations") if row["stance"] == "supports"}
    assert [key for key in countries() if f"countries/{key}" not in cited] == []
    assert [row["key"] for row in rows("country-names") if f"country-names/{row['key']}" not in cited] == []


def test_a_citation_of_a_name_gives_that_name() -> None:
    names = {f"country-names/{row['key']}": row["name"] for row in rows("country-names")}
    citations = [row for row in rows("citations") if row["record"] in names]
    assert [row["key"] for row in citations if row["value"] != names[row["record"]]] == []


def test_references_within_the_collection_resolve() -> None:
    documents = {row["key"] for row in rows("documents")}
    assert {row["document"] for row in rows("citations")} <= documents
    assert {row["part_of"] for row in rows("documents") if row["part_of"]} <= documents
    assert {row["licence"] for row in rows("documents")} <= {row["key"] for row in rows("licences")}
    assert {row["country"] for row in rows("country-names")} <= set(countries())
    assert {row["record"].removeprefix("countries/") for row in rows("identifiers")} <= set(countries())


def test_identifiers_are_unique_in_their_scheme() -> None:
    assert repeated([f"{row['scheme']} {row['value']}" for row in rows("identifiers")]) == []
    wikidata = [row["value"] for row in rows("identifiers") if row["scheme"] == "wikidata"]
    assert len(wikidata) == 250
    assert all(re.fullmatch("Q[1-9][0-9]*", value) for value in wikidata)


def test_kazakhstans_capital_is_disputed_by_the_older_name() -> None:
    assert countries()["KAZ"]["capital"] == "Astana"
    assert countries()["KAZ"]["un_member_since"] == "1992-03-02"
    [dispute] = [row for row in rows("citations") if row["record"] == "countries/KAZ" and row["stance"] == "disputes"]
    assert (dispute["field"], dispute["value"], dispute["locator"]) == ("capital", "Nur-Sultan", "row 119")


def test_100_themes_in_order_and_25_groups() -> None:
    schemes = Counter(row["scheme"] for row in rows("themes"))
    assert schemes == {"ohchr_theme": 100, "ohchr_group": 25}
    for scheme, total in schemes.items():
        positions = sorted(int(row["position"]) for row in rows("themes") if row["scheme"] == scheme)
        assert positions == list(range(total))
    assert all(bool(row["part"]) == (row["scheme"] == "ohchr_theme") for row in rows("themes"))
    assert not [row["key"] for row in rows("themes") if "…" in row["name"]]
