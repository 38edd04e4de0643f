"""One event."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from profiles.models import Event, Identifier
from profiles.pages import linked
from profiles.pages.cases import proceedings
from profiles.pages.evidence import Evidence
from profiles.pages.tallies import counts


@require_safe
def event(request: HttpRequest, key: str) -> HttpResponse:
    """When and where; each source's own count, by what it counted; who had which part; cases; what texts say."""
    found = get_object_or_404(Event.objects.public().select_related("country"), key=key)
    country = found.country.key
    evidence = Evidence(found.country, found)
    facts = [
        evidence.fact(found, "Began", "start", edtf=found.start, note=found.start_note),
        evidence.fact(found, "Ended", "end", edtf=found.end, note=found.end_note),
        evidence.fact(found, "Place", "place", found.place),
        evidence.fact(found, "Kind", "kind", found.get_kind_display()),
        evidence.fact(found, "State", "state", found.get_state_display()),
    ]
    context = {
        "event": found,
        "facts": [fact for fact in facts if not fact.empty],
        "existence": evidence.marks(found, ""),
        "counts": counts(linked.figures(country, event=found)),
        "statement_groups": linked.statements(country, event=found),
        "involvements": linked.involvements(country, event=found),
        "proceedings": proceedings(linked.steps(event=found), country),
        "chosen": linked.excerpts(country, excerpt_events__event=found),
        "identifiers": Identifier.objects.public().filter(event=found),
    }
    return render(request, "profiles/event.html", context, using="pages")
