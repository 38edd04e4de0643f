"""Where the copies of data sets come from, and who publishes them.

A copy is known by the SHA-256 of its file: of another edition of the same file, neither commit nor day may be said.
"""

from dataclasses import dataclass

WIKIDATA = "wikidata-officials"
PARLGOV = "parlgov"
WORLD_BANK = "world-bank-population"


@dataclass(frozen=True)
class Source:
    """A data set: its publisher, who keeps the copy, series, licence, and where it is on GitHub."""

    publisher: str
    kept_by: str
    series: str
    licence: str
    authors: str = ""


@dataclass(frozen=True)
class Copy:
    """One known copy: repository and commit on GitHub, when it came out, and why we say so."""

    repository: str
    commit: str
    published: str
    note: str


SOURCES = {
    "worldbank": Source("world-bank", "datasets-github", WORLD_BANK, "cc-by-4.0"),
    "parlgov": Source("parlgov", "", PARLGOV, "cc0-1.0", "Döring; Quaas; Hesse; Manow"),
    "wikidata": Source("wikidata", "every-politician", WIKIDATA, "cc0-1.0"),
}
# Key, name, short name, kind, home page, what it exists for, whose interest.
PUBLISHERS = (
    (
        "world-bank", "World Bank", "World Bank", "intergovernmental", "https://data.worldbank.org",
        "Lends to States and keeps statistics of all economies, most of them from national and UN offices.",
        "Owned by its member States.",
    ),
    (
        "parlgov", "ParlGov: parliaments and governments database", "ParlGov", "academic", "https://www.parlgov.org",
        "Political scientists' database of parties, elections and cabinets in European and OECD democracies.",
        "University research.",
    ),
    (
        "wikidata", "Wikidata", "Wikidata", "reference_work", "https://www.wikidata.org",
        "Structured data that anyone may edit; beside Wikipedia.",
        "Written by volunteers; what it rests on differs from entry to entry.",
    ),
    (
        "every-politician", "EveryPolitician scrapers", "EveryPolitician", "reference_work",
        "https://github.com/every-politician-scrapers",
        "Keeps the results of queries for holders of public office.",
        "",
    ),
)  # fmt: skip
SERIES = (
    (WORLD_BANK, "Population, total (SP.POP.TOTL)", "world-bank", "https://github.com/datasets/population"),
    (PARLGOV, "ParlGov", "parlgov", "https://www.parlgov.org"),
    (WIKIDATA, "Holders of public office, from Wikidata", "wikidata", "https://github.com/every-politician-scrapers"),
)

_QUERIED = ("2022-07/2023-01", "The results of the queries are dated from July 2022 to January 2023.")
_VERSION = ("2023-11-04", "Day of this version of the data; the copy was kept on 31 December 2025.")
_PARLGOV = ("hdigital/parlgov", "0ba28261cf93decd70199d44ebcfea4b77b2d8db", *_VERSION)


def _scraped(repository: str, commit: str) -> Copy:
    return Copy(f"every-politician-scrapers/{repository}", commit, *_QUERIED)


COPIES = {
    "7d2dd6a17f5ed7916de1f89a9c116791e64d207f2e2f6ce47c57e1ab46f0088a": Copy(
        "datasets/population",
        "425fc447a53a26c767a15a7de60c4cc2478a0595",
        "2026-03-06",
        "Day of the copy on GitHub.",
    ),
    "7a80fe663d5ff2d3d1e0c2aa8b2e1e70e2d9c3655e90ffff28a5040ecb52288b": Copy(*_PARLGOV),
    "cfdf17967312ed637466fc2d12621211e32758b668611484ac27724be924e565": Copy(*_PARLGOV),
    "b8c6006c0a30e8830e13f1a9834e138722fe0de0761ddc44cf9b1667bbcad8ba": Copy(*_PARLGOV),
    "51dd767ea29b7877c74b49b2100dda869604dd26b97eff7e99197b9daa043376": _scraped("armenia-ministers", "0f97f89"),
    "44b417490c01d42324abf85c06c34adfd4da22101baed5d8a4a4dc63c509465a": _scraped("belarus-ministers", "3edd7c7"),
    "5975d939dd8262a3a6e7db708cddfe9bd2d518e7da48102afd4d34ce1ea94e41": _scraped("brazil-ministers", "de58065"),
    "ed28282931a5205292a7d346b8616b6ca1f6f5002a06ce18c5e78bbb7423e531": _scraped("china-ministers", "3003416"),
    "503fdfc7dbeace042a4e8f117dfff93fce0eabf5bd55841855084150812bbeea": _scraped("france-cabinet", "7ff37ba"),
    "08e32228559a8ced60b2c29ecff2a309161eb35794e6879fb635c76c2be43f56": _scraped("iran-ministers", "a8e7c2f"),
    "3e0722084f8eea15a688cd9a1da0122692dd8edcc8bfd2195c672bb963c7043e": _scraped("kazakhstan-cabinet", "caf651f"),
    "037366cebfa42acce2e3a1819c4d37b04b200978b1ccde413bd7f8393526e90f": _scraped("kosovo-cabinet", "66ca1f4"),
    "f6eeadec9435fc0130be51c58d72f47a69f76bd35cbd1d92979cb8fd698dcce5": _scraped("pakistan-ministers", "065accd"),
    "308a82681a2bc98975e17f180bc66226a82237afce521b7514cc685e969edb68": _scraped("russia-cabinet", "3871831"),
    "8312661985558772f0a91c601f2cdf537c99714a6d8d4d09f1219ba45f0f5b3f": _scraped("tajikistan-ministers", "3039beb"),
    "c6edf3e1f7f87e1810e42f02faeb4280707173541c64f8d2b7e17edb15a71fb8": _scraped("turkey-ministers", "288fbd4"),
    "f1e6530d076b284c686dea179c2247ba94be20d6a7ba19571c37188607adf5f9": _scraped("ukraine-cabinet", "4fc6ab0"),
    "8716cc47d08bcf4456386e90e42a2f18a95425f6585a891c95c5c4de03b7f2ce": _scraped("united-kingdom-cabinet", "3a5ec68"),
    "d3c52b5fc4e73278e8e5eea11bb2076569bc9a130c908f94e863edac4b8da31e": _scraped("uzbekistan-ministers", "b7cd8a1"),
    "8f625bf0c89411b3dec0654fe0674e92c1e4712e6854ca4de772b2fbf71c7b15": _scraped("world-leaders-2021", "be7039c"),
}
