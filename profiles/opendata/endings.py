"""Tenures whose end a data set gives: closed where only imports speak of them, left open where an editor or a later
word says that they run on."""

from profiles.factbook.rows.documents import IMPORTS
from profiles.factbook.rows.sheets import Sheets
from profiles.factbook.rows.tally import Tally
from profiles.models import Citation
from sources import dates

FIELD = "end"


def close(sheets: Sheets, tally: Tally) -> None:
    """Settle `ended` of each tenure that was given an end; an end that cannot stand becomes a disputing citation."""
    rows = sheets.rows.get("tenures", {})
    with_end = [key for key, cells in rows.items() if cells["end"] and cells["ended"] != "ended"]
    curated = set(
        Citation.objects.filter(tenure__key__in=with_end)
        .exclude(document__series__key__in=IMPORTS)
        .values_list("tenure__key", flat=True)
    )
    for key in with_end:
        cells = rows[key]
        reason = barred(cells, curated=key in curated)
        if reason:
            tally.doubtful.append(f"{key}: the end {cells['end']} is cited and not set: {reason}")
            cells |= {"end": "", "end_printed": ""}
            _dispute(sheets, key)
        else:
            cells["ended"] = "ended"


def barred(cells: dict[str, str], *, curated: bool) -> str:
    """Say why a tenure's end cannot stand; '' where it can."""
    end = dates.bounds(cells["end"])
    attested = dates.bounds(cells["last_attested"]) if cells["last_attested"] else None
    start = dates.bounds(cells["start"]) if cells["start"] else None
    if curated:
        return "an editor has it as not ended."
    if attested and attested.earliest and end.latest and attested.earliest > end.latest:
        return f"another source shows the person in office on {cells['last_attested']}."
    if start and start.earliest and end.latest and start.earliest > end.latest:
        return f"it lies before the start, {cells['start']}."
    return ""


def _dispute(sheets: Sheets, tenure: str) -> None:
    for cells in sheets.rows.get("citations", {}).values():
        if cells["record"] == f"tenures/{tenure}" and cells["field"] == FIELD:
            cells["stance"] = "disputes"
