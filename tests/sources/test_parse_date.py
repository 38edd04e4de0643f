import io
import json

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from sources.dates import read_printed
from sources.management.commands.parse_date import Command, answer, line_answer


def _run(text: str, lines: bytes = b"") -> list[dict[str, object]]:
    out = io.StringIO()
    call_command(Command(stdout=out), text, stdin=io.BytesIO(lines))
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_one_text_gives_one_line_of_json():
    assert _run("16-17 December 2011") == [
        {"edtf": "2011-12-16/2011-12-17", "earliest": "2011-12-16", "latest": "2011-12-17", "warnings": []}
    ]


def test_an_open_side_is_null():
    assert _run("since 2002") == [{"edtf": "2002/..", "earliest": "2002-01-01", "latest": None, "warnings": []}]


def test_what_cannot_be_read_has_no_date_and_a_warning():
    (found,) = _run("on Monday")
    assert (found["edtf"], found["earliest"], found["latest"]) == ("", None, None)
    assert found["warnings"]


def test_each_line_of_standard_input_gives_one_line_also_an_empty_one_and_the_last_without_an_ending():
    found = _run("-", b"\xef\xbb\xbf[2007,2009]\r\n\n2012\nJuly 2012")
    assert [each["edtf"] for each in found] == ["[2007,2009]", "", "2012", "2012-07"]


def test_bytes_that_are_no_text_are_told_and_survived():
    (found,) = _run("-", b"\xff\xfe 2011\n")
    assert found["edtf"] == "2011"
    assert "UTF-8" in str(found["warnings"])


@pytest.mark.parametrize("text", ["2011\udcff", "“x” 2011 x", "\x00", "", "--2011", "x" * 10**6])
def test_odd_arguments_give_one_line_of_ascii_json(text):
    out = io.StringIO()
    Command(stdout=out).handle(text=text)
    assert out.getvalue().isascii()
    assert out.getvalue().count("\n") == 1
    assert set(json.loads(out.getvalue())) == {"edtf", "earliest", "latest", "warnings"}


class _Slow(io.StringIO):
    """Remembers what had been flushed."""

    flushed: tuple[str, ...] = ()

    def flush(self) -> None:
        self.flushed = (*self.flushed, self.getvalue())


def test_each_answer_is_flushed_before_the_next_line_is_read():
    out = _Slow()
    seen: list[int] = []

    def lines():
        for number in range(3):
            seen.append(len(set(out.flushed)))
            yield f"{2010 + number}\n".encode()

    Command(stdout=out).handle(text="-", stdin=lines())
    assert seen == [0, 1, 2]


@given(st.binary(max_size=60))
def test_no_line_of_bytes_breaks_the_command(line):
    assert json.loads(json.dumps(line_answer(line)))["edtf"] is not None


@given(st.text(max_size=60))
def test_the_answer_is_the_reading(text):
    reading = read_printed(text)
    found = answer(text)
    assert (found["edtf"], found["warnings"]) == (reading.edtf, list(reading.warnings))
