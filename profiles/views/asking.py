"""What the addresses of pages may ask for; everything else is answered with 400 and the reason."""

import datetime

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils import timezone

from profiles.models import Country
from profiles.pages.moments import Moment
from sources.asking import only

FIRST_YEAR = 1900


def moment_asked(request: HttpRequest) -> Moment:
    """The reference date and the cut-off of `?as_of=` and `?published_by=`; by default the reader's own day.

    A reference date also leaves out what was published after it, unless another cut-off is given.
    """
    only(request, "as_of", "published_by")
    today = timezone.now().date()
    as_of, published_by = _day(request, "as_of", today), _day(request, "published_by", today)
    return Moment(today=as_of or today, cutoff=published_by or as_of, as_of=as_of)


def day_asked(request: HttpRequest, name: str) -> datetime.date:
    """The day of a parameter, by default the reader's own; raises BadRequest for what is no day until today."""
    today = timezone.now().date()
    found = _day(request, name, today) if request.GET.get(name) else None  # an empty field of a form asks for nothing
    return found or today


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


def countries_asked(request: HttpRequest, name: str, most: int | None = None) -> list[Country]:
    """Return the countries of a parameter, in any case, each once, in the order asked.

    A page that takes so many of them has a form, whose empty places are passed over. Raises BadRequest for a code that
    no country has, and for more countries than the page takes.
    """
    asked: dict[str, str] = {}
    for value in request.GET.getlist(name):
        if value.strip() or not most:
            asked.setdefault(value.strip().upper(), value)
    if most and len(asked) > most:
        raise BadRequest(f"{name}: the page takes {most} of them; {len(asked)} are asked for.")
    found = {row.key: row for row in Country.objects.public().filter(key__in=asked)} if asked else {}
    for code, value in asked.items():
        if code not in found:
            words = f"{name}={value[:40]}: no country has this code."
            raise BadRequest(f"{words} Codes are ISO 3166-1 alpha-3, such as KAZ.")
    return [found[code] for code in asked]
