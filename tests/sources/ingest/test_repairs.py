"""Words that the layout split or joined: mended where certain, recorded, left alone otherwise."""

import pytest

from sources.ingest.repairs import Vocabulary, mend


def mended(text: str, elsewhere: str = "") -> tuple[str, list[tuple[str, str, str]]]:
    words, repairs = mend(text.split("\n"), Vocabulary(f"{text}\n{elsewhere}"))
    for repair in repairs:
        assert words[repair.offset : repair.offset + len(repair.mended)] == repair.mended
    return words, [(repair.printed, repair.mended, repair.reason) for repair in repairs]


def test_line_ends_become_spaces_without_a_repair():
    assert mended("one\ntwo\nthree") == ("one two three", [])


@pytest.mark.parametrize(
    ("text", "elsewhere", "words", "reason"),
    [
        ("the munici-\npal hall", "A municipal hall.", "the municipal hall", "hyphen"),
        ("the govern-\nment fell", "", "the government fell", "hyphen"),
        ("the educa-\ntion act", "", "the education act", "hyphen"),
        ("a long-\nrunning suit", "", "a long-running suit", "line end at a hyphen"),
        (
            "the non-\ngovernmental ones",
            "A non-governmental one, nongovernmental.",
            "the non-governmental ones",
            "line end at a hyphen",
        ),
        ("the post-\nSoviet years", "", "the post-Soviet years", "line end at a hyphen"),
        ("a three-\nmonth-\nlong strike", "", "a three-month-long strike", "line end at a hyphen"),
        ("from 1999–\n2003 on", "", "from 1999–2003 on", "line end at a dash"),
        ("a co\u00adoperative", "", "a cooperative", "soft hyphen"),
        ("a co\u00ad\noperative", "", "a cooperative", "soft hyphen"),
        ("the o\ufb03ce of \nnote", "", "the office of  note", "ligature"),
        ("the postWar years", "The post-War time.", "the post-War years", "lost hyphen"),
    ],
)
def test_what_is_certain_is_mended_and_recorded(text, elsewhere, words, reason):
    found, repairs = mended(text, elsewhere)
    assert found == words
    assert [repair[2] for repair in repairs] == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "pre- and postwar",
        "the postWar years",
        "userfriendly",
        "2,717,\n300",
        "war –\nand peace",
        "acquitted.One more",
        "He said -\nand left",
    ],
)
def test_what_is_not_certain_stays(text):
    assert mended(text) == (text.replace("\n", " "), [])


def test_a_hyphen_that_waits_for_its_word_keeps_its_space():
    assert mended("two-\nor three-year terms") == ("two- or three-year terms", [])


def test_two_reasons_in_one_word_are_one_repair():
    assert mended("the e\ufb00ec-\ntive one", "effective") == (
        "the effective one",
        [("e\ufb00ec-\ntive", "effective", "ligature, hyphen")],
    )
