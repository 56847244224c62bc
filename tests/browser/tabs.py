"""Tabs that the tests of one page share, so that each page is opened once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize
from reader import WIDE, watch


@dataclass
class Tab:
    """A tab that opens one page after the other, and what goes wrong behind the page it shows."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def open(self, address: str) -> Tab:
        self.complaints.clear()
        self.page.goto(address)
        return self

    @contextmanager
    def sized(self, size: ViewportSize) -> Iterator[Page]:
        """Show the page in a window of another size for a while."""
        self.page.set_viewport_size(size)
        try:
            yield self.page
        finally:
            self.page.set_viewport_size(WIDE)


def new_tab(browser: Browser, home: str, scheme: Literal["light", "dark"]) -> Iterator[Tab]:
    with browser.new_context(base_url=home, color_scheme=scheme, viewport=WIDE) as context:
        tab = Tab(context.new_page())
        watch(context, tab.complaints, home)
        yield tab
