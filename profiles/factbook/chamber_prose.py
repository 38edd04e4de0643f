"""Chambers out of running text: “bicameral Parliament consists of the Senate (50 seats; …) and …”.

A bracket that begins with a number of seats is a chamber, and the words before it are its name. Elections and results
follow in texts of their own, cut by those names.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from profiles.factbook.elections import Poll, polls_in, term_of
from profiles.factbook.layout import Piece, Refused
from profiles.factbook.results import Tally, is_unknown, looks_like_list, number_of, read_tally
from profiles.factbook.seats import Block, Chamber, against_seats, chamber_names, check_blocks, with_tally, within
from profiles.factbook.texts import brackets, one_line, short, split_outside, without_notes

_COUNT = r"(\d{1,3}(?:,\d{3})+|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
_UNIT = r"(?:seats?|members?|-seat|-member|deputies|senators|representatives|councilors|councillors)"
_SEATS_HEAD = re.compile(
    rf"^[^;]{{0,60}}?(?:; )?(?<![\w,.]){_COUNT}(?:[- ](?:voting|statutory|elected|total))* ?{_UNIT}\b(?: total)?"
    rf"|^\d[\d,]*$",
    re.I,
)
_LOOSE_SEATS = re.compile(
    rf"^(?P<name>[^;:(]*?)(?:[;,:]|\s+(?:consisting|made up|composed) of|\s+with"
    rf"|\s+-)\s*(?P<inside>{_COUNT} {_UNIT}\b.*)$",
    re.I,
)
_NOT_FIXED = re.compile(
    r"minimum|maximum|up to|at least|vary|varies|approximately|not fixed|usually|nominal|not more than"
    r"|based on population",
    re.I,
)
# A number of seats, not one of years, regions, electors or shares, nor one that counts who elects.
_BLOCK = re.compile(
    rf"(?<![\w-])(?<!by )(?<!from )(?<!of )(?<!in )(?<!the )(?<!for )(?<!every )(?<!than )(?<!least ){_COUNT}(?![\w%-])"
    r"(?! ?(?:years?|per ?cent|times|%|of age|constituenc|districts|electoral|geographic|regions|provinces"
    r"|states\b|oblasts|rounds))",
    re.I,
)
_WAYS = (
    ("ex_officio", r"ex[- ]officio|by virtue of|hereditary|for life|life (?:senators|peers|members)"),
    (
        "indirectly_elected",
        r"indirect|elected (?:by|from) (?:the |an? )?(?:\w+ ){0,5}(?:assembl|council|legislat|parliament|college"
        r"|electors|chiefs|nobles|senate|house|committee|bod(?:y|ies)|chambers?|municipal|communes?|organi[sz]ations)",
    ),
    ("appointed", r"appoint|nominat|named|designated|selected|chosen by|hand-?picked"),
    (
        "directly_elected",
        r"direct|popular|elected by|universal|elected|proportional|constituenc|by (?:the )?voters|majority vote"
        r"|party list|plurality",
    ),
    ("reserved", r"reserved|guaranteed|set aside|allocated|allotted"),
)
_CHOSEN_BY = re.compile(
    r"(?:appointed|nominated|elected|chosen|selected|named|designated) (?:\w+ )?by (?:secret ballot by )?"
    r"((?:the |an? )?[A-Za-z][A-Za-z'’-]*(?: (?!to\b|for\b|and\b|who\b|on\b|in\b|under\b|with\b|from\b|serve"
    r"|upon)[A-Za-z][A-Za-z'’-]*){0,6})"
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
_OTHER_BODY = re.compile(
    r"(?:[A-Z][\w'’]*|of|the|and)(?: (?:[A-Z][\w'’]*|of|the|and)){0,5} (?:elections? )?(?:- |last )"
)
_PARLIAMENT = re.compile(
    r"cameral\s+(.+?)\s+(?:also |which |that )?(?:consists?|consisted|consisting|is made up|made up|comprises"
    r"|composed)\b",
    re.I,
)
_SHARES = re.compile(
    r"(?:percent(?:age)?|%) of (?:the )?(?:popular |party[- ]list |party |valid |total )?(?:vote|votes"
    r"|seats)[^-–:;%]*?(?:\([^()]*\))?\s*[-–:]\s*(?P<list>.*)",
    re.I,
)
_SEATS = re.compile(
    r"(?:^|[\s(])(?:total |list and constituent |number of )?seats\b[^-–:;]*?(?:\([^()]*\))?\s*[-–:]\s*(?P<list>.*)",
    re.I,
)


def read_prose(prose: Piece, parts: Mapping[str, Piece], refused: list[Refused]) -> list[Chamber]:
    """The chambers of one text, with the elections and results of the texts beside it."""
    text = re.sub(r";?\s*note ?[-:] [^();]{0,70}(?=\(\s*\d)", " ", one_line(prose.text))
    text, note = without_notes(text)
    if note:
        refused.append(Refused(prose.name, note, "A note.", prose.locator))
    if not text or is_unknown(text):
        return []
    chambers = _chambers(text, prose)
    if not chambers:
        refused.append(Refused(prose.name, text, "No chamber with a number of seats was found.", prose.locator))
        return []
    if "elections" in parts:
        chambers = _with_elections(chambers, parts["elections"], refused)
    if "election results" in parts:
        chambers = _with_results(chambers, parts["election results"], refused)
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
    blocks = check_blocks(seats, _blocks(inside[head.end() :] if head else inside, seats), notes)
    return Chamber(
        first,
        others,
        parliament,
        "",
        seats,
        blocks,
        "",
        "",
        term_of(inside),
        (),
        None,
        short(f"{one_line(before)} ({inside}"),
        prose.locator,
        tuple(notes),
    )


def _blocks(text: str, seats: int | None) -> list[Block]:
    """The blocks that the words behind the total tell; one of all seats where a way stands without a number."""
    plain = re.sub(
        r"\b(?:one|two|three)-(?:thirds?|half|quarters?)\b|\bone or more\b|\d+%", "", re.sub(r"\([^()]*\)", " ", text)
    )
    plain = re.sub(r"\bout of (?:the )?\d+|\bone (?:third|half|quarter|of|or)\b", "", plain)
    plain = re.sub(r"\bnon-(?:appointed|elected)\b", "other", plain)
    clauses = re.split(r";", plain)
    found = [block for clause in clauses for block in _numbered(clause, seats, each=True)]
    if sum(block.seats for block in found) != seats:
        found = [block for clause in clauses for block in _numbered(clause, seats)]
    filled = sum(block.seats for block in found)
    rest = [clause for clause in clauses if _way(clause) and not _numbered(clause, seats)]
    if not seats or (found and (filled >= seats or not rest)):
        return found
    words = rest[0] if rest else plain
    way = _way(words)
    if not way:
        return found
    derived = f"{seats - filled} seats = {seats} - {filled}" if found else ""
    return [*found, Block(seats - filled, way, _chooser(words, way), short(words.strip(" ,;-")), derived)]


def _numbered(clause: str, seats: int | None, *, each: bool = False) -> list[Block]:
    """The blocks of one clause that print their number; “two from each state” counts no block, unless told so."""
    starts = [match for match in _BLOCK.finditer(clause) if (number_of(match[1]) or 0) <= (seats or 10**6)]
    found: list[Block] = []
    for index, match in enumerate(starts):
        end = starts[index + 1].start() if index + 1 < len(starts) else len(clause)
        words = clause[match.end() : end]
        way = _way(words) or _way(clause[match.end() :])
        if not way and found and re.match(r"\s*(?:on|after|upon|by|at)\b", words):
            way = found[-1].method
        number = number_of(match[1])
        if way and number and (each or not re.search(r"\beach\b", words)):
            found.append(Block(number, way, _chooser(words, way), short(clause[match.start() : end].strip(" ,;-"))))
    return found


def _way(words: str) -> str:
    """The way of filling that stands first in the words."""
    hits = [
        (match.start(), order, way)
        for order, (way, pattern) in enumerate(_WAYS)
        if (match := re.search(pattern, words, re.I))
    ]
    first = min(hits, key=lambda hit: (hit[0] // 12, hit[1]))[2] if hits else ""
    return "indirectly_elected" if first == "directly_elected" and re.search(r"\bindirect", words) else first


def _chooser(words: str, way: str) -> str:
    """Who fills the seats, where it is not the voters."""
    match = _CHOSEN_BY.search(words) if way != "directly_elected" else None
    said = match[1].strip(" -") if match else ""
    return "" if re.search(r"popular|direct|vote|ballot|^each|['’]s$", said) else short(said, 8)


def _named(clause: str, chambers: list[Chamber]) -> list[int]:
    """The places of the chambers that the head of a clause names."""
    head = re.split(r"\s[-–]\s|\blast\b|\bpercent\b|\bseats\b|:", clause, maxsplit=1)[0]
    places = []
    for index, chamber in enumerate(chambers):
        names = [name for name in (chamber.name, *chamber.others) if len(name) > 3]
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", head, re.I) for name in names) or (
            chamber.house != "single" and re.search(rf"\b{chamber.house} (?:house|chamber)\b", head, re.I)
        ):
            places.append(index)
    return places


def _unnamed(chambers: list[Chamber]) -> list[int]:
    """Whom a text without a chamber's name is about: those directly elected, else all."""
    direct = [
        n for n, chamber in enumerate(chambers) if any(block.method == "directly_elected" for block in chamber.blocks)
    ]
    return direct or list(range(len(chambers)))


def _by_chamber(text: str, chambers: list[Chamber]) -> list[tuple[str, list[int]]]:
    """The clauses of a text, each with the places of the chambers that it is about."""
    current = _unnamed(chambers)
    found = []
    for clause in split_outside(text, ";"):
        named = _named(clause, chambers)
        if not named and len(chambers) == 2 and len(current) == 1 and _OTHER_BODY.match(clause):
            # A name that the description does not print is the other chamber's.
            named = [1 - current[0]]
        current = named or current
        found.append((clause, current))
    return found


def _with_elections(chambers: list[Chamber], piece: Piece, refused: list[Refused]) -> list[Chamber]:
    text, note = without_notes(one_line(piece.text))
    if note:
        refused.append(Refused(piece.name, note, "A note.", piece.locator))
    told: dict[int, list[str]] = {}
    for clause, places in _by_chamber(text, chambers):
        for place in places:
            told.setdefault(place, []).append(clause)
    changed = list(chambers)
    for place, clauses in told.items():
        polls = polls_in("; ".join(clauses), piece.locator, chambers[place].name)
        changed[place] = replace(chambers[place], polls=tuple(polls))
    if not any(chamber.polls for chamber in changed) and not is_unknown(text):
        refused.append(Refused(piece.name, text, "No date of an election was found.", piece.locator))
    return changed


def _with_results(chambers: list[Chamber], piece: Piece, refused: list[Refused]) -> list[Chamber]:
    text, note = without_notes(one_line(piece.text))
    if note:
        refused.append(Refused(piece.name, note, "A note.", piece.locator))
    changed = list(chambers)
    last: tuple[str, list[int]] | None = None
    for clause, places in _by_chamber(text, chambers):
        tally = _list_of(clause)
        if tally is None and last and last[1] == places and re.search(r"\w \d+(?:%|$|,)", clause):
            tally = read_tally(clause, last[0])
        if tally is None:
            if not re.search(r"[-–:]\s*NA\b|^NA$|^none$", clause):
                refused.append(Refused(piece.name, clause, "No list of results.", piece.locator))
            last = None
            continue
        last = (tally.counted, places)
        refused += [Refused(piece.name, item, "No party with a result.", piece.locator) for item in tally.unread]
        for place in places[:1] if len(places) > 1 and tally.counted == "seats" else places:
            changed[place] = _told(changed[place], tally, piece)
    return changed


def _list_of(clause: str) -> Tally | None:
    for pattern, counted in ((_SHARES, "share"), (_SEATS, "seats")):
        match = pattern.search(clause)
        if match and not is_unknown(match["list"]):
            heading = clause[: match.start("list")]
            tally = read_tally(match["list"], counted, heading)
            return tally if tally.lines else None
        if match:
            return None
    bare = re.fullmatch(r"[A-Za-z][\w ]* \d{1,3}(?:, [A-Za-z][\w ]* \d{1,3})*", clause)
    if bare:
        return read_tally(clause, "seats")
    _, dash, after = clause.rpartition(" - ")
    return (
        read_tally(after if dash else clause, "share", clause) if looks_like_list(after if dash else clause) else None
    )


def _told(chamber: Chamber, tally: Tally, piece: Piece) -> Chamber:
    tally = within(tally, chamber.seats)
    polls: list[Poll] = with_tally(list(chamber.polls), tally, piece, chamber.name)
    notes = against_seats(tally, chamber.seats)
    return replace(chamber, polls=tuple(polls), warnings=(*chamber.warnings, *notes))
