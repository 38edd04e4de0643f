"""`manage.py ingest`: what it says, makes and refuses."""

import json

import pytest
from django.core.management import CommandError, call_command

from sources import texts
from sources.models import Document, Passage

pytestmark = pytest.mark.django_db

TEXT = """Verania Watch

The harbour

The harbour of Verania stood still for a week. Nobody was hurt, and nobody was heard.

The court heard the dockers a year later.
"""


@pytest.fixture
def ingest(tmp_path, capsys):
    def run(content, *options, document="ver/port", name="port.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        call_command("ingest", str(path), "--document", document, *options)
        return capsys.readouterr().out

    return run


def test_a_document_that_is_not_there_is_made_as_a_draft(ingest):
    said = ingest(TEXT)
    document = Document.objects.get(key="ver/port")
    assert document.status == "draft"
    assert "ver/port: read in" in said
    assert Passage.objects.filter(document=document, kind="paragraph").count() >= 2
    assert not Document.objects.public().exists()


def test_the_same_file_twice_changes_nothing(ingest):
    ingest(TEXT, "--publish")
    before = list(Passage.objects.values_list("pk", "anchor", "text"))
    assert "unchanged" in ingest(TEXT)
    assert list(Passage.objects.values_list("pk", "anchor", "text")) == before
    assert Document.objects.public().count() == 1


def test_another_layout_reads_the_same_file_anew(ingest):
    ingest(TEXT, "--layout", "plain")
    assert "layout bulletin" in ingest(TEXT, "--layout", "bulletin")


def test_what_rests_on_the_document_is_counted_and_what_is_nowhere_is_listed(make, ingest):
    document = make.document(key="ver/port")
    make.figure(key="ver/heard", document=document, locator="line 7")
    make.figure(key="ver/lost", document=document, locator="line 99")
    said = ingest(TEXT)
    assert "linked: 1 locators; not found: 1" in said
    assert "not found: figures/ver/lost: line 99" in said


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02binary", "port.txt"),
        (b"%PDF-1.4 broken", "port.txt"),
        (b"PK\x03\x04 broken", "port.txt"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_made(ingest, content, reason):
    with pytest.raises(CommandError, match=f"(?s)nothing was read in.*|{reason}"):
        ingest(content)
    assert not Document.objects.exists()
    assert not Passage.objects.exists()


def test_a_changed_text_is_refused_with_what_to_do(ingest):
    ingest(TEXT)
    with pytest.raises(CommandError, match="replaces ver/port"):
        ingest(TEXT + "\nMore.\n")


def test_what_is_no_key_is_refused(ingest):
    with pytest.raises(CommandError, match="key"):
        ingest(TEXT, document="Not A Key")
    assert not Document.objects.exists()


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("ingest", str(tmp_path / "nowhere.txt"), "--document", "ver/port")


def report(slug, year, *paragraphs):
    section = {"level": 2, "heading": "Summary", "paragraphs": list(paragraphs)}
    return json.dumps(
        {
            "year": year,
            "slug": slug,
            "country": slug.title(),
            "url": f"https://example.org/{slug}",
            "sections": [section],
        }
    )


def test_a_series_gives_a_document_for_each_report(ingest):
    lines = "\n".join([report("verania", 2024, "It rained.", "It snowed."), report("ostria", 2024, "It was calm.")])
    said = ingest(lines, "--publish", document="ver/series", name="reports.jsonl")
    assert "2 documents below ver/series/: 2 read in, 0 unchanged; 5 passages" in said
    assert set(Document.objects.public().values_list("key", flat=True)) == {
        "ver/series/2024/ostria",
        "ver/series/2024/verania",
    }
    assert "0 read in, 2 unchanged" in ingest(lines, document="ver/series", name="reports.jsonl")


def test_a_text_that_replaces_another_says_which_quotations_it_has_not(make, ingest):
    ingest(TEXT)
    old = Document.objects.get(key="ver/port")
    quotation = make.quotation(key="ver/q/heard", document=old, text="The court heard the dockers a year later.")
    assert texts.recheck(old) == []
    make.document(key="ver/port-2", replaces=old)
    said = ingest(TEXT.replace("dockers", "owners"), document="ver/port-2", name="port-2.txt")
    assert "quotation of the text replaced, not in this one: ver/q/heard: " in said
    quotation.refresh_from_db()
    assert quotation.is_found
    assert "quotation of the text replaced" not in ingest(TEXT.replace("week", "month"), document="ver/else")
