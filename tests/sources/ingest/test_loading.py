"""From blocks to rows: whole or nothing, the same again, parts, notes, and what their words may not suffer."""

import hashlib

import pytest
from django.db import IntegrityError, transaction

from sources.ingest import loading
from sources.ingest.blocks import Block, Furniture, Kind, Marker, Reading, RefusedFileError, Repair, Span
from sources.models import Document, Note, Passage
from sources.models import Reading as Held

DATA = b"I. Harbours\n1.\nThe harbour stood still.1\n1 See the port's log.\n"


def blocks(*more: Block) -> tuple[Block, ...]:
    return (
        Block(Kind.HEADING, "Harbours", (Span(0, 11),), 1, 1, label="I", lead="I.", level=1),
        Block(
            Kind.PARAGRAPH,
            "The harbour stood still.",
            (Span(12, 40),),
            2,
            3,
            label="1",
            lead="1.",
            parent=0,
            markers=(Marker("1", 24),),
            repairs=(Repair(4, "har-\nbour", "harbour", "hyphen"),),
        ),
        Block(Kind.NOTE, "See the port's log.", (Span(41, 62),), 4, 4, label="1", lead="1"),
        *more,
    )


def reading(*more: Block, layout: str = "un-report") -> Reading:
    furniture = (Furniture("GE.12-34567", Span(70, 81), 9, "code"),)
    return Reading(layout, DATA.decode(), "utf-8", blocks(*more), furniture, warnings=("One.",))


def read(document, understood=None, data=DATA):
    return loading.load(document, understood or reading(), data=data, file_name="port.txt", by="ada")


@pytest.fixture
def document(make):
    return make.document(key="ver/port")


def test_blocks_become_passages_with_anchors_and_the_heading_above(document):
    receipt = read(document)
    rows = list(Passage.objects.filter(document=document).order_by("position"))
    assert [(row.anchor, row.kind, row.locator) for row in rows] == [
        ("s1", "heading", "line 1"),
        ("p1", "paragraph", "para. 1"),
        ("n1", "note", "note 1"),
    ]
    assert rows[1].parent == rows[0]
    assert rows[1].repairs[0]["printed"] == "har-\nbour"
    assert receipt.changed
    assert receipt.passages == {"heading": 1, "paragraph": 1, "note": 1}
    assert (receipt.notes, receipt.markers, receipt.repairs) == (1, 1, 1)
    held = Held.objects.get(document=document)
    assert (held.sha256, held.read_by, held.lines) == (hashlib.sha256(DATA).hexdigest(), "ada", 5)
    assert held.furniture == [{"line": 9, "text": "GE.12-34567", "reason": "code"}]
    document.refresh_from_db()
    assert document.sha256 == held.sha256


def test_the_same_file_again_changes_nothing(document):
    read(document)
    before = list(Passage.objects.values_list("pk", "text"))
    version = Document.objects.get(pk=document.pk).row_version
    assert not read(document).changed
    assert list(Passage.objects.values_list("pk", "text")) == before
    assert Document.objects.get(pk=document.pk).row_version == version


def test_another_layout_replaces_the_passages_and_keeps_the_anchors_of_equal_ones(document):
    read(document)
    again = read(document, reading(Block(Kind.PARAGRAPH, "The end.", (Span(63, 70),), 7, 7), layout="plain"))
    assert again.changed
    assert list(Passage.objects.order_by("position").values_list("anchor", flat=True)) == ["s1", "p1", "n1", "l7"]
    assert Held.objects.get(document=document).layout == "plain"
    assert Note.objects.count() == 1


def test_another_file_is_refused_and_nothing_is_lost(document):
    read(document)
    with pytest.raises(RefusedFileError, match="replaces ver/port"):
        read(document, data=DATA + b"More.")
    assert Passage.objects.count() == 3


def test_a_file_other_than_the_one_that_locators_count_in_is_refused(make):
    document = make.document(sha256="f" * 64)
    with pytest.raises(RefusedFileError, match="our locators count lines in"):
        read(document)
    assert not Held.objects.exists()


def test_passages_belong_to_the_innermost_document_that_holds_their_lines(make, document):
    part = make.document(key="ver/log", part_of=document, part_lines="lines 4–9")
    inner = make.document(key="ver/log/page", part_of=part, part_lines="line 7")
    receipt = read(document, reading(Block(Kind.PARAGRAPH, "A page.", (Span(63, 70),), 7, 7)))
    assert receipt.parts == [part, inner]
    owners = dict(Passage.objects.values_list("anchor", "document__key"))
    assert owners == {"s1": "ver/port", "p1": "ver/port", "n1": "ver/log", "l7": "ver/log/page"}


def test_notes_without_marker_and_markers_without_note_stay_what_they_are(document):
    lonely = Block(Kind.PARAGRAPH, "It rained.", (Span(63, 70),), 7, 7, markers=(Marker("1", 9), Marker("9", 9)))
    unmarked = Block(Kind.NOTE, "Ibid.", (Span(71, 76),), 8, 8, label="2", lead="2")
    read(document, reading(lonely, unmarked))
    rows = list(Note.objects.order_by("position").values_list("number", "passage__anchor", "marker_passage__anchor"))
    # The second marker 1 has no note of its own any more; nothing joins it with one that is called already.
    assert rows == [("1", "n1", "p1"), ("2", "n2", None), ("1", None, "l7"), ("9", None, "l7")]


def test_what_rests_on_the_document_is_linked_or_listed(make, document):
    make.figure(key="ver/linked", document=document, locator="para. 1")
    make.figure(key="ver/nowhere", document=document, locator="para. 53", status="draft")
    receipt = read(document)
    assert receipt.linked == 1
    assert receipt.unlinked == ["figures/ver/nowhere: para. 53"]


def test_words_that_were_read_in_are_refused_any_change(document):
    read(document)
    with pytest.raises(IntegrityError, match="never change"), transaction.atomic():
        Passage.objects.filter(anchor="p1").update(text="The harbour was busy.")
    assert Passage.objects.get(anchor="p1").text == "The harbour stood still."
