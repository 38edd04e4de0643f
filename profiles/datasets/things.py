"""Datasets of things: what exists whether or not a source mentions it."""

from profiles.datasets.base import Dataset, any_of, by_country, by_link
from profiles.datasets.columns import Column, columns, first_set, permalink, place, thing_record, thing_tail
from profiles.models import (
    Citation,
    Country,
    CountryName,
    Election,
    Event,
    Identifier,
    Institution,
    Instrument,
    Office,
    Organisation,
    OrganisationName,
    OrganisationStatus,
    Person,
    PersonName,
    SeatBlock,
    Step,
    Tenure,
)
from profiles.models.citations import CITED, IDENTIFIED

# Which dataset each key of an arc points to; a test holds it against the declarations.
ARC_DATASETS = {
    "country": "countries",
    "country_name": "country-names",
    "person": "people",
    "person_name": "person-names",
    "organisation": "organisations",
    "organisation_name": "organisation-names",
    "organisation_status": "organisation-statuses",
    "institution": "institutions",
    "seat_block": "seat-blocks",
    "office": "offices",
    "tenure": "tenures",
    "election": "elections",
    "event": "events",
    "instrument": "instruments",
    "step": "steps",
    "figure": "figures",
    "statement": "statements",
    "breakdown": "breakdowns",
    "share": "shares",
    "result": "results",
    "involvement": "involvements",
    "case_step": "case-steps",
    "citation": "citations",
}
# Where the country of each kind of thing stands, seen from a row that points to it.
COUNTRY_PATHS = {
    "country": "country__key",
    "country_name": "country_name__country__key",
    "person": "person__country__key",
    "person_name": "person_name__person__country__key",
    "organisation": "organisation__country__key",
    "organisation_name": "organisation_name__organisation__country__key",
    "organisation_status": "organisation_status__organisation__country__key",
    "institution": "institution__country__key",
    "seat_block": "seat_block__institution__country__key",
    "office": "office__country__key",
    "tenure": "tenure__office__country__key",
    "election": "election__country__key",
    "event": "event__country__key",
    "instrument": "instrument__country__key",
    "step": "step__country__key",
}


def record_columns(names: tuple[str, ...]) -> list[Column]:
    """Declare which row an arc points to: its dataset and `<dataset>/<key>`."""
    return [
        Column("dataset", first_set(names, ARC_DATASETS), "text", "The dataset of the record."),
        Column("record", thing_record(names, ARC_DATASETS), "text", "The record, written dataset/key."),
    ]


THINGS = [
    Dataset(
        "countries",
        Country,
        "Countries",
        "States and territories with a code of their own, and former states.",
        tuple(
            columns(
                Country,
                "key alpha2 m49 gec slug name official_name region subregion un_status iso_status capital",
                "un_member_since… successor",
                thing_tail("country"),
                [place(("/countries/", "slug", "/"))],
            )
        ),
        by_country("key"),
    ),
    Dataset(
        "country-names",
        CountryName,
        "Names of countries",
        "Names of countries in several languages: the UN's, their own, and former ones.",
        tuple(
            columns(
                CountryName,
                "key country name language kind valid_from… valid_to…",
                thing_tail("country_name"),
                [permalink("/claims/country-names/")],
            )
        ),
        by_country("country__key"),
    ),
    Dataset(
        "identifiers",
        Identifier,
        "Identifiers",
        "The names that other lists give to our records.",
        tuple(
            columns(
                Identifier,
                "key",
                record_columns(IDENTIFIED)[1:],
                "scheme value",
                [permalink("/claims/identifiers/")],
            )
        ),
        by_country(*(COUNTRY_PATHS[name] for name in IDENTIFIED)),
    ),
    Dataset(
        "people",
        Person,
        "People",
        "People in public life whom sources name. Everyone else is left out.",
        tuple(
            columns(
                Person, "key country name basis", thing_tail("person", "person_name__person"), [permalink("/people/")]
            )
        ),
        any_of(by_country("country__key"), by_link("pk", Tenure.objects, "person", "office__country__key")),
    ),
    Dataset(
        "person-names",
        PersonName,
        "Names of people",
        "Forms of people's names as sources print them.",
        tuple(
            columns(
                PersonName,
                "key person name language kind",
                thing_tail("person_name"),
                [permalink("/claims/person-names/")],
            )
        ),
        by_country("person__country__key"),
    ),
    Dataset(
        "organisations",
        Organisation,
        "Organisations",
        "Parties, movements, media outlets, companies and other bodies.",
        tuple(
            columns(
                Organisation,
                "key country name kind",
                thing_tail("organisation"),
                [permalink("/organisations/")],
            )
        ),
        by_country("country__key"),
    ),
    Dataset(
        "organisation-names",
        OrganisationName,
        "Names of organisations",
        "Forms of organisations' names as sources print them.",
        tuple(
            columns(
                OrganisationName,
                "key organisation name language kind",
                thing_tail("organisation_name"),
                [permalink("/claims/organisation-names/")],
            )
        ),
        by_country("organisation__country__key"),
    ),
    Dataset(
        "organisation-statuses",
        OrganisationStatus,
        "Statuses of organisations",
        "Legal standings of organisations over time: registered, unregistered, banned.",
        tuple(
            columns(
                OrganisationStatus,
                "key organisation standing valid_from… valid_to… last_attested…",
                thing_tail("organisation_status"),
                [permalink("/claims/organisation-statuses/")],
            )
        ),
        by_country("organisation__country__key"),
    ),
    Dataset(
        "institutions",
        Institution,
        "Institutions",
        "Standing bodies of States, and international bodies that countries are elected to.",
        tuple(
            columns(
                Institution,
                "key country name kind part_of",
                thing_tail("institution"),
                [permalink("/institutions/")],
            )
        ),
        by_country("country__key"),
    ),
    Dataset(
        "seat-blocks",
        SeatBlock,
        "Seats by way of filling",
        "Seats of institutions by the IPU's mode of designation; a total is a block of its own, never a summand.",
        tuple(
            columns(
                SeatBlock,
                "key",
                ("country", "institution__country__key"),
                "institution seats derived method chosen_by term_years valid_from… valid_to…",
                thing_tail("seat_block"),
                [permalink("/claims/seat-blocks/")],
            )
        ),
        by_country("institution__country__key"),
    ),
    Dataset(
        "offices",
        Office,
        "Offices",
        "Posts that people hold, with or without a known holder.",
        tuple(
            columns(
                Office,
                "key country title rank head_of_state head_of_government holders institution how_chosen term_years",
                thing_tail("office"),
                [permalink("/offices/")],
            )
        ),
        by_country("country__key"),
    ),
    Dataset(
        "tenures",
        Tenure,
        "Tenures",
        "Who held which office, from when to when, and until when that is attested.",
        tuple(
            columns(
                Tenure,
                "key",
                ("country", "office__country__key"),
                "office",
                ("office_title", "office__title"),
                ("office_rank", "office__rank"),
                "person",
                ("person_name", "person__name"),
                "start… end… ended start_kind end_kind last_attested… acting",
                thing_tail("tenure"),
                [permalink("/claims/tenures/")],
            )
        ),
        by_country("office__country__key"),
    ),
    Dataset(
        "elections",
        Election,
        "Elections",
        "Votes held, scheduled, moved or cancelled.",
        tuple(
            columns(
                Election,
                "key country kind method timing round institution office date… state seats_at_stake",
                thing_tail("election"),
                [permalink("/elections/")],
            )
        ),
        by_country("country__key"),
    ),
    Dataset(
        "events",
        Event,
        "Events",
        "What happened or was planned, named by place and date.",
        tuple(
            columns(
                Event,
                "key country kind title place start… end… state doubt",
                thing_tail("event"),
                [permalink("/events/")],
            )
        ),
        by_country("country__key"),
    ),
    Dataset(
        "instruments",
        Instrument,
        "Instruments",
        "Treaties, constitutions, laws, plans and judgments.",
        tuple(
            columns(
                Instrument,
                "key kind title symbol country",
                thing_tail("instrument", "step__instrument"),
                [permalink("/claims/instruments/")],
            )
        ),
        any_of(by_country("country__key"), by_link("pk", Step.objects, "instrument")),
    ),
    Dataset(
        "steps",
        Step,
        "Steps",
        "What countries did with instruments: signed, ratified, amended.",
        tuple(
            columns(
                Step,
                "key country instrument stage date…",
                thing_tail("step"),
                [permalink("/claims/steps/")],
            )
        ),
        by_country("country__key"),
    ),
    Dataset(
        "citations",
        Citation,
        "Citations",
        "Which document, at which place, supports or disputes a field of a thing.",
        tuple(
            columns(
                Citation,
                "key",
                record_columns(CITED),
                "field stance value printed document locator speaker",
                [permalink("/claims/citations/")],
            )
        ),
        by_country(*(COUNTRY_PATHS[name] for name in CITED)),
    ),
]
