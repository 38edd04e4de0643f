"""The page "Read in a document": a preview that writes nothing, then all of it or nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sources.admin import reading
from sources.ingest import blocks
from sources.ingest.blocks import RefusedFileError
from sources.models import Document, DocumentDate, Passage, Reading
from tests.profiles.admin.conftest import filled_in, path_of
from tests.profiles.admin.test_workflow import said

PAGE = "/admin/sources/document/read-in/"
TEXT = """The harbour of Verania

1. The quay gave way on a Monday, and seventeen people died.

2. The town mourned for a week.

Letter of the mayor

The mayor thanks everybody who helped at the quay.
"""


@pytest.fixture
def understood(monkeypatch):
    """Stand in for the limited process and the layouts: one heading, three paragraphs, facts and a document inside."""

    def block(kind, first, text, label="", lead="", parent=None):
        return blocks.Block(
            kind, text, (), first, first, label=label, lead=lead, level=int(kind == "heading"), parent=parent
        )

    lines = TEXT.split("\n")

    def read(file):
        if file.layout == "bulletin":
            raise RefusedFileError("Line 3: no bulletin starts there.")
        return blocks.Reading(
            layout=file.layout or "numbered",
            text=TEXT,
            encoding="utf-8",
            blocks=(
                block(blocks.Kind.HEADING, 1, lines[0]),
                block(blocks.Kind.PARAGRAPH, 3, lines[2][3:], "1", "1.", 0),
                block(blocks.Kind.PARAGRAPH, 5, lines[4][3:], "2", "2.", 0),
                block(blocks.Kind.HEADING, 7, lines[6]),
                block(blocks.Kind.PARAGRAPH, 9, lines[8], parent=3),
            ),
            furniture=(blocks.Furniture("page 4", blocks.Span(0, 1), 2, "page number"),),
            proposals=(
                blocks.Proposal("title", "The harbour of Verania", 1),
                blocks.Proposal("published", "25 May 2012", 1),
                blocks.Proposal("updated", "15 November 2012", 1),
                blocks.Proposal("publisher", "Nobody Known", 1),
            ),
            parts=(blocks.Part("Letter of the mayor", 7, 10),),
            warnings=("Line 9 may belong to the letter.",),
        )

    monkeypatch.setattr(reading, "read", read)


def ask(client, **values):
    return client.post(PAGE, {"document": "ver/harbour", "pasted": TEXT, "layout": "", **values})


def confirm(client, page, **values):
    data = filled_in(page, "staged")
    taken = {"take": [], "part": [], **values}
    return client.post(PAGE, {**data, **taken, "confirm": "1"}, follow=True)


@pytest.mark.usefixtures("understood")
def test_the_preview_says_what_was_understood_and_writes_nothing(at_desk, make):
    make.figure(locator="line 3", document=make.document(key="ver/harbour"))
    lost = make.figure(locator="para. 9", document=Document.objects.get(key="ver/harbour"))
    page = ask(at_desk("editor"))
    preview = page.context["preview"]
    assert dict(preview.counts) == {"Heading": 2, "Paragraph": 3}
    assert [node["row"].text for node in preview.headings.rows] == ["The harbour of Verania", "Letter of the mayor"]
    assert preview.furniture.rows[0]["reason"] == "page number"
    assert preview.linked == 1
    assert [(place, line.address) for place, line in preview.unlinked] == [("para. 9", path_of(lost))]
    assert "Line 9 may belong" in page.content.decode()
    assert not Reading.objects.exists()
    assert not Passage.objects.exists()


@pytest.mark.usefixtures("understood")
def test_a_new_document_is_made_as_a_draft_with_what_was_ticked(at_desk, django_user_model):
    client = at_desk("researcher")
    page = ask(client)
    assert not Document.objects.exists()
    offers = {offer.name: offer for offer in page.context["preview"].offers}
    assert offers["title"].chosen
    assert "no publisher" in offers["publisher"].why_not
    response = confirm(client, page, take=[offers["title"].number, offers["updated"].number], part=["0"])
    document = Document.objects.get(key="ver/harbour")
    assert (document.status, document.title, document.published) == ("draft", "The harbour of Verania", "")
    assert [date.role for date in document.dates.all()] == ["updated"]
    inner = document.parts.get()
    assert inner.part_lines == "lines 7–10"
    assert inner.passages.count() == 2
    assert document.passages.count() == 3
    assert document.readings.get().read_by == "researcher"
    assert "5 passages" in said(response)
    history = client.get(path_of(document, "history")).content.decode()
    assert "Created by researcher" in history


@pytest.mark.usefixtures("understood")
def test_nothing_that_is_not_ticked_is_taken_over_and_filled_fields_stay(at_desk, make):
    document = make.document(key="ver/harbour", title="Ours", published="", status="draft")
    client = at_desk("editor")
    page = ask(client)
    offers = {offer.name: offer for offer in page.context["preview"].offers}
    assert "has one already" in offers["title"].why_not
    assert not offers["published"].why_not
    confirm(client, page)
    document.refresh_from_db()
    assert (document.title, document.published) == ("Ours", "")
    assert not DocumentDate.objects.exists()
    assert not document.parts.exists()
    assert document.passages.count() == 5


@pytest.mark.usefixtures("understood")
def test_a_layout_that_refuses_the_file_is_an_error_at_its_field_and_the_text_is_kept(at_desk):
    client = at_desk("editor")
    page = ask(client, layout="bulletin")
    assert "no bulletin starts there" in str(page.context["form"].errors["pasted"])
    assert page.context["form"]["pasted"].value() == TEXT
    assert page.context["form"]["document"].value() == "ver/harbour"
    first = ask(client)
    again = client.post(PAGE, {**filled_in(first, "staged"), "layout": "bulletin", "again": "1"})
    assert "no bulletin starts there" in str(again.context["form"].errors["layout"])
    other = client.post(PAGE, {**filled_in(again, "staged"), "layout": "headed-report", "again": "1"})
    assert other.context["preview"].reading.layout == "headed-report"
    confirm(client, other)
    assert Reading.objects.get().layout == "headed-report"


@pytest.mark.usefixtures("understood")
def test_another_file_than_the_documents_is_refused_with_its_reason(at_desk, make):
    make.document(key="ver/harbour", sha256="1" * 64, status="draft")
    page = ask(at_desk("editor"))
    assert "A changed text is a document of its own" in str(page.context["form"].errors["pasted"])


@pytest.mark.usefixtures("understood")
def test_what_fails_in_the_middle_leaves_nothing_behind(at_desk, monkeypatch):
    client = at_desk("editor")
    page = ask(client)

    def refuse(*args, **kwargs):
        raise RefusedFileError("Line 5 is cut off.")

    monkeypatch.setattr("sources.ingest.reading_in.loading.load", refuse)
    response = confirm(client, page, take=["0"], part=["0"])
    assert "Line 5 is cut off." in response.content.decode()
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"pasted": ""}, "file", "Choose a file, or paste a text."),
        ({"file": SimpleUploadedFile("a.txt", b"x")}, "file", "not both"),
        ({"document": "No Key"}, "document", ""),
        ({"document": ""}, "document", "required"),
        ({"layout": "sideways"}, "layout", ""),
        ({"pasted": "a\x07b"}, "pasted", "U+0007"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(values, field, words, at_desk):
    errors = ask(at_desk("editor"), **values).context["form"].errors
    assert list(errors) == [field]
    assert words in str(errors[field])


def test_a_file_over_fifty_megabytes_is_refused_before_it_is_read(at_desk, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 10)
    page = ask(at_desk("editor"), pasted="", file=SimpleUploadedFile("a.txt", b"x" * 11))
    assert "at most" in str(page.context["form"].errors["file"])


@pytest.mark.usefixtures("understood")
def test_text_is_read_in_by_those_who_may_change_the_document(at_desk, make):
    make.document(key="ver/harbour")
    assert at_desk(name="nobody").get(PAGE).status_code == 403
    page = ask(at_desk("researcher"))
    assert "an editor reads its text in" in str(page.context["form"].errors["document"])


@pytest.mark.usefixtures("understood")
def test_a_staged_file_is_its_owners_only(at_desk):
    staged = filled_in(ask(at_desk("editor", "one")), "staged")
    response = at_desk("editor", "two").post(PAGE, {**staged, "confirm": "1"}, follow=True)
    assert "choose the file once more" in said(response)
    assert not Reading.objects.exists()


@pytest.mark.usefixtures("understood")
def test_the_same_text_again_changes_nothing_and_the_page_says_so(at_desk):
    client = at_desk("editor")
    confirm(client, ask(client))
    before = list(Passage.objects.values_list("pk", flat=True))
    page = ask(client)
    assert not page.context["preview"].changed
    confirm(client, page)
    assert list(Passage.objects.values_list("pk", flat=True)) == before


REPORT = "\n".join(f"{number}. Paragraph {number} tells of the harbour of Verania.\n" for number in range(1, 13))


def test_a_real_text_goes_through_the_limited_process_into_passages(at_desk):
    client = at_desk("editor")
    page = ask(client, pasted="", file=SimpleUploadedFile("report.txt", REPORT.encode()))
    assert page.context["preview"].passages.total == 12
    confirm(client, page)
    document = Document.objects.get(key="ver/harbour")
    assert [row.locator for row in document.passages.all()] == [f"para. {number}" for number in range(1, 13)]
    assert document.readings.get().file_name == "report.txt"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("scan.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40),
        ("torn.pdf", b"%PDF-1.7\n1 0 obj"),
        ("zeros.txt", b"\0" * 2000),
        ("blank.txt", b"  \n \n"),
        ("reports.jsonl", b'{"a": '),
        ("torn.docx", b"PK\x03\x04torn"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error_at_its_field(name, data, at_desk):
    page = ask(at_desk("editor"), pasted="", file=SimpleUploadedFile(name, data))
    assert page.context["form"].errors["file"]
    assert page.context["form"]["document"].value() == "ver/harbour"
    assert not Document.objects.exists()
