"""How the seats of a chamber are filled, out of the words behind its number of seats; and the length of its term."""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from profiles.factbook.edition.texts import short
from profiles.factbook.executive.elections import term_of
from profiles.factbook.parliament.results import number_of
from profiles.factbook.parliament.seats import Block

COUNT = r"(\d{1,3}(?:,\d{3})+|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
UNIT = r"(?:seats?|members?|-seat|-member|deputies|senators|representatives|councilors|councillors)"
# A number of seats, not one of years, regions, electors or shares, nor one that counts who elects.
_BLOCK = re.compile(
    rf"(?<![\w-])(?<!by )(?<!from )(?<!of )(?<!in )(?<!the )(?<!for )(?<!every )(?<!than )(?<!least )"
    rf"{COUNT}(?![\w%-])"
    r"(?! ?(?:years?|per ?cent|times|%|of age|constituenc|districts|electoral|geographic|regions|provinces"
    r"|states\b|oblasts|rounds|departments|counties|parishes|cantons|governorates|atolls|prefectures|islands\b))",
    re.I,
)
_WAYS = (
    ("ex_officio", r"ex[- ]officio|by virtue of|hereditary|for life|life (?:senators|peers|members)"),
    (
        "indirectly_elected",
        r"indirect|co-?opted|elected by the (?:\d+ )?(?:other|elected) (?:members|senators|deputies)|elected (?:by"
        r"|from) (?:the |an? )?(?:\w+ ){0,5}(?:assembl|council|legislat|parliament|college"
        r"|electors|chiefs|nobles|senate|house|committee|bod(?:y|ies)|chambers?|municipal|communes?|organi[sz]ations|groups)",
    ),
    ("appointed", r"appoint|nominat|named|designated|selected|chosen by|hand-?picked"),
    (
        "directly_elected",
        r"direct|popular|elected by|universal|elected|proportional|constituenc|by (?:the )?voters|majority vote"
        r"|party list|plurality",
    ),
    (
        "reserved",
        r"reserved|guaranteed|set aside|(?:allocated|allotted) (?:to|for) (?:women|\w*minorit|ethnic|non-|youth"
        r"|persons|people"
        r"|disabled|the disabled|indigenous|native)",
    ),
)
_FRACTION = re.compile(
    r"\b(?P<top>one|two|three)[- ](?P<bottom>half|thirds?|quarters?|fourths?"
    r"|fifths?)\b(?! of (?:the )?(?:membership|seats) renewed)"
    r"(?P<words>(?:(?!\bevery\b|\b(?:one|two|three)[- ](?:half|third|quarter|fourth|fifth)|;).)*)(?!every)",
    re.I,
)
_TOP = {"one": 1, "two": 2, "three": 3}
_BOTTOM = {"half": 2, "thir": 3, "quar": 4, "four": 4, "fift": 5}
_CHOSEN_BY = re.compile(
    r"(?:appointed|nominated|elected|chosen|selected|named|designated) (?:\w+ )?by (?:secret ballot by )?"
    r"((?:the |an? )?[A-Za-z][A-Za-z'’-]*(?: (?!to\b|for\b|and\b|who\b|on\b|in\b|under\b|with\b|from\b|based\b"
    r"|according\b|after\b|at\b|as\b|through\b|serve"
    r"|upon)[A-Za-z][A-Za-z'’-]*| and (?=(?:the )?[A-Z]|[a-z-]+ (?:parliament|assembl|council|legislatur"
    r"|chamber|organization|bodie|group)s?)(?:the )?[A-Za-z'’-]+"
    r"){0,8})"
)


def blocks_of(text: str, seats: int | None) -> list[Block]:
    """The blocks that the words behind the total tell; one of all seats where a way stands without a number."""
    parts = [(match, _way(match["words"])) for match in _FRACTION.finditer(text)]
    if len({way for _, way in parts if way}) > 1:
        return _fractions(parts, seats or 0)
    plain = re.sub(
        r"\b(?:one|two|three)-(?:thirds?|half|quarters?)\b|\b\w+ or more\b|\d+%",
        "",
        re.sub(
            r"\([^()]*\)"
            r"|\[[^\[\]]*\]",
            " ",
            text,
        ),
    )
    plain = re.sub(r"\b(?:consisting|consists?|composed|made up) of (?=\d)", "", plain)
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


def _fractions(parts: Sequence[tuple[re.Match[str], str]], seats: int) -> list[Block]:
    """The blocks of “one-third appointed, two-thirds elected”, where they make whole seats and all; else none."""
    shares = [Fraction(_TOP[match["top"].lower()], _BOTTOM[match["bottom"][:4].lower()]) for match, way in parts if way]
    if not seats or sum(shares) != 1 or any((seats * share).denominator != 1 for share in shares):
        return []
    told = [
        (match["words"], way, share)
        for (match, way), share in zip([one for one in parts if one[1]], shares, strict=True)
    ]
    return [
        Block(
            int(seats * share),
            way,
            _chooser(words, way),
            short(words.strip(" ,;-")),
            f"{int(seats * share)} seats = {seats} x {share}",
        )
        for words, way, share in told
    ]


def _numbered(clause: str, seats: int | None, *, each: bool = False) -> list[Block]:
    """The blocks of one clause that print their number; “two from each state” counts no block, unless told so."""
    starts = [
        match
        for match in _BLOCK.finditer(clause)
        if (number_of(match[1]) or 0) <= (seats or 10**6) and not _is_part(clause, match)
    ]
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


def _is_part(clause: str, number: re.Match[str]) -> bool:
    """Whether a number counts some of those of another: “members, including 2 from abroad, directly elected”.

    “including 20 reserved for women” tells how those seats are filled, and counts.
    """
    before, behind = clause[: number.start()], clause[number.end() :]
    return before.rstrip().endswith("including") and not re.match(r"\s*(?:\w+ ){0,2}(?:reserved|set aside)", behind)


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
    if match and " " not in said and words[match.end() :].startswith(","):
        return ""  # the first word of a list: “municipal, regional, and …”
    return (
        ""
        if said in {"the", "a", "an"} or re.search(r"popular|direct|vote|ballot|^each|['’]s$", said)
        else short(said, 8)
    )


def term_in(text: str) -> Decimal | None:
    """The length of a term in years that a text about a chamber names, or None.

    Years between two votes (“one half elected every three years”) are no term.
    """
    if re.search(r"\w+- (?:or|to) \w+-year", text):
        return None  # “five- or six-year terms” are of no one length
    return term_of(re.sub(r"\bevery \w+(?:[- ]\w+)? years?\b", "", text))
