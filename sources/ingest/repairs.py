"""Undoing what the layout did to words: line ends, line-end hyphens, soft hyphens, ligatures. Pure.

Only what is certain is mended, and each place is recorded. At a line-end hyphen the space is never the author's, so it
goes; the hyphen goes too where the joined word stands elsewhere in the same text and the hyphened one does not, or
where what follows is a syllable that never stands alone.
"""

import re
from collections import Counter
from collections.abc import Sequence

from sources.ingest.blocks import Repair

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SOFT = "\u00ad"
_REACH = 60
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SITES = re.compile(rf"-\n|[–/]\n|{_SOFT}|[{''.join(_LIGATURES)}]|(?<=[a-z][a-z])(?=[A-Z][a-z])")
_HYPHEN = re.compile(r"([^\W_]+)-\n(?=([^\W_]+))")
_DASHED = re.compile(r"(?<=\d)–\n(?=\d)|(?<=\band)/\n(?=or\b)")
_SOFT_HYPHEN = re.compile(rf"(?<=[^\W\d_]){_SOFT}\n?(?=[^\W\d_])")
_CAMEL = re.compile(r"([a-z]{2,})([A-Z][a-z]+)")
_SUSPENDED = frozenset(["and", "or", "to", "nor", "und", "et"])
_TAILS = frozenset((
    "tion", "tions", "tional", "sion", "sions", "ment", "ments", "ing", "ings", "ness", "ity", "ities", "ance", "ances",
    "ence", "ences", "ally", "edly", "ative", "atives", "ism", "isms", "ist", "ists", "ization", "izations", "isation",
    "isations", "ational", "ously", "ious", "tive", "tives",
))  # fmt: skip


class Vocabulary:
    """The words of one text as it prints them away from line ends; counted when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: Counter[str] | None = None

    def has(self, word: str) -> bool:
        """Whether the text prints this word, in any case of letters."""
        if self._words is None:
            self._words = Counter(_WORD.findall(self._text.casefold()))
        return word.casefold() in self._words


def mend(lines: Sequence[str], vocabulary: Vocabulary) -> tuple[str, tuple[Repair, ...]]:
    """Join the lines of one block; each line's white space is already single. Linear in their length."""
    printed = "\n".join(lines)
    pieces: list[str] = []
    repairs: list[Repair] = []
    position = length = seen = 0
    for site in _SITES.finditer(printed):
        if site.start() < seen:
            continue
        start, end = _word_around(printed, site.start(), site.end(), seen)
        seen = end
        word = printed[start:end]
        mended, reason = _mended(word, vocabulary)
        if not reason:
            continue
        before = printed[position:start].replace("\n", " ")
        pieces += (before, mended)
        repairs.append(Repair(length + len(before), word, mended, reason))
        length += len(before) + len(mended)
        position = end
    pieces.append(printed[position:].replace("\n", " "))
    return "".join(pieces), tuple(repairs)


def _word_around(text: str, start: int, end: int, least: int) -> tuple[int, int]:
    """Bounds of the printed word around a site, line ends behind a hyphen included, at most `_REACH` to each side."""
    first = max(least, start - _REACH)
    while start > first and (text[start - 1].isalnum() or text[start - 1] in "-’'" + _SOFT):
        start -= 1
    last = min(len(text), end + _REACH)
    while end < last and (
        text[end].isalnum() or text[end] in "-’'" + _SOFT or (text[end] == "\n" and text[end - 1] in "-" + _SOFT)
    ):
        end += 1
    return start, end


def _mended(word: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The word as it should stand and the reasons; an empty reason where nothing is certain."""
    reasons: list[str] = []
    text = word

    def at_hyphen(match: re.Match[str]) -> str:
        before, after = match[1], match[2]
        if after.casefold() in _SUSPENDED:
            return f"{before}- "
        if not vocabulary.has(f"{before}-{after}") and _joins(before, after, vocabulary):
            reasons.append("hyphen")
            return before
        reasons.append("line end at a hyphen")
        return f"{before}-"

    for pattern, reason in ((_SOFT_HYPHEN, "soft hyphen"), (_DASHED, "line end at a dash")):
        for substitute in ("",) if reason == "soft hyphen" else (lambda match: match[0][0],):
            text, count = pattern.subn(substitute, text)
            reasons += [reason] if count else []
    for sign, letters in _LIGATURES.items():
        if sign in text:
            text = text.replace(sign, letters)
            reasons.append("ligature")
    text = _HYPHEN.sub(at_hyphen, text)
    camel = _CAMEL.fullmatch(text)
    if camel and vocabulary.has(f"{camel[1]}-{camel[2]}"):
        text = f"{camel[1]}-{camel[2]}"
        reasons.append("lost hyphen")
    return text.replace("\n", " "), ", ".join(dict.fromkeys(reasons))


def _joins(before: str, after: str, vocabulary: Vocabulary) -> bool:
    if not (before.isalpha() and after.isalpha() and after.islower()):
        return False
    return vocabulary.has(before + after) or (len(before) > 2 and after in _TAILS)
