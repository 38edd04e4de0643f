"""Heads of state and government as rows: offices, people, and the tenures that join them."""

from collections import defaultdict
from collections.abc import Sequence

from profiles.factbook.edition.texts import short
from profiles.factbook.executive.elections import Rule
from profiles.factbook.executive.offices import Holder
from profiles.factbook.rows.backing import Record, backing
from profiles.factbook.rows.documents import Entry
from profiles.factbook.rows.people import People
from profiles.factbook.rows.standing import Things, rows_of
from profiles.factbook.rows.votes import overlap
from profiles.models import Office, Tenure
from sources import dates, keys

RANKS = {
    "chief_of_state": "head_of_state",
    "head_of_government": "head_of_government",
    "deputy": "deputy_head",
}
CHOSEN = {
    "direct": "Directly elected",
    "indirect": "Indirectly elected",
    "appointed": "Appointed",
    "hereditary": "Hereditary",
}


class Officials:
    """Offices and tenures of each country, as the database and this import know them."""

    def __init__(self, things: Things, people: People, day: str) -> None:
        self.things = things
        self.people = people
        self.day = day  # for which the edition speaks, in EDTF
        self.offices: dict[str, dict[str, str]] = defaultdict(dict)
        for country, title, key in Office.objects.values_list("country__key", "title", "key"):
            self.offices[country or ""].setdefault(_plain(title), key)
        self.tenures: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
        # Who took a post on one day, as other documents have it.
        self.since: dict[tuple[str, str], set[str]] = defaultdict(set)
        fields = ("office__key", "person__key", "start", "end", "key")
        for office, person, start, end, key in Tenure.objects.values_list(*fields):
            self.tenures[office, person].append((start, end, key))
            if start.count("-") == 2:
                self.since[office, start].add(person)

    def add(self, entry: Entry, holders: Sequence[Holder]) -> None:
        """Add what an entry says of posts and of who holds them."""
        heads = _dual(holders)
        together = _together(holders)
        for holder in holders:
            for title in holder.title.offices:
                several = len(together[_plain(title)]) > 1
                office = self._office(entry, holder, title, heads, several=several)
                if holder.person:
                    self._tenure(entry, holder, office, several=several)

    def called(self, country: str, title: str) -> str:
        """Return the key of the country's post of that title; '' where none is known."""
        return self.offices[country].get(_plain(title), "")

    def rules(self, entry: Entry, rules: Sequence[Rule]) -> None:
        """Add how a post is filled and for how long, where one office alone has the post's name."""
        for rule in rules:
            key = self.called(entry.country, rule.post)
            if ("offices", key) not in self.things.fixed:
                continue
            record = ("offices", key)
            if rule.term_years:
                years = f"{rule.term_years.normalize():f}"
                self.things.say(entry, record, "term_years", years, rule.term_printed[:300], rule.locator)
            words = CHOSEN.get(rule.method, "")
            if words:
                by = f" by {rule.chosen_by}" if rule.chosen_by else ""
                self.things.say(entry, record, "how_chosen", f"{words}{by}"[:200], rule.printed[:300], rule.locator)

    def several(self, office: str) -> None:
        """Give up the one place in line of an office whose imported tenures certainly overlap; an editor decides."""
        rows = self.things.sheets.rows.get("tenures", {})
        for (dataset, key), cells in rows_of(("tenures", key) for key in self._imported_of(office)).items():
            if key not in rows:
                self.things.sheets.put(dataset, cells)
        for cells in rows.values():
            if cells["office"] == office:
                cells["slot"] = ""

    def _imported_of(self, office: str) -> list[str]:
        keys = Tenure.objects.filter(office__key=office).values_list("key", flat=True)
        return [key for (_, key), behind in backing(("tenures", key) for key in keys).items() if behind.ours]

    def _office(self, entry: Entry, holder: Holder, title: str, heads: set[str], *, several: bool) -> Record:
        known = self.offices[entry.country]
        key = known.setdefault(_plain(title), f"{entry.country.lower()}/{keys.slug(title)}")
        rank = RANKS.get(holder.role, "other")
        both = _plain(title) in heads
        record = self.things.thing(
            "offices",
            key,
            country=entry.country,
            title=title[:160],
            rank=rank,
            head_of_state=rank == "head_of_state" or both,
            head_of_government=rank == "head_of_government" or both,
            holders="several" if several else "single",
            position={"head_of_state": 0, "head_of_government": 1, "deputy_head": 2}.get(rank, 3),
        )
        # The words that print a post as vacant stand on the post itself, since nobody's tenure can carry them.
        printed = short(holder.printed) if holder.vacant else holder.title.printed
        self.things.say(entry, record, "title", title[:160], printed[:300], holder.locator)
        return record

    def _tenure(self, entry: Entry, holder: Holder, office: Record, *, several: bool) -> None:
        if holder.person is None:
            return
        same_post = () if several or holder.acting else self.since.get((office[1], holder.since.edtf), ())
        person = self.people.find(entry.country, holder.person, same_post=same_post)
        name = self.people.name(person, holder.person)
        self.things.say(
            entry, ("person-names", name), "name", holder.person.readable, holder.person.printed, holder.locator
        )
        key = self._match(office[1], person, holder.since.edtf)
        over = holder.left or _is_before(holder.until.edtf, self.day)
        # The edition of 2012 came out in 2013 and shows who took office meanwhile.
        since = holder.since.edtf
        seen = since if since and _is_before(self.day, since) else self.day
        record = self.things.thing(
            "tenures",
            key,
            person=person,
            office=office[1],
            slot="" if several or holder.acting else 1,
            ended="ended" if over else "ongoing",
            start_kind="not_stated",
            end_kind="not_stated",
            last_attested="" if over else seen,
            acting=holder.acting,
        )
        if holder.since.edtf:
            self.things.say(entry, record, "start", holder.since.edtf, holder.since.printed, holder.locator)
        if over and holder.until.edtf:
            self.things.say(entry, record, "end", holder.until.edtf, holder.until.printed, holder.locator)
        if over:
            return
        self.things.say(entry, record, "last_attested", seen, "", holder.locator)

    def _match(self, office: str, person: str, start: str) -> str:
        """The tenure of the person in the office that may have begun then; else a key for a new one."""
        own = self.tenures[office, person]
        over = set()
        for known, end, key in own:
            if end and start and end < start and not overlap(end, start):
                over.add(key)  # what was over by then is another tenure
            elif not known or not start or overlap(known, start):
                return key
        year = start[:4] if start else "unknown"
        stem = f"{office}/{person.rpartition('/')[2]}-{keys.slug(year)}"
        key, number = stem, 2
        while key in over:
            key, number = f"{stem}-{number}", number + 1
        own.append((start, "", key))
        return key


def _is_before(end: str, day: str) -> bool:
    """Whether an end that is printed lies before the day for which the edition speaks; a planned end does not."""
    if not end:
        return False
    latest, spoken = dates.bounds(end).latest, dates.bounds(day).earliest
    return bool(latest and spoken and latest < spoken)


def _together(holders: Sequence[Holder]) -> dict[str, set[str]]:
    """Who holds each title at one time: a person who stands in both fields of the text counts once."""
    people: dict[str, set[str]] = defaultdict(set)
    for holder in holders:
        if holder.person and not holder.acting:
            for title in holder.title.offices:
                people[_plain(title)].add(holder.person.readable)
    return people


def _dual(holders: Sequence[Holder]) -> set[str]:
    """Titles whose holders the text names both as chief of state and as head of government."""
    roles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for holder in holders:
        for title in holder.title.offices:
            if holder.person:
                roles[_plain(title), holder.person.readable].add(holder.role)
    return {title for (title, _), found in roles.items() if {"chief_of_state", "head_of_government"} <= found}


def _plain(title: str) -> str:
    return " ".join(title.casefold().replace("-", " ").split())
