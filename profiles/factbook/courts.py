"""Courts and political parties: lists of names, with the number of judges and with short names and leaders."""

import re
from dataclasses import dataclass

from profiles.factbook.layout import Piece, Refused
from profiles.factbook.names import NoNameError, PersonName, read_name
from profiles.factbook.results import is_unknown, number_of
from profiles.factbook.texts import (
    NUMBER_WORDS,
    brackets,
    one_line,
    short,
    split_outside,
    without_brackets,
    without_notes,
)

_COURT = re.compile(
    r"court|tribunal|council|privy|cour\b|corte|supreme|judicial|judiciary|chamber|magistrat|bench|hof|apostolic|sharia"
    r"|house of lords|rota\b|signatura|committee|majlis|panel|commission|judge|procurator|prosecut|conseil|session"
    r"|gericht",
    re.I,
)
_NUMBER = "|".join((r"\d+", *(word for word, number in NUMBER_WORDS.items() if number > 1)))
_JUDGES = re.compile(
    rf"(?P<bound>at least |up to |a maximum of |approximately |about )?(?P<lower>(?:a|the)? ?(?:chief|lord"
    rf"|presiding)?[\w ]*?(?:justice|president|chairperson|chairman|judge)s? and )?"
    rf"\b(?P<number>{_NUMBER})(?:-member\b|[- ](?:[\w-]+ ){{0,2}}?(?:judges|justices|members|magistrates"
    rf"|magistrate judges|ministers|councilors|councillors|jurists|counselors))",
    re.I,
)
_HEAD = re.compile(
    r"\b(?:(?:chief|lord) justice|court president|president|chair(?:person|man)?"
    r"|presiding judge)[\w ]* and (?:at least |up to )?(?:\d+|\w+)\b",
    re.I,
)
# Where a name ends and a sentence about the court begins.
_SENTENCE = re.compile(
    r"\s+[-–]\s+|,\s+(?=which|with|located|consist)"
    r"|\s+(?=(?:is|are|has|have|serves?|settles?|consists?|hears?|acts?|handles?|also|heads?)\b)"
)
_OR = re.compile(r"\s+or\s*(?=[A-Z])|\s+or\s+")
_FORMER = re.compile(
    r"\(?\b(?:formerly|former|previously)\b(?: known as)?(?: the)? ([^();\[\]]+?)\)?\s*(?=$|[;\[(])", re.I
)
_GROUP = re.compile(
    r"^((?:[a-z][\w '’/-]*|[A-Z][a-z]+ (?:parties|groups?|coalition members?)|(?:The )?[\w ]*(?:parties|coalition"
    r"|area)[\w ]*)):\s+(?=\S)"
)
_NO_PARTY = re.compile(
    r"^(?i:none|na|no (?:political )?parties|(?:and )?(?:numerous |several |many |various )?(?:other|others)\b.*"
    r"|independents?)$|^[a-z].*\b(?:are|is|were|was|has|have|had|banned|outlawed|permitted|prohibited|following)\b"
    r"|(?i:\b(?:political parties|no formal\w*|formal political)\b.*\b(?:are|is|have|has|exist|banned)\b"
    r"|\bdoes not have\b)"
)
_ROLE = re.compile(
    r"(?:(?:acting|interim|deputy|general|parliamentary|caucus|co-?|party|national|collective|executive|vice)[ -]*)*"
    r"(?:leaders?|leadership|chair\w*|presidents?|secretary(?:[ -]general)?|spokes\w+|vacant|coordinators?)",
    re.I,
)


@dataclass(frozen=True)
class Court:
    """A court; `judges` where the text prints a number, `judges_derived` where we added the president to it."""

    name: str
    others: tuple[str, ...]
    judges: int | None
    judges_qualifier: str
    judges_derived: str
    printed: str
    locator: str


@dataclass(frozen=True)
class Party:
    """A political party: name, short name, other names, former names, leaders, the group it is listed under."""

    name: str
    short: str
    others: tuple[str, ...]
    former: tuple[str, ...]
    leaders: tuple[PersonName, ...]
    group: str
    printed: str
    locator: str


def read_courts(piece: Piece) -> tuple[list[Court], list[Refused]]:
    """The courts of a list parted by semicolons."""
    text, note = without_notes(one_line(piece.text))
    courts: list[Court] = []
    refused = [Refused(piece.name, note, "A note.", piece.locator)] if note else []
    for item in split_outside(text, ";"):
        name = re.sub(r"^(?:and|the|a|an)\s+", "", without_brackets(item), flags=re.I).strip(" .,:")
        if is_unknown(item):
            continue
        if not _COURT.search(name) or not name[:1].isupper() or len(name.split()) > 25:
            refused.append(Refused(piece.name, item, "No name of a court was found.", piece.locator))
            continue
        courts.append(_court(name, item, piece))
    return courts, refused


def _court(name: str, item: str, piece: Piece) -> Court:
    names = [part.strip(" ,") for part in _OR.split(_SENTENCE.split(name)[0])]
    inside = " ".join(content for _, _, content in brackets(item)) or item
    judges, qualifier, derived = _judges(inside)
    others = tuple(other for other in dict.fromkeys(names[1:]) if other)
    return Court(names[0][:160], others, judges, qualifier, derived, short(item), piece.locator)


def _judges(text: str) -> tuple[int | None, str, str]:
    """“13 judges” is 13; “the chief justice and 13 judges” is 14, by our reckoning."""
    match = _JUDGES.search(text)
    number = number_of(match["number"]) if match else None
    if (
        not match
        or number is None
        or re.search(
            r"(?i:organi[sz]ed|chambers?|divisions?|panels|\bsits?\b|court of|high court)|\d[\w -]* and $",
            text[: match.start()],
        )
    ):
        return None, "", ""
    bound = (match["bound"] or "").strip()
    qualifier = {"at least": "at_least", "up to": "at_most", "a maximum of": "at_most"}.get(
        bound, "about" if bound else "unqualified"
    )
    head = _HEAD.search(text[: match.end()])
    if head and head.end() >= match.start("number") and "including" not in text[: match.start()]:
        return number + 1, qualifier, f"{number + 1} judges = 1 + {number}"
    if (
        re.search(r"president|chair|justice", text[: match.start("number")])
        and "including" not in text[: match.start()]
    ):
        return None, "", ""  # several heads stand before the number
    return number, qualifier, ""


def read_parties(piece: Piece) -> tuple[list[Party], list[Refused]]:
    """The parties of a list parted by line ends or semicolons."""
    parties: list[Party] = []
    refused: list[Refused] = []
    group = ""
    separator = r"\n|;" if "\n" in piece.text else ";"
    for item in split_outside(piece.text, separator):
        flat = one_line(item).strip(" ,;.•*-")
        headed = _GROUP.match(flat)
        if headed:
            group, flat = headed[1].strip(), flat[headed.end() :]
        if re.match(r"\(?note\b", flat, re.I) or not flat:
            refused += [Refused(piece.name, flat, "A note.", piece.locator)] if flat else []
            continue
        flat, note = without_notes(flat)
        refused += [Refused(piece.name, note, "A note.", piece.locator)] if note else []
        outside = without_brackets(flat)
        if _NO_PARTY.search(outside) or len(outside.split()) > 25:
            if not is_unknown(flat):
                refused.append(Refused(piece.name, flat, "No name of a party.", piece.locator))
            continue
        parties.append(_party(flat, group, piece, refused))
    return parties, refused


def _party(item: str, group: str, piece: Piece, refused: list[Refused]) -> Party:
    former = tuple(match[1].strip(" ,") for match in _FORMER.finditer(item))
    text = _FORMER.sub(" ", item)
    leaders: list[PersonName] = []
    inside: list[str] = []
    for start, end, content in reversed(list(brackets(text))):
        if text[start] == "[":
            leaders = _leaders(content, piece, refused) + leaders
        elif content[:1].isupper():
            inside.insert(0, content.strip(" )"))
        text = f"{text[:start]} {text[end:]}"
    names = [part.strip(" ,;:-)") for part in _OR.split(one_line(text)) if part.strip(" ,;:-")]
    if not names:
        names = inside[:1] or [item]
    others = [*names[1:], *inside]
    code = next(
        (other for other in others if re.fullmatch(r"[\w/.&'’-]{1,14}", other) and sum(map(str.isupper, other)) > 1), ""
    )
    kept = tuple(other for other in dict.fromkeys(others) if other not in (code, names[0]))
    return Party(names[0][:200], code, kept, former, tuple(leaders), group, short(item), piece.locator)


def _leaders(content: str, piece: Piece, refused: list[Refused]) -> list[PersonName]:
    found = []
    for name in re.split(r",\s+(?!(?:Jr|Sr|also)\b)|\s+and\s+|;\s*|/", content):
        bare = re.sub(rf"^{_ROLE.pattern}\b:? |,? {_ROLE.pattern}$", "", name.strip(), flags=re.I).strip()
        if not bare or _ROLE.fullmatch(bare):
            continue
        try:
            found.append(read_name(bare))
        except NoNameError:
            if not is_unknown(name) and name.strip():
                refused.append(Refused(piece.name, name.strip(), "No name of a leader.", piece.locator))
    return found
