"""A text with its layout folded away, and the way back to the characters of the text. Pure.

What may differ between a document and a true quotation of it: Unicode form (NFC), the kind and amount of white space,
soft hyphens and zero-width marks, the kind of quote mark (single stays single, double double), ligatures, the
ellipsis as one sign or three dots, the kind of dash, and a hyphen at a line end. Letters, digits, case and all other
signs stay. `docs/method.md` holds the contract.

A dash is taken out of the folded text, with the spaces round it, and kept apart with its readings: a hyphen at a line
end may belong to the word or only to the wrap, and no single spelling could say both.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

MAX_LOOKS = 10_000

# How a dash may be read: not at all, bare, with space behind, before, on both sides; `--` between digits; and that it
# is an em dash, which parts what stands beside it.
_JOINED, _BARE, _BEHIND, _BEFORE, _BOTH, _DOUBLE = 1, 2, 4, 8, 16, 32
_ANY_SPACING = _BARE | _BEHIND | _BEFORE | _BOTH
_WITHOUT_LEFT = {_BOTH: _BEHIND, _BEFORE: _BARE}
_WITHOUT_RIGHT = {_BOTH: _BEFORE, _BEHIND: _BARE}

SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
    + "".join(map(chr, range(0xFE00, 0xFE10)))
)
HYPHENS = "-\u2010\u2011"
SHORT_DASHES = "\u2012\u2013\u2212"
LONG_DASHES = "\u2014\u2015"
SINGLE_QUOTES = "'\u2018\u2019\u201a\u201b\u2039\u203a\u2032`\u00b4\u02bb\u02bc"
_SPACES = " \t\f\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
# Each becomes one character, so that places stay as they are.
_ALIKE = (
    ("\n", "\n\r\v\x85\u2028\u2029"),
    (" ", _SPACES),
    ("\u200b", ZERO_WIDTH),
    ("-", HYPHENS),
    ("\u2013", SHORT_DASHES),
    ("\u2014", LONG_DASHES),
    ('"', '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e'),
    ("'", SINGLE_QUOTES),
)
_PLAIN = {sign: plain for plain, signs in _ALIKE for sign in signs if sign != plain}
_SPELT_OUT = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "ſt",
    "ﬆ": "st",
    "…": "...",
}
_RUN = "-\u2013\u2014 \n\u00ad\u200b"  # the hyphen first, where it is no range in a set
_SIGNS = "".join(_SPELT_OUT)
# One space alone is what most of a text has between words, and needs nothing; starting with a set, the search skips.
_TOKEN = rf"[{_RUN}{_SIGNS}](?:(?<=[{_SIGNS}])|(?<! )[{_RUN}]*+|[{_RUN}]++)"
# Scripts written without spaces: a line end between two such letters is no space.
SPACELESS = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\U00020000-\U0003ffff"
)
_IDEOGRAPH = re.compile(r"[\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]")


class TooManyPlacesError(ValueError):
    """Words that stand in so many places that looking at each would take too long."""


@dataclass(slots=True)
class Folded:
    """A folded text. Places in `skeleton` count folded characters, places in `source` those of the text itself.

    The lists of one group run in step: `_at`, `_size` (in the skeleton) and `_from`, `_to` (in the source) for what
    was replaced; `_dash_at` (in the skeleton), `_dashes` (readings), `_dash_from`, `_dash_to` (in the source).
    """

    source: str
    skeleton: str
    _at: list[int]
    _size: list[int]
    _from: list[int]
    _to: list[int]
    _dash_at: list[int]
    _dashes: list[int]
    _dash_from: list[int]
    _dash_to: list[int]

    def places(self, words: "Folded", low: int = 0, high: int | None = None) -> Iterator[tuple[int, int]]:
        """Where `words` stand between two places of the skeleton, first to last; both ends as places of the skeleton.

        Folded characters are the same, and each dash has a reading in common with its counterpart. Raises
        TooManyPlacesError behind the first `MAX_LOOKS` places with the same characters.
        """
        high = len(self.skeleton) if high is None else high
        size = len(words.skeleton)
        at = self.skeleton.find(words.skeleton, low, high) if size else -1
        looks = 0
        while at >= 0:
            looks += 1
            if looks > MAX_LOOKS:
                raise TooManyPlacesError("The words stand in too many places of the document.")
            if not self._in_sign(at) and not self._in_sign(at + size) and self._dashes_agree(words, at, at + size):
                yield at, at + size
            at = self.skeleton.find(words.skeleton, at + 1, high)

    def span(self, low: int, high: int, words: "Folded") -> tuple[int, int]:
        """The characters of the source that two places of the skeleton stand for, where they hold `words`."""
        start, end = self._start(low), self.end(high)
        # A dash at either end has no place of its own in the skeleton.
        if words.dash_at(0) is not None:
            start = self._dash_from[bisect_left(self._dash_at, low)]
        if words.dash_at(len(words.skeleton)) is not None:
            end = self._dash_to[bisect_left(self._dash_at, high)]
        return start, end

    def end(self, place: int) -> int:
        """The place in the source behind the folded character that ends at `place`, which is not 0."""
        token = bisect_right(self._at, place - 1) - 1
        if token < 0:
            return place
        within = place - 1 - self._at[token] - self._size[token]
        return self._to[token] + max(within + 1, 0)

    def dash_at(self, place: int) -> int | None:
        """The readings of the dash at a place of the skeleton, None where none is."""
        found = bisect_left(self._dash_at, place)
        return self._dashes[found] if found < len(self._dash_at) and self._dash_at[found] == place else None

    def _in_sign(self, place: int) -> bool:
        """Whether a place lies inside what one sign of the source was spelt out to: between the letters of “ﬁ”."""
        token = bisect_left(self._at, place) - 1
        return token >= 0 and place < self._at[token] + self._size[token]

    def _start(self, place: int) -> int:
        token = bisect_right(self._at, place) - 1
        if token < 0:
            return place
        within = place - self._at[token] - self._size[token]
        return self._from[token] if within < 0 else self._to[token] + within

    def _dashes_agree(self, words: "Folded", low: int, high: int) -> bool:
        """Whether the dashes between two places are those of `words`; at the ends they count only where quoted."""
        mine, until = bisect_right(self._dash_at, low), bisect_left(self._dash_at, high)
        for place, readings in zip(words._dash_at, words._dashes, strict=True):
            if place in (0, high - low):
                trim = _WITHOUT_RIGHT if place else _WITHOUT_LEFT
                found = self.dash_at(low + place)
                if found is None or not _trimmed(found, trim) & _trimmed(readings, trim):
                    return False
                continue
            while mine < until and self._dash_at[mine] < low + place:
                if not self._dashes[mine] & _JOINED:
                    return False
                mine += 1
            both = mine < until and self._dash_at[mine] == low + place
            if not readings & (self._dashes[mine] if both else _JOINED):
                return False
            mine += both
        return all(readings & _JOINED for readings in self._dashes[mine:until])


def fold(text: str) -> Folded:
    """Fold a text, in time and memory that grow with its length."""
    plain = _plain(text)
    pattern = re.compile(_TOKEN + _unicode_forms(plain))
    folded = Folded(text, "", [], [], [], [], [], [], [], [])
    pieces, done, size = [], 0, 0
    for match in pattern.finditer(plain):
        start, end = match.span()
        token = match[0]
        pieces.append(plain[done:start])
        size += start - done
        dash = token.strip(" \n\u00ad\u200b") if token[0] in _RUN else ""
        if dash:
            _keep_dash(folded, plain, match, size)
            instead = ""
        else:
            instead = _instead(plain, token, start, end)
        if len(instead) != end - start:
            folded._at.append(size)
            folded._size.append(len(instead))
            folded._from.append(start)
            folded._to.append(end)
        pieces.append(instead)
        size += len(instead)
        done = end
    folded.skeleton = "".join([*pieces, plain[done:]])
    return folded


def _plain(text: str) -> str:
    """The text with each sign that has an equal of one character in its place; its length is the same."""
    plain = text.replace("\r\n", " \n")
    for sign in set(plain) & _PLAIN.keys():
        plain = plain.replace(sign, _PLAIN[sign])
    return plain


def _unicode_forms(plain: str) -> str:
    """A pattern for what NFC would write otherwise: letters with marks behind them, and signs with an equal."""
    if unicodedata.is_normalized("NFC", plain):
        return ""
    signs = sorted(set(plain))
    marks = [sign for sign in signs if unicodedata.category(sign)[0] == "M" or "\u1160" <= sign <= "\u11ff"]
    other = [sign for sign in signs if unicodedata.normalize("NFC", sign) != sign and sign not in marks]
    found = "".join(f"|{re.escape(sign)}" for sign in other)
    if not marks:
        return found
    joined = "".join(map(re.escape, marks))
    return rf"|[^{_RUN}{joined}][{joined}]++{found}|[{joined}]++"


def _instead(plain: str, token: str, start: int, end: int) -> str:
    """What stands in the skeleton for a token without a dash."""
    if token[0] not in _RUN:
        return _SPELT_OUT.get(token) or unicodedata.normalize("NFC", token)
    if "\n" in token:
        if SOFT_HYPHEN in token[: token.index("\n")]:
            return ""
        around = plain[start - 1 : start] + plain[end : end + 1]
        return "" if len(around) == 2 and all(map(_IDEOGRAPH.match, around)) else " "
    return " " if " " in token else ""


def _keep_dash(folded: Folded, plain: str, match: re.Match[str], place: int) -> None:
    run = match[0].replace(SOFT_HYPHEN, "\u200b")
    before, behind = plain[match.start() - 1 : match.start()], plain[match.end() : match.end() + 1]
    inked = [index for index, sign in enumerate(run) if sign not in " \n\u200b"]
    folded._dash_at.append(place)
    folded._dashes.append(_readings(run.replace("\u200b", ""), before, behind))
    folded._dash_from.append(match.start() + inked[0])
    folded._dash_to.append(match.start() + inked[-1] + 1)


def _readings(run: str, before: str, behind: str) -> int:
    """How a run of dashes and spaces may be read. Before a digit a dash may be a minus, so its spaces stay."""
    core = run.strip(" \n")
    left, right = run[0] in " \n", run[-1] in " \n"
    if len(core) > 1 and behind.isdigit():
        return _DOUBLE
    if len(core) > 1 or (core == "\u2014" and not behind.isdigit()):
        return _ANY_SPACING
    readings = {(False, False): _BARE, (False, True): _BEHIND, (True, False): _BEFORE, (True, True): _BOTH}[left, right]
    if readings == _BEHIND and run.count("\n") == 1:
        # The line end is no space where the word goes on: `well-` / `known`; or it is one: `pre-` / `and post-war`.
        readings |= _BARE
        if core == "-" and before.isalpha() and behind.isalpha():
            readings |= _JOINED
    return readings


def _trimmed(readings: int, trim: dict[int, int]) -> int:
    """The readings at an end of a quotation, where the space on its outer side does not count."""
    kept = readings & ~(sum(trim))
    for spaced, bare in trim.items():
        if readings & spaced:
            kept |= bare
    return kept
