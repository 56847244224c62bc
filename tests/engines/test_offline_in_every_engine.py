"""Without a connection, after one visit. tests/browser/test_offline.py has more tests, in Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import Site, build
from edition import Once
from engine import Engine
from published import TITLE, Host, hosting, publish_next
from saved import ALIVE, FIVE_STEPS, MY_RECOVERY, NOTE, STAR, YOUR_DATA, keep_to_this_tab, tick, ticks

from macros.content.words import Ui

PAGES = ["", FIVE_STEPS, MY_RECOVERY, YOUR_DATA, NOTE, STAR, "guide/star/"]
HAS_WORKER = "return navigator.serviceWorker.controller !== null"
UPDATE = "navigator.serviceWorker.getRegistration().then((worker) => worker.update())"
# The number of cached releases and of workers; undefined until the browser has answered.
LOOK = """
    const keys = caches.keys().then((names) => names.filter((name) => name.startsWith("second-impression:")));
    Promise.all([keys, navigator.serviceWorker.getRegistrations()]).then(([{ length }, workers]) => {
        window.found = [length, workers.length];
    });
"""
FOUND = "return window.found"


@pytest.fixture
def published(edition: Path, once: Once, tmp_path: Path) -> Path:
    """Return a folder with what the host has published."""
    site = Site(once("site-of-edition", lambda folder: build(edition, folder)))
    return shutil.copytree(site.root, tmp_path / "published")


@pytest.fixture
def host(published: Path) -> Iterator[Host]:
    with hosting(published) as host:
        yield host


@pytest.fixture
def home(host: Host) -> str:
    """Return the address of a home page on a host that can be cut off."""
    return host.home


@pytest.fixture
def visited(engine: Engine) -> Engine:
    """Return a browser that cached the site on its first visit."""
    engine.open("")
    engine.eventually(lambda: engine.run(HAS_WORKER))
    return engine


def test_pages_open_and_start_without_a_connection(visited: Engine, host: Host) -> None:
    host.is_cut_off = True
    for address in PAGES:
        visited.open(address)
        assert visited.find("h1")
        visited.eventually(lambda: visited.run(ALIVE))


def test_ticks_survive_a_reload_without_a_connection(visited: Engine, host: Host) -> None:
    host.is_cut_off = True
    visited.open(FIVE_STEPS)
    tick(visited, 1)
    visited.reload()
    assert ticks(visited) == [1]


def test_the_search_finds_without_a_connection(visited: Engine, host: Host) -> None:
    host.is_cut_off = True
    visited.open(FIVE_STEPS)
    visited.click(".search__open")
    visited.write(".search__field", "note")
    assert visited.find(".search__link")


def test_the_next_release_takes_over_and_keeps_everything_saved(
    visited: Engine, host: Host, published: Path, words: Ui
) -> None:
    visited.open(FIVE_STEPS)
    tick(visited, 1)
    publish_next(published)
    visited.run(UPDATE)
    visited.click("button", words.page.offline.reload)
    visited.eventually(lambda: visited.run("return window.isSecond"))
    host.is_cut_off = True
    visited.open(FIVE_STEPS)
    assert visited.run("return document.title").startswith(TITLE)
    assert ticks(visited) == [1]


def test_nothing_is_cached_on_a_shared_computer(visited: Engine, words: Ui) -> None:
    visited.open(YOUR_DATA)
    visited.run(LOOK)
    assert visited.eventually(lambda: visited.run(FOUND)) == [1, 1]
    keep_to_this_tab(visited, words)
    visited.open(FIVE_STEPS)
    visited.eventually(lambda: nothing_is_kept(visited))


def nothing_is_kept(engine: Engine) -> bool:
    engine.run(LOOK)
    return bool(engine.run(FOUND) == [0, 0])
