"""Kinds of speaker as pages show them: a word and a shape, never a colour alone, never a judgement. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Speaker:
    """How one kind of speaker is shown."""

    shape: str
    word: str
    group: str  # row or column of the theme matrix


OWN_GOVERNMENT = Speaker("■", "Government of the country", "The country's own government")
OTHER_GOVERNMENT = Speaker("□", "Another government", "Other governments")
UNNAMED = Speaker("?", "Publisher not known", "Unnamed")
_UN = "United Nations and other intergovernmental bodies"
KINDS = {
    "intergovernmental": Speaker("●", "Intergovernmental organisation", _UN),
    "treaty_body": Speaker("●", "UN treaty body", _UN),
    "special_procedure": Speaker("●", "UN special procedure", _UN),
    "ngo": Speaker("◆", "NGO", "NGOs"),
    "nhri": Speaker("◧", "National human rights institution", "National human rights institutions"),
    "court": Speaker("▲", "Court", "Courts"),
    "media": Speaker("▬", "Media", "Media"),
    "reference_work": Speaker("○", "Reference work", "Reference works"),
    "academic": Speaker("△", "Academic", "Academics"),
    "company": Speaker("▭", "Company", "Companies"),
    "person": Speaker("◇", "Person", "People"),
}


def speaker(kind: str, home_country: str, country: str) -> Speaker:
    """Return how a publisher of this kind is shown on the page of a country.

    `home_country` and `country` are alpha-3 keys; empty where there is none. An empty kind is an unnamed speaker.
    """
    if kind == "government":
        return OWN_GOVERNMENT if country and home_country == country else OTHER_GOVERNMENT
    return KINDS.get(kind, UNNAMED)
