"""Tabs that the tests of one page share, so that each page is opened only once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize
from reader import WIDE, watch

# "null" emulates nothing: the page is shown on a screen, and can be printed.
Medium = Literal["null", "print"]


class Tab:
    """A tab that opens one page after another, and the errors behind the page it shows.

    Laying out a page takes most of the time of its tests, so the window stays as the last test left it.
    Tests that need the same window therefore stand next to each other.
    """

    def __init__(self, page: Page) -> None:
        self.page_errors: list[str] = []
        self._page = page
        self._look: tuple[ViewportSize, Medium] = (WIDE, "null")

    def open(self, address: str) -> Tab:
        self.page_errors.clear()
        self.page.goto(address)
        return self

    @property
    def page(self) -> Page:
        """Return the page in a wide window."""
        return self.sized(WIDE)

    def sized(self, size: ViewportSize, medium: Medium = "null") -> Page:
        """Return the page in a window of this size or, for print, as laid out on paper of this width."""
        if self._look != (size, medium):
            self._page.set_viewport_size(size)
            self._page.emulate_media(media=medium)
            self._look = size, medium
        return self._page


def new_tab(browser: Browser, home: str, scheme: Literal["light", "dark"]) -> Iterator[Tab]:
    options = {"base_url": home, "color_scheme": scheme, "viewport": WIDE}
    # Without animations, nothing is judged in transition.
    with browser.new_context(**options, reduced_motion="reduce") as context:
        tab = Tab(context.new_page())
        watch(context, tab.page_errors, home)
        yield tab
