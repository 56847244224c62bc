"""What is between the content and an engine: macros that register themselves, and a site that is made once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sample_project import Project

from macros import define_env
from macros.components.macro import COMPONENTS, all_macros
from macros.problems import ContentError
from macros.site import site_of
from tools import ROOT


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


class Engine:
    """As much of a site generator as the content asks for."""

    def __init__(self, root: Path) -> None:
        self.project_dir = str(root)
        self.conf: dict[str, Any] = {"site_url": "", "copyright": "", "extra": {}}
        self.macros: dict[str, Callable[..., str]] = {}

    def macro(self, function: Callable[..., str], name: str) -> None:
        self.macros[name] = function


def test_a_site_generator_gets_every_macro_and_just_what_the_frame_of_a_page_asks_for(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PROJECT", raising=False)
    engine = Engine(project.root)
    define_env(engine)
    frame = "".join(file.read_text("utf-8") for file in (ROOT / "overrides").rglob("*.html"))
    assert list(engine.macros) == list(all_macros())
    assert engine.conf["extra"].keys() == {*re.findall(r"config\.extra\.(\w+)", frame)}
