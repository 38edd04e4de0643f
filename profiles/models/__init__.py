"""What we state about countries: things, claims, and what joins them."""

from profiles.models.citations import Citation, Identifier
from profiles.models.conflicts import Check, Disagreement, Lead, Side
from profiles.models.countries import Country, CountryName, DocumentCountry
from profiles.models.elections import Election, Result, ResultOrganisation, ResultPerson
from profiles.models.events import CaseStep, Event, Involvement
from profiles.models.excerpts import (
    Excerpt,
    ExcerptCountry,
    ExcerptElection,
    ExcerptEvent,
    ExcerptPerson,
    ExcerptTheme,
)
from profiles.models.figures import Figure, Indicator, Unit
from profiles.models.government import Institution, Office, SeatBlock, Tenure
from profiles.models.law import Instrument, Step
from profiles.models.organisations import Organisation, OrganisationName, OrganisationStatus
from profiles.models.people import Person, PersonName
from profiles.models.population import Breakdown, Group, Share
from profiles.models.statements import Statement, Topic, TopicCode

__all__ = [
    "Breakdown",
    "CaseStep",
    "Check",
    "Citation",
    "Country",
    "CountryName",
    "Disagreement",
    "DocumentCountry",
    "Election",
    "Event",
    "Excerpt",
    "ExcerptCountry",
    "ExcerptElection",
    "ExcerptEvent",
    "ExcerptPerson",
    "ExcerptTheme",
    "Figure",
    "Group",
    "Identifier",
    "Indicator",
    "Institution",
    "Instrument",
    "Involvement",
    "Lead",
    "Office",
    "Organisation",
    "OrganisationName",
    "OrganisationStatus",
    "Person",
    "PersonName",
    "Result",
    "ResultOrganisation",
    "ResultPerson",
    "SeatBlock",
    "Share",
    "Side",
    "Statement",
    "Step",
    "Tenure",
    "Topic",
    "TopicCode",
    "Unit",
]
