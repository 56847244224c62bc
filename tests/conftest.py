from __future__ import annotations

import contextlib
import gc
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from built_site import Site, build
from edition import Once, stage
from hypothesis import settings

from macros.checks.project import Project, check_project
from tools import ROOT

# Few examples, the same in every run, so that no push fails by chance. The nightly run tries many others.
settings.register_profile("usual", max_examples=40, stateful_step_count=20, deadline=None, derandomize=True)
settings.register_profile("nightly", max_examples=400, stateful_step_count=40, deadline=None)
settings.load_profile(os.environ.get("EXAMPLES", "usual"))


def pytest_collection_finish() -> None:
    """Keep the garbage collector from scanning, again and again, what lives until the end."""
    gc.freeze()


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Once:
    """Return a function that makes a folder once for all workers: the first to need it makes it."""
    shared = tmp_path_factory.getbasetemp()
    if hasattr(pytestconfig, "workerinput"):
        shared = shared.parent

    def made(name: str, make: Callable[[Path], None]) -> Path:
        # A database is the only lock in the standard library that works on every platform.
        with contextlib.closing(sqlite3.connect(shared / f"{name}.lock", timeout=300)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            if not (shared / name).is_dir():
                make(shared / f"unfinished-{name}")
                (shared / f"unfinished-{name}").rename(shared / name)
        return shared / name

    return made


@pytest.fixture(scope="session")
def our_project() -> Project:
    """Return everything that the pages of our site show."""
    return check_project(ROOT)


@pytest.fixture(scope="session")
def our_site(once: Once) -> Site:
    """Return our site: the one built for publication if ``SITE`` says where it is, or else built now."""
    if folder := os.environ.get("SITE"):
        return Site(Path(folder).resolve(), os.environ["SITE_URL"])
    return Site(once("our-site", lambda folder: build(ROOT, folder)))


@pytest.fixture(scope="session")
def edition(once: Once) -> Path:
    """Return the fixture edition, a project of its own."""
    return once("edition", stage)
