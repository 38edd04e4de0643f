"""The words that tell how a piece of a list stands to its neighbours: joined, a remark, a lesser number, a lead."""

import re

from profiles.factbook.peoples.share_pieces import SIGNS

NAME = re.compile(r"[^\W\d_]")
SIGN = re.compile(f"[{SIGNS}]")
JOINED = re.compile(r"^(?:and|or|&)\b", re.IGNORECASE)
REMARK = re.compile(
    r"^\s*(?:[-–—]*\s*(?:includes?|including|mostly|mainly|largely|predominantly|primarily|of (?:which|whom)|each|"
    r"etc\.?|in all|(?P<where>(?:in|on|along|near) the))\b|[-–—]+\s)",
    re.IGNORECASE,
)
# Names behind these words are counted together: “small numbers of Jews, Baha'is, and Hindus”.
TOGETHER = re.compile(
    r"^(?:(?:very )?(?:small|large|smaller|minor|tiny|few|a few|lesser)\s?(?:numbers?|percentages?|groups?|minorit\w+|"
    r"communit\w+|proportions?|clusters?) (?:of|include)|homogeneous|composite|admixtures?|mixture|mix of|blend|"
    r"combination|descend|remainder|(?:the )?rest\b|some of\b|predominantly \w+ with|celtic|mixed (?!\w+$)|"
    r"unspecified \w+$)",
    re.IGNORECASE,
)
OF_THE_NAME_BEFORE = re.compile(
    r"^(?:predominantly|mostly|mainly|primarily|especially|particularly|includ\w+|such as|e\.g\.)\b", re.IGNORECASE
)
LIST_NOUN = re.compile(
    r"^[\w -]{0,40}\b(?:languages|groups|tribes|dialects|religions|minorities|peoples)(?:\s+includes?|\s+-+|:)\s+",
    re.IGNORECASE,
)
# Small numbers that have no part in the figure before them, and the noun that makes one line of several names.
LESSER = re.compile(
    r"^(?:very )?(?:with )?(?:some|few|a few|small|smaller|tiny|minor|limited|lesser|(?:the )?(?:remainder|rest)|no|"
    r"many|various|numerous|active|large)\b",
    re.IGNORECASE,
)
COMMUNITY = re.compile(r"\b(?:minorit(?:y|ies)|communit(?:y|ies)|groups|population)\b", re.IGNORECASE)
AND_ARE = re.compile(r"^(?:and|or)\s+((?:[\w'’-]+\s){0,3}?[\w'’-]+?)\s+(?:is|are)\s", re.IGNORECASE)
MODIFIER = re.compile(r"^(?:nominally|predominantly|mostly|mainly|officially|primarily|largely)$", re.IGNORECASE)
SAID_OF_NAME = re.compile(
    r"^(?:which|who|that|whose|where|(?:(?:is|are) )?(?:(?:widely|commonly|also|generally) )?"
    r"(?:spoken|used|understood)|an? (?:[\w/-]+ ){0,4}(?:language|dialect|blend|mixture|variant|form))\b",
    re.IGNORECASE,
)
COUNTED = re.compile(r"\d,\d{3}|\b(?:million|thousand)\b")
SUM = re.compile(r"\s*(?:totals?|sums?|shares|percentages)\b", re.IGNORECASE)
# “Punjabi, Western” is one name.
DIRECTION = re.compile(r"(?:(?:north|south|east|west)\w*|central|standard|upper|lower|modern|old|new)", re.IGNORECASE)
AND_LESSER = re.compile(r"\s+and (?=(?:very )?(?:lesser|small|smaller|few|fewer|a few|some) )", re.IGNORECASE)
OFFICIAL = re.compile(r"\b(?:official|national|lingua franca|primary|commerce|state language)\b", re.IGNORECASE)
SECOND_MEASURE = re.compile(r"^(?:nominal(?:ly)?|practi[cs]ing|active|church[- ]going|observant|adherents?)$", re.I)
LIST_LEAD = re.compile(
    r"^(?:(?:and )?(?:which )?(?:inclu\w{2,6}|of (?:which|whom)|consist(?:s|ing)(?: primarily)? of|"
    r"made up(?: largely)? of|comprising|comprises|composed of|largest groups (?:are|include)|"
    r"denominations include)\b:?\s*|(?:the )?(?:major|main|largest|principal|chief)(?: \w+){1,3}(?: -+|:)\s)+",
    re.IGNORECASE,
)
# What stands before a list whose first line has its figure: “second languages include 17% Belu”.
LEAD_IN = re.compile(
    rf"^(?P<lead>[^,;:%\d{SIGNS}]{{2,80}}?\b(?:(?P<verb>includes?|comprising|comprises|consist(?:s|ing) of)|are|is))"
    r"(?: the)?:?\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
OF_ALL = re.compile(
    r"\b(?:other|most|main|major|principal|largest|important|groups?|tribes?|languages?|religions?|population|background|"
    r"nationalities|denominations)\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"(?:which|who|that|although|though|while|despite|whereas|because|since|if)\b", re.IGNORECASE)
# “11 official languages, including Aran” leads in Aran and the names behind it.
NAMED_AMONG = re.compile(r"^[^,]*\b(?:languages|dialects), including (?P<name>.+)$", re.IGNORECASE)
EACH = re.compile(r"\s*each\b", re.IGNORECASE)
# “5 Solar, 11 Lunar” behind “legally recognized groups” are counts of groups.
COUNT_OF_GROUPS = re.compile(r"\d{1,2} [A-Z](?!.*\b(?:languages?|dialects|tribes|groups|sects)\b)")
# “Aran is the language of commerce, administration, and trade” names one tongue.
USES = re.compile(r"\b(?:language|tongue|means) (?:of|for) [a-z][\w ]*$")
# What names a list and no part of the people that it is of: “the four largest tribes - ”, “the most numerous are: ”.
LARGEST_ARE = re.compile(
    r"(?:the )?(?:(?:two|three|four|five|six|\d{1,2}) )?(?:largest|main|major|principal|chief|most [\w -]{3,60}?)"
    r"(?: [\w-]+){0,3}?(?: (?:are|include))?(?:\s*:|\s+-+)\s+",
)
CONTRAST = re.compile(r"(?:but|although|though|while|whereas)\b", re.IGNORECASE)
JOINED_OR_BUT = re.compile(
    r"^(?:and|or|&|but|while)\b|^(?:an? |the )?(?:(?:great|vast|overwhelming|large|small) )?(?:majority|minority)\s*$|"
    r"^(?:and )?(?:the )?remaining\s*$",
    re.IGNORECASE,
)
# “most of the remaining 15% Solar”: how many is not said.
MOST_OF = re.compile(r"(?:and )?(?:most|many|some|half|(?:the )?(?:majority|rest|bulk)) of(?: the)?\b", re.IGNORECASE)
COUNT_BEHIND = re.compile(r"\s+\d{1,3}(?:,\d{3})+$")
SAID_OF_COUNT = re.compile(r"\s+(?:only|claims?|number(?:s|ing)?|totals?)$")
# The last of several names takes in those before it: “Aran, Belu, and Cero 4%”.
WITH_OTHERS = re.compile(r"^(?:and|or|&)\b|\b(?:and|including|includes|mostly|mainly)\b|\bor others?\b", re.IGNORECASE)


def unfit(name: str) -> str:
    """Why what stands beside a figure is no name of a line; '' for a name."""
    if not NAME.search(name):
        return "a figure without a name."
    if re.search(r"(?:^|[\s–-])\d+$", name):
        return "two numbers stand together."
    return "a second measure of the line before, not a part of the list." if SECOND_MEASURE.match(name) else ""
