"""Pages about the site, and what machines ask of it."""

from functools import cache

from django.core.exceptions import BadRequest
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from profiles.pages import addresses, holdings
from sources import wording
from sources.models.base import Qualifier, Relation, ValueState
from sources.speakers import KINDS, OTHER_GOVERNMENT, OWN_GOVERNMENT, UNNAMED

MOST_ADDRESSES = 50_000  # in one sitemap, by the protocol


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """How claims, sources, marks, numbers, dates, people and conflicts are handled."""
    shapes: dict[str, list[str]] = {}
    for kind in (OWN_GOVERNMENT, OTHER_GOVERNMENT, *KINDS.values(), UNNAMED):
        shapes.setdefault(kind.shape, []).append(kind.word)
    context = {
        "shapes": list(shapes.items()),
        "relations": Relation.choices,
        "qualifiers": Qualifier.choices,
        "states": [words for code, words in ValueState.choices if code != ValueState.STATED],
        "verbs": wording.VERBS,
    }
    return render(request, "profiles/method.html", context, using="pages")


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    """What is held, country by country and table by table, and what is not here."""
    found = holdings.holdings()
    context = {"holdings": found, "tables": holdings.tables(), "totals": holdings.totals()}
    return render(request, "profiles/coverage.html", context, using="pages")


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """How to report an error, and what was corrected."""
    return render(request, "profiles/corrections.html", using="pages")


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked."""
    return plain("ok")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers and has every migration that this code brings; 503 and the reason otherwise."""
    try:
        missing = migrations() - set(MigrationRecorder(connection).applied_migrations())
    except Error:
        return plain("not ready: the database does not answer", 503)
    if missing:
        words = "1 migration is" if len(missing) == 1 else f"{len(missing)} migrations are"
        return plain(f"not ready: {words} not applied", 503)
    return plain("ready")


@cache
def migrations() -> frozenset[tuple[str, str]]:
    """Return the migrations of this code; files do not change while a process runs."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)


def plain(text: str, status: int = 200) -> HttpResponse:
    """Return one line of plain text."""
    return HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8", status=status)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Where machines need not look, and where the sitemap is."""
    sitemap = request.build_absolute_uri("/sitemap.xml")
    return plain(f"User-agent: *\nDisallow: /admin/\n\nSitemap: {sitemap}")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """All public pages; where they are too many for one file, an index of parts."""
    here = request.build_absolute_uri("/").rstrip("/")
    parts = -(-addresses.number_of_pages() // MOST_ADDRESSES)
    asked = request.GET.get("part", "")
    if asked and asked not in [str(number) for number in range(1, parts + 1)]:
        raise BadRequest(f"part={asked[:40]}: the sitemap has {parts} {'part' if parts == 1 else 'parts'}.")
    if parts > 1 and not asked:
        context = {"here": here, "parts": range(1, parts + 1), "paths": ()}
    else:
        start = (int(asked or 1) - 1) * MOST_ADDRESSES
        context = {"here": here, "parts": (), "paths": addresses.paths(start, start + MOST_ADDRESSES)}
    return render(request, "sitemap.xml", context, content_type="application/xml; charset=utf-8", using="pages")
