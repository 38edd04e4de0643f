"""The reader of printed dates: English text in, an EDTF spelling and warnings out.

The text is first made plain (`date_text`), then each date or piece of one becomes an atom, and the words between
the atoms say how they hang together. What was passed over is named in a warning; nothing is guessed in silence.
"""

import datetime
import itertools
import re
from dataclasses import dataclass, field, replace

from sources.date_text import ATOM, DAYS_OF_WEEK, plain_text, weekdays
from sources.edtf import DateError, bounds, normalise

MAX_LENGTH = 500
_FIRST_ATOM = 0xE000

_FROM = {"from", "since", "starting", "beginning", "start", "begins"}
_UNTIL = {"until", "till", "to", "by", "through", "before"}
_RANGE = {"-", "/", "to", "through", "until", "till"}
_OPEN = {"onwards", "onward", "present", "now"}
_ABOUT = {"about", "around", "c", "ca", "circa", "approx", "approximately", "roughly", "nearly", "almost"}
_DOUBT = {"probably", "possibly", "perhaps", "maybe"}
_PART = {"early", "mid", "middle", "late", "end", "beginning", "start", "firsthalf", "secondhalf"}
_NOISE = {
    "of",
    "in",
    "on",
    "at",
    "as",
    "est",
    "estimate",
    "estimates",
    "estimated",
    "census",
    "proj",
    "projected",
    "ad",
    "ce",
}
_NOISE |= {
    "during",
    "dated",
    "date",
    "year",
    "years",
    "a",
    "updated",
    "either",
    "some",
    "time",
    "sometime",
    "period",
    "up",
}
_PLAIN = {",", "(", ")", ".", "and", "&", "or", "between", "after", "both"} | _NOISE
_KNOWN = _FROM | _UNTIL | _RANGE | _OPEN | _ABOUT | _DOUBT | _PART | _PLAIN


@dataclass(frozen=True)
class Reading:
    """What a printed text says: a spelling ('' where none), its days, and what an editor should look at."""

    edtf: str
    earliest: datetime.date | None
    latest: datetime.date | None
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class _Atom:
    """A date or a piece of one; `whole` is a finished spelling, `bare` a number whose meaning its neighbours give."""

    whole: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    bare: str = ""
    glue: tuple[str, ...] = ()  # the words before it
    doubted: bool = False  # a question mark behind it

    @property
    def near(self) -> set[str]:
        """The known words right before it; in “next to be held in 2016” the “to” is not one of them."""
        return set(itertools.takewhile(_KNOWN.__contains__, reversed(self.glue)))

    @property
    def dated(self) -> bool:
        return bool(self.whole) or self.year is not None


@dataclass
class _Chain:
    """Atoms that hang together, and the relation before each but the first."""

    atoms: list[_Atom]
    relations: list[str] = field(default_factory=list)
    tail: tuple[str, ...] = ()

    def add(self, relation: str, atom: _Atom) -> None:
        self.atoms.append(atom)
        if relation:
            self.relations.append(relation)


def read_printed(text: str) -> Reading:
    """Read a printed date; a spelling is read as itself. Never raises: unread text gives edtf '' and a warning."""
    if len(text) > MAX_LENGTH:
        return _nothing([f"The text is longer than {MAX_LENGTH} characters; give the date alone."])
    if not text.strip():
        return _nothing(["There is no text to read a date from."])
    try:
        return _reading(normalise(text), _doubts_of_a_spelling(text.strip()))
    except DateError as error:
        complaint = str(error)
    if re.fullmatch(r"\s*[0-9]{5}(\.[0-9]+)?\s*", text):
        return _nothing([f"“{text.strip()}” may be a spreadsheet's count of days; give the date as printed."])
    if re.match(r"\s*(\[|\.\.|/)", text):
        return _nothing([complaint])
    warnings: list[str] = []
    edtf = _read(text, warnings)
    if not edtf and re.fullmatch(r"[0-9X]{4}[0-9X?~%./,-]*", text.strip()):
        warnings = [complaint]
    return _reading(edtf, warnings) if edtf else _nothing(warnings or ["No date was found."])


def _nothing(warnings: list[str]) -> Reading:
    return Reading("", None, None, tuple(dict.fromkeys(warnings)))


def _reading(edtf: str, warnings: list[str]) -> Reading:
    covered = bounds(edtf)
    return Reading(edtf, covered.earliest, covered.latest, tuple(dict.fromkeys(warnings)))


def _doubts_of_a_spelling(text: str) -> list[str]:
    pair = re.fullmatch(r"([0-9]{2})([0-9]{2})-([0-9]{2})", text)
    if pair and 0 < int(pair[3]) - int(pair[2]) <= 10:
        last = f"{pair[1]}{pair[3]}"
        return [f"“{text}” is read as its EDTF spelling; printed, it could be {pair[1]}{pair[2]} to {last}."]
    if re.fullmatch(r"[0-9]{4}", text) and int(text) > 2100:
        return [f"“{text}” is read as a year; it may be a count."]
    return []


def _read(text: str, warnings: list[str]) -> str:
    plain = plain_text(text, warnings)
    if plain is None:
        return ""
    chains = _chains(plain)
    unread: list[str] = []
    for number, chain in enumerate(chains):
        try:
            edtf = _resolve(chain, warnings)
        except DateError as error:
            unread.append(str(error))
            continue
        _note_the_rest(chains, number, warnings)
        _check_weekday(text, edtf, warnings)
        return edtf
    warnings.extend(unread or ["A day of the week alone is no date." if weekdays(text) else "No date was found."])
    return ""


def _chains(plain: str) -> list[_Chain]:
    atoms: list[_Atom] = []

    def stash(match: re.Match[str]) -> str:
        atoms.append(_atom(match))
        return chr(_FIRST_ATOM + len(atoms) - 1)

    for pattern in ATOM:
        plain = pattern.sub(stash, plain)
    pieces = re.split("([\ue000-\uf8ff])", plain)
    chains: list[_Chain] = []
    for glue_text, sign in zip(pieces[::2], pieces[1::2], strict=False):
        atom = replace(atoms[ord(sign) - _FIRST_ATOM], glue=_glue(glue_text, chains))
        relation = _relation(atom.glue, chains[-1]) if chains else ""
        if relation:
            chains[-1].add(relation, atom)
            continue
        if chains:
            chains[-1].tail = atom.glue
        chains.append(_Chain([atom]))
    if chains:
        chains[-1].tail = _glue(pieces[-1], chains)
    return chains


def _glue(text: str, chains: list[_Chain]) -> tuple[str, ...]:
    """The words between two atoms; a question mark at their start belongs to the atom before and is put there."""
    glue = tuple(re.findall(r"[a-z]+|[0-9]+|\S", text))
    if not chains or glue[:1] != ("?",):
        return glue
    chains[-1].atoms[-1] = replace(chains[-1].atoms[-1], doubted=True)
    return glue[1:]


def _atom(match: re.Match[str]) -> _Atom:
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    if "part" in found:
        part = found["part"]
        return _Atom(whole=f"{found['year']}-{part}")
    if "decade" in found:
        return _Atom(whole=f"{found['decade']}X")
    if "century" in found:
        return _century(found["century"])
    if "bare" in found:
        return _Atom(bare=found["bare"])
    numbers = {name: int(value) for name, value in found.items()}
    return _Atom(year=numbers.get("year"), month=numbers.get("month"), day=numbers.get("day"))


def _century(number: str) -> _Atom:
    return _Atom(whole=f"{int(number) - 1:02d}XX") if 1 <= int(number) <= 100 else _Atom(bare=number)


def _relation(glue: tuple[str, ...], chain: _Chain) -> str:
    """How an atom hangs on the one before: range, or, and, list; '' where it starts a statement of its own."""
    if any(word not in _KNOWN for word in glue) or {"(", ")", "."} & set(glue):
        return ""
    if "or" in glue:
        return "or"
    if {"and", "&"} & set(glue):
        return "range" if "between" in chain.atoms[0].glue and len(chain.atoms) == 1 else "and"
    if _RANGE & set(glue):
        return "range"
    return "list" if "," in glue else ""


def _resolve(chain: _Chain, warnings: list[str]) -> str:
    """The spelling of a chain. Raises DateError where it has none; warnings are added only where it has one."""
    notes: list[str] = []
    filled = _filled(chain, notes)
    terms = [_term(atom) for atom in filled.atoms]
    edtf = _open_ended(_combined(terms, filled.relations), filled, notes)
    bounds(edtf)
    for atom in filled.atoms:
        _note_parts(atom, edtf, notes)
    if re.search(r"-2[1-4](?![0-9])", edtf):
        notes.append("The bounds of a season are those of its year, because the hemisphere is not stated.")
    warnings.extend(notes)
    return edtf


def _filled(chain: _Chain, notes: list[str]) -> _Chain:
    """The chain with each atom given what it shares with its neighbours.

    “16–17 December 2011” gives the 16th its month and year.
    """
    filled = _with_meaning(chain, notes)
    atoms = filled.atoms
    for index in range(len(atoms) - 2, -1, -1):
        atoms[index] = _filled_from(atoms[index], atoms[index + 1])
    for index in range(1, len(atoms)):
        atoms[index] = _filled_from(atoms[index], atoms[index - 1])
    if any(not atom.dated for atom in atoms):
        raise DateError("The date has no year." if any(atom.month for atom in atoms) else "No date was found.")
    if filled.relations == ["range"] and chain.atoms[0].year is None:
        atoms[0] = _over_new_year(atoms[0], atoms[1], notes)
    return filled


def _with_meaning(chain: _Chain, notes: list[str]) -> _Chain:
    """A bare number is a century beside a century, a short year or month after a year and a dash, else a day."""
    centuries = any(atom.whole.endswith("XX") for atom in chain.atoms)
    clear = _Chain([], [], chain.tail)
    for relation, atom in zip(["", *chain.relations], chain.atoms, strict=True):
        before = clear.atoms[-1] if clear.atoms else _Atom()
        if not atom.bare:
            clear.add(relation, atom)
        elif centuries:
            clear.add(relation, replace(_century(atom.bare), glue=atom.glue, doubted=atom.doubted))
        elif before.year and not before.month and relation == "range" and len(atom.bare) == 2:
            _add_short_year(clear, before, int(atom.bare), notes)
        elif int(atom.bare):
            clear.add(relation, replace(atom, day=int(atom.bare), bare=""))
        else:
            raise DateError(f"“{atom.bare}” is no day.")
    return clear


def _add_short_year(clear: _Chain, before: _Atom, number: int, notes: list[str]) -> None:
    """“2014-15” is two years; “2012-07” is a month; “2010-11” could be both and is read as years."""
    year = before.year or 0
    last = year // 100 * 100 + number
    if number == 0 and year % 100 == 99:
        clear.add("range", _Atom(year=year + 1))
    elif last > year:
        if number <= 12:
            notes.append(f"“{year}-{number:02d}” is read as {year} to {last}; it could be a month of {year}.")
        clear.add("range", _Atom(year=last))
    elif 1 <= number <= 12:
        clear.atoms[-1] = replace(before, month=number)
    else:
        raise DateError(f"“{year}-{number:02d}” is neither two years nor a month.")


def _filled_from(atom: _Atom, other: _Atom) -> _Atom:
    if atom.dated and (atom.month or not atom.day):
        return atom
    month = atom.month or (other.month if atom.day else None)
    return replace(atom, month=month, year=atom.year or other.year)


def _over_new_year(first: _Atom, last: _Atom, notes: list[str]) -> _Atom:
    if first.year and last.year and first.year == last.year and (first.month or 0) > (last.month or 0) > 0:
        notes.append(
            f"The start has no year of its own and is put in {first.year - 1}, because it would lie after the end."
        )
        return replace(first, year=first.year - 1)
    return first


def _mark(atom: _Atom) -> str:
    about, doubt = bool(_ABOUT & atom.near), atom.doubted or bool(_DOUBT & atom.near)
    return "%" if about and doubt else "~" if about else "?" if doubt else ""


def _term(atom: _Atom) -> str:
    if atom.whole:
        return atom.whole + _mark(atom)
    if atom.day is not None and atom.month is None:
        raise DateError(f"The day {atom.day} has no month.")
    if atom.month is not None and not 1 <= atom.month <= 12:
        raise DateError(f"{atom.month} is no month.")
    numbers = [f"{number:02d}" for number in (atom.month, atom.day) if number is not None]
    spelling = "-".join([f"{atom.year:04d}", *numbers])
    bounds(spelling)
    return spelling + _mark(atom)


def _combined(terms: list[str], relations: list[str]) -> str:
    if len(terms) == 1:
        return terms[0]
    if relations[-1] == "or" and set(relations) <= {"or", "list"}:
        return f"[{','.join(terms)}]"
    if relations == ["range"]:
        return f"{terms[0]}/{terms[1]}"
    if set(relations) <= {"and", "list"} and _follow_on(terms):
        return f"{terms[0]}/{terms[-1]}"
    raise DateError("The text names several dates that do not follow on one another; give one of them.")


def _follow_on(terms: list[str]) -> bool:
    covered = [bounds(term) for term in terms]
    return all(
        first.latest and second.earliest and (second.earliest - first.latest).days == 1
        for first, second in itertools.pairwise(covered)
    )


def _open_ended(edtf: str, chain: _Chain, notes: list[str]) -> str:
    before = chain.atoms[0].near
    if len(chain.atoms) > 1:
        return edtf
    edges = sorted(before & {"after", "before"})
    notes.extend(f"“{word}” may leave out the date itself, which the spelling takes in." for word in edges)
    if before & {"after", "since", "from", "starting"} or before >= {"beginning", "in"}:
        return f"{edtf}/.."
    if before & _UNTIL:
        return f"../{edtf}"
    still = _OPEN & set(chain.tail) or chain.tail[:2] in {("to", "date"), ("-", "date")}
    return f"{edtf}/.." if still else edtf


def _note_parts(atom: _Atom, edtf: str, notes: list[str]) -> None:
    """“early”, “late” and the like have no spelling; an open interval alone can hold “end” or “start”."""
    parts = _PART & atom.near
    if edtf.startswith("../"):
        parts -= {"end"}
    if edtf.endswith("/.."):
        parts -= {"start", "beginning"}
    notes.extend(
        f"“{part.replace('half', ' half')}” has no spelling; the whole period is given." for part in sorted(parts)
    )


def _note_the_rest(chains: list[_Chain], read: int, warnings: list[str]) -> None:
    others = [chain for number, chain in enumerate(chains) if number != read]
    if any(atom.dated or atom.month for chain in others for atom in chain.atoms):
        warnings.append("The text holds more than one date; the first that can be read is given.")
    bare = [atom.bare for chain in others for atom in chain.atoms if atom.bare]
    glue = [word for chain in chains for atom in chain.atoms for word in atom.glue]
    strange = [word for word in [*glue, *(chains[-1].tail if chains else ())] if word not in _KNOWN and word.isalnum()]
    if strange or bare:
        warnings.append(f"Passed over: “{' '.join([*strange, *bare])[:80]}”.")


def _check_weekday(text: str, edtf: str, warnings: list[str]) -> None:
    days, covered = weekdays(text), bounds(edtf)
    only_day = covered.earliest if covered.earliest == covered.latest else None
    if only_day and len(days) == 1 and only_day.weekday() != days[0]:
        warnings.append(f"{edtf} is no {DAYS_OF_WEEK[days[0]].capitalize()}.")
