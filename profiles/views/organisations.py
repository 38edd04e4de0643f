"""One party, movement, media outlet, company or other body."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from profiles.models import Identifier, Organisation, OrganisationName, OrganisationStatus
from profiles.pages import linked
from profiles.pages.evidence import Evidence


@require_safe
def organisation(request: HttpRequest, key: str) -> HttpResponse:
    """Its names, its legal standing over time, its results, and what sources say of it."""
    found = get_object_or_404(Organisation.objects.public().select_related("country"), key=key)
    country = found.country.key if found.country else ""
    names = list(OrganisationName.objects.public().filter(organisation=found))
    standings = linked.newest_first(OrganisationStatus.objects.public().filter(organisation=found), "valid_from")
    evidence = Evidence(found.country, found, *names, *standings)
    context = {
        "organisation": found,
        "name": evidence.fact(found, "Name", "name", found.name),
        "existence": evidence.marks(found),
        "names": [(row, evidence.marks(row), evidence.others(row)) for row in names if row.name != found.name],
        "standings": [(row, evidence.marks(row), evidence.others(row)) for row in standings],
        "results": linked.results(country, result_organisations__organisation=found),
        "figure_groups": linked.figures(country, organisation=found),
        "involvements": linked.involvements(country, organisation=found),
        "statement_groups": linked.statements(country, organisation=found),
        "identifiers": Identifier.objects.public().filter(organisation=found),
    }
    return render(request, "profiles/organisation.html", context, using="pages")
