from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext
from reader import watch
from tabs import Tab, new_tab

from macros.models import Recovery, Ui, YesNoList
from macros.views import find
from tools.browser import find_browser

# The browser keeps to the pages under test: no updates, no experiments, no questions.
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the browser of this machine; as root it cannot start with its sandbox."""
    flags = [*QUIET, "--no-sandbox"] if IS_ROOT else QUIET
    return {**browser_type_launch_args, "executable_path": find_browser(), "args": flags}


@pytest.fixture(scope="session")
def base_url(home: str) -> str:
    """Let tests open a page by its address on the site."""
    return home


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """Collect what goes wrong behind a page; a test that expects it takes it out."""
    collected: list[str] = []
    yield collected
    assert not collected


@pytest.fixture
def context(context: BrowserContext, complaints: list[str], home: str) -> BrowserContext:
    """Watch every page of a test."""
    watch(context, complaints, home)
    return context


@pytest.fixture(scope="module")
def light_tab(browser: Browser, home: str) -> Iterator[Tab]:
    """Return a tab of a reader who likes it light, for the tests of a module."""
    yield from new_tab(browser, home, "light")


@pytest.fixture(scope="module")
def dark_tab(browser: Browser, home: str) -> Iterator[Tab]:
    """Return a tab of a reader who likes it dark."""
    yield from new_tab(browser, home, "dark")


@pytest.fixture(scope="module")
def light(light_tab: Tab, address: str) -> Tab:
    """Return a tab that shows a page; the tests of one page share it and leave it as it was."""
    return light_tab.open(address)


@pytest.fixture(scope="module")
def dark(dark_tab: Tab, address: str) -> Tab:
    """Return the same page in the dark."""
    return dark_tab.open(address)


@pytest.fixture(scope="session")
def words(recovery: Recovery) -> Ui:
    """Return the words of buttons, notices and labels."""
    return recovery.ui


@pytest.fixture(scope="session")
def audit(recovery: Recovery) -> YesNoList:
    """Return the rejection audit of the content."""
    return find(recovery.checklists, "rejection-audit")
