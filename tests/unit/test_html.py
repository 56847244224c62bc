"""Findings of the HTML checker, made readable."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import html

SITE = Path(__file__).parent / "my café"
MESSAGE = {
    "type": "error",
    # As Java writes a file URL: one slash, and letters unescaped.
    "url": SITE.as_uri().replace("///", "/").replace("%C3%A9", "é") + "/guide/star/index.html",
    "firstLine": 6,
    "lastLine": 7,
    "firstColumn": 3,
    "lastColumn": 5,
    "message": "Unclosed element “div”.",
    "extract": "<p>a</p>\n  <div>\n   b",
}


def test_a_problem_is_reported_with_its_location_and_an_extract() -> None:
    reported = html.describe(MESSAGE, SITE)
    assert reported == "guide/star/index.html:6:3: Unclosed element “div”.\n    <p>a</p> <div> b"


def test_a_problem_on_one_line_is_reported_on_that_line() -> None:
    message = {name: value for name, value in MESSAGE.items() if name != "firstLine"}
    assert html.describe(message, SITE).startswith("guide/star/index.html:7:3: ")


def test_a_problem_with_a_whole_page_is_reported_on_its_first_line() -> None:
    message = {name: MESSAGE[name] for name in ("type", "url", "message")}
    assert html.describe(message, SITE) == "guide/star/index.html:1:1: Unclosed element “div”."


def test_without_the_checker_the_error_says_what_to_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(html, "JAR", tmp_path / "vnu.jar")
    with pytest.raises(SystemExit, match="Run  make check"):
        html.check(tmp_path)


@pytest.mark.parametrize(
    ("address", "forgiven"), [("../assets/style.css", True), ("https://elsewhere.example/a.css", False)]
)
def test_only_files_of_the_site_itself_are_forgiven_for_having_no_origin(
    address: str, *, forgiven: bool
) -> None:
    message = (
        f"Resource violates Content Security Policy (meta tag): external stylesheet “{address}” blocked."
    )
    assert bool(html.IGNORED.match(message)) is forgiven


@pytest.mark.parametrize(
    ("extract", "forgiven"),
    [('<script type="application/ld+json">{"@con', True), ("<script>alert(1)", False)],
)
def test_a_data_block_is_not_a_script_that_the_policy_forbids(extract: str, *, forgiven: bool) -> None:
    message = {"message": f"{html.INLINE_SCRIPT} (meta tag): blocked.", "extract": extract}
    assert html.is_ignored(message) is forgiven
