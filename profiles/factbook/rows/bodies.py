"""Parliaments, chambers, courts and parties as rows, with seats by way of filling."""

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from profiles.factbook.edition.texts import without_brackets, word_set
from profiles.factbook.parliament.courts import Court
from profiles.factbook.parliament.parties import Party
from profiles.factbook.parliament.seats import Chamber, chamber_names
from profiles.factbook.rows.backing import Record, imported
from profiles.factbook.rows.documents import Place
from profiles.factbook.rows.sheets import fit
from profiles.factbook.rows.standing import Things
from profiles.factbook.rows.tally import Tally
from profiles.models import Country, Institution, Organisation, OrganisationName
from sources import keys

_Names = dict[str, dict[str, str]]
_VERB = re.compile(r"\b(?:consists|travels|was|is|were|are|has|have|before that)\b")
_STATE = (
    r"(?:(?:Federal|Democratic|Islamic|Socialist|People's|United) )*(?:Republic|Kingdom|Nation|State|Federation|Union)"
)
_SMALL = word_set("the of for and in to a an party coalition group")
LONGEST_NAME = 14  # words
HOUSES = {"whole": 0, "lower": 1, "upper": 2, "single": 1}


class Bodies:
    """Institutions and organisations of each country, as the database and this import know them.

    What an editor made is matched by any of its names. What editions made is told by its first name alone: editions
    call one body this and that, and whichever came first must not decide what it is; alike ones are listed.
    """

    def __init__(self, things: Things, tally: Tally) -> None:
        self.things = things
        self.tally = tally
        self.countries = dict(Country.objects.values_list("key", "name"))
        bodies = Institution.objects.values_list("country__key", "name", "key")
        from_editions = imported("institutions")
        self.institutions, self.own_institutions = _maps(bodies, from_editions)
        # Of one core name the body whose key is that name comes first.
        bare = [
            (country, core(name, self.countries.get(country or "", "")), key)
            for country, name, key in bodies
            if key in from_editions
        ]
        self.cores = _maps(sorted(bare, key=lambda row: len(row[2])), set())[0]
        parties = Organisation.objects.values_list("country__key", "name", "key")
        fields = ("organisation__country__key", "name", "organisation__key", "key")
        names = list(OrganisationName.objects.values_list(*fields))
        printed = imported("organisation-names")
        every, theirs = ([row[:3] for row in names], [row[:3] for row in names if row[3] not in printed])
        editions = imported("organisations")
        self.organisations = _maps([*parties, *every], editions)[0]
        self.own_organisations = _maps([*parties, *theirs], editions)[1]
        self.alike = _by_likeness(editions)
        self.printed: dict[str, dict[str, str]] = defaultdict(dict)  # what this edition calls parties

    def chamber(self, entry: Place, chamber: Chamber) -> str:
        """Add a chamber, its parliament where it has two, and its seats; return the chamber's key."""
        parliament = ""
        name = chamber_names(without_brackets(chamber.parliament))[0].strip()
        if name and chamber.house not in {"single", "whole"} and plain(name) != plain(chamber.name):
            parliament = self._institution(entry, name, (), "parliament", 0, chamber.locator, chamber.parliament)
        kind = "parliament" if chamber.house in {"single", "whole"} else "chamber"
        place = HOUSES.get(chamber.house, 1)
        key = self._institution(
            entry, chamber.name, chamber.others, kind, place, chamber.locator, chamber.printed, part_of=parliament
        )
        if chamber.seats is not None:
            self._seats(entry, key, chamber.seats, "total", "", "", chamber.printed, chamber.locator, None)
        for block in chamber.blocks:
            if block.method:
                self._seats(
                    entry, key, block.seats, block.method, block.chosen_by, block.derived, block.printed,
                    chamber.locator, chamber.term_years,
                )  # fmt: skip
        return key

    def court(self, entry: Place, court: Court) -> None:
        """Add a court, and its number of judges where one is printed plainly."""
        if is_wording(court.name):
            self.tally.refuse(entry.country, court.locator, court.name, "A sentence, no name of a court.")
            return
        key = self._institution(entry, court.name, court.others, "court", 5, court.locator, court.printed)
        if court.judges is not None and court.judges_qualifier == "unqualified":
            self._seats(entry, key, court.judges, "total", "", court.judges_derived, court.printed, court.locator, None)

    def _institution(
        self,
        entry: Place,
        name: str,
        others: Iterable[str],
        kind: str,
        position: int,
        locator: str,
        printed: str,
        part_of: str = "",
    ) -> str:
        names = [name, *others]
        known = self.own_institutions[entry.country]
        key = next((known[plain(each)] for each in names if plain(each) in known), "")
        if not key:
            bare = core(name, self.countries.get(entry.country, ""))
            key = self.cores[entry.country].get(plain(bare)) or f"{entry.country.lower()}/{keys.slug(bare) or kind}"
            self._look_for_twins(entry, key, names, self.institutions[entry.country])
        values = {"country": entry.country, "name": name[:160], "kind": kind, "position": position, "part_of": part_of}
        record = self.things.thing("institutions", key, **values)
        self.things.say(entry, record, "name", name[:160], printed[:300], locator)
        return key

    def _seats(
        self,
        entry: Place,
        institution: str,
        seats: int,
        method: str,
        chosen_by: str,
        derived: str,
        printed: str,
        locator: str,
        term: Decimal | None,
    ) -> None:
        words = "-".join(part for part in (method.replace("_", "-"), keys.slug(chosen_by)[:40].strip("-")) if part)
        key = fit(f"{institution}/{words}-{seats}")
        record = self.things.thing(
            "seat-blocks", key, institution=institution, seats=seats, derived=derived, method=method,
            chosen_by=chosen_by[:160],
        )  # fmt: skip
        self.things.say(entry, record, "seats", seats, printed[:300], locator)
        if term:  # a term of 0 years is a slip of the source
            self.things.say(entry, record, "term_years", _number(term), f"{_number(term)} years", locator)

    def party(self, entry: Place, party: Party, key: str = "") -> Record:
        """Add a party and the other names that it goes by; the one of that key, where the caller knows it."""
        names = [each for each in (party.name, party.short, *party.others, *party.former) if each]
        known = self.own_organisations[entry.country]
        key = key or next((known[plain(each)] for each in names if plain(each) in known), "")
        if not key and party.short and plain(party.name) not in self.organisations[entry.country]:
            key = self.alike.get((entry.country, plain(party.short), likeness(party.name)), "")
        if not key:
            key = f"{entry.country.lower()}/{keys.slug(party.name) or keys.slug(party.short) or 'party'}"
            self._look_for_twins(entry, key, names, self.organisations[entry.country])
        for each in names:
            self.printed[entry.country].setdefault(plain(each), key)
        record = self.things.thing(
            "organisations", key, country=entry.country, name=party.name[:200],
            sort_key=keys.slug(party.name).replace("-", " ") or party.name.casefold()[:200], kind="party",
        )  # fmt: skip
        self.things.say(entry, record, "name", party.name[:200], party.printed[:300], party.locator)
        kinds = [("short", [party.short]), ("spelling", party.others), ("former", party.former)]
        for kind, forms in kinds:
            for form in forms:
                if form and plain(form) != plain(party.name) and not is_wording(form):
                    own = fit(f"{key}/{keys.slug(form) or 'name'}-{kind}")
                    other = self.things.thing("organisation-names", own, organisation=key, name=form[:200], kind=kind)
                    self.things.say(entry, other, "name", form[:200], form[:300], party.locator)
        return record

    def _look_for_twins(self, entry: Place, key: str, names: Iterable[str], known: dict[str, str]) -> None:
        for other in sorted({known[plain(each)] for each in names if plain(each) in known} - {key}):
            self.tally.doubtful.append(f"{entry.country}: {key} may be {other}")

    def organisation(self, country: str, label: str) -> str:
        """Return the key of the organisation that a label names exactly; '' where none is known by it.

        Parties that this edition lists count, and those that an editor made. Of “Green Party (GP)” the name counts
        first, then the letters.
        """
        known = {**self.printed[country], **self.own_organisations[country]}
        short = re.fullmatch(r"(.+?)\s*\(([^()]{1,15})\)", label.strip())
        for form in (label, *(short.groups() if short else ())):
            bare = re.sub(r"\s+party$", "", plain(form))
            found = known.get(plain(form)) or known.get(bare) or known.get(f"{bare} party")
            if found:
                return found
        return ""


def is_wording(name: str) -> bool:
    """Whether what stands where a name should is a sentence: long, or of several words from a small letter on."""
    words = name.split()
    return len(words) > LONGEST_NAME or (len(words) > 4 and name[:1].islower()) or bool(_VERB.search(name))


def _maps(rows: Iterable[tuple[Any, ...]], imported: set[str]) -> tuple[_Names, _Names]:
    """Keys by country and plain name: of all rows, and of those that an editor made."""
    every: _Names = defaultdict(dict)
    own: _Names = defaultdict(dict)
    for country, name, key in rows:
        every[country or ""].setdefault(plain(name), key)
        if key not in imported:
            own[country or ""].setdefault(plain(name), key)
    return every, own


def _by_likeness(editions: set[str]) -> dict[tuple[str, str, frozenset[str]], str]:
    """The parties that editions made, by country, short name and the words of their name; those told by that alone."""
    found: dict[tuple[str, str, frozenset[str]], set[str]] = defaultdict(set)
    rows = OrganisationName.objects.filter(kind="short").values_list(
        "organisation__country__key", "name", "organisation__name", "organisation__key"
    )
    for country, short, name, key in rows:
        if key in editions:
            found[country or "", plain(short), likeness(name)].add(key)
    return {what: next(iter(known)) for what, known in found.items() if len(known) == 1}


def likeness(name: str) -> frozenset[str]:
    """The words that tell a party's name, without endings and small words: “Party of the Workers”, “Workers' Party”."""
    words = re.findall(r"[^\W_]+", re.sub(r"['’`]s?\b", "", name.casefold()))
    return frozenset(re.sub(r"s$", "", word) for word in words if word not in _SMALL)


def core(name: str, country: str) -> str:
    """The name of a body without its state: “Supreme Court of the Republic of Verania” is the “Supreme Court”.

    What would leave one word (“Council of the Republic”) stays whole.
    """
    state = rf"(?:{re.escape(country)}|{_STATE}(?: of (?:the )?{re.escape(country)})?)" if country else _STATE
    bare = re.sub(rf"\s+of (?:the )?{state}$", "", name, flags=re.I)
    return bare if len(bare.split()) > 1 else name


def plain(name: str) -> str:
    """A name to compare: small letters, single spaces, no article."""
    return re.sub(r"^the ", "", " ".join(name.replace("-", " ").casefold().split()))


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"
