"""The pages over all countries are valid, full or empty, and a browser shows them as they are meant."""

from itertools import pairwise

import pytest

from tests.profiles.views.test_things_markup import HOSTILE, faults
from tests.profiles.views.test_world_queries import BUDGETS, filled, world

__all__ = ["filled"]
PAGES = [address for address in BUDGETS if ".csv" not in address]


@pytest.mark.django_db
def test_every_page_is_valid_full_and_empty(client, make, filled):
    for address in PAGES:
        assert faults(client.get(address).content.decode()) == [], address
    world(make, filled, 3)
    for address in PAGES:
        assert faults(client.get(address).content.decode()) == [], address


@pytest.mark.django_db
def test_names_and_printed_words_are_never_markup(client, make):
    indicator = make.indicator(key="i", name=HOSTILE, definition=HOSTILE)
    country = make.country(key="FRA", name=HOSTILE, sort_key="f", region=HOSTILE)
    on = {"country": country, "indicator": indicator, "unit": make.unit(key="u", name=HOSTILE)}
    make.figure(**on, counted=HOSTILE, low=None, high=None, qualifier="", value_state="in_words", printed=HOSTILE)
    for address in ("/map/?by=indicators/i", "/compare/?c=FRA&s=indicators/i", "/indicators/i/", "/countries/"):
        html = client.get(address).content.decode()
        assert "&lt;b&gt;" in html
        assert HOSTILE not in html, address
        assert faults(html) == [], address


@pytest.fixture
def drawn(make, settings):
    """Five countries of one class each, and plain static files for the test server."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    people = make.indicator(key="population", unit=make.unit(key="persons"))
    for number, code in enumerate(("BRA", "CHN", "FRA", "TUV", "USA"), 1):
        country = make.country(key=code, slug=code.lower(), name=f"Land {code}", sort_key=code.lower())
        make.figure(country=country, indicator=people, unit=people.unit, low=number, high=number, period="2020")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_shades_differ_in_lightness_and_are_patterns_where_the_reader_s_colours_rule(drawn, live_server, browser):
    def fills(page):
        page.goto(f"{live_server.url}/map/?by=indicators/population")
        return page.evaluate(
            "[0,1,2,3,4].map(n => getComputedStyle(document.querySelector('svg.world a .q' + n)).fill)"
        )

    def lightness(colour):
        red, green, blue = (int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    for scheme, falls in (("light", True), ("dark", False)):
        steps = [lightness(fill) for fill in browser.run(fills, color_scheme=scheme, timeout=60)]
        assert steps == sorted(steps, reverse=falls)
        assert min(abs(one - other) for one, other in pairwise(steps)) > 20
    patterns = browser.run(fills, forced_colors="active", timeout=60)
    assert len(set(patterns)) == 5
    assert [fill.split("#")[1][:2] for fill in patterns[1:4]] == ["p1", "p2", "p3"]


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_list_is_what_the_keyboard_reaches_and_the_form_needs_no_script(drawn, live_server, browser):
    def stops(page):
        page.goto(f"{live_server.url}/map/?by=indicators/population")
        return page.evaluate("document.querySelectorAll('svg.world a:not([tabindex=\"-1\"])').length"), page.evaluate(
            "document.querySelectorAll('table.newest th a').length"
        )

    assert browser.run(stops, timeout=60) == (0, 5)

    def choose(page):
        page.goto(f"{live_server.url}/compare/")
        page.get_by_text("Room for").click()
        page.select_option("#c1", "BRA")
        page.select_option("#c8", "TUV")
        page.get_by_role("button", name="Compare").click()
        return page.inner_text("table.abreast thead")

    heads = browser.run(choose, javascript=False, width=360, timeout=60)
    assert "Land BRA" in heads
    assert "Land TUV" in heads
