"""The release of the site: another one whenever its markup or its scripts change."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import release

FILES = (
    "macros/views.py",
    "macros/templates/checklist.html.jinja",
    "overrides/main.html",
    "docs/assets/javascripts/main.js",
    "docs/assets/javascripts/lib/store.js",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with one file of each sort."""
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_a_change_of_markup_or_scripts_makes_another_release(project: Path, name: str) -> None:
    before = release(project)
    (project / name).write_text("changed")
    assert release(project) != before


def test_a_script_with_another_name_makes_another_release(project: Path) -> None:
    before = release(project)
    script = project / "docs/assets/javascripts/main.js"
    script.rename(script.with_name("start.js"))
    assert release(project) != before


def test_the_same_sources_make_the_same_release_whatever_the_content_says(project: Path) -> None:
    before = release(project)
    (project / "docs" / "index.md").write_text("# Changed")
    assert release(project) == before
