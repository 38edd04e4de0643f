"""Rows of an older table that are no fields: parts that were made fields of their own, and fragments.

Whoever made the tables of 1990 to 1999 took each line that ended in a colon for a field. So the parts of a field
(“male”, “chief of state”) and the names of chambers stand as fields, and so do pieces of sentences. Which field a part
belongs to is told by the row above it and by what it says.
"""

import re
from dataclasses import dataclass

from profiles.factbook.edition.field_names import bare, known_name

_OFFICE = re.compile(r"(?:chiefs? of state|heads? of government)", re.I)
_PARTIES = re.compile(
    r"\b(?:part(?:y|ies)|coalition|opposition|bloc|front|alliance|radical|left|right|center|other)\b", re.I
)
_VOTED = re.compile(
    r"^(?:elections?\b|last |next |first |consists|results|appointed|members\b|\d+[- ]members?|seats\b)"
    r"|\b(?:last|first|next|to be) (?:to be )?held\b|\bseats - |\(\d+ total\)|\bpercent of (?:the )?vote\b",
    re.I,
)
_BODY = re.compile(
    r"\b(?:president|governor|chancellor|assembly|assemblee|asamblea|parliament|senate|senat|council|house|chamber|"
    r"congress|diet|duma|sejm|riksdag|folketing|staten|storting|knesset|soviet|hural|court|commission|legislature|"
    r"commissioner|mayor|premier|prime minister|vice president)\b",
    re.I,
)
# Parts of fields by the field that they belong to; '' where the field above is the one.
_SEX = {"total_population", "male", "female", "tatal_population", "total_populations"}
_AREA = {"total_area": "total", "land_area": "land", "water_area": "water", "comparative_area": "comparative area"}


@dataclass
class Rows:
    """Walks through the rows of one entity; knows the last field, and which branch of government is being told."""

    field: str = ""
    after: str = ""

    def place(self, label: str, text: str) -> tuple[str, str] | None:
        """Field and part that a row belongs to, with '' for no part; None for what is no field of the Factbook."""
        if bare(label) in _AREA:
            return "Area", _AREA[bare(label)]
        if bare(label) in _SEX and label[:1].islower():
            return self._by_sex(text), "total" if "population" in label else label
        if _OFFICE.search(label) and len(label) < 90:
            self.field = "Executive branch"
            return "Leaders", label
        name = known_name(label)
        if name:
            self.field = name
            self.after = name if name.endswith(" branch") else self.after
            return name, ""
        if self.field in {"Political parties", "Judicial branch"} and _PARTIES.search(label):
            return "Political parties", ""
        if self.after and _VOTED.search(text) and (_BODY.search(label) or label[:1].isupper()):
            return "Elections", label
        return None

    def _by_sex(self, text: str) -> str:
        """A share is of those who read and write, a number of years is what one may expect to live."""
        if "%" in text:
            return "Literacy"
        if re.search(r"\byears?\b", text) or self.field != "Literacy":
            return "Life expectancy at birth"
        return "Literacy"
