"""One body that publishes or speaks."""

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from sources.asking import only, page
from sources.models import Document, Publisher, Series
from sources.resting import ground
from sources.speakers import speaker

MOST = 200
MOST_SPOKEN = 400


@require_safe
def publisher(request: HttpRequest, key: str) -> HttpResponse:
    """What kind of speaker it is, its documents, and what it says in the documents of others."""
    only(request, "page")
    body = get_object_or_404(Publisher.objects.public(), key=key)
    newest_first = (F("published_latest").desc(nulls_last=True), "key")
    spoken = ground().spoken_by(body)
    documents = Document.objects.public().filter(publisher=body).order_by(*newest_first)
    republished = Document.objects.public().filter(republished_by=body).select_related("publisher")
    context = {
        "body": body,
        "kind": speaker(body.kind, body.home_country, body.home_country),
        "elsewhere": speaker(body.kind, body.home_country, ""),
        "home": ground().countries([body.home_country])[:1] if body.home_country else [],
        "documents": page(request, documents, documents.count(), MOST),
        "republished": republished.order_by(*newest_first)[:MOST],
        "series": Series.objects.public().filter(publisher=body)[:MOST],
        "spoken": ground().read(spoken[:MOST_SPOKEN]),
        "spoken_count": len(spoken),
    }
    return render(request, "sources/publisher.html", context, using="pages")
