"""Files of a data set: rows count records, and a file of another kind is refused by name, row and reason."""

import pytest

from profiles.opendata.files import OpenDataError, read_rows

HEAD = "id,note\n"


def write(tmp_path, content):
    path = tmp_path / "table.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_neither_a_line_break_inside_quotes_nor_an_empty_line_shifts_a_row(tmp_path):
    rows = read_rows(write(tmp_path, HEAD + '1,"two\nlines"\n\n2,plain\n'), ["id"])
    assert [(row.locator, row["id"]) for row in rows] == [("row 1", "1"), ("row 2", "2")]


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path):
    assert read_rows(write(tmp_path, b"\xef\xbb\xbf" + HEAD.encode() + b"7,x\n"), ["id"])[0]["id"] == "7"


def test_a_header_alone_has_no_rows(tmp_path):
    assert read_rows(write(tmp_path, HEAD), ["id"]) == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "is empty"),
        ("other\n1\n", "has no column id, note"),
        (HEAD + "1,a\n2\n", r"row 2 \(line 3\): 1 cells, where the header has 2"),
        ("id,note,id\n", "line 1: two columns are called id"),
        (HEAD + "1,a\0b\n", r"row 1 \(line 2\), column note: a NUL"),
        (HEAD.encode() + b"1,\xff\n", "is not UTF-8 text"),
        (HEAD + '1,"open\n', "line 2 is no table"),
    ],
)
def test_what_is_no_such_table_is_refused_with_its_place(tmp_path, content, reason):
    with pytest.raises(OpenDataError, match=rf"table\.csv.*{reason}"):
        read_rows(write(tmp_path, content), ["id", "note"])


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(OpenDataError, match=r"absent\.csv cannot be opened"):
        read_rows(tmp_path / "absent.csv", [])


def test_semicolons_and_tabs_part_cells_where_they_part_the_header(tmp_path):
    assert read_rows(write(tmp_path, "id;note\n1;a, b\n"), ["id"])[0]["note"] == "a, b"
    assert read_rows(write(tmp_path, '?id\t?note\n1\t"a"@en\n'), ["id"])[0]["note"] == '"a"@en'
