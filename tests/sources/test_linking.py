"""From locators to passages, over a file that is made by hand."""

from dataclasses import dataclass

import pytest

from sources.linking import Places, Run


@dataclass
class Row:
    """A passage as far as places go."""

    kind: str
    first_line: int
    last_line: int
    label: str = ""
    text: str = ""
    level: int = 0
    page: int | None = None


ROWS = [
    Row("heading", 1, 1, "V", "Rights in Verania", 1, 1),
    Row("heading", 2, 2, "B", "Harbours", 2, 1),
    Row("paragraph", 3, 5, "52", page=1),
    Row("paragraph", 6, 9, "53", page=2),
    Row("heading", 12, 12, "VI", "Conclusion", 1, 2),
    Row("paragraph", 13, 13, page=3),
    Row("note", 20, 21, "7", page=3),
]


@pytest.mark.parametrize(
    ("locator", "runs"),
    [
        ("line 4", [Run(2, 2)]),
        ("lines 5–6", [Run(2, 3)]),
        ("lines 10–12", [Run(4, 4)]),
        ("line 3, line 13", [Run(2, 2), Run(5, 5)]),
        ("para. 53", [Run(3, 3)]),
        ("paras 52–53", [Run(2, 3)]),
        ("note 7", [Run(6, 6)]),
        ("p. 2", [Run(3, 4)]),
        ("pp. 2–3", [Run(3, 6)]),
        ("heading V.B", [Run(1, 1)]),
        ("heading VI", [Run(4, 4)]),
        ("heading Harbours", [Run(1, 1)]),
        ("heading rights in verania > HARBOURS", [Run(1, 1)]),
    ],
)
def test_a_place_leads_to_its_passages(locator, runs):
    assert Places(ROWS).resolve(locator) == runs


@pytest.mark.parametrize(
    "locator",
    [
        "line 10",  # furniture stood there
        "line 99",
        "para. 7",  # the note has that number, no paragraph has
        "note 53",
        "paras 52–54",
        "p. 9",
        "heading B",  # B stands under V only
        "heading Ports",
        "row 4",
        "field Government > Capital",
        "line 4, para. 99",  # half a place is none
        "somewhere",
    ],
)
def test_what_is_nowhere_is_not_guessed(locator):
    assert Places(ROWS).resolve(locator) is None
