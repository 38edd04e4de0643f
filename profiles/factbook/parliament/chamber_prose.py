"""Chambers out of running text: “bicameral Parliament consists of the Senate (50 seats; …) and …”.

A bracket that begins with a number of seats is a chamber, and the words before it are its name. Elections and results
follow in texts of their own, cut by those names.
"""

import itertools
import re
from collections.abc import Mapping
from dataclasses import replace

from profiles.factbook.edition.layout import Piece, Refused
from profiles.factbook.edition.texts import brackets, one_line, short, split_outside, without_brackets, without_notes
from profiles.factbook.parliament.chamber_votes import with_elections, with_results
from profiles.factbook.parliament.results import is_unknown, number_of
from profiles.factbook.parliament.seat_ways import COUNT, UNIT, blocks_of, term_in
from profiles.factbook.parliament.seats import Chamber, chamber_names, check_blocks

_SEATS_HEAD = re.compile(
    rf"^[^;]{{0,80}}?(?:; )?(?<![\w,.]){COUNT}(?:[- ](?:voting|statutory|elected|total))* ?{UNIT}\b(?: total)?"
    rf"|^\d[\d,]*$",
    re.I,
)
_LOOSE_SEATS = re.compile(
    rf"^(?P<name>[^;:(]*?(?: \([^()\d]*\))?)(?:[;,:]|\s+(?:consisting|made up|composed) of|\s+with"
    rf"|\s+-)\s*(?P<inside>{COUNT} {UNIT}\b.*)$",
    re.I,
)
# “(30 seats; …; and the House of Elders (73 seats”: the first bracket has no end.
_NEVER_CLOSED = re.compile(r"(\(\d+ seats;[^()]*?)[;,]? and the ((?:(?:[A-Z][\w']*|of|the|or) )+)\((\d+ seats)")
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
    r"^(?:(?:[Aa]n?|[Tt]he|la|le|el|and|its|of|new|modified|non-partisan|nonpartisan|appointed|advisory"
    r"|upper (?:house|chamber)"
    r"|lower (?:house|chamber)|"
    r"interim|transitional|partially appointed)\b,?\s+|(?:or|called|known as)\s+)+",
)
_HOUSE = re.compile(r"\b(upper|lower) (?:house|chamber)\b", re.I)

_PARLIAMENT = re.compile(
    r"cameral\s+(.+?),?\s+(?:formerly [^,]*,\s+)?(?:also |which |that )?"
    r"(?:consists?|consisted|consisting|is made up|made up|comprises|composed)\b",
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
    r"|elected|serves?|advised|based|comprised)\b)|,\s+(?=\d|with\b|whose\b|(?:the )?members\b)|\s+on each\b"
)
# “a nationally elected upper chamber or Senate”: how it is filled, before the name.
_FILLED = re.compile(r"\b(?:nationally|popularly|directly|indirectly) (?:elected|chosen) (?=upper|lower|[A-Z])")
_WITH_SEATS = re.compile(r"(?:(?:an?|the|appointed|elected|interim|transitional)\s+)*(?P<seats>\d[\d,]*)-member\s+")
_KIND = re.compile(r"\b(?:Assembly|Senate|Council|Congress|Soviet|House|Chamber|Diet|Yuan)\b")
_BODIES = re.compile(r",\s+(?:and\s+)?(?=[A-Z])|\s+and\s+(?:an? |the )?(?=[A-Z])")
# “; House of Elders (upper house, …); National Assembly (lower house …)”
_HOUSE_BEHIND = re.compile(
    r"(?P<name>[A-Z][\w']*(?: (?:[A-Z][\w']*|of|the))*) \((?P<house>upper|lower) (?:house|chamber)\b"
)
_UPPER = re.compile(r"senat|council|\blords\b|\bupper\b|\bchiefs\b|\belders\b|\bnobles\b|\bnotables\b", re.I)


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
    text = _NEVER_CLOSED.sub(r"\1) and the \2(\3", text)
    start = said = 0
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
        said += bool(match)
        chambers.append(replace(chamber, house=house if several else "single"))
    if several and len(chambers) == 2 and not said:
        by_name = houses_by_name(chambers[0].name, chambers[1].name) or ("upper", "lower")
        chambers = [replace(chamber, house=house) for chamber, house in zip(chambers, by_name, strict=True)]
    loose = None if chambers else _LOOSE_SEATS.match(text)
    if loose:
        return [replace(_chamber(loose["name"], loose["inside"], prose, ""), house="single")]
    return chambers


def _chamber(before: str, inside: str, prose: Piece, parliament: str) -> Chamber:
    name = re.split(r";\s*(?:and )?(?:the )?|:\s+", _LEAD.sub("", one_line(before)).rstrip(" ;:,"))[-1]
    name = re.split(r",? also (?:called|known as)\b|,\s+(?:which|that|formerly)\b", name)[0]
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
    flat = _FILLED.sub("", text[structure.end() :] if structure else text)
    seats = re.match(r"\s*(?:body |legislature )?(?:with|of) (\d+) (?:seats|members)\b", flat)
    if seats:
        return [replace(_chamber("", f"{seats[1]} seats", prose, ""), house="single", printed=short(text))]
    found = _chambers(text, prose)
    if found:
        return found
    if not several:
        parts = split_outside(flat, r"\s*(?:,|,? and)\s+(?:an? )?unicameral\s+")
        if len(parts) > 1:  # two councils of one department
            return [half for part in parts for half in read_chamber_names(f"unicameral {part}", prose)]
        bodies = [] if structure else split_outside("".join(split_outside(flat, _LIST_END)[:1]), _BODIES)
        names = bodies if len(bodies) == 2 and all(map(_KIND.search, bodies)) else split_outside(flat, _LIST_END)[:1]
        chambers = [_bare_chamber(re.sub(r"\s+with an?\b.*$", "", name), "", "", text, prose) for name in names]
        house = "" if len(names) == 2 else "single"
        return [replace(chamber, house=house) for chamber in chambers if chamber]
    behind = list(_HOUSE_BEHIND.finditer(flat))
    if len(behind) == 2:
        told = [_bare_chamber(match["name"], match["house"], "", text, prose) for match in behind]
        return [chamber for chamber in told if chamber]
    lead = _LISTS.search(flat)
    parts = _house_names(flat[lead.end() :] if lead else "")
    by_name = (houses_by_name(*parts) or ("upper", "lower")) if len(parts) == 2 else ()
    parliament = parliament_of(text)
    named = [
        _bare_chamber(part, match[1].lower() if (match := _HOUSE.search(part)) else house, parliament, text, prose)
        for part, house in itertools.zip_longest(parts, by_name, fillvalue="")
    ]
    return [chamber for chamber in named if chamber]


def _bare_chamber(part: str, house: str, parliament: str, text: str, prose: Piece) -> Chamber | None:
    """A chamber of which a text gives the name, and at most the number of its members; None where it is no name."""
    name = re.sub(r"^(?:body|legislature|parliament)\s+[-–]\s+", "", _HOUSE.sub("", part).strip(" ,;:-"))
    counted = _WITH_SEATS.match(name)
    name = name[counted.end() :] if counted else name
    name = re.sub(r"^(?:or\s+)?", "", _SMALL_LEAD.sub("", name)).strip(" ,;:-")
    name = re.sub(r"^(.{6,}) \1(?= \(|$)", r"\1", name)  # a name printed twice
    name = re.sub(r",\s+(Parliament|Legislature)$", r" (\1)", name)
    if not name or re.match(r"(?:chamber|legislature) \(no\b", name):
        return None
    first, others = _spoken(*chamber_names(name))
    if first[:1].islower() and (" " in first or first in {"body", "none"}):
        return None
    seats = number_of(counted["seats"]) if counted else None
    return Chamber(
        first, others, parliament, house, seats, (), "", "", None, (), None, short(text), prose.locator, ()
    )  # fmt: skip


def houses_by_name(first: str, second: str) -> tuple[str, str] | None:
    """Which of two chambers is the upper house, where exactly one of the names says so; else None."""
    is_upper = [bool(_UPPER.search(without_brackets(name))) for name in (first, second)]
    return {(True, False): ("upper", "lower"), (False, True): ("lower", "upper")}.get((is_upper[0], is_upper[1]))


def parliament_of(text: str) -> str:
    """The name of the parliament whose chambers a text tells of; '' where it has none of its own."""
    structure = _STRUCTURE.search(text)
    behind = text[structure.end() :] if structure else ""
    lead = _LISTS.search(behind)
    name = re.split(r"\s+(?:is|was|which|that|will)\b|[;:]", behind[: lead.start()] if lead else behind)[0]
    name = re.sub(r"^(?:body|legislature|parliament) (?=[A-Z])", "", one_line(name).strip(" ,;:-"))
    if name[:1].islower():
        inside = next((content for _, _, content in brackets(name)), "")
        return inside if inside[:1].isupper() else ""
    return name


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
