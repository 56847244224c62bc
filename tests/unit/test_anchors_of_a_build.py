"""Links to places of pages are looked at once more in what was built, where every place is that a reader can go to."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_project import Project

from macros.checks.project import check_project
from macros.problems import ContentError
from tools.build import check_anchors


@pytest.fixture
def folder(project: Project, tmp_path: Path) -> Path:
    """A built home page that has one place, and links to another."""
    page = project.docs / "index.md"
    page.write_text(page.read_text("utf-8") + "\nSee [below](#belov).\n", "utf-8")
    return built(tmp_path / "site", "below")


def built(folder: Path, place: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(f'<h2 id="{place}">Below</h2>', "utf-8")
    return folder


def test_a_link_to_no_place_is_told_with_its_line_and_the_nearest_place(
    project: Project, folder: Path
) -> None:
    line = (project.docs / "index.md").read_text("utf-8").count("\n")
    with pytest.raises(ContentError, match=rf"docs/index\.md:{line}:\d+: .*`#belov`.*Did you mean `#below`"):
        check_anchors(check_project(project.root), folder)


def test_a_page_that_was_built_again_counts_in_place_of_the_one_before(
    project: Project, folder: Path, tmp_path: Path
) -> None:
    check_anchors(check_project(project.root), built(tmp_path / "again", "belov"), folder)


def test_what_leads_to_a_page_that_was_not_built_is_not_looked_at(project: Project, tmp_path: Path) -> None:
    check_anchors(check_project(project.root), tmp_path)
