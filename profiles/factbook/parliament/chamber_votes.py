"""Elections and results of chambers out of running text, cut by the chambers' names."""

import itertools
import re
from collections.abc import Iterable
from dataclasses import replace

from profiles.factbook.edition.layout import Piece, Refused
from profiles.factbook.edition.texts import one_line, split_outside, without_notes
from profiles.factbook.executive.elections import Poll, says_no_date
from profiles.factbook.parliament.chamber_days import chamber_polls
from profiles.factbook.parliament.results import Tally, is_unknown, looks_like_list, read_tally, round_of
from profiles.factbook.parliament.seats import Chamber, against_seats, parted_by_sum, with_tally, within

_BODY = r"[A-Z][\w'’]*(?: (?:[A-Z][\w'’]*|of|the|and)){0,6} (?:elections? )?"
_OTHER_BODY = re.compile(rf"(?:the )?{_BODY}(?:- |last )")
_LETTER = re.compile(r"[^\W\d_]")
_HEADED = re.compile(r"\b(?:percent|seats?|votes?)\b")
_WOMEN = re.compile(r"^composition\b|\bpercent(?:age)?(?: of)? women\b|\bmen \d+, women \d+", re.I)
_WOMEN_SHARE = re.compile(r"\bpercent(?:age)?(?: of)? women(?: is)?\s*[-–:]?\s*(\d+(?:\.\d+)?) ?%", re.I)
_SHARES = re.compile(
    r"(?:percent(?:age)?|%) of (?:the )?(?:popular |party[- ]list |party |valid |total )?(?:vote|votes"
    r"|seats)[^-–:;%]*?(?:\([^()]*\))?\s*[-–:]\s*(?P<list>.*)",
    re.I,
)
_SEATS = re.compile(
    r"(?:^|[\s(])(?:total |list and constituent |number of )?seats\b(?:(?:[^-–:;]"
    r"|(?<=\w)-(?=\w))*?(?:\([^()]*\))?(?:\s*[–:]|\s+-|-(?=\s|\d))\s*"
    r"| (?:won |held )?by (?:party|bloc|coalition)(?:[/ ](?:or )?(?:party|coalition"
    r"|bloc))?\s+(?=[^\W\d_]))(?P<list>.*)",
    re.I,
)


def _named(clause: str, chambers: list[Chamber]) -> list[int]:
    """The places of the chambers that the head of a clause names."""
    head = re.split(r"\s[-–]\s|\blast\b|\bpercent\b|\bseats\b|:", clause, maxsplit=1)[0]
    areas = [index for index, chamber in enumerate(chambers) if _area(chamber) and _area(chamber) == head.strip()]
    if areas:
        return areas
    places = []
    for index, chamber in enumerate(chambers):
        names = [name for name in (chamber.name, *chamber.others) if len(name) > 3]
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", head, re.I) for name in names) or (
            chamber.house != "single" and re.search(rf"\b{chamber.house} (?:house|chamber)\b", head, re.I)
        ):
            places.append(index)
    return places


def _area(chamber: Chamber) -> str:
    """What stands before the name of a chamber in its text, as “northern area:”; '' where nothing does."""
    match = re.search(r"(?:^|[-;.)] )([a-z][\w ]+): ", chamber.printed)
    return match[1] if match else ""


def _unnamed(chambers: list[Chamber]) -> list[int]:
    """Whom a text without a chamber's name is about: those directly elected, else all."""
    direct = [
        n for n, chamber in enumerate(chambers) if any(block.method == "directly_elected" for block in chamber.blocks)
    ]
    return direct or list(range(len(chambers)))


def _parted(text: str, chambers: list[Chamber]) -> list[str]:
    """The text cut at line ends, and where a chamber's name and a dash begin anew in running words."""
    lines = [one_line(line) for line in re.split(r"\n|\s\+\+(?:\s|$)", text) if line.strip()]
    names = {name for chamber in chambers for name in (chamber.name, *chamber.others) if len(name) > 3}
    if len(chambers) < 2 or not names:
        return lines
    # The longest first, so that “House of Representatives” is not found in “State House of Representatives”.
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    anew = re.compile(
        rf"(?<![\w(])(?:(?i:{listed})(?: \([^()]*\))?(?= elections? last| ?[-–] ?(?:last|percent|seats?|NA\b"
        rf"|elections?|next|not"
        rf"|by|first|note))|(?<=[)%\d] ){_BODY}(?=[-–] ?(?:last held|percent of|seats by)))"
    )
    parts: list[str] = []
    for line in lines:
        starts = [match.start() for match in anew.finditer(line) if _begins(line[: match.start()])]
        found = [line[start:end].strip(" ;") for start, end in itertools.pairwise([0, *starts, len(line)])]
        parts += [part for part in found if part]
    return parts


def _begins(before: str) -> bool:
    """Whether what stands before a name lets it begin a new part: not “Senate and”, not “the French”."""
    last = before.rstrip().rpartition(" ")[2]
    return (
        len(before.split()) > 1
        and not last.endswith(":")
        and last.lower() not in {"and", "or", "the", "of", "for", "in", "both"}
        and (not last[0].isupper() or last == "NA" or last[-1] in ");.,")
    )


def _by_chamber(piece: Piece, chambers: list[Chamber], refused: list[Refused]) -> list[tuple[str, list[int]]]:
    """The clauses of a text, each with the places of the chambers that it is about; notes are refused."""
    current = _unnamed(chambers)
    found = []
    listing = False  # whether a note goes on: “the seats of today are as follows: …”
    for part in _parted(piece.text, chambers):
        text, note = without_notes(part) if not listing else ("", part)
        listing = listing or bool(re.search(r":$|\bas follows\b", note))
        if note:
            refused.append(Refused(piece.name, note, "A note.", piece.locator))
        for clause in filter(_LETTER.search, split_outside(text, ";")):
            named = _named(clause, chambers)
            if not named and len(chambers) == 2 and len(current) == 1 and _OTHER_BODY.match(clause):
                # A name that the description does not print is the other chamber's.
                named = [1 - current[0]]
            current = named or current
            found.append((clause, current))
    return found


def with_elections(chambers: list[Chamber], piece: Piece, refused: list[Refused]) -> list[Chamber]:
    """The chambers with the votes, held and due, that a text tells."""
    told: dict[int, list[str]] = {}
    for clause, places in _by_chamber(piece, chambers, refused):
        for place in places:
            told.setdefault(place, []).append(clause)
    changed = list(chambers)
    for place, clauses in told.items():
        polls = chamber_polls("; ".join(clauses), piece, chambers[place].name, refused)
        changed[place] = replace(chambers[place], polls=tuple(polls))
    silent = [place for place in told if not changed[place].polls and any(map(_speaks_of_a_day, told[place]))]
    for place in silent:
        words = "; ".join(told[place])
        refused.append(Refused(piece.name, words, "No date of an election was found.", piece.locator))
    return changed


def _speaks_of_a_day(clause: str) -> bool:
    """Whether a clause of “elections” would have a day: it is no “NA” and no “not yet set”."""
    if re.search(r"\bno (?:\w+ )?elections\b", clause):
        return False
    return not is_unknown(clause) and not (says_no_date(clause) and not re.search(r"\b(?:1[89]|20)\d\d\b", clause))


def with_results(chambers: list[Chamber], piece: Piece, refused: list[Refused]) -> list[Chamber]:
    """The chambers with the lists of shares and seats that a text tells, and their share of women."""
    changed = list(chambers)
    for clause, places in _with_tails(_by_chamber(piece, chambers, refused)):
        if _WOMEN.search(clause):
            _women(changed, clause, places, piece)
            continue
        tally = _list_of(clause)
        if tally is None:
            if not re.search(r"[-–:]\s*NA\b|^NA$|^none$", clause):
                refused.append(Refused(piece.name, clause, "No list of results.", piece.locator))
            continue
        refused += [Refused(piece.name, item, "No party with a result.", piece.locator) for item in tally.unread]
        for place in _fitting(tally, places, changed) if tally.counted == "seats" else places:
            if _has_list(changed[place], tally):
                refused.append(Refused(piece.name, clause, "A second list for one vote.", piece.locator))
                continue
            changed[place] = _told(changed[place], tally, piece)
    return changed


def _has_list(chamber: Chamber, tally: Tally) -> bool:
    """Whether the last vote held has a list of that kind: what follows is of another day, body or sort of seats."""
    held = [poll for poll in chamber.polls if poll.state == "held"]
    return bool(held) and any(
        (known.counted, known.share_of, known.round) == (tally.counted, tally.share_of, tally.round)
        for known in held[-1].tallies
    )


def _with_tails(clauses: Iterable[tuple[str, list[int]]]) -> list[tuple[str, list[int]]]:
    """The clauses; a list that goes on behind a semicolon (“…; CD 57”) is one clause with its beginning."""
    whole: list[tuple[str, list[int]]] = []
    for clause, places in clauses:
        tail = (
            whole
            and whole[-1][1] == places
            and re.search(r"\w \d+(?:\.\d+)?(?:%|$|,)", clause)
            and not _WOMEN.search(clause)
        )
        if (tail and _list_of(clause) is None and _list_of(whole[-1][0]) and not _WOMEN.search(whole[-1][0])) or (
            tail and not _HEADED.search(clause) and _list_of(whole[-1][0]) and not _WOMEN.search(whole[-1][0])
        ):
            whole[-1] = (f"{whole[-1][0]}; {clause}", places)
        else:
            whole.append((clause, places))
    return whole


def _fitting(tally: Tally, places: list[int], chambers: list[Chamber]) -> list[int]:
    """The one chamber that a list of seats is about, where none is named: the smallest that holds them all."""
    won = sum(line.seats or 0 for line in tally.lines)
    holding = [place for place in places if (chambers[place].seats or 0) >= won]
    return [min(holding, key=lambda place: chambers[place].seats or 0)] if holding else places[:1]


def _women(chambers: list[Chamber], clause: str, places: list[int], piece: Piece) -> None:
    """Put “percent of women 21.4%” with its chamber; the share of the whole parliament is left to the chambers'."""
    share = _WOMEN_SHARE.search(clause)
    if not share or re.search(r"\b(?:total|overall)\b", clause, re.I) or len(places) != 1:
        return
    chamber = chambers[places[0]]
    house = f" - {chamber.house} chamber" if chamber.house in {"upper", "lower"} else ""
    name = f"Legislative branch{house} > percentage of women in chamber"
    chambers[places[0]] = replace(chamber, women=Piece(name, f"{share[1]}%", piece.locator))


def _list_of(clause: str) -> Tally | None:
    for pattern, counted in ((_SHARES, "share"), (_SEATS, "seats")):
        match = pattern.search(clause)
        if match and not is_unknown(match["list"]):
            heading = clause[match.start() : match.start("list")]  # a chamber's name before it says of no members
            tally = read_tally(match["list"], counted, heading)
            tally = replace(tally, round=round_of(clause[: match.start("list")]))
            return tally if tally.lines else None
        if match:
            return None
    bare = re.fullmatch(r"[A-Za-z][\w ]* \d{1,3}(?:, [A-Za-z][\w ]* \d{1,3})*", clause)
    if bare:
        return read_tally(clause, "seats")
    _, dash, after = clause.rpartition(" - ")
    return read_tally(after if dash else clause, "share") if looks_like_list(after if dash else clause) else None


def _told(chamber: Chamber, tally: Tally, piece: Piece) -> Chamber:
    tally = parted_by_sum(within(tally, chamber.seats), chamber.seats, chamber.blocks)
    polls: list[Poll] = with_tally(list(chamber.polls), tally, piece, chamber.name)
    notes = against_seats(tally, chamber.seats, chamber.blocks)
    return replace(chamber, polls=tuple(polls), warnings=(*chamber.warnings, *notes))
