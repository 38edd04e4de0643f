"""History and versions: written by the database, skipped by nothing, changed by nobody."""

import pytest
from django.db import DatabaseError, connection, transaction

from profiles.datasets import BY_MODEL
from profiles.models import Breakdown, Country
from sources.models import Note, Passage


def test_a_bulk_update_is_recorded_row_by_row(make):
    make.country()
    make.country()
    before = Country.history.rel.related_model.objects.count()
    assert before == 2
    Country.objects.update(capital="Old Harbour")
    events = Country.history.rel.related_model.objects.filter(pgh_label="update")
    assert events.count() == 2
    assert {event.capital for event in events} == {"Old Harbour"}


def test_an_update_that_changes_nothing_is_not_recorded(make):
    country = make.country(capital="Old Harbour")
    Country.objects.filter(pk=country.pk).update(capital="Old Harbour")
    assert country.history.count() == 1
    country.refresh_from_db()
    assert country.row_version == 1


def test_each_change_raises_the_version_once(make):
    country = make.country()
    Country.objects.filter(pk=country.pk).update(capital="Old Harbour")
    Country.objects.filter(pk=country.pk).update(capital="New Harbour")
    country.refresh_from_db()
    assert country.row_version == 3


def test_what_belongs_to_a_row_raises_its_version(make):
    breakdown = make.breakdown()
    share = make.share(breakdown=breakdown)
    assert Breakdown.objects.get().row_version == 2
    share.label = "Veranians"
    share.save()
    assert Breakdown.objects.get().row_version == 3
    share.delete()
    assert Breakdown.objects.get().row_version == 4


def test_history_cannot_be_changed_or_deleted(make):
    country = make.country()
    for act in (lambda: country.history.update(capital="X"), lambda: country.history.all().delete()):
        with pytest.raises(DatabaseError, match=r"[Cc]annot"), transaction.atomic():
            act()


def test_a_key_never_changes(make):
    country = make.country()
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        Country.objects.filter(pk=country.pk).update(key="VXX")


# Words that were read in never change, so they have no history (docs/decisions/passages-keep-no-history.md).
CHANGING = [model for model in BY_MODEL if model not in (Note, Passage)]


@pytest.mark.parametrize("model", CHANGING, ids=lambda model: model.__name__)
def test_every_table_has_its_history(model, make):
    row = make.row(model)
    assert row.history.count() == 1


@pytest.mark.django_db
def test_no_trigger_has_to_catch_that_nothing_is_left_out():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('pgtrigger.ignore', true)")
        assert cursor.fetchone() == ("{}",)
