"""What an import read, in whole or in part, and what it refused, with the reason of each."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Refusal:
    """One printed part that is in no row: entity, place, words and reason."""

    entity: str
    locator: str
    printed: str
    reason: str

    def __str__(self) -> str:
        return f"{self.entity}: {self.locator}: “{self.printed[:80]}”: {self.reason}"


@dataclass
class Tally:
    """Texts read in whole and in part by subject, refusals, and what wants an editor's look.

    Doubtful are people or bodies that may be others. Conflicts are values that differ from what an editor set or other
    sources back, and do not stand. Differing are values that do not stand since another import's does, by field.
    """

    whole: dict[str, int] = field(default_factory=dict)
    partly: dict[str, int] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    differing: Counter[str] = field(default_factory=Counter)

    def read(self, subject: str, *, whole: bool) -> None:
        """Count one text of a subject."""
        counts = self.whole if whole else self.partly
        counts[subject] = counts.get(subject, 0) + 1

    def refuse(self, entity: str, locator: str, printed: str, reason: str) -> None:
        """Note one part that was not read."""
        self.refused.append(Refusal(entity, locator, printed, reason))
