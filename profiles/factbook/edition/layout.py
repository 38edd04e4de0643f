"""One shape for all forms of an edition: pieces named as the last edition names its fields, without the section.

The tables of older editions have one text a field, with the labels of its parts inside (“total: … male: …”); it is cut
at those labels. Names that changed over the years get today's; boilerplate goes. What `old_forms` parts and
`table_rows` places is brought to the same pieces: see there.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import replace

from profiles.factbook.edition.field_names import OLDER, PARTS, bare, known_name, part_name
from profiles.factbook.edition.old_forms import (
    elections,
    has_elections,
    has_leaders,
    leaders,
    reshaped,
    with_context,
)
from profiles.factbook.edition.piece import Piece, Refused
from profiles.factbook.edition.reading import Entity, Field
from profiles.factbook.edition.scope import LEFT_OUT
from profiles.factbook.edition.table_rows import Rows
from profiles.factbook.edition.texts import one_line, plain

__all__ = ["Piece", "Refused", "field_name", "laid_out", "pieces"]

NO_FIELD = "No field of the Factbook: a part of a text that the table took for one."
# Until then the table has every end of a line, and knows parts and fragments as fields.
LAST_OF_LINES = 1999
_FURNITURE = re.compile(
    r"\s*country comparison to the world: ?\d+\.?|\(For more information visit the ?World Leaders website[^)]*\)"
    r"|(?<=\s)(?:rank order|top of page)\s*$",
    re.I,
)


def field_name(field: Field) -> str:
    """Today's name of the field that a text stands under, or the printed one."""
    # The table names the field alone; JSON puts its section before.
    label = field.path[1] if len(field.path) > 1 else field.path[0]
    return known_name(label) or label


def pieces(entity: Entity) -> list[Piece]:
    """The pieces of an entity in order. Sections are left out; what is empty is left out."""
    return laid_out(entity)[0]


def laid_out(entity: Entity) -> tuple[list[Piece], list[Refused]]:
    """The pieces of an entity in order, and the rows of its table that are no fields of the Factbook."""
    found: list[Piece] = []
    lost: list[Refused] = []
    rows = Rows()
    for field in entity.fields.values():
        text = plain(_FURNITURE.sub("\n", field.lines or field.text))
        if not text:
            continue
        if len(field.path) > 1:
            found += _of_json(field, text)
        elif entity.year > LAST_OF_LINES:
            found += _cut(field_name(field), text, field.locator)
        else:
            place = rows.place(field.path[0], text)
            if place is None and bare(field.path[0]) in LEFT_OUT:
                continue
            if place is None:
                lost.append(Refused(field.path[0], one_line(text), NO_FIELD, field.locator))
            else:
                found += _of_row(*place, text, field.locator)
    shaped = [each for piece in found for each in reshaped(piece)]
    return [piece for piece in with_context(shaped) if piece.text], lost


def _of_json(field: Field, text: str) -> list[Piece]:
    head = field_name(field)
    parts = [part_name(head, part) for part in field.path[2:]]
    if parts:
        return [Piece(" > ".join((head, *parts)), text, field.locator)]
    return list(_cut(head, text, field.locator))


def _of_row(head: str, part: str, text: str, locator: str) -> list[Piece]:
    """The pieces of a row of a table of the old kind; an office that is a field of its own is a leader."""
    if head == "Leaders" and part:
        return leaders(f"{part}: {text}", locator)
    if head == "Elections" and part:
        return [Piece(f"Elections > {part}", one_line(text), locator)]
    if head == "Area" and part:
        return [_flat(piece) for piece in _cut(head, f"{part}: {text}", locator)]
    if part:
        return [Piece(f"{head} > {part}", one_line(text), locator)]
    return [_flat(piece) for piece in _cut(head, text, locator)]


def _flat(piece: Piece) -> Piece:
    name = "Executive branch > offices" if piece.name == "Executive branch" else piece.name
    return replace(piece, name=name, text=one_line(piece.text))


def _cut(head: str, text: str, locator: str) -> Iterator[Piece]:
    """A field's text cut at the labels of its parts; what stands before the first label keeps the field's name."""
    if head == "Leaders":
        yield from leaders(text, locator)
        return
    if head == "Elections":
        yield from elections(text, locator)
        return
    text, lost = _without_lost_heading(head, text, locator)
    text = _yearly(head).sub("\n", text).strip()
    labels = _pattern(head)
    ends = list(labels.finditer(text)) if labels else []
    if not ends or ends[0].start():
        yield Piece(head, text[: ends[0].start() if ends else None].strip(), locator)
    for index, match in enumerate(ends):
        end = ends[index + 1].start() if index + 1 < len(ends) else None
        label = next(label for label in PARTS[head] if label.lower() == match[1].lower())
        content = text[match.end() : end].strip(" ;\n")
        yield Piece(f"{head} > {part_name(head, label)}", content, locator)
    yield from lost


@functools.cache
def _pattern(head: str) -> re.Pattern[str] | None:
    """The labels of a field's parts, longest first where one begins another."""
    ordered = sorted(PARTS.get(head, ()), key=len, reverse=True)
    if not ordered:
        return None
    return re.compile(rf"(?:^|(?<=[\s;.)]))({'|'.join(re.escape(label) for label in ordered)}) ?(?::|--)\s*", re.I)


@functools.cache
def _yearly(head: str) -> re.Pattern[str]:
    """A field's name with a year, which parts the values of several years: “Unemployment rate 2022: ”."""
    names = [head, *(old for old, new in OLDER.items() if new == head)]
    return re.compile(rf"\s*(?<!\S)(?:{'|'.join(map(re.escape, names))}) (?:1[89]|20)\d\d: ?", re.I)


def _without_lost_heading(head: str, text: str, locator: str) -> tuple[str, list[Piece]]:
    """Courts and suffrage without what stood under the next heading, where the table lost it (as in 1991)."""
    if head == "Judicial branch" and (start := has_leaders(text)) is not None:
        return text[:start].strip(" ;"), leaders(text[start:], locator)
    if head == "Suffrage" and (start := has_elections(text)) is not None:
        return text[:start].strip(" ;"), elections(text[start:], locator)
    return text, []
