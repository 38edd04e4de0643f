"""A vote's fields with their evidence."""

from typing import Any

from profiles.pages.evidence import Evidence, Fact


def election_facts(election: Any, evidence: Evidence) -> list[Fact]:
    """Return what, who votes, when and for how many seats, with who says otherwise."""
    facts = [
        evidence.fact(election, "Date", "date", edtf=election.date, note=election.date_note),
        evidence.fact(election, "What", "kind", election.get_kind_display()),
        evidence.fact(election, "Who votes", "method", f"{election.get_method_display()} vote"),
        evidence.fact(election, "Timing", "timing", election.get_timing_display()),
        evidence.fact(election, "What became of it", "state", election.get_state_display()),
    ]
    if election.institution:
        more = {"address": election.institution.get_absolute_url()}
        facts.insert(1, evidence.fact(election, "For", "institution", election.institution.name, **more))
    if election.office:
        more = {"address": election.office.get_absolute_url()}
        facts.insert(1, evidence.fact(election, "For", "office", election.office.title, **more))
    if election.round:
        facts.append(evidence.fact(election, "Round", "round", str(election.round)))
    if election.seats_at_stake is not None:
        facts.append(evidence.fact(election, "Seats at stake", "seats_at_stake", f"{election.seats_at_stake:,}"))
    return facts
