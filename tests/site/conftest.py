"""These tests read our site, built from its current content, and must hold for any content."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from built_site import Site, addresses

from macros.checks.project import Project
from macros.content import Content
from macros.content.accessibility import Conformance


@pytest.fixture
def address() -> str:
    """Stand in for the address of every page."""
    return ""


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that takes an ``address`` for every page, and report every page on which it fails."""
    asked = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    if "address" not in asked:
        return None
    failures = [
        failure
        for each in addresses()
        if (failure := failure_of(pyfuncitem.obj, **asked | {"address": each}))
    ]
    if failures:
        raise ExceptionGroup(f"{len(failures)} pages", failures)
    return True


def failure_of(test: Callable[..., None], *, address: str, **asked: Any) -> Exception | None:
    """Return the failure of a test on a page, with a note of the page, or None."""
    try:
        test(address=address, **asked)
    except Exception as failure:  # noqa: BLE001 - whatever it is, the other pages are tested too
        failure.add_note(f"on the page {address or 'home'}")
        return failure
    return None


@pytest.fixture(scope="session")
def site(our_site: Site) -> Site:
    """Return the site."""
    return our_site


@pytest.fixture(scope="session")
def recovery(our_project: Project) -> Content:
    """Return the content of the site."""
    return our_project.content


@pytest.fixture(scope="session")
def conformance(our_project: Project) -> Conformance:
    """Return the accessibility conformance report of the site."""
    return our_project.conformance
