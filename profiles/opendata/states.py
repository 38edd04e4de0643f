"""Countries by Wikidata's number, by name, and by the names of folders and files such as armenia-ministers."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from profiles.factbook.edition.texts import word_set
from profiles.models import Country, CountryName, Identifier
from profiles.opendata.ranks import telling
from profiles.opendata.wikidata import Holding

# Names that folders and rows of data sets use, and that the tables of countries do not have or have for another State.
OTHER_NAMES = {
    "america": "USA",
    "burma": "MMR",
    "bvi": "VGB",
    "cape verde": "CPV",
    "congo brazzaville": "COG",
    "congo kinshasa": "COD",
    "czech": "CZE",
    "czech republic": "CZE",
    "drc": "COD",
    "east timor": "TLS",
    "great britain": "GBR",
    "hong kong": "HKG",
    "ivory coast": "CIV",
    "laos": "LAO",
    "macau": "MAC",
    "macao": "MAC",
    "macedonia": "MKD",
    "micronesia": "FSM",
    "moldova": "MDA",
    "north korea": "PRK",
    "palestine": "PSE",
    "russia": "RUS",
    "south korea": "KOR",
    "swaziland": "SWZ",
    "swiss": "CHE",
    "syria": "SYR",
    "tanzania": "TZA",
    "turkey": "TUR",
    "uae": "ARE",
    "uk": "GBR",
    "united kingdom": "GBR",
    "us": "USA",
    "usa": "USA",
    "usvi": "VIR",
    "vatican": "VAT",
    "vietnam": "VNM",
    "virgin islands": "VIR",
}
# What a folder holds, behind the name of its State. Any other word may be a part of the State, and makes it none.
_KINDS = word_set(
    "and api assembly cabinet cabinets chamber commons congress council current data deputies diet duma executive "
    "export federal government governments head heads historic holders html holders21 house knesset leader leaders "
    "legislators legislature lok lords member members minister ministers ministries ministry national of office "
    "officeholders official officials parliament people politicians position positions rada representatives results "
    "riksdag sabha scraped sejm senate the wikidata wikipedia world"
)


class States:
    """Tells which country a row, a folder or a file is of."""

    def __init__(self) -> None:
        rows = Identifier.objects.filter(scheme="wikidata", country__isnull=False)
        self.by_number = dict(rows.values_list("value", "country__key"))
        self.by_name = {_bare(name): key for name, key in CountryName.objects.values_list("name", "country__key")}
        self.words: dict[str, set[str]] = defaultdict(set)
        self.names: dict[str, list[str]] = defaultdict(list)
        known = list(Country.objects.values_list("key", "name", "slug"))
        for key, name, slug in known:
            self.by_name |= {_bare(name): key, _bare(slug): key}
            self.words[key] |= telling(name)
            self.names[key].append(name)
        keys = set(self.words)
        self.by_name |= {name: key for name, key in OTHER_NAMES.items() if key in keys}
        for name, key in self.by_name.items():
            self.names[key].append(name)
        self.parts: dict[frozenset[str], set[str]] = defaultdict(set)  # names by their words, small ones aside
        for key, name, _ in known:
            self.parts[_words(name)].add(key)

    def of(self, holding: Holding) -> str:
        """The country of a row; '' where it is none of ours."""
        return self.by_number.get(holding.country) or self.by_name.get(_bare(holding.country_name), "")

    def as_printed(self, country: str, holding: Holding) -> Holding:
        """The row; under another name than the country's, with its post as printed: whose it is, is not ours to say."""
        if self.by_name.get(_bare(holding.country_name)) == country or not holding.country_name:
            return holding
        if telling(holding.country_name) & self.words[country]:
            return holding
        return replace(holding, title=holding.printed, rank="other")

    def of_path(self, path: Path, folder: Path) -> tuple[str, str]:
        """The country that a file, or the nearest folder above it, is named after, and that name; '' for none.

        Above the folder that was asked for the search goes on only past names such as html or data.
        """
        top = folder.parent if folder == path else folder
        for each in (path, *path.parents):
            name = each.stem if each == path else each.name
            if country := self.of_name(name):
                return country, name
            if each != path and top not in each.parents and not set(_bare(name).split()) <= _KINDS:
                break
        return "", path.parent.name

    def of_name(self, name: str) -> str:
        """The country that a folder is named after: the name, and behind it what the folder holds.

        Guinea-Bissau is not Guinea: only words for lists of officials are left aside.
        """
        words = _bare(re.sub(r"[_.\s-]+", " ", name)).split()
        while words:
            plain = " ".join(words)
            spelt = [plain, re.sub(r"^st ", "saint ", plain), plain.removesuffix("s"), f"{plain} islands",
                     f"{plain.removesuffix('s')} islands"]  # fmt: skip
            country = next((self.by_name[each] for each in spelt if each in self.by_name), "")
            if country or (country := self._by_words(spelt)):
                return country
            if words.pop() not in _KINDS:
                return ""
        return ""

    def _by_words(self, spelt: Iterable[str]) -> str:
        """The only country whose name has these words and no others of weight: bosnia herzegovina."""
        for each in spelt:
            found = self.parts.get(_words(each), set())
            if len(found) == 1:
                return next(iter(found))
        return ""


def _bare(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold().replace("-", " ").replace("’", "'"))
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    return re.sub(r"^(?:the )?(?:(?:republic|kingdom) of )?(?:the )?", "", plain).strip()


def _words(name: str) -> frozenset[str]:
    """Words of a name without those that say what kind of State it is."""
    small = {"and", "the", "of", "republic", "state", "islands", "arabia", "darussalam"}
    return frozenset(re.findall(r"\w+", _bare(name))) - small
