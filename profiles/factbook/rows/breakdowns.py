"""Lists of ethnic groups, religions and languages as rows: breakdowns, shares, and the groups that they name."""

from profiles.factbook.edition.layout import field_name
from profiles.factbook.edition.reading import Field
from profiles.factbook.peoples import shares
from profiles.factbook.rows.claims import RELATION
from profiles.factbook.rows.documents import Entry
from profiles.factbook.rows.groups import group_of, richer
from profiles.factbook.rows.sheets import Sheets
from profiles.factbook.rows.tally import Tally
from sources import keys

FIELDS = {"Ethnic groups": "ethnic", "Religions": "religion", "Languages": "language"}
LONGEST_PRINTED = 4000


def kind_of(field: Field) -> str:
    """Return the kind of breakdown that a field holds; '' for what is none, such as samples of a language."""
    names = [name for name in (field_name(field), *field.path) if name in FIELDS]
    if not names or field.path[-1] == "note" or any("sample" in name for name in field.path):
        return ""
    return FIELDS[names[0]]


def add(sheets: Sheets, entry: Entry, tally: Tally) -> None:
    """Add all lists of an entity; parts that cannot be read are refused by name."""
    for field in entry.entity.fields.values():
        kind = kind_of(field)
        if not kind or not field.text.strip():
            continue
        for found in shares.parse_all(field.text):
            _add_list(sheets, entry, field, kind, found)
            for refusal in found.refused:
                tally.refuse(entry.entity.code, field.locator, refusal.printed, refusal.reason)
            tally.read(kind, whole=not found.refused)


def _add_list(sheets: Sheets, entry: Entry, field: Field, kind: str, found: shares.ShareList) -> None:
    if not found.shares and found.value_state == "stated":
        return
    key = sheets.free("breakdowns", f"{entry.stem}/{kind}")
    sheets.add(
        "breakdowns",
        key,
        document=entry.document,
        locator=field.locator,
        relation=RELATION,
        printed=found.printed[:LONGEST_PRINTED],
        value_state=found.value_state,
        country=entry.country,
        kind=kind,
        source_type=found.source_type,
        as_of=found.as_of,
        as_of_printed=found.as_of_printed[:200],
        several_answers=found.several_answers,
        population_base=(found.heading or entry.part)[:120],
        note_public=" ".join(found.warnings),
    )
    made: list[str] = []
    for position, share in enumerate(found.shares, 1):
        made.append(_add_share(sheets, key, kind, position, share, made))


def _add_share(sheets: Sheets, breakdown: str, kind: str, position: int, share: shares.Share, above: list[str]) -> str:
    named = share.share_class == "group" and not shares.is_description(share.label)
    group = group_of(kind, shares.bare_label(share.label)) if named else None
    group_key = ""
    if group:
        group_key = f"{kind}/{group.slug}"
        known = sheets.rows.get("groups", {}).get(group_key)
        name = richer(group.name, known["name"]) if known else group.name
        sheets.add("groups", group_key, kind=kind, name=name, sort_key=group.slug.replace("-", " "))
    slug = keys.slug(shares.bare_label(share.label))[:40].strip("-") or "line"
    return sheets.add(
        "shares",
        sheets.free("shares", f"{breakdown}/{slug}"),
        breakdown=breakdown,
        position=position,
        parent=above[share.parent] if share.parent is not None else "",
        share_class=share.share_class,
        label=share.label,
        group=group_key,
        low=share.low,
        high=share.high,
        qualifier=share.qualifier,
        value_state=share.value_state,
        printed=share.printed,
    )
