from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

import pytest
from built_site import BASE, OTHER_BASE, Site, addresses, build, served

from macros.check import Project, check_project
from macros.conformance import Conformance
from macros.models import Recovery
from tools import ROOT


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes an ``address`` once for every page, page by page."""
    if "address" in metafunc.fixturenames:
        ids = [address or "home" for address in addresses()]
        metafunc.parametrize("address", addresses(), ids=ids, scope="module")


@pytest.fixture(scope="session")
def project_of_site() -> Project:
    """Return everything that the pages of the site show."""
    return check_project(ROOT)


@pytest.fixture(scope="session")
def recovery(project_of_site: Project) -> Recovery:
    """Return the content of the site."""
    return project_of_site.recovery


@pytest.fixture(scope="session")
def conformance(project_of_site: Project) -> Conformance:
    """Return the accessibility conformance report of the site."""
    return project_of_site.conformance


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Site:
    """Return the site, which the first worker that needs it has built."""
    shared = tmp_path_factory.getbasetemp()
    if hasattr(pytestconfig, "workerinput"):
        shared = shared.parent
    # A database is the only lock of the standard library that works on every system.
    with contextlib.closing(sqlite3.connect(shared / "site.lock", timeout=300)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        if not (shared / "site").is_dir():
            build(shared / "unfinished")
            (shared / "unfinished").rename(shared / "site")
    return Site(shared / "site")


@pytest.fixture(scope="session")
def home(site: Site) -> Iterator[str]:
    """Serve the site and return the address of its home page."""
    with served(site.root) as address:
        yield address


@pytest.fixture(scope="session")
def other_home(home: str) -> str:
    """Return the home page of another copy of the site on the same host."""
    return home.replace(BASE, OTHER_BASE)
