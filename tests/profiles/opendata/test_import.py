"""Open data sets become rows: matched with what is there, the same twice, and nothing that an editor set is lost."""

import pytest
from django.core.management import CommandError, call_command

from profiles.models import (
    Citation,
    DocumentCountry,
    Election,
    Figure,
    Identifier,
    Office,
    Organisation,
    Person,
    Result,
    Tenure,
)
from profiles.opendata.loading import Wish, import_data
from sources.models import Document
from tests.profiles.opendata import test_parlgov as tables

pytestmark = pytest.mark.django_db
HOLDERS = "position,person,personID,start,end,enwiki\n"
LEADERS = "countryid,country,position,positionLabel,officeholder,officeholderLabel,start_year,end_year\n"
WISH = Wish("world")


@pytest.fixture
def place(make):
    """Verania, under a code and a number of Wikidata's."""
    make.licence(key="cc0-1.0")
    make.licence(key="cc-by-4.0")
    make.publisher(key="datasets-github")
    make.indicator(key="population", unit=make.unit(key="persons"))
    country = make.shared["countries"] = make.country(key="VER", slug="verania", name="Verania")
    make.identifier(country=country, scheme="wikidata", value="Q1")
    return country


def officials(folder, *rows, leaders=()):
    """Write the holders of Verania, and the leaders of all States."""
    own = folder / "verania-ministers"
    own.mkdir(parents=True, exist_ok=True)
    (own / "holders21.csv").write_text(HOLDERS + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    if leaders:
        (folder / "world-leaders-2030.csv").write_text(LEADERS + "".join(f"{row}\n" for row in leaders))
    return folder


def test_holders_become_people_offices_and_tenures_with_their_rows(place, tmp_path):
    rows = ("Prime Minister,Ada Verane,Q5,2003-06,2005-01-02,", "Minister of Justice,Bo Lind,Q6,2004,,")
    import_data("wikidata", officials(tmp_path, *rows), WISH)
    first = Tenure.objects.get(person__name="Ada Verane")
    assert (first.start, first.end, first.ended, first.slot) == ("2003-06", "2005-01-02", "ended", 1)
    open_end = Tenure.objects.get(person__name="Bo Lind")
    assert (open_end.start, open_end.end, open_end.ended, open_end.last_attested) == ("2004", "", "unknown", "")
    assert set(Identifier.objects.filter(person__isnull=False).values_list("value", "person__name")) == {
        ("Q5", "Ada Verane"), ("Q6", "Bo Lind"),
    }  # fmt: skip
    office = Office.objects.get(title="Prime Minister")
    assert (office.rank, office.head_of_government) == ("head_of_government", True)
    cited = Citation.objects.get(tenure=open_end, field="start")
    assert (cited.locator, cited.value, cited.stance) == ("row 2", "2004", "supports")
    document = Document.objects.get(key=cited.document.key)
    assert (document.series.key, document.published, document.archive_url) == ("wikidata-officials", "2005", "")
    assert [link.country for link in DocumentCountry.objects.filter(document=document)] == [place]


@pytest.mark.parametrize("name", ["wikidata", "parlgov", "worldbank"])
def test_the_same_again_changes_nothing(place, tmp_path, name):
    officials(
        tmp_path,
        "Prime Minister,Ada Verane,Q5,2003-06,2005-01-02,",
        leaders=["Q1,Verania,Q2,President of Verania,Q7,Cy Rossell,2003,"],
    )
    write_tables(tmp_path)
    (tmp_path / "population.csv").write_text(
        "Country Name,Country Code,Year,Value\nVerania,VER,2000,77\nAll,ALL,2000,99\n"
    )
    assert import_data(name, tmp_path, WISH).report.total.created > 3
    again = import_data(name, tmp_path, WISH).report.total
    assert (again.created, again.changed) == (0, 0)


def test_a_tenure_that_is_there_is_cited_and_not_doubled(make, place, tmp_path):
    person = make.person(name="Adam Verayne", country=place)
    office = make.office(country=place, title="Premier", rank="head_of_government")
    tenure = make.tenure(person=person, office=office, start="2003-06-13", ended="ongoing", last_attested="2004")
    make.citation(tenure=tenure, field="start", value="2003-06-13")
    import_data("wikidata", officials(tmp_path, "Prime Minister,Adam Verain,Q5,2003-06-20,2005-01-02,"), WISH)
    tenure.refresh_from_db()
    assert Tenure.objects.get() == tenure
    assert (tenure.start, tenure.end, tenure.ended) == ("2003-06-13", "", "ongoing")
    said = Citation.objects.filter(tenure=tenure, document__series__key="wikidata-officials")
    assert set(said.values_list("field", "value", "stance")) == {
        ("start", "2003-06-20", "disputes"), ("end", "2005-01-02", "disputes"),
    }  # fmt: skip
    assert set(person.names.values_list("name", flat=True)) == {"Adam Verain"}


def test_a_name_of_other_words_is_told_by_post_and_day(make, place, tmp_path):
    office = make.office(country=place, title="President", rank="head_of_state")
    person = make.person(name="Adam Ulises Verayne Ortez", country=place)
    make.tenure(person=person, office=office, start="2003-06-13", ended="ongoing", last_attested="2004")
    rows = ("Minister of Justice,Adam Verain,Q5,1999-01-01,2000-01-01,", "President,Adam Verain,Q5,2003-06-13,,")
    import_data("wikidata", officials(tmp_path, *rows), WISH)
    assert Person.objects.get() == person
    assert person.tenures.count() == 2


def test_a_year_that_does_not_hold_the_day_is_another_tenure(place, tmp_path):
    rows = ("President,Ada Verane,Q5,2003-11-20,2004-02-01,",)
    leaders = ["Q1,Verania,Q2,President of Verania,Q5,Ada Verane,2004,"]
    import_data("wikidata", officials(tmp_path, *rows, leaders=leaders), WISH)
    assert set(Tenure.objects.values_list("start", flat=True)) == {"2003-11-20", "2004"}


def test_a_year_agrees_with_the_day_in_it_and_takes_nothing_away(place, tmp_path):
    folder = officials(
        tmp_path,
        "President,Cy Rossell,Q7,2003-06-13,,",
        leaders=["Q1,Verania,Q2,President of Verania,Q7,Cy Rossell,2003,"],
    )
    import_data("wikidata", folder, WISH)
    assert Tenure.objects.get().start == "2003-06-13"
    assert set(Citation.objects.filter(field="start").values_list("value", "stance")) == {
        ("2003-06-13", "supports"), ("2003", "supports"),
    }  # fmt: skip


def test_two_people_of_one_name_stay_two(place, tmp_path):
    rows = ("Minister of Justice,Ada Verane,Q5,2003,2004,", "Minister of Health,Ada Verane,Q6,2003,2004,")
    import_data("wikidata", officials(tmp_path, *rows), WISH)
    assert Person.objects.filter(name="Ada Verane").count() == 2


def test_holders_on_the_same_days_do_not_break_the_place_in_line(place, tmp_path):
    rows = [f"Prime Minister,Ada Verane {n},Q{n},20{n}-01-01,20{n + 1}-01-01," for n in range(10, 16)]
    rows.append("Prime Minister,Bo Lind,Q99,2012-06-01,2012-09-01,")
    outcome = import_data("wikidata", officials(tmp_path, *rows), WISH)
    assert Tenure.objects.get(person__name="Bo Lind").slot is None
    assert Tenure.objects.filter(slot=1).count() == 6
    assert any("run on the same days" in line for line in outcome.tally.doubtful)


def test_posts_that_several_hold_have_no_line(place, tmp_path):
    rows = [
        f"Deputy Prime Minister,{name},Q{n},2010-01-01,2014-01-01," for n, name in enumerate(("Ada Ro", "Bo Lu"), 1)
    ]
    import_data("wikidata", officials(tmp_path, *rows), WISH)
    assert Office.objects.get().holders == "several"
    assert set(Tenure.objects.values_list("slot", flat=True)) == {None}


def test_old_tenures_and_other_posts_come_when_asked_for(place, tmp_path):
    folder = officials(
        tmp_path,
        "President,Ada Verane,Q5,1970,1980,",
        "Mayor of Northport,Bo Lind,Q6,2001,2004,",
        "President,Cy Ro,Q7,1985,,",
    )
    import_data("wikidata", folder, WISH)
    assert set(Tenure.objects.values_list("person__name", flat=True)) == {"Cy Ro"}
    import_data("wikidata", folder, Wish("world", since=1900, every_post=True))
    assert Tenure.objects.count() == 3


def test_a_state_under_another_name_keeps_its_titles_as_printed(place, tmp_path):
    row = "Q1,Northern Realm,Q2,President of the Northern Realm,Q7,Cy Rossell,2003,"
    import_data("wikidata", officials(tmp_path, leaders=[row]), WISH)
    assert Office.objects.values_list("title", "rank", "head_of_state").get() == (
        "President of the Northern Realm", "other", False,
    )  # fmt: skip


def test_what_is_no_country_of_ours_is_refused_or_left_out_by_name(place, tmp_path):
    folder = officials(tmp_path, leaders=["Q9,Nowhere,Q2,President of Nowhere,Q7,Cy Rossell,2003,"])
    (folder / "nowhere-cabinet").mkdir()
    (folder / "nowhere-cabinet" / "holders21.csv").write_text(HOLDERS)
    tally = import_data("wikidata", folder, WISH).tally
    assert [each.printed for each in tally.refused] == ["Nowhere"]
    assert [name for name, _ in tally.left_out] == ["nowhere-cabinet/holders21.csv"]


def write_tables(folder):
    """Write ParlGov's tables."""
    for name, text in (
        ("country", tables.COUNTRY), ("election", tables.ELECTION), ("party", tables.PARTY),
        ("election_result", tables.RESULT),
    ):  # fmt: skip
        (folder / f"{name}.csv").write_text(text)
    return folder


def chamber(make, place):
    """A parliament of one chamber that voters fill."""
    made = make.institution(country=place, name="Assembly", kind="parliament", position=1, key="ver/assembly")
    make.seat_block(institution=made, method="directly_elected", seats=50)
    return made


def test_an_election_fills_the_chamber_that_is_certain(make, place, tmp_path):
    assembly = chamber(make, place)
    import_data("parlgov", write_tables(tmp_path), WISH)
    vote = Election.objects.get()
    assert (vote.institution, vote.date, vote.timing, vote.seats_at_stake) == (assembly, "2004-05-02", "early", 50)
    lines = Result.objects.order_by("position").values_list("label", "share_low", "seats", "part_of__label", "locator")
    assert list(lines) == [
        ("Alliance", None, None, None, "row 2, row 4"),
        ("New Union – Verania", 60, 35, "Alliance", "row 3"),
        ("Harbour Party", 20.5, 10, None, "row 1"),
        ("no party affiliation", None, 5, None, "row 5"),
    ]
    joint = Result.objects.get(label="Alliance").result_organisations.values_list("organisation__name", flat=True)
    assert set(joint) == {"Alliance", "Small Bloc"}
    assert Result.objects.get(seats=5).result_organisations.count() == 0
    assert set(Identifier.objects.filter(scheme="parlgov").values_list("value", flat=True)) == {"10", "11", "13", "14"}


def test_of_two_chambers_that_voters_fill_none_is_certain(make, place, tmp_path):
    chamber(make, place)
    make.seat_block(institution=make.institution(country=place, kind="chamber", position=1), method="directly_elected")
    tally = import_data("parlgov", write_tables(tmp_path), WISH).tally
    assert Election.objects.get().institution is None
    assert any("which chamber" in line for line in tally.doubtful)


def test_an_election_and_a_party_that_are_there_are_cited_and_not_doubled(make, place, tmp_path):
    vote = make.election(
        country=place,
        kind="parliamentary",
        institution=chamber(make, place),
        date="2004-04-25",
        state="held",
        timing="not_stated",
    )
    party = make.organisation(country=place, name="Partia Portu")
    import_data("parlgov", write_tables(tmp_path), WISH)
    assert Election.objects.get() == vote
    said = Citation.objects.filter(election=vote).values_list("field", "value", "stance")
    assert ("date", "2004-05-02", "disputes") in said
    assert Organisation.objects.get(pk=party.pk).name == "Partia Portu"
    assert Identifier.objects.get(scheme="parlgov", value="10").organisation == party
    assert party.names.filter(name="Harbour Party").exists()
    assert not Citation.objects.filter(organisation=party, stance="disputes").exists()


def test_population_becomes_figures_and_aggregates_are_refused(place, tmp_path):
    make_row = "Country Name,Country Code,Year,Value\nAll,ALL,2000,99\nVerania,VER,1999,70\nVerania,VER,2000,77\n"
    (tmp_path / "population.csv").write_text(make_row)
    tally = import_data("worldbank", tmp_path, WISH).tally
    figure = Figure.objects.get()
    assert (figure.low, figure.period, figure.locator, figure.country) == (77, "2000", "row 3", place)
    assert [each.reason[:34] for each in tally.refused] == ["The code is no country's: a region"]


def test_only_the_countries_that_are_asked_for_come(make, place, tmp_path):
    make.country(key="LAN", slug="lantia", name="Lantia")
    (tmp_path / "population.csv").write_text(
        "Country Name,Country Code,Year,Value\nVerania,VER,2000,77\nLantia,LAN,2000,78\n"
    )
    import_data("worldbank", tmp_path, Wish("world", frozenset({"LAN"})))
    assert Figure.objects.get().country.key == "LAN"


def test_the_command_tells_and_refuses(place, tmp_path, capsys):
    (tmp_path / "population.csv").write_text("Country Name,Country Code,Year,Value\nVerania,VER,2000,77\n")
    call_command("import_open_data", "worldbank", str(tmp_path), "--collection", "world")
    assert "figures: 1 created, 0 changed, 0 unchanged" in capsys.readouterr().out
    with pytest.raises(CommandError, match="There is no country XYZ"):
        call_command("import_open_data", "worldbank", str(tmp_path), "--countries", "xyz")
    with pytest.raises(CommandError, match=r"Nothing was imported\.\ncountry\.csv cannot be opened"):
        call_command("import_open_data", "parlgov", str(tmp_path))
