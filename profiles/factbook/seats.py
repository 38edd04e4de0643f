"""What a chamber is, and what both ways of printing chambers share: names, blocks of seats, sums, lists of parties."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from profiles.factbook.days import Day
from profiles.factbook.elections import Poll
from profiles.factbook.layout import Piece
from profiles.factbook.results import Tally
from profiles.factbook.texts import brackets, one_line, short, without_brackets

_NAMES = re.compile(r"\s+or\s+(?:the\s+)?|\s*/\s*(?=[A-Z])")
# Words that no name has: “, commonly called the Diet”, “Senaat in Dutch, Senat in French”.
_ASIDE = re.compile(r",?\s+(?:usually|commonly|generally|also|often) (?:referred to as|known as|called)\b(?: the)?.*$")
_TONGUE = re.compile(r"(?:in )?[A-Z]\w+(?:ish|ese|ic|ench|utch|rman|lian|sian|nian)")
_LANGUAGE = re.compile(r"\s+in [A-Z]\w+(?:,\s*|$)")


@dataclass(frozen=True)
class Block:
    """Seats filled in one way.

    `method` is a method of seat blocks, '' where the words do not say; `derived` is our reckoning.
    """

    seats: int
    method: str
    chosen_by: str
    printed: str
    derived: str = ""


@dataclass(frozen=True)
class Chamber:
    """One chamber, or a parliament of one. `house` is upper, lower or single; `others` other names of it."""

    name: str
    others: tuple[str, ...]
    parliament: str
    house: str
    seats: int | None
    blocks: tuple[Block, ...]
    system: str
    scope: str
    term_years: Decimal | None
    polls: tuple[Poll, ...]
    women: Piece | None
    printed: str
    locator: str
    warnings: tuple[str, ...]


def chamber_names(text: str) -> tuple[str, tuple[str, ...]]:
    """The first name and the others: “Senate (Sénat)”, “House of Commons or Chambre des Communes”."""
    flat = re.sub(r"\((in [A-Z]\w+)\)", r"\1", one_line(text))
    inside = [content for _, _, content in brackets(flat)]
    names = [one_line(name).strip(" ,;:-") for name in _NAMES.split(_ASIDE.sub("", without_brackets(flat)))]
    names = [part.strip(" ,") for name in names for part in _LANGUAGE.split(name) if part.strip(" ,")] or [flat]
    if len(names) == 1:
        names = [name.strip() for name in re.split(r"\s+-\s+", names[0])]
    others = [*names[1:], *(re.sub(r"^(?:or|known as|called)\s+", "", other) for other in inside)]
    kept = dict.fromkeys(
        other for other in others if other != names[0] and re.match(r"[^\W\d_a-z](?!.*\d)", other)
        and not (other in inside and _TONGUE.fullmatch(other))
    )  # fmt: skip
    return names[0], tuple(kept)


def check_blocks(total: int | None, blocks: list[Block], notes: list[str]) -> tuple[Block, ...]:
    """The blocks; a note is added where they do not come to the total."""
    filled = sum(block.seats for block in blocks)
    if total is not None and blocks and filled != total:
        notes.append(f"The ways of filling come to {filled}, the seats to {total}.")
    return tuple(blocks)


def against_seats(tally: Tally, seats: int | None) -> list[str]:
    """A note where the seats of a list do not come to those of the chamber."""
    won = sum(line.seats or 0 for line in tally.lines)
    if tally.counted == "seats" and tally.lines and seats and won != seats:
        return [f"The parties' seats come to {won}, the chamber's to {seats}."]
    return []


def within(tally: Tally, seats: int | None) -> Tally:
    """The list without lines of more seats than the chamber has, which are no seats (a year behind a party)."""
    odd = [line for line in tally.lines if seats and (line.seats or 0) > seats]
    kept = tuple(line for line in tally.lines if line not in odd)
    return replace(tally, lines=kept, unread=(*tally.unread, *(line.printed for line in odd))) if odd else tally


def with_tally(polls: list[Poll], tally: Tally, piece: Piece, name: str) -> list[Poll]:
    """The list put with the last vote held, or with one whose day is not known."""
    if not tally.lines:
        return polls
    places = [index for index, poll in enumerate(polls) if poll.state == "held"]
    if not places:
        note = ("No date is printed.",)
        return [*polls, Poll(name, "held", Day("", ""), None, (tally,), None, short(piece.text), piece.locator, note)]
    last = polls[places[-1]]
    changed = list(polls)
    changed[places[-1]] = replace(last, tallies=(*last.tallies, tally))
    return changed
