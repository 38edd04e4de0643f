"""All that one edition says of one entity, understood: the one function that loading into rows begins with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from profiles.factbook.edition.entities import Identity, country_of
from profiles.factbook.edition.layout import Piece, Refused, laid_out
from profiles.factbook.edition.reading import Entity
from profiles.factbook.edition.scope import is_out_of_scope
from profiles.factbook.executive.elections import Poll, Rule, held, polls_in, read_rules, says_no_date, scheduled
from profiles.factbook.executive.offices import Holder, read_holders, with_elected_titles
from profiles.factbook.executive.old_votes import parted, post_of, read_old_votes
from profiles.factbook.executive.outcomes import named_in_full, read_results, with_results
from profiles.factbook.parliament.chamber_old import is_post
from profiles.factbook.parliament.chambers import read_chambers
from profiles.factbook.parliament.courts import Court, read_courts
from profiles.factbook.parliament.parties import Party, read_parties
from profiles.factbook.parliament.seats import Chamber
from profiles.factbook.values.quantities import Quantity, measure_of, read_quantities
from profiles.factbook.values.statements import Statement, is_stated, read_statements

T = TypeVar("T")

_ROLES = {
    "Executive branch > chief of state": "chief_of_state",
    "Executive branch > head of government": "head_of_government",
    "Executive branch > state counsellor": "other",
    "Executive branch > other leader": "other",
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
    found, refused = laid_out(entity)
    quantities, left = read_quantities(found)
    refused += left
    statements, left = read_statements(found)
    refused += left
    chambers, left = read_chambers(
        [piece for piece in found if piece.field.startswith("Legislative branch") or _is_of_chamber(piece)], entity.year
    )
    refused += left
    # Before 2025 the share of women stands in the text about a chamber's election.
    women, left = read_quantities(
        [chamber.women for chamber in chambers if chamber.women and chamber.women not in found]
    )
    quantities += women
    refused += left
    holders = _holders(found, refused)
    rules, polls = _votes(found, entity.year, refused)
    polls = named_in_full(polls, [holder.person for holder in holders if holder.person])
    holders = with_elected_titles(holders, rules, polls)
    courts: list[Court] = []
    parties: list[Party] = []
    for piece in found:
        if piece.name in _COURTS:
            courts += _kept(read_courts(piece), refused)
        elif _is_of_parties(piece):
            parties += _kept(read_parties(piece), refused)
    refused += [
        Refused(piece.name, piece.text, "A field that we do not know.", piece.locator)
        for piece in found
        if not _is_known(piece)
    ]
    refused = list(dict.fromkeys(refused))
    return Understood(
        entity,
        country_of(entity.gec, entity.name, entity.year),
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
    polls += _old_votes(found, refused)
    return rules, list(dict.fromkeys(polls))


def _old_votes(found: Sequence[Piece], refused: list[Refused]) -> list[Poll]:
    """The votes that editions before 1997 tell of under a post's name, or behind who holds the post."""
    polls: list[Poll] = []
    told: set[str] = set()
    for piece in found:
        if piece.field == "Elections" and not _is_of_chamber(piece):
            if piece.part and piece.part in told:
                reason = "A second vote under one post's name: whose it is is not said."
                refused.append(Refused(piece.name, piece.text, reason, piece.locator))
                continue
            told.add(piece.part)
            polls += _kept(read_old_votes(piece, post_of(piece.part)), refused)
        elif piece.name in _ROLES:
            held_by, behind = parted(piece.text)
            polls += _kept(read_old_votes(replace(piece, text=behind), post_of(held_by)), refused) if behind else []
    return polls


def _is_of_chamber(piece: Piece) -> bool:
    return piece.field == "Elections" and not is_post(piece.part)


def _is_of_parties(piece: Piece) -> bool:
    """Whether a piece lists parties: the field, or a part of it such as “opposition parties” or “northern area”."""
    return piece.field == "Political parties" and piece.part.split(" ")[0].lower() != "note"


def _is_known(piece: Piece) -> bool:
    return (
        piece.name in _ROLES
        or piece.name in _COURTS
        or _is_of_parties(piece)
        or piece.field.startswith("Legislative branch")
        or piece.field == "Elections"
        or is_stated(piece.name)
        or measure_of(piece.name) is not None
        or is_out_of_scope(piece)
    )
