"""One person in public life."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from profiles.models import Identifier, Person, PersonName, Tenure
from profiles.pages import linked
from profiles.pages.cases import proceedings
from profiles.pages.evidence import Evidence
from profiles.pages.moments import Moment
from profiles.pages.terms import since, standing


@require_safe
def person(request: HttpRequest, key: str) -> HttpResponse:
    """Names, posts with their evidence, results, cases led by where they stand, and texts that name the person."""
    found = get_object_or_404(Person.objects.public().select_related("country"), key=key)
    country = found.country.key if found.country else ""
    names = list(PersonName.objects.public().filter(person=found))
    posts = linked.newest_first(
        Tenure.objects.public().filter(person=found).select_related("office__country", "office__institution"), "start"
    )
    evidence = Evidence(found.country, found, *names, *posts)
    moment = Moment(timezone.now().date())
    context = {
        "person": found,
        "existence": evidence.marks(found),
        "names": [(row, evidence.marks(row), evidence.others(row)) for row in names if row.name != found.name],
        "posts": [(row, standing(row, moment), since(row), evidence.marks(row), evidence.others(row)) for row in posts],
        "results": linked.results(country, result_people__person=found),
        "proceedings": proceedings(linked.steps(person=found), country),
        "involvements": linked.involvements(country, person=found),
        "statement_groups": linked.statements(country, person=found),
        "chosen": linked.excerpts(country, excerpt_people__person=found),
        "identifiers": Identifier.objects.public().filter(person=found),
    }
    return render(request, "profiles/person.html", context, using="pages")
