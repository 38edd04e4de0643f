import json

import pytest

from profiles.factbook.edition.reading import EditionError, read_edition
from sources import locators

HEAD = "year\tgec\tiso2\tname_that_year\tcanonical_name\tfield\ttext\n"


def table(tmp_path, text, name="all.tsv"):
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path


def region(tmp_path, content, name="vr.json"):
    (tmp_path / "middle").mkdir(exist_ok=True)
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    (tmp_path / "middle" / name).write_bytes(raw)
    return tmp_path


def test_a_table_gives_entities_with_rows_counted_below_the_header(tmp_path):
    text = (
        HEAD
        + '2012\tVR\t\tVerania\tV\tArea\t"total: ""5"" sq km"\n'
        + "2011\tvr\t\t\tV\tArea\told\n2012\tvr\t\tVerania\tV\tSuffrage\t18\n"
    )
    (verania,) = read_edition(table(tmp_path, text), 2012)
    assert (verania.code, verania.name, verania.year, verania.file) == ("vr", "Verania", 2012, "all.tsv")
    assert [(name, field.text, field.locator) for name, field in verania.fields.items()] == [
        ("Area", 'total: "5" sq km', "row 1"),
        ("Suffrage", "18", "row 3"),
    ]


def test_a_field_that_stands_twice_is_kept_twice(tmp_path):
    (verania,) = read_edition(table(tmp_path, HEAD + "2012\tvr\t\tV\tV\tA\tx\n2012\tvr\t\tV\tV\tA\ty\n"), 2012)
    assert [field.text for field in verania.fields.values()] == ["x", "y"]


def test_json_gives_paths_locators_and_notes(tmp_path):
    content = {
        "Government": {
            "Country name": {"conventional short form": {"text": "Verania"}},
            "Executive branch": {"chief of state": {"text": "Ana"}, "note": "old"},
            "Capital": {"text": "Ver", "note": "new"},
        }
    }
    (verania,) = read_edition(region(tmp_path, content), 2026)
    assert verania.name == "Verania"
    assert verania.file == "middle/vr.json"
    assert list(verania.fields) == [
        "Government > Country name > conventional short form",
        "Government > Executive branch > chief of state",
        "Government > Executive branch > note",
        "Government > Capital",
        "Government > Capital > note",
    ]
    for field in verania.fields.values():
        assert locators.normalise(field.locator) == field.locator
        assert locators.parse(field.locator)[0].path == field.path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("year\tgec\n", "lacks field, text"),
        (HEAD + "2012\tvr\n", "row 1 has 2 cells"),
        (HEAD + "2012\t\t\t\t\tA\tx\n", "row 1 has neither a code nor a name"),
        (HEAD + "2011\tvr\t\tV\tV\tA\tx\n", "no rows of 2012; it holds 2011"),
        (HEAD + '2012\tvr\t\tV\tV\tA\t"x\n', "damaged behind row"),
        (HEAD.encode() + b"2012\tvr\t\tV\tV\tA\t\xff\n", "not UTF-8 at byte"),
        ("", "lacks year"),
    ],
)
def test_a_damaged_table_is_refused_by_name_and_reason(tmp_path, text, said):
    with pytest.raises(EditionError, match=rf"all\.tsv: .*{said}"):
        list(read_edition(table(tmp_path, text), 2012))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"A": ', "damaged JSON in line 1"),
        ([], "holds no sections"),
        ({"Government": 5}, "section “Government” holds no fields"),
        ({"Government": {"Capital": [1]}}, "neither text nor parts"),
        (b"[" * 100_000, "nested too deep"),
    ],
)
def test_a_damaged_file_is_refused_by_name_and_reason(tmp_path, content, said):
    with pytest.raises(EditionError, match=rf"vr\.json: .*{said}"):
        list(read_edition(region(tmp_path, content), 2026))


def test_a_folder_without_an_edition_is_refused(tmp_path):
    with pytest.raises(EditionError, match="neither a table"):
        list(read_edition(tmp_path, 2026))
    with pytest.raises(EditionError, match="no such folder"):
        list(read_edition(tmp_path / "none", 2026))
    table(tmp_path, HEAD)
    with pytest.raises(EditionError, match="several tables"):
        list(read_edition(table(tmp_path, HEAD, "more.tsv"), 2026))


def test_two_names_under_one_code_are_two_entities(tmp_path):
    rows = "1990\tvr\t\tVerania, East\tVerania\tA\tx\n1990\tvr\t\tVerania, West\tVerania\tA\ty\n"
    found = list(read_edition(table(tmp_path, HEAD + rows), 1990))
    assert [(entity.code, entity.name, entity.gec) for entity in found] == [
        ("vr-verania-east", "Verania, East", "vr"),
        ("vr-verania-west", "Verania, West", "vr"),
    ]


def test_a_row_without_a_code_is_an_entity_by_its_name(tmp_path):
    found = list(read_edition(table(tmp_path, HEAD + "1992\t\t\tOld Verania\t\tA\tx\n"), 1992))
    assert [(entity.code, entity.gec) for entity in found] == [("old-verania", "")]


def test_the_ends_of_a_book_s_lines_are_no_separators(tmp_path):
    [entity] = read_edition(table(tmp_path, HEAD + "1992\tvr\t\tV\tV\tA\tChief: | Ana | VERO\n"), 1992)
    assert (entity.fields["A"].text, entity.fields["A"].lines) == ("Chief: Ana VERO", "Chief:\nAna\nVERO")


def test_from_2000_on_the_same_mark_parts(tmp_path):
    [entity] = read_edition(table(tmp_path, HEAD + "2016\tvr\t\tV\tV\tA\ttotal: 5 | land: 4\n"), 2016)
    assert (entity.fields["A"].text, entity.fields["A"].lines) == ("total: 5\nland: 4", "")


def test_categories_of_fields_are_sections(tmp_path):
    content = {"name": "V", "categories": [{"title": "Government", "fields": [{"name": "Capital", "content": "Vo"}]}]}
    path = tmp_path / "world" / "vr.json"
    path.parent.mkdir()
    path.write_text(json.dumps(content), encoding="utf-8")
    [entity] = read_edition(tmp_path, 2021)
    assert [field.path for field in entity.fields.values()] == [("Government", "Capital")]


def test_a_file_named_by_code_and_country_has_the_code(tmp_path):
    path = tmp_path / "world" / "vr-verania.json"
    path.parent.mkdir()
    content = {"govt": {"country_name": {"conventional_short_form": "Verania"}}}
    path.write_text(json.dumps(content), encoding="utf-8")
    [entity] = read_edition(tmp_path, 2014)
    assert (entity.code, entity.name) == ("vr", "Verania")


def test_a_double_plus_is_the_end_of_a_line_in_json_and_in_tables_of_parts(tmp_path):
    (entity,) = read_edition(region(tmp_path, {"Economy": {"A": {"text": "1 (2014) ++ 2 (2013)"}}}), 2015)
    assert entity.fields["Economy > A"].text == "1 (2014)\n2 (2013)"
    (tmp_path / "t").mkdir()
    [flat] = read_edition(table(tmp_path / "t", HEAD + "2019\tvr\t\tV\tV\tA\tx ++ y C++\n"), 2019)
    assert flat.fields["A"].text == "x\ny C++"


@pytest.mark.parametrize("tail", ["", " | (territory of Varn)", " | Note--set to enter its third year"])
def test_the_heading_of_the_next_entity_is_no_part_of_the_last_field(tmp_path, tail):
    text = f"1995\tva\t\tVa\tVa\tA\tx | ZED ISLE\n1995\tva\t\tVa\tVa\tB\t2% of | GDP (1994) | ZED ISLE{tail}\n"
    va, _ = read_edition(table(tmp_path, HEAD + text + "1995\tze\t\tZed Isle\tZ\tA\tx\n"), 1995)
    assert (va.fields["B"].text, va.fields["B"].lines) == ("2% of GDP (1994)", "2% of\nGDP (1994)")
    assert va.fields["A"].text == "x ZED ISLE"
