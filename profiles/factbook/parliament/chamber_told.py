"""What a text of 1990 to 1995 tells under a chamber's name: days of votes, shares of the vote, seats, their filling.

“last held 3 May 1991 (next to be held May 1995); results - AB 60%, CD 40%; seats - (40 total, 36 elected) AB 20, CD 16”
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from profiles.factbook.edition.piece import Piece, Refused
from profiles.factbook.edition.texts import short, split_outside
from profiles.factbook.executive.elections import says_no_date
from profiles.factbook.parliament.chamber_days import chamber_polls
from profiles.factbook.parliament.chamber_prose import chamber_in_brackets
from profiles.factbook.parliament.results import Tally, looks_like_list, read_tally
from profiles.factbook.parliament.seat_ways import blocks_of, term_in
from profiles.factbook.parliament.seats import (
    Block,
    Chamber,
    against_seats,
    chamber_names,
    check_blocks,
    parted_by_sum,
    with_tally,
    within,
)

RESULTS = re.compile(r"[;,.]?\s*\bresults?\s*(?:[-–:]+|were\b)\s*|;\s*(?=percent of (?:the )?votes?\b)", re.I)
_SEATS = re.compile(
    r"[;,.:]?\s*(?:\b(?:current|estimated) )?\b(?:total )?seats\b"
    r"(?:[^-–:;()%]{0,40}[-–:]+\s*(?=\S)|\s*(?=\(\s*\d[\d,]* total\b))"
    r"|[;,]\s*(?=\(\d+ total\b)|[;,]?\s*\bresults?\s*[-–:]+\s*(?=\(\d[\d,]* seats)",
    re.I,
)
_TOTAL = re.compile(
    r"\(\s*(?P<loose>(?:total |usually |about |approximately )*)(?P<total>\d[\d,]*)\s*(?:seats |members )?"
    r"(?:total|seats|members)?\b(?P<inside>[^()]*)\)\s*[,;:-]*\s*"
    r"(?P<behind>(?:\d+ (?:directly |popularly |indirectly )?(?:elected|appointed)\s*[-–,;:]*\s*)*)",
    re.I,
)
_PLAIN_TOTAL = re.compile(r"(?P<loose>)(?P<total>\d[\d,]*) \(?total\b\)?(?P<inside>)(?P<behind>)\s*[,;:-]*\s*", re.I)
_NOTHING = re.compile(
    r"(?:the )?(?:number|percent(?:age)?|distribution|breakdown)? ?(?:of )?(?:popular )?(?:seats?|votes?)? ?"
    r"(?:(?:by|for each) )?(?:part(?:y|ies))? ?[-–]* ?(?:is |are )?(?:NA%?|unknown|undetermined|not available|none)?"
    r"|\(NA total\).*|[a-z ]+ - number of seats by [a-z ]+ NA",
    re.I,
)
_SHARE_HEAD = re.compile(
    r"^(?:(?:the )?percent(?:age)? of (?:the )?(?:popular |total |valid )?votes?(?: by party)?(?: \([^()]*\))?"
    r"\s*[-–:;]*\s*)",
    re.I,
)
_ROUND_HEAD = re.compile(r"^\(?(?P<round>(?:first|second) (?:ballot|round))\)?\s*[-–:]*\s*(?=[A-Z])", re.I)
# Words before the first party: “number of seats by party AB 3”, “including AB 3”, “seats elected - AB 3”.
_SEATS_HEAD = re.compile(
    r"^(?:[-–]\s*)?(?:(?:the )?(?:number|percent|distribution|breakdown) of seats (?:by|for each) party\s*[-–;:]?\s*"
    r"|including\s+|seats [a-z ]{3,30}- )(?=[A-Z])"
)
# Behind a list another begins, of another day or kind.
_OTHER_LIST = re.compile(
    r"(?:the |as of |(?:total |new |present )?seats\b|current |since |now |(?:in)?direct,|elections? )"
)
_NOTE = re.compile(r";?\s*\(?\bnote\b ?[-–:]+ ?.*?(?=;\s*(?:results?|seats)\b|$)", re.I)


def without_note(piece: Piece, text: str, refused: list[Refused]) -> str:
    """The text without its notes up to its results or seats; those are refused."""
    refused += [Refused(piece.name, note.strip(" ;"), "A note.", piece.locator) for note in _NOTE.findall(text)]
    return _NOTE.sub("", text).strip(" ;,")


def told(chamber: Chamber, label: str, piece: Piece, refused: list[Refused]) -> Chamber:
    """The chamber with the votes, results and seats that a text tells."""
    text = without_note(piece, piece.text, refused)
    opened = re.match(r"\(([^()]+)\)[;,]?\s*", text)
    if opened:
        more = chamber_names(f"X ({opened[1]})")[1]
        chamber = replace(chamber, others=tuple(dict.fromkeys((*chamber.others, *more))))
        text = text[opened.end() :]
    chamber = _called(chamber, label)
    before = chamber
    held, results, seats = _sections(text)
    chamber = _described(chamber, held, piece)
    polls = chamber_polls(held, piece, chamber.name, refused)
    if not polls and re.search(r"\bheld\b", held) and not says_no_date(held):
        refused.append(Refused(piece.name, held, "No date of an election was found.", piece.locator))
    if not polls and not results and not seats and chamber == before and not says_no_date(held):
        refused.append(Refused(piece.name, text, "Nothing that we read of a chamber.", piece.locator))
    chamber = replace(chamber, polls=(*chamber.polls, *polls), locator=piece.locator)
    if results:
        chamber = _with_shares(chamber, results, piece, refused)
    return _with_seats(chamber, seats, piece, refused) if seats else chamber


def _called(chamber: Chamber, label: str) -> Chamber:
    """The chamber with the names of a label that it has not yet."""
    first, others = chamber_names(label)
    others = () if chamber.others else others
    known = {name.casefold() for name in (chamber.name, *chamber.others)}
    names = [name for name in (first, *others) if name and name.casefold() not in known]
    if names and chamber.name:
        return replace(chamber, others=(*chamber.others, *names))
    return replace(chamber, name=names[0], others=(*chamber.others, *names[1:])) if names else chamber


def _sections(text: str) -> tuple[str, str, str]:
    """What a text says of the day, of the shares of the vote, and of the seats."""
    seats = _SEATS.search(text)
    before = text[: seats.start()] if seats else text
    results = RESULTS.search(before)
    held = before[: results.start()] if results else before
    return (
        held.strip(" ;,"),
        before[results.end() :].strip(" ;,") if results else "",
        text[seats.end() :] if seats else "",
    )


def _described(chamber: Chamber, held: str, piece: Piece) -> Chamber:
    """The chamber with what stands before “elections last held”: members, ways of filling, term."""
    about = re.split(r"\b(?:elections? )?(?:first |last )held\b", held)[0].strip(" ;,")
    if not re.search(r"consists? of|composed of|members?\b|-year", about):
        return chamber
    about = re.sub(r"\b(members|seats) \((\d[^()]*\d[^()]*)\)", r"\1; \2", about)
    if chamber.seats is None:
        read = chamber_in_brackets(chamber.name, about, piece)
        if read.seats is not None:
            chamber = replace(
                chamber, seats=read.seats, blocks=read.blocks, warnings=(*chamber.warnings, *read.warnings)
            )
    return replace(chamber, term_years=chamber.term_years or term_in(about))


def _with_shares(chamber: Chamber, text: str, piece: Piece, refused: list[Refused]) -> Chamber:
    if _NOTHING.fullmatch(text):
        return chamber
    listed = _SHARE_HEAD.sub("", text)
    if _NOTHING.fullmatch(listed):
        return chamber
    late = _ROUND_HEAD.match(listed)
    listed = listed[late.end() :] if late else listed
    if not looks_like_list(listed):
        refused.append(Refused(piece.name, text, "No list of results.", piece.locator))
        return chamber
    heading = "percent of vote" if listed != text else ""
    tally = read_tally(listed, "share", f"{heading} {late['round']}" if late else heading)
    return _with_tally(chamber, tally, piece, refused)


def _with_seats(chamber: Chamber, text: str, piece: Piece, refused: list[Refused]) -> Chamber:
    total = _TOTAL.match(text) or _PLAIN_TOTAL.match(text)
    if total:
        number = int(total["total"].replace(",", ""))
        notes = [f"Two numbers of seats: {chamber.seats} and {number}."] if chamber.seats not in (None, number) else []
        notes += ["The number of seats is not fixed."] if "total" not in total["loose"] and total["loose"] else []
        found = _blocks(f"{total['inside']}, {total['behind']}", number, notes)
        if chamber.seats is None or not chamber.blocks:
            printed = short(f"{chamber.name} - seats - {text}")
            blocks = check_blocks(number, found, notes)
            chamber = replace(chamber, seats=number, blocks=blocks, printed=printed)
        chamber = replace(chamber, warnings=(*chamber.warnings, *notes))
        text = text[total.end() :]
    parts = [part for part in split_outside(text, ";") if not _NOTHING.fullmatch(part.strip(" ,."))]
    listed, rest = _list_and_rest(parts)
    if rest:
        refused.append(Refused(piece.name, rest, "Words behind a list of seats.", piece.locator))
    return _with_tally(chamber, read_tally(listed, "seats"), piece, refused) if listed else chamber


def _blocks(ways: str, number: int, notes: list[str]) -> list[Block]:
    """The ways of filling that are printed with the total; none where one is of more seats than there are."""
    above = re.search(r"(\d+) (?:\w+ )?(?:elected|appointed)", ways)
    if above and int(above[1]) > number:
        notes.append(f"Of {number} seats {above[1]} would be filled in one way.")
        return []
    return blocks_of(ways, number) if re.search(r"\d", ways) else []


def _list_and_rest(parts: Sequence[str]) -> tuple[str, str]:
    """The first list of seats without its heading, and what stands behind it."""
    ends = next(
        (
            place
            for place, part in enumerate(parts)
            if place and (_OTHER_LIST.match(part) or not read_tally(part, "seats").lines)
        ),
        len(parts),
    )
    return _SEATS_HEAD.sub("", "; ".join(parts[:ends])), "; ".join(parts[ends:])


def _with_tally(chamber: Chamber, tally: Tally, piece: Piece, refused: list[Refused]) -> Chamber:
    tally = parted_by_sum(within(tally, chamber.seats), chamber.seats, chamber.blocks)
    refused += [Refused(piece.name, item, "No party with a result.", piece.locator) for item in tally.unread]
    notes = against_seats(tally, chamber.seats, chamber.blocks)
    polls = tuple(with_tally(list(chamber.polls), tally, piece, chamber.name))
    return replace(chamber, polls=polls, warnings=(*chamber.warnings, *notes))
