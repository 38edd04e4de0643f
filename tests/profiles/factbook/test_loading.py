"""An edition becomes rows: matched with what is there, the same in any order, and nothing that an editor set is lost.

The editions are invented; they stand under a code that the table of countries has.
"""

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from profiles.datasets.stored import load_order
from profiles.factbook.loading import import_edition
from profiles.models import (
    Breakdown,
    Citation,
    Election,
    Figure,
    Institution,
    Office,
    Person,
    Result,
    SeatBlock,
    Share,
    Tenure,
)
from profiles.transfer.dumping import as_csv
from sources.models import Document

pytestmark = pytest.mark.django_db


def text(value):
    return {"text": value}


def edition(folder, code="an", **fields):
    """Write one entity's file; `fields` are sections."""
    path = folder / "europe" / f"{code}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(fields))
    return folder


EARLY = {
    "Government": {
        "Country name": {"conventional short form": text("Andorra")},
        "Executive branch": {
            "chief of state": text("President Ana M. TORRENT (since 4 May 2009)"),
            "head of government": text("Prime Minister Bo LIND (since 2 June 2010)"),
            "most recent election date": text("3 April 2009"),
            "election/appointment process": text(
                "president directly elected for a 5-year term; prime minister named by the president"
            ),
        },
        "Judicial branch": {"highest court(s)": text("Supreme Court (consists of 9 judges)")},
    },
    "People and Society": {
        "Population": {"total": text("80,000 (2010 est.)")},
        "Ethnic groups": text("Andorran 60%, Spanish 25.5%, other 14.5% (2009 census)"),
    },
}
LATE = {
    "Government": {
        "Country name": {"conventional short form": text("Andorra")},
        "Executive branch": {
            "chief of state": text("President Cy ROSSELL (since 5 May 2019)"),
            "election results": text(
                "2019: Cy ROSSELL elected president; percent of vote - Cy ROSSELL 60%, Ana TORRENT 40%"
            ),
            "head of government": text("Prime Minister Bo LIND (since 3 June 2010)"),
            "most recent election date": text("7 April 2019"),
            "election/appointment process": text(
                "president directly elected for a 6-year term; prime minister named by the president"
            ),
        },
        "Legislative branch": {
            "legislature name": text("General Council (Consell General)"),
            "legislative structure": text("unicameral"),
            "number of seats": text("28 (all directly elected)"),
            "term in office": text("4 years"),
            "most recent election date": text("4/2/2019"),
            "parties elected and seats per party": text("Unity (20); Harbour Party (8)"),
        },
        "Judicial branch": {"highest court(s)": text("Supreme Court (consists of 11 judges)")},
    },
    "People and Society": {"Population": {"total": text("83,523 (2025 est.)")}},
}


@pytest.fixture
def place(make):
    for key, name in (
        ("population", "Population"),
        ("median-age", "Median age"),
    ):
        unit = make.unit(key="persons") if key == "population" else make.unit(key="years")
        make.indicator(key=key, name=name, unit=unit)
    make.publisher(key="cia", kind="government", home_country="USA")
    make.series(key="world-factbook")
    make.licence(key="public-domain")
    return make.country(key="AND", slug="andorra", name="Andorra", gec="AN")


@pytest.fixture
def early(tmp_path):
    return edition(tmp_path / "early", **EARLY)


@pytest.fixture
def late(tmp_path):
    return edition(tmp_path / "late", **LATE)


def everything():
    """All tables as curation files, to compare two states of the database."""
    return {
        dataset.name: as_csv(dataset, dataset.model._default_manager.order_by(*dataset.identity))[0]
        for dataset in load_order()
    }


def test_an_edition_becomes_documents_claims_and_things(place, early):
    outcome = import_edition(early, 2012)
    entry = Document.objects.get(key="factbook/2012/an")
    assert (entry.part_of.key, entry.published, entry.published_inferred) == ("factbook/2012", "2012", True)
    figure = Figure.objects.get()
    assert (figure.low, figure.period, figure.document, figure.country) == (80000, "2010", entry, place)
    assert figure.locator == "field People and Society > Population > total"
    breakdown = Breakdown.objects.get()
    assert (breakdown.kind, breakdown.source_type, breakdown.as_of) == ("ethnic", "census", "2009")
    shares = list(Share.objects.order_by("position").values_list("label", "low", "share_class", "group__key"))
    assert [(label, str(low.normalize()), kind, group) for label, low, kind, group in shares] == [
        ("Andorran", "6E+1", "group", "ethnic/andorran"),
        ("Spanish", "25.5", "group", "ethnic/spanish"),
        ("other", "14.5", "residual_other", None),
    ]
    tenure = Tenure.objects.get(office__title="President")
    assert (tenure.person.name, tenure.start, tenure.ended, tenure.last_attested) == (
        "Ana M. Torrent", "2009-05-04", "ongoing", "2012",
    )  # fmt: skip
    assert tenure.person.visibility == "public"
    office = Office.objects.get(title="President")
    assert (office.head_of_state, office.head_of_government, str(office.term_years)) == (True, False, "5.0")
    assert SeatBlock.objects.get(institution__name="Supreme Court").seats == 9
    assert outcome.report.total.created > 20


def test_the_same_again_changes_nothing(place, early):
    import_edition(early, 2012)
    before = everything()
    again = import_edition(early, 2012)
    assert (again.report.total.created, again.report.total.changed) == (0, 0)
    assert everything() == before


def test_seats_and_results_come_with_their_chamber(place, late):
    import_edition(late, 2025)
    council = Institution.objects.get(name__startswith="General Council")
    assert council.kind == "parliament"
    assert set(council.seat_blocks.values_list("method", "seats")) == {("total", 28), ("directly_elected", 28)}
    vote = Election.objects.get(institution=council)
    assert (vote.date, vote.state, vote.method) == ("2019-04-02", "held", "direct")
    results = Result.objects.filter(election=vote).order_by("position").values_list("label", "seats", "value_state")
    assert list(results) == [("Unity", 20, "not_applicable"), ("Harbour Party", 8, "not_applicable")]


def test_an_electoral_vote_is_a_result_in_words(place, tmp_path):
    results = (
        "2019: Cy ROSSELL elected president; electoral vote - Cy ROSSELL 312, Ana TORRENT (PP) 226; percent of popular "
        "vote - Cy ROSSELL 49.8%, Ana TORRENT 48.3%"
    )
    branch = {**LATE["Government"]["Executive branch"], "election results": text(results)}
    import_edition(edition(tmp_path / "votes", Government={**LATE["Government"], "Executive branch": branch}), 2025)
    found = Result.objects.filter(election__kind="presidential").order_by("position")
    assert list(found.values_list("label", "votes", "value_state")) == [
        ("Cy ROSSELL", None, "stated"),
        ("Ana TORRENT (PP)", None, "in_words"),
        ("Ana TORRENT", None, "stated"),
    ]
    assert [one.note_public for one in found] == ["Electoral vote: 312.", "Electoral vote: 226.", ""]


def test_editions_in_either_order_give_the_same_tables(place, early, late):
    start = transaction.savepoint()
    import_edition(early, 2012)
    import_edition(late, 2025)
    one = everything()
    transaction.savepoint_rollback(start)
    import_edition(late, 2025)
    import_edition(early, 2012)
    other = everything()
    for name in one:
        assert other[name].splitlines() == one[name].splitlines(), name


def test_of_two_editions_the_newest_stands_and_the_other_disputes(place, early, late):
    import_edition(late, 2025)
    import_edition(early, 2012)
    assert str(Office.objects.get(title="President").term_years) == "6.0"
    said = Citation.objects.filter(office__title="President", field="term_years")
    assert set(said.values_list("document__edition", "value", "stance")) == {
        ("2012", "5", "disputes"),
        ("2025", "6", "supports"),
    }
    prime = Tenure.objects.get(office__title="Prime Minister", start="2010-06-03")
    assert prime.last_attested == "2025"
    presidents = Tenure.objects.filter(office__title="President").order_by("start_earliest")
    assert [(row.person.name, row.last_attested) for row in presidents] == [
        ("Ana Torrent", "2012"),
        ("Cy Rossell", "2025"),
    ]


def test_what_an_editor_set_stays_and_the_edition_disputes_it(make, place, late):
    source = make.document(key="and/law")
    office = make.office(key="and/president", country=place, title="President", rank="head_of_state", term_years=7)
    make.citation(office=office, field="term_years", value="7", document=source)
    import_edition(late, 2025)
    office.refresh_from_db()
    assert str(office.term_years) == "7.0"
    assert Citation.objects.get(document__edition="2025", office=office, field="term_years").stance == "disputes"


def test_people_who_are_known_are_matched_and_not_doubled(make, place, early):
    known = make.person(key="and/p/abcde", country=place, name="Ana Maria Torrent")
    make.person_name(person=known, name="A. Torrent")
    import_edition(early, 2012)
    assert Person.objects.filter(name__contains="Torrent").count() == 1
    assert Tenure.objects.get(office__title="President").person == known


def test_a_name_that_is_merely_alike_is_kept_apart_and_listed(make, place, early):
    make.person(key="and/p/abcde", country=place, name="Anna Torrents")
    outcome = import_edition(early, 2012)
    assert Person.objects.filter(name__contains="Torrent").count() == 2
    assert any("Ana M. Torrent" in line and "and/p/abcde" in line for line in outcome.tally.doubtful)


def test_a_restricted_person_stays_hidden(make, place, early):
    known = make.person(key="and/p/abcde", country=place, name="Ana Torrent", visibility="restricted", basis="")
    import_edition(early, 2012)
    known.refresh_from_db()
    assert known.visibility == "restricted"
    assert not Tenure.objects.public().filter(person=known).exists()


def test_what_is_no_country_is_left_out_by_name(place, early):
    edition(early, code="xx", Introduction={"Background": text("The world.")})
    outcome = import_edition(early, 2012)
    assert [reason for _, reason in outcome.tally.left_out] == ["The world is no country."]


def test_the_command_tells_and_refuses(place, early, capsys, tmp_path):
    call_command("import_factbook", str(early), edition=2012)
    printed = capsys.readouterr().out
    assert "figures: 1 created, 0 changed, 0 unchanged" in printed
    assert "refused in all:" in printed
    with pytest.raises(CommandError, match="Nothing was imported"):
        call_command("import_factbook", str(tmp_path / "nowhere"), edition=2012)
    (early / "europe" / "an.json").write_text("{broken")
    with pytest.raises(CommandError, match=r"an\.json.*line 1"):
        call_command("import_factbook", str(early), edition=2012)
