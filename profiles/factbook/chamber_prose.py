"""Chambers out of running text: “bicameral Parliament consists of the Senate (50 seats; …) and …”.

A bracket that begins with a number of seats is a chamber, and the words before it are its name. Elections and results
follow in texts of their own, cut by those names.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from profiles.factbook.chamber_votes import with_elections, with_results
from profiles.factbook.layout import Piece, Refused
from profiles.factbook.results import is_unknown, number_of
from profiles.factbook.seat_ways import COUNT, UNIT, blocks_of, term_in
from profiles.factbook.seats import Chamber, chamber_names, check_blocks
from profiles.factbook.texts import brackets, one_line, short, split_outside, without_notes

_SEATS_HEAD = re.compile(
    rf"^[^;]{{0,80}}?(?:; )?(?<![\w,.]){COUNT}(?:[- ](?:voting|statutory|elected|total))* ?{UNIT}\b(?: total)?"
    rf"|^\d[\d,]*$",
    re.I,
)
_LOOSE_SEATS = re.compile(
    rf"^(?P<name>[^;:(]*?)(?:[;,:]|\s+(?:consisting|made up|composed) of|\s+with"
    rf"|\s+-)\s*(?P<inside>{COUNT} {UNIT}\b.*)$",
    re.I,
)
_NOT_FIXED = re.compile(
    r"minimum|maximum|up to|at least|vary|varies|approximately|not fixed|usually|nominal|not more than"
    r"|based on population",
    re.I,
)

_STRUCTURE = re.compile(r"\b(uni|bi|tri)cameral\b", re.I)
_LEAD = re.compile(
    r"^.*?\b(?:consists? of|consisted of|consisting of|comprises|composed of|made up of|known as|includes)\b:?\s*"
    r"|^(?:a |an |the )?(?:\w+ )?(?:uni|bi|tri)cameral\s+|^[,;\s]*(?:and|plus)\s+",
    re.I,
)
_SMALL_LEAD = re.compile(
    r"^(?:(?:a|an|the|and|its|of|new|non-partisan|nonpartisan|appointed|advisory|upper (?:house|chamber)"
    r"|lower (?:house|chamber)|"
    r"interim|transitional|partially appointed)\b,?\s+|(?:or|called|known as)\s+)+",
    re.I,
)
_HOUSE = re.compile(r"\b(upper|lower) (?:house|chamber)\b", re.I)

_PARLIAMENT = re.compile(
    r"cameral\s+(.+?)\s+(?:also |which |that )?(?:consists?|consisted|consisting|is made up|made up|comprises"
    r"|composed)\b",
    re.I,
)


_RESULTS = re.compile(r"\belection results\b[^:;]{0,60}:\s*", re.I)
_NO_NAME = re.compile(r"^[a-z]\w*(?: \S+){3,}|\b(?:appointed|dissolved|created|established) an?\b")
_LISTS = re.compile(
    r"\b(?:consist(?:s|ed|ing)|composed|made up) of\b:?\s*(?:the )?|\s-\s+(?=(?:an? |the )?(?:upper|lower) )"
    r"|\bcomprises\b",
    re.I,
)
# Where the names of chambers end and a sentence about them begins.
_LIST_END = re.compile(
    r";|[.:]\s|,?\s+(?:(?:was|were|is|are|has|have|had|which|that|dissolved|suspended|disbanded|established"
    r"|elected|serves?)\b)|,\s+(?=\d|with\b)"
)


def read_prose(prose: Piece, parts: Mapping[str, Piece], refused: list[Refused]) -> list[Chamber]:
    """The chambers of one text, with the elections and results of the texts beside it."""
    # The editions of 2019 and 2020 print “++” where a line ends.
    text = one_line(re.sub(r"\s\+\+(?=\s|$)", " ", prose.text))
    text = re.sub(r";?\s*note ?[-:] [^();]{0,70}(?=\(\s*\d)", " ", text)
    text, note = without_notes(text)
    if note:
        refused.append(Refused(prose.name, note, "A note.", prose.locator))
    if not text or is_unknown(text):
        return []
    chambers = _chambers(text, prose)
    for nameless in [chamber for chamber in chambers if _NO_NAME.search(chamber.name)]:
        refused.append(Refused(prose.name, nameless.printed, "No name of a chamber was found.", prose.locator))
        chambers.remove(nameless)
    if not chambers:
        refused.append(Refused(prose.name, text, "No chamber with a number of seats was found.", prose.locator))
        chambers = read_chamber_names(text, prose) if re.match(r"(?:an? |the )?(?:uni|bi|tri)cameral\b", text) else []
    if not chambers:
        left = [parts[part] for part in ("elections", "election results") if part in parts]
        refused += [
            Refused(each.name, each.text, "No chamber was read that it is about.", each.locator) for each in left
        ]
        return []
    elections, results = parts.get("elections"), parts.get("election results")
    told = _RESULTS.split(elections.text, maxsplit=1) if elections and not results else []
    if elections and len(told) == 2:  # “election results and seats of today:” is no label that other texts have
        elections, results = replace(elections, text=told[0]), replace(elections, text=told[1])
    if elections:
        chambers = with_elections(chambers, elections, refused)
    if results:
        chambers = with_results(chambers, results, refused)
    return chambers


def _chambers(text: str, prose: Piece) -> list[Chamber]:
    chambers: list[Chamber] = []
    start = 0
    structure = _STRUCTURE.search(text)
    several = bool(structure and structure[1].lower() != "uni")
    parliament = match[1] if several and (match := _PARLIAMENT.search(text)) else ""
    for opened, closed, inside in brackets(text):
        if not _SEATS_HEAD.search(inside):
            continue
        before = text[start:opened]
        start = closed
        chamber = _chamber(before, inside, prose, one_line(parliament))
        house = match[1].lower() if (match := _HOUSE.search(before)) else ("upper", "lower")[min(len(chambers), 1)]
        chambers.append(replace(chamber, house=house if several else "single"))
    loose = None if chambers else _LOOSE_SEATS.match(text)
    if loose:
        return [replace(_chamber(loose["name"], loose["inside"], prose, ""), house="single")]
    return chambers


def _chamber(before: str, inside: str, prose: Piece, parliament: str) -> Chamber:
    name = re.split(r";\s*(?:and )?(?:the )?|:\s+", _LEAD.sub("", one_line(before)).rstrip(" ;:,"))[-1]
    name = re.split(r",? also (?:called|known as)\b", name)[0]
    name = re.split(r"(?<=[a-z)]),? and (?:an? |the )(?=[A-Z])", name)[-1]
    name = _HOUSE.sub("", name)
    name = re.sub(r"^[\s,;:.]+|[\s,;:]+$", "", re.sub(r"\b(?:or|an?|the)\s*(?=,|$)", "", name))
    first, others = chamber_names(_SMALL_LEAD.sub("", name) or name)
    notes: list[str] = []
    head = _SEATS_HEAD.search(inside)
    seats = number_of(head[1] or head[0]) if head and (head[1] or head[0][0].isdigit()) else None
    if head and _NOT_FIXED.search(head[0]):
        notes.append("The number of seats is not fixed.")
    blocks = check_blocks(seats, blocks_of(inside[head.end() :] if head else inside, seats), notes)
    return Chamber(
        first,
        others,
        parliament,
        "",
        seats,
        blocks,
        "",
        "",
        term_in(inside),
        (),
        None,
        short(f"{one_line(before)} ({inside}"),
        prose.locator,
        tuple(notes),
    )


def chamber_in_brackets(name: str, inside: str, prose: Piece) -> Chamber:
    """A chamber of that name, with the seats, ways of filling and term that words about it tell."""
    return _chamber(name, inside, prose, "")


def read_chamber_names(text: str, prose: Piece) -> list[Chamber]:
    """The chambers of a text that names them without their seats, as editions up to 1995 do.

    Those that stand with seats in a bracket are read with them; “unicameral with 40 seats” is one without a name.
    """
    structure = _STRUCTURE.search(text)
    several = bool(structure and structure[1].lower() != "uni")
    flat = text[structure.end() :] if structure else text
    seats = re.match(r"\s*(?:body |legislature )?(?:with|of) (\d+) (?:seats|members)\b", flat)
    if seats:
        return [replace(_chamber("", f"{seats[1]} seats", prose, ""), house="single", printed=short(text))]
    found = _chambers(text, prose)
    if found:
        return found
    if not several and re.search(r" and unicameral ", flat):
        parts = flat.split(" and unicameral ")  # two councils of one department
        return [half for part in parts for half in read_chamber_names(f"unicameral {part}", prose)]
    lead = _LISTS.search(flat) if several else None
    parliament = one_line(flat[: lead.start()]).strip(" ,;:") if lead else ""
    listed = flat[lead.end() :] if lead else "" if several else flat
    chambers: list[Chamber] = []
    parts = _house_names(listed) if several else split_outside(listed, _LIST_END)[:1]
    for part in parts:
        by_order = ("upper", "lower")[min(len(chambers), 1)] if len(parts) == 2 else ""
        house = match[1].lower() if (match := _HOUSE.search(part)) else by_order
        name = re.sub(r"^(?:body|legislature|parliament)\s+[-–]\s+", "", _HOUSE.sub("", part).strip(" ,;:-"))
        name = re.sub(r"^(?:(?:a|an|the|or)\s+)+", "", name).strip(" ,;:-")
        if name and not re.match(r"(?:chamber|legislature) \(no\b", name):
            first, others = _spoken(*chamber_names(name))
            bare = Chamber(
                first, others, parliament, house, None, (), "", "", None, (), None, short(text), prose.locator, ()
            )  # fmt: skip
            chambers.append(replace(bare, house=house if several else "single"))
    return chambers


def _house_names(text: str) -> list[str]:
    """The names in “an upper house or Senate (Senado) and a lower house or Chamber of …”."""
    flat = "".join(split_outside(text, _LIST_END)[:1])
    parts = split_outside(flat, r",?\s+and (?=(?:an?|the|upper|lower)\b)|,\s+(?=(?:an?|the|upper|lower)\b)")
    if len(parts) < 2:
        parts = split_outside(flat, r",?\s+and (?=[A-Z])|,\s+(?=[A-Z])")
    elif len(parts) == 2 and "," in parts[0]:
        parts = [*split_outside(parts[0], r",\s+(?=[A-Z])"), parts[1]]
    return parts


def _spoken(name: str, others: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The names with a proper one first: “legislature (Staten)” is the Staten."""
    others = tuple(other.partition(";")[0] for other in others)  # “(Volksraad; whites)”
    return (others[0], others[1:]) if name.islower() and others else (name, others)
