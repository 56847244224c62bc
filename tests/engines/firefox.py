"""Firefox, driven by Mozilla's own Marionette, which reaches the session store and input methods."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path
from typing import Any, ClassVar

from engine import Engine
from marionette_driver import Keys
from marionette_driver.errors import MarionetteException
from marionette_driver.marionette import Marionette

from tools import engines

SETTINGS = {
    "browser.startup.page": 3,  # restore the last session
    "browser.tabs.closeWindowWithLastTab": False,
}
MODULES = "resource:///modules/sessionstore"
FLUSH = f"""
    const [done] = arguments;
    const {{ TabStateFlusher }} = ChromeUtils.importESModule("{MODULES}/TabStateFlusher.sys.mjs");
    TabStateFlusher.flush(gBrowser.selectedBrowser).then(done);
"""
REOPEN = f"""
    const {{ SessionStore }} = ChromeUtils.importESModule("{MODULES}/SessionStore.sys.mjs");
    SessionStore.undoCloseTab(window, 0);
"""
COMPOSE = """
    const method = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
    method.beginInputTransactionForTests(window);
    for (const step of arguments) {
        method.setPendingCompositionString(step);
        method.appendClauseToPendingComposition(step.length, method.ATTR_RAW_CLAUSE);
        method.setCaretInPendingComposition(step.length);
        method.flushPendingComposition();
    }
    method.commitComposition();
"""


# In centimeters.
PAPERS = {"Letter": {"width": 21.59, "height": 27.94}, "A4": {"width": 21, "height": 29.7}}
MARGINS = {"top": 1, "bottom": 1, "left": 1.4, "right": 1.4}
DRAWN = "const [drawn] = arguments; requestAnimationFrame(() => requestAnimationFrame(drawn));"


class Firefox(Engine):
    not_yet: ClassVar = (MarionetteException,)

    def __init__(self, home: str, folder: Path) -> None:
        super().__init__(home, folder)
        self.driver = Marionette(
            bin=str(engines.firefox()),
            port=0,
            headless=True,
            prefs=SETTINGS,
            workspace=str(folder),
            gecko_log=str(folder / "firefox.log"),
        )
        self.driver.start_session()
        self.new_tab()

    def run(self, script: str, *values: Any) -> Any:
        # Without a sandbox, because tests read the page's own variables.
        return self.driver.execute_script(script, script_args=values, sandbox=None)

    def go(self, address: str) -> None:
        self.driver.navigate(address)

    def press(self, element: Any, *, with_control: bool) -> None:
        # Hit testing uses the last painted frame.
        self.driver.execute_async_script(DRAWN)
        # Marionette's own click listens for "unload", which keeps the page out of the back/forward cache.
        keys = self.driver.actions.sequence("key", "keyboard")
        mouse = self.driver.actions.sequence("pointer", "mouse", {"pointerType": "mouse"})
        if with_control:
            keys.key_down(Keys.CONTROL).perform()
        mouse.click(element=element).perform()
        self.driver.actions.release()

    def type(self, text: str) -> None:
        self.driver.actions.sequence("key", "keyboard").send_keys(text).perform()

    def compose(self, letter: str) -> None:
        self.driver.execute_script(COMPOSE, script_args=["k", letter], sandbox="system")

    @property
    def tabs(self) -> set[str]:
        return set(self.driver.window_handles)

    def look_at(self, tab: str) -> None:
        self.driver.switch_to_window(tab)

    def new_tab(self) -> None:
        self.look_at(self.driver.open(type="tab", focus=True)["handle"])

    def close_tab(self) -> None:
        self.look_at(self.driver.close()[0])

    def remember_tab(self) -> None:
        with self.driver.using_context("chrome"):
            self.driver.execute_async_script(FLUSH)

    def reopen_tab(self) -> None:
        before = self.tabs
        with self.driver.using_context("chrome"):
            self.driver.execute_script(REOPEN)
        self.look_at(self.eventually(lambda: self.tabs - before).pop())
        self.eventually(lambda: self.is_at(self.home))

    def restart(self) -> None:
        self.driver.quit()
        self.driver.start_session()
        self.eventually(self.look_at_site)

    def look_at_site(self) -> bool:
        """Switch to the tab of the site, once the session has restored it."""
        for tab in self.tabs:
            self.look_at(tab)
            if self.is_at(self.home):
                return True
        return False

    def printed(self, paper: str) -> bytes:
        options = {"page": PAPERS[paper], "margin": MARGINS, "shrinkToFit": False}
        # Its client has no method for this WebDriver command.
        pdf: str = self.driver._send_message("WebDriver:Print", options, key="value")
        return b64decode(pdf)

    def stop(self) -> None:
        self.driver.quit()
        self.driver.cleanup()
