from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import Site, build, served
from chromium import Chromium
from edition import Once
from engine import DRIVER_TIMEOUT, Engine
from firefox import Firefox
from playwright.sync_api import Playwright
from webkit import WebKit
from xvfbwrapper import Xvfb

from macros.checks.project import check_project
from macros.content.words import Ui


def pytest_configure(config: pytest.Config) -> None:
    """Ignore the sockets that Marionette leaves open, and a deprecation inside Selenium.

    Without a socket timeout, Selenium waits forever for a hanging driver to start or stop.
    """
    socket.setdefaulttimeout(DRIVER_TIMEOUT)
    for forgiven in ("unclosed <socket:ResourceWarning", "setting remote_server_addr:DeprecationWarning"):
        config.addinivalue_line("filterwarnings", f"ignore:{forgiven}")


@pytest.fixture(scope="session")
def site(edition: Path, once: Once) -> Site:
    """Build the fixture edition."""
    return Site(once("site-of-edition", lambda folder: build(edition, folder)))


@pytest.fixture(scope="session")
def home(site: Site) -> Iterator[str]:
    """Serve the fixture edition and return the address of its home page."""
    with served(site.root) as address:
        yield address


@pytest.fixture(scope="session")
def screen() -> Iterator[None]:
    """Give WebKitGTK a virtual screen."""
    with Xvfb(width=1280, height=800):
        yield


@pytest.fixture(params=["chromium", "firefox", "webkit"])
def engine(request: pytest.FixtureRequest, home: str, tmp_path: Path) -> Iterator[Engine]:
    """Return a browser of each engine in turn."""
    engine = start(request, home, tmp_path)
    yield engine
    engine.stop()


def start(request: pytest.FixtureRequest, home: str, folder: Path) -> Engine:
    if request.param == "firefox":
        return Firefox(home, folder)
    if request.param == "webkit":
        request.getfixturevalue("screen")
        return WebKit(home, folder)
    playwright: Playwright = request.getfixturevalue("playwright")
    return Chromium(home, folder, playwright)


@pytest.fixture(scope="session")
def words(edition: Path) -> Ui:
    """Return the words of buttons, notices and labels."""
    return check_project(edition).content.ui
