"""These tests read our site, as built from the content of today, and must hold for any content."""

from __future__ import annotations

import pytest
from built_site import Site, for_every_page

from macros.checks.project import Project
from macros.content import Content
from macros.content.accessibility import Conformance
from tools import ROOT


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes an ``address`` once for every page."""
    for_every_page(metafunc, ROOT)


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
