"""The site generator is one of several, and whoever names another is told what is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools import site_engine
from tools.site_engine import EngineError, python_of_engine, run_engine


def test_mkdocs_is_where_everything_else_is_installed() -> None:
    assert python_of_engine("mkdocs") == sys.executable


def test_another_engine_has_packages_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(site_engine.OTHER_ENGINES, "mkdocs-ng", tmp_path)
    monkeypatch.setattr(site_engine, "python_of", lambda venv: venv)
    assert python_of_engine("mkdocs-ng") == str(tmp_path)


def test_an_engine_that_is_not_installed_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(site_engine.OTHER_ENGINES, "mkdocs-ng", tmp_path / "nothing")
    with pytest.raises(EngineError, match=r"python3 -m tools.install mkdocs-ng"):
        python_of_engine("mkdocs-ng")


def test_an_unknown_engine_is_told_with_those_that_there_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ENGINE", "mkdocs-gn")
    with pytest.raises(EngineError, match=r"no engine `mkdocs-gn`.*: mkdocs, mkdocs-ng"):
        run_engine(tmp_path, tmp_path, tmp_path / "site")
