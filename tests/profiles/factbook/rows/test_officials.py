"""Posts and who holds them as rows. The country is under a code that the table of countries has; its people are not."""

import json

import pytest

from profiles.factbook.loading import import_edition
from profiles.models import Citation, Office, Tenure

pytestmark = pytest.mark.django_db


@pytest.fixture
def read_in(make, tmp_path):
    """Import what an edition says of the executive, part by part."""
    make.publisher(key="cia", kind="government", home_country="USA")
    make.series(key="world-factbook")
    make.licence(key="public-domain")
    make.country(key="AND", slug="andorra", name="Andorra", gec="AN")

    def read_in(year: int = 2020, **parts: str) -> None:
        fields = {part.replace("_", " "): {"text": text} for part, text in parts.items()}
        name = {"conventional short form": {"text": "Andorra"}}
        path = tmp_path / "europe" / "an.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"Government": {"Country name": name, "Executive branch": fields}}))
        import_edition(tmp_path, year)

    return read_in


def printed(record, field):
    """The words that stand on the citation of one field."""
    return Citation.objects.get(**{record._meta.model_name: record}, field=field).printed


def test_a_vacant_post_is_printed_as_vacant_on_the_post(read_in):
    read_in(chief_of_state="President (vacant)", head_of_government="Prime Minister Bo LIND (since 2010)")
    post = Office.objects.get(title="President")
    assert (post.tenures.count(), printed(post, "title")) == (0, "President (vacant)")
    assert printed(Office.objects.get(title="Prime Minister"), "title") == "Prime Minister"


def test_who_has_left_is_not_in_office(read_in):
    read_in(chief_of_state="President Bo LIND (since 2011); assassinated 29 June 2020")
    tenure = Tenure.objects.get()
    assert (tenure.start, tenure.end, tenure.ended, tenure.last_attested) == ("2011", "2020-06-29", "ended", "")


def test_a_planned_end_ends_nothing(read_in):
    read_in(chief_of_state="Captain Regent Bo LIND (for the period 1 October 2020 - 31 March 2021)")
    tenure = Tenure.objects.get()
    assert (tenure.start, tenure.end, tenure.ended, tenure.last_attested) == ("2020-10-01", "", "ongoing", "2020")


def test_two_posts_with_a_day_each_are_two_tenures_of_one_person(read_in):
    read_in(chief_of_state="Sultan and Prime Minister OTTO Karlsen (sultan since 1990 and prime minister since 1992)")
    assert sorted((each.office.title, each.start) for each in Tenure.objects.all()) == [
        ("Prime Minister", "1992"),
        ("Sultan", "1990"),
    ]
    assert len({each.person for each in Tenure.objects.all()}) == 1


def test_a_rule_s_words_stand_where_they_speak(read_in):
    read_in(
        **{
            "chief_of_state": "President Bo LIND (since 2019)",
            "election/appointment process": "president directly elected by popular vote for a single 5-year term",
        }
    )
    post = Office.objects.get(title="President")
    assert printed(post, "how_chosen") == "president directly elected by popular vote"
    assert printed(post, "term_years") == "single 5-year term"


def test_one_president_who_heads_state_and_government_holds_the_post_alone(read_in):
    both = "President Bo LIND (since 10 March 2019)"
    read_in(chief_of_state=both, head_of_government=f"{both}; Vice President Cy ROSSELL (since 2019)")
    post = Office.objects.get(title="President")
    assert (post.holders, post.head_of_state, post.head_of_government) == ("single", True, True)
    assert post.tenures.get().slot == 1


def test_two_people_with_one_title_hold_the_post_together(read_in):
    read_in(chief_of_state="Captain Regent Bo LIND and Captain Regent Cy ROSSELL (for the period April 2020)")
    post = Office.objects.get(title="Captain Regent")
    assert post.holders == "several"
    assert [tenure.slot for tenure in post.tenures.all()] == [None, None]


def test_who_took_office_after_the_year_of_the_edition_is_attested_from_then(read_in):
    read_in(
        chief_of_state="President Ana TORRENT (since 4 January 2021)",
        head_of_government="Prime Minister Bo LIND (since 5 May 2019)",
    )
    assert dict(Tenure.objects.values_list("person__name", "last_attested")) == {
        "Ana Torrent": "2021-01-04",
        "Bo Lind": "2020",
    }


def test_a_place_in_line_that_was_given_up_is_not_taken_again(read_in):
    read_in(2020, chief_of_state="President Ana TORRENT (since 1 January 2010)")
    for _ in range(2):
        read_in(2012, chief_of_state="President Bo LIND (since 1 January 2011)")
        found = dict(Tenure.objects.values_list("person__name", "slot"))
        assert found == {"Ana Torrent": None, "Bo Lind": None}
