"""What visitors may see follows from the rows themselves, at once and however they are written."""

import pytest
from django.apps import apps
from django.db import connection, models

from profiles.datasets import BY_MODEL
from profiles.models import Citation, Excerpt, Person, Result, Share, Tenure
from sources.models import Document
from sources.models.base import Publishable, Status
from sources.models.visibility import gates

MODELS = [model for model in BY_MODEL if issubclass(model, Publishable)]


def seen(row: models.Model) -> bool:
    return type(row).objects.public().filter(pk=row.pk).exists()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_only_published_rows_are_seen(make, model):
    row = make.row(model)
    assert seen(row)
    for status in (Status.DRAFT, Status.IN_REVIEW, Status.WITHDRAWN):
        model.objects.filter(pk=row.pk).update(status=status)
        assert not seen(row)
    model.objects.filter(pk=row.pk).update(status=Status.PUBLISHED)
    assert seen(row)


# A quotation's status follows its excerpt's, so that gate is tried by the verdict: tests/profiles/test_quoting.py.
GATES = [(model, field) for model in MODELS for field in gates(model) if field.name != "quotation"]


@pytest.mark.parametrize(("model", "field"), GATES, ids=[f"{m.__name__}.{f.name}" for m, f in GATES])
def test_a_row_is_hidden_with_each_row_it_points_to_and_seen_again_with_it(make, model, field):
    target = make.row(field.related_model)
    arc = {"country": None} if getattr(model, "arcs", {}).get("record") and field.name in model.arcs["record"] else {}
    arc |= {"figure": None} if field.name in getattr(model, "arcs", {}).get("claim", ()) else {}
    agreed = {"topic": target.topic} if field.name == "code" else {}
    agreed |= {"breakdown": target.breakdown} if model is Share and field.name == "parent" else {}
    agreed |= {"election": target.election} if model is Result and field.name == "part_of" else {}
    agreed |= {"relation": "cites"} if field.name == "original_document" else {}
    agreed |= {"kind": "parliamentary"} if model.__name__ == "Election" else {}
    row = make.row(model, **{**arc, **agreed, field.name: target})
    assert seen(row)
    type(target).objects.filter(pk=target.pk).update(status=Status.WITHDRAWN)
    assert not seen(row)
    type(target).objects.filter(pk=target.pk).update(status=Status.PUBLISHED)
    assert seen(row)


def test_it_reaches_down_through_several_tables(make):
    publisher = make.publisher()
    breakdown = make.breakdown(document=make.document(publisher=publisher))
    share = make.share(breakdown=breakdown)
    publisher.status = Status.DRAFT
    publisher.save()
    assert not seen(share)
    publisher.status = Status.PUBLISHED
    publisher.save()
    assert seen(share)


def test_a_person_who_becomes_restricted_takes_everything_along(make):
    person = make.person()
    tenure = make.tenure(person=person)
    citation = make.citation(country=None, tenure=tenure)
    result, excerpt = make.result(), make.excerpt()
    make.resultperson(result=result, person=person)
    make.excerptperson(excerpt=excerpt, person=person)
    rows = (person, tenure, citation, result, excerpt)
    assert all(seen(row) for row in rows)
    Person.objects.update(visibility="restricted", basis="")
    assert not any(seen(row) for row in rows)
    Person.objects.update(visibility="public", basis="consent")
    assert all(seen(row) for row in rows)


def test_a_link_to_a_restricted_person_hides_and_its_removal_shows(make):
    person = make.person(visibility="restricted", basis="")
    for owner, link in ((make.result(), make.resultperson), (make.excerpt(), make.excerptperson)):
        made = link(**{type(owner).__name__.lower(): owner}, person=person)
        assert not seen(owner)
        made.delete()
        assert seen(owner)


def test_a_document_is_not_hidden_with_the_text_it_replaces(make):
    old = make.document(status=Status.WITHDRAWN)
    assert seen(make.document(replaces=old))


def test_a_cascade_makes_neither_a_version_nor_history(make):
    share = make.share()
    breakdown = share.breakdown
    before = breakdown.row_version if breakdown.refresh_from_db() is None else 0
    Document.objects.update(status=Status.DRAFT)
    share.refresh_from_db()
    assert not share.is_public
    assert share.row_version == 1
    assert share.history.count() == 1
    breakdown.refresh_from_db()
    assert breakdown.row_version <= before + 1


def test_nobody_can_set_it_by_hand(make):
    draft = make.citation(status=Status.DRAFT)
    Citation.objects.filter(pk=draft.pk).update(is_public=True)
    assert not seen(draft)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE profiles_citation SET is_public = true")
    assert not seen(draft)


def test_every_public_table_knows_its_rule():
    for model in (*apps.get_app_config("sources").get_models(), *apps.get_app_config("profiles").get_models()):
        if not model.__name__.endswith("History"):
            assert model._default_manager.public().query
    assert {Excerpt, Tenure} <= set(BY_MODEL)
