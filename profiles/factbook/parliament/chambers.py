"""Parliaments: chambers, their seats by way of filling, terms, elections and results by party.

The last edition has a field for each; older ones one text, which `chamber_prose` takes apart.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from profiles.factbook.edition.layout import Piece, Refused
from profiles.factbook.edition.texts import one_line, short, split_outside, without_notes
from profiles.factbook.executive.elections import Poll, held, says_no_date, scheduled, term_of
from profiles.factbook.parliament.chamber_old import is_old, read_old
from profiles.factbook.parliament.chamber_prose import read_prose
from profiles.factbook.parliament.results import Tally, is_unknown, read_tally
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

_OF_2026 = {
    "directly elected": "directly_elected",
    "indirectly elected": "indirectly_elected",
    "appointed": "appointed",
    "ex-officio": "ex_officio",
    "ex officio": "ex_officio",
    "reserved": "reserved",
}
_GOES_ON = re.compile(r"[A-Z][\w'’]* ?[-–] ?(?:last held|percent of vote|seats by)")
LAST_OLD = 1995  # until then elections and results of chambers stand under the chambers' names
_HOUSE = re.compile(r"\b(upper|lower)\b(?: (?:house|chamber))?", re.I)


def read_chambers(pieces: Sequence[Piece], year: int) -> tuple[list[Chamber], list[Refused]]:
    """The chambers that the pieces of “Legislative branch …” fields describe, in the order printed."""
    refused: list[Refused] = []
    groups = _by_field(pieces, refused)
    chambers: list[Chamber] = []
    parliament = one_line(groups.get("Legislative branch", {}).get("legislature name", Piece("", "", "")).text)
    entries = [(piece.part, piece) for piece in pieces if piece.field == "Elections"]
    for field, parts in groups.items():
        prose = parts.get("description") or parts.get("")
        if "number of seats" in parts or "chamber name" in parts:
            chambers.append(_structured(field, parts, parliament, year, refused))
        elif prose and (entries or year <= LAST_OLD or ("elections" not in parts and is_old(prose.text))):
            chambers += read_old(prose, entries, refused)
            entries = []
        elif prose:
            chambers += read_prose(prose, parts, refused)
    if entries:
        chambers += read_old(None, entries, refused)
    refused += [
        Refused("Legislative branch", poll.printed, "Results of a vote whose day is not printed.", poll.locator)
        for chamber in chambers
        for poll in _undated(chamber)
    ]
    return chambers, refused


def _by_field(pieces: Sequence[Piece], refused: list[Refused]) -> dict[str, dict[str, Piece]]:
    """The parts of each field by their label; notes are refused, but where what follows one goes on."""
    groups: dict[str, dict[str, Piece]] = {}
    before = ""
    for piece in pieces:
        if piece.field == "Elections":
            continue
        parts = groups.setdefault(piece.field, {})
        if piece.part == "note" and before in parts and _GOES_ON.search(piece.text):
            # A note between two chambers: what is behind it belongs to the part before it.
            parts[before] = replace(parts[before], text=f"{parts[before].text}\nnote - {piece.text}")
            continue
        if piece.part == "note":
            refused.append(Refused(piece.name, piece.text, "A note.", piece.locator))
        before = piece.part
        first = parts.setdefault(piece.part, piece)
        if first is not piece and not piece.part:  # a row of its own for what goes on
            parts[""] = replace(first, text=f"{first.text}\n{piece.text}")
    return groups


def _undated(chamber: Chamber) -> list[Poll]:
    """The results that belong to no vote of which a day is known."""
    if any(poll.state == "held" and poll.day.edtf for poll in chamber.polls):
        return []
    return [poll for poll in chamber.polls if poll.tallies and not poll.day.edtf]


def _structured(field: str, parts: dict[str, Piece], parliament: str, year: int, refused: list[Refused]) -> Chamber:
    """A chamber of the last edition's form."""
    house = match[1].lower() if (match := _HOUSE.search(field)) else "single"
    names = parts.get("chamber name") or parts.get("legislature name")
    name, others = chamber_names(names.text if names else parliament)
    notes: list[str] = []
    seats: int | None = None
    blocks: tuple[Block, ...] = ()
    if "number of seats" in parts:
        seats, blocks = _seats(parts["number of seats"], notes, refused)
    polls: list[Poll] = []
    if "most recent election date" in parts:
        piece = parts["most recent election date"]
        polls = held(piece.text, piece.locator, name, year)
        if not polls and not says_no_date(piece.text):
            refused.append(Refused(piece.name, piece.text, "No date was found.", piece.locator))
    for label in ("parties elected and seats per party", "parties elected"):
        if label in parts:
            polls = with_tally(polls, _parties(parts[label], seats, blocks, notes, refused), parts[label], name)
    polls += _expected(parts.get("expected date of next election"), name, refused)
    first = next(iter(parts.values()))
    term = parts.get("term in office")
    years = term_of(term.text) if term else None
    if term and years is None and not is_unknown(term.text):
        refused.append(Refused(term.name, term.text, "No length of a term was found.", term.locator))
    return Chamber(
        name,
        others,
        parliament if house != "single" else "",
        house,
        seats,
        tuple(blocks),
        short(_text(parts, "electoral system")),
        short(_text(parts, "scope of elections")),
        years,
        tuple(polls),
        parts.get("percentage of women in chamber"),
        short(name),
        (names or first).locator,
        tuple(notes),
    )


def _text(parts: dict[str, Piece], label: str) -> str:
    return one_line(parts[label].text) if label in parts else ""


def _expected(piece: Piece | None, name: str, refused: list[Refused]) -> list[Poll]:
    if piece is None:
        return []
    polls = scheduled(piece.text, piece.locator, name)
    if not polls and not says_no_date(piece.text):
        refused.append(Refused(piece.name, piece.text, "No date was found.", piece.locator))
    return polls


def _seats(piece: Piece, notes: list[str], refused: list[Refused]) -> tuple[int | None, tuple[Block, ...]]:
    """Total and blocks of “50 (40 indirectly elected; 10 appointed)”."""
    text, note = without_notes(one_line(piece.text))
    match = re.fullmatch(r"(?:up to |about )?([\d,]+)\s*(?:seats?\s*)?(?:\((.*)\))?", text)
    if note:
        refused.append(Refused(piece.name, note, "A note.", piece.locator))
    if not match:
        refused.append(Refused(piece.name, text, "No number of seats that we can read.", piece.locator))
        return None, ()
    total = int(match[1].replace(",", ""))
    blocks = []
    for part in split_outside(match[2] or "", r"[;,]"):
        way = re.fullmatch(r"(?:(all|\d+) )?(.+?)(?: members?| seats?)?", part)
        method = _OF_2026.get(re.sub(r" members?$", "", way[2])) if way else None
        if way and method and (way[1] or part == match[2]):
            blocks.append(Block(total if way[1] in {"all", None} else int(way[1]), method, "", part))
        elif way and way[1] and way[1] != "all":
            blocks.append(Block(int(way[1]), "", "", part))
        else:
            notes.append(f"How the seats are filled is not parted: “{short(part)}”.")
    return total, check_blocks(total, blocks, notes)


def _parties(
    piece: Piece, seats: int | None, blocks: tuple[Block, ...], notes: list[str], refused: list[Refused]
) -> Tally:
    """The seats by party, as far as they are no more than the chamber has."""
    text, note = without_notes(one_line(piece.text))
    if note:
        refused.append(Refused(piece.name, note, "A note.", piece.locator))
    # Between “(22)” and the next name a comma parts as a semicolon does.
    tally = read_tally(
        re.sub(r"\((\d+)\)\s*,\s*", r"(\1); ", text).replace("),", ");") if "(" in text else text, "seats"
    )
    tally = _seats_of_names(text) if not tally.lines or _commas_in_names(text) else tally
    refused += [Refused(piece.name, item, "No party with a number of seats.", piece.locator) for item in tally.unread]
    tally = parted_by_sum(within(tally, seats), seats, blocks)
    notes += against_seats(tally, seats, blocks)
    return tally


def _commas_in_names(text: str) -> bool:
    """Whether commas stand inside the names, so that semicolons alone part them."""
    return any("," in part for part in split_outside(re.sub(r"\((\d+)\)\s*,", r"(\1);", text), ";"))


def _seats_of_names(text: str) -> Tally:
    parts = split_outside(re.sub(r"\((\d+)\)\s*,", r"(\1);", text), ";")
    # A comma inside a name is hidden from the reader of lists.
    tally = read_tally("; ".join(part.replace(", ", "\ue001") for part in parts), "seats")
    shown = tuple(
        replace(line, label=line.label.replace("\ue001", ", "), printed=line.printed.replace("\ue001", ", "))
        for line in tally.lines
    )
    return replace(
        tally, lines=shown, unread=tuple(item.replace("\ue001", ", ") for item in tally.unread), printed=text
    )
