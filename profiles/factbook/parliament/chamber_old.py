"""Chambers of the editions of 1990 to 1995, which print no seats beside a chamber's name.

One text names the chambers (“bicameral Congress consists of an upper house or Senate and a lower house or …”). Others,
each under a chamber's name, tell when it was last elected, with what result, and how many seats it has: “last held 3
May 1991 (next to be held May 1995); results - …; seats - (40 total, 36 elected) AB 20, CD 16”. Some editions print
both in one text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from profiles.factbook.edition.layout import Piece, Refused
from profiles.factbook.edition.texts import one_line, short, without_brackets, word_set
from profiles.factbook.executive.elections import POST, says_no_date
from profiles.factbook.parliament.chamber_prose import houses_by_name, parliament_of, read_chamber_names
from profiles.factbook.parliament.chamber_told import RESULTS, told, without_note
from profiles.factbook.parliament.results import is_unknown
from profiles.factbook.parliament.seats import Chamber, chamber_names

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
MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_BARE = re.compile(r"[;,]?\s*\b(?:early |general )?(?:elections? )?(?:last held\b|held (?=\d|in\b|on\b))")
_OF_ALL = re.compile(
    r"(?:the )?(?:legislative |general |direct |indirect )*elections?(?:,| (?:last|first|next|were|was|are|held|to be"
    r"|scheduled|should)\b)"
)
# A dependency elects to bodies of the state that it belongs to.
_FOREIGN = re.compile(r"(?:US|UK|French|Danish|British|European|Dutch)\b")
# Another label within a chamber's text, behind a number: “CD 10 President: runoff …”.
_OTHER_LABEL = re.compile(
    r"(?<=\d )(?:(?:Vice )?President|Prime Minister|Governor|(?:US|French|European) [A-Z][\w' ]{3,40}): "
)
_NAME_FIRST = re.compile(
    r"(?P<name>(?:[A-Z][\w']*|of|the|and|for)(?: (?:[A-Z][\w']*|of|the|and|for))*)(?:: | (?:elections? )?(?=last held))"
)
_GENERIC = word_set(
    "legislature parliament national legislative assembly general people's supreme council elections the of"
)
_KINDS = word_set("parliament legislature assembly council committee congress soviet commission junta")
_HOUSES = (("upper", r"\bsenate?\b|\bsenators\b|\blords\b|\bupper\b"), ("lower", r"\bdeputies\b|\blower\b|\bcommons\b"))


def is_post(label: str) -> bool:
    """Whether a label of “Elections” names a post, such as president, and no chamber."""
    plain = without_brackets(label)
    if re.match(r"(?:president|chairman) of\b", plain, re.I):
        return True
    return bool(POST.search(plain) or _OTHER_POST.search(plain)) and not _BODY.search(plain)


def is_old(prose: str) -> bool:
    """Whether a text has elections and results of its chambers within, as editions up to 1995 print them."""
    return bool(RESULTS.search(prose) or re.search(r"\blast held\b|\bseats\s*-+\s*\(\d+ total\b", prose))


def read_old(prose: Piece | None, entries: Sequence[tuple[str, Piece]], refused: list[Refused]) -> list[Chamber]:
    """The chambers that the text names, with what the entries under their names tell."""
    head, inline = _inline(_mended(prose.text)) if prose else ("", [])
    head = without_note(prose, head, refused) if prose else ""
    chambers = read_chamber_names(head, prose) if prose and head and not is_unknown(head) else []
    parts = [(label, replace(prose, text=body)) for label, body in inline] if prose else []
    whole = _whole([*parts, *((label, replace(piece, text=_mended(piece.text))) for label, piece in entries)], refused)
    if prose and head and not chambers and not whole and not is_unknown(head):
        refused.append(Refused(prose.name, head, "No name of a chamber was found.", prose.locator))
    several = bool(re.search(r"\b(?:bi|tri)cameral\b", head, re.I))
    limit = len(chambers) or (3 if "tricameral" in head.lower() else 2 if several else 1)
    found = list(chambers)
    placed = [_place(label, chambers) for label, _ in whole]
    free = [
        label for (label, _), place in zip(whole, placed, strict=True) if place is None and not _FOREIGN.match(label)
    ]
    for label, piece in whole:
        place = _place(label, found)
        if place is None and not _FOREIGN.match(label):
            place = _by_elimination(label, piece.text, free, found, placed)
        if place is None and several and _is_parliament(label, head):
            found.append(replace(_named(label, piece, "", several=False), house="whole"))
            place = len(found) - 1
        elif place is None and not chambers and _may_be_chamber(label, piece.text) and _but_whole(found) < limit:
            found.append(_named(label, piece, head, several))
            place = len(found) - 1
        if place is None:
            _refuse(label, piece, refused)
            continue
        found[place] = told(found[place], label, piece, refused)
    return _with_houses(found)


def _whole(parts: Iterable[tuple[str, Piece]], refused: list[Refused]) -> list[tuple[str, Piece]]:
    """Each chamber's text under its label; posts are left to others, those within a chamber's text are refused."""
    found: list[tuple[str, Piece]] = []
    for label, piece in _joined(parts):
        head, inner = _inline(piece.text, within=True)
        if head or not inner:
            found.append(_labelled(label, replace(piece, text=head or piece.text)))
        found += [(name, replace(piece, text=body)) for name, body in inner]
    refused += [
        Refused(piece.name, f"{label}: {piece.text}", "A post within the elections of chambers.", piece.locator)
        for label, piece in found
        if is_post(label) and not piece.name.endswith(f"> {label}")
    ]
    return [(label, piece) for label, piece in found if not is_post(label)]


def _refuse(label: str, piece: Piece, refused: list[Refused]) -> None:
    if says_no_date(piece.text) and "held" not in piece.text:
        return
    words = f"{label}: {piece.text}" if label else piece.text
    reason = "A body of another state." if _FOREIGN.match(label) else "A body that the country's text does not name."
    refused.append(Refused(piece.name, words, reason, piece.locator))


def _may_be_chamber(label: str, text: str) -> bool:
    """Whether a label may name a chamber that the country's text leaves out."""
    gone = re.match(r"(?:was )?(?:dissolved|disbanded|suspended)\b", text)
    no_chamber = _FOREIGN.match(label) or re.search(r"\bpresidential\b|\bprivy\b", label, re.I)
    return bool(label) and not gone and not no_chamber


def _but_whole(chambers: Sequence[Chamber]) -> int:
    return sum(chamber.house != "whole" for chamber in chambers)


def _is_parliament(label: str, head: str) -> bool:
    """Whether a label is the name of the parliament that the chambers are parts of."""
    parliament = parliament_of(head)
    first, others = chamber_names(parliament) if parliament else ("", ())
    names = {name.casefold() for name in (first, *others) if name}
    return label.casefold() in (names or {"parliament", "legislature"})


def _with_houses(chambers: list[Chamber]) -> list[Chamber]:
    """The chambers; of two the house of one tells that of the other, and of none their names."""
    halves = [place for place, chamber in enumerate(chambers) if chamber.house not in {"whole", "single"}]
    if len(halves) != 2:
        return chambers
    first, second = (chambers[place] for place in halves)
    known = (first.house, second.house)
    other = {"upper": "lower", "lower": "upper"}
    houses = known
    if "" in known and known != ("", ""):
        houses = (known[0] or other[known[1]], known[1] or other[known[0]])
    elif known == ("", ""):
        houses = houses_by_name(first.name, second.name) or known
    changed = list(chambers)
    for place, house in zip(halves, houses, strict=True):
        changed[place] = replace(chambers[place], house=house)
    return changed


def _mended(text: str) -> str:
    """The text with the dashes, figures and slips that the printing and scanning of the books broke."""
    text = re.sub(r"\*{2,}[^*]*\*{2,}", " ", text)  # “*** No entry for this item ***”
    text = re.sub(r"\s*--\s*", " - ", one_line(text))
    text = re.sub(r"\bl(?=\d{3}\b)", "1", text)
    text = re.sub(rf"\bNA (?={MONTHS}|\d{{4}}\b)", "", text)
    text = re.sub(r"\bpost- poned\b", "postponed", text)
    text = re.sub(r"\(\s*\w+ (?=to be held\b)", "(next ", text)  # “(nex to be held 1996)”
    text = re.sub(r"(?<=\w) [A-Z]\w+ [Aa]rea:$", "", text)  # the heading of what follows in another row
    return re.sub(r"(?<=\d)\. (?=\d+ ?%)", ".", text)


def _inline(text: str, *, within: bool = False) -> tuple[str, list[tuple[str, str]]]:
    """The text before the first chamber's own, and each chamber's under its label.

    `within` a chamber's text only labels count that a day or the like follows, and posts end it too.
    """
    several = re.match(r"\W*(?:bi|tri)cameral ", text)
    marks: list[tuple[int, int, str]] = []
    for match in _LABEL.finditer(text):
        label = match["label"]
        names_body = _BODY.search(label) and not is_post(label)
        if within and not (match["told"] and names_body) and not _OTHER_LABEL.match(text, match.start()):
            continue
        if not within and (not names_body or (match["told"] is None and match["local"] is None)):
            continue
        cut = _start_of_name(label, after_parliament=bool(several and match.start() == several.end()))
        marks.append((match.start() + cut, match.end(), label[cut:]))
    if not marks:
        bare = None if within else _BARE.search(text)
        return (text[: bare.start()], [("", text[bare.start() :].strip(" ;,"))]) if bare else (text, [])
    ends = [*(start for start, _, _ in marks[1:]), len(text)]
    parts = [(label, text[end:until].strip(" ;")) for (_, end, label), until in zip(marks, ends, strict=True)]
    return text[: marks[0][0]].strip(" ;:"), parts


def _start_of_name(label: str, *, after_parliament: bool) -> int:
    """Where a chamber's name begins in a label that the name of its parliament, or of another body, leads."""
    for starter in list(_STARTER.finditer(label))[::-1]:
        before = label[: starter.start()].strip()
        if before and (after_parliament or _BODY.search(before)) and not re.search(r"\b(?:of|the|and)$", before):
            return starter.start()
    return 0


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
    named = None if label else _NAME_FIRST.match(piece.text)
    if not named or not (_BODY.search(named["name"]) or is_post(named["name"])):
        return label, piece
    return named["name"], replace(piece, text=piece.text[named.end() :])


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"[\w']+", name.lower()) if word not in {"of", "the", "and"}}


def _names(chamber: Chamber) -> list[str]:
    return [name for name in (chamber.name, *chamber.others) if name]


def _place(label: str, chambers: Sequence[Chamber]) -> int | None:
    """The chamber that a label names: by a name, by the name in its bracket, as upper or lower house, or in short."""
    first, others = chamber_names(label)
    wanted = {name.casefold() for name in (first, *others)}
    for index, chamber in enumerate(chambers):
        if wanted & {name.casefold() for name in _names(chamber)}:
            return index
        if chamber.house in {"upper", "lower"} and re.search(rf"\b{chamber.house} (?:house|chamber)\b", label, re.I):
            return index
    words = _words(first)
    parts = [
        index for index, chamber in enumerate(chambers) if words and any(words < _words(n) for n in _names(chamber))
    ]
    return parts[0] if len(parts) == 1 and _BODY.search(first) else None


def _by_elimination(
    label: str, text: str, free: Sequence[str], chambers: Sequence[Chamber], placed: Sequence[int | None]
) -> int | None:
    """The one chamber that nothing was told of, for the one label that names none, where their words meet."""
    left = [index for index, chamber in enumerate(chambers) if not chamber.polls and index not in placed]
    if not label:
        if not (_BARE.match(text) or _OF_ALL.match(text)):
            return None
        direct = left or list(range(len(chambers)))
        return direct[0] if len(direct) == 1 else None
    if len(free) != 1 or len(left) != 1:
        return None
    words = _words(label)
    known = {word for name in _names(chambers[left[0]]) for word in _words(name)}
    meets = (words & known) - _GENERIC - {"house", "chamber"}
    shares = words & known & _KINDS
    generic = words <= _GENERIC and (shares or words & {"parliament", "legislature"} or not known & _KINDS)
    return left[0] if generic or not known or meets or (shares and len(words) == 2) else None


def _named(label: str, piece: Piece, head: str, several: bool) -> Chamber:
    """A chamber that only its own text names."""
    name, others = chamber_names(label)
    house = next((house for house, words in _HOUSES if re.search(words, label, re.I)), "") if several else "single"
    parliament = parliament_of(head) if several else ""
    printed = short(f"{label}: {piece.text}")
    return Chamber(
        name, others, parliament, house, None, (), "", "", None, (), None, printed, piece.locator, ()
    )  # fmt: skip
