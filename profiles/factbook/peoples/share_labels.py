"""The names in a list of shares: tidied, classed, told from sentences."""

import re

from profiles.factbook.edition.texts import one_line, without_brackets, word_set

_BLANK = re.compile(
    r"^(?:(?:and|also|plus|but also|as well as|but)\s+)+|^[\s,;:&-]+|^\.(?!\d)|[\s,;:.]+$|\s+(?:-+|–|and|&)$"
)
_VERB = re.compile(
    r"(?<!['’])\b(?:is|are|was|were|has|have|had|can|may|might|could|cited?|cites|make|makes|made|constitutes?|composes?|"
    r"comprises?|accounts? for|represents?|belongs?|speaks?|exists?|functions?|ranged?|ranges|remains?|includes?|"
    r"consists?|exceeds?|claims|number(?:ed|ing)?(?= less|$)|entered)\b|\b(?:for|by|of|to|in|with|from|than)$|^of\b",
    re.IGNORECASE,
)
# Words that are no name by themselves: “the most widely spoken”.
_HOLLOW = word_set("a an the most more less widely also is are not some still but")
_REMARK = re.compile(
    r"\s(?:(?:before|prior to)\b|(?:are |is )?(?:also )?"
    r"(?:(?:(?!family)\w+ly|also|only) )?(?:spoken|understood|used|taught)\b"
    r"(?: (?!only)|,|$)|(?:is |are )?widespread$).*",
    re.IGNORECASE,
)
# “Aran most widely spoken”, “Aran often the language of trade”, “Aran, a creole language”: said of the name before.
_SAID = re.compile(
    r"^([A-Z][\w'-]*(?: [\w'-]+){0,2}?) (?:most (?:widely|commonly) (?:spoken|understood|used)\b.*|"
    r"(?:(?:often|also|the|an?|primary|secondary|second|main|common) )+languages? of [a-z].*)$|"
    r"^([A-Z][\w '-]*), an? (?:[\w/-]+ ){0,4}(?:language|dialect|blend|mixture|variant|form)\b.*$"
)
# What no name of a people, faith or language holds; it tells a name without figure from a remark.
_ASIDE = re.compile(
    r"^(?:although|though|despite|prior to|since|because|while|when|where|which|who|that|whose|for|on|in|at (?!least)|"
    r"due to|according to|based on|they|these|those|it|all told|of (?:which|whom)|with (?!(?:some|small|few|a few)\b)|"
    r"divided|collectively|there|no (?:current|reliable|official)|(?:the )?majority of (?:which|whom|the))\b|"
    r"\b(?:claims|lives?|live mostly|recogni[sz]es?|replaces?|identif(?:y|ies)|designates?|provides?|differs?|vary|"
    r"varies|migrated|assum(?:es|ed|ing)|plays|enjoys|observes?|prefer|does|did|do|maintains|follows|falls?|"
    r"(?:\w+ly|also|most) (?:influence|practice|use)|practice|codified|prohibiting|began|allowing)\b|"
    r"^(?:known as|evacuated|indigenous to|more recently|consist(?:s|ing) of|both (?:official|national)|"
    r"majority of populace|only|traditionally pragmatic)\b|\b(?:limited to|listed as|correspond(?:s|ing)?)\b|"
    r"(?<!legally )\bbilingual(?:ism)?\b(?!.*\d)|\breligious activit|^no (?:\w+ )*(?:population|inhabitants)\b",
    re.IGNORECASE,
)
# “Malays nearly all Muslim” and “Chinese predominantly Buddhists” say of one people what it believes.
_OF_A_PEOPLE = re.compile(
    r"[A-Z]\w+s (?:(?:nearly|almost|virtually) all|predominantly|mostly) [A-Z]\w+$|"
    r"[A-Z]\w+ (?:predominantly|mostly) [A-Z]\w+s$"
)
# What says where and since when, and not who.
_BEHIND = re.compile(
    r"\s+(?:before|prior to|among|as (?:an? )?(?:native|first|second|primary|mother) (?:tongue|language))\b.*$|"
    r"(?<=\w),? (?:the )?(?:official|national) language$|(?<=[a-z]) tribe$",
    re.IGNORECASE,
)
# What says how many, and not who: “nominally Lunar” counts Lunars. “Predominantly” may tell one people from another.
_AMOUNT = re.compile(
    r"^(?:(?:(?:the )?(?:remainder|rest)|some(?! \d)|a few|nominally|at least|"
    r"(?:virtually|almost|nearly) (?:all|entirely|totally)(?: of)?)\s+)+",
    re.IGNORECASE,
)
_UNSAID = (
    r"un(?:specified|known|stated|declared|identified|designated|available|answered)|not (?:stated|specified|reported|"
    r"declared|known|available|indicated|answered)|no (?:answer|response|ethnic affiliation data available|data)|"
    r"(?:don't|do not|didn't|did not) (?:know|respond|answer)|refused(?: to answer)?|objected to answering|"
    r"no reply|non-?response|not applicable"
)
_NOBODY = (
    r"none|no religion|no (?:religious )?(?:affiliation|preference)|no denomination|unaffiliated|non-?religious|"
    r"irreligious|nothing in particular|no ethnic group|religiously unaffiliated"
)
_KIND = (
    r"(?:small(?:er)? |minor |local |religious |ethnic |minority )*(?:groups?|ethnic groups?|tribes|races?|religions?|"
    r"languages?|nationalities|minorities|beliefs?|faiths?|ethnicities|dialects|ancestr(?:y|ies)|origins?|peoples?|"
    r"ethnic origin or race|religious groups?|mother tongues?|tongues?|expatriates)"
)
_REST = rf"(?:all )?others?(?: {_KIND})?|(?:the )?(?:remainder|rest)|(?:unspecified )?(?:smaller|minor) {_KIND}"
_JOIN = r"(?:\s*(?:/|,|, ?and|, ?or|\band\b|\bor\b)\s*)"


def tidy(label: str) -> str:
    """The label without blanks, signs and joining words at its ends."""
    label, before = one_line(label), None
    while label != before:
        before, label = label, _BLANK.sub("", label).strip()
    return label


def bare(label: str) -> str:
    """The name alone, for finding a group: without brackets, and without what follows a dash."""
    name = tidy(re.split(r"\s-+\s", without_brackets(label))[0])
    return _BEHIND.sub("", _AMOUNT.sub("", name)) or name or label


def is_description(label: str) -> bool:
    """Whether a label says how a people is and not who it is: “racially homogeneous”."""
    return bool(re.fullmatch(r"(?:\w+ly )?(?:homogeneous|heterogeneous|atheist)", bare(label), re.IGNORECASE))


def is_prose(label: str) -> bool:
    """Whether a piece is a sentence rather than a name: a verb that no “which” or “who” leads in."""
    plain = tidy(re.split(r"\b(?:of which|which|who|whose|that)\b", without_brackets(label))[0])
    verb = _VERB.search(_REMARK.sub("", plain))
    others = f"{plain[: verb.start()]} {plain[verb.end() :]}".split() if verb else []
    # “God is Love” is a church: capitals on both sides of the verb.
    named = bool(verb and verb.start() and 1 < len(others) < 4 and all(word[0].isupper() for word in others))
    return (verb is not None and not named) or len(plain.split()) > 24


def is_aside(label: str) -> bool:
    """Whether a piece without a figure is a remark or a sentence, for which is_prose knows no verb."""
    plain = tidy(without_brackets(label))
    words = plain.split()
    if _OF_A_PEOPLE.match(plain):
        return True
    if not words or (words[0][0].isupper() and len(words) < 5):
        return False
    rest = _REMARK.sub("", f" {plain}").split()
    return bool(_ASIDE.search(plain)) or not set(rest) - _HOLLOW


def without_remark(label: str) -> str:
    """The label without “widely spoken” and the like behind it."""
    said = _SAID.match(label)
    label = (said[1] or said[2]) if said else label
    match = _REMARK.search(label)
    head = label[: match.start()] if match else ""
    words = head.split()
    if not words or set(words) <= _HOLLOW or words[-1] in _HOLLOW:
        return label
    if (
        re.search(r"\bwhich \w", head)
        or head.count("(") > head.count(")")
        or re.search(r"\b(?:which|be|or|and)\b.*\b(?:be|or|and)$", head)
    ):
        return label
    shorter = re.sub(r",? (?:which|that|who)$", "", tidy(head))
    return shorter if re.search(r"\w", shorter) else label


def share_class(label: str) -> str:
    """The class of a line: group, residual_other, unspecified, none or subtotal.

    A name in it makes it a group (“other Christian”, “Jewish and other”). Of several classes in one line,
    residual_other stands before unspecified, and that before none: “other or none” holds people of other groups.
    """
    unsaid = re.fullmatch(r"others? [(\[](.+)[)\]]", label.strip().casefold())
    if unsaid and _class_of(unsaid[1]) == "unspecified":
        return "unspecified"
    plain = re.split(r", ?(?:including|includes|mostly|mainly)\b", without_brackets(label).casefold())[0]
    parts = [part for part in re.split(_JOIN, plain.replace("’", "'").strip()) if part]
    kinds = {_class_of(part) for part in parts} if not _class_of(plain) else {_class_of(plain)}
    for found in ("residual_other", "unspecified", "none", "subtotal"):
        if kinds and "" not in kinds and found in kinds:
            return found
    return "group"


def _class_of(part: str) -> str:
    for found, pattern in (
        ("residual_other", _REST),
        ("unspecified", _UNSAID),
        ("none", _NOBODY),
        ("subtotal", r"(?:sub-?)?total\b.*"),
    ):
        if re.fullmatch(pattern, part.strip()):
            return found
    return ""
