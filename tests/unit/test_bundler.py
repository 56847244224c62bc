"""The bundler starts up while pages are made, and never outlives a build."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.finish import BundleError, bundle, prepare, start_bundler


def test_a_build_that_stops_before_it_has_pages_ends_the_bundler(tmp_path: Path) -> None:
    with start_bundler() as bundler:
        prepare(bundler, tmp_path / "center.css")
    assert bundler.returncode == 0


def test_a_build_that_stops_on_a_problem_in_the_content_also_ends_the_bundler() -> None:
    with start_bundler() as bundler:
        pass
    assert bundler.returncode == 0


def test_a_mistake_in_a_style_sheet_is_reported_once_there_are_pages(tmp_path: Path) -> None:
    style = tmp_path / "center.css"
    style.write_text("a { color: red; } }", "utf-8")
    with start_bundler() as bundler:
        prepare(bundler, style)
        with pytest.raises(BundleError, match=r"style\.css|Unexpected|Invalid"):
            next(bundle(bundler, tmp_path, {}, []))
