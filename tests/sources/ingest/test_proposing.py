"""Documents and dates that a file proposes: their keys and places."""

import pytest

from sources import keys
from sources.ingest.blocks import Part, Proposal
from sources.ingest.proposing import add_dates, new_parts
from sources.models import Document

pytestmark = pytest.mark.django_db

PART = Part(first_line=3, last_line=9, title="The Harbour Report")


@pytest.mark.parametrize(
    ("key", "inner"),
    [
        ("ver/port", "ver/port/the-harbour-report"),
        ("ver/a/b/c", "ver/a/b/c-the-harbour-report"),
        ("ver/a/b/c" + "d" * (keys.MAX_LENGTH - 9), "ver/a/b/c" + "d" * (keys.MAX_LENGTH - 14)),
    ],
)
def test_a_document_inside_another_has_a_key_wherever_there_is_room(make, key, inner):
    document = make.document(key=key)
    assert [row.key for row in new_parts(document, [PART])] == [inner]
    assert new_parts(document, [PART]) == []
    assert Document.objects.get(key=inner).part_lines == "lines 3–9"


def test_a_date_that_mark_up_alone_says_stands_on_no_line(make):
    document = make.document()
    facts = [Proposal("updated", "15 November 2012", 0), Proposal("covers", "2012", 4)]
    assert [row.locator for row in add_dates(document, facts)] == ["", "line 4"]
