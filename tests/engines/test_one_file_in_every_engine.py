"""The site as one file, opened from a folder as from a stick. tests/browser/test_one_file.py has more, in Chromium."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from built_site import Site, build
from edition import Once
from engine import Engine
from paper import SHEETS, expect_sheet, pages_of, text_of
from saved import ALIVE, FIVE_STEPS, MY_RECOVERY, NOTE, POINT, STAR, YOUR_DATA, tick, ticks, typed

from macros.checks.project import check_project
from macros.components.take_with_you.view import ADDRESS, NAME
from macros.content.words import Ui
from tools.one_file import add_one_file
from tools.stage import STYLE

PAGES = ["", FIVE_STEPS, MY_RECOVERY, YOUR_DATA, NOTE, STAR, "guide/star/"]
REQUESTS = "return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith('blob:'))"
# Records the content of a downloaded file, because one driver does not support downloads.
KEEP = """
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
        blob.arrayBuffer().then((content) => {
            window.handedOver = [...new Uint16Array(content)].map((code) => code.toString(16)).join(" ");
        });
        return make(blob);
    };
"""
HANDED_OVER = "return window.handedOver"


@pytest.fixture(scope="session")
def home(edition: Path, once: Once) -> str:
    """Return the address of the file, to which the address of a page is appended."""

    def make(folder: Path) -> None:
        shutil.copytree(Site(once("site-of-edition", lambda built: build(edition, built))).root, folder)
        add_one_file(folder, check_project(edition).content, edition / STYLE)

    site = once("site-with-one-file", make)
    shutil.copy(site / ADDRESS, site / NAME)
    return (site / NAME).as_uri()


def visit(engine: Engine, address: str) -> None:
    """Open a page of the file and wait until its script runs."""
    engine.open(f"?{address}")
    engine.eventually(lambda: engine.run(ALIVE))


def test_pages_open_by_their_addresses_without_any_request(engine: Engine) -> None:
    for address in PAGES:
        visit(engine, address)
        assert engine.find("h1")
        assert engine.run(REQUESTS) == []


def test_links_and_going_back_work(engine: Engine) -> None:
    visit(engine, FIVE_STEPS)
    engine.click(".bar__home")
    engine.eventually(lambda: engine.run("return location.search") in ("", "?"))
    engine.eventually(lambda: engine.run(ALIVE))
    engine.back()
    assert engine.eventually(lambda: engine.run("return document.querySelector('h1')?.id")) == "five-steps"


def save(engine: Engine, words: Ui, file: Path) -> str:
    """Save a new file, and return its address."""
    engine.run(KEEP)
    engine.click("button", words.one_file.save)
    codes: str = engine.eventually(lambda: engine.run(HANDED_OVER))
    file.write_bytes(b"".join(int(code, 16).to_bytes(2, "little") for code in codes.split()))
    return file.as_uri()


def test_ticks_survive_a_reload_and_are_in_a_new_file(engine: Engine, words: Ui, tmp_path: Path) -> None:
    visit(engine, FIVE_STEPS)
    tick(engine, 1)
    new = save(engine, words, tmp_path / "new.html")
    engine.reload()
    engine.eventually(lambda: ticks(engine) == [1])
    engine.go(f"{new}?{FIVE_STEPS}")
    engine.eventually(lambda: ticks(engine) == [1])


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("address", SHEETS)
def test_a_blank_sheet_prints_as_on_the_site(engine: Engine, words: Ui, address: str, paper: str) -> None:
    visit(engine, address)
    expect_sheet(engine.printed(paper), address, words)


def test_written_text_is_printed_from_a_new_file(engine: Engine, words: Ui, tmp_path: Path) -> None:
    visit(engine, NOTE)
    engine.write(POINT, "Bakery")
    engine.eventually(lambda: "Bakery" in typed(engine))
    new = save(engine, words, tmp_path / "new.html")
    engine.go(f"{new}?{NOTE}")
    engine.eventually(lambda: "Bakery" in typed(engine))
    assert "Bakery" in "".join(text_of(page) for page in pages_of(engine.printed("A4")))


def test_the_search_finds(engine: Engine) -> None:
    visit(engine, FIVE_STEPS)
    engine.click(".search__open")
    engine.write(".search__field", "note")
    assert engine.find(".search__link")
