"""What a list of shares was read as, in short lines that tests compare."""

from profiles.factbook.peoples.shares import parse, parse_all


def told(text):
    """Each line of the chosen list as `label figure`, a part with its parent before it."""
    found = parse(text).shares
    lines = []
    for share in found:
        above = f"{found[share.parent].label} > " if share.parent is not None else ""
        figure = share.value_state if share.value_state != "stated" else _figure(share)
        lines.append(f"{above}{share.label} {figure}")
    return lines


def _figure(share):
    signs = {"unqualified": "", "about": "~", "less_than": "<", "more_than": ">", "at_least": "≥", "at_most": "≤"}
    if share.qualifier == "between":
        return f"{share.low}-{share.high}"
    return f"{signs[share.qualifier]}{share.low if share.low is not None else share.high}"


def refused(text):
    """The parts of all lists of a text that were not read, as printed."""
    return [each.printed for found in parse_all(text) for each in found.refused]
