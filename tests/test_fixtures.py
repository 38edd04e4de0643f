"""What the site ships: loaded whole, given back byte for byte, and stating what the sources print.

The facts are looked up as an analyst would, through the public CSV files by their fixed columns.
"""

import csv
import io
import re
import sys
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client

from profiles.models import (
    Breakdown,
    Citation,
    Country,
    Election,
    Figure,
    Office,
    Result,
    SeatBlock,
    Statement,
    Tenure,
)
from profiles.transfer.dumping import dump_folder
from profiles.transfer.loading import load_folder
from tests.shipped import load_shipped
from tools.checks import borrowed

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "fixtures"
SHARED = ROOT.parent / "shared"

with (SHIPPED / "world" / "documents.csv").open(encoding="utf-8", newline="") as file:
    WORLD_DOCUMENTS = {row["key"] for row in csv.DictReader(file)}

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def shipped(django_db_setup, django_db_blocker):
    """The shipped collections, loaded once for this file and taken back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        report = load_folder(SHIPPED)
        yield report
        transaction.set_rollback(True)


def is_worldwide(row: dict[str, str]) -> bool:
    """Whether a row rests on the open data of all countries alone, and not on the texts about Kazakhstan."""
    resting = row.get("document") or row.get("documents") or row.get("key", "")
    return all(name in WORLD_DOCUMENTS or name.startswith("factbook/2026/") for name in resting.split("; "))


def rows(dataset: str, query: str = "?country=KAZ") -> dict[str, dict[str, str]]:
    """The rows that rest on the texts about Kazakhstan, by key; every row where the query asks for more."""
    body = b"".join(Client().get(f"/data/{dataset}.csv{query}").streaming_content).decode()
    found = list(csv.DictReader(io.StringIO(body, newline="")))
    if query == "?country=KAZ":
        found = [row for row in found if not is_worldwide(row)]
    return {row.get("key", str(number)): row for number, row in enumerate(found)}


def some(dataset: str, **wanted: str) -> list[dict[str, str]]:
    return [row for row in rows(dataset).values() if all(row[name] == value for name, value in wanted.items())]


def test_everything_is_new_at_first_and_nothing_at_the_second_load(shipped):
    first = shipped.total
    assert first.created > 10_000
    assert (first.changed, first.unchanged) == (0, 0)
    second = load_shipped("reference", "kazakhstan").total  # the dump below holds the world's rows to their bytes
    assert (second.created, second.changed) == (0, 0)
    assert second.unchanged > 10_000


def test_the_dump_is_the_fixtures_byte_for_byte(tmp_path):
    dump_folder(tmp_path)
    given = {str(path.relative_to(SHIPPED)): path.read_bytes() for path in SHIPPED.rglob("*.csv")}
    taken = {str(path.relative_to(tmp_path)): path.read_bytes() for path in tmp_path.rglob("*.csv")}
    assert sorted(taken) == sorted(given)
    assert [name for name in given if given[name] != taken[name]] == []


def test_all_countries_have_their_codes_and_six_languages():
    countries = rows("countries", "")
    assert len([row for row in countries.values() if row["iso_status"] == "assigned"]) == 249
    assert {"XKX", "XAX", "XDX"} <= countries.keys()
    assert countries["NAM"]["alpha2"] == "NA"
    assert countries["AFG"]["m49"] == "004"
    assert countries["DEU"]["gec"] == "GM"
    names = rows("country-names", "?country=KEN")
    assert {row["language"] for row in names.values() if row["kind"] == "short"} >= {"ar", "zh", "en", "fr", "ru", "es"}


def test_kazakhstan_has_its_sixteen_documents():
    documents = rows("documents")
    assert len(documents) == 16
    inside = [row for row in documents.values() if row["part_of"] == "kaz/country-page-2012"]
    assert len(inside) == 11
    assert all(row["part_lines"] for row in inside)
    page = documents["kaz/country-page-2012"]
    assert page["publisher"] == ""
    assert (page["published"], page["published_earliest"], page["published_latest"]) == (
        "2012-12-13/..",
        "2012-12-13",
        "",
    )
    assert documents["kaz/kibhr-2012-12-13"]["translation"] == "machine"
    assert documents["kaz/hrw-globalpost-2012-09-14"]["republished_by"] == "globalpost"


def test_the_six_officials_stand_with_their_dates_and_lines():
    found = {row["person_name"]: row for row in rows("tenures").values() if row["start"]}
    expected = {
        "Nursultan Nazarbayev": ("President", "1991-12-01", "lines 498–499"),
        "Serik Akhmetov": ("Prime Minister", "2012-09-24", "lines 500–501"),
        "Yerbol Orynbayev": ("Deputy Prime Minister", "2007-10-29", "lines 14–15"),
        "Kairat Kelimbetov": ("Deputy Prime Minister", "2011-01-20", "lines 505–506"),
        "Krymbek Kusherbayev": ("Deputy Prime Minister", "2012-09-27", "lines 507–508"),
        "Aset Isekeshev": ("Deputy Prime Minister", "2012-09-25", "lines 509–510"),
    }
    for name, (office, start, lines) in expected.items():
        row = found[name]
        assert (row["office_title"], row["start"], row["ended"]) == (office, start, "ongoing")
        assert row["last_attested"] == "2012-12-13"
        pairs = zip(row["documents"].split("; "), row["locators"].split("; "), strict=True)
        assert ("kaz/country-page-2012", lines) in pairs


def test_posts_without_a_holder_are_there():
    offices = {row["title"]: row["key"] for row in rows("offices").values()}
    held = {row["office"] for row in rows("tenures").values()}
    for title in ("First Deputy Prime Minister", "Human Rights Commissioner"):
        assert offices[title] not in held


def test_seats_stand_by_way_of_filling_and_our_subtractions_are_marked():
    blocks = {
        (row["institution"], row["method"], row["seats"]): row
        for row in rows("seat-blocks").values()
        if not row["valid_to"]
    }
    expected = [
        ("kaz/senate", "total", "47", ""),
        ("kaz/senate", "appointed", "7", ""),
        ("kaz/senate", "indirectly_elected", "40", "40 seats = 47 - 7"),
        ("kaz/mazhilis", "total", "107", ""),
        ("kaz/mazhilis", "indirectly_elected", "9", ""),
        ("kaz/mazhilis", "directly_elected", "98", "98 seats = 107 - 9"),
        ("kaz/supreme-court", "total", "44", ""),
        ("kaz/constitutional-council", "total", "7", ""),
    ]
    for institution, method, seats, derived in expected:
        assert blocks[institution, method, seats]["derived"] == derived


def test_the_vote_of_2011_has_two_answers_and_the_one_moved_date():
    results = some("results", election="kaz/presidential/2011-04")
    assert {(row["speaker"], row["share_low"], row["share_high"], row["share_qualifier"]) for row in results} == {
        ("us-state-dept", "95", "95", "unqualified"),
        ("nhc", "96", "", "more_than"),
    }
    (election,) = [row for key, row in rows("elections").items() if key == "kaz/presidential/2011-04"]
    assert (election["date"], election["timing"], election["state"]) == ("2011-04-03", "early", "held")
    disputes = some("citations", record="elections/kaz/presidential/2011-04", stance="disputes")
    assert [row["value"] for row in disputes if row["field"] == "date"] == ["2012", "2012"]


def test_scheduled_votes_stand_with_their_years():
    found = {(row["kind"], row["institution"], row["date"]) for row in some("elections", state="scheduled")}
    assert found == {
        ("presidential", "", "2016"),
        ("parliamentary", "kaz/mazhilis", "2017"),
        ("parliamentary", "kaz/senate", "2014"),
    }


def test_the_breakdowns_stand_as_printed():
    breakdowns = rows("breakdowns")
    sums = {key: (row["as_of"], row["source_type"], row["share_sum"]) for key, row in breakdowns.items()}
    assert sums["kaz/ethnic/1999"] == ("1999", "census", "100")
    assert sums["kaz/ethnic/2009"] == ("2009", "census", "100")
    assert sums["kaz/religion/undated"] == ("", "not_stated", "100")
    assert sums["kaz/language/2001"] == ("2001", "estimate", "159.4")
    shares = {(row["breakdown"], row["label"]): row["low"] for row in rows("shares").values()}
    assert shares["kaz/ethnic/1999", "Uygur"] == "1.4"
    assert shares["kaz/ethnic/2009", "Uighurs"] == "1.4"
    assert shares["kaz/ethnic/2009", "Kazakhs"] == "63.1"
    assert shares["kaz/religion/undated", "Muslim"] == "47"


def test_areas_stay_in_their_units_and_say_of_what():
    found = {(row["low"], row["unit"], row["counted"], row["locator"]) for row in some("figures", indicator="area")}
    assert found == {
        ("2717300", "km2", "Kazakh SSR", "line 105"),
        ("1063200", "mi2", "Kazakh SSR", "line 105"),
        ("2724900", "km2", "total area", "para. 7"),
    }


def test_zhanaozen_has_five_counts_of_dead_and_none_is_blended():
    dead = some("figures", event="kaz/zhanaozen-2011-12", outcome="dead")
    assert sorted((row["speaker"], row["qualifier"], row["low"], row["high"], row["locator"]) for row in dead) == [
        ("amnesty-international", "at_least", "15", "", "lines 336–339"),
        ("freedom-house", "at_least", "12", "", "line 283"),
        ("human-rights-watch", "unqualified", "12", "12", "lines 383–384"),
        ("nhc", "at_least", "17", "", "line 7, note 3"),
        ("us-state-dept", "at_least", "17", "", "lines 210–211"),
    ]
    injured = some("figures", event="kaz/zhanaozen-2011-12", outcome="injured")
    assert sorted((row["speaker"], row["value_state"], row["qualifier"], row["low"]) for row in injured) == [
        ("amnesty-international", "stated", "more_than", "100"),
        ("human-rights-watch", "in_words", "", ""),
        ("nhc", "stated", "about", "100"),
        ("us-state-dept", "stated", "more_than", "100"),
    ]


def test_trafficking_is_none_reported_and_reported_otherwise():
    found = some("statements", topic="trafficking-in-persons")
    assert {(row["value_state"], row["document"]) for row in found} >= {
        ("none_reported", "kaz/country-page-2012"),
        ("stated", "kaz/state-dept-report-2011"),
    }


def test_no_shipped_person_is_restricted():
    for path in SHIPPED.rglob("people.csv"):
        for row in csv.DictReader(path.read_text().splitlines()):
            assert (row["visibility"], row["status"]) == ("public", "published")
            assert row["basis"]
            assert re.fullmatch(r"[a-z]{3}/p/[0-9a-z]{5,6}", row["key"]), "a person's key tells nothing"


def test_every_claim_and_every_cited_thing_leads_to_a_document():
    documents = rows("documents", "")
    for dataset in ("figures", "statements", "breakdowns", "shares", "results", "involvements", "case-steps"):
        for row in rows(dataset).values():
            assert row["document"] in documents
            assert row["locator"]
    for dataset in ("tenures", "seat-blocks", "offices", "elections", "events", "people", "steps", "instruments"):
        for key, row in rows(dataset).items():
            assert row["documents"], f"{dataset}/{key} rests on nothing"


@pytest.mark.corpus
def test_no_sentence_of_the_sources_is_committed():
    checker = SHARED / "checks" / "own_words.py"
    if not checker.exists():
        pytest.skip("the shared corpus is not beside this clone")
    assert borrowed(Path(sys.executable)) == []


@pytest.mark.corpus
@pytest.mark.parametrize("dataset", ["figures", "results", "breakdowns", "statements", "citations"])
def test_what_stands_as_printed_stands_in_the_source_at_that_line(dataset):
    """Each printed value's words, in order, at its own lines of the seed file, line wraps undone."""
    if not SHARED.exists():
        pytest.skip("the shared corpus is not beside this clone")
    documents = rows("documents", "")
    missed, checked = [], 0
    for key, row in rows(dataset).items():
        lines = re.findall(r"lines? (\d+)(?:–(\d+))?", row["locator"])
        document = documents[row["document"]]
        while not document["file_name"] and document["part_of"]:
            document = documents[document["part_of"]]
        if not lines or not row["printed"] or not (SHARED / "seeds" / document["file_name"]).is_file():
            continue
        text = (SHARED / "seeds" / document["file_name"]).read_text().split("\n")
        place = " ".join(" ".join(text[int(first) - 1 : int(last or first)]) for first, last in lines)
        checked += 1
        position = 0
        for word in re.findall(r"\w+", row["printed"]):
            at = place.find(word, position)
            if at < 0:
                missed.append((key, row["printed"], word))
                break
            position = at + len(word)
    assert checked > 3
    assert missed == []


def test_every_state_has_its_facts_with_their_place():
    states = set(Country.objects.filter(un_status="member").values_list("key", flat=True))
    assert len(states) == 193
    for rows_of, path in (
        (Figure.objects.filter(indicator__key="population"), "country__key"),
        (Statement.objects.filter(topic__key="form-of-government"), "country__key"),
        (Tenure.objects.filter(office__head_of_state=True), "office__country__key"),
        (Breakdown.objects.filter(kind="ethnic"), "country__key"),
    ):
        having = set(rows_of.public().values_list(path, flat=True))
        assert len(states - having) <= 6, (path, sorted(states - having))
    for model in (Figure, Statement, Breakdown, Result):
        assert not model.objects.filter(collection="world", locator="").exists()


def test_every_thing_of_the_world_is_cited():
    for model, arc in ((Tenure, "tenure"), (Election, "election"), (SeatBlock, "seat_block"), (Office, "office")):
        bare = model.objects.filter(collection="world").exclude(pk__in=Citation.objects.values(arc))
        assert list(bare.values_list("key", flat=True)[:5]) == []


def test_kazakhstan_keeps_both_presidents_with_their_evidence(client):
    tenures = Tenure.objects.public().filter(office__key="kaz/president").order_by("start_earliest")
    assert [row.person.name for row in tenures] == ["Nursultan Nazarbayev", "Kasym-Zhomart Tokayev"]
    page = client.get("/countries/kazakhstan/").content.decode()
    first = page[: page.index('id="government"')] if 'id="government"' in page else page[:20_000]
    assert "Tokayev" in first
    assert "Nazarbayev, President" not in first
    before = client.get("/countries/kazakhstan/?as_of=2012-12-31").content.decode()
    assert "Tokayev" not in before[:20_000]
