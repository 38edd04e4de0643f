"""Results of votes for the executive's posts, out of running text under years or without: who won, and lists."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from profiles.factbook.edition.days import Day, read_day
from profiles.factbook.edition.piece import Piece, Refused
from profiles.factbook.edition.texts import one_line, short, split_outside, without_brackets
from profiles.factbook.executive.elections import POST, Poll
from profiles.factbook.executive.names import NoNameError, PersonName, read_name
from profiles.factbook.parliament.results import POST_BEFORE, Tally, is_unknown, looks_like_list, read_tally, round_of

_WINNER = re.compile(
    r"(?P<name>[^;:%\d]{3,80}?)\s+(?:was |is |has been |were )?(?:\w+ly )?"
    r"(?:(?:re-?)?(?:elected|selected|appointed|confirmed|reappointed|declared|chosen|approved)"
    r"|(?:ran |was )?unopposed|won$)(?!\w)(?: as)?(?: (?P<post>.{3,90}))?",
)
_NAME = r"(?-i:[A-Z][^;,:%\d]{0,60}?[A-Z]{2}[^;,:%\d]{0,60}?)"
_PARTIES = r"(?-i:(?:[A-Z][\w'’-]*,? (?:and )?){1,12}Part(?:y|ies))"
_IN_DOUBT = re.compile(r"\b(?:believed|thought|reported) to have\b")
_PARTY_BEHIND = re.compile(rf",\s+(?:{_PARTIES}|Democrat|Republican|[Ii]ndependent),?$")
# What other editions print, in the words that the patterns here know.
_FORMS = (
    (re.compile(r"(?<=%) defeated (?=\S)"), ", "),
    # “the AB candidate Ana TORRENT got 36% of the vote”, “his opponent Bo LIND received 5%”
    (
        re.compile(rf"(?:\b(?:his|her|the) )?(?:opponent|other candidate) (?={_NAME} (?:got|received|won)\b)", re.I),
        "",
    ),
    (re.compile(rf"\b([A-Z]{{2,8}}) candidate ({_NAME}) (?=(?:got|received|won)\b)"), r"\2 (\1) "),
    (
        re.compile(
            rf"({_NAME}) won (?:the election |in (?:an )?uncontested election )?with (?:about )?([\d.]+ ?%) of"
            r" (?:the )?votes?\b(?: (?:and )?with [\d.]+ ?% of [a-z]+ voting)?"
        ),
        r"\1 was elected - \2",
    ),
    (
        re.compile(
            rf"(?:^|(?<=; )|(?<=\band ))({_NAME}) (?:got|received|won) ([\d.]+ ?%)"
            r"(?: of (?:the )?(?:[a-z]+ )?votes?(?: cast)?\b)?(?: and(?= [A-Z]))?(?![^;]*\breferendum\b)"
        ),
        r"\1 \2,",
    ),
    # “Ana TORRENT, Unity Party 60%”
    (re.compile(rf"({_NAME}), ({_PARTIES}) (?=[\d.]+ ?%)"), r"\1 (\2) "),
    (
        re.compile(r"\b(first|second|third|final)[- ](?:ballot|round)\s+(?=(?-i:[A-Z])[^;,%]*? [\d.]+ ?%)", re.I),
        r"\1 round - ",
    ),
    (
        re.compile(
            r"((?:re-?)?elected\b[^;,%\d]*?),? (?:with|receiving) ([\d.]+ ?%)(?: percent)? of (?:the )?votes?"
            r" against ([\d.]+ ?%) for ([^;,]+)"
        ),
        r"\1 - \2, \4 \3",
    ),
    (
        re.compile(
            r"((?:re-?)?elected\b[^;,%\d]*?),? (?:with|receiving) ((?:about )?[\d.]+ ?%)(?: percent)? of"
            r" (?:the )?votes?(?: cast)?\b(?: (?:in|amid)\b[^;,%\d]*(?=;|$))?"
        ),
        r"\1 - \2",
    ),
)
_VOTED_FOR = re.compile(r"(?:total votes [\d,]+, )?for (?P<votes>[\d,]+), against\b")
_NOT_GIVEN = re.compile(r"(?:percent|share|number|seats|votes?)\b[^;%\d]*?[- ]NA%?", re.I)
# “percent of vote - …”, “(second round) …”, “National Council vote: …”; without a dash a name and figure follow.
_HEADING = re.compile(
    r"^(?P<heading>(?:[^,;%]*?\b(?:percent(?:age)?|number|share) of [^-–:;%\d]*?"
    r"|[^,;%]{0,60}?\b(?:electoral |popular )?)votes?\b[^-–:;%]{0,60}?"
    r"|\(?(?:first|second|third)[- ]round\)?(?: of voting)?|\(?run-?off\)?[^-–:;%]{0,30}?)"
    r"(?:\s+[-–]+\s*|[-–]+\s+|\s*:\s*|(?<=\))\s*|\s+(?=[\d.]+ ?%$)"
    r"|(?-i:\s+(?=[A-Z][\w.'’-]+ (?:(?!\s[-–]|[-–]\s)[^;,])*?\d)))(?P<list>\S.*)$",
    re.I,
)
# Tables of some editions lost the line ends: “… 41.5% 2017: Ana TORRENT elected …”, but not “on 2 May 2017: …”.
_YEAR_INSIDE = re.compile(r"(?<=\S) (?=(?:19|20)\d{2}(?: ?/ ?\d{4})?:\s)")
_DATED = re.compile(r"\b(?:[A-Z][a-z]{2,8}\.?|in|of|since|by|for|and|until|[-–])$")
_NO_FIGURES = "no figures"
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
    text = _YEAR_INSIDE.sub(lambda match: " " if _DATED.search(text[: match.start()]) else "\n", text)
    found = list(_YEAR_BLOCK.finditer(text))
    head = text[: found[0].start()] if found else text
    ends = [*(match.start() for match in found[1:]), len(text)][: len(found)]
    blocks = [(match["year"], text[match.end() : end]) for match, end in zip(found, ends, strict=True)]
    return ([("", head)] if head.strip() else []) + blocks


def _blocks(piece: Piece, text: str, year: str, post: str, refused: list[Refused]) -> list[_Block]:
    blocks = [_Block(post, year, [])]
    open_list = False
    flat = re.sub(r"\s*\(\d{4}\)$", "", one_line(text))
    clauses = [(_plainer(each), each) for each in split_outside(flat, r";|(?<=[)%\d])\s+note ?\d? ?[-:]")]
    for clause, as_printed in clauses:
        current = blocks[-1]
        unknown = is_unknown(clause) or bool(_NOT_GIVEN.fullmatch(clause))
        if unknown or _IN_DOUBT.search(clause) or re.match(r"note\b", clause, re.I):
            open_list = False
            reason = "A note." if re.match(r"note\b", clause, re.I) else "A result that is only thought to be so."
            refused += [] if unknown else [Refused(piece.name, as_printed, reason, piece.locator)]
            continue
        if open_list and current.tallies and looks_like_list(clause) and not _HEADING.match(clause):
            current.tallies[-1] = _joined(current.tallies[-1], clause)
            continue
        before, found = _tally(clause, current.winner)
        current = _told(blocks, before, found, clause) if before else current
        if found:
            current.tallies.append(_rounded(found, current.said))
            open_list = True
        elif not before or (not current.winner and before != _NO_FIGURES):
            open_list = False
            refused.append(Refused(piece.name, as_printed, "No winner and no list of results.", piece.locator))
    for block in blocks:
        people = [line.person for tally in block.tallies for line in tally.lines if line.person]
        block.tallies = [
            _in_print(_as_winner(_full_tally(tally, people), block.winner), clauses) for tally in block.tallies
        ]
    return [block for block in blocks if block.tallies or block.winner]


def _plainer(clause: str) -> str:
    """A clause with a share in the words that the patterns here know."""
    if "%" not in clause:
        return clause
    for form, plainer in _FORMS:
        clause = form.sub(plainer, clause)
    return clause


def _in_print(tally: Tally, clauses: Sequence[tuple[str, str]]) -> Tally:
    """The list whose lines carry the words as printed, where these were read in a plainer form."""
    lines = tuple(replace(line, printed=_words_in_print(line.printed, clauses)) for line in tally.lines)
    return replace(tally, lines=lines)


def _words_in_print(words: str, clauses: Sequence[tuple[str, str]]) -> str:
    if any(words in printed for _, printed in clauses):
        return words
    return next((printed for plain, printed in clauses if words in plain), words)


def _as_winner(tally: Tally, winner: PersonName | None) -> Tally:
    """The list with the winner's own spelling, where one line alone has the winner's family name spelt alike."""
    if winner is None or any(line.person and _key(line.person) == _key(winner) for line in tally.lines):
        return tally
    family = winner.family.casefold()
    alike = [line for line in tally.lines if line.person and line.person.family.casefold() == family]
    if len(alike) != 1:
        return tally
    lines = tuple(replace(line, person=winner) if line is alike[0] else line for line in tally.lines)
    note = f"The list spells the winner “{alike[0].label}”." if alike[0].person != winner else ""
    return replace(tally, lines=lines, warnings=(*tally.warnings, note))


def _key(person: PersonName) -> str:
    return person.readable.casefold()


def named_in_full(polls: Iterable[Poll], people: Iterable[PersonName]) -> list[Poll]:
    """The votes with people whom a list names by their family name alone, named as the same edition names them.

    That holds where exactly one of the edition's people of the country has the family name.
    """
    known = list(people)
    return [
        replace(
            poll,
            winner=_in_full(poll.winner, known),
            tallies=tuple(_full_tally(tally, known) for tally in poll.tallies),
        )
        for poll in polls
    ]


def _full_tally(tally: Tally, known: Sequence[PersonName]) -> Tally:
    return replace(tally, lines=tuple(replace(line, person=_in_full(line.person, known)) for line in tally.lines))


def _in_full(person: PersonName | None, known: Sequence[PersonName]) -> PersonName | None:
    if person is None or _key(person) != person.family.casefold():
        return person
    fuller = {_key(one): one for one in known if one.family.casefold() == _key(person) and _key(one) != _key(person)}
    return replace(next(iter(fuller.values())), printed=person.printed) if len(fuller) == 1 else person


def _tally(clause: str, winner: PersonName | None) -> tuple[str, Tally | None]:
    """What a clause tells before its list, and the list."""
    heading = _HEADING.match(clause)
    if heading and not is_unknown(heading["list"]):
        listed = _of_winner(heading["list"], winner)
        counted = "share" if re.search(r"\d ?%|percent", heading["list"] + heading["heading"], re.I) else "votes"
        tally = read_tally(listed, counted, heading["heading"], people=True)
        if tally.lines:
            return (heading["heading"] if _WINNER.match(heading["heading"]) else ""), tally
    if heading and is_unknown(heading["list"]):
        return _NO_FIGURES, None
    before, dash, after = clause.rpartition(" - ")
    for told, behind in ((before, after), ("", clause)):
        first = _WINNER.match(told)
        listed = _of_winner(behind, _winner(first["name"]) if first else None)
        if not told and _names_winner(clause):
            continue  # “elected with about 50% participation” is no list
        if (dash or not told) and looks_like_list(listed):
            tally = read_tally(listed, "share", told, people=True)
            if tally.lines:
                return told, tally
    return clause, None


def _names_winner(clause: str) -> bool:
    """Whether a clause names who was elected before its first figure."""
    found = _WINNER.match(re.split(r"\d", clause, maxsplit=1)[0])
    return bool(found and _winner(found["name"]))


def _of_winner(listed: str, winner: PersonName | None) -> str:
    """A list that begins with a share alone, or with votes for and against: those are the winner's."""
    if winner is None:
        return listed
    votes = _VOTED_FOR.match(listed)
    if votes:
        return f"{winner.printed} {votes['votes']}"
    return f"{winner.printed} {listed}" if re.match(r"(?:about )?[\d.]+ ?%(?:$|,)", listed) else listed


def _joined(tally: Tally, clause: str) -> Tally:
    """A list that goes on behind a semicolon."""
    whole = read_tally(f"{tally.printed}; {clause}", tally.counted, "", people=True)
    return replace(whole, round=tally.round, share_of=tally.share_of)


def _rounded(tally: Tally, said: str) -> Tally:
    late = round_of(said)
    return replace(tally, round=late) if tally.round is None and late and late > 1 else tally


def _told(blocks: list[_Block], before: str, found: Tally | None, clause: str) -> _Block:
    """The block that a telling clause belongs to: a new one where it names the winner of another post."""
    current = blocks[-1]
    # “as nobody had a majority, Ana TORRENT was chosen …”: the name may stand behind a comma.
    told = [named for text in (before, before.rpartition(", ")[2]) if (named := _WINNER.match(text))]
    match = next((named for named in told if _winner(named["name"])), told[0] if told else None)
    if not match:
        current.said = current.said or clause
        return current
    # “elected president of the council and premier” is the vote for the premier where that is the post in question.
    called = re.split(r"[,;:(]| by | with | in | on ", match["post"] or "")[0]
    posts = [one[1].lower() for one in POST.finditer(called)]
    post = current.post if current.post in posts or not posts else posts[0]
    if (current.winner or current.tallies) and post != current.post:
        current = _Block(post, current.year, [])
        blocks.append(current)
    current.post = post
    current.said = clause
    current.winner = current.winner or _winner(match["name"])
    return current


def _winner(text: str) -> PersonName | None:
    try:
        person = read_name(_PARTY_BEHIND.sub("", POST_BEFORE.sub("", re.sub(r"^and ", "", without_brackets(text)))))
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
