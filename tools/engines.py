"""Finds the browsers for the tests in every engine, and installs missing ones: ``python -m tools.engines``.

On Debian-like systems it installs packages if run as root. Elsewhere the message says what to install.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tools import debian
from tools.browser import HEADLESS_SHELL, find_browser, headed_browser, prepare_fonts, prepare_playwright


def chromium() -> Path:
    """Return a full Chromium: the headless shell keeps no session."""
    browser = find_browser()
    if browser.name != HEADLESS_SHELL:
        return browser
    return headed_browser() or _program("Chromium", "chromium", "chromium")


def firefox() -> Path:
    """Return the executable of Firefox."""
    return _program("Firefox", "firefox-esr", "firefox-esr", "firefox")


def webkit_driver() -> Path:
    """Return WebKitGTK's driver, whose package includes a small browser."""
    return _program("WebKitGTK's driver", "webkit2gtk-driver", "WebKitWebDriver")


def webkit_printer() -> Path:
    """Return a Python that can print with WebKitGTK: the system's, since only that one has its libraries."""
    python = Path("/usr/bin/python3")
    known = "import gi; gi.require_version('WebKit2', '4.1')"
    if subprocess.run([python, "-c", known], check=False, capture_output=True).returncode:
        packages = ("python3-gi", "gir1.2-webkit2-4.1")
        if not debian.install(*packages):
            raise SystemExit(f"To print with WebKitGTK, run  sudo apt-get install {' '.join(packages)}")
    return python


def screen() -> Path:
    """Return the server of a virtual screen, which WebKitGTK needs."""
    return _program("Xvfb", "xvfb", "Xvfb")


def _program(name: str, package: str, *commands: str) -> Path:
    """Return the first command found, if necessary after installing its Debian package."""
    found = _found(commands)
    if found is None and debian.install(package):
        found = _found(commands)
    if found is None:
        raise SystemExit(
            f"{name} was not found, and could not be installed. The tests in every engine need Linux; on\n"
            f"Debian and Ubuntu, run  sudo apt-get install {package}"
        )
    return found


def _found(commands: tuple[str, ...]) -> Path | None:
    return next((Path(found) for command in commands if (found := shutil.which(command))), None)


if __name__ == "__main__":
    prepare_playwright()
    prepare_fonts()
    for browser in (chromium(), firefox(), webkit_driver(), webkit_printer(), screen()):
        print(f"For the tests in every engine: {browser}")
