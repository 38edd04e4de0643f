"""Which printed field is which indicator, with its unit: the one table that `quantities` reads by."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """What a field measures: keys of an indicator and of a unit, and what was counted where the field alone says it.

    `pairs` is for lists of numbers with a country each, `first_only` for a number with words behind a semicolon.
    `behind` is a pattern for the words that may follow the number: with others it counts something else; `told` is one
    for words that say which part of the whole was counted.
    """

    indicator: str
    unit: str
    counted: str = ""
    pairs: bool = False
    first_only: bool = False
    behind: str = ""
    told: str = ""

    @property
    def words_behind(self) -> str:
        """The pattern for the words that may follow the number: the measure's own, else its unit's."""
        return self.behind or _BEHIND.get(self.unit, "")


_BEHIND = {
    "percent": r"of (?:the )?(?:total )?population",
    "years": "years?",
    "km2": r"sq(?:uare)? ?km|km ?2|km²|square kilomet(?:er|re)s?",
    "per-1000": r"(?:births|deaths|(?:im)?migrants?(?: ?\(s\))?|beds|physicians|doctors)?"
    r" ?(?:/|per) ?1,?000(?: of)?(?: (?:the )?(?:population|live births|births|persons))?",
    "per-100000": r"deaths ?(?:/|per) ?100,?000(?: live births)?",
    "children-per-woman": r"children (?:born)? ?(?:/|per) ?woman",
}


def _by_sex(field: str, measure: Measure, total: str = "total") -> dict[str, Measure]:
    return {f"{field} > {part}": measure for part in (total, "male", "female")} | {field: measure}


_PERCENT, _YEARS, _PERSONS = "percent", "years", "persons"

# By the names of `layout`; years behind a name (“Unemployment rate 2024”) are taken off before it is looked up.
MEASURES: dict[str, Measure] = {
    **_by_sex("Population", Measure("population", _PERSONS)),
    **_by_sex("Median age", Measure("median-age", _YEARS)),
    **_by_sex("Infant mortality rate", Measure("infant-mortality", "per-1000")),
    **_by_sex("Life expectancy at birth", Measure("life-expectancy", _YEARS)),
    **_by_sex("Literacy", Measure("literacy-rate", _PERCENT)),
    **_by_sex("Youth unemployment rate (ages 15-24)", Measure("youth-unemployment", _PERCENT)),
    **_by_sex("School life expectancy (primary to tertiary education)", Measure("school-years", _YEARS)),
    "Area": Measure("area", "km2"),
    "Area > total": Measure("area", "km2"),
    "Area > land": Measure("area", "km2", "land"),
    "Area > water": Measure("area", "km2", "water"),
    "Age structure > 0-14 years": Measure("age-share", _PERCENT, "0-14 years"),
    "Age structure > 15-64 years": Measure("age-share", _PERCENT, "15-64 years"),
    "Age structure > 15-24 years": Measure("age-share", _PERCENT, "15-24 years"),
    "Age structure > 25-54 years": Measure("age-share", _PERCENT, "25-54 years"),
    "Age structure > 55-64 years": Measure("age-share", _PERCENT, "55-64 years"),
    "Age structure > 65 years and over": Measure("age-share", _PERCENT, "65 years and over"),
    "Population growth rate": Measure("population-growth", _PERCENT),
    "Birth rate": Measure("birth-rate", "per-1000"),
    "Death rate": Measure("death-rate", "per-1000"),
    "Net migration rate": Measure("net-migration-rate", "per-1000"),
    "Urbanization > urban population": Measure("urban-share", _PERCENT),
    "Urbanization > rate of urbanization": Measure("urbanisation-rate", _PERCENT, behind="annual rate of change"),
    "Maternal mortality ratio": Measure("maternal-mortality", "per-100000"),
    "Total fertility rate": Measure("fertility-rate", "children-per-woman"),
    "Mother's mean age at first birth": Measure("age-at-first-birth", _YEARS),
    "Contraceptive prevalence rate": Measure("contraceptive-prevalence", _PERCENT),
    "Child marriage > women married by age 15": Measure("child-marriage", _PERCENT, "women married by age 15"),
    "Child marriage > women married by age 18": Measure("child-marriage", _PERCENT, "women married by age 18"),
    "Child marriage > men married by age 18": Measure("child-marriage", _PERCENT, "men married by age 18"),
    "Child labor - children ages 5-14 > total number": Measure("child-labour", _PERSONS, "children aged 5 to 14"),
    "Child labor - children ages 5-14 > percentage": Measure("child-labour-share", _PERCENT, "children aged 5 to 14"),
    "Children under the age of 5 years underweight": Measure("underweight-children", _PERCENT),
    "Physician density": Measure("physicians", "per-1000"),
    "Hospital bed density": Measure("hospital-beds", "per-1000"),
    "Health expenditure": Measure("health-spending", _PERCENT, "of GDP", behind="of GDP"),
    "Health expenditure > Health expenditure (as % of GDP)": Measure(
        "health-spending", _PERCENT, "of GDP", behind="of GDP"
    ),
    "Education expenditure": Measure("education-spending", _PERCENT, "of GDP", behind="of GDP"),
    "Education expenditure > Education expenditure (% GDP)": Measure(
        "education-spending", _PERCENT, "of GDP", behind="of GDP"
    ),
    "Military expenditures": Measure("military-spending", _PERCENT, "of GDP", behind="of GDP"),
    "Military expenditures > Military Expenditures": Measure("military-spending", _PERCENT, "of GDP", behind="of GDP"),
    "Military expenditures > of GNP": Measure("military-spending", _PERCENT, "of GNP", behind="of GNP"),
    "HIV/AIDS - adult prevalence rate": Measure("hiv-prevalence", _PERCENT, "adults"),
    "HIV/AIDS - people living with HIV/AIDS": Measure("hiv-people", _PERSONS),
    "HIV/AIDS - deaths": Measure("hiv-deaths", _PERSONS),
    "Drinking water source > improved": Measure("drinking-water", _PERCENT, "improved source"),
    "Drinking water source > improved: total": Measure("drinking-water", _PERCENT, "improved source"),
    "Drinking water source > improved: urban": Measure("drinking-water", _PERCENT, "improved source, urban"),
    "Drinking water source > improved: rural": Measure("drinking-water", _PERCENT, "improved source, rural"),
    "Sanitation facility access > improved": Measure("sanitation", _PERCENT, "improved facility"),
    "Sanitation facility access > improved: total": Measure("sanitation", _PERCENT, "improved facility"),
    "Sanitation facility access > improved: urban": Measure("sanitation", _PERCENT, "improved facility, urban"),
    "Sanitation facility access > improved: rural": Measure("sanitation", _PERCENT, "improved facility, rural"),
    "Electricity access > electrification - total population": Measure("electricity-access", _PERCENT),
    "Electricity access > electrification - urban areas": Measure("electricity-access", _PERCENT, "urban areas"),
    "Electricity access > electrification - rural areas": Measure("electricity-access", _PERCENT, "rural areas"),
    "Electricity access > population without electricity": Measure("without-electricity", _PERSONS),
    "Real GDP (purchasing power parity)": Measure("gdp-ppp", "usd", "purchasing power parity"),
    "Real GDP per capita": Measure("gdp-per-capita", "usd", "purchasing power parity"),
    "Real GDP growth rate": Measure("gdp-growth", _PERCENT, "real"),
    "GDP": Measure("gdp", "usd", "conversion not stated"),
    "GDP per capita": Measure("gdp-per-capita", "usd", "conversion not stated"),
    "GDP per capita (official exchange rate)": Measure("gdp-per-capita", "usd", "official exchange rate"),
    "GNP": Measure("gnp", "usd", "conversion not stated"),
    "GNP (official exchange rate)": Measure("gnp", "usd", "official exchange rate"),
    "GNP (purchasing power parity)": Measure("gnp", "usd", "purchasing power parity"),
    "GNP per capita": Measure("gnp-per-capita", "usd", "conversion not stated"),
    "GNP per capita (official exchange rate)": Measure("gnp-per-capita", "usd", "official exchange rate"),
    "GNP per capita (purchasing power parity)": Measure("gnp-per-capita", "usd", "purchasing power parity"),
    "GNP growth rate": Measure("gnp-growth", _PERCENT, "real"),
    "GDP (official exchange rate)": Measure("gdp", "usd", "official exchange rate"),
    "Inflation rate (consumer prices)": Measure(
        "inflation", _PERCENT, "consumer prices", behind="annual rate|per year|annually"
    ),
    "Labor force": Measure("labour-force", _PERSONS, first_only=True),
    "Labor force > total": Measure("labour-force", _PERSONS, first_only=True),
    "Unemployment rate": Measure(
        "unemployment-rate",
        _PERCENT,
        behind=r"of (?:the )?(?:total )?(?:labor|work) ?force|unemployed|unemployment",
        told=r"(?:(?:of|includes(?: only)?) )?officially registered(?: unemployed| unemployment)?"
        r"|official (?:rate|estimate)|(?:in )?urban(?: areas)?|among adult males",
    ),
    "Population below poverty line": Measure("poverty-rate", _PERCENT),
    "Gini Index coefficient - distribution of family income": Measure("gini", "index"),
    "Internet users": Measure("internet-users", _PERSONS),
    "Internet users > total": Measure("internet-users", _PERSONS),
    "Internet users > percent of population": Measure("internet-share", _PERCENT),
    "Refugees and internally displaced persons > refugees": Measure("refugees", _PERSONS, pairs=True),
    "Refugees and internally displaced persons > IDPs": Measure("displaced-persons", _PERSONS),
    "Refugees and internally displaced persons > stateless persons": Measure("stateless-persons", _PERSONS),
    "Suffrage": Measure("voting-age", _YEARS, first_only=True, behind=r"years? of age\b.*"),
    "Legislative branch > percentage of women in chamber": Measure("women-in-parliament", _PERCENT),
    "Legislative branch - lower chamber > percentage of women in chamber": Measure(
        "women-in-parliament", _PERCENT, "lower chamber"
    ),
    "Legislative branch - upper chamber > percentage of women in chamber": Measure(
        "women-in-parliament", _PERCENT, "upper chamber"
    ),
}
