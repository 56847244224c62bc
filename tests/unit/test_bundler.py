"""The bundler starts up while pages are made, and never outlives a build."""

from __future__ import annotations

import os
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


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ("a {\n  color: red;\n} }\n", "3:4: Unexpected end of input\n} }"),
        (".a { color: red; }\n.b { color red; }", '2:11: Unexpected token Ident("red")\n.b { color red; }'),
        (
            ".a { color: red; }\n.b {\n  color: red;\n\n.c { color: tan; }\n",
            "2: the rule that begins here has no closing brace, or a comment below it has no end.\n.b {",
        ),
    ],
    ids=["a brace too many", "a colon that is missing", "a brace that is missing"],
)
def test_a_mistake_in_a_style_sheet_is_reported_with_its_place_and_no_stack(
    tmp_path: Path, sheet: str, told: str
) -> None:
    style = tmp_path / "center.css"
    style.write_text(sheet, "utf-8")
    with start_bundler() as bundler:
        prepare(bundler, style)
        with pytest.raises(BundleError) as error:
            next(bundle(bundler, tmp_path, {}, []))
    place, _, message = str(error.value).partition("center.css:")
    assert place == os.path.relpath(tmp_path).replace("\\", "/") + "/"
    assert message == f"{told}\n"
