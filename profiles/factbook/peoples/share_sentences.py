"""Short sentences that give a share: “about 50% of the population belong to the Aran tribe”, “Aran spoken by 20%”.

What counts part of the people only (“60% of Belus are Solar”) is no share of the population, nor is what goes on
from it.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from profiles.factbook.peoples.share_figures import Figure
from profiles.factbook.peoples.share_phrases import JOINED, USES
from profiles.factbook.peoples.share_pieces import SIGNS

_ALL = r"(?:the )?(?:(?:total|whole|entire) )?(?:population|people|inhabitants|populace)\b"
_VERBS = (
    r"(?:(?:is|are)(?: (?:of|from))?|belongs?(?: to)?|speaks?|practi[cs]es?|profess(?:es)?|adheres? to|follows?|"
    r"identif(?:y|ies)(?: themselves)? as|consists? of)"
)
# Behind a figure: “of the population”, with a name behind it or nothing.
_OF_ALL_PEOPLE = re.compile(rf"\s*of {_ALL}(?:\s+(?:{_VERBS}\s+)?(?:(?:the|an?)\s+)?(?=[A-Z])|(?=[\s{SIGNS}]*$))")
_AND_THE_NEXT = re.compile(r"\s*(?:to|from) (?:the )?(?=[A-Z])")
_CLAIMED = re.compile(r"\s*(?:self-)?identif(?:y|ies)(?: themselves)? as(?: an?)?(?=\s+\w)")
_REMAINING = re.compile(r"(?:and )?(?:the )?remaining\s*", re.IGNORECASE)
_ARE = re.compile(r"\s+(?:is|are)\s+(?=[A-Z])")
_MAKE_UP = re.compile(
    r"(?<!\beach)\s+(?:(?:together|collectively) )?(?:makes? up|constitutes?|comprises?|composes?|accounts? for|"
    r"represents?)(?: (?:only|some))?\s*$"
)
SPOKEN_BY = re.compile(
    r"^(.+?),?\s+(?:(?:is |are )?(?:widely )?(?:spoken|used|understood) by|"
    r"(?:(?:is|are) )?(?:the |an? )?(?:[\w-]+ ){0,6}(?:languages?|tongues?) of)(?: only| just)?$",
    re.IGNORECASE,
)
# “…, English by 66%” goes on from “Aran is spoken by 95%”.
_BY = re.compile(r"^(?:and )?(.+?)\s+by(?: only| just)?$", re.IGNORECASE)
SAID_BY = re.compile(r"(?:is |are )?(?:also )?(?:(?:widely|commonly) )?(?:spoken|used|understood) by\b", re.IGNORECASE)
# “… so the shares add to more than 100% - Aran 95%, Belu 76%”: the list begins behind the dash.
OVER_A_HUNDRED = re.compile(r"((?:^|;)[^;%]*\b(?:(?:more|greater) than|over|exceed\w*) 100 ?%[^;%-]*?)\s+-\s")
PART_OF_PEOPLE = re.compile(rf"\s*of (?!{_ALL})[\w' -]+?(?: (?:is|are)\b|$)", re.IGNORECASE)


def widened(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a text, each with the words behind it that only say that it is a share of all the people."""
    found: list[Figure] = []
    for figure in figures:
        match = _OF_ALL_PEOPLE.match(text, figure.end) or _CLAIMED.match(text, figure.end)
        if not match and _REMAINING.fullmatch(text, 0, figure.start):
            match = _ARE.match(text, figure.end)
        if not match and found and found[-1].end > figures[len(found) - 1].end:
            match = _AND_THE_NEXT.match(text, figure.end)
        found.append(replace(figure, end=match.end()) if match else figure)
    return found


def spoken_by(head: str, before: str) -> re.Match[str] | None:
    """The name (first group) of what so many speak; `before` is what is printed before it."""
    match = SPOKEN_BY.match(head.strip())
    return match or (_BY.match(head.strip()) if SAID_BY.search(before) else None)


def without_make_up(head: str) -> str:
    """The names before a figure without “make up” and the like behind them."""
    return _MAKE_UP.sub("", head)


def with_uses_joined(chunks: list[str]) -> list[str]:
    """The chunks, with what “a language of commerce” is spoken for besides put back to it."""
    for place, chunk in enumerate(chunks):
        if not USES.search(chunk):
            continue
        behind = list(itertools.takewhile(lambda each: each.strip()[:1].islower(), chunks[place + 1 :]))
        last = next((at for at, each in enumerate(behind, place + 2) if JOINED.match(each)), place + 1)
        return [*chunks[:place], ", ".join(chunks[place:last]), *with_uses_joined(chunks[last:])]
    return chunks
