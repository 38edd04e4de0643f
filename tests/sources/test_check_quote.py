import io
import json

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sources.folding import fold
from sources.management.commands.check_quote import Command, line_answer
from sources.quotations import check

TEXT = "In Verania 1,200 people were ﬁned in May, the press office said.\nNone of them was heard by a judge.\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    return path


def _run(file, text: str, lines: bytes = b"") -> list[dict[str, object]]:
    out = io.StringIO()
    call_command(Command(stdout=out), str(file), text, stdin=io.BytesIO(lines))
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_one_quotation_gives_one_line_of_json_with_characters_of_the_decoded_text(file):
    (found,) = _run(file, "None of them was heard")
    assert found == {
        "result": "exact",
        "reason": "The words stand in the document as quoted.",
        "start": TEXT.index("None"),
        "end": TEXT.index(" by a judge"),
    }


def test_what_is_not_found_has_a_reason_and_no_place(file):
    (found,) = _run(file, "All of them were heard by a judge")
    assert (found["result"], found["start"], found["end"]) == ("not_found", None, None)
    assert found["reason"]


def test_a_line_end_within_an_argument_is_white_space(file):
    assert _run(file, "people were fined\nin May")[0]["result"] == "normalised"


def test_each_line_of_standard_input_gives_one_line_also_an_empty_one_and_the_last_without_an_ending(file):
    lines = "\ufeffpeople were ﬁned in May\r\n\npeople were fined in May\npeople were fined in June".encode()
    assert [each["result"] for each in _run(file, "-", lines)] == ["exact", "refused", "normalised", "not_found"]


def test_bytes_that_are_no_text_are_refused_and_the_next_line_is_answered(file):
    first, second = _run(file, "-", b"people \xff were\nheard by a judge\n")
    assert (first["result"], second["result"]) == ("refused", "exact")
    assert "UTF-8" in str(first["reason"])


@pytest.mark.parametrize("text", ["people\udcff", "“x” 2011", "\x00", "", "x" * 10**6, "[…]", "[[", "]"])
def test_odd_arguments_give_one_line_of_ascii_json(file, text):
    out = io.StringIO()
    Command(stdout=out).handle(file=str(file), text=text)
    assert out.getvalue().isascii()
    assert out.getvalue().count("\n") == 1
    assert json.loads(out.getvalue())["result"] in ("refused", "not_found")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("none.txt", None, "No such file"),
        ("empty.txt", b"", "empty"),
        ("binary.txt", b"a\x00b", "NUL"),
        ("a\x00b", None, "null"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path, name, data, said):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(CommandError, match=said) as fault:
        _run(tmp_path / name, "some words")
    assert name.split(".")[0].replace("\0", "\\x00") in str(fault.value)


def test_each_answer_is_flushed_before_the_next_line_is_read(file):
    class Slow(io.StringIO):
        flushed: tuple[str, ...] = ()

        def flush(self) -> None:
            self.flushed = (*self.flushed, self.getvalue())

    out = Slow()
    seen: list[int] = []

    def lines():
        for _ in range(3):
            seen.append(len(set(out.flushed)))
            yield b"heard by a judge\n"

    Command(stdout=out).handle(file=str(file), text="-", stdin=lines())
    assert seen == [0, 1, 2]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=60))
def test_no_line_of_bytes_breaks_the_command(line):
    assert json.loads(json.dumps(line_answer(fold(TEXT), line)))["reason"]


@given(st.text(max_size=60))
def test_the_answer_is_the_verdict(text):
    verdict = check(TEXT, text)
    try:
        line = text.encode()
    except UnicodeEncodeError:
        return
    if not text.endswith(("\r", "\n")):
        found = line_answer(fold(TEXT), line)
        assert (found["result"], found["start"], found["end"]) == (verdict.result, verdict.start, verdict.end)
