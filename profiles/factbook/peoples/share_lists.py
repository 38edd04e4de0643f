"""Where one list of shares ends and the next begins, told once the lines of its clauses are read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from profiles.factbook.peoples.share_figures import Figure
from profiles.factbook.peoples.share_lines import Item, Reading

# A list below this leaves room for names without figures; one from _FULL to OVERFULL leaves none.
ENOUGH = Decimal(90)
_FULL, OVERFULL = Decimal(98), Decimal(102)
_WHOLE = Decimal(100)
# An upper bound above this, behind a full list, is of another list: “…; less than 20% are citizens”.
_MUCH = Decimal(10)


@dataclass
class Draft:
    """A list while it is read: its heading, its lines and the clauses that they came from, as printed."""

    heading: str = ""
    found: Reading = field(default_factory=Reading)
    printed: list[str] = field(default_factory=list)


def span(figure: Figure | None) -> tuple[Decimal, Decimal | None]:
    """The least and the greatest that a figure can be; no greatest where it is none or open."""
    if figure is None or figure.value_state != "stated":
        return Decimal(0), None
    return figure.low or Decimal(0), figure.high


def opens_new(before: Reading, now: Reading) -> bool:
    """Whether a clause begins a list of its own behind one that is full.

    It does where it prints its figures the other way round, or where the list before sums to 100 and has no room;
    an upper bound that the list has no room for counts too.
    """
    ways = {item.figure_first for item in now.items if item.figure}
    earlier = {item.figure_first for item in before.items if item.figure}
    total, more = least_of(before.items), least_of(now.items)
    if not ways or not earlier or total < _FULL:
        return False
    if total + more <= OVERFULL:
        room = OVERFULL - total if ways != earlier else _MUCH
        return total >= _WHOLE - 1 and _most(now.items) > room
    counted = [item for item in before.items if item.has_value]
    return ways != earlier or (len(counted) > 1 and abs(total - _WHOLE) <= 1)


def is_left(inner: Sequence[Item], before: Item, items: Sequence[Item]) -> bool:
    """Whether the one line in a bracket is no part of the line before: it is greater, and the list has room for it."""
    if len(inner) != 1 or not before.has_value or not inner[0].has_value:
        return False
    least, most = least_of(inner), span(before.figure)[1]
    return most is not None and least > most and least + least_of(items) <= OVERFULL


def settled(drafts: Sequence[Draft]) -> list[Draft]:
    """The lists of a paragraph, those in parts joined, those that begin again parted, their shared figures told."""
    drafts = [part for draft in _one_list(list(drafts)) for part in _restarts(draft)]
    for draft in drafts:
        _part_names(draft.found)
        _join_followers(draft.found)
    return drafts


def least_of(items: Sequence[Item]) -> Decimal:
    """The least that lines can sum to."""
    return sum((span(item.figure)[0] for item in items), Decimal(0))


def _most(items: Sequence[Item]) -> Decimal:
    return sum((span(item.figure)[1] or span(item.figure)[0] for item in items), Decimal(0))


def _one_list(drafts: list[Draft]) -> list[Draft]:
    """One draft of those whose headings part one whole: “north: Aran 60% south: Belu 40%”."""
    sums = [least_of(draft.found.items) for draft in drafts]
    names = [item.label.casefold() for draft in drafts for item in draft.found.items]
    apart = not all(draft.heading for draft in drafts) or max(sums) >= ENOUGH or len(set(names)) < len(names)
    if len(drafts) < 2 or apart or not ENOUGH <= sum(sums) <= OVERFULL:
        return drafts
    whole = Draft()
    for draft in drafts:
        whole.found.add(draft.found)
        whole.printed += [f"{draft.heading}: {text}" for text in draft.printed]
    headings = ", ".join(f"“{draft.heading}”" for draft in drafts)
    whole.found.doubts.append(f"The parts under {headings} sum to one whole and are read as one list.")
    return [whole]


def _part_names(found: Reading) -> None:
    """Part names that share a figure where the list falls far short of a hundred: each may have its own.

    “Daoist, Buddhist, Christian 3%-4%, Muslim 1%-2%” gives no figure for the first two.
    """
    if _most(found.items) >= ENOUGH:
        return
    for item in [item for item in found.items if item.last_alone]:
        place = found.items.index(item)
        found.items[place : place + 1] = [*item.names_before, *([item.last_alone] if item.last_alone else [])]
        found.doubts = [each for each in found.doubts if f"“{item.label}” share" not in each]
        found.doubts.append(f"“{item.label}”: the figure is read for the last name alone, for the list is not full.")


def _join_followers(found: Reading) -> None:
    """Join names to the figure before them where the list is full: in “90% Aran; 10% Belu, Cero” both share the ten.

    A figure of more than half is one name's own: “98% Aran, Belu” names two tongues.
    """
    if _most(found.items) < _FULL or least_of(found.items) > OVERFULL:
        return
    kept: list[Item] = []
    joined: list[Item] = []
    for item in found.items:
        if not (item.follows and kept and kept[-1].has_value and span(kept[-1].figure)[0] <= _WHOLE / 2):
            kept.append(item)
            continue
        before = kept[-1]
        before.label, before.printed = f"{before.label}, {item.label}", f"{before.printed}, {item.printed}"
        before.parts += item.parts
        if not joined or joined[-1] is not before:
            joined.append(before)
    found.items = kept
    found.doubts += [f"“{item.label}” share one figure; they stay one line." for item in joined]


def _restarts(draft: Draft) -> list[Draft]:
    """The draft, in two where its lines begin again: each half sums to about 100 and the first name comes twice."""
    items = draft.found.items
    for place in range(2, len(items) - 1):
        if items[place].label.casefold() != items[0].label.casefold():
            continue
        halves = [least_of(half) for half in (items[:place], items[place:])]
        if all(abs(half - _WHOLE) <= 5 for half in halves):
            first = Draft(draft.heading, Reading(items[:place], draft.found.refused, draft.found.doubts))
            second = Draft("", Reading(items[place:], [], ["The list begins again; this is its second part."]))
            first.printed = [", ".join(item.printed for item in items[:place])]
            second.printed = [", ".join(item.printed for item in items[place:])]
            return [first, second]
    return [draft]
