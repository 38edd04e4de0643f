"""Dates: their stored spelling (EDTF), the days it covers, its words for pages, and the reading of printed dates.

The one module others import; the grammar stands in `edtf`, the reader of printed dates in `printed_dates`.
"""

from sources.edtf import MONTHS, PATTERN, Bounds, DateError, OneOf, Point, Span, bounds, normalise, parse
from sources.printed_dates import Reading, read_printed

__all__ = ["PATTERN", "Bounds", "DateError", "Reading", "bounds", "normalise", "read_printed", "words"]

_PARTS = {
    21: "spring",
    22: "summer",
    23: "autumn",
    24: "winter",
    33: "first quarter of",
    34: "second quarter of",
    35: "third quarter of",
    36: "fourth quarter of",
    40: "first half of",
    41: "second half of",
}


def words(edtf: str) -> str:
    """British English for pages, such as “16–17 December 2011”; '' for ''.

    Never raises: what is not EDTF comes back as it is, so that a page shows the flaw and still stands.
    """
    if not edtf:
        return ""
    try:
        date = parse(edtf)
    except DateError:
        return edtf
    if isinstance(date, OneOf):
        return _one_of(date)
    if isinstance(date, Span):
        return _span(date)
    return _point(date)


def _point(point: Point) -> str:
    text = _certain(point)
    if point.qualifier in {"~", "%"}:
        text = f"about {text}"
    return f"{text} (uncertain)" if point.qualifier in {"?", "%"} else text


def _certain(point: Point) -> str:
    year = _year(point.year)
    match point.kind:
        case "century":
            return f"{_ordinal(point.year // 100 + 1)} century"
        case "decade":
            return f"{year}s"
        case "some_month":
            return f"{year} (month not known)"
        case "any_day":
            return f"{year} (day not known)"
        case "some_day":
            return f"{MONTHS[point.part]} {year} (day not known)"
        case "day" | "month":
            return f"{_day_and_month(point)} {year}"
        case "year":
            return year
    return f"{_PARTS[point.part]} {year}"


def _day_and_month(point: Point) -> str:
    return f"{point.day} {MONTHS[point.part]}" if point.day else MONTHS[point.part]


def _year(year: int) -> str:
    # A bare “45” or “988” in a sentence reads as a count.
    return str(year) if year >= 1000 else f"AD {year}"


def _ordinal(number: int) -> str:
    last = 0 if number % 100 in {11, 12, 13} else number % 10
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


def _span(span: Span) -> str:
    if span.start and span.end:
        return _point(span.start) if span.start == span.end else _closed(span.start, span.end)
    if span.start:
        return f"from {_in_sentence(span.start)}{' (end not known)' if span.end_unknown else ''}"
    if span.end:
        return f"until {_in_sentence(span.end)}{' (start not known)' if span.start_unknown else ''}"
    return ""


def _in_sentence(point: Point) -> str:
    article = point.kind in {"decade", "century", "quarter", "half"} and point.qualifier not in {"~", "%"}
    return f"the {_point(point)}" if article else _point(point)


def _closed(start: Point, end: Point) -> str:
    joined = _joined([start, end], "–", "–")
    if joined:
        return joined
    if not (start.qualifier or end.qualifier) and start.kind == end.kind:
        if start.kind == "day" and start.year == end.year:
            return f"{_day_and_month(start)} – {_day_and_month(end)} {_year(end.year)}"
        if start.kind in {"year", "decade"} and start.year >= 1000:
            return f"{_certain(start)}–{_certain(end)}"
        if start.kind == "century":
            return f"{_ordinal(start.year // 100 + 1)}–{_ordinal(end.year // 100 + 1)} centuries"
    return f"{_point(start)} – {_point(end)}"


def _joined(points: list[Point], comma: str, last: str) -> str:
    """Days of one month, or months of one year, with what they share said once; '' where they share too little."""
    kinds = {point.kind for point in points}
    years = {point.year for point in points}
    if len(years) > 1 or any(point.qualifier for point in points):
        return ""
    if kinds == {"month"}:
        return f"{_list([MONTHS[point.part] for point in points], comma, last)} {_year(points[0].year)}"
    if kinds == {"day"} and len({point.part for point in points}) == 1:
        days = _list([str(point.day) for point in points], comma, last)
        return f"{days} {MONTHS[points[0].part]} {_year(points[0].year)}"
    return ""


def _list(items: list[str], comma: str, last: str) -> str:
    return items[0] if len(items) == 1 else f"{comma.join(items[:-1])}{last}{items[-1]}"


def _one_of(date: OneOf) -> str:
    points = [member for member in date.members if isinstance(member, Point)]
    joined = _joined(points, ", ", " or ") if len(points) == len(date.members) else ""
    return joined or _list([_member(member) for member in date.members], ", ", " or ")


def _member(member: Point | Span) -> str:
    if isinstance(member, Point):
        return _point(member)
    if member.start and member.end:
        return f"{_point(member.start)} to {_point(member.end)}"
    if member.start:
        return f"{_point(member.start)} or later"
    return f"{_point(member.end)} or earlier" if member.end else ""
