"""Political parties out of lists: “Unity Party or UP [Ana TORRENT]”, “Unity Party (UP), Ana TORRENT, chairman”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from profiles.factbook.edition.layout import Piece, Refused
from profiles.factbook.edition.texts import brackets, one_line, short, split_outside, without_brackets, without_notes
from profiles.factbook.executive.names import NoNameError, PersonName, read_name
from profiles.factbook.parliament.results import is_unknown

_OR = re.compile(r"\s+or\s*(?=[A-Z])|\s+or\s+")
_FORMER = re.compile(
    r"\(?\b(?:formerly|former|previously)\b(?: known as)?(?: the)? ([^();\[\]]+?)\)?\s*(?=$|[;\[(])", re.I
)
# “opposition parties:”, “Center-Left:” before the first of its parties; “major parties - ”.
_GROUP = re.compile(
    r"^((?![Nn]ote\b)[^:\[\]()]{3,80})(?<!\bnote):(?:\s+(?=\S)|$)|^((?:the )?(?:\d+ )?(?:[a-z-]+ ){0,4}part(?:y"
    r"|ies)(?:, [a-z ]+)?(?: until [\w ]+)?)(?: [-–]| is| are| include) (?:the )?(?=[A-Z])"
)
# “…, Ana TORRENT opposition: …”: a heading behind a leader or an office without a sign between.
_RUN_ON = re.compile(
    r"\b((?:[A-ZÀ-Þ]{2,}(?: (?!\w+ political)[A-Z][a-z]+)?"
    r"|(?:[a-z]+ )?(?:chair\w*|president|secretary|general|leader|director))\)?) "
    r"((?:[a-z]+ )?(?:opposition|[Oo]ther|[Mm]inor|[Mm]ajor|main|ruling|populist|cent(?:er|re)|centrists?|far|right"
    r"|left|regional|(?:\w+ )?political parties|\w+-party|special|legal|illegal|independents?|[Cc]ommunists?|anti-\w+"
    r"|pro-\w+|non-\w+)\b[^:;\[\]()]{0,40}: )"
)
_RUN_ON_PLACE = re.compile(r"\b([A-ZÀ-Þ]{3,}) ([A-Z][a-z]+(?: [A-Z][a-z]+){0,2}: (?=[A-Z]))")
_LED = re.compile(
    r"(?<!\bwas),?\s+(?:(?:which |that )?is )?(?:led|headed) by\s+(?:the )?|\s+under\s+(?:Prince )?(?=[A-ZÀ-Þ]{2,}\b)"
)
_SENTENCE_END = re.compile(r"([a-z]{4}|\d)\. (?=(?:The|Some|In|Since|There|A|An|It)\b)|\s+-\s+(?=includes )")
# What stands behind a name and is none of it.
_TAIL = re.compile(
    r"\s*,\s*(?:(?:no |formal |official )*(?:leaders?|president|chairman)\b.*"
    r"|and (?:a number of|some|other|several|various|many)\b.*|an? (?:coalition|alliance|umbrella)\b.*)$"
    r"|\s+-\s+(?:faction )?leaders?\b.*$"
)
_MEMBERS = re.compile(r"\b(?:includ\w+|consist\w+|compris\w+|made up|coalition|alliance)\b")
_TITLE = re.compile(
    r"^(?:former )?(?:(?:Deputy )?Prime Minister|President|Premier|Leader of the Opposition)\s+(?=[A-Z])"
)
_PERSON = re.compile(r"\b(?P<first>[A-Z][\w.'’-]+) (?:[A-Z]\. ?)?[A-ZÀ-Þ]{4,}(?: [A-Z][a-z]+)?$")
# Words that organisations have in their names, and no leader.
_BODY = re.compile(
    r"\b(?:Part(?:y|ies)|Union|Front|Movement|Coalition|Alliance|Congress|League|Assembly|Organi[sz]ation|Bloc|Council"
    r"|Committee|Forum|Association|Democrats|Convention|Convergence|Rally|Society"
    r"|Group(?! Chair| Spokes)|coalition|alliance|parties)\b"
)
_NO_PARTY = re.compile(
    r"^(?i:none|na|\d+ [\w ]*\bparties\b.*|no (?:political )?parties"
    r"|(?:and )?(?:numerous |several |many |various )?(?:other|others)\b.*"
    r"|(?:all )?independents?|includes only .*)$"
    r"|(?i:\b(?:political parties|no formal\w*|formal political)\b.*\b(?:are|is|have|has|exist|banned)\b"
    r"|\bdoes not have\b|\bno (?:\w+ )?(?:political )?parties\b)"
)
# A small letter begins a remark, but for articles and the like before a name: “al-Nahda”, “the Democrats”.
_SMALL = re.compile(
    r"^(?!(?:the |al-|el-|an-|as-|ad-|ar-|at-|de |dei |di |la |le |les |los |az |az-)?['’\"“]?[A-Z0-9À-Þ])['’\"“]?[a-z]"
)
_REMARK = re.compile(
    r"\b(?:is|are|was|were|has|have|had|united in|formed the|ran|exists?|consists?|made up of"
    r"|united to|controlled by|composed of|ousted|register|came together|enjoys?)\b"
)
_LEAD = re.compile(
    r"^(?:(?:the )?(?:most prominent|main|principal|major|largest)(?: (?:political )?parties)? (?:are"
    r"|is) )?(?:and )?(?:the (?=['’\"“]?[A-Z]))?"
)
_ROLE = re.compile(
    r"(?:(?:acting|interim|deputy|general|parliamentary|caucus|co-?|party|group|policy|national|collective|executive|vice"
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
        flat = re.sub(r"^\([^()]*\),?\s+(?=[A-Z])", "", flat)
        said = flat
        told = flat if "[" in flat else _LED.sub(", ", flat)
        old = _is_old(told)
        flat = told if old or "[" in flat else _TAIL.sub("", flat)
        outside = _LEAD.sub("", without_brackets(flat))
        if parties and not outside and _FORMER.search(flat):
            former = tuple(match[1].strip(" ,") for match in _FORMER.finditer(flat))
            parties[-1] = replace(parties[-1], former=(*parties[-1].former, *former))
        elif parties and _is_officer(flat):
            found = tuple(_leaders(flat.partition(",")[0], piece, refused))
            parties[-1] = replace(parties[-1], leaders=(*parties[-1].leaders, *found))
        elif _no_name(outside.partition(",")[0] if old else outside) or _names_person(flat, outside, old=old):
            if not is_unknown(flat):
                refused.append(Refused(piece.name, flat, "No name of a party.", piece.locator))
        else:
            read = _old_party if old else _party
            party = read(_LEAD.sub("", flat), group, piece, refused)
            parties.append(replace(party, printed=short(said)) if told != said else party)
    return parties, refused


def _is_officer(item: str) -> bool:
    """Whether an item is a person with an office, of the party named before: “Bo LIND, secretary general”."""
    parts = split_outside(item, r",\s*")
    return (
        len(parts) == 2
        and bool(_PERSON.fullmatch(parts[0]) or re.fullmatch(r"(?:[A-Z][\w.'’-]* ){1,3}[A-ZÀ-Þ]{3,}", parts[0]))
        and not _BODY.search(parts[0])
        and bool(re.match(rf"(?:\w+ )?{_ROLE.pattern}", parts[1], re.I))
    )


def _names_person(item: str, outside: str, *, old: bool) -> bool:
    """Whether a person stands where a name should, so that the names of parties cannot be told apart."""
    if "," not in item or re.search(r"\[|\bor [A-Z]", item) or (old and "(" in item.partition(",")[0]):
        return False
    name = outside.partition(",")[0]
    person = _PERSON.search(name) or (None if old else _PERSON.search(outside))
    inner = not old and re.search(r",\s+[A-Z][\w.]+(?: [A-Z][\w.]*)* [A-ZÀ-Þ]{4,}\b", outside)
    alone = person and not name[: person.start()].strip()
    return bool(inner or (person and not _BODY.search(name if alone else person["first"])))


def _items(text: str) -> Iterator[tuple[str, str]]:
    """The items of a list, each with the heading that it stands under."""
    group = ""
    text = re.sub(r"\s\+\+(?=\s|$)", "\n", text.replace("}", "]"))
    if _of_the_nineties(text):
        text = _RUN_ON_PLACE.sub(r"\1; \2", _RUN_ON.sub(r"\1; \2", text))
        text = _SENTENCE_END.sub(r"\1; ", text)
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
        if headed and headed[2] and "parties" in headed[2] and not _SURNAME.search(without_brackets(flat)):
            yield from ((group, part) for part in split_outside(flat, r",\s*(?:and )?"))
        elif flat:
            yield from ((group, part) for part in _several(flat))


def _of_the_nineties(text: str) -> bool:
    """Whether a list names leaders behind commas, and neither in square brackets nor short names behind “or”."""
    return not re.search(r"\[|\sor [A-Z][\w.-]*[A-Z]", text) and bool(
        re.search(
            r"\b(?:led|headed) by [A-Z]|,\s+(?:[A-Z][\w.'’-]* )+(?:[a-z]+[ -])*[A-ZÀ-Þ]{3,}\b",
            without_brackets(text),
        )
    )


def _several(item: str) -> list[str]:
    """The parties of “Unity Party (UP), Green Party (GP), and the Front”; an item of one stays whole."""
    parts = split_outside(item, r",\s*(?:and\s+)?(?:the\s+)?(?=[A-Z])")
    coded = [bool(re.search(r"\([A-Z][\w/.-]*\)$", part)) for part in parts]
    listed = (len(parts) > 1 and all(coded)) or (
        # One name may tell by nothing that it is a party's, where three others do.
        len(parts) > 2
        and sum(not (known or _BODY.search(part)) for known, part in zip(coded, parts, strict=True)) <= (len(parts) > 3)
    )
    return parts if listed and "[" not in item and not _SURNAME.search(without_brackets(item)) else [item]


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
        or re.search(r"\bleaders? - ", outside)
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
        or (len(parts) > 2 and _ROLE.fullmatch(parts[-1].strip()))
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
    while tail and not _is_leader(tail, 0) and re.match(r"(?:and )?[A-Z]", tail[0]) and not _CODE.fullmatch(tail[0]):
        first, tail = f"{first}, {tail[0]}", tail[1:]  # a comma within the name
    former: list[str] = []
    earlier = re.search(r"\s+formerly (?:the |known as )?(?P<name>.+)$", first)
    if earlier and first.count("(", 0, earlier.start()) == first.count(")", 0, earlier.start()):
        former.append(without_brackets(earlier["name"]))
        first = first[: earlier.start()]
    first = re.sub(r"\s+-\s+(?:faction )?leaders?$", "", first)
    code = re.search(r"\s*\(([^()]*)\)$", first)
    inside = re.split(r"[;,]| or |\s+-\s+", code[1])[0].strip() if code else ""
    name = re.sub(r"\s*\((?=[^()]*[a-z]{3})[a-z][^()]*\)$", "", first[: code.start()] if code else first)
    earlier_names, leaders = _behind_name(name, tail, piece, refused)
    former += earlier_names
    is_code = bool(_CODE.fullmatch(inside) or re.fullmatch(r"[A-Z][\w'’.-]{0,4}", inside))
    others = (
        (inside,) if inside and not is_code and inside[:1].isupper() and not re.search(r"\bparty\b", inside) else ()
    )
    # In “Alliance of the Front (AF) and the Union (AU)” the code behind is of the last alone.
    code_name = inside if is_code and not re.search(r"\([A-Z]{2}", name) else ""
    name = _clean(name)[:200]
    return Party(name, code_name, others, tuple(former), tuple(leaders), group, short(item), piece.locator)


def _behind_name(
    name: str, tail: list[str], piece: Piece, refused: list[Refused]
) -> tuple[list[str], list[PersonName]]:
    """The former names and the leaders that stand behind a party's name; other words are refused."""
    former: list[str] = []
    leaders: list[PersonName] = []
    for place, part in enumerate(tail):
        plain = re.sub(r"^(?:and|led by|the)\s+", "", part)
        if re.match(r"formerly\b", plain):
            former.append(without_brackets(re.sub(r"^formerly (?:the |known as )?", "", plain)))
            continue
        is_leader = _is_leader(tail, place)
        plain = without_brackets(plain) if is_leader else plain
        own = plain.split(" and ")[0]
        # Behind another party, or the members of an alliance, the leaders are not this party's.
        ends = bool(_BODY.search(plain)) if is_leader else bool(_MEMBERS.search(plain))
        if is_leader and not (ends and _BODY.search(own)):
            leaders += _leaders(own if ends else plain, piece, refused)
        told = re.fullmatch(rf"(?:\w+ )?{_ROLE.pattern}|.*\bNA\b.*|", plain, re.I)
        if ends or not (is_leader or told):
            words = ", ".join(tail[place:]) if ends else part
            refused.append(Refused(piece.name, f"{name}: {words}", "Words about a party.", piece.locator))
        if ends:
            break
    return former, leaders


def _is_leader(tail: list[str], place: int) -> bool:
    """Whether a part behind a name is a leader: by the surname's capitals, or by the office behind it."""
    behind = tail[place + 1].strip() if place + 1 < len(tail) else ""
    named = re.fullmatch(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,4}", tail[place])
    return _tells_leader(tail[place]) or bool(named and not _BODY.search(tail[place]) and _ROLE.fullmatch(behind))


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
            said = re.split(r",\s+|\s+-\s+", content.strip(" )"))
            one_code = _CODE.fullmatch(said[0]) and not any(re.match(r"[A-Z]{2}", part) for part in said[1:])
            inside.insert(0, said[0] if one_code else content.strip(" )"))
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
        bare = _TITLE.sub("", bare)
        if not bare or _ROLE.fullmatch(bare):
            continue
        if _BODY.search(bare):
            refused.append(Refused(piece.name, name.strip(), "A body where a leader should stand.", piece.locator))
            continue
        try:
            found.append(read_name(bare))
        except NoNameError:
            if not is_unknown(name) and name.strip():
                refused.append(Refused(piece.name, name.strip(), "No name of a leader.", piece.locator))
    return found
