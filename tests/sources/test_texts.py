"""How much of a text everyone may read, and where quoted words stand in it."""

import pytest

from sources import texts
from sources.linking import Run
from sources.models import Document, Quotation


@pytest.fixture
def held(make):
    """A document of five passages, and a part that holds the fourth."""
    document = make.document(key="ver/port")
    part = make.document(key="ver/log", part_of=document, part_lines="line 4")
    reading = make.reading(document=document)
    words = ["One ship came.", "No ship was not seen.", "Three ships left.", "The log says nothing.", "Five ships."]
    for number, text in enumerate(words, 1):
        owner = part if number == 4 else document
        make.passage(reading=reading, document=owner, position=number, anchor=f"l{number}", text=text)
    return document


def anchors(document, *runs):
    rows, _ = texts.places(texts.reading_of(document))
    shown = texts.readable(document, rows, runs)
    return [row.anchor for row in rows if row.pk in shown]


@pytest.mark.parametrize(
    ("access", "runs", "shown"),
    [
        ("full", [], ["l1", "l2", "l3", "l5"]),
        ("cited_passages", [], []),
        ("cited_passages", [Run(1, 1)], ["l1", "l2", "l3"]),
        ("cited_passages", [Run(0, 0), Run(4, 4)], ["l1", "l2", "l5"]),
        ("metadata", [Run(1, 1)], []),
    ],
)
def test_the_access_of_a_text_says_which_passages_everyone_may_read(held, access, runs, shown):
    Document.objects.filter(pk=held.pk).update(text_access=access)
    held.refresh_from_db()
    assert anchors(held, *runs) == shown


def test_a_part_has_its_words_from_the_file_that_holds_it(held):
    part = Document.objects.get(key="ver/log")
    assert texts.reading_of(part) == texts.reading_of(held)
    assert [row.anchor for row in texts.passages_of(part)] == ["l4"]
    part.text_access = "full"
    assert anchors(part) == ["l4"]


def test_a_document_that_is_its_own_ancestor_has_no_words_and_ends(make):
    first = make.document()
    second = make.document(part_of=first)
    Document.objects.filter(pk=first.pk).update(part_of=second)
    first.refresh_from_db()
    assert texts.reading_of(first) is None


def looked_up(document, text):
    quotation = Quotation(document=document, text=text, key="ver/q")
    texts.check(quotation, texts.words_of(document))
    return quotation


def test_words_that_are_there_are_found_with_their_passages(held):
    found = looked_up(held, "Three ships left.")
    assert found.verdict == "exact"
    assert (found.first.anchor, found.last.anchor, found.exact) == ("l3", "l3", "Three ships left.")
    assert found.prefix.strip().endswith("seen.")


def test_words_of_a_part_are_not_its_parents(held):
    assert looked_up(held, "The log says nothing.").verdict == "not_found"
    assert looked_up(Document.objects.get(key="ver/log"), "The log says nothing.").verdict == "exact"


def test_words_of_a_text_that_is_not_held_are_not_checked(make):
    found = looked_up(make.document(), "Three ships left.")
    assert found.verdict == "refused"
    assert "not read in" in found.reason


def test_looking_again_finds_what_is_lost(held):
    quotation = looked_up(held, "Three ships left.")
    quotation.save()
    assert texts.recheck(held) == []
    Quotation.objects.filter(pk=quotation.pk).update(text="Three ships stayed.")
    assert texts.recheck(held) == [quotation]
    quotation.refresh_from_db()
    assert quotation.verdict == "not_found"
    assert quotation.first is None


def test_quotations_of_a_text_that_is_replaced_are_looked_for_in_the_new_one(make, held):
    for text in ("Three ships left.", "One ship came."):
        quotation = looked_up(held, text)
        quotation.key = f"ver/q/{text[:3].lower()}"
        quotation.save()
    middle = make.document(key="ver/port-2", replaces=held)
    newest = make.document(key="ver/port-3", replaces=middle)
    assert texts.left_behind(newest) == []  # its words are not held
    make.passage(reading=make.reading(document=newest), document=newest, text="One ship came. Four ships left.")
    assert [(row.key, bool(reason)) for row, reason in texts.left_behind(newest)] == [("ver/q/thr", True)]
    assert texts.left_behind(middle) == []
    assert texts.recheck(held) == []


def test_documents_that_replace_one_another_in_a_ring_end(make, held):
    newer = make.document(replaces=held)
    Document.objects.filter(pk=held.pk).update(replaces=newer)
    held.refresh_from_db()
    assert texts.left_behind(held) == []
