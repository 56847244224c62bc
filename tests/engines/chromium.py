"""Chromium, driven by Playwright as in the other tests, but with a profile and session of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from engine import Engine
from playwright.sync_api import BrowserContext, Error, Page, Playwright

from tools import engines
from tools.debian import is_root

FLAGS = [
    "--no-first-run",
    "--disable-background-networking",
    "--enable-unsafe-extension-debugging",  # for the extension that reopens tabs
    *(["--no-sandbox"] if is_root() else []),
]
# Default flags of Playwright that switch off what these tests need.
WANTED = ["--disable-back-forward-cache", "--disable-extensions"]
EXTENSION = Path(__file__).parent / "reopening"


class Chromium(Engine):
    not_yet: ClassVar = (Error,)

    def __init__(self, home: str, folder: Path, playwright: Playwright) -> None:
        super().__init__(home, folder)
        self.playwright = playwright
        self.context = self.launch()
        self.new_tab()

    def launch(self, *flags: str) -> BrowserContext:
        return self.playwright.chromium.launch_persistent_context(
            self.folder,
            executable_path=engines.chromium(),
            args=[*FLAGS, *flags],
            ignore_default_args=WANTED,
            viewport={"width": 1280, "height": 720},
        )

    def run(self, script: str, *values: Any) -> Any:
        call = f"values => (function () {{ {script} }}).apply(null, values)"
        result = self.page.evaluate_handle(call, list(values))
        return result.as_element() or result.json_value()

    def go(self, address: str) -> None:
        self.page.goto(address)

    def press(self, element: Any, *, with_control: bool) -> None:
        # Not for long: an element that was hidden or redrawn meanwhile is found again.
        element.click(modifiers=["Control"] if with_control else [], timeout=2_000)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def compose(self, letter: str) -> None:
        session = self.context.new_cdp_session(self.page)
        for step in ("k", letter):
            place = {"selectionStart": len(step), "selectionEnd": len(step)}
            session.send("Input.imeSetComposition", {"text": step, **place})
        session.send("Input.insertText", {"text": letter})

    @property
    def tabs(self) -> set[Page]:
        self.page.wait_for_timeout(1)  # Playwright learns of new tabs only while it waits
        return set(self.context.pages)

    def look_at(self, tab: Page) -> None:
        self.page = tab
        tab.bring_to_front()

    def new_tab(self) -> None:
        self.look_at(self.context.new_page())

    def close_tab(self) -> None:
        self.page.close()
        self.look_at(self.context.pages[0])

    def reopen_tab(self) -> None:
        assert self.context.browser
        session = self.context.browser.new_browser_cdp_session()
        extension = session.send("Extensions.loadUnpacked", {"path": str(EXTENSION)})["id"]
        self.new_tab()
        self.go(f"chrome-extension://{extension}/page.html")
        before = self.tabs
        self.run("chrome.sessions.restore()")
        self.look_at(self.eventually(lambda: self.tabs - before).pop())
        self.eventually(lambda: self.is_at(self.home))

    def restart(self) -> None:
        self.context.close()
        self.context = self.launch("--restore-last-session")
        self.page = self.context.pages[0]
        self.look_at(self.eventually(lambda: {tab for tab in self.tabs if self.home in tab.url}).pop())
        self.eventually(lambda: self.is_at(self.home))

    def printed(self, paper: str) -> bytes:
        return self.page.pdf(format=paper)

    def stop(self) -> None:
        self.context.close()
