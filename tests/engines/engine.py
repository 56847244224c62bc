"""What a reader does in a browser, and what a test sees there, the same for every engine."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, TypeVar

# The first visible element for a selector, or the first with exactly this text, scrolled to the middle of the window.
FIND = """
    const [selector, text] = arguments;
    const found = [...document.querySelectorAll(selector)].find(
        (element) =>
            element.checkVisibility({ visibilityProperty: true }) &&
            (text === null || element.textContent.trim() === text),
    );
    found?.scrollIntoView({ block: "center", behavior: "instant" });
    return found ?? null;
"""
# A page that has started shows what is saved. Before that it is drawn without it, or not at all, and there may be an
# empty page between two pages.
STARTED = """
    location.href.startsWith(arguments[0])
    && document.readyState === "complete"
    && !("starting" in document.documentElement.dataset)
"""
BACK = "const from = location.href; setTimeout(() => history.back()); return from;"
KEPT = """
    const [area, start] = arguments;
    return Object.fromEntries(Object.entries(window[area]).filter(([name]) => name.startsWith(start)));
"""
Result = TypeVar("Result")
TIMEOUT = 30  # seconds to wait for something that the browser does asynchronously
DRIVER_TIMEOUT = 120  # seconds after which a silent driver is given up


class Engine(ABC):
    """A browser with its own profile, and the tab that its reader looks at.

    The first tab stays empty, so that the browser keeps running when the reader closes theirs.
    """

    # What a driver raises while a page is loading.
    not_yet: ClassVar[tuple[type[Exception], ...]]

    def __init__(self, home: str, folder: Path) -> None:
        """Start the browser with its profile in a folder."""
        self.home = home
        self.folder = folder

    @abstractmethod
    def run(self, script: str, *values: Any) -> Any:
        """Run the body of a function in the page."""

    @abstractmethod
    def go(self, address: str) -> None:
        """Follow an absolute address and wait for its page."""

    @abstractmethod
    def press(self, element: Any, *, with_control: bool) -> None:
        """Click in the middle of an element."""

    @abstractmethod
    def type(self, text: str) -> None:
        """Type into the focused element."""

    @abstractmethod
    def compose(self, letter: str) -> None:
        """Type a letter with an input method, in several steps of which the last is committed."""

    @property
    @abstractmethod
    def tabs(self) -> set[Any]:
        """Return every open tab."""

    @abstractmethod
    def look_at(self, tab: Any) -> None:
        """Switch to a tab."""

    @abstractmethod
    def new_tab(self) -> None:
        """Open an empty tab and switch to it."""

    @abstractmethod
    def close_tab(self) -> None:
        """Close the tab and switch to the first one left."""

    @abstractmethod
    def printed(self, paper: str) -> bytes:
        """Print the page on "Letter" or "A4", and return the PDF."""

    @abstractmethod
    def stop(self) -> None:
        """Quit the browser."""

    def remember_tab(self) -> None:  # noqa: B027 - only Firefox needs it
        """Make the browser record the state of the tab for its session, as it does from time to time."""

    def reopen_tab(self) -> None:
        """Reopen the tab that was closed last, as Ctrl+Shift+T does."""
        raise NotImplementedError

    def restart(self) -> None:
        """Quit the browser and start it again with the same session."""
        raise NotImplementedError

    def open(self, address: str) -> None:
        """Open a page by its path on the site."""
        self.go(self.home + address)

    def follow(self, address: str) -> None:
        """Go to another page of the site as by a link, so that going back is possible."""
        self.run(
            "const [address] = arguments; setTimeout(() => location.assign(address))", self.home + address
        )
        self.eventually(lambda: self.is_at(self.home + address))

    def eventually(self, look: Callable[[], Result]) -> Result:
        """Poll until a value is truthy, and return it."""
        end = time.monotonic() + TIMEOUT
        while True:
            try:
                if result := look():
                    return result
            except self.not_yet:
                if time.monotonic() > end:
                    raise
            assert time.monotonic() < end, "what was waited for did not come"
            time.sleep(0.05)

    def find(self, selector: str, text: str | None = None) -> Any:
        return self.eventually(lambda: self.run(FIND, selector, text))

    def click(self, selector: str, text: str | None = None) -> None:
        """Click an element. It is found again if it was redrawn before it could be pressed."""

        def is_pressed() -> bool:
            self.press(self.find(selector, text), with_control=False)
            return True

        self.eventually(is_pressed)

    def click_into_new_tab(self, selector: str, text: str | None = None, *, with_control: bool) -> None:
        """Click a link that opens in a new tab, and switch to that tab."""
        before = self.tabs
        self.press(self.find(selector, text), with_control=with_control)
        self.look_at(self.eventually(lambda: self.tabs - before).pop())
        self.eventually(lambda: self.is_at(self.home))

    def write(self, selector: str, text: str) -> None:
        """Click into a field and type."""
        self.click(selector)
        self.type(text)

    def back(self) -> None:
        start = self.run(BACK)
        self.eventually(lambda: self.has_started("location.href !== arguments[1]", start))

    def reload(self) -> None:
        self.run("window.isOld = true; setTimeout(() => location.reload())")
        self.eventually(lambda: self.has_started("!window.isOld"))

    def is_at(self, start: str) -> bool:
        return self.has_started("location.href.startsWith(arguments[1])", start)

    def has_started(self, condition: str, *values: Any) -> bool:
        """Return whether the intended page has started, checked in one call because the page may change between two."""
        return bool(self.run(f"return ({STARTED}) && {condition}", self.home, *values))

    def kept(self, area: str, start: str) -> dict[str, str]:
        """Return the entries in an area of the browser's storage whose keys have this prefix."""
        kept: dict[str, str] = self.run(KEPT, area, start)
        return kept
