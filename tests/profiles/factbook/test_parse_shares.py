import io
import json

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from profiles.management.commands.parse_shares import Command, line_answer


def _run(text, lines=b""):
    out = io.StringIO()
    call_command(Command(stdout=out), text, stdin=io.BytesIO(lines))
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_one_text_gives_one_line_of_json_with_numbers_as_numbers():
    (found,) = _run("Solar 96.4% (North 85-90%), other &lt;4% (2010 est.) note: by faith")
    assert found == {
        "shares": [
            {
                "label": "Solar",
                "low": 96.4,
                "high": 96.4,
                "qualifier": "unqualified",
                "parent": None,
                "printed": "Solar 96.4%",
            },
            {
                "label": "North",
                "low": 85,
                "high": 90,
                "qualifier": "between",
                "parent": "Solar",
                "printed": "North 85-90%",
            },
            {
                "label": "other",
                "low": None,
                "high": 4,
                "qualifier": "less_than",
                "parent": None,
                "printed": "other <4%",
            },
        ],
        "as_of": "2010",
        "notes": ["note: by faith"],
        "warnings": [],
    }


def test_a_line_in_words_has_no_numbers_and_no_qualifier():
    (found,) = _run("Arani")
    assert found["shares"] == [
        {"label": "Arani", "low": None, "high": None, "qualifier": "", "parent": None, "printed": "Arani"}
    ]


def test_each_line_of_standard_input_gives_one_line_also_an_empty_one_and_the_last_without_an_ending():
    found = _run("-", b"\xef\xbb\xbfAran 5%\r\n\nBelu 6%")
    assert [[share["label"] for share in each["shares"]] for each in found] == [["Aran"], [], ["Belu"]]


def test_bytes_that_are_no_text_are_told_and_survived():
    (found,) = _run("-", b"Aran 5%, \xff\xfe 95%\n")
    assert found["shares"][0]["label"] == "Aran"
    assert "UTF-8" in found["warnings"][0]


@pytest.mark.parametrize("text", ["5%\udcff", "\x00", "", "--5%", "x" * 10**5, "(" * 10**4])
def test_odd_arguments_give_one_line_of_ascii_json(text):
    out = io.StringIO()
    Command(stdout=out).handle(text=text)
    assert out.getvalue().isascii()
    assert out.getvalue().count("\n") == 1
    assert set(json.loads(out.getvalue())) == {"shares", "as_of", "notes", "warnings"}


@given(st.binary(max_size=60))
def test_no_line_of_bytes_breaks_the_command(line):
    assert json.loads(json.dumps(line_answer(line)))["shares"] is not None
