"""Where a quotation may begin, end and leave words out, so that true words cannot be made to say something else. Pure.

Each rule takes the document's text and places in it, and answers with a sentence for an editor, or with nothing.
"""

import re
import unicodedata

from sources.folding import HYPHENS, SHORT_DASHES, SINGLE_QUOTES, SOFT_HYPHEN, SPACELESS, ZERO_WIDTH
from sources.number_words import digits_for_words

MAX_LEFT_OUT = 300
MAX_REPLACED = 3
_WINDOW = 60

_NEGATIONS = (
    "not no never none nor neither nobody nothing nowhere cannot without hardly scarcely non "
    "ne pas jamais aucun aucune sans ni kein keine keinen keinem keiner nicht nie niemals ohne nunca sin "
    "не нет ни без никогда никто ничего"
)
_NEGATION = rf"(?:(?<!\w)(?:{'|'.join(_NEGATIONS.split())})(?!\w)|n['’]t(?!\w))"
_HOLDS_NEGATION = re.compile(_NEGATION, re.IGNORECASE)
_NEGATION_BEFORE = re.compile(rf"{_NEGATION}[\s\"'“”„‘’«»(\[]*\Z", re.IGNORECASE)
_ALONE_ON_ITS_LINE = re.compile(rf"(?:^|\n)[^\S\n]*{_NEGATION}[^\S\n]*\n\s*\Z", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n\s*\n")

_QUOTES_AND_BRACKETS = r"[\"'“”„‘’«»()\[\]]*"
_ABBREVIATED = r"(?<!\b[A-ZА-Я])(?<!\bMrs)(?<!\b(?:Mr|Ms|Dr|St|No|vs|cf|pp))(?<!\b(?:Art|Gen|Col|Sgt|Rev|Hon|art|par))"
_SENTENCE_END = re.compile(
    rf"(?:{_ABBREVIATED}\.|[!?…])\s?{_QUOTES_AND_BRACKETS}(?=\s|$)|[。！？]{_QUOTES_AND_BRACKETS}"
)

_DASH = "[" + re.escape(HYPHENS + SHORT_DASHES) + "]"
_APOSTROPHE = "[" + re.escape(SINGLE_QUOTES) + "]"
_WRAP = r"(?:[^\S\n]*\n[^\S\n]*)?"
_IN_NUMBER = r"[.,'’:/·—]"
_GROUP_SPACE = "[ \u00a0\u2009\u202f]"
# What stands before and behind a place that lies inside a word or a number.
_INSIDE = tuple(
    (re.compile(rf"(?:{before})\Z"), re.compile(behind))
    for before, behind in (
        (rf"[^\W{SPACELESS}]", rf"[^\W{SPACELESS}]"),
        (rf"\w{_APOSTROPHE}", r"\w"),
        (r"\w", rf"{_APOSTROPHE}\w"),
        (rf"\w{_DASH}{_WRAP}", r"\w"),
        (r"\w", rf"{_DASH}{_WRAP}\w"),
        (rf"\d{_IN_NUMBER}", r"\d"),
        (r"\d", rf"{_IN_NUMBER}\d"),
        (rf"(?:{_DASH}|[+±<>≤≥~≈$€£¥₸])", r"\d"),
        (r"\d", r"[%‰°$€£¥₸²³½⅓¼⅔¾]"),
        (rf"(?<![\d.,])\d{{1,3}}(?:{_GROUP_SPACE}\d{{3}})*{_GROUP_SPACE}", r"\d{3}(?!\d)"),
        (rf"(?<![\d.,])\d{{1,3}}(?:{_GROUP_SPACE}\d{{3}})*", rf"{_GROUP_SPACE}\d{{3}}(?!\d)"),
    )
)
_UNSEEN = re.compile(rf"{SOFT_HYPHEN}{_WRAP}|[{ZERO_WIDTH}]")


def holds_negation(text: str) -> bool:
    """Whether a word such as “not” stands in a text (English, French, German, Spanish and Russian are known)."""
    return bool(_HOLDS_NEGATION.search(text))


def cut_fault(text: str, start: int, end: int) -> str:
    """Why words may not be cut out of a text at these places: inside a word or number, or behind a “not”."""
    if _inside(text, start):
        return "The quotation would begin inside a word or a number."
    if _inside(text, end):
        return "The quotation would end inside a word or a number."
    return ""


def negation_fault(text: str, start: int) -> str:
    """Why a quotation may not begin here: the word before it is a negation, without which it says the opposite."""
    before = text[max(start - _WINDOW, 0) : start]
    found = _NEGATION_BEFORE.search(before)
    if not found or _BLANK_LINE.search(found[0]) or _ALONE_ON_ITS_LINE.search(before):
        return ""
    word = found[0].split()[0] if found[0].split() else found[0]
    return f"In the document “{word}” stands right before these words; begin the quotation with it."


def omission_fault(text: str, start: int, end: int) -> str:
    """Why `[…]` may not stand for the characters from `start` to `end` of a text.

    An omission is short, stays in its paragraph, does not splice the beginning of one sentence to the end of another,
    and leaves no negation out of a sentence that is quoted in part.
    """
    gap = text[start:end]
    if len(gap) > MAX_LEFT_OUT:
        return f"The words round “[…]” stand {len(gap):,} characters apart; at most {MAX_LEFT_OUT} may be left out."
    if _BLANK_LINE.search(gap):
        return "The words round “[…]” stand in two paragraphs; make two quotations of them."
    before = text[max(start - _WINDOW, 0) : start].rstrip()
    ends = [match.end() for match in _SENTENCE_END.finditer(gap)]
    head, tail = (gap[: ends[0]], gap[ends[-1] :]) if ends else (gap, gap)
    whole_before = any(match.end() == len(before) for match in _SENTENCE_END.finditer(before))
    whole_before = whole_before or (bool(ends) and not re.search(r"\w", head))
    whole_behind = bool(ends or whole_before) and not re.search(r"\w", tail)
    if ends and not whole_before and not whole_behind:
        return "“[…]” would join parts of two sentences to one; make two quotations of them."
    if holds_negation(tail if whole_before else f"{head} {tail}"):
        return "A negation stands among the words left out by “[…]”; quote it."
    return ""


def replacement_fault(text: str, start: int, end: int, inserted: str) -> str:
    """Why `[inserted]` may not stand for the characters from `start` to `end` of a text.

    It stands for nothing, for itself where the text prints the brackets, or for at most `MAX_REPLACED` words of one
    sentence, among them no number and no negation. `[sic]` stands for nothing.
    """
    gap = " ".join(text[start:end].split())
    if not gap or gap == f"[{inserted}]":
        return ""
    words = re.findall(r"\w+", gap)
    if len(words) > (0 if inserted.casefold() == "sic" else MAX_REPLACED):
        return (
            f"“[{inserted}]” would replace “{gap[:_WINDOW]}”; at most {MAX_REPLACED} words may be, and none by [sic]."
        )
    if _SENTENCE_END.search(gap):
        return f"“[{inserted}]” would replace the end of a sentence."
    if holds_negation(gap) or re.search(r"\d", digits_for_words(gap.casefold())):
        return f"“[{inserted}]” would replace “{gap}”, which holds a number or a negation; quote it."
    return ""


def _inside(text: str, place: int) -> bool:
    # Marks belong to the letter before them.
    before = "".join(sign for sign in text[max(place - _WINDOW, 0) : place] if unicodedata.category(sign)[0] != "M")
    before = _UNSEEN.sub("", before)
    behind = _UNSEEN.sub("", text[place : place + _WINDOW])
    if behind and unicodedata.category(behind[0])[0] == "M":
        return True
    return any(left.search(before) and right.match(behind) for left, right in _INSIDE)
