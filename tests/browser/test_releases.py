"""After an update, a browser may still show a cached page: every page works with the scripts of its own release."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from built_site import BASE, PagesHandler, Site, shown
from playwright.sync_api import Browser, Page, expect
from reader import FIVE_STEPS, boxes, visible

from macros.content.words import Ui
from tools.keep_assets import keep_assets

MARK = "globalThis.isNext = true;"


class Host(PagesHandler):
    """A host that lets browsers cache everything for ten minutes, as GitHub Pages does."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


@contextmanager
def hosted(root: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=root)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page of a reader who visits another host than in the other tests."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture
def published(site: Site, tmp_path: Path) -> Path:
    """Return a copy of the site that a test may change while it is served."""
    return shutil.copytree(site.root, tmp_path / "published")


@pytest.fixture
def following(site: Site, tmp_path: Path) -> Path:
    """Return the next release, in which every script does something more."""
    folder = shutil.copytree(site.root, tmp_path / "following")
    names = {}
    for script in (folder / "assets").glob("script.*.js"):
        text = f"{MARK}{script.read_text('utf-8')}"
        names[script.name] = f"script.{sha256(text.encode()).hexdigest()[:10]}.js"
        script.unlink()
        (folder / "assets" / names[script.name]).write_text(text, "utf-8")
    for file in [*folder.rglob("*.html"), folder / "assets" / "files.txt"]:
        text = file.read_text("utf-8")
        for before, after in names.items():
            text = text.replace(before, after)
        file.write_text(text, "utf-8")
    return folder


def publish(following: Path, published: Path) -> None:
    """Replace the published release."""
    shutil.rmtree(published)
    shutil.copytree(following, published)


def test_a_cached_page_works_with_the_scripts_of_its_release(
    page: Page, published: Path, following: Path
) -> None:
    kept = (published / FIVE_STEPS / "index.html").read_text("utf-8")
    with hosted(published) as home:
        keep_assets(following, home)
        publish(following, published)
        page.route(f"**/{FIVE_STEPS}", lambda route: route.fulfill(content_type="text/html", body=kept))
        page.goto(home + FIVE_STEPS)
        expect(visible(page, "[data-kept]")).to_have_count(1)
        assert page.evaluate("globalThis.isNext") is None
        boxes(page).first.check()
        page.unroute_all()
        page.goto(home + FIVE_STEPS)
        expect(boxes(page).first).to_be_checked()
        assert page.evaluate("globalThis.isNext") is True


def test_a_page_of_the_next_release_uses_its_own_scripts_at_once(
    page: Page, published: Path, following: Path
) -> None:
    with hosted(published) as home:
        page.goto(home + FIVE_STEPS)
        expect(visible(page, "[data-kept]")).to_have_count(1)
        publish(following, published)
        page.goto(home + "checklists/before-you-send/")
        expect(visible(page, "[data-kept]")).to_have_count(1)
        assert page.evaluate("globalThis.isNext") is True


def test_only_assets_of_the_previous_release_are_kept(published: Path, following: Path) -> None:
    with hosted(published) as home:
        first = keep_assets(following, home)
        publish(following, published)
        assert first
        assert keep_assets(following, home) == []
        assert all(name not in (following / "assets" / "files.txt").read_text("utf-8") for name in first)


def test_the_first_release_keeps_no_earlier_assets(site: Site, tmp_path: Path) -> None:
    shutil.copy(site.file("404.html"), tmp_path)
    with hosted(tmp_path) as home:
        assert keep_assets(site.root, home) == []


def test_without_its_script_a_page_has_no_dead_buttons_and_says_that_nothing_is_saved(
    page: Page, words: Ui, published: Path
) -> None:
    for script in (published / "assets").glob("script.*.js"):
        script.unlink()
    with hosted(published) as home:
        page.goto(home + FIVE_STEPS)
        expect(visible(page, "[data-problem]")).to_have_text(shown(words.storage.not_kept))
        expect(visible(page, "article button")).to_have_count(0)
