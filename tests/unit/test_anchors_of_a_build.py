"""Links to anchors are checked once more against the built pages, which have every anchor there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_project import Project

from macros.checks.project import check_project
from macros.problems import ContentError
from tools.build import check_anchors


@pytest.fixture
def folder(project: Project, tmp_path: Path) -> Path:
    """Return a built home page that has one anchor, and whose source links to another."""
    page = project.docs / "index.md"
    page.write_text(page.read_text("utf-8") + "\nSee [below](#belov).\n", "utf-8")
    return built(tmp_path / "site", "below")


def built(folder: Path, place: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(f'<h2 id="{place}">Below</h2>', "utf-8")
    return folder


def test_a_link_to_a_missing_anchor_is_reported_with_its_line_and_the_nearest_anchor(
    project: Project, folder: Path
) -> None:
    line = (project.docs / "index.md").read_text("utf-8").count("\n")
    with pytest.raises(ContentError, match=rf"docs/index\.md:{line}:\d+: .*`#belov`.*Did you mean `#below`"):
        check_anchors(check_project(project.root), folder)


def test_a_rebuilt_page_takes_precedence_over_its_earlier_build(
    project: Project, folder: Path, tmp_path: Path
) -> None:
    check_anchors(check_project(project.root), built(tmp_path / "again", "belov"), folder)


def test_a_link_to_a_page_that_was_not_built_is_not_checked(project: Project, tmp_path: Path) -> None:
    check_anchors(check_project(project.root), tmp_path)
