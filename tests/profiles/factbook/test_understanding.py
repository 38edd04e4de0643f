"""The whole of an entity; and both shared editions, counted upward only, so that a better reader fails nothing."""

from collections import Counter
from pathlib import Path
from types import MappingProxyType

import pytest

from profiles.factbook.edition.reading import Entity, Field, read_edition
from profiles.factbook.understanding import Understood, understand
from sources import dates, locators, numbers

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
EDITIONS = {2012: SHARED / "factbook-2012", 2026: SHARED / "factbook-2026-json"}


def entity(**fields: str) -> Entity:
    rows = {name.replace("_", " "): text for name, text in fields.items()}
    found = {name: Field((name,), text, f"row {number}") for number, (name, text) in enumerate(rows.items(), 1)}
    return Entity("kz", "Verania", 2012, "all.tsv", MappingProxyType(found))


def test_an_entity_is_understood_field_by_field():
    found = understand(
        entity(
            Executive_branch="chief of state: King OTTO II (since 1999); represented by Governor Bo LIND (since 2001) "
            "head of government: Prime Minister Ina BERG (since 2010) elections: the monarchy is hereditary; prime "
            "minister elected by the Diet for a four-year term; election last held on 2 May 2010 election results: "
            "Ina BERG elected prime minister",
            Legislative_branch="unicameral Diet (30 seats; members elected by popular vote)",
            Judicial_branch="Supreme Court",
            Political_parties_and_leaders="Unity Party or UP [Ina BERG]",
            Population="1,204 (July 2012 est.)",
            Suffrage="18 years of age; universal",
        )
    )
    assert [(holder.role, holder.represents) for holder in found.holders] == [
        ("chief_of_state", None),
        ("representative", 0),
        ("head_of_government", None),
    ]
    assert [(poll.post, poll.day.edtf, poll.winner.readable) for poll in found.polls] == [
        ("prime minister", "2010-05-02", "Ina Berg")
    ]
    assert [rule.method for rule in found.rules] == ["hereditary", "indirect"]
    assert [chamber.name for chamber in found.chambers] == ["Diet"]
    assert [court.name for court in found.courts] == ["Supreme Court"]
    assert [party.short for party in found.parties] == ["UP"]
    assert [quantity.indicator for quantity in found.quantities] == ["population", "voting-age"]
    assert [statement.code for statement in found.statements] == ["universal"]
    assert found.identity.country == "KAZ"
    assert found.refused == ()


def test_a_field_that_nobody_knows_is_refused_and_one_out_of_scope_is_not():
    found = understand(entity(Dragons="three", Flag_description="blue", Climate="mild"))
    assert [(one.field, one.printed, one.reason, one.locator) for one in found.refused] == [
        ("Dragons", "three", "A field that we do not know.", "row 1")
    ]


@pytest.fixture(scope="module", params=sorted(EDITIONS))
def edition(request) -> tuple[int, list[Understood]]:
    """One shared edition, understood."""
    folder = EDITIONS[request.param]
    if not folder.is_dir():
        pytest.skip("the shared corpus is not beside this clone")
    entities = list(read_edition(folder, request.param))
    return request.param, [understand(one) for one in entities]


LEAST = {
    2012: {
        "holders": 770,
        "rules": 430,
        "polls": 375,
        "chambers": 310,
        "courts": 450,
        "parties": 1880,
        "quantities": 13300,
        "statements": 1540,
    },
    2026: {
        "holders": 525,
        "rules": 390,
        "polls": 555,
        "chambers": 305,
        "courts": 370,
        "parties": 2250,
        "quantities": 16600,
        "statements": 2000,
    },
}


@pytest.mark.corpus
def test_an_edition_gives_at_least_so_much(edition):
    year, found = edition
    assert len(found) >= 260
    for kind, least in LEAST[year].items():
        assert sum(len(getattr(one, kind)) for one in found) >= least, kind


@pytest.mark.corpus
def test_no_field_of_an_edition_is_passed_over_in_silence(edition):
    _, found = edition
    unknown = Counter(one.field for each in found for one in each.refused if "do not know" in one.reason)
    assert sum(unknown.values()) <= 10, unknown


@pytest.mark.corpus
def test_every_number_date_and_locator_of_an_edition_is_sound(edition):
    _, found = edition
    for each in found:
        for quantity in each.quantities:
            assert numbers.check("stated", quantity.qualifier, quantity.low, quantity.high) is None
            assert not quantity.period or dates.bounds(quantity.period)
        polls = [*each.polls, *(poll for chamber in each.chambers for poll in chamber.polls)]
        for poll in polls:
            assert not poll.day.edtf or dates.bounds(poll.day.edtf)
        places = [*each.holders, *polls, *each.courts, *each.parties, *each.quantities, *each.statements, *each.refused]
        for place in places:
            assert locators.normalise(place.locator) == place.locator
        for index, holder in enumerate(each.holders):
            assert holder.represents is None or holder.represents < index


@pytest.mark.corpus
def test_heads_of_state_with_their_dates(edition):
    year, found = edition
    heads = {one.entity.code: one.holders[0] for one in found if one.holders}
    expected = {
        2012: {
            "kz": ("Nursultan A. Nazarbayev", "1991-12-01"),
            "gm": ("Joachim Gauck", "2012-03-23"),
            "tn": ("Tupou VI", "2012-03-18"),
        },
        2026: {
            "kz": ("Kasym-Zhomart Tokayev", "2019-03-20"),
            "gm": ("Frank-Walter Steinmeier", "2017-03-19"),
            "tn": ("Tupou VI", "2012-03-18"),
        },
    }
    for code, (name, since) in expected[year].items():
        assert (heads[code].person.readable, heads[code].since.edtf) == (name, since)


def test_parties_are_read_under_the_headings_of_their_field():
    fields = {
        "G > Political parties and leaders > governing parties": "Unity Party or UP [Ina BERG]",
        "G > Political parties and leaders > Note": "two parties united",
    }
    found = {name: Field(tuple(name.split(" > ")), text, "row 1") for name, text in fields.items()}
    understood = understand(Entity("kz", "Verania", 2015, "kz.json", MappingProxyType(found)))
    assert [party.short for party in understood.parties] == ["UP"]
    assert understood.refused == ()
