"""Bytes in, text out: the encoding is found out or the file is refused. Pure.

UTF-8 is taken where the bytes are valid UTF-8, UTF-16 where a byte order mark says so. All else can only be one of the
old Windows code pages, in which any bytes are text: those are told apart by the words that come out, and a file whose
words do not tell is refused, for a wrong guess would read as damage that nobody did.
"""

import re
from collections.abc import Iterator
from itertools import islice

from sources.ingest.blocks import RefusedFileError

MAX_BYTES = 50 * 1024 * 1024

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Vertical tab is what word processors write for a line end inside a paragraph; form feeds, which are page ends, stay.
_LINE_END = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
# Dashes, curly quotes, no-break space and the like are the same bytes in both code pages and say nothing.
_ALIKE = bytes(
    byte
    for byte in range(0x80, 0x100)
    if bytes([byte]).decode("cp1251", "ignore") == bytes([byte]).decode("cp1252", "ignore")
)
# Letters that make up well over half of any text in Russian, Ukrainian, Bulgarian, Belarusian, Serbian or Macedonian.
_COMMON_CYRILLIC = frozenset("аоиенстріјвлр")
# The letters beyond ASCII that Western European languages use.
_WESTERN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüßœÿšž")
_COMMON_TENTHS = 5
# Words beyond this many change no verdict, but take time.
_WITNESSES = 50_000


def decode(data: bytes) -> tuple[str, str]:
    """The text, with every line end a line feed and no byte order mark, and the name of its encoding.

    Raises RefusedFileError for a file that is empty, too large, binary, damaged or of unclear encoding.
    """
    expect_size(data)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data[len(mark) :], encoding, len(mark))), encoding
    _refuse_binary(data)
    try:
        return _checked(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(data, error)
    encoding = _code_page(data)
    return _checked(_strictly(data, encoding, 0)), encoding


def decode_as(data: bytes, encoding: str) -> str:
    """The text of a file that names its own encoding. Raises RefusedFileError where the bytes are not in it."""
    expect_size(data)
    return _checked(_strictly(data, encoding, 0))


def expect_size(data: bytes) -> None:
    """Raise RefusedFileError for a file that is empty or over the limit."""
    if not data.strip(b"\x00 \t\r\n\f\v"):
        raise RefusedFileError("The file is empty." if not data.strip() else "The file holds nothing but NUL bytes.")
    expect_length(len(data))


def expect_length(length: int) -> None:
    """Raise RefusedFileError for more bytes than a file may have; asked before a file is taken into memory."""
    if length > MAX_BYTES:
        size = length / 1024 / 1024
        raise RefusedFileError(f"The file has {size:.0f} MB; at most {MAX_BYTES // 1024 // 1024} MB can be read.")


def _strictly(data: bytes, encoding: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        place = f"{error.start + skipped + 1:,}"
        raise RefusedFileError(
            f"Byte {place} is not {encoding.upper()}, though the rest of the file is: the file is damaged or cut off."
        ) from None


def _checked(text: str) -> str:
    text = _LINE_END.sub("\n", text.removeprefix("\ufeff"))
    found = _CONTROL.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise RefusedFileError(f"Line {line:,} holds the control character U+{ord(found[0]):04X}: this is no text.")
    if not text.strip():
        raise RefusedFileError("The file is empty.")
    return text


def _refuse_binary(data: bytes) -> None:
    """A file with control characters is no text in any of the encodings without byte order mark."""
    found = re.search(rb"[\x00-\x08\x0e-\x1f\x7f]", data)
    if found:
        code = found[0][0]
        what = "a NUL byte" if not code else f"the control character {code:02X}"
        raise RefusedFileError(
            f"Byte {found.start() + 1:,} is {what}: this is no text file of a kind that can be read."
        )


def _refuse_damaged_utf8(data: bytes, error: UnicodeDecodeError) -> None:
    """Raise where the bytes beyond ASCII are UTF-8 but for a few: that is damage, not another encoding."""
    sound = data.decode("utf-8", "ignore")
    several = sum(1 for character in sound if character > "\x7f")
    strange = sum(1 for byte in data if byte > 0x7F) - sum(len(c.encode()) for c in sound if c > "\x7f")
    cut_off = error.reason == "unexpected end of data" and len(data) - error.start > 1
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        pass
    else:
        raise RefusedFileError(f"Byte {error.start + 1:,} starts half a character (a lone surrogate).")
    if cut_off or several >= strange:
        line = data.count(b"\n", 0, error.start) + 1
        what = "the file is cut off in a character" if error.reason == "unexpected end of data" else "damaged UTF-8"
        raise RefusedFileError(f"Line {line:,}, byte {error.start + 1:,}: {what}.")


def _code_page(data: bytes) -> str:
    """Windows-1251 or Windows-1252, by the words that come out. Raises RefusedFileError where they do not tell."""
    cyrillic, western, odd, alone = 0, 0, 0, 0
    for word in islice(_words_beyond_ascii(data), _WITNESSES):
        letters = word.decode("cp1252", "replace")
        if re.search(rb"[A-Za-z]", word):
            fits = _western_word(letters)
            western, odd = western + fits, odd + (not fits)
        elif len(word) > 1:
            cyrillic += 1
        elif letters.isalpha() and letters not in "ªº":
            # One letter is a word in French and in Russian, and says nothing.
            alone += 1
        else:
            # A single sign such as £ or ½ beside figures.
            western += 1
    if western > 3 * (cyrillic + odd) or not (western or cyrillic or odd or alone):
        return "cp1252"
    if cyrillic > 3 * (western + odd) and _reads_as_cyrillic(data):
        return "cp1251"
    raise RefusedFileError(
        "The encoding is unclear: it is not UTF-8, and read as Windows-1251 or Windows-1252 the words make no sense. "
        "Save the file as UTF-8."
    )


def _western_word(word: str) -> bool:
    """Whether a word of ASCII letters and others has only others that the languages of Western Europe write."""
    if re.search(r"[a-zà-öø-ÿ][À-ÖØ-Þ]", word):
        return False
    return all(letter.isascii() or letter.lower() in _WESTERN for letter in word.strip("¹²³ªº"))


def _words_beyond_ascii(data: bytes) -> Iterator[bytes]:
    for match in _WORD.finditer(data.translate(bytes(range(256)), b"\xad").translate(_without_alike())):
        if any(byte > 0x7F for byte in match[0]):
            yield match[0]


def _without_alike() -> bytes:
    return bytes(0x20 if byte in _ALIKE else byte for byte in range(256))


def _reads_as_cyrillic(data: bytes) -> bool:
    """Whether the words have the letters and capitals of a Slavic language: other Cyrillic code pages give neither."""
    text = data.decode("cp1251", "replace")
    words = [match[0] for match in islice(re.finditer(r"[\u0400-\u04ff]{2,}", text), _WITNESSES)]
    letters = "".join(words).lower()
    turned = sum(1 for word in words if re.search(r"[\u0430-\u045f][\u0400-\u042f]", word))
    if turned * 5 > len(words):
        return False
    return sum(letter in _COMMON_CYRILLIC for letter in letters) * 10 >= len(letters) * _COMMON_TENTHS
