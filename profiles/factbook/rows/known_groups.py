"""The groups of an import matched with those that the database has, whatever an editor calls them."""

from collections import defaultdict

from profiles.factbook.rows.backing import touched
from profiles.factbook.rows.groups import called, richer
from profiles.factbook.rows.sheets import Sheets
from profiles.factbook.rows.standing import rows_of
from profiles.models import Group
from sources import keys


def match_groups(sheets: Sheets) -> None:
    """Let shares point to the groups that are there, and leave those as they are.

    Where imports of one collection alone made a group, its name becomes the richer spelling that they print.
    """
    rows = sheets.rows.get("groups", {})
    known: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, kind, name in Group.objects.order_by("key").values_list("key", "kind", "name"):
        known[kind, keys.slug(called(kind, name))].append(key)
    matched = {}
    for key, cells in rows.items():
        same = known.get((cells["kind"], keys.slug(cells["name"])), [])
        if same:
            matched[key] = key if key in same else same[0]
    held = rows_of(("groups", key) for key in matched.values())
    by_hand = touched("groups", list(matched.values()))
    for key, own in matched.items():
        printed, there = rows.pop(key), held["groups", own]
        name = richer(printed["name"], there["name"])
        if own == key and own not in by_hand and there["collection"] == sheets.collection and name != there["name"]:
            rows[key] = {**there, "name": name}
    for cells in sheets.rows.get("shares", {}).values():
        cells["group"] = matched.get(cells["group"], cells["group"])
