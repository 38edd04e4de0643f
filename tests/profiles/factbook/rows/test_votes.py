"""Votes become elections with their post and round, and results with their party. The editions are invented."""

import pytest

from profiles.factbook.loading import import_edition
from profiles.models import Election, Result, ResultOrganisation
from tests.profiles.factbook.test_loading import edition, place, text  # noqa: F401  # a fixture among them

pytestmark = pytest.mark.django_db


@pytest.fixture
def imported(place, tmp_path):  # noqa: F811
    def run(year=2026, **government):
        short = {"Country name": {"conventional short form": text("Andorra")}}
        import_edition(edition(tmp_path / str(year), Government=short | government), year)

    return run


def executive(chief="President Ana TORRENT (since 4 May 2009)", **more):
    return {"Executive branch": {"chief of state": text(chief), **{name: text(words) for name, words in more.items()}}}


DATE = "most recent election date"
PROCESS = "election/appointment process"


def test_a_vote_belongs_to_its_post(imported):
    imported(**executive(**{DATE: "3 April 2009", PROCESS: "president directly elected for a 5-year term"}))
    found = Election.objects.get()
    assert (found.office.title, found.method, found.date) == ("President", "direct", "2009-04-03")


def test_a_remark_about_who_is_not_elected_does_not_take_the_rule_away(imported):
    rule = (
        "president indirectly elected by Council for a 5-year term; if a president is still not elected, it meets again"
    )
    imported(**executive(**{DATE: "30-31 August 2021", PROCESS: rule}))
    found = Election.objects.get()
    assert (found.method, found.date) == ("indirect", "2021-08-30/2021-08-31")


def test_a_vote_without_a_rule_counts_where_somebody_holds_the_post(imported):
    imported(**executive(**{DATE: "3 April 1989"}))
    found = Election.objects.get()
    assert (found.method, found.office.title) == ("not_stated", "President")


@pytest.mark.parametrize(
    ("chief", "process"),
    [
        ("King ANDREU II (since 4 May 2009)", "the monarchy is hereditary"),
        ("King ANDREU II (since 4 May 2009)", ""),
        ("President Ana TORRENT (since 4 May 2009)", "president appointed by the council"),
    ],
)
def test_where_nobody_votes_for_the_head_of_state_there_is_no_election(imported, chief, process):
    imported(**executive(chief, **{DATE: "3 April 2009", PROCESS: process}))
    assert not Election.objects.exists()


def test_a_vote_that_was_held_is_not_taken_for_one_to_come_before_some_month(imported):
    words = "last held on 21 March 1988 (next to be held before March 1993); results - Ana TORRENT was reelected"
    imported(1992, **executive(), Elections={"President": text(words)})
    assert set(Election.objects.values_list("date", "state")) == {("1988-03-21", "held"), ("../1993-03", "scheduled")}


def test_two_rounds_of_one_vote_stay_apart(imported):
    results = (
        "2019: Ana TORRENT elected president; percent of vote in first round - Ana TORRENT 40%, "
        "Bo LIND 35%, other 25%; percent of vote in second round - Ana TORRENT 52%, Bo LIND 47%, other 1%"
    )
    imported(**executive(**{"election results": results, PROCESS: "president directly elected for a 5-year term"}))
    rows = Result.objects.order_by("position").values_list("label", "round", "share_low")
    assert [(label, number, int(low)) for label, number, low in rows] == [
        ("Ana TORRENT", 1, 40), ("Bo LIND", 1, 35), ("other", 1, 25),
        ("Ana TORRENT", 2, 52), ("Bo LIND", 2, 47), ("other", 2, 1),
    ]  # fmt: skip


def test_rounds_on_two_days_are_two_elections_that_say_so(imported):
    imported(
        **executive(
            **{
                DATE: "27 October 2024, with a runoff on 24 November 2024",
                PROCESS: "president directly elected in 2 rounds, if needed, for a 5-year term",
            }
        )
    )
    assert list(Election.objects.order_by("date").values_list("date", "round")) == [
        ("2024-10-27", 1),
        ("2024-11-24", 2),
    ]


def test_a_party_is_known_by_its_name_beside_its_letters(imported):
    chamber = {
        "chamber name": text("House (Casa)"),
        "number of seats": text("10 (all directly elected)"),
        DATE: text("1/8/2023"),
        "parties elected and seats per party": text("Green Front (GF) (6); Blue Circle (4)"),
    }
    imported(
        **{
            "Legislative branch - lower chamber": chamber,
            "Political parties": text("Blue Circle or BC<br>Green Front or GF"),
        }
    )
    assert set(ResultOrganisation.objects.values_list("result__label", "organisation__name")) == {
        ("Green Front (GF)", "Green Front"),
        ("Blue Circle", "Blue Circle"),
    }
