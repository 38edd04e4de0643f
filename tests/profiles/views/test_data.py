"""The data pages: every table as page, CSV and JSON, all from one declaration."""

import csv
import io
import json

import pytest

from profiles.datasets import DATASETS

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    return b"".join(response.streaming_content).decode()


def rows_of(client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text_of(client.get(address)), newline="")))


@pytest.mark.parametrize("name", DATASETS)
def test_every_table_has_its_page_its_csv_and_its_json(client, make, name):
    make.everything()
    page = client.get(f"/data/{name}/")
    assert page.status_code == 200
    assert DATASETS[name].title in page.content.decode()
    rows = rows_of(client, f"/data/{name}.csv")
    assert list(rows[0]) == DATASETS[name].names
    answer = client.get(f"/data/{name}.json").json()
    assert answer["dataset"] == name
    assert answer["next"] is None
    assert [list(row) for row in answer["rows"]] == [DATASETS[name].names] * len(rows)


@pytest.mark.parametrize("name", DATASETS)
def test_csv_and_json_give_the_same_values(client, make, name):
    make.everything()
    as_text = {None: "", True: "true", False: "false"}
    answer = json.loads(client.get(f"/data/{name}.json").content, parse_float=str, parse_int=str)
    cells = [{key: as_text.get(value, value) for key, value in row.items()} for row in answer["rows"]]
    assert cells == rows_of(client, f"/data/{name}.csv")


def test_a_whole_file_looks_so(client, make):
    """Header, CR LF, quotes only where needed, empty for what is not given, booleans, numbers without idle zeros."""
    country = make.country(key="VER", slug="verania")
    make.office(
        key="ver/president", country=country, title='President, "for life"', head_of_state=True, term_years="5.0"
    )
    make.office(key="ver/speaker", country=country, title="Speaker\nof the House", rank="legislature")
    assert text_of(client.get("/data/offices.csv")) == (
        "key,country,title,rank,head_of_state,head_of_government,holders,institution,how_chosen,term_years,documents,"
        "locators,permalink\r\n"
        'ver/president,VER,"President, ""for life""",head_of_state,true,false,single,,,5,,,/offices/ver/president/\r\n'
        'ver/speaker,VER,"Speaker\nof the House",legislature,false,false,single,,,,,,/offices/ver/speaker/\r\n'
    )


def test_an_empty_table_still_has_its_header(client):
    assert text_of(client.get("/data/units.csv")) == "key,name,sign,permalink\r\n"


def test_a_claims_row_names_speaker_document_and_place(client, make):
    speaker = make.publisher(key="harbour-police", kind="government", home_country="VER")
    document = make.document(key="ver/report", publisher=make.publisher(key="harbour-watch"), published="2012-05")
    origin = make.document(key="ver/police-log")
    make.figure(
        key="ver/dead",
        document=document,
        locator="line 3, note 4",
        speaker=speaker,
        relation="cites",
        original_document=origin,
        low=17,
        high=None,
        qualifier="at_least",
        printed="at least 17",
        derived="",
    )
    (row,) = rows_of(client, "/data/figures.csv")
    assert (row["low"], row["high"], row["qualifier"]) == ("17", "", "at_least")
    assert (row["speaker"], row["speaker_kind"], row["publisher"]) == ("harbour-police", "government", "harbour-watch")
    assert (row["published"], row["published_earliest"], row["published_latest"]) == (
        "2012-05",
        "2012-05-01",
        "2012-05-31",
    )
    assert (row["original_document"], row["document"], row["locator"]) == (
        "ver/police-log",
        "ver/report",
        "line 3, note 4",
    )
    assert row["permalink"] == "/claims/figures/ver/dead/"
    found = client.get("/data/figures.json").json()["rows"][0]
    assert found["low"] == 17
    assert found["high"] is None


def test_the_publisher_speaks_where_nobody_else_is_named(client, make):
    make.figure(document=make.document(publisher=make.publisher(key="harbour-watch", kind="ngo")))
    make.figure(document=make.document(publisher=None))
    first, second = rows_of(client, "/data/figures.csv")
    assert (first["speaker"], first["speaker_kind"]) == ("harbour-watch", "ngo")
    assert (second["speaker"], second["speaker_kind"], second["publisher"]) == ("", "", "")


def test_a_thing_lists_the_documents_that_support_it_and_where(client, make):
    country = make.country(key="VER", slug="verania")
    first, second = make.document(key="ver/a"), make.document(key="ver/b")
    make.citation(country=country, document=second, locator="line 2", field="name")
    make.citation(country=country, document=first, locator="line 12", field="name")
    make.citation(country=country, document=first, locator="line 12", field="capital")
    make.citation(country=country, document=first, locator="line 40", field="capital", stance="disputes", value="X")
    make.citation(country=country, document=make.document(status="draft"), locator="line 1", field="name")
    (row,) = rows_of(client, "/data/countries.csv")
    assert row["documents"] == "ver/a; ver/b"
    assert row["locators"] == "line 12; line 2"


def test_shares_carry_their_breakdown_and_sums_are_not_rescaled(client, make):
    breakdown = make.breakdown(key="ver/lang", kind="language", as_of="2001")
    for position, low in ((1, "64.4"), (2, "95")):
        make.share(key=f"ver/lang/{position}", breakdown=breakdown, position=position, low=low, high=low)
    make.share(breakdown=breakdown, position=3, low="30", high="30", parent=breakdown.shares.first())
    shares = rows_of(client, "/data/shares.csv")
    assert {(row["kind"], row["as_of"], row["unit"], row["document"]) for row in shares} == {
        ("language", "2001", "percent", breakdown.document.key)
    }
    (row,) = rows_of(client, "/data/breakdowns.csv")
    assert (row["share_count"], row["share_sum"]) == ("3", "159.4")
    breakdown.shares.filter(position=2).update(high=None, qualifier="at_least")
    (row,) = rows_of(client, "/data/breakdowns.csv")
    assert row["share_sum"] == ""


def test_a_country_is_asked_in_any_case_and_more_than_once(client, make):
    for key in ("VER", "VOR", "VUR"):
        make.office(key=f"{key.lower()}/president", country=make.country(key=key, slug=key.lower()))
    rows = rows_of(client, "/data/offices.csv?country=ver&country=VUR")
    assert [row["country"] for row in rows] == ["VER", "VUR"]


@pytest.mark.parametrize("name", [name for name, dataset in DATASETS.items() if dataset.country])
def test_the_filter_keeps_a_countrys_rows_and_drops_the_others(client, make, name):
    made = make.everything()
    if name == "documents":
        assert len(rows_of(client, "/data/documents.csv?country=VER")) == 1
    make.country(key="VOR", slug="vor")
    assert made
    assert rows_of(client, f"/data/{name}.csv?country=VER") or name == "countries"
    assert rows_of(client, f"/data/{name}.csv?country=VOR") == [] or name == "countries"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/data/offices.csv?country=XYZ", "country=XYZ"),
        ("/data/offices.csv?country=", "country="),
        ("/data/offices.csv?contry=VER", "contry"),
        ("/data/units.csv?country=VER", "no parameter country"),
        ("/data/offices.json?limit=0", "limit=0"),
        ("/data/offices.json?limit=99999", "limit=99999"),
        ("/data/offices.json?after=a+b+c", "after=a b c"),
        ("/data/offices.json?limit=5&limit=6", "more than once"),
        ("/data/?page=2", "page"),
        ("/data/offices/?page=2", "page"),
        ("/data/offices.csv?country=%00", "NUL"),
        ("/data/offices.csv?country=%ff", "UTF-8"),
        ("/data/offices.csv?x=" + "y" * 5000, "4000"),
    ],
)
def test_what_the_address_does_not_take_is_refused_by_name(client, address, words):
    response = client.get(address)
    assert response.status_code == 400
    assert words in response.content.decode()


@pytest.mark.parametrize("address", ["/data/colours/", "/data/colours.csv", "/data/colours.json", "/data/releases/x/"])
def test_a_table_that_is_not_there_is_404(client, address):
    assert client.get(address).status_code == 404


def test_json_goes_on_from_page_to_page_without_loss(client, make):
    for number in range(7):
        make.office(key=f"ver/office-{number}")
    keys, address = [], "/data/offices.json?limit=3"
    while address:
        answer = client.get(address).json()
        keys += [row["key"] for row in answer["rows"]]
        address = answer["next"]
    assert keys == [f"ver/office-{number}" for number in range(7)]


def test_link_tables_page_too(client, make):
    document = make.document(key="ver/report")
    for letter in "ABCDE":
        make.documentcountry(document=document, country=make.country(key=f"VE{letter}", slug=letter.lower()))
    found, address = [], "/data/document-countries.json?limit=2"
    while address:
        answer = client.get(address).json()
        found += [row["country"] for row in answer["rows"]]
        address = answer["next"]
    assert found == ["VEA", "VEB", "VEC", "VED", "VEE"]


@pytest.mark.parametrize("name", DATASETS)
def test_a_table_costs_the_same_queries_with_ten_times_the_rows(client, make, name, django_assert_num_queries):
    make.everything()
    with django_assert_num_queries(2):  # the example row and the count
        client.get(f"/data/{name}/")
    for _ in range(10):
        make.shared.clear()
        make.shared["countries"] = make.country()
        make.row(DATASETS[name].model)
    with django_assert_num_queries(2):
        client.get(f"/data/{name}/")
    with django_assert_num_queries(1):
        client.get(f"/data/{name}.json")
