"""Courts and parties that two editions name otherwise: one where the name says so, two where it does not."""

import json

import pytest

from profiles.factbook.loading import import_edition
from profiles.factbook.rows.bodies import core, likeness
from profiles.models import Citation, Institution, Organisation


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Supreme Court of the Republic", "Supreme Court"),
        ("Supreme Court of the Islamic Republic of Verania", "Supreme Court"),
        ("National Assembly of Verania", "National Assembly"),
        ("Supreme Court of Justice", "Supreme Court of Justice"),
        ("Council of the Republic", "Council of the Republic"),
        ("Court of Appeal of Sona", "Court of Appeal of Sona"),
    ],
)
def test_a_body_goes_by_its_name_without_its_state(name, expected):
    assert core(name, "Verania") == expected


def test_names_of_parties_are_alike_where_their_words_are():
    assert likeness("Party of the Workers") == likeness("Workers' Party") == likeness("Worker’s Party")
    assert likeness("Worker Party of Verania") != likeness("Workers' Party")


@pytest.fixture
def place(make):
    make.publisher(key="cia", kind="government", home_country="USA")
    make.series(key="world-factbook")
    make.licence(key="public-domain")
    return make.country(key="AND", slug="andorra", name="Andorra", gec="AN")


def two_editions(folder, field, texts):
    for year, text in texts.items():
        path = folder / str(year) / "europe" / "an.json"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps({"Government": {field: {"text": text}}}))
        import_edition(folder / str(year), year, "")


@pytest.mark.django_db
def test_one_court_under_two_names_stands_once_with_both_cited(tmp_path, place):
    texts = {2012: "Supreme Court (9 members)", 2020: "Supreme Court of the Republic (consists of 9 judges)"}
    two_editions(tmp_path, "Judicial branch", texts)
    court = Institution.objects.get(kind="court")
    assert (court.key, court.name) == ("and/supreme-court", "Supreme Court of the Republic")
    said = Citation.objects.filter(institution=court, field="name").values_list("value", flat=True)
    assert sorted(said) == ["Supreme Court", "Supreme Court of the Republic"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("later", "names"),
    [
        ("Workers' Party or WP", ["Workers' Party"]),
        ("Wine Growers' Party or WP", ["Party of the Workers", "Wine Growers' Party"]),
        ("Workers' Party or WPA", ["Party of the Workers", "Workers' Party"]),
    ],
)
def test_parties_are_one_by_short_name_and_words_and_never_by_one_of_them(tmp_path, place, later, names):
    two_editions(tmp_path, "Political parties", {2012: "Party of the Workers or WP", 2020: later})
    assert sorted(Organisation.objects.values_list("name", flat=True)) == names
