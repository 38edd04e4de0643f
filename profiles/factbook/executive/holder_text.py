"""The text on who holds which post, cut into pieces of one holder or remark each; brackets are put in pairs."""

import re
from dataclasses import dataclass

from profiles.factbook.edition.days import DAY
from profiles.factbook.edition.texts import one_line, split_outside, without_brackets

_NOTE = re.compile(r"(?<!\w)\(?note(?: ?\d+)?\)? ?(?:-+|–|—|:)+ ?", re.I)
# A bracket that the next holder's bracket shows to be left open, and one that was never opened.
_UNCLOSED = re.compile(r"\((since [^()]{4,40});(?=\s*[A-Z][^()]*\()")
_NEVER_OPENED = re.compile(r"(?<=[\w.]) ((?:born|since) [^();]{4,40}\))")
_EARLY_END = re.compile(r"(?<!\));\s*(?=\((?:[^()]*\b)?(?:since|born)\b)")
# A day that no bracket holds: “Ana TORRENT, since 5 May 1990”.
_BARE_DAY = re.compile(rf",\s+((?:since )?(?:early |late |NA )?{DAY})(?=\s*(?:[;(]|$))")
_GAP = re.compile(r"\*{2,}[^*;]{1,60}\*{2,}")  # a text maker's words for an entry that is not there
# The next holder begins right behind a bracket with a day, without a sign between.
_RUN_ON = re.compile(r"(\([^()]*\bsince\b[^()]*\))\s+(?=[A-Z][a-z])")
_NEXT = r"(?:[A-Z'‘’`]|\d(?:st|nd|rd|th) )"
_SHARED = re.compile(rf"\)\s*(?:,\s*(?:and\s+)?|and\s+)(?=[\"(\[]|{_NEXT})|\)\s+and\s+(?={_NEXT})")
_OTHERS = re.compile(
    r"^(?:and )?(?:the )?other members of the (?P<body>[a-z][a-z -]*?)\s*(?:\([^()]*\)\s*)?"
    r"(?P<more>(?:presidency|council|rotat\w+|are|include|every|\s)*)(?:\([^()]*\)\s*)?:\s*(?=\S)"
)
_SIZE = re.compile(r"\b(?:\w+-(?:member|man)|rotating|collective|joint)\b\s*")


@dataclass(frozen=True)
class Segment:
    """One holder or remark; `members_of` names the body where a heading “other members of …” stands before it."""

    text: str
    members_of: str = ""
    heading: str = ""

    @property
    def is_note(self) -> bool:
        """Whether it begins as a note."""
        return self.text.lower().startswith("note - ")


def segments(text: str) -> list[Segment]:
    """The pieces between semicolons, and between a closed bracket and a comma or “and” with a new name behind."""
    found: list[Segment] = []
    body = ""
    for piece in split_outside(_mended(text), ";"):
        for part in _parts(piece):
            plain = re.sub(r"^and\s+", "", part.strip())
            others = _OTHERS.match(plain)
            if others:
                body = one_line(_SIZE.sub("", f"{others['body']} {others['more']}".replace("rotating", "")))
                body = re.sub(r" (?:are|include|rotate|every)\b.*", "", body)
                found.append(Segment(plain[others.end() :], body, others[0].strip(" :")))
            elif plain.strip(" ,;.-–"):
                found.append(Segment(plain, body))
    return found


def _parts(piece: str) -> list[str]:
    """A piece cut behind brackets that end a holder: those with a day, or behind a name in capitals."""
    if piece.lower().startswith("note - "):
        return [piece]
    parts, start = [], 0
    for match in _SHARED.finditer(piece):
        before = piece[start : match.start() + 1]
        if re.search(r"\d|\bsince\b|\bvacant\b|\bNA\b", before) or re.search(r"[A-Z]{2}", without_brackets(before)):
            parts.append(before)
            start = match.end()
    return [*parts, piece[start:]]


def _mended(text: str) -> str:
    """The text on one line, its notes parted off, and its brackets in pairs where the slip is plain."""
    text = _GAP.sub(" ", one_line(text).replace("[so-called]", ""))
    text = _UNCLOSED.sub(r"(\1);", re.sub(r"\bsince(?=\d)", "since ", text))
    text = _EARLY_END.sub(" ", text)
    text = _BARE_DAY.sub(
        lambda day: day[0] if text.count("(", 0, day.start()) > text.count(")", 0, day.start()) else f" ({day[1]})",
        text,
    )
    text = _closed(_NOTE.sub("; note - ", text))
    text = re.sub(r"(\([^()]*\bsince\b[^()]*\)),?\s+(?=(?:and )?(?:the )?other members\b)", r"\1; ", text)
    return _RUN_ON.sub(r"\1; ", text)


def _closed(text: str) -> str:
    """Closing brackets without an opening one: opened before “since”, else dropped."""
    depth, start = 0, 0
    for index, sign in enumerate(text):
        if sign == "(":
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
            start = index + 1 if not depth else start
        elif sign == ")":
            span = _NEVER_OPENED.search(text, start, index + 1)
            if span and span.end() == index + 1:
                return _closed(f"{text[: span.start()]} ({span[1]}{text[index + 1 :]}")
            return _closed(text[:index] + text[index + 1 :])
    return text
