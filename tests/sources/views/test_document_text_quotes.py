"""A checked quotation opens its document with the words lit."""

import re

import pytest
from django.template import engines

from sources import texts
from sources.models import Quotation
from sources.pages import text_wording
from tests.sources.views.shelf import Shelf, part, text

pytestmark = pytest.mark.django_db
ADDRESS = "/sources/ver/text/"


@pytest.fixture
def shelf(make):
    shelf = Shelf(make)
    shelf.add("Crews came back in May to the old harbour of the town.", label="1")
    shelf.add("The council met twice before the fog came down on the town.", label="2")
    shelf.add("Lamps were lit along the quay on the same evening.", label="3")
    return shelf


def quote(shelf, words, key="ver/q/1", **values):
    row = shelf.make.quotation(key=key, document=shelf.document, text=words, **values)
    texts.check(row, texts.words_of(shelf.document))
    row.save()
    return row


def lit(html):
    return re.findall(r"<mark[^>]*>(.*?)</mark>", html)


def test_the_words_are_lit_where_they_stand(client, shelf):
    quote(shelf, "met twice before the fog")
    html = text(client, f"{ADDRESS}?quote=ver/q/1")
    assert lit(html) == ["met twice before the fog"]
    assert "<mark" in part(html, "p2")
    assert '<a href="#p2">Go to them</a>' in html
    assert lit(text(client, ADDRESS)) == []


def test_what_is_left_out_is_not_lit(client, shelf):
    quote(shelf, "Crews came back in May […] of the town.")
    assert Quotation.objects.get().verdict == "normalised" or Quotation.objects.get().verdict == "exact"
    assert lit(text(client, f"{ADDRESS}?quote=ver/q/1")) == ["Crews came back in May", "of the town."]


def test_words_over_two_passages_are_lit_in_both(client, shelf):
    made = quote(shelf, "fog came down on the town. Lamps were lit along the quay")
    assert made.is_found, made.reason
    html = text(client, f"{ADDRESS}?quote=ver/q/1")
    assert lit(html) == ["fog came down on the town.", "Lamps were lit along the quay"]


def test_other_typography_is_lit_all_the_same(client, make):
    shelf = Shelf(make)
    shelf.add("The “old” harbour — so the crews said — lay in fog.")
    quote(shelf, 'The "old" harbour – so the crews said')
    assert lit(text(client, f"{ADDRESS}?quote=ver/q/1")) == ["The “old” harbour — so the crews said"]


def test_of_two_equal_places_the_one_that_was_checked_is_lit(client, shelf):
    shelf.add("Later the council met twice before the fog lifted.", label="4")
    quote(shelf, "met twice before the fog")
    html = text(client, f"{ADDRESS}?quote=ver/q/1")
    assert "<mark" in part(html, "p2")
    assert "<mark" not in part(html, "p4")


def test_hidden_unfound_and_foreign_quotations_answer_alike(client, shelf):
    quote(shelf, "met twice before the fog", "ver/q/draft", status="draft")
    quote(shelf, "met thrice before the fog", "ver/q/lost")
    other = Shelf(shelf.make, key="ver/other")
    other.add("The council met twice before the fog came down on the town.")
    quote(other, "met twice before the fog", "ver/q/other")
    never = text(client, f"{ADDRESS}?quote=ver/q/never", 404)
    for key in ("draft", "lost", "other"):
        assert text(client, f"{ADDRESS}?quote=ver/q/{key}", 404) == never


def test_without_readable_words_the_page_says_so(client, shelf):
    quote(shelf, "met twice before the fog")
    type(shelf.document).objects.update(text_access="metadata")
    assert text_wording.LIT_UNSHOWN in text(client, f"{ADDRESS}?quote=ver/q/1")


@pytest.mark.parametrize(
    ("words", "verdict", "mark"),
    [
        ("met twice before the fog", "exact", "checked: found as they stand"),
        ("met twice before  the fog", "normalised", "checked: found, marks and spaces aside"),
    ],
)
def test_the_mark_leads_to_the_lit_words(client, shelf, words, verdict, mark):
    made = quote(shelf, words)
    assert made.verdict == verdict
    template = engines["pages"].from_string('{% from "sources/_quoted.html" import checked %}{{ checked(quotation) }}')
    html = template.render({"quotation": made})
    assert mark in html
    address = re.search(r'href="([^"]+)"', html)[1]
    assert address == f"{ADDRESS}?quote=ver/q/1#p2"
    assert lit(text(client, address.partition("#")[0]))
