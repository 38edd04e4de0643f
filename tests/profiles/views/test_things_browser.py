"""The pages of things, claims and documents in a browser: accessible, without sideways scroll, nothing blocked."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.profiles.views.test_things_markup import PAGES
from tests.profiles.views.test_things_queries import claims, ones, things

# Of permalinks one of each form: a claim, a list, a question, a thing.
FORMS = ("figures", "breakdowns", "disagreements", "offices")
SHOWN = [address for address in PAGES if "/claims/" not in address or address.split("/")[2] in FORMS]


@pytest.fixture
def styled(settings):
    """Static files by their plain names: the live server finds them in static/, and no hashed copies."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


def look(page, server, addresses):
    """What is wrong with pages as a reader would meet them."""
    found = []
    page.on("console", lambda line: found.append(line.text) if "Content Security Policy" in line.text else None)
    for address in addresses:
        page.goto(server + address)
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px", "the style sheet is missing"
        for mark in page.locator("details").all()[:3]:
            mark.evaluate("details => details.open = true")
        faults = [(rule["id"], rule["nodes"][0]["html"][:120]) for rule in Axe().run(page).response["violations"]]
        wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        found += [(address, fault) for fault in faults] + ([(address, "scrolls sideways")] if wide else [])
    return found


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.enable_socket
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_pages_are_accessible_and_fit(browser, styled, live_server, make, width, scheme):
    one = ones(make)
    claims(make, one, "ver/one")
    claims(make, one)
    things(make, one, "ver/one")
    faults = browser.run(lambda page: look(page, live_server.url, SHOWN), width=width, color_scheme=scheme)
    assert faults == []
