"""The desk's pages of texts in a real browser: sound for axe-core, no sideways scroll, lists that fit the page."""

import json

import pytest
from django.contrib.auth.models import User
from django.test import Client

from profiles.models import Breakdown, Figure, Tenure
from sources.models import Document, Passage
from tests.profiles.admin.conftest import list_of, path_of
from tests.profiles.admin.texts import text_of
from tests.test_in_browser import walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TIGHT = """[...document.querySelectorAll('#changelist .results, .inline-group .tabular')]
    .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.className)"""


@pytest.fixture
def desk(live_server, browser, settings):
    """Look at pages of the desk as its administrator: `desk(function, width=320)`."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    client = Client()
    client.force_login(User.objects.create_superuser("chief", password="a-long-pass-phrase"))
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": f"{live_server.url}/admin/"}

    def look(function, **options):
        def signed_in(page):
            page.context.add_cookies([session])
            return function(page, live_server.url)

        return browser.run(signed_in, timeout=60, **options)

    return look


@pytest.mark.parametrize("width", (1280, 320))
def test_the_pages_of_a_text_are_sound(width, desk, make):
    document = text_of(make)
    figure = make.figure(document=document, locator="para. 7", printed="17")
    start = f"?document={document.pk}&locator=para.+8&kind=quotation"
    asked = [
        f"/admin/sources/document/{document.pk}/passages/?locator=para.+8",
        path_of(document),
        path_of(figure),
        f"/admin/profiles/excerpt/add/{start}",
        f"/admin/sources/document/read-in/?document={document.key}",
    ]
    wrong = desk(lambda page, url: walk(page, url, asked), width=width)
    assert wrong == {}, json.dumps(wrong, indent=1)


@pytest.mark.parametrize("javascript", (True, False))
def test_a_text_is_pasted_previewed_and_read_in(javascript, desk, db):
    def use(page, url):
        page.goto(f"{url}/admin/sources/document/read-in/")
        page.fill("#id_document", "ver/pasted")
        page.fill("#id_pasted", "1. The quay of Verania gave way.\n\n2. The town mourned.\n")
        page.click("text=Show what is understood")
        preview = page.inner_text("#content")
        across = page.evaluate("[document.documentElement.scrollWidth, innerWidth]") if javascript else [0, 0]
        page.click("[name=confirm]")
        return preview, across, page.inner_text(".messagelist")

    preview, (across, window), said = desk(use, width=320, javascript=javascript)
    assert "2 paragraphs" in preview
    assert across <= window
    assert "2 passages" in said
    assert Passage.objects.count() == 2
    assert Document.objects.get().status == "draft"


def test_lists_and_rows_beneath_records_fit_a_page_of_1280(desk, make):
    event = make.event(title="A gathering before the old customs house in the harbour of Verania, 1 May 2012")
    make.figure(event=event, place="Old Harbour")
    tenure, share = make.tenure(), make.share()
    make.citation(office=tenure.office, country=None)
    asked = [list_of(Figure), list_of(Tenure), list_of(Breakdown), path_of(share.breakdown), path_of(tenure.office)]
    tight = desk(lambda page, url: [(at, page.goto(url + at) and page.evaluate(TIGHT)) for at in asked])
    assert [(at, found) for at, found in tight if found] == []
