"""What editions say of things' fields, and which value stands: the newest edition's, where nobody else spoke.

Each edition's value is a citation: it supports the field or disputes it. A field is set where it is empty, or where
only editions of the Factbook have set it; of their values the newest document's stands, whatever the order of the
imports. What an editor has set, or another source backs, stays as it is.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from profiles.datasets import DATASETS
from profiles.datasets.stored import stored_columns
from profiles.factbook.rows.backing import ARC_OF, NOBODY, Backing, Record, backing, by_dataset
from profiles.factbook.rows.documents import IMPORTS, Place
from profiles.factbook.rows.sheets import Sheets, fit
from profiles.factbook.rows.tally import Tally
from profiles.factbook.values.facts import facts_only
from profiles.models import Citation
from profiles.transfer.dumping import stored_cells
from sources import dates
from sources.models import Document

NOT_STATED = "not_stated"  # the code that stands for no answer; it is as good as an empty field


@dataclass(frozen=True)
class Said:
    """One value that one document gives of one field of a record."""

    document: str
    locator: str
    value: str
    printed: str
    citation: str  # the citation's key


@dataclass
class Things:
    """The things of an import: what a new row has besides its cited fields, and what this edition says."""

    sheets: Sheets
    year: str = ""  # of the edition; without one, rows that are there keep what has no citation
    fixed: dict[Record, dict[str, str]] = field(default_factory=dict)
    said: dict[Record, dict[str, Said]] = field(default_factory=lambda: defaultdict(dict))
    tally: Tally = field(default_factory=Tally)

    def thing(self, dataset: str, key: str, **values: object) -> Record:
        """Have a thing of that key; the values stand in a new row only. Returns the record."""
        self.fixed.setdefault((dataset, key), {name: _cell(value) for name, value in values.items()})
        return (dataset, key)

    def say(self, entry: Place, record: Record, name: str, value: object, printed: str, locator: str) -> None:
        """Note what the entry gives for a field; the first word of one entry counts."""
        said = Said(entry.document, locator, _cell(value), printed, citation_key(entry, record, name))
        self.said[record].setdefault(name, said)

    def settle(self) -> None:
        """Add the rows: things whose fields change or are new, and citations with their stance."""
        held = rows_of(self.fixed)
        cited = _citations(self.fixed)
        spoken: dict[Record, set[str]] = defaultdict(set)
        for each, name in cited:
            spoken[each] |= {name, "ended"} if name == "end" else {name}  # an end says that it is over
        backed = backing(self.fixed)
        documents = {said.document for fields in self.said.values() for said in fields.values()} | _documents(cited)
        order = _order(documents | {document for each in backed.values() for document in each.editions})
        for record, fixed in self.fixed.items():
            cells = held.get(record)
            new = cells is None
            if cells is None:
                key = self.sheets.add(record[0], record[1], **fixed)
                cells = self.sheets.rows[record[0]][key]
            before = dict(cells)
            if not new:
                self._refresh(record, cells, backed.get(record, NOBODY), order, spoken[record])
            for name, said in self.said[record].items():
                earlier, others = cited.get((record, name), ([], False))
                values = [each for each in earlier if each.document != said.document]
                self._stand(record, name, [*values, said], cells, others=others, new=new, order=order)
            if not new and cells != before:
                self.sheets.put(record[0], cells)

    def _refresh(
        self, record: Record, cells: dict[str, str], behind: Backing, order: dict[str, tuple[str, str]], cited: set[str]
    ) -> None:
        """Take over what has no citation of its own, where only editions that are not newer stand behind the row.

        A person whom any edition shows in office stays public for that, whatever another shows them as. Who is
        restricted stays so, whoever said it: no import makes a person public again. A tenure that gave up its place in
        line, since another holds the post on the same days, does not take it again.
        """
        if not behind.ours:
            return
        fixed = dict(self.fixed[record])
        if cells.get("visibility") == "restricted":
            fixed |= {name: cells[name] for name in ("visibility", "basis")}
        elif cells.get("slot") == "":
            fixed["slot"] = ""  # a place in line that was given up is not taken again
        elif "public_office" in (cells.get("basis"), fixed.get("basis")):
            cells["basis"] = fixed["basis"] = "public_office"
        if self.year >= max(order[document][0] for document in behind.editions):
            cells |= {name: value for name, value in fixed.items() if name not in cited | self.said[record].keys()}

    def _stand(
        self,
        record: Record,
        name: str,
        values: list[Said],
        cells: dict[str, str],
        *,
        others: bool,
        new: bool,
        order: dict[str, tuple[str, str]],
    ) -> None:
        dated = f"{name}_printed" in cells
        newest = _finest(max(values, key=lambda each: order[each.document]), values if dated else ())
        ours = cells[name] in ("", NOT_STATED) or any(each.value == cells[name] for each in values)
        if new or (ours and not others):
            cells[name] = newest.value
            if dated:
                shipped = self.sheets.collection != ""
                cells[f"{name}_printed"] = facts_only(newest.printed) if shipped else newest.printed
        theirs = others or not (new or ours)
        for each in values:
            agrees = each.value == cells[name] or (dated and _holds(each.value, cells[name]))
            stance = "supports" if agrees else "disputes"
            if not agrees and theirs and each is values[-1]:
                stands = cells[name] or "nothing"
                self.tally.conflicts.append(f"{'/'.join(record)}: {name}: {stands} stands, this says {each.value}")
            elif not agrees and not theirs:
                self.tally.differing[f"{record[0]}, {name}"] += 1
            self.sheets.add(
                "citations",
                each.citation,
                record="/".join(record),
                field=name,
                value=each.value,
                printed=each.printed,
                stance=stance,
                document=each.document,
                locator=each.locator,
            )


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _finest(newest: Said, values: Iterable[Said]) -> Said:
    """The most exact date that lies within the newest document's: a year takes no day away."""
    finest = newest
    for each in values:
        if _holds(finest.value, each.value):
            finest = each
    return finest


def _holds(wide: str, narrow: str) -> bool:
    """Whether a date in EDTF lies within a wider one that has both ends."""
    if not wide or not narrow or wide == narrow:
        return False
    outer, inner = dates.bounds(wide), dates.bounds(narrow)
    if not (outer.earliest and outer.latest and inner.earliest and inner.latest):
        return False
    return outer != inner and outer.earliest <= inner.earliest and inner.latest <= outer.latest


def citation_key(entry: Place, record: Record, name: str) -> str:
    """Return the key of what an edition says of a field."""
    dataset, key = record
    tail = key.partition("/")[2] or key.lower()
    return fit(f"{entry.stem}/{dataset}/{tail.replace('/', '.')}-{name.replace('_', '-')}")


def rows_of(records: Iterable[Record]) -> dict[Record, dict[str, str]]:
    """The cells of the records that the database holds."""
    found: dict[Record, dict[str, str]] = {}
    for name, keys in by_dataset(records).items():
        dataset = DATASETS[name]
        names = [column.name for column in stored_columns(dataset)]
        for cells in stored_cells(dataset, dataset.model._default_manager.filter(key__in=keys)):
            row = dict(zip(names, cells, strict=True))
            found[name, row["key"]] = row
    return found


def _citations(records: Iterable[Record]) -> dict[tuple[Record, str], tuple[list[Said], bool]]:
    """What editions said before, by record and field, and whether another source speaks of the field."""
    found: dict[tuple[Record, str], tuple[list[Said], bool]] = {}
    for name_of, keys in by_dataset(records).items():
        if name_of not in ARC_OF:
            continue  # people are known by their names, which are cited
        arc = ARC_OF[name_of]
        rows = Citation.objects.filter(**{f"{arc}__key__in": keys}).values_list(
            f"{arc}__key", "field", "document__series__key", "document__key", "locator", "value", "printed", "key"
        )
        for key, name, series, document, locator, value, printed, own in rows:
            said, others = found.get(((name_of, key), name), ([], False))
            if series in IMPORTS:
                said = [*said, Said(document, locator, value, printed, own)]
            found[(name_of, key), name] = (said, others or series not in IMPORTS)
    return found


def _documents(cited: dict[tuple[Record, str], tuple[list[Said], bool]]) -> set[str]:
    return {said.document for values, _ in cited.values() for said in values}


def _order(documents: set[str]) -> dict[str, tuple[str, str]]:
    """When each edition came out, to tell the newest; one that is not stored yet goes by the year in its key."""
    order = {key: (key.split("/")[1], key) for key in documents}
    for key, day in Document.objects.filter(key__in=documents).values_list("key", "published_latest"):
        if day:
            order[key] = (day.isoformat()[:4], key)
    return order
