"""Names of people as the Factbook prints them, with the part they are sorted under in capitals, made readable.

“Nursultan A. NAZARBAYEV” becomes Nursultan A. Nazarbayev, “XI Jinping” Xi Jinping: the printed order stands, since the
capitals say what to sort by and nothing else. Ranks and honours before the name are kept apart.
"""

import re
from dataclasses import dataclass

from profiles.factbook.edition.texts import brackets, one_line, word_set
from sources import keys

_RANKS = (
    r"(?:Sr|Lt|Maj|Brig|Gen|Col|Capt|Cdr|Cmdr|Adm|Vice Adm|Cmde|Cdre|Sgt|Flt|Sqn|Ldr|Dr|Prof|Rev|Hon|Mr|Mrs|Ms)\.?"
    r"(?![\w-])\.?|Sir|Dame|Lord|Lady|Baroness|Baron|Archbishop|Bishop|Cardinal|Father|Ayatollah|Hojjat ol-Eslam"
    r"|(?:Lieutenant |Major |Brigadier |Colonel )?General|Lieutenant Colonel|Colonel|Major|Captain|Brigadier|Commodore"
    r"|(?:Vice[ -]|Rear[ -])?Admiral|Field Marshall?|Air (?:Vice|Chief)?[- ]?Marshall?|Marshal|Commander|Sergeant"
    r"|Doctor|Professor|(?:Crown )?Prince(?:ss)?|Sultan(?! (?:bin|ibn)\b)|Grand Chief|Chief|Shaykh|Shaikh"
    r"|Mgr\.?|Msgr\.?|Monsignor"
    r"|(?:The )?(?:(?:Most|Very|Right) )?(?:Reverend|Rev\.|Honou?rable|Hon\.)"
    r"|Dato['’]?(?: Se?ri)?|Datuk(?: Se?ri)?|Tan Sri|Tuanku|Tunku|Tengku|Pehin|Haji"
    r"|(?:His|Her) (?:Majesty|Royal Highness|Highness|Excellency|Holiness)|Paduka Seri Baginda"
    r"|\([Rr]et\.?\)|\(retired\)"
)
_RANK_INSIDE = re.compile(r"(?<=[a-z]) Cardinal(?= [A-Z]{2})")
_RANK = re.compile(rf"(?:{_RANKS})(?=[\s,(]|$),?\s*")
# “Bo LIND (Col.)”, “Bo LIND, Lt. Gen.”, “Bo LIND, OV Major General (Ret.)”
_RANK_BEHIND = re.compile(
    rf"\s+\((?P<aside>{_RANKS})\)$|,\s*(?:[A-Z]{{2,4}},?\s+)?(?P<after>(?!(?:Jr|Sr)\b)(?:(?:{_RANKS})(?=[\s,(]|$)\s*)+)$"
)
_ALSO = re.compile(
    r"(?:,|;)?\s*\(?(?<![\w'’])(?:also (?:spelled|known as|called|referred to as)|aka|a\.k\.a\.|known as|formerly)"
    r"(?![\w'’]),?\s*([^(),;]+)\)?"
)
_QUOTED = re.compile(r"[\"“”]([^\"“”]{1,40})[\"“”]")
_SUFFIX = re.compile(r",?\s+(Jr|Sr)\b\.?$")
_LETTERS_BEHIND = re.compile(r",\s*(?:[A-Z]{2,4}|(?:[A-Z]\.){2,})(?=,|$)")  # RN, MP and other letters behind a name
# “of Verania”, “, Office of the Interior”
_OF_PLACE = re.compile(r"(?:,\s+[A-Z][a-z]+)?\s+of(?: the)? [A-Z][\w .'-]*$")
_NUMERAL = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
# Small words inside names, as printed in small letters or to be so written inside a run of capitals.
_PARTICLES = word_set(
    "de del da do dos das e y i van von der den ter ten di la le el al los las bin ibn bint ibni ould ul ur um as ad "
    "an ash az ath ag et zu zum av af na d' o te und wa ben du des della degli ibnu binti abu arap"
)
_SMALL_INSIDE = word_set("DE DEL DA DO DOS DAS E Y I VAN VON DER DEN TER DI LA LOS LAS BIN IBN BINT")
_SMALL_ALWAYS = frozenset(["DA", "DO", "DOS", "DAS"])
_ARTICLES = frozenset(["AL", "AD", "AN", "AR", "AS", "ASH", "AT", "ATH", "AZ", "UL"])
_SMALL_BEHIND = re.compile(r"[A-Z]{3,}[a-z]{1,3}")  # “LINDur”: a small word that has grown onto the name
_TOKEN = re.compile(r"['’‘`ʻ]?[^\W\d_][\w.'’‘`ʻ-]*")
MAX_TOKENS = 10


class NoNameError(ValueError):
    """A text that is no person's name; the message says why."""


@dataclass(frozen=True)
class PersonName:
    """A person's name: as printed, readable, what it is sorted under, ranks before it, and other forms beside it."""

    printed: str
    readable: str
    family: str
    sort_key: str
    rank: str
    also: tuple[str, ...]


def read_name(text: str) -> PersonName:
    """Read one name. Raises NoNameError for text that is none: small words, digits, or too many words."""
    printed = one_line(text).strip(" ,;:-–")
    if printed in {"NA", "N/A"}:
        raise NoNameError("The holder is not known.")
    also: list[str] = []
    printed = re.sub(r"(?<=[a-z]\.)(?=[A-Z][a-z]+\.)", " ", printed)  # “Maj.Gen. Ana TORRENT”
    name = _without_asides(re.sub(r"\b([Aa]l-) (?=[A-Z])", r"\1", printed), also)
    rank, name = _rank(name)
    name, suffix = _suffix(_OF_PLACE.sub("", _LETTERS_BEHIND.sub("", name)))
    tokens = name.replace(",", " ").split()
    _expect_name(tokens, text)
    shown, marked = _readable(tokens)
    readable = " ".join([*shown, *suffix])
    family = [shown[index] for index in marked]
    rest = [word for index, word in enumerate(shown) if index not in marked]
    sort_key = keys.slug(" ".join([*family, *rest, *suffix])).replace("-", " ")
    if not sort_key:
        raise NoNameError(f"“{text[:60]}” has no Latin letters to sort by.")
    return PersonName(printed, readable, " ".join(family), sort_key, rank, tuple(dict.fromkeys(also)))


def _without_asides(name: str, also: list[str]) -> str:
    """The name without nicknames, brackets and other spellings; those are added to `also` in readable form."""

    def other(match: re.Match[str]) -> str:
        also.append(_other(match[1]))
        return " "

    name = _ALSO.sub(other, name)
    name = _QUOTED.sub(other, name)
    for start, end, inside in reversed(list(brackets(name))):
        if re.fullmatch(r"[Rr]et\.?|retired", inside) or re.fullmatch(_RANKS, inside):
            continue
        if inside and not re.search(r"\d| of ", inside):
            also.append(_other(inside))
        name = f"{name[:start]} {name[end:]}"
    return one_line(name).strip(" ,;:-–")


def _other(text: str) -> str:
    return " ".join(_readable(text.split())[0])


def _rank(name: str) -> tuple[str, str]:
    ranks = []
    while (match := _RANK.match(name)) and name[match.end() :]:
        ranks.append(match[0].strip(" ,"))
        name = name[match.end() :]
    inside = _RANK_INSIDE.search(name)
    if inside:
        ranks.append(inside[0].strip())
        name = name.replace(inside[0], "", 1)
    behind = _RANK_BEHIND.search(name)
    if behind:
        ranks.append((behind["aside"] or behind["after"]).strip())
        name = name[: behind.start()]
    return " ".join(ranks), name


def _suffix(name: str) -> tuple[str, list[str]]:
    match = _SUFFIX.search(name)
    return (name[: match.start()], [f"{match[1]}."]) if match else (name, [])


def _expect_name(tokens: list[str], text: str) -> None:
    if not tokens:
        raise NoNameError("There is no name.")
    if len(tokens) > MAX_TOKENS:
        raise NoNameError(f"“{text[:60]}” has too many words for a name.")
    for before, token in zip(["", *tokens], tokens, strict=False):
        small = (
            token.lower() == token
            and token not in _PARTICLES
            and not (token in {"a"} and is_capital(before))  # “Bo LIND a Karl”
            and not re.match(r"(?:al|el|d|l|ar|as|t|s)['’-]|['’‘`ʻ]", token)
        )
        if not _TOKEN.fullmatch(token) or small:
            raise NoNameError(f"“{token[:40]}” in “{text[:60]}” is no part of a name.")


def is_capital(token: str) -> bool:
    """Whether a word is printed in capitals, as the part to sort by is: SEIN, al-SHARA', McDONALD, not A. or J.M."""
    return "." not in token and bool(re.search(r"[^\W\d_a-zß-öø-ÿ]{2,}", _bare(token))) and _upper_part(token)


def _bare(token: str) -> str:
    return re.sub(r"['’‘`ʻ-]", "", token)


def _upper_part(token: str) -> bool:
    parts = [_bare(part) for part in token.split("-")]
    return any(
        len(part) > 1 and part.lower() != part and (part[-2:].upper() == part[-2:] or _SMALL_BEHIND.fullmatch(part))
        for part in parts
    )


def _readable(tokens: list[str]) -> tuple[list[str], list[int]]:
    """The words in readable case, and the places of those in capitals (of the last word, where none was)."""
    shown: list[str] = []
    marked: list[int] = []
    for index, token in enumerate(tokens):
        follows = bool(marked) and marked[-1] == index - 1
        if index and _NUMERAL.fullmatch(token):
            shown.append(token)
            marked += [index] if follows else []
            continue
        capital = is_capital(token)
        inner = (bool(marked) and token in _SMALL_INSIDE and index + 1 < len(tokens)) or (
            bool(index) and token in _SMALL_ALWAYS
        )
        # “CORREIA e SILVA” is one family name.
        between = token in _PARTICLES and follows and index + 1 < len(tokens) and is_capital(tokens[index + 1])
        shown.append(token.lower() if inner else _word(token, at_start=not index) if capital else token)
        marked += [index] if capital or inner or between else []
    return shown, marked or [len(shown) - 1]


def _word(token: str, *, at_start: bool) -> str:
    parts = token.split("-")
    article = len(parts) > 1 and parts[0] in _ARTICLES and not at_start
    return "-".join(part.lower() if article and index == 0 else _part(part) for index, part in enumerate(parts))


def _part(part: str) -> str:
    """One part between hyphens: O'NEILL O'Neill, TU'IVAKANO Tu'ivakano, 'ALI 'Ali, MCCOLL McColl, DeJONGH DeJongh."""
    if part.lower() == part:
        return part
    if part[0] in "'’‘`ʻ":
        return part[0] + _part(part[1:])
    elided = re.match(r"([A-Z])(['’])(\w.*)", part)
    if elided:
        return f"{elided[1]}{elided[2]}{_part(elided[3])}"
    scots = re.fullmatch(r"MC([A-Z'’]{3,})", part)
    if scots:
        return f"Mc{scots[1].capitalize()}"
    if _SMALL_BEHIND.fullmatch(part):
        return part.capitalize()
    mixed = re.match(r"([A-Z][a-z]+)([A-Z]{2,}.*)", part)
    if mixed:
        return mixed[1] + mixed[2].capitalize()
    run = re.match(r"[^\W\d_]", part)
    return part[: run.end()] + part[run.end() :].lower() if run and part.upper() == part else part
