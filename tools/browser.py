"""Finds a browser for the tests, or installs one: ``python -m tools.browser``.

It tries, in this order: the executable named by ``BROWSER_EXECUTABLE``; an installed Chromium, Chrome or Edge;
Playwright's own download; Debian's package. If all of them fail, it fails too: browser tests are never skipped
silently.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from tools import ROOT, debian

HEADLESS_SHELL = "chromium-headless-shell"
COMMANDS = (
    HEADLESS_SHELL,  # the same browser without windows, which halves the time of the tests
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
)
MAC_FOLDERS = (Path("/Applications"), Path.home() / "Applications")
MAC_APPS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_APPS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
FONTS = Path("/usr/share/fonts/truetype/liberation")
PLAYWRIGHT_PATH = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)


@cache
def find_browser() -> Path:
    """Return the executable of a working browser.

    Raises:
        SystemExit: no browser is available; the message says which command to run.
    """
    if named := os.environ.get("BROWSER_EXECUTABLE"):
        return _named(Path(named))
    finders: tuple[Callable[[], Path | None], ...] = (
        installed,
        playwright_browser,
        playwright_download,
        debian_package,
    )
    for find in finders:
        if browser := find():
            return browser
    raise SystemExit(
        "No browser for the tests was found, and none could be installed. Run one of\n"
        "  sudo apt-get install chromium                       (Debian, Ubuntu)\n"
        f"  {sys.executable} -m playwright install --with-deps chromium\n"
        "or name a Chromium, Chrome or Edge: BROWSER_EXECUTABLE=/path/to/it make test"
    )


def prepare_playwright() -> None:
    """Make sure that Playwright starts: its Node needs a library that a minimal Debian lacks.

    Raises:
        SystemExit: it does not start; the message contains its own, and names a command that may help.
    """
    if _playwright_error():
        debian.install("libatomic1")
    if error := _playwright_error():
        raise SystemExit(
            f"Playwright, which drives the browser of the tests, does not start:\n  {error}\n"
            "On Debian and Ubuntu, run  sudo apt-get install libatomic1"
        )


def _playwright_error() -> str:
    """Return Playwright's error message if it does not start, else an empty string."""
    done = subprocess.run(
        [sys.executable, "-m", "playwright", "--version"], capture_output=True, text=True, check=False
    )
    return (done.stderr.strip() or "It gave no reason.") if done.returncode else ""


def _named(browser: Path) -> Path:
    if not works(browser):
        raise SystemExit(f"BROWSER_EXECUTABLE is {browser}, which does not run as a browser.")
    return browser


def installed() -> Path | None:
    """Return the first working browser on this machine."""
    return next(filter(works, _candidates()), None)


def headed_browser() -> Path | None:
    """Return the first working browser on this machine other than the headless shell."""
    return next(
        (browser for browser in _candidates() if browser.name != HEADLESS_SHELL and works(browser)), None
    )


def _candidates() -> Iterator[Path]:
    yield from (Path(found) for name in COMMANDS if (found := shutil.which(name)))
    yield from (folder / app for app in MAC_APPS for folder in MAC_FOLDERS)
    folders = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
    yield from (Path(folder) / app for app in WINDOWS_APPS for folder in folders if folder)


def playwright_browser() -> Path | None:
    """Return the browser that Playwright downloaded earlier, if it works."""
    found = subprocess.run(
        [sys.executable, "-c", PLAYWRIGHT_PATH], capture_output=True, text=True, check=False
    ).stdout.strip()
    return Path(found) if found and works(Path(found)) else None


def playwright_download() -> Path | None:
    """Let Playwright download its browser."""
    print("No browser on this machine: trying Playwright's download ...", flush=True)
    download = [sys.executable, "-m", "playwright", "install", "chromium"]
    done = subprocess.run(download, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("Error:")]
        print(*errors[:1] or ["It failed."])
        return None
    return playwright_browser()


def debian_package() -> Path | None:
    """Install Debian's Chromium, with its headless shell if available; works only as root."""
    done = debian.install("chromium", HEADLESS_SHELL) or debian.install("chromium")
    return installed() if done else None


def works(browser: Path) -> bool:
    """Whether a browser prints its version; on Windows, where that would open a window, whether it exists."""
    if not browser.is_file():
        return False
    if os.name == "nt":
        return browser.suffix == ".exe"
    try:
        done = subprocess.run([browser, "--version"], capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def prepare_fonts() -> None:
    """Install fonts with the metrics that readers have: a minimal Debian has only DejaVu, far wider than Arial."""
    if sys.platform == "linux" and not FONTS.is_dir():
        debian.install("fonts-liberation")


if __name__ == "__main__":
    prepare_playwright()
    prepare_fonts()
    print(f"Browser for the tests: {find_browser()}")
