"""Who holds which post: the strings of “Executive branch”, taken apart into posts and holders.

`President Ana TORRENT (since 4 May 2019); Vice Presidents …` and its many relatives: several holders parted by
semicolons, commas or “and”, representatives of a monarch, vacant posts, acting holders, two posts in one string, notes.
What is no post with its holder is refused with a reason, never passed over.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from profiles.factbook.edition.days import DAY, Day
from profiles.factbook.edition.piece import Piece, Refused
from profiles.factbook.edition.texts import brackets, one_line, short, split_outside, without_brackets, word_set
from profiles.factbook.executive.elections import Poll, Rule
from profiles.factbook.executive.holder_text import Segment, segments
from profiles.factbook.executive.names import NoNameError, PersonName, read_name
from profiles.factbook.executive.old_votes import parted
from profiles.factbook.executive.roles import with_roles
from profiles.factbook.executive.spans import Span, gone, read_span
from profiles.factbook.executive.titles import NO_TITLE, Title, split_title

ROLES = ("chief_of_state", "head_of_government", "deputy", "heir", "representative", "elect", "other")
_VACANT = re.compile(
    r"(?:(?:the )?(?:position|post|office|seat)s? (?:is |of \w+ is )?(?:currently )?)?[\[(]?vacant[\])]?", re.I
)
_VERB = re.compile(rf"\s+((?:installed|appointed|elected|named|designated|sworn in|inaugurated)\b[^()]*{DAY})$")
_LABEL = re.compile(r"^[A-Z][\w ]{3,40} leader ?(?::|-+) ?")  # such as “Communist leader:”
_REPRESENTED = re.compile(r"[;,]?\s*(?:(?:is|are)\s+)?represented (?:there )?by:? ?(?:the )?", re.I)
_LIST = r",\s+and\s+(?=[A-Z\"])|,\s+(?=[A-Z\"])(?!(?:Jr|Sr)\b)|\s+and\s+(?=[A-Z\"])"
# “Leader Ana TORRENT is in effect the head of government”.
_SAID = re.compile(
    r"((?:\w+ )*?[A-Z][^;,]*?[A-Z]{2}[^;,]*?) (?:is|serves as|acts as)\b.*\b(?:head of government|chief of state)\b"
)
_BORNE = word_set("Prince Princess Sultan Captain Emir Amir Duke Duchess King Queen")  # with a name, no post in a list
_OF_TITLE = re.compile(r"(?:Interim|Acting|Prime|Deputy|Vice|Assistant|Transitional) ")
_FORMER = re.compile(r"^(?:the )?(?:former|ex-|deposed|ousted|outgoing)\b|\bformerly held\b", re.I)
_BODY_BEFORE = re.compile(r"^[A-Z]{2,6} - (?=\S)")  # “SNC - Chairman Ana TORRENT”: letters of the body, then the post
_WHO = re.compile(r",\s+(?:who|whose|which)\b[^()]*$")
_REPLACES = re.compile(r"^(?:power (?:is )?shared between|succeeded by|replaced by) ")
_REMARK_BEHIND = re.compile(r"(.*?\([^()]*since[^()]*\))\s+([a-z].*)")
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|holds|serves|serve|resigned|replaced|rotates?|reports?|took)\b"
)


@dataclass(frozen=True)
class Holder:
    """One person in one or several posts at once, or a vacant post.

    `represents` is the index, in the list that this holder stands in, of the one represented. `since` and `until` have
    edtf '' where none is printed.
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
    left: bool = False  # whether the text says that the holder is gone; an end alone may be planned

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
    lost: tuple[str, ...] = ()  # the first post, where the name of its holder could not be read

    def lose(self, title: Title) -> None:
        """Note a post whose holder could not be read; nobody named behind it holds the first post for that."""
        if not self.holders:
            self.lost = self.lost or title.offices

    def refuse(self, printed: str, reason: str) -> None:
        self.refused.append(Refused(self.piece.name, printed, reason, self.piece.locator))


_FIELDS = {"chief_of_state": "Chief of State", "head_of_government": "Head of Government"}


def read_holders(piece: Piece, role: str) -> tuple[list[Holder], list[Refused]]:
    """The holders that one text names, the first of them in `role` (chief_of_state, head_of_government or other)."""
    reader = _Reader(piece, role)
    text = _LABEL.sub("", parted(piece.text)[0])
    if re.fullmatch(r"(?:none|NA|n/a|[-–\s]*)\.?", text, re.I):
        return [], []
    for segment in segments(text):
        if segment.heading:
            reader.refuse(segment.heading, "A remark before a holder.")
        _read_segment(reader, segment)
    if not reader.holders and not reader.refused:
        reader.refuse(text, "No post was found.")
    return with_roles(reader.holders, role, reader.lost), reader.refused


def _read_segment(reader: _Reader, segment: Segment) -> None:
    if segment.is_note:
        reader.refuse(segment.text, "A note, no post.")
        return
    before, *behind = _REPRESENTED.split(segment.text, maxsplit=1)
    if not behind:
        _read_plain(reader, segment.text, members_of=segment.members_of)
        return
    before = before.strip(" ,;")
    represented = None
    if before and not re.search(r"[A-Z]{3}|\(", before):
        reader.refuse(segment.text, "Whom the person represents is said in words only.")
    elif before:
        _read_plain(reader, before)
    if not before or "(" in before or re.search(r"[A-Z]{3}", before):
        represented = next(
            (n for n in range(len(reader.holders) - 1, -1, -1) if reader.holders[n].represents is None), None
        )
    _read_plain(reader, behind[0], represents=represented, role="representative")


def _read_plain(
    reader: _Reader, text: str, *, represents: int | None = None, role: str = "", members_of: str = ""
) -> None:
    text = text.strip(" ,;.")
    if _continues(reader, text):
        return
    text = re.sub(r",\s+vacant\b", " (vacant)", text)
    text = _BODY_BEFORE.sub("", _REPLACES.sub("", text))
    who = _WHO.search(text)
    if who:
        reader.refuse(who[0].strip(" ,"), "A remark behind a holder.")
        text = text[: who.start()]
    outside = without_brackets(text)
    if _FORMER.search(outside):
        reader.refuse(text, "Speaks of a former holder.")
        return
    remark = ""
    behind = _REMARK_BEHIND.match(text)
    if behind:
        reader.refuse(behind[2], "A remark behind a holder.")
        text, remark = behind[1], behind[2]
    elif _SENTENCE.search(outside):
        before, colon, after = text.partition(": ")
        sentence = _SAID.match(text)
        if sentence and not reader.holders and not colon:
            _read_plain(reader, sentence[1])
            reader.refuse(text, "A sentence; the head is read from it.")
            return
        if not colon or "(" not in after:
            reader.refuse(text, "A sentence, no post with its holder.")
            return
        reader.refuse(before, "A remark before a holder.")
        text = after
    bare, aside = _without_apposition(_VERB.sub(r" (\1)", text))
    title, rest = split_title(bare)
    if members_of and not title.printed:
        title = _member(members_of)
    found = _read_names(reader, text, title, rest, role or reader.role, represents)
    left = gone(aside or remark)
    if left:
        said = short(aside or remark)
        found = [replace(holder, until=left, left=True, beside=(*holder.beside, said)) for holder in found]
    reader.holders += [replace(holder, represents=represents, role=role or holder.role) for holder in found]


def _member(body: str) -> Title:
    """The post of those that a heading calls members of a body."""
    return replace(NO_TITLE, printed=f"{body} member", offices=(f"{body} member".capitalize(),))


def _continues(reader: _Reader, segment: str) -> bool:
    """“also referred to as premier (since 10 June 2020)”, “assassinated 29 June 1992”: more on the holder before."""
    if not reader.holders:
        return False
    last = reader.holders[-1]
    left = gone(segment)
    if left:
        reader.holders[-1] = replace(last, until=left, left=True, printed=f"{last.printed}; {segment}")
        reader.refuse(segment, "A remark on how the holder before left the post.")
        return True
    if not re.match(r"also\b", segment, re.I):
        return False
    names = last.person
    other = re.match(r"also (?:spelled|known as) ([^(]+)", segment, re.I)
    if names and other:
        names = replace(names, also=(*names.also, *_also(other[1])))
    since = last.since if last.since.edtf else read_span(segment, "").since
    reader.holders[-1] = replace(last, since=since, person=names, printed=f"{last.printed}; {segment}")
    return True


def _also(text: str) -> tuple[str, ...]:
    try:
        return (read_name(text).readable,)
    except NoNameError:
        return ()


def _without_apposition(text: str) -> tuple[str, str]:
    """“Crown Prince FREDERIK, elder son of the monarch” without what stands behind the comma, and that."""
    pieces = split_outside(text, r",\s+(?!and\s+[A-Z'‘’`])(?=[a-z]|(?:Prince(?:ss)?|Duke|Duchess|Count) of )")
    if len(pieces) < 2 or re.match(r"also\b", pieces[1]):
        return text, ""
    held = " ".join(f"({inside})" for piece in pieces[1:] for _, _, inside in brackets(piece))
    return f"{pieces[0]} {held}", ", ".join(pieces[1:])


def _read_names(
    reader: _Reader, segment: str, title: Title, rest: str, role: str, represents: int | None
) -> list[Holder]:
    """The holders of one segment: a list of names shares its title, and the date behind the last of them."""
    last = reader.holders[-1] if reader.holders else None
    if not title.printed and last and last.title.plural:
        title = last.title
    span = read_span(rest, " ".join(title.offices))
    bare = one_line(_date_brackets_removed(rest))
    if _VACANT.fullmatch(bare) or re.search(r"\bvacant\b", " ".join(span.beside), re.I):
        return [_holder(reader, segment, _named(reader, title, role, represents), None, span, [])]
    if not bare:
        reader.refuse(segment, "A post without the name of its holder.")
        reader.lose(title)
        return []
    if not title.plural:
        title, bare = _with_second_post(title, bare)
    shared = title
    names = _parted_names(bare, plural=title.plural)
    found: list[Holder] = []
    for index, printed in enumerate(names):
        title, name = _own_title(printed, shared) if index else (shared, printed)
        borrowed = span.since.edtf and index < len(names) - 1
        warnings = ["The date is printed behind the last of the names."] if borrowed else []
        person = _person(reader, segment, name, span)
        if person is None and not found:
            reader.lose(title)
        held = _named(reader, _titled(title, span), role, represents)
        if person and not held.offices:
            reader.refuse(segment, "A name behind another holder's, without a post.")
        elif person:
            found += _each(reader, segment, held, person, rest, span, warnings)
    return found


def _parted_names(text: str, *, plural: bool) -> list[str]:
    """The names of a list; behind a title for one, a comma parts them only where a title stands behind it."""
    listed = split_outside(text, _LIST)
    if plural or any(_own_title(name, NO_TITLE)[0].offices for name in listed[1:]):
        return listed
    return split_outside(text, r"\s+and\s+(?=[A-Z'‘’`])")


def _own_title(name: str, shared: Title) -> tuple[Title, str]:
    """The title that one name of a list has itself, else the one they share; and the bare name."""
    title, rest = split_title(name)
    if not title.offices or not rest or title.printed in _BORNE:
        return shared, name
    return (shared if shared.offices == title.offices else title), rest


def _with_second_post(title: Title, name: str) -> tuple[Title, str]:
    """“Head of State Bo LIND, President of the Council” holds both posts."""
    pieces = split_outside(name, r",\s+")
    second, rest = split_title(", ".join(pieces[1:])) if len(pieces) > 1 else (title, "")
    if len(pieces) < 2 or rest or not second.offices:
        return title, name
    return replace(title, offices=(*title.offices, *second.offices)), pieces[0]


def with_elected_titles(holders: Iterable[Holder], rules: Sequence[Rule], polls: Sequence[Poll]) -> list[Holder]:
    """The holders; one whose title is not printed has the post that the same edition says that person was elected to.

    That needs both a rule on how the post is filled and a vote for it that the person won.
    """
    filled = {rule.post for rule in rules if rule.method in {"direct", "indirect"}}
    found = []
    for holder in holders:
        posts = {
            poll.post
            for poll in polls
            if poll.post in filled and holder.person and poll.winner and poll.winner.readable == holder.person.readable
        }
        plain = len(posts) == 1 and not holder.title.printed and holder.role in _FIELDS
        title = replace(holder.title, offices=(_capital(posts.pop()),)) if plain else holder.title
        found.append(replace(holder, title=title))
    return found


def _capital(post: str) -> str:
    return " ".join(word if word in {"of", "the"} else word.capitalize() for word in post.split())


def _each(
    reader: _Reader, segment: str, title: Title, person: PersonName, rest: str, span: Span, warnings: list[str]
) -> list[Holder]:
    """One holder; or, where the bracket gives each of several posts its own day, one for each post."""
    spans = [read_span(rest, office) for office in title.offices]
    if len({one.since.edtf for one in spans if one.since.edtf}) < 2:
        return [_holder(reader, segment, title, person, span, warnings)]
    return [
        _holder(reader, segment, replace(title, offices=(office,)), person, one, warnings)
        for office, one in zip(title.offices, spans, strict=True)
    ]


def _named(reader: _Reader, title: Title, role: str, represents: int | None) -> Title:
    """The title; where none is printed, the first holder's is the field's own name, a representative's what it is."""
    if title.offices:
        return title
    if role == "representative":
        of = reader.holders[represents].title.offices[:1] if represents is not None else ()
        return replace(title, offices=(f"Representative of the {of[0]}" if of else "Representative",))
    if role == reader.role and not reader.holders and role in _FIELDS:
        return replace(title, offices=(_FIELDS[role],))
    return title


def _titled(title: Title, span: Span) -> Title:
    """A member of a body whose post stands in the bracket only: “Ana TORRENT (council member since 2010)”."""
    match = re.match(r"([a-z][\w' -]{2,40}?) since\b", span.beside[0]) if span.beside and not title.printed else None
    return replace(title, printed=match[1], offices=(match[1].capitalize(),)) if match else title


def _person(reader: _Reader, segment: str, name: str, span: Span) -> PersonName | None:
    name = re.sub(r"\s+[-–]\s+\w.*$", "", name)
    try:
        person = read_name(name)
    except NoNameError as reason:
        reader.refuse(segment, str(reason))
        return None
    if _OF_TITLE.match(person.readable):
        reader.refuse(segment, "A part of a title stands before the name.")
        reader.lose(replace(NO_TITLE, offices=(person.readable,)))
        return None
    if len(person.readable.split()) == 1 and person.readable == name and not re.search(r"[A-Z]{2}", name):
        reader.refuse(segment, "One word that is not in capitals is no certain name.")
        return None
    # “(Karol WOJTYLA; since 1978)”: another name of two words at least; one word may be a party.
    other = [inside.partition(";")[0] for inside in span.beside]
    also = [form for one in other if re.search(r"[A-Z]{3}", one) and " " in one for form in _also(one)]
    return replace(person, also=tuple(dict.fromkeys((*person.also, *also))))


def _holder(
    reader: _Reader, segment: str, title: Title, person: PersonName | None, span: Span, warnings: list[str]
) -> Holder:
    notes = [*warnings, *span.warnings, *span.since.warnings]
    if not title.printed:
        notes.append("No title is printed.")
    known = person.also if person else ()
    said = tuple(
        short(text)
        for text in span.beside
        if text.lower() != "vacant" and not _is_rank(text) and not {text, *_also(text)} & set(known)
    )
    return Holder(
        reader.role,
        title,
        person,
        person is None,
        span.since,
        span.until,
        None,
        segment,
        reader.piece.locator,
        tuple(notes),
        said,
    )


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
