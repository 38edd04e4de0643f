"""The tables as pages, CSV and JSON, all from their declarations."""

import json
import re
from decimal import Decimal
from typing import Any

from django.core.exceptions import BadRequest
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from profiles.datasets import DATASETS, PARTS, Dataset
from profiles.transfer.streaming import BusyError, stream
from profiles.views import asking
from sources import keys
from sources.asking import only

PAGE_ROWS = 500
MOST_ROWS = 5000


class JSONEncoder(DjangoJSONEncoder):
    """Numbers as numbers: a decimal keeps its digits."""

    def default(self, o: Any) -> Any:
        if isinstance(o, Decimal):
            return int(o) if o == o.to_integral_value() else float(o)
        return super().default(o)


def find(name: str) -> Dataset:
    """Return the dataset of an address, or 404."""
    if name not in DATASETS:
        raise Http404
    return DATASETS[name]


def countries_asked(dataset: Dataset, request: HttpRequest) -> list[str]:
    """Return the alpha-3 keys of `?country=`, in any case and repeatable.

    Raises BadRequest for a code that no country has, and for a vocabulary, which belongs to no country.
    """
    if "country" in request.GET and dataset.country is None:
        raise BadRequest(f"The dataset {dataset.name} belongs to no country; it takes no parameter country.")
    return [country.key for country in asking.countries_asked(request, "country")]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All tables, by part."""
    only(request)
    return render(request, "profiles/data.html", {"parts": PARTS}, using="pages")


@require_safe
def dataset(request: HttpRequest, name: str) -> HttpResponse:
    """One table: its columns, how to load it, its first rows."""
    found = find(name)
    only(request, "country", several=("country",))
    asked = countries_asked(found, request)
    rows = found.public(asked)
    example = values(found, rows).first() or ("",) * len(found.columns)
    context = {
        "dataset": found,
        "countries": asked,
        "columns": list(zip(found.columns, example, strict=True)),
        "count": rows.count(),
        "query": f"?{urlencode({'country': asked}, doseq=True)}" if asked else "",
        "here": request.build_absolute_uri("/").rstrip("/"),
    }
    return render(request, "profiles/dataset.html", context, using="pages")


def values(found: Dataset, rows: Any) -> Any:
    """Return the rows as tuples of their public columns, in their own types."""
    cells = {f"c{number}": column.expression for number, column in enumerate(found.columns)}
    return rows.annotate(**cells).values_list(*cells)


@require_safe
def as_csv(request: HttpRequest, name: str) -> HttpResponse | StreamingHttpResponse:
    """The table as CSV: UTF-8, RFC 4180, header always, ordered by key, streamed."""
    found = find(name)
    only(request, "country", several=("country",))
    rows = found.public(countries_asked(found, request))
    try:
        body = stream(found, rows)
    except BusyError:
        busy = render(request, "503.html", status=503, using="pages")
        busy["Retry-After"] = "5"
        return busy
    response = StreamingHttpResponse(body, content_type="text/csv; charset=utf-8; header=present")
    response["Content-Disposition"] = f'attachment; filename="{found.name}.csv"'
    return response


@require_safe
def as_json(request: HttpRequest, name: str) -> HttpResponse:
    """The table as JSON, a page at a time: rows in the order of keys, and the address of the next page."""
    found = find(name)
    only(request, "country", "after", "limit", several=("country",))
    asked = countries_asked(found, request)
    limit = limit_asked(request)
    rows = list(values(found, after(found, found.public(asked), request))[: limit + 1])
    answer = {
        "dataset": found.name,
        "rows": [dict(zip(found.names, row, strict=True)) for row in rows[:limit]],
        "next": next_page(request, found, asked, rows[limit - 1], limit) if len(rows) > limit else None,
    }
    text = json.dumps(answer, cls=JSONEncoder, ensure_ascii=False)
    return HttpResponse(text, content_type="application/json")


def limit_asked(request: HttpRequest) -> int:
    """Return `?limit=`, 1 to MOST_ROWS; raises BadRequest."""
    text = request.GET.get("limit", str(PAGE_ROWS))
    if not re.fullmatch("[0-9]{1,4}", text) or not 1 <= int(text) <= MOST_ROWS:
        raise BadRequest(f"limit={text[:40]}: give a whole number from 1 to {MOST_ROWS}.")
    return int(text)


def after(found: Dataset, rows: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
    """Keep the rows behind `?after=`, the identity of the last row of the page before; raises BadRequest."""
    text = request.GET.get("after")
    if text is None:
        return rows
    parts = text.split(" ")
    if len(parts) != len(found.identity) or any(len(part) > keys.MAX_LENGTH for part in parts):
        raise BadRequest(f"after={text[:40]}: give the key of the last row read, as the last page's next does.")
    behind = Q(**{f"{found.identity[-1]}__gt": parts[-1]})
    if len(parts) > 1:
        behind = Q(**{f"{found.identity[0]}__gt": parts[0]}) | Q(behind, **{found.identity[0]: parts[0]})
    return rows.filter(behind)


def next_page(request: HttpRequest, found: Dataset, asked: list[str], last: tuple[Any, ...], limit: int) -> str:
    """Return the address of the page behind a row."""
    identity = " ".join(str(part) for part in last[: len(found.identity)])  # identity columns come first
    query = urlencode([*(("country", key) for key in asked), ("limit", limit), ("after", identity)])
    return request.build_absolute_uri(f"{reverse('profiles:data-json', args=[found.name])}?{query}")
