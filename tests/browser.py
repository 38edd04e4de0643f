"""A real browser for tests that are marked `browser`.

Playwright's calls run an event loop in their thread, and Django rightly refuses the database beside one. So the browser
has a thread of its own: `browser.run(function)` calls `function(page)` there and returns what it returns. The test
looks at the database in its own thread.

    def test_title(live_server, browser):
        assert browser.run(lambda page: (page.goto(live_server.url), page.title())[1]) == "Rightsbook"
"""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from playwright.sync_api import Browser as Chromium
from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

Answer = TypeVar("Answer")
SETTLED = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Browser:
    """One Chromium, started once for a run; each `run` gets a fresh page that shares nothing with the one before."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="browser")
        self._playwright: Playwright | None = None
        self._chromium: Chromium | None = None
        try:
            self._thread.submit(self._start).result(timeout=120)
        except BaseException:
            self.close()
            raise

    def _start(self) -> None:
        # Chromium's own sandbox does not work as root; elsewhere it stays on.
        arguments = [*SETTLED, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        self._playwright = sync_playwright().start()
        self._chromium = self._playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=arguments)

    def run(
        self,
        function: Callable[[Page], Answer],
        *,
        width: int = 1280,
        height: int = 800,
        javascript: bool = True,
        color_scheme: str = "light",
        forced_colors: str = "none",
        reduced_motion: str = "no-preference",
        timeout: float = 20,
        **context: Any,
    ) -> Answer:
        """Call `function(page)` in the browser's thread; more keywords go to Playwright's `new_context`.

        `timeout` is what one step on the page may take, in seconds.
        """
        options = {
            "viewport": {"width": width, "height": height},
            "java_script_enabled": javascript,
            "color_scheme": color_scheme,
            "forced_colors": forced_colors,
            "reduced_motion": reduced_motion,
        } | context
        return self._thread.submit(self._visit, function, options, timeout).result()

    def _visit(self, function: Callable[[Page], Answer], options: dict[str, Any], timeout: float) -> Answer:
        assert self._chromium is not None
        context: BrowserContext = self._chromium.new_context(**options)
        try:
            context.set_default_timeout(timeout * 1000)
            return function(context.new_page())
        finally:
            context.close()

    def close(self) -> None:
        """End the browser and its thread."""
        self._thread.submit(self._end).result()
        self._thread.shutdown()

    def _end(self) -> None:
        if self._chromium is not None:
            self._chromium.close()
        if self._playwright is not None:
            self._playwright.stop()
