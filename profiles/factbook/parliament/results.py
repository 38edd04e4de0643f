"""Lists of results: “Ana TORRENT (PP) 61%, Bo LIND less than 1%, other 3.6%”, “PP 45, UD 12”, “Unity (62);"
" Others (3)”."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from profiles.factbook.edition.texts import NUMBER_WORDS, brackets, one_line, split_outside, without_brackets
from profiles.factbook.executive.names import NoNameError, PersonName, read_name

_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|\.\d+)"
_QUALIFIER = r"(?P<qualifier>(?:less|fewer|more) than|under|over|about|approximately|nearly|almost|at least|<|>|~)"
_ITEM = re.compile(
    rf"(?P<label>.*?\S)\s*(?:[-–:]\s*)?(?:{_QUALIFIER}\s*)?{_NUMBER}\s*(?P<sign>%+|per ?cent|percent"
    rf"|(?:electoral )?votes?|seats?)?"
    r"(?:\s*(?:of the (?:total )?votes?(?: cast)?|\([^()]*\)))?(?:\s*(?:[-–]|for the) ?[\w' ]+ seat)?",
    re.I,
)
_SEATS_BEHIND = re.compile(r"(?P<label>.*?)\s*\((?P<number>\d{1,4})(?: seats?)?\)(?: seats?)?")
_NUMBER_FIRST = re.compile(r"(?P<number>\d+) (?P<label>independents?|non-?partisans?|others?|vacant)", re.I)
_ROUNDS = (
    (1, r"first[- ](?:round|ballot)|1st (?:round|ballot)"),
    (2, r"second[- ](?:round|ballot)|2nd (?:round|ballot)|run-?off"),
    (3, r"third[- ](?:round|ballot)"),
    (4, r"fourth[- ](?:round|ballot)"),
)
# The post of a person before the name: “former Lieutenant Governor Ana TORRENT”.
POST_BEFORE = re.compile(
    r"^(?:the )?(?:(?:former|incumbent|acting|interim) )*"
    r"(?:(?:Lieutenant |Vice )?(?:Governor|President)|Prime Minister|Premier|Chancellor|Chief Minister) (?=[A-Z])",
    re.I,
)
_NOBODY = re.compile(
    r"(?:and |all |the )?(?:others?|independents?|vacant|none|invalid|blank|unaffiliated|undecided|spoil\w*"
    r"|non-?partisan"
    r"|write-?ins?|appointed|nonpartisans?)\b",
    re.I,
)
_QUALIFIERS = {
    "less than": "less_than",
    "fewer than": "less_than",
    "under": "less_than",
    "<": "less_than",
    "more than": "more_than",
    "over": "more_than",
    ">": "more_than",
    "at least": "at_least",
}
_NO_LABEL = re.compile(
    r"(?:percent|share|number) of\b|(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)$"
)
_BLOC = re.compile(
    r"^(?:[A-Za-z][^:;\d%()]{3,60}:\s+(?=\S)|(?:in)?direct elections? - (?=[^\W\d_])"
    r"|(?:appointed|elected|reserved) seats (?=[A-Z]))"
)
# “CD 4 opposition parties: EF 3”: the name of a bloc behind a list without a sign between.
_BLOC_BEHIND = re.compile(r"(?<=[\d%)])\s+(?=[A-Za-z][^:;\d%()]{3,60}:\s+\S)")
# “Left or linked (AB 34, CD 37)”: a bloc without a number of its own, and its parties.
_BLOC_OF = re.compile(r"[^\d()]*[^\W\d_][^\d()]*\((?P<parties>[^()]*\d)\)")
_PARTY_NUMBER = re.compile(r"[^\W\d_][^,;]*? \d{1,4}")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d{1,2} ?%)")
_CODE = r"[^\W\d_][\w./&'’-]*[A-Z][\w./&'’-]*"
# “AB 4 CD 5”, “AB 4 other 5”: two names of which one is a code or a remainder; “March 14 Union 71” is one.
_LOST_COMMA = re.compile(
    rf"({_CODE} \d{{1,3}}) (\S*[^\W\d_].* \d{{1,3}})|([^\W\d_].*?[^\d\s] \d{{1,3}}) ((?:{_CODE}|others?"
    rf"|independents?) \d{{1,3}})"
)
_UNKNOWN = re.compile(r"(?:NA%?|n/a|none|unknown|not available|TBD)\.?", re.I)


@dataclass(frozen=True)
class Line:
    """One line of a list of results. Shares are per cent; of share, votes and seats at least one is given, or `said`.

    `said` holds a number that is none of them, in words: “electoral vote: 312”, where each vote stands for many.
    """

    label: str
    person: PersonName | None
    party: str
    share_low: Decimal | None
    share_high: Decimal | None
    share_qualifier: str
    votes: int | None
    seats: int | None
    printed: str
    said: str = ""


@dataclass(frozen=True)
class Tally:
    """One printed list. `counted` is share, votes or seats; `share_of` what a share is a share of."""

    counted: str
    share_of: str
    round: int | None
    lines: tuple[Line, ...]
    unread: tuple[str, ...]
    printed: str
    warnings: tuple[str, ...]


def is_unknown(text: str) -> bool:
    """Whether a list says only that nothing is known: NA."""
    return bool(_UNKNOWN.fullmatch(one_line(text).strip(" ;,.")))


def round_of(text: str) -> int | None:
    """The round of voting that a text names, or None."""
    return next((number for number, words in _ROUNDS if re.search(words, text, re.I)), None)


def share_of(heading: str) -> str:
    """What a share is a share of, by the words of its heading."""
    if re.search(r"of (?:the )?seats", heading, re.I):
        return "seats"
    if re.search(r"valid", heading, re.I):
        return "valid_votes"
    if re.search(r"votes? cast", heading, re.I):
        return "votes_cast"
    if re.search(r"assembly|parliament|congress|council|college|legislat|senate|knesset|diet", heading, re.I):
        return "members"
    return "not_stated"


def items(text: str) -> list[str]:
    """The pieces of a list; “WHIPPS, Jr.” and “1,204” stay whole."""
    flat = re.sub(r"(?<=[^\d%\s]),\s+(?=(?:less than |about )?[\d.]+ ?%)", " ", one_line(text))  # “ABLE, 9.1%”
    parts = split_outside(flat, r"\s*;\s*|,\s+(?!(?:Jr|Sr)\b)|(?<=\d%)\s+(?=[^\W\d_])(?!of\b|in\b|for\b|and\b)")
    return [_closed(re.sub(r"^and\s+", "", part).strip(" ,;.")) for part in parts if part.strip(" ,;.")]


def without_heads(text: str) -> str:
    """A list without the names of blocs before its parts: “Unity bloc: AB 20, CD 4; opposition: EF 3”."""
    parts = split_outside(_BLOC_BEHIND.sub("; ", one_line(text)), ";")
    return "; ".join(_BLOC.sub("", part) for part in parts)


def _closed(item: str) -> str:
    """The item without a bracket at its end that was never opened: “KO Wen-je (TPP) 26.5%)”."""
    return item[:-1] if re.search(r"[\d%]\)$", item) and item.count(")") > item.count("(") else item


def read_tally(text: str, counted: str, heading: str = "", *, people: bool = False) -> Tally:
    """Read one list. What gives no line is kept in `unread`; sums are warned of, never mended."""
    lines, unread = [], []
    notes: list[str] = []
    listed = text if people else without_heads(text)
    if counted == "share" and _DECIMAL_COMMA.search(listed):
        listed = _DECIMAL_COMMA.sub(".", listed)
        notes.append("A comma between the digits of a share is read as a point.")
    found = items(listed)
    if not people:
        found = [part for item in found for part in _of_bloc(_BLOC.sub("", item))]
    if counted == "seats":
        found = [part for item in found for part in _unparted(item, notes)]
    for item in found:
        line = _line(item, counted, people=people)
        if line is None:
            unread.append(item)
            continue
        lines.append(_in_words(line, heading))
        if counted == "share" and "%" not in item and not re.search(r"per ?cent", item):
            notes.append(f"“{item[-30:]}” has no sign of per cent.")
    notes += _sums(lines, counted)
    if unread:
        notes.append(f"Not understood: {'; '.join(unread)[:120]}")
    return Tally(counted, share_of(heading), round_of(heading), tuple(lines), tuple(unread), text.strip(), tuple(notes))


def _in_words(line: Line, heading: str) -> Line:
    """The line with an electoral vote in words: it is no number of votes that voters cast."""
    told = re.search(r"\belectoral votes?\b", heading, re.I)
    if line.votes is None or not told:
        return line
    return replace(line, votes=None, said=f"{told[0].lower()}: {line.votes:,}")


def _of_bloc(item: str) -> list[str]:
    """The parties of a bloc that has no number of its own; else the one item."""
    bloc = _BLOC_OF.fullmatch(item)
    parties = split_outside(bloc["parties"], r"[,;]") if bloc else []
    return parties if parties and all(_PARTY_NUMBER.fullmatch(part) for part in parties) else [item]


def _unparted(item: str, notes: list[str]) -> list[str]:
    """The two pieces of “AB 4 CD 5”, where a comma is lost, with a note; else the one."""
    two = _LOST_COMMA.fullmatch(item)
    if not two or "(" in item:
        return [item]
    notes.append(f"“{item[-40:]}” is read as two, with no comma between.")
    return [part for part in two.groups() if part]


def looks_like_list(text: str) -> bool:
    """Whether most pieces of a text end in a figure with a sign of per cent or stand as name and number."""
    parts = items(text)
    with_sign = [part for part in parts if re.search(r"\d ?%|\d per ?cent", part)]
    return bool(parts) and 2 * len(with_sign) >= len(parts) and any(_line(part, "share") for part in parts)


def _line(item: str, counted: str, *, people: bool = False) -> Line | None:
    item = re.sub(r"^\([^()]*\d\)\s*(?=\S)", "", item)  # “(left 12) AB 7”, the sum of a bloc before its parties
    match = (_SEATS_BEHIND.fullmatch(item) or _NUMBER_FIRST.fullmatch(item)) if counted == "seats" else None
    match = match or _ITEM.fullmatch(item)
    label = re.sub(r"\s+with$", "", match["label"].strip(" -–:,")) if match else ""
    if not match or not re.match(r"[\"'“‘]?[^\W\d_]|\d+\D*[^\W\d_]{3}", label):
        return None
    if people:
        label = re.split(r"\s+(?:was |is )?(?:re-?)?(?:elected|won|received)\b", label)[0]
    if people and not _NOBODY.match(label) and (label.islower() or _NO_LABEL.match(label)):
        return None
    number = Decimal(match["number"].replace(",", ""))
    found = match.groupdict()
    sign = (found.get("sign") or "").lower()
    qualifier = _QUALIFIERS.get(
        (found.get("qualifier") or "").lower(), "about" if found.get("qualifier") else "unqualified"
    )
    person, party = _who(label) if people else (None, "")
    if counted == "share" and "vote" not in sign:
        if number > 100:
            return None
        low = None if qualifier == "less_than" else number
        high = None if qualifier in {"more_than", "at_least"} else number
        return Line(label, person, party, low, high, qualifier, None, None, item)
    if number != int(number) or "%" in sign:
        return None
    whole = int(number)
    votes, seats = (whole, None) if counted != "seats" else (None, whole)
    return Line(label, person, party, None, None, "", votes, seats, item)


def _who(label: str) -> tuple[PersonName | None, str]:
    """The person of a label and the party in its last bracket; no person for “other” and the like."""
    inside = [content for _, _, content in brackets(label)]
    # In “MOKHTAR independent)” the bracket was never opened.
    loose = re.search(r"\s([\w.'-]+)\)$", label)
    name = without_brackets(label) if inside else label[: loose.start()] if loose else label
    party = inside[-1] if inside else loose[1] if loose else ""
    if _NOBODY.match(name) or re.match(r"\w+ other", name) or re.search(r"\bcandidates?\b", name):
        return None, party
    try:
        return read_name(POST_BEFORE.sub("", name)), party
    except NoNameError:
        return None, party


def _sums(lines: list[Line], counted: str) -> list[str]:
    if counted != "share" or not lines:
        return []
    total = sum((line.share_high or line.share_low or Decimal(0) for line in lines), Decimal(0))
    if total > Decimal("101"):
        return [f"The shares come to {total.normalize():f}%."]
    if total < Decimal("98.5") and any(re.match(r"(?:all )?others?\b", line.label, re.I) for line in lines):
        return [f"The shares come to {total.normalize():f}%, with “other” among them."]
    return []


def number_of(word: str) -> int | None:
    """A whole number in digits or letters, also with a hyphen behind (“five-year”)."""
    word = word.lower().strip(" -")
    return int(word.replace(",", "")) if re.fullmatch(r"[\d,]*\d", word) else NUMBER_WORDS.get(word)
