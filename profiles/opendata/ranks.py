"""Titles of posts as Wikidata spells them: without the name of their State, and the rank that their words say."""

import re
from collections.abc import Iterable

_NUMBERED = r"(?:(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|senior|executive)\s+)?"
_BODY = (
    r"(?:grand |national |people'?s |federal |legislative |state )*(?:assembly|senate|parliament|congress|duma|rada"
    r"|house|majilis|mazhilis|majlis|federation council|council of the|national council|chamber|verkhovna"
    r"|islamic consultative)\b"
)
_MONARCH = r"monarch|king|queen|emperor|empress|sultan|emir|amir|pope|grand duke|prince|druk gyalpo|ngwenyama"
# The first pattern that fits a title says its rank; the order matters.
_RANKS = (
    ("other", r"ambassador|permanent representative|consul\b|high commissioner to"),
    ("human_rights", r"(?!.*\bminister).*(?:ombuds|human rights)"),
    ("local", r".*\b(?:legislative|provincial|regional) assembly of|state deputy\b"),
    ("judiciary", r"(?:deputy |first deputy )?(?:chief justice|justice of the|prosecutor.general|procurator"
     r"|attorney.general|(?:president|chair\w*) of the (?:supreme|constitutional|high)(?: people'?s)? court)"),
    ("legislature", rf"(?:deputy |vice[- ])?(?:speaker\b|(?:president|chair\w*) of the {_BODY})"
     rf"|member of (?:the )?{_BODY}"),
    ("other", r"(?:deputy|vice|assistant)[- ]minister|minister of state\b|minister delegate|.*under-?secretary"),
    ("deputy_head", rf"{_NUMBERED}(?:deputy|vice)[- ]?"
     r"(?:prime minister|president|premier|chancellor|head of government)"),
    ("head_of_government", r"(?:prime minister|premier|(?:federal )?chancellor|taoiseach|head of government"
     r"|chair\w* of the council of ministers|president of the (?:government|council of ministers))$"),
    ("head_of_state", rf"(?:(?:federal )?president|governor.general|supreme leader|captain regent|{_MONARCH})$"),
    ("minister", r"(?:federal |state |union |deputy prime minister and )?minister\b|secretary of state\b"
     r"|member of the (?:\w+ )?federal council|chancellor of the exchequer$"),
    ("local", r"(?:deputy |vice |acting )?(?:governor|mayor|[aä]kim|hokim|prefect|chief minister)\b(?!.*\bbank\b)"),
    # The same posts in labels of other languages.
    ("deputy_head", r"vice[- ]?(?:premier(?: ministre)?|prési|presidente|primer ministro)|vizekanzler"
     r"|вице-(?:премьер|президент)"),
    ("head_of_government", r"(?:premi(?:er|ère) ministre|primer[ao]? ministr[oa]|primeir[oa][- ]ministr[oa]"
     r"|bundeskanzler(?:in)?|ministerpräsident(?:in)?"
     r"|presidente del (?:consejo de ministros|gobierno|consiglio(?: dei ministri)?)"
     r"|премьер-министр|прем['’]єр-міністр|başbakan|رئيس الوزراء)$"),
    ("head_of_state", r"(?:président|presidente|bundespräsident|staatspräsident)(?:e|a|in)?"
     r"(?: de la république| de la república| da república| della repubblica)?$"
     r"|(?:президент|cumhurbaşkanı|presidenti|prezydent|prezident|(?:el-)?roi|rey|re|könig(?:in)?|король|ملك|رئيس)$"),
    ("minister", r"(?:bundes)?minister(?:in)?\b|ministre\b|ministr[oa]\b|ministr\b|министр\b|міністр\b|وزير"
     r"|.*\b(?:bakanı|minister|minister(?:in)?en)$"),
)  # fmt: skip
_MEMBER = re.compile(
    r"(?!.*\b(?:government|cabinet|council of ministers|federal council|commission|committee|board|court)\b)"
    r"(?:(?:federal |state |people'?s )?(?:member|deputy|mp)(?: (?:of|for|to|representing)\b.*)?|senator\b.*"
    r"|teachta dála|député.*|diputad[oa].*|deputad[oa].*|deputat[oi]?\b.*|депутат.*|mitglied des .*)",
    re.IGNORECASE,
)
# Who is known for whom they are married to, or for having stood, holds no office by that.
_NO_OFFICE = re.compile(
    r"(?:former )?(?:first (?:lady|gentleman)|(?:spouse|wife|husband|consort|widow|partner|child|son|daughter) of\b"
    r"|(?:queen|prince|royal) consort|second (?:lady|gentleman)|.*\bcandidate\b|heir\b)",
    re.IGNORECASE,
)
_ACTING = re.compile(r"(?:acting|interim|ad interim|caretaker|provisional)[ -]+(?=\w)", re.IGNORECASE)
HEADS = ("head_of_state", "head_of_government")
# What a State is, before its name: of the Democratic Republic, of the Kingdom.
_STYLE = re.compile(r" of the (?:[\w' -]+ )?(?:Republic|Kingdom|State|States|Emirates|Union|Federation)\b.*$")
# Words that make a part of a country of its name.
_PART = re.compile(
    r"\b(?:north|south|east|west|central|upper|lower)(?:ern)?\b|\b(?:region|province|oblast|district|county|city|island)s?\b",
    re.IGNORECASE,
)


def title_of(position: str, names: Iterable[str]) -> str:
    """The post without the name of its State: President of Albania is President; the first letter is a capital.

    `names` are what the State is called. A part of the State keeps its name: Governor of South Verania.
    """
    known = [name for name in names if name]
    head, of, place = position.rpartition(" of ")
    own = set().union(*(telling(name) for name in known))
    part = _PART.search(place) and not any(_PART.search(name) for name in known)
    if of and own and telling(place) & own and not part:
        position = _STYLE.sub("", head)
    elif known and (styled := _STYLE.search(position)) and rank_of(position[: styled.start()]) in HEADS:
        position = position[: styled.start()]
    return position[:1].upper() + position[1:]


def telling(name: str) -> set[str]:
    """The beginnings of a country's words that tell it apart: Belgians and Belgium share one."""
    return {word[:5] for word in re.findall(r"\w{4,}", name.casefold())} - {"repub", "kingd", "state", "peopl", "democ"}


def rank_of(title: str) -> str:
    """Where a post stands, by the words of its title: one of the ranks of an office."""
    plain = " ".join(title.casefold().split())
    return next((rank for rank, pattern in _RANKS if re.match(pattern, plain)), "other")


def is_member(title: str) -> bool:
    """Whether a post is a seat in a legislature, of which there are many at once."""
    return bool(_MEMBER.fullmatch(" ".join(title.split())))


def is_no_office(title: str) -> bool:
    """Whether the words name no public office: who is married to a holder, or stood for a post, holds none by that."""
    return bool(_NO_OFFICE.match(title))


def without_acting(title: str) -> tuple[str, bool]:
    """The title without acting, interim and the like before it, and whether it had one."""
    rest = _ACTING.sub("", title, count=1) if _ACTING.match(title) else title
    return rest[:1].upper() + rest[1:], rest != title
