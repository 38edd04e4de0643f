"""Files in and out: what a file would do, doing it whole or not at all, and an honest receipt."""

import csv
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from profiles.admin.resources import resource_for
from profiles.admin.spreadsheets import SpreadsheetError, coded, read_sheet, write_sheet
from profiles.datasets import BY_MODEL, DATASETS
from profiles.datasets.stored import stored_names
from profiles.models import DocumentCountry, Event, Organisation
from sources.models import Theme
from tests.profiles.admin.conftest import list_of

FORMATS = {"csv": "0", "xlsx": "1"}


def exported(client, model, ending):
    return client.post(list_of(model, "export/"), {"format": FORMATS[ending], "resource": "0"}).content


def previewed(client, model, content, name="file.csv"):
    upload = SimpleUploadedFile(name, content)
    return client.post(list_of(model, "import/"), {"import_file": upload, "format": FORMATS[name.rpartition(".")[2]]})


def confirmed(client, model, response):
    return client.post(list_of(model, "process_import/"), response.context["confirm_form"].initial, follow=True)


def said(response):
    return " ".join(str(message) for message in response.context["messages"])


def as_file(model, *rows):
    names = stored_names(BY_MODEL[model])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([row.get(name, "") for name in names])
    return out.getvalue().encode()


pytestmark = pytest.mark.usefixtures("verania")
EVENT = {"key": "ver/old-harbour", "country": "VER", "kind": "protest", "title": "Old Harbour, 1 May 2012",
         "start": "2012-05-01", "state": "occurred", "status": "draft"}  # fmt: skip


STORED = [dataset for dataset in DATASETS.values() if not dataset.from_reading]


@pytest.mark.parametrize("dataset", STORED, ids=lambda each: each.name)
def test_the_resource_of_each_table_has_every_stored_column(dataset):
    resource = resource_for(dataset.model)()
    assert list(resource.get_export_order()) == stored_names(dataset)
    assert set(resource.fields) == set(stored_names(dataset))


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("model", [dataset.model for dataset in STORED], ids=lambda model: model.__name__)
def test_what_was_exported_changes_nothing_when_it_comes_back(model, ending, make, at_desk):
    make.row(model)
    client = at_desk("administrator")
    response = previewed(client, model, exported(client, model, ending), f"file.{ending}")
    outcome = response.context["outcome"]
    assert not outcome.faults
    rows = model._default_manager.count()
    assert (outcome.tally.created, outcome.tally.changed, outcome.tally.unchanged) == (0, 0, rows)
    assert "confirm_form" not in response.context


def test_a_file_is_previewed_then_written_and_the_receipt_is_true(make, at_desk):
    same = make.event(key="ver/same", collection="")
    client = at_desk("editor")
    held = next(csv.DictReader(io.StringIO(exported(client, Event, "csv").decode())))
    changed = make.event(key="ver/changed", title="Quay, 2 May 2012")
    content = as_file(Event, held, {**EVENT, "key": "ver/changed", "title": "Quay 3, 2 May 2012"}, EVENT)
    response = previewed(client, Event, content)
    assert str(response.context["outcome"].tally) == "1 created, 1 changed, 1 unchanged"
    assert Event.objects.count() == 2, "a preview writes nothing"
    response = confirmed(client, Event, response)
    assert "1 created, 1 changed, 1 unchanged" in said(response)
    changed.refresh_from_db()
    assert changed.title == "Quay 3, 2 May 2012"
    event = Event.objects.get(key="ver/old-harbour")
    assert str(event.start_latest) == "2012-05-01"
    assert event.history.get().pgh_context.metadata["user"], "the history knows who imported it"
    assert same.history.count() == 1
    again = previewed(client, Event, content).context["outcome"]
    assert not again.changes_something


@pytest.mark.parametrize(
    ("change", "column", "words"),
    [
        ({"country": "VRE"}, "country", "There is no countries/VRE"),
        ({"start": "May 2012"}, "start", "May 2012"),
        ({"kind": "riot"}, "kind", "riot"),
        ({"key": "Ver/X"}, "key", "V"),
        ({"title": ""}, "title", "empty"),
        ({"status": "public"}, "status", "public"),
        ({"title": "x" * 161}, "title", "161"),
    ],
)
def test_each_bad_cell_is_named_and_nothing_is_written(change, column, words, make, at_desk):
    good = {**EVENT, "key": "ver/good"}
    response = previewed(at_desk("editor"), Event, as_file(Event, good, {**EVENT, **change}))
    (fault,) = response.context["outcome"].faults
    assert (fault.line, fault.column) == (3, column)
    assert words in fault.reason
    assert fault.reason in response.content.decode().replace("&#x27;", "'").replace("&quot;", '"')
    assert "confirm_form" not in response.context
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    "content", (b"", b"\xff\xfe", b"key,key\n", b"\0", b'key,"a\n', b"PK\x03\x04 no workbook", b"key;country\n")
)
@pytest.mark.parametrize("name", ("file.csv", "file.xlsx"))
def test_a_file_that_is_no_table_is_refused_in_words(content, name, at_desk):
    response = previewed(at_desk("editor"), Event, content, name)
    assert response.status_code == 200
    assert "outcome" not in response.context or response.context["outcome"].faults


def test_what_a_constraint_refuses_is_named_by_its_line(make, at_desk):
    make.theme(scheme="ohchr_theme", edition="2025", name="Housing")
    row = {
        "key": "ohchr/x",
        "scheme": "ohchr_theme",
        "edition": "2025",
        "name": "Housing",
        "status": "draft",
        "position": "1",
    }
    response = previewed(at_desk("editor"), Theme, as_file(Theme, {**row, "key": "ohchr/y", "name": "Food"}, row))
    (fault,) = response.context["outcome"].faults
    assert fault.line == 3
    assert Theme.objects.count() == 1


def test_a_record_changed_after_the_preview_stops_the_import(make, at_desk):
    event = make.event(key="ver/old-harbour")
    client = at_desk("editor")
    response = previewed(client, Event, as_file(Event, EVENT, {**EVENT, "key": "ver/new"}))
    Event.objects.filter(pk=event.pk).update(place="Quay 3")
    response = confirmed(client, Event, response)
    assert "Nothing was written" in said(response)
    event.refresh_from_db()
    assert event.place == "Quay 3"
    assert Event.objects.count() == 1


def test_a_record_made_after_the_preview_stops_the_import(make, at_desk):
    client = at_desk("editor")
    response = previewed(client, Event, as_file(Event, EVENT))
    make.event(key="ver/old-harbour", place="Quay 3")
    assert "Nothing was written" in said(confirmed(client, Event, response))
    assert Event.objects.get().place == "Quay 3"


def test_a_preview_is_confirmed_once_by_its_own_reader_and_table(make, at_desk):
    client = at_desk("editor")
    response = previewed(client, Event, as_file(Event, EVENT))
    other = at_desk("editor", "another")
    assert "Nothing was written" in said(confirmed(other, Event, response))
    assert "Nothing was written" in said(confirmed(client, Theme, response))
    assert "1 created" in said(confirmed(client, Event, response))
    assert "Nothing was written" in said(confirmed(client, Event, response))


@pytest.mark.parametrize("name", ("../../etc/passwd", "x" * 32, "", "0" * 32))
def test_no_file_is_read_by_a_name_from_outside(name, at_desk):
    client = at_desk("editor")
    data = {"import_file_name": name, "original_file_name": "a.csv", "format": "0", "resource": "0"}
    response = client.post(list_of(Event, "process_import/"), data, follow=True)
    assert "Nothing was written" in said(response)


def test_an_upload_of_more_than_16_megabytes_is_refused_in_words(at_desk):
    response = previewed(at_desk("editor"), Event, b"x" * (16 * 2**20 + 1))
    assert "16 MB" in str(response.context["form"].errors)


def test_links_are_imported_too(make, at_desk):
    document = make.document(key="ver/report")
    client = at_desk("editor")
    content = as_file(DocumentCountry, {"document": document.key, "country": "VER"})
    assert "1 created" in said(confirmed(client, DocumentCountry, previewed(client, DocumentCountry, content)))
    assert (
        str(previewed(client, DocumentCountry, content).context["outcome"].tally) == "0 created, 0 changed, 1 unchanged"
    )


FORMULAE = [
    "=1+1",
    "==1+1",
    "+1",
    "-1",
    "@sum(1)",
    "\t=1",
    "=HYPERLINK(1)",
    "'=1",
    "_x0041_",
    "a\nb",
    "007",
    "1e5",
    "€",
]


@pytest.mark.parametrize("ending", FORMATS)
def test_cells_that_look_like_formulae_stay_the_texts_they_are(ending, make, at_desk):
    for number, name in enumerate(FORMULAE):
        make.organisation(key=f"ver/o{number}", name=name, sort_key=name)
    client = at_desk("editor")
    content = exported(client, Organisation, ending)
    if ending == "xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
    response = previewed(client, Organisation, content, f"file.{ending}")
    assert not response.context["outcome"].faults
    assert str(response.context["outcome"].tally) == f"0 created, 0 changed, {len(FORMULAE)} unchanged"


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def sheet_of(cells, **parts):
    """A workbook with one sheet of hand-written XML."""
    sheets = '<sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets>'
    link = '<Relationship Id="r1" Target="worksheets/sheet1.xml"/>'
    files = {
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{REL}">{sheets}</workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{link}</Relationships>",
        "xl/worksheets/sheet1.xml": f"<worksheet {MAIN}><sheetData>{cells}</sheetData></worksheet>",
        **parts,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in files.items():
            book.writestr(name, content)
    return out.getvalue()


BOMBS = {
    "a cell on the last row": sheet_of('<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>'),
    "a cell in the last column": sheet_of('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
    "a gap": sheet_of('<row r="1"><c r="A1"><v>1</v></c></row><row r="20000"><c r="A20000"><v>1</v></c></row>'),
    "unpacks to a gigabyte": sheet_of("", **{"xl/sharedStrings.xml": " " * (200 * 2**20)}),
    "entities": sheet_of("", **{"xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>'}),
    "a million empty rows": sheet_of("<row/>" * 1_000_000),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_workbook_that_would_hold_the_server_is_refused(bomb, at_desk):
    client = at_desk("editor")
    response = previewed(client, Event, bomb, "file.xlsx")
    assert response.context["outcome"].faults


def test_formulae_errors_and_days_of_the_program_are_named_by_their_cell(at_desk, make):
    styles = f'<styleSheet {MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    names = stored_names(BY_MODEL[Event])
    header = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in names)
    cells = '<c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="e"><v>#REF!</v></c><c r="C2" s="1"><v>41256</v></c>'
    book = sheet_of(f'<row r="1">{header}</row><row r="2">{cells}</row>', **{"xl/styles.xml": styles})
    faults = previewed(at_desk("editor"), Event, book, "file.xlsx").context["outcome"].faults
    reasons = {fault.column: fault.reason for fault in faults if fault.line == 2}
    assert "formula" in reasons[names[0]]
    assert "#REF!" in reasons[names[1]]
    assert "day" in reasons[names[2]]


@pytest.mark.parametrize("text", ["a\rb", "\x01", "_x000D_", "__x0041_", "é\u0301", "😀"])
def test_any_text_survives_a_workbook(text):
    assert read_sheet(write_sheet("a", [["head"], [text]])).rows[2][1] == text
    assert coded("plain_text") == "plain_text"


@pytest.mark.parametrize(
    ("stored", "read"), [("53.399999999999999", "53.4"), ("2009", "2009"), ("1E-3", "0.001"), ("-7.50", "-7.5")]
)
def test_numbers_are_read_as_they_were_typed(stored, read):
    assert read_sheet(sheet_of(f'<row r="1"><c r="A1"><v>{stored}</v></c></row>')).rows[1][1] == read


def test_a_text_that_no_cell_holds_is_refused_with_the_way_out():
    with pytest.raises(SpreadsheetError, match="CSV"):
        write_sheet("a", [["x" * 40_000]])


def test_the_package_s_own_entrance_is_whole_or_nothing(make):
    resource = resource_for(Event)()
    data = resource.export()
    data.append([EVENT.get(name, "") for name in data.headers])
    data.append([{**EVENT, "key": "ver/b", "kind": "riot"}.get(name, "") for name in data.headers])
    assert resource.import_data(data, dry_run=False).has_errors()
    assert not Event.objects.exists()
