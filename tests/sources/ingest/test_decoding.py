"""Bytes to text: which encoding, and which files are refused with which place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.ingest import decoding
from sources.ingest.blocks import RefusedFileError
from sources.ingest.decoding import decode

RUSSIAN = "Права человека в стране Верания. Население — 15 880 600 человек, № 5.\n«Перепись» прошла в срок.\n"
UKRAINIAN = "Права людини у Веранії: її свобода й єдність. Усі мають право на житло."
SERBIAN = "Људска права у Веранији, живот и слобода."
FRENCH = "Les droits de l’homme à l’été : où ça ? Déjà vu à Noël, au cœur du pays. Coût 5 € – naïf."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN.upper(), "cp1251"),
        (UKRAINIAN, "cp1251"),
        (SERBIAN, "cp1251"),
        ("и в с к Иван", "cp1251"),
        (FRENCH, "cp1252"),
        ("São José não é aí.", "cp1252"),
        ("He said “yes” – and left…", "cp1252"),
        ("Costs £5 and ½ more", "cp1252"),
        ("Résumé with a note¹ and 2º", "cp1252"),
        (RUSSIAN + FRENCH, "utf-8"),
    ],
)
def test_text_comes_back_from_the_encoding_it_was_saved_in(text, encoding):
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso8859-5"),
        (RUSSIAN, "mac-cyrillic"),
        ("Łódź i żółć są świętą łąką", "cp1250"),
        ("Ανθρώπινα δικαιώματα στη χώρα", "cp1253"),
        ("זכויות אדם בארץ הזאת", "cp1255"),
        ("حقوق الإنسان في البلد", "cp1256"),
        ("和平与人权", "gbk"),
        ("à é", "cp1252"),
    ],
)
def test_an_encoding_that_the_words_do_not_tell_is_refused_and_not_guessed(text, encoding):
    with pytest.raises(RefusedFileError, match="encoding is unclear"):
        decode(text.encode(encoding, "ignore"))


def test_byte_order_marks_decide_and_go():
    for encoding, mark in (("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
        assert decode(mark + RUSSIAN.encode(encoding)) == (RUSSIAN, encoding)


def test_every_kind_of_line_end_becomes_a_line_feed_and_page_ends_stay():
    text, _ = decode("a\r\nb\rc\nd\u2028e\u2029f\x85g\vh\fi".encode())
    assert text == "a\nb\nc\nd\ne\nf\ng\nh\fi"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x00\x00\x00", "nothing but NUL"),
        (b"ab\x00c", "Byte 3 is a NUL byte"),
        (b"abc\x1b[0m", "Byte 4 is the control character 1B"),
        ("a\nb\x01".encode("utf-16"), "Line 2 holds the control character U\\+0001"),
        (RUSSIAN.encode()[:40], "cut off in a character"),
        ("caf\xe9 \u2019".encode()[:-1], "Line 1, byte 7: the file is cut off"),
        (b"one\ntwo \xed\xa0\x80", "Byte 9 starts half a character"),
        (RUSSIAN.encode()[:50] + b"\xff" + RUSSIAN.encode()[50:], "Line 1, byte 51: damaged UTF-8"),
        (b"\xff\xfea\x00b", "Byte 5 is not UTF-16-LE"),
        ("a".encode("utf-16-le"), "Byte 2 is a NUL byte"),
    ],
)
def test_what_is_no_whole_text_is_refused_with_place_and_reason(data, reason):
    with pytest.raises(RefusedFileError, match=reason):
        decode(data)


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_not(monkeypatch):
    monkeypatch.setattr(decoding, "MAX_BYTES", 1024 * 1024)
    assert len(decode(b"a" * 1024 * 1024)[0]) == 1024 * 1024
    with pytest.raises(RefusedFileError, match="at most 1 MB"):
        decode(b"a" * (1024 * 1024 + 1))


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_refusal(data):
    try:
        text, encoding = decode(data)
    except RefusedFileError as refusal:
        assert str(refusal)
    else:
        assert text.strip()
        assert not set(text) & set("\r\v\x85\u2028\u2029\x00")
        text.encode("utf-8")
        assert encoding


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_any_text_in_utf_8_comes_back_as_it_is(text):
    assert decode(text.encode())[0] == text.removeprefix("\ufeff")
