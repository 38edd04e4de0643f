"""Wikidata's holders of office as rows: people, offices and tenures, matched with those that are there.

A person is public because of the office that the row names, and for nothing else.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from profiles.factbook.loading import Importer, Progress
from profiles.factbook.rows.backing import Record
from profiles.factbook.rows.likeness import ALIKE, may_be, ratio, words_of
from profiles.factbook.rows.votes import overlap
from profiles.models import Identifier, Office, Person, Tenure
from profiles.opendata.documents import Place
from profiles.opendata.matching import Named, Others
from profiles.opendata.ranks import HEADS
from profiles.opendata.wikidata import Holding, person_name
from sources import dates, keys

SCHEME = "wikidata"
POSITIONS = {"head_of_state": 0, "head_of_government": 1, "deputy_head": 2, "minister": 4}
# Titles that different sources give one post; a king and a queen are not among them, since the title tells them apart.
SAME_POST = (
    {"prime minister", "premier", "head of government", "president of the government"},
    {"chancellor", "federal chancellor"},
    {"president", "federal president", "president of the republic"},
    {"emir", "amir"},
)
ANEW = timedelta(days=366)  # a head sworn in again so soon is one tenure, where nobody came between
NEAR = timedelta(days=92)  # two starts so near are one tenure: elected, sworn in, at work
STEP = 100  # rows between two looks of the progress bar
RESTRICTED = "It may speak of a person whom an editor has restricted; nothing is added."


@dataclass
class Held:
    """One tenure as it stands: key, start and end in EDTF ('' where unknown), and the last day it is attested for."""

    key: str
    start: str
    end: str
    attested: str
    single: bool

    def certain(self) -> tuple[date, date] | None:
        """The days on which it certainly ran, the last one left out; None where no day is certain."""
        first = dates.bounds(self.start).latest if self.start else None
        until = self.end or self.attested
        last = dates.bounds(until).earliest if until else None
        return (first, last) if first and last and first < last else None


class Holders:
    """Adds the holders of one file; knows who is known by which number of Wikidata's."""

    def __init__(self, importer: Importer) -> None:
        self.importer = importer
        self.things = importer.things
        self.people = importer.people
        self.offices = importer.officials.offices
        numbers = Identifier.objects.filter(scheme=SCHEME, person__isnull=False)
        self.numbers: dict[str, set[str]] = defaultdict(set)  # people by number
        self.number_of: dict[str, str] = {}
        for value, person in numbers.values_list("value", "person__key"):
            self._known_as(value, person)
        self.hidden = set(Person.objects.filter(visibility="restricted").values_list("key", flat=True))
        self.listed = {(value, person) for value, people in self.numbers.items() for person in people}
        self.named = Named(self.people.known)
        self.ranks = dict(Office.objects.values_list("key", "rank"))
        self.titles = dict(Office.objects.values_list("key", "title"))
        self.held: dict[str, dict[str, list[Held]]] = defaultdict(lambda: defaultdict(list))
        self.made: set[str] = set()
        self.taken = set(Tenure.objects.values_list("key", flat=True))
        fields = ("office__key", "person__key", "key", "start", "end", "last_attested", "slot", "acting")
        for office, person, key, start, end, attested, slot, acting in Tenure.objects.values_list(*fields):
            single = slot is not None and not acting
            self.held[office][person].append(Held(key, start, end, attested, single))

    def add(self, found: Iterable[tuple[Place, Holding]], progress: Progress | None = None) -> None:
        """Add all rows of a file, the earliest start first; who may be a restricted person gets nothing."""
        ordered = sorted(found, key=lambda pair: _order(pair[1]))
        shared = _shared(ordered)
        for place, holding in ordered:  # a post that is held already says better than a name who somebody is
            person, office = self._recognised(place, holding)
            if office:
                self._known_as(holding.number, person)
        for number, (place, holding) in enumerate(ordered, 1):
            if progress and number % STEP == 0:
                progress(number, len(ordered), place.document)
            person, office = self._who_and_where(place, holding)
            if person in self.hidden:
                self.importer.tally.refuse(place.document, holding.row.locator, "", RESTRICTED)
                continue
            record = self._office(place, holding, office, several=(place.country, holding.title) in shared)
            self._person(place, holding, person)
            self._tenure(place, holding, record[1], person)
            self.importer.tally.read("holders", whole=True)

    def _known_as(self, number: str, person: str) -> None:
        if number:
            self.numbers[number].add(person)
            self.number_of[person] = number

    def _apart(self, holding: Holding) -> Others:
        """Those who are certainly others: they have another number of Wikidata's."""
        return Others(self.number_of, holding.number)

    def _recognised(self, place: Place, holding: Holding) -> tuple[str, str]:
        """The keys of person and office that are there, each '' where none is: by number, by name, or by a like name
        in the same post at the same time."""
        apart = self._apart(holding)
        own = f"{place.country.lower()}/"
        numbered = sorted(self.numbers.get(holding.number, ()), key=lambda key: (not key.startswith(own), key))
        forms = [words_of(form) for form in holding.forms]
        told = next((key for key in numbered if key.startswith(own)), "")
        person = told or self.named.known_as(place.country, forms, apart)
        for office in self._candidates(place.country, holding):
            held = self.held[office]
            # Of a seat that hundreds take on one day a like name tells nobody.
            others = () if holding.member else (key for key in held if key != person)
            for key in [*([person] if person in held else []), *others]:
                tenures = held[key]
                known = () if told or key in apart else self.people.known[place.country].get(key, ())
                pairs = [(one, other) for one in forms for other in known if one and other]
                at_once = any(each.start and near(each.start, holding.start) for each in tenures)
                if at_once and (key == person or any(may_be(*pair) for pair in pairs)):
                    if person not in ("", key):
                        self.importer.tally.doubtful.append(f"{place.country}: {person} may be {key}")
                    return key, office
                if not person and any(ratio(*pair) >= ALIKE for pair in pairs):
                    person = key
        return person or next(iter(numbered), ""), ""

    def _who_and_where(self, place: Place, holding: Holding) -> tuple[str, str]:
        """The keys of person and office: those that are recognised, else new ones."""
        person, office = self._recognised(place, holding)
        if not person:
            name = person_name(holding, place.country)
            person = self.people.find(place.country, name, apart=self._apart(holding))
            self.named.add(place.country, person)
        title = plain(holding.title)
        office = office or self.offices[place.country].get(title, "") or self._synonym(place.country, title)
        return person, office or f"{place.country.lower()}/{segment(holding.title)}"

    def _candidates(self, country: str, holding: Holding) -> list[str]:
        """The offices that a row may speak of: that of its title, and for a head those of heads."""
        known = self.offices[country]
        title = plain(holding.title)
        first = [key for key in (known.get(title), self._synonym(country, title)) if key]
        if holding.rank not in HEADS:
            return first
        heads = sorted(key for key in set(known.values()) if self.ranks.get(key) == holding.rank)
        return list(dict.fromkeys([*first, *heads]))

    def _synonym(self, country: str, title: str) -> str:
        found = {
            self.offices[country][other]
            for titles in SAME_POST
            if title in titles
            for other in titles
            if other in self.offices[country]
        }
        return found.pop() if len(found) == 1 else ""

    def _person(self, place: Place, holding: Holding, person: str) -> None:
        """Add the form of the name, and the number in Wikidata's list."""
        name = person_name(holding, place.country)
        form = self.people.name(person, name)
        said = ("person-names", form)
        self.things.say(place, said, "name", name.readable, holding.name, holding.row.locator)
        self._known_as(holding.number, person)
        if holding.number and (holding.number, person) not in self.listed:
            self.listed.add((holding.number, person))
            key = f"{person}/{SCHEME}"
            self.things.sheets.add("identifiers", key, record=f"people/{person}", scheme=SCHEME, value=holding.number)

    def _office(self, place: Place, holding: Holding, key: str, *, several: bool) -> Record:
        self.offices[place.country].setdefault(plain(holding.title), key)
        rank = self.ranks.setdefault(key, holding.rank)
        record = self.things.thing(
            "offices",
            key,
            country=place.country,
            title=holding.title[:160],
            rank=rank,
            head_of_state=rank == "head_of_state",
            head_of_government=rank == "head_of_government",
            holders="several" if several else "single",
            position=POSITIONS.get(rank, 6),
        )
        title = self.titles.setdefault(key, holding.title[:160])
        if plain(title) == plain(holding.title):  # another name of the post disputes nothing
            self.things.say(place, record, "title", title, holding.printed[:300], holding.row.locator)
        return record

    def _tenure(self, place: Place, holding: Holding, office: str, person: str) -> None:
        own = self.held[office][person]
        same = [each for each in own if same_tenure(each, holding)]
        at_once = [each for each in same if each.start and holding.start and overlap(each.start, holding.start)]
        held = next(iter(at_once or same), None) or self._begun_anew(office, person, holding)
        said = self.things.said[("tenures", held.key)] if held else {}
        if held is None:
            held = self._new(office, person, holding)
        elif said and not (holding.end and "end" not in said and holding.start):
            reason = "Another row speaks of the same time in the post."
            printed = f"{holding.title}: {holding.name} {holding.start}–{holding.end}"
            self.importer.tally.refuse(place.country, holding.row.locator, printed, reason)
            return
        record = self.things.thing(
            "tenures",
            held.key,
            person=person,
            office=office,
            slot=1 if held.single else "",
            ended="unknown",
            start_kind="not_stated",
            end_kind="not_stated",
            acting=holding.acting,
        )
        for name, value, printed in zip(
            ("start", "end"), (holding.start, holding.end), holding.printed_dates, strict=True
        ):
            if value:  # of two rows for one tenure the first to give a date is cited for it
                self.things.say(place, record, name, value, (printed or value)[:300], holding.row.locator)

    def _begun_anew(self, office: str, person: str, holding: Holding) -> Held | None:
        """An open tenure of the same person that another source counts from a later start, such as the next oath.

        It begins within a year of the row's start, neither has an end, and nobody else took the post between them.
        """
        begun = dates.bounds(holding.start).earliest if holding.start and not holding.end else None
        for held in self.held[office][person] if begun else ():
            later = dates.bounds(held.start).latest if held.start and not held.end else None
            if begun and later and begun < later <= begun + ANEW and held.key not in self.made:
                others = [each for key, tenures in self.held[office].items() if key != person for each in tenures]
                starts = [dates.bounds(each.start).earliest for each in others if each.start]
                if not any(day and begun < day <= later for day in starts):
                    return held
        return None

    def _new(self, office: str, person: str, holding: Holding) -> Held:
        """A tenure that nobody has; it has a place in line where no other tenure certainly runs on its days."""
        stem = f"{office}/{person.rpartition('/')[2]}-{(holding.start or holding.end)[:4].lower()}"
        key, number = stem, 2
        while key in self.taken:
            key, number = f"{stem}-{number}", number + 1
        self.taken.add(key)
        self.made.add(key)
        made = Held(key, holding.start, holding.end, "", single=False)
        several = holding.acting or self.things.fixed[("offices", office)]["holders"] == "several"
        clash = "" if several else self._clash(office, made)
        if clash:
            self.importer.tally.doubtful.append(f"{key} and {clash} certainly run on the same days.")
        made.single = not several and not clash
        if not (holding.end or holding.member) and (others := self.held[office][person]):
            self.importer.tally.doubtful.append(
                f"{key} has no end and may go on in {others[-1].key}, of the same person."
            )
        self.held[office][person].append(made)
        return made

    def _clash(self, office: str, made: Held) -> str:
        span = made.certain()
        for tenures in self.held[office].values():
            for each in tenures:
                other = each.certain() if each.single else None
                if span and other and span[0] < other[1] and other[0] < span[1]:
                    return each.key
        return ""


def _order(holding: Holding) -> tuple[str, bool, str, int]:
    """The earliest year first, and in it what is more exact: a day says more than the year that it lies in."""
    begun = holding.start or holding.end
    return (begun[:4], len(begun) == len("2012"), begun, holding.row.number)


def segment(title: str) -> str:
    """The part of an office's key that stands for its title; a title that it cannot spell in full has a digest in it.

    Two titles in another script, or with the same first sixty letters, are two offices.
    """
    slug = keys.slug(title)
    letters = sum(len(keys.slug(letter)) for letter in title if letter.isalnum())
    whole = letters == len(slug.replace("-", "")) and all(keys.slug(each) for each in title if each.isalpha())
    if whole:
        return slug
    digest = hashlib.sha256(plain(title).encode()).hexdigest()[:6]
    return f"{slug}-{digest}" if slug else f"office-{digest}"


def plain(title: str) -> str:
    """A title to compare: small letters, single spaces."""
    return " ".join(title.casefold().split())


def near(one: str, other: str) -> bool:
    """Whether two dates in EDTF may be the same day, or lie so near that they mean one event."""
    if not one or not other or overlap(one, other):
        return bool(one and other)
    if min(len(one), len(other)) < len("2012-09"):
        return False  # a year that does not hold the day is another year
    first, second = dates.bounds(one), dates.bounds(other)
    gaps = [(first.earliest, second.latest), (second.earliest, first.latest)]
    return any(late and early and timedelta() <= late - early <= NEAR for late, early in gaps)


def same_tenure(held: Held, holding: Holding) -> bool:
    """Whether a row speaks of a tenure that is there: near starts, or days on which both certainly run."""
    if not held.start or not holding.start:
        return not (held.end and holding.end) or near(held.end, holding.end)
    if near(held.start, holding.start):
        return True
    one, other = held.certain(), Held("", holding.start, holding.end, "", single=False).certain()
    begun = dates.bounds(holding.start)
    if other is None and one and begun.earliest and begun.latest:
        return one[0] <= begun.earliest and begun.latest < one[1]
    return bool(one and other and one[0] < other[1] and other[0] < one[1])


def _shared(found: Iterable[tuple[Place, Holding]]) -> set[tuple[str, str]]:
    """Posts that several people certainly hold on the same days, by country and title, more than once in three."""
    spans: dict[tuple[str, str], list[tuple[date, date, str]]] = defaultdict(list)
    for place, holding in found:
        span = Held("", holding.start, holding.end, "", single=False).certain()
        if span:
            spans[place.country, holding.title].append((*span, holding.number))
    shared = set()
    for post, days in spans.items():
        together = sum(
            any(first < end and start < last and who != other for start, end, other in days)
            for first, last, who in days
        )
        if together * 3 > len(days):
            shared.add(post)
    return shared
