"""Printed names to people: those of the country that are known already are matched, never doubled.

Two names are one person's where, initials and marks aside, the same words are in them in any order, or the shorter
one's first and last word are the longer one's. A name that is spelt otherwise is the one person's of a like name who
took the same post on the same day. Names that are merely alike are listed for an editor and kept apart.
"""

import base64
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable

from profiles.factbook.executive.names import PersonName
from profiles.factbook.rows.backing import NOBODY, backing
from profiles.factbook.rows.likeness import alike, may_be, same, told_by, words_of
from profiles.factbook.rows.standing import Things, rows_of
from profiles.factbook.rows.tally import Tally
from profiles.models import Person
from profiles.models import PersonName as NameRow


class People:
    """The people of each country, as the database and this import know them."""

    def __init__(self, things: Things, tally: Tally) -> None:
        self.things = things
        self.tally = tally
        self.known: dict[str, dict[str, list[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(list))
        self.printed: dict[str, dict[str, str]] = defaultdict(dict)
        self.hidden = set(Person.objects.filter(visibility="restricted").values_list("key", flat=True))
        for country, key, name in Person.objects.values_list("country__key", "key", "name"):
            self.known[country or ""][key].append(words_of(name))
        for country, key, name, own in NameRow.objects.values_list(
            "person__country__key", "person__key", "name", "key"
        ):
            self.known[country or ""][key].append(words_of(name))
            self.printed[key][name] = own

    def known_as(self, country: str, forms: Iterable[tuple[str, ...]], apart: Collection[str] = ()) -> str:
        """Return the key of the person whose name, as words, is one of these; '' for nobody.

        Those in `apart` are certainly others, whatever they are called.
        """
        wanted = list(forms)
        for key, known in self.known[country].items():
            if key not in apart and any(same(words, form) for words in wanted for form in known):
                return key
        return ""

    def find(
        self,
        country: str,
        name: PersonName,
        basis: str = "public_office",
        apart: Collection[str] = (),
        same_post: Collection[str] = (),
    ) -> str:
        """Return the key of the person of that name, having made one where nobody has it.

        `same_post` are those who took the post of this one on the same day, if it is a post for one.
        """
        words = words_of(name.readable) or words_of(name.printed) or (name.readable.casefold(),)
        known = self.known[country]
        if key := self.known_as(country, (words,), apart) or self._respelt(country, words, same_post):
            if words not in known[key]:
                known[key].append(words)
            self._thing(country, key, name, basis)
            return key
        near = [key for key, forms in known.items() if any(alike(words, form) for form in forms)]
        key = self._key(country, words)
        for other in near:
            who = "" if other in self.hidden else f"{' '.join(known[other][0])} "  # no list names who is restricted
            self.tally.doubtful.append(f"{country}: {name.readable} ({key}) may be {who}({other})")
        known[key].append(words)
        self._thing(country, key, name, basis)
        return key

    def _thing(self, country: str, key: str, name: PersonName, basis: str) -> None:
        """Have the person as this edition shows them first; who is shown in office is public for that."""
        record = self.things.thing(
            "people",
            key,
            country=country,
            name=name.readable,
            sort_key=name.sort_key,
            visibility="public",
            basis=basis,
        )
        if basis == "public_office":
            self.things.fixed[record]["basis"] = basis

    def name(self, person: str, name: PersonName) -> str:
        """Return the key of the form of the name, having added one where the person has none printed so."""
        forms = self.printed[person]
        key = forms.setdefault(name.readable, f"{person}/f{_digest(name.readable)[:6]}")
        self.things.thing("person-names", key, person=person, name=name.readable, kind="spelling")
        return key

    def prefer(self) -> None:
        """Mark, of the forms that editions alone print, the one that the person goes by; after `Things.settle`."""
        mine = [record for record in self.things.fixed if record[0] == "people"]
        held, rows = rows_of(mine), self.things.sheets.rows
        people = {key: rows.get("people", {}).get(key) or held[name, key] for name, key in mine}
        forms = [("person-names", own) for key in people for own in self.printed[key].values()]
        held, behind = rows_of(forms), backing(forms)
        for record in forms:
            cells = rows.get("person-names", {}).get(record[1]) or held.get(record)
            if cells is None or (record in held and not behind.get(record, NOBODY).ours):
                continue
            kind = "preferred" if cells["name"] == people[cells["person"]]["name"] else "spelling"
            if cells["kind"] != kind:
                self.things.sheets.put("person-names", {**cells, "kind": kind})

    def _respelt(self, country: str, words: tuple[str, ...], people: Collection[str]) -> str:
        """The only one of these people whose name may be this one in another spelling; '' for nobody."""
        known = self.known[country]
        found = [key for key in people if any(may_be(words, form) for form in known.get(key, ()) if form)]
        return found[0] if len(found) == 1 else ""

    def _key(self, country: str, words: tuple[str, ...]) -> str:
        """An opaque key that the same name gets in any edition: five letters and digits of a digest, more if taken."""
        digest = _digest(" ".join((country, *told_by(words))))
        length = 5
        while (key := f"{country.lower()}/p/{digest[:length]}") in self.known[country]:
            length += 1
        return key


def _digest(text: str) -> str:
    return base64.b32encode(hashlib.sha256(text.encode()).digest()).decode().lower().rstrip("=")
