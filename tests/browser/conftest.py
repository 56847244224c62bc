"""Browser tests run on the fixture edition, so they may name its words and ids.

A module that tests our own site instead sets ``PROJECT = ROOT``.
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
from reader import USE_AT_ONCE, origin_of, waiting_for_tools, watch
from tabs import Tab, new_tab

from macros.checks.project import Project, check_project
from macros.content import Content
from macros.content.checklists import YesNoList
from macros.content.entries import find
from macros.content.words import Ui
from tools import ROOT
from tools.browser import find_browser
from tools.debian import is_root

# Keep the browser to the pages under test: no updates, experiments or prompts, and no other host.
QUIET = [
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # One process shows every page of a browser, as long as any is open: see shared_browser.
    "--renderer-process-limit=1",
]

FAILED = pytest.StashKey[bool]()

# Only the final state counts: the speed of this machine is not our behavior.
expect.set_options(timeout=20_000)


def project_of(module: Any) -> Path:
    """Return the project that a test module tests."""
    project: Path = getattr(module, "PROJECT", EDITION)
    return project


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes an ``address`` once for each page."""
    for_every_page(metafunc, project_of(metafunc.module))


@pytest.fixture(scope="session")
def site_of_edition(edition: Path, once: Once) -> Site:
    """Return the fixture edition, built."""
    return Site(once("site-of-edition", lambda folder: build(edition, folder)))


@pytest.fixture(scope="session")
def project_of_edition(edition: Path) -> Project:
    """Return the checked fixture edition, with everything that its pages show."""
    return check_project(edition)


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest) -> Site:
    """Return the site that a test module tests."""
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
    """Use the browser of this machine; its sandbox does not start as root."""
    flags = [*QUIET, "--no-sandbox"] if is_root() else QUIET
    return {**browser_type_launch_args, "executable_path": find_browser(), "args": flags}


@pytest.fixture(scope="session")
def base_url() -> None:
    """Return nothing: one run may test two sites."""


@pytest.fixture(scope="module")
def browser_context_args(browser_context_args: dict[str, Any], home: str) -> dict[str, Any]:
    """Let tests open pages by their path on the site; only test_offline.py allows service workers."""
    return {"service_workers": "block", **browser_context_args, "base_url": home}


@pytest.fixture
def page_errors() -> Iterator[list[str]]:
    """Collect errors behind a page; a test that expects one removes it."""
    collected: list[str] = []
    yield collected
    assert not collected


@pytest.fixture
def context(
    context: BrowserContext, page_errors: list[str], home: str, request: pytest.FixtureRequest
) -> BrowserContext:
    """Watch every page of a test. Its reader is about to use the tools, unless the test is marked ``only_looks``."""
    watch(context, page_errors, home)
    if not request.node.get_closest_marker("only_looks"):
        context.add_init_script(USE_AT_ONCE)
    return context


@pytest.fixture(autouse=True)
def opened_with_tools(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for the tools of a page after opening it; they may load later than the page."""
    if request.node.get_closest_marker("only_looks"):
        return
    for way in ("goto", "reload", "go_back", "go_forward"):
        monkeypatch.setattr(Page, way, waiting_for_tools(getattr(Page, way)))


@pytest.fixture(scope="module")
def shared_browser(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """Return a browser that the tests of a module use in turn, with its scripts already fetched.

    An empty page stays open in it, so that the process that shows its pages keeps running.
    """
    with browser.new_context(**browser_context_args) as context:
        context.add_init_script(USE_AT_ONCE)
        context.new_page()
        yield context


@pytest.fixture
def fresh_page(
    shared_browser: BrowserContext, page_errors: list[str], home: str, output_path: str, request: Any
) -> Iterator[Page]:
    """Return a page of a first-time reader."""
    page = shared_browser.new_page()
    forget = {"origin": origin_of(home), "storageTypes": "all"}
    shared_browser.new_cdp_session(page).send("Storage.clearDataForOrigin", forget)
    stop_watching = watch(shared_browser, page_errors, home)
    yield page
    if request.node.stash.get(FAILED, False) and request.config.getoption("--screenshot") != "off":
        page.screenshot(path=Path(output_path) / "failed.png")
    stop_watching()
    shared_browser.clear_permissions()
    for each in shared_browser.pages[1:]:
        each.close()


@pytest.fixture
def page(request: pytest.FixtureRequest) -> Page:
    """Return a page of a first-time reader.

    It has a browser of its own unless the module lets its tests share one, which is a third faster. A test
    still gets its own if it asks for its ``context``, for other browser settings, or is marked ``own_browser``:
    a clock that is set, or a script added to every page, would stay in a shared browser.
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
    """Record the outcome on the item, so that ``fresh_page`` can take a screenshot of a failure."""
    report = yield
    item.stash[FAILED] = report.failed or item.stash.get(FAILED, False)
    return report


@pytest.fixture(scope="module")
def light_tab(browser: Browser, home: str) -> Iterator[Tab]:
    """Return a tab of a reader who prefers a light page, for the tests of a module."""
    yield from new_tab(browser, home, "light")


@pytest.fixture(scope="module")
def dark_tab(browser: Browser, home: str) -> Iterator[Tab]:
    """Return a tab of a reader who prefers a dark page."""
    yield from new_tab(browser, home, "dark")


@pytest.fixture(scope="module")
def light(light_tab: Tab, address: str) -> Tab:
    """Return a tab that shows a page; the tests of that page share it and must leave it unchanged."""
    return light_tab.open(address)


@pytest.fixture(scope="module")
def dark(dark_tab: Tab, address: str) -> Tab:
    """Return the same page in dark mode."""
    return dark_tab.open(address)


@pytest.fixture(scope="module")
def words(recovery: Content) -> Ui:
    """Return the words of buttons, notices and labels."""
    return recovery.ui


@pytest.fixture(scope="module")
def audit(recovery: Content) -> YesNoList:
    """Return the rejection audit of the content."""
    return find(recovery.checklists, "rejection-audit")
