"""ParlGov's tables of parliamentary elections: elections, results and parties, read and tied together."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from profiles.opendata.files import OpenDataError, Refused, Row, read_rows

PARLIAMENT = "13"  # the type of elections to a national parliament
# Lines that stand for no party: people without one, and seats that nobody was told from.
_NOBODY = re.compile(r"(?:no party affiliation|no parties|one[- ]seat|no[- ]seat|others?)\b", re.I)


@dataclass(frozen=True)
class Party:
    """One party or alliance: number, names newest first, local forms of them, short names; `nobody` for none."""

    row: Row
    number: str
    names: tuple[str, ...]
    local: tuple[str, ...]
    short: tuple[str, ...]

    @property
    def nobody(self) -> bool:
        """Whether the line stands for people or seats without a party."""
        return bool(_NOBODY.match(self.names[0]))


@dataclass(frozen=True)
class Line:
    """What one party won: share in per cent, votes and seats, each None where not given; `within` is its alliance.

    `joined` are the parties of an alliance that have no number of their own, with the rows that name them.
    """

    row: Row
    number: str
    party: Party
    within: str
    share: Decimal | None
    votes: int | None
    seats: int | None
    joined: tuple["Line", ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the line gives no number at all."""
        return self.share is None and self.votes is None and self.seats is None


@dataclass(frozen=True)
class Election:
    """One election to a national parliament, with its results in order: the largest first, members behind alliances."""

    row: Row
    number: str
    country: str
    day: str
    early: bool
    seats: int | None
    lines: tuple[Line, ...]


def read(folder: Path, since: int) -> tuple[list[Election], list[tuple[str, Refused]]]:
    """Read the elections from a year on. Refused rows come with the name of their file.

    Raises OpenDataError for files that are missing or are no such tables.
    """
    refused: list[tuple[str, Refused]] = []
    countries = {row["id"]: row["name_short"] for row in read_rows(folder / "country.csv", ("id", "name_short"))}
    parties = _parties(folder / "party.csv")
    lines = _lines(folder / "election_result.csv", parties, refused)
    found = []
    needed = ("id", "type_id", "country_id", "date", "early", "seats_total")
    for row in read_rows(folder / "election.csv", needed):
        if row["type_id"] != PARLIAMENT:
            continue
        if not _is_day(row["date"]) or row["country_id"] not in countries:
            refused.append(("election.csv", Refused(row, row["date"], "There is no such day or country.")))
        elif int(row["date"][:4]) >= since:
            own = _ordered(lines[row["id"]])
            for line in own:
                if line.empty and not line.joined and not any(each.within == line.number for each in own):
                    reason = "The party has neither share, votes nor seats, and is in no alliance."
                    refused.append(("election_result.csv", Refused(line.row, line.party.names[0], reason)))
            found.append(
                Election(
                    row, row["id"], countries[row["country_id"]], row["date"], row["early"] == "1",
                    int(row["seats_total"]) if row["seats_total"].isdigit() else None,
                    tuple(
                        line for line in own
                        if not line.empty or line.joined or any(each.within == line.number for each in own)
                    ),
                )
            )  # fmt: skip
    return found, refused


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text  # 20040502 is the same day, and no EDTF
    except ValueError:
        return False


def _parties(path: Path) -> dict[str, Party]:
    found = {}
    for row in read_rows(path, ("id", "name_short", "name_english", "name", "name_nonlatin")):
        names = _names(row["name_english"]) or _names(row["name"]) or _names(row["name_short"])
        if not names:
            raise OpenDataError(f"{path.name}, row {row.number}: the party has no name.")
        local = (*_names(row["name"]), *_names(row["name_nonlatin"]))
        found[row["id"]] = Party(row, row["id"], names, local, _names(row["name_short"]))
    return found


def _names(cell: str) -> tuple[str, ...]:
    """Names one after another, newest first: the file puts a bar between an older and a newer name."""
    parts = [" ".join(part.replace("--", "–").replace("\u200e", "").split()) for part in cell.split("|")]
    return tuple(dict.fromkeys(part for part in reversed(parts) if part))


def _lines(path: Path, parties: dict[str, Party], refused: list[tuple[str, Refused]]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = defaultdict(list)
    needed = ("id", "election_id", "party_id", "alliance_id", "seats", "vote_share", "votes")
    for row in read_rows(path, needed):
        party = parties.get(row["party_id"])
        share, votes, seats = row["vote_share"], row["votes"], row["seats"]
        if party is None:
            refused.append((path.name, Refused(row, row["party_id"], "There is no such party in party.csv.")))
        elif (share and not _is_share(share)) or any(each and not each.isdecimal() for each in (votes, seats)):
            refused.append(
                (path.name, Refused(row, f"{share} {votes} {seats}", "A share, votes or seats is no number."))
            )
        else:
            within = "" if row["alliance_id"] == row["id"] else row["alliance_id"]
            found[row["election_id"]].append(
                Line(
                    row, row["id"], party, within, Decimal(share) if share else None, int(votes) if votes else None,
                    int(seats) if seats else None,
                )
            )  # fmt: skip
    return found


def _is_share(text: str) -> bool:
    return bool(re.fullmatch(r"\d{1,3}(\.\d+)?", text)) and Decimal(text) <= 100


def _ordered(lines: list[Line]) -> list[Line]:
    """The lines of an election, largest first and members behind their alliance, which takes in those without numbers.

    An alliance that is not among the lines, or leads back to itself, is passed over.
    """
    known = {line.number: line for line in lines}
    above = {line.number: line.within if line.within in known else "" for line in lines}
    for number in list(above):
        seen, each = {number}, above[number]
        while each and each not in seen:
            seen.add(each)
            each = above[each]
        if each:  # it leads back to itself
            above[number] = ""
    members: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        members[above[line.number]].append(line)
    made: list[Line] = []

    def size(line: Line) -> tuple[Decimal, int]:
        inside = [size(each) for each in members[line.number]]
        share = line.share if line.share is not None else sum((each[0] for each in inside), Decimal())
        seats = line.seats if line.seats is not None else sum(each[1] for each in inside)
        return share, seats

    def place(line: Line) -> None:
        inside = members[line.number]
        joined = tuple(each for each in inside if each.empty and not members[each.number])
        made.append(
            Line(line.row, line.number, line.party, above[line.number], line.share, line.votes, line.seats, joined)
        )
        for each in sorted(inside, key=lambda each: (*(-part for part in size(each)), each.number)):
            if each not in joined:
                place(each)

    for line in sorted(members[""], key=lambda each: (*(-part for part in size(each)), each.number)):
        place(line)
    return made
