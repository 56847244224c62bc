"""These tests use the fixture edition, whose words and ids they may name.

A module that looks at our site instead says ``PROJECT = ROOT``.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from built_site import BASE, OTHER_BASE, Site, build, for_every_page, served
from edition import EDITION, Once
from playwright.sync_api import Browser, BrowserContext, Page, expect
from reader import USE_AT_ONCE, opening, origin_of, watch
from tabs import Tab, new_tab

from macros.checks.project import Project, check_project
from macros.content import Content
from macros.content.checklists import YesNoList
from macros.content.entries import find
from macros.content.words import Ui
from tools import ROOT
from tools.browser import find_browser
from tools.debian import is_root

# The browser keeps to the pages under test: no updates, no experiments, no questions, no other host.
QUIET = [
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Pages of one browser are shown by one process, as long as it has any: see shared_browser.
    "--renderer-process-limit=1",
]

FAILED = pytest.StashKey[bool]()

# What is there at last is soon enough: how fast this machine is, is no behavior of ours.
expect.set_options(timeout=20_000)


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
    with served(site.root, site.base) as address:
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
    """Let tests open a page by its address on the site, which none but test_offline.py keeps for later."""
    return {"service_workers": "block", **browser_context_args, "base_url": home}


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """Collect what goes wrong behind a page; a test that expects it takes it out."""
    collected: list[str] = []
    yield collected
    assert not collected


@pytest.fixture
def context(
    context: BrowserContext, complaints: list[str], home: str, request: pytest.FixtureRequest
) -> BrowserContext:
    """Watch every page of a test. Its reader is about to use the tools on it, unless the module says otherwise."""
    watch(context, complaints, home)
    if not request.node.get_closest_marker("only_looks"):
        context.add_init_script(USE_AT_ONCE)
    return context


@pytest.fixture(autouse=True)
def opened_with_tools(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test go on when the tools of a page are there, which may be later than the page."""
    if request.node.get_closest_marker("only_looks"):
        return
    for way in ("goto", "reload", "go_back", "go_forward"):
        monkeypatch.setattr(Page, way, opening(getattr(Page, way)))


@pytest.fixture(scope="module")
def shared_browser(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """Return a browser that the tests of a module use one after the other: it has fetched the scripts.

    An empty page stays open in it. The process that shows it shows each other page too, and has started.
    """
    with browser.new_context(**browser_context_args) as context:
        context.add_init_script(USE_AT_ONCE)
        context.new_page()
        yield context


@pytest.fixture
def fresh_page(
    shared_browser: BrowserContext, complaints: list[str], home: str, output_path: str, request: Any
) -> Iterator[Page]:
    """Return a page of a reader who was never here before."""
    page = shared_browser.new_page()
    forget = {"origin": origin_of(home), "storageTypes": "all"}
    shared_browser.new_cdp_session(page).send("Storage.clearDataForOrigin", forget)
    stop_watching = watch(shared_browser, complaints, home)
    yield page
    if request.node.stash.get(FAILED, False) and request.config.getoption("--screenshot") != "off":
        page.screenshot(path=Path(output_path) / "failed.png")
    stop_watching()
    shared_browser.clear_permissions()
    for each in shared_browser.pages[1:]:
        each.close()


@pytest.fixture
def page(request: pytest.FixtureRequest) -> Page:
    """Return a page of a reader who was never here before.

    It has a browser of its own, unless the module says that its tests may share one. That is quicker by a
    third. A test that asks for its ``context``, or for another kind of browser, has its own all the same,
    and so has one that is marked: a clock that is set, or a script for every page, stays in a browser.
    """
    own = {"context", "new_context"} & set(signature(request.function).parameters)
    marks = {mark.name for mark in request.node.iter_markers()}
    if "shares_a_browser" in marks and not own and not {"own_browser", "browser_context_args"} & marks:
        shared: Page = request.getfixturevalue("fresh_page")
        return shared
    context: BrowserContext = request.getfixturevalue("context")
    return context.new_page()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a page know, when it is put away, that its test failed."""
    report = yield
    item.stash[FAILED] = report.failed or item.stash.get(FAILED, False)
    return report


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
