"""What a list of shares is made of while it is read: lines, what was not read, what an editor should look at."""

from dataclasses import dataclass, field

from profiles.factbook.peoples.share_figures import Figure


@dataclass
class Item:
    """One line: its name, its text as printed, its figure (None where it has none) and the lines in its brackets."""

    label: str
    printed: str
    figure: Figure | None = None
    parts: list["Item"] = field(default_factory=list)
    figure_first: bool = False
    names_before: list["Item"] = field(default_factory=list)  # the names that share its figure, as lines of their own
    last_alone: "Item | None" = None  # and the last of them with the figure
    follows: bool = False  # a name without figure behind one whose figure stands first

    @property
    def has_value(self) -> bool:
        """Whether a percentage was read."""
        return self.figure is not None and self.figure.value_state == "stated"


@dataclass(frozen=True)
class Refusal:
    """A part that was not read, as printed, and why."""

    printed: str
    reason: str

    def __str__(self) -> str:
        return f"Not read: “{self.printed}”: {self.reason}"


@dataclass
class Reading:
    """The lines of a clause, the parts not read, and what an editor should look at."""

    items: list[Item] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    of_a_part: bool = False  # a sentence on part of the people was refused: “60% of Belus are Solar”

    def add(self, other: "Reading") -> None:
        """Take in another clause's."""
        self.items += other.items
        self.refused += other.refused
        self.doubts += other.doubts

    @property
    def has_figures(self) -> bool:
        """Whether a line has a figure that could be read."""
        return any(item.has_value for item in self.items)
