"""What an entity's fields state in words, such as form of government, legal system, suffrage, jurisdiction of courts.

A statement is a code of its topic where the words fit one, and the printed words shortened to ten: no prose is carried.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from profiles.factbook.edition.piece import Piece, Refused
from profiles.factbook.edition.texts import one_line, short, split_outside, without_brackets, without_notes
from profiles.factbook.parliament.results import is_unknown


@dataclass(frozen=True)
class Statement:
    """One statement: keys of topic and code ('' where no code fits), and at most ten printed words."""

    topic: str
    code: str
    printed: str
    field: str
    locator: str


_Codes = tuple[tuple[str, str], ...]

# The first pattern that fits gives the code.
_GOVERNMENT: _Codes = (
    ("transitional", r"^(?:currently )?in transition\b"),
    ("dictatorship", r"military dictatorship"),
    ("republic", r"declared (?:\w+ ){1,3}a republic"),
    ("absolute_monarchy", r"absolute monarchy|ecclesiastical elective monarchy"),
    (
        "parliamentary_monarchy",
        r"parliamentary (?:democracy|system)?.*monarchy|monarchy.*parliamentary|commonwealth realm"
        r"|parliamentary.*commonwealth|constitutional monarchy with a parliamentary",
    ),
    ("constitutional_monarchy", r"monarchy|sultanate|emirate|principality|co-?principality|federation of monarchies"),
    ("communist_state", r"communist(?! party influence)"),
    ("theocratic_republic", r"theocra"),
    ("semi_presidential_republic", r"semi-?presidential"),
    ("authoritarian_presidential", r"authoritarian presidential"),
    ("transitional", r"transition|interim|^military|military (?:regime|government|rule)|junta"),
    ("unitary_presidential", r"unitary presidential"),
    (
        "presidential_republic",
        r"presidential (?:federal )?republic|federal presidential|presidential system|presidential democracy",
    ),
    (
        "parliamentary_republic",
        r"parliamentary (?:federal )?republic|federal parliamentary republic|parliamentary representative",
    ),
    ("parliamentary_democracy", r"parliamentary|parliamentary democracy"),
    ("dictatorship", r"dictator|authoritarian|one-party|single-party|despot"),
    ("federal_republic", r"federal republic|federation"),
    ("democratic_republic", r"democra"),
    ("republic", r"republic"),
)
_LEGAL: _Codes = (
    ("common_law", r"common[- ]law"),
    ("civil_law", r"civil law|civil (?:\w+ )?codes?\b|roman\b|civil (?:legal )?system|napoleon"),
    ("customary_law", r"customary|tribal"),
    ("islamic_law", r"islamic|shari.?a|koranic"),
    (
        "law_of_another_state",
        r"\blaws? (?:of|applicable)\b.*\b(?:appl|where)|US system applies|laws apply|legal system of \w+",
    ),
)
_SUFFRAGE: _Codes = (
    ("restricted", r"racially|\ball literate\b|\bwomen at age \d+ with\b"),
    ("men_only", r"\buniversal,? (?:adult )?males?\b(?! and| or)|^males?\b(?! and| or)"),
    ("universal_compulsory", r"universal.*compulsory|compulsory.*universal"),
    ("universal", r"universal"),
    ("men_only", r"\bmales?\b(?! and)"),
    ("restricted", r"limited|members|cardinals|restricted|landown"),
)
_ICJ: _Codes = (
    ("not_accepted", r"not submitted|has not accepted|withdrew|(?<!/)does not accept|no longer accept"),
    ("accepted_with_reservations", r"accepts compulsory ICJ jurisdiction,? with reservations|with reservations"),
    ("accepted", r"accepts compulsory ICJ|accepted"),
)
_ICC: _Codes = (
    ("withdrawn", r"withdrew|withdrawn"),
    ("not_party", r"non-?party|not a party"),
    ("accepted", r"accepts ICCt?|party to|accepted"),
)
_YES_NO: _Codes = (("no", r"^no\b"), ("yes", r"^yes\b"))
_DESCENT: _Codes = (
    ("yes", r"^yes\b"),
    ("no", r"^no\b"),
    ("both_parents", r"both parents"),
    ("parent_or_grandparent", r"grandparent"),
    ("father", r"^(?:only )?(?:if )?the father"),
    ("mother", r"^(?:only )?(?:if )?the mother"),
    ("one_parent", r"least one parent"),
)
_TIER: _Codes = (
    ("special_case", r"special case"),
    ("tier_2_watch_list", r"tier 2 watch ?list"),
    ("tier_1", r"tier 1\b"),
    ("tier_2", r"tier 2\b"),
    ("tier_3", r"tier 3\b"),
)
_DRUGS_LISTED: _Codes = (
    ("major_producer_or_transit", r"major illicit drug-producing"),
    ("precursor_chemicals", r"precursor"),
    ("money_laundering", r"money.launder"),
)
_DRUGS_TOLD: _Codes = (
    ("cultivation", r"cultivat|grow"),
    ("eradication", r"eradicat"),
    ("production", r"produc"),
    ("transit", r"transit|transship|trans-ship|gateway|conduit"),
    ("consumption", r"consum|abuse|domestic use"),
    *_DRUGS_LISTED[1:],
)
_DEPENDENCY: _Codes = (
    ("special_administrative_region", r"special administrative region"),
    ("crown_dependency", r"crown dependency"),
    ("free_association", r"free association|freely associated"),
    ("commonwealth", r"commonwealth"),
    (
        "constituent_country",
        r"constituent (?:countr|part|land)|autonomous|self-governing overseas|part of the (?:kingdom|\w+ realm)",
    ),
    ("unincorporated_territory", r"unincorporated|unorganized|territory of the us|us territory"),
    (
        "overseas_territory",
        r"overseas (?:territory|collectivity|country|lands?|department|province)|territorial collectivity",
    ),
    ("territory", r"territor|possession|dependency|administered"),
)


_PAST = re.compile(r"former(?:ly)?\b|previously", re.I)
_UNSETTLED = re.compile(r"(?:undetermined|unknown|not yet|NA|legal status of|antarctic treaty)\b", re.I)
# What happened, which names governments that are no more.
_TOLD = re.compile(
    r"^(?:on|in|since) (?:NA )?(?:\d|[A-Z][a-z]+ \d)|\b(?:toppled|overthrew|formed \d|signed into law)\b"
)
# The older books print as type of government how a territory depends on a State.
_DEPENDENT = re.compile(
    r"(?:(?:british|french|un|uk|us|(?:un)?(?:organi[sz]ed|incorport?ated)|dependent|overseas|special|self-governing"
    r"|and)(?:, |\b ?))*"
    r"(?:territor(?:y|ies|ial collectivity)|possession|department|collectivity|trusteeship|crown dependency)\b"
    r"|part of the \w+ realm|commonwealth (?:associated|in political union)|self-governing in free association",
    re.I,
)
_MIXED = re.compile(r"\b(?:mixed|mixture|composite)\b", re.I)
_RELIGIOUS = re.compile(
    r"religious (?:legal )?system|\bbased on canon|^(?:islamic|canon)\b|islamic \(sharia\) legal", re.I
)
# From here on a text tells what bears on a system, not what it is.
_INFLUENCE = re.compile(
    r",?\s+(?:and |strongly |substantially |but )*"
    r"(?:influenced|supplemented|with|except|modified|incorporating|(?:that )?includes)\b.*",
    re.I,
)


def code_of(text: str, codes: _Codes) -> str:
    """The code of the first pattern that the text fits, or ''."""
    return next((code for code, pattern in codes if re.search(pattern, text, re.I)), "")


def _one(topic: str, codes: _Codes, *, whole: bool = False) -> Callable[[Piece, str], list[Statement]]:
    """A reader of fields that state one thing: the code from the whole, the words up to the first semicolon."""

    def read(piece: Piece, text: str) -> list[Statement]:
        first = split_outside(text, ";")[:1] or [text]
        # What a State formerly was is no answer.
        if _UNSETTLED.match(first[0]):
            return []
        past = _PAST.match(first[0])
        clauses = [clause for clause in split_outside(text, ";") if not (_PAST.match(clause) or _TOLD.search(clause))]
        code = "" if past else code_of("; ".join(clauses[:1]), codes) or code_of("; ".join(clauses), codes)
        return [Statement(topic, code, short(text if whole else first[0]), piece.name, piece.locator)]

    return read


def _government(piece: Piece, text: str) -> list[Statement]:
    """The form of government; of a territory that the older books describe there, how it depends on a State."""
    first, *others = split_outside(text, ";") or [text]
    if _DEPENDENT.match(first) and not code_of("; ".join(others), _GOVERNMENT):
        return [Statement("dependency-status", code_of(first, _DEPENDENCY), short(first), piece.name, piece.locator)]
    return _one("form-of-government", _GOVERNMENT)(piece, text)


def _system(text: str) -> str:
    """The code of a legal system: of the one family of law that it is, not of those that bear on it; else mixed."""
    first = (split_outside(text, ";")[:1] or [text])[0]
    if _PAST.match(first):
        return ""
    if _MIXED.search(first):
        return "mixed"
    if _RELIGIOUS.search(first):
        return "religious_law"
    families = [
        code for code, pattern in _LEGAL[:4] if re.search(pattern, _INFLUENCE.sub("", without_brackets(first)), re.I)
    ]
    if families:
        return families[0] if len(families) == 1 else "mixed"
    return code_of(first, _LEGAL) or code_of(text, _LEGAL)


def _courts(piece: Piece, text: str) -> list[Statement]:
    """The two statements on jurisdiction, told apart by ICJ and ICC; one without either is left to be refused."""
    found = []
    for clause in split_outside(text, ";"):
        for mark, topic, codes in (
            ("ICJ", "icj-jurisdiction", _ICJ),
            (r"ICC\w*|Rome Statute", "icc-jurisdiction", _ICC),
        ):
            if re.search(rf"\b(?:{mark})\b", clause):
                found.append(Statement(topic, code_of(clause, codes), short(clause), piece.name, piece.locator))
    return found


def _legal(piece: Piece, text: str) -> list[Statement]:
    """The legal system, and the Court's jurisdiction where older editions print it in the same text."""
    clauses = [clause for clause in split_outside(text, ";") if re.search(r"\bICJ\b", clause)]
    rest = "; ".join(clause for clause in split_outside(text, ";") if clause not in clauses)
    found = [replace(one, code=_system(rest)) for one in _one("legal-system", ())(piece, rest)] if rest else []
    return found + [
        Statement("icj-jurisdiction", code_of(clause, _ICJ), short(clause), piece.name, piece.locator)
        for clause in clauses
    ]


def _each(topic: str, codes: _Codes) -> Callable[[Piece, str], list[Statement]]:
    """A reader of fields that state several things: one for each code, with the words from where it fits."""

    def read(piece: Piece, text: str) -> list[Statement]:
        found = []
        for code, pattern in codes:
            match = re.search(rf"(?:\S+ ){{0,2}}\S*(?:{pattern})", text, re.I)
            if match:
                found.append(Statement(topic, code, short(text[match.start() :]), piece.name, piece.locator))
        return found

    return read


def _trafficking(piece: Piece, text: str) -> list[Statement]:
    """A description of trafficking states that it is reported; its words are not carried."""
    return [Statement("trafficking-in-persons", "reported", short(text), piece.name, piece.locator)]


_READERS: dict[str, Callable[[Piece, str], list[Statement]]] = {
    "Government type": _government,
    "Legal system": _legal,
    "Suffrage": _one("suffrage", _SUFFRAGE, whole=True),
    "International law organization participation": _courts,
    "Citizenship > citizenship by birth": _one("citizenship-by-birth", _YES_NO),
    "Citizenship > citizenship by descent only": _one("citizenship-by-descent", _DESCENT),
    "Citizenship > dual citizenship recognized": _one("dual-citizenship", _YES_NO),
    "Citizenship > residency requirement for naturalization": _one("naturalisation", ()),
    "Dependency status": _one("dependency-status", _DEPENDENCY),
    "Trafficking in persons > tier rating": _one("trafficking-in-persons", _TIER),
    "Trafficking in persons > current situation": _trafficking,
    "Trafficking in persons": _trafficking,
    "Illicit drugs": _each("illicit-drugs", _DRUGS_TOLD),
    "Illicit drugs > USG identification": _each("illicit-drugs", _DRUGS_LISTED),
}


STATED = frozenset(_READERS)


def is_stated(name: str) -> bool:
    """Whether the piece of a name is read here."""
    return _reader(name) is not None


def _reader(name: str) -> Callable[[Piece, str], list[Statement]] | None:
    """The reader of a piece; what is told of drugs by places or by drug is read as the whole is."""
    head, _, part = name.partition(" > ")
    return _READERS.get(
        head if head == "Illicit drugs" and part.split(" ")[0] != "note" and name not in STATED else name
    )


def read_statements(pieces: Iterable[Piece]) -> tuple[list[Statement], list[Refused]]:
    """The statements of all pieces that have a reader."""
    found: list[Statement] = []
    refused: list[Refused] = []
    for piece in pieces:
        reader = _reader(piece.name)
        if reader is None:
            continue
        text, note = without_notes(one_line(piece.text))
        if note:
            refused.append(Refused(piece.name, note, "A note.", piece.locator))
        read = [] if not text or is_unknown(text) else reader(piece, text)
        if not read:
            reason = "The edition states nothing." if not text or is_unknown(text) else "No statement that we know."
            refused.append(Refused(piece.name, text, reason, piece.locator))
        found += read
    return found, refused
