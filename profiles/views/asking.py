"""What the addresses of pages may ask for; everything else is answered with 400 and the reason."""

import datetime
from collections.abc import Sequence

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils import timezone

from profiles.models import Country
from profiles.pages.moments import Moment

FIRST_YEAR = 1900


def refuse_others(request: HttpRequest, allowed: Sequence[str]) -> None:
    """Raise BadRequest for a parameter that the address does not take, or one given twice."""
    for name in request.GET:
        if name not in allowed:
            takes = f"it takes {', '.join(allowed)}" if allowed else "it takes none"
            raise BadRequest(f"The address has no parameter {name}; {takes}.")
        if len(request.GET.getlist(name)) > 1:
            raise BadRequest(f"The parameter {name} stands more than once.")


def moment_asked(request: HttpRequest) -> Moment:
    """The reference date and the cut-off of `?as_of=` and `?published_by=`; by default the reader's own day.

    A reference date also leaves out what was published after it, unless another cut-off is given.
    """
    refuse_others(request, ("as_of", "published_by"))
    today = timezone.now().date()
    as_of, published_by = _day(request, "as_of", today), _day(request, "published_by", today)
    return Moment(today=as_of or today, cutoff=published_by or as_of, as_of=as_of)


def _day(request: HttpRequest, name: str, today: datetime.date) -> datetime.date | None:
    text = request.GET.get(name)
    if text is None:
        return None
    try:
        day = datetime.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=datetime.UTC).date()
    except ValueError:
        raise BadRequest(f"{name}={text}: give a day as year-month-day, such as 2012-12-31.") from None
    if text != day.isoformat() or day.year < FIRST_YEAR:
        raise BadRequest(f"{name}={text}: give a day as year-month-day, from {FIRST_YEAR} on.")
    if day > today:
        raise BadRequest(f"{name}={text}: the day lies after today, {today}.")
    return day


def choice_asked(request: HttpRequest, name: str, allowed: Sequence[str], default: str) -> str:
    """One of several words, or the default where the address has none."""
    value = request.GET.get(name) or default
    if value not in allowed:
        raise BadRequest(f"{name}={value}: it takes {', '.join(word for word in allowed if word)}.")
    return value


def countries_asked(request: HttpRequest, name: str, most: int) -> list[Country]:
    """Return the countries of a parameter, in any case, each once, in the order asked; an empty one is passed over.

    Raises BadRequest for a code that no country has, and for more countries than the page takes.
    """
    codes = list(dict.fromkeys(value.strip().upper() for value in request.GET.getlist(name) if value.strip()))
    if len(codes) > most:
        raise BadRequest(f"{name}: the page takes {most} of them; {len(codes)} are asked for.")
    found = {row.key: row for row in Country.objects.public().filter(key__in=codes)} if codes else {}
    for code in codes:
        if code not in found:
            raise BadRequest(
                f"{name}={code[:40]}: no country has this code. Codes are ISO 3166-1 alpha-3, such as KAZ."
            )
    return [found[code] for code in codes]
