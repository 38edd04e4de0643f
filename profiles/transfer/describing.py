"""The data dictionary as Markdown, from the declarations: docs/data.md is this text."""

from profiles.datasets import PARTS, Dataset
from profiles.datasets.stored import stored_columns

INTRODUCTION = """\
# Data

Made by `./run manage describe_data docs/data.md`; a test holds this file against the declarations in
`profiles/datasets/`. Change those, not this.

Every table is at `/data/<table>.csv` and `/data/<table>.json`. `?country=KAZ` keeps a country, in any case, and may be
given several times; an unknown country or parameter is answered with status 400 that names it. Tables marked
*vocabulary* belong to no country and take no `country`.

**CSV** is UTF-8 by RFC 4180 with a header and `\\r\\n`, ordered by key. An empty cell means that the source does not
give the value; there is no `NA`, `-` or 0 in its place. Codes such as Namibia's `NA` and Afghanistan's `004` are text.
Lists in a cell are joined by `; `.

**JSON** is `{"dataset", "rows", "next"}`: 500 rows a page (`limit`, up to 5000), `next` the address of the next page or
null, numbers as numbers.

**Dates** are three columns: `x` in EDTF (ISO 8601-2:2019), `x_earliest` and `x_latest` the days that it allows. An open
or unknown side is empty.

**Numbers** are `low`, `high` and a qualifier: equal for `unqualified` and `about`; no `high` for `at_least` and
`more_than`; no `low` for `at_most` and `less_than`; both for `between`. Shares are per cent, 0 to 100. Nothing is
converted, rescaled or averaged.

**Rows of claims** end with who says it, when it was published, how it stands to its origin, the words as printed, the
document, the place and the permalink. **Rows of things** end with the documents that support them and the places.

**Curation files** are what `load` takes and `dump` writes, `<folder>/<collection>/<table>.csv`: the stored columns
named below each table, keys for links, `dataset/key` for a link to one of several tables.
"""


def data_dictionary() -> str:
    """Return the whole dictionary."""
    parts = [INTRODUCTION]
    for title, datasets in PARTS.items():
        parts.append(f"## {title}\n")
        parts += [_table(dataset) for dataset in datasets]
    return "\n".join(parts)


def _table(dataset: Dataset) -> str:
    kind = "" if dataset.country else " *Vocabulary.*"
    lines = [f"### {dataset.name}\n", f"{dataset.about}{kind}\n", "| Column | Type | Meaning |", "|---|---|---|"]
    lines += [f"| `{column.name}` | {column.type} | {_cell(column.help)} |" for column in dataset.columns]
    stored = ", ".join(f"`{column.name}`" for column in stored_columns(dataset))
    note = "Made by reading files in; in no curation file." if dataset.from_reading else f"Stored: {stored}."
    return "\n".join([*lines, "", note, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
