"""ParlGov's elections as rows: elections with their seats, results as claims, parties with their numbers."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from difflib import SequenceMatcher

from profiles.factbook.loading import Importer
from profiles.factbook.parliament.parties import Party as Named
from profiles.factbook.rows.backing import Record
from profiles.factbook.rows.bodies import plain
from profiles.factbook.rows.sheets import fit
from profiles.models import Identifier, Institution, Organisation
from profiles.opendata.documents import Place, Text
from profiles.opendata.parlgov import Election, Line, Party
from sources import dates, keys, numbers

SCHEME = "parlgov"
KIND = "parliamentary"
NEAR = timedelta(days=28)  # rounds of one election lie two or four weeks apart
KINDRED = 0.7  # ratio of shared letters of two names of parties with one short name
_COMMON = frozenset(["party", "the", "of", "for", "and", "a", "s"])


class Ballots:
    """Adds elections; knows the chambers that are certain, and which party has which number."""

    def __init__(self, importer: Importer, elections: Text, results: Text, parties: Text) -> None:
        self.importer = importer
        self.things = importer.things
        self.texts = {"elections": elections, "results": results, "parties": parties}
        found = Identifier.objects.filter(scheme=SCHEME, organisation__isnull=False)
        self.numbers = dict(found.values_list("value", "organisation__key"))
        self.owners = {key: number for number, key in self.numbers.items()}
        self.chambers = _chambers()
        self.names = dict(Organisation.objects.values_list("key", "name"))
        self.uncertain: set[str] = set()

    def add(self, election: Election) -> None:
        """Add one election with its results and their parties."""
        record = self._election(election)
        keys_of: dict[str, str] = {}
        for position, line in enumerate(election.lines, 1):
            keys_of[line.number] = self._result(election, record, line, position, keys_of)
        self.importer.tally.read("elections", whole=True)

    def _election(self, election: Election) -> Record:
        place = self.texts["elections"].of(election.country)
        institution = self.chambers.get(election.country, "")
        if not institution and election.country not in self.uncertain:
            self.uncertain.add(election.country)
            self.importer.tally.doubtful.append(
                f"{election.country}: which chamber the elections fill is not certain; they name none."
            )
        record = self.things.thing(
            "elections",
            self._match(election, institution),
            country=election.country,
            kind=KIND,
            method="direct" if institution else "not_stated",
            timing="early" if election.early else "not_stated",
            institution=institution,
        )
        where = election.row.locator
        self.things.say(place, record, "date", election.day, election.day, where)
        self.things.say(place, record, "state", "held", "", where)
        if election.early:
            self.things.say(place, record, "timing", "early", "early 1", where)
        if election.seats:
            self.things.say(place, record, "seats_at_stake", election.seats, str(election.seats), where)
        return record

    def _match(self, election: Election, institution: str) -> str:
        """The election that is there already, on that day or a few weeks away; else a key by chamber and year."""
        day = dates.bounds(election.day).latest
        votes = self.importer.votes
        for owner in dict.fromkeys((institution, "")):
            for known, key in votes.known[election.country, KIND, owner]:
                bounds = dates.bounds(known)
                if day and bounds.earliest and bounds.latest and known not in ("", election.day):
                    inside = bounds.earliest <= day <= bounds.latest
                    if inside or (min(abs(day - bounds.earliest), abs(day - bounds.latest)) <= NEAR):
                        return key
                elif known == election.day:
                    return key
        return votes.match(election.country, KIND, institution, election.day)

    def _result(self, election: Election, record: Record, line: Line, position: int, above: dict[str, str]) -> str:
        place = self.texts["results"].of(election.country)
        sheets = self.importer.sheets
        tail = "-".join(record[1].split("/")[1:])
        name = line.party.names[0]
        rows = sorted({line.row.number, *(each.row.number for each in line.joined)})
        share = "" if line.share is None else numbers.plain(line.share)
        key = sheets.add(
            "results",
            sheets.free("results", f"{place.stem}/{tail}/{keys.slug(name)[:40].strip('-') or line.party.number}"),
            document=place.document,
            locator=", ".join(f"row {number}" for number in rows[:20]),
            relation="first_hand",
            printed=_printed(line),
            value_state="stated" if share else "not_applicable",
            election=record[1],
            label=name[:200],
            position=position,
            part_of=above.get(line.within, ""),
            share_low=share,
            share_high=share,
            share_qualifier="unqualified" if share else "",
            share_of="not_stated",
            votes=line.votes,
            votes_qualifier="" if line.votes is None else "unqualified",
            seats=line.seats,
            seats_qualifier="" if line.seats is None else "unqualified",
        )
        for party in dict.fromkeys(each.party for each in (line, *line.joined)):
            if not party.nobody:
                sheets.link("result-organisations", result=key, organisation=self._party(election.country, party))
        return key

    def _party(self, country: str, party: Party) -> str:
        """The organisation of a party's number, or of one of its names where that has no other number."""
        key = self.numbers.get(party.number) or self._named(country, party)
        place = self.texts["parties"].of(country)
        if party.number not in self.numbers:
            self.numbers[party.number], self.owners[key] = key, party.number
            value = {"record": f"organisations/{key}", "scheme": SCHEME, "value": party.number}
            self.importer.sheets.add("identifiers", f"{key}/{SCHEME}", **value)
        known = self.names.get(key, "")
        names = Named(
            party.names[0], party.short[0] if party.short else "", party.local, party.names[1:], (), "",
            "; ".join(reversed(party.names)), party.row.locator,
        )  # fmt: skip
        if not known or plain(known) == plain(names.name):
            self.importer.bodies.party(place, replace(names, name=known or names.name), key)
        else:  # another name of the party disputes nothing
            self._other_name(place, key, names.name, names.printed, names.locator)
        return key

    def _other_name(self, place: Place, key: str, name: str, printed: str, locator: str) -> None:
        own = fit(f"{key}/{keys.slug(name) or 'name'}-spelling")
        record = self.things.thing("organisation-names", own, organisation=key, name=name[:200], kind="spelling")
        self.things.say(place, record, "name", name[:200], printed[:300], locator)

    def _named(self, country: str, party: Party) -> str:
        """The organisation of one of the party's names, or of its short name and a kindred one; else a new key."""
        known = self.importer.bodies.organisations[country]
        own = f"{country.lower()}/{keys.slug(party.names[0]) or 'party'}"
        names = [plain(name) for name in (*party.names, *party.local)]
        fits = [known[name] for name in names if name in known]
        fits += [own] if own in known.values() else []
        short = [known[plain(name)] for name in party.short if plain(name) in known]
        fits += [
            key
            for key in short
            if any(kindred(name, other) for name in names for other in self._names_of(country, key))
        ]
        free = [key for key in fits if key not in self.owners]
        taken = set(known.values()) | self.owners.keys()
        key = free[0] if free else f"{own}-{party.number}" if own in taken else own
        for other in sorted({*fits, *short} - {key}):
            self.importer.tally.doubtful.append(f"{country}: {key} may be {other}")
        return key

    def _names_of(self, country: str, key: str) -> list[str]:
        return [name for name, other in self.importer.bodies.organisations[country].items() if other == key]


def kindred(one: str, other: str) -> bool:
    """Whether two names, small words and “party” aside, are spellings of one: Centre Party, Center Party."""
    first, second = (" ".join(sorted(set(re.findall(r"\w+", name.casefold())) - _COMMON)) for name in (one, other))
    return bool(first and second) and SequenceMatcher(None, first, second).ratio() >= KINDRED


def _printed(line: Line) -> str:
    """The row's numbers with the names of their columns; for an alliance without numbers its short name."""
    parts = [(name, line.row[name]) for name in ("vote_share", "votes", "seats")]
    return "; ".join(f"{name} {value}" for name, value in parts if value) or "; ".join(line.party.short)


def _chambers() -> dict[str, str]:
    """The chamber of each country that voters fill: the only one, or the only first one of several."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    rows = Institution.objects.filter(
        kind__in=["parliament", "chamber"], parts__isnull=True, seat_blocks__method="directly_elected"
    )
    for country, key, position in rows.values_list("country__key", "key", "position"):
        found[country][key] = position
    made = {}
    for country, chambers in found.items():
        first = [key for key, position in chambers.items() if position == 1] if len(chambers) > 1 else list(chambers)
        if len(first) == 1:
            made[country] = first[0]
    return made
