"""Numbers and worded answers as rows: figures and statements, each with its field as place."""

import re

from profiles.factbook.rows.documents import Entry
from profiles.factbook.rows.sheets import Sheets
from profiles.factbook.rows.tally import Tally
from profiles.factbook.values.quantities import Quantity
from profiles.factbook.values.statements import Statement
from profiles.models import CountryName, Indicator, Topic, TopicCode
from sources import keys

NAMED = ("form-of-government", "legal-system")  # topics that a few words answer
PROSE = re.compile(r"\b(?:is|are|was|were|governed|known as|according to)\b")
RELATION = "first_hand"  # the Factbook speaks for itself and names no origin


class Claims:
    """Adds figures and statements; knows the names that countries go by, for partners."""

    def __init__(self, sheets: Sheets, tally: Tally) -> None:
        self.sheets = sheets
        self.tally = tally
        rows = CountryName.objects.values_list("name", "country__key")
        self.countries = {name.casefold(): key for name, key in rows}
        self.indicators = set(Indicator.objects.values_list("key", flat=True))
        self.codes = set(TopicCode.objects.values_list("key", flat=True))
        self.topics = set(Topic.objects.values_list("key", flat=True))

    def figures(self, entry: Entry, quantities: tuple[Quantity, ...]) -> None:
        """Add the numbers of an entity; one that two sections print alike is one figure, of the first place."""
        seen = set()
        for each in quantities:
            what = (each.indicator, each.period, each.subject, each.counted, each.partner, each.low, each.high)
            if each.indicator not in self.indicators:
                reason = f"There is no indicator {each.indicator}; load the reference collection."
                self.tally.refuse(entry.entity.code, each.locator, each.printed, reason)
            elif what not in seen:
                seen.add(what)
                self._figure(entry, each)

    def _figure(self, entry: Entry, each: Quantity) -> None:
        partner = self.countries.get(each.partner.casefold(), "") if each.partner else ""
        unnamed = f"from {each.partner}" if each.partner and not partner else ""
        counted = ", ".join(part for part in (each.subject, each.counted, unnamed) if part)
        tail = keys.slug(" ".join(part for part in (each.period, counted, each.partner) if part))
        wanted = f"{entry.stem}/{each.indicator}/{tail}" if tail else f"{entry.stem}/{each.indicator}"
        self.sheets.add(
            "figures",
            self.sheets.free("figures", wanted),
            document=entry.document,
            locator=each.locator,
            relation=RELATION,
            printed=each.printed,
            value_state="stated",
            country=entry.country,
            indicator=each.indicator,
            partner=partner,
            period=each.period,
            period_printed=each.period_printed[:200],
            low=each.low,
            high=each.high,
            qualifier=each.qualifier,
            unit=each.unit,
            counted=counted[:160],
            place=entry.part,
            note_public=" ".join(each.warnings),
        )
        self.tally.read("figures", whole=True)

    def statements(self, entry: Entry, statements: tuple[Statement, ...]) -> None:
        """Add the worded answers of an entity; where no code fits, the short printed form stands as it is."""
        for each in statements:
            if each.topic not in self.topics:
                reason = f"There is no topic {each.topic}; load the reference collection."
                self.tally.refuse(entry.entity.code, each.locator, each.printed, reason)
                continue
            if each.topic in NAMED and PROSE.search(each.printed):
                self.tally.refuse(entry.entity.code, each.locator, each.printed, "A sentence, no name of a system.")
                continue
            code = f"{each.topic}/{each.code.replace('_', '-')}" if each.code else ""
            code = code if code in self.codes else ""
            self.sheets.add(
                "statements",
                self.sheets.free("statements", f"{entry.stem}/{each.topic}"),
                document=entry.document,
                locator=each.locator,
                relation=RELATION,
                printed=each.printed,
                value_state="stated",
                country=entry.country,
                topic=each.topic,
                code=code,
                text="" if code else each.printed,
                note_public=f"Said of {entry.part}." if entry.part else "",
            )
            self.tally.read("statements", whole=bool(code))
