"""WebKitGTK, driven by its own WebDriver.

Its driver and MiniBrowser support neither Ctrl+click nor restoring a closed tab or a session.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, ClassVar

from engine import DRIVER_TIMEOUT, Engine
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.webkitgtk.service import Service

from tools import engines

PRINT = Path(__file__).with_name("print_webkit.py")
# By their names in GTK.
PAPERS = {"Letter": "na_letter", "A4": "iso_a4"}


class WebKit(Engine):
    not_yet: ClassVar = (WebDriverException,)

    def __init__(self, home: str, folder: Path) -> None:
        super().__init__(home, folder)
        self.driver = webdriver.WebKitGTK(service=Service(str(engines.webkit_driver())))

    def run(self, script: str, *values: Any) -> Any:
        return self.driver.execute_script(script, *values)

    def go(self, address: str) -> None:
        self.driver.get(address)

    def press(self, element: Any, *, with_control: bool) -> None:
        assert not with_control, "MiniBrowser takes it for a plain click"
        ActionChains(self.driver).click(element).perform()

    def type(self, text: str) -> None:
        ActionChains(self.driver).send_keys(text).perform()

    def compose(self, letter: str) -> None:
        # GTK's own input method: Ctrl+Shift+U, the code point, and a space to commit.
        keys = ActionChains(self.driver)
        keys.key_down(Keys.CONTROL).key_down(Keys.SHIFT).send_keys("u")
        keys.key_up(Keys.SHIFT).key_up(Keys.CONTROL).send_keys(f"{ord(letter):x} ").perform()

    @property
    def tabs(self) -> set[str]:
        return set(self.driver.window_handles)

    def look_at(self, tab: str) -> None:
        self.driver.switch_to.window(tab)

    def new_tab(self) -> None:
        self.driver.switch_to.new_window("tab")

    def close_tab(self) -> None:
        self.driver.close()
        self.look_at(self.driver.window_handles[0])

    def printed(self, paper: str) -> bytes:
        """Print the page as for a reader who never wrote anything."""
        file = Path(mkdtemp(dir=self.folder)) / "printed.pdf"
        address = self.driver.current_url
        command = [engines.webkit_printer(), PRINT, address, PAPERS[paper], file]
        subprocess.run(command, check=True, timeout=DRIVER_TIMEOUT)
        return file.read_bytes()

    def stop(self) -> None:
        self.driver.quit()
