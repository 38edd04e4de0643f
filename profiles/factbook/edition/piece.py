"""What the readers of the Factbook take and leave: pieces of text under their names, and what was refused."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """One text under its name, such as “Executive branch > chief of state”, without markup; and where it stands.

    `printed` is the source's wording where the text was put together of words that stand apart; '' elsewhere.
    """

    name: str
    text: str
    locator: str
    printed: str = ""

    @property
    def field(self) -> str:
        """The name of the field that the piece is part of."""
        return self.name.partition(" > ")[0]

    @property
    def part(self) -> str:
        """The name of the part, '' for a field without parts."""
        return self.name.partition(" > ")[2]


@dataclass(frozen=True)
class Refused:
    """What was not understood: the piece's name, the words, the reason, and where they stand."""

    field: str
    printed: str
    reason: str
    locator: str
