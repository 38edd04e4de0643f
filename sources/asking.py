"""What an address asks for: each parameter known, given once, with a value that exists; anything else is a 400."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, QueryDict


def only(request: HttpRequest, *allowed: str, several: Collection[str] = ()) -> None:
    """Raise BadRequest for a parameter that the address does not take, or one given twice that is none of `several`."""
    for name in request.GET:
        if name not in allowed:
            takes = f"it takes {', '.join(allowed)}" if allowed else "it takes none"
            raise BadRequest(f"The address has no parameter {name[:60]}; {takes}.")
        if name not in several and len(request.GET.getlist(name)) > 1:
            raise BadRequest(f"The parameter {name} stands more than once.")


def choice(request: HttpRequest, name: str, choices: Collection[str], default: str = "") -> str:
    """Return a parameter's value, or the default where it is missing or empty; raises BadRequest for an unknown one."""
    value = request.GET.get(name, "") or default
    if value and value not in choices:
        raise BadRequest(f"{name}={value[:60]}: there is no such value; use one of {', '.join(choices)}.")
    return value


@dataclass(frozen=True)
class Page:
    """Some rows of a longer list, and the addresses of the pages beside it; empty where there is none."""

    rows: Any
    count: int
    first: int
    last: int
    before: str
    after: str


def page(request: HttpRequest, rows: Any, count: int, size: int) -> Page:
    """Cut `?page=` out of rows that can be sliced; raises BadRequest for a page that is not there."""
    text = request.GET.get("page", "") or "1"
    pages = max(1, -(-count // size))
    if not re.fullmatch("[1-9][0-9]{0,5}", text) or int(text) > pages:
        raise BadRequest(f"page={text[:40]}: the list has {pages} {'page' if pages == 1 else 'pages'}.")
    number = int(text)
    start = (number - 1) * size
    return Page(
        rows=rows[start : start + size],
        count=count,
        first=start + 1 if count else 0,
        last=min(start + size, count),
        before=_query(request.GET, number - 1) if number > 1 else "",
        after=_query(request.GET, number + 1) if number < pages else "",
    )


def _query(asked: QueryDict, number: int) -> str:
    """The same query with another page; what was left empty is left out."""
    changed = asked.copy()
    changed["page"] = str(number)
    for name in [name for name, value in changed.items() if not value or (name == "page" and value == "1")]:
        del changed[name]
    return f"?{changed.urlencode()}"
