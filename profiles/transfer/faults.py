"""What is wrong with a file, named by file, line, column and reason; and the tally of a load."""

from dataclasses import dataclass, field

SHOWN = 200  # faults; a file of the wrong kind would otherwise fill the screen


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong: `line` counts from 1 with the header; `column` is empty where the whole line is meant."""

    file: str
    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        where = f", column {self.column}" if self.column else ""
        return f"{self.file}, line {self.line}{where}: {self.reason}"


class LoadError(Exception):
    """Nothing was loaded; `faults` says why, in the order of files and lines."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(faults)
        shown = [str(fault) for fault in self.faults[:SHOWN]]
        if len(self.faults) > SHOWN:
            shown.append(f"… and {len(self.faults) - SHOWN} more")
        super().__init__("\n".join(shown))


@dataclass
class Tally:
    """How many rows a load created, changed and left as they were."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0

    def add(self, other: "Tally") -> None:
        """Add another tally to this one."""
        self.created += other.created
        self.changed += other.changed
        self.unchanged += other.unchanged

    def __str__(self) -> str:
        return f"{self.created} created, {self.changed} changed, {self.unchanged} unchanged"


@dataclass
class Report:
    """What a load did, by dataset."""

    tallies: dict[str, Tally] = field(default_factory=dict)

    @property
    def total(self) -> Tally:
        """All datasets together."""
        total = Tally()
        for tally in self.tallies.values():
            total.add(tally)
        return total
