"""Datasets of claims: what sources say, and the vocabularies that claims need."""

from typing import Any

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from profiles.datasets.base import Dataset, by_country
from profiles.datasets.columns import Column, claim_tail, columns, listed, permalink, thing_record
from profiles.datasets.things import ARC_DATASETS
from profiles.models import (
    Breakdown,
    CaseStep,
    Figure,
    Group,
    Indicator,
    Involvement,
    Result,
    ResultOrganisation,
    ResultPerson,
    Share,
    Statement,
    Topic,
    TopicCode,
    Unit,
)
from profiles.models.things import THINGS


def visible_shares() -> Any:
    """Shares of the outer breakdown that visitors see, gathered for one value."""
    return Share.objects.public().filter(breakdown=OuterRef("pk")).order_by().values("breakdown")


def share_sum() -> Subquery:
    """Sum of the top-level shares in per cent; nothing where one of them is no single number."""
    single = Count("pk", filter=Q(qualifier__in=["unqualified", "about"]))
    top = visible_shares().filter(parent__isnull=True).annotate(single=single, every=Count("pk"), total=Sum("low"))
    return Subquery(top.annotate(sum=Case(When(single=F("every"), then=F("total")))).values("sum"))


def share_count() -> Coalesce:
    """Number of lines, nested ones included."""
    return Coalesce(Subquery(visible_shares().annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField())


def joined(links: Any, own: str, value: str, words: str) -> Column:
    """Declare a cell that lists the public rows that a link table joins to this one."""
    rows = links.objects.public().filter(**{own: OuterRef("pk")})
    return Column(value, listed(rows, f"{words}__key", f"{words}__key"), "text", "Keys joined by semicolons.")


CLAIMS = [
    Dataset(
        "results",
        Result,
        "Results",
        "What each source says was won in an election; one row per source, never averaged.",
        tuple(
            columns(
                Result,
                "key",
                ("country", "election__country__key"),
                "election label",
                [
                    joined(ResultPerson, "result", "people", "person"),
                    joined(ResultOrganisation, "result", "organisations", "organisation"),
                ],
                "round part_of share_low share_high share_qualifier share_of votes votes_qualifier seats "
                "seats_qualifier",
                claim_tail(Result, "results"),
            )
        ),
        by_country("election__country__key"),
    ),
    Dataset(
        "breakdowns",
        Breakdown,
        "Breakdowns",
        "How sources divide a population by ethnic group, religion or language.",
        tuple(
            columns(
                Breakdown,
                "key country kind source_type as_of… population_base several_answers",
                [
                    Column("share_count", share_count(), "integer", "Number of lines, nested ones included."),
                    Column(
                        "share_sum",
                        share_sum(),
                        "number",
                        "Sum of the top-level shares in per cent; empty where a share is no single number. Never "
                        "rescaled.",
                    ),
                ],
                claim_tail(Breakdown, "breakdowns"),
            )
        ),
        by_country("country__key"),
    ),
    Dataset(
        "shares",
        Share,
        "Shares",
        "The lines of breakdowns, with the label as printed beside the group we read it as.",
        tuple(
            columns(
                Share,
                "key",
                ("country", "breakdown__country__key"),
                "breakdown",
                ("kind", "breakdown__kind"),
                ("source_type", "breakdown__source_type"),
                ("as_of…", "breakdown__as_of"),
                "position parent",
                ("class", "share_class"),
                "label group low high qualifier",
                [Column("unit", Value("percent"), "text", "Unit of low and high: always percent.")],
                claim_tail(Share, "shares", "breakdown__"),
            )
        ),
        by_country("breakdown__country__key"),
    ),
    Dataset(
        "figures",
        Figure,
        "Figures",
        "Numbers that sources give, with what they count; one row per source, never averaged.",
        tuple(
            columns(
                Figure,
                "key country indicator event institution election organisation partner period… low high qualifier "
                "unit counted outcome actor place of_total",
                claim_tail(Figure, "figures"),
            )
        ),
        by_country("country__key"),
    ),
    Dataset(
        "statements",
        Statement,
        "Statements",
        "What sources say on a topic, as a code of its list or in our words.",
        tuple(
            columns(
                Statement,
                "key country topic",
                [
                    Column(
                        "subject", thing_record(THINGS, ARC_DATASETS), "text", "What it is about, written dataset/key."
                    )
                ],
                "partner",
                ("code", "code__code"),
                "text as_of…",
                claim_tail(Statement, "statements"),
            )
        ),
        by_country("country__key"),
    ),
    Dataset(
        "involvements",
        Involvement,
        "Involvements",
        "What sources say of the part that somebody had in an event.",
        tuple(
            columns(
                Involvement,
                "key",
                ("country", "event__country__key"),
                "event role person",
                ("person_name", "person__name"),
                "organisation group_label",
                claim_tail(Involvement, "involvements"),
            )
        ),
        by_country("event__country__key"),
    ),
    Dataset(
        "case-steps",
        CaseStep,
        "Steps of cases",
        "What sources say of the steps of proceedings: charge, trial, verdict, appeal.",
        tuple(
            columns(
                CaseStep,
                "key country person",
                ("person_name", "person__name"),
                "group_label proceeding",
                ("status", "case_status"),
                "charge court sentence_low sentence_high sentence_unit date… event",
                claim_tail(CaseStep, "case-steps"),
            )
        ),
        by_country("country__key"),
    ),
    Dataset(
        "result-people",
        ResultPerson,
        "People of results",
        "Whose result it is.",
        tuple(columns(ResultPerson, "result person")),
        by_country("result__election__country__key"),
        ("result__key", "person__key"),
    ),
    Dataset(
        "result-organisations",
        ResultOrganisation,
        "Organisations of results",
        "Which organisation's result it is; a joint list has several.",
        tuple(columns(ResultOrganisation, "result organisation")),
        by_country("result__election__country__key"),
        ("result__key", "organisation__key"),
    ),
    Dataset(
        "groups",
        Group,
        "Groups",
        "Ethnic groups, religions and languages under one name each.",
        tuple(columns(Group, "key kind name broader", [permalink("/groups/")])),
    ),
    Dataset(
        "units",
        Unit,
        "Units",
        "Units of measure.",
        tuple(columns(Unit, "key name sign", [permalink("/claims/units/")])),
    ),
    Dataset(
        "indicators",
        Indicator,
        "Indicators",
        "What figures measure.",
        tuple(columns(Indicator, "key name definition unit part shelf_life_months", [permalink("/indicators/")])),
    ),
    Dataset(
        "topics",
        Topic,
        "Topics",
        "What statements are about.",
        tuple(columns(Topic, "key name question part scale shelf_life_months", [permalink("/claims/topics/")])),
    ),
    Dataset(
        "topic-codes",
        TopicCode,
        "Codes of topics",
        "The answers that statements of a topic may give as a code.",
        tuple(columns(TopicCode, "key topic code name position", [permalink("/claims/topic-codes/")])),
    ),
]
