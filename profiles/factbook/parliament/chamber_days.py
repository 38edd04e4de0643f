"""The days of votes for a chamber, out of words that name other days too.

“last held 20 May 2014 (originally scheduled for 14 April 2014; next to be held in 2020)”, “last held 8 April 1990,
dissolved on 5 April 1992”: only the first day is one of a vote held.
"""

import re
from dataclasses import replace

from profiles.factbook.edition.piece import Piece, Refused
from profiles.factbook.edition.texts import brackets, split_outside
from profiles.factbook.executive.elections import Poll, polls_in

# What became of a chamber, and votes beside its own: days in such words are days of no vote of it.
_BESIDE = re.compile(
    r"\s*[,;]?\s*(?:(?:but|with repeat)\b|(?:(?:was|were) )?(?:dissolved|disbanded|suspended|annulled|prorogued)\b)"
    r"[^;()]*"
)
_OF_A_VOTE = re.compile(r"\bnext\b|run-?off|\bround\b|\bballot\b|(?<!be )\bheld\b", re.I)
_PLANNED = re.compile(r"\b(?:originally|planned|were scheduled|was scheduled|the scheduled|since|can be held)\b", re.I)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def chamber_polls(text: str, piece: Piece, name: str, refused: list[Refused]) -> list[Poll]:
    """The votes for a chamber of that name; words with days of something else are refused."""
    beside: list[str] = []
    plain = text
    for start, end, inside in reversed(list(brackets(text))):
        parts = split_outside(inside, r"[;]")
        kept = [part for part in parts if not _YEAR.search(part) or _tells_vote(part)]
        beside = [part for part in parts if part not in kept] + beside
        if len(kept) < len(parts):
            told = f"({'; '.join(kept)})" if kept else ""
            plain = f"{plain[:start]}{told}{plain[end:]}"
    beside += [match[0].strip(" ,;") for match in _BESIDE.finditer(plain) if _YEAR.search(match[0])]
    polls = polls_in(_BESIDE.sub(_cut, plain), piece.locator, name)
    for words in beside:
        moved = [poll for poll in polls_in(words, piece.locator, name) if poll.state == "moved"]
        polls += moved
        if not moved:
            refused.append(Refused(piece.name, words, "Words beside the day of a vote.", piece.locator))
    if re.search(r"\bindirect\b.*\bdirect\b", plain):  # two votes for one chamber, and no rounds
        polls = [replace(poll, round=None, warnings=()) for poll in polls]
    return polls


def _cut(match: re.Match[str]) -> str:
    return "" if _YEAR.search(match[0]) else match[0]


def _tells_vote(words: str) -> bool:
    return bool(_OF_A_VOTE.search(words)) and ("next" in words or not _PLANNED.search(words))
