"""Countries side by side, as a page and as CSV."""

import csv
import io
from collections.abc import Iterable, Sequence

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from profiles.models import Country
from profiles.pages import comparing, subjects
from profiles.pages.comparing import MOST_COUNTRIES, MOST_SUBJECTS
from profiles.pages.subjects import Subject
from profiles.views.asking import countries_asked
from sources.asking import only

SPARE = 2  # empty places that stand open in the form; the others fold


def subjects_asked(request: HttpRequest) -> list[Subject]:
    """Return the subjects of `?s=`; raises BadRequest for one that there is not, and for too many."""
    codes = list(dict.fromkeys(value for value in request.GET.getlist("s") if value))
    if len(codes) > MOST_SUBJECTS:
        raise BadRequest(f"s: at most {MOST_SUBJECTS} subjects stand below each other; {len(codes)} are asked for.")
    found = subjects.subjects(codes)
    for code in codes:
        if code not in found:
            raise BadRequest(f"s={code[:80]}: there is no such subject. Use indicators/…, groups/… or topics/….")
    return [found[code] for code in codes]


def asked(request: HttpRequest) -> tuple[list[Country], list[Subject]]:
    """Return what the address asks for; without subjects, the usual ones of its countries."""
    only(request, "c", "s", several=("c", "s"))
    countries = countries_asked(request, "c", MOST_COUNTRIES)
    return countries, subjects_asked(request) or (subjects.usual(countries) if countries else [])


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Up to eight countries and chosen subjects: each cell with its source and date."""
    countries, shown = asked(request)
    chosen = [subject.code for subject in shown] if any(request.GET.getlist("s")) else []
    places = [*(country.key for country in countries), *[""] * (MOST_COUNTRIES - len(countries))]
    context = {
        "countries": countries,
        "subjects": shown,
        "chosen": chosen,
        "lines": comparing.lines(countries, shown) if countries else [],
        "choices": choices(shown if chosen else []),
        "every_country": Country.objects.public().only("key", "name").order_by("sort_key", "key"),
        "places": places,
        "open": len(countries) + SPARE,
        "most_subjects": MOST_SUBJECTS,
        "query": urlencode({"c": [country.key for country in countries], "s": chosen}, doseq=True),
    }
    return render(request, "profiles/compare.html", context, using="pages")


def choices(chosen: list[Subject]) -> dict[str, list[Subject]]:
    """Return the form's subjects under their headings, with the chosen ones that it would not offer."""
    made: dict[str, list[Subject]] = {}
    offered = [each for dataset in ("indicators", "topics") for each in subjects.choices(dataset)]
    codes = {each.code for each in offered}
    for each in [*offered, *(each for each in chosen if each.code not in codes)]:
        made.setdefault(each.part, []).append(each)
    return made


@require_safe
def compare_csv(request: HttpRequest) -> HttpResponse:
    """The same answers as CSV: one row for each."""
    countries, shown = asked(request)
    lines = comparing.lines(countries, shown) if countries else []
    return csv_answer("compare", comparing.HEADER, comparing.table((line.subject, line.cells) for line in lines))


def csv_answer(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> HttpResponse:
    """Return a small table as a file, in the form of all files of ours: UTF-8, RFC 4180, header always."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([header, *rows])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8; header=present")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
