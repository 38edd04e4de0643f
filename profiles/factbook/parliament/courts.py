"""Courts: lists of names, with the number of judges."""

import re
from dataclasses import dataclass

from profiles.factbook.edition.layout import Piece, Refused
from profiles.factbook.edition.texts import (
    NUMBER_WORDS,
    brackets,
    one_line,
    short,
    split_outside,
    without_brackets,
    without_notes,
)
from profiles.factbook.parliament.results import is_unknown, number_of
from profiles.factbook.parliament.seats import by_language

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
    r"\s+[-–]\s+|,\s+(?!and (?:of )?[A-Z])(?=[a-z])|\s+(?=(?:of )?(?:\d+|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve)\b)"
    r"|\s+(?=(?:is|are|was|were|has|have|had|serves?|settles?|consists?|consisting|hears?|acts?|handles?|also"
    r"|heads?|headed|travels?"
    r"|regulates?|deals?|includes?|including|exercises?|composed|comprised|began|will|members|judges|justices"
    r"|normally|appointed"
    r"|established|elected|under|as|for (?:civil|criminal|[a-z]+ (?:cases|matters))|which|that|whose"
    r"|the president|and normally"
    r"|rotates?|sits?|currently|provided|comprising|at all levels|chief justice"
    r"|with (?:the|an?|\d+|jurisdiction)|and (?:\w+ ){1,3}courts)\b)"
    r"|\s+(?=[A-Z][a-z]+ [A-Z]{3,}\b)"
)
# What makes a name the name of a court.
_NOUN = re.compile(
    r"court|tribunal|council|cour\b|corte\b|committee|chamber|magistrat|bench|hof\b|gericht|majlis|rota\b"
    r"|signatura|panel|commission"
    r"|procurator|conseil|session|sharia|apostolic|house of lords|curia|supreme|privy|rettur|oikeus|domstol|sud\b"
    r"|riksr|raad\b|yuan\b",
    re.I,
)
# One court of a list: its noun begins or ends the name.
_NAMED = re.compile(r"^(?:[A-Z][\w'’]* ){0,5}(?:Courts?|Tribunals?|Council)\b", re.I)
# “(Corte Suprema)”, the name in another language, and no remark.
_LOCAL = re.compile(r"[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|de|du|des|la|del|della|di|da|do|van|der|für|d'[A-Z]\w*)){1,7}")
_WHAT_FOR = re.compile(r"\s+for [\w ]+ (?:cases|matters)$")
_BARE = re.compile(r"(?:the )?(?:courts?|tribunals?|council|commission|committee)", re.I)
_OR = re.compile(r"\s+or\s*(?=[A-Z])|\s+or\s+")


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


def read_courts(piece: Piece) -> tuple[list[Court], list[Refused]]:
    """The courts of a list parted by semicolons, or by commas where each part names a court."""
    text, note = without_notes(one_line(re.sub(r"\s\+\+(?=\s|$)", ";", piece.text)))
    courts: list[Court] = []
    refused = [Refused(piece.name, note, "A note.", piece.locator)] if note else []
    for item in [part for clause in split_outside(text, ";") for part in _several(clause)]:
        name = re.sub(r"^(?:and|the|a|an)\s+", "", without_brackets(item), flags=re.I).strip(" .,:")
        if is_unknown(item):
            continue
        names = [part.strip(' ,"“”') for part in _OR.split(_SENTENCE.split(name)[0])]
        named = any(_NOUN.search(part) for part in names) and not _BARE.fullmatch(names[0])
        if not named or not _COURT.search(name) or not name[:1].isupper() or len(name.split()) > 25:
            refused.append(Refused(piece.name, item, "No name of a court was found.", piece.locator))
            continue
        courts.append(_court(names, item, piece))
    return courts, refused


def _several(clause: str) -> list[str]:
    """The courts of “Supreme Court, Court of Appeal and High Court”; a clause of one court stays whole."""
    parts = split_outside(
        clause, r",\s*(?:and\s+)?(?:the\s+)?(?=[A-Z])|\s+and\s+(?:the\s+|an?\s+)?(?:[\w]+-member )?(?=[A-Z])"
    )
    plain = [_WHAT_FOR.sub("", without_brackets(part)) for part in parts]
    whole = len(parts) > 1 and not _SENTENCE.search(plain[0]) and all(map(_names_court, parts, plain))
    return parts if whole else [clause]


def _names_court(part: str, plain: str) -> bool:
    """Whether a part names a court: outside its brackets, or in one, as “Savezni Sud (Federal Court)” does."""
    return bool(_NAMED.search(plain) or any(_NAMED.fullmatch(content) for _, _, content in brackets(part)))


def _court(names: list[str], item: str, piece: Piece) -> Court:
    inside = " ".join(content for _, _, content in brackets(item)) or item
    spoken = [name for _, _, content in brackets(item) for name in by_language(content)]
    local = [name for name in spoken if _LOCAL.fullmatch(name) and _NOUN.search(name)]
    judges, qualifier, derived = _judges(inside)
    others = tuple(other for other in dict.fromkeys([*names[1:], *local]) if other and other != names[0])
    return Court(names[0][:160], others, judges, qualifier, derived, short(item), piece.locator)


def _judges(text: str) -> tuple[int | None, str, str]:
    """“13 judges” is 13; “the chief justice and 13 judges” is 14, by our reckoning."""
    match = _JUDGES.search(text)
    number = number_of(match["number"]) if match else None
    if (
        not match
        or number is None
        or re.match(r"\s*(?:(?:is|are) )?(?:residents?|reside|preside)", text[match.end() :])
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
