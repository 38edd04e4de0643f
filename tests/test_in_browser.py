"""Every kind of page and every form of the desk in a real browser, with the data that the site ships.

Accessibility by axe-core, 320 px without sideways scroll, no script needed, nothing from elsewhere, no breach of the
policy, weight. Pages come from the resolver: the first row of each kind, and the whole country page.
"""

import gzip
import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.urls import reverse

from tests.shipped import load_shipped
from tests.test_public_routes import patterns

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SAMPLES = {
    "country": [{"slug": "kazakhstan"}, {"slug": "tuvalu"}],
    "timeline": [{"slug": "kazakhstan"}],
    "country-theme": [{"slug": "kazakhstan", "theme": "ohchr/right-to-life"}],
    "dataset": [{"name": "figures"}],
    "claim": [
        {"dataset": "figures", "key": "kaz/zhanaozen/dead-amnesty"},
        {"dataset": "statements", "key": ""},
        {"dataset": "countries", "key": "KAZ"},
    ],
}
FILES = ("csv", "json", "bib", "ris", "robots", "sitemap", "healthz", "readyz")

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def shipped(settings):
    """The shipped data, and static files by their plain names: the test server knows no others."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    load_shipped("reference", "kazakhstan")


def pages() -> list[str]:
    """One address of every kind of page that people read."""
    found = []
    for route, pattern in patterns():
        name = str(pattern.name)
        if any(part in name for part in FILES):
            continue
        namespace = "sources" if pattern.callback.__module__.startswith("sources") else "profiles"
        for values in SAMPLES.get(name) or [first(route) if "<" in route else {}]:
            key = {"key": first("statements")["key"]} if values.get("key") == "" else {}
            found.append(reverse(f"{namespace}:{name}", kwargs={**values, **key}))
    asked = ["/map/?by=indicators/population", "/compare/?c=KAZ&c=KGZ", "/indicators/population/?country=KAZ"]
    return [*found, *asked, "/nowhere/", "/data/figures/?country=XYZ"]


def first(route: str) -> dict[str, str]:
    """The first public row that lives below a route."""
    from profiles.datasets import DATASETS

    part = route.split("/")[0]
    rows = DATASETS[{"sources": "documents"}.get(part, part)].public()
    return {"key": (rows.filter(key__startswith="kaz/").first() or rows.first()).key}


def walk(page, start: str, addresses: list[str]) -> dict[str, list[str]]:
    """What is wrong with each of the pages, as they stand in the browser."""
    said: list[str] = []
    page.on("request", lambda request: None if request.url.startswith((start, "data:")) else said.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    wrong = {}
    for address in addresses:
        said.clear()
        page.goto(start + address)
        # A 404 or 400 is what two of the addresses are asked for. What axe itself does comes later.
        found = [f"console or elsewhere: {text}" for text in said if "status of 40" not in text]
        across, window = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        if across > window:
            found.append(f"scrolls sideways: {across} px in {window}")
        for violation in Axe().run(page, options=RULES).response["violations"]:
            nodes = [node["html"][:120] for node in violation["nodes"][:3]]
            found.append(f"{violation['id']}: {violation['help']} {nodes}")
        if found:
            wrong[f"{address} at {window}"] = found
    return wrong


@pytest.mark.usefixtures("shipped")
def test_every_kind_of_page_is_sound_wide_and_narrow(live_server, browser):
    asked = pages()
    assert len(asked) > 20
    for width, scheme in ((1280, "light"), (320, "dark")):
        wrong = browser.run(
            lambda page: walk(page, live_server.url, asked), width=width, color_scheme=scheme, timeout=60
        )
        assert wrong == {}, json.dumps(wrong, indent=1)


@pytest.mark.usefixtures("shipped")
def test_the_country_page_works_by_keyboard_without_script_and_in_print(live_server, browser, client):
    address = f"{live_server.url}/countries/kazakhstan/"

    def use(page):
        page.goto(address)
        page.keyboard.press("Tab")
        skip = page.evaluate("document.activeElement.textContent")
        summary = page.locator("details.mark summary").first
        summary.focus()
        page.keyboard.press("Enter")
        opened = page.locator("details.mark[open]").count()
        sizes = page.eval_on_selector_all(
            "details.mark summary",
            "all => all.map(e => e.getBoundingClientRect()).filter(b => b.height).map(b => b.height)",
        )
        return skip, opened, min(sizes)

    skip, opened, smallest = browser.run(use, timeout=60)
    assert "Skip" in skip
    assert opened == 1
    assert smallest >= 24
    plain = browser.run(lambda page: (page.goto(address), page.inner_text("main"))[1], javascript=False, timeout=60)
    for words in ("Nursultan Nazarbayev", "in office at last report", "at least 17", "This page describes 2012"):
        assert words in plain
    body = client.get("/countries/kazakhstan/", SERVER_NAME="localhost").content
    assert len(gzip.compress(body)) < 100_000
    assert body.count(b'rel="stylesheet"') == 1


@pytest.mark.usefixtures("shipped")
def test_every_form_and_list_of_the_desk_is_sound(live_server, browser, client):
    user = User.objects.create_superuser("chief", password="a-long-pass-phrase")
    user.groups.set(Group.objects.filter(name="administrator"))
    client.force_login(user)
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": f"{live_server.url}/admin/"}

    asked = [reverse("admin:index")]
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        row = model._default_manager.first()
        form = reverse(f"{name}_change", args=[row.pk]) if row else reverse(f"{name}_add")
        asked += [reverse(f"{name}_changelist"), form]
    assert len(asked) > 100

    def look(page, addresses):
        page.context.add_cookies([session])
        return walk(page, live_server.url, addresses)

    # Lists are tables: at 320 px each form is looked at, at 1280 px each page.
    forms = [address for address in asked if address.endswith(("add/", "change/"))][::4]
    for width, addresses in ((1280, asked), (320, forms)):
        wrong = browser.run(lambda page, at=addresses: look(page, at), width=width, timeout=60)
        assert wrong == {}, json.dumps(wrong, indent=1)
