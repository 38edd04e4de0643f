"""Names of people compared: the same, spelt alike, or so near that the same post and day make them one. Pure."""

import re
import unicodedata
from difflib import SequenceMatcher
from itertools import pairwise

ALIKE = 0.86  # ratio of shared letters above which two names are listed as doubtful
NEAR_WORD = 0.75  # ratio of shared letters of two spellings of one word
_ENDINGS = frozenset({"jr", "sr", "ii", "iii"})
_OF = frozenset({"bin", "bint", "binti", "ibn", "al"})


def words_of(name: str) -> tuple[str, ...]:
    """Return a name's words in plain small letters, without initials and endings such as Jr."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("’", "").replace("'", ""))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return tuple(word for word in re.findall(r"[^\W\d_]+", letters) if len(word) > 1 and word not in _ENDINGS)


def same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, as words, are one person's."""
    if not one or not other:
        return False
    if sorted(one) == sorted(other):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and (short[0], short[-1]) == (long[0], long[-1]) and set(short) <= set(long)


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are spelt so much alike that an editor should look at them."""
    if not one or not other or one[-1][:1] != other[-1][:1]:
        return False
    return SequenceMatcher(None, " ".join(one), " ".join(other)).ratio() >= ALIKE


def ratio(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """The ratio of shared letters of two names, in their own order or their words in alphabetical order."""
    pairs = ((one, other), (sorted(one), sorted(other)))
    return max(SequenceMatcher(None, " ".join(first), " ".join(second)).ratio() for first, second in pairs)


def may_be(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's where post and start are one: most words, or the last one, are spelt alike.

    Words of up to three letters, such as bin and al, tell nobody apart.
    """
    short, long = sorted((_long(one), _long(other)), key=len)
    hits = [any(SequenceMatcher(None, word, each).ratio() >= NEAR_WORD for each in long) for word in short]
    return bool(hits) and (hits[-1] or sum(hits) > len(hits) / 2)


def told_by(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words by which keys tell people apart: the first, the father's after bin or al, and the last.

    They are the same however many of the other words of a name an edition prints.
    """
    father = next((after for word, after in pairwise(words[:-1]) if word in _OF), "")
    return tuple(word for word in (words[0], father, words[-1]) if word)


def _long(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in name if len(word) > 3) or name
