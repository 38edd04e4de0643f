"""Datasets of excerpts and of what joins answers: disagreements, sides, leads, checks."""

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from profiles.datasets.base import Dataset, by_country, by_link
from profiles.datasets.claims import joined
from profiles.datasets.columns import Column, columns, permalink, thing_record
from profiles.datasets.things import ARC_DATASETS
from profiles.models import (
    Check,
    Disagreement,
    Excerpt,
    ExcerptCountry,
    ExcerptElection,
    ExcerptEvent,
    ExcerptPerson,
    ExcerptTheme,
    Lead,
    Side,
)
from profiles.models.conflicts import CLAIMS


def of_excerpt(links: Any, other: str) -> Dataset:
    """Declare a link table of excerpts."""
    return Dataset(
        f"excerpt-{'people' if other == 'person' else PLURALS[other]}",
        links,
        f"{PLURALS[other].capitalize()} of excerpts",
        f"Which {PLURALS[other]} an excerpt belongs to.",
        tuple(columns(links, f"excerpt {other}")),
        by_link("excerpt", ExcerptCountry.objects, "excerpt"),
        ("excerpt__key", f"{other}__key"),
    )


PLURALS = {"country": "countries", "theme": "themes", "election": "elections", "event": "events", "person": "people"}
CLAIM_COLUMN = Column("claim", thing_record(CLAIMS, ARC_DATASETS), "text", "The claim, written dataset/key.")


def side_value(path: str, words: str) -> Column:
    """Declare a column that every kind of claim has, taken from the one that is set."""
    carriers = [name if name != "share" else "share__breakdown" for name in CLAIMS]
    return Column(words, Coalesce(*(f"{name}__{path}" for name in carriers)), "text", f"The {words} of the claim.")


def side_speaker() -> Column:
    """Declare who speaks on a side: the named speaker, or the document's publisher."""
    carriers = [name if name != "share" else "share__breakdown" for name in CLAIMS]
    named = [f"{name}__speaker__key" for name in carriers]
    publishers = [f"{name}__document__publisher__key" for name in carriers]
    return Column("speaker", Coalesce(*named, *publishers), "text", "Who gives this answer.")


def other_answers() -> Any:
    """Number of other sides of the questions in which the lead's claim is a side."""

    def sides(name: str) -> Coalesce:
        same = Q(**{name: OuterRef(name)})
        others = (
            Side.objects.public()
            .filter(**{f"disagreement__sides__{name}": OuterRef(name)})
            .filter(~same | Q(**{f"{name}__isnull": True}))
        )
        count = others.order_by().annotate(one=Value(1)).values("one").annotate(n=Count("pk", distinct=True))
        return Coalesce(Subquery(count.values("n")), 0, output_field=IntegerField())

    first, *rest = (sides(name) for name in CLAIMS)
    return sum(rest, start=first)


ANSWERS = [
    Dataset(
        "excerpts",
        Excerpt,
        "Excerpts",
        "What sources say under rights themes: summaries in our words, quotations, translations.",
        tuple(
            columns(
                Excerpt,
                "key",
                [joined(ExcerptCountry, "excerpt", "countries", "country")],
                "document",
                ("publisher", "document__publisher__key"),
                [
                    Column(
                        "speaker_kind",
                        Coalesce("speaker__kind", "document__publisher__kind"),
                        "text",
                        "What kind of speaker says it.",
                    )
                ],
                "locator kind language heading text dated…",
                [
                    joined(ExcerptTheme, "excerpt", "themes", "theme"),
                    Column(
                        "verdict",
                        "quotation__verdict",
                        "text",
                        "Outcome of the check of a quotation: exact or normalised; empty for what is none.",
                    ),
                    permalink("/claims/excerpts/"),
                ],
            )
        ),
        by_link("pk", ExcerptCountry.objects, "excerpt"),
    ),
    of_excerpt(ExcerptCountry, "country"),
    of_excerpt(ExcerptTheme, "theme"),
    of_excerpt(ExcerptElection, "election"),
    of_excerpt(ExcerptEvent, "event"),
    of_excerpt(ExcerptPerson, "person"),
    Dataset(
        "disagreements",
        Disagreement,
        "Conflicting information",
        "Questions to which sources give answers that differ.",
        tuple(
            columns(
                Disagreement,
                "key country question reason within_one_document",
                ("note", "note_public"),
                [permalink("/claims/disagreements/")],
            )
        ),
        by_country("country__key"),
    ),
    Dataset(
        "sides",
        Side,
        "Sides",
        "The answers to each question in which sources differ.",
        tuple(
            columns(
                Side,
                "key disagreement position",
                [
                    side_speaker(),
                    side_value("document__key", "document"),
                    side_value("locator", "locator"),
                    CLAIM_COLUMN,
                    permalink("/claims/sides/"),
                ],
            )
        ),
        by_country("disagreement__country__key"),
    ),
    Dataset(
        "leads",
        Lead,
        "Answers shown first",
        "Which answer a page shows first, by which rule or for which reason.",
        tuple(
            columns(
                Lead,
                "key country question",
                [CLAIM_COLUMN],
                "rule reason",
                [
                    Column("other_answers", other_answers(), "integer", "Number of other answers held."),
                    permalink("/claims/leads/"),
                ],
            )
        ),
        by_country("country__key"),
    ),
    Dataset(
        "checks",
        Check,
        "Checks",
        "Who looked for what, where, on which day, and what came of it.",
        tuple(columns(Check, "key country subject checked_on sources outcome", [permalink("/claims/checks/")])),
        by_country("country__key"),
    ),
]
