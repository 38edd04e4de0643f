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
from profiles.opendata.files import OpenDataError
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
    assert [(name, "a country of ours" in reason) for name, reason in tally.left_out] == [
        ("nowhere-cabinet/holders21.csv", True)
    ]


def export(folder, name, text):
    """Write one export under a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("path", "country"),
    [
        ("verania/html/holders21.csv", "Verania"),
        ("Verania.csv", "Verania"),
        ("verania-lesser/holders21.csv", "Verania-Lesser"),
        ("verania-lesser-ministers/html/current.csv", "Verania-Lesser"),
        ("st-ada-cabinet/holders21.csv", "Saint Ada"),
        ("ada-lesser-verania/holders.csv", ""),
        ("verania-city-council/holders.csv", ""),
    ],
)
def test_a_file_is_of_the_state_that_its_path_names_in_full(make, place, tmp_path, path, country):
    make.country(key="VEL", slug="verania-lesser", name="Verania-Lesser")
    make.country(key="SAD", slug="saint-ada", name="Saint Ada")
    export(tmp_path, path, HOLDERS + "President,Ada Verane,Q5,2003,,\n")
    outcome = import_data("wikidata", tmp_path, WISH)
    assert list(Office.objects.values_list("country__name", flat=True)) == ([country] if country else [])
    assert bool(outcome.tally.left_out) is not bool(country)


def test_a_file_that_names_no_state_is_of_the_one_that_is_asked_for(place, tmp_path):
    path = export(tmp_path, "query.csv", "item,itemLabel,start\nQ5,Ada Verane,2003\n")
    wish = Wish("world", frozenset({"VER"}), post="Minister of Harbours")
    import_data("wikidata", path, wish)
    assert Tenure.objects.values_list("office__title", "office__country__key").get() == ("Minister of Harbours", "VER")


def test_without_a_list_of_holders_nothing_is_imported_and_each_file_says_why(place, tmp_path):
    export(tmp_path, "verania/cabinets.csv", "item,itemLabel,inception\n")
    export(tmp_path, "verania/people.csv", "item,itemLabel\n")
    with pytest.raises(OpenDataError) as error:
        import_data("wikidata", tmp_path, WISH)
    assert "verania/cabinets.csv: It lists governments" in str(error.value)
    assert "verania/people.csv: It has no column for the post" in str(error.value)


def test_one_damaged_file_among_good_ones_leaves_nothing(place, tmp_path):
    officials(tmp_path, "President,Ada Verane,Q5,2003,,")
    export(tmp_path, "verania/worse.csv", HOLDERS + "President,Ada Verane\n")
    with pytest.raises(OpenDataError, match=r"worse\.csv, row 1 \(line 2\): 2 cells"):
        import_data("wikidata", tmp_path, WISH)
    assert not Tenure.objects.exists()
    assert not Document.objects.exists()


def test_the_same_file_in_two_places_is_read_once_and_known_again_elsewhere(place, tmp_path):
    text = HOLDERS + "President,Ada Verane,Q5,2003,,\n"
    export(tmp_path / "one", "verania/holders21.csv", text)
    export(tmp_path / "one", "verania-cabinet/holders21.csv", text)
    tally = import_data("wikidata", tmp_path / "one", WISH).tally
    assert ["same file" in reason for _, reason in tally.left_out] == [True]
    export(tmp_path / "two", "Verania Ministers/holders21.csv", text)
    again = import_data("wikidata", tmp_path / "two", WISH).report.total
    assert (again.created, again.changed, Document.objects.count()) == (0, 0, 1)


def test_a_restricted_person_gets_nothing_and_is_not_named(make, place, tmp_path):
    hidden = make.person(name="Ada Verane", country=place, visibility="restricted", basis="")
    numbered = make.person(name="Olm Tarr", country=place, visibility="restricted", basis="")
    make.identifier(country=None, person=numbered, scheme="wikidata", value="Q9")
    rows = ("President,Ada Verane,Q5,2003,,", "Premier,Other Name,Q9,2003,,", "Minister of Justice,Bo Lind,Q6,2004,,")
    tally = import_data("wikidata", officials(tmp_path, *rows), WISH).tally
    assert set(Tenure.objects.values_list("person__name", flat=True)) == {"Bo Lind"}
    assert not hidden.names.exists()
    assert not numbered.names.exists()
    assert [(each.locator, each.printed) for each in tally.refused] == [("row 1", ""), ("row 2", "")]
    assert not any("Verane" in line or "Tarr" in line for line in tally.doubtful)
    assert set(Person.objects.filter(visibility="restricted")) == {hidden, numbered}


def test_everybody_who_is_made_is_public_for_an_office(place, tmp_path):
    rows = ("Mayor of Northport,Bo Lind,Q6,2001,2004,", "First Lady,Ada Verane,Q5,2001,2004,")
    tally = import_data("wikidata", officials(tmp_path, *rows), Wish("world", every_post=True)).tally
    assert list(Person.objects.values_list("name", "visibility", "basis")) == [("Bo Lind", "public", "public_office")]
    assert ["no public office" in each.reason for each in tally.refused] == [True]


def test_a_row_without_a_number_is_known_by_name(make, place, tmp_path):
    person = make.person(name="Ada Verane", country=place)
    import_data("wikidata", officials(tmp_path, "President,Ada Verane,,2003,,", "President,Bo Lind,Q6,2001,,"), WISH)
    assert Tenure.objects.get(start="2003").person == person
    assert list(Identifier.objects.filter(person__isnull=False).values_list("value", flat=True)) == ["Q6"]


def test_two_rows_for_one_tenure_give_its_day_and_its_end(place, tmp_path):
    rows = ("Minister of Justice,Ada Verane,Q5,2003,2005,", "Minister of Justice,Ada Verane,Q5,2003-07-03,,")
    import_data("wikidata", officials(tmp_path, *rows), WISH)
    tenure = Tenure.objects.get()
    assert (tenure.start, tenure.end) == ("2003-07-03", "2005")
    said = Citation.objects.filter(tenure=tenure).values_list("field", "locator")
    assert set(said) == {("start", "row 2"), ("end", "row 1")}


def test_a_second_term_without_an_end_is_listed_for_an_editor(place, tmp_path):
    rows = ("President,Ada Verane,Q5,2003-01-01,2005-01-01,", "President,Ada Verane,Q5,2006-01-01,,")
    tally = import_data("wikidata", officials(tmp_path, *rows), WISH).tally
    assert Tenure.objects.count() == 2
    assert any("has no end and may go on" in line for line in tally.doubtful)


@pytest.mark.parametrize(("between", "tenures"), [("", 1), ("2003-05-01", 2)])
def test_an_open_tenure_that_another_source_counts_from_the_next_oath_is_one(make, place, tmp_path, between, tenures):
    person = make.person(name="Ada Verane", country=place)
    office = make.office(country=place, title="President", rank="head_of_state")
    make.tenure(person=person, office=office, start="2003-08-26", ended="ongoing", last_attested="2004")
    if between:
        make.tenure(person=make.person(name="Bo Lind", country=place), office=office, start=between, ended="unknown")
    import_data("wikidata", officials(tmp_path, "President,Ada Verane,Q5,2003-04-05,,"), WISH)
    assert person.tenures.count() == tenures
    assert Tenure.objects.get(start="2003-08-26").citations.count() == 2 - tenures


def test_who_acts_is_outside_the_line_of_holders(place, tmp_path):
    rows = ("President,Ada Verane,Q5,2003-01-01,2005-01-01,", "Acting President,Bo Lind,Q6,2004-01-01,2004-02-01,")
    import_data("wikidata", officials(tmp_path, *rows), WISH)
    assert Office.objects.get().title == "President"
    acting = Tenure.objects.get(person__name="Bo Lind")
    assert (acting.acting, acting.slot) == (True, None)


def test_posts_in_another_script_or_with_one_beginning_stay_apart(place, tmp_path):
    long = "Minister of Harbours, Lighthouses, Ferries, Buoys and of Other Works of "
    rows = [
        "Министр обороны,Ada Verane,Q5,2003,,",
        "Министр финансов,Bo Lind,Q6,2003,,",
        f'"{long}the North",Cy Ro,Q7,2003,,',
        f'"{long}the South",Di Su,Q8,2003,,',
    ]
    import_data("wikidata", officials(tmp_path, *rows), WISH)
    assert Office.objects.count() == 4
    assert Tenure.objects.count() == 4


def test_members_come_when_asked_for_whatever_their_file_is_called(place, tmp_path):
    path = export(tmp_path, "verania/export.csv", HOLDERS + "member of the Senate of Verania,Ada Verane,Q5,2003,,\n")
    tally = import_data("wikidata", path, WISH).tally
    assert [reason for _, reason in tally.left_out] == ["1 rows: members of a legislature (--members takes them)."]
    import_data("wikidata", path, Wish("world", members=True))
    assert Office.objects.values_list("title", "rank").get() == ("Member of the Senate", "legislature")


def test_the_printed_form_of_a_date_stays_with_its_citation(place, tmp_path):
    rows = ("President,Ada Verane,http://www.wikidata.org/entity/Q5,+2003-00-00T00:00:00Z,2005-02-00,",)
    import_data("wikidata", officials(tmp_path, *rows), WISH)
    assert set(Citation.objects.filter(tenure__isnull=False).values_list("field", "value", "printed")) == {
        ("start", "2003", "+2003-00-00T00:00:00Z"), ("end", "2005-02", "2005-02-00"),
    }  # fmt: skip
    assert Identifier.objects.get(person__isnull=False).value == "Q5"


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


def test_a_country_and_year_that_stand_twice_are_one_figure_and_one_is_refused(place, tmp_path):
    rows = "Country Name,Country Code,Year,Value\nVerania,VER,2000,77\nVerania,VER,2000,78\n"
    (tmp_path / "population.csv").write_text(rows)
    tally = import_data("worldbank", tmp_path, WISH).tally
    assert Figure.objects.get().low == 77
    assert [each.locator for each in tally.refused] == ["row 2"]


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
