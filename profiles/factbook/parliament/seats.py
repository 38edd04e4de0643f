"""What a chamber is, and what both ways of printing chambers share: names, blocks of seats, sums, lists of parties."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from profiles.factbook.edition.days import Day
from profiles.factbook.edition.layout import Piece
from profiles.factbook.edition.texts import brackets, one_line, short, split_outside, without_brackets
from profiles.factbook.executive.elections import Poll
from profiles.factbook.parliament.results import Tally

_NAMES = re.compile(r"\s+or\s+(?:the\s+)?|\s*/\s*(?=[A-Z])")
# Words that no name has: “, commonly called the Diet”, “Senaat in Dutch, Senat in French”.
_ASIDE = re.compile(r",?\s+(?:usually|commonly|generally|also|often) (?:referred to as|known as|called)\b(?: the)?.*$")
_TONGUE = re.compile(r"(?:in )?[A-Z]\w*(?:ish|ese|ic|ench|utch|rman|lian|sian|nian)")
_CALLED = re.compile(
    r"^(?:or|(?:(?:sometimes|usually|commonly|generally|also|often) )?(?:known as|called|referred to as))\s+(?:the\s+)?"
)
_JOINT = re.compile(r"(?P<first>.*[^\W\d_]\S*) (?P<seats>\d{1,3}) (?P<second>[^\W\d_].*)")
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
    """One chamber, or a parliament of one. `others` are other names of it.

    `house` is upper, lower, single, whole (a parliament of two, of which something is told as of one) or ''.
    """

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
    spoken = [part for other in inside for part in by_language(other)]
    others = [*names[1:], *(_CALLED.sub("", other) for other in spoken)]
    kept = dict.fromkeys(
        other for other in others if other != names[0] and re.match(r"[^\W\d_a-z](?!.*\d)", other)
        and not (other in inside and _TONGUE.fullmatch(other))
    )  # fmt: skip
    return names[0], tuple(kept)


def by_language(inside: str) -> list[str]:
    """The names of “Flemish - Senaat, French - Senat” and “Hof in Dutch and Cour in French”; else the one."""
    parts = [part.partition(" - ") for part in split_outside(inside, r",\s*")]
    if all(dash and _TONGUE.fullmatch(language) for language, dash, _ in parts):
        return [name.strip() for _, _, name in parts]
    behind = re.split(r"\s+in ([A-Z]\w+)(?:,?\s+and\s+|,\s+|$)", inside)
    if len(behind) > 2 and not behind[-1] and all(map(_TONGUE.fullmatch, behind[1::2])):
        return behind[:-1:2]
    return [inside]


def check_blocks(total: int | None, blocks: list[Block], notes: list[str]) -> tuple[Block, ...]:
    """The blocks; a note is added where they do not come to the total."""
    filled = sum(block.seats for block in blocks)
    if total is not None and blocks and filled != total:
        notes.append(f"The ways of filling come to {filled}, the seats to {total}.")
    return tuple(blocks)


def _sums(seats: int | None, blocks: Iterable[Block]) -> set[int]:
    """What the seats of a list may come to: all, those that are directly elected, and those that are elected."""
    filled = [(block.method, block.seats) for block in blocks]
    direct = sum(number for method, number in filled if method == "directly_elected")
    elected = direct + sum(number for method, number in filled if method == "indirectly_elected")
    return {total for total in (seats, direct, elected) if total}


def against_seats(tally: Tally, seats: int | None, blocks: Iterable[Block]) -> list[str]:
    """A note where the seats of a list come neither to those of the chamber nor to those that are elected."""
    won = sum(line.seats or 0 for line in tally.lines)
    if tally.counted == "seats" and tally.lines and seats and won not in _sums(seats, blocks):
        return [f"The parties' seats come to {won}, the chamber's to {seats}."]
    return []


def parted_by_sum(tally: Tally, seats: int | None, blocks: Iterable[Block]) -> Tally:
    """The list with “AB 10 Unity 4” as two lines, where the number inside is what the sum lacks to a total."""
    won = sum(line.seats or 0 for line in tally.lines)
    lacking = {total - won for total in _sums(seats, blocks) if total > won} if tally.counted == "seats" else set()
    joint = [
        (place, two)
        for place, line in enumerate(tally.lines)
        if (two := _JOINT.fullmatch(line.label)) and int(two["seats"]) in lacking
    ]
    if len(joint) != 1:
        return tally
    place, two = joint[0]
    line = tally.lines[place]
    first = replace(line, label=two["first"], seats=int(two["seats"]), printed=f"{two['first']} {two['seats']}")
    second = replace(line, label=two["second"], printed=f"{two['second']} {line.seats}")
    note = f"“{short(line.printed)}” is read as two, as the sum tells."
    lines = (*tally.lines[:place], first, second, *tally.lines[place + 1 :])
    return replace(tally, lines=lines, warnings=(*tally.warnings, note))


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
