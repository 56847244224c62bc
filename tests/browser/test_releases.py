"""After an update of the site a browser may bring pages and scripts of two releases together: the page says so."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from built_site import BASE, PagesHandler, Site, shown, shown_line
from playwright.sync_api import Browser, Page, expect
from reader import FIVE_STEPS, button, visible

from macros.content.words import Ui
from tools import ROOT

STAR = "worksheets/star-answer/"
NOTES = "guide/follow-up/"
SCRIPTS = "assets/javascripts"
RELEASE = re.compile(r'(?<=data-release=")\w+')


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
def folder(site: Site, tmp_path: Path) -> Path:
    """Return a copy of the site that a test may change while it is served."""
    return shutil.copytree(site.root, tmp_path / "site")


def release_of(page: Path) -> str:
    """Return the release that a page says it is of."""
    found = RELEASE.search(page.read_text("utf-8"))
    assert found, f"{page} names no release"
    return found.group()


def update(folder: Path, keep: Callable[[Path], bool] = lambda _: False) -> None:
    """Publish the next release, which a build from changed sources would name otherwise."""
    before = release_of(folder / "index.html")
    for file in (each for each in folder.rglob("*") if each.suffix in {".html", ".js"} and not keep(each)):
        file.write_text(file.read_text("utf-8").replace(before, "next"), "utf-8")


def expect_told(page: Page, words: Ui) -> None:
    told = visible(page, "[data-updated]")
    expect(told.first).to_contain_text(shown_line(words.site.updated.title))
    reload = button(page, words.site.updated.reload)
    expect(reload.first).to_be_visible()
    expect(visible(page, "article button")).to_have_count(reload.count())


def test_a_new_page_with_the_scripts_of_before_says_so_and_a_reload_mends_it(
    page: Page, words: Ui, folder: Path
) -> None:
    with hosted(folder) as home:
        page.goto(home + FIVE_STEPS)
        expect(visible(page, "[data-updated]")).to_have_count(0)
        update(folder)
        page.goto(home + STAR)
        expect_told(page, words)
        expect(visible(page, "[data-storage-notice]")).to_contain_text(shown(words.site.updated.text))
        expect(page.locator("[data-kept]")).to_be_hidden()
        button(page, words.site.updated.reload).click()
        expect(button(page, words.worksheet.example)).to_be_visible()
        expect(visible(page, "[data-updated]")).to_have_count(0)


@pytest.mark.parametrize("kept", ["main.js", "lib/words.js", "components/note-template.js"])
def test_one_script_of_before_is_enough(page: Page, words: Ui, folder: Path, kept: str) -> None:
    update(folder, keep=lambda file: file == folder / SCRIPTS / kept)
    with hosted(folder) as home:
        page.goto(home + NOTES)
        expect_told(page, words)


def test_a_page_of_before_with_new_scripts_says_so_too(page: Page, words: Ui, folder: Path) -> None:
    update(folder, keep=lambda file: file.suffix == ".html")
    with hosted(folder) as home:
        page.goto(home + FIVE_STEPS)
        expect_told(page, words)
        file = folder / FIVE_STEPS / "index.html"
        file.write_text(file.read_text("utf-8").replace(release_of(file), "next"), "utf-8")
        button(page, words.site.updated.reload).click()
        expect(visible(page, "[data-kept]")).to_have_count(1)


def test_a_script_that_lacks_what_others_need_leaves_no_dead_button_and_nothing_is_said_to_be_saved(
    page: Page, words: Ui, folder: Path
) -> None:
    script = folder / SCRIPTS / "lib" / "words.js"
    script.write_text(
        script.read_text("utf-8").replace("export function excerpt", "function excerpt"), "utf-8"
    )
    with hosted(folder) as home:
        page.goto(home + FIVE_STEPS)
        expect(visible(page, "[data-problem]")).to_have_text(shown(words.storage.not_kept))
        expect(visible(page, "article button")).to_have_count(0)


def test_every_script_and_every_page_is_of_the_same_release(site: Site) -> None:
    release = release_of(site.root / "index.html")
    scripts = [
        site.root / script.relative_to(ROOT / "docs") for script in (ROOT / "docs" / SCRIPTS).rglob("*.js")
    ]
    ours = [script for script in scripts if "vendor" not in script.parts]
    assert [script for script in ours if f'add("{release}")' not in script.read_text("utf-8")] == []
    assert {release_of(page) for page in site.root.rglob("*.html")} == {release}
