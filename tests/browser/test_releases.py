"""After an update of the site a browser may still show a page of before: each page has the scripts it was made with."""

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
    """A host that lets browsers keep everything for ten minutes, as GitHub Pages does."""

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
    """Return a page of a reader who comes to another host than that of the other tests."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture
def published(site: Site, tmp_path: Path) -> Path:
    """Return a copy of the site that a test may change while it is served."""
    return shutil.copytree(site.root, tmp_path / "published")


@pytest.fixture
def following(site: Site, tmp_path: Path) -> Path:
    """Return the release after it, in which every script does something more."""
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
    """Replace what is published."""
    shutil.rmtree(published)
    shutil.copytree(following, published)


def test_a_page_that_the_browser_kept_works_with_the_scripts_of_before(
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


def test_a_page_of_the_next_release_has_its_scripts_at_once(
    page: Page, published: Path, following: Path
) -> None:
    with hosted(published) as home:
        page.goto(home + FIVE_STEPS)
        expect(visible(page, "[data-kept]")).to_have_count(1)
        publish(following, published)
        page.goto(home + "checklists/before-you-send/")
        expect(visible(page, "[data-kept]")).to_have_count(1)
        assert page.evaluate("globalThis.isNext") is True


def test_files_of_two_releases_before_do_not_pile_up(published: Path, following: Path) -> None:
    with hosted(published) as home:
        first = keep_assets(following, home)
        publish(following, published)
        assert first
        assert keep_assets(following, home) == []
        assert all(name not in (following / "assets" / "files.txt").read_text("utf-8") for name in first)


def test_where_nothing_is_published_yet_nothing_is_kept(site: Site, tmp_path: Path) -> None:
    shutil.copy(site.file("404.html"), tmp_path)
    with hosted(tmp_path) as home:
        assert keep_assets(site.root, home) == []


def test_a_script_that_is_gone_leaves_no_dead_button_and_nothing_is_said_to_be_saved(
    page: Page, words: Ui, published: Path
) -> None:
    for script in (published / "assets").glob("script.*.js"):
        script.unlink()
    with hosted(published) as home:
        page.goto(home + FIVE_STEPS)
        expect(visible(page, "[data-problem]")).to_have_text(shown(words.storage.not_kept))
        expect(visible(page, "article button")).to_have_count(0)
