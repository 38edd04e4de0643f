"""The names of fields through all editions from 1990 on: today's name of each, and the labels of parts inside a text.

Names are compared by their letters and digits alone, so that “Economy-overview”, “Economy--overview” and
“economy_overview” are one name, whatever the year's dashes and capitals.
"""

import functools
import re

from profiles.factbook.edition.scope import ELSEWHERE, FIELDS
from profiles.factbook.values.measures import MEASURES
from profiles.factbook.values.statements import STATED

# Fields of old that `old_forms` parts into others, and those that stand whole.
OF_OLD = (
    "Political parties",
    "Leaders",
    "Elections",
    "Defense expenditures",
    "National product",
    "National product per capita",
    "National product real growth rate",
)
# Names of fields in older editions, by today's.
OLDER = {
    "Political parties and leaders": "Political parties",
    "Urbanisation": "Urbanization",
    "Maternal mortality rate": "Maternal mortality ratio",
    "Unemployment, youth ages 15-24": "Youth unemployment rate (ages 15-24)",
    "GDP - per capita (PPP)": "Real GDP per capita",
    "GDP - per capita": "GDP per capita",
    "Real GDP per capita (PPP)": "Real GDP per capita",
    "GDP (purchasing power parity)": "Real GDP (purchasing power parity)",
    "GDP (purchasing power parity) - real": "Real GDP (purchasing power parity)",
    "GDP - real growth rate": "Real GDP growth rate",
    "Inflation rate - consumer price index": "Inflation rate (consumer prices)",
    "Distribution of family income - Gini index": "Gini Index coefficient - distribution of family income",
    "Gini Index": "Gini Index coefficient - distribution of family income",
    "Physicians density": "Physician density",
    "Health expenditures": "Health expenditure",
    "Current Health Expenditure": "Health expenditure",
    "Education expenditures": "Education expenditure",
    "Electricity - access": "Electricity access",
    "Real GDP growth rate (%)": "Real GDP growth rate",
    "Literacy rate": "Literacy",
    "Trafficking in people": "Trafficking in persons",
    "Population below the poverty line": "Population below poverty line",
    "HIV/AIDS - adult prevalence": "HIV/AIDS - adult prevalence rate",
    "Military expenditures - percent of GDP": "Military expenditures",
    "Type of government": "Government type",
    "Type": "Government type",
    "Head of State": "Executive branch",
    "Ethnic divisions": "Ethnic groups",
    "Religion": "Religions",
    "Language": "Languages",
    "Unemployment": "Unemployment rate",
    "Legislature": "Legislative branch",
    "Growth rate (population)": "Population growth rate",
}

_AGES = (
    "0-14 years",
    "under 15 years",
    "15-24 years",
    "15-64 years",
    "25-54 years",
    "55-64 years",
    "65 years and over",
)
_BY_SEX = ("total population", "total", "male", "female", "note")
_CHAMBER = (
    "legislature name",
    "legislative structure",
    "chamber name",
    "description",
    "number of seats",
    "electoral system",
    "scope of elections",
    "term in office",
    "most recent election date",
    "elections",
    "election results",
    "parties elected and seats per party",
    "parties elected",
    "percentage of women in chamber",
    "expected date of next election",
    "note",
)
# The labels of parts inside one text.
PARTS: dict[str, tuple[str, ...]] = {
    "Executive branch": (
        "chief of state",
        "co-chiefs of state",
        "head of state",
        "head of government",
        "cabinet",
        "elections/appointments",
        "election/appointment process",
        "elections",
        "most recent election date",
        "election results",
        "expected date of next election",
        "state counsellor",
        "note",
    ),
    "Legislative branch": _CHAMBER,
    "Legislative branch - lower chamber": _CHAMBER,
    "Legislative branch - upper chamber": _CHAMBER,
    "Judicial branch": (
        "highest court(s)",
        "highest resident court(s)",
        "highest court",
        "judge selection and term of office",
        "judge selection and terms of office",
        "judge selection and term office",
        "subordinate courts",
        "note",
    ),
    "Population": _BY_SEX,
    "Area": ("total", "total area", "land", "land area", "water", "water area", "comparative area", "note"),
    "Urbanization": ("urban population", "rate of urbanization", "note"),
    "Literacy": ("definition", *_BY_SEX),
    "Life expectancy at birth": _BY_SEX,
    "Infant mortality rate": _BY_SEX,
    "Median age": _BY_SEX,
    "Age structure": _AGES,
    "Labor force": ("total", "by occupation", "by sector"),
    "Youth unemployment rate (ages 15-24)": _BY_SEX,
    "School life expectancy (primary to tertiary education)": _BY_SEX,
    "Sex ratio": ("at birth", *_AGES, "total population", "all ages", "note"),
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
        "birthright citizenship",
        "citizenship by descent only",
        "citizenship by descent",
        "dual citizenship recognized",
        "residency requirement for naturalization",
        "note",
    ),
    "Child labor - children ages 5-14": ("total number", "percentage", "note"),
    "Child marriage": ("women married by age 15", "women married by age 18", "men married by age 18"),
    "Electricity access": (
        "population without electricity",
        "electrification - total population",
        "electrification - urban areas",
        "electrification - rural areas",
    ),
    "Education expenditure": ("Education expenditure (% GDP)", "Education expenditure (% national budget)"),
    "Health expenditure": (
        "Health expenditure (as % of GDP)",
        "Health expenditure (as % of national budget)",
    ),
    "Illicit drugs": ("USG identification",),
    "Internet users": ("total", "percent of population", "note"),
    "Drinking water source": ("improved", "unimproved"),
    "Sanitation facility access": ("improved", "unimproved"),
}
_PART_NAMES = {
    "head of state": "chief of state",
    "co-chiefs of state": "chief of state",
    "elections/appointments": "elections",
    "election/appointment process": "elections",
    "refugees (country of origin)": "refugees",
    "total area": "total",
    "total population": "total",
    "land area": "land",
    "water area": "water",
    "highest resident court(s)": "highest court(s)",
    "highest courts": "highest court(s)",
    "highest court": "highest court(s)",
    "judge selection and terms of office": "judge selection and term of office",
    "judge selection and term office": "judge selection and term of office",
    "birthright citizenship": "citizenship by birth",
    "citizenship by descent": "citizenship by descent only",
    "under 15 years": "0-14 years",
}


def bare(name: str) -> str:
    """A name's letters and digits in small letters, all else between them as one mark: “economy_overview”."""
    return re.sub(r"[\W_]+", "_", name.casefold()).strip("_")


@functools.cache
def _by_bare() -> dict[str, str]:
    heads = {name.partition(" > ")[0] for name in (*MEASURES, *STATED)}
    known = {bare(name): name for name in (*FIELDS, *ELSEWHERE, *heads, *PARTS, *OF_OLD)}
    return known | {bare(old): new for old, new in OLDER.items()}


def known_name(name: str) -> str:
    """Today's name of a field of any edition, or '' for what is no field of the Factbook."""
    return _by_bare().get(bare(name), "")


def part_name(head: str, part: str) -> str:
    """Today's name of a part of a field, with the blanks that a machine's name such as “0_14_years” lost."""
    # A number that slipped in front of a label: “97.1improved”.
    part = re.sub(r"^\d[\d.,]*(?=[a-z]{4})", "", part)
    labels = {bare(label): label for label in (*PARTS.get(head, ()), *_PART_NAMES)}
    found = labels.get(bare(part)) if "_" in part or part not in _PART_NAMES else part
    readable = part.replace("_", " ") if "_" in part and " " not in part else part
    return _PART_NAMES.get(found or readable, found or readable)
