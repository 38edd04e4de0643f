"""A quotation is published only while its document holds its words, whoever asks and by whatever way."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from profiles.models import Excerpt
from profiles.quoting import check
from sources.models import Passage, Quotation

WORDS = "The court heard nobody."


@pytest.fixture
def document(make):
    document = make.document(key="ver/court")
    reading = make.reading(document=document)
    for number, text in enumerate([WORDS, "The judge had not left the room."], 1):
        make.passage(reading=reading, document=document, position=number, anchor=f"l{number}", text=text)
    return document


@pytest.fixture
def excerpt(make, document):
    return make.excerpt(document=document, kind="quotation", status="draft", text=WORDS)


def publish(excerpt):
    Excerpt.objects.filter(pk=excerpt.pk).update(status="published")


def refused(excerpt, because):
    with pytest.raises(IntegrityError, match=because) as caught, transaction.atomic():
        publish(excerpt)
    assert caught.value.__cause__.diag.constraint_name == "excerpt_quotation_is_found"


def test_a_quotation_that_nobody_looked_for_is_not_published(excerpt):
    refused(excerpt, "looked for")


def test_a_quotation_that_is_found_is_published_and_seen(excerpt):
    assert check(excerpt).verdict == "exact"
    publish(excerpt)
    assert Excerpt.objects.public().filter(pk=excerpt.pk).exists()
    assert Quotation.objects.public().count() == 1


def test_a_draft_hides_its_check_as_well(excerpt):
    check(excerpt)
    assert not Quotation.objects.public().exists()
    publish(excerpt)
    Excerpt.objects.filter(pk=excerpt.pk).update(status="withdrawn")
    assert not Quotation.objects.public().exists()
    assert not Excerpt.objects.public().filter(pk=excerpt.pk).exists()


def test_a_quotation_that_is_not_found_is_not_published(excerpt):
    Excerpt.objects.filter(pk=excerpt.pk).update(text="The court heard everybody.")
    excerpt.refresh_from_db()
    assert check(excerpt).verdict == "not_found"
    refused(excerpt, "does not hold")


def test_words_changed_after_the_check_are_not_published(excerpt):
    check(excerpt)
    Excerpt.objects.filter(pk=excerpt.pk).update(text="The court heard everybody.")
    refused(excerpt, "looked for")


def test_published_words_cannot_be_changed_past_the_check(excerpt):
    check(excerpt)
    publish(excerpt)
    with pytest.raises(IntegrityError), transaction.atomic():
        Excerpt.objects.filter(pk=excerpt.pk).update(text="The court heard everybody.")


def test_the_check_of_another_document_does_not_count(make, excerpt):
    check(excerpt)
    with pytest.raises(IntegrityError), transaction.atomic():
        Excerpt.objects.filter(pk=excerpt.pk).update(document=make.document(), status="published")


def test_a_machine_translation_is_no_quotation_not_even_as_a_draft(make):
    machine = make.document(translation="machine", original_language="ru")
    with pytest.raises(IntegrityError, match="machine translation") as caught, transaction.atomic():
        make.excerpt(document=machine, kind="quotation", status="draft", text=WORDS)
    assert caught.value.__cause__.diag.constraint_name == "excerpt_quotes_no_machine"


def test_words_that_are_lost_later_hide_the_excerpt_and_fail_the_command(excerpt, capsys):
    check(excerpt)
    publish(excerpt)
    call_command("check_quotations")
    assert "1 quotations, all found." in capsys.readouterr().out
    Quotation.objects.update(first=None, last=None, verdict="refused")
    Passage.objects.all().delete()
    with pytest.raises(CommandError, match="1 of 1"):
        call_command("check_quotations")
    assert excerpt.key in capsys.readouterr().out
    assert not Excerpt.objects.public().filter(pk=excerpt.pk).exists()


def test_the_command_looks_for_drafts_that_nobody_looked_for(excerpt):
    call_command("check_quotations")
    excerpt.refresh_from_db()
    assert excerpt.quotation.verdict == "exact"
    assert excerpt.quotation.status == "draft"


def test_the_command_tells_what_a_newer_text_has_not_and_does_not_fail(make, excerpt, capsys):
    check(excerpt)
    newer = make.document(key="ver/newer", replaces=excerpt.document)
    make.passage(reading=make.reading(document=newer), document=newer, text="Other words stand here.")
    call_command("check_quotations")
    said = capsys.readouterr().out
    assert f"{excerpt.key}: not in ver/newer, which replaces its document." in said
    assert "1 quotations, all found." in said


def test_what_is_no_quotation_is_not_looked_for(make, document):
    with pytest.raises(ValueError, match="no quotation"):
        check(make.excerpt(document=document))
