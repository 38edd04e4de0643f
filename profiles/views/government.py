"""Offices and institutions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from profiles.models import Election, Identifier, Institution, Office, SeatBlock, Tenure
from profiles.pages import holders, linked
from profiles.pages.evidence import Evidence
from profiles.pages.moments import Moment
from profiles.pages.offices import block_lines, office_facts, overtaken, vacant
from profiles.pages.terms import since, standing
from profiles.views.asking import day_asked
from sources.asking import choice, only


@require_safe
def offices(request: HttpRequest) -> HttpResponse:
    """Who heads states and governments on a day (`?on=`), of one role (`?role=`), in the order of `?sort=`."""
    only(request, "role", "on", "sort")
    role = choice(request, "role", holders.ROLES)
    sort = choice(request, "sort", holders.SORTS, "country")
    day = day_asked(request, "on")
    found = holders.lines(day, role, sort)
    context = {
        "lines": found,
        "countries": len({line.country for line in found}),
        "day": day,
        "today": timezone.now().date(),
        "role": role,
        "roles": holders.ROLES,
        "sort": sort,
        "sorts": holders.SORTS,
    }
    return render(request, "profiles/offices.html", context, using="pages")


@require_safe
def office(request: HttpRequest, key: str) -> HttpResponse:
    """Who held it and since when, how the holder is chosen, how long a term is and who says otherwise."""
    found = get_object_or_404(Office.objects.public().select_related("country", "institution"), key=key)
    country = found.country.key if found.country else ""
    tenures = Tenure.objects.public().filter(office=found).select_related("person", "office")
    posts = linked.newest_first(tenures, "start")
    evidence = Evidence(found.country, found, *posts)
    moment = Moment(timezone.now().date())
    context = {
        "office": found,
        "vacant": vacant(found, posts, evidence),
        "facts": office_facts(found, evidence),
        "posts": [
            (row, standing(row, moment) + overtaken(row, posts), since(row), evidence.marks(row), evidence.others(row))
            for row in posts
        ],
        "elections": linked.newest_first(
            Election.objects.public().filter(office=found).select_related("institution"), "date"
        ),
        "statement_groups": linked.statements(country, office=found),
        "identifiers": Identifier.objects.public().filter(office=found),
    }
    return render(request, "profiles/office.html", context, using="pages")


@require_safe
def institution(request: HttpRequest, key: str) -> HttpResponse:
    """Its seats by way of filling, its offices, its parts, the elections to it, figures and statements about it."""
    found = get_object_or_404(Institution.objects.public().select_related("country", "part_of"), key=key)
    country = found.country.key if found.country else ""
    blocks = list(SeatBlock.objects.public().filter(institution=found))
    evidence = Evidence(found.country, found, *blocks)
    elections = Election.objects.public().filter(institution=found).select_related("institution", "country")
    context = {
        "institution": found,
        "name": evidence.fact(found, "Name", "name", found.name),
        "blocks": block_lines(blocks, evidence),
        "offices": Office.objects.public().filter(institution=found),
        "parts": Institution.objects.public().filter(part_of=found),
        "elections": linked.newest_first(elections, "date"),
        "figure_groups": linked.figures(country, institution=found),
        "statement_groups": linked.statements(country, institution=found),
        "identifiers": Identifier.objects.public().filter(institution=found),
    }
    return render(request, "profiles/institution.html", context, using="pages")
