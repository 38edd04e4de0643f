"""The whole country page with the shipped data: its length, its weight, what folds, and what paper gets."""

import gzip
import io
import unicodedata

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.test_in_browser import RULES, shipped  # noqa: F401  # the shipped data and plain static files

ADDRESS = "/countries/kazakhstan/"
# Height in px by width of the window: a page that one would read through.
LONGEST = {1280: 22_000, 360: 42_000}
# What a first screen may take, from the top to the line on coverage.
FIRST = {1280: 720, 360: 1_500}
MOST_NODES = 13_000
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 300);
})"""

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("shipped")]


def test_the_page_is_as_long_as_one_would_read_and_weighs_little(live_server, browser, client):
    def look(page):
        requests = []
        page.on("request", lambda request: requests.append((request.resource_type, request.url)))
        page.goto(live_server.url + ADDRESS)
        return (
            requests,
            page.evaluate("document.documentElement.scrollHeight"),
            page.evaluate("document.querySelector('.ledger').getBoundingClientRect().bottom"),
            page.evaluate("document.querySelectorAll('*').length"),
            page.evaluate(SHIFTS),
            page.evaluate("[...document.images].filter(e => !(e.width && e.height)).length"),
        )

    for width in LONGEST:
        requests, height, first, nodes, shifts, unsized = browser.run(look, width=width, height=640, timeout=60)
        assert height <= LONGEST[width]
        assert first <= FIRST[width]
        assert nodes <= MOST_NODES
        assert shifts < 0.1
        assert unsized == 0
        kinds = sorted(kind for kind, url in requests if not url.endswith("icon.svg"))
        assert kinds == ["document", "script", "stylesheet"]
        assert all(url.startswith(live_server.url) for _, url in requests)
    assert len(gzip.compress(client.get(ADDRESS, SERVER_NAME="localhost").content)) < 100_000


def test_no_width_scrolls_sideways(live_server, browser):
    def look(page):
        page.goto(live_server.url + ADDRESS)
        wrong = []
        for width in (320, 360, 600, 700, 768, 900, 1000, 1100, 1280, 1600):
            page.set_viewport_size({"width": width, "height": 700})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wrong.append(width)
        return wrong

    assert browser.run(look, timeout=60) == []


def test_all_that_opens_is_sound_when_it_is_open(live_server, browser):
    def look(page):
        page.goto(live_server.url + ADDRESS)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        found = Axe().run(page, options=RULES).response["violations"]
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        return [(each["id"], each["nodes"][0]["html"][:120]) for each in found], wide

    for width in (1280, 320):
        assert browser.run(look, width=width, timeout=90) == ([], False)


def test_an_address_opens_the_fold_that_its_place_lies_in(live_server, browser):
    def look(page):
        page.goto(live_server.url + ADDRESS)
        return page.evaluate("[...document.querySelectorAll('.body details:not(.mark) [id]')].map(e => e.id)")

    def follow(place):
        def look(page):
            page.goto(f"{live_server.url}{ADDRESS}#{place}")
            return page.evaluate(
                "id => { for (let e = document.getElementById(id); e; e = e.parentElement)"
                " if (e.tagName == 'DETAILS' && !e.open) return false; return true }",
                place,
            )

        return look

    folded = browser.run(look, javascript=True, timeout=60)
    assert len(folded) > 20
    for place in folded[:: len(folded) // 5]:
        assert browser.run(follow(place), timeout=60), place


def test_paper_has_all_rows_numbered_notes_and_a_foot_on_every_page(live_server, browser):
    def look(page):
        page.goto(live_server.url + ADDRESS)
        marks = page.locator("details.mark").count()
        folded = page.eval_on_selector_all(
            ".body .rest:not([open]) .fact .what", "all => all.map(e => e.textContent.trim().split(/\\s+/)[0])"
        )
        return page.pdf(format="A4", prefer_css_page_size=True), marks, folded

    pdf, marks, folded = browser.run(look, timeout=120)
    # Fonts join letters: NFKC parts them again.
    pages = [unicodedata.normalize("NFKC", page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    whole = "\n".join(pages)
    assert len(pages) < 60
    assert all("As the sources held stood on 13 December 2012" in text for text in pages)
    assert all(ADDRESS in text for text in pages)
    assert f"page 1 of {len(pages)}" in pages[0]
    assert whole.count("[1]") >= 1
    assert whole.count("[") >= marks
    assert [word for word in folded if word not in whole] == []
    assert "Notes: who says it, where and when" in whole
