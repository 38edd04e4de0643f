"""One vote."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from profiles.models import Election, Identifier
from profiles.pages import linked
from profiles.pages.evidence import Evidence
from profiles.pages.polls import election_facts
from profiles.pages.seats import chamber, seatings, totals
from profiles.pages.votes import standing, title


@require_safe
def election(request: HttpRequest, key: str) -> HttpResponse:
    """What was voted on and when, each source's own results, what observers say, and figures about it."""
    links = ("country", "institution", "office")
    found = get_object_or_404(Election.objects.public().select_related(*links), key=key)
    country = found.country.key
    evidence = Evidence(found.country, found)
    results = linked.results(country, election=found)
    body = chamber(found.institution, totals(found.institution))
    context = {
        "election": found,
        "title": title(found),
        "standing": standing(found, timezone.now().date()),
        "facts": election_facts(found, evidence),
        "results": results,
        "seatings": seatings([(line.row, line.answer.mark) for line in results], found.seats_at_stake, body),
        "statement_groups": linked.statements(country, election=found),
        "figure_groups": linked.figures(country, election=found),
        "chosen": linked.excerpts(country, excerpt_elections__election=found),
        "identifiers": Identifier.objects.public().filter(election=found),
    }
    return render(request, "profiles/election.html", context, using="pages")
