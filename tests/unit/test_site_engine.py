"""The site generator is one of several, and errors say what is missing for another."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tools import site_engine
from tools.site_engine import EngineError, python_of_engine, run_engine, with_short_links


def test_mkdocs_is_installed_with_everything_else() -> None:
    assert python_of_engine("mkdocs") == sys.executable


def test_another_engine_has_an_environment_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(site_engine.OTHER_ENGINES, "mkdocs-ng", tmp_path)
    monkeypatch.setattr(site_engine, "python_of", lambda venv: venv)
    assert python_of_engine("mkdocs-ng") == str(tmp_path)


def test_the_error_for_a_missing_engine_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(site_engine.OTHER_ENGINES, "mkdocs-ng", tmp_path / "nothing")
    with pytest.raises(EngineError, match=r"python3 -m tools.install mkdocs-ng"):
        python_of_engine("mkdocs-ng")


def test_an_unknown_engine_is_reported_with_the_known_ones(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ENGINE", "mkdocs-gn")
    with pytest.raises(EngineError, match=r"no engine `mkdocs-gn`.*: mkdocs, mkdocs-ng, zensical"):
        run_engine(tmp_path, tmp_path)


@pytest.mark.parametrize(
    ("link", "short"),
    [
        ("../star/", "./"),
        ("../star/#close-a-gap", "./#close-a-gap"),
        ("../../guide/debrief/?from=star", "../debrief/?from=star"),
        ("../../assets/mark.svg", "../../assets/mark.svg"),
        ("../star/example/", "example/"),
        ("../../", "../../"),
        ("example/", "example/"),
        ("#close-a-gap", "#close-a-gap"),
    ],
)
def test_a_relative_link_goes_up_no_further_than_it_must_whichever_engine_wrote_it(
    link: str, short: str
) -> None:
    html = '<a href="{}" class="x">STAR</a> or "../star/".'
    assert with_short_links(html.format(link), "guide/star/") == html.format(short)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a project of one page."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n\n[Below](#below)\n\n## Below\n", "utf-8")
    settings = "site_name: Small\nvalidation: {links: {not_found: warn}}\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    return tmp_path


def test_mkdocs_builds_in_this_process_and_leaves_it_as_it_was(small: Path) -> None:
    before = (dict(os.environ), list(sys.path))
    page = run_engine(small, small) / "index.html"
    assert '<h2 id="below">' in page.read_text("utf-8")
    assert (dict(os.environ), list(sys.path)) == before


def test_a_warning_of_mkdocs_stops_the_build(small: Path) -> None:
    (small / "docs/index.md").write_text("# Home\n\n[Away](away.md)\n", "utf-8")
    with pytest.raises(EngineError, match=r"WARNING .*away\.md"):
        run_engine(small, small)
