"""Marks on lines: where a heading, a paragraph, an item or a note begins, and what prints before its text. Pure."""

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass

from sources.ingest.blocks import Kind
from sources.ingest.lines import Line, ends_sentence


@dataclass(frozen=True, slots=True)
class Mark:
    """The line begins a block of `kind`. `lead` counts the characters of the line that print before the text.

    `level` is that of a heading, 0 where it is to be judged from its neighbours. A line that `continues` belongs to
    the block begun above it, whatever it looks like, and its other fields mean nothing.
    """

    kind: Kind = Kind.PARAGRAPH
    label: str = ""
    lead: int = 0
    level: int = 0
    continues: bool = False


MORE = Mark(continues=True)
Marks = MutableMapping[int, Mark]


@dataclass(frozen=True, slots=True)
class Page:
    """What all readers share of one text: its lines, which of them are furniture, and the marks set so far."""

    lines: Sequence[Line]
    furniture: Mapping[int, str]
    marks: Marks

    def plain(self, index: int) -> bool:
        """Whether the line is text that nobody has marked."""
        return 0 <= index < len(self.lines) and index not in self.furniture and index not in self.marks

    def text_lines(self) -> Iterator[int]:
        """Yield the indices of unmarked lines of text, in order, as they are when asked."""
        return (index for index in range(len(self.lines)) if self.plain(index))

    def opens(self, index: int) -> bool:
        """Whether a block may begin here: behind an empty line, furniture, a heading or the end of a sentence."""
        if index == 0 or self.lines[index].gap or self.lines[index].page or index - 1 in self.furniture:
            return True
        before = self.marks.get(index - 1)
        return (before is not None and before.kind is Kind.HEADING) or ends_sentence(self.lines[index - 1].text)

    def stops(self, index: int) -> bool:
        """Whether what stands above this line ends before it: at an empty line, furniture, a mark or the end."""
        return index >= len(self.lines) or bool(self.lines[index].gap) or not self.plain(index)

    def following(self, index: int) -> int:
        """Return the index of the next line that is no furniture, or the number of lines."""
        index += 1
        while index in self.furniture:
            index += 1
        return index
