"""Wikidata's holders of office as rows: people, offices and tenures, matched with those that are there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher

from profiles.factbook.backing import Record
from profiles.factbook.loading import Importer
from profiles.factbook.people import ALIKE, words_of
from profiles.factbook.votes import overlap
from profiles.models import Identifier, Office, Tenure
from profiles.opendata.documents import Place
from profiles.opendata.wikidata import HEADS, Holding, person_name
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
NEAR = timedelta(days=92)  # two starts so near are one tenure: elected, sworn in, at work
NEAR_WORD = 0.75  # ratio of shared letters of two spellings of one word


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
        self.listed = {(value, person) for value, people in self.numbers.items() for person in people}
        self.ranks = dict(Office.objects.values_list("key", "rank"))
        self.titles = dict(Office.objects.values_list("key", "title"))
        self.held: dict[str, dict[str, list[Held]]] = defaultdict(lambda: defaultdict(list))
        fields = ("office__key", "person__key", "key", "start", "end", "last_attested", "slot", "acting")
        for office, person, key, start, end, attested, slot, acting in Tenure.objects.values_list(*fields):
            single = slot is not None and not acting
            self.held[office][person].append(Held(key, start, end, attested, single))

    def add(self, found: Iterable[tuple[Place, Holding]]) -> None:
        """Add all rows of a file, the earliest start first."""
        ordered = sorted(found, key=lambda pair: (pair[1].start or pair[1].end, pair[1].row.number))
        shared = _shared(ordered)
        for place, holding in ordered:  # a post that is held already says better than a name who somebody is
            person, office = self._recognised(place, holding)
            if office:
                self._known_as(holding.number, person)
        for place, holding in ordered:
            person, office = self._who_and_where(place, holding)
            record = self._office(place, holding, office, several=(place.country, holding.title) in shared)
            self._person(place, holding, person)
            self._tenure(place, holding, record[1], person)
            self.importer.tally.read("holders", whole=True)

    def _known_as(self, number: str, person: str) -> None:
        self.numbers[number].add(person)
        self.number_of[person] = number

    def _recognised(self, place: Place, holding: Holding) -> tuple[str, str]:
        """The keys of person and office that are there, each '' where none is: by number, by name, or by a like name
        in the same post at the same time."""
        apart = {key for key, number in self.number_of.items() if number != holding.number}
        own = f"{place.country.lower()}/"
        numbered = sorted(self.numbers[holding.number], key=lambda key: (not key.startswith(own), key))
        forms = [words_of(form) for form in holding.forms]
        told = next((key for key in numbered if key.startswith(own)), "")
        person = told or self.people.known_as(place.country, forms, apart)
        for office in self._candidates(place.country, holding):
            for key, tenures in sorted(self.held[office].items(), key=lambda pair: pair[0] != person):
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
            apart = {key for key, number in self.number_of.items() if number != holding.number}
            person = self.people.find(place.country, person_name(holding, place.country), apart=apart)
        title = plain(holding.title)
        office = office or self.offices[place.country].get(title, "") or self._synonym(place.country, title)
        return person, office or f"{place.country.lower()}/{keys.slug(holding.title) or 'office'}"

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
        if (holding.number, person) not in self.listed:
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
        held = next(iter(at_once or same), None)
        if held is None:
            held = self._new(office, person, holding)
        elif self.things.said[("tenures", held.key)]:
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
            acting=False,
        )
        for name, value in (("start", holding.start), ("end", holding.end)):
            if value:
                self.things.say(place, record, name, value, value, holding.row.locator)

    def _new(self, office: str, person: str, holding: Holding) -> Held:
        """A tenure that nobody has; it has a place in line where no other tenure certainly runs on its days."""
        taken = {each.key for tenures in self.held[office].values() for each in tenures}
        stem = f"{office}/{person.rpartition('/')[2]}-{(holding.start or holding.end)[:4]}"
        key, number = stem, 2
        while key in taken:
            key, number = f"{stem}-{number}", number + 1
        made = Held(key, holding.start, holding.end, "", single=False)
        several = self.things.fixed[("offices", office)]["holders"] == "several"
        clash = "" if several else self._clash(office, made)
        if clash:
            self.importer.tally.doubtful.append(f"{key} and {clash} certainly run on the same days.")
        made.single = not several and not clash
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


def plain(title: str) -> str:
    """A title to compare: small letters, single spaces."""
    return " ".join(title.casefold().split())


def ratio(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """The ratio of shared letters of two names, in their own order or their words in alphabetical order."""
    pairs = ((one, other), (sorted(one), sorted(other)))
    return max(SequenceMatcher(None, " ".join(first), " ".join(second)).ratio() for first, second in pairs)


def may_be(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's where post and start are one: most words, or the last one, are spelt alike.

    Words of up to three letters, such as bin and al, tell nobody apart.
    """
    short, long = sorted((_long(one), _long(other)), key=len)
    hits = [any(SequenceMatcher(None, word, each).ratio() >= NEAR_WORD for each in long) for word in short]
    return bool(hits) and (hits[-1] or sum(hits) > len(hits) / 2)


def _long(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in name if len(word) > 3) or name


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
