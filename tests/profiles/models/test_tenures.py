"""Tenures: what is certainly double is refused; what may be double is not."""

import pytest
from django.db import IntegrityError, transaction

from profiles.models import Tenure


@pytest.fixture
def single(make):
    """A tenure of a single-holder office from 2010, in office at last report in May 2012."""
    return make.tenure(slot=1, start="2010-01-01", ended="ongoing", last_attested="2012-05-01")


def successor(make, office, **values):
    return make.tenure(office=office, person=make.person(), slot=1, **{"ended": "ongoing", **values})


def test_a_second_holder_on_a_day_that_is_certain_is_refused(make, single):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        successor(make, single.office, start="2011-01-01", last_attested="2012-01-01")
    assert refused.value.__cause__.diag.constraint_name == "tenure_slot_is_held_by_one"


@pytest.mark.parametrize(
    "values",
    [
        {"start": "2012-05-01", "last_attested": "2012-12-13"},
        {"start": "2012", "last_attested": "2012-12-13"},
        {"start": "", "last_attested": "2012-12-13"},
        {"start": "2011", "last_attested": "2011-06-01"},
        {"start": "2009-01-01", "end": "2010-01", "ended": "ended", "last_attested": ""},
    ],
    ids=["hand-over on a day", "start known to the year", "no start", "attested within its year", "end in the month"],
)
def test_what_is_not_certainly_double_is_kept(make, single, values):
    assert successor(make, single.office, **values).pk


def test_an_acting_holder_a_draft_and_several_holders_may_overlap(make, single):
    span = {"start": "2011-01-01", "last_attested": "2012-01-01"}
    assert successor(make, single.office, acting=True, **span).pk
    assert successor(make, single.office, status="draft", **span).pk
    several = make.office(holders="several")
    for _ in range(2):
        assert make.tenure(office=several, person=make.person(), slot=None).pk


def test_a_hand_over_can_be_mended_in_one_save(make, single):
    with transaction.atomic():
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS tenure_slot_is_held_by_one DEFERRED")
        successor(make, single.office, start="2011-01-01", last_attested="2012-01-01")
        Tenure.objects.filter(pk=single.pk).update(
            last_attested="2010-12-01", last_attested_earliest="2010-12-01", last_attested_latest="2010-12-01"
        )
    assert Tenure.objects.count() == 2
