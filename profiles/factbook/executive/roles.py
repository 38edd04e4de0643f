"""Which part each holder of a text plays: the head, who shares the post, deputies, heirs, representatives, others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from profiles.factbook.executive.offices import Holder

_DEPUTY = re.compile(
    r"^(?:executive |permanent )?(?:(?:first|second|third|fourth|senior) )?(?:executive )?(?:vice|deputy|assistant"
    r"|co-vice|co-deputy)\b"
    r"|^lieutenant governor\b",
    re.I,
)
_HEIR = re.compile(
    r"^(?:heir apparent|crown prince(?:ss)?)$|^(?:heir apparent|heir to the throne|designated successor)\b", re.I
)


def with_roles(holders: Sequence[Holder], own: str, lost: Sequence[str] = ()) -> list[Holder]:
    """Each holder's role: the first has the field's own, deputies and heirs theirs, equals of the first the same.

    Where the holder of the first post could not be read, `lost` names that post, and no other takes its part.
    """
    roles: list[Holder] = []
    lead: Holder | None = None
    for holder in holders:
        first = holder.title.offices[0] if holder.title.offices else ""
        if holder.role == "representative":
            role = holder.role
        elif re.search(r"-(?:elect|designate)\b", first, re.I):
            role = "elect"
        elif _HEIR.search(first) and len(holder.title.offices) == 1:
            role = "heir"
        elif _DEPUTY.search(first) and (lead or lost):
            role = "deputy"
        elif (lead and not _joint(lead, holder)) or (lost and not lead and first not in lost):
            role = "other"
        else:
            role = own
            lead = lead or holder
        roles.append(replace(holder, role=role))
    if roles and lead and _DEPUTY.search(lead.title.printed):
        place = roles.index(next(holder for holder in roles if holder.role == own))
        note = "A deputy's post is printed as the head's."
        roles[place] = replace(roles[place], warnings=(*roles[place].warnings, note))
    return roles


def _joint(lead: Holder, holder: Holder) -> bool:
    """Whether two hold the first post together: co-princes, captains regent, members of one presidency.

    One person in several posts, each with its own day, holds them all together too.
    """
    if lead.person is not None and (lead.person, lead.printed) == (holder.person, holder.printed):
        return True
    words = [
        set(re.findall(r"[a-z]{4,}", " ".join((held.title.printed, *held.beside)).lower())) for held in (lead, holder)
    ]
    return bool(
        words[0] & words[1] & {"coprince", "prince", "regent", "presidency", "council", "captains", "captain"}
    ) or (bool(lead.title.printed) and _unnumbered(lead) == _unnumbered(holder))


def _unnumbered(holder: Holder) -> list[str]:
    """The posts of a holder without a number before them: a first and a second prime minister share one post."""
    return [re.sub(r"^(?:First|Second|Third) ", "", office) for office in holder.title.offices]
