"""Chambers of the editions of 1990 to 1995, which print no seats beside a chamber's name.

One text names the chambers (“bicameral Congress consists of an upper house or Senate and a lower house or …”). Others,
each under a chamber's name, tell when it was last elected, with what result, and how many seats it has: “last held 3
May 1991 (next to be held May 1995); results - …; seats - (40 total, 36 elected) AB 20, CD 16”. Some editions print
both in one text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from profiles.factbook.chamber_prose import chamber_in_brackets, read_chamber_names
from profiles.factbook.elections import POST, polls_in, says_no_date
from profiles.factbook.layout import Piece, Refused
from profiles.factbook.results import Tally, is_unknown, looks_like_list, read_tally
from profiles.factbook.seat_ways import blocks_of, term_in
from profiles.factbook.seats import Block, Chamber, against_seats, chamber_names, check_blocks, with_tally, within
from profiles.factbook.texts import one_line, short, split_outside, without_brackets, word_set

_BODY = re.compile(
    r"assembl|senat|congress|parliament|council|chamber|house|legislat|diet|soviet|majlis|majles|knesset|duma|delegates"
    r"|deputies|representatives|fono|ting\b|sejm|rada|election|saeima|seimas|yuan|keys|communit",
    re.I,
)
_OTHER_POST = re.compile(r"chiefs? of|heads? of|regent|leader|mayor|referendum|plebiscite", re.I)
# “Senate (Senado): elections last held …”, “House of Keys - last held …”, “Council of Elders: consists of …”
_LABEL = re.compile(
    r"(?:^|(?<=\s))(?P<label>[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|of|the|and|for|de|du|des"
    r"|la)){0,8}(?P<local> \([^()]*\))?)"
    r"\s?(?::| -)\s?(?=(?P<told>(?:\([^()]*\)[;,]? )?(?:the )?(?:general |direct |indirect )?(?:elections? |first "
    r"|last )*"
    r"(?:last |first |were |was |to be )*(?:held|scheduled|consists? of|half of the members|all members"
    r"|composed of|NA\b"
    r"|none\b|no elections|dissolved|members|each))|\S)"
)
# Where the name of a chamber begins, that follows the name of the parliament or the end of a sentence.
_STARTER = re.compile(
    r"\b(?:(?:House|Chamber|Council|Congress) of |Senate\b|(?:National|Legislative|Federal|State|People's|General"
    r"|First|Second"
    r"|Regional|Upper|Lower) (?:Assembly|Council|Chamber|Congress|House|Soviet))"
)
_RESULTS = re.compile(r"[;,.]?\s*\bresults?\s*(?:[-–:]+|were\b)\s*|;\s*(?=percent of (?:the )?votes?\b)", re.I)
_SEATS = re.compile(
    r"[;,.:]?\s*(?:\bcurrent )?\b(?:total )?seats\b[^-–:;()%]{0,40}[-–:]+\s*(?=\S)|[;,]\s*(?=\(\d+ total\b)", re.I
)
_TOTAL = re.compile(
    r"\(\s*(?:total )?(?P<total>\d[\d,]*)\s*(?:seats |members )?(?:total|seats"
    r"|members)?\b(?P<inside>[^()]*)\)\s*[,;:-]*\s*"
    r"(?P<behind>(?:\d+ (?:directly |popularly |indirectly )?(?:elected|appointed)\s*[-–,;:]*\s*)*)",
    re.I,
)
_PLAIN_TOTAL = re.compile(r"(?P<total>\d[\d,]*) total\b(?P<inside>)(?P<behind>)\s*[,;:-]*\s*", re.I)
_NOTHING = re.compile(
    r"(?:the )?(?:number|percent|distribution|breakdown)? ?(?:of )?(?:popular )?(?:seats?|votes?)? ?(?:(?:by"
    r"|for each) )?"
    r"(?:part(?:y|ies))? ?[-–]* ?(?:is |are )?(?:NA%?|unknown|undetermined|not available|none)?",
    re.I,
)
_SHARE_HEAD = re.compile(
    r"^(?:(?:the )?percent(?:age)? of (?:the )?(?:popular |total "
    r"|valid )?votes?(?: by party)?(?: \([^()]*\))?\s*[-–:]*\s*)",
    re.I,
)
MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NOTE = re.compile(r";?\s*\(?\bnote\b ?[-–:]+ ?.*?(?=;\s*(?:results?|seats)\b|$)", re.I)
_GENERIC = word_set(
    "legislature parliament national legislative assembly general people's supreme council elections the of"
)
_HOUSES = (("upper", r"\bsenate?\b|\bsenators\b|\blords\b|\bupper\b"), ("lower", r"\bdeputies\b|\blower\b|\bcommons\b"))


def is_post(label: str) -> bool:
    """Whether a label of “Elections” names a post, such as president, and no chamber."""
    plain = without_brackets(label)
    return bool(POST.search(plain) or _OTHER_POST.search(plain)) and not _BODY.search(plain)


def is_old(prose: str) -> bool:
    """Whether a text has elections and results of its chambers within, as editions up to 1995 print them."""
    return bool(_RESULTS.search(prose) or re.search(r"\blast held\b|\bseats\s*-+\s*\(\d+ total\b", prose))


def read_old(prose: Piece | None, entries: Sequence[tuple[str, Piece]], refused: list[Refused]) -> list[Chamber]:
    """The chambers that the text names, with what the entries under their names tell."""
    text = _mended(prose.text) if prose else ""
    head, inline = _inline(text)
    head = _without_note(prose, head, refused) if prose else ""
    chambers = read_chamber_names(head, prose) if prose and head and not is_unknown(head) else []
    told = [(label, Piece(prose.name, body, prose.locator)) for label, body in inline] if prose else []
    whole = _joined([*told, *((label, replace(piece, text=_mended(piece.text))) for label, piece in entries)])
    whole = [_labelled(label, piece) for label, piece in whole if not is_post(label)]
    if prose and head and not chambers and not whole and not is_unknown(head):
        refused.append(Refused(prose.name, head, "No name of a chamber was found.", prose.locator))
    several = bool(re.search(r"\b(?:bi|tri)cameral\b", head, re.I))
    limit = len(chambers) or (3 if "tricameral" in head.lower() else 2 if several else 1)
    found = list(chambers)
    free = [label for label, _ in whole if _place(label, chambers) is None]
    for label, piece in whole:
        place = _place(label, found)
        if place is None:
            place = _by_elimination(label, piece.text, free, found)
        if place is None and not chambers and label and len(found) < limit:
            found.append(_named(label, piece, head, several))
            place = len(found) - 1
        if place is None:
            if not says_no_date(piece.text) or "held" in piece.text:
                words = f"{label}: {piece.text}" if label else piece.text
                refused.append(
                    Refused(piece.name, words, "A body that the country's text does not name.", piece.locator)
                )
            continue
        found[place] = _told(found[place], label, piece, refused)
    return found


def _mended(text: str) -> str:
    """The text with the dashes and figures that the scanning of the books broke."""
    text = re.sub(r"\s*--\s*", " - ", one_line(text))
    text = re.sub(r"\bl(?=\d{3}\b)", "1", text)
    text = re.sub(rf"\bNA (?={MONTHS}|\d{{4}}\b)", "", text)
    return re.sub(r"(?<=\d)\. (?=\d+ ?%)", ".", text)


def _inline(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The text before the first chamber's own, and each chamber's under its label."""
    several = re.match(r"\W*(?:bi|tri)cameral ", text)
    marks: list[tuple[int, int, str]] = []
    for match in _LABEL.finditer(text):
        label = match["label"]
        if not _BODY.search(label) or is_post(label) or (match["told"] is None and match["local"] is None):
            continue
        cut = 0
        for starter in list(_STARTER.finditer(label))[::-1]:
            before = label[: starter.start()].strip()
            after_parliament = several and match.start() == several.end()
            if before and (after_parliament or _BODY.search(before)) and not re.search(r"\b(?:of|the|and)$", before):
                cut = starter.start()
                break
        marks.append((match.start() + cut, match.end(), label[cut:]))
    if not marks:
        bare = re.search(r"[;,]?\s*\b(?:elections? )?last held\b", text)
        return (text[: bare.start()], [("", text[bare.start() :].strip(" ;,"))]) if bare else (text, [])
    ends = [*(start for start, _, _ in marks[1:]), len(text)]
    parts = [(label, text[end:until].strip(" ;")) for (_, end, label), until in zip(marks, ends, strict=True)]
    return text[: marks[0][0]].strip(" ;:"), parts


def _joined(parts: Iterable[tuple[str, Piece]]) -> list[tuple[str, Piece]]:
    """The parts; a list under the name of a bloc (“Unity bloc: AB 20, …”) goes on with the part before it."""
    whole: list[tuple[str, Piece]] = []
    for label, piece in parts:
        told = re.search(r"\bheld\b|\bscheduled\b|consists? of|composed of", piece.text)
        if whole and label and not told and not _BODY.search(label) and re.search(r"\d", piece.text):
            before = whole[-1][1]
            whole[-1] = (whole[-1][0], replace(before, text=f"{before.text}; {label}: {piece.text}"))
        else:
            whole.append((label, piece))
    return whole


def _labelled(label: str, piece: Piece) -> tuple[str, Piece]:
    """The part with the name that its words begin with, where it has no label: “National Assembly last held …”."""
    named = None if label else re.match(r"([A-Z][\w' ]*?) (?:elections? )?(?=last held)", piece.text)
    return (named[1], replace(piece, text=piece.text[named.end() :])) if named else (label, piece)


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"[\w']+", name.lower()) if word not in {"of", "the", "and"}}


def _names(chamber: Chamber) -> list[str]:
    return [name for name in (chamber.name, *chamber.others) if name]


def _place(label: str, chambers: Sequence[Chamber]) -> int | None:
    """The chamber that a label names: by a name, by the name in its bracket, or as upper or lower house."""
    first, others = chamber_names(label)
    wanted = {name.casefold() for name in (first, *others)}
    for index, chamber in enumerate(chambers):
        if wanted & {name.casefold() for name in _names(chamber)}:
            return index
        if chamber.house in {"upper", "lower"} and re.search(rf"\b{chamber.house} (?:house|chamber)\b", label, re.I):
            return index
    return None


def _by_elimination(label: str, text: str, free: Sequence[str], chambers: Sequence[Chamber]) -> int | None:
    """The one chamber that nothing was told of, for the one label that names none, where their words meet."""
    left = [index for index, chamber in enumerate(chambers) if not chamber.polls]
    if not label:
        if not re.match(
            r"(?:the )?(?:legislative |general |direct |indirect )?(?:elections? )?last (?:\w+ )?held", text
        ):
            return None
        direct = left or list(range(len(chambers)))
        return direct[0] if len(direct) == 1 else None
    if len(free) != 1 or len(left) != 1:
        return None
    words = _words(label)
    known = {word for name in _names(chambers[left[0]]) for word in _words(name)}
    meets = (words & known) - _GENERIC - {"house", "chamber"}
    return left[0] if words <= _GENERIC or not known or meets else None


def _named(label: str, piece: Piece, head: str, several: bool) -> Chamber:
    """A chamber that only its own text names."""
    name, others = chamber_names(label)
    house = next((house for house, words in _HOUSES if re.search(words, label, re.I)), "") if several else "single"
    parliament = re.sub(r"^.*cameral\s*|\s+consists?\b.*$", "", head, flags=re.I).strip(" ;,:") if several else ""
    printed = short(f"{label}: {piece.text}")
    return Chamber(
        name, others, parliament, house, None, (), "", "", None, (), None, printed, piece.locator, ()
    )  # fmt: skip


def _without_note(piece: Piece, text: str, refused: list[Refused]) -> str:
    refused += [Refused(piece.name, note.strip(" ;"), "A note.", piece.locator) for note in _NOTE.findall(text)]
    return _NOTE.sub("", text).strip(" ;,")


def _told(chamber: Chamber, label: str, piece: Piece, refused: list[Refused]) -> Chamber:
    """The chamber with the votes, results and seats that a text tells."""
    text = _without_note(piece, piece.text, refused)
    opened = re.match(r"\(([^()]+)\)[;,]?\s*", text)
    if opened:
        chamber = replace(chamber, others=tuple(dict.fromkeys((*chamber.others, opened[1]))))
        text = text[opened.end() :]
    first, others = chamber_names(label)
    others = () if chamber.others else others
    names = [name for name in (first, *others) if name and name.casefold() not in map(str.casefold, _names(chamber))]
    if names and chamber.name:
        chamber = replace(chamber, others=(*chamber.others, *names))
    elif names:
        chamber = replace(chamber, name=names[0], others=(*chamber.others, *names[1:]))
    before = chamber
    held, results, seats = _sections(text)
    chamber = _described(chamber, held, piece)
    polls = tuple(polls_in(held, piece.locator, chamber.name))
    if not polls and re.search(r"\bheld\b", held) and not says_no_date(held):
        refused.append(Refused(piece.name, held, "No date of an election was found.", piece.locator))
    if not polls and not results and not seats and chamber == before and not says_no_date(held):
        refused.append(Refused(piece.name, text, "Nothing that we read of a chamber.", piece.locator))
    chamber = replace(chamber, polls=(*chamber.polls, *polls), locator=piece.locator)
    if results:
        chamber = _with_shares(chamber, results, piece, refused)
    return _with_seats(chamber, seats, piece, refused) if seats else chamber


def _sections(text: str) -> tuple[str, str, str]:
    """What a text says of the day, of the shares of the vote, and of the seats."""
    seats = _SEATS.search(text)
    before = text[: seats.start()] if seats else text
    results = _RESULTS.search(before)
    held = before[: results.start()] if results else before
    return (
        held.strip(" ;,"),
        before[results.end() :].strip(" ;,") if results else "",
        text[seats.end() :] if seats else "",
    )


def _described(chamber: Chamber, held: str, piece: Piece) -> Chamber:
    """The chamber with what stands before “elections last held”: members, ways of filling, term."""
    about = re.split(r"\b(?:elections? )?(?:first |last )held\b", held)[0].strip(" ;,")
    if not re.search(r"consists? of|composed of|members|-year", about):
        return chamber
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
    if not looks_like_list(listed):
        refused.append(Refused(piece.name, text, "No list of results.", piece.locator))
        return chamber
    heading = "percent of vote" if listed != text else ""
    return _with_tally(chamber, read_tally(listed, "share", heading), piece, refused, None)


def _with_seats(chamber: Chamber, text: str, piece: Piece, refused: list[Refused]) -> Chamber:
    total = _TOTAL.match(text) or _PLAIN_TOTAL.match(text)
    elected: int | None = None
    if total:
        number = int(total["total"].replace(",", ""))
        notes = [f"Two numbers of seats: {chamber.seats} and {number}."] if chamber.seats not in (None, number) else []
        ways = f"{total['inside']}, {total['behind']}"
        found: list[Block] = blocks_of(ways, number) if re.search(r"\d", ways) else []
        elected = next((block.seats for block in found if block.method == "directly_elected"), None)
        if chamber.seats is None or not chamber.blocks:
            printed = short(f"{chamber.name} - seats - {text}")
            blocks = check_blocks(number, found, notes)
            chamber = replace(chamber, seats=number, blocks=blocks, printed=printed)
        chamber = replace(chamber, warnings=(*chamber.warnings, *notes))
        text = text[total.end() :]
    parts = [part for part in split_outside(text, ";") if not _NOTHING.fullmatch(part.strip(" ,."))]
    ends = next(
        (place for place, part in enumerate(parts) if place and not read_tally(part, "seats").lines[:1]), len(parts)
    )
    if parts[ends:]:
        refused.append(Refused(piece.name, "; ".join(parts[ends:]), "Words behind a list of seats.", piece.locator))
    listed = "; ".join(parts[:ends])
    return _with_tally(chamber, read_tally(listed, "seats"), piece, refused, elected) if listed else chamber


def _with_tally(chamber: Chamber, tally: Tally, piece: Piece, refused: list[Refused], elected: int | None) -> Chamber:
    tally = within(tally, chamber.seats)
    refused += [Refused(piece.name, item, "No party with a result.", piece.locator) for item in tally.unread]
    won = sum(line.seats or 0 for line in tally.lines)
    notes = [] if elected is not None and won == elected else against_seats(tally, chamber.seats)
    polls = tuple(with_tally(list(chamber.polls), tally, piece, chamber.name))
    return replace(chamber, polls=polls, warnings=(*chamber.warnings, *notes))
