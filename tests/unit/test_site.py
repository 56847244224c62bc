"""Between the content and an engine: macros that register themselves, and a site that is made once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment
from sample_project import Project

from macros import HERE, define_env, hide_from_engine, protect_addresses
from macros.components.macro import COMPONENTS, all_macros
from macros.problems import ContentError
from macros.site import _site, site_of
from tools.stage import COPIED, edition_of, stage


def test_pages_may_call_every_view_that_is_marked_as_a_macro() -> None:
    marked = sum(path.read_text("utf-8").count("\n@macro(") for path in COMPONENTS.glob("*/view.py"))
    assert len(all_macros()) == marked > 30
    assert list(all_macros()) == sorted(all_macros())


def test_every_component_has_a_template_and_a_view() -> None:
    templates = {path.parent for path in COMPONENTS.glob("[!_]*/template.html.jinja")}
    assert templates == {path.parent for path in COMPONENTS.glob("*/view.py")}


def test_a_site_is_made_only_once_as_long_as_no_file_changes(project: Project) -> None:
    site = site_of(project.root)
    assert site_of(project.root) is site


@pytest.mark.parametrize("name", ["docs/data/recovery.yml", "docs/index.md", "mkdocs.yml"])
def test_a_site_is_remade_after_an_edit(project: Project, name: str) -> None:
    site = site_of(project.root)
    file = project.root / name
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    assert site_of(project.root) is not site


def test_a_site_is_not_remade_for_a_script(project: Project) -> None:
    site = site_of(project.root)
    (project.docs / "script.js").write_text("", "utf-8")
    assert site_of(project.root) is site


def test_a_mistake_and_its_correction_are_both_noticed(project: Project) -> None:
    site_of(project.root)
    page = Path(project.docs / "index.md")
    text = page.read_text("utf-8")
    page.write_text(text + "\n{{ no_such_macro() }}\n", "utf-8")
    with pytest.raises(ContentError, match="no_such_macro"):
        site_of(project.root)
    page.write_text(text, "utf-8")
    assert "situations" in site_of(project.root).render("situations", (), "")


class Engine:
    """As much of an engine as the macros need; it builds an edition of the project."""

    def __init__(self, project: Project) -> None:
        self.project_dir = str(project.root / "edition")
        self.conf: dict[str, Any] = {"site_url": "", "copyright": "", "repo_url": ""}
        self.macros: dict[str, Callable[..., str]] = {}

    def macro(self, function: Callable[..., str], name: str) -> None:
        self.macros[name] = function

    def render(self, call: str, page_url: str) -> str:
        pages = Environment()
        pages.globals.update(self.macros)
        return pages.from_string(call).render(page=SimpleNamespace(url=page_url))


@pytest.fixture
def engine(project: Project, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setenv("PROJECT", str(project.root))
    return Engine(project)


def test_an_engine_gets_every_macro_and_nothing_else(engine: Engine) -> None:
    conf = {**engine.conf}
    define_env(engine)
    assert list(engine.macros) == list(all_macros())
    assert engine.conf == conf


def test_an_engine_that_asks_once_per_page_gets_a_site_that_was_checked_only_once(engine: Engine) -> None:
    misses = _site.cache_info().misses
    define_env(engine)
    define_env(engine)
    assert _site.cache_info().misses == misses + 1


def test_without_an_edition_the_project_of_the_engine_is_used(
    project: Project, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PROJECT")
    engine.project_dir = str(project.root)
    define_env(engine)
    assert "situations" in engine.render("{{ situations() }}", "")


def test_a_mistake_in_the_content_stops_the_build_of_an_engine(project: Project, engine: Engine) -> None:
    page = project.docs / "index.md"
    page.write_text(page.read_text("utf-8") + "\n{{ no_such_macro() }}\n", "utf-8")
    with pytest.raises(SystemExit, match="no_such_macro"):
        define_env(engine)


def test_links_drawn_by_a_macro_are_relative_to_its_page_and_protected_from_engines(engine: Engine) -> None:
    define_env(engine)
    drawn = engine.render("{{ situations() }}", "guide/star/")
    assert f'href="{HERE}../../start/just-left/"' in drawn
    assert protect_addresses(drawn) == drawn


def test_an_engine_gets_a_block_as_comments_except_for_its_headings(engine: Engine) -> None:
    assert hide_from_engine("<div>\n\n## Notes { #notes }\n\n<p>One</p>\n</div>") == (
        "\n\n<!--drawn <div> drawn-->\n\n## Notes { #notes }\n\n<!--drawn <p>One</p>\n</div> drawn-->\n\n"
    )
    define_env(engine)
    assert engine.render("{{ situations() }}", "").strip().startswith("<!--drawn <")


def test_a_macro_in_a_sentence_stays_in_it(engine: Engine) -> None:
    define_env(engine)
    assert engine.render('So it is {{ cite("bangerter-2014") }}.', "").startswith(
        'So it is (<a class="citation"'
    )


def test_an_engine_gets_pages_with_their_macro_calls_and_the_same_lines(
    project: Project, tmp_path: Path
) -> None:
    for name in COPIED:
        (project.root / name).mkdir()
    page = project.docs / "index.md"
    page.write_text(page.read_text("utf-8") + '\n<a href="feed.xml">Feed</a>\n', "utf-8")
    stage(project.root, tmp_path / "plain", edition_of(project.root, site_of(project.root), ""))
    staged = (tmp_path / "plain/docs/index.md").read_text("utf-8")
    assert "{{ situations() }}" in staged
    assert staged.replace(HERE, "") == page.read_text("utf-8")
    assert f'href="{HERE}feed.xml"' in staged


def test_after_an_edit_only_the_edited_files_of_the_stage_change(project: Project, tmp_path: Path) -> None:
    for name in COPIED:
        (project.root / name).mkdir()
    edited, gone = project.docs / "index.md", project.docs / "old.txt"
    gone.write_text("Old.", "utf-8")
    plain = tmp_path / "plain"
    stage(project.root, plain, edition_of(project.root, site_of(project.root), ""))
    for page in plain.rglob("*.md"):
        os.utime(page, ns=(1, 1))
    edited.write_text(edited.read_text("utf-8") + "\nMore.\n", "utf-8")
    gone.unlink()
    stage(project.root, plain, edition_of(project.root, site_of(project.root), ""))
    assert not (plain / "docs/old.txt").exists()
    written = [page for page in plain.rglob("*.md") if page.stat().st_mtime_ns != 1]
    assert written == [plain / "docs/index.md"]
