"""What an editor of the site sees in the browser: each edit, and what is wrong with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import Site
from playwright.sync_api import Browser, Page, expect

from macros.checks.anchors import anchors_in
from tools import builds, serve
from tools.builds import PageBuilder

MISTAKE = "docs/data/recovery.yml:7:5: checklists > audit: the title is missing."


class Editing:
    """A site of two pages under edit, which also stands in for the process that builds single pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.title = ""
        self.problems: str | None = ""
        self.builds = builds.Builds(folder, self)  # type: ignore[arg-type]

    def restart(self) -> None:
        """Do nothing: this stand-in keeps nothing between builds."""

    def build_pages(self, addresses: list[str]) -> str | None:
        """Write the pages as a build would, unless there are problems."""
        for address in addresses if self.problems == "" else ():
            page = self.folder / address / "index.html"
            page.parent.mkdir(exist_ok=True)
            page.write_text(f"<body><h1>{self.title}</h1></body>", "utf-8")
        return self.problems

    def save(self, title: str, problems: str | None = "") -> None:
        self.title, self.problems = title, problems
        self.builds.rebuild()


class SiteBuild:
    """A build of the whole site that finishes at once."""

    is_done = True

    def __init__(self, editing: Editing, problems: str) -> None:
        self._editing, self._problems = editing, problems

    def swap_in(self) -> str:
        """Write both pages, unless there are problems."""
        self._editing.problems = ""
        if not self._problems:
            self._editing.build_pages(["", "other/"])
        return self._problems


def build_whole(editing: Editing, problems: str = "") -> None:
    """Build the whole site, as happens after a pause in editing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builds, "SiteBuild", lambda _: SiteBuild(editing, problems))
        editing.builds.poll()
        editing.builds.poll()


@pytest.fixture
def editing(tmp_path: Path) -> Editing:
    return Editing(tmp_path)


@pytest.fixture
def preview(editing: Editing) -> Iterator[str]:
    with serve.serving(0, editing.builds) as preview:
        yield preview


@pytest.fixture
def built(editing: Editing) -> None:
    """Build the whole site first."""
    editing.save("Before")
    build_whole(editing)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page for an editor, outside the site of the other tests."""
    with browser.new_context() as context:
        yield context.new_page()


def open_page(page: Page, editing: Editing, address: str) -> None:
    """Open a page, and wait until it listens for edits."""
    page.goto(address)
    while not editing.builds.open_pages:
        page.wait_for_timeout(10)


def heading_is(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", include_hidden=True)).to_have_text(title)


@pytest.mark.usefixtures("built")
def test_an_edit_shows_in_an_open_page(page: Page, editing: Editing, preview: str) -> None:
    open_page(page, editing, preview)
    heading_is(page, "Before")
    editing.save("After")
    heading_is(page, "After")


@pytest.mark.usefixtures("built")
def test_an_edit_shows_in_a_page_opened_later(page: Page, editing: Editing, preview: str) -> None:
    open_page(page, editing, preview)
    editing.save("After")
    heading_is(page, "After")
    page.goto(f"{preview}other/")
    heading_is(page, "After")


@pytest.mark.usefixtures("built")
def test_a_mistake_shows_over_the_page_until_it_is_fixed(page: Page, editing: Editing, preview: str) -> None:
    open_page(page, editing, preview)
    editing.save("After", MISTAKE)
    expect(page.get_by_role("dialog")).to_have_text(MISTAKE)
    heading_is(page, "Before")
    editing.save("Mended")
    heading_is(page, "Mended")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.usefixtures("built")
def test_a_mistake_found_only_by_a_whole_build_shows_until_it_is_fixed(
    page: Page, editing: Editing, preview: str
) -> None:
    open_page(page, editing, preview)
    editing.save("After")
    heading_is(page, "After")
    build_whole(editing, MISTAKE)
    expect(page.get_by_role("dialog")).to_have_text(MISTAKE)
    editing.save("Mended")
    heading_is(page, "Mended")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.usefixtures("built")
def test_an_edit_that_breaks_single_builds_shows_after_the_whole_build(
    page: Page, editing: Editing, preview: str
) -> None:
    open_page(page, editing, preview)
    editing.save("After", None)
    build_whole(editing)
    heading_is(page, "After")


def test_a_mistake_in_the_first_build_shows(page: Page, editing: Editing, preview: str) -> None:
    editing.save("", MISTAKE)
    page.goto(preview)
    expect(page.get_by_role("dialog")).to_have_text(MISTAKE)
    editing.save("Mended")
    build_whole(editing)
    heading_is(page, "Mended")


@pytest.mark.usefixtures("built")
def test_a_page_finds_assets_by_the_digests_of_the_previous_build(
    page: Page, editing: Editing, preview: str
) -> None:
    (editing.folder / "search.0123456789.json").write_text('"new"', "utf-8")
    assert page.request.get(f"{preview}search.abcdef0123.json").json() == "new"
    assert page.request.get(f"{preview}find.abcdef0123.json").status == 404


@pytest.fixture
def page_builder(
    edition: Path, site_of_edition: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> PageBuilder:
    """Return a builder of single pages of the edition, over a copy of its site reduced to the ids of places."""
    monkeypatch.setenv("SITE_URL", Site.url)
    copy = tmp_path / "site"
    shutil.copytree(site_of_edition.root, copy)
    for page in copy.rglob("*.html"):
        places = anchors_in(page.read_text("utf-8"))
        page.write_text("".join(f' id="{place}"' for place in places), "utf-8")
    return PageBuilder(edition, copy)


def test_a_page_built_alone_is_identical_to_that_of_the_whole_site(
    page_builder: PageBuilder, site_of_edition: Site, tmp_path: Path
) -> None:
    page, sources, other = "guide/star/", "about/sources/", "guide/debrief/"
    assert page_builder.build_pages(["", page, sources, "nowhere/"]) == ""
    built = Site(tmp_path / "site")
    for address in ("", page, sources):
        assert built.file(address).read_text("utf-8") == site_of_edition.file(address).read_text("utf-8")
    assert "<" not in built.file(other).read_text("utf-8")


def test_a_port_in_use_is_reported_with_a_remedy(editing: Editing, preview: str) -> None:
    taken = int(preview.rsplit(":", 1)[1].strip("/"))
    with pytest.raises(SystemExit, match="PORT="), serve.serving(taken, editing.builds):
        pass
