"""What a reader does in a browser, and what a test looks at, whichever browser it is."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, TypeVar

# The first visible element of a selector, or the one of them with exactly this text, in the middle of the window.
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
# A page of the site that has started shows what is saved. Before, it is drawn without that, or not at all, and between
# two pages there may be an empty one.
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
PATIENCE = 30  # seconds for what a browser does in its own time
HANGS = 120  # seconds after which a driver that says nothing is given up


class Engine(ABC):
    """A browser with a profile of its own, and the tab that its reader looks at.

    A first tab stays empty, so that the browser lives on when the reader closes theirs.
    """

    # What a driver raises while a page is on its way.
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
        """Type into what has the focus."""

    @abstractmethod
    def compose(self, letter: str) -> None:
        """Type a letter with an input method: it comes about in steps, of which the last stays."""

    @property
    @abstractmethod
    def tabs(self) -> set[Any]:
        """Every open tab."""

    @abstractmethod
    def look_at(self, tab: Any) -> None:
        """Let the reader look at a tab."""

    @abstractmethod
    def new_tab(self) -> None:
        """Open an empty tab and look at it."""

    @abstractmethod
    def close_tab(self) -> None:
        """Close the tab; the reader looks at the first one that is left."""

    @abstractmethod
    def printed(self, paper: str) -> bytes:
        """Print the page on "Letter" or "A4", and return the PDF."""

    @abstractmethod
    def stop(self) -> None:
        """End the browser."""

    def remember_tab(self) -> None:  # noqa: B027 - only Firefox need be told
        """Let the browser note the state of the tab for its session, as it does from time to time."""

    def reopen_tab(self) -> None:
        """Bring back the tab that was closed last, as Ctrl+Shift+T does."""
        raise NotImplementedError

    def restart(self) -> None:
        """End the browser and start it with the session that it had."""
        raise NotImplementedError

    def open(self, address: str) -> None:
        """Open a page by its address on the site."""
        self.go(self.home + address)

    def follow(self, address: str) -> None:
        """Leave the page for another one of the site, as by a link: the way back stays open."""
        self.run(
            "const [address] = arguments; setTimeout(() => location.assign(address))", self.home + address
        )
        self.eventually(lambda: self.is_at(self.home + address))

    def eventually(self, look: Callable[[], Result]) -> Result:
        """Look until there is something to see, and return it."""
        end = time.monotonic() + PATIENCE
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
        self.press(self.find(selector, text), with_control=False)

    def click_into_new_tab(self, selector: str, text: str | None = None, *, with_control: bool) -> None:
        """Click on a link that opens in a new tab, and look at that."""
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
        """Whether the page that is meant has started. Both are asked at once: between two looks another may come."""
        return bool(self.run(f"return ({STARTED}) && {condition}", self.home, *values))

    def kept(self, area: str, start: str) -> dict[str, str]:
        """Return what is in an area of the browser's storage, of the names that begin like this."""
        kept: dict[str, str] = self.run(KEPT, area, start)
        return kept
