"""Who is known under which name, in thousands: the same answers as a look at everybody, sooner."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from profiles.factbook.rows.likeness import same


class Others(Collection[str]):
    """People with a number that is not this one; nobody where no number is given."""

    def __init__(self, number_of: dict[str, str], number: str) -> None:
        self.number_of = number_of
        self.number = number

    def __contains__(self, key: object) -> bool:
        known = self.number_of.get(str(key), "")
        return bool(self.number and known and known != self.number)

    def __iter__(self) -> Iterator[str]:
        return (key for key in self.number_of if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Named:
    """People by what two names of one person share: all their words, or the first and the last."""

    def __init__(self, known: dict[str, dict[str, list[tuple[str, ...]]]]) -> None:
        self.known = known
        self.places: dict[str, dict[tuple[str, ...], dict[str, None]]] = {}

    def known_as(self, country: str, forms: Iterable[tuple[str, ...]], apart: Collection[str]) -> str:
        """As `People.known_as`, without a look at everybody."""
        if country not in self.places:
            self.places[country] = defaultdict(dict)
            for key in self.known[country]:
                self.add(country, key)
        places, wanted = self.places[country], [form for form in forms if form]
        near = {key for form in wanted for mark in _marks(form) for key in places.get(mark, ()) if key not in apart}
        fits = (
            key
            for key in self.known[country]
            if key in near and any(same(form, other) for form in wanted for other in self.known[country][key])
        )
        return next(fits, "") if near else ""

    def add(self, country: str, key: str) -> None:
        """Note all names of a person."""
        for form in self.known[country][key]:
            for mark in _marks(form) if form and country in self.places else ():
                self.places[country][mark][key] = None


def _marks(form: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return (("all", *sorted(form)), ("ends", form[0], form[-1]))
