"""What is between the content and an engine: macros that register themselves, and a site that is made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_project import Project

from macros.components.macro import COMPONENTS, all_macros
from macros.problems import ContentError
from macros.site import site_of
from tools.site_engine import HERE, as_it_is
from tools.stage import edition_of, stage


def test_pages_may_call_every_macro_that_stands_above_a_view() -> None:
    marked = sum(path.read_text("utf-8").count("\n@macro(") for path in COMPONENTS.glob("*/view.py"))
    assert len(all_macros()) == marked > 30
    assert list(all_macros()) == sorted(all_macros())


def test_every_component_has_a_template_and_a_view() -> None:
    templates = {path.parent for path in COMPONENTS.glob("[!_]*/template.html.jinja")}
    assert templates == {path.parent for path in COMPONENTS.glob("*/view.py")}


def test_a_site_is_made_once_as_long_as_no_file_changes(project: Project) -> None:
    site = site_of(project.root)
    assert site_of(project.root) is site


@pytest.mark.parametrize("name", ["docs/data/recovery.yml", "docs/index.md", "mkdocs.yml"])
def test_a_site_is_made_anew_after_an_edit(project: Project, name: str) -> None:
    site = site_of(project.root)
    file = project.root / name
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    assert site_of(project.root) is not site


def test_a_site_is_not_made_anew_for_a_script(project: Project) -> None:
    site = site_of(project.root)
    (project.docs / "script.js").write_text("", "utf-8")
    assert site_of(project.root) is site


def test_a_mistake_and_its_mending_are_both_seen(project: Project) -> None:
    site_of(project.root)
    page = Path(project.docs / "index.md")
    text = page.read_text("utf-8")
    page.write_text(text + "\n{{ no_such_macro() }}\n", "utf-8")
    with pytest.raises(ContentError, match="no_such_macro"):
        site_of(project.root)
    page.write_text(text, "utf-8")
    assert "situations" in site_of(project.root).draw("situations", (), "")


def test_a_page_is_drawn_before_an_engine_sees_it_and_keeps_its_front_matter(project: Project) -> None:
    text = "---\ntitle: Star\n---\n\n# {{ name }}\n\n{{ situations() }}\n"
    drawn = site_of(project.root).page(text, "guide/star/", {"name": "Ours"})
    assert drawn.startswith("---\ntitle: Star\n---\n\n# Ours\n")
    assert 'href="../../start/just-left/"' in drawn


def test_an_engine_gets_no_call_and_no_address_that_it_would_change(project: Project, tmp_path: Path) -> None:
    (project.root / "overrides").mkdir()
    stage(project.root, tmp_path / "plain", edition_of(project.root, site_of(project.root), ""))
    for page in (tmp_path / "plain/docs").rglob("*.md"):
        text = page.read_text("utf-8")
        assert "{{" not in text
        assert as_it_is(text) == text
    assert f'href="{HERE}start/just-left/"' in (tmp_path / "plain/docs/index.md").read_text("utf-8")
