"""What a reader understood of a file: blocks in order, furniture, repairs, notes, and what it proposes. Pure.

Nothing is lost: the characters of all blocks, with repairs undone and in order, and those of the furniture, are the
characters of the file, white space aside (`ledger` says how; `tests/sources/ingest/test_ledger.py` proves it).
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    NOTE = "note"


class RefusedFileError(ValueError):
    """A file that cannot be read in whole; the message says where and why, for an editor."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of the file's decoded text, `start` inclusive, `end` exclusive, counted from 0."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Repair:
    """One place where words that the layout had split or joined were mended, since it was certain.

    `offset` counts characters in the block's text; `printed` is what the file has there (line ends included),
    `mended` what the text now has; `reason` is a word such as `hyphen`, `ligature`, `split word`.
    """

    offset: int
    printed: str
    mended: str
    reason: str


@dataclass(frozen=True, slots=True)
class Marker:
    """Where a note is called from: `offset` counts characters in the block's text, before the printed number."""

    number: str
    offset: int


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table row or note, in the order of the file.

    `label` is the printed number or letter without its punctuation (`53`, `V`, `b`, `16`), empty where none is;
    `lead` is all that the file prints before `text` for it (`53.`, `(b)`, `1`), so that nothing is lost. `text` has
    line ends undone to single spaces. `level` counts from 1 for headings and is 0 otherwise; `parent` is the index
    of the heading above, or None. `spans` are the characters of the file that the block was made from, lead
    included; `first_line` and `last_line` count lines of the file from 1; `page` is the printed page or None.
    """

    kind: Kind
    text: str
    spans: tuple[Span, ...]
    first_line: int
    last_line: int
    label: str = ""
    lead: str = ""
    level: int = 0
    parent: int | None = None
    page: int | None = None
    markers: tuple[Marker, ...] = ()
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a page carries that is no part of the text: page numbers, running heads, document codes, rules."""

    text: str
    span: Span
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """One printed fact about the document, for an editor to confirm.

    `field` is a field of Document or a role of DocumentDate (`title`, `publisher`, `authors`, `symbol`, `published`,
    `updated`, `approved`, `covers`, `citation`, `url`, `disclaimer`, `republished_by`, `translation`, `language`);
    `value` is as printed.
    """

    field: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Part:
    """A document inside the file, proposed as a document of its own; lines count in the file, both inclusive."""

    title: str
    first_line: int
    last_line: int
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one reader understood of one file. `text` is the decoded text with every line end made a line feed."""

    layout: str
    text: str
    encoding: str
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    parts: tuple[Part, ...] = ()
    warnings: tuple[str, ...] = field(default=())
