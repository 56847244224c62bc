"""What someone who edits the site sees in the browser: each edit, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tools import serve

MISTAKE = "docs/data/recovery.yml:7:5: checklists > audit: the title is missing."


class Editing:
    """A site of one page, edited by hand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems = ""
        self.builds = serve.Builds()

    def build(self, title: str) -> str:
        """Write the page as a build would, unless the content has problems."""
        if not self.problems:
            (self.folder / "index.html").write_text(f"<body><h1>{title}</h1></body>", "utf-8")
        return self.problems

    def save(self, title: str, problems: str = "") -> None:
        self.problems = problems
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(serve, "build_site", lambda: self.build(title))
            self.builds.build()


@pytest.fixture
def editing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editing:
    monkeypatch.setattr(serve, "SITE", tmp_path)
    monkeypatch.setattr(serve, "ROOT", tmp_path.parent)
    return Editing(tmp_path)


@pytest.fixture
def preview(editing: Editing) -> Iterator[str]:
    with serve.serving(0, editing.builds) as preview:
        yield preview


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page of someone who edits: it is about another site than the other tests."""
    with browser.new_context() as context:
        yield context.new_page()


def test_an_edit_shows_in_the_page_that_is_open(page: Page, editing: Editing, preview: str) -> None:
    editing.save("Before")
    page.goto(preview)
    expect(page.get_by_role("heading")).to_have_text("Before")
    editing.save("After")
    expect(page.get_by_role("heading")).to_have_text("After")


def test_a_mistake_shows_over_the_page_and_goes_when_it_is_mended(
    page: Page, editing: Editing, preview: str
) -> None:
    editing.save("Before")
    page.goto(preview)
    editing.save("After", MISTAKE)
    expect(page.get_by_role("dialog")).to_have_text(MISTAKE)
    expect(page.get_by_role("heading", include_hidden=True)).to_have_text("Before")
    editing.save("Mended")
    expect(page.get_by_role("heading")).to_have_text("Mended")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_mistake_of_the_first_build_shows_too(page: Page, editing: Editing, preview: str) -> None:
    editing.save("", MISTAKE)
    page.goto(preview)
    expect(page.get_by_role("dialog")).to_have_text(MISTAKE)
    editing.save("Mended")
    expect(page.get_by_role("heading")).to_have_text("Mended")


def test_a_port_that_is_taken_is_told_with_a_remedy(editing: Editing, preview: str) -> None:
    taken = int(preview.rsplit(":", 1)[1].strip("/"))
    with pytest.raises(SystemExit, match="PORT="), serve.serving(taken, editing.builds):
        pass
