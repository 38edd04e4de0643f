"""Pages of texts in a real browser: accessible at both widths, lit and cited, and far places reached."""

import json

import pytest

from sources import texts
from sources.pages import flow, held_text
from tests.sources.views.shelf import Shelf
from tests.test_in_browser import walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADDRESS = "/sources/ver/text/"


@pytest.fixture
def shelf(make, settings):
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    shelf = Shelf(make, url="https://watch.example/text")
    shelf.add("Harbours", "heading", anchor="s1", label="I")
    body = shelf.add("Crews came back in May to the old harbour of the town.", label="1", page=4)
    shelf.add("Lamps and their oil", "heading", anchor="s1-a", label="A", level=2)
    shelf.add("oil lamps from the long quay of the old harbour town", "list_item", lead="(a)", page=5)
    shelf.add("Port\tBoats\tCrews\tLamps\tHarbour dues in thousands", "table_row")
    shelf.paragraphs(30, 2)
    note = shelf.add("The log of the port.", "note", anchor="n1", label="1", locator="note 1")
    make.note(
        reading=shelf.reading, document=shelf.document, number="1", passage=note, marker_passage=body, marker_offset=10
    )
    for _ in range(5):
        make.figure(document=shelf.document, locator="para. 1")
    make.figure(document=shelf.document, locator="para. 30")
    make.figure(document=shelf.document, locator="row 5")
    quotation = make.quotation(key="ver/q/1", document=shelf.document, text="back in May to the old harbour")
    texts.check(quotation, texts.words_of(shelf.document))
    quotation.save()
    later = Shelf(make, key="ver/new", replaces=shelf.document)
    later.add("Crews came back in June to the old harbour of the town.", label="1")
    return shelf


@pytest.mark.usefixtures("shelf")
def test_pages_of_texts_are_sound_wide_and_narrow(live_server, browser):
    asked = [ADDRESS, f"{ADDRESS}?passage=p1", f"{ADDRESS}?quote=ver/q/1", "/sources/ver/new/?compare=ver/text"]
    for width, scheme in ((1280, "light"), (1280, "dark"), (320, "light")):
        wrong = browser.run(
            lambda page: walk(page, live_server.url, asked), width=width, color_scheme=scheme, timeout=60
        )
        assert wrong == {}, json.dumps(wrong, indent=1)


@pytest.mark.usefixtures("shelf")
def test_notes_stand_beside_the_words_where_there_is_room_and_below_them_where_not(live_server, browser):
    def look(page):
        page.goto(live_server.url + ADDRESS)
        words, note = (page.locator(each).bounding_box() for each in ("#p1 > .words", "#n1"))
        call = page.locator("#p1 .call a").bounding_box()
        return note["x"] >= words["x"] + words["width"], note["y"] >= words["y"] + words["height"], call

    for width, expected in ((1280, (True, False)), (320, (False, True))):
        beside, below, call = browser.run(look, width=width)
        assert (beside, below) == expected
        assert min(call["width"], call["height"]) >= 24


@pytest.mark.usefixtures("shelf")
def test_a_place_on_another_page_is_reached_from_an_address_that_names_none(live_server, browser, monkeypatch):
    real = flow.pages
    monkeypatch.setattr(held_text.flow, "pages", lambda entries, weights: real(entries, weights, 12))

    def look(page):
        page.goto(f"{live_server.url}{ADDRESS}#p28")
        page.wait_for_url("**/?page=*#p28")
        return page.locator("#p28").is_visible()

    assert browser.run(look)
    without = browser.run(
        lambda page: (page.goto(f"{live_server.url}{ADDRESS}#para-30"), page.locator("#para-30 a").click(), page.url)[
            2
        ],
        javascript=False,
    )
    assert without.endswith("#para-30")
    assert "?page=" in without
