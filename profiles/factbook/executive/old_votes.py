"""Votes for heads of state and government as editions before 1997 print them: behind a label, or behind the holder.

“last held 7 May 1988 (next to be held May 1993); results - Ana TORRENT 61%, Bo LIND 39%” stands under the label
“President” of a field on elections, or goes on behind “President Ana TORRENT (since 1988); election last held …”.
"""

import re

from profiles.factbook.edition.piece import Piece, Refused
from profiles.factbook.edition.texts import one_line, split_outside
from profiles.factbook.executive.elections import POST, Poll, polls_in
from profiles.factbook.executive.outcomes import read_results, with_results
from profiles.factbook.parliament.results import is_unknown

_BEGINS = re.compile(
    r"(?:the )?(?:presidential |general |last |first |next |popular )?(?:elections?\b.*\b(?:held|scheduled|was|were)\b"
    r"|(?:last|next|first|to be)(?: to be)? held\b)|results?\s*(?:[-:–—]|were\b)|(?:percent|share) of [^-;]*vote",
    re.I,
)
_HOLDER = re.compile(r"(?!note\b|results?\b|election)[A-Z].*[A-Z]{2}.*\((?:[^()]*\bsince\b|vacant)")
# A vote that names its own post, whoever's text it stands in.
_POSTS = {"presidential": "president", "vice presidential": "vice president", "gubernatorial": "governor"}
_OWN_POST = re.compile(rf"(?:the )?({'|'.join(_POSTS)}) elections? ", re.I)
_FOR_POST = re.compile(rf"(?<=;)\s*(?=(?:{'|'.join(_POSTS)}) elections? (?:last |first )?held\b)", re.I)
# “… (since 11 March 1994) election last held …”: no sign parts the vote from the holder; a bracket may be left open.
_RUN_ON = re.compile(r"(?<=[\d)])\s+(?=(?:presidential )?election (?:last |first |run-?off )?held\b)", re.I)
_ROUND = re.compile(r"(?:an? )?(?:run-?off|(?:first|second) round|by-?election)", re.I)
# The vote for another body, named within the text on this one: “… October 1991 Supreme Hall: last held …”.
_OTHERS = re.compile(
    r"\s(?=(?:[A-Z][\w'’]+ ){1,5}?[A-Z][\w'’]+: (?:note - )?(?:last|first|next|to be) (?:to be )?held\b)"
)
_RESULTS = re.compile(r"(?:^|[;,.)])\s*(?:the )?(?:election )?results?\s*(?:were\s*)?(?:-+|:|–|—)\s*", re.I)


def parted(text: str) -> tuple[str, str]:
    """What a text says of holders, and what it says of the votes behind them ('' where it says nothing)."""
    text = one_line(text)
    held: list[str] = []
    told: list[str] = []
    for segment in split_outside(_RUN_ON.sub(lambda gap: _closing(text, gap.start()), text), ";"):
        voting = bool(_BEGINS.match(segment)) or bool(told and not _HOLDER.match(segment))
        (told if voting else held).append(segment)
    return "; ".join(held), "; ".join(told)


def _closing(text: str, place: int) -> str:
    before = text[:place]
    return "); " if before.count("(") > before.count(")") else "; "


def post_of(text: str) -> str:
    """The post that a label or a text on holders names first, in small letters; the president's where it names none."""
    found = POST.search(text)
    return found[1].lower() if found else "president"


def read_old_votes(piece: Piece, post: str) -> tuple[list[Poll], list[Refused]]:
    """The votes for one post that a text tells of, with their results. Never raises."""
    parts = _FOR_POST.split(re.sub(r"\s*(?:--+|—)\s*", " - ", one_line(piece.text)))
    read = [_read_vote(Piece(piece.name, part.strip(" ;"), piece.locator), post) for part in parts]
    return [poll for polls, _ in read for poll in polls], [left for _, refused in read for left in refused]


def _read_vote(piece: Piece, post: str) -> tuple[list[Poll], list[Refused]]:
    text = piece.text
    named = _OWN_POST.match(text)
    post = _POSTS[named[1].lower()] if named else post
    cut = _RESULTS.search(text)
    if cut:
        before, after = text[: cut.start() + 1], _OTHERS.split(text[cut.end() :], maxsplit=1)[0]
    else:
        # What stands behind the days without the word “results” tells of them too.
        said = split_outside(text, ";")
        days = [part for part in said if _BEGINS.match(part) or _ROUND.match(part)]
        before, after = "; ".join(days), "; ".join(part for part in said if part not in days)
    polls = polls_in(before, piece.locator, post)
    refused: list[Refused] = []
    if after:
        results, refused = read_results(Piece(piece.name, after, piece.locator), post)
        polls = with_results(polls, results)
    if not polls and not refused and not is_unknown(text):
        refused = [Refused(piece.name, piece.text, "No vote was found.", piece.locator)]
    return polls, refused
