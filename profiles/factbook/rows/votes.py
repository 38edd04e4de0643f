"""Elections and what an edition prints of their results."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from profiles.factbook.executive.elections import Poll
from profiles.factbook.parliament.results import Line, Tally
from profiles.factbook.rows.backing import Record
from profiles.factbook.rows.bodies import Bodies
from profiles.factbook.rows.documents import Entry
from profiles.factbook.rows.people import People
from profiles.factbook.rows.sheets import Sheets
from profiles.factbook.rows.standing import Things
from profiles.models import Election
from sources import dates, keys

KEPT = ("held", "scheduled", "moved", "cancelled")


@dataclass(frozen=True)
class Lines:
    """What several lists of one round give one label: its share in one, its seats in another."""

    label: str
    round: int | None
    lines: list[Line]


class Votes:
    """Elections of each country, as the database and this import know them."""

    def __init__(self, sheets: Sheets, things: Things, people: People, bodies: Bodies) -> None:
        self.sheets = sheets
        self.things = things
        self.people = people
        self.bodies = bodies
        self.known: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
        rows = Election.objects.exclude(date="").values_list("country__key", "kind", "institution__key", "date", "key")
        for country, kind, institution, date, key in rows:
            self.known[country, kind, institution or ""].append((date, key))

    def add(
        self,
        entry: Entry,
        polls: Sequence[Poll],
        *,
        institution: str = "",
        office: str = "",
        method: str = "not_stated",
    ) -> None:
        """Add the votes for one post or chamber; a list of results without a day belongs to the last that was held."""
        for poll in joined(polls):
            if poll.state not in KEPT or not poll.day.edtf:
                continue
            record = self._election(entry, poll, institution, office, method)
            for number, lines in enumerate(by_label(poll), 1):
                self._result(entry, record, poll, number, lines)

    def _election(self, entry: Entry, poll: Poll, institution: str, office: str, method: str) -> Record:
        kind = "parliamentary" if institution else "presidential"
        key = self.match(entry.country, kind, institution, poll.day.edtf)
        record = self.things.thing(
            "elections", key, country=entry.country, kind=kind, method=method, timing="not_stated",
            institution=institution, office=office, round=poll.round,
        )  # fmt: skip
        self.things.say(entry, record, "date", poll.day.edtf, poll.day.printed[:200], poll.locator)
        self.things.say(entry, record, "state", poll.state, poll.printed[:300], poll.locator)
        return record

    def match(self, country: str, kind: str, institution: str, date: str) -> str:
        """The election of that time, known by its year, so that any edition finds the same one."""
        own = self.known[country, kind, institution]
        year = year_of(date)
        for known, key in own:
            if year_of(known) == year and overlap(known, date):
                return key
        stem = institution or f"{country.lower()}/{kind}"
        taken = {key for _, key in own}
        key, number = f"{stem}/{year}", 2
        while key in taken:
            key, number = f"{stem}/{year}-{number}", number + 1
        own.append((date, key))
        return key

    def _result(self, entry: Entry, election: Record, poll: Poll, number: int, lines: Lines) -> None:
        label, found = lines.label, lines.lines
        line = merged(found)
        stated = bool(line.share_qualifier)
        tail = "-".join(election[1].split("/")[1:])
        wanted = f"{entry.stem}/{tail}/{keys.slug(label)[:40].strip('-') or 'line'}"
        key = self.sheets.add(
            "results",
            self.sheets.free("results", wanted),
            document=entry.document,
            locator=poll.locator,
            relation="first_hand",
            printed="; ".join(dict.fromkeys(each.printed for each in found)),
            value_state="stated" if stated else "in_words" if _said(found) else "not_applicable",
            election=election[1],
            label=label[:200],
            position=number,
            round=lines.round or poll.round,
            share_low=line.share_low,
            share_high=line.share_high,
            share_qualifier=line.share_qualifier,
            share_of=_share_of(poll.tallies),
            votes=line.votes,
            votes_qualifier="" if line.votes is None else "unqualified",
            seats=line.seats,
            seats_qualifier="" if line.seats is None else "unqualified",
            note_public=" ".join([*_said(found), *(dict.fromkeys(_warnings(poll)) if number == 1 else ())]),
        )
        if line.person:
            person = self.people.find(entry.country, line.person, basis="candidate")
            name = self.people.name(person, line.person)
            printed = line.person.printed[:300]
            self.things.say(entry, ("person-names", name), "name", line.person.readable, printed, poll.locator)
            self.sheets.link("result-people", result=key, person=person)
        party = self.bodies.organisation(entry.country, line.party or label)
        if party:
            self.sheets.link("result-organisations", result=key, organisation=party)


def _said(lines: Iterable[Line]) -> list[str]:
    """What lines say in words, as sentences: “Electoral vote: 312.”."""
    return [f"{line.said[:1].upper()}{line.said[1:]}." for line in lines if line.said]


def _warnings(poll: Poll) -> Iterator[str]:
    return (note for tally in poll.tallies for note in tally.warnings)


def joined(polls: Iterable[Poll]) -> list[Poll]:
    """Join votes of one state whose days overlap; results without a day join the last vote that was held."""
    made: list[Poll] = []
    for poll in sorted(polls, key=lambda each: (-len(each.day.edtf), each.day.edtf)):
        same = next((n for n, each in enumerate(made) if _same(each, poll)), None)
        if same is None and not poll.day.edtf:
            held = [n for n, each in enumerate(made) if each.state == "held" and each.day.edtf]
            same = max(held, key=lambda n: made[n].day.edtf, default=None)
        if same is None:
            made.append(poll)
        else:
            made[same] = replace(made[same], tallies=(*made[same].tallies, *poll.tallies))
    return made


def _same(one: Poll, other: Poll) -> bool:
    """Whether two are one vote. One to come “before March 1993” may be any day before, and is not one that was held."""
    alike = one.state == other.state and one.round == other.round
    return bool(alike and one.day.edtf and other.day.edtf and overlap(one.day.edtf, other.day.edtf))


def by_label(poll: Poll) -> list[Lines]:
    """The lines of a vote's lists by round and label, in the order of the first list that has it.

    A label that stands twice in one list (“others 14; …; others 11”) is two.
    """
    found: dict[tuple[int | None, str, int], list[Line]] = {}
    for tally in poll.tallies:
        seen: Counter[str] = Counter()
        for line in tally.lines:
            seen[line.label] += 1
            found.setdefault((tally.round, line.label, seen[line.label]), []).append(line)
    return [Lines(label, number, lines) for (number, label, _), lines in found.items()]


def merged(lines: Sequence[Line]) -> Line:
    """One line of share, votes and seats from lines of one label; the first that has each counts."""
    first = lines[0]
    for line in lines[1:]:
        if not first.share_qualifier:
            first = replace(
                first, share_low=line.share_low, share_high=line.share_high, share_qualifier=line.share_qualifier
            )
        first = replace(
            first,
            votes=first.votes if first.votes is not None else line.votes,
            seats=first.seats if first.seats is not None else line.seats,
            person=first.person or line.person,
            party=first.party or line.party,
        )
    return first


def _share_of(tallies: Iterable[Tally]) -> str:
    return next((tally.share_of for tally in tallies if tally.counted == "share"), "not_stated")


def year_of(date: str) -> int:
    """The first year that a date may be in; of one that is open at its start, the last. 0 where there is none."""
    bounds = dates.bounds(date)
    day = bounds.earliest or bounds.latest
    return day.year if day else 0


def overlap(one: str, other: str) -> bool:
    """Whether two dates in EDTF may be the same day."""
    first, second = dates.bounds(one), dates.bounds(other)
    before = first.latest and second.earliest and first.latest < second.earliest
    after = first.earliest and second.latest and second.latest < first.earliest
    return not (before or after)
