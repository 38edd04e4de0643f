"""All that one edition says of one entity, understood: the one function that loading into rows begins with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from profiles.factbook.chambers import read_chambers
from profiles.factbook.courts import Court, Party, read_courts, read_parties
from profiles.factbook.elections import Poll, Rule, held, polls_in, read_rules, says_no_date, scheduled
from profiles.factbook.entities import Identity, country_of
from profiles.factbook.layout import Piece, Refused, pieces
from profiles.factbook.offices import Holder, read_holders
from profiles.factbook.outcomes import read_results, with_results
from profiles.factbook.quantities import Quantity, measure_of, read_quantities
from profiles.factbook.reading import Entity
from profiles.factbook.scope import is_out_of_scope
from profiles.factbook.seats import Chamber
from profiles.factbook.statements import Statement, is_stated, read_statements

T = TypeVar("T")

_ROLES = {
    "Executive branch > chief of state": "chief_of_state",
    "Executive branch > head of government": "head_of_government",
    "Executive branch > state counsellor": "other",
}
_COURTS = ("Judicial branch", "Judicial branch > highest court(s)")


@dataclass(frozen=True)
class Understood:
    """What was understood of an entity, and what was not. Shares of peoples and faiths are read elsewhere."""

    entity: Entity
    identity: Identity
    holders: tuple[Holder, ...]
    rules: tuple[Rule, ...]
    polls: tuple[Poll, ...]
    chambers: tuple[Chamber, ...]
    courts: tuple[Court, ...]
    parties: tuple[Party, ...]
    quantities: tuple[Quantity, ...]
    statements: tuple[Statement, ...]
    refused: tuple[Refused, ...]


def understand(entity: Entity) -> Understood:
    """Read every field in scope. Never raises for what an edition prints: that is refused with its reason."""
    found = pieces(entity)
    refused: list[Refused] = []
    quantities, left = read_quantities(found)
    refused += left
    statements, left = read_statements(found)
    refused += left
    chambers, left = read_chambers(
        [piece for piece in found if piece.field.startswith("Legislative branch")], entity.year
    )
    refused += left
    holders = _holders(found, refused)
    rules, polls = _votes(found, entity.year, refused)
    courts: list[Court] = []
    parties: list[Party] = []
    for piece in found:
        if piece.name in _COURTS:
            courts += _kept(read_courts(piece), refused)
        elif piece.name == "Political parties":
            parties += _kept(read_parties(piece), refused)
    refused += [
        Refused(piece.name, piece.text, "A field that we do not know.", piece.locator)
        for piece in found
        if not _is_known(piece)
    ]
    refused = list(dict.fromkeys(refused))
    return Understood(
        entity,
        country_of(entity.code),
        tuple(holders),
        tuple(rules),
        tuple(polls),
        tuple(chambers),
        tuple(courts),
        tuple(parties),
        tuple(quantities),
        tuple(statements),
        tuple(refused),
    )


def _kept(read: tuple[list[T], list[Refused]], refused: list[Refused]) -> list[T]:
    """What was read; what was refused goes to the list."""
    refused += read[1]
    return read[0]


def _holders(found: Sequence[Piece], refused: list[Refused]) -> list[Holder]:
    """The holders of both fields; `represents` counts within the whole list."""
    holders: list[Holder] = []
    for piece in found:
        role = _ROLES.get(piece.name)
        if role is None:
            continue
        before = len(holders)
        holders += [holder.moved(before) for holder in _kept(read_holders(piece, role), refused)]
    return holders


def _votes(found: Sequence[Piece], year: int, refused: list[Refused]) -> tuple[list[Rule], list[Poll]]:
    """How the executive's posts are filled, and the votes for them."""
    parts = {piece.part: piece for piece in found if piece.field == "Executive branch"}
    rules: list[Rule] = []
    polls: list[Poll] = []
    process = parts.get("elections")
    if process:
        rules = _kept(read_rules(process), refused)
    post = next((rule.post for rule in rules if rule.method in {"direct", "indirect"}), "president")
    if process and "most recent election date" not in parts:
        polls += polls_in(process.text, process.locator, post)
    for label, reader in (("most recent election date", held), ("expected date of next election", scheduled)):
        piece = parts.get(label)
        if piece is None:
            continue
        read = (
            held(piece.text, piece.locator, post, year)
            if reader is held
            else scheduled(piece.text, piece.locator, post)
        )
        if not read and not says_no_date(piece.text):
            refused.append(Refused(piece.name, piece.text, "No date was found.", piece.locator))
        polls += read
    if "election results" in parts:
        polls = with_results(polls, _kept(read_results(parts["election results"], post), refused))
    return rules, polls


def _is_known(piece: Piece) -> bool:
    return (
        piece.name in _ROLES
        or piece.name in _COURTS
        or piece.name == "Political parties"
        or piece.field.startswith("Legislative branch")
        or is_stated(piece.name)
        or measure_of(piece.name) is not None
        or is_out_of_scope(piece)
    )
