"""Who holds which post: the strings of “Executive branch”, taken apart into posts and holders.

`President Ana TORRENT (since 4 May 2019); Vice Presidents …` and its many relatives: several holders parted by
semicolons, commas or “and”, representatives of a monarch, vacant posts, acting holders, two posts in one string, notes.
What is no post with its holder is refused with a reason, never passed over.
"""

import re
from dataclasses import dataclass, field, replace

from profiles.factbook.days import DAY, Day, read_day
from profiles.factbook.layout import Piece, Refused
from profiles.factbook.names import NoNameError, PersonName, read_name
from profiles.factbook.texts import brackets, one_line, short, split_outside, without_brackets
from profiles.factbook.titles import Title, split_title

ROLES = ("chief_of_state", "head_of_government", "deputy", "heir", "representative", "elect", "other")
_DEPUTY = re.compile(
    r"^(?:executive |permanent )?(?:(?:first|second|third|fourth|senior) )?(?:executive )?(?:vice|deputy|assistant"
    r"|co-vice)\b"
    r"|^lieutenant governor\b",
    re.I,
)
_HEIR = re.compile(r"^(?:heir apparent|crown prince(?:ss)?)$|^heir apparent\b", re.I)
_NOTE = re.compile(r"(?<!\w)\(?note(?: ?\d+)?\)? ?(?:-+|–|—|:) ?", re.I)
_UNCLOSED = re.compile(r"\((since [^()]{4,40});(?=\s*[A-Z])")
_REPRESENTED = re.compile(r"[;,]?\s*(?:(?:is|are)\s+)?represented (?:there )?by (?:the )?", re.I)
_SHARED = re.compile(r"\)\s*(?:,\s*(?:and\s+)?|and\s+)(?=[A-Z\"(\[])|\)\s+and\s+(?=[A-Z])")
_LIST = r",\s+and\s+(?=[A-Z\"])|,\s+(?=[A-Z\"])(?!(?:Jr|Sr)\b)|\s+and\s+(?=[A-Z\"])"
_START = (
    rf"since (?:about |approximately )?(?:seizing power (?:on|in) )?(?P<day>{DAY})",
    rf"(?:took office|sworn in|installed|inaugurated|assumed office|took power|appointed|enthroned|crowned)(?: on"
    rf"| in)? (?P<day>{DAY})",
    rf"elected (?:\w+ )?(?:on |in )?(?P<day>{DAY})",
    rf"^(?P<day>{DAY})$",
    rf"\bfrom (?P<day>{DAY})",
)
_PERIOD = re.compile(
    rf"for the (?:period|term)(?: from)? (?P<start>\d.*?\d{{4}}) ?(?:-|–|to) ?(?P<end>\d.*\d{{4}})$"
    rf"|from (?P<start2>{DAY}) to (?P<end2>{DAY})"
)
_FORMER = re.compile(r"^(?:the )?(?:former|ex-|deposed|ousted|outgoing)\b", re.I)
_REMARK_BEHIND = re.compile(r"(.*?\([^()]*since[^()]*\))\s+([a-z].*)")
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|holds|serves|serve|resigned|replaced|rotates?|reports?)\b"
)


@dataclass(frozen=True)
class Holder:
    """One person in one or several posts at once, or a vacant post.

    `represents` is the index, in the list that this holder stands in, of the one represented. `since` and `until` have
    edtf '' where none is printed. `shared_since` says that the date stands behind the last of a list of names.
    """

    role: str
    title: Title
    person: PersonName | None
    vacant: bool
    since: Day
    until: Day
    represents: int | None
    printed: str
    locator: str
    warnings: tuple[str, ...] = ()
    beside: tuple[str, ...] = field(default=())  # what else the brackets say, shortened

    @property
    def acting(self) -> bool:
        """Whether the person only acts for a holder."""
        return self.title.acting

    def moved(self, places: int) -> "Holder":
        """The same holder in a list that begins so many places earlier."""
        return self if self.represents is None else replace(self, represents=self.represents + places)


@dataclass
class _Reader:
    """The state of one text: what was read so far."""

    piece: Piece
    role: str
    holders: list[Holder] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    def refuse(self, printed: str, reason: str) -> None:
        self.refused.append(Refused(self.piece.name, printed, reason, self.piece.locator))


_NO_DAY = Day("", "")


def read_holders(piece: Piece, role: str) -> tuple[list[Holder], list[Refused]]:
    """The holders that one text names, the first of them in `role` (chief_of_state or head_of_government)."""
    reader = _Reader(piece, role)
    text = _UNCLOSED.sub(r"(\1);", one_line(piece.text)).replace("[so-called]", "")
    text = _NOTE.sub("; note - ", text)
    if re.fullmatch(r"(?:none|NA|n/a|[-–\s]*)\.?", text, re.I):
        return [], []
    for segment in _segments(text):
        _read_segment(reader, segment)
    if not reader.holders and not reader.refused:
        reader.refuse(text, "No post was found.")
    return _with_roles(reader), reader.refused


def _segments(text: str) -> list[str]:
    """The pieces between semicolons, and between a closed bracket and a comma or “and” with a new name behind."""
    pieces = []
    for piece in split_outside(text, ";"):
        cut = _SHARED.sub(lambda match: ")\x1f", piece) if not piece.lower().startswith("note - ") else piece
        pieces += [re.sub(r"^and\s+", "", part.strip()) for part in cut.split("\x1f") if part.strip(" ,;.")]
    return pieces


def _read_segment(reader: _Reader, segment: str) -> None:
    if segment.lower().startswith("note - "):
        reader.refuse(segment, "A note, no post.")
        return
    before, *behind = _REPRESENTED.split(segment, maxsplit=1)
    if not behind:
        _read_plain(reader, segment)
        return
    before = before.strip(" ,;")
    represented = None
    if before and not re.search(r"[A-Z]{3}|\(", before):
        reader.refuse(segment, "Whom the person represents is said in words only.")
    elif before:
        _read_plain(reader, before)
    if not before or "(" in before or re.search(r"[A-Z]{3}", before):
        represented = next(
            (n for n in range(len(reader.holders) - 1, -1, -1) if reader.holders[n].represents is None), None
        )
    _read_plain(reader, behind[0], represents=represented, role="representative")


def _read_plain(reader: _Reader, segment: str, *, represents: int | None = None, role: str = "") -> None:
    segment = segment.strip(" ,;.")
    if _continues(reader, segment):
        return
    outside = without_brackets(segment)
    if _FORMER.search(outside):
        reader.refuse(segment, "Speaks of a former holder.")
        return
    behind = _REMARK_BEHIND.match(segment)
    if behind:
        reader.refuse(behind[2], "A remark behind a holder.")
        segment = behind[1]
    elif _SENTENCE.search(outside):
        before, colon, after = segment.partition(": ")
        if not colon or "(" not in after:
            reader.refuse(segment, "A sentence, no post with its holder.")
            return
        reader.refuse(before, "A remark before a holder.")
        segment = after
    title, rest = split_title(_without_apposition(segment))
    found = _read_names(reader, segment, title, rest)
    reader.holders += [replace(holder, represents=represents, role=role or holder.role) for holder in found]


def _continues(reader: _Reader, segment: str) -> bool:
    """“also referred to as premier (since 10 June 2020)” belongs to the holder before."""
    if not re.match(r"also\b", segment, re.I) or not reader.holders:
        return False
    last = reader.holders[-1]
    since, _, _, _ = _dates(segment)
    names = last.person
    other = re.match(r"also (?:spelled|known as) ([^(]+)", segment, re.I)
    if names and other:
        names = replace(names, also=(*names.also, *_also(other[1])))
    reader.holders[-1] = replace(
        last, since=last.since if last.since.edtf else since, person=names, printed=f"{last.printed}; {segment}"
    )
    return True


def _also(text: str) -> tuple[str, ...]:
    try:
        return (read_name(text).readable,)
    except NoNameError:
        return ()


def _without_apposition(segment: str) -> str:
    """“Crown Prince FREDERIK, elder son of the monarch” without what stands behind the comma."""
    pieces = split_outside(segment, r",\s+(?=[a-z])")
    return segment if len(pieces) < 2 or re.match(r"also\b", pieces[1]) else f"{pieces[0]} {_brackets_of(pieces[1:])}"


def _brackets_of(pieces: list[str]) -> str:
    return " ".join(f"({inside})" for piece in pieces for _, _, inside in brackets(piece))


def _read_names(reader: _Reader, segment: str, title: Title, rest: str) -> list[Holder]:
    """The holders of one segment: a list of names shares its title, and the date behind the last of them."""
    last = reader.holders[-1] if reader.holders else None
    if not title.printed and last and last.title.plural:
        title = last.title
    since, until, notes, beside = _dates(rest)
    bare = one_line(_date_brackets_removed(rest))
    if re.fullmatch(r"\(?\[?vacant\]?\)?", bare, re.I) or re.search(r"\bvacant\b", " ".join(beside), re.I):
        return [_holder(reader, segment, title, None, since, until, notes, beside)]
    if not bare:
        reader.refuse(segment, "A post without the name of its holder.")
        return []
    names = split_outside(bare, _LIST if title.plural else r"\s+and\s+(?=[A-Z])")
    if any(_starts_with_title(name) for name in names[1:]):
        names = [split_title(name)[1] or name for name in names]
    found = []
    for index, name in enumerate(names):
        borrowed = since.edtf and index < len(names) - 1
        warnings = [*notes, "The date is printed behind the last of the names."] if borrowed else notes
        person = _person(reader, segment, name)
        if person:
            found.append(_holder(reader, segment, _titled(title, beside), person, since, until, warnings, beside))
    return found


def _starts_with_title(name: str) -> bool:
    return bool(split_title(name)[0].printed)


def _titled(title: Title, beside: list[str]) -> Title:
    """A member of a body whose post stands in the bracket only: “Ana TORRENT (council member since 2010)”."""
    match = re.match(r"([a-z][\w' -]{2,40}?) since\b", beside[0]) if beside and not title.printed else None
    return replace(title, printed=match[1], offices=(match[1].capitalize(),)) if match else title


def _person(reader: _Reader, segment: str, name: str) -> PersonName | None:
    name = re.sub(r"\s+[-–]\s+\w.*$", "", name)
    try:
        person = read_name(name)
    except NoNameError as reason:
        reader.refuse(segment, str(reason))
        return None
    if len(person.readable.split()) == 1 and person.readable == name and not re.search(r"[A-Z]{2}", name):
        reader.refuse(segment, "One word that is not in capitals is no certain name.")
        return None
    return person


def _holder(
    reader: _Reader,
    segment: str,
    title: Title,
    person: PersonName | None,
    since: Day,
    until: Day,
    warnings: list[str],
    beside: list[str],
) -> Holder:
    notes = [*warnings, *since.warnings]
    if not title.printed:
        notes.append("No title is printed.")
    known = person.also if person else ()
    said = tuple(short(text) for text in beside if text.lower() != "vacant" and text not in known)
    return Holder(
        reader.role,
        title,
        person,
        person is None,
        since,
        until,
        None,
        segment,
        reader.piece.locator,
        tuple(notes),
        said,
    )


def _dates(text: str) -> tuple[Day, Day, list[str], list[str]]:
    """Start, end, warnings, and the brackets whose content is more than a plain “since” and a date."""
    since, until, notes, beside = _NO_DAY, _NO_DAY, [], []
    for _, _, inside in brackets(text):
        period = _PERIOD.search(inside)
        if period and not since.edtf:
            since = read_day(period["start"] or period["start2"])
            until = read_day(period["end"] or period["end2"])
            continue
        for form in _START:
            match = re.search(form, inside)
            if match and not since.edtf and not re.search(r"\bborn\b", inside) and not re.fullmatch(r"\d{4}", inside):
                since = read_day(match["day"])
                if "since" not in form:
                    notes.append(f"The start is read from “{short(match[0])}”.")
                break
        if not re.fullmatch(rf"(?:since )?{DAY}", inside) and not _is_rank(inside):
            beside.append(inside)
        if len(re.findall(rf"since {DAY}", inside)) > 1:
            notes.append("The bracket names several dates; the first is taken.")
    return since, until, notes, beside


def _date_brackets_removed(text: str) -> str:
    """The text without brackets that speak of time, party or kin; those with another form of the name stay."""
    for start, end, inside in reversed(list(brackets(text))):
        speaks = re.search(r"\d|\bsince\b|\bson\b|\bborn\b|\bnonresident\b|President of", inside)
        behind = not text[end:].strip() or text[end:].strip().startswith(("(", "-", "["))
        other_name = re.match(r"also |aka |[A-Z][\w.]* .*[A-Z]{3}", inside)
        if speaks or (behind and not other_name and inside.lower() not in {"vacant"} and not _is_rank(inside)):
            text = f"{text[:start]} {text[end:]}"
    return text


def _is_rank(inside: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][a-z]+\.|[Rr]etired|Field Marshal|General|Colonel", inside))


def _with_roles(reader: _Reader) -> list[Holder]:
    """Each holder's role: the first has the field's own, deputies and heirs theirs, equals of the first the same."""
    roles: list[Holder] = []
    lead: Holder | None = None
    for holder in reader.holders:
        first = holder.title.offices[0] if holder.title.offices else ""
        if holder.role == "representative":
            role = holder.role
        elif re.search(r"-elect\b", first, re.I):
            role = "elect"
        elif _HEIR.search(first) and len(holder.title.offices) == 1:
            role = "heir"
        elif _DEPUTY.search(first) and lead:
            role = "deputy"
        elif lead and not _joint(lead, holder):
            role = "other"
        else:
            role = reader.role
            lead = lead or holder
        roles.append(replace(holder, role=role))
    if roles and lead and _DEPUTY.search(lead.title.printed):
        place = roles.index(next(holder for holder in roles if holder.role == reader.role))
        note = "A deputy's post is printed as the head's."
        roles[place] = replace(roles[place], warnings=(*roles[place].warnings, note))
    return roles


def _joint(lead: Holder, holder: Holder) -> bool:
    """Whether two hold the first post together: co-princes, captains regent, members of one presidency."""
    words = [
        set(re.findall(r"[a-z]{4,}", " ".join((held.title.printed, *held.beside)).lower())) for held in (lead, holder)
    ]
    return bool(
        words[0] & words[1] & {"coprince", "prince", "regent", "presidency", "council", "captains", "captain"}
    ) or (bool(lead.title.printed) and lead.title.offices == holder.title.offices)
