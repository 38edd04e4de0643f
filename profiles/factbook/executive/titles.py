"""Where a printed title ends and the holder's name begins: “President of the Council of Ministers Faure GNASSINGBE”.

A title is told by the words that titles are made of; behind “of”, “for” and “to” it goes on through words of countries
and bodies. Everything is read from the words themselves, never from a list of titles or people.
"""

import re
from dataclasses import dataclass, replace

from profiles.factbook.edition.entities import place_words
from profiles.factbook.edition.texts import brackets, one_line, word_set
from profiles.factbook.executive.names import is_capital

# Words that name a post; the last of them before the capitals ends the title.
_HEADS = word_set(
    "president presidents minister ministers premier premiers chancellor king queen emperor sultan amir emir pope "
    "chairman chairmen chairwoman chairperson chair governor governors governor-general administrator commissioner "
    "mayor prefect regent regents co-prince coprince co-princes taoiseach secretary secretaries leader head prince "
    "princess duke duchess commander-in-chief executive bailiff superior mann representative counselor counsellor "
    "state speaker co-president coordinator ruler captain captains member members apparent director co-chief "
    "co-chiefs protector director-general vice-president president-elect presidents-elect delegate monarch deputy "
    "assistant successor veguer archduke"
)
# Of these some are names as well, so that an unknown word before them may be a given name.
_NAMES_TOO = word_set(
    "king queen prince princess duke duchess sultan pope captain mayor head regent state prefect emir amir chair "
    "bailiff superior mann emperor"
)
# A body that a title is “of”: the title goes on up to the last of these before the name.
_COLLECTIVE = word_set(
    "Council Councils Assembly Committee Commission Junta Congress Presidium Soviet Board Government Republic Senate "
    "Parliament Cabinet Authority Directorate Presidency Forces Union Federation Confederation Administration Front "
    "Movement Command Kingdom Yuan Tribunal Revolution Party Army Collegium Corps Secretariat"
)
# Posts that a “General” belongs to; elsewhere it is the rank of the person.
_GENERALS = frozenset({"Governor", "Secretary", "Attorney", "Director"})
_LEADERS = frozenset({"of", "for", "to"})
_VEGUER = ["Veguer", "de"]  # the one title in another language that the book prints with a place behind it
_JOINTS = frozenset(["of", "for", "to", "the", "and", "in", "on", "or", "o"])
_BODIES = word_set(
    "Prime Vice Deputy First Second Third Fourth Senior Executive Grand Crown Heir Supreme High Chief Acting Interim "
    "Caretaker Transitional Transition Provisional Permanent Co-Vice Lieutenant Lieutenant-Governor Lord General "
    "Council Councils Ministers Cabinet Government Republic State States Affairs Assembly Presidency Commission "
    "Committee Commonwealth Confederation Federation Federal National Territory Territorial City Homeland Safeguard "
    "Foreign Political People's Popular Revolutionary Military Sovereign Islamic Democratic Parliament Senate "
    "Congress Armed Forces Defense Defence Salvation Restoration Transition Junta Party Central Standing Governorate "
    "Pontifical Council's Leadership Presidential Taliban Island Islands New North South East West Northern Southern "
    "Eastern Western Upper Lower British French Spanish English Dutch American Australian Danish Norwegian Swiss "
    "Union Kingdom Emirates Province Region District Finance Interior Security Order Politburo Workers Peace "
    "Development Overseas Department Departmental General-Secretary Yuan Prime-Minister Nonresident Board Directory"
)
_DIRECTIONS = word_set("New North South East West Northern Southern Eastern Western Upper Lower British French Islands")
# Behind a post these belong to the person.
_NOBLE = frozenset({"Prince", "Princess", "Sultan", "Captain", "Emir", "Amir"})
# “Transitional President” says how the post is held, “Transitional Council Chairman” names a body.
_OF_BODY = (
    r"(?!(?:[ -][A-Z][\w'’-]*)*? (?:Council|Government|Assembly|Authority|Commission|Committee|Junta|Republic)\b)"
)
_MANNER = re.compile(
    r"[\[(]?\b(?:(acting|ad interim|de facto|overall)"
    rf"|(interim|caretaker|transitional|transition|provisional)(?-i:{_OF_BODY}))\b[\])]?",
    re.I,
)
# Where a rank stands behind “of” and unknown words, those are a place, and the name begins with the rank.
_RANK_WORD = re.compile(r"(?:Gen|Lt|Col|Capt|Maj|Brig|Adm|Cdr|Sgt|Flt|Sqn|Dr)\.|Sir|Dame")
_RANK_FIRST = word_set("Vice Rear Air Field General Lieutenant Major Brigadier Colonel Marshal Admiral")
_HYPHENED = (("Commander in Chief", "Commander-in-Chief"), ("Commander-in-chief", "Commander-in-Chief"))
# What stands before a title without being part of it, and what a bracket says of its other name.
_LEAD = re.compile(r"^(?:two|three|four|five|six|seven|eight)\s+")
_SAID_TOO = re.compile(r"\((?:also )?(?:referred to|known|called)\b[^()]*\)")
_ORDINALS = {"1st": "First", "2nd": "Second", "3rd": "Third", "4th": "Fourth"}
_ORDINAL = re.compile(r"\b(1st|2nd|3rd|4th) ")
_ACTING = frozenset({"acting", "interim", "caretaker", "provisional", "ad interim"})
_SINGULAR = (
    ("Ministers", "Minister"),
    ("Presidents", "President"),
    ("Premiers", "Premier"),
    ("Captains", "Captain"),
    ("Governors", "Governor"),
    ("Princes", "Prince"),
    ("princes", "prince"),
    ("Chairmen", "Chairman"),
    ("Secretaries", "Secretary"),
    ("Regents", "Regent"),
    ("Members", "Member"),
    ("members", "member"),
    ("Chancellors", "Chancellor"),
    ("Chiefs", "Chief"),
    ("chiefs", "chief"),
)
_PLURAL = re.compile(
    r"\b(?:Prime Ministers|Ministers|Presidents|Premiers|Captains|Governors|Princes|Coprinces|Co-princes|Chairmen|"
    r"Secretaries|Regents|[Mm]embers|Chancellors|Counselors)\b"
)


@dataclass(frozen=True)
class Title:
    """A printed title, the offices in it, how it is held (“acting” …), and whether it names several holders."""

    printed: str
    offices: tuple[str, ...]
    manner: str
    acting: bool
    plural: bool


NO_TITLE = Title("", (), "", acting=False, plural=False)


def split_title(text: str) -> tuple[Title, str]:
    """The title and the rest, which is the name; either may be empty. Brackets inside the title stay with it."""
    source = text
    for parted, joined in _HYPHENED:
        text = text.replace(parted, joined)
    masked, asides = _masked(text)
    tokens = masked.split()
    end = _title_end(tokens)
    if end > 1 and tokens[end - 1].startswith("\ue000") and end < len(tokens):
        inside = _unmasked(tokens[end - 1], asides)[1:-1]
        # “(Ana) Maria TORRENT”, no “(Premier)”: one word of the name, which the printed name goes without.
        beside = _MANNER.match(inside) and not _MANNER.fullmatch(inside)  # “(de facto premier)”
        if beside or inside.lower() == "vacant":
            end -= 1
        elif re.fullmatch(r"[A-Z][a-z]+", inside) and not _is_head(inside):
            tokens.pop(end - 1)
            end -= 1
    while end > 1 and tokens[end - 1] in _NOBLE and tokens[end - 2] not in _JOINTS and _follows_post(tokens, end):
        end -= 2 if tokens[end - 2] == "Crown" else 1
    printed = _unmasked(" ".join(tokens[:end]), asides)
    rest = _unmasked(" ".join(tokens[end:]), asides)
    title = read_title(printed)
    # The hyphens put in change no length, so that the words as printed can be cut from the source.
    as_printed = source[: len(title.printed)] if text.startswith(title.printed) else title.printed
    return replace(title, printed=as_printed), rest.strip(" -–:,")


def _is_of_name(tokens: list[str], index: int) -> bool:
    """Whether a word that is a post elsewhere is part of a name: “Sultan bin Karim”, “Karim bin Sultan”."""
    beside = {*tokens[max(index - 1, 0) : index], *tokens[index + 1 : index + 2]}
    return tokens[index].lower() in _NAMES_TOO and bool(beside & {"bin", "ibn"})


def _follows_post(tokens: list[str], end: int) -> bool:
    """Whether a noble title at the end of a printed title stands behind a post: “Prime Minister Crown Prince”."""
    last = end - 3 if tokens[end - 2] == "Crown" else end - 2
    if tokens[end - 1] == "Captain":
        return any(map(_is_head, tokens[: end - 1]))
    return last >= 0 and _is_head(tokens[last])


def read_title(printed: str) -> Title:
    """What a printed title says."""
    printed = one_line(printed).strip(" -–:,")
    manner = _MANNER.search(printed)
    word = (manner[1] or manner[2]).lower() if manner else ""
    bare = one_line(_MANNER.sub(" ", printed)) or printed
    bare = _LEAD.sub("", re.sub(r"^the\s+(?=[A-Z])", "", bare))
    bare = _ORDINAL.sub(lambda found: f"{_ORDINALS[found[1]]} ", bare)
    bare = one_line(_SAID_TOO.sub(" ", bare))
    bare = re.sub(r"^co-chiefs? of state\s+(?=\w)", "", bare, flags=re.I)
    masked, asides = _masked(bare)
    plural = bool(_PLURAL.search(re.sub(r"\b(?:of|for)\b.*", "", masked)))
    offices = tuple(
        _singular(_unmasked(office, asides)) if plural else _tidy(_unmasked(office, asides))
        for office in _offices(masked)
    )
    return Title(printed, offices if printed else (), word, word in _ACTING, plural)


def _masked(text: str) -> tuple[str, list[str]]:
    """The text with each bracket as one word “\ue000n”, so that blanks part words only."""
    asides: list[str] = []
    for start, end, _ in reversed(list(brackets(text))):
        asides.append(text[start:end])
        text = f"{text[:start]} \ue000{len(asides) - 1} {text[end:]}"
    return one_line(text), asides


def _unmasked(text: str, asides: list[str]) -> str:
    return re.sub(r"\ue000(\d+)", lambda match: asides[int(match[1])], text)


def _title_end(tokens: list[str]) -> int:
    """The number of words that the title takes."""
    first_capital = _name_start(tokens)
    heads = [index for index in range(first_capital) if _is_head(tokens[index]) and not _is_of_name(tokens, index)]
    if not heads or not _begins_as_title(tokens, heads):
        return 1 if tokens[:1] and tokens[0].startswith("\ue000") and len(tokens) > 1 else 0
    end = heads[-1] + 1
    while end < first_capital and _goes_on(tokens, end, first_capital):
        end += 1
    if any(token in _LEADERS for token in tokens[:end]):
        bodies = [index for index in range(end, first_capital) if _plain(tokens[index]) in _COLLECTIVE]
        end = bodies[-1] + 1 if bodies else end
        if bodies and "".join(tokens[end : end + 1]).startswith("\ue000") and end + 1 < first_capital:
            end += 1
        ranks = [index for index in range(end, first_capital) if _RANK_WORD.fullmatch(tokens[index])]
        end = ranks[0] if ranks else end
        while ranks and end > 1 and tokens[end - 1] in _RANK_FIRST and tokens[end - 2] not in _GENERALS:
            end -= 1
    while end > 1 and tokens[end - 1] in _JOINTS:
        end -= 1
    return end


def _name_start(tokens: list[str]) -> int:
    """The first word in capitals that belongs to no title, else the length.

    To a title belong CNSP in “CNSP Prime Minister” and SLR in “President of the SLR, Ana TORRENT”.
    """
    for index, token in enumerate(tokens):
        if token in {"His", "Her"} and any(map(_is_head, tokens[:index])):
            return index
        if not is_capital(token):
            continue
        begins = not any(map(_is_head, tokens[:index])) or tokens[index - 1] in _JOINTS
        opens = begins and not token.endswith(",") and _is_word_of_title("".join(tokens[index + 1 : index + 2]))
        of_body = index and tokens[index - 1] in {"of", "the", "for"} and any(map(is_capital, tokens[index + 1 :]))
        if not opens and not of_body:
            return index
    return len(tokens)


def _plain(token: str) -> str:
    return token.strip(",:;-–")


def _is_head(token: str) -> bool:
    """Whether a word names a post, alone or beside a hyphen: Governor, Lieutenant-Governor, Minister-designate."""
    word = _plain(token).lower()
    return word in _HEADS or word.rpartition("-")[2] in _HEADS or word.removesuffix("-designate") in _HEADS


def _is_word_of_title(token: str) -> bool:
    return _is_head(token) or _plain(token) in _BODIES


def _begins_as_title(tokens: list[str], heads: list[int]) -> bool:
    """Whether what stands before the last head belongs to a title: “Supreme People's Assembly President”, no"
    " given name."""
    before = tokens[: heads[-1]]
    if not before or _is_word_of_title(before[0]) or before[0] in place_words() or before[0].startswith("\ue000"):
        return True
    if is_capital(before[0]) or before[0].lower() in _JOINTS or before[0].islower():
        return True
    return any(_plain(tokens[index]).lower() not in _NAMES_TOO for index in heads)


def _goes_on(tokens: list[str], index: int, limit: int) -> bool:
    """Whether a word behind the last head still belongs to the title."""
    before, word = tokens[index - 1], _plain(tokens[index])
    if re.match(r"(?:Vice|Rear|Air)(?:[- ]Vice)?[- ](?:Adm|Marshal)", " ".join(tokens[index : index + 2])):
        return False
    phrase = any(earlier in _LEADERS for earlier in tokens[:index])
    if word.startswith("\ue000"):
        return index + 1 < limit or phrase
    if word in _LEADERS or (before == "Veguer" and word in {"de", "Episcopal"}) or tokens[index - 2 : index] == _VEGUER:
        return True
    if not phrase:
        parted = any(earlier.endswith(",") for earlier in tokens[:index])
        return (word == "General" and before in _GENERALS) or (parted and word in _BODIES)
    if word in _JOINTS:
        return True
    if word in place_words() and word not in _BODIES:
        # “of Verania”, “of New Verania”; behind “Committee” the word is a given name that is a place's as well.
        return before in _JOINTS or before in place_words() or before in _DIRECTIONS
    if word in _BODIES:
        return word != "General" or before in _JOINTS
    # An unknown word right behind “of the” is a place; at least one word is left for the name.
    return before in {"of", "the", "for", "to"} and word[:1].isupper()


def _offices(masked: str) -> list[str]:
    """“Sultan and Prime Minister” are two offices, “Secretary of State for Foreign and Political Affairs” is one."""
    parted = re.split(r"(,?\s+(?:and|/)\s+|(?<=\w)/(?=[A-Z])|,\s+|(?<=Mann)\s(?=(?:King|Queen)$))", masked)
    offices: list[str] = []
    for joint, piece in zip(["", *parted[1::2]], parted[::2], strict=True):
        words = [_plain(word).lower() for word in piece.split()]
        before_of = words[: words.index("of")] if "of" in words else words
        if offices and not (set(before_of) & _HEADS):
            offices[-1] += joint + piece
        else:
            offices.append(piece)
    return [office for office in offices if office.strip()]


def _singular(office: str) -> str:
    head, joint, tail = office.partition(" of ")
    for several, one in _SINGULAR:
        head = re.sub(rf"\b{several}\b", one, head)
    return _tidy(head + joint + tail)


def _tidy(office: str) -> str:
    office = re.sub(r"^\(([^()]*)\)$", r"\1", one_line(office).strip(" -–:,"))
    if office.islower():
        office = " ".join(word if word in _JOINTS else word[:1].upper() + word[1:] for word in office.split())
    return office[:1].upper() + office[1:]
