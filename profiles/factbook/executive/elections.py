"""How heads of state and government come to their posts, and the votes that made them: rules, dates, results."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from profiles.factbook.edition.days import Day, read_day, read_days
from profiles.factbook.edition.piece import Piece, Refused
from profiles.factbook.edition.texts import brackets, one_line, short, split_outside, without_brackets
from profiles.factbook.executive.names import PersonName
from profiles.factbook.parliament.results import Tally, is_unknown, number_of, round_of

_POSTS = (
    "prime minister",
    "deputy prime minister",
    "vice president",
    "president",
    "chancellor",
    "premier",
    "governor general",
    "governor-general",
    "lieutenant governor",
    "governor",
    "monarch",
    "king",
    "pope",
    "sultan",
    "amir",
    "chief minister",
    "chief executive",
    "administrator",
    "captains regent",
    "co-princes",
    "coprinces",
    "mayor",
    "taoiseach",
    "monarchy",
    "supreme leader",
    "head of government",
    "chairman of the Council of Ministers",
    "high commissioner",
    "prefect",
    "chief of state",
    "chief officer",
    "co-chiefs of state",
    "emir",
    "emperor",
    "queen",
    "secretary of state",
    "state president",
    "paramount ruler",
    "captain regent",
    "commissioner",
)
# The posts that rules and results speak of.
POST = re.compile(rf"\b({'|'.join(sorted(map(re.escape, _POSTS), key=len, reverse=True))})s?\b", re.I)
_CHOSEN = re.compile(
    r"\b(?:(?:in)?directly |popularly |re)?(?:elected|chosen|appointed|nominated|selected|named|designated)\b"
    r"|hereditary",
    re.I,
)
_DIRECT = re.compile(
    r"directly|direct(?:,)? (?:universal )?(?:popular )?(?:vote|election|suffrage)|popular(?:ly)?(?: vote"
    r"| election| elected)?"
    r"|universal (?:suffrage|ballot|vote)|by (?:the )?(?:voters|citizens|people|electorate)\b(?!['’])",
    re.I,
)
_BODY = re.compile(
    r"by (?:(?:\w+[- ](?:thirds?|fifths?)|simple|absolute|secret|majority|ballot|vote|of|a|in|and)\b[ ,]*)*"
    r"((?:the )?(?:[\w'’-]+ ){0,6}?(?:assembly|parliament|congress|college|council|knesset|legislature|house"
    r"|senate|riigikogu"
    r"|saeima|staten|majlis|chamber|committee|electors|cardinals|fsc|family|rulers?|vouli|seimas|monarch|president|pope"
    r"|co-?princes|emperor|queen|crown|emir|governor general|governor-general|governor|prime minister|king|sultan|amir)"
    r"(?-i: of (?:the )?[A-Z][\w'’]+(?: (?:and )?[A-Z][\w'’]+)*)?"
    r"|(?-i:the [A-Z][\w'’-]+(?: (?:of|the|and|[A-Z][\w'’-]+))*))\b",
    re.I,
)
_TERM = re.compile(
    r"(?:\b(\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten)[- ]years?\b)|for (life)\b", re.I
)
_AGES = re.compile(r"\d+ years? of age|\d+-year-old")
_LIMIT = re.compile(
    r"eligible|term limits?|limit|renewable|consecutive|no re-?election|single|successive|may not|unlimited", re.I
)
_NEXT = re.compile(
    r"\(?\s*(?:the )?next\b[^();]*?(?:to be (?:held|called)|held|due|scheduled|election|must be held|expected)?\s*",
    re.I,
)
_HELD = re.compile(r"\b(?:last held|was held|were held|elections? held|first held|round held|held|took place)\b", re.I)
# Behind these words stand other days than those of the vote.
_ASIDE = re.compile(r"\s(?:to (?!\d|be\b)|during|after|following|when|because|which|that|amid|due|based|under)\b")
_MOVED = re.compile(r"postponed|delayed|not held|supposed to|cancel?led|suspended|has been moved|were to be", re.I)
_NO_DATE = re.compile(
    r"\b(?:TBD|NA|n/a|none|no (?:new )?date|not (?:yet )?(?:set|announced|scheduled)|to be determined|unknown"
    r"|undetermined)\b",
    re.I,
)
# A post that stands here is another's than the one spoken of: “appointed by the pope”, “leader of the council”.
_ANOTHER = re.compile(
    r"\b(?:by|of|with|from|to|under|between|for|behalf of) (?:the |an? |each )?(?:\w+ and (?:the )?)?$", re.I
)
_ITSELF = re.compile(r"\b(?:position|post|office|title) of (?:the )?$", re.I)
_TERM_WORDS = re.compile(
    rf"(?:(?:single|renewable|non-?consecutive|fixed|maximum)[ ,]+)*(?:{_TERM.pattern})"
    r"(?:,? (?:renewable|non-?consecutive|single))*(?: terms?(?: of office)?\b)?",
    re.I,
)
# A label stands at the start of a line, or, where a table lost the line ends, a post's name does anywhere.
_LABEL = re.compile(
    rf"(?:(?:^|\n)\s*(?=[a-z])|(?<=\d)\s+(?={POST.pattern}:))(?P<label>[a-z][a-z ,-]{{3,40}}):\s*", re.I
)


@dataclass(frozen=True)
class Rule:
    """How one post is filled: method direct, indirect, appointed, hereditary or ''; by whom; term; limit as printed.

    `printed` holds the words on the way alone, `term_printed` those on the term alone, each ten at most.
    """

    post: str
    method: str
    chosen_by: str
    term_years: Decimal | None
    limit: str
    printed: str
    locator: str
    term_printed: str = ""


@dataclass(frozen=True)
class Poll:
    """One vote. `state` is held, scheduled, moved or cancelled; a moved one may carry the day it was meant for."""

    post: str
    state: str
    day: Day
    round: int | None
    tallies: tuple[Tally, ...]
    winner: PersonName | None
    printed: str
    locator: str
    warnings: tuple[str, ...] = ()


def read_rules(piece: Piece) -> tuple[list[Rule], list[Refused]]:
    """The rules in a text on how posts are filled, one for each clause that names a post and a way."""
    rules: list[Rule] = []
    for clause in split_outside(one_line(piece.text), r";|\bnote ?\d?(?=\s*[-:])"):
        outside = without_brackets(clause)
        posts, chosen = _posts_in(outside), _CHOSEN.search(outside)
        if re.match(r"[-:–]|.*\b(?:prior|previously|former|originally)\b", outside, re.I) or not posts or not chosen:
            continue
        rules += [_rule(piece, clause, post) for post in posts]
    if rules or is_unknown(piece.text):
        return rules, []
    return [], [Refused(piece.name, piece.text, "No post with a way of filling it was found.", piece.locator)]


def _post_in(text: str) -> re.Match[str] | None:
    """The post that a clause speaks of: the first that is not named as somebody else's part in it."""
    return next((found for found in POST.finditer(text) if not _is_anothers(text[: found.start()])), None)


def _is_anothers(before: str) -> bool:
    return bool(_ANOTHER.search(before)) and not _ITSELF.search(before)


def _posts_in(text: str) -> list[str]:
    """The posts that a clause speaks of together: “president and vice president elected on the same ballot”."""
    first = _post_in(text)
    if first is None:
        return []
    posts, end = [first[1].lower()], first.end()
    while following := POST.search(text, end):
        if not re.fullmatch(
            r"(?:,|/| and| or|, and) ?(?:the |US |first |second |two )*", text[end : following.start()]
        ):
            break
        posts.append(following[1].lower())
        end = following.end()
    return list(dict.fromkeys(posts))


def _words(text: str, body: re.Match[str] | None) -> str:
    """The words of a clause on the way alone, from the post to who chooses; from the verb where that is long."""
    post, chosen = _post_in(text), _CHOSEN.search(text)
    if not post or not chosen:
        return short(text)
    direct = _DIRECT.search(text, chosen.start())
    vote = re.search(r"\bby [\w, -]*?popular vote\b", text)
    end = max(found.end() for found in (chosen, body, direct, vote) if found)
    begin = min(post.start(), chosen.start())
    if len(text[begin:end].split()) > 10:
        begin = chosen.start()
    return short(text[begin:end])


def _rule(piece: Piece, clause: str, post: str) -> Rule:
    outside = without_brackets(clause)
    appointed = re.search(r"\b(?:appointed|elected) by\b", outside)
    body = _BODY.search(outside, appointed.start()) if appointed else _BODY.search(outside)
    if "hereditary" in outside:
        method = "hereditary"
    elif re.search(r"indirectly elected", outside, re.I):
        method = "indirect"
    elif re.search(r"elected|chosen|selected", outside, re.I):
        direct = _DIRECT.search(outside)
        # “by a college of electors who are elected directly”: the college stands first, and chooses.
        method = "direct" if direct and not (body and body.start() < direct.start()) else "indirect" if body else ""
    else:
        method = "appointed"
    chosen_by = re.sub(r"^(?:and )?from ", "", one_line(body[1])) if body and method != "direct" else ""
    limit = next((inside for _, _, inside in brackets(clause) if _LIMIT.search(inside)), "")
    single = re.search(r"\bsingle[ ,]", outside)
    return Rule(
        post,
        method,
        short(chosen_by),
        term_of(clause),
        short(limit.partition(";")[0] or ("single term" if single else "")),
        _words(outside, body),
        piece.locator,
        _term_words(clause),
    )


def _term_words(text: str) -> str:
    match = _TERM_WORDS.search(_AGES.sub("", text))
    return short(match[0]) if match else ""


def term_of(text: str) -> Decimal | None:
    """The length of a term in years, of the first that a text names outside “years of age”, or None."""
    match = _TERM.search(_AGES.sub("", text))
    if not match or not match[1]:
        return None
    return Decimal(match[1]) if match[1][0].isdigit() else Decimal(number_of(match[1]) or 0) or None


def polls_in(text: str, locator: str, post: str) -> list[Poll]:
    """The votes that a running text names: “last held on 9 April 2009 (next to be held in April 2014)”."""
    polls: list[Poll] = []
    flat = one_line(text)
    said = [match for match in _HELD.finditer(flat) if not _only_planned(flat, match.start())]
    first = [match for match in said[:1] if "round" in match[0].lower()]  # “first round held …, second round held …”
    last = [match for match in said if "last" in match[0].lower()] or first or said[-1:]
    for match in last[:1]:
        # “; runoff held 28 December 2003” names the second day of the same vote.
        when = re.split(
            r"\(?\bnext\b|;(?!\s*(?:an? )?(?:run-?off|second round)\b)|\bnote\b|\)(?=\s*;)|\belection results\b",
            flat[match.end() :],
            maxsplit=1,
        )[0]
        polls += _dated(_ASIDE.split(when, maxsplit=1)[0], "held", locator, post)
    later = re.search(r"\bnext\b(?P<when>[^();]*(?:\([^()]*\))?)", flat) or re.search(
        r"\belections?\b.*\bscheduled for\b(?P<when>[^();]*)", flat
    )
    if later:
        polls += scheduled(later["when"], locator, post)
    return polls


def _only_planned(text: str, place: int) -> bool:
    """Whether the word “held” at a place speaks of what is to come, or did not."""
    return bool(re.search(r"\bnext\b[^();]*$|\b(?:to be|not|be|been)\s+$", text[:place]))


def _dated(text: str, state: str, locator: str, post: str) -> list[Poll]:
    days = [day for day in read_days(text) if day.edtf]
    rounds = len(days) > 1
    notes = ("Several days are read as rounds, in order.",) if rounds and not round_of(text) else ()
    return [
        Poll(post, state, day, number if rounds else None, (), None, short(text), locator, (*day.warnings, *notes))
        for number, day in enumerate(days, 1)
    ]


def held(text: str, locator: str, post: str, year: int) -> list[Poll]:
    """The votes of a field that holds the date of the most recent; those later than the edition's year are doubted."""
    polls: list[Poll] = []
    for label, part in _labelled(text, post):
        if _MOVED.search(without_brackets(part)):
            polls += scheduled(part, locator, label)
            continue
        said = split_outside(without_brackets(part) or part, ";")
        plain = next(
            (piece for piece in said if re.search(r"\b(?:last|most recent)\b", piece)), said[0] if said else part
        )
        found = _dated(plain, "held", locator, label) or [_single(plain, "held", locator, label)]
        polls += [poll for poll in found if poll.day.edtf]
    return [_doubted(poll, year) for poll in polls]


def _single(text: str, state: str, locator: str, post: str) -> Poll:
    day = read_day(text)
    return Poll(post, state, day, None, (), None, short(text), locator, day.warnings)


def _doubted(poll: Poll, year: int) -> Poll:
    if poll.state == "held" and poll.day.edtf[:4].isdigit() and int(poll.day.edtf[:4]) > year:
        return replace(
            poll, state="scheduled", warnings=(*poll.warnings, "Printed as held, and later than the edition.")
        )
    return poll


def scheduled(text: str, locator: str, post: str) -> list[Poll]:
    """The votes of a text that says when the next is due, be it moved or without a date."""
    polls: list[Poll] = []
    for label, part in _labelled(text, post):
        main = one_line(re.split(r";|\bnote\b", part)[0])
        days = [day for day in read_days(main) if day.edtf]
        by = (
            re.search(r"\b(?:by|before|no later than|not later than|until)\s+$", main[: main.find(days[0].printed[:4])])
            if days
            else None
        )
        if _MOVED.search(main):
            note = ("The day is the one that was given up.",) if days else ()
            last = re.search(r"(?:currently|now|until|to)\s+(?:to be held |scheduled )?(?:in|for|on)\s+(.*)", main)
            if last and read_day(last[1]).edtf:
                polls.append(_single(last[1], "scheduled", locator, label))
            else:
                polls.append(
                    Poll(label, "moved", days[0] if days else Day("", ""), None, (), None, short(main), locator, note)
                )
        elif days:
            day = read_day(f"by {days[0].printed}") if by else days[0]
            polls.append(
                Poll(
                    label,
                    "scheduled",
                    replace(day, printed=short(main)),
                    None,
                    (),
                    None,
                    short(main),
                    locator,
                    day.warnings,
                )
            )
    return polls


def says_no_date(text: str) -> bool:
    """Whether a text says that no date is known, instead of giving one."""
    return bool(_NO_DATE.search(text)) or is_unknown(text)


def _labelled(text: str, post: str) -> list[tuple[str, str]]:
    """The parts of a text under labels such as “president:” and “chief executive:”; else the whole under `post`."""
    found = list(_LABEL.finditer(text))
    if not found or found[0].start() > 2:
        return [(post, one_line(text))]
    ends = [*(match.start() for match in found[1:]), len(text)][: len(found)]
    return [
        (match["label"].strip().lower(), one_line(text[match.end() : end]))
        for match, end in zip(found, ends, strict=True)
    ]
