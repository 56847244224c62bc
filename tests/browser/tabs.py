"""Tabs that the tests of one page share, so that each page is opened once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize
from reader import WIDE, watch

# None of them: the page is shown on a screen, and can be printed.
Medium = Literal["null", "print"]


class Tab:
    """A tab that opens one page after the other, and what goes wrong behind the page it shows.

    To lay a page out anew is what takes most of its tests' time. So a window stays as it was last
    asked for: tests that ask for the same one stand beside each other.
    """

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        self._page = page
        self._look: tuple[ViewportSize, Medium] = (WIDE, "null")

    def open(self, address: str) -> Tab:
        self.complaints.clear()
        self.page.goto(address)
        return self

    @property
    def page(self) -> Page:
        """Return the page in a wide window."""
        return self.sized(WIDE)

    def sized(self, size: ViewportSize, medium: Medium = "null") -> Page:
        """Return the page in a window of this size, or as it goes to the printer on paper that is so wide."""
        if self._look != (size, medium):
            self._page.set_viewport_size(size)
            self._page.emulate_media(media=medium)
            self._look = size, medium
        return self._page


def new_tab(browser: Browser, home: str, scheme: Literal["light", "dark"]) -> Iterator[Tab]:
    options = {"base_url": home, "color_scheme": scheme, "viewport": WIDE}
    # Nothing is judged while it is on its way.
    with browser.new_context(**options, reduced_motion="reduce") as context:
        tab = Tab(context.new_page())
        watch(context, tab.complaints, home)
        yield tab
