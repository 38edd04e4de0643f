"""Results of votes for the executive's posts, out of running text under years or without: who won, and lists."""

import re
from dataclasses import dataclass, replace

from profiles.factbook.days import Day, read_day
from profiles.factbook.elections import POST, Poll
from profiles.factbook.layout import Piece, Refused
from profiles.factbook.names import NoNameError, PersonName, read_name
from profiles.factbook.results import Tally, is_unknown, looks_like_list, read_tally, round_of
from profiles.factbook.texts import one_line, short, split_outside, without_brackets

_WINNER = re.compile(
    r"(?P<name>[^;:%\d]{3,80}?)\s+(?:was |is |has been |were )?(?:(?:formally|indirectly|directly|unanimously) )?"
    r"(?:re-?)?(?:elected|selected|appointed|confirmed|reappointed|declared)\b(?: as)?(?: (?P<post>.{3,60}))?",
)
# “percent of vote - …”, “(second round) …”, “National Council vote: …”; without a dash a name and figure follow.
_HEADING = re.compile(
    r"^(?P<heading>(?:[^,;%]*?\b(?:percent(?:age)?|number|share) of [^-–:;%\d]*?"
    r"|[^,;%]{0,60}?\b(?:electoral |popular )?)votes?\b[^-–:;%]{0,60}?"
    r"|\(?(?:first|second|third)[- ]round\)?(?: of voting)?|\(?run-?off\)?[^-–:;%]{0,30}?)"
    r"(?:\s+[-–]+\s*|[-–]+\s+|\s*:\s*|(?<=\))\s*|\s+(?=[\d.]+ ?%$)"
    r"|(?-i:\s+(?=[A-Z][\w.'’-]+ (?:(?!\s[-–]|[-–]\s)[^;,])*?\d)))(?P<list>\S.*)$",
    re.I,
)
_YEAR_BLOCK = re.compile(r"(?:(?<=\n)|^)\s*(?P<year>\d{4}(?:\s?/\s?\d{4})?)\s*(?:[:\-–]|(?=[A-Z]))\s*")


@dataclass
class _Block:
    """Results of one vote as they are read."""

    post: str
    year: str
    tallies: list[Tally]
    winner: PersonName | None = None
    said: str = ""


def read_results(piece: Piece, post: str) -> tuple[list[Poll], list[Refused]]:
    """The votes whose results a text tells, newest first; `post` stands where the text names none.

    A vote that no year heads has day ''. Lists for other posts than `post` come under the post named before them.
    """
    polls: list[Poll] = []
    refused: list[Refused] = []
    for year, text in _years(piece.text):
        for block in _blocks(piece, text, year, post, refused):
            day = read_day(block.year.replace(" ", "")) if year else Day("", "")
            polls.append(
                Poll(
                    block.post, "held", day, None, tuple(block.tallies), block.winner, short(block.said), piece.locator
                )
            )
    return polls, refused


def _years(text: str) -> list[tuple[str, str]]:
    found = list(_YEAR_BLOCK.finditer(text))
    head = text[: found[0].start()] if found else text
    ends = [*(match.start() for match in found[1:]), len(text)][: len(found)]
    blocks = [(match["year"], text[match.end() : end]) for match, end in zip(found, ends, strict=True)]
    return ([("", head)] if head.strip() else []) + blocks


def _blocks(piece: Piece, text: str, year: str, post: str, refused: list[Refused]) -> list[_Block]:
    blocks = [_Block(post, year, [])]
    open_list = False
    flat = re.sub(r"\s*\(\d{4}\)$", "", one_line(text))
    for clause in split_outside(flat, r";|(?<=[)%\d])\s+note ?\d? ?[-:]"):
        current = blocks[-1]
        if re.match(r"note\b", clause, re.I) or is_unknown(clause):
            open_list = False
            refused += [] if is_unknown(clause) else [Refused(piece.name, clause, "A note.", piece.locator)]
            continue
        if open_list and current.tallies and looks_like_list(clause) and not _HEADING.match(clause):
            current.tallies[-1] = _joined(current.tallies[-1], clause)
            continue
        before, found = _tally(clause, current.winner)
        current = _told(blocks, before, found, clause) if before else current
        if found:
            current.tallies.append(_rounded(found, current.said))
            open_list = True
        elif not before or (not current.winner and not _says_result(before)):
            open_list = False
            refused.append(Refused(piece.name, clause, "No winner and no list of results.", piece.locator))
    return [block for block in blocks if block.tallies or block.winner]


def _tally(clause: str, winner: PersonName | None) -> tuple[str, Tally | None]:
    """What a clause tells before its list, and the list."""
    heading = _HEADING.match(clause)
    if heading and not is_unknown(heading["list"]):
        # “percent of vote - 97.7%” behind a winner's name is the winner's.
        alone = winner and re.fullmatch(r"[\d.]+ ?%", heading["list"])
        listed = f"{winner.printed} {heading['list']}" if winner and alone else heading["list"]
        counted = "share" if re.search(r"\d ?%|percent", heading["list"] + heading["heading"], re.I) else "votes"
        tally = read_tally(listed, counted, heading["heading"], people=True)
        if tally.lines:
            return (heading["heading"] if _WINNER.match(heading["heading"]) else ""), tally
    if heading and is_unknown(heading["list"]):
        return "no figures", None
    before, dash, after = clause.rpartition(" - ")
    for told, listed in ((before, after), ("", clause)):
        if (dash or not told) and looks_like_list(listed):
            tally = read_tally(listed, "share", told, people=True)
            if tally.lines:
                return told, tally
    return clause, None


def _joined(tally: Tally, clause: str) -> Tally:
    """A list that goes on behind a semicolon."""
    whole = read_tally(f"{tally.printed}; {clause}", tally.counted, "", people=True)
    return replace(whole, round=tally.round, share_of=tally.share_of)


def _rounded(tally: Tally, said: str) -> Tally:
    late = round_of(said)
    return replace(tally, round=late) if tally.round is None and late and late > 1 else tally


def _says_result(text: str) -> bool:
    return bool(re.search(r"unopposed|acclamation|unanim|no figures", text, re.I))


def _told(blocks: list[_Block], before: str, found: Tally | None, clause: str) -> _Block:
    """The block that a telling clause belongs to: a new one where it names the winner of another post."""
    current = blocks[-1]
    match = _WINNER.match(before)
    if not match:
        current.said = current.said or clause
        return current
    named = POST.search(match["post"] or "")
    post = named[1].lower() if named else current.post
    if (current.winner or current.tallies) and post != current.post:
        current = _Block(post, current.year, [])
        blocks.append(current)
    current.post = post
    current.said = clause
    current.winner = current.winner or _winner(match["name"])
    return current


def _winner(text: str) -> PersonName | None:
    try:
        person = read_name(
            re.sub(r"^(?:(?:Incumbent |Acting )?(?:President|Prime Minister)|and) ", "", without_brackets(text))
        )
    except NoNameError:
        return None
    # “House elected …” begins with a body, not with a person.
    return person if re.search(r"[^\W\d_a-z]{2}", person.printed) or " " in person.readable else None


def with_results(polls: list[Poll], results: list[Poll]) -> list[Poll]:
    """The votes with their results: of the same post, and of the same year or with no year printed.

    Lists of a round go to the vote of that round, others to the last; results of other votes follow as they are.
    """
    merged = list(polls)
    for result in results:
        places = [index for index, poll in enumerate(merged) if poll.tallies == () and _same_vote(poll, result)]
        if not places or result.state != "held":
            merged.append(result)
            continue
        for tally in result.tallies:
            place = next((index for index in places if merged[index].round == tally.round), places[-1])
            merged[place] = replace(merged[place], tallies=(*merged[place].tallies, tally))
        merged[places[-1]] = replace(merged[places[-1]], winner=result.winner)
    return merged


def _same_vote(poll: Poll, result: Poll) -> bool:
    years = re.findall(r"\d{4}", result.day.printed)
    return poll.state == "held" and poll.post == result.post and (not years or poll.day.edtf[:4] in years)
