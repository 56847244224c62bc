"""These tests use the fixture edition, whose words and ids they may name.

A module that looks at our site instead says ``PROJECT = ROOT``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from built_site import BASE, OTHER_BASE, Site, build, for_every_page, served
from edition import EDITION, Once
from playwright.sync_api import Browser, BrowserContext
from reader import watch
from tabs import Tab, new_tab

from macros.checks.project import Project, check_project
from macros.content import Content
from macros.content.checklists import YesNoList
from macros.content.entries import find
from macros.content.words import Ui
from tools import ROOT
from tools.browser import find_browser
from tools.debian import is_root

# The browser keeps to the pages under test: no updates, no experiments, no questions.
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def project_of(module: Any) -> Path:
    """Return the project that the tests of a module are about."""
    project: Path = getattr(module, "PROJECT", EDITION)
    return project


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes an ``address`` once for every page."""
    for_every_page(metafunc, project_of(metafunc.module))


@pytest.fixture(scope="session")
def site_of_edition(edition: Path, once: Once) -> Site:
    """Return the fixture edition, built."""
    return Site(once("site-of-edition", lambda folder: build(edition, folder)))


@pytest.fixture(scope="session")
def project_of_edition(edition: Path) -> Project:
    """Return everything that the pages of the fixture edition show."""
    return check_project(edition)


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest) -> Site:
    """Return the site that the tests of a module are about."""
    is_ours = project_of(request.module) == ROOT
    built: Site = request.getfixturevalue("our_site" if is_ours else "site_of_edition")
    return built


@pytest.fixture(scope="module")
def recovery(request: pytest.FixtureRequest) -> Content:
    """Return the content of that site."""
    is_ours = project_of(request.module) == ROOT
    project: Project = request.getfixturevalue("our_project" if is_ours else "project_of_edition")
    return project.content


@pytest.fixture(scope="module")
def home(site: Site) -> Iterator[str]:
    """Serve the site and return the address of its home page."""
    with served(site.root) as address:
        yield address


@pytest.fixture(scope="module")
def other_home(home: str) -> str:
    """Return the home page of another copy of the site on the same host."""
    return home.replace(BASE, OTHER_BASE)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the browser of this machine; as root it cannot start with its sandbox."""
    flags = [*QUIET, "--no-sandbox"] if is_root() else QUIET
    return {**browser_type_launch_args, "executable_path": find_browser(), "args": flags}


@pytest.fixture(scope="session")
def base_url() -> None:
    """Return nothing: tests of one run may be about two sites."""


@pytest.fixture(scope="module")
def browser_context_args(browser_context_args: dict[str, Any], home: str) -> dict[str, Any]:
    """Let tests open a page by its address on the site."""
    return {**browser_context_args, "base_url": home}


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


@pytest.fixture(scope="module")
def words(recovery: Content) -> Ui:
    """Return the words of buttons, notices and labels."""
    return recovery.ui


@pytest.fixture(scope="module")
def audit(recovery: Content) -> YesNoList:
    """Return the rejection audit of the content."""
    return find(recovery.checklists, "rejection-audit")
