"""Which group a printed label names: by its own name, never by what somebody thinks that it means. Pure.

Labels that name the same people in another spelling are joined by the short table below, and by nothing else; broader
and narrower groups are an editor's to say.
"""

import re
from dataclasses import dataclass

from sources import keys

LONGEST = 40  # characters; longer labels are descriptions
MOST_WORDS = 4

SPELLINGS = {
    "uygur": "Uyghur",
    "uighur": "Uyghur",
    "kirghiz": "Kyrgyz",
    "byelorussian": "Belarusian",
    "moslem": "Muslim",
    "gypsy": "Roma",
    "turkoman": "Turkmen",
    "azeri": "Azerbaijani",
}


@dataclass(frozen=True)
class GroupName:
    """A group by its key's last part and its name."""

    slug: str
    name: str


def group_of(label: str) -> GroupName | None:
    """Return the group that a bare label names; None for descriptions and what has no letters of ours.

    Upper and lower case of the first letter apart, the name stands as printed.
    """
    name = " ".join(label.split())
    if (
        not name
        or len(name) > LONGEST
        or len(name.split()) > MOST_WORDS
        or re.search(r"[\d,;:()%]|\band\b|\bor\b", name)
    ):
        return None
    name = SPELLINGS.get(name.casefold(), name[0].upper() + name[1:])
    slug = keys.slug(name)
    return GroupName(slug, name) if slug else None
