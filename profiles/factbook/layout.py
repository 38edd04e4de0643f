"""One shape for both forms of an edition: pieces named as the last edition names its fields, without the section.

The table of older editions has one text a field, with the labels of its parts inside (“total: … male: …”); it is cut at
those labels. Names that changed over the years get today's; boilerplate goes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from profiles.factbook.reading import Entity
from profiles.factbook.texts import plain


@dataclass(frozen=True)
class Piece:
    """One text under its name, such as “Executive branch > chief of state”, without markup; and where it stands."""

    name: str
    text: str
    locator: str

    @property
    def field(self) -> str:
        """The name of the field that the piece is part of."""
        return self.name.partition(" > ")[0]

    @property
    def part(self) -> str:
        """The name of the part, '' for a field without parts."""
        return self.name.partition(" > ")[2]


@dataclass(frozen=True)
class Refused:
    """What was not understood: the piece's name, the words, the reason, and where they stand."""

    field: str
    printed: str
    reason: str
    locator: str


# Names of fields in older editions, by today's.
_FIELDS = {
    "Political parties and leaders": "Political parties",
    "Urbanisation": "Urbanization",
    "Maternal mortality rate": "Maternal mortality ratio",
    "Unemployment, youth ages 15-24": "Youth unemployment rate (ages 15-24)",
    "GDP - per capita (PPP)": "Real GDP per capita",
    "GDP - per capita": "Real GDP per capita",
    "Real GDP per capita (PPP)": "Real GDP per capita",
    "GDP (purchasing power parity)": "Real GDP (purchasing power parity)",
    "GDP (purchasing power parity) - real": "Real GDP (purchasing power parity)",
    "GDP - real growth rate": "Real GDP growth rate",
    "Distribution of family income - Gini index": "Gini Index coefficient - distribution of family income",
    "Gini Index": "Gini Index coefficient - distribution of family income",
    "Physicians density": "Physician density",
    "Health expenditures": "Health expenditure",
    "Current Health Expenditure": "Health expenditure",
    "Current health expenditure": "Health expenditure",
    "Education expenditures": "Education expenditure",
    "Drinking water source:": "Drinking water source",
    "Electricity - access": "Electricity access",
    "Real GDP growth rate (%)": "Real GDP growth rate",
    "Literacy rate": "Literacy",
    "Trafficking in people": "Trafficking in persons",
    "Population below the poverty line": "Population below poverty line",
    "HIV/AIDS - adult prevalence": "HIV/AIDS - adult prevalence rate",
    "Type of government": "Government type",
    "Head of State": "Executive branch",
}
# The labels of parts inside one text, longest first where one begins another.
_PARTS = {
    "Executive branch": (
        "chief of state",
        "head of state",
        "head of government",
        "cabinet",
        "elections/appointments",
        "elections",
        "election results",
        "state counsellor",
        "note",
    ),
    "Legislative branch": ("description", "elections", "election results", "note"),
    "Judicial branch": (
        "highest court(s)",
        "highest resident court(s)",
        "judge selection and term of office",
        "subordinate courts",
        "note",
    ),
    "Population": ("total", "male", "female", "note"),
    "Area": ("total", "total area", "land", "land area", "water", "note"),
    "Urbanization": ("urban population", "rate of urbanization", "note"),
    "Literacy": ("definition", "total population", "total", "male", "female", "note"),
    "Life expectancy at birth": ("total population", "total", "male", "female", "note"),
    "Infant mortality rate": ("total", "male", "female", "note"),
    "Median age": ("total", "male", "female", "note"),
    "Age structure": ("0-14 years", "15-24 years", "15-64 years", "25-54 years", "55-64 years", "65 years and over"),
    "Youth unemployment rate (ages 15-24)": ("total", "male", "female", "note"),
    "School life expectancy (primary to tertiary education)": ("total", "male", "female", "note"),
    "Sex ratio": (
        "at birth",
        "under 15 years",
        "0-14 years",
        "15-24 years",
        "15-64 years",
        "25-54 years",
        "55-64 years",
        "65 years and over",
        "total population",
    ),
    "Refugees and internally displaced persons": (
        "refugees (country of origin)",
        "refugees",
        "IDPs",
        "stateless persons",
        "note",
    ),
    "Trafficking in persons": ("current situation", "tier rating", "note"),
    "Citizenship": (
        "citizenship by birth",
        "citizenship by descent only",
        "citizenship by descent",
        "dual citizenship recognized",
        "residency requirement for naturalization",
        "note",
    ),
    "Child labor - children ages 5-14": ("total number", "percentage", "note"),
    "Electricity access": (
        "population without electricity",
        "electrification - total population",
        "electrification - urban areas",
        "electrification - rural areas",
    ),
    "Internet users": ("total", "percent of population", "note"),
    "Drinking water source": ("improved", "unimproved"),
    "Sanitation facility access": ("improved", "unimproved"),
}
_PART_NAMES = {
    "head of state": "chief of state",
    "elections/appointments": "elections",
    "election/appointment process": "elections",
    "refugees (country of origin)": "refugees",
    "total area": "total",
    "total population": "total",
    "land area": "land",
    "highest resident court(s)": "highest court(s)",
    "citizenship by descent": "citizenship by descent only",
    "0-14 years": "0-14 years",
}
_FURNITURE = re.compile(
    r"\s*country comparison to the world: ?\d+\.?|\(For more information visit the ?World Leaders website[^)]*\)", re.I
)


def pieces(entity: Entity) -> list[Piece]:
    """The pieces of an entity in order. Sections are left out; what is empty is left out."""
    found = []
    for field in entity.fields.values():
        # The table names the field alone; JSON puts its section before.
        path = field.path[1:] if len(field.path) > 1 else field.path
        head = _FIELDS.get(path[0], path[0])
        text = plain(_FURNITURE.sub("\n", field.text))
        if len(path) > 1:
            found.append(
                Piece(" > ".join((head, *(_PART_NAMES.get(part, part) for part in path[1:]))), text, field.locator)
            )
        else:
            found += _cut(head, text, field.locator)
    return [piece for piece in found if piece.text]


def _cut(head: str, text: str, locator: str) -> Iterator[Piece]:
    """A field's text cut at the labels of its parts; what stands before the first label keeps the field's name."""
    labels = _PARTS.get(head, ())
    if not labels:
        yield Piece(head, text, locator)
        return
    ordered = sorted(labels, key=len, reverse=True)
    pattern = re.compile(rf"(?:^|(?<=[\s;.)]))({'|'.join(re.escape(label) for label in ordered)}) ?(?::|--)\s*", re.I)
    ends = list(pattern.finditer(text))
    if not ends or ends[0].start():
        yield Piece(head, text[: ends[0].start() if ends else None].strip(), locator)
    for index, match in enumerate(ends):
        end = ends[index + 1].start() if index + 1 < len(ends) else None
        label = next(label for label in ordered if label.lower() == match[1].lower())
        content = text[match.end() : end].strip(" ;\n")
        yield Piece(f"{head} > {_PART_NAMES.get(label, label)}", content, locator)
