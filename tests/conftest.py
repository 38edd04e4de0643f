"""What every test may ask for: rows of one invented country, and a browser."""

import pytest

from tests.browser import Browser
from tests.factories import Factory


@pytest.fixture
def make(db: None) -> Factory:
    """Rows of Verania, an invented country: `make.country()`, `make.figure(low=17)` …"""
    return Factory()


@pytest.fixture(scope="session")
def browser():
    """A real browser, in a thread of its own: `browser.run(look, width=320)` runs `look(page)` there."""
    started = Browser()
    yield started
    started.close()
