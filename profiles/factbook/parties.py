"""Political parties out of lists: “Unity Party or UP [Ana TORRENT]”, “Unity Party (UP), Ana TORRENT, chairman”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from profiles.factbook.layout import Piece, Refused
from profiles.factbook.names import NoNameError, PersonName, read_name
from profiles.factbook.results import is_unknown
from profiles.factbook.texts import brackets, one_line, short, split_outside, without_brackets, without_notes

_OR = re.compile(r"\s+or\s*(?=[A-Z])|\s+or\s+")
_FORMER = re.compile(
    r"\(?\b(?:formerly|former|previously)\b(?: known as)?(?: the)? ([^();\[\]]+?)\)?\s*(?=$|[;\[(])", re.I
)
# “opposition parties:”, “Center-Left:” before the first of its parties; “major parties - ”.
_GROUP = re.compile(
    r"^((?![Nn]ote\b)[^:\[\]()]{3,80})(?<!\bnote):(?:\s+(?=\S)|$)|^((?:the )?(?:[a-z-]+ ){0,2}part(?:y"
    r"|ies)) [-–] (?=[A-Z])"
)
_NO_PARTY = re.compile(
    r"^(?i:none|na|no (?:political )?parties|(?:and )?(?:numerous |several |many |various )?(?:other|others)\b.*"
    r"|(?:all )?independents?|includes only .*)$"
    r"|(?i:\b(?:political parties|no formal\w*|formal political)\b.*\b(?:are|is|have|has|exist|banned)\b"
    r"|\bdoes not have\b|\bno (?:\w+ )?(?:political )?parties\b)"
)
# A small letter begins a remark, but for articles and the like before a name: “al-Nahda”, “the Democrats”.
_SMALL = re.compile(
    r"^(?!(?:the |al-|el-|an-|as-|ad-|ar-|at-|de |dei |di |la |le |les |los |az |az-)?['’\"“]?[A-Z0-9À-Þ])['’\"“]?[a-z]"
)
_REMARK = re.compile(
    r"\b(?:is|are|was|were|has|have|had|united in|formed the|ran|exists?|consists? of|register|came together|enjoys?)\b"
)
_LEAD = re.compile(
    r"^(?:(?:the )?(?:most prominent|main|principal|major|largest)(?: (?:political )?parties)? (?:are"
    r"|is) )?(?:the (?=['’\"“]?[A-Z]))?"
)
_ROLE = re.compile(
    r"(?:(?:acting|interim|deputy|general|parliamentary|caucus|co-?|party|national|collective|executive|vice"
    r"|first)[ -]*)*"
    r"(?:leaders?|leadership|(?:co-?)?chair\w*|presidents?|secretary(?:[ -]general)?|spokes\w+|vacant|coordinators?)",
    re.I,
)
_CODE = re.compile(r"(?=(?:.*[A-Z]){2})[\w/.&'’+-]{1,14}|[A-Z]")
_OR_CODE = re.compile(r"\bor\s+(?=\S*[A-Z]\S*[A-Z])[\w/.&'’+-]{2,14}$")
_SURNAME = re.compile(r"\b[A-ZÀ-Þ][a-z]{0,2}(?:['’`-]?[A-ZÀ-Þ])+\b")
# Behind “]” a new name begins, where a heading follows.
_AFTER_LEADER = re.compile(r"(?<=\])\s+(?=[^;\[\]]{3,60}:\s)")


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


def read_parties(piece: Piece) -> tuple[list[Party], list[Refused]]:
    """The parties of a list parted by line ends or semicolons."""
    parties: list[Party] = []
    refused: list[Refused] = []
    for group, item in _items(piece.text):
        flat, note = without_notes(item)
        if note or re.match(r"\(?note\b", item, re.I):
            refused.append(Refused(piece.name, note or item, "A note.", piece.locator))
            if not note or not flat:
                continue
        outside = _LEAD.sub("", without_brackets(flat))
        if parties and not outside and _FORMER.search(flat):
            former = tuple(match[1].strip(" ,") for match in _FORMER.finditer(flat))
            parties[-1] = replace(parties[-1], former=(*parties[-1].former, *former))
        elif _no_name(outside.partition(",")[0] if _is_old(flat) else outside):
            if not is_unknown(flat):
                refused.append(Refused(piece.name, flat, "No name of a party.", piece.locator))
        elif _is_old(flat):
            parties.append(_old_party(_LEAD.sub("", flat), group, piece, refused))
        else:
            parties.append(_party(_LEAD.sub("", flat), group, piece, refused))
    return parties, refused


def _items(text: str) -> Iterator[tuple[str, str]]:
    """The items of a list, each with the heading that it stands under."""
    group = ""
    text = re.sub(r"\s\+\+(?=\s|$)", "\n", text.replace("}", "]"))
    for item in split_outside(_AFTER_LEADER.sub("; ", text), r"\n|;" if "\n" in text else ";"):
        flat = one_line(item).strip(" ,;.•*-")
        headed = _GROUP.match(flat)
        if headed and (
            len((headed[1] or headed[2]).split()) > (12 if flat[0].islower() else 7)
            or re.search(r"\D \d", headed[1] or "")
        ):
            headed = None
        if headed:
            group, flat = (headed[1] or headed[2]).strip(), flat[headed.end() :]
        if headed and headed[2] and "parties" in headed[2]:
            yield from ((group, part) for part in split_outside(flat, r",\s*(?:and )?"))
        elif flat:
            yield group, flat


def _no_name(outside: str) -> bool:
    """Whether what stands outside brackets is a remark and no name."""
    words = len(outside.split())
    return bool(
        not outside
        or _NO_PARTY.search(outside)
        or _SMALL.match(outside)
        or words > 25
        or (words > 4 and _REMARK.search(outside) and not _OR_CODE.search(outside))
        or re.match(rf"{_ROLE.pattern} of\b", outside, re.I)
    )


def _is_old(item: str) -> bool:
    """Whether an item names its leader behind a comma, as editions up to the nineties do."""
    if "[" in item or re.search(r"\sor\s+['’\"“]?[A-Z+]", without_brackets(item)):
        return False
    parts = split_outside(item, r",\s*")
    tail = ", ".join(parts[1:]).replace("NA,", ",")
    behind = re.search(r"\)\s+(?!or\b|and\b)([A-Z].*)$", parts[0])
    return bool(
        re.search(r"\bleaders? NA\b|\bNA\b|\bled by\b", tail)
        or any(
            _tells_leader(part) and (not _CODE.fullmatch(part) or re.fullmatch(r"[A-Z]{6,}", part))
            for part in parts[1:]
        )
        or (
            behind
            and "(" not in behind[1]
            and not _CODE.fullmatch(behind[1])
            and (_SURNAME.search(behind[1]) or re.match(r"(?:[A-Z]\. )+", behind[1]))
        )
    )


def _old_party(item: str, group: str, piece: Piece, refused: list[Refused]) -> Party:
    """A party as “Unity Party (UP), formerly Old Front (OF), Ana TORRENT, chairman, and Bo LIND”."""
    parts = split_outside(item, r",\s*(?!(?:Jr|Sr)\b)")
    head = re.match(r"(?P<name>.*\([^()]*\))\s+(?!or\b|and\b|[A-Z][\w'’]*$)(?P<leader>[A-Z].*)$", parts[0])
    first, tail = (head["name"], [head["leader"], *parts[1:]]) if head else (parts[0], parts[1:])
    while tail and not _tells_leader(tail[0]) and re.match(r"(?:and )?[A-Z]", tail[0]) and not _CODE.fullmatch(tail[0]):
        first, tail = f"{first}, {tail[0]}", tail[1:]  # a comma within the name
    code = re.search(r"\s*\(([^()]*)\)$", first)
    inside = re.split(r"[;,]| or ", code[1])[0].strip() if code else ""
    name = re.sub(r"\s*\((?=[^()]*[a-z]{3})[a-z][^()]*\)$", "", first[: code.start()] if code else first)
    former: list[str] = []
    leaders: list[PersonName] = []
    for part in tail:
        plain = re.sub(r"^(?:and|led by|the)\s+", "", part)
        if re.match(r"formerly\b", plain):
            former.append(without_brackets(re.sub(r"^formerly (?:the |known as )?", "", plain)))
        elif _tells_leader(plain):
            leaders += _leaders(re.sub(r"\([^()]*\)", "", plain), piece, refused)
        elif not re.fullmatch(rf"(?:\w+ )?{_ROLE.pattern}", plain, re.I) and not re.fullmatch(r".*\bNA\b.*|", plain):
            refused.append(Refused(piece.name, f"{name}: {part}", "Words about a party.", piece.locator))
    is_code = bool(_CODE.fullmatch(inside) or re.fullmatch(r"[A-Z][\w'’.-]{0,4}", inside))
    others = (
        (inside,) if inside and not is_code and inside[:1].isupper() and not re.search(r"\bparty\b", inside) else ()
    )
    code_name = inside if is_code else ""
    name = _clean(name)[:200]
    return Party(name, code_name, others, tuple(former), tuple(leaders), group, short(item), piece.locator)


def _tells_leader(part: str) -> bool:
    plain = re.sub(r"\bNA\b", "", without_brackets(part))
    return bool(_SURNAME.search(plain) or re.match(r"(?:[A-Z]\. ?)+[A-Z][a-z]+$", plain))


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
    names = [_clean(part) for part in _OR.split(one_line(text)) if _clean(part)]
    names = names or inside[:1] or [item]
    slip = re.fullmatch(r"(.+) of ([A-Z]{2,})", names[0])
    if slip and "".join(word[0] for word in slip[1].split() if word[0].isupper()) == slip[2]:
        names[:1] = [slip[1], slip[2]]  # “Unity Front of UF”
    others = [*names[1:], *inside]
    code = next((other for other in others if _CODE.fullmatch(other) and sum(map(str.isupper, other)) > 1), "")
    kept = tuple(other for other in dict.fromkeys(others) if other not in (code, names[0]))
    return Party(names[0][:200], code, kept, former, tuple(leaders), group, short(item), piece.locator)


def _clean(name: str) -> str:
    """The name without quotes around it and signs and small words that hang at its end."""
    name = re.sub(r"\s+(?:of|or|and)$", "", name.strip(" ,;:-)"))
    quoted = re.fullmatch(r"[\"“](.*)[\"”]", name)
    return (quoted[1] if quoted else name).strip(" ,;:-")


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
